# Questions to the supervisor, the replies, and ethical dilemmas.

consult-admins = the organisation's admins
consult-nobody = No supervisor or admin can be reached through the bot yet. Please contact your superior directly.
consult-ask = Write your question to { $to }, without a client's name.
consult-check =
    To { $to }:
    <blockquote>{ $question }</blockquote>
    Send it like this, or write it again in your words. Please make sure that no client's name is in it.
consult-check-case =
    To { $to }, about case <b>{ $code }</b>:
    <blockquote>{ $question }</blockquote>
    Send it like this, or write it again in your words. Please make sure that no client's name is in it.
consult-which-case = Which case is it about?
consult-sent = ✅ Your question has gone to { $to }. The reply will come here.
consult-card = 💬 <b>{ $name } asks</b>
consult-card-case = 💬 <b>{ $name } asks</b> · { $code }
consult-replied = <b>Replied:</b>
consult-waiting = Questions waiting for you: { $count }
consult-write-reply = What is your reply to { $name }? Write it in one message.
consult-reply = 💬 <b>Reply of { $name }</b>
consult-your-question = Your question:
consult-reply-sent = ✅ Your reply has gone to { $name }.
consult-reply-kept = Your reply is kept, but { $name } cannot be reached through the bot now.
notice-question = 💬 { $name } has a question for you.
notice-question-case = 💬 { $name } has a question for you about { $code }.
notice-reply = 💬 { $name } replied to your question.
button-read-question = 📄 Read the question
button-read-reply = 📄 Read the reply
button-consult-send = 📨 Send
button-consult-case = 📂 Name the case
button-no-case = No case
button-reply = 💬 Reply
button-ask-again = 🙋 Ask again

command-dilema = Reason an ethical dilemma

dilemma-intro =
    <b>Reasoning an ethical dilemma</b>
    Seven steps, from the facts to the decision and its reasons. The note is sealed and yours alone, unless you ask for supervision. Do not write a client's name.
dilemma-step = Dilemma · { $number } of { $of }
dilemma-head-facts = The facts
dilemma-head-interests = The interests
dilemma-head-duties = The duties that pull apart
dilemma-head-law = What the law fixes
dilemma-head-options = The options and their consequences
dilemma-head-consult = Whom to consult
dilemma-head-decision = The decision and its reasons
dilemma-ask-facts = What happened? Write what you know for certain, and what is a guess. Without names.
dilemma-ask-interests = Who is affected? Write what matters to each as well, beginning with the client. Roles are enough.
dilemma-ask-duties = Which duties pull apart? One duty a line, for example: keeping confidence; protecting someone in danger.
dilemma-ask-law = Of what you read above, what is fixed by law and not up for choice?
dilemma-ask-options = Which options are there? Write what each leads to as well, for the client, for others and for you.
dilemma-ask-consult = Whom do you ask before you decide?
dilemma-ask-decision = What do you decide, and why? A reason you can explain to the client is mostly a good one.
dilemma-choice-nothing = Nothing else
dilemma-choice-supervisor = My supervisor
dilemma-choice-peer = A colleague of the profession
dilemma-choice-client = The client
dilemma-choice-undecided = Not decided yet
dilemma-bearings = <b>What bears on those duties</b>
dilemma-no-entry = not in my sources
dilemma-note = ⚖️ <b>Dilemma</b> · { $day }
dilemma-note-case = ⚖️ <b>Dilemma</b> · { $day } · { $code }
dilemma-yours = This note is yours, and kept sealed. The decision stays with you and your supervisor.
dilemma-edit-which = Which part do you write again?
button-dilemma-new = ➕ Begin
button-dilemma-on = ▶️ Go on
button-dilemma-ask = 📨 Ask for supervision
button-dilemma-case = 📂 Put on a case
button-dilemma-edit = ✏️ Change
