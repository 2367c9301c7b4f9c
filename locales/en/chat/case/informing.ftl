# Around the information for the client: buttons, notes, the card.

information-lead = Read it out slowly in words that are understood, or show this screen. For a child, tell the guardian and the child.
information-version = Version { $version }
button-information = 📖 Read to the client
button-information-case = 📖 Information for the client
button-information-given = ✅ It was given
information-kept = ✅ Recorded in <b>{ $code }</b>: version { $version } of the information on data was given, { $at }.
information-changed = The information has changed since it was opened. This is what holds now.
card-information-given = 📖 Information on data: given { $at } (version { $version })
card-information-old = 📖 Information on data: given { $at } (version { $version }). There is a new version; give it before going on.
card-information-none = 📖 Information on data: not given yet
paper-information-version = Information, version { $version }
