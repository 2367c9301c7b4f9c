import { Composer } from "grammy";
import type { Rounds } from "../../records/rounds.js";
import type { Ctx } from "../context.js";
import { standAt } from "../standing.js";

/** Going on with a form, looking at its answers, changing and sending them. */
export function formFeature(_rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("lanjut", resume);
  composer.callbackQuery("resume", async (ctx) => {
    await ctx.answerCallbackQuery();
    await resume(ctx);
  });
  return composer;
}

async function resume(ctx: Ctx): Promise<void> {
  const { roundId, path } = ctx.work.dialogue;
  if (roundId === null) {
    await ctx.reply(ctx.say.html("nothing-open"));
    return;
  }
  standAt(ctx, roundId, path);
}
