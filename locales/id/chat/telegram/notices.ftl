# Siapa yang sudah, dan yang belum bisa, diberi tahu.

told = { $names } sudah diberi tahu.
told-later = Sekarang jam tenang: { $name } membacanya di ringkasannya, { $moment }.
told-not = { $names } belum bisa diberi tahu lewat bot.
