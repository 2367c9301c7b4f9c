# A client who is perhaps known already.

known-own = 🔎 You already have a case with a similar name. One person is served in one case; a closed one can be opened again.
known-elsewhere = 🔎 Perhaps known to this institution already. The supervisor can look into it for you; what is in other cases and whose they are is not shown.
known-what-now = If it is the same person, discard the draft of <b>{ $code }</b> from its card. If not, simply answer the next question.
button-ask-whether-known = 🙋 Ask the supervisor to look
known-superior = The supervisor
known-asked = The request about <b>{ $code }</b> is recorded.
known-asked-already = Asked already today.
notice-known = 🔎 { $name } asks you to look: the client of <b>{ $code }</b> may be the same as in:
    { $found }
    Compare with its supervisor; name nobody in messages.
notice-known-none = 🔎 { $name } asks whether the client of <b>{ $code }</b> is known already. No other case has a similar name.
known-perhaps-line = • { $code } · supervisor: { $name }
notice-many-names = 🔎 { $name } has compared more than five names of clients within a day. From now until tomorrow the answer is always "perhaps". Talk about it if that is not as it should be.
