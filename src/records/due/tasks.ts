import { Prisma } from "../../generated/prisma/client.js";
import { addDays, dateIn, endOfDay, timeIn } from "../../practice/calendar.js";
import { type DeadlineKey, deadlineKeys, deadlineRule } from "../../practice/deadlines.js";
import type { LocalDate } from "../../practice/form.js";
import { digestOn } from "../../practice/ladder.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf, type CaseRight, caseStub } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { deadlineKeyOf, kindsIn } from "../storage/deadlineKinds.js";
import { basisOf } from "./basis.js";
import { hoursFrom } from "./deadlines.js";
import { type ReminderReason, type ReminderStatus, reminderStateOf } from "./reminderState.js";

/** When something is due: the day counts, not the hour. */
export const buckets = ["overdue", "today", "week", "later"] as const;

/** When a task is due. */
export type Bucket = (typeof buckets)[number];

/** A deadline as lists show it: a case by its code, never a name. */
export type Task = {
  readonly id: string;
  readonly key: DeadlineKey;
  readonly step: string;
  readonly roundId: string | null;
  readonly caseId: string | null;
  readonly code: string | null;
  readonly statutory: boolean;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly basis: string | null;
  readonly snoozedUntil: Date | null;
};

/** Whether its reminders are snoozed now. */
export function isAsleep(task: Pick<Task, "snoozedUntil">, now: Date): boolean {
  return task.snoozedUntil !== null && task.snoozedUntil > now;
}

/** A task with the bucket it falls into, and whose it is. */
export type TaskLine = Task & { readonly bucket: Bucket; readonly ownerId: string };

/** Which tasks a list shows. */
export type TaskFilter = {
  /** The acting member's own tasks, or those of the workers they supervise. */
  readonly whose: "mine" | "team";
  /** Of a team: one of its workers alone. */
  readonly workerId?: string;
  readonly bucket?: Bucket;
  readonly key?: DeadlineKey;
};

/** A page of tasks; `total` counts all pages. */
export type TaskPage = {
  readonly lines: readonly TaskLine[];
  readonly total: number;
  readonly counts: Readonly<Record<Bucket, number>>;
  /** The kinds of deadlines among all pages. */
  readonly keys: readonly DeadlineKey[];
};

/** Tasks on one page of a list. */
export const tasksPerPage = 8;

/** A page of tasks, statutory ones first, then the soonest; with the number in each bucket. */
export async function listTasks(work: Work, filter: TaskFilter, page: number): Promise<TaskPage> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const only = filter.workerId ?? null;
  const whose =
    filter.whose === "mine"
      ? Prisma.sql`d."memberId" = ${actor.memberId}`
      : Prisma.sql`d."memberId" IN (
          SELECT "id" FROM "Member" WHERE "supervisorId" = ${actor.memberId} AND "organizationId" = ${actor.organizationId}
            AND (${only}::text IS NULL OR "id" = ${only}))`;
  const bucket = bucketAt(actor.zone, work.now);
  const { counts, keys } = await counted(work, whose, bucket);
  const key =
    filter.key === undefined
      ? Prisma.empty
      : Prisma.sql`AND d."key" = ANY (${kindsIn(work.sealer, [filter.key])})`;
  const within = filter.bucket === undefined ? Prisma.empty : Prisma.sql`AND ${bucket} = ${filter.bucket}`;
  const rows = await tx.$queryRaw<(Omit<TaskLine, "key"> & { key: string; total: bigint })[]>`
    SELECT ${bucket} AS "bucket", d."memberId" AS "ownerId", d."id", d."key", d."step", d."roundId", d."caseId", c."code", d."statutory", d."startsAt", d."dueAt",
      d."basis", d."snoozedUntil", count(*) OVER () AS "total"
    FROM "Deadline" d LEFT JOIN "Case" c ON c."id" = d."caseId"
    WHERE ${whose} AND ${listed(work)} ${key} ${within}
    ORDER BY d."statutory" DESC, d."dueAt", d."id" LIMIT ${tasksPerPage} OFFSET ${page * tasksPerPage}`;
  const lines = rows.map(({ total: _, ...task }) => ({
    ...task,
    key: deadlineKeyOf(work.sealer, task.key),
    basis: basisOf(work.sealer, task.id, task.basis),
  }));
  return { lines, total: Number(rows[0]?.total ?? 0), counts, keys };
}

/** How many tasks a member has in each bucket. */
export async function taskCounts(
  work: Work,
  memberId: string,
  zone: string,
): Promise<Readonly<Record<Bucket, number>>> {
  return (await counted(work, Prisma.sql`d."memberId" = ${memberId}`, bucketAt(zone, work.now))).counts;
}

const listedAs = (listed: string) => deadlineKeys.filter((key) => deadlineRule(key).listed === listed);
const besideNone = listedAs("unless-same-step");
const fromStart = listedAs("from-start");

/**
 * SQL: open deadlines `d` that their rule lists now. A draft of a form that is due anyway is not listed twice. `OFFSET 0` has
 * that looked up in the draft's case: without it PostgreSQL reads the open deadlines of everybody first, to compare with.
 */
export function listed({ sealer, now }: Pick<Work, "sealer" | "now">): Prisma.Sql {
  const [beside, later] = [kindsIn(sealer, besideNone), kindsIn(sealer, fromStart)];
  return Prisma.sql`
  d."doneAt" IS NULL AND d."cancelledAt" IS NULL
  AND (d."key" <> ALL (${beside}) OR NOT EXISTS (
    SELECT 1 FROM "Deadline" o
    WHERE o."caseId" = d."caseId" AND o."step" = d."step" AND o."key" <> ALL (${beside})
      AND o."doneAt" IS NULL AND o."cancelledAt" IS NULL OFFSET 0))
  AND (d."key" <> ALL (${later}) OR d."startsAt" <= ${now})`;
}

async function counted(work: Work, whose: Prisma.Sql, bucket: Prisma.Sql) {
  const tx = await work.tx();
  const rows = await tx.$queryRaw<{ key: string; bucket: Bucket; count: number }[]>`
    SELECT d."key", ${bucket} AS "bucket", count(*)::int AS "count"
    FROM "Deadline" d WHERE ${whose} AND ${listed(work)} GROUP BY 1, 2`;
  const counts = { overdue: 0, today: 0, week: 0, later: 0 };
  for (const { bucket, count } of rows) counts[bucket] += count;
  const found = new Set(rows.map((row) => deadlineKeyOf(work.sealer, row.key)));
  const keys = deadlineKeys.filter((key) => found.has(key));
  return { counts, keys };
}

/** The bucket of a deadline `d` as SQL. The limits of the buckets are defined only here. */
function bucketAt(zone: string, now: Date): Prisma.Sql {
  const today = dateIn(zone, now);
  return Prisma.sql`CASE WHEN d."dueAt" < ${now} THEN 'overdue' WHEN d."dueAt" <= ${endOfDay(zone, today)} THEN 'today'
    WHEN d."dueAt" <= ${endOfDay(zone, addDays(today, 7))} THEN 'week' ELSE 'later' END`;
}

/** A deadline with everything its card shows. */
export type TaskCard = Task & {
  readonly open: boolean;
  readonly mine: boolean;
  readonly ownerId: string;
  /** Which occurrence of its kind it is. */
  readonly anchor: string;
  /** The reminders of the acting member about it, sent or not and why, newest first. */
  readonly log: readonly {
    readonly rung: string;
    readonly at: Date;
    readonly status: ReminderStatus;
    readonly reason: ReminderReason | null;
  }[];
};

/** One deadline, for its owner and whoever may read its case. Throws `NotAllowed`. */
export async function taskCard(work: Work, id: string): Promise<TaskCard> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const row = await deadlineFor(work, id);
  const subject =
    row.caseId === null
      ? null
      : await tx.case.findUnique({ where: { id: row.caseId }, select: { code: true } });
  const log = await tx.reminder.findMany({
    where: { deadlineId: id, memberId: actor.memberId },
    orderBy: { at: "desc" },
    take: 6,
    select: { rung: true, at: true, status: true, reason: true },
  });
  return {
    ...row,
    code: subject?.code ?? null,
    open: row.doneAt === null && row.cancelledAt === null,
    mine: row.memberId === actor.memberId,
    ownerId: row.memberId,
    log: log.map((line) => ({ ...line, ...reminderStateOf(line) })),
  };
}

/** Whether its reminders may be snoozed: never those of a statutory deadline or of a danger. */
export function canSnooze({
  statutory,
  key,
}: {
  readonly statutory: boolean;
  readonly key: DeadlineKey;
}): boolean {
  return !statutory && deadlineRule(key).endsBy !== "danger";
}

/** The longest snooze, in days. */
export const longestSnooze = 30;

/**
 * Snoozes the reminders of a deadline until the digest of a day, with a reason that is kept sealed and that the
 * supervisor may read. Only its owner may, and never for a statutory deadline. The due date stays, and so does the
 * escalation to the supervisor. Throws `NotAllowed`, `Conflict`.
 */
export async function snooze(work: Work, id: string, until: LocalDate, reason: string): Promise<void> {
  const actor = actorOf(work);
  const row = await deadlineFor(work, id);
  const today = dateIn(actor.zone, work.now);
  const isFit = until > today && until <= addDays(today, longestSnooze) && reason.trim() !== "";
  if (!canSnooze(row) || row.memberId !== actor.memberId || !isFit) throw new NotAllowed();
  await pauseReminders(work, row, digestOn(until, hoursFrom(actor.zone, actor.rules)), reason);
  work.audit.push({
    action: "deadline.snoozed",
    subject: "deadline",
    subjectId: id,
    detail: { until },
  });
}

/**
 * Acknowledges a statutory deadline with a note of what is being done. Repeated reminders after the due hour pause
 * for owner and supervisor until the next morning; reminders up to the due hour are still sent.
 *
 * Returns until when, and whether nobody had acknowledged it until then. Throws `NotAllowed`, and `Conflict` where it
 * is over already.
 */
export async function takeInHand(
  work: Work,
  id: string,
  doing: string,
): Promise<{ readonly until: Date; readonly isNews: boolean }> {
  const actor = actorOf(work);
  const row = await deadlineFor(work, id, "duty");
  if (!row.statutory || doing.trim() === "") throw new NotAllowed();
  const hours = hoursFrom(actor.zone, actor.rules);
  const today = dateIn(actor.zone, work.now);
  const isNight = timeIn(actor.zone, work.now) < hours.rules.quiet.to;
  const until = digestOn(isNight ? today : addDays(today, 1), hours);
  await pauseReminders(work, row, until, doing);
  work.audit.push({
    action: "deadline.in-hand",
    subject: "deadline",
    subjectId: id,
    detail: { until: until.toISOString() },
  });
  return { until, isNews: row.snoozedUntil === null || row.snoozedUntil <= work.now };
}

/** Pauses the reminders of a deadline, and keeps the words for it sealed. Throws `Conflict` where it is over. */
async function pauseReminders(
  work: Work,
  { id, doneAt, cancelledAt, nextAt }: Awaited<ReturnType<typeof deadlineFor>>,
  until: Date,
  words: string,
): Promise<void> {
  if (doneAt !== null || cancelledAt !== null) throw new Conflict("the deadline is over");
  const tx = await work.tx();
  await tx.deadline.update({
    where: { id },
    data: {
      snoozedUntil: until,
      snoozeReason: work.sealer.seal(words, { table: "Deadline", column: "snoozeReason", row: id }),
      nextAt: nextAt === null || nextAt > until ? until : nextAt,
    },
  });
}

/**
 * The reason of a snooze, or the note on a statutory deadline; null where there is none. For its owner and whoever may
 * read its case. Throws `NotAllowed`.
 */
export async function snoozeReason(work: Work, id: string): Promise<string | null> {
  const { snoozeReason: sealed } = await deadlineFor(work, id);
  if (sealed === null) return null;
  work.audit.push({ action: "snooze.read", subject: "deadline", subjectId: id });
  return work.sealer.open(sealed, { table: "Deadline", column: "snoozeReason", row: id });
}

/** A deadline of the acting member, or of a case for which they have a permission. Throws `NotAllowed`. */
export async function deadlineFor(work: Work, id: string, right: CaseRight = "read") {
  const actor = actorOf(work);
  const tx = await work.tx();
  const row = await tx.deadline.findUnique({ where: { id } });
  if (row === null || row.organizationId !== actor.organizationId) throw new NotAllowed();
  const found = {
    ...row,
    key: deadlineKeyOf(work.sealer, row.key),
    basis: basisOf(work.sealer, id, row.basis),
  };
  if (row.memberId === actor.memberId) return found;
  if (row.caseId === null) throw new NotAllowed();
  await caseStub(work, { id: row.caseId }, right);
  return found;
}
