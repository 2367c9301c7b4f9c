# Who has been told, and who could not be.

told = { $names } has been told.
told-not = { $names } could not be told through the bot.
