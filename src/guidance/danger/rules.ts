/**
 * What words together tell of danger. A rule is classes of words in order, at most three other words between two of
 * them: `want die`. `a|b` is either; `~` at the beginning means in any order; `...` allows ten words between; `!a` means no
 * word of that class in the sentence.
 *
 * `sure` is danger by itself; `likely` is danger unless it stands in a record without a word of now; `maybe` asks, unless a
 * word of now stands with it.
 */
import type { Emergency } from "../entry.js";

export const levels = ["sure", "likely", "maybe"] as const;
export type Level = (typeof levels)[number];

export const rules: Readonly<Record<Emergency, Readonly<Record<Level, readonly string[]>>>> = {
  suicide: {
    sure: ["want kill-self", "wish die", "want die", "no-life", "not-wake", "live tired", "unable live", "live unable", "live ... unable", "~drink poison", "~drink|swallow many pills", "overdose pills", "cut wrist", "blade wrist", "wrist blade", "want jump", "jump height", "height want jump", "stand ... height", "want hang", "~prepare rope", "~rope hang", "follow-dead deceased", "want end everything|live", "end everything|live", "end live", "live worthless", "worthless live", "wish perish forever", "perish forever", "not-down", "height not-down", "wish perish", "first perish|die wish", "~prepare pills drink", "self-harm now", "farewell forever", "blade hide|hold|locks|stuck", "crash-self", "meet-god", "not-here", "jump water-deep", "want ... jump ... water-deep|height", "leave-forever ... forever", "said ... leave-forever", "blade neck", "~first die ... not-here", "prepare note ... sorry|family", "~note farewell", "want crash-self", "~note sorry ... family", "fast ... die|killed", "want killed", "unable die", "tired die", "said die wish", "blade room", "tired live !move-place", "want follow-dead deceased", "lash neck", "window ... body-out", "body-out ... window", "never trouble", "live ... hate", "hate live"],
    likely: ["kill-self", "self-harm", "cut blade", "blade cut", "~blade carry", "farewell said", "said farewell", "worthless first", "wish end", "~rope place", "said forever", "jump !work", "wish follow-dead !earn", "want ... follow-dead ... deceased", "want follow-dead child", "said ... follow-dead"],
    maybe: [
      "worthless",
      "farewell",
      "~many pills",
      "unable first",
      "first unable",
      "cut",
      "hang.p",
      "leave-forever",
    ],
  },
  "violence-ongoing": {
    sure: ["hit.p", "stab.p", "choke.p", "rape.p", "kill.p", "attack.p", "hold.p", "block.p", "chase.p", "tie.p", "~weapon carry", "~weapon rage", "threat kill", "threat weapon", "threat.p", "want kill", "rape-en", "strike-en", "held-en", "chase-en", "stuck", "smash scream", "scream smash", "perpetrator still-near", "drunk smash", "hurt-me", "force.p prostitute", "hide ... weapon", "burn.p", "hot-water child", "kill first", "kill other", "chase.a ... weapon", "chase.a first", "attack.a first", "threat.a first", "threat-en", "hit.a first", "hit.a other", "hold.a first", "follow-me first", "first follow-me", "tries ... sex", "drag.p ... vehicle|dark", "force.p ... vehicle|sex|traffic|prostitute", "sell.p", "threat ... harm|injure.p|spread", "threat.a ... harm|injure.p", "other prey", "~weapon neck", "hit.a other|child", "first ... stuck", "fear ... weapon", "weapon ... outside", "outside ... weapon", "stab.a other|child", "pour petrol", "~petrol house pour", "petrol ... house", "perpetrator near-by", "whisper ... near-by|perpetrator", "no-leave first go-home", "~weapon near-by scream", "prey", "smash"],
    likely: ["rage", "hit.a", "choke.a", "stab.a", "rape.a", "wait-outside", "wait outside", "other outside scream|rage|carry", "locks first", "follow-me", "locks", "hide", "scream", "drag.p", "injure.p", "drag.a ... dark|vehicle", "sex ... fear", "no-leave go-home !paper"],
    maybe: ["injured", "threat.a !work", "threat !work", "plea other|child|client !paper", "perpetrator ... near-by", "fear other|client"],
  },
  medical: {
    sure: ["unconscious", "no-breath", "~hard breath", "choking", "seizure", "~blood gush", "overdose", "~lips blue", "heart-attack", "~chest pain", "now-labour broke", "labour", "~stroke-sign limp", "electric", "drown", "snake bite", "bite.p snake", "fall ... limp|unconscious|blood", "head hit-self !as-if !want", "limp", "~accident severe|broken|limp", "stroke-sign", "~limb severed", "~limb machine", "poisoned", "~asthma flare", "contraction ... minute", "~pregnant contraction", "placenta neg", "snore ... lips|blue", "~fever delirious", "~vomit limp", "severed ... blood", "acute limp", "pregnant blood", "pregnant ... bleeding|seizure|gush", "poison ... vomit", "~drink poison", "~drink|swallow many pills", "swallow ... poison", "low ... neg", "~low unconscious|limp", "bleeding !mild", "child|client|baby high-fever"],
    likely: ["stroke", "fall head", "scald", "baby-word cold|blue", "not-cry", "first ... broken", "~diarrhoea dehydrated", "severe", "swallow", "poison ... swallow", "delirious", "machine limb", "client|child|other|first accident"],
    maybe: ["~limb broken", "fall limb"],
  },
  "abandoned-child": {
    sure: ["~baby-word found", "~baby-word dump", "child ... leave.p ... alone|place", "~child stuck alone", "child hold.p alone", "child ... alone ... place", "child place alone", "toddler alone", "abandoned-en", "child dump.p", "child ... starve", "~found child alone|place", "child place alone-weak", "toddler alone-weak", "entrust ... neg return", "nobody-cares", "baby-word ... baby-left", "child ... leave.p ... alone-weak", "~child stuck alone-weak", "baby-word ... place !work"],
    likely: ["child alone", "alone child", "parent-gone", "parent gone", "lost-child", "child parent-gone", "child alone-weak place", "child alone-weak !does", "child ... leave.p !earn", "child stuck|hold.p !earn"],
    maybe: ["starve", "child ... alone"],
  },
};
