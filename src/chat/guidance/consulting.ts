import { chatOfMember, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Adviser, Consultation } from "../../records/questions/consultations.js";
import { escapeHtml, type Locale, type Texts } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { notify } from "../telegram/notices.js";
import { joinLines } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";

/** Tells the advisers of a question, each in their language: who asks, about which case, and the button that opens it. */
export async function passOnQuestion(
  ctx: Ctx,
  texts: Texts,
  asked: Consultation,
  advisers: readonly Adviser[],
): Promise<void> {
  const name = await nameOf(ctx.work, asked.askedById);
  for (const { accountId, locale } of advisers) {
    const to = { chatId: accountId, locale };
    const rows = (language: Locale) => [readButton(texts, language, "button-read-question", asked.id)];
    if (asked.code === null) notify(ctx.work, texts, to, "notice-question", [{ name }], rows);
    else notify(ctx.work, texts, to, "notice-question-case", [{ name, code: asked.code }], rows);
  }
}

/** Tells the author of a question that it was answered. False where the bot cannot write to them. */
export async function tellOfReply(ctx: Ctx, texts: Texts, answered: Consultation): Promise<boolean> {
  const chat = await chatOfMember(ctx.work, answered.askedById);
  if (chat === undefined) return false;
  const name = await nameOf(ctx.work, actorOf(ctx.work).memberId);
  notify(ctx.work, texts, chat, "notice-reply", [{ name }], (language) => [
    readButton(texts, language, "button-read-reply", answered.id),
  ]);
  return true;
}

function readButton(
  texts: Texts,
  language: Locale,
  face: "button-read-question" | "button-read-reply",
  consultationId: string,
): Button[] {
  return [{ text: texts.plain(language, face), data: callbacks.consultation({ consultationId }) }];
}

/** A question as its reader sees it, with what they can do: its author, and whoever answers. */
export async function consultationCard(
  ctx: Ctx,
  asked: Consultation,
): Promise<{ readonly text: string; readonly rows: Button[][] }> {
  const { say, work } = ctx;
  const { memberId } = actorOf(work);
  if (asked.askedById === memberId && asked.answeredById !== null) {
    return replyCard(say, asked, await nameOf(work, asked.answeredById));
  }
  const name = await nameOf(work, asked.askedById);
  return questionCard(say, asked, name, asked.answeredById === memberId && asked.dilemmaId === null);
}

/** `isOwnReply`: its reader replied, and may make an entry of the institution's own of it. */
function questionCard(say: Wording, asked: Consultation, name: string, isOwnReply: boolean) {
  const title =
    asked.code === null
      ? say.html("consult-card", { name })
      : say.html("consult-card-case", { name, code: asked.code });
  const { answer, id: consultationId } = asked;
  const reply = answer === null ? undefined : `${say.html("consult-replied")}\n${escapeHtml(answer)}`;
  return {
    text: joinLines([title, escapeHtml(asked.question), reply], "\n\n"),
    rows:
      answer === null
        ? [[{ text: say.plain("button-reply"), data: callbacks.replyToConsultation({ consultationId }) }]]
        : isOwnReply
          ? [[{ text: say.plain("button-keep-reply"), data: callbacks.keepReply({ consultationId }) }]]
          : [],
  };
}

function replyCard(say: Wording, { question, answer }: Consultation, name: string) {
  const text = joinLines(
    [
      say.html("consult-reply", { name }),
      escapeHtml(answer ?? ""),
      `<i>${say.html("consult-your-question")}</i>\n<blockquote>${escapeHtml(question)}</blockquote>`,
    ],
    "\n\n",
  );
  return { text, rows: [[{ text: say.plain("button-ask-again"), data: callbacks.askSupervisor() }]] };
}
