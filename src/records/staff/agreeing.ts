import { consentVersion } from "../people/consent.js";
import type { Work } from "../people/work.js";

/** What somebody would read after a change of staff: the cases of this worker. */
export type Access = {
  readonly organizationId: string;
  readonly workerId: string;
  /** Who is to read them. */
  readonly toId: string;
  /** The admin who wants it so. */
  readonly proposedById: string;
};

/** Whether somebody else has to agree to it. */
export type Agreement =
  | { readonly kind: "at-once" }
  | { readonly kind: "ask"; readonly memberIds: readonly string[] }
  /** Somebody has to, and there is nobody. */
  | { readonly kind: "nobody" };

/**
 * Who has to agree before somebody becomes the worker or the supervisor over existing cases: one other admin, or the
 * worker's present supervisor. An admin reads no case, and could otherwise name themselves in two presses.
 *
 * Nobody is asked where nothing more becomes readable: the worker has no case yet, whoever is to read them supervises
 * the worker already, or the admin who wants it so is that supervisor. Where nobody can be asked it happens at once,
 * except for the admin's own benefit.
 */
export async function agreementOn(work: Work, access: Access): Promise<Agreement> {
  const { organizationId, workerId, toId, proposedById } = access;
  const tx = await work.tx();
  const [found] = await tx.$queryRaw<{ hasCases: boolean; supervisorId: string | null }[]>`
    SELECT m."supervisorId", EXISTS (SELECT 1 FROM "Case" c WHERE c."workerId" = m."id") AS "hasCases"
    FROM "Member" m WHERE m."id" = ${workerId} AND m."organizationId" = ${organizationId}`;
  if (found === undefined) throw new Error("the worker is of another organisation");
  const { hasCases, supervisorId } = found;
  if (!hasCases || supervisorId === toId || supervisorId === proposedById) return { kind: "at-once" };
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m."id" FROM "Member" m JOIN "Account" a ON a."id" = m."accountId"
    WHERE m."organizationId" = ${organizationId} AND m."suspendedAt" IS NULL AND a."blockedAt" IS NULL
      AND m."consentVersion" = ${consentVersion} AND m."id" <> ALL (${[toId, proposedById]})
      AND ('admin' = ANY (m."roles") OR (m."id" = ${supervisorId} AND 'supervisor' = ANY (m."roles")))
    ORDER BY m."createdAt", m."id"`;
  if (rows.length > 0) return { kind: "ask", memberIds: rows.map(({ id }) => id) };
  return { kind: toId === proposedById ? "nobody" : "at-once" };
}
