# Who has been told, and who could not be.

told = { $names } has been told.
told-later = These are quiet hours: { $name } reads of it in the digest, { $moment }.
told-not = { $names } could not be told through the bot.
