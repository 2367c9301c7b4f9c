# The organisation's own answers: written by a supervisor or an admin, found by every member.

own-label = 🏢 <b>From your organisation</b>
own-retired = 🗄 <b>This answer was retired</b> ({ $day }). It is not used any more; ask your supervisor.
own-written-by = Written by { $name } ({ $role }), { $day } · reviewed again { $review }
own-review-over = ⏰ It is due for review. If in doubt, ask your supervisor first.
own-review-due = One of your organisation's answers is to be reviewed: { $when }. Does it still hold, is it changed, or retired?
own-shipped-too = The bot's own source says something too, see below.
own-maybe = 🏢 <b>Perhaps this, from your organisation:</b>
part-grounds = Grounds

own-none =
    <b>Your organisation's answers</b>
    There are none yet. A supervisor's reply to a question can become an answer for all members.
own-title =
    <b>Your organisation's answers</b> · { $count }
    Written by your organisation itself, beside the bot's sources.
own-desk-title =
    <b>Your organisation's answers: manage</b>
    What waits for a decision comes first, then what is reviewed soonest.
own-desk-none =
    <b>Your organisation's answers: manage</b>
    Nothing was written yet.
own-state-draft = draft
own-state-proposed = waits for an admin
own-state-due = review { $day }, due now
own-state-kept = review { $day }
own-state-declined = not kept
own-state-retired = retired

own-card-draft = Draft, only you see it
own-card-proposed = Proposal, waits for an admin
own-card-kept = Your organisation's answer, found by every member
own-card-declined = Proposal that was not kept
own-card-retired = Retired, not found any more
own-care = 🔒 Every member will read it: make sure that nothing points to a client. The sign … stands for a word that may be a name; fill it in where needed.
own-no-answer = <i>The answer is not written yet.</i>
own-part-questions = Example questions
own-sent = ✅ Your proposal has reached the admins.
own-waits = ✅ The proposal is stored, but no admin can be reached through the bot. Tell an admin directly.
own-kept = ✅ Stored. From now on every member finds it.
own-reviewed = ✅ Noted: it still holds, reviewed again { $day }.
own-ended = 🗄 Retired. From now on it is not found any more.
own-history = <b>Earlier texts</b>
own-history-none = There is no earlier text: this answer was not changed since it was stored.
own-history-until = Until { $day }, changed by { $name }

own-ask-questions = How do people ask it? One example a line, at most { $most }; the first becomes the title. No client's name.
own-ask-answer = What is the answer? Two or three sentences are enough; steps are written separately. No client's name.
own-ask-steps = What are the steps? One step a line.
own-ask-source = What does it rest on? For example your organisation's SOP, a decree, or a law with its article.
own-ask-review = When does somebody look again whether it still holds?
own-now =
    Now:
    <blockquote expandable>{ $text }</blockquote>
own-questions-many = At most { $most } examples of { $characters } characters each. Shorten it a little, then send it again.
own-names-went = Names recorded in cases were taken out of what you wrote. Please check it once more.

notice-proposal = 📚 { $name } proposes an answer for the organisation.
notice-own-kept = 🏢 { $name } stored the answer you proposed; every member finds it now.
notice-own-declined = 📚 { $name } did not store the answer you proposed.

button-read-proposal = 📄 Read the proposal
button-own-read = 📄 Open the answer
button-keep-reply = 📚 Make it an answer for all
button-write-answer = ✍️ { $number } Write the answer
button-write-instead = ✍️ Write your own answer: { $title }
button-own-entries = 🏢 Our answers
button-own-entries-count = 🏢 Our organisation's answers ({ $count })
button-own-desk = 🗂 Manage answers
button-own-write = ➕ Write an answer
button-own-manage = 🗂 Manage
button-own-keep = ✅ Store it for all members
button-own-propose = 📨 Propose it to the admins
button-own-same = ✅ It still holds
button-own-questions = ✏️ Examples
button-own-answer = ✏️ Answer
button-own-steps = ✏️ Steps
button-own-source = ✏️ Grounds
button-own-review = 📅 Review
button-own-history = 🕘 Earlier texts
button-own-decline = ✖️ Do not store
button-own-withdraw = ↩️ Take it back
button-own-discard = 🗑 Discard the draft
button-own-retire = 🗄 Retire the answer
button-own-empty = Leave it empty
button-own-months = { $count } months

deadline-entry-review = review of one of our answers
    .open = 🏢 Open the answer
    .rule = the day of review written on that answer
