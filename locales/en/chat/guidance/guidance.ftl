# Questions and answers: ethics, STR, SOP, service standards, and the organisation's documents.

guidance-title =
    <b>Ask anything about your work</b>
    Write your question here in everyday words, without a client's name. Or browse the topics:
guidance-group = <b>{ $group }</b> · { $count } topics. Pick one, or write your question.
guidance-stage = Case <b>{ $code }</b> is at the stage { $stage }; the topics of that stage come first.
guidance-steps = What you can do
guidance-to-say = Words for the client
guidance-limits = Its limits
guidance-when-supervisor = When to ask your supervisor
guidance-sources = Sources
guidance-reviewed = Reviewed { $date }
standing-official = official
standing-secondary = secondary
standing-practice = good practice
standing-foreign = not an Indonesian rule
guidance-unsure = I am not sure which one you mean; these three are the nearest. Press one to read its answer.
guidance-named = Several answers deal with that. Press one to read it.
guidance-field = This is part of your work, but my sources have no answer to it yet, so I do not guess. Your supervisor can help; the question is noted without your name, so that an answer can be prepared.
guidance-still = <i>Still about: { $title }</i>
part-sources = <b>Basis</b> · { $title }
part-steps = <b>Steps</b> · { $title }
part-limits = <b>Limits</b> · { $title }
part-supervisor = <b>When to ask your supervisor</b> · { $title }
part-example = <b>Example</b> · { $title }
part-no-example = There is no example yet; these are the steps.
button-whole-answer = 📄 Whole answer
button-part-steps = Steps
button-part-limits = Limits
button-part-sources = Words of the law
button-part-grounds = Basis
button-part-supervisor = When to ask
button-part-toSay = Words for the client
button-part-related = Related topics
button-all-parts = 📄 All of it
button-short-answer = 📄 Short again
small-talk-thanks = You are welcome. Have a good day.
small-talk-greeting = Hello! Just write your question, any time.
small-talk-emoji = 🙂 If there is anything to ask, just write it.
small-talk-who = I am Pendamping, a bot: I help to record cases and answer questions on ethics, STR, SOP and rules from sources I name. I am not a person; decisions stay with you and your supervisor.
small-talk-anger = Sorry, that did not help. Try other words, or ask your supervisor.
small-talk-ok = 👌
guidance-next = Perhaps this?
guidance-none = Sorry, it is not in my sources. Your supervisor can help; the question is also noted without your name, so that an answer can be prepared.
guidance-outside = That is outside of what I know. I answer questions on ethics, STR, SOP and service standards of social workers.
message-unexpected = No question is waiting for an answer now; if that was an answer of a form, nothing was kept.
greeting = Hello! Write your question whenever you have one, or choose below.

outside-other-profession-registration = The registration of nurses, doctors, midwives and other health workers is up to their councils; what I know is the STR of social workers.
outside-vehicle-papers = Vehicle papers, driving licences and vehicle tax are up to Samsat and the police.
outside-health-insurance = Please ask BPJS Kesehatan about its membership.
outside-other-profession-ethics = The codes of ethics of other professions are kept by their organisations.
outside-family-court = Please ask the local court how to file for divorce.
outside-tax = Please ask the tax office about taxes.
outside-immigration = Passports and visas are up to the immigration office.
outside-civil-service = Openings in the civil service are announced by BKN and the institutions.

premise-kodepeksos-article = I cannot confirm any article of the Kodepeksos: its text could not be read yet, so it is only cited as a whole. The duties that are certain are in UU 14/2019 Pasal 41–50.
premise-wrong-practice-standard = No source supports the number 19/2020. The standard of social work practice is referred to as Permensos 14/2020.
premise-no-fee-found = No fee of an STR is in the rules we read. No figure you hear can be confirmed by us.
premise-no-credit-points-found = The rules we read do not mention SKP or credit points, neither for an STR nor for its renewal.
premise-no-processing-time-found = The rules we read do not say how long an STR takes.
premise-not-lifelong = A social worker's STR is not for life: five years, then registration anew (UU 14/2019 Pasal 30).

group-etika = ⚖️ Ethics
group-str = 🪪 STR
group-sop = 🧭 SOP
group-standar = 📏 Service standards
group-hukum = 📜 Law
group-data = 🔒 Client data
group-darurat = 🚨 Emergency
group-administrasi = 🗂 Papers, benefits
group-sasaran = 👥 Client groups
group-metode = 🛠 Methods

button-ask = 💬 Ask: ethics & STR
button-topics = 🔎 Browse topics
button-all-topics = ⬅️ All topics
button-not-this = Not this
button-none-of-these = None of these
button-ask-supervisor = 🙋 Ask my supervisor
button-helped = 👍 Helpful
button-missed = 👎 No
thanks-helped = Thank you, glad it helped.
thanks-missed = Thank you. It will be used to mend the answer.
missed-why = Why did it not help? Please choose below the message.
button-missed-notMine = Not my question
button-missed-wrong = It is wrong
button-missed-unclear = Unclear
button-missed-outdated = No longer true
button-dilemma = ⚖️ Dilemma
button-questions-waiting = 💬 Questions waiting ({ $count })

question-ask-first = Please write your question, without a client's name. Your answers in the form are safe.
button-ask-first = 💬 Ask first
button-to-this-question = ↩️ { $question }
button-it-is-a-question = 💬 It is a question, answer it

## My STR

str-none = Your STR is not in your wallet yet.
str-undated = Your STR is in your wallet, without an end date.
str-valid = Your STR is valid until { $date } (in { $days } days).
str-expired = Your STR has been out of date since { $date }. Please renew it soon.
button-registration = ✅ Checklist
button-str-topics = 🪪 STR topics
registration-first = <b>First registration</b> · UU 14/2019
registration-again = <b>Registration anew</b> · UU 14/2019
registration-item-certificate = Certificate of competence
registration-item-health = Statement of physical and mental health
registration-item-oath = Statement that the oath or promise was taken
registration-item-code = Declaration to abide by the code of ethics
registration-item-membership = Membership of the professional organisation
registration-item-old-str = The old STR
registration-item-service = Having served as a social worker
registration-in-wallet = in the wallet
registration-complete = All there. Hand it in to the professional organisation.
registration-missing = Still missing: { $missing }. Press what you have.
registration-limits = Fees, SKP and processing time are not in the rules we read. These ticks are only kept in this message.
button-registration-certificate = Certificate
button-registration-health = Health statement
button-registration-oath = Oath statement
button-registration-code = Declaration on ethics
button-registration-membership = Membership
button-registration-old-str = The old STR
button-registration-service = Service
button-registration-to-first = See first registration
button-registration-to-again = See registration anew

## The organisation's documents

quote-title = 📚 <b>Document of the organisation</b> · { $place }
quote-page = { $place } (p. { $page })
quote-standing = Quoted word for word from your organisation's own document (organisation document).
quote-scanned = <i>Partly read from a scan by a machine, which may misread: compare it with the original.</i>
quote-gone = This document was replaced or removed. Please ask once more.
button-quote = 📚 { $where }
button-documents = 📚 Organisation documents
command-dokumen = Organisation documents: read and search
documents-none = There is no document of the organisation yet.
documents-title = <b>Documents of the organisation</b> · { $count }. Pick one to read it. To search in them write for example <i>/dokumen curfew</i>.
documents-send = Send a PDF, Word (.docx), Markdown or text file (20 MB at most) here to add one; the same name replaces the old one.
documents-no-match = Nothing in the organisation's documents fits. Try other words.
document-card = 📄 <b>{ $name }</b>, added { $day }.
document-of-installation = 📄 <b>{ $name }</b>, from who runs the bot.
document-size = { $passages } passages.
document-size-pages = { $pages } pages, { $passages } passages.
document-pick-heading = Pick the part to read.
document-being-read = ⏳ <b>{ $name }</b> is being read. It can be opened in a moment.
document-at-page = { $page }/{ $of }
document-offer = Add <b>{ $name }</b> as a document of the organisation? Every member can read it, so make sure there is no client data in it.
document-replace = There already is a document of the organisation called <b>{ $name }</b>. Replace it with this one? Every member can read it, so make sure there is no client data in it.
document-coming = Good, the document is being read. I will tell you when it is done.
document-reading = <b>{ $name }</b> holds scanned pages and is being read (page { $page } of { $of }). I will tell you when it is done.
document-declined = Good, that file is not kept.
document-type = What can become a document of the organisation: PDF, Word (.docx), Markdown (.md) or text (.txt).
document-kept = 📚 <b>{ $name }</b> is kept: { $passages } passages will be quoted where they answer a question.
document-kept-pages = 📚 <b>{ $name }</b> is kept: { $pages } pages, { $passages } passages will be quoted where they answer a question.
document-kept-scanned = { $count } pages were read from scans by a machine; take a look whether they were read right.
document-kept-unread = Not read, because they are pictures: pages { $numbers }.
document-refused-scan = <b>{ $name }</b> is not kept: this PDF is a scan, pictures without text to quote. Please send it as Word, as a PDF whose text can be copied, or typed. Scans can be read once whoever runs the server has installed the program tesseract with Indonesian (ind).
document-refused-scan-language = <b>{ $name }</b> is not kept: this PDF is a scan, and what reads scans on this server does not know Indonesian yet. Please ask whoever runs the server to install the language data ind for tesseract, or send it as Word or as a PDF whose text can be copied.
document-refused-illegible = <b>{ $name }</b> is not kept: no writing could be made out in its scan. Please scan it again, sharper and straight (300 dpi), or send it as Word.
document-refused-unreadable = <b>{ $name }</b> is not kept: the file is damaged, so its content cannot be read. Please save it anew and send it again.
document-refused-type = <b>{ $name }</b> is not kept: files of this kind cannot be read. These can: PDF, Word (.docx), Markdown (.md) or text (.txt).
document-refused-old-word = <b>{ $name }</b> is not kept: this is the old kind of Word (.doc). Please open it in Word, save it as .docx and send it again.
document-refused-empty = <b>{ $name }</b> is not kept: there is no writing in it.
document-refused-locked = <b>{ $name }</b> is not kept: the file is locked by a password. Please send one without.
document-refused-large = <b>{ $name }</b> is not kept: it is too long (200 scanned pages, or 3,000 pages of text, at most). Please split it into several files.
document-refused-heavy = <b>{ $name }</b> is not kept: reading it takes more time or memory than there is. Please split it into several files, or save it smaller.
document-refused-gone = <b>{ $name }</b> cannot be fetched from Telegram. Please send it once more.
document-refused-failed = <b>{ $name }</b> is not kept because of a fault of ours, not of your file. Please send it once more, or tell whoever runs the bot.
button-document-add = 📚 Yes, add it
button-document-replace = 🔁 Yes, replace it
button-document-remove = 🗑 Remove
button-document-open = 📖 Open
button-document-read = 📖 Read from the start
button-document-contents = 📑 Contents

## What has no answer yet

button-unanswered = ❔ Questions without an answer
unanswered-none = No question is without an answer. 👍
unanswered-title =
    <b>Questions without an answer</b>
    Only their words, without asker, case, numbers and names; alike ones are counted as one.
unanswered-line = { $number }. { $words } · { $count }×
votes-title = <b>Answers that helped less</b>
votes-notMine = not the question { $count }
votes-wrong = wrong { $count }
votes-unclear = unclear { $count }
votes-outdated = no longer true { $count }
button-settled = ✓ { $number } settled

## Favourites

favourite-kept = ⭐ Saved. The list is in 💬 Ask › ⭐ Favourites.
favourite-gone = not there any more
favourite-retired = (retired) { $title }
favourites-none =
    <b>⭐ Favourites</b>
    There are none yet. Press ⭐ Save below an answer or the words of a law that you need often.
favourites-title =
    <b>⭐ Favourites</b> · { $count }
    Only you see this list.
favourites-remove =
    <b>⭐ Favourites</b> · { $count }
    Press what you want to take off the list.
favourites-full = The list of favourites is full ({ $most }). Take off what you do not need first.
button-favourite = ⭐ Save
button-favourites = ⭐ Favourites
button-favourites-remove = 🗑 Take off the list
button-favourites-done = ✓ Done
command-tanya = Ask, and your favourites
