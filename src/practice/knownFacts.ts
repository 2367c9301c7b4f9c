/** What a later form knows of its case before its first question, read in conditions and dates as `case.<fact>`. */

/**
 * The facts that conditions and dates read. Whoever begins or reopens a round hands all of them over in
 * `FormContext.facts`; one that is not known is left out:
 * - `level`: the `level` answered in the approach form, one of `clientLevels`;
 * - `legal`: the `legal` answered in the approach form, a list of choices;
 * - `guardianState`: what the approach form says of a child's guardian; left out where the client is no child;
 * - `contactDate`: the day of first contact;
 * - `plannedOn`: the day the plan in force was begun;
 * - `closedOn`: the day the case was closed;
 * - `dataGround`: whether the supervisor named a legal ground other than consent for keeping personal data
 *   (UU 27/2022 Pasal 20 ayat (2) huruf b to f; boolean);
 * - `hasRequirements`: whether the organisation listed requirements to tick (boolean), so that a list that is
 *   not there is not asked about;
 * - `referralSent`: whether the referral this round describes has gone out (boolean). False while its letter is
 *   being written; true when the round is taken up again to note the answer, which opens its last questions.
 */
export const caseFactKeys = [
  "level",
  "legal",
  "guardianState",
  "contactDate",
  "plannedOn",
  "closedOn",
  "dataGround",
  "hasRequirements",
  "referralSent",
] as const;

/** A fact of a case that conditions and dates read. */
export type CaseFact = (typeof caseFactKeys)[number];

/** Whether a word names such a fact. */
export function isCaseFact(word: string): word is CaseFact {
  return caseFactKeys.some((fact) => fact === word);
}
