import { type Actor, NotAllowed } from "./actor.js";
import type { Work } from "./work.js";

/** The acting member, or `NotAllowed`: nothing of a case is read or written without one. */
export function actorOf(work: Work): Actor {
  if (work.actor === undefined) throw new NotAllowed();
  return work.actor;
}

/**
 * Who may read and write a case: its worker, and the supervisor named for that worker; both in the case's own
 * organisation. An admin as such may not.
 */
export function mayWork(
  actor: Actor,
  subject: { organizationId: string; workerId: string; workerSupervisorId: string | null },
): boolean {
  return (
    actor.organizationId === subject.organizationId &&
    (actor.memberId === subject.workerId || actor.memberId === subject.workerSupervisorId)
  );
}
