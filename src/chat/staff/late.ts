import { Composer } from "grammy";
import { actorOf } from "../../records/people/rights.js";
import { type LateLine, latePerPage, listLate } from "../../records/staff/late.js";
import { escapeHtml } from "../../texts.js";
import { clipped } from "../form/prompt.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { discreetName, dueWhen } from "../telegram/dueWords.js";
import { handle } from "../telegram/handle.js";
import { joinLines, pageRow, showPage } from "../telegram/screen.js";

/** What is late in the organisation, for its admin: by code and by worker, never what the case is about. */
export function lateFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.late, (ctx, { memberId, page }) => showLate(ctx, memberId, page));
  return composer;
}

/** The most members with a button of their own; who has more late comes first. */
const mostMembers = 12;

async function showLate(ctx: Ctx, memberId: string | null, page: number): Promise<void> {
  const { say } = ctx;
  const { lines, total, members } = await listLate(ctx.work, memberId, page);
  const whose = members.find(({ id }) => id === memberId)?.name;
  const title =
    total === 0
      ? say.html("late-nothing")
      : whose === undefined
        ? say.html("late-title", { count: total })
        : say.html("late-title-of", { count: total, name: whose });
  const rows: Button[][] = [
    ...layOutButtons(
      members.slice(0, mostMembers).map(({ id, name, count }) => ({
        text: `${id === memberId ? "☑️ " : ""}${clipped(name, 30)} (${count})`,
        data: callbacks.late({ memberId: id === memberId ? null : id, page: 0 }),
      })),
    ),
    pageRow(page, total, latePerPage, (to) => callbacks.late({ memberId, page: to })),
  ];
  if (memberId !== null && whose !== undefined)
    rows.push([{ text: say.plain("button-member", { name: whose }), data: callbacks.member({ memberId }) }]);
  rows.push([{ text: say.plain("button-menu"), data: callbacks.menuHere() }]);
  await showPage(ctx, joinLines([title, joinLines(lines.map((line) => lateLine(ctx, line)))], "\n\n"), rows);
}

/** "• K-2026-0007 · evaluasi · Evaluasi · Bu Ratna · terlambat 9 hari". */
function lateLine({ say, work }: Ctx, line: LateLine): string {
  const stage = line.stage === null ? undefined : say.plain(`short-stage-${line.stage}`);
  const when = dueWhen(line, { now: work.now, zone: actorOf(work).zone }, say);
  const words = joinLines([discreetName(line, say), stage, line.name, when], " · ");
  return escapeHtml(`${line.statutory ? "⏳" : "•"} ${words}`);
}
