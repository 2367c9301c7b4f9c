# Answers that a change took away are offered back when the change is undone.

restore-offer =
    The earlier answers are still there:
    { $answers }

    Use them again?
restored = { $count } earlier answers are used again ✓
button-restore = Use them again ({ $count })
button-ask-anew = Ask from the start
