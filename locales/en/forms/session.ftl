# Session note

session-date = When was this session?
    .label = Date
    .hint = For example: today, yesterday, or 12-3-2026.
    .why = Progress notes are kept by date.

session-roles = Which roles did you play?
    .label = Roles
    .hint = One or more.
    .why = Roles show which way of working helps this client.

session-roles-group = Which roles did you play?
    .hint = May be more than one.
    .why = Roles show which way of working helps them.

session-goals = Which goals did you work on?
    .label = Goals
    .hint = One or more. Skip it if the session was about something else.
    .why = So that no goal is forgotten.

session-note = What happened in this session?
    .label = Work and response
    .hint = Two or three sentences: what you did, and what the client said or showed.
    .why = A short honest note today is worth more than a long one next week.

session-note-group = What happened in this session?
    .hint = Two or three sentences: who was there, what happened, what they said or agreed.
    .why = A short honest note today is worth more than a long one next week.

session-progress = How is it going?
    .label = Progress
    .hint = Compared with the last session.
    .why = If several sessions bring no movement, look at the plan again with your supervisor.

session-obstacles = Were there any obstacles?
    .label = Obstacles
    .hint = For example: out of medicine, no bus that day. Skip it if there were none.
    .why = Obstacles that are noted can be talked over in supervision.

session-obstacles-group = Were there obstacles?
    .hint = For example: rain, few came, leaders at odds. Skip it if there were none.
    .why = Obstacles that are noted can be talked about in supervision.

session-nextDate = When is the next session?
    .label = Next session
    .hint = For example: tomorrow, or next Thursday. Skip it if nothing is arranged.
    .why = You will be reminded before this date.

session-attachment = Is there a photo, recording, file or location?
    .label = Attachment
    .hint = Avoid the client's face unless it is needed. Skip it if there is none.
    .why = A small proof from the field supports your note.

session-attachment-group = Is there a photo, recording, document or place?
    .hint = For example the list of those present, a map, minutes. Avoid faces of children. Skip it if there is none.
    .why = Small evidence from the field supports your note.
