# Who has been told, and who could not be.

told = { $names } has been told.
told-later = These are quiet hours: { $name } reads of it { $moment }.
admins-later = These are quiet hours: they get the message { $moment }.
told-not = { $names } could not be told through the bot.
