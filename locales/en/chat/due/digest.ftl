# What the bot says first: the morning digest and the time limits of the law.

digest-morning = Good morning, { $name }. { $day }
digest-noon = Good day, { $name }. { $day }
digest-afternoon = Good afternoon, { $name }. { $day }
digest-evening = Good evening, { $name }. { $day }
digest-late-news = <b>Newly late</b>
digest-late-still = <b>Still late</b>
digest-late-folded = Still late: { $count } tasks
digest-today = <b>Today</b>
digest-soon = <b>Soon</b>
digest-team-news = <b>Your team, newly late</b>
digest-team-still = <b>Your team, still late</b>
digest-team-folded = Your team, still late: { $count } tasks
digest-overseen = <b>In your organisation, long overdue</b>
digest-whose = { " " }({ $name })
digest-week = Due within the next 7 days: { $count } tasks
digest-rest = … and { $count } more

clock-title = ⏳ <b>{ $name }</b>
clock-left = Time left: { $time }, until { $moment }.
clock-now = The time limit is now: { $moment }.
clock-late = The time limit has passed, { $time } ({ $moment }).
clock-basis = Basis: { $basis }, { $span }.
clock-to-superior = Whose task it is: { $name }. Please call if you have heard nothing.
clock-to-admin = Whose task it is: { $name }. Please make sure that somebody takes care of it. The case itself is not open to an admin.
clock-brief = ⏳ { $name }: { $left }.
clock-brief-other = ⏳ { $name } · { $worker }: { $left }.
digest-danger = ⚠️ <b>Danger not dealt with yet</b>
digest-danger-line = • { $code }, { $days ->
    [0] since today
    [1] since yesterday
   *[other] since { $days } days ago
 }
button-open-dangers = ⚠️ See the danger
digest-waiting = <b>Waiting for others, and late</b>
digest-waiting-told = { $what }: { $name }, last reminded { $when }
digest-waiting-untold = { $what }: { $name }, not yet reminded by the bot
