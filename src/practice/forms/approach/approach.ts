/**
 * Pendekatan awal: first contact, danger, legal clocks, who the client is, consent and the service contract.
 *
 * The order is the interview's: what is quick first, danger and the clocks of the law before names, the
 * contract last. A client who does not meet the requirements is referred or closed with a reason, and is
 * asked neither consent nor contract.
 */
import { clientLevels, type Form, type Question } from "../../form.js";
import { dangers, immediateDangers, ppksKinds } from "../vocabulary.js";
import { is } from "../when.js";
import { clientQuestions } from "./client.js";
import { consentQuestions } from "./consent.js";

const contact = [
  {
    key: "source",
    type: "choice",
    set: "source",
    choices: ["outreach", "self", "institution", "community", "law-enforcement"],
    required: true,
  },
  {
    key: "referrer",
    type: "text",
    max: 200,
    required: false,
    identity: true,
    when: is("source", "institution", "community", "law-enforcement"),
  },
  { key: "contactDate", type: "date", range: "past", required: true },
  {
    key: "level",
    type: "choice",
    set: "level",
    choices: clientLevels,
    required: true,
    basis: { work: "UU 14/2019", article: "Pasal 1 angka 9" },
  },
] as const satisfies readonly Question[];

const safety = [
  {
    key: "danger",
    type: "choices",
    set: "danger",
    choices: dangers,
    alone: "none",
    min: 1,
    danger: immediateDangers,
    required: true,
  },
  { key: "safetyStep", type: "longText", required: false, when: is("danger", ...immediateDangers) },
] as const satisfies readonly Question[];

const legal = [
  {
    key: "legal",
    type: "choices",
    set: "legal",
    choices: ["child-victim", "sexual-violence", "domestic-violence", "child-in-conflict", "none"],
    alone: "none",
    min: 1,
    required: true,
  },
  {
    key: "reportRequestedAt",
    type: "dateTime",
    range: "past",
    required: true,
    when: is("legal", "child-victim"),
    basis: { work: "PP 65/2015", article: "Pasal 13 ayat (2)" },
  },
  {
    key: "requestLetter",
    type: "attachment",
    accepts: ["photo", "document"],
    required: false,
    when: is("legal", "child-victim"),
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

const situation = [
  { key: "ppks", type: "choice", set: "ppks", choices: ppksKinds, required: false },
  { key: "problem", type: "longText", required: true },
  {
    key: "explained",
    type: "choices",
    set: "explained",
    choices: ["purpose", "procedure", "cost", "rights", "confidentiality", "complaints", "none"],
    alone: "none",
    min: 1,
    required: true,
    basis: { work: "UU 14/2019", article: "Pasal 42 huruf b" },
  },
  {
    key: "requirements",
    type: "pick",
    from: "requirements",
    several: true,
    required: false,
    when: is("case.hasRequirements", true),
  },
  { key: "eligible", type: "yesNo", required: true },
  {
    key: "ineligible",
    type: "choice",
    set: "ineligible",
    choices: ["refer", "close"],
    required: true,
    when: is("eligible", false),
    basis: { work: "UU 14/2019", article: "Pasal 42 huruf d" },
  },
  { key: "ineligibleReason", type: "longText", required: true, when: is("eligible", false) },
] as const satisfies readonly Question[];

/** First contact to signed contract. Outputs: lembar persetujuan, kontrak layanan. */
export const approach = {
  id: "approach",
  version: 1,
  stage: "approach",
  questions: [...contact, ...safety, ...legal, ...clientQuestions, ...situation, ...consentQuestions],
} as const satisfies Form;
