# What clients ask for of their data: the card, its acts, the proof, and erasure.

data-request-restriction = To have the use of their data restricted
data-request-erasure = To have their data erased and destroyed
data-request-words = The client asks: { $what }. What exactly? Write it in the client's words.
data-request-noted = ✅ The request is recorded.

data-right-access = copy of the data
data-right-correction = correction of the data
data-right-restriction = restriction
data-right-withdrawal = withdrawal of consent
data-right-erasure = erasure

data-card-title = 🔏 <b>{ $code } · { $what }</b>
data-card-asked = The client asks: { $what } (UU 27/2022 { $right }).
data-card-since = Asked { $at }, recorded by { $name }.
data-card-duty = The institution's duty: UU 27/2022 { $duty }, within 3 × 24 hours.
data-card-default = The institution's duty: UU 27/2022 { $duty }. The law sets no hours; 3 days are the bot's default.
data-card-ended = ✅ Ended { $at } by { $name }:
data-card-untold = ⚠️ It is not noted yet that the client was told of the outcome.
data-card-told = 📣 The client was told, noted { $at } by { $name }.

data-act-access = Make the copy first. Once it reached the client, note here how.
data-act-copied = The copy is made. Once it reached the client, note here how.
data-act-correction = Open the form and mend the answer. The request can end once an answer was changed.
data-act-corrected = { $changes ->
    [one] One answer was changed
   *[other] { $changes } answers were changed
} since it was asked for. Tell the client, then note it here.
data-act-restriction = Restrict this case: afterwards it can only be read. A danger can be reported all the same.
data-act-withdrawal = The case stands still until the supervisor names another legal ground or stops it.
data-act-erasure = The supervisor asks for the erasure, then an admin agrees. Two people, because it cannot be undone.
data-act-erasure-asked = { $name } has asked for the erasure. It waits for an admin.
data-bar-preserved = ⚖️ It cannot be erased yet: the data is kept for a legal process (UU 27/2022 Pasal 15 ayat (1) huruf b).
data-bar-danger = ⚠️ It cannot be erased yet: a danger in this case is still open. See to it first.
data-bar-erased = Everything in this case was erased.

data-end-handed-over = The copy reached the client: { $way }.
data-end-corrected = { $changes ->
    [one] One answer was corrected
   *[other] { $changes } answers were corrected
} because the client asked for it.
data-end-restricted = The use of the data is restricted, the case is read-only.
data-end-grounded = Another legal ground was named, the case goes on.
data-end-stopped = The case was stopped.
data-end-consented = The client agreed again.
data-end-erased = Everything in the case was erased: { $rows } records and { $files } files.
data-end-refused = Refused: { $ground } (UU 27/2022 { $article }).

copy-way-printed = printed and handed over
copy-way-file = sent as files
copy-way-shown = shown and read together
copy-way = How did the copy reach the client?
copy-to = To whom was it given, when, and what proves it? For example: to the client, 24 November, receipt signed.
copy-ordered = 📄 The copy is being made: a PDF to read and a JSON file for other systems, and { $files } files of the case. Give it to the client or their guardian only; check first whether it holds data of other people.
correct-which = In which form is the answer to be corrected?
correction-by-request = The client asked for it (UU 27/2022 Pasal 6): { $words }
correction-done = What was corrected, and how was the client told?
restriction-reason = Why is this case restricted, and until when, if the client said so?
unrestrict-reason = Why is the restriction lifted?
unrestricted = 🔓 The restriction of { $code } is lifted. The case can be written in again.
declined-restricted = This case can only be read: its client asked that the use of their data be restricted. The supervisor can lift that from the card of the case. A danger can be reported all the same.
card-restricted = 🔒 <b>Read-only</b> since { $since } because the client asked for it, noted by { $name }. Reason: { $reason }
card-preserved = ⚖️ Kept from erasure since { $since } by { $name }. Reason: { $reason }

data-refuse-which = The law allows a refusal on these grounds only. Which one applies?
data-refusal-reason = Why does that ground apply in this case?
refusal-ground-safety = endangers the client or others
refusal-ground-others-data = discloses data of others
refusal-ground-law-enforcement = law enforcement
refusal-ground-public-interest = public interest of the state
refusal-ground-law-forbids = a law does not allow it
refusal-ground-safety-of-others = endangers the safety of others
refusal-ground-contract = bound by a written contract

button-data-request-open = 🔏 Open the request
button-make-copy = 📄 Make the copy
button-copy-again = 📄 Make the copy again
button-copy-handed = 📤 It was handed over
button-correct-which = ✏️ Correct an answer
button-corrected = 📣 Corrected, and the client knows
button-restrict = 🔒 Restrict this case
button-unrestrict = 🔓 Lift the restriction
button-withdrawal-over = ✔️ The client agreed again
button-data-refuse = ⛔ Refuse on a legal ground
button-client-told = 📣 The client was told
button-ask-erasure = 🗑 Ask for erasure
button-ask-erasure-yes = 🗑 Yes, ask an admin to erase it
button-preserve = ⚖️ Keep for a legal process
button-unpreserve = ⚖️ No longer keep
button-erase = 🗑 Erase
button-erase-yes = 🗑 Yes, erase now
button-erasure-decline = ↩️ Back to the supervisor
button-erasure-letter = ✉️ Letter to the client

erasure-sure = Everything in { $code } will be erased: answers and their history, notes, files, papers, consultations, the name. It <b>cannot be undone</b>. Only the code of the case stays, and that it was erased. The client has to be told (UU 27/2022 Pasal 45). Ask an admin to agree?
erasure-asked = The erasure of { $code } was asked for. An admin has to agree.
erasure-card =
    🗑 <b>Erasure of { $code }</b>
    { $name } asks for it because the client did (UU 27/2022 { $articles }).
    Everything in the case will be gone: answers, notes, files, the name. Its code stays, and that it was erased.
erase-sure = Erase everything in { $code } now? It <b>cannot be undone</b>.
erased = ✅ { $code } is erased: { $rows } records and { $files } files. The files are gone from the server within seconds, the bot's messages about the case from the chats.
erasure-declined = The request to erase { $code } went back to the supervisor.
erasure-letter =
    <b>{ $institution }</b>

    Subject: notice that personal data was destroyed ({ $code })

    To ……………………

    As you asked, and under UU 27/2022 { $articles }, we notify you (Pasal 45) that on { $day } all of your personal data in case { $code } was destroyed: { $rows } records and { $files } files. We keep only the code of the case and that it was erased, without a name and without content. Backups made before are sealed and are removed when their time comes.

    Yours sincerely,
    ……………………
preserve-reason-preserved = Who needs this data for a legal process, and what is the number of their letter? While it is kept the case cannot be erased.
preserve-reason-preservation-lifted = Why is it no longer kept for a legal process?
preserve-preserved = ⚖️ { $code } is kept from erasure.
preserve-preservation-lifted = ⚖️ { $code } is no longer kept. It can be erased if the client asks for it.

notice-erasure-wanted = 🔏 { $code }: the client wants their data erased. { $name } recorded it; you decide.
notice-erasure-asked = 🗑 { $code }: { $name } asks you to agree that everything in the case is erased.
notice-erased = 🗑 { $code } is erased: { $rows } records and { $files } files. Tell the client (UU 27/2022 Pasal 45), then note it.
notice-erasure-declined = ↩️ { $code }: { $name } has not agreed to the erasure and gives it back to you.

paper-data-copy = Copy of personal data
paper-data-json = Copy of the data (JSON)
paper-copy-at = Made
paper-copy-opening = This copy holds all of your personal data that the institution recorded in this case (UU 27/2022 Pasal 7 and 13). You may ask for correction (Pasal 6), restriction (Pasal 11), withdrawal of consent (Pasal 9) and erasure (Pasal 8).
paper-copy-recorded = Recorded by { $names }, { $from } to { $to }.
paper-copy-notes = Notes
paper-copy-files = Files
paper-copy-readers = Who opened your data
paper-copy-reader = { $name }: { $days ->
    [one] one day
   *[other] { $days } days
}
paper-copy-receiver = Received by

register-request-told = client told { $at }
register-request-refused = refused { $at }
history-data-asked = the client asks: { $what }
history-data-ended = the client's request ended ({ $what }): { $how }
history-data-told = the client was told how their request ended ({ $what })
