# Cases: lists, card, steps, why a step is closed, history, closing and reopening.

## Lists

cases-open = open
cases-mine = <b>My cases</b> · { $which } · { $total }
cases-team = <b>Team cases</b> · { $which } · { $total }
cases-none = No open cases yet.
cases-none-in-stage = No cases in the stage { $stage }.
cases-which-stage = Cases in which stage?
cases-search = Write a case code (such as 0042) or a client's name; the beginning of a word is enough.
cases-found = { $total ->
    [one] { $total } case found.
   *[other] { $total } cases found.
 }
cases-found-many = { $total } cases found; these are the { $shown } latest. Write more to narrow it down.
cases-not-found = None of your cases has that code or name.

short-stage-approach = First contact
short-stage-assessment = Assessment
short-stage-plan = Plan
short-stage-intervention = Intervention
short-stage-evaluation = Evaluation
short-stage-closed = Closed

## The card

case-opened = Case <b>{ $code }</b> is open. Let's begin with the first contact.
case-not-yours = That case was not found, or is not yours to see.
card-title = <b>{ $code }</b> · { $level }
card-name = Name: <b>{ $name }</b>
card-name-unknown = The name is not recorded yet.
card-worker = Social worker: { $name }
card-closed = { $outcome } · { $when }
card-waits = { $form } has been waiting for { $name } since { $since }.
round-draft = being filled in
round-submitted = awaiting approval
round-returned = to be revised
round-approved = complete ✓
round-amended = complete ✓, being updated
supervisor-none = a supervisor (none named yet)

next-step = Next: <b>{ $step }</b>.
next-step-due = Next: <b>{ $step }</b>, by { $date } ({ $days ->
    [0] today
    [1] tomorrow
   *[other] in { $days } days
 }).
next-step-late = Next: <b>{ $step }</b>, was due { $date }.

outcome-terminated = Service completed
outcome-referredOut = Referred to another institution
outcome-ineligible = Not eligible
outcome-withdrew = The client withdrew
    .button = The client withdrew
outcome-died = The client died
    .button = The client died
outcome-moved = The client moved away
    .button = The client moved away
outcome-declined = Client does not agree to the service
    .button = Client does not agree to the service
outcome-voided = Discarded, empty
outcome-erased = Data of the case erased

## Steps

steps-title = <b>{ $code }</b> · all steps. Those marked 🔒 are not open yet; press one to see why.
gate-case-closed = This case is closed ({ $outcome }). Should the client need it again, it can be reopened with a reason.
gate-before-incomplete = { $form } is not open yet: the { $before } is not complete.
gate-awaiting-approval = { $form } is not open yet: the { $before } has been waiting for { $name } since { $since }.
gate-awaiting-itself = { $form } was sent and has been waiting for { $name } since { $since }.
gate-returned = { $form } is not open yet: the { $before } was returned and is to be revised first.
gate-client-declined-plan = { $form } is not open yet: the client has not agreed to the plan. Revise it together with the client.
gate-not-eligible = { $form } is not open yet: the client does not meet the organisation's requirements.
gate-no-consent = { $form } is not open yet: the client has not agreed to the service.
gate-needs-decision = { $form } is not open yet: the last evaluation did not decide on it.
gate-referral-unanswered = { $form } is not open yet: no institution has accepted the referral.
gate-needs-termination = { $form } begins after the service has ended.
gate-no-aftercare = There is no aftercare: the case ended without a termination ({ $outcome }).

## Closing, reopening, opening early

close-why = Why is <b>{ $code }</b> being closed? If the goals are met or the time is over, use the termination.
close-reason = Tell briefly what happened. It is kept in the case's history.
reopen-reason = Why is this case being reopened?
override-reason = Why must this step be opened early? The reason is recorded with your name.
override-done = { $form } of { $code } is now open for one filling.
notice-override = { $name } opened { $form } of <b>{ $code }</b> early.
case-still-empty = Case <b>{ $code }</b> is still empty, so that one is used. Let us begin with the first contact.
case-discarded = The empty case <b>{ $code }</b> was discarded. Its code is not used again.
discard-sure = Discard the draft { $form } of <b>{ $code }</b>? { $answers ->
    [one] One answer goes
   *[other] { $answers } answers go
 } with it.
draft-discarded = The draft { $form } of <b>{ $code }</b> was discarded.
read-which = <b>{ $code }</b> · which form would you like to read?
read-nothing = <b>{ $code }</b> has no form to read yet.
closing-waits = Closing ({ $outcome }) waits for { $name }.
reopening-waits = Reopening waits for { $name }.
request-admin = the organisation's admin
card-refused = Not agreed to by { $name }: { $text }
request-closing =
    <b>Closing { $code } waits for you</b> · { $name }
    { $outcome }
request-reopening = <b>Reopening { $code } waits for you</b> · { $name }
request-from-form = The reason is in the form that was sent.
request-no-danger = No danger is open any more.
request-no-clock = No deadline is running.
request-clock = ⏳ { $what }: { $when }
request-consent-yes = The client agreed to the service.
request-consent-no = The client did not agree to the service.
request-consent-none = Consent to the service is not recorded yet.
request-refusal = Why is it not agreed to yet? Write it in one message; the social worker reads it on the case card.
request-refused = ↩️ { $code } went back to { $name } with your note.
request-closing-short = Closing
request-reopening-short = Reopening
notice-closing-asked = { $name } asks that <b>{ $code }</b> be closed. The decision is yours.
notice-reopening-asked = { $name } asks that <b>{ $code }</b> be reopened. The decision is yours.
notice-closed = <b>{ $code }</b> was closed by { $name }.
notice-reopened = <b>{ $code }</b> was reopened by { $name }.
notice-request-refused = { $name } did not agree to your request for <b>{ $code }</b> yet. The note is on the case card.

button-step-start = ▶️ Start { $form }
button-step-continue = ▶️ Continue { $form }
button-step-repeat = ➕ Start a new { $form }
button-step-session = 📝 Note a session
button-step-amend = ✏️ Update { $form }
button-step-answer = 📩 Note the referral's answer
button-step-closed = 🔒 { $form }
button-another-referral = ➕ Another referral
button-signed = 🖊 The contract is signed
button-other-steps = Other steps
button-history = 🗂 History
button-show-name = 👁 Show the name
button-hide-name = 🙈 Hide the name
button-close-case = Close the case
button-reopen = 🔓 Reopen
button-override = 🔓 Open with a reason
button-find = 🔎 Search
button-by-stage = By stage
button-all-open = All open cases
button-to-list = ⬅️ Cases
button-to-case = 📂 To the case
button-read = 📄 Read
button-discard-case = 🗑 Discard
button-discard-draft = 🗑 Discard draft
button-discard-sure = Yes, discard
request-taken-back = { $name } took this request back. There is nothing to decide.
request-anew = { $name } made a new request since this card was drawn. Decide on the new card below.
closing-taken-back = ↩️ The request to close { $code } is taken back. The case stays open.
reopening-taken-back = ↩️ The request to reopen { $code } is taken back. The case stays closed.
notice-closing-taken-back = { $name } took back the request to close <b>{ $code }</b>. There is nothing for you to decide.
notice-reopening-taken-back = { $name } took back the request to reopen <b>{ $code }</b>. There is nothing for you to decide.

## At a glance

card-title-alias = <b>{ $code }</b> · { $alias } · { $level }
card-client = { $about }
card-consent-yes = Consent to the service: yes
card-consent-no = Consent to the service: no
card-consent-none = Consent to the service: not recorded yet
card-contact = Last contact: { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago ({ $date })
 }
card-goal = 🎯 { $number }. { $goal }
card-goal-level = 🎯 { $number }. { $goal } · level { $level }
cases-contact = { $days } d
alias-ask = What shall <b>{ $code }</b> be called in lists and on its card? Not the name; for example: Garden granny. At most { $max } letters.
alias-is-name = That alias contains the client's name, so anybody who sees your screen knows who it is. Please choose another.
button-alias = 🏷 Alias
button-no-alias = No alias
button-copy = 📋 Copy code
