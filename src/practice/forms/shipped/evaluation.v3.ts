// evaluation, version 3, as it was shipped. Written by `npm run form`, changed by nobody.
import type { Form } from "../../form.js";

export const evaluationV3 = {
  id: "evaluation",
  version: 3,
  stage: "evaluation",
  questions: [
    {
      key: "date",
      type: "date",
      range: "past",
      required: true,
      against: [{ not: "before", key: "case.plannedOn", reason: "evaluation-before-plan" }],
    },
    {
      key: "attainment",
      type: "group",
      over: "goals",
      required: true,
      questions: [
        { key: "level", type: "scale", min: -2, max: 2, required: true },
        { key: "evidence", type: "text", max: 500, required: false },
      ],
    },
    {
      key: "functioningNeeds",
      type: "scale",
      min: 1,
      max: 5,
      required: true,
      basis: { work: "UU 14/2019", article: "Pasal 1 angka 3" },
      variants: [{ name: "group", when: { kind: "is", key: "case.level", anyOf: ["group", "community"] } }],
    },
    {
      key: "functioningRoles",
      type: "scale",
      min: 1,
      max: 5,
      required: true,
      basis: { work: "UU 14/2019", article: "Pasal 1 angka 3" },
      variants: [{ name: "group", when: { kind: "is", key: "case.level", anyOf: ["group", "community"] } }],
    },
    {
      key: "functioningCoping",
      type: "scale",
      min: 1,
      max: 5,
      required: true,
      basis: { work: "UU 14/2019", article: "Pasal 1 angka 3" },
      variants: [{ name: "group", when: { kind: "is", key: "case.level", anyOf: ["group", "community"] } }],
    },
    { key: "helped", type: "longText", required: true },
    { key: "hindered", type: "longText", required: false },
    {
      key: "clientView",
      type: "longText",
      required: true,
      variants: [{ name: "group", when: { kind: "is", key: "case.level", anyOf: ["group", "community"] } }],
    },
    {
      key: "decision",
      type: "choice",
      set: "decision",
      choices: ["continue", "revise-plan", "refer", "terminate"],
      required: true,
      basis: { work: "UU 14/2019", article: "Pasal 16 ayat (1) huruf e" },
    },
    { key: "decisionReason", type: "longText", required: true },
    {
      key: "nextEvaluation",
      type: "date",
      range: "future",
      required: true,
      when: { kind: "is", key: "decision", anyOf: ["continue"] },
      against: [{ not: "before", key: "date", reason: "next-evaluation-before-this" }],
    },
  ],
} as const satisfies Form;
