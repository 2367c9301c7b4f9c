import { Composer } from "grammy";
import { listMembers, nameOf } from "../../records/people/members.js";
import type { Texts } from "../../texts.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { toldText } from "../telegram/notices.js";
import { joinLines } from "../telegram/screen.js";
import { nameSupervisor, waitingText } from "./supervising.js";

/** Naming a supervisor for a worker whose form waits for one, directly from the notice. */
export function namingFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.supervisorWanted, async (ctx, { workerId }) => {
    const supervisors = (await listMembers(ctx.work, "supervisor")).filter(
      ({ id, suspended }) => id !== workerId && !suspended,
    );
    await ctx.answerCallbackQuery();
    const name = await nameOf(ctx.work, workerId);
    if (supervisors.length === 0) {
      const rows = [[{ text: ctx.say.plain("button-invite"), data: callbacks.invite() }]];
      await ctx.reply(ctx.say.html("naming-nobody"), { reply_markup: keyboard(rows) });
      return;
    }
    const rows = supervisors.map((one) => [
      { text: one.name, data: callbacks.nameSupervisor({ workerId, supervisorId: one.id }) },
    ]);
    await ctx.reply(ctx.say.html("naming-who", { name }), { reply_markup: keyboard(rows) });
  });

  handle(composer, callbacks.nameSupervisor, async (ctx, { workerId, supervisorId }) => {
    const { worker, supervisor, waiting, told } = await nameSupervisor(ctx, texts, workerId, supervisorId);
    await ctx.answerCallbackQuery();
    const done = ctx.say.html("naming-done", { name: worker, supervisor });
    const parts = [done, waitingText(ctx.say, waiting), toldText(ctx.say, told)];
    await ctx.editMessageText(joinLines(parts, " "));
  });
  return composer;
}
