# Copy sheets and the mapping for Primero: the institution says what is in them.

lembar-page =
    <b>Copy sheets</b>
    The fields another system asks for, in its order. Social workers open them from the card of a case and copy what is in them one by one.
    Begin with the example: copy it, change the fields, send it back.
lembar-line = • { $name }: { $count ->
    [one] { $count } field
   *[other] { $count } fields
}
button-lembar-example = 👁 See the example
button-lembar-add = ➕ Send a new sheet
lembar-ask = Paste the definition of the sheet here as one message, YAML or JSON. A sheet of the same name is replaced.
lembar-kept = Kept: { $name }, { $count ->
    [one] { $count } field
   *[other] { $count } fields
}. Its button is on the card of each case.
lembar-too-many = There are { $most } sheets already. Delete one first.
definition-faults = { $count ->
    [one] One thing has to be put right.
   *[other] { $count } things have to be put right.
} The rest is fine; put it right and send all of it again.
definition-faults-more = … and { $count } more.
definition-fault-unreadable = Line { $line } cannot be read as YAML or JSON.
definition-fault-shape = <code>{ $at }</code>: missing, misnamed, or not what belongs there.
definition-fault-unknown-path = { $label }: the record has no path <code>{ $path }</code>.
definition-fault-twice = { $label }: is there twice.
definition-fault-too-long = Too long: 60,000 characters at most.

button-lembar-of-case = 📋 Copy sheet
lembar-choose = <b>{ $code }</b> · Which sheet do you want to fill in?
button-lembar-of-example = Example sheet
lembar-title = <b>{ $name }</b> · { $code }
lembar-note = <i>{ $note }</i>
lembar-field =
    <b>{ $label }</b>
    <code>{ $text }</code>
lembar-empty =
    <b>{ $label }</b>
    <i>not in the record yet</i>
button-lembar-print = 🖨 PDF

primero-page =
    <b>Primero</b>
    The institution's cases as a CSV file that an admin of Primero can import. It holds the names of clients, so you will be asked for the reason, and one other person has to agree. Primero's importer takes the file as it is: try it in a Primero for training first.
primero-shipped = The mapping is the shipped one: names of fields from the standard forms of Primero v2. Compare them with the Primero you mean first.
primero-own = The mapping is your institution's own.
button-primero-go = 📤 Make the file
button-primero-see = 👁 See the mapping
button-primero-set = ✏️ Change the mapping
button-primero-back = Back to the shipped mapping
primero-ask = Paste the mapping here as one message, YAML or JSON.
primero-kept = Kept: { $count ->
    [one] { $count } column
   *[other] { $count } columns
}.

paper-lembar = Copy sheet
paper-review = Case in disguise for a review of quality
paper-caption-review = 📄 { $paper }. Names, places and numbers were replaced. Read it once more before you give it to reviewers: a story that is one of its kind can still be recognised.
button-review = 🎭 PDF in disguise for a review
lembar-paper-empty = (not in the record yet)
review-opening = This case is told without real names. The client, the family and the staff are called by pseudonyms, the same throughout; places have numbers; numbers of telephones and identity cards were replaced. A date of birth is written as an age.
review-footer = In disguise: names, places and numbers were replaced
review-client = Client
review-worker = Social worker
review-level = Level of client
review-stage = Stage
review-somebody = [person]
review-number = [number]
review-place = Place { $number }
review-withheld = [withheld]
review-age = { $age } years
review-made = Made
