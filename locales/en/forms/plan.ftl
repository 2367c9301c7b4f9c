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
    .hint = A change in the client's life, not something you do, for example: Mak Iyah eats three times a day.
    .why = A goal put into words together belongs to the client.

plan-goals-problem = Which problem does this goal answer?
    .label = For problem
    .hint = Pick the main one.
    .why = Every goal should come from the assessment.

plan-goals-indicator = How will you know it is reached?
    .label = Indicator
    .hint = One thing that can be seen or counted, for example: meals a day in the volunteer's notes.
    .why = With the same sign, anyone would judge the same.

plan-goals-targetDate = By when should this goal be reached?
    .label = Target
    .hint = For example: 20-12-2026, or in 30 days.
    .why = A date makes it possible to evaluate.

plan-goals-gasExpected = What result do you expect?
    .label = Level 0
    .hint = What is likely if the plan works, for example: eats three times a day.
    .why = This is level 0, the middle of the goal attainment scale (GAS).

plan-goals-gasMore = A little better than that: what would it be?
    .label = Level +1
    .hint = The same thing, one step better, for example: three times a day, one meal cooked by herself.
    .why = Five levels written now make the judgement fair later.

plan-goals-gasMuchMore = Much better: what would it be?
    .label = Level +2
    .hint = The best that is still possible. Skip it if you cannot picture it yet.
    .why = So that progress beyond hope can be seen too.

plan-goals-gasLess = A little less than expected: what would it be?
    .label = Level −1
    .hint = Some progress, but not there, for example: eats twice a day.
    .why = Small progress deserves to be noted.

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

plan-activities-role = What is your role in it?
    .label = Role
    .hint = Choose the role that stands out.
    .why = A clear role also makes clear where your task ends.

plan-activities-who = Who does it?
    .label = Done by
    .hint = Write roles, not names, for example: family, volunteer, clinic, myself.
    .why = What nobody does usually does not happen.

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

plan-referralInstitutions = Which institutions may the client be referred to?
    .label = Referral places
    .hint = For example: Puskesmas Cibeber for blood sugar. Skip it if not needed yet.
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

plan-guardianAgreement = Does the parent or guardian agree as well?
    .label = Guardian's view
    .hint = Read it to them as well.
    .why = A parent or guardian carries out the plan for the child, too.

plan-declinedReason = Which part is declined, and why?
    .label = Reason declined
    .hint = In the client's own words.
    .why = Improving the plan starts here.
