import { type FormId, formIds, type Path, type Value } from "../../practice/form.js";
import type { Sealer } from "../storage/seal.js";
import type { Tx } from "../storage/tx.js";
import { wordOf } from "../storage/vocabulary.js";

/** The newest revision of an answer: which one, whose, since when. */
export type Revision = { readonly number: number; readonly memberId: string; readonly at: Date };

/**
 * The newest revision of every path of a round, opened; with `until`, as it was then. A retracted answer is absent,
 * its revision is not.
 */
export async function currentAnswers(
  tx: Tx,
  sealer: Sealer,
  roundId: string,
  until?: Date,
): Promise<{ answers: Map<Path, Value>; revisions: Map<Path, Revision> }> {
  const rows = await tx.answer.findMany({
    where: { roundId, ...(until === undefined ? {} : { at: { lte: until } }) },
    orderBy: [{ path: "asc" }, { revision: "desc" }],
    distinct: ["path"],
  });
  const answers = new Map<Path, Value>();
  const revisions = new Map<Path, Revision>();
  for (const row of rows) {
    revisions.set(row.path, { number: row.revision, memberId: row.memberId, at: row.at });
    if (row.value === null) continue;
    const json = sealer.open(row.value, { table: "Answer", column: "value", row: row.id });
    answers.set(row.path, JSON.parse(json) as Value);
  }
  return { answers, revisions };
}

export function formIdOf(word: string): FormId {
  return wordOf(formIds, word, "Round.form");
}
