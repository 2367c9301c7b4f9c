# Intervention plan

plan-usg = Score each problem from 1 to 5.
    .label = Priorities (USG)
    .item = Problem { $number }
    .hint = The highest total comes first.
    .why = Not everything can be dealt with at once. Scores help to choose, but a problem that threatens safety stays in front.

plan-usg-urgency = How urgent is this problem?
    .label = Urgency
    .hint = 1 can wait long, 5 must be dealt with now.
    .why = The U of USG. What is urgent cannot wait for its turn.

plan-usg-seriousness = How serious are its consequences?
    .label = Seriousness
    .hint = 1 light, 5 very serious for the client or others.
    .why = The S of USG. Serious consequences move a problem up.

plan-usg-growth = How fast does it grow if left alone?
    .label = Growth
    .hint = 1 stays as it is, 5 gets worse quickly.
    .why = The G of USG. A growing problem is easier to deal with now.

plan-strengths = Which strengths does this plan build on?
    .label = Builds on
    .hint = Pick from the assessment, one or more.
    .why = It is easier to start from what one can already do.

plan-goals = Is there another goal?
    .label = Goals
    .item = Goal { $number }
    .hint = Three to five goals are usually enough.
    .why = A few clear goals are easier to work on together.

plan-goals-statement = What should be achieved?
    .label = Goal
    .hint = A change in the client's life, not something you do, for example: eats three times a day without being reminded.
    .why = A goal put into words together belongs to the client.

plan-goals-statement-group = What is to be reached?
    .hint = A change among them, not your activity, for example: the water fund is run by their own committee.
    .why = A goal that was worded together belongs to all.

plan-goals-problem = Which problem does this goal answer?
    .label = For problem
    .hint = Pick the main one.
    .why = Every goal should come from the assessment.

plan-goals-indicator = How will you know it is reached?
    .label = Indicator
    .hint = One thing that can be seen or counted, for example: meals a day in the volunteer's notes.
    .why = With the same sign, anyone would judge the same.

plan-goals-indicator-group = What is the sign that this goal is reached?
    .hint = One thing that can be seen or counted, for example: how many houses pay into the fund each month.
    .why = With the same sign, anyone will judge the same.

plan-goals-targetDate = By when should this goal be reached?
    .label = Target
    .hint = For example: 20-12-2026, or in 30 days.
    .why = A date makes it possible to evaluate.

plan-goals-gasExpected = What result do you expect?
    .label = Level 0
    .hint = What is likely if the plan works, for example: eats three times a day.
    .why = This is level 0, the middle of the goal attainment scale (GAS).

plan-goals-gasExpected-group = What result is expected?
    .hint = What is likely if the plan works, for example: 40 of 60 houses pay.
    .why = This is level 0, the middle of goal attainment scaling (GAS).

plan-goals-gasMore = A little better than that: what would it be?
    .label = Level +1
    .hint = The same thing, one step better, for example: three times a day, one meal cooked by herself.
    .why = Five levels written now make the judgement fair later.

plan-goals-gasMore-group = What if it goes a little better?
    .hint = The same thing, one step better, for example: 50 houses pay and the fund is reported.
    .why = Five levels written now make the later judgement fair.

plan-goals-gasMuchMore = Much better: what would it be?
    .label = Level +2
    .hint = The best that is still possible. Skip it if you cannot picture it yet.
    .why = So that progress beyond hope can be seen too.

plan-goals-gasLess = A little less than expected: what would it be?
    .label = Level −1
    .hint = Some progress, but not there, for example: eats twice a day.
    .why = Small progress deserves to be noted.

plan-goals-gasLess-group = What if it falls a little short?
    .hint = Some progress, but not there yet, for example: 25 houses pay.
    .why = Even small progress deserves to be noted.

plan-goals-gasMuchLess = Far less than expected: what would it be?
    .label = Level −2
    .hint = Often the same as now. Skip it if you cannot picture it yet.
    .why = It shows quickly when nothing is moving.

plan-activities = Is there another activity?
    .label = Activities
    .item = Activity { $number }
    .hint = Note them one by one, the nearest in time first.
    .why = Activities are the way to the goals.

plan-activities-activity = What is the activity?
    .label = Activity
    .hint = For example: arrange a rota of lunches from neighbours.
    .why = So that the client and whoever stands by them know what is going to happen.

plan-activities-activity-group = What is the activity?
    .hint = For example: a meeting to choose the water committee.
    .why = So that all know what is going to happen.

plan-activities-role = What is your role in it?
    .label = Role
    .hint = Choose the role that stands out.
    .why = A clear role also makes clear where your task ends.

plan-activities-role-group = What is your role in it?
    .hint = Choose the role that stands out most.
    .why = A clear role makes the limits of your task clear too.

plan-activities-who = Who does it?
    .label = Done by
    .hint = Write roles, not names, for example: family, volunteer, clinic, myself.
    .why = What nobody does usually does not happen.

plan-activities-who-group = Who does it?
    .hint = Write roles, not names, for example: committee, health volunteers, youth group, me.
    .why = What is in their own hands is more likely to last.

plan-activities-schedule = When is it done?
    .label = When
    .hint = For example: every Tuesday, or 5 December.
    .why = A schedule helps the client to get ready.

plan-activities-resource = What is needed for it?
    .label = Resources
    .hint = Money, tools, transport, letters. Skip it if nothing is.
    .why = What must be ready is better known before the day.

plan-sourceSystems = Who else is involved?
    .label = Source systems
    .hint = Who is safe for the client: family, neighbours, leaders, institutions, and the part of each.
    .why = A social worker links clients with people and institutions who can go on helping.

plan-sourceSystems-group = Who is involved?
    .hint = Committee, leaders, village office, institutions, and the part of each. Also those who are seldom heard.
    .why = Social workers connect them with people and institutions that can go on helping.

plan-referralInstitutions = Which institutions may the client be referred to?
    .label = Referral places
    .hint = For example: Puskesmas Cibeber for blood sugar. Skip it if not needed yet.
    .why = A referral prepared early goes faster when it is needed.

plan-referralInstitutions-group = Which institutions are prepared for a referral?
    .hint = For example: the public works office for the drains. Skip it if not needed yet.
    .why = A referral prepared early goes faster when it is needed.

plan-evaluationDate = When will this plan be evaluated?
    .label = Evaluation
    .hint = Usual practice: in 30 days. Your organisation may set something else.
    .why = You will be reminded before this date.

plan-voice = Who was asked as well, for the child?
    .label = Speaks for the child
    .hint = An adult the child trusts, or an official. Choose Nobody yet if none was found.
    .why = A plan for a child is also talked over with an adult on its side.

plan-voice-suspected = Who was asked as well, for the child?
    .hint = Not the suspected guardian. Choose Nobody yet if none was found.
    .why = A plan for a child is also talked over with an adult on its side.

plan-agreement = Does the client agree to this plan?
    .label = Client's answer
    .hint = Read out the goals and activities first, in words the client understands.
    .why = Clients have the right to agree to an intervention plan or to decline it. If they decline, the plan is worked out again together.

plan-agreement-group = Do they agree to this plan?
    .hint = First read out goals and activities, in a deliberation or to leaders who were given that power.
    .why = Clients have the right to agree to or decline the plan. If they decline, it is made again together.

plan-agreedHow = How was the agreement to the plan reached?
    .label = Way of agreeing
    .hint = Choose what really happened.
    .why = A clear way keeps anyone from feeling passed over.

plan-guardianAgreement = Does the parent or guardian agree as well?
    .label = Guardian's view
    .hint = Read it to them as well.
    .why = A parent or guardian carries out the plan for the child, too.

plan-declinedReason = Which part is declined?
    .label = Reason declined
    .hint = With the reason, in the client's own words.
    .why = Improving the plan starts here.
