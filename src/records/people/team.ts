import { type Actor, NotAllowed } from "./actor.js";
import { actorOf } from "./rights.js";
import type { Work } from "./work.js";

/** A worker of the acting supervisor's team. */
export type TeamLine = {
  readonly id: string;
  readonly name: string;
  readonly suspended: boolean;
  readonly blocked: boolean;
};

/**
 * SQL: nobody can decide as the supervisor `s`, whose account is `sa`: there is none, or they are suspended, have blocked
 * the bot or withdrawn their consent.
 */
export const supervisorIsAbsent = `(s."id" IS NULL OR s."suspendedAt" IS NOT NULL OR sa."blockedAt" IS NOT NULL
    OR s."consentVersion" IS NULL)`;

/** The acting member as a supervisor. Throws `NotAllowed` for anyone who is none. */
export function supervisorOf(work: Work): Actor {
  const actor = actorOf(work);
  if (!actor.roles.includes("supervisor")) throw new NotAllowed();
  return actor;
}

/** The acting supervisor's team, first joined first. */
export async function listTeam(work: Work): Promise<TeamLine[]> {
  const actor = supervisorOf(work);
  const tx = await work.tx();
  const rows = await tx.member.findMany({
    where: { organizationId: actor.organizationId, supervisorId: actor.memberId },
    include: { account: { select: { blockedAt: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    name: work.sealer.open(row.name, { table: "Member", column: "name", row: row.id }),
    suspended: row.suspendedAt !== null,
    blocked: row.account.blockedAt !== null,
  }));
}
