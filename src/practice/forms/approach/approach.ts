/**
 * Pendekatan awal: first contact, danger, legal clocks, what was explained, who the client is, consent and the
 * service contract.
 *
 * The order is the interview's: what is quick first, danger and the clocks of the law before anything else, names only
 * after it was explained what happens to them, the contract last. A client who does not meet the requirements is
 * referred or closed with a reason, and is asked neither consent to the service nor contract.
 */
import { clientLevels, type Form, type Question } from "../../form.js";
import { dangers, immediateDangers, ppksKinds } from "../vocabulary.js";
import { all, is } from "../when.js";
import { decidingQuestions, groupMet, identityQuestions, mayRecord } from "./client.js";
import { dataQuestions, serviceQuestions } from "./consent.js";
import { contractQuestions } from "./contract.js";
import { legalQuestions } from "./legal.js";

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
  {
    key: "safetyStep",
    type: "longText",
    required: false,
    when: is("danger", ...immediateDangers),
    variants: [groupMet],
  },
] as const satisfies readonly Question[];

const explanation = [
  {
    key: "explained",
    type: "choices",
    set: "explained",
    choices: ["purpose", "procedure", "cost", "rights", "confidentiality", "complaints", "none"],
    alone: "none",
    min: 1,
    required: true,
    basis: { work: "UU 14/2019", article: "Pasal 42 huruf b" },
    variants: [groupMet],
  },
] as const satisfies readonly Question[];

const situation = [
  {
    key: "ppks",
    type: "choice",
    set: "ppks",
    choices: ppksKinds,
    required: false,
    when: mayRecord,
    variants: [groupMet],
  },
  { key: "problem", type: "longText", required: true, when: mayRecord, variants: [groupMet] },
  {
    key: "requirements",
    type: "pick",
    from: "requirements",
    several: true,
    required: false,
    when: all(is("case.hasRequirements", true), mayRecord),
  },
  { key: "eligible", type: "yesNo", required: true, variants: [groupMet] },
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
  version: 3,
  stage: "approach",
  questions: [
    ...contact,
    ...safety,
    ...legalQuestions,
    ...decidingQuestions,
    ...explanation,
    ...dataQuestions,
    ...identityQuestions,
    ...situation,
    ...serviceQuestions,
    ...contractQuestions,
  ],
} as const satisfies Form;
