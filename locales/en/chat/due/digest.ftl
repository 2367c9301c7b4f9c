# What the bot says first: the morning digest and the time limits of the law.

digest-morning = Good morning, { $name }. { $day }
digest-noon = Good day, { $name }. { $day }
digest-afternoon = Good afternoon, { $name }. { $day }
digest-evening = Good evening, { $name }. { $day }
digest-late = <b>Late</b>
digest-today = <b>Today</b>
digest-soon = <b>Soon</b>
digest-team = <b>Your team, late</b>
digest-week = Next 7 days: { $count } tasks
digest-rest = … and { $count } more
digest-counted = In your organisation { $count } tasks have just been counted as long overdue.

clock-title = ⏳ <b>{ $name }</b>
clock-left = Time: { $left } ({ $moment }).
clock-basis = Basis: { $basis }, { $span }.
clock-to-superior = The social worker is reminded as well.
clock-to-admin = This social worker has no serving supervisor, so you are told. Please make sure that somebody takes care of it.
clock-brief = ⏳ { $name }: { $left }.
digest-danger = ⚠️ <b>Danger not closed yet</b>
digest-danger-line = • { $code }, { $days ->
    [0] since today
    [1] since yesterday
   *[other] since { $days } days ago
 }
button-open-dangers = ⚠️ See the danger
