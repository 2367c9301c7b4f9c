import { NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { hashOf } from "../storage/settings.js";

/** How long a receiving code may be used, in days. */
export const receivingDays = 7;

/**
 * Makes a code by which another institution on this bot may address one case to this one. Institutions do not see each
 * other: who is not given a code does not learn that this one is here. Returns it once, only its hash is stored; `nobody`
 * where no supervisor is there to decide. Throws `NotAllowed` for anyone but supervisors and admins.
 */
export async function makeReceivingCode(
  work: Work,
): Promise<{ readonly code: string; readonly expiresAt: Date } | "nobody"> {
  const { organizationId, memberId, roles } = actorOf(work);
  if (!roles.includes("supervisor") && !roles.includes("admin")) throw new NotAllowed();
  const tx = await work.tx();
  const supervisors = await tx.member.count({
    where: { organizationId, roles: { has: "supervisor" }, suspendedAt: null },
  });
  if (supervisors === 0) return "nobody";
  const [id, code] = [work.newId(), work.newId(12)];
  const expiresAt = new Date(work.now.getTime() + receivingDays * 86_400_000);
  await tx.receivingCode.create({
    data: { id, organizationId, codeHash: hashOf(code), madeById: memberId, createdAt: work.now, expiresAt },
  });
  work.audit.push({ action: "transfer.code-made", subject: "receiving-code", subjectId: id });
  return { code, expiresAt };
}

/**
 * Uses a receiving code up. Returns the institution it stands for; undefined where it is none, or one's own. Of two who
 * use it at once one gets it.
 */
export async function spendReceivingCode(work: Work, code: string): Promise<string | undefined> {
  const { organizationId: own } = actorOf(work);
  const tx = await work.tx();
  const usable = {
    codeHash: hashOf(code),
    usedAt: null,
    expiresAt: { gte: work.now },
    organizationId: { not: own },
  };
  const found = await tx.receivingCode.findFirst({ where: usable });
  const { count } = await tx.receivingCode.updateMany({ where: usable, data: { usedAt: work.now } });
  return count === 0 ? undefined : found?.organizationId;
}
