import { Prisma } from "../../generated/prisma/client.js";
import { NotAllowed } from "../people/actor.js";
import { supervisorOf } from "../people/team.js";
import type { Work } from "../people/work.js";

/** The note of a session that the acting supervisor has not read yet: whose, and of which case by its code. */
export type UnreadSession = {
  readonly roundId: string;
  readonly caseId: string;
  readonly code: string;
  readonly workerId: string;
};

/** For so many days a note of a session is new. Who begins to supervise does not begin with the notes of years. */
const newForDays = 30;

/**
 * The oldest unread note of a session of the acting supervisor's team, or the next one behind `after`, and how many are
 * unread in all; in one statement. Throws `NotAllowed` for anyone who is no supervisor.
 */
export async function unreadSession(
  work: Work,
  after: string | null,
): Promise<{ readonly session: UnreadSession | undefined; readonly total: number }> {
  const tx = await work.tx();
  const [row] = await tx.$queryRaw<(Partial<UnreadSession> & { total: number })[]>`
    WITH unread AS (${unread(work)})
    SELECT n.*, t."total" FROM (SELECT count(*)::int AS "total" FROM unread) t
    LEFT JOIN LATERAL (
      SELECT u.* FROM unread u
      WHERE ${after}::text IS NULL
        OR (u."at", u."roundId") > (SELECT r."submittedAt", r."id" FROM "Round" r WHERE r."id" = ${after})
      ORDER BY u."at", u."roundId" LIMIT 1) n ON true`;
  const { roundId, caseId, code, workerId, total = 0 } = row ?? {};
  // Without a row behind `after` all of these are null together.
  const session = roundId && caseId && code && workerId ? { roundId, caseId, code, workerId } : undefined;
  return { session, total };
}

/** The acting supervisor has read a note of a session of their team. Throws `NotAllowed` for any other. */
export async function markSessionRead(work: Work, roundId: string): Promise<void> {
  const { memberId, organizationId } = supervisorOf(work);
  const tx = await work.tx();
  const count = await tx.round.count({
    where: { id: roundId, form: "session", case: { organizationId, worker: { supervisorId: memberId } } },
  });
  if (count === 0) throw new NotAllowed();
  await tx.sessionRead.createMany({ data: { memberId, roundId, at: work.now }, skipDuplicates: true });
}

/** SQL: the unread notes of sessions, found from the team's members. */
function unread(work: Work): Prisma.Sql {
  const { memberId, organizationId } = supervisorOf(work);
  const since = new Date(work.now.getTime() - newForDays * 86_400_000);
  return Prisma.sql`
    SELECT r."id" AS "roundId", r."submittedAt" AS "at", c."id" AS "caseId", c."code", c."workerId"
    FROM "Member" m
    JOIN "Case" c ON c."workerId" = m."id"
    JOIN "Round" r ON r."caseId" = c."id" AND r."form" = 'session'
    WHERE m."organizationId" = ${organizationId} AND m."supervisorId" = ${memberId}
      AND r."status" = 'approved' AND r."submittedAt" > ${since}
      AND NOT EXISTS (SELECT 1 FROM "SessionRead" s WHERE s."memberId" = ${memberId} AND s."roundId" = r."id")`;
}
