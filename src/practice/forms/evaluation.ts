/** Evaluasi: how far each goal came, how the client functions now, what helped, and what is decided. */
import type { Form } from "../form.js";
import { functioning } from "./functioning.js";
import { groupServed } from "./served.js";
import { is } from "./when.js";

/** Output: laporan evaluasi. */
export const evaluation = {
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
    ...functioning,
    { key: "helped", type: "longText", required: true },
    { key: "hindered", type: "longText", required: false },
    { key: "clientView", type: "longText", required: true, variants: [groupServed] },
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
      when: is("decision", "continue"),
      against: [{ not: "before", key: "date", reason: "next-evaluation-before-this" }],
    },
  ],
} as const satisfies Form;
