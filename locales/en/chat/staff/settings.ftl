# Settings of the organisation.

org-title = <b>{ $name }</b>
org-address-line = Address: { $address }
org-no-address = Address: not given yet
org-zone = Time zone: { $zone }
org-requirements-line = Requirements for clients: { $count }
org-approvals-line = Need the supervisor's approval: { $forms }
button-org-name = ✏️ Name
button-org-address = 📍 Address
button-org-requirements = 📋 Requirements
button-org-approvals = ✍️ Approvals
org-name = What is the organisation called?
org-address = What is the organisation's address? Write it in one message, as on a letterhead.
org-kept = ✓ Saved.

requirements-title = <b>Requirements for clients</b>. The approach form asks for these.
requirements-none = There are no requirements for clients yet. If your organisation has some, for example "lives in the service area", the approach form will ask for them.
requirements-line = { $number }. { $requirement }
button-drop = 🗑 Remove: { $what }
org-requirement = What is the requirement? One in a message, for example: lives in the service area.
requirement-added = ✓ Added.
requirement-there-already = That requirement is on the list already.
requirement-too-many = The list is full ({ $most }). Please remove one first.

approvals-setting = Which forms wait for the supervisor's approval once they are sent? Press to change. Forms that are waiting already go on waiting.
