# The recap of PPKS and the figures for accreditation.

recap-page =
    <b>PPKS recap</b>
    Clients by kind of PPKS, sex and age.
    { $period }
recap-page-served = Counted: everybody who was served in that time.
recap-page-new = Counted: cases that were opened in that time.
recap-page-masked = To leave the institution: 1 to 4 is written “less than 5”, so that it points at nobody.
recap-page-unmasked = ⚠️ For the institution itself: every number as it is. Do not send it out.
recap-page-columns = Age bands and columns are set by your institution. We do not know the official columns of any office; set them as they are asked for.
button-recap-served = Count everybody served
button-recap-new = Count new cases only
button-recap-mask = Mask small numbers
button-recap-unmask = Write every number
button-recap-columns = ⚙️ Age bands and columns
button-period-month = Month
button-period-semester = Half-year
button-period-year = Year

recap-columns-page =
    <b>Age bands and columns of the recap</b>
    { $bands }
button-recap-bands = ✏️ Change the age bands
recap-switch-bySex = Men and women apart
recap-switch-groups = A column of groups and communities
recap-switch-emptyRows = Write kinds with nobody too
recap-bands-ask = At which ages does each band begin? Write them rising from 0, for example <code>0, 6, 13, 18, 60</code>.
recap-bands-unclear = Write the first age of each band, rising from 0, two to { $most } numbers. For example: 0, 6, 13, 18, 60.
recap-kept = Kept. The next recap has these bands.

recap-title = PPKS recap
recap-kind = Kind of PPKS
recap-kind-unknown = Not recorded yet
recap-sum = Sum
recap-band = { $from }–{ $to } y
recap-band-open = { $from }+ y
recap-sex-male = M
recap-sex-female = F
recap-column-groups = Groups
recap-column-unknown = Not recorded
recap-period = Period
recap-counted = Counted
recap-counts-served = Clients whose case was open in that time, if only for a while
recap-counts-new = Clients whose case was opened in that time
recap-age = Age
recap-age-text = On the last day of that time, or when the case was closed where that was earlier
recap-family = Family
recap-family-text = Counted once, by its head
recap-number = Number of clients
recap-small = Small numbers
recap-masked = 1 to 4 is written <5, and so are numbers that would give it away. 0 is written as it is.
recap-unmasked = Written as they are. For the institution itself only.
recap-columns = Columns
recap-columns-text = Set by this institution. Not an official form.
recap-outside = Small numbers are masked
recap-inside = For the institution itself only
recap-signs = Head of the institution

accreditation-page =
    <b>Figures for accreditation</b>
    Clients, staff, services by month, and results, counted from the record. No names.
    { $period }
accreditation-page-standing = We do not have the accreditation instrument of LKS itself, so this is no official form: figures that are usually asked for, to be copied into it. Every number is written as it is, for an assessor who comes to you.
button-figures-names = Excel with the names of the staff
accreditation-title = Figures for the accreditation of the institution
accreditation-standing = Standing
accreditation-standing-text = Not an official form. Six standards of LKS accreditation are named by the head of BALKS in the media (programme, process of service, management, staff, facilities, results); the instrument was not read.
accreditation-not-here = Not in here
accreditation-not-here-text = Management and facilities: a record of cases does not hold them.
accreditation-clients = Clients by kind and standing
accreditation-level = Level: { $level }
accreditation-count-served = Served
accreditation-count-opened = New
accreditation-count-open = Still open
accreditation-count-closed = Closed
accreditation-staff = Staff
accreditation-member = Staff
accreditation-staff-roles = Roles
accreditation-staff-since = Since
accreditation-staff-str = STR
accreditation-staff-str-until = Valid until
accreditation-staff-certificates = Certificates
accreditation-staff-cases = Open cases
accreditation-staff-supervisions = Supervision
accreditation-str-valid = valid
accreditation-str-expired = expired
accreditation-str-undated = recorded without a day
accreditation-str-not-recorded = not recorded yet
accreditation-str-none-needed = not needed
accreditation-services = Services by month
accreditation-month = Month
accreditation-month-opened = New cases
accreditation-month-closed = Closed
accreditation-month-sessions = Sessions
accreditation-month-plans = Plans
accreditation-month-evaluations = Evaluations
accreditation-month-referrals = Referrals
accreditation-month-aftercare = Aftercare
accreditation-results = Results
accreditation-result = Result
accreditation-result-evaluated = Evaluations
accreditation-result-meanScore = Mean T-score (50 means as expected)
accreditation-result-goals = Goals judged
accreditation-result-goalsAsExpected = Goals reached as expected or more
accreditation-result-referrals = Referrals
accreditation-result-referralsAnswered = Referrals answered
accreditation-result-closed = Cases closed
accreditation-result-terminated = Closed because the service was completed
