# Instruments of the self-audit: their components, and when a component is met.

instrument-public-service = Standard of public service
    .source = The fourteen components of UU 25/2009 Article 21. Binding for providers of public service; for a private institution outside of that, good practice.
instrument-lks-accreditation = Accreditation standards for LKS
    .source = The names of the six standards as the head of BALKS gave them (pwmu.co/113910); one official definition of data lists five. We could not read the BALKS accreditation guide of 2020, so when a standard is met is our wording here, not the assessors'.

component-legal-ground = Legal ground
    .met = The rules the service rests on are named in the institution's standard, are in force, and can be shown at once.
component-requirements = Requirements
    .met = What each kind of service requires, technical and administrative, is written down and can be read before anybody comes.
component-procedure = System, mechanism and procedure
    .met = The set procedure for those who give and those who get the service is written down, how to complain included, and is used every day.
component-time-limit = Time limit
    .met = How long each kind of service takes as a whole is fixed, made known, and it is recorded whether that was kept.
component-cost = Cost or fee
    .met = What people pay is written down and made known, also where nothing is charged. The amount was agreed on with the public.
component-product = Product of the service
    .met = What people get from each service is named, and what they are given is what was laid down.
component-facilities = Facilities
    .met = The equipment and facilities the service needs are there and work, those for vulnerable groups included: people with disabilities, the elderly, children.
component-competence = Competence of the staff
    .met = The knowledge, expertise, skills and experience the staff must have are laid down, and the staff have them.
component-internal-control = Internal control
    .met = The head or the direct superior checks regularly how the service is carried out, and what is found is recorded.
component-complaints = Complaints, suggestions and comments
    .met = There is a way to complain that people know, somebody who deals with it, and a record of what followed.
component-staffing = Number of staff
    .met = There are as many staff as the workload needs, and the reckoning is there.
component-service-guarantee = Guarantee of the service
    .met = The institution guarantees in writing that the service follows its standard, and says what is done where it does not.
component-safety-guarantee = Guarantee of safety
    .met = There is a written commitment, and there are real steps, so that people feel safe and free from danger, risk and doubt.
component-performance-review = Review of performance
    .met = It is judged regularly how far the service follows the standard, and the result is used to improve it.

component-lks-programme = Programme
    .met = The programme is written down: for whom, to what end, by which activities; and it is carried out.
component-lks-process = Process of the service
    .met = The stages from admission to termination and aftercare are written down, and recorded for every client.
component-lks-management = Management of the organisation
    .met = Legal form, registration, board, division of tasks and financial administration are complete and in force.
component-lks-people = Human resources
    .met = The number and qualification of the staff fit the service, and there is training and supervision.
component-lks-facilities = Facilities and infrastructure
    .met = Premises, equipment and facilities are decent, safe, and usable by vulnerable groups.
component-lks-results = Results of the service
    .met = Change in clients is measured, recorded, and used to improve the service.
