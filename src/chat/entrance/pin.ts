import { Composer } from "grammy";
import { ownSuperiors } from "../../records/people/accounts.js";
import { contactOf, nameOf } from "../../records/people/members.js";
import {
  hashOfPin,
  isPin,
  pinAfter,
  pinShape,
  removePin,
  resetPin,
  setPin,
  setPinAfter,
} from "../../records/people/pin.js";
import { actorOf } from "../../records/people/rights.js";
import type { Texts } from "../../texts.js";
import { stayText } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { pinMinutes } from "../telegram/callbacks/entrance.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { notify, toldText } from "../telegram/notices.js";
import { queueDeletion } from "../telegram/outbox.js";
import { joinLines, sendNew, showPage } from "../telegram/screen.js";

/** One's own PIN: set, changed, removed, and what to do where it was forgotten. */
export function pinFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.ownPin, (ctx) => showOwnPin(ctx));
  handle(composer, callbacks.choosePin, async (ctx) => {
    await ctx.answerCallbackQuery();
    ctx.onward = entries.pinNew();
  });
  handle(composer, callbacks.setPinAfter, async (ctx, { minutes }) => {
    await setPinAfter(ctx.work, Number(minutes));
    await showOwnPin(ctx);
  });
  handle(composer, callbacks.removePin, async (ctx) => {
    await removePin(ctx.work);
    await showOwnPin(ctx, ctx.say.html("pin-removed"));
  });

  handle(composer, callbacks.forgotPin, async (ctx) => {
    const { memberId } = actorOf(ctx.work);
    const superiors = await ownSuperiors(ctx.work);
    const name = await nameOf(ctx.work, memberId);
    for (const { accountId, locale } of superiors) {
      notify(
        ctx.work,
        texts,
        { chatId: accountId, locale },
        "notice-pin-forgotten",
        [{ name }],
        (language) => [
          [{ text: texts.plain(language, "button-pin-reset"), data: callbacks.resetPin({ memberId }) }],
        ],
      );
    }
    await ctx.answerCallbackQuery();
    await ctx.editMessageText(
      ctx.say.html(superiors.length === 0 ? "pin-forgotten-nobody" : "pin-forgotten"),
    );
  });
  handle(composer, callbacks.resetPin, async (ctx, { memberId }) => {
    await resetPin(ctx.work, memberId);
    const by = { name: await nameOf(ctx.work, actorOf(ctx.work).memberId) };
    const { name, chat } = await contactOf(ctx.work, memberId);
    if (chat !== undefined) notify(ctx.work, texts, chat, "notice-pin-reset", [by]);
    await ctx.answerCallbackQuery();
    const told = toldText(ctx.say, [{ name, reached: chat !== undefined }]);
    await ctx.editMessageText(joinLines([ctx.say.html("pin-reset", { name }), told], " "), {
      reply_markup: keyboard([[{ text: ctx.say.plain("button-menu"), data: callbacks.menuHere() }]]),
    });
  });
  return composer;
}

async function showOwnPin(ctx: Ctx, lead?: string): Promise<void> {
  const { say, work } = ctx;
  const { rules } = actorOf(work);
  const isSet = work.pin.sealed !== null;
  const stay = stayText(pinAfter(work), say);
  await showPage(
    ctx,
    joinLines(
      [
        lead,
        isSet ? say.html("pin-own", { stay }) : say.html("pin-own-none"),
        rules.pinAfter === null
          ? undefined
          : say.html("pin-own-required", { stay: stayText(rules.pinAfter, say) }),
      ],
      "\n\n",
    ),
    [
      [
        {
          text: say.plain(isSet ? "button-pin-change" : "button-pin-set"),
          data: callbacks.choosePin(),
        },
        ...(isSet && rules.pinAfter === null
          ? [{ text: say.plain("button-pin-remove"), data: callbacks.removePin() }]
          : []),
      ],
      isSet ? minutesRow(ctx, (minutes) => callbacks.setPinAfter({ minutes })) : [],
      [{ text: say.plain("button-back"), data: callbacks.privacy() }],
    ],
  );
}

/** A button for each of the usual times. */
export function minutesRow(
  { say }: Ctx,
  data: (minutes: (typeof pinMinutes)[number]) => Button["data"],
): Button[] {
  return pinMinutes.map((minutes) => ({ text: stayText(Number(minutes), say), data: data(minutes) }));
}

/** A new PIN, typed twice. Both messages go from the chat at once. */
export const pinEntries: readonly Entry[] = [
  handleEntry(entries.pinNew, {
    ask: async (ctx) => ({ text: ctx.say.html("pin-ask-new"), cancel: callbacks.ownPin() }),
    take: typedOnly(async (ctx, typed) => {
      deleteTyped(ctx);
      if (!pinShape.test(typed)) return { kind: "again", explanation: ctx.say.html("pin-shape") };
      const hash = await hashOfPin(ctx.work, typed);
      return { kind: "next", onward: entries.pinAgain({ hash }) };
    }),
  }),
  handleEntry(entries.pinAgain, {
    ask: async (ctx) => ({ text: ctx.say.html("pin-ask-again"), cancel: callbacks.ownPin() }),
    take: typedOnly(async (ctx, typed, { hash }) => {
      deleteTyped(ctx);
      if (!(await isPin(typed, hash))) {
        await ctx.reply(ctx.say.html("pin-differs"));
        return { kind: "next", onward: entries.pinNew() };
      }
      await setPin(ctx.work, hash);
      const said = ctx.say.html("pin-set", { stay: stayText(pinAfter(ctx.work), ctx.say) });
      if (ctx.work.dialogue.roundId !== null) {
        // What was held may be the answer to the question that was open.
        await ctx.reply(said);
        ctx.onward = { to: "question" };
      } else {
        await sendNew(ctx, said, [[{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }]]);
      }
      return { kind: "done" };
    }),
  }),
];

/** Takes what was just typed out of the chat at once. */
export function deleteTyped(ctx: Ctx): void {
  const messageId = ctx.message?.message_id;
  if (messageId !== undefined)
    queueDeletion(ctx.work, { chatId: chatIdOf(ctx), message: { telegramId: messageId } });
}
