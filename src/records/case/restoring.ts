import type { FormContext, Path, Value } from "../../practice/form.js";
import { type LastAnswer, restorable } from "../../practice/restore.js";
import { NotAllowed } from "../people/actor.js";
import { actorOf, may } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import { type AnswerRow, readAnswers } from "./answers.js";
import type { OpenRound } from "./openRound.js";

/**
 * Answers that were retracted by a change of another answer and may be restored, in the order of the form. Only paths
 * for which `isMeant` is true. The round was opened by the acting member. Throws `NotAllowed`.
 */
export async function restorableIn(
  work: Work,
  round: OpenRound,
  context: FormContext,
  isMeant: (path: Path) => boolean,
): Promise<ReadonlyMap<Path, Value>> {
  if (!may(actorOf(work), round.case, "read")) throw new NotAllowed();
  const gone = [...round.revisions.keys()].filter((path) => !round.answers.has(path) && isMeant(path));
  const rows = await statement<AnswerRow>(await work.tx(), lastTakenBack, [round.id, gone]);
  const was = readAnswers(work.sealer, rows);
  const given = new Map<Path, LastAnswer>();
  for (const { answers, revisions } of [round, was]) {
    for (const [path, value] of answers) {
      const revision = revisions.get(path);
      if (revision !== undefined) given.set(path, { value, at: revision.at });
    }
  }
  const paths = restorable(round.form, round.answers, context, given);
  return new Map(paths.flatMap((path) => entryOf(path, given)));
}

function entryOf(path: Path, given: ReadonlyMap<Path, LastAnswer>): [Path, Value][] {
  const last = given.get(path);
  return last === undefined ? [] : [[path, last.value]];
}

/**
 * The last answers at paths that were retracted by an answer to another question, which has the same time. An item
 * removed from its list was retracted by that list itself and is left out.
 */
const lastTakenBack = `-- prepared: lastTakenBack
SELECT "id", "roundId", "path", "revision", "value", "memberId", "origin", "at"
FROM (
  SELECT DISTINCT ON ("path") * FROM "Answer"
  WHERE "roundId" = $1 AND "path" = ANY($2::text[]) AND "value" IS NOT NULL
  ORDER BY "path", "revision" DESC
) AS "last"
WHERE EXISTS (
  SELECT 1 FROM "Answer" AS "gone" JOIN "Answer" AS "cause"
    ON "cause"."roundId" = "gone"."roundId" AND "cause"."at" = "gone"."at" AND "cause"."value" IS NOT NULL
    AND split_part("cause"."path", '.', 1) <> split_part("gone"."path", '.', 1)
  WHERE "gone"."roundId" = "last"."roundId" AND "gone"."path" = "last"."path"
    AND "gone"."revision" = "last"."revision" + 1
)`;
