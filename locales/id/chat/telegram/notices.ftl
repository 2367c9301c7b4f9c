# Siapa yang sudah, dan yang belum bisa, diberi tahu.

told = { $names } sudah diberi tahu.
told-not = { $names } belum bisa diberi tahu lewat bot.
