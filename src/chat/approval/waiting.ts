import type { Waiting } from "../../records/case/waiting.js";
import { chatOfMember, memberNames } from "../../records/people/members.js";
import { escapeHtml, type Texts } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { recipientLocale } from "../telegram/notices.js";
import { queueMessage } from "../telegram/outbox.js";
import { joinLines } from "../telegram/screen.js";
import { buttonOf, faceOf } from "../telegram/waitingWords.js";
import { wordingOf } from "../telegram/wording.js";

/** The most lines and buttons in one message. The rest is counted and stands in the list of waiting things. */
const mostShown = 10;

/** The result of passing on: how many things wait, and whether the new supervisor was told. */
export type WaitingNotified = { readonly count: number; readonly reached: boolean };

/**
 * Tells a new supervisor in one message what waits for them, by code, each with its button. Called after the
 * supervisor of a worker or of cases changed. Whoever changed it sees none of it. If nobody supervises now, or the bot
 * cannot write to them, it is only counted.
 */
export async function notifyNewSupervisor(
  ctx: Ctx,
  texts: Texts,
  waiting: readonly Waiting[],
  supervisorId: string | null,
): Promise<WaitingNotified> {
  const count = waiting.length;
  const chat = supervisorId === null ? undefined : await chatOfMember(ctx.work, supervisorId);
  if (chat === undefined || count === 0) return { count, reached: chat !== undefined };
  const say = wordingOf(texts, recipientLocale(chat.locale));
  const shown = waiting.slice(0, mostShown);
  const names = await memberNames(ctx.work, [...new Set(shown.map(({ workerId }) => workerId))]);
  const text = joinLines([
    say.html("notice-waiting", { count }),
    ...shown.map((one) => escapeHtml(`• ${faceOf(one, say)} · ${names.get(one.workerId)}`)),
    count > shown.length ? say.html("waiting-more", { count: count - shown.length }) : undefined,
  ]);
  const rows = [
    ...distinct(shown.map((one) => buttonOf(one, say))).map((button) => [button]),
    ...(count > shown.length ? [[{ text: say.plain("button-waiting"), data: callbacks.approvals() }]] : []),
  ];
  queueMessage(ctx.work, { chatId: chat.chatId, text, rows, kind: "notice" });
  return { count, reached: true };
}

/** Several dangers share one button, which opens their list. */
function distinct(buttons: readonly Button[]): readonly Button[] {
  return [...new Map(buttons.map((button) => [button.data, button])).values()];
}
