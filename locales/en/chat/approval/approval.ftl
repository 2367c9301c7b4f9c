# Approval: the supervisor's card, the decision, the worker's notice, and where no supervisor is named.

approval-title = <b>{ $form } awaits you</b> · { $code } · { $name }
approval-first-problem = { $count ->
    [one] { $count } problem
   *[other] { $count } problems
 }, first: { $problem } (USG { $total })
approval-plan = { $goals } goals, { $activities } activities, evaluation { $evaluation }
approval-changed = <b>Changed since the version before</b>
approval-unchanged = No answer changed since the version before.

approvals-none = Nothing awaits you. 👍
approvals-waiting = { $count ->
    [one] One thing awaits
   *[other] { $count } things await
 } your decision, the oldest first.
approved = ✅ { $form } { $code } approved.
return-which-part = <b>What is to be revised?</b> Choose the part; there may be several.
return-comment = What is to be revised in the part { $part }? Write it in one message.
returned = ↩️ { $form } { $code } went back to { $name } with { $count ->
    [one] one remark
   *[other] { $count } remarks
 }.

notice-approved = ✅ { $form } <b>{ $code }</b> was approved by { $name }.
notice-approved-closed = ✅ { $form } <b>{ $code }</b> was approved by { $name }. The case is now closed.
notice-returned = ↩️ { $form } <b>{ $code }</b> was returned by { $name } with { $count ->
    [one] one remark
   *[other] { $count } remarks
 }.
notice-waiting = <b>{ $count ->
    [one] One thing waits
   *[other] { $count } things wait
 } for you:</b>
waiting-more = … and { $count } more
waiting-ground = legal ground of the data
waiting-danger = danger
waiting-question = question
waiting-none = Nothing is waiting.
waiting-passed-on = What was waiting ({ $count }) has been passed on to them.
waiting-left = Something is waiting ({ $count }) and has reached no supervisor yet.
notice-supervisor-wanted = { $name } sent a form of { $code } that needs approval, but has no supervisor yet.

nudged = { $name } has been reminded.
nudged-later = These are quiet hours: { $name } is reminded in the digest, { $moment }.
nudged-admins = You have no supervisor yet. The admins are reminded.
nudged-already = They were reminded a short while ago. Give it until tomorrow.

naming-who = Who supervises { $name }?
naming-nobody = No member is a supervisor yet. Invite one first.
approval-taken-back = { $name } took this form back. There is nothing to decide.
approval-anew = { $name } sent this form again since this card was drawn. Decide on the new card below.
return-not-sent = Your comment was not sent.
approval-correction = <b>A correction, because:</b> { $reason }
notice-taken-back = { $name } took back { $form } <b>{ $code }</b>. There is nothing for you to decide.
notice-corrected = { $name } corrected { $form } <b>{ $code }</b>, which was complete.
taken-back = ↩️ { $form } was taken back. Your supervisor can no longer decide on it; send it again when it is ready.
correction-reason = Why is it corrected? The old answers stay, and your supervisor reads the reason and the changes.
correction-dropped = The correction of { $form } was dropped. Its answers are as they were.
correction-title = <b>Correction of { $form } · { $code }</b> · { $name }

button-approve = ✅ Approve
button-return = ↩️ Return
button-look = 📄 Open
button-part-all = General
button-mend = ✏️ Revise
button-nudge = 🔔 Remind { $name }
button-waiting = ✍️ See what waits
button-to-waiting = ⬅️ What waits
button-next-decision = ▶️ Next ({ $count })
button-name-supervisor = 🤝 Name { $name }'s supervisor
button-decide = ✍️ Decide
nudged-nobody-named = You have no supervisor yet, and no admin can be reached through the bot. Please tell an admin directly.
nudged-unreachable = { $name } cannot be reached through the bot just now. The admins are reminded.
nudged-nobody = Neither { $name } nor an admin can be reached through the bot just now. Please tell them directly.
notice-supervisor-unreachable = { $name } sent form { $code }, which needs approval. Their supervisor, { $supervisor }, cannot be reached through the bot. Name another one if need be.
button-take-back = ↩️ Take back
button-correct = ✏️ Correct
button-drop-correction = ✖️ Drop correction
notice-approval = 📝 { $name } sent { $form } <b>{ $code }</b>. It awaits your decision.
button-open-approval = 📄 Open and decide
approval-by-you = you
approval-approved-already = This form was already approved by { $name }, { $when }.
approval-returned-already = This form was already returned by { $name }, { $when }.
remark-which = Which part of <b>{ $item }</b>?
remark-now = Your remark so far: { $text }
button-remark-item = All of { $item }
button-drop-remark = 🗑 Remove this remark
button-return-remarks = { $count ->
    [one] ↩️ Return with one remark
   *[other] ↩️ Return with { $count } remarks
 }
approval-has-remarks = { $count ->
    [one] One remark of yours was
   *[other] { $count } remarks of yours were
 } not sent. Return the form, or remove them first by way of Return.
approval-remarks = <b>Returned with remarks</b> (✓ changed since)
