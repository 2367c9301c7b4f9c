import { outcomes } from "../../practice/caseFacts.js";
import { factReaders } from "../../practice/facts.js";
import type { FormId, Path, Value } from "../../practice/form.js";
import { isDanger } from "../../practice/forms/vocabulary.js";
import type { DatedCase, DatedEvent, DatedRound, DatedTurn } from "../../practice/reports/dated.js";
import { reportKeys } from "../../practice/reports/reportLine.js";
import { answerCell, formIdOf } from "../case/answers.js";
import type { StoredStatus } from "../case/case.js";
import { type CaseTurnRow, courseEntryOf } from "../case/course.js";
import { storedPaths } from "../case/storedPaths.js";
import { statement } from "../storage/connections.js";
import { deadlineKeyOf } from "../storage/deadlineKinds.js";
import { isSealed, type Sealer } from "../storage/seal.js";
import type { Tx } from "../storage/tx.js";
import { wordOf } from "../storage/vocabulary.js";

/**
 * Cases with their dated record, for the figures of a report: of their answers only those that figures are made of are
 * read and decrypted, with every revision up to `until`. Among what a figure is made of are no words that
 * anybody wrote. The caller has checked the permission.
 */
export async function datedCases(
  tx: Tx,
  sealer: Sealer,
  caseIds: readonly string[],
  until: Date,
): Promise<readonly DatedCase[]> {
  const heads = await statement<HeadRow>(tx, selectHeads, [caseIds]);
  const rounds = await statement<RoundRow>(tx, selectRounds, [caseIds, until]);
  const turns = await statement<TurnRow>(tx, selectTurns, [caseIds]);
  const events = await eventsOf(tx, rounds);
  const answers = await answersOf(tx, sealer, rounds, until);
  const ticks = await statement<TickRow>(tx, selectTicks, [caseIds]);
  const dangers = await statement<DangerLine>(tx, selectDangers, [caseIds]);
  const taken = await statement<TakenRow>(tx, selectTaken, [caseIds]);
  const [roundsOf, turnsOf, ticksOf, dangersOf, takenOf] = [
    byCase(rounds),
    byCase(turns),
    byCase(ticks),
    byCase(dangers),
    byCase(taken),
  ];
  return heads.map(({ id, openedAt, closedAt, erasedAt, workerId }) => ({
    openedAt,
    erasedAt,
    workerId,
    rounds: (roundsOf.get(id) ?? []).map(
      (row): DatedRound => ({
        id: row.id,
        form: formIdOf(row.form),
        sequence: row.sequence,
        startedAt: row.startedAt,
        events: events.get(row.id) ?? storedEvents(row),
        answers: answers.get(row.id) ?? new Map(),
      }),
    ),
    turns:
      erasedAt === null
        ? (turnsOf.get(id) ?? []).flatMap((row) => turnOf(sealer, id, row) ?? [])
        : // Its history was erased with it; that it is over is known of its row.
          [{ kind: "closed", at: closedAt ?? erasedAt, outcome: "erased" }],
    ticks: (ticksOf.get(id) ?? []).map(({ key, anchor, at, handedOverAt }) => ({
      identity: `${deadlineKeyOf(sealer, key)}:${anchor}`,
      at,
      handedOverAt: handedOverAt ?? at,
    })),
    dangers: (dangersOf.get(id) ?? []).flatMap((row) => dangerOf(sealer, row) ?? []),
    takenOver: (takenOf.get(id) ?? []).map(({ at }) => at),
  }));
}

/** What happened to each round, as the audit has it. Of one that was never sent its row says the same. */
async function eventsOf(tx: Tx, rounds: readonly RoundRow[]): Promise<ReadonlyMap<string, DatedEvent[]>> {
  const moved = rounds.filter(({ isPlain }) => !isPlain).map(({ id }) => id);
  if (moved.length === 0) return new Map();
  const rows = await statement<EventRow>(tx, selectEvents, [moved, stepActions]);
  const events = new Map<string, DatedEvent[]>();
  for (const { roundId, action, status, at } of rows) {
    const kind =
      action === "round.submitted" ? "sent" : /approved|returned/.test(action) ? "decided" : "moved";
    const event = { at, kind, status: wordOf(storedStatuses, status, "AuditEvent.detail") } as const;
    const known = events.get(roundId);
    if (known === undefined) events.set(roundId, [event]);
    else known.push(event);
  }
  return events;
}

/** What a row alone tells of its history. */
function storedEvents({ status, submittedAt, decidedAt }: RoundRow): DatedEvent[] {
  const now = wordOf(storedStatuses, status, "Round.status");
  return [
    ...(submittedAt === null ? [] : [{ at: submittedAt, kind: "sent", status: "submitted" } as const]),
    ...(decidedAt === null ? [] : [{ at: decidedAt, kind: "decided", status: now } as const]),
  ];
}

/** The revisions of the answers that figures are made of, oldest first, by round and path. */
async function answersOf(
  tx: Tx,
  sealer: Sealer,
  rounds: readonly RoundRow[],
  until: Date,
): Promise<ReadonlyMap<string, DatedRound["answers"]>> {
  const wanted = new Map<string, { readonly roundId: string; readonly path: Path }>();
  for (const { id: roundId, form } of rounds) {
    for (const path of wantedPaths(formIdOf(form))) {
      for (const stored of storedPaths(sealer, roundId, path))
        wanted.set(`${roundId} ${stored}`, { roundId, path });
    }
  }
  const rows = await statement<AnswerLine>(tx, selectAnswers, [
    rounds.map(({ id }) => id),
    [...new Set([...wanted.keys()].map((key) => key.slice(key.indexOf(" ") + 1)))],
    until,
  ]);
  const answers = new Map<string, Map<Path, { at: Date; value: Value | undefined }[]>>();
  for (const row of rows) {
    const found = wanted.get(`${row.roundId} ${row.path}`);
    if (found === undefined) continue;
    const { roundId, path } = found;
    const ofRound = answers.get(roundId) ?? new Map<Path, { at: Date; value: Value | undefined }[]>();
    answers.set(roundId, ofRound);
    const history = ofRound.get(path) ?? [];
    ofRound.set(path, history);
    const json = row.value === null ? undefined : sealer.read(row.value, answerCell({ ...row, path }));
    // What does not open is as if it had not been answered: the log names it.
    history.push({ at: row.at, value: typeof json === "string" ? (JSON.parse(json) as Value) : undefined });
  }
  return answers;
}

/** The answers of a form that figures are made of. */
function wantedPaths(form: FormId): readonly Path[] {
  return [...factReaders[form].reads, ...(reportKeys[form] ?? [])];
}

/** An event in the history of a case; undefined for one that changes no figure. */
function turnOf(sealer: Sealer, caseId: string, row: TurnRow): DatedTurn | undefined {
  const entry = courseEntryOf(sealer, caseId, row);
  const { at } = entry;
  switch (entry.kind) {
    case "closed":
      return { kind: "closed", at, outcome: wordOf(outcomes, entry.outcome, "CaseTurn.outcome") };
    case "reopened":
    case "restricted":
    case "restriction-lifted":
    case "withdrawn":
      return { kind: entry.kind, at };
    case "grounded":
      return { kind: "grounded", at, ground: entry.ground };
    case "closing-asked":
    case "reopening-asked":
      return { kind: "asked", at };
    case "refused":
    case "request-withdrawn":
      return { kind: "request-ended", at };
    case "correcting":
      return { kind: "correcting", at, roundId: entry.roundId };
    case "reassigned":
      return { kind: "reassigned", at, fromId: entry.fromId, toId: entry.toId };
    default:
      return undefined;
  }
}

/** A danger to the client; undefined for one to the worker, or one that does not open. */
function dangerOf(
  sealer: Sealer,
  { id, whom, kinds, at }: DangerLine,
): DatedCase["dangers"][number] | undefined {
  const read = (stored: string, column: string) => sealer.read(stored, { table: "Danger", column, row: id });
  // Earlier versions wrote in clear whose life it is about.
  if ((isSealed(whom) ? read(whom, "whom") : whom) !== "client") return undefined;
  const json = read(kinds, "kinds");
  const opened: unknown = typeof json === "string" ? JSON.parse(json) : undefined;
  if (!Array.isArray(opened)) return undefined;
  return { at, kinds: opened.filter((kind) => typeof kind === "string" && isDanger(kind)) };
}

function byCase<Row extends { readonly caseId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const known = grouped.get(row.caseId);
    if (known === undefined) grouped.set(row.caseId, [row]);
    else known.push(row);
  }
  return grouped;
}

/** What moves a round from one status to another, in the order in which it goes on. */
const stepActions = [
  "submitted",
  "approved",
  "returned",
  "taken-up",
  "taken-back",
  "correction-dropped",
  "discarded",
].map((step) => `round.${step}`);

const storedStatuses: readonly StoredStatus[] = ["draft", "submitted", "returned", "approved", "discarded"];

type HeadRow = {
  readonly id: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly erasedAt: Date | null;
  readonly workerId: string;
};
type RoundRow = {
  readonly caseId: string;
  readonly id: string;
  readonly form: string;
  readonly sequence: number;
  readonly status: string;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly isPlain: boolean;
};
type TurnRow = CaseTurnRow & { readonly caseId: string };
type EventRow = {
  readonly roundId: string;
  readonly action: string;
  readonly status: string;
  readonly at: Date;
};
type AnswerLine = {
  readonly id: string;
  readonly roundId: string;
  readonly path: string;
  readonly revision: number;
  readonly value: string | null;
  readonly at: Date;
};
type TickRow = {
  readonly caseId: string;
  readonly key: string;
  readonly anchor: string;
  readonly at: Date;
  readonly handedOverAt: Date | null;
};
type DangerLine = {
  readonly caseId: string;
  readonly id: string;
  readonly whom: string;
  readonly kinds: string;
  readonly at: Date;
};
type TakenRow = { readonly caseId: string; readonly at: Date };

const selectHeads = `-- prepared: reportHeads
SELECT "id", "openedAt", "closedAt", "erasedAt", "workerId" FROM "Case" WHERE "id" = ANY ($1) ORDER BY "id"`;

/** Plain is a round whose row tells all of its history: one that was never sent, and not discarded. */
const selectRounds = `-- prepared: reportRounds
SELECT r."caseId", r."id", r."form", r."sequence", r."status", r."startedAt", r."submittedAt", r."decidedAt",
  r."submittedAt" IS NULL AND r."status" <> 'discarded' AS "isPlain"
FROM "Round" r WHERE r."caseId" = ANY ($1) AND r."startedAt" <= $2
ORDER BY r."caseId", r."startedAt", r."id"`;

const selectTurns = `-- prepared: reportTurns
SELECT "caseId", "number", "content", "roundId", "fromId", "toId", "memberId", "at", NULL AS "reason", "sealedAt"
FROM "CaseTurn" WHERE "caseId" = ANY ($1) ORDER BY "caseId", "number"`;

/** What was done at the same moment comes in the order in which a round goes on. */
const selectEvents = `-- prepared: reportEvents
SELECT "subjectId" AS "roundId", "action", "detail" ->> 'status' AS "status", "at" FROM "AuditEvent"
WHERE "subject" = 'round' AND "subjectId" = ANY ($1) AND "detail" ? 'status' AND "action" = ANY ($2)
ORDER BY "at", array_position($2::text[], "action"), "id"`;

const selectAnswers = `-- prepared: reportAnswers
SELECT "id", "roundId", "path", "revision", "value", "at" FROM "Answer"
WHERE "roundId" = ANY ($1) AND "path" = ANY ($2) AND "at" <= $3 ORDER BY "roundId", "path", "revision"`;

const selectTicks = `-- prepared: reportTicks
SELECT "caseId", "key", "anchor", coalesce("doneAt", "handedOverAt") AS "at", "handedOverAt" FROM "Deadline"
WHERE "caseId" = ANY ($1) AND "tickedById" IS NOT NULL AND coalesce("doneAt", "handedOverAt") IS NOT NULL`;

const selectDangers = `-- prepared: reportDangers
SELECT "caseId", "id", "whom", "kinds", "notedAt" AS "at" FROM "Danger" WHERE "caseId" = ANY ($1) ORDER BY "notedAt"`;

const selectTaken = `-- prepared: reportTaken
SELECT "caseId", "decidedAt" AS "at" FROM "Transfer"
WHERE "caseId" = ANY ($1) AND "status" = 'accepted' AND "decidedAt" IS NOT NULL ORDER BY "decidedAt"`;
