import type { Path } from "../../practice/form.js";
import { earlierQuestions, questionOfMessage } from "../../records/case/questionMessages.js";
import { NotYet } from "../../records/people/actor.js";
import type { AskedMessage } from "../../records/people/work.js";
import type { Ctx } from "../telegram/context.js";

/** A question of a round. */
export type QuestionRef = { readonly roundId: string; readonly path: Path };

/** Which question a message belongs to. */
export type MessageTarget =
  /** The current question. */
  | { readonly kind: "here" }
  /** An earlier question: the message was sent before the current one was seen, or as a reply to the earlier one. */
  | { readonly kind: "earlier"; readonly target: QuestionRef; readonly isReply: boolean }
  /** Unknown; possibly the earlier question. */
  | { readonly kind: "unsure"; readonly target: QuestionRef | undefined };

const here: MessageTarget = { kind: "here" };

/** The longest time (ms) a call may be in flight. After that its sender is gone. */
const longestCall = 60_000;

/**
 * Decides to which question a message belongs, by message ids. Telegram numbers the messages of a private chat in the
 * order in which they arrived. So a message with a lower number than a question was sent before that question was
 * seen.
 *
 * If a call's end was lost, the question may also have been sent under another id. Then dates decide, as far as whole
 * seconds allow, and in doubt the bot asks. As long as people answer what they see, no query is needed.
 */
export async function targetOfMessage(ctx: Ctx, view: QuestionRef): Promise<MessageTarget> {
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

/** A message of the person: Telegram's id, and the second it was sent (Unix time). */
type Sent = { readonly id: number; readonly date: number };

/** Whether the person had seen a question when they sent a message. */
type Seen = "seen" | "perhaps" | "unseen" | "on the wire";

/** The same for the current question. */
function seenOf(asked: AskedMessage, sent: Sent, now: Date): Seen {
  // Telegram refused the question. The person was told, so they answer what they were asked before.
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
  // Dates are whole seconds: a message of this second may have been sent at its end.
  return since !== null && since.getTime() < (date + 1) * 1_000 ? "perhaps" : "unseen";
}

function isInFlight(calledAt: Date | null, now: Date): boolean {
  return calledAt !== null && now.getTime() - calledAt.getTime() < longestCall;
}

/**
 * The newest question the person had seen when they sent the message. `isUnseen` means that the current one was
 * certainly not seen.
 */
async function amongEarlierQuestions(
  ctx: Ctx,
  view: QuestionRef,
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

function isAt(view: QuestionRef, { roundId, path }: QuestionRef): boolean {
  return view.roundId === roundId && view.path === path;
}
