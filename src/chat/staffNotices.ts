import { chatOf } from "../records/members.js";
import type { Work } from "../records/work.js";
import type { Locale, MessageKey, TextArgs, Texts } from "../texts.js";
import type { Button } from "./buttons.js";
import { notify } from "./notices.js";

/** Writes to a colleague about their own place, where they can be reached. */
export async function tellMember<K extends MessageKey>(
  work: Work,
  texts: Texts,
  memberId: string,
  key: K,
  args: TextArgs<K>,
  rows: (locale: Locale) => readonly (readonly Button[])[] = () => [],
): Promise<void> {
  if (memberId === work.actor?.memberId) return;
  const chat = await chatOf(work, memberId);
  if (chat !== undefined) notify(work, texts, chat, key, args, rows);
}
