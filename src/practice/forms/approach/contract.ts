/** The service contract (kontrak layanan): what was agreed, until when, who owes what, and the signature. */
import type { Question } from "../../form.js";
import { all, answered } from "../when.js";
import { groupMet, mayRecord, whoConsents } from "./client.js";
import { agreed } from "./consent.js";

const when = all(agreed, mayRecord);

/** The questions of the contract, in order. */
export const contractQuestions = [
  { key: "aim", type: "longText", required: true, when, variants: [groupMet] },
  {
    key: "contractUntil",
    type: "date",
    range: "future",
    required: true,
    when,
    against: [{ not: "before", key: "consentOn", reason: "contract-ends-before-consent" }],
  },
  {
    key: "workerDuties",
    type: "choices",
    set: "worker-duty",
    choices: ["standard", "information", "confidentiality", "referral", "fairness", "visits"],
    min: 1,
    required: true,
    when,
    basis: { work: "UU 14/2019", article: "Pasal 42" },
  },
  {
    key: "clientDuties",
    type: "choices",
    set: "client-duty",
    choices: ["honest", "follow", "attend", "tell", "take-part"],
    min: 1,
    required: true,
    when,
    basis: { work: "UU 14/2019", article: "Pasal 45 ayat (1)" },
    variants: [groupMet],
  },
  { key: "contractTerms", type: "longText", required: false, when },
  {
    key: "signedOn",
    type: "date",
    range: "past",
    required: false,
    when,
    against: [
      { not: "before", key: "contactDate", reason: "before-first-contact" },
      { not: "after", key: "contractUntil", reason: "contract-signed-after-end" },
    ],
    standsOn: [...whoConsents, "consentBy"],
    variants: [groupMet],
  },
  {
    key: "signedPage",
    type: "attachment",
    accepts: ["photo", "document"],
    required: false,
    when: answered("signedOn"),
    standsOn: [...whoConsents, "consentBy"],
  },
] as const satisfies readonly Question[];
