# Reassigning cases and changing the supervisor: which cases, why, and a second person's yes.

give-which =
    Which cases go from <b>{ $from }</b> to <b>{ $to }</b>? Press to choose.
    Chosen: { $chosen } of { $total }
give-none-chosen = Please choose at least one case.
button-give-all = ☑️ Choose all
button-give-none = ▫️ Choose none
button-give-chosen = ➡️ Reassign ({ $count })
give-reason =
    { $count ->
        [one] 1 case
       *[other] { $count } cases
    } from <b>{ $from }</b> to <b>{ $to }</b>: { $codes }

    What is the reason? Your answer starts the reassignment, and stands in the history of each case.

proposal-asked = 🔀 One more person has to agree: another admin, or the present supervisor. Until then nothing changes.
proposal-nobody = You yourself would be able to read the cases, so another admin or the present supervisor has to agree. There is neither. Please make another member an admin first, with 🎭 Roles. Nothing was changed.
proposal-refused = All right, it stays as it is. Nothing was changed.
proposal-impossible = That is not possible any more: whoever was to receive it is not active, or has that role no longer. Nothing was changed.
proposal-cases = { $by } wants to reassign { $count ->
    [one] 1 case
   *[other] { $count } cases
 } from <b>{ $worker }</b> to <b>{ $to }</b>: { $codes }. { $to } and their supervisor will be able to read them.
proposal-supervisor = { $by } wants <b>{ $to }</b> to supervise <b>{ $worker }</b>, and so to read their cases.
proposal-reason = The reason: { $reason }
proposal-age = { $days ->
    [0] Proposed today.
    [1] Proposed yesterday.
   *[other] Proposed { $days } days ago.
 }
proposal-over = ⌛️ { $days } days have passed without an answer, so nobody can agree any more. Nothing changed; propose it again if it is still needed.
proposal-waits = 🔀 Waits for another admin, or the present supervisor, to agree.
proposal-was-done = ✓ Done; { $name } agreed.
proposal-was-refused = ✖️ { $name } refused.
proposal-was-cancelled = ✖️ Taken back.
button-proposal = 🔀 Proposed reassignment
button-proposals = 🔀 Proposed reassignments ({ $count })
button-proposals-yes = ✅ Agree to all ({ $count })
staff-proposals-all = <b>{ $count ->
    [one] One proposal awaits
   *[other] { $count } proposals await
 } you</b>
staff-proposals-none = No proposal awaits you. 👍
button-proposal-cases = 🔀 Cases to { $name }
button-proposal-supervisor = 🔀 Supervisor: { $name }
button-proposal-yes = ✅ Agree
button-proposal-no = ✖️ Refuse
button-proposal-cancel = ✖️ Take it back
notice-staff-proposal = 🔀 { $name } proposes a change of who reads cases. Your agreement is needed.
notice-proposal-done = ✓ What you proposed for { $worker } and { $to } was agreed to, and is done.
notice-proposal-refused = ✖️ { $name } refused what you proposed for { $worker }. Nothing was changed.
notice-proposal-impossible = What you proposed for { $worker } was not possible any more when { $name } agreed to it. Nothing was changed.
naming-of = Social worker: <b>{ $name }</b>
