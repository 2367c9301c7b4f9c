# Who opened a case, refusals, and opening a case of another team in an emergency.

readers-title = <b>{ $code } · who opened this case</b>
readers-more = … and { $count } more people
readers-outsider = Somebody outside of the organisation
readers-worker = <b>{ $name }</b> (social worker):
readers-supervisor = <b>{ $name }</b> (supervisor):
readers-glass = ⚠️ <b>{ $name }</b> (supervisor of another team, opened in an emergency):
readers-refused = ⚠️ <b>{ $name }</b> (not their case):
readers-former = <b>{ $name }</b> (no longer on this case):
readers-days = { $days ->
    [one] on one day
   *[other] on { $days } days
 }, last { $last }
readers-never = read nothing, last tried { $last }
readers-names = Names looked at: { $count }
readers-files = Files opened: { $count }
readers-questions = Questions on this case read: { $count }
readers-papers = Papers made or opened: { $count }
readers-refusals = Refused: { $count }
readers-reason = The reason: { $reason }
button-who-opened = 👁 Who opened this case

glass-reason = <b>{ $code }</b> is not a case of your team. If it is urgent you may read it for { $hours } hours, without changing anything. Its worker, their supervisor and the admins are told at once. What is the reason?
glass-open = 🔓 { $code } is open to you until { $when }.
glass-admins = the admins
button-break-glass = 🔓 Urgent: a case of another team
notice-glass = 🔓 { $name }, a supervisor of another team, opened <b>{ $code }</b> in an emergency. They can read it for { $hours } hours. The reason is below this button.
notice-glass-admin = 🔓 { $name } opened <b>{ $code }</b>, a case of another team, in an emergency. The worker and the supervisor of that case read the reason. They can read it for { $hours } hours.
notice-reads-often = 🔎 { $name } opened { $opened } cases today, far more than usual ({ $busiest ->
    [0] none in the past month
   *[other] at most { $busiest } in a day
 }). Talk about it if it has no good reason.
notice-refused-often = ⚠️ { $name } tried to open { $count } cases that are not theirs within 24 hours. None of them opened.
