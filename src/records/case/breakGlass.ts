import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf, caseStub, may } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { Unreadable } from "../storage/seal.js";
import { forgetCase } from "./case.js";

/** For how long (hours) a case is read after its glass was broken. */
export const glassHours = 3;

/** A case that was opened in an emergency: by whom it may be read until when, and who is to be told. */
export type BrokenGlass = {
  readonly caseId: string;
  readonly code: string;
  readonly until: Date;
  readonly workerId: string;
  readonly workerSupervisorId: string | null;
};

/** A reason for breaking the glass, as it is read back. */
export type GlassReason = {
  readonly memberId: string;
  readonly at: Date;
  readonly reason: string | Unreadable;
};

/**
 * Opens a case of another team for the acting supervisor, for reading only and three hours, with a typed reason. The
 * caller tells the worker, their supervisor and the admins. Throws `NotAllowed` for anybody but a supervisor, and where
 * there is no such case; `Conflict` where they may read it anyway.
 */
export async function breakGlass(work: Work, code: string, reason: string): Promise<BrokenGlass> {
  const { memberId, organizationId, roles } = actorOf(work);
  if (!roles.includes("supervisor")) throw new NotAllowed();
  const tx = await work.tx();
  const row = await tx.case.findUnique({
    where: { organizationId_code: { organizationId, code } },
    select: { id: true, workerId: true, worker: { select: { supervisorId: true } } },
  });
  if (row === null) throw new NotAllowed();
  const { id: caseId, workerId, worker } = row;
  const workerSupervisorId = worker.supervisorId;
  if (may(actorOf(work), { organizationId, workerId, workerSupervisorId }, "read")) {
    throw new Conflict("the case is theirs");
  }
  const id = work.newId();
  const until = new Date(work.now.getTime() + glassHours * 3_600_000);
  await tx.brokenGlass.create({
    data: {
      id,
      caseId,
      memberId,
      reason: work.sealer.seal(reason, reasonCell(id)),
      at: work.now,
      until,
    },
  });
  work.audit.push({ action: "glass.broken", subject: "case", subjectId: caseId });
  forgetCase(work, caseId);
  return { caseId, code, until, workerId, workerSupervisorId };
}

/** Every time the glass of a case was broken, oldest first. Throws `NotAllowed` for all but its worker and supervisor. */
export async function glassOf(work: Work, caseId: string): Promise<readonly GlassReason[]> {
  await caseStub(work, { id: caseId }, "trace");
  const tx = await work.tx();
  const rows = await tx.brokenGlass.findMany({ where: { caseId }, orderBy: { at: "asc" } });
  return rows.map(({ id, memberId, at, reason }) => ({
    memberId,
    at,
    reason: work.sealer.read(reason, reasonCell(id)),
  }));
}

function reasonCell(row: string) {
  return { table: "BrokenGlass", column: "reason", row } as const;
}
