# Referral

referral-institution = Which institution is the client referred to?
    .label = Referred to
    .hint = The full name, for example: RSUD Sayang, psychiatric clinic.
    .why = The referral letter is addressed to it.

referral-institution-group = To which institution are they referred?
    .hint = Its full name, for example: Public Works Office of Kabupaten Cianjur.
    .why = The referral letter is addressed to this institution.

referral-kind = What kind of institution is it?
    .label = Kind
    .hint = Choose the closest.
    .why = It shows your organisation which referrals are needed most.

referral-reason = Why is the client referred?
    .label = Reason
    .hint = What cannot be given here, and what is hoped for there.
    .why = A social worker must refer a client to those with the right expertise or means.

referral-reason-group = Why are they referred?
    .hint = What cannot be given here, and what is expected from there.
    .why = Social workers must refer clients to those who have the fitting skill or means.

referral-shareGround = May the client's information be shared?
    .label = Permission to share
    .hint = Ask the client; for a child, whoever may speak for them, never a suspect. Without permission only in an emergency, when law enforcement asks, or when the law orders it.
    .why = A client's identity and condition are confidential. The law says when they may be disclosed.

referral-shareGround-group = May information about them be shared?
    .hint = Ask leaders who were given that power; for the data of one person, that person. Without permission only in an emergency, for law enforcement, or where the law orders it.
    .why = Who clients are and how they are is confidential. The law says when it may be told.

referral-shared = What is shared?
    .label = Shared
    .hint = Only what the referral needs.
    .why = Personal data is shared sparingly and for its purpose.

referral-shared-group = What is shared?
    .hint = Only what the referral needs. Names of people only where that institution needs them.
    .why = Personal data is shared within limits and for its purpose.

referral-contact = Who is the contact there?
    .label = Contact
    .hint = Name and position. Skip it if you do not know yet.
    .why = A referral arrives sooner when someone is waiting for it.

referral-phone = What is the phone number?
    .label = Contact's phone
    .hint = The person's or the institution's. Skip it if there is none.
    .why = To make sure the client is really received.

referral-sentOn = When is the referral sent?
    .label = Date sent
    .hint = If it has not gone out yet, write the planned date.
    .why = If no answer comes after some days, you will be reminded.

referral-letter = Do you have a photo of the letter?
    .label = Referral letter
    .hint = A photo or file of the signed letter. Skip it if it will follow.
    .why = You have this copy if the letter is lost on the way.

referral-status = What became of the referral?
    .label = Status
    .hint = Completed means the client got what was needed there.
    .why = A referral is not done until the client has really been helped.

referral-statusOn = When did you hear?
    .label = Heard on
    .hint = For example: today, or 12-3-2026.
    .why = How long it took is worth knowing for the next referral.

referral-statusNote = Did they say anything more?
    .label = Note
    .hint = Appointments, further requirements, why it was declined, or the result. Skip it if there is nothing.
    .why = It shows the client's next step.
