import type { Path } from "../../practice/form.js";
import { earlierQuestions, questionOfMessage } from "../../records/case/questionMessages.js";
import { NotYet } from "../../records/people/actor.js";
import type { AskedMessage } from "../../records/people/work.js";
import type { Ctx } from "../telegram/context.js";
import type { QuestionView } from "./view.js";

/** A question of a round. */
export type QuestionRef = { readonly roundId: string; readonly path: Path };

/** Which question a message belongs to. */
export type MessageTarget =
  /** The one at hand. */
  | { readonly kind: "here" }
  /** An earlier one: it was sent before the one at hand could be seen, or in reply to it. */
  | { readonly kind: "earlier"; readonly target: QuestionRef; readonly isReply: boolean }
  /** Nobody can know; perhaps the earlier one. */
  | { readonly kind: "unsure"; readonly target: QuestionRef | undefined };

const here: MessageTarget = { kind: "here" };

/** How long (ms) a call may be on the wire; one that is longer has lost its sender. */
const longestCall = 60_000;

/**
 * Places what was sent by the ids of both sides: Telegram numbers the messages of a private chat in the order in
 * which they reached it, so what has a lower number than the message of a question was sent before that was seen. A
 * question that may have been seen under another id (the call's end was lost) places by date, as far as whole seconds
 * tell; what remains open is asked. Costs nothing beyond the claim while people answer what they see.
 *
 * @throws {NotYet} while the message of the question is on the wire
 */
export async function targetOfMessage(ctx: Ctx, view: QuestionView): Promise<MessageTarget> {
  const { message, work } = ctx;
  const { asked } = work;
  if (message === undefined) return here;
  const repliedTo = message.reply_to_message?.message_id;
  if (repliedTo !== undefined) {
    if (repliedTo === asked?.telegramId) return here;
    const target = await questionOfMessage(work, repliedTo);
    if (target !== undefined) return isAt(view, target) ? here : { kind: "earlier", target, isReply: true };
  }
  const sent = { id: message.message_id, date: message.date };
  if (asked === null) return work.isRetried ? amongEarlierQuestions(ctx, view, sent, true) : here;
  const seen = seenOf(asked, sent, work.now);
  if (seen === "on the wire") throw new NotYet("the question is on the wire");
  return seen === "seen" ? here : amongEarlierQuestions(ctx, view, sent, seen === "unseen");
}

/** A message of the person's: Telegram's id, and the second it was sent in (Unix time). */
type Sent = { readonly id: number; readonly date: number };

/** Whether the person had a question before them when they sent a message. */
type Seen = "seen" | "perhaps" | "unseen" | "on the wire";

/** By a question at hand. */
function seenOf(asked: AskedMessage, sent: Sent, now: Date): Seen {
  // Telegram will not have it: the person heard of that, and goes by what they were asked before.
  if (asked.status === "dead" || asked.status === "dropped") return "seen";
  if (asked.status === "sending" && isInFlight(asked.calledAt, now)) return "on the wire";
  return seenByIds(asked, sent);
}

function seenByIds(
  { telegramId, calledAt, unsureSince }: Pick<AskedMessage, "telegramId" | "calledAt" | "unsureSince">,
  { id, date }: Sent,
): Seen {
  if (telegramId !== null && id > telegramId) return "seen";
  const since = unsureSince ?? (telegramId === null ? calledAt : null);
  // Dates are whole seconds: a message of this one may have been sent at its end.
  return since !== null && since.getTime() < (date + 1) * 1_000 ? "perhaps" : "unseen";
}

function isInFlight(calledAt: Date | null, now: Date): boolean {
  return calledAt !== null && now.getTime() - calledAt.getTime() < longestCall;
}

/** The newest question that was before the person when they sent it; `isUnseen`: that was surely not the one at hand. */
async function amongEarlierQuestions(
  ctx: Ctx,
  view: QuestionView,
  sent: Sent,
  isUnseen: boolean,
): Promise<MessageTarget> {
  let isSure = isUnseen;
  for (const put of await earlierQuestions(ctx.work)) {
    if (put.isSending && isInFlight(put.calledAt, ctx.work.now))
      throw new NotYet("a question is on the wire");
    const seen = seenByIds(put, sent);
    if (seen === "unseen") continue;
    if (seen === "perhaps") isSure = false;
    if (!isAt(view, put)) {
      return isSure ? { kind: "earlier", target: put, isReply: false } : { kind: "unsure", target: put };
    }
    if (isSure) return here;
  }
  return { kind: "unsure", target: undefined };
}

function isAt(view: QuestionView, { roundId, path }: QuestionRef): boolean {
  return view.roundId === roundId && view.path === path;
}
