import { type FormId, formIds, type Path, type Value } from "../../practice/form.js";
import { type AnswerOrigin, answerOrigins } from "../people/work.js";
import { statement } from "../storage/connections.js";
import type { CellAddress, Sealer, Unreadable } from "../storage/seal.js";
import type { Tx } from "../storage/tx.js";
import { wordOf } from "../storage/vocabulary.js";
import { openedPath } from "./storedPaths.js";

/** The newest revision of an answer: its number, who gave it and when, and whether a service had it first. */
export type Revision = {
  readonly number: number;
  readonly memberId: string;
  readonly at: Date;
  readonly origin: AnswerOrigin | null;
};

/** The current answers of one round, read from the newest revision of each path. */
export type RoundAnswers = {
  /** The answers, decrypted. A retracted answer is absent. */
  readonly answers: ReadonlyMap<Path, Value>;
  /** The newest revision of every path that was ever answered, retracted ones included. */
  readonly revisions: ReadonlyMap<Path, Revision>;
  /** Answers that exist and cannot be decrypted: path → the reference under which the log names them. */
  readonly unreadable: ReadonlyMap<Path, string>;
};

/** One revision of an answer, a row of the table `Answer`. */
export type AnswerRow = {
  readonly id: string;
  readonly roundId: string;
  /** As it is stored (`storedPaths.ts`). */
  readonly path: string;
  readonly revision: number;
  /** Sealed JSON; null when retracted. */
  readonly value: string | null;
  readonly memberId: string;
  readonly origin: string | null;
  readonly at: Date;
};

/** The answers of a round that has none. */
export const noAnswers: RoundAnswers = { answers: new Map(), revisions: new Map(), unreadable: new Map() };

/**
 * Decrypts the rows of one round, one row for each stored path. While a key is rotated a path may be stored in two ways:
 * the newest revision counts. A value that cannot be decrypted is listed in `unreadable`, so that the rest of the case
 * stays usable.
 */
export function readAnswers(sealer: Sealer, rows: readonly AnswerRow[]): RoundAnswers {
  const answers = new Map<Path, Value>();
  const revisions = new Map<Path, Revision>();
  const unreadable = new Map<Path, string>();
  for (const row of rows) {
    const path = openedPath(sealer, row.roundId, row.path);
    if ((revisions.get(path)?.number ?? 0) > row.revision) continue;
    const origin = row.origin === null ? null : wordOf(answerOrigins, row.origin, "Answer.origin");
    revisions.set(path, { number: row.revision, memberId: row.memberId, at: row.at, origin });
    answers.delete(path);
    unreadable.delete(path);
    if (row.value === null) continue;
    const opened = openedValue(sealer, row.value, answerCell({ ...row, path }));
    if ("value" in opened) answers.set(path, opened.value);
    else unreadable.set(path, opened.unreadable);
  }
  return { answers, revisions, unreadable };
}

/** A value that was opened, and where it was sealed for. */
type Opened = { readonly row: string; readonly rowInV1: string | undefined; readonly value: Value };

/** How many opened values are kept in memory: about 4 MB. */
const mostOpened = 10_000;

const openedBySealer = new WeakMap<Sealer, Map<string, Opened>>();

/**
 * What a sealed answer says. A case is loaded again and again while one of its forms is filled in, and what is sealed says
 * the same for ever: it is opened once. At another place it does not open, whatever is kept of it.
 */
function openedValue(sealer: Sealer, sealed: string, cell: CellAddress): Opened | Unreadable {
  const opened = openedBySealer.get(sealer) ?? new Map<string, Opened>();
  openedBySealer.set(sealer, opened);
  const known = opened.get(sealed);
  if (known !== undefined && known.row === cell.row && known.rowInV1 === cell.rowInV1) return known;
  const json = sealer.read(sealed, cell);
  if (typeof json !== "string") return json;
  if (opened.size >= mostOpened) opened.clear();
  const made = { row: cell.row, rowInV1: cell.rowInV1, value: JSON.parse(json) as Value };
  opened.set(sealed, made);
  return made;
}

/** The cell an answer is sealed for: its round, path (read) and revision. A row copied to another place does not open. */
export function answerCell(
  row: Pick<AnswerRow, "id" | "roundId" | "revision"> & { readonly path: Path },
): CellAddress {
  return {
    table: "Answer",
    column: "value",
    row: `${row.roundId}.${row.path}.${row.revision}`,
    rowInV1: row.id,
  };
}

/** The answers of a round as they were at a moment. */
export async function answersAsOf(
  tx: Tx,
  sealer: Sealer,
  roundId: string,
  until: Date,
): Promise<RoundAnswers> {
  return readAnswers(sealer, await statement<AnswerRow>(tx, answersAsOfSql, [roundId, until]));
}

const answersAsOfSql = `-- prepared: answersAsOf
SELECT DISTINCT ON ("path") "id", "roundId", "path", "revision", "value", "memberId", "origin", "at"
FROM "Answer" WHERE "roundId" = $1 AND "at" <= $2
ORDER BY "path", "revision" DESC`;

/** A stored form id, checked. Throws `UnknownWord`. */
export function formIdOf(word: string): FormId {
  return wordOf(formIds, word, "Round.form");
}
