/**
 * Takes the lock of a chat for this transaction, if nobody has it: whoever handles an update of a chat holds it until its
 * commit, from memory or from the inbox, in any instance. PostgreSQL frees it the instant a process dies. Chats of Telegram
 * are below 2^52, so that these keys are nobody else's.
 */
export const takesChat = (chatKey: string) => `pg_try_advisory_xact_lock((1::bigint << 60) + ${chatKey})`;

/**
 * All that answering a question needs to know of the chats of `c`: who is speaking, where they stand, which round is open, whose
 * case it is, and how the message of the question fared.
 *
 * It is read by a statement after the one that took the locks. In the same one it would be read as it was before the lock
 * was free, and whoever had it has just answered.
 */
export const chatColumns = `
  a."id" AS "accountId", a."locale", a."blockedAt",
  m."id" AS "memberId", m."roles"::text[] AS "roles", m."supervisorId", m."consentVersion", m."pin", m."pinAfter",
  o."id" AS "organizationId", o."name" AS "organizationName", o."timeZone" AS "zone", o."rules",
  d."roundId", d."path", d."seen", d."state", d."caseId", d."ticks", d."unlockedAt", d."topic", d."topicAt", d."touchedAt",
  r."version" AS "roundVersion",
  q."id" AS "askedId", q."status" AS "askedStatus", q."telegramId" AS "askedTelegramId", q."sentAt" AS "askedSentAt",
  q."calledAt" AS "askedCalledAt", q."unsureSince" AS "askedUnsureSince"`;

/** What {@link chatColumns} are read from. */
export const chatTables = `
LEFT JOIN "Account" a ON a."id" = c."chatKey"
LEFT JOIN "Member" m ON m."id" = a."activeMemberId" AND m."suspendedAt" IS NULL
LEFT JOIN "Organization" o ON o."id" = m."organizationId"
LEFT JOIN "Dialogue" d ON d."chatId" = c."chatKey"
LEFT JOIN "Round" r ON r."id" = d."roundId"
LEFT JOIN "Message" q ON q."id" = d."messageId"`;

/** A chat as these columns tell of it. */
export type ChatState = {
  readonly chatKey: bigint;
  readonly accountId: bigint | null;
  readonly locale: string | null;
  readonly blockedAt: Date | null;
  readonly memberId: string | null;
  readonly roles: string[] | null;
  readonly supervisorId: string | null;
  readonly consentVersion: number | null;
  /** Sealed. */
  readonly pin: string | null;
  readonly pinAfter: number | null;
  readonly organizationId: string | null;
  readonly organizationName: string | null;
  readonly zone: string | null;
  readonly rules: unknown;
  readonly roundId: string | null;
  readonly path: string | null;
  readonly seen: number | null;
  readonly state: string | null;
  readonly caseId: string | null;
  /** Sealed. */
  readonly ticks: string | null;
  readonly unlockedAt: Date | null;
  readonly topic: string | null;
  readonly topicAt: Date | null;
  readonly touchedAt: Date | null;
  readonly roundVersion: number | null;
  readonly askedId: string | null;
  readonly askedStatus: string | null;
  readonly askedTelegramId: number | null;
  readonly askedSentAt: Date | null;
  readonly askedCalledAt: Date | null;
  readonly askedUnsureSince: Date | null;
};
