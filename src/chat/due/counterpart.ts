import type { TaskCard } from "../../records/due/tasks.js";
import { contactOf, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Texts } from "../../texts.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { type NotifiedColleague, notify, recipientLocale } from "../telegram/notices.js";

/**
 * What worker or supervisor is told when the other states something about a statutory deadline, and the button under
 * it.
 */
const notices = {
  "notice-handed-over": "button-to-case",
  "notice-in-hand": "button-read-word",
} as const;

/**
 * Tells the supervisor what the worker stated about a statutory deadline, or the other way round: by code, never the
 * text. Returns who that is and whether the bot could write to them; undefined where nobody is to be told.
 */
export async function tellCounterpart(
  ctx: Ctx,
  texts: Texts,
  { ownerId, caseId, code, key, id }: TaskCard,
  notice: keyof typeof notices,
): Promise<NotifiedColleague | undefined> {
  const { memberId, supervisorId } = actorOf(ctx.work);
  const other = memberId === ownerId ? supervisorId : ownerId;
  if (other === null || caseId === null || code === null) return undefined;
  const { name, chat } = await contactOf(ctx.work, other);
  if (chat === undefined) return { name, reached: false };
  const by = await nameOf(ctx.work, memberId);
  const about = `${code} · ${texts.plain(recipientLocale(chat.locale), `deadline-${key}`)}`;
  const data =
    notice === "notice-in-hand" ? callbacks.openDue({ deadlineId: id }) : callbacks.openCase({ caseId });
  notify(ctx.work, texts, chat, notice, [{ name: about, by }], (locale) => [
    [{ text: texts.plain(locale, notices[notice]), data }],
  ]);
  return { name, reached: true };
}
