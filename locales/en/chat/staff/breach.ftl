# The record of data breaches under UU 27/2022 Pasal 46.

breach-title = <b>📤 Data breach { $code }</b>
    Known since { $known }. Written notice is due by { $due }.
breach-line = <b>{ $label }</b>: { $text }
breach-unreadable = The record cannot be read ({ $code }).
breach-field-what = What happened
    .ask = What happened? Briefly, without names of clients.
breach-field-since = Since when
    .ask = Since when was the data disclosed? Write day and time, or an estimate, for example: 20 November 2026, about 09:00.
breach-field-whose = Whose data
    .ask = Whose data? Write the codes of the cases (K-2026-0001, K-2026-0007), or: all cases.
breach-field-data = Which data
    .ask = Which data was disclosed? For example: names, addresses, assessment notes, photos.
breach-field-how = How it was disclosed
    .ask = How was it disclosed? For example: a social worker's unlocked phone was lost.
breach-field-measures = What is done about it
    .ask = What was done and will be done to handle it and to recover from it?
breach-field-effect = Its effect
    .ask = What does it mean, or may it mean, for the people concerned?
breach-unknown-codes = There is no case with the code { $codes }. Look again, or write: all cases.
breach-letter-missing = Letters can be written once these are recorded: since when, whose data, which data, how it was disclosed and what is done about it (Pasal 46 ayat (2)).
breach-told-subject = ✉️ The people were told in writing, { $at }
breach-told-authority = ✉️ The authority was told in writing, { $at }
breach-told-public = 📣 Announced to the public, { $at }
breach-ended = The time limit is met.
button-breach-card = { $code } · { $known }
button-breach-field = ✏️ { $label }
button-breach-subject = 📄 Letter to the people
button-breach-authority = 📄 Letter to the authority
button-breach-told-subject = ✅ Sent to the people
button-breach-told-authority = ✅ Sent to the authority
button-breach-told-public = 📣 Announced

paper-breach-subject = Notice of a data breach
paper-breach-authority = Notice of a data breach to the authority
breach-letter-about = Notice of a failure to protect personal data
breach-letter-to-subject = The person concerned, our client
breach-letter-to-authority = The authority for the protection of personal data
breach-letter-opening-subject = We regret to tell you that personal data of yours which we keep was disclosed to somebody who had no right to it. UU 27/2022 Pasal 46 demands this notice.
breach-letter-opening-authority = Under UU 27/2022 Pasal 46 we give notice of a failure to protect personal data in our institution, as follows.
breach-letter-known = Known since
breach-letter-contact = Contact
breach-letter-closing-subject = You may ask questions, see your data, have it corrected or deleted, and complain. If you feel threatened by what happened, contact us at once.
breach-letter-closing-authority = The people concerned are told separately. We add to this where it is needed.
breach-letter-signs = Head of the institution
