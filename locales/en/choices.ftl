# Texts of choice buttons. Try to stay within 28 letters, never over 60.
# `.words`: other words people use for that choice.

## First contact

choice-source-outreach = Outreach
    .words = field visit
choice-source-self = Came by themselves
    .words = walk in, self
choice-source-institution = Referred by an institution
    .words = referral, referred
choice-source-community = Reported by the community
    .words = neighbours, report
choice-source-law-enforcement = Police, prosecutor or judge
    .words = police, prosecutor, judge, court, investigator

choice-level-individual = One person
    .words = individual, person
choice-level-family = A family
    .words = household
choice-level-group = A group
    .words = peer group
choice-level-community = A community
    .words = village, neighbourhood

choice-danger-suicide = Wants to end their life
    .words = suicide, kill themselves, wants to die
choice-danger-violence-ongoing = Violence happening now
    .words = violence, beaten, abuse, assault
choice-danger-medical = Medical emergency
    .words = emergency, unconscious, bleeding, seizure
choice-danger-abandoned-child = Child abandoned or alone
    .words = abandoned, child alone
choice-danger-none = None
    .words = safe, no danger

choice-legal-child-victim = Child victim/witness, social report requested
    .words = child victim, child witness, social report, violence
choice-legal-sexual-violence = Sexual violence, victim reported to us
    .words = harassment, rape, sexual abuse, violence
choice-legal-domestic-violence = Domestic violence
    .words = domestic, wife beating, violence
choice-legal-child-in-conflict = Child in conflict with the law
    .words = child offender, juvenile
choice-legal-none = None
    .words = nothing

choice-requester-investigator = The investigator
    .words = police
choice-requester-prosecutor = The prosecutor
    .words = prosecution
choice-requester-judge = The judge
    .words = court
choice-requester-other-official = Another official

choice-handover-not-yet = Not yet
choice-handover-parents = To parents or guardian
choice-handover-someone = To someone else

choice-sex-male = Male
    .words = man, boy, M
choice-sex-female = Female
    .words = woman, girl, F

choice-guardian-reachable = Yes, can be reached
    .words = reachable, yes
choice-guardian-unknown = None, or not known
    .words = unknown, orphan, no
choice-guardian-suspected = Yes, but suspected of harm
    .words = suspect, offender

choice-child-voice-other-parent = The other parent
choice-child-voice-relative = A relative the child trusts
    .words = family, uncle, aunt, grandparent
choice-child-voice-companion = The child's companion
    .words = companion
choice-child-voice-uptd-ppa = An officer of the UPTD PPA
choice-child-voice-lpsk = The LPSK
choice-child-voice-other = Somebody else
choice-child-voice-nobody = Nobody yet
    .words = none

choice-ppks-anak-balita-telantar = Neglected child under five
    .words = toddler, baby
choice-ppks-anak-telantar = Neglected child
    .words = orphan
choice-ppks-anak-berhadapan-hukum = Child facing the law
    .words = juvenile
choice-ppks-anak-jalanan = Street child
    .words = street kid
choice-ppks-anak-disabilitas = Child with a disability
    .words = disabled child, special needs
choice-ppks-anak-korban-kekerasan = Child victim of violence
    .words = child abuse, violence, harassment
choice-ppks-anak-perlindungan-khusus = Child in special protection
    .words = child protection
choice-ppks-lansia-telantar = Neglected older person
    .words = elderly, older person, old age, senior
choice-ppks-penyandang-disabilitas = Person with a disability
    .words = disability, disabled, mental illness, blind, deaf
choice-ppks-tuna-susila = Sex worker
    .words = prostitute
choice-ppks-gelandangan = Homeless person
    .words = homeless
choice-ppks-pengemis = Person who begs
    .words = beggar
choice-ppks-pemulung = Waste picker
    .words = scavenger
choice-ppks-kelompok-minoritas = Minority group
    .words = minority, transgender
choice-ppks-bekas-warga-binaan = Former prisoner
    .words = ex convict, former inmate
choice-ppks-odha = Person living with HIV/AIDS
    .words = HIV, AIDS
choice-ppks-korban-napza = Person harmed by drug use
    .words = drugs, addict
choice-ppks-korban-perdagangan-orang = Victim of trafficking
    .words = trafficking
choice-ppks-korban-kekerasan = Victim of violence
    .words = violence, domestic violence, harassment, abuse
choice-ppks-pekerja-migran = Migrant worker in difficulty
    .words = migrant, migrant worker
choice-ppks-korban-bencana-alam = Natural disaster victim
    .words = flood, earthquake, landslide, disaster
choice-ppks-korban-bencana-sosial = Social disaster victim
    .words = conflict, fire, disaster
choice-ppks-perempuan-rawan = Woman at social-economic risk
    .words = widow
choice-ppks-fakir-miskin = Person in poverty
    .words = poor, poverty
choice-ppks-keluarga-bermasalah = Family with psychosocial problems
    .words = broken home
choice-ppks-komunitas-adat-terpencil = Remote indigenous community
    .words = indigenous

choice-explained-purpose = Purpose of the service
choice-explained-procedure = Procedure
choice-explained-cost = Cost
    .words = free
choice-explained-rights = Rights and duties
choice-explained-confidentiality = Confidentiality, its limits
    .words = secrecy
choice-explained-complaints = How to complain
    .words = complaint
choice-explained-none = Nothing yet

choice-ineligible-refer = Refer elsewhere
    .words = referral
choice-ineligible-close = Close the case
    .words = close

choice-consent-by-client = The client
    .words = client, themselves
choice-consent-by-guardian = A guardian or relative
    .words = parent, family

choice-consent-how-written = In writing
    .words = signature, signed
choice-consent-how-witnessed = Spoken, with a witness
    .words = oral, witness

choice-data-consent-how-written = In writing
    .words = signature, signed
choice-data-consent-how-recorded = Recorded
    .words = recording, video

choice-group-consent-deliberation = Community meeting
    .words = village meeting
choice-group-consent-representatives = Through representatives
    .words = board, leader
choice-group-consent-written = Letter of consent
    .words = letter

choice-worker-duty-standard = Serve to the standard
choice-worker-duty-information = Give full information
choice-worker-duty-confidentiality = Keep confidences
choice-worker-duty-referral = Refer when needed
choice-worker-duty-fairness = Treat everyone equally
choice-worker-duty-visits = Come when promised

choice-client-duty-honest = Give honest information
choice-client-duty-follow = Follow the worker's advice
choice-client-duty-attend = Be there when agreed
choice-client-duty-tell = Say when unable to come
choice-client-duty-take-part = Help to make the plan

## Assessment

choice-method-group-discussion = Focus group discussion
    .words = FGD, group discussion
choice-method-deliberation = Community meeting
    .words = deliberation, musyawarah, village meeting
choice-method-mapping = Social mapping
    .words = mapping, map
choice-method-transect = Transect walk
    .words = transect, walk through
choice-method-interview = In-depth interview
    .words = talk
choice-method-observation = Observation
    .words = observed
choice-method-home-visit = Home visit
    .words = visit
choice-method-documents = Documents
    .words = papers
choice-method-other-people = Other people
    .words = neighbours

choice-kin-partner = Husband/wife
    .words = husband, wife, spouse
choice-kin-former-partner = Former husband/wife
    .words = ex husband, ex wife, ex
choice-kin-parent = Birth father/mother
    .words = father, mother
choice-kin-step-parent = Stepfather/stepmother
    .words = stepfather, stepmother
choice-kin-adoptive-parent = Adoptive father/mother
    .words = adoptive father, adoptive mother
choice-kin-child = Son/daughter
    .words = son, daughter
choice-kin-child-former-partner = Child of a former partner
choice-kin-step-child = Stepchild
choice-kin-adopted-child = Adopted child
choice-kin-sibling = Brother/sister
    .words = brother, sister
choice-kin-sibling-same-father = Half-sibling, same father
choice-kin-sibling-same-mother = Half-sibling, same mother
choice-kin-grandparent-paternal = Father's father/mother
    .words = grandfather, grandmother
choice-kin-grandparent-maternal = Mother's father/mother
    .words = grandfather, grandmother
choice-kin-uncle-aunt-paternal = Father's brother/sister
    .words = uncle, aunt
choice-kin-uncle-aunt-maternal = Mother's brother/sister
    .words = uncle, aunt
choice-kin-grandchild = Grandchild
choice-kin-child-in-law = Son/daughter-in-law
choice-kin-parent-in-law = Father/mother-in-law
    .words = father in law, mother in law
choice-kin-sibling-in-law = Brother/sister-in-law
    .words = brother in law, sister in law
choice-kin-nephew-niece = Nephew/niece
    .words = nephew, niece
choice-kin-cousin = Cousin
choice-kin-other = Other
    .words = else

choice-stance-supports = In favour
    .words = support, positive
choice-stance-neutral = Neutral
    .words = indifferent
choice-stance-opposes = Against
    .words = against

choice-system-kin = Wider family
    .words = relatives, family
choice-system-neighbours = Neighbours and friends
    .words = neighbour, friends
choice-system-school = School
    .words = teacher
choice-system-work = Workplace
    .words = employer, job
choice-system-health = Health services
    .words = clinic, hospital, doctor, midwife
choice-system-faith = Faith
    .words = mosque, church
choice-system-government = Government, social aid
    .words = village office, aid
choice-system-association = Local association
    .words = youth club
choice-system-law = Law and safety
    .words = police
choice-system-other = Other
    .words = else

choice-tie-strong = Strong
    .words = close
choice-tie-weak = Weak
    .words = distant
choice-tie-stressful = Stressful
    .words = tense, conflict

choice-flow-to-client = To the client
choice-flow-from-client = From the client
choice-flow-both = Both ways
    .words = mutual

## Plan and intervention

choice-role-enabler = Enabler
    .words = enabling
choice-role-broker = Broker
    .words = linking
choice-role-advocate = Advocate
    .words = advocacy
choice-role-mediator = Mediator
    .words = mediation
choice-role-negotiator = Negotiator
    .words = negotiation
choice-role-educator = Educator
    .words = teaching, training, exercise
choice-role-facilitator = Facilitator
    .words = facilitation
choice-role-counselor = Counselor
    .words = counselling, counseling
choice-role-coordinator = Coordinator
    .words = coordination
choice-role-case-manager = Case manager
    .words = manager
choice-role-companion = Companion
    .words = accompanied, company, went along
choice-role-protector = Protector
    .words = protection
choice-role-motivator = Motivator
    .words = motivation
choice-role-researcher = Researcher
    .words = research

choice-agreement-agrees = Agrees
    .words = yes, ok
choice-agreement-declines = Declines
    .words = no

choice-progress-worse = Worse
    .words = worse, declined, weaker
choice-progress-same = The same
    .words = same, no change, refused, not yet
choice-progress-little = A little better
    .words = a little, slightly, began to, started to
choice-progress-good = Better
    .words = good, better, improved, on their own, did well
choice-progress-reached = Goal reached
    .words = done, achieved

## Evaluation, referral, termination

choice-decision-continue = Continue
    .words = go on
choice-decision-revise-plan = Revise the plan
    .words = revise
choice-decision-refer = Refer
    .words = referral
choice-decision-terminate = End the service
    .words = end, finish

choice-institution-clinic = Clinic or hospital
    .words = hospital, clinic
choice-institution-mental-health = Mental hospital
    .words = psychiatric
choice-institution-social-office = Social affairs office
    .words = social services
choice-institution-women-children-unit = Women and children unit (PPA)
    .words = PPA
choice-institution-shelter = Safe house
    .words = safe house
choice-institution-residential = Residential care
    .words = home
choice-institution-rehabilitation = Drug rehabilitation
    .words = rehab
choice-institution-school = School or training
    .words = training
choice-institution-legal-aid = Legal aid
    .words = lawyer
choice-institution-police = Police
    .words = police
choice-institution-civil-registry = Civil registry
    .words = identity card, birth certificate
choice-institution-organization = Social organisation (LKS)
    .words = NGO, foundation
choice-institution-other = Other
    .words = else

choice-share-ground-client = The client allows it
    .words = client
choice-share-ground-guardian = Guardian/family allows it
    .words = family
choice-share-ground-representatives = Allowed by representatives
    .words = leaders, committee, representatives
choice-share-ground-emergency = Emergency, to keep safe
    .words = emergency
choice-share-ground-law = Law enforcement or the law
    .words = police, court
choice-share-ground-refused = Not allowed
    .words = no

choice-shared-identity = Identity
    .words = name
choice-shared-contact = Address and phone
    .words = address, phone
choice-shared-problem = Summary of the problem
    .words = problem
choice-shared-assessment = Assessment report
    .words = assessment
choice-shared-plan = Intervention plan
    .words = plan
choice-shared-health = Health information
    .words = health
choice-shared-family = Family information
    .words = family
choice-shared-legal = Legal documents
    .words = legal

choice-referral-status-accepted = Accepted
    .words = accept
choice-referral-status-declined = Declined
    .words = rejected
choice-referral-status-completed = Served, completed
    .words = done

choice-end-reason-goals-met = Goals met, independent
    .words = independent
choice-end-reason-time-over = Time or plan completed
    .words = time is up
choice-end-reason-transferred = Moved to another service
    .words = referred
choice-end-reason-withdrew = Client withdrew
    .words = dropped out
choice-end-reason-unforeseen = Unforeseen circumstances
    .words = moved
choice-end-reason-died = Client has died
    .words = death, deceased

choice-independence-runs-itself = Activities run by themselves
    .words = activities
choice-independence-leaders = Leaders are active
    .words = leaders, committee
choice-independence-funds = They run their own funds
    .words = funds, money
choice-independence-needs = Basic needs are met
choice-independence-roles = Manages daily roles
choice-independence-coping = Can deal with problems
choice-independence-support = Has people for support
choice-independence-knows-help = Knows where to find help
choice-independence-safe = Safe from threats
choice-independence-none = None of these yet

choice-contact-way-home = Home visit
    .words = home visit
choice-contact-way-office = At our office
    .words = office
choice-contact-way-phone = By phone
    .words = call, WA
choice-contact-way-workplace-school = At work or school
    .words = school, work
choice-contact-way-meeting = A meeting of all
    .words = meeting
choice-contact-way-site = A visit to the site
    .words = site, field
choice-contact-way-elsewhere = Somewhere else

choice-carries-on-alone = Yes, by themselves
    .words = alone
choice-carries-on-with-help = Yes, with help
    .words = helped
choice-carries-on-stopped = It has stopped
    .words = no
