import { isSetUp } from "../storage/settings.js";
import { actorOf } from "./rights.js";
import type { Work } from "./work.js";

/** How many wrong codes an account may send within the pause before it has to wait. */
export const mostWrongCodes = 5;

/** How long (ms) wrong codes count: whoever sent too many waits until the first of them is older than this. */
export const wrongCodePause = 3_600_000;

/** What is guessed at: the code of a set-up or an invitation, or the PIN of one's own chat. */
export type Guessed = "code" | "pin";

/**
 * Until when this person may try no code, or no PIN, because they sent too many wrong ones;
 * undefined where they may. A right code is refused too meanwhile, so that guessing on is of no use.
 */
export async function codesRefusedUntil(work: Work, what: Guessed = "code"): Promise<Date | undefined> {
  const since = new Date(work.now.getTime() - wrongCodePause);
  const tx = await work.tx();
  const wrong = await tx.auditEvent.findMany({
    where: { ...guessOf(work, what), at: { gt: since } },
    orderBy: { at: "desc" },
    take: mostWrongCodes,
    select: { at: true },
  });
  const first = wrong[mostWrongCodes - 1];
  return first === undefined ? undefined : new Date(first.at.getTime() + wrongCodePause);
}

/** Counts a wrong code against the person who sent it. What they sent is not kept. */
export function countWrongCode(work: Work, what: Guessed = "code"): void {
  work.audit.push(guessOf(work, what));
}

/** Whether a word after `/start` can be meant as a set-up code at all: once the set-up is done, it is not. */
export async function awaitsSetupCode(work: Work): Promise<boolean> {
  return !(await isSetUp(await work.tx()));
}

/** A code is guessed by an account, which may be nobody's; a PIN is a member's, whose id says nothing once they left. */
function guessOf(work: Work, what: Guessed) {
  return what === "code"
    ? { action: "code.refused", subject: "code", subjectId: String(work.person.accountId) }
    : { action: "pin.refused", subject: "member", subjectId: actorOf(work).memberId };
}
