import { memberIn } from "../people/members.js";
import { actorOf, may } from "../people/rights.js";
import type { Work } from "../people/work.js";

/** What a member loses from their chat: the messages that can still be deleted, and how many are too old for that. */
export type Withdrawal = {
  readonly chatId: number;
  readonly messageIds: readonly number[];
  readonly older: number;
};

/** Telegram lets a bot delete nothing older than 48 hours (ms); an hour is left for the way there. */
const deletable = 47 * 3_600_000;

/** The members of the acting one's organisation whose chats may show a case. */
export async function membersShown(work: Work, caseId: string): Promise<readonly string[]> {
  const tx = await work.tx();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m."id" FROM "Member" m
    WHERE m."organizationId" = ${actorOf(work).organizationId} AND EXISTS (
      SELECT 1 FROM "Message" o WHERE o."chatId" = m."accountId" AND ${caseId} = ANY (o."caseIds"))`;
  return rows.map(({ id }) => id);
}

/**
 * Finds the messages in a member's chat that may show a case they may not read any more, because they were suspended, withdrew
 * their consent, lost a role or the case, or it was erased. What was to leave for their chat is dropped, and what was to go from it at its time goes now. The outbox remembers
 * messages for a week, so `older` counts those of the last week.
 */
export async function withdrawFrom(work: Work, memberId: string): Promise<Withdrawal> {
  const tx = await work.tx();
  const { accountId, organizationId, roles, suspendedAt, consentVersion } = await memberIn(
    tx,
    actorOf(work),
    memberId,
  );
  const chatId = Number(accountId);
  const shown = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT unnest("caseIds") AS "id" FROM "Message" WHERE "chatId" = ${accountId} AND "caseIds" <> '{}'`;
  const cases = await tx.case.findMany({
    where: { id: { in: shown.map(({ id }) => id) }, organizationId },
    select: { id: true, workerId: true, erasedAt: true, worker: { select: { supervisorId: true } } },
  });
  const broken = await tx.brokenGlass.findMany({
    where: { memberId, until: { gt: work.now } },
    select: { caseId: true },
  });
  const glassOf = (id: string) => (broken.some(({ caseId }) => caseId === id) ? [memberId] : []);
  const lost = cases.flatMap(({ id, workerId, erasedAt, worker }) => {
    const staff = { organizationId, workerId, workerSupervisorId: worker.supervisorId, glass: glassOf(id) };
    const isThere = suspendedAt === null && consentVersion !== null && erasedAt === null;
    const reads = isThere && may({ organizationId, memberId, roles }, staff, "read");
    return reads ? [] : [id];
  });
  if (lost.length === 0) return { chatId, messageIds: [], older: 0 };
  const waiting = { chatId: accountId, status: "waiting", caseIds: { hasSome: lost } };
  await tx.message.updateMany({
    where: { ...waiting, method: { not: "deleteMessage" } },
    data: { status: "dropped", payload: null, error: "shows what its reader may not read any more" },
  });
  await tx.message.updateMany({
    where: { ...waiting, method: "deleteMessage" },
    data: { notBefore: work.now },
  });
  const standing = await tx.$queryRaw<{ telegramId: number; sentAt: Date | null }[]>`
    SELECT s."telegramId", max(f."sentAt") AS "sentAt"
    FROM (
      SELECT DISTINCT "telegramId" FROM "Message"
      WHERE "chatId" = ${accountId} AND "telegramId" IS NOT NULL AND "caseIds" && ${lost}
      EXCEPT
      SELECT "telegramId" FROM "Message" WHERE "chatId" = ${accountId} AND "method" = 'deleteMessage'
    ) s
    LEFT JOIN "Message" f ON f."chatId" = ${accountId} AND f."telegramId" = s."telegramId" AND f."method" LIKE 'send%'
    GROUP BY s."telegramId" ORDER BY s."telegramId"`;
  const since = work.now.getTime() - deletable;
  const messageIds = standing.flatMap(({ telegramId, sentAt }) =>
    sentAt !== null && sentAt.getTime() > since ? [telegramId] : [],
  );
  const older = standing.length - messageIds.length;
  const detail = { deleted: messageIds.length, older };
  work.audit.push({ action: "chat.withdrawn", subject: "member", subjectId: memberId, detail });
  return { chatId, messageIds, older };
}
