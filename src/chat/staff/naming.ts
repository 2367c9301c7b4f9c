import { Composer } from "grammy";
import { listMembers, nameOf } from "../../records/people/members.js";
import { proposeSupervisor } from "../../records/staff/proposals.js";
import type { Texts } from "../../texts.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { joinLines } from "../telegram/screen.js";
import { tellEnd } from "./staffChange.js";

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
    const end = await proposeSupervisor(ctx.work, workerId, supervisorId);
    await ctx.answerCallbackQuery();
    const name = await nameOf(ctx.work, workerId);
    await ctx.editMessageText(
      joinLines([ctx.say.html("naming-of", { name }), await tellEnd(ctx, texts, end)], "\n"),
    );
  });
  return composer;
}
