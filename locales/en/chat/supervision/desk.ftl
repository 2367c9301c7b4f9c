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
button-desk-everybody = 👥 The whole team
button-desk-all = ↩️ All sections

team-title = <b>Your team</b> ({ $count })
team-line = • { $name }: { $cases ->
        [one] 1 open case
       *[other] { $cases } open cases
    }, { $waiting } waiting for you, { $overdue } late
team-more = … and { $count } more
team-stages = By stage: { $stages }
team-none = You supervise nobody yet. The organisation's admin arranges it.
