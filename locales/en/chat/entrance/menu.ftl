# Menu, help, language, and answers for what is not there yet.

menu-title =
    <b>{ $organization }</b>
    What would you like to do?
more-title = More
button-approvals = ✍️ Approvals ({ $count })
button-team = 👥 My team
button-team-cases = 📂 Team cases
button-tasks = ✅ Tasks ({ $count })
button-members = 👤 Members
button-invite = ✉️ Invite
button-organization = 🏢 Organisation
button-more = ⚙️ More
button-language = 🌐 Language
button-privacy = 🔒 My data
button-help = ❓ Help
button-switch = 🔁 Switch organisation
button-supervision = 🤝 Supervision
button-reports = 📄 Reports
button-etika = ⚖️ Ethics
button-str = 🪪 STR
button-sop = 🧭 SOP
button-standar = 📏 Service standard
button-continue = ➡️ Continue

command-mulai = Main menu
command-kasus = My cases
command-lanjut = Go on with the last form
command-darurat = Danger now: steps and numbers
command-tugas = What is waiting for me
command-etika = Social work ethics
command-str = Registration certificate (STR)
command-sop = Stages of service
command-standar = Service standard
command-supervisi = My supervisor and my team
command-laporan = Reports
command-lembaga = My organisation, and going to another one
command-privasi = What is stored about me
command-bahasa = Change the language
command-bantuan = Help

organizations-which = You are a member of several organisations. Where would you like to work?
organizations-one = You work at <b>{ $organization }</b>. To join another organisation, press the invitation link of its admin.
organization-now = You are at <b>{ $organization }</b> now.
elsewhere = That belongs to <b>{ $organization }</b>, and you are at <b>{ $here }</b> now. Nothing has changed. Would you like to open it there?
elsewhere-from-nowhere = That belongs to <b>{ $organization }</b>. Would you like to open it there?
button-open-there = 🔁 Open it there

language-which = Which language would you like to use?
language-chosen = All right, in English from now on.

help-title = ❓ <b>Help</b>
help-stranger = Pendamping accompanies social workers as they record a case, from first contact to termination. To come in you need an invitation link from your organisation's admin. Got one? Press the link once more.
help-consent = You are invited. Before you come in, read what is stored about you, then press <b>{ $agree }</b>. If you do not agree, nothing is recorded.
help-locked = This chat is locked. Type your PIN; its message is deleted at once. What you send meanwhile is not lost. Forgotten? <b>{ $forgot }</b> tells whoever can reset it.
help-form =
    <b>You are in the middle of a form</b>; what you answered is saved.
    • Answer with a button, or write. A date may be “yesterday” or “12-3-2026”.
    • <b>{ $why }</b> tells the reason.
    • <b>{ $first }</b> answers a question of yours and leads back here.
    • <b>{ $back }</b> to the question before.
    • <b>{ $leave }</b> stops; /lanjut leads back to this very place.
help-entry = <b>One question waits for your answer.</b> Answer with its buttons, or write. <b>{ $cancel }</b> leaves it and changes nothing.
help-worker =
    <b>Recording a case</b>
    • ➕ New case in /mulai; the bot asks one thing at a time.
    • Write a code, a number or the client's name to open a case; /tugas for what is unfinished.
    • 🔒 on a stage? Press it: the bot says why, and which step opens it.
    • Photos, voice and notes may be sent at any time; ✏️ Correct changes what was sent.
help-supervisor =
    <b>Supervising</b>
    • /supervisi shows what you need to see now.
    • ✍️ Approvals holds what waits for you; approve it, or return it with remarks.
    • Danger: press ✋ I take this on, then call the social worker.
help-admin =
    <b>Running the organisation</b>
    • ✉️ Invite makes a link that works once.
    • 👤 Members: roles, supervisors, handing over cases, and suspending when a phone is lost.
    • 🏢 Organisation: letterhead, approvals, due dates, emergency numbers, data protection.
help-asking = 💬 Write any question on ethics, STR, procedure or law, at any time; in another chat type @{ $username } and a word. ⭐ what you saved is in /tanya.
help-stuck = Is something stuck? Give your organisation's admin the code in the bot's apology. In danger do not wait for the bot: call the police or go to the nearest emergency room, and type /darurat.
guide-worker = Guide for social workers
guide-supervisor = Guide for supervisors
guide-admin = Guide for admins
guide-caption = 📘 { $guide }, to be read on a phone. It says what this bot does now.
button-guide = 📘 { $guide } (PDF)


entry-chosen = { $asked } — <b>{ $chosen }</b> ✓
declined-not-yours = That was not found, or it is not for you. Nothing was changed.
declined-changed = This has changed since you opened it, so I changed nothing. Please open it again.
button-gone = That button no longer works. Nothing was changed.
command-unknown = I do not know that command yet. This is what I can help with:
sent-unexpected = Thank you. No question is waiting for anything now, so nothing was saved.

## The bot as Telegram describes it

bot-description =
    A companion for Indonesian social workers: it records cases from first contact to termination, reminds of deadlines, and answers questions about ethics, registration and standards. For members of an organisation, by invitation of its admin.

    In danger? Call 112 or your local number, or send /darurat.
bot-short-description = A companion for social workers: records cases, reminds of deadlines, answers questions of ethics.
