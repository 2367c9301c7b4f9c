import { hashOf } from "../storage/settings.js";
import type { Tx } from "../storage/tx.js";
import type { Work } from "./work.js";

/** How long a founding code may be used, in days. */
export const foundingDays = 7;

/** What every founding code begins with: it tells them from invitations and from the set-up code. */
export const foundingPrefix = "org_";

/** The hour and the ids of whoever acts: the operator belongs to no institution. */
type Operator = Pick<Work, "now" | "newId">;

/** A founding code as the operator sees it: what it opened, or until when it may be used. The code itself is not kept. */
export type FoundingCodeLine = {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The institution that was opened with it; null where none was. */
  readonly opened: string | null;
};

/** Makes a code that opens one institution. Returns it once: only its hash is stored. */
export async function makeFoundingCode(
  tx: Tx,
  { now, newId }: Operator,
): Promise<{ readonly id: string; readonly code: string; readonly expiresAt: Date }> {
  const id = newId();
  const code = `${foundingPrefix}${newId(24)}`;
  const expiresAt = new Date(now.getTime() + foundingDays * 86_400_000);
  await tx.foundingCode.create({ data: { id, codeHash: hashOf(code), createdAt: now, expiresAt } });
  await noted(tx, { now, newId }, "organization.code-made", id);
  return { id, code, expiresAt };
}

/** Every founding code that was not withdrawn, oldest first. */
export async function listFoundingCodes(tx: Tx): Promise<FoundingCodeLine[]> {
  const rows = await tx.foundingCode.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const ids = rows.flatMap(({ organizationId }) => organizationId ?? []);
  const organizations = await tx.organization.findMany({ where: { id: { in: ids } } });
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  return rows.map(({ id, createdAt, expiresAt, organizationId }) => ({
    id,
    createdAt,
    expiresAt,
    opened: organizationId === null ? null : (names.get(organizationId) ?? organizationId),
  }));
}

/** Withdraws an unused code. False where there is none of this id, or it was used. */
export async function withdrawFoundingCode(tx: Tx, operator: Operator, id: string): Promise<boolean> {
  const { count } = await tx.foundingCode.deleteMany({ where: { id, usedAt: null } });
  if (count > 0) await noted(tx, operator, "organization.code-withdrawn", id);
  return count > 0;
}

/** Whether this code opens an institution now. */
export async function isFoundingCode(work: Work, code: string): Promise<boolean> {
  const tx = await work.tx();
  return (await tx.foundingCode.count({ where: usable(work, code) })) > 0;
}

/** Uses a code for an institution. False where it opens none any more: of two people who use it at once, one does. */
export async function spendFoundingCode(work: Work, code: string, organizationId: string): Promise<boolean> {
  const tx = await work.tx();
  const { count } = await tx.foundingCode.updateMany({
    where: usable(work, code),
    data: { usedAt: work.now, organizationId },
  });
  return count > 0;
}

function usable(work: Work, code: string) {
  return { codeHash: hashOf(code), usedAt: null, expiresAt: { gte: work.now } };
}

async function noted(tx: Tx, { now, newId }: Operator, action: string, subjectId: string): Promise<void> {
  await tx.auditEvent.create({
    data: { id: newId(), at: now, action, subject: "founding-code", subjectId },
  });
}
