import { chatOfMember } from "../../records/people/members.js";
import type { Work } from "../../records/people/work.js";
import type { Locale, MessageKey, TextArgs, Texts } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { notify } from "../telegram/notices.js";

/** Writes to a colleague about their own place. False where they cannot be reached, or are the one who acts. */
export async function tellMember<K extends MessageKey>(
  work: Work,
  texts: Texts,
  memberId: string,
  key: K,
  args: TextArgs<K>,
  rows: (locale: Locale) => readonly (readonly Button[])[] = () => [],
): Promise<boolean> {
  if (memberId === work.actor?.memberId) return false;
  const chat = await chatOfMember(work, memberId);
  if (chat === undefined) return false;
  notify(work, texts, chat, key, args, rows);
  return true;
}
