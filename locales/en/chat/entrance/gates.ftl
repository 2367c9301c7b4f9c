# Before all else: private chats only, blocks, and apologies.

only-privately = I work in private chats only, because what we talk about concerns clients. Please open @{ $username } and write /mulai there.
only-privately-short = In private chats only.
notice-blocked = { $name } has blocked this bot, so reminders and messages do not arrive. Please contact them directly.
notice-blocked-waiting = What waits for { $name }: { $count }. You can decide on closings, reopenings and legal grounds; for the rest, name another supervisor for those they supervise.
apology-update = Sorry, your message could not be handled, and that is not your fault. Please try once more; if it happens again, give your organisation's admin this reference: <code>{ $reference }</code>
apology-message = Sorry, a message could not be shown. Open /mulai to go on; if it happens again, give your organisation's admin this reference: <code>{ $reference }</code>
