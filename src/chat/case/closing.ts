import { Composer } from "grammy";
import type { FormId } from "../../practice/form.js";
import { directOutcomesOf } from "../../practice/lifecycle.js";
import { type Case, caseFor } from "../../records/case/case.js";
import { closeCase, overrideGate, reopenCase } from "../../records/case/closing.js";
import { chatOfMember, nameOf } from "../../records/people/members.js";
import { actorOf, may } from "../../records/people/rights.js";
import { mayGo } from "../../records/transfer/asking.js";
import type { Texts } from "../../texts.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { type NotifiedColleague, notify, recipientLocale, toldText } from "../telegram/notices.js";
import { wordingOf } from "../telegram/wording.js";
import { showCard } from "./caseCard.js";
import { withReason } from "./reasonEntry.js";
import { tellOfRequest, tellOfTurn, turnText } from "./requests.js";
import { gateButton, stepButton } from "./steps.js";

/** Closing a case for what happened to the client, opening it again, and opening a gate out of order. */
export function closingFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.closeCase, async (ctx, { caseId }) => {
    const subject = await caseFor(ctx.work, caseId, "read");
    await ctx.answerCallbackQuery();
    const { id, code } = subject.case;
    await ctx.reply(ctx.say.html("close-why", { code }), {
      reply_markup: keyboard([
        ...directOutcomesOf(subject.facts).map((outcome) => [
          {
            text: ctx.say.plain(`outcome-${outcome}.button`),
            data: callbacks.closeCaseAs({ caseId: id, outcome }),
          },
        ]),
        ...(may(actorOf(ctx.work), subject.case, "transfer") && mayGo(subject)
          ? [[{ text: ctx.say.plain("button-transfer"), data: callbacks.beginTransfer({ caseId: id }) }]]
          : []),
        [gateButton(subject, "termination", ctx.say)],
        [{ text: ctx.say.plain("button-cancel"), data: callbacks.openCase({ caseId: id }) }],
      ]),
    });
  });
  handle(composer, callbacks.closeCaseAs, async (ctx, { caseId, outcome }) => {
    const subject = await caseFor(ctx.work, caseId, "read");
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    ctx.onward = entries.closeReason({ caseId: subject.case.id, outcome });
  });
  handle(composer, callbacks.reopenCase, async (ctx, { caseId }) => {
    const subject = await caseFor(ctx.work, caseId, "read");
    await ctx.answerCallbackQuery();
    ctx.onward = entries.reopenReason({ caseId: subject.case.id });
  });
  handle(composer, callbacks.overrideGate, async (ctx, { caseId, form }) => {
    const subject = await caseFor(ctx.work, caseId, "read");
    await ctx.answerCallbackQuery();
    ctx.onward = entries.overrideReason({ caseId: subject.case.id, form });
  });
  return composer;
}

/** The reasons asked for before a case is closed, opened again, or a gate lifted. */
export function closingEntries(texts: Texts): readonly Entry[] {
  return [
    handleEntry(entries.closeReason, {
      about: async (_, { caseId }) => caseId,
      ask: async (ctx, { caseId }) => ({
        text: ctx.say.html("close-reason"),
        cancel: callbacks.openCase({ caseId }),
      }),
      take: typedOnly((ctx, answer, { caseId, outcome }) =>
        withReason(ctx, answer, async (reason) => {
          await settle(ctx, texts, await closeCase(ctx.work, caseId, outcome, reason));
        }),
      ),
    }),
    handleEntry(entries.reopenReason, {
      about: async (_, { caseId }) => caseId,
      ask: async (ctx, { caseId }) => ({
        text: ctx.say.html("reopen-reason"),
        cancel: callbacks.openCase({ caseId }),
      }),
      take: typedOnly((ctx, answer, { caseId }) =>
        withReason(ctx, answer, async (reason) => {
          await settle(ctx, texts, await reopenCase(ctx.work, caseId, reason));
        }),
      ),
    }),
    handleEntry(entries.overrideReason, {
      about: async (_, { caseId }) => caseId,
      ask: async (ctx, { caseId }) => ({
        text: ctx.say.html("override-reason"),
        cancel: callbacks.openCase({ caseId }),
      }),
      take: typedOnly((ctx, answer, { caseId, form }) =>
        withReason(ctx, answer, async (reason) => {
          const subject = await overrideGate(ctx.work, caseId, form, reason);
          const named = { form: ctx.say.plain(`form-${form}`), code: subject.case.code };
          const told = await tellOfOverride(ctx, texts, subject, form);
          await ctx.reply(`${ctx.say.html("override-done", named)} ${toldText(ctx.say, [told])}`);
        }),
      ),
    }),
  ];
}

/** A request goes to the member who decides. A closing or reopening that is done at once is told to the worker. */
async function settle(ctx: Ctx, texts: Texts, subject: Case): Promise<void> {
  if (subject.request === undefined) {
    await ctx.reply(turnText(ctx, subject));
    await tellOfTurn(ctx, texts, subject);
  } else {
    await ctx.reply(toldText(ctx.say, await tellOfRequest(ctx, texts, subject)));
  }
  await showCard(ctx, subject.case.id);
}

async function tellOfOverride(
  ctx: Ctx,
  texts: Texts,
  subject: Case,
  form: FormId,
): Promise<NotifiedColleague> {
  const { workerId, code, id } = subject.case;
  const chat = await chatOfMember(ctx.work, workerId);
  const worker = await nameOf(ctx.work, workerId);
  if (chat === undefined) return { name: worker, reached: false };
  const say = wordingOf(texts, recipientLocale(chat.locale));
  const name = await nameOf(ctx.work, actorOf(ctx.work).memberId);
  notify(ctx.work, texts, chat, "notice-override", [{ name, form: say.plain(`form-${form}`), code }], () => [
    [stepButton(id, form, "start", say)],
  ]);
  return { name: worker, reached: true };
}
