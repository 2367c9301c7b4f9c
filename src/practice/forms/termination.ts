/**
 * Terminasi: why the service ends, what the client manages alone, that the client knows and agrees, and what
 * follows. When the client has died, nothing is asked of the client.
 */
import type { Form } from "../form.js";
import { all, is, not } from "./when.js";

const living = not(is("reason", "died"));

/** Output: berita acara terminasi. */
export const termination = {
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
      when: is("reason", "transferred", "withdrew", "unforeseen", "died"),
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
      when: living,
    },
    { key: "clientTold", type: "yesNo", required: true, when: living },
    { key: "notToldReason", type: "longText", required: true, when: all(living, is("clientTold", false)) },
    { key: "clientAgrees", type: "yesNo", required: true, when: all(living, is("clientTold", true)) },
    { key: "objection", type: "longText", required: true, when: all(living, is("clientAgrees", false)) },
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
    },
    { key: "aftercareFocus", type: "longText", required: false, when: all(living, is("aftercare", true)) },
  ],
} as const satisfies Form;
