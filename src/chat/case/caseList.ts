import { Composer } from "grammy";
import { stages } from "../../practice/form.js";
import {
  type CaseFilter,
  type CaseLine,
  casesPerPage,
  listCases,
  type StageOrClosed,
} from "../../records/case/caseLists.js";
import { casesInDanger } from "../../records/danger/openDangers.js";
import { type Button, dataOf, keyboard, laidOut } from "../telegram/buttons.js";
import type { Ctx } from "../telegram/context.js";
import type { Entry } from "../telegram/entry.js";

/** Buttons that only lists, cards and their filters have. */
const ofLists = /^(find|hist|stages):|^cases:\w+:\d+:\w+/;

const filters: readonly StageOrClosed[] = [...stages, "closed"];

/** My cases and my team's: in pages, by stage, or found by a code or a name. */
export function caseListFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer.command("kasus", (ctx) => showCases(ctx, { whose: "mine" }, 0, false));
  composer.callbackQuery(/^cases:(mine|team):(\d+)(?::(\w+))?$/, async (ctx) => {
    const stage = filters.find((known) => known === ctx.match[3]);
    const filter: CaseFilter = { whose: whoseOf(ctx.match[1]), ...(stage === undefined ? {} : { stage }) };
    await ctx.answerCallbackQuery();
    await showCases(ctx, filter, Number(ctx.match[2]), isList(ctx));
  });
  composer.callbackQuery(/^stages:(mine|team)$/, async (ctx) => {
    const whose = whoseOf(ctx.match[1]);
    await ctx.answerCallbackQuery();
    const faces = filters.map((stage) => ({
      text: ctx.say.plain(`short-stage-${stage}`),
      data: dataOf("cases", whose, 0, stage),
    }));
    const all = { text: ctx.say.plain("button-all-open"), data: dataOf("cases", whose, 0) };
    await ctx.editMessageText(ctx.say.html("cases-which-stage"), {
      reply_markup: keyboard([...laidOut(faces), [all]]),
    });
  });
  composer.callbackQuery(/^find:(mine|team)$/, async (ctx) => {
    await ctx.answerCallbackQuery();
    ctx.onward = { to: "entry", entry: "case-search", args: [whoseOf(ctx.match[1])] };
  });
  return composer;
}

/** What to search for, by code or by name. */
export const caseListEntries: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  [
    "case-search",
    {
      ask: async (ctx, [whose = "mine"]) => ({
        text: ctx.say.html("cases-search"),
        cancel: dataOf("cases", whose, 0),
      }),
      take: async (ctx, search, [whose]) => {
        const { lines, total } = await listCases(ctx.work, { whose: whoseOf(whose), search }, 0);
        const rows = await caseRows(ctx, lines);
        rows.push([
          { text: ctx.say.plain("button-find"), data: dataOf("find", whoseOf(whose)) },
          { text: ctx.say.plain("button-to-list"), data: dataOf("cases", whoseOf(whose), 0) },
        ]);
        await ctx.reply(foundText(ctx, total, lines.length), { reply_markup: keyboard(rows) });
        return { kind: "done" };
      },
    },
  ],
]);

async function showCases(ctx: Ctx, filter: CaseFilter, page: number, edit: boolean): Promise<void> {
  const { whose, stage } = filter;
  const { lines, total } = await listCases(ctx.work, filter, page);
  const rows = await caseRows(ctx, lines);
  const pages = Math.max(1, Math.ceil(total / casesPerPage));
  if (pages > 1) {
    const at = (other: number) => dataOf("cases", whose, other, ...(stage === undefined ? [] : [stage]));
    rows.push([
      { text: "◀️", data: at((page + pages - 1) % pages) },
      { text: `${page + 1}/${pages}`, data: at(page) },
      { text: "▶️", data: at((page + 1) % pages) },
    ]);
  }
  rows.push([
    { text: ctx.say.plain("button-find"), data: dataOf("find", whose) },
    { text: ctx.say.plain("button-by-stage"), data: dataOf("stages", whose) },
  ]);
  const canOpen = whose === "mine" && ctx.work.actor?.roles.includes("worker") === true;
  rows.push([
    ...(canOpen ? [{ text: ctx.say.plain("button-new-case"), data: "case:new" }] : []),
    { text: ctx.say.plain("button-menu"), data: "menu" },
  ]);
  const text = listTitle(ctx, filter, total);
  const markup = { reply_markup: keyboard(rows) };
  if (edit) await ctx.editMessageText(text, markup);
  else await ctx.reply(text, markup);
}

function listTitle(ctx: Ctx, { whose, stage }: CaseFilter, total: number): string {
  const which = stage === undefined ? ctx.say.plain("cases-open") : ctx.say.plain(`stage-${stage}`);
  if (total === 0) return ctx.say.html("cases-none", { which });
  return whose === "mine"
    ? ctx.say.html("cases-mine", { total, which })
    : ctx.say.html("cases-team", { total, which });
}

function foundText(ctx: Ctx, total: number, shown: number): string {
  if (total === 0) return ctx.say.html("cases-not-found");
  return total > shown
    ? ctx.say.html("cases-found-many", { total, shown })
    : ctx.say.html("cases-found", { total });
}

async function caseRows(ctx: Ctx, lines: readonly CaseLine[]): Promise<Button[][]> {
  const inDanger = await casesInDanger(
    ctx.work,
    lines.map(({ id }) => id),
  );
  return lines.map(({ id, code, stage }) => [
    {
      text: `${inDanger.has(id) ? "⚠️ " : ""}${code} · ${ctx.say.plain(`short-stage-${stage}`)}`,
      data: dataOf("card", id),
    },
  ]);
}

/** Whether the pressed button sits below a list or a card: then the list takes its place, and the chat stays short. */
function isList(ctx: Ctx): boolean {
  const rows = ctx.callbackQuery?.message?.reply_markup?.inline_keyboard ?? [];
  return rows.flat().some((button) => "callback_data" in button && ofLists.test(button.callback_data));
}

function whoseOf(text: string | undefined): "mine" | "team" {
  return text === "team" ? "team" : "mine";
}
