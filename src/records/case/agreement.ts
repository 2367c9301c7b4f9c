import type { Path, Value } from "../../practice/form.js";
import type { Work } from "../people/work.js";
import { answersAsOf } from "./answers.js";
import { caseFor } from "./case.js";
import type { OpenRound } from "./openRound.js";
import { storedPaths } from "./storedPaths.js";

/**
 * The answers of a round as they were when the agreement at `path` was last given. Undefined where it was never
 * given, or still stands. Throws `NotAllowed`.
 */
export async function agreedBefore(
  work: Work,
  round: OpenRound,
  path: Path,
): Promise<ReadonlyMap<Path, Value> | undefined> {
  if (round.answers.has(path) || !round.revisions.has(path)) return undefined;
  await caseFor(work, round.case.id, "read");
  const tx = await work.tx();
  const stored = storedPaths(work.sealer, round.id, path);
  const last = await tx.answer.findFirst({
    where: { roundId: round.id, path: { in: stored }, value: { not: null } },
    orderBy: { revision: "desc" },
    select: { at: true },
  });
  if (last === null) return undefined;
  return (await answersAsOf(tx, work.sealer, round.id, last.at)).answers;
}
