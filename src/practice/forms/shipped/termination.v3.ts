// termination, version 3, as it was shipped. Written by `npm run form`, changed by nobody.
import type { Form } from "../../form.js";

export const terminationV3 = {
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
        {
          name: "group",
          when: { kind: "is", key: "case.level", anyOf: ["group", "community"] },
          choices: ["goals-met", "time-over", "transferred", "withdrew", "unforeseen"],
        },
      ],
    },
    {
      key: "reasonNote",
      type: "longText",
      required: true,
      when: { kind: "is", key: "reason", anyOf: ["transferred", "withdrew", "unforeseen", "died"] },
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
      when: { kind: "not", of: { kind: "is", key: "reason", anyOf: ["died"] } },
      variants: [
        {
          name: "group",
          when: { kind: "is", key: "case.level", anyOf: ["group", "community"] },
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
      when: { kind: "not", of: { kind: "is", key: "reason", anyOf: ["died"] } },
      standsOn: ["reason", "endedOn"],
      variants: [{ name: "group", when: { kind: "is", key: "case.level", anyOf: ["group", "community"] } }],
    },
    {
      key: "notToldReason",
      type: "longText",
      required: true,
      when: {
        kind: "all",
        of: [
          { kind: "not", of: { kind: "is", key: "reason", anyOf: ["died"] } },
          { kind: "is", key: "clientTold", anyOf: [false] },
        ],
      },
      variants: [{ name: "group", when: { kind: "is", key: "case.level", anyOf: ["group", "community"] } }],
    },
    {
      key: "clientAgrees",
      type: "yesNo",
      required: true,
      when: {
        kind: "all",
        of: [
          { kind: "not", of: { kind: "is", key: "reason", anyOf: ["died"] } },
          { kind: "is", key: "clientTold", anyOf: [true] },
        ],
      },
      standsOn: ["reason", "endedOn"],
      shows: ["reason", "endedOn"],
      variants: [{ name: "group", when: { kind: "is", key: "case.level", anyOf: ["group", "community"] } }],
    },
    {
      key: "objection",
      type: "longText",
      required: true,
      when: {
        kind: "all",
        of: [
          { kind: "not", of: { kind: "is", key: "reason", anyOf: ["died"] } },
          { kind: "is", key: "clientAgrees", anyOf: [false] },
        ],
      },
      variants: [{ name: "group", when: { kind: "is", key: "case.level", anyOf: ["group", "community"] } }],
    },
    {
      key: "guardianTold",
      type: "yesNo",
      required: true,
      when: {
        kind: "all",
        of: [
          { kind: "not", of: { kind: "is", key: "reason", anyOf: ["died"] } },
          { kind: "is", key: "case.guardianState", anyOf: ["reachable"] },
        ],
      },
      standsOn: ["reason", "endedOn"],
    },
    {
      key: "voice",
      type: "choice",
      set: "child-voice",
      choices: ["other-parent", "relative", "companion", "uptd-ppa", "lpsk", "other", "nobody"],
      required: true,
      when: {
        kind: "all",
        of: [
          { kind: "not", of: { kind: "is", key: "reason", anyOf: ["died"] } },
          { kind: "is", key: "case.guardianState", anyOf: ["unknown", "suspected"] },
        ],
      },
      variants: [
        { name: "suspected", when: { kind: "is", key: "case.guardianState", anyOf: ["suspected"] } },
      ],
      standsOn: ["reason", "endedOn"],
    },
    { key: "summary", type: "longText", required: true },
    {
      key: "aftercare",
      type: "yesNo",
      required: true,
      when: { kind: "not", of: { kind: "is", key: "reason", anyOf: ["died"] } },
      basis: { work: "PP 39/2012", article: "Pasal 7 ayat (2) huruf g" },
    },
    {
      key: "firstVisit",
      type: "date",
      range: "future",
      required: true,
      when: {
        kind: "all",
        of: [
          { kind: "not", of: { kind: "is", key: "reason", anyOf: ["died"] } },
          { kind: "is", key: "aftercare", anyOf: [true] },
        ],
      },
      against: [{ not: "before", key: "endedOn", reason: "visit-before-end" }],
    },
    {
      key: "aftercareFocus",
      type: "longText",
      required: false,
      when: {
        kind: "all",
        of: [
          { kind: "not", of: { kind: "is", key: "reason", anyOf: ["died"] } },
          { kind: "is", key: "aftercare", anyOf: [true] },
        ],
      },
      variants: [{ name: "group", when: { kind: "is", key: "case.level", anyOf: ["group", "community"] } }],
    },
  ],
} as const satisfies Form;
