# Forms outside their questions: going on, the summary, changing answers, sending, and what follows.

nothing-open = No form is waiting for you.
which-draft = { $count } forms are not sent yet. Which one?

summary-title = <b>{ $form } · { $code }</b>
summary-title-again = <b>{ $form } { $number } · { $code }</b>
summary-draft = Everything is answered. Check it, then send it.
summary-submitted = Awaiting approval.
summary-returned = To be revised and sent again.
summary-approved = Complete ✓
summary-amended = Being updated. Send it to keep it as the final answer.
summary-remarks = <b>Remarks by { $name }:</b> { $count }, beside the answers.
remark-you = you
answer-unreadable = (cannot be read, code { $code })
answer-hidden = (hidden)

measure-ranking = <b>Order of problems (USG)</b>
measure-problem = { $number }. { $problem } · { $total }
measure-problem-safety = { $number }. { $problem } · { $total } · ⚠️ a matter of safety
measure-t-score = <b>Goal attainment (GAS): T-score { $score }</b>. 50 means as expected.
measure-functioning = <b>Social functioning, assessment → now</b>

edit-which = <b>{ $code }</b> · which answer do you want to change? The old one stays in the history.
remove-sure = Remove this from the list? Its old answers stay in the history.
not-complete = Some questions are not answered yet.
worker-sends = This form needs the supervisor's approval, so the social worker sends it.

sent-kept = ✅ { $form } is saved.
sent-amended = ✅ { $form } is updated.
sent-declined = Saved. The client has not agreed to this plan, so it comes back to you to be revised together with the client.
sent-waits-later = ✅ { $form } sent and waiting for approval by { $name }. These are quiet hours, so they read of it in their digest, { $moment }.
sent-waits = ✅ { $form } was sent and awaits { $name }.
sent-nobody = ✅ { $form } is saved and awaits approval. You have no supervisor yet; the admins are asked to name one, who will get this form at once.
sent-nobody-named = ✅ { $form } is saved and awaits approval. You have no supervisor yet, and no admin can be reached through the bot: please tell an admin directly.
sent-unreachable = ✅ { $form } is saved and awaits { $name }, who cannot be reached through the bot just now. The admins are told.
sent-nobody-reached = ✅ { $form } is saved and awaits approval. Neither { $name } nor an admin can be reached through the bot just now: please tell them directly.
sent-closed = Case <b>{ $code }</b> is closed: { $outcome }.
sent-reopened = Case <b>{ $code }</b> is open again.
summary-draft-part = Draft · { $answered } of { $of } answered.
names-title = <b>Names and identities</b> · { $form } · { $code }
summary-draft-whole = Draft · all answered, not sent yet.
summary-draft-closed = The case is closed, so this draft will not be sent.
summary-correcting = Being corrected. Change the answers, then send; your supervisor sees what changed.
sent-corrected = ✅ The correction of { $form } is kept.
sent-corrected-told = ✅ The correction of { $form } is kept. { $name } was told, and can read the reason and the changes.

button-edit-answers = ✏️ Change answers
button-send = 📨 Send
button-add-item = ➕ { $list }: add one
button-remove-item = 🗑 Remove { $item }
button-remove = Yes, remove
button-to-summary = ⬅️ Summary

# What is scored, beside its buttons.
scored-goal = <b>Goal:</b> { $goal }
scored-level = <b>{ $level }</b> { $words }
scored-level-unwritten = <b>{ $level }</b> <i>not written in the plan</i>
scored-baseline = At the assessment: <b>{ $score }</b>
safety-goal-ask =
    ⚠️ This problem is about safety and has no goal yet:
    { $problems }
    Add a goal for it?
measure-safety-uncovered = ⚠️ <b>About safety, without a goal</b>
measure-uncovered = • { $problem }

## Names inside an answer

names-kept-client = <b>{ $what }</b> is saved, and it holds the client's name. Replace the name with “{ $alias }”?
names-kept-other = <b>{ $what }</b> is saved, and it holds somebody else's name. Replace it with the initial?
names-kept-both = <b>{ $what }</b> is saved, and it holds the names of the client and of others. Replace them with “{ $alias }” and initials?
names-left = All right, it stays as written.
names-agreed = The client has agreed to these words, so I do not change them by myself. You can change them at their question; the agreement is then asked again.
client-unnamed = the client
button-names-out = Replace
button-names-stay = Leave it
names-held-client = ⚠️ Your text holds a client's name. Replace it with “{ $alias }” before it goes?
names-held-other = ⚠️ Your text holds somebody else's name. Replace it with the initial before it goes?
names-held-both = ⚠️ Your text holds the names of a client and of others. Replace them with “{ $alias }” and initials before it goes?
names-out = All right, the names are replaced.
button-send-as-is = Send as it is
