# Papers made from forms: their buttons, how they are sent, and the words in them.

button-paper = 🖨 { $paper }
paper-ordered = It is being made, and will be in this chat in a moment.
paper-caption = 📄 { $paper } · { $code }
paper-print = Please download and print it before it leaves the chat, and keep the print in a safe place.
paper-refused = { $paper } · { $code } could not be made, and that is not your fault. The answers are safe. Give your organisation's admin this code: { $reference }.

paper-consent = Consent form
paper-contract = Service contract
paper-assessment = Assessment report
paper-plan = Intervention plan
paper-session = Progress note
paper-evaluation = Evaluation report
paper-referral = Referral letter
paper-termination = Record of termination
paper-aftercare = Aftercare note

paper-draft = DRAFT
paper-confidential = CONFIDENTIAL
paper-page = Page
paper-of = of
paper-code = Case code
paper-client = Client
paper-worker = Social worker
paper-sequence = Number
paper-score = Score
paper-level = What is reached
paper-ranking = Problems by urgency (U), seriousness (S) and growth (G)
paper-problem = Problem
paper-problem-safety = { $problem } (concerns safety)
paper-sum = Sum
paper-t-score = Goal attainment (GAS): T score { $score }. 50 means as expected.
paper-outcome = Outcome
paper-functioning = Social functioning, scale of 1 to 5
paper-before = Assessment
paper-now = Now

paper-signs-client = Client or representative
paper-signs-representative = Leader on their behalf
paper-signs-worker = Social worker
paper-signs-witness = Witness
paper-signs-supervisor = Supervisor

paper-rights = My rights
paper-right-stop = I may stop at any time, and may withdraw this consent.
paper-right-see = I may see my data, ask for corrections, and ask that my data be erased.
paper-right-complain = I may complain to the head of the organisation if something is not right.

paper-consent-opening = I, who sign below, was given an explanation by a social worker of { $institution }, in a language I understand, and could ask questions.
paper-consent-explained = What was explained to me
paper-consent-agreed = What I agree to
paper-consent-data = { $institution } records and keeps my data for the social service I receive. My social worker and their supervisor read it. Others get my data only with my permission, or where the law demands it.
paper-consent-service = I accept the social service of { $institution }.
paper-consent-service-group = The group or community I speak for accepts social services from { $institution }.

paper-contract-opening = The client and the social worker agree on the following service.
paper-contract-aim = Aim
paper-contract-until = Valid until
paper-contract-worker = What the social worker does
paper-contract-client = What the client does
paper-contract-terms = Other agreements

paper-number = Number
paper-nature = Nature
paper-nature-secret = Confidential
paper-subject = Subject
paper-subject-referral = Referral of client { $code }
paper-addressee = To
paper-referral-opening = With this letter we refer our client with the code { $code } to your service.
paper-referral-reason = Reason for the referral
paper-referral-ground = The information above is given on this ground: { $ground }. Please use it only for the service to this client, and keep it confidential.
paper-referral-closing = Thank you for your attention and cooperation.
paper-receipt = Receipt
paper-receipt-name = Received by
paper-receipt-position = Position
paper-receipt-date = Date
paper-receipt-signature = Signature

paper-termination-opening = With this record the service to the client with the code { $code } is declared ended, as follows.
