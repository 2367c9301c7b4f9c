import { nameOf } from "../../records/people/members.js";
import { type Adviser, type Consultation, readConsultation } from "../../records/questions/consultations.js";
import { escapeHtml, type Texts } from "../../texts.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { recipientLocale } from "../telegram/notices.js";
import { joinLines } from "../telegram/screen.js";
import { type Wording, wordingOf } from "../telegram/wording.js";

/** Sends a question to its advisers, each in their language, with a button to reply. */
export async function passOnQuestion(
  ctx: Ctx,
  texts: Texts,
  asked: Consultation,
  advisers: readonly Adviser[],
): Promise<void> {
  const name = await nameOf(ctx.work, asked.askedById);
  for (const { accountId, locale } of advisers) {
    const say = wordingOf(texts, recipientLocale(locale));
    const { text, rows } = questionCard(say, asked, name);
    // A long text is split into parts by the outbox.
    await ctx.api.sendMessage(accountId, text, { reply_markup: keyboard(rows) });
  }
}

/** A question with its buttons, as an adviser sees it. */
export function questionCard(
  say: Wording,
  asked: Consultation,
  name: string,
): { text: string; rows: Button[][] } {
  const title =
    asked.code === null
      ? say.html("consult-card", { name })
      : say.html("consult-card-case", { name, code: asked.code });
  return {
    text: joinLines([title, escapeHtml(asked.question), replyOf(say, asked)], "\n\n"),
    rows:
      asked.answer === null
        ? [
            [
              {
                text: say.plain("button-reply"),
                data: callbacks.replyToConsultation({ consultationId: asked.id }),
              },
            ],
          ]
        : [],
  };
}

function replyOf(say: Wording, { answer }: Consultation): string | undefined {
  return answer === null ? undefined : `${say.html("consult-replied")}\n${escapeHtml(answer)}`;
}

/** Sends the reply to the author of the question. */
export async function sendReplyBack(
  ctx: Ctx,
  texts: Texts,
  answered: Consultation,
  to: { readonly chatId: number; readonly locale: string | null },
): Promise<void> {
  const say = wordingOf(texts, recipientLocale(to.locale));
  const name = answered.answeredById === null ? "" : await nameOf(ctx.work, answered.answeredById);
  const text = joinLines(
    [
      say.html("consult-reply", { name }),
      escapeHtml(answered.answer ?? ""),
      `<i>${say.html("consult-your-question")}</i>\n<blockquote>${escapeHtml(answered.question)}</blockquote>`,
    ],
    "\n\n",
  );
  await ctx.api.sendMessage(to.chatId, text, {
    reply_markup: keyboard([[{ text: say.plain("button-ask-again"), data: callbacks.askSupervisor() }]]),
  });
}

/** Asks the admins whether question and reply become an entry of the organisation. */
export async function proposeToAdmins(
  ctx: Ctx,
  texts: Texts,
  id: string,
  admins: readonly { readonly accountId: number; readonly locale: string | null }[],
): Promise<void> {
  const { question, answer } = await readConsultation(ctx.work, id);
  for (const { accountId, locale } of admins) {
    const say = wordingOf(texts, recipientLocale(locale));
    const text = joinLines(
      [
        say.html("consult-proposed"),
        `<b>${escapeHtml(question)}</b>`,
        escapeHtml(answer ?? ""),
        say.html("consult-publish-care"),
      ],
      "\n\n",
    );
    await ctx.api.sendMessage(accountId, text, {
      reply_markup: keyboard([
        [{ text: say.plain("button-publish"), data: callbacks.publishAnswer({ consultationId: id }) }],
      ]),
    });
  }
}
