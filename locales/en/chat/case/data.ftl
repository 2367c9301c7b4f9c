# Consent to a client's data, other legal grounds, and what happens without one.

data-unproven = 📎 Consent to data: no proof yet. Send a photo of the letter, or the recording.
data-grounded = 📜 Ground for the data: { $ground } (UU 27/2022 Pasal 20 ayat (2) huruf { $letter }), named by { $name } since { $since }. The reason: { $reason }
data-missing-refused = ⛔ Keeping personal data was not agreed to.
data-missing-withdrawn = ⛔ The client took back the consent to their data.
data-missing-nobody-speaks = ⛔ Nobody may yet agree to keeping this child's data.
data-held = Since { $since } this case can only be read, until { $name } names its legal ground or stops it. Danger, and a laporan sosial the authorities asked for, can still be noted.
data-held-now = This case can only be read until { $name } names another legal ground or stops it. Danger can still be noted.
declined-held = This case can only be read: there is no legal ground yet for keeping its data. Look at its card.

legal-ground-contract = contract
about-ground-contract = <b>{ $letter }. Contract</b>: the client is party to a contract, and the data is needed to keep it.
legal-ground-legal-obligation = legal obligation
about-ground-legal-obligation = <b>{ $letter }. Legal obligation</b>: the law obliges the institution to record it, for example a report an investigator asked for.
legal-ground-vital-interest = vital interest
about-ground-vital-interest = <b>{ $letter }. Vital interest</b>: the client's survival is at stake, for example serious medical care.
legal-ground-public-task = public service
about-ground-public-task = <b>{ $letter }. Public service</b>: the institution carries out a task of public interest, or powers given by law.
legal-ground-legitimate-interest = another legitimate interest
about-ground-legitimate-interest = <b>{ $letter }. Another legitimate interest</b>: weighed, it does not harm the client's rights.

ground-which = <b>{ $code }</b> · { $worker }
    { $why }
    This case can only be read. Is there another ground for keeping its data (UU 27/2022 Pasal 20 ayat (2))? If there is none, stop it.
ground-reason = The ground you chose: { $letter }, { $ground }. Why does it hold in this case? The reason is noted with your name.
ground-stop-reason = Why is this case stopped? It is closed afterwards.
ground-named = ✅ <b>{ $code }</b> can go on, on ground { $letter }, { $ground }.
ground-stopped = <b>{ $code }</b> is stopped and closed.
notice-ground-wanted = ⛔ <b>{ $code }</b> ({ $name }): there is no consent to the client's data. The case can only be read until there is another legal ground.
notice-ground = 📜 { $name } named the legal ground of <b>{ $code }</b>: { $letter }, { $ground }. The case can go on.
notice-ground-stopped = { $name } stopped <b>{ $code }</b>: there is no legal ground for keeping its data. The case is closed.

withdrawal-day = When did the client of <b>{ $code }</b> take back the consent to their data?
withdrawal-how = { $day }. How did the client say so? For example in words during a visit, or by letter.
withdrawal-noted = The withdrawal of consent in <b>{ $code }</b> is noted. From now on the case can only be read.

button-ground = { $letter }. { $ground }
button-name-ground = 📜 Name the legal ground
button-ground-stop = ⏹ None, stop the case
button-client-withdraws = The client takes consent back
button-consent-proof = 📎 Send the proof of consent
