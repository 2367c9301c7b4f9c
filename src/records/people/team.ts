import { NotAllowed } from "./actor.js";
import { actorOf } from "./rights.js";
import type { Work } from "./work.js";

/** A worker of the acting supervisor's team. */
export type TeamLine = {
  readonly id: string;
  readonly name: string;
  readonly openCases: number;
  /** Forms that wait for the supervisor. */
  readonly waiting: number;
  readonly suspended: boolean;
  readonly blocked: boolean;
};

/** The acting supervisor's team, first joined first. */
export async function listTeam(work: Work): Promise<TeamLine[]> {
  const actor = actorOf(work);
  if (!actor.roles.includes("supervisor")) throw new NotAllowed();
  const tx = await work.tx();
  const rows = await tx.member.findMany({
    where: { organizationId: actor.organizationId, supervisorId: actor.memberId },
    include: {
      account: { select: { blockedAt: true } },
      _count: { select: { cases: { where: { stage: { not: "closed" } } } } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const submitted = await tx.round.findMany({
    where: {
      status: "submitted",
      submittedById: { not: actor.memberId },
      case: { worker: { supervisorId: actor.memberId } },
    },
    select: { case: { select: { workerId: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    name: work.sealer.open(row.name, { table: "Member", column: "name", row: row.id }),
    openCases: row._count.cases,
    waiting: submitted.filter((round) => round.case.workerId === row.id).length,
    suspended: row.suspendedAt !== null,
    blocked: row.account.blockedAt !== null,
  }));
}
