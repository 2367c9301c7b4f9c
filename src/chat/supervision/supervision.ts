import { Composer } from "grammy";
import { chatOfMember, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { openDangerLines } from "../danger/openList.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { joinLines, showPage } from "../telegram/screen.js";
import { showTeamChoice } from "../telegram/teamChoice.js";
import { deskScreen, type Part, wholeDesk } from "./deskScreen.js";

/** Who supervises me, and for a supervisor what the team needs now. */
export function supervisionFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("supervisi", showSupervision);
  handle(composer, callbacks.supervision, showSupervision);
  handle(composer, callbacks.desk, async (ctx, view) => {
    const dangers = view.section === "all" ? await openDangerLines(ctx, view.workerId) : nothing;
    await show(ctx, dangers, await deskScreen(ctx, view));
  });
  handle(composer, callbacks.deskWorkers, (ctx) =>
    showTeamChoice(ctx, (workerId) => callbacks.desk({ ...wholeDesk, workerId })),
  );
  return composer;
}

const nothing: Part = { texts: [], rows: [] };

async function showSupervision(ctx: Ctx): Promise<void> {
  const dangers = await openDangerLines(ctx);
  const own = await ownSupervisor(ctx);
  const { roles } = actorOf(ctx.work);
  const desk = roles.includes("supervisor") ? await deskScreen(ctx, wholeDesk) : nothing;
  const parts = [dangers, own, desk];
  const isEmpty = parts.every(({ texts }) => texts.length === 0);
  await show(ctx, ...parts, isEmpty ? { texts: [ctx.say.html("supervision-admin")], rows: [] } : nothing);
}

/** Who supervises the acting worker, and what was agreed on with them; nothing for anybody else. */
async function ownSupervisor({ say, work }: Ctx): Promise<Part> {
  const { memberId, roles, supervisorId } = actorOf(work);
  if (!roles.includes("worker")) return nothing;
  const notes: Button = {
    text: say.plain("button-supervision-notes"),
    data: callbacks.supervisionNotes({ workerId: memberId, page: 0 }),
  };
  if (supervisorId === null) return { texts: [say.html("supervision-nobody")], rows: [[notes]] };
  const name = await nameOf(work, supervisorId);
  const isThere = (await chatOfMember(work, supervisorId)) !== undefined;
  const text = say.html(isThere ? "supervision-mine" : "supervision-unreachable", { name });
  return { texts: [text], rows: [[notes]] };
}

/** The parts below each other, all buttons under them. */
async function show(ctx: Ctx, ...parts: readonly Part[]): Promise<void> {
  const rows: Button[][] = parts.flatMap(({ rows: own }) => [...own]);
  rows.push([{ text: ctx.say.plain("button-menu"), data: callbacks.menuHere() }]);
  const texts = [ctx.say.html("supervision-title"), ...parts.flatMap(({ texts: own }) => own)];
  await showPage(ctx, joinLines(texts, "\n\n"), rows);
}
