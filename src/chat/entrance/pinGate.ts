import { Composer } from "grammy";
import { lockOf, pinShape, stayUnlocked, unlock } from "../../records/people/pin.js";
import { actorOf } from "../../records/people/rights.js";
import { momentOf } from "../telegram/answerText.js";
import { keyboard } from "../telegram/buttons.js";
import { type CallbackName, callbacks, pressOf } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { incomingMessageOf } from "../telegram/incomingMessage.js";
import { deleteTyped } from "./pin.js";

/** Commands that show nothing of a case. */
const openCommands = ["start", "bahasa", "bantuan", "help", "darurat"];
/** Danger never waits for a PIN. */
const openButtons: readonly CallbackName[] = [
  "language",
  "chooseLanguage",
  "help",
  "switchOrganization",
  "forgotPin",
  "emergency",
  "emergencyOfOwn",
  "emergencyNumbers",
  "emergencySteps",
  "noDanger",
  "noteDanger",
  "openDangers",
  "takeDanger",
];

/**
 * The gate of the PIN, behind the consent gate and before the dialogues. While the chat is locked nothing of a case is
 * shown: what is sent is held as it came and handled once the PIN is given; a press is answered and can be repeated.
 * Notices come all the same, since they hold no content.
 */
export function pinGateFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.chatType("private").use(async (ctx, next) => {
    const lock = lockOf(ctx.work);
    if (lock === "open") {
      if (ctx.work.pin.sealed !== null) stayUnlocked(ctx.work);
      return next();
    }
    const incoming = incomingMessageOf(ctx);
    const typed = incoming?.kind === "text" ? incoming.text.trim() : undefined;
    if (lock === "locked" && typed !== undefined && pinShape.test(typed)) return takePin(ctx, typed);
    if (isOpen(ctx) || (lock === "unset" && isSetting(ctx))) return next();
    if (ctx.message !== undefined && incoming?.kind !== "command") ctx.work.held = true;
    await sayLocked(ctx, lock);
  });
  return composer;
}

function isOpen(ctx: Ctx): boolean {
  if (ctx.hasCommand(openCommands)) return true;
  const press = ctx.callbackQuery?.data === undefined ? undefined : pressOf(ctx.callbackQuery.data);
  return press !== undefined && openButtons.includes(press.name);
}

/** Whoever has to set a PIN is let through to that, and to nothing else. */
function isSetting({ work, callbackQuery }: Ctx): boolean {
  if (callbackQuery?.data !== undefined) return pressOf(callbackQuery.data)?.name === "choosePin";
  const { state } = work.dialogue;
  return state !== null && [entries.pinNew, entries.pinAgain].some(({ key }) => state.includes(key));
}

async function sayLocked(ctx: Ctx, lock: "locked" | "unset"): Promise<void> {
  const { say, work } = ctx;
  if (ctx.callbackQuery !== undefined) await ctx.answerCallbackQuery();
  const key = lock === "unset" ? "pin-required" : "pin-locked";
  const text = work.held ? `${say.html(key)} ${say.html("pin-held")}` : say.html(key);
  await ctx.reply(text, {
    reply_markup: keyboard([
      [
        lock === "unset"
          ? { text: say.plain("button-pin-set"), data: callbacks.choosePin() }
          : { text: say.plain("button-pin-forgot"), data: callbacks.forgotPin() },
        { text: say.plain("button-sos"), data: callbacks.emergency() },
      ],
    ]),
  });
}

async function takePin(ctx: Ctx, typed: string): Promise<void> {
  const { say, work } = ctx;
  deleteTyped(ctx);
  const outcome = await unlock(work, typed);
  const forgotten = { text: say.plain("button-pin-forgot"), data: callbacks.forgotPin() };
  switch (outcome.kind) {
    case "refused":
      await ctx.reply(say.html("pin-wait", { time: momentOf(outcome.until, actorOf(work).zone, say) }), {
        reply_markup: keyboard([[forgotten]]),
      });
      return;
    case "wrong":
      await ctx.reply(say.html("pin-wrong"), { reply_markup: keyboard([[forgotten]]) });
      return;
    case "right": {
      const { held } = outcome;
      const way =
        work.dialogue.roundId === null
          ? { text: say.plain("button-menu"), data: callbacks.menu() }
          : { text: say.plain("button-to-question"), data: callbacks.resume() };
      await ctx.reply(held === 0 ? say.html("pin-open") : say.html("pin-open-held", { count: held }), {
        reply_markup: keyboard([[way]]),
      });
    }
  }
}
