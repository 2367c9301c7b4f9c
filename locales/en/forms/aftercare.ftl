# Aftercare

aftercare-date = When was this visit?
    .label = Date
    .hint = For example: today, or 12-3-2026.
    .why = In social rehabilitation, aftercare is the stage after termination.

aftercare-how = How did you meet the client?
    .label = How
    .hint = A call is fine when the way is long.
    .why = What you see yourself differs from what you hear on the phone.

aftercare-how-group = How did you meet them?
    .hint = A call to their leaders will do if it is far.
    .why = What you see yourself differs from what you hear on the phone.

aftercare-place = Where did you meet?
    .label = Place
    .hint = For example: the stall in front of the village hall.
    .why = So that it is clear in what setting you met.

aftercare-danger = Is there any danger right now?
    .label = Danger
    .hint = Tick everything you see or hear of. If in doubt, tick it.
    .why = If there is danger, you see the emergency steps at once and your supervisor is told, without the client's name.

aftercare-situation = How is the client now?
    .label = Situation
    .hint = Health, relations, activities, support, income. A few sentences.
    .why = This visit is there so that what was gained is not lost.

aftercare-situation-group = How are they doing now?
    .hint = Activities, leaders, funds, how they get along, who is left behind. A few sentences.
    .why = This visit keeps what was reached from being lost.

aftercare-functioningNeeds = How well can the client meet basic needs and rights now?
    .label = Needs and rights
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is compared with the score of the evaluation.

aftercare-functioningNeeds-group = How well can they meet their basic needs and rights together now?
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is compared with the score of the evaluation.

aftercare-functioningRoles = How well can the client carry out tasks and roles now?
    .label = Tasks and roles
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is compared with the score of the evaluation.

aftercare-functioningRoles-group = How well can they carry out their tasks and roles together now?
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is compared with the score of the evaluation.

aftercare-functioningCoping = How well can the client deal with life's problems now?
    .label = Dealing with problems
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is compared with the score of the evaluation.

aftercare-functioningCoping-group = How well can they cope with problems together now?
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is compared with the score of the evaluation.

aftercare-carriesOn = Do the shared activities still go on?
    .label = Carries on
    .hint = Choose what fits best with what you see.
    .why = A group that carries on by itself is the sign that the service worked.

aftercare-reopen = Should the case be opened again?
    .label = Open again
    .hint = Yes if the client needs more than visits.
    .why = Opening again is no failure. Better now than when things have got worse.

aftercare-reopenReason = Why should it be opened again?
    .label = Reason
    .hint = What has changed, and what the client needs.
    .why = A closed case is only opened again for a reason.

aftercare-nextVisit = When is the next visit?
    .label = Next visit
    .hint = Skip it if there is no date yet; the organisation's schedule applies then.
    .why = You will be reminded before this date.
