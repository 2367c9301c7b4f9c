import { Composer } from "grammy";
import { dateIn } from "../../practice/calendar.js";
import { actorOf } from "../../records/people/rights.js";
import { makeReceivingCode } from "../../records/transfer/receivingCodes.js";
import { dayOf } from "../telegram/answerText.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { sendNew } from "../telegram/screen.js";

/** The code that another institution needs to address a case to this one. */
export function receivingCodeFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.makeReceivingCode, async (ctx) => {
    const { say, work } = ctx;
    const made = await makeReceivingCode(work);
    const menu = { text: say.plain("button-menu"), data: callbacks.menu() };
    if (made === "nobody") return sendNew(ctx, say.html("receiving-nobody"), [[menu]]);
    const { code, expiresAt } = made;
    const until = dayOf(dateIn(actorOf(work).zone, expiresAt), say);
    await sendNew(ctx, say.html("receiving-code", { code, until }), [
      [{ text: say.plain("button-copy"), copy: code }, menu],
    ]);
  });
  return composer;
}
