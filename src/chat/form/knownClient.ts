import { dateIn } from "../../practice/calendar.js";
import type { KnownClient } from "../../practice/help/help.js";
import type { Case } from "../../records/case/case.js";
import { actorOf } from "../../records/people/rights.js";
import type { Ctx } from "../telegram/context.js";

/** Who the client of a case is, by its approach. */
export function knownClientOf({ work }: Ctx, { rounds, answers }: Case): KnownClient {
  const approach = rounds.findLast(({ form }) => form === "approach");
  return {
    answers: answers.get(approach?.id ?? "") ?? new Map(),
    today: dateIn(actorOf(work).zone, work.now),
  };
}
