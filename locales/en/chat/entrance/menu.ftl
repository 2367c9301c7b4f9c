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

help-title = <b>Help</b>
help-stranger = Pendamping accompanies social workers as they record a case, from first contact to termination. To come in you need an invitation link from your organisation's admin.
help-worker =
    <b>Recording a case</b>
    • /mulai, then ➕ New case. The bot asks one thing at a time.
    • Every answer is saved at once. Stop whenever you like and go on with /lanjut, from another phone too.
    • /kasus finds a case by its code or a name; /tugas shows what is unfinished.
    • You may open the menu or use another command in the middle of a form; the ↩️ button leads back.
    • Send a photo, a voice note or a note at any time; the bot asks which case it belongs to.
help-supervisor =
    <b>Supervising</b>
    • Forms that wait for you come as messages, and are listed under ✍️ Approvals.
    • /supervisi shows what you need to see now, of the whole team or of one person.
    • /standar audit: audits the institution by its service standard, and improves what is missing.
help-admin =
    <b>Running the organisation</b>
    • ✉️ Invite makes a link for you to forward; it works once.
    • 👤 Members: roles, supervisors, suspension, handing over cases.
    • 🏢 Organisation: address, requirements for clients, approvals, due dates, local emergency numbers.
    • /standar audit: audits the institution by its service standard; 🏅 Accreditation: when it ends.
help-everyone =
    /privasi your data · /bahasa change the language · /mulai menu

    Is something stuck? Give your organisation's admin the code in the bot's apology. In an emergency do not wait for the bot: call 112 or your local number. Steps and numbers are behind /darurat.


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
