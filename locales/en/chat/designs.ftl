# The logo of the letterhead and an institution's own templates: screens, files, faults, and made-up data.

button-logo = 🖼 Logo
button-logo-remove = 🗑 Remove the logo
logo-ask = Send the institution's logo as a photo, or as a PNG or JPEG file. A PNG with a transparent background prints best.
logo-want = What can be used: a photo, or a PNG or JPEG file.
logo-large = The file is too large. Send one of 5 MB at most.
logo-coming = ⏳ The logo is being prepared. The letterhead will be shown here in a moment.
logo-kept = ✅ The logo is kept. From now on the letterhead of every letter and paper looks like this.
logo-removed = 🗑 The logo is gone from the letterhead.
logo-words = Emblem of { $institution }

button-designs = 📐 Templates of papers
button-design-own = 📐 { $paper } · version { $version }
button-design-send = ⬆️ Send a template
button-design-kit = ⬇️ Something to begin with
button-design-current = ✅ Version { $version } · { $day }
button-design-version = Version { $version } · { $day }
button-design-shipped = ↩️ Use the one that came with the bot
button-design-show = 👁 See what it makes
button-design-use = ✅ Use it
button-design-again = ⬆️ Send it again
button-design-look = 📐 { $name }

designs-title = <b>Templates of papers</b>
    Each paper can have the form your institution gives it. Choose the paper.
design-title = <b>{ $paper }</b>
design-shipped = Made with the template that came with the bot.
design-current = Made with your institution's template: { $paper }, <b>version { $version }</b> ({ $format }, { $day }).
design-version = { $paper }, <b>version { $version }</b> ({ $format }, { $day }). Not in use.
design-has-failed = ⚠️ It once could not make a paper. That one was made with the template that came with the bot.
design-formats = A template may be: { $formats }.
design-format-typ = Typst (.typ)
design-format-docx = Word (.docx)
design-ask = Send the template of { $paper } as a <b>.typ</b> file (Typst), 256 KB at most. <i>Something to begin with</i> has an example. The template is tried with made-up data first; you see what it makes before it is used.
design-ask-docx = Send the template of { $paper } as a <b>.docx</b> file (Word, 2 MB at most) or a <b>.typ</b> file (Typst, 256 KB at most). <i>Something to begin with</i> has an example. The template is tried with made-up data first; you see what it makes before it is used.
design-want-file = Send the file: press 📎, then choose it.
design-wrong-format = For this paper send a { $formats } file.
design-too-large = The file is too large: { $size } KB at most.
design-coming = ⏳ The template is being tried. What it makes will be shown here in a moment.
design-showing = It is being made. The picture comes here in a moment.
design-looks = 👁 { $name } with made-up data, { $pages ->
    [one] one page
   *[other] { $pages } pages
 }.
design-looks-docx = 👁 { $name } with made-up data: <b>its text only</b>, without the layout. See the Word file above for the layout.
design-not-accessible = ⚠️ The PDF cannot be read aloud well to people who do not see. Usually a picture has no words (alt), or the title is missing.
design-decide = Use it from now on?
design-sample = 📄 The Word file as it will be sent, with made-up data.
design-used = ✅ { $paper } is made with version { $version } of the template now.
design-declined = The template was not kept.
design-logo = logo
design-refused = ⚠️ <b>{ $name }</b>: the file cannot be used yet.
design-gone = The file for { $name } cannot be fetched from Telegram any more. Send it once more.
design-failed = The file for { $name } could not be tried, and that is not your fault. Tell whoever runs the bot this code: { $reference }.
notice-design-failed = ⚠️ Your institution's template of <b>{ $name }</b> (version { $version }) could not make a paper. That paper was made with the template that came with the bot, so no work waits. Try the template again, or use the one that came with the bot. Code: { $reference }.

design-kit-template = The template that came with the bot (Typst). Change this file and send it back.
design-kit-layout = What papers share: letterhead, signatures, draft and secrecy marks, page numbers, code to check. A template may import it as "/layout.typ"; this file itself is not sent back.
design-kit-data = Made-up data, exactly as a template reads them.
design-kit-docx = A beginning for Word: change its looks, leave the names in braces, and send it back.

design-fault-line = • { $fault }
design-fault-more = … and { $count } more.
design-fault-at = Line { $line }: { $words }
design-fault-not-text = This file is no text. Save the template as UTF-8 text.
design-fault-time = Too slow: the template does not end within 10 seconds.
design-fault-memory = The template asks for too much memory.
design-fault-pages = Too many pages: { $about }.
design-fault-large = The file is too large.
design-fault-import = Only "/layout.typ" may be imported. Packages and other files may not.
design-fault-word = The word “{ $about }” may not be used in a template, nor in its text.
design-fault-not-docx = This is no plain Word file (.docx).
design-fault-macros = The file holds macros. Save it as .docx without macros.
design-fault-outside = The file fetches something from outside ({ $about }). Put the picture into the document.
design-fault-embedded = The file holds another file ({ $about }). Take it out of the document first.
design-fault-entity = The file holds a part that Word does not know ({ $about }).
design-fault-field-code = The file holds a field of Word that reads something from outside ({ $about }). Take it out first.
design-fault-unknown-field = The field { $about } is not known. The example lists the fields.
design-fault-open-field = A brace is not closed: { $about }
design-fault-stray-brace = A brace is not opened: { $about }
design-fault-open-list = The list { $about } must begin with # and end with /.
design-fault-stray-end = An end without a beginning: { $about }
design-fault-malformed = The file is damaged, or not from Word.
design-fault-not-picture = The picture cannot be read. Send a PNG or JPEG file that is whole.
design-fault-too-many-pixels = The picture is too large. Make it smaller first, such as 2,000 pixels.
design-compiler-unknown = the name “{ $about }” is not known.
design-compiler-key = the data have no “{ $about }”. The example of the data has the names.
design-compiler-file = a file cannot be read. A template reads "/data.json" and "/layout.typ" only.
design-compiler-endless = it repeats itself without an end.
design-compiler-unclosed = something is missing or not closed ({ $message }).
design-compiler-font = there is no font “{ $about }”. There are Arimo and DejaVu Sans.
design-compiler-other = { $message }

sample-date = 25 November 2026
sample-client = Sample Client
sample-worker = Sample Social Worker
sample-supervisor = Sample Supervisor
sample-addressee = Head of the Social Service of Sample District
sample-copy = Head of Sample Village
sample-opening = This is an example with made-up data for { $institution }.
sample-aim = The child goes back to school and stays there
sample-until = 31 December 2026
sample-worker-duty = Visits twice a month at least
sample-worker-duty-more = Comes along to other services where needed
sample-client-duty = Says so when a meeting is not possible
sample-terms = Meetings at the client's home, on Tuesday mornings
sample-reason = The client needs legal aid, which our institution does not have
sample-shared = Identity
sample-part-answers = Answers
sample-part-list = List
sample-part-items = Items and a table
sample-part-goals = Goals
sample-label = Remark
sample-long = A long remark stands below its label.
    Each line stays a line of its own, as the social worker typed it, so that it is easy to read again.
sample-item = Member of the family 1
sample-table = A table
sample-goal = Goal 1
sample-level = What is so at level { $score }
sample-picture = Two people joined by one line
