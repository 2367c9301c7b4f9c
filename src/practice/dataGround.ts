/**
 * On which ground a case keeps personal data (UU 27/2022 Pasal 20 ayat (2)). Consent is one, and it can be refused or
 * taken back; then somebody has to name another, or the case stops. Until then it is only read.
 */
import { type CaseFacts, completedAt, latestComplete } from "./caseFacts.js";
import type { FormId, Key } from "./form.js";
import type { LegalGround } from "./legalGrounds.js";
import { unwrittenReport } from "./statutoryReport.js";

/** Why there is no ground: it was refused, taken back, or nobody may speak for the child. */
export type Missing = "refused" | "withdrawn" | "nobody-speaks";

/** On what the data of a case stands. */
export type DataStanding =
  /** The approach is not sent yet: it has not been asked, or can still be answered otherwise. */
  | { readonly kind: "open" }
  /** `proven` is false where consent was given and nothing shows it yet (Pasal 22 ayat (1), 24). */
  | { readonly kind: "consented"; readonly proven: boolean }
  | { readonly kind: "grounded"; readonly ground: LegalGround; readonly at: Date }
  | { readonly kind: "missing"; readonly because: Missing; readonly since: Date };

/** On what the personal data of a case stands now. What came last counts. */
export function dataStanding(facts: CaseFacts): DataStanding {
  const approach = latestComplete(facts, "approach");
  const { dataConsent, dataConsentProof, nobodySpeaks } = approach?.facts ?? {};
  const answeredAt = approach && (approach.answeredAt("dataConsent") ?? completedAt(approach));
  const withdrawn = facts.dataTurns.findLast(({ kind }) => kind === "withdrawn");
  const missing =
    withdrawn && !(dataConsent === true && answeredAt && answeredAt > withdrawn.at)
      ? { because: "withdrawn" as const, since: withdrawn.at }
      : approach && answeredAt && (dataConsent === false || nobodySpeaks === true)
        ? {
            because: nobodySpeaks === true ? ("nobody-speaks" as const) : ("refused" as const),
            since: answeredAt,
          }
        : undefined;
  if (!missing) {
    return dataConsent === true ? { kind: "consented", proven: dataConsentProof === true } : { kind: "open" };
  }
  const named = facts.dataTurns.findLast(({ kind }) => kind === "grounded");
  return named?.kind === "grounded" && named.at >= missing.since
    ? { kind: "grounded", ground: named.ground, at: named.at }
    : { kind: "missing", ...missing };
}

/**
 * Whether a form of the case may only be read, since nothing allows to keep more. A laporan sosial an authority asked
 * for is written all the same. In the approach only consent itself may be answered anew.
 */
export function isHeld(form: FormId, facts: CaseFacts): boolean {
  if (dataStanding(facts).kind !== "missing") return false;
  return !(form === "assessment" && unwrittenReport(facts) !== undefined);
}

/** The questions of the approach by which consent is given after all; they are answered also while a case is held. */
export const consentKeys: readonly Key[] = ["guardianState", "speaksFor", "consentBy", "dataConsent"];
