# The institution's own audit of its service standard, its improvements, and its accreditation.

button-standards = 📋 Audit of the institution
standards-title = <b>📋 Self-audit of the institution</b>
standards-last = Last on { $day }: score { $score }
standards-last-none = Last on { $day }: no score, no component applies
standards-never = Not audited yet.
standards-open = Being audited: { $told } of { $total } components.
standards-accredited = 🏅 Accreditation { $grade }, valid until { $day }
standards-accreditation-over = 🏅 Accreditation { $grade } ended on { $day } ❗️
standards-for-members = Admins and supervisors audit; the last result is open to every member.
button-standard-topics = 📏 Ask about service standards
button-improvements = 🔧 Improvements ({ $count })
button-accreditation = 🏅 Accreditation

standard-instrument-title = <b>{ $name }</b>
standard-standing = Standing of the source: { $standing }.
button-audit-begin = ▶️ Begin the audit
button-audit-resume = ▶️ Go on ({ $told }/{ $total })
button-audit-result = 📊 Last result
button-score-chart = 📈 Over time

audit-title = <b>{ $name }</b> · { $code }
audit-begun = Begun on { $day } by { $name }. Told of { $told } of { $total }.
audit-stop-hint = Stop whenever you like: everything is kept, and can be changed until the audit is finished.
audit-line = { $number }. { $mark } { $component }
audit-incomplete = ❗️ Something is still to be filled in: { $components }.
audit-past = ❗️ The day for the improvement is over, change it first: { $components }.
button-audit-next = ▶️ { $component }
button-audit-number = { $mark } { $number }
button-audit-finish = ✅ Finish the audit
button-audit-leave = ⏸ Stop for now
audit-finish-sure =
    Finish this audit? Its score is { $score }. { $improvements ->
        [0] Nothing has to be improved.
        [1] One improvement becomes a deadline of the institution, and the admin is reminded.
       *[other] { $improvements } improvements become deadlines of the institution, and the admin is reminded.
    }
    Improvements of the audit before that are still open are replaced by these. Once finished, the result cannot be changed.
audit-finish-sure-none = Finish this audit? Every component is said not to apply, so there is no score. Improvements of the audit before that are still open end. Once finished, the result cannot be changed.
button-audit-finish-surely = ✅ Yes, finish

judging-title = <b>{ $number } of { $total } · { $component }</b>
judging-basis = { $basis } ({ $standing })
judging-met-official = <b>Met where</b> (our words, after the law's explanation): { $words }
judging-met-secondary = <b>Met where</b> (our wording): { $words }
judging-state = <b>State:</b> { $state }
judging-part = <b>{ $part }:</b> { $words }
judging-files = <b>Files of evidence:</b> { $count }
judging-unreadable = What was recorded cannot be read ({ $code }). Please judge this component again.
judging-missing = ❗️ Not filled in yet: { $parts }.
state-met = ✅ Met
state-partly = 🌗 Partly
state-not = ❌ Not met
state-not-applicable = ➖ Does not apply
state-word-met = met
state-word-partly = partly met
state-word-not = not met
state-word-not-applicable = does not apply
button-audit-components = ⬅️ All components

finding-reason = Reason
    .ask = Why does this component not apply to your institution?
finding-evidence = Evidence
    .ask = What shows it? Write it, and/or send photos or documents, as many as you need. No names, faces or data of clients.
finding-missing = What is missing
    .ask = What is still missing? Write it briefly.
finding-dueOn = Due
    .ask = By when is it improved? Once the audit is finished this day becomes a deadline of the institution.
finding-responsible = Responsible
    .ask = Who sees to it? Write a name or a function, or skip.
finding-evidence-kept = Kept: { $what }. Send more if there is more; new words replace the old ones.
evidence-words = words
evidence-count = { $count ->
    [1] 1 file
   *[other] { $count } files
}
button-evidence-none = No evidence
button-evidence-enough = ✔️ Enough
button-months = { $count ->
    [1] in a month
   *[other] in { $count } months
} · { $day }
evidence-kinds = Please send photos or documents, or write. A voice note cannot be evidence here.
evidence-too-many = A component holds { $most } files at most. Please take one out first.
evidence-caption = 📎 Evidence · { $component } · { $code }
evidence-waiting = This file is still being fetched from Telegram. Please try again in a moment.
evidence-failed = This file could never be fetched from Telegram. Please send it again.
evidence-lost = Sorry, the { $kind ->
    [photo] photo
   *[other] document
} you sent as evidence for the audit { $code } could not be fetched from Telegram, so it has not been kept. Please open its component and send it again (20 MB at most).
evidence-dropped = The evidence is taken out.
button-evidence-photo = 📷 Evidence { $number }
button-evidence-document = 📄 Evidence { $number }
button-evidence-drop = 🗑 Take this evidence out
button-part = ✏️ { $part }

result-title = <b>📊 { $name }</b> · { $code }
result-finished = Finished on { $day }, by { $name }.
result-score = <b>Score { $score }</b>
result-counts = { $met } met · { $partly } partly · { $not } not met · { $none } do not apply
result-rule = How it is reckoned: met counts 1, partly ½, not met 0; what does not apply is left out. The sum is divided by how many components are counted, in percent, rounded. The rule is ours: the regulations set no score.
result-missing = Missing: { $missing }
result-due = Due { $day }
result-done = Improved on { $day }
result-overtaken = Looked at again on { $day }
button-audit-report = 📄 Report (PDF)
chart-caption = 📈 { $name } · { $code }
scores-chart-title = Score of { $name }, in percent
chart-needs-two = The chart is there once two audits are finished.

improvements-title = <b>🔧 Open improvements</b> ({ $count })
improvements-none = No improvement is open.
improvement-title = <b>🔧 { $component }</b>
improvement-of = { $name } · { $code }
improvement-done-words = <b>What was done:</b> { $words }
improvement-is-done = ✅ Done on { $day }, by { $name }.
improvement-is-overtaken = The audit of { $day } looked at this component again.
button-improvement = { $component } · { $day }
button-improvement-late = ❗️ { $component } · { $day }
button-improvement-done = ✅ Done
button-improvement-date = 📅 Change the day
button-improvement-end = ✅ Finish
improvement-ask = What was improved? Write it, and/or send photos or documents as evidence. No names, faces or data of clients.
improvement-date-ask = To which day is it put off? Write the day, or press one.
improvement-moved = ✓ It is due on { $day } now.
improvement-made = ✅ Done: { $component }. Its deadline has ended.

register-accreditation = <b>🏅 Accreditation of the institution</b>
button-register-accreditation = 🏅 Accreditation
accreditation-line = • Grade { $grade } · number { $number } · since { $issued }, valid until { $expires }
accreditation-line-over = • Grade { $grade } · number { $number } · since { $issued }, ended on { $expires } ❗️
accreditation-line-past = • Grade { $grade } · number { $number } · { $issued } to { $expires } · replaced or removed
accreditation-reminders = The bot reminds the admin a year, half a year, three months, a month and a week before it ends, and monthly afterwards.
accreditation-validity = Grade A is valid for 5 years, B for 3, C for 2. These figures are from the press (secondary): where the certificate names another day, that day counts.
button-accreditation-record = ✍️ Record the accreditation
button-accreditation-drop = 🗑 Remove what is recorded
accreditation-grade-ask = What grade is it?
accreditation-issued-ask = When was the certificate issued? Write the day, for example: 12 March 2025.
accreditation-number-ask = What is the number of the certificate?
accreditation-expires-ask = Until when is it valid? By its grade, as on the button. Write another day where the certificate says so.
accreditation-expires-first = An accreditation ends after it was issued ({ $day }). Please write a later day.
accreditation-kept = ✓ Kept. The bot reminds you before this accreditation ends.
accreditation-kept-over = ✓ Kept. This accreditation has ended. The bot reminds you until the new one is recorded.

deadline-standard-improvement = improvement of the service standard
    .open = 🔧 Open the improvement
    .rule = the day written down in the audit of the institution
deadline-accreditation-renewal = accreditation of the institution ends
    .open = 🏅 Open the accreditation
    .rule = reminded a year, half a year, three months, a month and a week before, then monthly

paper-standard-audit = Report on the self-audit
paper-standard-chart = Chart of the scores
standard-paper-internal = INSTITUTION'S DOCUMENT
standard-paper-code = Number
standard-paper-instrument = Instrument
standard-paper-source = Source
standard-paper-period = Audited
standard-paper-span = { $from } to { $to }
standard-paper-score = Score
standard-paper-percent = { $score } of 100
standard-paper-no-score = None: no component applies
standard-paper-counts = Detail
standard-paper-accreditation = Accreditation
standard-paper-accredited = Grade { $grade }, valid until { $day }
standard-paper-table = Result of each component
standard-paper-number = No.
standard-paper-component = Component
standard-paper-state = State
standard-paper-shown = Evidence
standard-paper-shown-none = none yet
standard-paper-shown-words = in words
standard-paper-shown-files = { $count ->
    [1] 1 file
   *[other] { $count } files
}
standard-paper-why = Does not apply: { $reason }
standard-paper-plan = Plan of improvements
standard-paper-plan-none = Nothing has to be improved.
standard-paper-missing = What is missing
standard-paper-due = Due
standard-paper-who = Responsible
standard-paper-became = State now
standard-paper-open = open
standard-paper-done = done on { $day }
standard-paper-overtaken = looked at again on { $day }
standard-paper-evidence = Evidence
standard-paper-evidence-none = No evidence was recorded.
standard-paper-document = Document: { $name }
standard-paper-photo = Photo { $number }: { $component }
standard-paper-photo-words = Photo { $number } as evidence for the component { $component }
standard-paper-photo-gone = (the photo is kept in the bot, and not printed here)
standard-paper-after = After the audit: { $words }
standard-paper-scores = Scores over time
standard-paper-signs-auditor = Audited by
standard-paper-signs-head = Head of the institution
