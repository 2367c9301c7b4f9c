import type { Actor } from "./actor.js";
import { actorOf } from "./rights.js";
import type { Work } from "./work.js";

/** The wording of the notice in force; raised when what is stored, why or for whom changes: all are asked again. */
export const consentVersion = 1;

/** Whether the person agreed to the notice in force. */
export function hasConsented(actor: Actor): boolean {
  return actor.consentVersion === consentVersion;
}

/** The person agreed to the notice of what is stored. When and to which wording is kept (UU 27/2022 Pasal 24). */
export async function giveConsent(work: Work): Promise<void> {
  const actor = actorOf(work);
  const tx = await work.tx();
  await tx.member.update({
    where: { id: actor.memberId },
    data: { consentedAt: work.now, consentVersion },
  });
  work.actor = { ...actor, consentVersion };
  work.audit.push({
    action: "consent.given",
    subject: "member",
    subjectId: actor.memberId,
    detail: { version: consentVersion },
  });
}

/** The person withdrew: they keep their place, and are asked again before anything else is stored by them. */
export async function withdrawConsent(work: Work): Promise<void> {
  const actor = actorOf(work);
  const tx = await work.tx();
  await tx.member.update({
    where: { id: actor.memberId },
    data: { consentedAt: null, consentVersion: null },
  });
  work.actor = { ...actor, consentVersion: null };
  work.audit.push({ action: "consent.withdrawn", subject: "member", subjectId: actor.memberId });
}
