// termination, version 1, as it was shipped. Written by `npm run form`, changed by nobody.
import type { Form } from "../../form.js";

export const terminationV1 = {
  id: "termination",
  version: 1,
  stage: "evaluation",
  questions: [
    {
      key: "reason",
      type: "choice",
      set: "end-reason",
      choices: ["goals-met", "time-over", "transferred", "withdrew", "unforeseen", "died"],
      required: true,
    },
    {
      key: "reasonNote",
      type: "longText",
      required: true,
      when: { kind: "is", key: "reason", anyOf: ["transferred", "withdrew", "unforeseen", "died"] },
    },
    { key: "endedOn", type: "date", range: "any", required: true },
    {
      key: "independence",
      type: "choices",
      set: "independence",
      choices: ["needs", "roles", "coping", "support", "knows-help", "safe", "none"],
      alone: "none",
      min: 1,
      required: true,
      when: { kind: "not", of: { kind: "is", key: "reason", anyOf: ["died"] } },
    },
    {
      key: "clientTold",
      type: "yesNo",
      required: true,
      when: { kind: "not", of: { kind: "is", key: "reason", anyOf: ["died"] } },
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
    },
  ],
} as const satisfies Form;
