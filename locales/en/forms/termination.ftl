# Termination

termination-reason = Why does the service end?
    .label = Reason
    .hint = Choose the main reason.
    .why = The reason decides what is still to be done. If the client has died, the questions for the client are left out.

termination-reason-group = Why does the service end?
    .hint = Choose the main reason. If the group broke up, choose Unforeseen circumstances.
    .why = The reason decides what is left to do.

termination-reasonNote = What happened?
    .label = Explanation
    .hint = A few sentences are enough.
    .why = Whoever reads this file later should understand how it ended.

termination-endedOn = When does the service end?
    .label = Ends on
    .hint = For example: today, or 12-3-2026.
    .why = This date goes on the record of termination.

termination-independence = Which signs of independence are there?
    .label = Independence
    .hint = Tick what you have really seen.
    .why = What is still missing is what aftercare looks at.

termination-independence-group = What already works without you?
    .hint = Tick what you have really seen.
    .why = What does not work yet is looked after in aftercare.

termination-clientTold = Has the client been told?
    .label = Client knows
    .hint = Best talked about some weeks ahead.
    .why = A sudden goodbye can hurt. The client needs time to get ready.

termination-clientTold-group = Have they been told?
    .hint = In a meeting, or through their leaders. Best some weeks before.
    .why = They need time to take over what you helped with so far.

termination-notToldReason = Why not yet?
    .label = Why not
    .hint = For example: moved away without a word in October, looked for three times.
    .why = Your efforts show that the client was not simply left behind.

termination-notToldReason-group = Why not?
    .hint = For example: the group broke up, nobody came to three invitations.
    .why = The attempts show that they were not simply left.

termination-clientAgrees = Does the client agree to end the service?
    .label = Client agrees
    .hint = The client may object. The objection is noted.
    .why = The service began together and should end together.

termination-clientAgrees-group = Do they agree that the service ends?
    .hint = They may object. Objections are noted, also those of some only.
    .why = The service began together, and ends together too.

termination-objection = What is the client's objection?
    .label = Objection
    .hint = In their own words, and what you answered.
    .why = Your supervisor weighs it before approving the termination.

termination-objection-group = What do they object to?
    .hint = In their own words, and what you answered.
    .why = The supervisor weighs this before approving the end of the service.

termination-guardianTold = Was the parent or guardian told as well?
    .label = Guardian told
    .hint = Tell them, too, where they can ask later.
    .why = They look after the child once the service has ended.

termination-voice = Who was told as well, for the child?
    .label = Speaks for the child
    .hint = An adult the child trusts, or an official. Choose Nobody yet if none was found.
    .why = The child needs an adult to look after it once the service has ended.

termination-voice-suspected = Who was told as well, for the child?
    .hint = Not the suspected guardian. Choose Nobody yet if none was found.
    .why = The child needs an adult to look after it once the service has ended.

termination-summary = In short, what has changed since the beginning?
    .label = Summary
    .hint = How it was, what was done, how it is now.
    .why = It is the heart of the record, and a starting point if the case is opened again.

termination-aftercare = Will there be aftercare?
    .label = Aftercare
    .hint = Usual practice: visits after 1, 3 and 6 months.
    .why = In social rehabilitation, aftercare is the stage after termination. Change needs looking after.

termination-firstVisit = When is the first visit?
    .label = First visit
    .hint = Usual practice: a month after the service ends.
    .why = You will be reminded before this date.

termination-aftercareFocus = What should the visit look at?
    .label = Look at
    .hint = For example: whether the neighbours' lunch rota still works. Skip it if there is nothing yet.
    .why = So that the visit sees what matters, also if someone else goes.

termination-aftercareFocus-group = What should be looked at during the visit?
    .hint = For example: whether the committee still runs the water fund. Skip it if there is nothing yet.
    .why = So that the visit looks at what matters, also when someone else comes.
