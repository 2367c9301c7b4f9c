# Read out or shown to the client (UU 27/2022 Pasal 21). Every change of the words raises informationVersion
# (src/records/case/information.ts).

client-information-person = About your data
client-information-group = About the data of the group and its people

client-information-contact-none = the head of the institution, directly or through your social worker
client-information-keep-none = as long as it is needed to help you and the rules on archives demand it; the institution has not set a number of years
client-information-keep-years = { $years } years after the service has ended; then it is looked through and destroyed, unless a legal case still needs it

client-information-person-who = { $institution } records your data and answers for it. Whom to turn to: { $contact }.
    .title = Who is responsible
client-information-person-what = Your name and how to reach you, how you and your family are doing, health where it matters, what came of our meetings, and letters, photos or recordings you give us. Only what is needed is written down.
    .title = Which data
client-information-person-why = So that we understand your situation, plan together with you, find the right help, and can answer for our work. It rests on your consent (UU 27/2022). Without consent, data is recorded only where the law allows or demands it.
    .title = What for
client-information-person-seen = Your social worker and their supervisor. Another supervisor of the institution only in an emergency, and that is recorded. For reports you are counted without your name; a list with names is only made for a written reason and with the yes of two people. Others only with your consent, or where a life is in danger, or the law demands it.
    .title = Who sees it
client-information-person-telegram = The social worker takes notes through Telegram. The messages pass through and are kept on Telegram's servers, outside Indonesia, and Telegram is technically able to open them. The full record is kept encrypted on the institution's server.
    .title = Where it is kept
client-information-person-keep = The data is kept { $keep }.
    .title = For how long
client-information-person-rights = You may see your data and ask for a copy, have it corrected, ask that its use be suspended or restricted, ask for it to be deleted, and withdraw your consent at any time. This is free. Tell your social worker; the institution acts within 3 × 24 hours. Refusing or withdrawing does not lessen our respect for you, and help in an emergency is always given.
    .title = Your rights
client-information-person-complain = If something is not right, tell your social worker, their supervisor, or the contact above. You may also complain to the government body that oversees the protection of personal data, or go to court.
    .title = If you object

client-information-group-who = { $institution } records the work with the group or the residents and answers for those records. Whom to turn to: { $contact }.
    .title = Who is responsible
client-information-group-what = The name of the group or area, its problems and strengths, what came of meetings, the common plan, and photos or documents of activities. People are named only where needed, such as leaders and speakers, with the consent of that person.
    .title = Which data
client-information-group-why = So that the common problem is understood, plans are made together, help is found, and we can answer for our work. For the data of a person it rests on that person's consent (UU 27/2022); the group's agreement does not replace it.
    .title = What for
client-information-group-seen = The social worker and their supervisor. Another supervisor of the institution only in an emergency, and that is recorded. For reports numbers are counted, without names; a list with names is only made for a written reason and with the yes of two people. Others only with consent, or where a life is in danger, or the law demands it. What somebody tells about themselves we do not carry into the group's meetings.
    .title = Who sees it
client-information-group-telegram = The social worker takes notes through Telegram. The messages pass through and are kept on Telegram's servers, outside Indonesia, and Telegram is technically able to open them. The full record is kept encrypted on the institution's server.
    .title = Where it is kept
client-information-group-keep = The records are kept { $keep }.
    .title = For how long
client-information-group-rights = Everybody who is named may see their data and ask for a copy, have it corrected, suspended, restricted or deleted, and withdraw their consent at any time. This is free, and acted on within 3 × 24 hours. Anybody may stay out of photos and records, and still take part.
    .title = The rights of each person
client-information-group-complain = If something is not right, tell the social worker, their supervisor, or the contact above. Everybody may also complain to the government body that oversees the protection of personal data, or go to court.
    .title = If somebody objects
