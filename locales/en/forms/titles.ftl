# Names of forms, stages and outputs.

form-approach = First contact
form-assessment = Assessment
form-plan = Intervention plan
form-session = Session note
form-evaluation = Evaluation
form-referral = Referral
form-termination = Termination
form-aftercare = Aftercare

stage-approach = First contact
stage-assessment = Assessment
stage-plan = Intervention plan
stage-intervention = Intervention
stage-evaluation = Evaluation, referral, termination
stage-closed = Closed

output-consent-sheet = Consent sheet
output-service-contract = Service contract
output-assessment-report = Assessment report
output-social-report = Social report
output-genogram = Genogram
output-ecomap = Ecomap
output-intervention-plan = Intervention plan
output-progress-notes = Progress notes
output-evaluation-report = Evaluation report
output-referral-letter = Referral letter
output-termination-record = Record of termination
output-aftercare-record = Aftercare record
