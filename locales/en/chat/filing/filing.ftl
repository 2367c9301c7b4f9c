# What is sent outside of any question: photos, voice notes, documents, places, notes. Kept in the case its sender chooses.

fileable-photo = The photo
fileable-voice = The voice note
fileable-document = The document
fileable-location = The place
fileable-text = The note

filing-which = { $what } has not been kept yet. Which case does it belong to?
filing-found = Which case does it belong to?
filing-no-case = No case is running that could keep it.
filing-kept = ✅ Kept in case <b>{ $code }</b>{ $count ->
    [1] {""}
   *[other] {" "}({ $count } items)
}.
filing-dropped = Not kept.
case-attachment-ask = Send the photo, voice note, document or place. You may write a caption with it.
case-note-ask = Write the note, or send it as a voice note.
case-added = ✅ { $what } has been kept in case <b>{ $code }</b>.

button-not-filed = Never mind
button-lay-by = 📥 Keep in a case…
button-attach = ➕ Attachment
button-note = 📝 Note

## What was kept, for whoever kept it

own-note = 📝 <b>{ $code }</b>, { $when }
own-note-where = Which case does it belong to?
own-note-moved = ✅ The note has been moved from <b>{ $from }</b> to <b>{ $to }</b>. The history of both says so.
own-note-back = The note has been taken back from <b>{ $code }</b>. It is not shown any more; the history only says that one was taken back.
own-note-stays = A note older than a day cannot be taken back. If it is in the wrong case, move it.
own-note-without-names = The note now: { $words }
button-move-note = ↔️ Move
button-take-note-back = ↩️ Take back

## Quick note: one message becomes the note of a session

quick-title = ⚡ <b>Session · { $code }</b>
quick-asked = <i>asked afterwards</i>
quick-unsaved = Nothing has been kept yet. Is this right?
quick-taken = ⚡ Session <b>{ $code }</b> ✓
quick-which = ⚡ A session in which case? Nothing has been kept yet.
quick-no-case = None of your cases is in intervention now.
button-quick = ⚡ Quick note
button-quick-send = 📨 Send
button-quick-send-unnamed = 📨 Send without names
button-quick-edit = ✏️ Correct
