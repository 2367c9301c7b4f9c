import { scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Tx } from "../storage/tx.js";
import { Conflict, NotAllowed } from "./actor.js";
import { memberIn } from "./members.js";
import { actorOf } from "./rights.js";
import type { Work } from "./work.js";
import { codesRefusedUntil, countWrongCode } from "./wrongCodes.js";

/** How a PIN is written. */
export const pinShape = /^\d{4,6}$/;

/** After how many minutes without an act a PIN is asked for, where neither its owner nor the institution says so. */
const usualPinAfter = 15;

/**
 * Whether the chat of the acting member is open.
 *
 *   unset ──a PIN is set──► open ──minutes without an act──► locked ──PIN given──► open
 *
 * `unset` where the institution requires a PIN and the member has none. Without a PIN, and for whoever is no member, a chat is open.
 */
export function lockOf(work: Work): "open" | "locked" | "unset" {
  const { actor, pin, dialogue, now } = work;
  if (actor === undefined) return "open";
  if (pin.sealed === null) return actor.rules.pinAfter === null ? "open" : "unset";
  const open = dialogue.unlockedAt?.getTime();
  return open !== undefined && now.getTime() - open < pinAfter(work) * 60_000 ? "open" : "locked";
}

/** After how many minutes without an act the acting member's PIN is asked for: the institution's, or fewer. */
export function pinAfter(work: Work): number {
  const { pinAfter: required } = actorOf(work).rules;
  const own = work.pin.after ?? required ?? usualPinAfter;
  return required === null ? own : Math.min(own, required);
}

/** Notes an act in an open chat: the minutes are counted from it. */
export function stayUnlocked(work: Work): void {
  work.dialogue.unlockedAt = work.now;
  work.dialogueChanged = true;
}

/** What came of a typed PIN: the chat is open, and so many held messages are handled now; or the time until none may be tried. */
export type PinOutcome =
  | { readonly kind: "right"; readonly held: number }
  | { readonly kind: "wrong" }
  | { readonly kind: "refused"; readonly until: Date };

/** Unlocks the chat of the acting member by their PIN. Wrong ones are counted, and after a few none is taken for a while. */
export async function unlock(work: Work, typed: string): Promise<PinOutcome> {
  const until = await codesRefusedUntil(work, "pin");
  if (until !== undefined) return { kind: "refused", until };
  const { memberId } = actorOf(work);
  const { sealed } = work.pin;
  if (sealed === null || !(await isPin(typed, work.sealer.open(sealed, placeOf(memberId))))) {
    countWrongCode(work, "pin");
    return { kind: "wrong" };
  }
  stayUnlocked(work);
  return { kind: "right", held: await releaseHeld(work, work.chatId) };
}

/** The hash of a PIN with a salt of its own, as it is kept (sealed). */
export async function hashOfPin(work: Work, pin: string): Promise<string> {
  const salt = work.newId(22);
  return JSON.stringify({ salt, hash: (await stretched(pin, salt)).toString("base64") });
}

/** Whether a PIN has this hash. */
export async function isPin(pin: string, kept: string): Promise<boolean> {
  const { salt, hash } = JSON.parse(kept) as { readonly salt: string; readonly hash: string };
  return timingSafeEqual(await stretched(pin, salt), Buffer.from(hash, "base64"));
}

/** Sets the acting member's PIN by its hash; the chat is open. */
export async function setPin(work: Work, hash: string): Promise<void> {
  const { memberId } = actorOf(work);
  const sealed = work.sealer.seal(hash, placeOf(memberId));
  await storePin(work, memberId, sealed, "pin.set");
  work.pin = { ...work.pin, sealed };
  stayUnlocked(work);
  await releaseHeld(work, work.chatId);
}

/** After how many minutes the acting member wants to be asked. */
export async function setPinAfter(work: Work, minutes: number): Promise<void> {
  const { memberId } = actorOf(work);
  const tx = await work.tx();
  await tx.member.update({ where: { id: memberId }, data: { pinAfter: minutes } });
  work.pin = { ...work.pin, after: minutes };
}

/** Removes the acting member's PIN. Throws `Conflict` where the institution requires one. */
export async function removePin(work: Work): Promise<void> {
  const { memberId, rules } = actorOf(work);
  if (rules.pinAfter !== null) throw new Conflict("a PIN is required");
  await storePin(work, memberId, null, "pin.removed");
  work.pin = { ...work.pin, sealed: null };
}

/**
 * Removes the forgotten PIN of a colleague: an admin may, and the supervisor of that member; nobody for themselves. What was held
 * in their chat is handled, unless they have to set a PIN first. Throws `NotAllowed`.
 */
export async function resetPin(work: Work, memberId: string): Promise<void> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const { supervisorId, accountId } = await memberIn(tx, actor, memberId);
  const supervises = actor.roles.includes("supervisor") && supervisorId === actor.memberId;
  if (memberId === actor.memberId || !(actor.roles.includes("admin") || supervises)) throw new NotAllowed();
  await storePin(work, memberId, null, "pin.reset");
  if (actor.rules.pinAfter === null) await releaseHeld(work, Number(accountId));
}

/** The operator removes the PINs of an account, in each of its institutions. Returns how many there were. */
export async function dropPins(
  tx: Tx,
  { now, newId }: { readonly now: Date; readonly newId: () => string },
  accountId: number,
): Promise<number> {
  const members = await tx.member.findMany({
    where: { accountId, pin: { not: null } },
    select: { id: true, organizationId: true },
  });
  await tx.member.updateMany({ where: { accountId }, data: { pin: null } });
  await tx.auditEvent.createMany({
    data: members.map(({ id: subjectId, organizationId }) => ({
      id: newId(),
      organizationId,
      at: now,
      action: "pin.reset",
      subject: "member",
      subjectId,
      detail: { by: "operator" },
    })),
  });
  await release(tx, accountId, now);
  return members.length;
}

async function storePin(work: Work, memberId: string, pin: string | null, action: string): Promise<void> {
  const tx = await work.tx();
  await tx.member.update({ where: { id: memberId }, data: { pin } });
  work.audit.push({ action, subject: "member", subjectId: memberId });
}

/** Has what was sent to a locked chat handled now, in its order. Returns how much it is. */
async function releaseHeld(work: Work, chatId: number | null): Promise<number> {
  if (chatId === null) return 0;
  return release(await work.tx(), chatId, work.now);
}

async function release(tx: Tx, chatKey: number, now: Date): Promise<number> {
  const { count } = await tx.update.updateMany({
    where: { chatKey, status: "held" },
    data: { status: "pending", notBefore: now, handledAt: null },
  });
  return count;
}

const stretch = promisify<string, string, number, Buffer>(scrypt);

function stretched(pin: string, salt: string): Promise<Buffer> {
  return stretch(pin, salt, 32);
}

function placeOf(row: string) {
  return { table: "Member", column: "pin", row };
}
