/**
 * The legal ground on which a case keeps personal data (UU 27/2022 Pasal 20 ayat (2)). If consent is refused or
 * withdrawn, another ground must be named, or the case stops. Until then it is read-only.
 */
import { type CaseFacts, completedAt, latestComplete } from "./caseFacts.js";
import type { FormId, Key } from "./form.js";
import type { LegalGround } from "./legalGrounds.js";
import { unwrittenReport } from "./statutoryReport.js";

/** Why there is no ground: consent was refused or withdrawn, or nobody may consent for the child. */
export type Missing = "refused" | "withdrawn" | "nobody-speaks";

/** The legal ground of a case's data. */
export type DataStanding =
  /** The approach is not sent yet: consent was not asked, or may still be answered otherwise. */
  | { readonly kind: "open" }
  /** `proven` is false where the proof of consent is missing (Pasal 22 ayat (1), 24). */
  | { readonly kind: "consented"; readonly proven: boolean }
  | { readonly kind: "grounded"; readonly ground: LegalGround; readonly at: Date }
  | { readonly kind: "missing"; readonly because: Missing; readonly since: Date };

/** The current legal ground of a case. The latest event counts. */
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
 * Whether a form is read-only because no legal ground allows to keep more. A laporan sosial requested by an authority
 * is written all the same. In the approach only the questions about consent stay open.
 */
export function isHeld(form: FormId, facts: CaseFacts): boolean {
  if (dataStanding(facts).kind !== "missing") return false;
  return !(form === "assessment" && unwrittenReport(facts) !== undefined);
}

/** The questions about consent in the approach, which stay open without a legal ground. */
export const consentKeys: readonly Key[] = ["guardianState", "speaksFor", "consentBy", "dataConsent"];
