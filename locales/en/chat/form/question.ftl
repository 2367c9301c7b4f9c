question-heading = { $form } · { $section } · { $number }/{ $of }
question-current = Answer so far: { $answer }
question-remark = 💬 <b>To be revised:</b> { $text }
question-confirm = <b>{ $answer }</b>. Is that right?
question-answered = { $question } — <b>{ $answer }</b> ✓
question-gone = That question has passed. Nothing was changed.
question-basis = Basis: { $work } { $article }.
question-disputed =
    { $name } answered this question on { $when }:
    <b>{ $theirs }</b>

    Your answer:
    <b>{ $mine }</b>

    Which one stands?
answer-skipped = (skipped)
answer-none = (none yet)
answer-spoken = 🎤 voice recording
answer-age = { $age } years
answer-age-months = { $age } years { $months } months
answer-months = { $months } months
answer-under-a-month = under a month
answer-under-a-year = under a year
button-see-photo = 📷 { $what }
button-see-voice = 🎙 { $what }
button-see-document = 📄 { $what }
stay-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
stay-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
 }
attachment-photo = 📷 photo
attachment-voice = 🎙 voice note
attachment-document = 📄 document
attachment-location = 📍 location
case-closed-meanwhile = Case { $code } has been closed, so that answer was not kept. If it is still needed, the case can be reopened.
round-closed = This form of { $code } was sent already, so its answers cannot be changed here any more.
form-left = Saved. { $code } waits at exactly this question; go on any time with /lanjut.
form-left-empty = { $code } waits right at this question. Nothing is kept in this form yet; begin any time with /lanjut.
sent-edited = An edited message does not change an answer. To change one, press Back or Change answers.
sent-via-bot = A message through another bot cannot be an answer. Please write it here yourself.
sent-other = That cannot be an answer yet. Write it in words, or press one of the buttons.
file-too-big = This file is over 20 MB, the most a bot can fetch from Telegram. Send a smaller one, for example a photo of the page that matters.
file-type-refused = This kind of file is not taken. What can be kept: photos, voice notes, PDF, Word and Excel documents.
recording-kept = 🎤 The recording has been kept as the answer to <b>{ $question }</b>. To add it in writing, reply to this message.
recording-and-words = 🎤 The recording has been kept with this answer. Write the answer too, a few words will do.
kept-with-answer = Kept with the answer to <b>{ $question }</b>, since it was sent before the next question appeared.
press-a-button = Please press one of the buttons above.
entry-outdated = The bot was just updated, so that question no longer applies. Nothing was saved. Please start again from the menu.
words-added = I added this to <b>{ $question }</b>, because it was sent before the next question appeared.
words-not-added = Not added to <b>{ $question }</b> yet.
words-for-which = Which question is this message for?
words-replace-or-add =
    <b>{ $question }</b> already has an answer:
    { $answer }

    Replace it with this message, or add to it?
words-dropped = All right, that message is not used as an answer.
button-words-for = ✏️ { $question }
button-words-replace = 🔁 Replace
button-words-add = ➕ Add
button-words-drop = Not an answer
words-answer-or-question = Is this an answer or a question?
button-it-is-an-answer = ✏️ An answer
question-what-fits =
    What fits is kept as a draft:
    <blockquote expandable>{ $draft }</blockquote>
button-use-what-fits = 💾 Use this draft
button-said-before = ↪️ { $answer }

family-client = Client
