# The protection of clients' data in the institution: contact and time of retention.

button-data-settings = 🔏 Data protection
data-settings-title = <b>Protection of clients' data</b>. Both are named in the information that is read to clients.
data-contact-none = Contact: not given yet ❗️
data-contact-line = Contact: { $contact }
retention-none = Retention: not set. No case is deleted for its age.
retention-line = Retention: { $years } years after a case is closed.
button-data-contact = 📇 Contact
button-retention = 🗓 Retention
button-retention-none = Do not set one
data-contact-ask = Whom do clients turn to about their data (the data protection officer, or whoever the institution named)? Write a name or post and how to reach them, for example: Bu Wulan, 0812 0000 1111, data@example.or.id
retention-ask = For how many years is a case kept after it is closed? Write the number, as in the institution's retention schedule. The law sets none (UU 27/2022 Pasal 42–44).
retention-unclear = Write a number of years, { $least } to { $most }, for example: 10
data-settings-kept = ✓ Saved. The information read to clients from now on has the new content.
