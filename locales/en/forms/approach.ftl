# First contact

approach-source = How did the client reach you?
    .label = Way of contact
    .hint = Choose what comes closest to what happened.
    .why = It shows whom to inform later, and how cases find their way to your organisation.

approach-referrer = Who referred, reported or asked?
    .label = Referred/reported by
    .hint = The institution or person, for example: Puskesmas Cibeber. Skip it if the reporter wishes to stay unknown.
    .why = Feedback and later cooperation go through them.

approach-contactDate = When was the first contact?
    .label = First contact
    .hint = The first day you or your organisation met the client or heard of them. For example: yesterday, or 12-3-2026.
    .why = The case is counted from this day.

approach-level = Who is your client?
    .label = Kind of client
    .hint = One person, one family, one group, or the people of one area.
    .why = A client can be a person, a family, a group or a community. The next questions follow from this.

approach-danger = Is there any danger right now?
    .label = Danger
    .hint = Tick everything you see or hear of. If in doubt, tick it.
    .why = Safety comes before forms. If there is danger, you see the emergency steps at once and your supervisor is told, without the client's name.

approach-safetyStep = What has been done to keep the client safe?
    .label = Safety steps
    .hint = For example: a neighbour is with them, taken to the clinic, police called at 15.20. Skip it if there was no time yet.
    .why = Whoever takes over needs to know what is already under way.

approach-safetyStep-group = What has been done to make them safe?
    .hint = For example: residents moved to the village hall, ambulance called at 15.20. Skip it if there was no time yet.
    .why = Whoever continues needs to know what is already under way.

approach-legal = Is there a legal situation in this case?
    .label = Legal situation
    .hint = Tick everything that applies.
    .why = Some situations have legal time limits counted in hours. If they are known now, you are reminded before they pass.

approach-legal-group = Is there a legal situation that concerns them?
    .hint = Where it is about one child or one victim, open a case of their own as well: its time limit is counted there.
    .why = Some situations have time limits in law, counted in hours. If they are known now, you are reminded before they pass.

approach-reportRequestedAt = When did the request for a social report arrive?
    .label = Request received
    .hint = Date and time the investigator's letter came, for example: 24-11-2026 09.30. If the time was not noted, give the earliest it could have been.
    .why = The social report must be handed in within 3 × 24 hours of receiving the investigator's letter.

approach-reportRequestedBy = Who asked for the social report?
    .label = Report asked by
    .hint = See the letterhead.
    .why = An official request is a legal duty of the organisation. The report is written whatever the guardian answers about service and data.

approach-letterNumber = What is the number of the letter?
    .label = Letter number
    .hint = Copy it as written, for example: B/123/XI/2026/Reskrim. Skip it if there is none.
    .why = The number is cited in the social report.

approach-letterDate = What is the date on the letter?
    .label = Letter date
    .hint = The date written on it, not the day it was received. Skip it if there is none.
    .why = The date is cited in the social report.

approach-requestLetter = Do you have a photo of the letter?
    .label = Request letter
    .hint = Send a photo or a file. Skip it if you do not have the letter.
    .why = The letter proves when the time limit began.

approach-violenceReportedAt = When did the victim report to your organisation?
    .label = Victim reported
    .hint = Date and time of the first report, for example: yesterday 14.00. If the time was not noted, give the earliest it could have been.
    .why = UPTD PPA, public social service units and community-based service providers must pass the report on to the police within 3 × 24 hours of the victim's report.

approach-handover = Has the child been returned or handed over?
    .label = Child's return
    .hint = Returned to parents or guardian, or handed over to someone else the child trusts.
    .why = From that day a social worker accompanies the child, for at most 6 months.

approach-returnedOn = When was the child returned to parents or guardian?
    .label = Returned on
    .hint = Use the date on the official record, if there is one.
    .why = Accompaniment lasts at most 6 months from the day the child was returned.

approach-handedOverOn = When was the child handed over to this person?
    .label = Handed over on
    .hint = Use the date on the official record, if there is one.
    .why = Accompaniment lasts at most 6 months from the day the child was handed over.

approach-name = What is the client's name?
    .label = Name
    .hint = Name or initials. For children and victims, initials are enough.
    .why = The name goes on letters and the contract, and is shown only when you ask for it. Lists and reminders use the case code.

approach-sex = What is the client's sex?
    .label = Sex
    .hint = As on the identity card, or as the client says.
    .why = It is needed for letters and the genogram, and for finding a companion the client feels at ease with.

approach-birth = When was the client born?
    .label = Birth
    .hint = The date of birth, for example 12-3-1955, or just the age: 71 years.
    .why = Age decides who gives consent: for a child under 18, a parent or guardian.

approach-guardianState = Is there a parent or guardian who can be reached?
    .label = Guardian's situation
    .hint = If the guardian is suspected of harm, do not contact them yet. Talk to your supervisor.
    .why = The client is under 18, and a child's data may only be processed with the consent of a parent or guardian.

approach-speaksFor = Who can speak for the child?
    .label = Speaks for the child
    .hint = An adult the child trusts, or an official. Choose Nobody yet if none was found.
    .why = An adult consents for a child. Where there is none yet, the supervisor names another legal ground for keeping data.

approach-speaksFor-suspected = Who can speak for the child?
    .hint = Not the suspected guardian: they are neither asked nor told. Choose Nobody yet if none was found.
    .why = The child needs an adult on its side. Where there is none yet, the supervisor names another legal ground for keeping data.

approach-guardian = Who is the guardian?
    .label = Guardian
    .hint = Name, relation and age, for example: Siti Aminah, mother, 34.
    .why = You are asked because the client is under 18: consent for a child's data is given by a parent or guardian.

approach-guardian-suspected = Who is the suspected guardian?
    .hint = Name and relation, for example: J., stepfather. Do not contact them.
    .why = So that whoever takes the case over knows whom not to contact.

approach-guardianPhone = What is the guardian's phone number?
    .label = Guardian's phone
    .hint = For example 0812 3456 7890. Skip it if there is none.
    .why = Meetings with a child are arranged with the guardian.

approach-headName = Who heads the family?
    .label = Head of family
    .hint = Whoever leads the household now, man or woman.
    .why = The family is recorded under this name, and the genogram is drawn starting from this person.

approach-headSex = What is the sex of the head of the family?
    .label = Head's sex
    .hint = As on the identity card, or as the person says.
    .why = A genogram draws men as squares and women as circles.

approach-headBirth = When was the head of the family born?
    .label = Head's birth
    .hint = The date of birth or just the age, for example: 45 years. Skip it if not known.
    .why = Age helps to understand the burden a family carries.

approach-members = Is there another family member?
    .label = Family members
    .first = Does anyone else live in the house?
    .item = Family member { $number }
    .hint = Note everyone who lives there, one by one.
    .why = The family is served together, so it should be clear who belongs to it.

approach-members-member = Who is this member of the family?
    .label = Member
    .hint = Name, relation to the head of the family, and age, for example: Rina, daughter, 9.
    .why = Everyone in the house has needs and a part of their own.

approach-groupName = What is the group or community called?
    .label = Group name
    .hint = The name its people use, for example: Kelompok Tani Maju, residents of RW 04.
    .why = This name goes on letters and agreements.

approach-size = How many people are there?
    .label = Number of people
    .hint = An estimate will do. Just the number, for example: 45.
    .why = The number decides how to work: everyone sitting together, or through representatives.

approach-spokesperson = Who speaks for them?
    .label = Spokesperson
    .hint = Name and position, for example: Yusuf, neighbourhood head.
    .why = There should be one person people trust to receive news and pass it on.

approach-village = In which village or urban ward is the client?
    .label = Village/ward
    .hint = You may add the hamlet or RT/RW. If there is no fixed home, write where the client usually stays.
    .why = So that the client can be found again, also by a colleague who takes over.

approach-village-group = In which village are they?
    .hint = You may add the hamlet or neighbourhood. If members live apart, write where they usually meet.
    .why = So that they can be met again, also by a colleague who replaces you.

approach-district = In which district (kecamatan)?
    .label = District
    .hint = For example: Cibeber. Skip it if you do not know yet.
    .why = Clinics and local workers are organised by district.

approach-regency = In which regency or city?
    .label = Regency/city
    .hint = For example: Kabupaten Cianjur, or Kota Kendari.
    .why = The social office and places to refer to are found by regency or city.

approach-phone = Which phone number can be used?
    .label = Phone
    .hint = For example 0812 3456 7890. Skip it if there is none.
    .why = To arrange meetings. If a violent person can open that phone, better not to note it.

approach-phone-group = Which spokesperson's phone number can be called?
    .hint = For example 0812 3456 7890. Skip it if there is none.
    .why = For news of meetings. The spokesperson passes it on.

approach-ppks = Which kind of PPKS is the client?
    .label = PPKS
    .hint = If several fit, choose the main one. Skip it if none does.
    .why = It helps to find a suitable programme, and goes into your organisation's reports.

approach-ppks-group = Which kind of PPKS are they?
    .hint = If there are several, choose the most common. Skip it if none fits.
    .why = The kind of PPKS helps to find a suitable programme and goes into the reports of the institution.

approach-problem = What is the problem, in the client's words?
    .label = Problem
    .hint = A few sentences as the client tells it. Your own view comes in the assessment.
    .why = The service starts from what the client feels.

approach-problem-group = What is the problem, as they see it?
    .hint = A few sentences in the words of residents or members. Your own judgement follows in the assessment.
    .why = The service starts from what they experience together.

approach-explained = What have you explained to the client?
    .label = Explained
    .hint = Tick what you really talked about. The rest can still be explained now.
    .why = A social worker must give full and correct information about the service. People can only agree to what they know.

approach-explained-group = What have you explained to them?
    .hint = Tick what was really talked about, in a meeting or through their leaders.
    .why = Social workers must give complete and correct information about the service. People can only agree to what they know.

approach-requirements = Which requirements are met?
    .label = Requirements
    .hint = This list is your organisation's. Skip it if none is met yet.
    .why = It shows which papers still need a helping hand.

approach-eligible = Does the client meet your organisation's requirements?
    .label = Eligible
    .hint = Answer Yes if the service can be given, even if some papers will follow.
    .why = The way divides here: to consent and contract, or to another place that fits better.

approach-eligible-group = Do they meet the institution's requirements?
    .hint = Answer Yes if the service can be given, even if some papers follow.
    .why = From here the way divides: to consent and contract, or to an institution that fits better.

approach-ineligible = What comes next?
    .label = Next step
    .hint = Refer if another institution can help.
    .why = A social worker must refer a client to those with the right expertise or means.

approach-ineligibleReason = What is the reason?
    .label = Reason
    .hint = Which requirement is not met, and what you have told the client.
    .why = The client deserves a clear reason, and your supervisor must be able to check it.

approach-consent = Is the service agreed to?
    .label = Consent
    .hint = By the client, or by whoever may speak for a client under 18. Silence is not yet consent.
    .why = The service runs on the client's own will. Without consent there is no contract.

approach-consent-no-guardian = Is this service agreed to?
    .hint = Ask the child, and whoever speaks for the child. Silence is not consent.
    .why = The service runs on the client's will. Without consent there is no contract.

approach-consent-group = Did they agree to this service together?
    .hint = In a deliberation, or through leaders who were given that power. Silence is no agreement; objections are heard as well.
    .why = The service runs by their own will. Without agreement there is no contract.

approach-declinedReason = Why not?
    .label = Reason declined
    .hint = In their own words. Skip it if they did not say.
    .why = A refusal is respected. The reason helps if they come back one day.

approach-consentBy = Who may give consent?
    .label = Agreed by
    .hint = Adults agree for themselves. Choose a guardian or relative if the client cannot express their will.
    .why = Consent belongs to the person who gives it.

approach-consentPerson = Who gives the consent?
    .label = Consent given by
    .hint = Name, relation or position, and age if known, for example: Siti Aminah, aunt, 40.
    .why = The name goes on the consent sheet.

approach-consentPerson-no-guardian = Who gave the consent?
    .hint = Whoever speaks for the child: name and relation, for example: Nining, aunt, 40.
    .why = Their name stands on the consent sheet.

approach-consentPerson-group = Who declares their agreement?
    .hint = A leader who was given that power: name and position, for example: Yusuf, neighbourhood head.
    .why = The name stands on the consent form as their representative.

approach-consentHow = How was consent given?
    .label = How agreed
    .hint = A thumbprint counts as writing. Spoken consent needs someone else to witness it.
    .why = The consent sheet says how, so that it can be proved later.

approach-consentWitness = Who was the witness?
    .label = Witness
    .hint = Someone who heard it, preferably not from your organisation.
    .why = Spoken consent is proved through its witness.

approach-groupConsentHow = How was agreement reached?
    .label = How reached
    .hint = Choose what really happened.
    .why = When the way is clear, nobody needs to feel passed over.

approach-consentOn = When was consent given?
    .label = Consent date
    .hint = For a joint agreement, the date of the meeting.
    .why = The service and the record rest on this date.

approach-consentOn-group = When was that agreement reached?
    .hint = The day of the deliberation, or the date on the letter of agreement.
    .why = The service and the keeping of data stand on this date.

approach-dataConsent = Is recording personal data agreed to?
    .label = Data consent
    .hint = Explain first: which data, what for, who reads it, how long it is kept. This is separate from consent to the service.
    .why = Personal data may only be processed on a lawful ground, such as its owner's explicit consent. For a child, that of whoever may speak for it.

approach-dataConsent-no-guardian = Is keeping the child's data agreed to?
    .hint = Ask whoever speaks for the child. Explain first: which data, what for, who reads it, how long it is kept.
    .why = A child's data may only be kept on a lawful ground. Without consent the supervisor names another one.

approach-dataConsent-group = Do they agree to their personal data being kept?
    .hint = Ask those whose names are noted: spokesperson, leaders. First explain: what data, what for, who reads it, how long it is kept.
    .why = Personal data may only be processed on a lawful ground, such as clear consent of whoever it is about. A common decision does not replace it.

approach-dataConsentHow = How was consent to the data given?
    .label = Data consent given
    .hint = In writing, a thumbprint counts, or recorded: voice or video.
    .why = Consent to personal data must be written or recorded. Spoken consent alone is void.

approach-dataConsentProof = Is there proof of the consent to data?
    .label = Proof of data consent
    .hint = A photo of the signed sheet, or the voice recording. Skip it if it follows; you are reminded.
    .why = The organisation must be able to show the consent to personal data.

approach-dataConsentProof-group = Is there proof of consent to the data?
    .hint = A photo of the form signed by those whose names are noted, or a recording. Skip it if it follows; you are reminded.
    .why = The institution must be able to show proof of consent to personal data.

approach-consentProof = Is there proof of the consent?
    .label = Proof of consent
    .hint = A photo of the consent sheet, or a recording of the moment. Skip it if it will follow.
    .why = Your organisation must be able to show proof of consent to personal data.

approach-consentProof-group = Is there proof of the agreement?
    .hint = A photo of the minutes, the list of those present, or the letter. Skip it if it follows.
    .why = With proof, the agreement can be shown to those who were not there.

approach-aim = What is the first aim of this service?
    .label = First aim
    .hint = One or two sentences the client understands, for example: regular meals, and not alone at night.
    .why = The first aim is the first promise in the contract. Detailed goals follow after the assessment.

approach-aim-group = What is the first aim of this service?
    .hint = One or two sentences that all understand, for example: every house gets clean water and someone takes care of it.
    .why = The first aim is the first promise of the contract. Detailed goals follow after the assessment.

approach-contractUntil = Until when does this contract last?
    .label = Valid until
    .hint = For example: 28-2-2027. It can be renewed if the service is still needed.
    .why = A time limit makes expectations clear, for the client and for you.

approach-workerDuties = What are your duties in this contract?
    .label = Worker's duties
    .hint = Tick what the contract says.
    .why = Clients should know what they may expect of you. A social worker's duties are set by law.

approach-clientDuties = What are the client's duties in this contract?
    .label = Client's duties
    .hint = Tick what you agreed on, in words the client understands.
    .why = The law gives clients duties too, such as honest information. The contract names them so that they are clear from the start.

approach-clientDuties-group = What are their duties in this contract?
    .hint = Tick what was agreed together, in words that all understand.
    .why = The law gives clients duties too, such as honest information. The contract names them so that they are clear from the start.

approach-contractTerms = Was anything else agreed?
    .label = Other terms
    .hint = For example: meetings every Thursday afternoon. Skip it if nothing was.
    .why = Small things agreed early prevent misunderstandings later.

approach-signedOn = When was the contract signed?
    .label = Contract date
    .hint = Not signed yet? Skip it, and fill it in after the signature or thumbprint.
    .why = The time for the assessment is counted from this date.

approach-signedOn-group = When did their leaders sign the contract?
    .hint = Not signed yet? Skip it, and fill it in once their representatives have signed.
    .why = The time for the assessment is counted from this date.

approach-signedPage = Do you have a photo of the signed page?
    .label = Contract photo
    .hint = Make sure the signature or thumbprint can be seen. Skip it if it will follow.
    .why = You have this copy if the paper is lost.
