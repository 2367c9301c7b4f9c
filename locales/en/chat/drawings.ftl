# Genogram and ecomap: buttons, pictures, and what they show in words.

paper-genogram = Genogram
paper-ecomap = Ecomap
button-genogram = 🌳 Genogram
button-ecomap = 🕸 Ecomap
button-in-words = 🔤 Read it in words

drawing-ordered = Being drawn. The picture comes into this chat in a moment.
drawing-nothing-genogram = There is no family member to draw yet.
drawing-nothing-ecomap = There is nobody and no institution to draw yet.
drawing-caption-genogram = 🌳 Genogram · { $code }
drawing-caption-ecomap = 🕸 Ecomap · { $code }
drawing-foot = { $code } · { $day } · CONFIDENTIAL

legend-household = Lives with the client
legend-adopted = Adopted child
legend-foster = Foster child
legend-flow = Which way help or attention goes

reading-title = <b>{ $drawing } · { $code }</b>
reading-family = { $count ->
    [one] { $count } person in this genogram.
   *[other] { $count } people in this genogram.
  }
reading-person = { $name } ({ $facts })
reading-nobody-male = a man not noted yet
reading-nobody-female = a woman not noted yet
reading-nobody-unknown = somebody not noted yet
reading-age = { $age } years
reading-born = born { $year }
reading-died = died { $year }
reading-couple = { $one } and { $other } ({ $state })
reading-couple-untold = { $one } and { $other }
reading-children = { $couple }. Children, the eldest first: { $children }.
reading-no-children = { $couple }.
reading-alone = Place in the family not clear yet: { $people }.
reading-tie = { $from } – { $to }: { $bond }.
reading-abuse = { $bond } by { $from } against { $to }.
reading-household = Live with the client: { $people }.
reading-unplaced = Not drawn yet, because the name was not found in the list: { $names }.
reading-systems = { $count ->
    [one] { $count } person or institution around the client.
   *[other] { $count } people or institutions around the client.
  }
reading-system = { $name } ({ $kind }): relation { $tie }, direction { $flow }.

paper-drawings = Genogram and ecomap

button-outcome = 📈 Before and after
drawing-nothing-outcome = No goal and no functioning was measured yet.
drawing-caption-outcome = 📈 Before and after · { $code }
outcome-goals = Goals, 0 is as expected
outcome-functioning = Social functioning, from 1 to 5
outcome-before = Before (goals: evaluation before this one, functioning: assessment)
outcome-now = Now
reading-outcome = { $scale }: { $label }: { $now }.
reading-outcome-change = { $scale }: { $label }: from { $before } to { $now }.
