import { type Actor, Conflict, NotAllowed } from "../people/actor.js";
import { actorOf, type CaseStub, may, readableCases } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { kindsIn } from "../storage/deadlineKinds.js";
import { memberName } from "./alarmRecipients.js";
import {
  type DangerRow,
  dangerCell,
  dangerInclude,
  type NamedMember,
  type NotedDanger,
  readDanger,
  readDangers,
} from "./dangerRow.js";

/** A member who is told what became of a danger. */
export type DangerFollower = NamedMember & { readonly chatId: number; readonly locale: string | null };

/** A danger, for its worker, that worker's supervisor, and everybody who was told of it. Throws `NotAllowed`. */
export async function dangerFor(work: Work, id: string): Promise<NotedDanger> {
  return readDanger(work, await concerning(work, id));
}

/** The result of acknowledging a danger. */
export type AcknowledgedDanger = {
  readonly danger: NotedDanger;
  /** False where it was acknowledged or closed before; then nothing was changed. */
  readonly isFirst: boolean;
  readonly follow: readonly DangerFollower[];
};

/**
 * The acting member acknowledges a danger: the alerts stop, and the member who noted it is told. Throws `NotAllowed`.
 */
export async function acknowledgeDanger(work: Work, id: string): Promise<AcknowledgedDanger> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const row = await concerning(work, id);
  const { count } = await tx.danger.updateMany({
    where: { id, acknowledgedAt: null, closedAt: null },
    data: { acknowledgedById: actor.memberId, acknowledgedAt: work.now, nextAt: null },
  });
  if (count === 0) return { danger: await readDanger(work, row), isFirst: false, follow: [] };
  work.audit.push({ action: "danger.acknowledged", subject: "danger", subjectId: id });
  return { danger: await dangerFor(work, id), isFirst: true, follow: await followers(work, row) };
}

/**
 * Whether the acting member may close a danger: its worker, the member who noted it, their supervisor, and the member
 * who acknowledged it.
 */
function mayClose(actor: Actor, row: DangerRow): boolean {
  return isNear(actor, row) || row.acknowledgedById === actor.memberId;
}

/** A danger the acting member may close. Throws `NotAllowed`, and `Conflict` where it is closed. */
export async function dangerToClose(work: Work, id: string): Promise<NotedDanger> {
  const row = await concerning(work, id);
  if (!mayClose(actorOf(work), row)) throw new NotAllowed();
  if (row.closedAt !== null) throw new Conflict("the danger is closed");
  return readDanger(work, row);
}

/**
 * Closes a danger with a note of what was done, which is kept sealed. Returns whom to tell. Throws like
 * `dangerToClose`.
 */
export async function closeDanger(
  work: Work,
  id: string,
  word: string,
): Promise<{ readonly danger: NotedDanger; readonly follow: readonly DangerFollower[] }> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const row = await concerning(work, id);
  if (!mayClose(actor, row)) throw new NotAllowed();
  const { count } = await tx.danger.updateMany({
    where: { id, closedAt: null },
    data: {
      closedById: actor.memberId,
      closedAt: work.now,
      nextAt: null,
      closing: work.sealer.seal(word, dangerCell("closing", id)),
    },
  });
  if (count === 0) throw new Conflict("the danger is closed");
  await tx.deadline.updateMany({
    // With its case, null included, it is found by an index: of open deadlines there may be many.
    where: {
      caseId: row.caseId,
      key: { in: kindsIn(work.sealer, ["danger-open"]) },
      anchor: id,
      doneAt: null,
      cancelledAt: null,
    },
    data: { doneAt: work.now, nextAt: null },
  });
  work.audit.push({
    action: "danger.closed",
    subject: row.caseId === null ? "danger" : "case",
    subjectId: row.caseId ?? id,
    detail: { danger: id },
  });
  return { danger: await dangerFor(work, id), follow: await followers(work, row) };
}

/**
 * The open dangers of a case, oldest first: for whoever may read it, and whoever decides whether it is closed. Throws
 * `NotAllowed`.
 */
export async function openDangersOf(work: Work, subject: CaseStub): Promise<NotedDanger[]> {
  const actor = actorOf(work);
  if (!may(actor, subject, "read") && !may(actor, subject, "settle")) throw new NotAllowed();
  const tx = await work.tx();
  const rows = await tx.danger.findMany({
    where: { caseId: subject.id, closedAt: null },
    include: dangerInclude,
    orderBy: { notedAt: "asc" },
  });
  return readDangers(work, rows);
}

/** Which of these cases have an open danger, as far as the acting member may read them. */
export async function casesInDanger(work: Work, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0) return new Set();
  const tx = await work.tx();
  const rows = await tx.danger.findMany({
    where: { caseId: { in: [...caseIds] }, case: readableCases(work), closedAt: null },
    select: { caseId: true },
  });
  return new Set(rows.flatMap(({ caseId }) => caseId ?? []));
}

/**
 * The open dangers a member is responsible for: those they noted, those of their cases and team, and those they were
 * told of.
 */
export async function openDangersFor(
  work: Work,
  { memberId, organizationId }: Pick<Actor, "memberId" | "organizationId">,
): Promise<NotedDanger[]> {
  const tx = await work.tx();
  const rows = await tx.danger.findMany({
    where: {
      organizationId,
      closedAt: null,
      OR: [
        { notedById: memberId },
        { told: { has: memberId } },
        { case: { OR: [{ workerId: memberId }, { worker: { supervisorId: memberId } }] } },
        { caseId: null, notedBy: { supervisorId: memberId } },
      ],
    },
    include: dangerInclude,
    orderBy: { notedAt: "asc" },
  });
  return readDangers(work, rows);
}

async function concerning(work: Work, id: string): Promise<DangerRow> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const row = await tx.danger.findUnique({ where: { id }, include: dangerInclude });
  if (row === null || row.organizationId !== actor.organizationId) throw new NotAllowed();
  if (!isNear(actor, row) && !row.told.includes(actor.memberId)) throw new NotAllowed();
  return row;
}

/**
 * The member who noted it and everybody who may work on its case; without a case, the supervisor of the member who
 * noted it.
 */
function isNear(actor: Actor, { organizationId, case: subject, notedBy }: DangerRow): boolean {
  if (actor.memberId === notedBy.id) return true;
  const workerId = subject?.workerId ?? notedBy.id;
  const workerSupervisorId = subject === null ? notedBy.supervisorId : subject.worker.supervisorId;
  return may(actor, { organizationId, workerId, workerSupervisorId }, "read");
}

/** The member who noted it and everybody who was told, without the acting member and those the bot cannot reach. */
async function followers(work: Work, row: DangerRow): Promise<DangerFollower[]> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const ids = [row.notedById, ...(row.case === null ? [] : [row.case.workerId]), ...row.told];
  const members = await tx.member.findMany({
    where: {
      id: { in: ids.filter((id) => id !== actor.memberId) },
      suspendedAt: null,
      account: { blockedAt: null },
    },
    include: { account: { select: { locale: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return members.map((one) => ({
    memberId: one.id,
    name: memberName(work, one),
    chatId: Number(one.accountId),
    locale: one.account.locale,
  }));
}
