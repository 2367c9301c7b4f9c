## Why an answer could not be noted, and how to write it.

reason-required = This question needs an answer. If there is none yet, save now and go on later.
reason-button-gone = That button is not for this question. Please answer the latest question.

reason-text-wanted = A written answer is needed here. Write it in your own words.
reason-text-empty = There is nothing to read yet. Write the answer in letters or digits.
reason-text-too-long = The answer has { $length } characters; { $max } at most fit here. Write only what matters most and send it again.

reason-press-button = Press one of the buttons below the question.
reason-choice-unclear = There is no such choice. Press one of the buttons, or write its number: 1 to { $count }.
reason-choices-too-few = Choose at least { $min }.
reason-choice-alone = “None” cannot go together with others. Untick one or the other.
reason-yes-no-unclear = Press one of the buttons, or write: yes, no.

reason-attachment-wanted = What is needed here: { attachment-kinds }. Send it with Telegram’s 📎 button.
reason-attachment-kind = { $got ->
    [photo] A photo
    [voice] A voice note
    [document] A document
   *[location] A location
 } cannot be used here. You can send: { attachment-kinds }.
reason-location-impossible = That point is not on the map. Send it again with 📎 → Location.

reason-number-unclear = Write just a number, for example { $example }.
reason-number-whole = Only whole numbers here. Write { $below } or { $above }.
reason-number-range = The number is between { $min } and { $max }.
reason-scale-range = Choose a number from { $min } to { $max }.

reason-date-unclear = That date could not be read. Write for example { $example }, “yesterday”, “last monday” or “3 days ago”.
reason-date-impossible = There is no such date: { month-named } { $year } ends on day { $last }. Write for example { $example }.
reason-date-no-month = There is no month { $month }. The order is day, month, year: for example { $example }.
reason-date-no-year = The year { $year } is outside what can be noted (1900–2100). Write for example { $example }.
reason-date-future = { $date } has not come yet; today is { $today }. Write today’s date or an earlier one.
reason-date-past = { $date } has passed; today is { $today }. Write today’s date or a later one.

reason-before-first-contact = { $date } is before the first contact with the client, { $other }. Write that day or a later one.
reason-contract-ends-before-consent = A contract cannot end before it begins: consent was given on { $other }, you wrote { $date }. Check the year.
reason-contract-signed-after-end = A contract that runs until { $other } cannot be signed on { $date }. Check the date.
reason-evaluation-before-plan = An evaluation cannot come before its plan: this plan was made on { $other }, you wrote { $date }.
reason-next-evaluation-before-this = The next evaluation cannot be before this one, { $other }. You wrote { $date }.
reason-next-session-before-this = The next session cannot be before this one, { $other }. You wrote { $date }.
reason-answer-before-letter = The answer cannot come before the letter was sent, { $other }. You wrote { $date }.
reason-visit-before-end = This visit can only be after the service ended, { $other }. You wrote { $date }.

reason-time-missing = Write the date with its time, for example { $example } or “yesterday 10 am”.
reason-time-impossible = There is no such time. Write 00.00 to 23.59, for example { $example }.
reason-moment-future = That moment has not come yet. Write a time that has passed, for example { $example }.
reason-moment-past = That moment has passed. Write a time to come, for example { $example }.

reason-birth-unclear = That date of birth could not be read. Write for example { $example }, or just the age: { $age } years.
reason-birth-impossible = There is no such date: { month-named } { $year } ends on day { $last }. Write for example { $example }, or just the age: { $age } years.
reason-birth-year-only = The year { $year } alone is not enough. Write the whole date, for example { $example }, or the age: { $younger } years or { $older } years.
reason-birth-future = That date of birth has not come yet; today is { $today }. Please check the year.
reason-birth-too-old = That is more than { $max } years. Please check the year or the age again.

reason-phone-letters = A phone number is written in digits only, for example 0812 3456 7890.
reason-phone-too-short = That number has only { $digits } digits; at least { $min } are needed. Please check it: for example 0812 3456 7890 or (021) 555 1234.
reason-phone-too-long = That number has { $digits } digits; { $max } at most. Write one number only, for example 0812 3456 7890.
reason-phone-start = An Indonesian number begins with 0 or +62, then the area code or 8: for example (021) 555 1234 or 0812 3456 7890. A foreign number begins with + and its country code.

reason-person-incomplete = Write the name and the relation or position with a comma between; the age may follow. For example: Siti, mother, 45, or: Yusuf, neighbourhood head.
reason-person-age = That age is more than { $max } years. Write for example: Siti, mother, 45.

## Parts used above.

month-named = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 }

attachment-kinds = { $accepts ->
    [photo] a photo
    [voice] a voice note
    [document] a document
    [location] a location
    [photo-voice] a photo or a voice note
    [photo-document] a photo or a document
    [photo-location] a photo or a location
    [voice-document] a voice note or a document
    [voice-location] a voice note or a location
    [document-location] a document or a location
    [photo-voice-document] a photo, a voice note or a document
    [photo-voice-location] a photo, a voice note or a location
    [photo-document-location] a photo, a document or a location
    [voice-document-location] a voice note, a document or a location
   *[photo-voice-document-location] a photo, a voice note, a document or a location
 }
