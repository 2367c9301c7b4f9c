# Texts of choice buttons. Try to stay within 28 letters, never over 60.

## First contact

choice-source-outreach = Outreach
choice-source-self = Came by themselves
choice-source-institution = Referred by an institution
choice-source-community = Reported by the community
choice-source-law-enforcement = Police, prosecutor or judge

choice-level-individual = One person
choice-level-family = A family
choice-level-group = A group
choice-level-community = A community

choice-danger-suicide = Wants to end their life
choice-danger-violence-ongoing = Violence happening now
choice-danger-medical = Medical emergency
choice-danger-abandoned-child = Child abandoned or alone
choice-danger-none = None

choice-legal-child-victim = Child victim/witness, social report requested
choice-legal-sexual-violence = Sexual violence, victim reported to us
choice-legal-domestic-violence = Domestic violence
choice-legal-child-in-conflict = Child in conflict with the law
choice-legal-none = None

choice-requester-investigator = The investigator
choice-requester-prosecutor = The prosecutor
choice-requester-judge = The judge
choice-requester-other-official = Another official

choice-handover-not-yet = Not yet
choice-handover-parents = To parents or guardian
choice-handover-someone = To someone else

choice-sex-male = Male
choice-sex-female = Female

choice-guardian-reachable = Yes, can be reached
choice-guardian-unknown = None, or not known
choice-guardian-suspected = Yes, but suspected of harm

choice-child-voice-other-parent = The other parent
choice-child-voice-relative = A relative the child trusts
choice-child-voice-companion = The child's companion
choice-child-voice-uptd-ppa = An officer of the UPTD PPA
choice-child-voice-lpsk = The LPSK
choice-child-voice-other = Somebody else
choice-child-voice-nobody = Nobody yet

choice-ppks-anak-balita-telantar = Neglected child under five
choice-ppks-anak-telantar = Neglected child
choice-ppks-anak-berhadapan-hukum = Child facing the law
choice-ppks-anak-jalanan = Street child
choice-ppks-anak-disabilitas = Child with a disability
choice-ppks-anak-korban-kekerasan = Child victim of violence
choice-ppks-anak-perlindungan-khusus = Child in special protection
choice-ppks-lansia-telantar = Neglected older person
choice-ppks-penyandang-disabilitas = Person with a disability
choice-ppks-tuna-susila = Sex worker
choice-ppks-gelandangan = Homeless person
choice-ppks-pengemis = Person who begs
choice-ppks-pemulung = Waste picker
choice-ppks-kelompok-minoritas = Minority group
choice-ppks-bekas-warga-binaan = Former prisoner
choice-ppks-odha = Person living with HIV/AIDS
choice-ppks-korban-napza = Person harmed by drug use
choice-ppks-korban-perdagangan-orang = Victim of trafficking
choice-ppks-korban-kekerasan = Victim of violence
choice-ppks-pekerja-migran = Migrant worker in difficulty
choice-ppks-korban-bencana-alam = Natural disaster victim
choice-ppks-korban-bencana-sosial = Social disaster victim
choice-ppks-perempuan-rawan = Woman at social-economic risk
choice-ppks-fakir-miskin = Person in poverty
choice-ppks-keluarga-bermasalah = Family with psychosocial problems
choice-ppks-komunitas-adat-terpencil = Remote indigenous community

choice-explained-purpose = Purpose of the service
choice-explained-procedure = Procedure
choice-explained-cost = Cost
choice-explained-rights = Rights and duties
choice-explained-confidentiality = Confidentiality, its limits
choice-explained-complaints = How to complain
choice-explained-none = Nothing yet

choice-ineligible-refer = Refer elsewhere
choice-ineligible-close = Close the case

choice-consent-by-client = The client
choice-consent-by-guardian = A guardian or relative

choice-consent-how-written = In writing
choice-consent-how-witnessed = Spoken, with a witness

choice-data-consent-how-written = In writing
choice-data-consent-how-recorded = Recorded

choice-group-consent-deliberation = Community meeting
choice-group-consent-representatives = Through representatives
choice-group-consent-written = Letter of consent

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

choice-method-interview = In-depth interview
choice-method-observation = Observation
choice-method-home-visit = Home visit
choice-method-documents = Documents
choice-method-other-people = Other people

choice-kin-partner = Husband/wife
choice-kin-former-partner = Former husband/wife
choice-kin-parent = Birth father/mother
choice-kin-step-parent = Stepfather/stepmother
choice-kin-adoptive-parent = Adoptive father/mother
choice-kin-child = Son/daughter
choice-kin-child-former-partner = Child of a former partner
choice-kin-step-child = Stepchild
choice-kin-adopted-child = Adopted child
choice-kin-sibling = Brother/sister
choice-kin-sibling-same-father = Half-sibling, same father
choice-kin-sibling-same-mother = Half-sibling, same mother
choice-kin-grandparent-paternal = Father's father/mother
choice-kin-grandparent-maternal = Mother's father/mother
choice-kin-uncle-aunt-paternal = Father's brother/sister
choice-kin-uncle-aunt-maternal = Mother's brother/sister
choice-kin-grandchild = Grandchild
choice-kin-child-in-law = Son/daughter-in-law
choice-kin-parent-in-law = Father/mother-in-law
choice-kin-sibling-in-law = Brother/sister-in-law
choice-kin-nephew-niece = Nephew/niece
choice-kin-cousin = Cousin
choice-kin-other = Other

choice-stance-supports = In favour
choice-stance-neutral = Neutral
choice-stance-opposes = Against

choice-system-kin = Wider family
choice-system-neighbours = Neighbours and friends
choice-system-school = School
choice-system-work = Workplace
choice-system-health = Health services
choice-system-faith = Faith
choice-system-government = Government, social aid
choice-system-association = Local association
choice-system-law = Law and safety
choice-system-other = Other

choice-tie-strong = Strong
choice-tie-weak = Weak
choice-tie-stressful = Stressful

choice-flow-to-client = To the client
choice-flow-from-client = From the client
choice-flow-both = Both ways

## Plan and intervention

choice-role-enabler = Enabler
choice-role-broker = Broker
choice-role-advocate = Advocate
choice-role-mediator = Mediator
choice-role-negotiator = Negotiator
choice-role-educator = Educator
choice-role-facilitator = Facilitator
choice-role-counselor = Counselor
choice-role-coordinator = Coordinator
choice-role-case-manager = Case manager
choice-role-companion = Companion
choice-role-protector = Protector
choice-role-motivator = Motivator
choice-role-researcher = Researcher

choice-agreement-agrees = Agrees
choice-agreement-declines = Declines

choice-progress-worse = Worse
choice-progress-same = The same
choice-progress-little = A little better
choice-progress-good = Better
choice-progress-reached = Goal reached

## Evaluation, referral, termination

choice-decision-continue = Continue
choice-decision-revise-plan = Revise the plan
choice-decision-refer = Refer
choice-decision-terminate = End the service

choice-institution-clinic = Clinic or hospital
choice-institution-mental-health = Mental hospital
choice-institution-social-office = Social affairs office
choice-institution-women-children-unit = Women and children unit (PPA)
choice-institution-shelter = Safe house
choice-institution-residential = Residential care
choice-institution-rehabilitation = Drug rehabilitation
choice-institution-school = School or training
choice-institution-legal-aid = Legal aid
choice-institution-police = Police
choice-institution-civil-registry = Civil registry
choice-institution-organization = Social organisation (LKS)
choice-institution-other = Other

choice-share-ground-client = The client allows it
choice-share-ground-guardian = Guardian/family allows it
choice-share-ground-emergency = Emergency, to keep safe
choice-share-ground-law = Law enforcement or the law
choice-share-ground-refused = Not allowed

choice-shared-identity = Identity
choice-shared-contact = Address and phone
choice-shared-problem = Summary of the problem
choice-shared-assessment = Assessment report
choice-shared-plan = Intervention plan
choice-shared-health = Health information
choice-shared-family = Family information
choice-shared-legal = Legal documents

choice-referral-status-accepted = Accepted
choice-referral-status-declined = Declined
choice-referral-status-completed = Served, completed

choice-end-reason-goals-met = Goals met, independent
choice-end-reason-time-over = Time or plan completed
choice-end-reason-transferred = Moved to another service
choice-end-reason-withdrew = Client withdrew
choice-end-reason-unforeseen = Unforeseen circumstances
choice-end-reason-died = Client has died

choice-independence-needs = Basic needs are met
choice-independence-roles = Manages daily roles
choice-independence-coping = Can deal with problems
choice-independence-support = Has people for support
choice-independence-knows-help = Knows where to find help
choice-independence-safe = Safe from threats
choice-independence-none = None of these yet

choice-contact-way-home = Home visit
choice-contact-way-office = At our office
choice-contact-way-phone = By phone
choice-contact-way-workplace-school = At work or school
choice-contact-way-elsewhere = Somewhere else

choice-carries-on-alone = Yes, by themselves
choice-carries-on-with-help = Yes, with help
choice-carries-on-stopped = It has stopped
