# Assessment

assessment-danger = Is there any danger right now?
    .label = Danger
    .hint = Tick everything you see or hear of. If in doubt, tick it.
    .why = Things can have changed since the first contact. If there is danger, you see the emergency steps at once and your supervisor is told, without the client's name.

assessment-sources = Is there another source of information?
    .label = Sources
    .item = Source { $number }
    .hint = Interviews, visits, group discussions, papers, what neighbours say: note them one by one.
    .why = A report that names its sources and dates can be checked and trusted.

assessment-sources-method = How did you get the information?
    .label = Method
    .hint = Choose one. You can add other sources after it.
    .why = What you saw yourself weighs differently from what others told you.

assessment-sources-method-group = How did you get the information?
    .hint = Choose one. You can add others after it.
    .why = Several ways support each other: who is silent in a meeting often speaks in an interview.

assessment-sources-date = When was that?
    .label = Date
    .hint = For example: yesterday, or 12-3-2026.
    .why = Situations change, so it should be clear how recent this is.

assessment-sources-participants = Who took part?
    .label = Participants
    .hint = How many and who they are, for example: 18 people, 7 of them women, neighbourhood head, volunteers. Skip it if not noted.
    .why = It shows whose voice has been heard, and whose not yet.

assessment-sources-informant = Who gave the information?
    .label = Informant
    .hint = Write the role, for example: the neighbourhood head, the class teacher. Skip it if they prefer not to be named.
    .why = So that you can ask again if something is unclear.

assessment-physical = How are body and health?
    .label = Physical
    .hint = Illness, medicine, disability, eating, sleep, self-care. Write what you see and what you are told.
    .why = Trouble with the body often starts a social problem, or follows from one.

assessment-psychological = How are feelings and thoughts?
    .label = Psychological
    .hint = Mood, fears, memory, ways of dealing with pressure. Just describe, without a diagnosis.
    .why = It shows whether a psychologist or doctor should be involved.

assessment-familySocial = How are relations with family and neighbours?
    .label = Family and social
    .hint = Who is close, who is at odds, who can be relied on, what they take part in.
    .why = The people around a client can be a strength, or a source of pressure.

assessment-economic = How is the economic situation?
    .label = Economic
    .hint = Income, dependants, debts, housing, help already received.
    .why = While basic needs are unmet, other steps hardly work.

assessment-educationWork = How are school or work?
    .label = School or work
    .hint = Schooling, skills, work now or earlier. Skip it if not known yet.
    .why = It shows the roles the client has, and abilities to build on.

assessment-spiritualCultural = Which beliefs and customs matter to the client?
    .label = Spiritual and cultural
    .hint = Worship, custom, values that give strength or weigh down. Skip it if the client would rather not tell.
    .why = Help is easier to accept when it agrees with what the client believes.

assessment-legalAspect = Are there legal matters or missing papers?
    .label = Law and papers
    .hint = Court cases, identity card, family card, birth or marriage certificate, land rights. Skip it if there are none.
    .why = Without papers, many services and benefits stay closed.

assessment-family = Is there another family member?
    .label = Family
    .first = Is there a family member to note?
    .item = Family member { $number }
    .hint = Three generations if you can, also those who died or live far away. The client, or the head of the family, need not be noted again.
    .why = The genogram is drawn from this list.

assessment-family-name = What is the name?
    .label = Name
    .hint = Name or initials.
    .why = So that everyone on the genogram can be told apart.

assessment-family-relation = What is the relation to the client?
    .label = Relation
    .hint = For a family: the relation to its head.
    .why = The relation decides the place on the genogram.

assessment-family-through = Through whom are they related?
    .label = Through
    .hint = Grandchild: the parent. Son-in-law: his wife. Nephew: which brother or sister of the client. Write the name as in this list.
    .why = So that the line on the genogram goes to the right place.

assessment-family-sex = What is the sex?
    .label = Sex
    .hint = As on the identity card, or as the person says.
    .why = A genogram draws men as squares and women as circles.

assessment-family-alive = Is this person alive?
    .label = Alive
    .hint = Those who died are noted too.
    .why = Loss is often part of a family's story.

assessment-family-birth = How old is this person?
    .label = Birth
    .hint = Age in years, or date of birth. Skip it if not known.
    .why = Age shows who needs care and who can give it.

assessment-family-livesTogether = Does this person live with the client?
    .label = Same house
    .hint = That is, sleeps and eats in the same house most days.
    .why = The genogram marks who shares the client's daily life.

assessment-family-life = How does life stand?
    .label = Life
    .hint = Those who died, a pregnancy and one that was lost are noted too.
    .why = Losses and births are often part of a family's story.

assessment-family-birth-died = How old was this person at death?
    .hint = Age in years, or date of birth. Skip it if not known.
    .why = Age shows how early the family lost this person.

assessment-family-diedIn = In which year did this person die?
    .label = Year of death
    .hint = For example: 2014. Skip it if not known.
    .why = A recent loss weighs differently from one long ago.

assessment-family-union = How do the two live?
    .label = Couple
    .hint = Skip it if they are married, or if this is a former partner and they are divorced.
    .why = A genogram draws married, living together, separated and divorced as different lines.

assessment-family-since = Since which year are they together?
    .label = Since
    .hint = For example: 2008. Skip it if not known.
    .why = The year stands on the line of the couple.

assessment-family-until = In which year did they part?
    .label = Until
    .hint = For example: 2019. Skip it if not known.
    .why = A recent parting often still hurts.

assessment-familyTies = Is there another relation to draw?
    .label = Relations in the family
    .first = Is there a relation to draw?
    .item = Relation { $number }
    .hint = Very close, distant, in conflict or violent; couples other than the client's, such as parents who divorced; twins. What is as usual need not be noted.
    .why = This often shows where pressure comes from, and who gives strength.

assessment-familyTies-who = Whose relation?
    .label = Who
    .hint = Tap the name, or write it as in the list. For violence: who does it.
    .why = The line is drawn from this person.

assessment-familyTies-with = With whom?
    .label = With
    .hint = Tap the name, or write it as in the list. For violence: who suffers it.
    .why = The line is drawn to this person.

assessment-familyTies-bond = What is between them?
    .label = Relation
    .hint = Choose one. Another relation between the same people can be added afterwards.
    .why = Each relation is drawn as a different line.

assessment-familyTies-since = Since which year are they together?
    .label = Since
    .hint = For example: 2008. Skip it if not known.
    .why = The year stands on the line of the couple.

assessment-familyTies-until = In which year did they part?
    .label = Until
    .hint = For example: 2019. Skip it if not known.
    .why = A recent parting often still hurts.

assessment-groupSituation = How is this group or community doing now?
    .label = Situation
    .hint = Livelihoods, services at hand, how people get along, who is left behind.
    .why = This shared picture is what the plan stands on.

assessment-groupHistory = What have people been through, and tried?
    .label = History
    .hint = Important events, earlier efforts and what came of them. Skip it if you do not know yet.
    .why = People have usually tried something already. The plan had better build on it.

assessment-actors = Is there another person or party?
    .label = Actors
    .item = Party { $number }
    .hint = People or institutions that are listened to, also those with other views.
    .why = Change goes through those people listen to.

assessment-actors-name = What is the name?
    .label = Name
    .hint = A person or an institution, for example: the head of the RW, the youth club.
    .why = So that it is clear whom to meet.

assessment-actors-part = What is their part here?
    .label = Part
    .hint = For example: owns the land, runs the health post.
    .why = Their part shows what can be expected of them.

assessment-actors-stance = How do they feel about change?
    .label = Stance
    .hint = As far as you can see now.
    .why = Those who are against it should be part of the talk from the start.

assessment-systems = Is there another person or institution around?
    .label = Ecomap
    .first = Is there a person or institution around to note?
    .item = System { $number }
    .hint = Those who help, those who are distant, and those who make things hard.
    .why = The ecomap is drawn from this list: who can be relied on, and which ties to keep or mend.

assessment-systems-name = Who, or which institution?
    .label = System name
    .hint = Write the role, not a person's name, for example: next-door neighbour, clinic, prayer group.
    .why = These words appear on the ecomap.

assessment-systems-name-group = Who, or which institution?
    .hint = Write the role, not a person's name, for example: village office, disaster agency, a company, a group next door.
    .why = This word stands in the ecomap.

assessment-systems-kind = What kind is it?
    .label = Kind
    .hint = Choose the closest.
    .why = The kinds show which side of the client's life is still empty.

assessment-systems-strength = What is the tie with the client like?
    .label = Tie
    .hint = Strong: can be relied on. Weak: there, but distant. Stressful: weighs on the client.
    .why = The ecomap draws each with a different line.

assessment-systems-strength-group = What is the relation with them like?
    .hint = Strong: can be relied on. Weak: there, but distant. Stressful: a burden to them.
    .why = The ecomap draws the three with different lines.

assessment-systems-direction = Which way do help and attention flow?
    .label = Direction
    .hint = To the client if they mostly receive, from the client if they mostly give.
    .why = A tie that flows only one way easily wears someone out.

assessment-systems-direction-group = Which way does help or attention flow?
    .hint = To the client if they mostly receive, from the client if they mostly give.
    .why = A relation that goes only one way easily tires one side.

assessment-problems = Is there another problem?
    .label = Problems
    .item = Problem { $number }
    .hint = One problem at a time, so that they can be ranked later.
    .why = Priorities and goals are drawn from this list.

assessment-problems-title = What is the problem?
    .label = Problem
    .hint = One line, for example: eats only once a day.
    .why = You will see this line again when making the plan.

assessment-problems-title-group = What is the shared problem?
    .hint = One line, for example: clean water runs only two days a week.
    .why = This line is shown again when the plan is made.

assessment-problems-description = How does the problem show itself?
    .label = Description
    .hint = Since when, how often, whom it touches, what was tried. Skip it if the line says enough.
    .why = Help easily misses when nobody knows how the problem works.

assessment-problems-safetyRisk = Does this problem put anyone's safety at risk?
    .label = Safety risk
    .hint = The client's or someone else's.
    .why = A problem that threatens safety always comes first, whatever its score later.

assessment-needs = What does the client need?
    .label = Needs
    .hint = As the client sees it and as you do, for example: company at night, soft food, an identity card.
    .why = Problems tell where you come from, needs tell where to go.

assessment-needs-group = What do they need?
    .hint = As they see it and as you see it, also those who seldom speak, for example: clean water, a place to play, a path for wheelchairs.
    .why = Needs show the direction, problems the origin.

assessment-strengths = Is there another strength?
    .label = Strengths
    .item = Strength { $number }
    .hint = Every client has strengths. Note them one by one.
    .why = A plan that rests on the client's strengths is more likely to last.

assessment-strengths-strength = What is the strength?
    .label = Strength
    .hint = A skill, a drive, a habit or a good relation, for example: weaves well.
    .why = You can pick it again as something to build the plan on.

assessment-strengths-strength-group = What is the strength?
    .hint = Habits, skills, land, groups that already work, for example: working together every Sunday.
    .why = This strength can be chosen again when the plan is made.

assessment-resources = What can be drawn on?
    .label = Resources
    .hint = Family, neighbours, leaders, programmes, money, places.
    .why = Part of the help is often already near the client.

assessment-resources-group = Which resources can be used?
    .hint = Village funds, savings, land, leaders, programmes, local firms, groups that already work.
    .why = Part of what is needed is often already there.

assessment-risks = What could make things worse?
    .label = Risks
    .hint = For example: alone at night, the carer is leaving. If there is nothing, write that too.
    .why = A risk that is known can be prevented or prepared for.

assessment-risks-group = What could make things worse?
    .hint = For example: another flood, leaders at odds, help that reaches only one side. Also write if there is none.
    .why = A risk that is known can be prevented or prepared for.

assessment-protectiveFactors = What protects the client?
    .label = Protection
    .hint = For example: a neighbour looks in every morning. Skip it if you see nothing yet.
    .why = What already protects the client should be kept, and not disturbed by the plan.

assessment-protectiveFactors-group = What protects them?
    .hint = For example: a night watch, neighbours who help each other in a flood. Skip it if not seen yet.
    .why = What already protects them should be kept, and not be disturbed by the plan.

assessment-functioningNeeds = How well can the client meet basic needs and rights?
    .label = Needs and rights
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is one of the three indicators of social functioning. Today's score is what the evaluation is compared with.

assessment-functioningNeeds-group = How well can they meet their basic needs and rights together?
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is one of the three indicators of social functioning. Today's score is what the evaluation is compared with.

assessment-functioningRoles = How well can the client carry out tasks and roles?
    .label = Tasks and roles
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is one of the three indicators of social functioning. Today's score is what the evaluation is compared with.

assessment-functioningRoles-group = How well can they carry out their tasks and roles together?
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is one of the three indicators of social functioning. Today's score is what the evaluation is compared with.

assessment-functioningCoping = How well can the client deal with life's problems?
    .label = Dealing with problems
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is one of the three indicators of social functioning. Today's score is what the evaluation is compared with.

assessment-functioningCoping-group = How well can they cope with problems together?
    .hint = 1 not at all, 3 with help, 5 without help.
    .why = This is one of the three indicators of social functioning. Today's score is what the evaluation is compared with.

assessment-conclusion = What should the plan focus on?
    .label = Conclusion
    .hint = Two or three sentences: the main problem, what causes it, and the strength to build on.
    .why = The conclusion is the bridge from assessment to plan.

assessment-recommendation = What do you recommend to the investigator?
    .label = Recommendation
    .hint = For example: someone stays with the child during questioning, and the child does not meet the suspect.
    .why = Investigators must ask for a social report when they question a child victim or witness. Your recommendation closes that report.
