/**
 * Terminasi: why the service ends, what the client manages alone, that the client knows and agrees, and what
 * follows. When the client has died, nothing is asked of the client.
 */
import type { Form } from "../form.js";
import { groupServed, guardianSuspected, hasGuardian, lacksGuardian } from "./served.js";
import { childVoices } from "./vocabulary.js";
import { all, is, not } from "./when.js";

const living = not(is("reason", "died"));

/** What the client is told: why the service ends, and when. */
const told = ["reason", "endedOn"] as const;

/** Output: berita acara terminasi. */
export const termination = {
  id: "termination",
  version: 3,
  stage: "evaluation",
  questions: [
    {
      key: "reason",
      type: "choice",
      set: "end-reason",
      choices: ["goals-met", "time-over", "transferred", "withdrew", "unforeseen", "died"],
      required: true,
      variants: [
        { ...groupServed, choices: ["goals-met", "time-over", "transferred", "withdrew", "unforeseen"] },
      ],
    },
    {
      key: "reasonNote",
      type: "longText",
      required: true,
      when: is("reason", "transferred", "withdrew", "unforeseen", "died"),
    },
    {
      key: "endedOn",
      type: "date",
      range: "any",
      required: true,
      against: [{ not: "before", key: "case.contactDate", reason: "before-first-contact" }],
    },
    {
      key: "independence",
      type: "choices",
      set: "independence",
      choices: ["needs", "roles", "coping", "support", "knows-help", "safe", "none"],
      alone: "none",
      min: 1,
      required: true,
      when: living,
      variants: [
        {
          ...groupServed,
          choices: [
            "runs-itself",
            "leaders",
            "funds",
            "needs",
            "coping",
            "knows-help",
            "support",
            "safe",
            "none",
          ],
        },
      ],
    },
    {
      key: "clientTold",
      type: "yesNo",
      required: true,
      when: living,
      standsOn: told,
      variants: [groupServed],
    },
    {
      key: "notToldReason",
      type: "longText",
      required: true,
      when: all(living, is("clientTold", false)),
      variants: [groupServed],
    },
    {
      key: "clientAgrees",
      type: "yesNo",
      required: true,
      when: all(living, is("clientTold", true)),
      standsOn: told,
      shows: told,
      variants: [groupServed],
    },
    {
      key: "objection",
      type: "longText",
      required: true,
      when: all(living, is("clientAgrees", false)),
      variants: [groupServed],
    },
    { key: "guardianTold", type: "yesNo", required: true, when: all(living, hasGuardian), standsOn: told },
    {
      key: "voice",
      type: "choice",
      set: "child-voice",
      choices: childVoices,
      required: true,
      when: all(living, lacksGuardian),
      variants: [{ name: "suspected", when: guardianSuspected }],
      standsOn: told,
    },
    { key: "summary", type: "longText", required: true },
    {
      key: "aftercare",
      type: "yesNo",
      required: true,
      when: living,
      basis: { work: "PP 39/2012", article: "Pasal 7 ayat (2) huruf g" },
    },
    {
      key: "firstVisit",
      type: "date",
      range: "future",
      required: true,
      when: all(living, is("aftercare", true)),
      against: [{ not: "before", key: "endedOn", reason: "visit-before-end" }],
    },
    {
      key: "aftercareFocus",
      type: "longText",
      required: false,
      when: all(living, is("aftercare", true)),
      variants: [groupServed],
    },
  ],
} as const satisfies Form;
