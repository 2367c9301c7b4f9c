/**
 * Consent (persetujuan) and the service contract (kontrak layanan), asked only of a client who meets the
 * requirements. Consent to the service and consent to personal data are two questions, since UU 27/2022
 * Pasal 22 ayat (4) wants the second told apart from anything else.
 *
 * Who consented is `consentPerson` where it was asked; else the client where `consentBy` is `client`; else the
 * child's `guardian`.
 */
import type { Question } from "../../form.js";
import { all, answered, any, is, not } from "../when.js";
import { family, groupOrCommunity, individual, minor } from "./client.js";

const eligible = is("eligible", true);
const consented = all(eligible, is("consent", true));

/** No parent or guardian was recorded who could consent for the child: another one has to be named. */
const guardianCannotConsent = is("guardianState", "unknown", "suspected");

const consent = [
  { key: "consent", type: "yesNo", required: true, when: eligible },
  { key: "declinedReason", type: "longText", required: false, when: all(eligible, is("consent", false)) },
  {
    key: "consentBy",
    type: "choice",
    set: "consent-by",
    choices: ["client", "guardian"],
    required: true,
    when: all(consented, individual, not(minor)),
  },
  {
    key: "consentPerson",
    type: "person",
    required: true,
    identity: true,
    when: all(consented, any(not(individual), is("consentBy", "guardian"), guardianCannotConsent)),
  },
  {
    key: "consentHow",
    type: "choice",
    set: "consent-how",
    choices: ["written", "witnessed"],
    required: true,
    when: all(consented, any(individual, family)),
  },
  {
    key: "consentWitness",
    type: "text",
    max: 120,
    required: true,
    identity: true,
    when: is("consentHow", "witnessed"),
  },
  {
    key: "groupConsentHow",
    type: "choice",
    set: "group-consent",
    choices: ["deliberation", "representatives", "written"],
    required: true,
    when: all(consented, groupOrCommunity),
  },
  { key: "consentOn", type: "date", range: "past", required: true, when: consented },
  {
    key: "dataConsent",
    type: "yesNo",
    required: true,
    when: consented,
    basis: { work: "UU 27/2022", article: "Pasal 20 ayat (2)" },
  },
  {
    key: "consentProof",
    type: "attachment",
    accepts: ["photo", "voice", "document"],
    required: false,
    when: consented,
    basis: { work: "UU 27/2022", article: "Pasal 24" },
  },
] as const satisfies readonly Question[];

const contract = [
  { key: "aim", type: "longText", required: true, when: consented },
  { key: "contractUntil", type: "date", range: "any", required: true, when: consented },
  {
    key: "workerDuties",
    type: "choices",
    set: "worker-duty",
    choices: ["standard", "information", "confidentiality", "referral", "fairness", "visits"],
    min: 1,
    required: true,
    when: consented,
    basis: { work: "UU 14/2019", article: "Pasal 42" },
  },
  {
    key: "clientDuties",
    type: "choices",
    set: "client-duty",
    choices: ["honest", "follow", "attend", "tell", "take-part"],
    min: 1,
    required: true,
    when: consented,
    basis: { work: "UU 14/2019", article: "Pasal 45 ayat (1)" },
  },
  { key: "contractTerms", type: "longText", required: false, when: consented },
  { key: "signedOn", type: "date", range: "past", required: false, when: consented },
  {
    key: "signedPage",
    type: "attachment",
    accepts: ["photo", "document"],
    required: false,
    when: answered("signedOn"),
  },
] as const satisfies readonly Question[];

/** Whether and by whom the service is agreed to, then what was agreed. */
export const consentQuestions = [...consent, ...contract] as const satisfies readonly Question[];
