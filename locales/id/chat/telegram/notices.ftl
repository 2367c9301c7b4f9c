# Siapa yang sudah, dan yang belum bisa, diberi tahu.

told = { $names } sudah diberi tahu.
told-later = Sekarang jam tenang: { $name } membacanya { $moment }.
admins-later = Sekarang jam tenang: pesannya sampai kepada mereka { $moment }.
told-not = { $names } belum bisa diberi tahu lewat bot.
