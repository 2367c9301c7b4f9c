import type { NextFunction } from "grammy";
import { adminsToAsk } from "../../records/case/approval.js";
import type { NotAllowed } from "../../records/people/actor.js";
import { chatOfMember, nameOf } from "../../records/people/members.js";
import { noteUnusualReading } from "../../records/people/readings.js";
import { noteRefusal } from "../../records/people/refusals.js";
import { actorOf } from "../../records/people/rights.js";
import type { Work } from "../../records/people/work.js";
import type { MessageKey, TextArgs, Texts } from "../../texts.js";
import type { CallbackName } from "./callbacks.js";
import type { Ctx } from "./context.js";
import { notify } from "./notices.js";

/** The presses by which somebody opens a case to read it. */
const openings: ReadonlySet<string> = new Set<CallbackName>([
  "openCase",
  "openCaseHere",
  "readRound",
  "caseHistory",
]);

/** Who opens unusually many cases in a day is pointed out once that day, by name and numbers, never by cases. */
export function readingWatch(texts: Texts) {
  return async ({ work }: Ctx, next: NextFunction): Promise<void> => {
    await next();
    const hasRead = work.audit.some(({ action }) => action === "case.read");
    if (!hasRead || work.handler === undefined || !openings.has(work.handler)) return;
    const unusual = await noteUnusualReading(work);
    if (unusual !== undefined)
      await tellAbove(work, texts, "notice-reads-often", (name) => [{ name, ...unusual }]);
  };
}

/** Keeps the refusal in the audit. Of many within a day the admins and the member's supervisor hear. */
export async function tellOfRefusals(work: Work, texts: Texts, error: NotAllowed): Promise<void> {
  const count = await noteRefusal(work, error);
  if (count !== undefined) await tellAbove(work, texts, "notice-refused-often", (name) => [{ name, count }]);
}

/** Tells the admins and the supervisor of the acting member something about that member. */
async function tellAbove<K extends MessageKey>(
  work: Work,
  texts: Texts,
  key: K,
  args: (name: string) => TextArgs<K>,
): Promise<void> {
  const { memberId, accountId, supervisorId } = actorOf(work);
  const name = await nameOf(work, memberId);
  const chats = new Map((await adminsToAsk(work)).map((admin) => [admin.accountId, admin.locale]));
  const superior = supervisorId === null ? undefined : await chatOfMember(work, supervisorId);
  if (superior !== undefined) chats.set(superior.chatId, superior.locale);
  chats.delete(accountId);
  for (const [chatId, locale] of chats) notify(work, texts, { chatId, locale }, key, args(name));
}
