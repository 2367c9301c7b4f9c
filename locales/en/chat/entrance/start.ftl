# The first minute: setting up the organisation, invitations, and the notice of what is stored.

stranger =
    Welcome to Pendamping, a companion for social workers who keep case records.

    To come in you need an invitation link from your organisation's admin. Do you have one? Press it once more.
suspended = Your access at { $organization } has been suspended by its admin. Your records are kept. If this is a mistake, please contact the admin.
button-go-to = Go to { $organization }

setup-name =
    Welcome. Let us set up your organisation; it takes three questions.

    What is your organisation called?
setup-zone = Which time zone is your organisation in? Deadlines are counted in it.
setup-admin = Last one: how would you like to be called? For example Bu Sari.
setup-done = <b>{ $organization }</b> is ready, and you are its admin.
setup-code-unknown = This code is not known, was used already, or has expired. Please ask whoever runs the bot for a new one.
zone-jakarta = WIB (Jakarta)
zone-makassar = WITA (Makassar)
zone-jayapura = WIT (Jayapura)

invitation-welcome = Welcome, { $name }. You are now a member of <b>{ $organization }</b> as { $roles }.
invitation-unknown = This invitation is not known, or it was cancelled. Please check that you pressed the whole link, or ask your organisation's admin for a new one.
codes-refused = That makes { $count } wrong codes. Please wait an hour, then press your invitation link again, or ask your organisation's admin for a new one.
invitation-used = This invitation has been used; every link works only once. Please ask your organisation's admin for a new one.
invitation-expired = This invitation has expired. Please ask your organisation's admin for a new one.
invitation-already-member = You are a member here already, so this invitation changes nothing.
invitation-suspended = Your access at that organisation is suspended, so this invitation cannot be used yet. Please contact its admin.

notice-joined = { $name } has joined through your invitation.
notice-joined-team = { $name } has joined, and you are their supervisor.

role-worker = social worker
role-supervisor = supervisor
role-admin = organisation admin

consent-notice =
    Before you begin, please read what happens with your data.

    <b>What is stored.</b> Your name, your Telegram account number, what you record about clients, and when you open and change it.
    <b>What for.</b> So that the service is recorded in full and supervised, and nothing is forgotten.
    <b>Who reads it.</b> You and your supervisor; another supervisor only in an emergency, and you are told at once. The admin sees how many cases you have, their codes, stages and due dates, not what is in them. For reports they may take case data out under pseudonyms; with names only for a written reason and with the yes of a second person.
    <b>Where.</b> Encrypted on the server of { $organization }. Telegram messages themselves are not end-to-end encrypted.
    <b>How long.</b> As long as the organisation needs it.

    You may say no, and you may withdraw your consent at any time with /privasi.
consent-more =
    <b>More about your data</b>

    <b>Who is responsible</b>
    { $organization } is the data controller. Please bring questions and requests to its admin or its head.

    <b>On what basis</b>
    Your consent (Law 27/2022, Article 20(2)(a)). Without it the bot records nothing through you.

    <b>What is stored about you</b>
    • your name or how you are called, your roles and your supervisor
    • your Telegram account number and the language you chose; not your phone number
    • when you joined and when you agreed to this notice
    • traces of work: when you opened, filled in, changed or decided something, not what it said

    <b>What you record about clients</b>
    Answers in forms, photos, recordings and documents. The client's own consent is asked for in the approach form.

    <b>What for</b>
    To carry out the stages of service and supervision, to remind of deadlines, and to account for the service. It is not sold and not used for advertising.

    <b>Who can read it</b>
    • you: your own cases
    • your supervisor: the cases you carry
    • another social worker: only if a case is handed over to them
    • another supervisor of the organisation: only in an emergency, with a reason, for 3 hours; you, your supervisor and the admins are told at once
    • the admin: your name, roles and STR, and when you were last active; how many cases, their codes, stages and due dates; not what is in them; for reports, case data under pseudonyms, or with names for a written reason and with the yes of a second person
    • those who run the organisation's server hold its keys and are bound to secrecy
    Every reading of a case is noted, refused ones too. You see it in 🗂 History of the case, by the button 👁 Who opened this case.

    <b>About Telegram</b>
    Your chat with the bot passes through Telegram's servers and is kept there and on your phone. Telegram is technically able to open it: chats with bots are not end-to-end encrypted. That is why lists and notices show case codes instead of names. Names that are shown, files, and identity answers you type are deleted from the chat after the time the organisation set; what shows a case is deleted too as soon as you may not read it any more. What is older than 48 hours the bot cannot delete. Lock your phone, and delete the chat when you need to; the records on the organisation's server remain.

    <b>How long</b>
    Membership data: as long as you are a member. Case records: as long as the organisation needs them under its own archive rules. The law names no number of years, and this bot deletes no case by itself: once the time the organisation has set is over, two people have to agree.

    <b>Your rights</b> (Law 27/2022, Articles 5–13)
    To have this explained, to see your data and get a copy, to correct it, to have its use paused or limited, to have it deleted where the rules allow, and to withdraw your consent. See and correct your data with /privasi. Withdrawing takes effect at once; the law gives the organisation 3 × 24 hours at most (Article 40).
consent-thanks = Thank you, your consent has been noted.
consent-thanks-admin = Thank you, your consent has been noted. Next: invite a supervisor first, then the social workers they supervise.
consent-declined =
    That is fine. The bot records nothing through you. What stays stored: your name and Telegram account number in the list of members, and what you may have recorded before.

    If you change your mind, open /mulai. To leave and have your own data deleted, open /privasi.
button-agree = I agree
button-read-more = Read more
button-read-again = Read again
button-not-now = Not now
