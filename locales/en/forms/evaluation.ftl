# Evaluation

evaluation-date = When was the evaluation?
    .label = Date
    .hint = The day you judged it together with the client.
    .why = Change is read from date to date.

evaluation-attainment = Score each goal of the plan.
    .label = Goal attainment
    .item = Goal { $number }
    .hint = The five levels of the plan are shown with each goal.
    .why = The goals are joined into one figure (T-score) that can be compared.

evaluation-attainment-level = Which level was reached?
    .label = Level
    .hint = 0 as expected, +1 and +2 better, −1 and −2 not yet.
    .why = Score it as it is. A goal not reached tells what to change.

evaluation-attainment-evidence = What shows it?
    .label = Evidence
    .hint = What can be seen or counted by the indicator. Skip it if the session notes say it.
    .why = With evidence, others can follow your score.

evaluation-functioningNeeds = How well can the client meet basic needs and rights now?
    .label = Needs and rights
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is compared with the score of the assessment.

evaluation-functioningNeeds-group = How well can they meet their basic needs and rights together now?
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is compared with the score of the assessment.

evaluation-functioningRoles = How well can the client carry out tasks and roles now?
    .label = Tasks and roles
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is compared with the score of the assessment.

evaluation-functioningRoles-group = How well can they carry out their tasks and roles together now?
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is compared with the score of the assessment.

evaluation-functioningCoping = How well can the client deal with life's problems now?
    .label = Dealing with problems
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is compared with the score of the assessment.

evaluation-functioningCoping-group = How well can they cope with problems together now?
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is compared with the score of the assessment.

evaluation-helped = What helped most?
    .label = What helped
    .hint = Activities, people, timing, or a way of working.
    .why = What helps is carried on, for other clients too.

evaluation-hindered = What got in the way?
    .label = What hindered
    .hint = On the client's side, yours, or around. Skip it if nothing did.
    .why = Obstacles that are known can be mended in the next plan.

evaluation-clientView = How does the client see it?
    .label = Client's view
    .hint = Quote their words if you can.
    .why = Nobody knows better than the client whether life has improved.

evaluation-clientView-group = How do they see it themselves?
    .hint = Ask in a group discussion or meeting, also those who seldom speak. Quote their words if you can.
    .why = They know best whether their life together is better.

evaluation-decision = What is decided?
    .label = Decision
    .hint = Decide together with the client.
    .why = After an evaluation the service goes on, moves elsewhere, or ends.

evaluation-decisionReason = What is the reason for this decision?
    .label = Reason
    .hint = One or two sentences.
    .why = Your supervisor reads it, and perhaps one day the colleague who takes over.

evaluation-nextEvaluation = When is the next evaluation?
    .label = Next evaluation
    .hint = Usual practice: in 30 days. Your organisation may set something else.
    .why = You will be reminded before this date.
