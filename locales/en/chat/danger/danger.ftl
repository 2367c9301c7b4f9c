# Danger now: what to do first, whom to call, who hears of it.

## What to do first

danger-first = ⚠️ <b>Safety first.</b>
danger-some = Danger
danger-kind-suicide = Danger of suicide
first-steps-suicide =
    1. <b>Do not leave them alone</b>, or stay on the line. Have someone else call for help.
    2. Say: “I am here and I am not leaving. Are you thinking of ending your life?” Asking plainly is safe.
    3. Move pills, poison, rope and blades away if you can do it without a struggle.
    4. Something swallowed, or an injury: to the emergency room now.
danger-kind-violence-ongoing = Violence happening now
first-steps-violence-ongoing =
    1. <b>Never confront the attacker alone.</b> Call the police, the neighbourhood head or village officials.
    2. If the way is safe, help the victim to a bright, busy place. Stay with them.
    3. Say: “This is not your fault. I will stay with you until you are safe.”
    4. Injured, choked, pregnant, or sexual violence: emergency room first. If they can bear it, no washing or changing clothes yet.
danger-kind-medical = Medical emergency
first-steps-medical =
    1. <b>Call an ambulance now</b>, or go to the nearest emergency room if that is faster. Put the phone on speaker and do as they say.
    2. Do not leave them. Say: “Help is on its way. I am here.”
    3. Not breathing normally: chest compressions if you can. Bleeding: press hard with a clean cloth. Unconscious but breathing: onto their side.
    4. Give no drink and no medicine.
danger-kind-abandoned-child = Abandoned child
first-steps-abandoned-child =
    1. <b>Do not leave the child.</b> Move them out of danger and have a second person stay with you.
    2. Check their breathing and keep them warm. Dry a baby and hold it close. Sick or limp: emergency room or clinic first.
    3. Say your name, then: “You are safe here. I will stay with you.”
    4. Call the police and the social services office. Do not take the child home yourself, do not post their face.

## The worker is the one in danger

danger-own-violence-ongoing = I am threatened or attacked
first-steps-own-violence-ongoing =
    1. <b>Leave now</b>, for a busy place or one you can lock. Things can be fetched later. Do not fight, do not argue.
    2. Call the police. Cannot speak? Send your location to a colleague or family.
    3. Tell somebody: “I am in danger. I am at …. Please call the police.”
    4. Injured: emergency room. Do not go back there alone.
danger-own-suicide = I want to end my life
first-steps-own-suicide =
    Thank you for saying it. You matter, and you do not have to carry this alone.
    1. <b>Get close to another person now</b>, or call one person you trust.
    2. Tell them: “I am not okay and I am afraid I will hurt myself. Please stay with me.”
    3. Get away from pills, rope, blades or high places. Ask that person to keep them.
    4. Something swallowed, or an injury: to the emergency room now.
danger-own-medical = I am seriously ill
first-steps-own-medical =
    1. <b>Call an ambulance now</b>, or ask whoever is nearest to take you to the emergency room. Do not drive yourself.
    2. Say: “I have suddenly fallen ill. I am at …. Please send an ambulance.” Stay on the line.
    3. Unlock the door, then sit or lie on your side. Do not stay alone.

## Numbers

numbers-title = ☎️ <b>Numbers that fit</b>
number-local = • <b>{ $number }</b>: { $what } (local, tried { $date })
number-ambulance = • <b>{ $first }</b>: ambulance
number-crisis = • <b>{ $first }</b> extension { $second }, or { $third }: mental health crisis; not certain to be open 24 hours
number-police = • <b>{ $first }</b>: police
number-women-children = • <b>{ $first }</b>, or WhatsApp { $second }: SAPA, women and children
number-ministry = • <b>{ $first }</b>: Ministry of Social Affairs
number-general = • <b>{ $first }</b>: any emergency
number-unverified = not verified by us
numbers-otherwise = No connection? Go to the nearest emergency room, police station or UPTD PPA.
nearby-police = police
nearby-hospital = hospital
nearby-ppa = UPTD PPA/P2TP2A
nearby-shelter = safe house
nearby-social = social services office
nearby-fire = fire brigade
button-numbers = ☎️ All numbers

## /darurat

sos-what = 🚨 <b>What is happening?</b> If a life is at risk, call first: 119, 110 or 112. No connection? Go straight to the nearest emergency room or police station.
sos-self = You are in danger yourself. What is happening?
sos-offer = Note the danger so that somebody knows? The client's name is not told.
sos-offer-self = May I tell your supervisor? Only your name and the kind of danger are passed on.
button-sos = 🚨 Emergency
button-self-in-danger = 🆘 I am in danger myself
button-note-on = 📌 Note it on { $code }
button-note-without = 📌 Note it without a case
button-tell-supervisor = 📣 Tell my supervisor
danger-noted = 📌 The danger is noted, without a case.
danger-noted-case = 📌 The danger is noted on { $code }.

## Who hears

danger-told = 📣 I am telling { $names } now, without the client's name. You will hear as soon as somebody takes it on.
danger-nobody-told = ❗️ No supervisor or admin can be reached through the bot. Phone your superior directly.
danger-taken = ✋ { $name } has been taking care of it since { $time }.
notice-danger = ⚠️ <b>{ $kinds }</b>. Noted by { $name } on { $code } at { $time }. Please call { $name } now.
notice-danger-no-case = ⚠️ <b>{ $kinds }</b>. Noted by { $name } without a case at { $time }. Please call { $name } now.
notice-danger-self = 🆘 <b>{ $name } is in danger</b>: { $kinds }. Told at { $time }. Please call now.
notice-danger-again = ⏰ Nobody has taken this on yet:
notice-danger-waiting = ⏰ { $code }: nobody has taken on the danger you noted yet. I am telling { $names } again. If it is urgent, phone directly.
notice-danger-nobody = ❗️ { $code }: no supervisor or admin can be reached through the bot about the danger you noted. Phone your superior directly.
notice-danger-instead = { $code }: { $name } cannot be reached through the bot. About the danger you noted, { $names } have been told now.
notice-danger-taken = ✋ { $code }: { $name } has been taking care of the danger since { $time }.
notice-danger-closed = ✅ { $code }: { $name } noted that the danger is dealt with.
button-danger-take = ✋ I take this on
button-open-case = 📂 Open the case
button-go-on = ▶️ Go on with the form

## Until it is closed

danger-standing = ⚠️ <b>{ $kinds }</b> · { $code } · since { $since } · noted by { $name }
danger-standing-self = 🆘 <b>{ $name } is in danger</b>: { $kinds } · since { $since }
danger-standing-untaken = Nobody has taken it on yet.
danger-standing-taken = { $name } has been taking care of it since { $time }.
danger-no-case = without a case
danger-stage = Stage: { $stage }
danger-more = and { $count } more dangers.
danger-none-open = No danger is waiting to be dealt with.
button-danger-close = ✅ Dealt with
button-danger-close-code = ✅ Dealt with · { $code }
danger-close-ask = <b>{ $kinds }</b> · { $code }. Write in a few words what was done and how things are now.
danger-closed = ✅ The danger on { $code } is noted as dealt with. I am telling those concerned.

## Read in what was typed

danger-line = ⚠️ Is there danger? <b>{ $kinds }</b>. If it is happening now, open the steps first.
danger-line-self = 🆘 Are you in danger yourself? Your safety first.
danger-ask = ⚠️ Is there danger right now ({ $kinds })?
danger-not = All right, no danger now.
danger-above = Safety first: the steps and numbers are behind the 🚨 button above.
button-danger-steps = 🚨 Steps & numbers
button-danger-yes = Yes, right now
button-about-client = This is about a client
button-about-me = 🆘 This is about me

## Local numbers

local-numbers-title = ☎️ <b>Local numbers</b>. They come first in an emergency. Try a number before you note it.
local-number-none = • { $what }: not filled in yet
local-number-line = • { $what }: <b>{ $number }</b> ({ $name }), tried { $date }
local-number-ask = The local number of the { $what }? With its name if you like, for example: (0263) 261-110 Polsek Cibeber.
local-number-unclear = The number cannot be read. Write the number first, then the name, for example: (0263) 261-110 Polsek Cibeber.
local-number-tried = <b>{ $number }</b>: when was it last tried and answered? Press, or write the date.
button-local-numbers = ☎️ Local emergency numbers
button-tried-today = ✅ Tried today
button-drop-number = 🗑 Remove the number
