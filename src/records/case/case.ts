import { type CaseFacts, caseFacts, type Outcome, type RoundStatus } from "../../practice/caseFacts.js";
import type { ClientLevel, FormId, Path, Value } from "../../practice/form.js";
import { NotAllowed } from "../people/actor.js";
import { actorOf, type CaseRight, may } from "../people/rights.js";
import { parseRules, type Rules } from "../people/rules.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import type { Sealer } from "../storage/seal.js";
import { type AnswerRow, formIdOf, noAnswers, type RoundAnswers, readAnswers } from "./answers.js";
import {
  type CaseTurnRow,
  type CourseEntry,
  courseEntryOf,
  type Override,
  pendingRequest,
  type Request,
  type Turn,
} from "./course.js";

/** What becomes of a round: where a form stands, or out of the way. */
export type StoredStatus = RoundStatus | "discarded";

/** A round in the history of its case. */
export type RoundLine = {
  readonly id: string;
  readonly form: FormId;
  readonly formVersion: number;
  readonly sequence: number;
  readonly status: RoundStatus;
  /** Raised by every answer in it, and by every change of its case. */
  readonly version: number;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly submittedById: string | null;
  readonly decidedAt: Date | null;
  readonly decidedById: string | null;
  /** Sealed: what was asked to change, of the time before `CaseTurn`. */
  readonly comment: string | null;
  /** When its last correction began; null where it never was corrected. */
  readonly correctedAt: Date | null;
  /** That correction is not through yet. */
  readonly isCorrected: boolean;
};

/** A round as its row says, one that was thrown away among them. */
export type StoredRound = Omit<RoundLine, "status" | "correctedAt" | "isCorrected"> & {
  readonly status: StoredStatus;
};

/** A case itself. */
export type CaseHead = {
  readonly id: string;
  readonly code: string;
  /** Raised by every change of status, course, staffing or consent. */
  readonly version: number;
  readonly level: ClientLevel;
  readonly clientId: string;
  /** Sealed; null until the name was told. */
  readonly clientName: string | null;
  readonly organizationId: string;
  readonly workerId: string;
  readonly workerSupervisorId: string | null;
  /** Nobody who supervises the worker can be reached: an admin stands in for closings and reopenings. */
  readonly supervisorAbsent: boolean;
  readonly outcome: Outcome | null;
  readonly closedAt: Date | null;
  readonly reopenedAt: Date | null;
  readonly turns: readonly Turn[];
  readonly overrides: readonly Override[];
};

/** The organisation a case belongs to, as far as the rules of the case go. */
export type CaseOrganization = { readonly zone: string; readonly rules: Rules };

/**
 * A case with all that its rules look at: its rounds, what they were told, what it went through, and the facts that
 * follow. It is as one statement read it, and every change of it is made on the condition that it still is so
 * (`change.ts`).
 */
export type Case = {
  readonly case: CaseHead;
  readonly organization: CaseOrganization;
  /** Oldest first. */
  readonly rounds: readonly RoundLine[];
  /** Drafts that were thrown away: nothing looks at them, and their numbers are not given again. */
  readonly discarded: readonly StoredRound[];
  /** What each round was told, by its id; absent where nothing was. */
  readonly roundAnswers: ReadonlyMap<string, RoundAnswers>;
  readonly answers: ReadonlyMap<string, ReadonlyMap<Path, Value>>;
  /** What it went through, in order. */
  readonly course: readonly CourseEntry[];
  /** A closing or reopening that waits for the supervisor. */
  readonly request: Request | undefined;
  /** Deadlines ticked off by hand (`<key>:<anchor>`). */
  readonly fulfilled: ReadonlySet<string>;
  readonly facts: CaseFacts;
};

/** What a case is made of; the rest follows from it. */
export type CaseParts = Pick<Case, "organization" | "roundAnswers" | "course" | "fulfilled"> & {
  readonly head: Omit<CaseHead, "turns" | "overrides">;
  readonly rounds: readonly StoredRound[];
};

/** Puts a case together. */
export function caseOf({
  head,
  organization: home,
  rounds: kept,
  roundAnswers: given,
  course,
  fulfilled,
}: CaseParts): Case {
  const corrected = new Map(
    course.flatMap((entry) => (entry.kind === "correcting" ? [[entry.roundId, entry.at] as const] : [])),
  );
  const rounds = kept.filter(isStanding).map((round): RoundLine => {
    const correctedAt = corrected.get(round.id) ?? null;
    return { ...round, correctedAt, isCorrected: correctedAt !== null && round.status !== "approved" };
  });
  const turns = course.filter((entry) => entry.kind === "closed" || entry.kind === "reopened");
  const overrides = course.filter((entry) => entry.kind === "overridden");
  const dataTurns = course.filter((entry) => entry.kind === "withdrawn" || entry.kind === "grounded");
  const { outcome, closedAt, reopenedAt } = head;
  const closed = closedAt === null || outcome === null ? null : { outcome, at: closedAt };
  const records = rounds.map((round) => ({ ...round, ...(given.get(round.id) ?? noAnswers) }));
  return {
    case: { ...head, turns, overrides },
    organization: home,
    rounds,
    discarded: kept.filter((round) => !isStanding(round)),
    roundAnswers: given,
    answers: new Map([...given].map(([id, { answers }]) => [id, answers])),
    course,
    request: pendingRequest(course),
    fulfilled,
    facts: caseFacts(records, { closed, reopenedAt, overrides, dataTurns, fulfilled }),
  };
}

function isStanding(round: StoredRound): round is StoredRound & Pick<RoundLine, "status"> {
  return round.status !== "discarded";
}

/**
 * A case, for what the acting member wants of it. Loaded once in a piece of work, and its reading audited once.
 * Throws `NotAllowed`, also where there is none.
 */
export function caseFor(work: Work, caseId: string, right: CaseRight): Promise<Case> {
  return allowed(work, right, () => caseIn(work, caseId));
}

/** The case of a round, on the same terms. */
export function caseOfRound(work: Work, roundId: string, right: CaseRight): Promise<Case> {
  return allowed(work, right, async () => {
    const known = [...memoryOf(work).cases.values()].find(({ rounds }) => hasRound(rounds, roundId));
    return known ?? load(work, null, roundId);
  });
}

/** The case without asking for rights, for the bot's own recalculation. Undefined where there is no such case. */
export async function caseIn(work: Work, caseId: string): Promise<Case | undefined> {
  return memoryOf(work).cases.get(caseId) ?? load(work, caseId, null);
}

/** The case as this work has changed it. */
export function rememberCase(work: Work, changed: Case): void {
  memoryOf(work).cases.set(changed.case.id, changed);
}

/** Something of the case changed within this work: it is read again when asked for. */
export function forgetCase(work: Work, caseId: string): void {
  memoryOf(work).cases.delete(caseId);
}

/** A round of the case; throws `NotAllowed` where it is none of its. */
export function roundOf(subject: Case, roundId: string): RoundLine {
  const round = subject.rounds.find(({ id }) => id === roundId);
  if (round === undefined) throw new NotAllowed();
  return round;
}

async function allowed(work: Work, right: CaseRight, find: () => Promise<Case | undefined>): Promise<Case> {
  const actor = actorOf(work);
  const found = await find();
  if (found === undefined || !may(actor, found.case, right)) throw new NotAllowed();
  const { read } = memoryOf(work);
  if (!read.has(found.case.id)) {
    read.add(found.case.id);
    work.audit.push({ action: "case.read", subject: "case", subjectId: found.case.id });
  }
  return found;
}

type Memory = { readonly cases: Map<string, Case>; readonly read: Set<string> };

const memories = new WeakMap<object, Memory>();

function memoryOf(work: Work): Memory {
  const memory = memories.get(work.attempt) ?? { cases: new Map(), read: new Set() };
  memories.set(work.attempt, memory);
  return memory;
}

function hasRound(rounds: readonly RoundLine[], roundId: string): boolean {
  return rounds.some(({ id }) => id === roundId);
}

async function load(work: Work, caseId: string | null, roundId: string | null): Promise<Case | undefined> {
  const [row] = await statement<CaseRow>(await work.tx(), loadCase, [caseId, roundId]);
  if (row === undefined) return undefined;
  const loaded = caseOf(partsOf(work.sealer, row));
  rememberCase(work, loaded);
  return loaded;
}

function partsOf(sealer: Sealer, row: CaseRow): CaseParts {
  const { zone, rules, rounds, answers, course, ticked, ...head } = row;
  const byRound = new Map<string, AnswerRow[]>();
  for (const answer of answers.map(dated)) {
    const rows = byRound.get(answer.roundId);
    if (rows === undefined) byRound.set(answer.roundId, [answer]);
    else rows.push(answer);
  }
  return {
    head,
    organization: { zone, rules: parseRules(rules) },
    rounds: rounds.map((round) => ({
      ...round,
      form: formIdOf(round.form),
      startedAt: new Date(round.startedAt),
      submittedAt: dateOf(round.submittedAt),
      decidedAt: dateOf(round.decidedAt),
    })),
    roundAnswers: new Map([...byRound].map(([id, rows]) => [id, readAnswers(sealer, rows)])),
    course: course.map((turn) => courseEntryOf(sealer, head.id, dated(turn))),
    fulfilled: new Set(ticked),
  };
}

function dated<Row extends { readonly at: string }>(row: Row): Omit<Row, "at"> & { readonly at: Date } {
  return { ...row, at: new Date(row.at) };
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** Inside JSON a time is text. */
type InJson<Row> = { readonly [K in keyof Row]: Row[K] extends Date ? string : Row[K] };

type CaseRow = CaseParts["head"] & {
  readonly zone: string;
  readonly rules: unknown;
  readonly rounds: readonly (Omit<StoredRound, "form" | "startedAt" | "submittedAt" | "decidedAt"> & {
    readonly form: string;
    readonly startedAt: string;
    readonly submittedAt: string | null;
    readonly decidedAt: string | null;
  })[];
  readonly answers: readonly InJson<AnswerRow>[];
  readonly course: readonly InJson<CaseTurnRow>[];
  readonly ticked: readonly string[];
};

/** The case $1, or the case of the round $2: all of it on one snapshot. */
const loadCase = `-- prepared: loadCase
SELECT c."id", c."code", c."version", l."level", c."clientId", l."name" AS "clientName", c."organizationId",
  c."workerId", w."supervisorId" AS "workerSupervisorId",
  (s."id" IS NULL OR s."suspendedAt" IS NOT NULL OR sa."blockedAt" IS NOT NULL) AS "supervisorAbsent", c."outcome", c."closedAt", c."reopenedAt",
  o."timeZone" AS "zone", o."rules",
  (SELECT coalesce(json_agg(r ORDER BY r."startedAt", r."id"), '[]') FROM (
    SELECT "id", "form", "formVersion", "sequence", "status", "version", "startedAt", "submittedAt",
      "submittedById", "decidedAt", "decidedById", "comment"
    FROM "Round" WHERE "caseId" = c."id") r) AS "rounds",
  (SELECT coalesce(json_agg(a), '[]') FROM (
    SELECT DISTINCT ON (a."roundId", a."path")
      a."id", a."roundId", a."path", a."revision", a."value", a."memberId", a."at"
    FROM "Answer" a JOIN "Round" r ON r."id" = a."roundId"
    WHERE r."caseId" = c."id"
    ORDER BY a."roundId", a."path", a."revision" DESC) a) AS "answers",
  (SELECT coalesce(json_agg(t ORDER BY t."number"), '[]') FROM (
    SELECT "number", "kind", "outcome", "form", "roundId", "part", "ground", "day", "fromId", "toId",
      "memberId", "at", "reason", "sealedAt"
    FROM "CaseTurn" WHERE "caseId" = c."id") t) AS "course",
  (SELECT coalesce(json_agg(d."key" || ':' || d."anchor"), '[]') FROM "Deadline" d
    WHERE d."caseId" = c."id" AND d."tickedById" IS NOT NULL) AS "ticked"
FROM "Case" c
JOIN "Member" w ON w."id" = c."workerId"
LEFT JOIN "Member" s ON s."id" = w."supervisorId"
LEFT JOIN "Account" sa ON sa."id" = s."accountId"
JOIN "Client" l ON l."id" = c."clientId"
JOIN "Organization" o ON o."id" = c."organizationId"
WHERE c."id" = coalesce($1::text, (SELECT "caseId" FROM "Round" WHERE "id" = $2::text))`;
