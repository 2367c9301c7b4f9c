/**
 * Consent (persetujuan), twice: to personal data before anybody is named, since UU 27/2022 Pasal 22 ayat (4) wants it
 * told apart from anything else; and to the service, asked of a client who meets the requirements.
 *
 * Who consented is `consentPerson` where it was asked; else the client where `consentBy` is `client`; else the
 * child's `guardian`.
 */
import type { Question } from "../../form.js";
import { groupConsentWays } from "../vocabulary.js";
import { all, any, is, not } from "../when.js";
import {
  canConsent,
  family,
  groupMet,
  groupOrCommunity,
  individual,
  mayRecord,
  minor,
  whoConsents,
  withoutGuardian,
} from "./client.js";

/** Agreements are also given by whoever was said to decide. */
const standsOn = [...whoConsents, "consentBy"] as const;

/** Somebody else than a guardian speaks for the child; those it chose speak for a group. */
const variants = [{ name: "no-guardian", when: withoutGuardian }, groupMet] as const;

/** Consent to personal data, written or recorded (UU 27/2022 Pasal 22 ayat (1)); the proof may follow. */
export const dataQuestions = [
  {
    key: "consentBy",
    type: "choice",
    set: "consent-by",
    choices: ["client", "guardian"],
    required: true,
    when: all(individual, not(minor)),
    standsOn: whoConsents,
  },
  {
    key: "dataConsent",
    type: "yesNo",
    required: true,
    when: canConsent,
    basis: { work: "UU 27/2022", article: "Pasal 20 ayat (2)" },
    standsOn,
    variants,
  },
  {
    key: "dataConsentHow",
    type: "choice",
    set: "data-consent-how",
    choices: ["written", "recorded"],
    required: true,
    when: is("dataConsent", true),
    basis: { work: "UU 27/2022", article: "Pasal 22 ayat (1)" },
    standsOn,
  },
  {
    key: "dataConsentProof",
    type: "attachment",
    accepts: ["photo", "voice", "document"],
    required: false,
    when: is("dataConsent", true),
    basis: { work: "UU 27/2022", article: "Pasal 24" },
    standsOn,
    variants: [groupMet],
  },
] as const satisfies readonly Question[];

/**
 * The service was not refused, to or by the client. True while that is not asked yet: what depends on it is asked
 * afterwards, and the progress that is shown counts it from the start.
 */
export const agreed = all(canConsent, not(is("eligible", false)), not(is("consent", false)));

/** Consent to the service: whose, how, when. */
export const serviceQuestions = [
  {
    key: "consent",
    type: "yesNo",
    required: true,
    when: all(canConsent, not(is("eligible", false))),
    standsOn,
    variants,
  },
  {
    key: "declinedReason",
    type: "longText",
    required: false,
    when: all(is("eligible", true), is("consent", false)),
  },
  {
    key: "consentPerson",
    type: "person",
    required: true,
    identity: true,
    when: all(
      mayRecord,
      canConsent,
      any(is("dataConsent", true), agreed),
      any(not(individual), is("consentBy", "guardian"), withoutGuardian),
    ),
    standsOn,
    variants,
  },
  {
    key: "consentHow",
    type: "choice",
    set: "consent-how",
    choices: ["written", "witnessed"],
    required: true,
    when: all(agreed, any(individual, family)),
    standsOn,
  },
  {
    key: "consentWitness",
    type: "text",
    max: 120,
    required: true,
    identity: true,
    when: is("consentHow", "witnessed"),
    standsOn,
  },
  {
    key: "groupConsentHow",
    type: "choice",
    set: "group-consent",
    choices: groupConsentWays,
    required: true,
    when: all(agreed, groupOrCommunity),
    standsOn,
  },
  {
    key: "consentOn",
    type: "date",
    range: "past",
    required: true,
    when: agreed,
    against: [{ not: "before", key: "contactDate", reason: "before-first-contact" }],
    standsOn,
    variants: [groupMet],
  },
  // One sheet usually proves both agreements: this is asked where there was none for the data.
  {
    key: "consentProof",
    type: "attachment",
    accepts: ["photo", "voice", "document"],
    required: false,
    when: all(agreed, not(is("dataConsent", true))),
    standsOn,
    variants: [groupMet],
  },
] as const satisfies readonly Question[];
