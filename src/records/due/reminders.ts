import { addDays, dateIn, endOfDay } from "../../practice/calendar.js";
import type { DeadlineKey } from "../../practice/deadlines.js";
import { adminOf, memberNames } from "../people/members.js";
import type { Work } from "../people/work.js";
import type { Database } from "../storage/database.js";
import { deadlineKeyOf, kindsIn } from "../storage/deadlineKinds.js";
import { type ReminderReason, type ReminderStatus, reminderStateOf } from "./reminderState.js";

/**
 * A line of the reminder log: what was to be sent to whom, and whether it was. Cases by code, names only of staff.
 */
export type LogLine = {
  readonly at: Date;
  readonly key: DeadlineKey;
  readonly step: string;
  readonly code: string | null;
  readonly rung: string;
  readonly name: string;
  readonly status: ReminderStatus;
  readonly reason: ReminderReason | null;
};

/** What an admin sees of reminders and overdue deadlines. */
export type Oversight = {
  /** The number of non-statutory deadlines overdue for at least as many days as the rules name for the admin. */
  readonly overdue: number;
  readonly statutoryOverdue: number;
  /** Members whose STR has expired. */
  readonly lapsed: readonly { readonly name: string; readonly expiresOn: string }[];
  readonly lines: readonly LogLine[];
  readonly total: number;
};

/** Lines on one page of the reminder log. */
export const logPerPage = 10;

/**
 * The overview of the acting admin: how much is long overdue, whose STR expired, and a page of the reminder log, newest
 * first. Throws `NotAllowed` for anyone else.
 */
export async function oversight(work: Work, page: number, only?: "suppressed"): Promise<Oversight> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const { organizationId } = actor;
  const open = { organizationId, doneAt: null, cancelledAt: null };
  const today = dateIn(actor.zone, work.now);
  const before = endOfDay(actor.zone, addDays(today, -actor.rules.reminders.adminAfter));
  const overdue = await tx.deadline.count({ where: { ...open, statutory: false, dueAt: { lte: before } } });
  const statutoryOverdue = await tx.deadline.count({
    where: { ...open, statutory: true, dueAt: { lt: work.now } },
  });
  const expired = await tx.deadline.findMany({
    where: { ...open, key: { in: kindsIn(work.sealer, ["str-renewal"]) }, dueAt: { lt: work.now } },
    orderBy: { dueAt: "asc" },
  });
  const where = { organizationId, ...(only === undefined ? {} : { status: only }) };
  const total = await tx.reminder.count({ where });
  const rows = await tx.reminder.findMany({
    where,
    orderBy: [{ at: "desc" }, { id: "asc" }],
    skip: page * logPerPage,
    take: logPerPage,
    include: { deadline: { select: { key: true, step: true, caseId: true } } },
  });
  const names = await memberNames(
    work,
    [...rows, ...expired].map(({ memberId }) => memberId),
  );
  const caseIds = rows.flatMap(({ deadline }) => deadline.caseId ?? []);
  const cases = await tx.case.findMany({ where: { id: { in: caseIds } }, select: { id: true, code: true } });
  const codes = new Map(cases.map(({ id, code }) => [id, code]));
  return {
    overdue,
    statutoryOverdue,
    lapsed: expired.map(({ memberId, anchor, dueAt }) => ({
      name: names.get(memberId) ?? anchor,
      expiresOn: dueAt.toISOString(),
    })),
    lines: rows.map((row) => ({
      at: row.status === "sent" ? (row.settledAt ?? row.at) : row.at,
      key: deadlineKeyOf(work.sealer, row.deadline.key),
      step: row.deadline.step,
      code: codes.get(row.deadline.caseId ?? "") ?? null,
      rung: row.rung,
      name: names.get(row.memberId) ?? "",
      ...reminderStateOf(row),
    })),
    total,
  };
}

/** Whether anybody was reminded of anything since a time. Asks for nobody's rights, since it tells no more than that. */
export async function isRemindedSince({ prisma }: Database, since: Date): Promise<boolean> {
  return (await prisma.reminder.count({ where: { status: "sent", settledAt: { gte: since } } })) > 0;
}
