import { chatOf } from "../../records/people/members.js";
import type { Work } from "../../records/people/work.js";
import type { Locale, MessageKey, TextArgs, Texts } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { notify } from "../telegram/notices.js";

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
