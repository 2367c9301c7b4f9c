import type { Deadline as DeadlineRow } from "../../generated/prisma/client.js";
import { dateIn, endOfDay } from "../../practice/calendar.js";
import { dataStanding } from "../../practice/dataGround.js";
import { beginOutside, type Deadline, type DeadlineKey, deadlines } from "../../practice/deadlines.js";
import { factReaders } from "../../practice/facts.js";
import { type Hours, nextRung } from "../../practice/ladder.js";
import { type Case, casesIn, forgetCase } from "../case/case.js";
import type { CaseLine } from "../case/caseLists.js";
import { lastRequest } from "../case/course.js";
import { dayCount } from "../people/holidays.js";
import { adminOf } from "../people/members.js";
import { actorOf } from "../people/rights.js";
import type { Rules } from "../people/rules.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import { deadlineKeyOf, kindsIn, storedKind } from "../storage/deadlineKinds.js";
import { isSealed } from "../storage/seal.js";
import type { Tx } from "../storage/tx.js";
import { basisCell } from "./basis.js";

/** How many deadline rows of a case had to be added, moved or ended. */
export type Difference = { added: number; moved: number; ended: number };

/**
 * Recalculates the deadlines of every case this unit of work touched, inside its transaction. Called last in a unit
 * of work.
 */
export async function recalculateTouched(work: Work): Promise<void> {
  await recalculateCases(work, [...work.recalculate]);
  work.recalculate.clear();
}

/** Like {@link recalculateCases}, for one case. Returns the differences found. */
export async function recalculate(work: Work, caseId: string, retime = false): Promise<Difference> {
  const found = await recalculateCases(work, [caseId], retime);
  return found.get(caseId) ?? { added: 0, moved: 0, ended: 0 };
}

/**
 * Brings the deadline rows of cases in line with their facts, in as many statements as for one. The case rows are locked until
 * the commit, so that of two changes at once the second sees the first. With `retime` the next reminders are checked too,
 * because a rule may have changed. Returns the differences found, by case.
 */
export async function recalculateCases(
  work: Work,
  caseIds: readonly string[],
  retime = false,
): Promise<ReadonlyMap<string, Difference>> {
  const differences = new Map<string, Difference>();
  if (caseIds.length === 0) return differences;
  const tx = await work.tx();
  // A case this unit of work changed is locked already, and kept in its changed state.
  const unlocked = caseIds.filter((id) => !work.moved.has(id));
  for (const id of unlocked) forgetCase(work, id);
  // In one trip: PostgreSQL reads what stands behind the locks once it has them.
  const [, rows, subjects] = await Promise.all([
    unlocked.length === 0 ? undefined : statement(tx, lockCases, [unlocked]),
    statement<CalculatedRow>(tx, deadlinesOfCases, [caseIds, kindsIn(work.sealer, beginOutside)]),
    casesIn(work, caseIds),
  ]);
  if (subjects.size < caseIds.length) throw new Error("a case that changed is gone");
  const added: ReturnType<typeof rowOf>[] = [];
  const ended: Ending[] = [];
  for (const [caseId, subject] of subjects) {
    const own = rows.filter((row) => row.caseId === caseId);
    const change = await corrected(work, subject, own, retime);
    added.push(...change.added);
    ended.push(...change.ended);
    differences.set(caseId, {
      added: change.added.length,
      moved: change.moved,
      ended: change.ended.length,
    });
  }
  await Promise.all([
    added.length === 0 ? undefined : statement(tx, insertDeadlines, [JSON.stringify(added)]),
    ...endDeadlines(tx, work.now, ended),
  ]);
  return differences;
}

/** Moves the deadline rows of a case that are not as its facts say. Returns what there is to add and to end. */
async function corrected(work: Work, subject: Case, rows: readonly CalculatedRow[], retime: boolean) {
  const tx = await work.tx();
  const { organizationId, id: caseId } = subject.case;
  const hours = hoursFrom(subject.organization.zone, subject.organization.rules);
  const found = new Map(rows.map((row) => [`${deadlineKeyOf(work.sealer, row.key)}:${row.anchor}`, row]));
  const added: ReturnType<typeof rowOf>[] = [];
  let moved = 0;
  for (const deadline of deadlines(subject.facts, hours.practice, hours.count)) {
    const identity = `${deadline.key}:${deadline.anchor}`;
    const row = found.get(identity);
    found.delete(identity);
    const memberId = ownerOf(deadline, subject);
    if (row === undefined) added.push(rowOf(work, deadline, { organizationId, caseId, memberId, hours }));
    else if (await correctDeadline(tx, work.now, row, deadline, { memberId, hours, retime })) moved += 1;
  }
  const over = [...found.values()].filter(
    ({ doneAt, cancelledAt }) => doneAt === null && cancelledAt === null,
  );
  // A statutory clock must not stop because the answer that started it cannot be decrypted.
  const ended = hasUnreadableFact(subject) ? [] : endingsOf(work, over, subject);
  return { added, moved, ended };
}

const lockCases = `-- prepared: lockCases
SELECT FROM "Case" WHERE "id" = ANY ($1::text[]) ORDER BY "id" FOR NO KEY UPDATE`;

/** What is compared of a stored deadline with what the rules say. */
type CalculatedRow = Pick<
  DeadlineRow,
  | "id"
  | "caseId"
  | "key"
  | "anchor"
  | "statutory"
  | "step"
  | "memberId"
  | "dueAt"
  | "dueVersion"
  | "nextAt"
  | "snoozedUntil"
  | "doneAt"
  | "cancelledAt"
>;

/** The deadlines of the cases $1 but for the kinds $2. */
const deadlinesOfCases = `-- prepared: deadlinesOfCases
SELECT "id", "caseId", "key", "anchor", "statutory", "step", "memberId", "dueAt", "dueVersion", "nextAt", "snoozedUntil", "doneAt",
  "cancelledAt"
FROM "Deadline" WHERE "caseId" = ANY ($1::text[]) AND "key" <> ALL ($2::text[])`;

/** New deadlines, as a JSON list. */
const insertDeadlines = `-- prepared: insertDeadlines
INSERT INTO "Deadline" ("id", "organizationId", "caseId", "memberId", "key", "anchor", "startsAt", "dueAt", "statutory",
  "step", "roundId", "basis", "nextAt")
SELECT "id", "organizationId", "caseId", "memberId", "key", "anchor", "startsAt", "dueAt", "statutory", "step", "roundId",
  "basis", "nextAt"
FROM jsonb_to_recordset($1::jsonb) AS i("id" text, "organizationId" text, "caseId" text, "memberId" text, "key" text,
  "anchor" text, "startsAt" timestamptz, "dueAt" timestamptz, "statutory" boolean, "step" text, "roundId" text,
  "basis" text, "nextAt" timestamptz)`;

/** The deadlines $1 ended at $2: $3 says whether they are done or cancelled. */
const endDeadlinesSql = `-- prepared: endDeadlines
UPDATE "Deadline" SET "nextAt" = NULL,
  "doneAt" = CASE WHEN $3 = 'done' THEN $2::timestamptz ELSE "doneAt" END,
  "cancelledAt" = CASE WHEN $3 = 'cancelled' THEN $2::timestamptz ELSE "cancelledAt" END
WHERE "id" = ANY($1::text[])`;

/** When an organisation is reminded, and its own rules. */
export type OrganizationHours = Hours & { readonly practice: Rules };

/** An organisation's rules and calendar, in the form `practice` takes. */
export function hoursFrom(zone: string, practice: Rules): OrganizationHours {
  return { practice, rules: practice.reminders, count: dayCount(zone, practice.calendar) };
}

/** The owner of a deadline row. */
type DeadlinePlace = {
  readonly organizationId: string;
  readonly caseId: string | null;
  readonly memberId: string;
  readonly hours: Hours;
};

/** Stores a deadline that begins now. Returns its id. */
export async function addDeadline(work: Work, deadline: Deadline, place: DeadlinePlace): Promise<string> {
  const tx = await work.tx();
  const data = rowOf(work, deadline, place);
  await tx.deadline.create({ data });
  return data.id;
}

function rowOf(work: Work, deadline: Deadline, { hours, ...place }: DeadlinePlace) {
  const { key, anchor, startsAt, dueAt, statutory, step, roundId, basis } = deadline;
  const id = work.newId();
  return {
    id,
    ...place,
    key: storedKind(work.sealer, key),
    anchor,
    startsAt,
    dueAt,
    statutory,
    step,
    roundId: roundId ?? null,
    basis: basis === undefined ? null : work.sealer.seal(`${basis.work} ${basis.article}`, basisCell(id)),
    nextAt: firstReminderAt(deadline, hours, work.now),
  };
}

/**
 * Updates a row to the calculated deadline. Returns false where nothing differed. A moved date begins a new version,
 * which restarts its reminders.
 */
export async function correctDeadline(
  tx: Tx,
  now: Date,
  row: CalculatedRow,
  deadline: Deadline,
  { memberId, hours, retime }: { readonly memberId: string; readonly hours: Hours; readonly retime: boolean },
): Promise<boolean> {
  const isOpen = row.doneAt === null && row.cancelledAt === null;
  const moves = row.dueAt.getTime() !== deadline.dueAt.getTime();
  const isSame = row.step === deadline.step && row.memberId === memberId;
  if (isOpen && !moves && isSame) return retime && (await setNext(tx, now, row, deadline, hours));
  const anew = moves || !isOpen;
  await tx.deadline.update({
    where: { id: row.id },
    data: {
      memberId,
      step: deadline.step,
      roundId: deadline.roundId ?? null,
      startsAt: deadline.startsAt,
      dueAt: deadline.dueAt,
      doneAt: null,
      cancelledAt: null,
      tickedById: null,
      nextAt: firstReminderAt(deadline, hours, now),
      ...(anew ? { dueVersion: row.dueVersion + 1, snoozedUntil: null, snoozeReason: null } : {}),
    },
  });
  return true;
}

/**
 * Sets the next reminder to the one the ladder gives. Returns false where it is right already, or the row is about to
 * be processed.
 */
async function setNext(
  tx: Tx,
  now: Date,
  row: Pick<CalculatedRow, "id" | "nextAt" | "snoozedUntil">,
  deadline: Deadline,
  hours: Hours,
): Promise<boolean> {
  if (row.nextAt !== null && row.nextAt <= now) return false;
  const next = nextRung(deadline, hours, now)?.at ?? null;
  const { snoozedUntil } = row;
  const wakes = snoozedUntil !== null && snoozedUntil > now && (next === null || snoozedUntil < next);
  const nextAt = wakes ? snoozedUntil : next;
  if (nextAt?.getTime() === row.nextAt?.getTime()) return false;
  await tx.deadline.update({ where: { id: row.id }, data: { nextAt } });
  return true;
}

/**
 * When a new deadline is looked at first. A statutory one at once; any other at its next reminder step, never at one
 * that has passed.
 */
export function firstReminderAt(deadline: Deadline, hours: Hours, now: Date): Date | null {
  return deadline.statutory ? now : (nextRung(deadline, hours, now)?.at ?? null);
}

/**
 * The member who must act. For an approval the supervisor; the worker where no supervisor is named, who is then told
 * that nobody can decide.
 */
function ownerOf(deadline: Deadline, { case: subject }: Case): string {
  return deadline.step === "approve" ? (subject.workerSupervisorId ?? subject.workerId) : subject.workerId;
}

type EndingRow = { readonly id: string; readonly key: string; readonly statutory: boolean };

/** A row that is not due any more, and how it ends. */
type Ending = { readonly id: string; readonly as: "done" | "cancelled" };

/**
 * How rows end that are not due any more. Cancelled are those of a closed case, of a case
 * without legal ground, and statutory ones whose starting answer was retracted. A decision on a request is done even
 * where it closed the case; it is cancelled only where the worker took the request back.
 */
function endingsOf({ sealer }: Work, rows: readonly EndingRow[], { facts, course }: Case): Ending[] {
  const isHeld = dataStanding(facts).kind === "missing";
  const falls = ({ key, statutory }: EndingRow) =>
    deadlineKeyOf(sealer, key) === "request-decision"
      ? lastRequest(course)?.kind === "request-withdrawn"
      : statutory || facts.closed !== null || isHeld;
  return rows.map((row) => ({ id: row.id, as: falls(row) ? "cancelled" : "done" }));
}

/** Sends the statements that end deadlines, at most one for each way to end. */
function endDeadlines(tx: Tx, now: Date, ended: readonly Ending[]): Promise<unknown>[] {
  return (["cancelled", "done"] as const).flatMap((mark) => {
    const ids = ended.flatMap(({ id, as }) => (as === mark ? [id] : []));
    return ids.length === 0 ? [] : [statement(tx, endDeadlinesSql, [ids, now, mark])];
  });
}

/** Whether an answer on which deadlines depend exists and cannot be decrypted. */
function hasUnreadableFact({ rounds, roundAnswers: given }: Case): boolean {
  return rounds.some(({ id, form }) =>
    [...(given.get(id)?.unreadable.keys() ?? [])].some(
      // Where the path itself cannot be read, nobody knows which answer it is.
      (path) => factReaders[form].reads.includes(path) || isSealed(path),
    ),
  );
}

/**
 * Moves open deadlines to their new owners after cases went to another worker, or a worker to another supervisor.
 * `workerIds` are the workers whose cases these are.
 *
 * A snooze of the former owner ends. Statutory deadlines are looked at now, so that a new worker or supervisor hears
 * of a running clock at once. Nobody gets the same reminder step twice.
 */
export async function reassignDeadlines(work: Work, workerIds: readonly string[]): Promise<void> {
  const tx = await work.tx();
  await tx.$executeRaw`
    UPDATE "Deadline" d
    SET "memberId" = n."memberId",
      "dueVersion" = d."dueVersion" + CASE WHEN n."isNew" THEN 1 ELSE 0 END,
      "snoozedUntil" = CASE WHEN n."isNew" THEN NULL ELSE d."snoozedUntil" END,
      "snoozeReason" = CASE WHEN n."isNew" THEN NULL ELSE d."snoozeReason" END,
      "nextAt" = CASE WHEN d."statutory" THEN ${work.now} ELSE d."nextAt" END
    FROM (
      SELECT o."id", w."memberId", w."memberId" <> o."memberId" AS "isNew"
      FROM "Deadline" o JOIN "Case" c ON c."id" = o."caseId" JOIN "Member" m ON m."id" = c."workerId",
        LATERAL (SELECT CASE WHEN o."step" = 'approve' THEN coalesce(m."supervisorId", m."id") ELSE m."id" END
          AS "memberId") w
      WHERE c."workerId" = ANY(${workerIds}) AND o."doneAt" IS NULL AND o."cancelledAt" IS NULL
    ) n
    WHERE d."id" = n."id"`;
  await reassignWithoutCase(work, workerIds);
}

/**
 * What is due about these workers and no case goes to whoever supervises them now: questions that wait, and the next
 * supervision, told by their anchors. Where nobody supervises, a question goes to the first admin, as such questions do,
 * and there is no next supervision.
 */
async function reassignWithoutCase(work: Work, workerIds: readonly string[]): Promise<void> {
  const { now } = work;
  const tx = await work.tx();
  await tx.$executeRaw`
    UPDATE "Deadline" d
    SET "memberId" = coalesce(n."memberId", d."memberId"), "dueVersion" = d."dueVersion" + 1, "snoozedUntil" = NULL,
      "snoozeReason" = NULL, "cancelledAt" = CASE WHEN n."memberId" IS NULL THEN ${now}::timestamptz END,
      "nextAt" = CASE WHEN n."memberId" IS NULL THEN NULL ELSE d."nextAt" END
    FROM (
      SELECT o."id", coalesce(m."supervisorId", (
        SELECT a."id" FROM "Member" a
        WHERE a."organizationId" = m."organizationId" AND 'admin' = ANY(a."roles") AND a."suspendedAt" IS NULL
          AND q."id" IS NOT NULL
        ORDER BY a."createdAt", a."id" LIMIT 1)) AS "memberId"
      FROM "Member" m
      JOIN "Deadline" o ON o."organizationId" = m."organizationId" AND o."caseId" IS NULL
        AND o."doneAt" IS NULL AND o."cancelledAt" IS NULL
      LEFT JOIN "Consultation" q ON q."id" = o."anchor"
      WHERE m."id" = ANY(${workerIds})
        AND (q."askedById" = m."id" OR starts_with(o."anchor", m."id" || ':'))
    ) n
    WHERE d."id" = n."id" AND d."memberId" IS DISTINCT FROM n."memberId"`;
}

/**
 * Marks all cases of an organisation after a change of its rules. The timekeeper recalculates them a few at a time.
 */
export async function recalculateLater(tx: Tx, organizationId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Case" SET "unreckonedAt" = ${now} WHERE "organizationId" = ${organizationId}`;
}

/** How many deadlines of a kind are open in the acting admin's organisation. Throws `NotAllowed`. */
export async function openDeadlines(work: Work, key: DeadlineKey): Promise<number> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  return tx.deadline.count({
    where: { organizationId, key: { in: kindsIn(work.sealer, [key]) }, doneAt: null, cancelledAt: null },
  });
}

/** Recalculates up to `limit` marked cases. Returns their number. Other instances take other cases. */
export async function recalculateWaiting(work: Work, limit: number): Promise<number> {
  const tx = await work.tx();
  const cases = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Case" WHERE "unreckonedAt" IS NOT NULL
    ORDER BY "unreckonedAt", "id" LIMIT ${limit} FOR NO KEY UPDATE SKIP LOCKED`;
  for (const { id } of cases) {
    await recalculate(work, id, true);
    // Another change of the rules waits for this row lock, and marks the case again.
    await tx.case.update({ where: { id }, data: { unreckonedAt: null } });
  }
  return cases.length;
}

/** Which cases of a list have something that is overdue or due today. */
export async function casesDue(work: Work, lines: readonly CaseLine[]): Promise<ReadonlySet<string>> {
  if (lines.length === 0) return new Set();
  const { zone } = actorOf(work);
  const tonight = endOfDay(zone, dateIn(zone, work.now));
  const tx = await work.tx();
  const rows = await tx.deadline.findMany({
    where: {
      caseId: { in: lines.map(({ id }) => id) },
      doneAt: null,
      cancelledAt: null,
      dueAt: { lte: tonight },
    },
    select: { caseId: true },
  });
  return new Set(rows.flatMap(({ caseId }) => caseId ?? []));
}
