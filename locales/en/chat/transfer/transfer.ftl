# Handing a case over to another organisation on the same bot.

history-transfer-asked = 📦 handing over to { $institution } was asked for
history-transfer-refused = 📦 handing over to { $institution } was not agreed to
history-transfer-withdrawn = 📦 handing over to { $institution } was taken back
history-transfer-sent = 📦 handing over was agreed to and sent to { $institution }
history-transfer-declined = 📦 { $institution } did not accept it
history-transfer-accepted = 📦 { $institution } accepted it
history-transfer-received = 📦 received from { $institution }, { $code } there
card-transfer-asked = 📦 Handing over to { $institution } has waited for the supervisor since { $day }.
card-transfer-refused = 📦 Handing over to { $institution } was not agreed to, { $day }.
card-transfer-withdrawn = 📦 Handing over to { $institution } was taken back, { $day }.
card-transfer-sent = 📦 Sent to { $institution } on { $day }, waiting for the answer.
card-transfer-declined = 📦 Not accepted by { $institution }, { $day }.
card-transfer-accepted = 📦 Handed over to { $institution }, accepted on { $day }.
card-transfer-received = 📦 Received from { $institution } on { $day }, { $code } there.
button-transfer = 📦 Handed over to another organisation on this bot
button-transfer-see = 📦 Handing over
button-packet = 📦 What was received
button-transfer-drop = ✖️ Never mind
button-transfer-release = ✅ Agree & send
button-transfer-refuse = ↩️ Do not agree
button-transfer-take = ✅ Accept
button-transfer-decline = ↩️ Do not accept
button-transfer-in = 📦 { $code } from another organisation
button-transfer-out = 📦 { $code } to another organisation
button-receiving-code = 📦 Code to receive a case
receiving-code =
    Receiving code: <code>{ $code }</code>

    Give it to the social worker of the organisation that will hand a case over to you. It works once, until { $until }. A supervisor here decides whether to accept.
receiving-nobody = There is no supervisor here yet who could accept a case. Please invite one first.
transfer-no-supervisor = Handing over needs your supervisor to agree, and there is none, or they cannot be reached. Please tell your admin.
transfer-code = Ask the admin or a supervisor of the other organisation for a receiving code, and write it here.
transfer-code-unknown = That code is not known, was used already, or has expired. Please check it, or ask for a new one.
transfer-nothing =
    <b>{ $code }</b> to <b>{ $to }</b>

    No form is finished and in force yet, so nothing can go with it.
transfer-which =
    <b>{ $code }</b> to <b>{ $to }</b>

    Which forms was it agreed to share? Only those ticked go along ({ $chosen } of { $total }); photos and files do not.
transfer-none-chosen = Please tick at least one form.
transfer-dropped = Not handed over. Nothing was sent.
transfer-who-allowed = Who allowed this to be shared with <b>{ $to }</b>, or what is the ground?
transfer-reason = Why is this case handed over to <b>{ $to }</b>? Your supervisor reads the reason, and { $to } if they accept.
transfer-asked = Handing <b>{ $code }</b> over to <b>{ $to }</b> waits for { $supervisor }. Nothing was sent yet.
transfer-title-out = 📦 <b>{ $code }</b> to <b>{ $to }</b>, asked for by { $name }
transfer-title-in = 📦 <b>{ $code }</b> from <b>{ $from }</b>
transfer-status-asked = Waiting for the supervisor since { $when }.
transfer-status-refused = Not agreed to, { $when }. Nothing was sent.
transfer-status-withdrawn = Taken back, { $when }. What it held is deleted.
transfer-status-sent = Sent { $when }, waiting for { $to }.
transfer-status-declined = Not accepted by { $to }, { $when }. What it held is deleted.
transfer-status-accepted = Accepted by { $to }, { $when }.
transfer-forms = { $count ->
        [one] { $count } form
       *[other] { $count } forms
    }: { $forms }
transfer-ground = Ground for sharing: { $ground }
transfer-why = Reason: { $reason }
transfer-answer = Answer: { $answer }
transfer-read-later = You can read it once you accept.
transfer-for-whom = Who will go on with <b>{ $code }</b> from <b>{ $from }</b>?
transfer-no-workers = To accept <b>{ $code }</b> from <b>{ $from }</b> you need a social worker whom you supervise. There is none yet.
transfer-why-not = Why not? Whoever asked reads the reason.
transfer-taken = Accepted as <b>{ $code }</b>, { $name } goes on with it.
packet-title = 📦 What was received from <b>{ $from }</b> ({ $code } there)
packet-without-files = Photos and files did not come along. Every reading is recorded.
packet-form = <b>{ $form }</b> · from { $from } ({ $code })
notice-transfer-asked = { $name } asks for { $code } to be handed over to another organisation. It waits for you to agree.
notice-transfer-sent = Handing { $code } over to { $to } was agreed to, and it is sent.
notice-transfer-incoming = { $from } would like to hand case { $code } over to your organisation, with { $count ->
        [one] { $count } form
       *[other] { $count } forms
    }.
notice-transfer-refused = Handing { $code } over to { $to } was not agreed to.
notice-transfer-withdrawn = Handing { $code } over to { $to } was taken back.
notice-transfer-withdrawn-there = { $from } took back the handing over of { $code }. There is nothing for you to do.
notice-transfer-accepted = { $to } accepted { $code }. The case is closed here as handed over.
notice-transfer-declined = { $to } did not accept { $code }. The case goes on here.
notice-transfer-received = { $code } is yours to go on with: received from { $from }.
