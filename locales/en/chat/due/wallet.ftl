# The STR wallet: a member's own permits.

button-wallet = 🪪 STR wallet
button-permit-str = 🪪 Note the STR
button-permit-certificate = 🎓 Note the certificate of competence
button-permit-sipps = 📍 Note a place of practice (SIPPS)
wallet-title = <b>STR wallet</b>. Only you see the numbers; the admin only sees until when an STR holds.
wallet-empty = Nothing is noted yet.
wallet-reminders = I will remind you 180, 90, 30 and 7 days before the STR ends, and on the day.
permit-str = STR
permit-certificate = certificate of competence
permit-sipps = SIPPS
permit-line = • { $name }: { $number }
permit-line-until = • { $name }: { $number }, until { $day } ({ $days } days left)
permit-line-lapsed = • ❗️ { $name }: { $number }, ended { $day }
permit-number-str = The number of your STR?
permit-number-certificate = The number of your certificate of competence?
permit-issued = The date it was issued? For example: 12-3-2024.
permit-expires-str = Until when does it hold? An STR holds for 5 years (UU 14/2019 Pasal 30 ayat (1)).
permit-expires = Until when does it hold?
permit-expires-first = It must end after the day it was issued, { $day }.
permit-no-end = No end date
permit-place = Where is the place of practice? One SIPPS is for one place, two at most (UU 14/2019 Pasal 38).
permit-kept = ✓ Kept.
str-renewal-needs =
    <b>To register again</b> (UU 14/2019 Pasal 30 ayat (2)):
    • the old STR
    • the certificate of competence
    • a statement of physical and mental health
    • a declaration to keep to the code of ethics
    • having served as a social worker
