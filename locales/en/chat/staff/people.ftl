# Members, invitations, supervision, and one's own data.

members-title = <b>Members of the institution</b> ({ $total })
roster-cases = { $cases ->
    [one] 1 open case
   *[other] { $cases } open cases
 }
roster-overdue = { $count } overdue ❗️
roster-active = { $days ->
    [0] active today
    [1] last active yesterday
   *[other] last active { $days } days ago
 }
roster-never-active = never active yet
roster-str-not-recorded = STR: not recorded yet
roster-str-undated = STR: recorded, without its last day
roster-str-valid = STR: valid until { $day }
roster-str-expired = STR: ended on { $day } ❗️
late-title = <b>Overdue</b> ({ $count })
late-title-of = <b>Overdue</b>: { $name } ({ $count })
late-nothing = Nothing is overdue. 🌱
button-late-list = ⏰ What is overdue
button-late = ⏰ Overdue ({ $count })
member-title = <b>{ $name }</b> · { $roles }
member-supervisor = Supervisor: { $name }
member-no-supervisor = Supervisor: none yet ❗️
member-cases = Open cases: { $count }
member-supervises = Supervises ({ $count }): { $names }
member-since = Joined: { $date }
member-is-suspended = ⛔ Suspended: can neither read nor record anything.
member-is-blocked = 🔕 Blocked the bot: messages and reminders do not arrive.
member-not-consented = Has not agreed to the data notice, so cannot record yet.
mark-suspended = ⛔ suspended
mark-blocked = 🔕 blocked the bot
button-set-supervisor = 🤝 Name a supervisor
button-roles = 🎭 Roles
button-give-cases = 🔀 Hand over cases
button-suspend = ⛔ Suspend
button-suspend-yes = Yes, suspend
button-reinstate = ✅ Restore access
button-all-members = 👤 All members

member-supervisor-which = Who supervises { $name }?
member-no-supervisors = There is no other supervisor yet. Invite one, or give a member that role under 🎭 Roles.
member-supervisor-set = ✓ Their supervisor is now { $name }.
member-suspend-sure = Suspend <b>{ $name }</b>? They can neither read nor record anything until you restore their access. Their open cases ({ $cases }) stay with them until you hand them over.
stranded-cases = Cases left behind ({ $count }): { $codes }
stranded-clocks = ⏳ A time limit of the law runs in { $count ->
    [one] 1 case
   *[other] { $count } cases
 }: { $codes }
stranded-overdue = Overdue: { $count }
member-suspended = ✓ Access suspended.
member-reinstated = ✓ Access restored.
member-give-which = Who should take over the open cases of { $name }?
member-no-workers = There is no other active social worker yet to take over the cases.
member-given = ✓ { $name } now carries { $cases ->
        [one] 1 case more
       *[other] { $cases } cases more
    }.
member-roles = The roles of <b>{ $name }</b>. Press one to add it or take it away.
member-roles-supervises = If the supervisor role is taken away, { $count ->
        [one] 1 person
       *[other] { $count } people
    } will be without a supervisor.
fault-last-admin = This is the only active admin. Please make someone else an admin first.
fault-open-cases = They still carry open cases. Please hand those over first.
fault-no-role = Every member needs at least one role. To end their access, use ⛔ Suspend.
role-given-up = All right, you are no longer an admin.

notice-supervisor = Your supervisor is now { $name }. They can read the cases you carry.
notice-supervising = You now supervise { $name }.
notice-worker-suspended = { $name }, whom you supervise, is suspended. { $count ->
    [one] 1 case waits
   *[other] { $count } cases wait
 } for somebody else: { $codes }. { $clocks ->
    [0] The reminders come to you now.
    [one] A time limit of the law runs in 1 case: { $running }. The reminders come to you now.
   *[other] A time limit of the law runs in { $clocks } cases: { $running }. The reminders come to you now.
 }
notice-suspended = Your access at { $organization } has been suspended by its admin. Your records are kept.
notice-reinstated = Your access at { $organization } has been restored. Open /mulai to go on.
notice-roles = Your roles in the organisation are now: { $roles }.
notice-cases-received = { $cases ->
        [one] 1 case
       *[other] { $cases } cases
    } of { $name } have been handed over to you: { $codes }.
notice-cases-given = { $cases ->
        [one] 1 of your cases has
       *[other] { $cases } of your cases have
    } been handed over to { $name }: { $codes }.
notice-cases-moved = { $cases ->
        [one] 1 case has
       *[other] { $cases } cases have
    } been handed over from { $from } to { $to }, whom you supervise: { $codes }.
notice-cases-left = { $cases ->
        [one] 1 case
       *[other] { $cases } cases
    } of { $from } went to { $to } and cannot be opened by you any more: { $codes }.
notice-withdrew = { $name } has withdrawn their consent to the storing of data and can no longer record or decide.{ $cases ->
    [0] {""}
   *[other] {" "}Open cases: { $cases }; hand them over if needed.
 }{ $team ->
    [0] {""}
   *[other] {" "}They supervise { $team }, and { $waiting } things await their decision: name another supervisor at 👤 Members.
 } Please talk with them.

invite-roles = Whom do you want to invite? Tick their role; more than one is fine.
invite-no-role = Please tick at least one role.
invite-as = Inviting: { $roles }
invite-name = What is their name? Write it the way they are called, for example Bu Ratna.
invite-supervisor = Who is the supervisor of { $name }?
invite-no-supervisors = This organisation has no supervisor yet. You can invite { $name } now and name a supervisor later on their card.
button-no-supervisor-yet = Later
button-more-names = More names ▶️
invite-done = ✓ The invitation for <b>{ $name }</b> ({ $roles }) is ready.
invite-done-supervisor = Their supervisor: { $name }.
invite-forward = Forward the message below to them, and to nobody else.
invite-message =
    You are invited to { $organization } as { $roles }. Press this link, then press Start:
    { $link }

    For you only, works once, valid until { $until }.
invite-next = You will be told as soon as it is used.
invite-too-many = There are { $most } unused invitations already. Please cancel those you do not need first.
button-invite-another = ✉️ Invite another
button-open-invitations = ✉️ Unused invitations
button-revoke = ✖️ Cancel: { $name }
invites-title = <b>Invitations not used yet</b>
invites-none = There are no unused invitations.
invites-line = • { $name } ({ $roles }), until { $until }
invite-revoked = ✓ Invitation cancelled. Its link no longer works.
invite-gone = That invitation was used or cancelled before.

privacy-own =
    <b>Your data at { $organization }</b>

    Name: { $name }
    Telegram account: { $account }
    Roles: { $roles }
    Joined: { $since }
    Agreed on: { $consented }
    Traces of work: { $traces } (when you opened or changed something, not what it said)

    And what you record about clients.
    <b>Who can read it:</b> you and your supervisor; the admin only your name, roles and STR, when you were last active, and how many cases, their codes, stages and due dates.
privacy-stranger =
    <b>Your data</b>

    All that is stored about you is your Telegram account number ({ $account }), your language if you chose one, your membership of an organisation if you have one, and when you sent an invitation code that was wrong, if you did. Your messages are not kept once they are handled.

    Telegram messages themselves are not end-to-end encrypted.
button-correct-name = ✏️ Correct my name
button-withdraw = Withdraw consent
button-withdraw-yes = Yes, withdraw my consent
own-name = How would you like to be called?
own-name-kept = ✓ You are now called <b>{ $name }</b>.
withdraw-sure =
    <b>Withdrawing your consent</b>

    From then on the bot records nothing through you, and you cannot open cases here. Case records that exist remain part of the client's file at the organisation. Your supervisor, or the admin, is told.

    You can agree again at any time. To leave and have your own data deleted, open /privasi.
withdraw-cases = Your open cases: { $count }. Please talk over first who takes them on, so that no client is left waiting.
withdrawn = Your consent has been withdrawn. The bot records nothing more through you.

notice-supervising-ended = { $name } is now supervised by { $supervisor }. Their cases are no longer open to you.
notice-supervisor-suspended = Your supervisor, { $name }, is not active at present. Forms that need approval wait until they are back or the admin names somebody else.
notice-supervisor-back = Your supervisor, { $name }, is active again.
notice-supervisor-gone = { $name } no longer supervises you. What needs a decision waits until an admin names somebody else.
member-stranded = Supervised by them: { $names }. { $waiting ->
    [0] Nothing waits for their decision.
    [one] One thing waits for their decision.
   *[other] { $waiting } things wait for their decision.
 }

register-permits = <b>STR and SIPPS</b> ({ $total })
register-requests = <b>Clients' requests about their data</b> ({ $total })
register-breaches = <b>Data breaches</b> ({ $total })
register-nothing = Nothing is recorded yet.
register-permit = • { $name }
register-span = • { $whose }: since { $since }, due { $due }
register-open = running
register-late = overdue ❗️
register-met = met { $at }
button-register-permits = 🪪 STR/SIPPS
button-register-requests = 🔏 Requests
button-register-breaches = 📤 Breaches

withdrawn-own = 🧹 Messages about cases in this chat that are older than 48 hours, which Telegram does not let me delete: { $count }. Please delete them yourself.
withdrawn-older = 🧹 { $count ->
        [one] One message about cases in their chat is older than 48 hours; Telegram does not let me delete it. Ask them to delete it themselves.
       *[other] { $count } messages about cases in their chat are older than 48 hours; Telegram does not let me delete them. Ask them to delete these themselves.
    }
