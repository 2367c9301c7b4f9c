# Danger now: shown before anything else is asked.

notice-danger = ⚠️ { $code }: the social worker has noted a danger that is happening now. Please contact them at once.
danger-first = ⚠️ <b>Safety first.</b>
danger-numbers = Emergency numbers: 112 (any emergency), 110 (police), 119 (medical), 129 or WhatsApp 08111-129-129 (SAPA, women and children). Please know your local numbers too, such as UPTD PPA and the social services office.
danger-supervisor-told = Your supervisor has been told, without the client's name.
danger-no-supervisor = Your supervisor could not be told through the bot. Please contact your superior directly.
danger-suicide = <b>Danger of suicide</b>
danger-violence-ongoing = <b>Violence happening now</b>
danger-medical = <b>Medical emergency</b>
danger-abandoned-child = <b>Abandoned child</b>
button-open-case = Open the case
button-go-on = ▶️ Go on with the form
