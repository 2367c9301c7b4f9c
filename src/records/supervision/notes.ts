import { supervisionAgreed } from "../../practice/deadlines/supervisionNext.js";
import { deadlineOf } from "../../practice/deadlines.js";
import type { LocalDate } from "../../practice/form.js";
import { addDeadline, hoursFrom } from "../due/deadlines.js";
import { NotAllowed } from "../people/actor.js";
import { actorOf, caseStub } from "../people/rights.js";
import { supervisorOf } from "../people/team.js";
import type { Work } from "../people/work.js";
import { kindsIn } from "../storage/deadlineKinds.js";
import type { CellAddress, Unreadable } from "../storage/seal.js";

/** What a supervision was about: one case, or a worker's work as a whole. */
export type SupervisionSubject = { readonly caseId: string } | { readonly workerId: string };

/** What is written down of it. */
export type NewSupervision = {
  readonly heldOn: LocalDate;
  readonly points: string;
  /** When they speak again; null where that was left open. */
  readonly nextOn: LocalDate | null;
};

/** A note of supervision, opened for its worker or the supervisor. */
export type SupervisionNote = Omit<NewSupervision, "points"> & {
  readonly id: string;
  readonly workerId: string;
  readonly memberId: string;
  readonly caseId: string | null;
  /** The code of its case; null without one. */
  readonly code: string | null;
  readonly points: string | Unreadable;
};

/** The longest text of a note, in characters: it fits into one message. */
export const longestSupervision = 2_000;

/**
 * The worker and the case of what the acting member supervises. Throws `NotAllowed` for anyone but the supervisor of
 * that worker.
 */
export async function supervisedIn(
  work: Work,
  about: SupervisionSubject,
): Promise<{ readonly workerId: string; readonly caseId: string | null; readonly code: string | null }> {
  if ("caseId" in about) {
    const { id: caseId, code, workerId } = await caseStub(work, { id: about.caseId }, "supervise");
    return { workerId, caseId, code };
  }
  const { memberId, organizationId } = supervisorOf(work);
  const tx = await work.tx();
  const { workerId } = about;
  const count = await tx.member.count({ where: { id: workerId, supervisorId: memberId, organizationId } });
  if (count === 0) throw new NotAllowed();
  return { workerId, caseId: null, code: null };
}

/**
 * Stores what was agreed on, sealed. The day named before is over, and the next one is due to the supervisor. Throws
 * `NotAllowed` for anyone but the supervisor.
 */
export async function noteSupervision(
  work: Work,
  about: SupervisionSubject,
  { heldOn, points, nextOn }: NewSupervision,
): Promise<SupervisionNote> {
  const { organizationId, memberId, zone, rules } = actorOf(work);
  const { workerId, caseId, code } = await supervisedIn(work, about);
  const tx = await work.tx();
  const id = work.newId();
  const key = { in: kindsIn(work.sealer, ["supervision-next"]) };
  const open = { organizationId, key, doneAt: null, cancelledAt: null };
  await tx.deadline.updateMany({
    where: { ...open, caseId, ...(caseId === null ? { anchor: { startsWith: `${workerId}:` } } : {}) },
    data: { doneAt: work.now, nextAt: null },
  });
  await tx.supervisionNote.create({
    data: {
      id,
      organizationId,
      workerId,
      caseId,
      memberId,
      heldOn,
      points: work.sealer.seal(points, pointsCell(id)),
      nextOn,
      createdAt: work.now,
    },
  });
  if (nextOn !== null) {
    const agreed = supervisionAgreed(work.now, nextOn, zone, caseId === null ? `${workerId}:${id}` : id);
    // Like an approval it goes with the case to whoever supervises its worker then.
    const deadline = deadlineOf("supervision-next", { ...agreed, step: "approve" });
    await addDeadline(work, deadline, { organizationId, caseId, memberId, hours: hoursFrom(zone, rules) });
  }
  work.audit.push({
    action: "supervision.noted",
    subject: caseId === null ? "member" : "case",
    subjectId: caseId ?? workerId,
    detail: { note: id },
  });
  return { id, workerId, memberId, caseId, code, heldOn, nextOn, points };
}

/** Notes on one page of a list. */
export const supervisionsPerPage = 3;

/**
 * The notes on a worker's work and on the cases they have now, newest first, and how many there are: for that worker and
 * for whoever supervises them. The reading is audited. Throws `NotAllowed` for anyone else.
 */
export async function supervisionNotes(
  work: Work,
  workerId: string,
  page: number,
): Promise<{ readonly notes: readonly SupervisionNote[]; readonly total: number }> {
  const { memberId, organizationId } = actorOf(work);
  if (workerId !== memberId) await supervisedIn(work, { workerId });
  const tx = await work.tx();
  const rows = await tx.$queryRaw<(NoteRow & { total: number })[]>`
    SELECT n.*, c."code", count(*) OVER ()::int AS "total"
    FROM "SupervisionNote" n LEFT JOIN "Case" c ON c."id" = n."caseId"
    WHERE n."workerId" = ${workerId} AND n."organizationId" = ${organizationId}
      AND (c."id" IS NULL OR c."workerId" = ${workerId})
    ORDER BY n."createdAt" DESC, n."id"
    LIMIT ${supervisionsPerPage} OFFSET ${page * supervisionsPerPage}`;
  work.audit.push({ action: "supervision.read", subject: "member", subjectId: workerId });
  return { notes: rows.map((row) => noteOf(work, row)), total: rows[0]?.total ?? 0 };
}

/**
 * One note: of a case, for whoever may read the case; of a worker, for them and whoever supervises them. The reading is
 * audited. Throws `NotAllowed` for anyone else.
 */
export async function supervisionNote(work: Work, id: string): Promise<SupervisionNote> {
  const { memberId, organizationId } = actorOf(work);
  const tx = await work.tx();
  const [row] = await tx.$queryRaw<NoteRow[]>`
    SELECT n.*, c."code" FROM "SupervisionNote" n LEFT JOIN "Case" c ON c."id" = n."caseId"
    WHERE n."id" = ${id} AND n."organizationId" = ${organizationId}`;
  if (row === undefined) throw new NotAllowed();
  if (row.caseId !== null) await caseStub(work, { id: row.caseId }, "read");
  else if (row.workerId !== memberId) await supervisedIn(work, { workerId: row.workerId });
  work.audit.push({
    action: "supervision.read",
    subject: row.caseId === null ? "member" : "case",
    subjectId: row.caseId ?? row.workerId,
    detail: { note: id },
  });
  return noteOf(work, row);
}

type NoteRow = Omit<SupervisionNote, "points"> & { readonly points: string };

function noteOf(
  work: Work,
  { id, workerId, memberId, caseId, code, heldOn, nextOn, points }: NoteRow,
): SupervisionNote {
  return {
    id,
    workerId,
    memberId,
    caseId,
    code,
    heldOn,
    nextOn,
    points: work.sealer.read(points, pointsCell(id)),
  };
}

/** The cell the points of a note are sealed for. */
export function pointsCell(id: string): CellAddress {
  return { table: "SupervisionNote", column: "points", row: id };
}
