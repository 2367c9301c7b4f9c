import { type Button, keyboard } from "./buttons.js";
import type { Ctx } from "./context.js";

/** What a person can do, by what they are: the whole of it on one screen. */
export async function showMenu(ctx: Ctx): Promise<void> {
  await ctx.reply(ctx.say.html("menu-title"), { reply_markup: keyboard(menuRows(ctx)) });
}

function menuRows(ctx: Ctx): Button[][] {
  const roles = ctx.work.actor?.roles ?? [];
  const rows: Button[][] = [];
  if (roles.includes("worker")) {
    rows.push([
      { text: ctx.say.plain("button-new-case"), data: "case:new" },
      { text: ctx.say.plain("button-my-cases"), data: "cases:mine:0" },
    ]);
    rows.push([{ text: ctx.say.plain("button-resume"), data: "resume" }]);
  }
  if (roles.includes("supervisor")) {
    rows.push([
      { text: ctx.say.plain("button-approvals"), data: "approvals" },
      { text: ctx.say.plain("button-team-cases"), data: "cases:team:0" },
    ]);
  }
  if (roles.includes("admin")) {
    rows.push([
      { text: ctx.say.plain("button-members"), data: "members" },
      { text: ctx.say.plain("button-invite"), data: "invite" },
    ]);
  }
  rows.push([{ text: ctx.say.plain("button-more"), data: "more" }]);
  return rows;
}
