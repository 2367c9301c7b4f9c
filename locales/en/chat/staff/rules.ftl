# The organisation's settings of time: due dates, reminders, working days.

button-rules = ⏰ Due dates & reminders
rules-title = <b>Due dates and reminders</b>
rules-digest = Morning digest: { $time }
rules-quiet = Quiet hours: { $from }–{ $to }
rules-escalation = { $superior } days late: the supervisor is told; { $admin } days: the admin too
rules-zone = Time zone: { $zone }
rules-contact = No contact for { $days } days: the case shows in /supervisi
rules-files = Files and identity disappear from the chat after: { $stay }
rules-law = Time limits of the law are not set here: their reminders come day and night and are never switched off.
rules-kept-days = ✓ { $name }: { $value }. { $open ->
    [0] No open due date changes.
    [one] { $open } open due date is reckoned anew.
   *[other] { $open } open due dates are reckoned anew.
 }
rules-kept-aftercare = ✓ Aftercare: months { $months }. { $open ->
    [0] No open visit changes.
    [one] { $open } open visit is reckoned anew.
   *[other] { $open } open visits are reckoned anew.
 }
rules-kept-superior = ✓ The supervisor hears of what is { $value } late.
rules-kept-admin = ✓ The admin hears of what is { $value } late.
rules-kept-contact = ✓ Cases without contact for { $value } show in /supervisi.
rules-kept-files = ✓ Files that are opened or sent, and identity answers that are typed, disappear from the chat after { $value }.
rules-kept-digest = ✓ Morning digest: { $time }.
rules-kept-quiet = ✓ Quiet hours: { $from }–{ $to }.
rules-kept-dayOff = ✓ { $day }: a day off.
rules-kept-dayWorked = ✓ { $day }: worked all the same.
rules-span-day = { $count ->
    [one] { $count } day
   *[other] { $count } days
 }
rules-span-week = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
 } ({ $days } days)
rules-span-month = { $count ->
    [one] { $count } month
   *[other] { $count } months
 } ({ $days } days)
rules-span-year = { $count ->
    [one] { $count } year
   *[other] { $count } years
 } ({ $days } days)
rules-days-unclear = That length is not clear. Write for example: 14 days, 2 weeks, or 3 months.
rules-days-too-long = That is { $days } days; the most here is { $max } days.
rules-calendar-unused = The working days and holidays below change nothing yet: switch on one of the first two first.
button-rules-dayOff-next = ➕ Another day off
button-rules-dayWorked-next = ➖ Another day worked
button-rules-days = ⏱ Days of each step
button-rules-calendar = 📅 Working days & holidays
button-rules-digest = 🌅 Digest hour
button-rules-quiet = 🌙 Quiet hours
button-rules-superior = When supervisors hear
button-rules-admin = When admins hear
button-rules-contact = 📆 Days without contact
button-rules-files = 📎 Files and identity
button-rules-zone = 🕓 Time zone
rules-days-title = <b>Days of each step</b>. This is the organisation's custom, not law. Press to change.
rules-days-line = { $name }: { $days } days
rules-aftercare-line = Aftercare: months { $months }
rules-calendar-title = <b>Working days and holidays</b>. Press to change.
button-rules-digest-days = Digest on working days only
button-rules-count-days = Count due dates in working days
button-rules-holidays = National holidays are days off
button-rules-off = 📅 Holidays { $year }
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
rules-off-title = <b>Days off in { $year }</b>
rules-own-day = the organisation's day off
button-day-off = ➕ Day off
button-day-worked = ➖ Worked all the same
rules-zone-which = In which time zone is the organisation?
rules-ask-days = { $name }: how many days at most?
rules-ask-aftercare = In which months after a termination are the visits? For example: 1, 3, 6
rules-ask-digest = At what time does the morning digest leave? For example: 07.30
rules-ask-quiet = From when to when is it quiet? For example: 20.00-06.00
rules-ask-superior = After how many days late does the supervisor hear of it?
rules-ask-admin = After how many days late does the admin hear of it?
rules-ask-contact = After how many days without contact with the client does a case show in /supervisi? For example: 14 days
rules-ask-files = Photos, voice notes and documents that are opened or sent in a chat, and identity answers that are typed: after how long are they deleted from the chat? What is kept in the case stays. For example: 30 minutes, 2 hours
rules-ask-dayOff = On which date is the organisation off?
rules-ask-dayWorked = Which national holiday is worked all the same?
rules-digest-in-quiet = The digest would fall into the quiet hours and never leave. Choose another time.
rules-escalation-order = The admin hears after the supervisor, so it cannot be sooner.
rules-files-unclear = The time could not be read. Write it with its unit, for example: 30 minutes, 2 hours, or 1 day.
rules-files-span = At least { $least }, at most { $most }: after 48 hours Telegram lets no bot delete it.
rules-time-unclear = The time is not clear. Write for example 07.30.
rules-times-unclear = Write two times, for example 20.00-06.00.
rules-months-unclear = Write the months, each 1 to 36, for example: 1, 3, 6

holiday-new-year = New Year's Day
holiday-isra-mikraj = Isra Mikraj
holiday-imlek = Chinese New Year (Imlek)
holiday-nyepi = Nyepi
holiday-idul-fitri = Idul Fitri
holiday-good-friday = Good Friday
holiday-labour = Labour Day
holiday-ascension = Ascension Day
holiday-idul-adha = Idul Adha
holiday-waisak = Waisak
holiday-pancasila = Pancasila Day
holiday-islamic-new-year = Islamic New Year
holiday-independence = Independence Day
holiday-maulid = Maulid
holiday-christmas = Christmas Day
button-rules-leave = Joint leave counts as days off
button-holidays-paste = 📋 Paste the list of { $year }
button-holidays-drop = 🗑 Remove the pasted list
holidays-paste =
    Paste the days off of { $year } in one message, one day a line. For example:
    17 August { $year } Independence Day
    24 December { $year } Cuti bersama Christmas
holidays-unread =
    These lines could not be read as days of { $year }. Nothing is kept yet; please correct them and send the list once more.
    { $lines }
holidays-unread-all = No day of { $year } could be read. Write one day a line, for example: 17 August { $year } Independence Day
holidays-sure = This list replaces what holds for { $year }: { $holidays } holidays, { $leave } days of joint leave. Is that right?
holidays-kept = ✓ The list of { $year } is kept. Deadlines counted in working days are reckoned anew.
holidays-decreed = According to { $decree }.
holidays-calculated = This list is calculated: the joint decree of three ministers may differ by a day, and joint leave, Nyepi or Waisak may be missing. Once it is decreed, paste its list.
holidays-pasted = According to the list an admin pasted.
holiday-leave = Joint leave: { $name }
holiday-easter = Easter Sunday
holiday-other = national holiday
