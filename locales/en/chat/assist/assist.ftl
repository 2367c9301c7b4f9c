# Optional help from outside: a transcription of recordings, and answers proposed from a note.
button-assist = ✨ Automatic help
assist-name-transcription = Transcription
assist-name-language = Proposed answers
assist-service = <b>{ $name }</b> · { $host }
assist-leaves-transcription = What is sent: the recording. Names and whatever else is said in it cannot be masked.
assist-leaves-language = What is sent: your note and the questions of the form that are still open. Names, NIK, phone numbers and addresses known to the case are masked first; other words stay readable.
assist-title =
    ✨ <b>Automatic help</b>

    Off unless you switch it on. The address of each service is set by whoever runs this bot's server.
assist-on = On
assist-off = Off
assist-terms =
    It is used only where the worker agrees and the client of the case agrees. Danger, consent, legal situation and risk are never proposed. The worker confirms every proposal one by one.

    Should the address of a service change, it is off again until it is switched on.

assist-own-title = ✨ <b>Automatic help</b> · your agreement
assist-own-state-yes = You agreed ({ $when }).
assist-own-state-no = You did not agree ({ $when }).
assist-own-state-none = You have not been asked yet.
button-assist-agree = ✅ Agree: { $name }
button-assist-take-back = ↩️ Take back: { $name }
assist-client-title = ✨ <b>Automatic help</b> · agreement of the client of <b>{ $code }</b>
assist-client-state-yes = The client agreed ({ $when }, recorded by { $name }).
assist-client-state-no = The client did not agree ({ $when }, recorded by { $name }).
assist-client-state-none = The client has not been asked yet.
button-assist-client = ✨ Automatic help
button-assist-client-agrees = ✅ Client agrees: { $name }
button-assist-client-back = ↩️ Client takes back: { $name }

assist-ask-own =
    This service is outside of the bot: <b>{ $host }</b>.
    { $what }

    Do you agree to use it? You can take this back at any time with /privasi.
button-assist-own-yes = ✅ Agree
button-assist-own-no = No
button-assist-own-later = Not now
assist-own-yes = ✓ Your agreement is recorded.
assist-own-no = All right, nothing is sent. Should you change your mind, see /privasi.
assist-own-later = All right, nothing is sent.
assist-ask-client =
    Has the client of <b>{ $code }</b>, or their guardian, agreed to this? Explain first that part of it is read by <b>{ $host }</b>.
    { $what }
button-assist-client-yes = ✅ Client agrees
button-assist-client-no = Client does not agree
button-assist-client-later = Not asked yet
assist-client-yes = ✓ The client's agreement is recorded.
assist-client-no = Recorded: the client does not agree. Nothing is sent.
assist-client-later = All right, nothing is sent. Ask the client first.

assist-on-its-way-transcription = 🔤 The words are being written down. You may go on.
assist-on-its-way-language = ✨ Proposals are on their way. You may go on.
assist-failed-transcription = A recording in <b>{ $code }</b> could not be written down. It is still kept; please write it yourself.
assist-failed-language = Proposals for <b>{ $code }</b> could not be made. The note is still kept; please answer yourself.

button-hear = 🔤 Write it down
heard =
    🎤 <b>{ $code }</b> · this is what was heard:
    { $words }

    Not kept as an answer yet.
button-heard-use = ✅ Use it
button-heard-write = ✏️ Write it myself
button-heard-drop = Drop it
heard-dropped = Not used. The recording is still kept.

button-propose-answers = ✨ Propose answers
proposals-offer = This is a long note. Shall answers to other questions be proposed from it?
proposal =
    ✨ Proposal { $number } of { $of } · <b>{ $code }</b>
    { $question }
    <b>{ $answer }</b>

    From the note: «{ $quote }»
    Is that right?
proposals-none = There is no proposal for <b>{ $code }</b> that the note bears out. Please answer yourself.
proposals-nothing-open = Whatever may be proposed is answered already.
proposals-done = ✨ <b>{ $code }</b> · { $taken } of { $of } proposals used.
summary-origin = 🎤 written down by a service, ✨ proposed by a service; each confirmed by the worker.
consent-more-assist =
    <b>Automatic help</b>
    { $organization } switched on help from outside: { $services }. It is used only if you agree, and the client of the case agrees.
