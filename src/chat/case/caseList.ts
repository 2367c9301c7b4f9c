import { Composer } from "grammy";
import { dateIn } from "../../practice/calendar.js";
import { stages } from "../../practice/form.js";
import {
  type CaseFilter,
  type CaseLine,
  casesPerPage,
  listCases,
  type StageOrClosed,
} from "../../records/case/caseLists.js";
import { casesInDanger } from "../../records/danger/openDangers.js";
import { casesDue } from "../../records/due/deadlines.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { readable } from "../telegram/answerText.js";
import { type Button, keyboard, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { joinLines, pageRow, sendNew, showPage } from "../telegram/screen.js";
import { showTeamChoice } from "../telegram/teamChoice.js";
import { contactAge } from "./cardFacts.js";

const filters: readonly StageOrClosed[] = [...stages, "closed"];

/** My cases and my team's: in pages, by stage, or found by a code or a name. */
export function caseListFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.caseList, (ctx, { whose, page }) => showCases(ctx, { whose }, page, sendNew));
  // Below a list or a card the list takes their place, and the chat stays short.
  handle(composer, callbacks.caseListHere, (ctx, { whose, page, stage }) =>
    showCases(ctx, stage === "open" ? { whose } : { whose, stage }, page, showPage),
  );
  handle(composer, callbacks.casesOfWorker, (ctx, { workerId, page }) =>
    showCases(ctx, { whose: "team", workerId }, page, showPage),
  );
  handle(composer, callbacks.casesWorkers, (ctx) =>
    showTeamChoice(ctx, (workerId) =>
      workerId === null
        ? callbacks.caseListHere({ whose: "team", page: 0, stage: "open" })
        : callbacks.casesOfWorker({ workerId, page: 0 }),
    ),
  );
  handle(composer, callbacks.chooseStage, async (ctx, { whose }) => {
    await ctx.answerCallbackQuery();
    const faces = filters.map((stage) => ({
      text: ctx.say.plain(`short-stage-${stage}`),
      data: callbacks.caseListHere({ whose, page: 0, stage }),
    }));
    const all = {
      text: ctx.say.plain("button-all-open"),
      data: callbacks.caseListHere({ whose, page: 0, stage: "open" }),
    };
    await ctx.editMessageText(ctx.say.html("cases-which-stage"), {
      reply_markup: keyboard([...layOutButtons(faces), [all]]),
    });
  });
  handle(composer, callbacks.searchCases, async (ctx, { whose }) => {
    await ctx.answerCallbackQuery();
    ctx.onward = entries.caseSearch({ whose });
  });
  return composer;
}

/** What to search for, by code or by name. */
export const caseListEntries: readonly Entry[] = [
  handleEntry(entries.caseSearch, {
    ask: async (ctx, { whose }) => ({
      text: ctx.say.html("cases-search"),
      cancel: callbacks.caseList({ whose, page: 0 }),
    }),
    take: typedOnly(async (ctx, search, { whose }) => {
      const { lines, total } = await listCases(ctx.work, { whose, search }, 0);
      const rows = await caseRows(ctx, lines);
      rows.push([
        { text: ctx.say.plain("button-find"), data: callbacks.searchCases({ whose }) },
        {
          text: ctx.say.plain("button-to-list"),
          data: callbacks.caseListHere({ whose, page: 0, stage: "open" }),
        },
      ]);
      await ctx.reply(foundText(ctx, total, lines.length), { reply_markup: keyboard(rows) });
      return { kind: "done" };
    }),
  }),
];

/** A page of the list of cases. */
export async function showCases(
  ctx: Ctx,
  filter: CaseFilter,
  page: number,
  put: typeof showPage | typeof sendNew,
): Promise<void> {
  const { whose, workerId, stage } = filter;
  const { lines, total } = await listCases(ctx.work, filter, page);
  const rows = await caseRows(ctx, lines);
  const at = (other: number) =>
    workerId === undefined
      ? callbacks.caseListHere({ whose, page: other, stage: stage ?? "open" })
      : callbacks.casesOfWorker({ workerId, page: other });
  rows.push(pageRow(page, total, casesPerPage, at));
  if (workerId === undefined) {
    rows.push([
      { text: ctx.say.plain("button-find"), data: callbacks.searchCases({ whose }) },
      { text: ctx.say.plain("button-by-stage"), data: callbacks.chooseStage({ whose }) },
    ]);
  }
  if (whose === "team") {
    rows.push([
      { text: ctx.say.plain("button-desk-worker"), data: callbacks.casesWorkers() },
      { text: ctx.say.plain("button-supervision"), data: callbacks.supervision() },
    ]);
  }
  const canOpen = whose === "mine" && actorOf(ctx.work).roles.includes("worker");
  rows.push([
    ...(canOpen ? [{ text: ctx.say.plain("button-new-case"), data: callbacks.newCase() }] : []),
    { text: ctx.say.plain("button-menu"), data: callbacks.menu() },
  ]);
  const title = listTitle(ctx, filter, total);
  const whom =
    workerId === undefined ? undefined : ctx.say.html("desk-of", { name: await nameOf(ctx.work, workerId) });
  await put(ctx, joinLines([whom, title], "\n\n"), rows);
}

function listTitle(ctx: Ctx, { whose, stage }: CaseFilter, total: number): string {
  const { say } = ctx;
  if (total === 0) {
    return stage === undefined
      ? say.html("cases-none")
      : say.html("cases-none-in-stage", { stage: say.plain(`stage-${stage}`) });
  }
  const which = stage === undefined ? say.plain("cases-open") : say.plain(`stage-${stage}`);
  return whose === "mine"
    ? ctx.say.html("cases-mine", { total, which })
    : ctx.say.html("cases-team", { total, which });
}

/** How many cases were found. */
export function foundText(ctx: Ctx, total: number, shown: number): string {
  if (total === 0) return ctx.say.html("cases-not-found");
  return total > shown
    ? ctx.say.html("cases-found-many", { total, shown })
    : ctx.say.html("cases-found", { total });
}

/**
 * Cases as buttons, "⚠️ ⏰ K-2026-0005 · Asesmen · Nenek Kebun · 12 hr": danger, something due or overdue, stage, alias, and
 * how long ago the last contact was.
 */
export async function caseRows(ctx: Ctx, lines: readonly CaseLine[]): Promise<Button[][]> {
  const { say, work } = ctx;
  const inDanger = await casesInDanger(
    work,
    lines.map(({ id }) => id),
  );
  const due = await casesDue(work, lines);
  const today = dateIn(actorOf(work).zone, work.now);
  return lines.map(({ id, code, stage, alias, lastContactOn }) => {
    const marks = `${inDanger.has(id) ? "⚠️ " : ""}${due.has(id) ? "⏰ " : ""}`;
    const about = [
      code,
      say.plain(`short-stage-${stage}`),
      alias === null ? undefined : readable(alias, say),
      stage === "closed" ? undefined : contactAge(lastContactOn, today, say),
    ].filter((part) => part !== undefined);
    return [{ text: `${marks}${about.join(" · ")}`, data: callbacks.openCaseHere({ caseId: id }) }];
  });
}
