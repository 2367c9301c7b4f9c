# Leaving the institution and having one's own data deleted.

button-remove-me = 🚪 Leave & delete my data
leave-kept = Before you leave, somebody has to take these:
leave-cases = • { $count } cases: { $codes }
leave-clocks = • among them with a statutory time limit ({ $count }): { $codes }
leave-team = • whom you supervise: { $names }
leave-breaches = • notices of a breach that are not finished: { $codes }
leave-last-admin = • You are the last admin. Invite or appoint another one first.
button-leave-ask = 📨 Ask the admin to hand them on
leave-asked = Your request is recorded.
leave-sure = Leave { $organization }? Your name, Telegram account, STR and private notes are deleted from the database, and the bot sends you nothing any more. What you recorded in cases stays without your name. You can come back only by a new invitation.
button-leave-yes = Yes, leave and delete
leave-done = You have left { $organization }. Your name, account and STR are deleted from the database; traces of your work remain as a number. This chat is still on Telegram; delete it if you need to. To come back, ask for a new invitation.
notice-leave-asked = 🚪 { $name } wants to leave and have their data deleted. To be handed on first: { $count ->
    [0] {""}
   *[other] cases ({ $count }): { $codes }{ $team ->
        [0] {""}
       *[other] {"; "}
    }
 }{ $team ->
    [0] {""}
   *[other] people they supervise: { $team }
 }.
notice-left = 🚪 { $name } has left the institution. Name and account are deleted.
