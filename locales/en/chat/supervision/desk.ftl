# Supervision: who supervises me, and the supervisor's desk: what has to be seen now.

supervision-title = <b>Supervision</b>
supervision-mine = Your supervisor: { $name }. They can read your cases and decide on forms that need approval.
supervision-nobody = You have no supervisor yet. Please ask the organisation's admin to name one; forms that need approval wait until then.
supervision-unreachable = Your supervisor: { $name }, who cannot be reached through the bot just now. Forms that need approval wait; an admin can name somebody else.
supervision-admin = You carry no cases and supervise nobody. Who supervises whom is arranged under 👤 Members.

desk-clock = ⏳ <b>Time limits of the law</b> ({ $count })
desk-decision = ✍️ <b>Waiting for your decision</b> ({ $count })
desk-question = 💬 <b>Questions for you</b> ({ $count })
desk-late = ⏰ <b>Newly late since yesterday</b> ({ $count })
desk-silent = 📆 <b>No contact for { $days } days or more</b> ({ $count })
desk-rest = … and { $count } more
desk-nothing = Nothing is waiting for you now.
desk-no-case = no case
desk-of = Only: <b>{ $name }</b>
desk-whose = Whose cases do you want to see?
desk-age = { $days ->
    [0] today
    [1] since yesterday
   *[other] { $days } days
 }
desk-silent-for = { $age } without contact
button-desk-clock = ⏳ All time limits ({ $count })
button-desk-decision = ✍️ All decisions ({ $count })
button-desk-question = 💬 All questions ({ $count })
button-desk-late = ⏰ All newly late ({ $count })
button-desk-silent = 📆 All without contact ({ $count })
button-desk-worker = 👤 One person only
button-worker-cases = 📂 Their cases
button-worker-tasks = 👥 Their tasks
button-desk-everybody = 👥 The whole team
button-desk-all = ↩️ All sections

supervise-day = <b>{ $whose }</b>: when was the supervision? Press a button, or write the day.
supervise-next = When will you speak again? Press a button, or write the day. I remind you the day before and on the day.
supervise-points = <b>{ $whose }</b>: what was agreed on? Write it in one message, without the client's name. Only you and the worker can read it.
supervise-kept = ✓ The note of supervision is saved.
button-in-weeks = { $count ->
    [one] In 1 week
   *[other] In { $count } weeks
 }
button-left-open = Left open
button-supervise = 📝 Note supervision
button-supervision-notes = 🗒 Supervision notes
button-read-supervision = 📖 Read the note
supervision-notes = <b>Supervision notes of { $name }</b> ({ $count })
supervision-note = <b>{ $day }</b> · { $name }
supervision-note-case = <b>{ $day }</b> · { $name } · { $code }
supervision-next = Next: { $day }
notice-supervision = 📝 { $name } noted a supervision with you.
notice-supervision-case = 📝 { $name } noted a supervision about { $code }.

session-unread = 📖 <b>Session note</b> · { $code } · { $name } · { $count } unread
sessions-end = { $count ->
    [0] You have read all new session notes.
   *[other] That is the end. { $count } session notes are unread.
 }
button-sessions = 📖 New session notes ({ $count })
button-session-read = ✓ Read
button-session-next = ⏭ Next
button-sessions-again = ↩️ From the beginning

team-title = <b>Your team</b> ({ $count })
team-line = • { $name }: { $cases ->
        [one] 1 open case
       *[other] { $cases } open cases
    }, { $waiting } waiting for you, { $overdue } late
team-more = … and { $count } more
team-stages = By stage: { $stages }
team-none = You supervise nobody yet. The organisation's admin arranges it.
