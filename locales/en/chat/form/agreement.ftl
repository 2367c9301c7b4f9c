# An agreement holds for what was agreed to: it is read out, and asked again where that changes.

change-lapses = Change it to <b>{ $answer }</b>? What was agreed to does not hold for that and is asked again: { $agreements }.
change-loses = Change it to <b>{ $answer }</b>? { $lost } other answers no longer apply.
remove-lapses = What was agreed to does not hold without it and is asked again: { $agreements }.
agreed-changed = <b>Changed since it was agreed to:</b>
agreed-change = { $about }: { $before } → { $after }
agreed-none = (none)
button-change-surely = Yes, change it
button-leave-unchanged = No, leave it
