/** When the client was last met or spoken to, as the forms that count tell it. */
import { type CaseFacts, isComplete, type Round } from "./caseFacts.js";
import type { LocalDate } from "./form.js";

/**
 * The last day of contact: of the first contact, a session, an evaluation or an aftercare visit. Undefined before the
 * first of them counts.
 */
export function lastContactOf({ rounds }: CaseFacts): LocalDate | undefined {
  const days = [
    ...dayOf(rounds.approach, ({ contactDate }) => contactDate),
    ...dayOf(rounds.session, ({ date }) => date),
    ...dayOf(rounds.evaluation, ({ date }) => date),
    ...dayOf(rounds.aftercare, ({ date }) => date),
  ];
  return days.sort().at(-1);
}

function dayOf<R extends Round>(
  rounds: readonly R[],
  read: (facts: R["facts"]) => LocalDate | undefined,
): LocalDate[] {
  return rounds.filter(isComplete).flatMap(({ facts }) => read(facts) ?? []);
}
