/** What a later form knows of its case before its first question, read in conditions as `case.<fact>`. */
import type { Condition } from "../form.js";
import { is } from "./when.js";

/**
 * The facts that conditions read. Whoever begins or reopens a round hands all of them over in
 * `FormContext.facts`:
 * - `level`: the `level` answered in the approach form, one of `clientLevels`;
 * - `legal`: the `legal` answered in the approach form, a list of choices;
 * - `hasRequirements`: whether the organisation listed requirements to tick (boolean), so that a list that is
 *   not there is not asked about;
 * - `referralSent`: whether the referral this round describes has gone out (boolean). False while its letter is
 *   being written; true when the round is taken up again to note the answer, which opens its last questions.
 */
export const caseFacts = ["level", "legal", "hasRequirements", "referralSent"] as const;
export type CaseFact = (typeof caseFacts)[number];

/** The case serves one person or one family: body and mind, a genogram. */
export const servesFamily: Condition = is("case.level", "individual", "family");

/** The case serves a group or a community: actors, shared problems, no genogram. */
export const servesGroup: Condition = is("case.level", "group", "community");
