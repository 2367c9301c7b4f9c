# Files over many cases: exports of data, who agrees to them, and what is in them.

button-exports = 📤 Recap and export
exports-title =
    <b>Recap and export</b>
    Figures and data of the whole institution, to be kept outside of this chat. Every file is recorded: who made it, when, and what is in it.
button-export-waits = ❗ An export waits for your decision
button-export-data = 🗂 Export case data
button-recap = 📊 PPKS recap
button-figures = 🏅 Figures for accreditation
button-lembar = 📋 Copy sheets
button-primero = 🔁 Primero
button-make-xlsx = Excel (XLSX)
button-make-pdf = PDF

export-data-title =
    <b>Export case data</b>
    One sheet for each subject. Only cases whose client agreed to the processing of their data, or that have another legal ground, are in it.
export-format-xlsx = File: Excel (XLSX).
export-format-csv = File: CSV, one for each sheet, in one ZIP archive.
export-with-pseudonyms = People are called by pseudonyms. The same person is always called the same, in every sheet and in the next export.
export-with-names = ⚠️ People are called by their names.
export-needs-second = ⚠️ What is in it may point at people. You will be asked for the reason, and one other person, an admin or a supervisor, has to agree.
button-export-columns = { $count ->
    [one] { $count } column
   *[other] { $count } columns
}
button-export-as-xlsx = Switch to Excel
button-export-as-csv = Switch to CSV
button-export-names = With names
button-export-pseudonyms = With pseudonyms
button-export-go = 📤 Make the export
export-empty = Choose at least one sheet with one column first.
export-columns-title =
    <b>{ $subject }</b>
    Choose the columns. Columns marked * may point at people: names, places, numbers, or what was written in free words.

export-reason-second = What is this file for, and who will hold it? Write it in your own words. Whoever agrees reads this reason, and it is kept.
export-reason-reason = What are the names of the staff needed for? Write it in your own words. The reason is kept, and the other admins are told.
export-reason-nothing = What is this file for?
export-ordered = It is being made. The file comes into this chat as soon as it is done; you can do something else meanwhile.
export-asked = The request has gone to the other admins and supervisors. The file is made once one of them agrees. The request holds for { $days } days.
export-nobody = What is in this file needs the yes of one other person, and there is no other admin or supervisor who can be reached. Invite an admin or a supervisor first, or choose columns without *.
notice-export-asked = { $name } asks for an export with names, or with what was written about clients. Read the reason, then decide.
notice-export-agreed = { $name } agreed to your export. The file is being made.
notice-export-declined = { $name } did not agree to your export.
notice-export-named = { $name } made a file with the names of the staff: { $what }.
button-export-see = See the request
button-export-yes = Agree
button-export-no = Do not agree
button-export-cancel = Take the request back

export-order-title =
    <b>Request for an export</b>
    From { $name }, { $at }.
export-order-kind = Content: { $kind }.
export-order-sheet = • { $subject }: { $count ->
    [one] { $count } column
   *[other] { $count } columns
}
export-order-period = Period: { $period }.
export-order-reason = Reason: “{ $reason }”
export-was-draft = Not sent yet.
export-was-asked = Waiting for a decision.
export-was-waiting = Agreed to, being made.
export-was-made = Made.
export-was-refused = Not made in the end.
export-was-declined = Not agreed to.
export-was-cancelled = Taken back.
export-was-over = Past its time: nobody agreed.

export-kind-data = Case data
export-kind-recap = PPKS recap
export-kind-accreditation = Figures for accreditation
export-kind-primero = File for Primero
export-caption = 📤 { $name }
export-keep = Download it before it goes from this chat, and keep it where only those may open it who have the right to. Delete it when it is not needed any more.
export-refused = { $name } was not made. If you are still an admin, try again; if it fails again, give this code to whoever runs the bot: { $reference }.

export-about = About
export-about-what = What
export-about-text = Text
export-about-made = Made by
export-made = { $name }, { $when }
export-about-cases = Cases in it
export-about-left-out = Cases left out
export-about-people = Names of people
export-about-named = Written with names, for a reason that is kept and with the yes of a second person.
export-about-pseudonyms = Pseudonyms: KL a client, PS staff, KR a relative. The same person is called the same in every sheet and in the next export. A client with two cases that were opened apart has two pseudonyms.
export-about-care = Taking care of this file
export-about-care-text = Personal data under pseudonyms is personal data still (UU 27/2022). Columns marked * may point at people. Keep it only as long as it is needed.
export-left-out-none = None
export-left-out-rule = Cases without consent or another legal ground, those their client had frozen, and those that were erased are not counted.
export-left-out-no-consent = { $count } without consent or another legal ground
export-left-out-not-asked = { $count } whose consent was not asked for yet
export-left-out-restricted = { $count } frozen because the client asked for it
export-left-out-erased = { $count } whose data was erased

export-subject-cases = Cases
export-subject-forms = Forms
export-subject-contacts = Contacts
export-subject-sessions = Sessions
export-subject-goals = Goals
export-subject-evaluations = Evaluations
export-subject-referrals = Referrals
export-subject-aftercare = Aftercare
export-subject-family = Family
export-subject-deadlines = Deadlines
export-subject-supervision = Supervision

export-column-client = Client
export-column-worker = Social worker
export-column-supervisor = Supervisor
export-column-code = Case code
export-column-level = Level of client
export-column-age = Age
export-column-birthDate = Date of birth
export-column-stage = Stage
export-column-openedAt = Opened
export-column-closedAt = Closed
export-column-outcome = How it ended
export-column-daysOpen = Days open
export-column-lastContactOn = Last contact
export-column-sessions = Sessions
export-column-form = Form
export-column-sequence = Number
export-column-version = Version of the form
export-column-status = Standing
export-column-startedAt = Begun
export-column-submittedAt = Sent
export-column-decidedAt = Decided on
export-column-answers = Answers
export-column-date = Day
export-column-channel = Through
export-column-plan = Plan number
export-column-goal = Goal number
export-column-attained = Level reached (GAS)
export-column-attainedOn = Judged on
export-column-tScore = T-score
export-column-relative = Relative
export-column-deadline = Deadline
export-column-statutory = From the law
export-column-startsAt = Start
export-column-dueAt = Due
export-column-doneAt = Done
export-column-due = Result
export-column-heldOn = Day of supervision
export-column-nextOn = Next supervision
export-due-in-time = in time
export-due-late = late
export-due-cancelled = no longer applies
export-due-overdue = overdue
export-due-open = running
