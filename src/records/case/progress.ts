import { dateIn } from "../../practice/calendar.js";
import { type CaseFacts, caseFacts, type RoundRecord, type RoundStatus } from "../../practice/caseFacts.js";
import type { DayCount } from "../../practice/deadline.js";
import type { ClientLevel, FormId, Path, Value } from "../../practice/form.js";
import { type Actor, NotAllowed } from "../people/actor.js";
import { dayCount } from "../people/holidays.js";
import { actorOf, mayWork } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { Sealer } from "../storage/seal.js";
import type { Tx } from "../storage/tx.js";
import { formIdOf } from "./answers.js";
import { type Override, overridesOf, type Turn, turnsOf } from "./course.js";

/** A round in the history of its case. */
export type RoundLine = {
  readonly id: string;
  readonly form: FormId;
  readonly sequence: number;
  readonly status: RoundStatus;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly submittedById: string | null;
  readonly decidedAt: Date | null;
  readonly decidedById: string | null;
};

/** How far a case is: its own facts, its rounds, and what the rules of a case look at. */
export type Progress = {
  readonly case: {
    readonly id: string;
    readonly code: string;
    readonly level: ClientLevel;
    readonly clientId: string;
    readonly organizationId: string;
    readonly workerId: string;
    readonly workerSupervisorId: string | null;
    readonly overrides: readonly Override[];
    readonly turns: readonly Turn[];
  };
  /** Oldest first. */
  readonly rounds: readonly RoundLine[];
  readonly answers: ReadonlyMap<string, ReadonlyMap<Path, Value>>;
  readonly facts: CaseFacts;
};

/** Reads how far a case is, for whoever may work on it; the reading is audited. Throws `NotAllowed`. */
export async function progressOf(work: Work, caseId: string): Promise<Progress> {
  const actor = actorOf(work);
  const progress = await progressIn(await work.tx(), work.sealer, caseId);
  if (progress === undefined || !mayWork(actor, progress.case)) throw new NotAllowed();
  work.audit.push({ action: "case.read", subject: "case", subjectId: caseId });
  return progress;
}

/** The same without asking for rights, for the bot's own reckoning. Undefined where there is no such case. */
export async function progressIn(tx: Tx, sealer: Sealer, caseId: string): Promise<Progress | undefined> {
  const row = await tx.case.findUnique({
    where: { id: caseId },
    include: {
      worker: { select: { supervisorId: true } },
      client: { select: { level: true } },
      rounds: { orderBy: [{ startedAt: "asc" }, { id: "asc" }] },
    },
  });
  if (row === null) return undefined;
  const given = await answersOf(tx, sealer, caseId);
  const rounds = row.rounds.map((round): RoundLine => lineOf(round));
  const records = rounds.map((round): RoundRecord => {
    const { answers, revisions } = given.get(round.id) ?? none;
    return { ...round, answers, revisions };
  });
  const overrides = overridesOf(sealer, row);
  const ticked = await tx.deadline.findMany({
    where: { caseId, tickedById: { not: null } },
    select: { key: true, anchor: true },
  });
  const fulfilled = new Set(ticked.map(({ key, anchor }) => `${key}:${anchor}`));
  const closed =
    row.closedAt === null || row.outcome === null ? null : { outcome: row.outcome, at: row.closedAt };
  return {
    case: {
      id: row.id,
      code: row.code,
      level: row.client.level,
      clientId: row.clientId,
      organizationId: row.organizationId,
      workerId: row.workerId,
      workerSupervisorId: row.worker.supervisorId,
      overrides,
      turns: turnsOf(sealer, row),
    },
    rounds,
    answers: new Map([...given].map(([id, { answers }]) => [id, answers])),
    facts: caseFacts(records, { closed, reopenedAt: row.reopenedAt, overrides, fulfilled }),
  };
}

/** How the acting member's organisation counts days. */
export function dayCountOf(actor: Actor): DayCount {
  return dayCount(actor.zone, actor.rules.calendar);
}

/** Today where the acting member's organisation is. */
export function todayOf(work: Work): string {
  return dateIn(actorOf(work).zone, work.now);
}

type Given = { answers: Map<Path, Value>; revisions: Map<Path, { at: Date }> };
const none: Given = { answers: new Map(), revisions: new Map() };

/** The newest revision of every answer of a case, opened, by round. */
async function answersOf(tx: Tx, sealer: Sealer, caseId: string): Promise<ReadonlyMap<string, Given>> {
  const rows = await tx.$queryRaw<
    { id: string; roundId: string; path: string; value: string | null; at: Date }[]
  >`
    SELECT DISTINCT ON (a."roundId", a."path") a."id", a."roundId", a."path", a."value", a."at"
    FROM "Answer" a JOIN "Round" r ON r."id" = a."roundId"
    WHERE r."caseId" = ${caseId}
    ORDER BY a."roundId", a."path", a."revision" DESC`;
  const given = new Map<string, Given>();
  for (const row of rows) {
    const round = given.get(row.roundId) ?? { answers: new Map(), revisions: new Map() };
    given.set(row.roundId, round);
    round.revisions.set(row.path, { at: row.at });
    if (row.value === null) continue;
    const json = sealer.open(row.value, { table: "Answer", column: "value", row: row.id });
    round.answers.set(row.path, JSON.parse(json) as Value);
  }
  return given;
}

function lineOf(row: {
  id: string;
  form: string;
  sequence: number;
  status: RoundStatus;
  startedAt: Date;
  submittedAt: Date | null;
  submittedById: string | null;
  decidedAt: Date | null;
  decidedById: string | null;
}): RoundLine {
  const { id, sequence, status, startedAt, submittedAt, submittedById, decidedAt, decidedById } = row;
  const form = formIdOf(row.form);
  return { id, form, sequence, status, startedAt, submittedAt, submittedById, decidedAt, decidedById };
}
