import { chatOfMember } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Work } from "../../records/people/work.js";
import type { Locale, MessageKey, TextArgs, Texts } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { notify } from "../telegram/notices.js";

/**
 * Notifies a colleague of a change of their own membership. False where the bot cannot write to them, or they are the
 * acting member.
 */
export async function tellMember<K extends MessageKey>(
  work: Work,
  texts: Texts,
  memberId: string,
  key: K,
  args: TextArgs<K>,
  rows: (locale: Locale) => readonly (readonly Button[])[] = () => [],
): Promise<boolean> {
  if (memberId === actorOf(work).memberId) return false;
  const chat = await chatOfMember(work, memberId);
  if (chat === undefined) return false;
  notify(work, texts, chat, key, args, rows);
  return true;
}
