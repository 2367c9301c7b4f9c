/** The legal situation: each starts its clock, and a request by the authorities is a ground of its own. */
import type { Question } from "../../form.js";
import { is } from "../when.js";
import { groupMet } from "./client.js";

const victim = is("legal", "child-victim");

/** The questions about the legal situation, in order. */
export const legalQuestions = [
  {
    key: "legal",
    type: "choices",
    set: "legal",
    choices: ["child-victim", "sexual-violence", "domestic-violence", "child-in-conflict", "none"],
    alone: "none",
    min: 1,
    required: true,
    // What is asked for about one child has a clock and a case of its own.
    variants: [{ ...groupMet, choices: ["sexual-violence", "domestic-violence", "none"] }],
  },
  {
    key: "reportRequestedAt",
    type: "dateTime",
    range: "past",
    required: true,
    when: victim,
    basis: { work: "PP 65/2015", article: "Pasal 13 ayat (2)" },
  },
  {
    key: "reportRequestedBy",
    type: "choice",
    set: "requester",
    choices: ["investigator", "prosecutor", "judge", "other-official"],
    required: true,
    when: victim,
    basis: { work: "UU 27/2022", article: "Pasal 20 ayat (2) huruf c" },
  },
  { key: "letterNumber", type: "text", max: 120, required: false, when: victim },
  { key: "letterDate", type: "date", range: "past", required: false, when: victim },
  {
    key: "requestLetter",
    type: "attachment",
    accepts: ["photo", "document"],
    required: false,
    when: victim,
  },
  {
    key: "violenceReportedAt",
    type: "dateTime",
    range: "past",
    required: true,
    when: is("legal", "sexual-violence"),
    basis: { work: "UU 12/2022", article: "Pasal 41 ayat (3)" },
  },
  {
    key: "handover",
    type: "choice",
    set: "handover",
    choices: ["not-yet", "parents", "someone"],
    required: true,
    when: is("legal", "child-in-conflict"),
  },
  {
    key: "returnedOn",
    type: "date",
    range: "past",
    required: true,
    when: is("handover", "parents"),
    basis: { work: "PP 58/2022", article: "Pasal 31 ayat (3)" },
  },
  {
    key: "handedOverOn",
    type: "date",
    range: "past",
    required: true,
    when: is("handover", "someone"),
    basis: { work: "PP 58/2022", article: "Pasal 33 ayat (2)" },
  },
] as const satisfies readonly Question[];
