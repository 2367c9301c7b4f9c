import { nextAlarm } from "../../practice/alarm.js";
import { dangerNoted } from "../../practice/deadlines/dangerOpen.js";
import { deadlineOf } from "../../practice/deadlines.js";
import type { Alarm, Work } from "../people/work.js";
import { storedKind } from "../storage/deadlineKinds.js";
import { type AlarmRecipient, alarmRecipientsOf, type DangerScope, memberName } from "./alarmRecipients.js";
import {
  dangerCell,
  dangerInclude,
  dangerKindsOf,
  type NamedMember,
  type NotedDanger,
  readDanger,
  whoseLife,
} from "./dangerRow.js";

/** A danger that was just noted or is alerted again: whom to tell now, and who was told in all. */
export type DangerAlert = {
  readonly danger: NotedDanger;
  readonly tell: readonly AlarmRecipient[];
  readonly told: readonly NamedMember[];
  /** The member who noted it, if the bot can write to them. */
  readonly noter: { readonly chatId: number; readonly locale: string | null } | null;
};

/**
 * How long (ms) after a danger was noted the same danger counts as a repetition: a second press, or a second form.
 */
const repeatWithin = 15 * 60_000;

/**
 * Stores a danger with its audit line and says who must be told now. The same danger noted again while it is open
 * stays one row; the recipients are told again unless that just happened. An update that is handled a second time
 * finds the row of the first try.
 */
export async function noteDanger(work: Work, alarm: Alarm): Promise<DangerAlert> {
  const tx = await work.tx();
  const open = await tx.danger.findMany({
    where: { notedById: alarm.notedById, caseId: alarm.caseId, closedAt: null },
    orderBy: { notedAt: "desc" },
  });
  const before = open.find(
    (row) => whoseLife(work, row) === alarm.whom && dangerKindsOf(work, row).join() === alarm.kinds.join(),
  );
  if (before !== undefined && before.updateId !== null && before.updateId === work.updateId) {
    return alertOf(work, before.id, []);
  }
  const about = await concerned(work, alarm);
  const tell = await alarmRecipientsOf(work, about, false);
  const heard = tell.map(({ memberId }) => memberId);
  const isJust = before !== undefined && work.now.getTime() - before.notedAt.getTime() < repeatWithin;
  if (before !== undefined) {
    const told = isJust ? before.told : [...new Set([...before.told, ...heard])];
    await tx.danger.update({
      where: { id: before.id },
      data: {
        repeats: before.repeats + 1,
        told,
        ...(isJust
          ? {}
          : {
              notedAt: work.now,
              updateId: work.updateId,
              rung: 0,
              nextAt: nextAlarm(work.now, 0),
              acknowledgedById: null,
              acknowledgedAt: null,
            }),
      },
    });
    audited(work, alarm, "danger.repeated", before.id, isJust ? 0 : heard.length);
    return alertOf(work, before.id, isJust ? [] : tell);
  }
  const id = work.newId();
  await tx.danger.create({
    data: {
      id,
      organizationId: alarm.organizationId,
      caseId: alarm.caseId,
      whom: work.sealer.seal(alarm.whom, dangerCell("whom", id)),
      kinds: work.sealer.seal(JSON.stringify(alarm.kinds), dangerCell("kinds", id)),
      source: alarm.source,
      notedById: alarm.notedById,
      notedAt: work.now,
      updateId: work.updateId,
      told: heard,
      nextAt: nextAlarm(work.now, 0),
    },
  });
  audited(work, alarm, "danger.noted", id, heard.length);
  await standInDigest(work, about, id);
  return alertOf(work, id, tell);
}

/**
 * Adds the deadline by which the danger appears in digests until it is closed. Its reminder is planned when the
 * timekeeper first looks at the row. So nothing here depends on rules or calendar, which could fail.
 */
async function standInDigest(work: Work, { organizationId, caseId, workerId }: DangerScope, id: string) {
  const tx = await work.tx();
  const { timeZone } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { timeZone: true },
  });
  const { key, anchor, startsAt, dueAt, statutory, step } = deadlineOf(
    "danger-open",
    dangerNoted(work.now, timeZone, id),
  );
  await tx.deadline.create({
    data: {
      id: work.newId(),
      organizationId,
      caseId,
      memberId: workerId,
      key: storedKind(work.sealer, key),
      anchor,
      startsAt,
      dueAt,
      statutory,
      step,
      nextAt: work.now,
    },
  });
}

function audited(work: Work, alarm: Alarm, action: string, id: string, told: number): void {
  const { organizationId, notedById: memberId, caseId, source } = alarm;
  // The audit line is attached to the case. Which danger it is stands only in the sealed row.
  const subject =
    caseId === null ? { subject: "danger", subjectId: id } : { subject: "case", subjectId: caseId };
  work.audit.push({ action, ...subject, organizationId, memberId, detail: { danger: id, source, told } });
}

/** Claims a danger that nobody has acknowledged in time and returns its id. Other instances skip it. */
export async function claimAlarm(work: Work): Promise<string | undefined> {
  const tx = await work.tx();
  const [due] = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Danger" WHERE "nextAt" <= ${work.now}
    ORDER BY "nextAt" LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;
  return due?.id;
}

/** A danger that nobody has acknowledged is alerted again, to the admins as well. */
export async function alarmAgain(work: Work, id: string): Promise<DangerAlert> {
  const tx = await work.tx();
  const row = await tx.danger.findUniqueOrThrow({ where: { id } });
  const tell = await alarmRecipientsOf(work, await concerned(work, row), true);
  const told = [...new Set([...row.told, ...tell.map(({ memberId }) => memberId)])];
  const rung = row.rung + 1;
  await tx.danger.update({ where: { id }, data: { told, rung, nextAt: nextAlarm(row.notedAt, rung) } });
  work.audit.push({
    action: "danger.told-again",
    subject: "danger",
    subjectId: id,
    organizationId: row.organizationId,
    detail: { rung, told: tell.length },
  });
  return alertOf(work, id, tell);
}

/** Postpones the next alert of a danger, because it failed now. */
export async function postponeAlarm(work: Work, id: string, until: Date): Promise<void> {
  const tx = await work.tx();
  await tx.danger.update({ where: { id }, data: { nextAt: until } });
}

/**
 * A member can no longer be reached. For open dangers they were told of and did not acknowledge, others are told in
 * their place. Returns those dangers; `told` does not contain the member any more.
 */
export async function replaceRecipient(work: Work, memberId: string): Promise<readonly DangerAlert[]> {
  const tx = await work.tx();
  const rows = await tx.danger.findMany({
    where: { told: { has: memberId }, closedAt: null, acknowledgedAt: null },
    orderBy: { notedAt: "asc" },
  });
  const replaced: DangerAlert[] = [];
  for (const row of rows) {
    const rest = row.told.filter((id) => id !== memberId);
    const hearers = await alarmRecipientsOf(work, await concerned(work, row), row.rung > 0);
    const tell = hearers.filter((one) => !rest.includes(one.memberId));
    const told = [...rest, ...tell.map((one) => one.memberId)];
    await tx.danger.update({ where: { id: row.id }, data: { told } });
    work.audit.push({
      action: "danger.hearer-replaced",
      subject: "danger",
      subjectId: row.id,
      organizationId: row.organizationId,
      detail: { unreachable: memberId, told: tell.length },
    });
    replaced.push(await alertOf(work, row.id, tell));
  }
  return replaced;
}

/** The danger, everybody who was told, and whom to tell now. */
async function alertOf(work: Work, id: string, tell: readonly AlarmRecipient[]): Promise<DangerAlert> {
  const tx = await work.tx();
  const row = await tx.danger.findUniqueOrThrow({ where: { id }, include: dangerInclude });
  const members = await tx.member.findMany({
    where: { id: { in: row.told } },
    select: { id: true, name: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const { suspendedAt, account } = row.notedBy;
  const isReachable = suspendedAt === null && account.blockedAt === null;
  return {
    danger: await readDanger(work, row),
    tell,
    noter: isReachable ? { chatId: Number(account.id), locale: account.locale } : null,
    told: members.map((one) => ({ memberId: one.id, name: memberName(work, one) })),
  };
}

async function concerned(
  work: Work,
  about: { readonly organizationId: string; readonly caseId: string | null; readonly notedById: string },
): Promise<DangerScope> {
  const tx = await work.tx();
  const { organizationId, caseId, notedById } = about;
  const subject =
    caseId === null
      ? null
      : await tx.case.findUniqueOrThrow({ where: { id: caseId }, include: { worker: true } });
  const worker = subject?.worker ?? (await tx.member.findUniqueOrThrow({ where: { id: notedById } }));
  return { organizationId, notedById, caseId, workerId: worker.id, supervisorId: worker.supervisorId };
}
