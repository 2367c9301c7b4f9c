import { type CaseFacts, caseFacts, type Outcome, type RoundStatus } from "../../practice/caseFacts.js";
import { type ClientLevel, clientLevels, type FormId, type Path, type Value } from "../../practice/form.js";
import { NotAllowed } from "../people/actor.js";
import { actorOf, type CaseRight, may, refused } from "../people/rights.js";
import { parseRules, type Rules } from "../people/rules.js";
import { supervisorIsAbsent } from "../people/team.js";
import { keptIn, type Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import { deadlineKeyOf } from "../storage/deadlineKinds.js";
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

/** The status of a round in the database. A discarded draft takes no part in the case any more. */
export type StoredStatus = RoundStatus | "discarded";

/** A round in the history of its case. */
export type RoundLine = {
  readonly id: string;
  readonly form: FormId;
  readonly formVersion: number;
  readonly sequence: number;
  readonly status: RoundStatus;
  /** Raised by every answer in the round, and by every change of its case. */
  readonly version: number;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly submittedById: string | null;
  readonly decidedAt: Date | null;
  readonly decidedById: string | null;
  /** Sealed. The comments of rounds decided before `CaseTurn` existed. */
  readonly comment: string | null;
  /** When its last correction began; null where it was never corrected. */
  readonly correctedAt: Date | null;
  /** The last correction is not approved yet. */
  readonly isCorrected: boolean;
};

/** A round as stored, discarded drafts included. */
export type StoredRound = Omit<RoundLine, "status" | "correctedAt" | "isCorrected"> & {
  readonly status: StoredStatus;
};

/** The row of a case with its client and its worker. */
export type CaseHead = {
  readonly id: string;
  readonly code: string;
  /** Raised by every change of status, course, staffing or consent. */
  readonly version: number;
  /** Whom it serves, as the approach says; one person until it does. */
  readonly level: ClientLevel;
  readonly clientId: string;
  /** Sealed. Null until somebody gives the name. */
  readonly clientName: string | null;
  /** Sealed; null where the worker chose none. */
  readonly clientAlias: string | null;
  readonly organizationId: string;
  readonly workerId: string;
  readonly workerSupervisorId: string | null;
  /**
   * The worker's supervisor is not named, suspended, or blocked the bot. Then an admin decides on closings and
   * reopenings.
   */
  readonly supervisorAbsent: boolean;
  /** Members who read it for a while because they broke its glass. */
  readonly glass: readonly string[];
  readonly outcome: Outcome | null;
  readonly closedAt: Date | null;
  readonly reopenedAt: Date | null;
  /** Read-only since then, because its client asked for it. */
  readonly restrictedAt: Date | null;
  /** Not to be erased since then, because a court or an investigator needs it. */
  readonly preservedAt: Date | null;
  /** When everything in it was erased. */
  readonly erasedAt: Date | null;
  /** It was opened for what another institution handed over (`transfer/transfers.ts`). */
  readonly isReceived: boolean;
  readonly turns: readonly Turn[];
  readonly overrides: readonly Override[];
};

/** Time zone and rules of the organisation a case belongs to. */
export type CaseOrganization = { readonly zone: string; readonly rules: Rules };

/**
 * A case with everything its rules look at: rounds, answers, history, and the facts derived from them. One statement
 * reads it. A change is written only if the case is still as it was read (`change.ts`).
 */
export type Case = {
  readonly case: CaseHead;
  readonly organization: CaseOrganization;
  /** Oldest first. */
  readonly rounds: readonly RoundLine[];
  /** Discarded drafts. Only their sequence numbers matter: none is given twice. */
  readonly discarded: readonly StoredRound[];
  /** The answers of each round by its id. A round without answers is absent. */
  readonly roundAnswers: ReadonlyMap<string, RoundAnswers>;
  readonly answers: ReadonlyMap<string, ReadonlyMap<Path, Value>>;
  /** Its history, oldest first. */
  readonly course: readonly CourseEntry[];
  /** A closing or reopening that waits for the supervisor. */
  readonly request: Request | undefined;
  /** Deadlines ticked off by hand (`<key>:<anchor>`). */
  readonly fulfilled: ReadonlySet<string>;
  readonly facts: CaseFacts;
};

/** What a case is built from. Everything else in `Case` is derived. */
export type CaseParts = Pick<Case, "organization" | "roundAnswers" | "course" | "fulfilled"> & {
  readonly head: Omit<CaseHead, "turns" | "overrides" | "level">;
  readonly rounds: readonly StoredRound[];
};

/** Builds a case from its parts. */
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
  const request = pendingRequest(course);
  const dataTurns = course.filter((entry) => entry.kind === "withdrawn" || entry.kind === "grounded");
  const { outcome, closedAt, reopenedAt } = head;
  const closed = closedAt === null || outcome === null ? null : { outcome, at: closedAt };
  const level = levelIn(rounds.map(({ id, form }) => ({ form, answers: given.get(id)?.answers })));
  const records = rounds.map((round) => ({ ...round, ...(given.get(round.id) ?? noAnswers) }));
  return {
    case: { ...head, level, turns, overrides },
    organization: home,
    rounds,
    discarded: kept.filter((round) => !isStanding(round)),
    roundAnswers: given,
    answers: new Map([...given].map(([id, { answers }]) => [id, answers])),
    course,
    request,
    fulfilled,
    facts: caseFacts(records, {
      closed,
      reopenedAt,
      overrides,
      dataTurns,
      requestedAt: request?.at ?? null,
      fulfilled,
    }),
  };
}

/** Whom the newest approach form says that the case serves. */
function levelIn(
  rounds: readonly { readonly form: FormId; readonly answers: ReadonlyMap<Path, Value> | undefined }[],
): ClientLevel {
  const said = rounds.flatMap(({ form, answers }) =>
    form === "approach" ? (answers?.get("level") ?? []) : [],
  );
  return clientLevels.find((level) => level === said.at(-1)) ?? "individual";
}

function isStanding(round: StoredRound): round is StoredRound & Pick<RoundLine, "status"> {
  return round.status !== "discarded";
}

/**
 * A case, for a permission the acting member must have. It is loaded and its reading audited once in a unit of work.
 * Throws `NotAllowed`, also where there is no such case.
 */
export function caseFor(work: Work, caseId: string, right: CaseRight): Promise<Case> {
  return allowed(work, right, () => caseIn(work, caseId));
}

/** A case for whoever may read it; undefined for anybody else who has to do with it, such as an admin standing in. */
export async function caseIfReadable(work: Work, caseId: string): Promise<Case | undefined> {
  const found = await caseIn(work, caseId);
  const isReadable = found !== undefined && may(actorOf(work), found.case, "read");
  return isReadable ? caseFor(work, caseId, "read") : undefined;
}

/** The case of a round, like `caseFor`. */
export function caseOfRound(work: Work, roundId: string, right: CaseRight): Promise<Case> {
  return allowed(work, right, async () => {
    const known = [...memoryOf(work).cases.values()].find(({ rounds }) => hasRound(rounds, roundId));
    return known ?? load(work, null, roundId);
  });
}

/** The case without a check of permissions, for the bot's own calculations. Undefined where there is no such case. */
export async function caseIn(work: Work, caseId: string): Promise<Case | undefined> {
  return memoryOf(work).cases.get(caseId) ?? load(work, caseId, null);
}

/** Cases without a check of permissions, for the bot's own calculations, by their ids. One that is not there is left out. */
export async function casesIn(work: Work, caseIds: readonly string[]): Promise<ReadonlyMap<string, Case>> {
  const { cases } = memoryOf(work);
  const unread = caseIds.filter((id) => !cases.has(id));
  const rows =
    unread.length === 0 ? [] : await statement<CaseRow>(await work.tx(), loadCasesById, [unread, work.now]);
  for (const row of rows) rememberCase(work, caseOf(partsOf(work.sealer, row)));
  return new Map(
    caseIds.flatMap((id) => {
      const found = cases.get(id);
      return found === undefined ? [] : [[id, found] as const];
    }),
  );
}

/**
 * Every case of an organisation that was not discarded while empty, a few at a time, for what is counted or exported over
 * all of them. Without a check of permissions and without an audit: the caller has checked the one and writes the other.
 */
export async function* everyCase(work: Work, organizationId: string): AsyncGenerator<Case> {
  let after = "";
  for (;;) {
    const rows = await statement<CaseRow>(await work.tx(), loadCases, [organizationId, after, work.now]);
    for (const row of rows) yield caseOf(partsOf(work.sealer, row));
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** Replaces the case kept in this unit of work by its changed state. */
export function rememberCase(work: Work, changed: Case): void {
  memoryOf(work).cases.set(changed.case.id, changed);
}

/** Drops the case kept in this unit of work: it is read again when asked for. */
export function forgetCase(work: Work, caseId: string): void {
  memoryOf(work).cases.delete(caseId);
}

/** A round of the case. Throws `NotAllowed` where the round is of another case. */
export function roundOf(subject: Case, roundId: string): RoundLine {
  const round = subject.rounds.find(({ id }) => id === roundId);
  if (round === undefined) throw new NotAllowed();
  return round;
}

async function allowed(work: Work, right: CaseRight, find: () => Promise<Case | undefined>): Promise<Case> {
  const actor = actorOf(work);
  const found = await find();
  if (found === undefined) throw new NotAllowed();
  if (!may(actor, found.case, right)) throw refused(actor, found.case, right);
  work.shown.set(found.case.id, await readableUntil(work, found.case));
  const { read } = memoryOf(work);
  if (!read.has(found.case.id)) {
    read.add(found.case.id);
    work.audit.push({ action: "case.read", subject: "case", subjectId: found.case.id });
  }
  return found;
}

/** Until when the acting member may read a case whose glass they broke; null for everybody else. */
async function readableUntil(work: Work, subject: CaseHead): Promise<Date | null> {
  const { memberId } = actorOf(work);
  if (!subject.glass.includes(memberId) || may(actorOf(work), { ...subject, glass: [] }, "read")) return null;
  const tx = await work.tx();
  const last = await tx.brokenGlass.findFirst({
    where: { caseId: subject.id, memberId },
    orderBy: { until: "desc" },
    select: { until: true },
  });
  return last?.until ?? null;
}

type Memory = { readonly cases: Map<string, Case>; readonly read: Set<string> };

const memory = Symbol("cases");

function memoryOf(work: Work): Memory {
  return keptIn(work, memory, () => ({ cases: new Map(), read: new Set() }));
}

function hasRound(rounds: readonly RoundLine[], roundId: string): boolean {
  return rounds.some(({ id }) => id === roundId);
}

async function load(work: Work, caseId: string | null, roundId: string | null): Promise<Case | undefined> {
  const [row] = await statement<CaseRow>(await work.tx(), loadCase, [caseId, roundId, work.now]);
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
  const turns = course.map((turn) => courseEntryOf(sealer, head.id, dated(turn)));
  return {
    head: { ...head, outcome: outcomeOf(head, turns) },
    organization: { zone, rules: parseRules(rules) },
    rounds: rounds.map((round) => ({
      ...round,
      form: formIdOf(round.form),
      startedAt: new Date(round.startedAt),
      submittedAt: dateOf(round.submittedAt),
      decidedAt: dateOf(round.decidedAt),
    })),
    roundAnswers: new Map([...byRound].map(([id, rows]) => [id, readAnswers(sealer, rows)])),
    course: turns,
    fulfilled: new Set(ticked.map((one) => `${deadlineKeyOf(sealer, one.key)}:${one.anchor}`)),
  };
}

/** How a closed case ended: the last closing says it, unless it was erased with everything else. */
function outcomeOf(
  { closedAt, erasedAt }: Pick<CaseHead, "closedAt" | "erasedAt">,
  course: readonly CourseEntry[],
): Outcome | null {
  if (closedAt === null) return null;
  if (erasedAt !== null) return "erased";
  return course.findLast((entry) => entry.kind === "closed")?.outcome ?? null;
}

function dated<Row extends { readonly at: string }>(row: Row): Omit<Row, "at"> & { readonly at: Date } {
  return { ...row, at: new Date(row.at) };
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** The same row inside JSON, where a time is text. */
type InJson<Row> = { readonly [K in keyof Row]: Row[K] extends Date ? string : Row[K] };

type CaseRow = Omit<CaseParts["head"], "outcome"> & {
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
  readonly ticked: readonly { readonly key: string; readonly anchor: string }[];
};

/** A case with all its parts at the time `now`. One statement, so all parts are of one snapshot. */
const selectCase = (now: string) => `
SELECT c."id", c."code", c."version", c."clientId", l."name" AS "clientName", l."alias" AS "clientAlias",
  c."organizationId",
  c."workerId", w."supervisorId" AS "workerSupervisorId",
  ${supervisorIsAbsent} AS "supervisorAbsent",
  ARRAY(SELECT g."memberId" FROM "BrokenGlass" g WHERE g."caseId" = c."id" AND g."until" > ${now}) AS "glass", c."closedAt", c."reopenedAt",
  c."restrictedAt", c."preservedAt", c."erasedAt",
  EXISTS (SELECT 1 FROM "Transfer" t WHERE t."receivedCaseId" = c."id") AS "isReceived",
  o."timeZone" AS "zone", o."rules",
  (SELECT coalesce(json_agg(r ORDER BY r."startedAt", r."id"), '[]') FROM (
    SELECT "id", "form", "formVersion", "sequence", "status", "version", "startedAt", "submittedAt",
      "submittedById", "decidedAt", "decidedById", "comment"
    FROM "Round" WHERE "caseId" = c."id") r) AS "rounds",
  (SELECT coalesce(json_agg(a), '[]') FROM (
    SELECT DISTINCT ON (a."roundId", a."path")
      a."id", a."roundId", a."path", a."revision", a."value", a."memberId", a."origin", a."at"
    FROM "Answer" a JOIN "Round" r ON r."id" = a."roundId"
    WHERE r."caseId" = c."id"
    ORDER BY a."roundId", a."path", a."revision" DESC) a) AS "answers",
  (SELECT coalesce(json_agg(t ORDER BY t."number"), '[]') FROM (
    SELECT "number", "content", "roundId", "fromId", "toId", "memberId", "at", "reason", "sealedAt"
    FROM "CaseTurn" WHERE "caseId" = c."id") t) AS "course",
  (SELECT coalesce(json_agg(json_build_object('key', d."key", 'anchor', d."anchor")), '[]') FROM "Deadline" d
    WHERE d."caseId" = c."id" AND d."tickedById" IS NOT NULL) AS "ticked"
FROM "Case" c
JOIN "Member" w ON w."id" = c."workerId"
LEFT JOIN "Member" s ON s."id" = w."supervisorId"
LEFT JOIN "Account" sa ON sa."id" = s."accountId"
JOIN "Client" l ON l."id" = c."clientId"
JOIN "Organization" o ON o."id" = c."organizationId"`;

/** The case $1, or the case of the round $2. */
const loadCase = `-- prepared: loadCase${selectCase("$3")}
WHERE c."id" = coalesce($1::text, (SELECT "caseId" FROM "Round" WHERE "id" = $2::text))`;

/** The cases $1. */
const loadCasesById = `-- prepared: loadCasesById${selectCase("$2")}
WHERE c."id" = ANY ($1::text[])`;

/** Some cases of the organisation $1, those after the id $2. */
const loadCases = `-- prepared: loadCases${selectCase("$3")}
WHERE c."organizationId" = $1 AND c."id" > $2 AND NOT c."voided"
ORDER BY c."id" LIMIT 25`;
