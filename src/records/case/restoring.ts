import type { FormContext, Path, Value } from "../../practice/form.js";
import { type LastAnswer, restorable } from "../../practice/restore.js";
import { NotAllowed } from "../people/actor.js";
import { actorOf, may } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import { type AnswerRow, readAnswers } from "./answers.js";
import type { OpenRound } from "./openRound.js";
import { openedPath } from "./storedPaths.js";

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
  const gone = new Set(
    [...round.revisions.keys()].filter((path) => !round.answers.has(path) && isMeant(path)),
  );
  const rows = await statement<AnswerRow>(await work.tx(), everyRevision, [round.id]);
  const was = readAnswers(work.sealer, lastTakenBack(work, rows, gone));
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
function lastTakenBack(work: Work, rows: readonly AnswerRow[], gone: ReadonlySet<Path>): AnswerRow[] {
  const read = rows.map((row) => {
    const path = openedPath(work.sealer, row.roundId, row.path);
    return { row, path, list: path.split(".")[0] };
  });
  const given = read.filter(({ row }) => row.value !== null);
  const last = new Map(given.map((one) => [one.path, one]));
  return [...last.values()].flatMap(({ row, path, list }) => {
    const next = read.find((one) => one.path === path && one.row.revision === row.revision + 1);
    if (next === undefined || !gone.has(path)) return [];
    const at = next.row.at.getTime();
    return given.some((cause) => cause.row.at.getTime() === at && cause.list !== list) ? [row] : [];
  });
}

const everyRevision = `-- prepared: everyRevision
SELECT "id", "roundId", "path", "revision", "value", "memberId", "origin", "at"
FROM "Answer" WHERE "roundId" = $1 ORDER BY "revision"`;
