/**
 * The facts on which the rules of a case depend, one reader for each form. Only here is it defined under which keys a
 * form keeps them. Every fact may be missing, because drafts are read too: a statutory deadline runs from the moment
 * its answer is known, not from the day the form is sent.
 */

import { type Answered, type FactReader, factReader, type KeyOf } from "./factReader.js";
import { type Birth, type ClientLevel, clientLevels, type FormId, type LocalDate } from "./form.js";
import type { aftercare } from "./forms/aftercare.js";
import type { approach } from "./forms/approach/approach.js";
import type { assessment } from "./forms/assessment.js";
import type { evaluation } from "./forms/evaluation.js";
import type { plan } from "./forms/plan.js";
import type { referral } from "./forms/referral.js";
import type { session } from "./forms/session.js";
import type { termination } from "./forms/termination.js";
import { childVoices } from "./forms/vocabulary.js";

/** An instant as ISO text in UTC, as `dateTime` answers hold it. */
export type Instant = string;

/** What is known of a child's parent or guardian. */
export const guardianStates = ["reachable", "unknown", "suspected"] as const;

/** What is known of a guardian. */
export type GuardianState = (typeof guardianStates)[number];

/** Authorities that may ask for a laporan sosial. */
export const requesters = ["investigator", "prosecutor", "judge", "other-official"] as const;

/** An authority that may request a laporan sosial. */
export type Requester = (typeof requesters)[number];

/** What the rules of a case read from an approach. */
export type ApproachFacts = {
  /** The day of the first contact. */
  readonly contactDate?: LocalDate;
  readonly level?: ClientLevel;
  readonly birth?: Birth;
  /** What was ticked, `none` included. */
  readonly danger: readonly string[];
  readonly legal: readonly string[];
  /** When the police asked for a laporan sosial on a child who is victim or witness. */
  readonly reportRequestedAt?: Instant;
  /** Which authority asked: with it the law itself is a ground for the report (Pasal 20 ayat (2) huruf c). */
  readonly reportRequestedBy?: Requester;
  /** When a victim of sexual violence reported to the organisation. */
  readonly violenceReportedAt?: Instant;
  /** When a child in conflict with the law was returned to its parents, or handed over to someone else. */
  readonly returnedOn?: LocalDate;
  readonly handedOverOn?: LocalDate;
  /** Whether the client meets the organisation's requirements; when not, what follows. */
  readonly eligible?: boolean;
  readonly ineligible?: "refer" | "close";
  readonly consent?: boolean;
  /** The service was asked for and refused, by the client or whoever decides. */
  readonly consentDeclined?: boolean;
  readonly dataConsent?: boolean;
  /** How consent to personal data was given; only these two count (UU 27/2022 Pasal 22 ayat (1)). */
  readonly dataConsentHow?: "written" | "recorded";
  /** Whether that consent can be shown: false where it was given and no proof was sent yet. */
  readonly dataConsentProof?: boolean;
  /** What is known of a child's parent or guardian. A suspected guardian is asked nothing. */
  readonly guardianState?: GuardianState;
  /** A child whose guardian cannot be asked, and nobody else may speak for it yet. */
  readonly nobodySpeaks?: boolean;
  /** When the service contract was signed. */
  readonly signedOn?: LocalDate;
};

/** What the rules of a case read from an assessment. */
export type AssessmentFacts = { readonly danger: readonly string[] };

/** What the rules of a case read from a plan. */
export type PlanFacts = {
  /** The client's own yes or no (UU 14/2019 Pasal 43 huruf c). */
  readonly agreed?: boolean;
  readonly evaluationDate?: LocalDate;
};

/** What the rules of a case read from a session. */
export type SessionFacts = { readonly date?: LocalDate; readonly nextDate?: LocalDate };

/** What an evaluation may decide. */
export const decisions = ["continue", "revise-plan", "refer", "terminate"] as const;

/** A decision of an evaluation. */
export type Decision = (typeof decisions)[number];

/** What the rules of a case read from an evaluation. */
export type EvaluationFacts = {
  readonly date?: LocalDate;
  readonly decision?: Decision;
  readonly nextEvaluation?: LocalDate;
};

/** What the rules of a case read from a referral. */
export type ReferralFacts = {
  readonly sentOn?: LocalDate;
  /** What the institution answered; absent while it has not. */
  readonly status?: "accepted" | "declined" | "completed";
};

/** Why a service may end. */
export const endReasons = [
  "goals-met",
  "time-over",
  "transferred",
  "withdrew",
  "unforeseen",
  "died",
] as const;

/** A reason for a termination. */
export type EndReason = (typeof endReasons)[number];

/** What the rules of a case read from a termination. */
export type TerminationFacts = {
  readonly reason?: EndReason;
  readonly endedOn?: LocalDate;
  readonly aftercare?: boolean;
  readonly firstVisit?: LocalDate;
};

/** What the rules of a case read from an aftercare visit. */
export type AftercareFacts = {
  readonly date?: LocalDate;
  readonly danger: readonly string[];
  /** Whether the case is needed again. */
  readonly reopen?: boolean;
  readonly nextVisit?: LocalDate;
};

/** The facts of each form. */
export type FactsOf = {
  readonly approach: ApproachFacts;
  readonly assessment: AssessmentFacts;
  readonly plan: PlanFacts;
  readonly session: SessionFacts;
  readonly evaluation: EvaluationFacts;
  readonly referral: ReferralFacts;
  readonly termination: TerminationFacts;
  readonly aftercare: AftercareFacts;
};

/**
 * How the facts of each form are read out of its answers, under the keys that every shipped version keeps them.
 */
export const factReaders: { readonly [F in FormId]: FactReader<FactsOf[F]> } = {
  approach: factReader<KeyOf<typeof approach>>()(
    [
      "contactDate",
      "level",
      "birth",
      "danger",
      "legal",
      "reportRequestedAt",
      "reportRequestedBy",
      "violenceReportedAt",
      "returnedOn",
      "handedOverOn",
      "eligible",
      "ineligible",
      "consent",
      "dataConsent",
      "dataConsentHow",
      "dataConsentProof",
      "consentProof",
      "guardianState",
      "speaksFor",
      "signedOn",
    ],
    (answered) => ({
      ...answered.day("contactDate"),
      ...answered.oneOf("level", clientLevels),
      ...answered.birth("birth"),
      danger: answered.list("danger"),
      legal: answered.list("legal"),
      ...answered.day("reportRequestedAt"),
      ...answered.oneOf("reportRequestedBy", requesters),
      ...answered.day("violenceReportedAt"),
      ...answered.day("returnedOn"),
      ...answered.day("handedOverOn"),
      ...answered.yesNo("eligible"),
      ...answered.oneOf("ineligible", ["refer", "close"]),
      ...answered.yesNo("consent"),
      ...declined(answered.yesNo("consent").consent),
      ...answered.yesNo("dataConsent"),
      ...answered.oneOf("dataConsentHow", ["written", "recorded"]),
      ...dataConsentProof(answered),
      ...answered.oneOf("guardianState", guardianStates),
      ...nobodySpeaks(answered.oneOf("speaksFor", childVoices).speaksFor),
      ...answered.day("signedOn"),
    }),
  ),
  assessment: factReader<KeyOf<typeof assessment>>()(["danger"], (answered) => ({
    danger: answered.list("danger"),
  })),
  plan: factReader<KeyOf<typeof plan>>()(["agreement", "evaluationDate"], (answered) => {
    const { agreement } = answered.oneOf("agreement", ["agrees", "declines"]);
    return {
      ...(agreement === undefined ? {} : { agreed: agreement === "agrees" }),
      ...answered.day("evaluationDate"),
    };
  }),
  session: factReader<KeyOf<typeof session>>()(["date", "nextDate"], (answered) => ({
    ...answered.day("date"),
    ...answered.day("nextDate"),
  })),
  evaluation: factReader<KeyOf<typeof evaluation>>()(["date", "decision", "nextEvaluation"], (answered) => ({
    ...answered.day("date"),
    ...answered.oneOf("decision", decisions),
    ...answered.day("nextEvaluation"),
  })),
  referral: factReader<KeyOf<typeof referral>>()(["sentOn", "status"], (answered) => ({
    ...answered.day("sentOn"),
    ...answered.oneOf("status", ["accepted", "declined", "completed"]),
  })),
  termination: factReader<KeyOf<typeof termination>>()(
    ["reason", "endedOn", "aftercare", "firstVisit"],
    (answered) => ({
      ...answered.oneOf("reason", endReasons),
      ...answered.day("endedOn"),
      ...answered.yesNo("aftercare"),
      ...answered.day("firstVisit"),
    }),
  ),
  aftercare: factReader<KeyOf<typeof aftercare>>()(["date", "danger", "reopen", "nextVisit"], (answered) => ({
    ...answered.day("date"),
    danger: answered.list("danger"),
    ...answered.yesNo("reopen"),
    ...answered.day("nextVisit"),
  })),
};

function declined(consent: boolean | undefined): Pick<ApproachFacts, "consentDeclined"> {
  return consent === undefined ? {} : { consentDeclined: !consent };
}

function nobodySpeaks(voice: string | undefined): Pick<ApproachFacts, "nobodySpeaks"> {
  return voice === undefined ? {} : { nobodySpeaks: voice === "nobody" };
}

/** In version 1 one proof stood for both agreements. */
function dataConsentProof(
  answered: Answered<"dataConsent" | "dataConsentProof" | "consentProof">,
): Pick<ApproachFacts, "dataConsentProof"> {
  const proofs = [answered.has("dataConsentProof"), answered.has("consentProof")];
  return answered.yesNo("dataConsent").dataConsent === true
    ? { dataConsentProof: proofs.includes(true) }
    : {};
}
