import { Composer } from "grammy";
import { type CaseFilter, casesPerPage, listCases } from "../../records/caseLists.js";
import { openCase } from "../../records/cases.js";
import { type Button, keyboard } from "../buttons.js";
import type { Ctx } from "../context.js";
import { standAt } from "../standing.js";

/** Opening, finding and looking at cases. */
export function casesFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer.callbackQuery("case:new", async (ctx) => {
    await ctx.answerCallbackQuery();
    const { code, roundId } = await openCase(ctx.work);
    await ctx.reply(ctx.say.html("case-opened", { code }));
    standAt(ctx, roundId);
  });

  composer.command("kasus", (ctx) => showCases(ctx, { whose: "mine" }, 0, false));
  composer.callbackQuery(/^cases:(mine|team):(\d+)$/, async (ctx) => {
    await ctx.answerCallbackQuery();
    await showCases(ctx, { whose: ctx.match[1] === "team" ? "team" : "mine" }, Number(ctx.match[2]), true);
  });
  return composer;
}

async function showCases(ctx: Ctx, filter: CaseFilter, page: number, _edit: boolean): Promise<void> {
  const { lines, total } = await listCases(ctx.work, filter, page);
  const rows: Button[][] = lines.map((line) => [
    { text: `${line.code} · ${ctx.say.of(`stage-${line.stage}`)}`, data: `case:${line.id}` },
  ]);
  const pages = Math.max(1, Math.ceil(total / casesPerPage));
  if (pages > 1) {
    rows.push([
      { text: "◀️", data: `cases:${filter.whose}:${(page + pages - 1) % pages}` },
      { text: `${page + 1}/${pages}`, data: `cases:${filter.whose}:${page}` },
      { text: "▶️", data: `cases:${filter.whose}:${(page + 1) % pages}` },
    ]);
  }
  rows.push([{ text: ctx.say.plain("button-menu"), data: "menu" }]);
  await ctx.reply(total === 0 ? ctx.say.html("cases-none") : ctx.say.html("cases-title", { total }), {
    reply_markup: keyboard(rows),
  });
}
