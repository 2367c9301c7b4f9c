import type { Actor } from "./actor.js";
import { actorOf } from "./rights.js";
import type { Work } from "./work.js";

/**
 * The version of the notice in force. It is raised when what is stored, why or for whom changes; then everybody is
 * asked again.
 */
export const consentVersion = 3;

/** Whether the member consented to the notice in force. */
export function hasConsented(actor: Actor): boolean {
  return actor.consentVersion === consentVersion;
}

/** Records the member's consent to the notice, with time and version (UU 27/2022 Pasal 24). */
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

/**
 * Records that the member withdrew consent. The membership stays, and they are asked again before anything else of
 * theirs is stored.
 */
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
