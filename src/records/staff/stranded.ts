import { type Supervised, supervisedBy } from "../due/staffing.js";
import { listed } from "../due/tasks.js";
import { adminOf, memberIn } from "../people/members.js";
import type { Work } from "../people/work.js";
import { type CaseToGive, casesToGive } from "./casesToGive.js";

/** What is left without anybody when a member is suspended, as an admin may know of it. */
export type Stranded = {
  readonly cases: readonly CaseToGive[];
  /** The codes of their cases in which a time limit of the law is running. */
  readonly clocks: readonly string[];
  /** How much of theirs is overdue. */
  readonly overdue: number;
  /** Whom they supervise, with what waits for their decision. */
  readonly team: readonly Supervised[];
  readonly supervisorId: string | null;
};

/** What suspending a member leaves without anybody. Throws `NotAllowed` for anyone but an admin. */
export async function strandedBy(work: Work, memberId: string): Promise<Stranded> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const { supervisorId } = await memberIn(tx, actor, memberId);
  const open = await tx.$queryRaw<{ code: string | null; statutory: boolean; overdue: boolean }[]>`
    SELECT c."code", d."statutory", d."dueAt" < ${work.now} AS "overdue"
    FROM "Deadline" d LEFT JOIN "Case" c ON c."id" = d."caseId"
    WHERE d."memberId" = ${memberId} AND ${listed(work)} AND (d."statutory" OR d."dueAt" < ${work.now})
    ORDER BY d."dueAt", d."id"`;
  return {
    cases: await casesToGive(work, memberId),
    clocks: [...new Set(open.flatMap(({ code, statutory }) => (statutory && code !== null ? [code] : [])))],
    overdue: open.filter(({ overdue }) => overdue).length,
    team: await supervisedBy(work, memberId),
    supervisorId,
  };
}
