import type { Deadline as DeadlineRow } from "../../generated/prisma/client.js";
import { dataStanding } from "../../practice/dataGround.js";
import {
  beginOutside,
  type Deadline,
  type DeadlineKey,
  deadlineKeys,
  deadlines,
} from "../../practice/deadlines.js";
import { factReaders } from "../../practice/facts.js";
import { type Hours, nextRung } from "../../practice/ladder.js";
import { type Case, caseIn, forgetCase } from "../case/case.js";
import { dayCount } from "../people/holidays.js";
import { adminOf } from "../people/members.js";
import type { Rules } from "../people/rules.js";
import type { Work } from "../people/work.js";
import type { Tx } from "../storage/tx.js";
import { wordOf } from "../storage/vocabulary.js";

/** The key of a deadline as it is kept. Throws `UnknownWord`. */
export function deadlineKeyOf(word: string): DeadlineKey {
  return wordOf(deadlineKeys, word, "Deadline.key");
}

/** How the rows of a case differed from what its record says, before they were put right. */
export type Difference = { added: number; moved: number; ended: number };

/** Reckons what is due in every case this work touched, inside its transaction. Whoever runs a work calls it last. */
export async function recalculateTouched(work: Work): Promise<void> {
  for (const caseId of work.recalculate) await recalculate(work, caseId);
  work.recalculate.clear();
}

/**
 * Makes the rows of a case say what its record says: what is due now, for whom, by when. The case is held until the
 * commit, so that of two changes at once the second sees the first. With `retime` the hours of the ladder are looked
 * over too, since a rule may have changed or a row be wrong. Returns the differences found.
 */
export async function recalculate(work: Work, caseId: string, retime = false): Promise<Difference> {
  const tx = await work.tx();
  // What this work changed it holds already, and knows as it is now.
  if (!work.moved.has(caseId)) {
    await tx.$executeRaw`SELECT 1 FROM "Case" WHERE "id" = ${caseId} FOR NO KEY UPDATE`;
    forgetCase(work, caseId);
  }
  const subject = await caseIn(work, caseId);
  if (subject === undefined) throw new Error("the case that changed is gone");
  const hours = hoursFrom(subject.organization.zone, subject.organization.rules);
  const wanted = deadlines(subject.facts, hours.practice, hours.count);
  const rows = await tx.deadline.findMany({ where: { caseId, key: { notIn: [...beginOutside] } } });
  const found = new Map(rows.map((row) => [`${row.key}:${row.anchor}`, row]));
  const difference: Difference = { added: 0, moved: 0, ended: 0 };
  const added: ReturnType<typeof rowOf>[] = [];
  for (const deadline of wanted) {
    const identity = `${deadline.key}:${deadline.anchor}`;
    const row = found.get(identity);
    found.delete(identity);
    const memberId = ownerOf(deadline, subject);
    if (row === undefined) {
      const { organizationId } = subject.case;
      added.push(rowOf(work, deadline, { organizationId, caseId, memberId, hours }));
    } else if (await correctDeadline(tx, work.now, row, deadline, { memberId, hours, retime }))
      difference.moved += 1;
  }
  if (added.length > 0) await tx.deadline.createMany({ data: added });
  difference.added = added.length;
  const over = [...found.values()].filter(
    ({ doneAt, cancelledAt }) => doneAt === null && cancelledAt === null,
  );
  // A clock does not stop because the answer that set it going cannot be read.
  if (!hasUnreadableFact(subject)) difference.ended = await endDeadlines(tx, over, subject, work.now);
  return difference;
}

export type OrganizationHours = Hours & { readonly practice: Rules };

/** An organisation's rules and calendar, in the form the rules of practice take. */
export function hoursFrom(zone: string, practice: Rules): OrganizationHours {
  return { practice, rules: practice.reminders, count: dayCount(zone, practice.calendar) };
}

/** Where a deadline is kept. */
type DeadlinePlace = {
  readonly organizationId: string;
  readonly caseId: string | null;
  readonly memberId: string;
  readonly hours: Hours;
};

/** Keeps a deadline that begins now. Returns its id. */
export async function addDeadline(work: Work, deadline: Deadline, place: DeadlinePlace): Promise<string> {
  const tx = await work.tx();
  const data = rowOf(work, deadline, place);
  await tx.deadline.create({ data });
  return data.id;
}

function rowOf(work: Work, deadline: Deadline, { hours, ...place }: DeadlinePlace) {
  const { key, anchor, startsAt, dueAt, statutory, step, roundId, basis } = deadline;
  return {
    id: work.newId(),
    ...place,
    key,
    anchor,
    startsAt,
    dueAt,
    statutory,
    step,
    roundId: roundId ?? null,
    basis: basis === undefined ? null : `${basis.work} ${basis.article}`,
    nextAt: firstReminderAt(deadline, hours, work.now),
  };
}

/** Brings a row to what the record says; false where it said so already. A moved date begins a new version. */
export async function correctDeadline(
  tx: Tx,
  now: Date,
  row: DeadlineRow,
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

/** Puts the next look where the ladder has it; false where it is there, or the row is about to be looked at. */
async function setNext(
  tx: Tx,
  now: Date,
  row: DeadlineRow,
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

/** What the law sets is told of at once; the rest when its ladder begins, never for a rung that lies behind. */
export function firstReminderAt(deadline: Deadline, hours: Hours, now: Date): Date | null {
  return deadline.statutory ? now : (nextRung(deadline, hours, now)?.at ?? null);
}

/** An approval is the supervisor's to give; where none is named, the worker hears that nobody can. */
function ownerOf(deadline: Deadline, { case: subject }: Case): string {
  return deadline.step === "approve" ? (subject.workerSupervisorId ?? subject.workerId) : subject.workerId;
}

/**
 * Ends rows that are no longer due: their step was done, or they fell away, because the case was closed before, is only
 * read for want of a legal ground, or the answer that began a clock of the law was taken back. Returns their number.
 */
async function endDeadlines(
  tx: Tx,
  rows: readonly { readonly id: string; readonly statutory: boolean }[],
  { facts }: Case,
  now: Date,
): Promise<number> {
  const isHeld = dataStanding(facts).kind === "missing";
  const falls = (row: { readonly statutory: boolean }) => row.statutory || facts.closed !== null || isHeld;
  const fallen = rows.filter(falls).map(({ id }) => id);
  const done = rows.filter((row) => !falls(row)).map(({ id }) => id);
  for (const [ids, mark] of [
    [fallen, { cancelledAt: now }],
    [done, { doneAt: now }],
  ] as const) {
    if (ids.length === 0) continue;
    await tx.deadline.updateMany({ where: { id: { in: ids } }, data: { ...mark, nextAt: null } });
  }
  return rows.length;
}

/** Whether an answer that what is due hangs on is there and cannot be read. */
function hasUnreadableFact({ rounds, roundAnswers: given }: Case): boolean {
  return rounds.some(({ id, form }) =>
    [...(given.get(id)?.unreadable.keys() ?? [])].some((path) => factReaders[form].reads.includes(path)),
  );
}

/**
 * After cases were given to another worker, or a worker to another supervisor: what is due goes along to whoever has
 * it now, and what the former owner put off is no longer put off. What the law sets is looked at now, so that a new
 * worker or supervisor hears of a running clock at once, and who heard the same rung before does not hear it again.
 * `workerId` is the worker whose cases these are.
 */
export async function reassignDeadlines(tx: Tx, workerId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Deadline" d
    SET "memberId" = n."memberId",
      "dueVersion" = d."dueVersion" + CASE WHEN n."isNew" THEN 1 ELSE 0 END,
      "snoozedUntil" = CASE WHEN n."isNew" THEN NULL ELSE d."snoozedUntil" END,
      "snoozeReason" = CASE WHEN n."isNew" THEN NULL ELSE d."snoozeReason" END,
      "nextAt" = CASE WHEN d."statutory" THEN ${now} ELSE d."nextAt" END
    FROM (
      SELECT o."id", w."memberId", w."memberId" <> o."memberId" AS "isNew"
      FROM "Deadline" o JOIN "Case" c ON c."id" = o."caseId" JOIN "Member" m ON m."id" = c."workerId",
        LATERAL (SELECT CASE WHEN o."step" = 'approve' THEN coalesce(m."supervisorId", m."id") ELSE m."id" END
          AS "memberId") w
      WHERE c."workerId" = ${workerId} AND o."doneAt" IS NULL AND o."cancelledAt" IS NULL
    ) n
    WHERE d."id" = n."id"`;
}

/** A rule of the organisation changed: its cases are recalculated anew by the timekeeper, a few at a time. */
export async function recalculateLater(tx: Tx, organizationId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Case" SET "unreckonedAt" = ${now} WHERE "organizationId" = ${organizationId}`;
}

/** How many deadlines of a kind are open in the acting admin's organisation. */
export async function openDeadlines(work: Work, key: DeadlineKey): Promise<number> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  return tx.deadline.count({ where: { organizationId, key, doneAt: null, cancelledAt: null } });
}

/** Reckons up to `limit` cases that wait for it. Returns their number; other instances take others. */
export async function recalculateWaiting(work: Work, limit: number): Promise<number> {
  const tx = await work.tx();
  const cases = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Case" WHERE "unreckonedAt" IS NOT NULL
    ORDER BY "unreckonedAt", "id" LIMIT ${limit} FOR NO KEY UPDATE SKIP LOCKED`;
  for (const { id } of cases) {
    await recalculate(work, id, true);
    // A rule that changed again meanwhile waits for this row, and marks it anew.
    await tx.case.update({ where: { id }, data: { unreckonedAt: null } });
  }
  return cases.length;
}
