# Papers made from forms: their buttons, how they are sent, and the words in them.

button-paper = 🖨 { $paper }
paper-ordered = It is being made, and will be in this chat in a moment.
paper-caption = 📄 { $paper } · { $code }
paper-print = Please download and print it before it leaves the chat, and keep the print in a safe place.
paper-refused = { $paper } · { $code } could not be made, and that is not your fault. The answers are safe. Give your organisation's admin this code: { $reference }.

paper-consent = Consent form
paper-contract = Service contract
paper-assessment = Assessment report
paper-plan = Intervention plan
paper-session = Progress note
paper-evaluation = Evaluation report
paper-referral = Referral letter
paper-termination = Record of termination
paper-aftercare = Aftercare note

paper-draft = DRAFT
paper-confidential = CONFIDENTIAL
paper-page = Page
paper-of = of
paper-code = Case code
paper-client = Client
paper-worker = Social worker
paper-sequence = Number
paper-score = Score
paper-level = What is reached
paper-ranking = Problems by urgency (U), seriousness (S) and growth (G)
paper-problem = Problem
paper-problem-safety = { $problem } (concerns safety)
paper-sum = Sum
paper-t-score = Goal attainment (GAS): T score { $score }. 50 means as expected.
paper-outcome = Before and after
paper-functioning = Social functioning, scale of 1 to 5
paper-before = Assessment
paper-now = Now

paper-signs-client = Client or representative
paper-signs-representative = Leader on their behalf
paper-signs-worker = Social worker
paper-signs-witness = Witness
paper-signs-supervisor = Supervisor

paper-rights = My rights
paper-right-stop = I may stop at any time, and may withdraw this consent.
paper-right-see = I may see my data, ask for corrections, and ask that my data be erased.
paper-right-complain = I may complain to the head of the organisation if something is not right.

paper-consent-opening = I, who sign below, was given an explanation by a social worker of { $institution }, in a language I understand, and could ask questions.
paper-consent-explained = What was explained to me
paper-consent-agreed = What I agree to
paper-consent-data = { $institution } records and keeps my data for the social service I receive. My social worker and their supervisor read it. For reports I am counted without my name. Others get my data only with my permission, or where the law demands it.
paper-consent-service = I accept the social service of { $institution }.
paper-consent-service-group = The group or community I speak for accepts social services from { $institution }.

paper-contract-opening = The client and the social worker agree on the following service.
paper-contract-aim = Aim
paper-contract-until = Valid until
paper-contract-worker = What the social worker does
paper-contract-client = What the client does
paper-contract-terms = Other agreements

paper-number = Number
paper-nature = Nature
paper-nature-secret = Confidential
paper-subject = Subject
paper-subject-referral = Referral of client { $code }
paper-addressee = To
paper-referral-opening = With this letter we refer our client with the code { $code } to your service.
paper-referral-reason = Reason for the referral
paper-referral-ground = The information above is given on this ground: { $ground }. Please use it only for the service to this client, and keep it confidential.
paper-referral-closing = Thank you for your attention and cooperation.
paper-receipt = Receipt
paper-receipt-name = Received by
paper-receipt-position = Position
paper-receipt-date = Date
paper-receipt-signature = Signature

paper-termination-opening = With this record the service to the client with the code { $code } is declared ended, as follows.

paper-enclosed = Enclosed
paper-copies = Copies to
paper-copies-archive = Archive of the institution
paper-copy = Copy { $number }
paper-check = Code to check by, not a certified electronic signature. Scan it to learn the number, the date, and whether this document still holds.

verify-valid = ✅ <b>This document holds.</b>
verify-draft = ✏️ <b>This document is a draft</b>: it was not approved when it was printed.
verify-void = ❌ <b>The number of this document was voided.</b>
verify-superseded = ⚠️ <b>There is a newer print</b> that says something else. Use the newest.
verify-paper = { $paper } of { $institution }
verify-number = Number: { $number }
verify-day = Date: { $day }
verify-digest = SHA-256 of its file begins with: <code>{ $digest }</code>
verify-hint = Compare number and date with what is printed.
verify-unknown = This code is not known. The document is not of an institution that uses this bot, or the code is incomplete.

button-letters = ✉️ Letterhead and numbers
button-letters-name = ✏️ Name
button-letters-address = 📍 Address
button-letters-contacts = ☎️ Contacts
button-letters-pattern = 🔢 Pattern of numbers
button-letters-next = ⏭ Next number
button-letters-unit = 🏷 Code of the unit
button-letters-classification = 🗂 Classification
button-letter-register = 📒 Register of letters
button-letter-take = ➕ A number for another letter
button-letter-void = ❌ Void this number

letters-title = <b>Letterhead and numbers</b>
    <blockquote>{ $head }</blockquote>
letters-logo = Logo: ✅ printed in the letterhead
letters-no-logo = Logo: none yet
letters-designs = { $count ->
    [0] Papers: all by the templates that come with the bot
   *[other] Papers with a template of your own: { $count }
 }
letters-numbers = Pattern: <code>{ $pattern }</code>
    Code of the unit: { $unit }
    Classification: { $classification }
letters-next = The next letter has the number <b>{ $next }</b>.
letters-kept = ✅ Saved.
letters-ask-name = What is the institution called, as the letterhead prints it?
letters-ask-address = What is its address? Write it in one message, as on a letterhead.
letters-ask-contacts = Telephone, e-mail or site below the address? For example: <i>Tel. (0252) 123456 · letters@lks.or.id</i>. Type - for none.
letters-ask-pattern = What do the numbers of your letters look like?
    { "{seq}" } sequence, { "{unit}" } code of the unit, { "{klasifikasi}" } classification, { "{mm}" } or { "{roman}" } month, { "{year}" } year.
    For example: <code>{ "{seq}/{unit}/{klasifikasi}/{roman}/{year}" }</code>
letters-ask-unit = Code of the unit or institution in the number? For example: <i>LKS-HK</i>. Type - for none.
letters-ask-classification = Code of the archive's classification in the number? Type - for none.
letters-ask-next = The sequence of the next letter this year? Set it where letters went out this year before the bot was used.
letters-pattern-unknown = { $word } is not known. What can be used: { $known }.
letters-pattern-no-seq = The pattern must hold { "{seq}" }: without a sequence two letters have one number.
letters-pattern-no-year = The pattern must hold { "{year}" }: the sequence begins with 1 each year.
letters-next-number = Type a number only, such as 57.
letters-next-given = That number may have been used. The smallest now is { $least }.

letter-register = <b>Register of outgoing letters</b> · { $total }
letter-register-empty = No number was given yet. One is given when a contract is printed, and when a referral letter, a social report or a termination report that was approved is printed.
letter-line = • <b>{ $number }</b> · { $day } · { $subject }
letter-line-void = ❌ voided
letter-title = <b>{ $number }</b>
letter-day = Date: { $day }
letter-subject = Subject: { $subject }
letter-addressee = To: { $addressee }
letter-case = Case: { $code }
letter-void = ❌ Voided: { $reason }
letter-void-ask = Why is the number { $number } voided? It stays in the register and is not used again.
letter-voided = The number was voided. Printed again, the document has a new one.
letter-take-ask = What is the letter about? No client's name, for example: <i>Invitation to a coordination meeting</i>.
letter-taken = Its number: <b>{ $number }</b>. It stands in the register.
letter-erased = erased with its case

paper-social = Social report
paper-subject-social = Social report on a child, { $code }
paper-social-ground = This social report is written under Article 27(3) of Law 11/2012 on the Juvenile Criminal Justice System and Article 13(2) of Government Regulation 65/2015.
paper-social-request = Requested by: { $requester }, received { $requested }, letter number { $letter }.
paper-social-identity = The child
paper-social-sources = Sources
paper-social-problem = The problem as told
paper-social-closing = The identity of the child must not appear in the media (Article 19 of Law 11/2012). This report is for the case of this child only.

button-case-papers = 🖨 Papers
button-case-file = 📚 Whole file
case-papers = <b>{ $code }</b> · papers. Press the one to be made.
case-papers-made = Made before, press to open again:
case-papers-line = • { $paper }

paper-supervision = Note of supervision
paper-supervision-day = Day of supervision
paper-supervision-about = About
paper-supervision-whole = The work as a whole
paper-supervision-points = Agreed on
paper-supervision-next = Next supervision
paper-supervision-open = Left open
paper-case-file = Whole file

case-file-parts = Being made, in { $count } parts because there are many photos. All of it comes into this chat soon.
case-file-contents = Contents
case-file-client = Client
case-file-stage = Stage
case-file-part = Part
case-file-part-of = { $part } of { $parts }
case-file-standing = State
case-file-sent = Sent
case-file-approved = Approved
case-file-by = { $name }, { $when }
case-file-earlier = Earlier versions
case-file-earlier-versions = This is the newest version. Answers that were changed: { $changed }. Corrections after approval: { $corrections }. Earlier versions are kept in the bot.
case-file-decisions = Approvals and remarks
case-file-supervision = Notes of supervision
case-file-papers = Letters and papers that were made
case-file-history = History of the case
case-file-history-lead = Approvals, supervision and letters stand in parts of their own.
case-file-files = List of files
case-file-when = Day
case-file-who = By
case-file-what = What happened
case-file-file = File
case-file-where = Where
case-file-named = kept in the bot
case-file-photo = photo { $number }
case-file-photos = Photos
case-file-unshown = This photo cannot be printed here. Open it from the history of the case.
