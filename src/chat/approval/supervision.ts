import { Composer } from "grammy";
import { requestsAwaitingMe } from "../../records/case/caseLists.js";
import { groundsAwaitingMe } from "../../records/case/waiting.js";
import { chatOfMember, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { listTeam, type TeamLine } from "../../records/people/team.js";
import type { Work } from "../../records/people/work.js";
import { openDangerLines } from "../danger/openList.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { joinLines, showPage } from "../telegram/screen.js";

/** Names on one screen; a supervisor with more sees how many more there are. */
const mostShown = 20;

/** Who supervises me, and whom I supervise. */
export function supervisionFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("supervisi", showSupervision);
  handle(composer, callbacks.supervision, showSupervision);
  return composer;
}

async function showSupervision(ctx: Ctx): Promise<void> {
  const { work, say } = ctx;
  const { roles, supervisorId } = actorOf(work);
  const parts: string[] = [say.html("supervision-title")];
  const rows: Button[][] = [];
  const dangers = await openDangerLines(ctx);
  parts.push(...dangers.texts);
  rows.push(...dangers.rows);
  if (roles.includes("worker")) {
    if (supervisorId === null) parts.push(say.html("supervision-nobody"));
    else {
      const name = await nameOf(work, supervisorId);
      const isThere = (await chatOfMember(work, supervisorId)) !== undefined;
      parts.push(say.html(isThere ? "supervision-mine" : "supervision-unreachable", { name }));
    }
  }
  if (roles.includes("supervisor")) {
    const people = await teamWithRequests(work);
    const waiting = people.reduce((sum, one) => sum + one.waiting, 0);
    parts.push(people.length === 0 ? say.html("team-none") : teamText(ctx, people));
    if (people.length > 0) {
      rows.push([
        { text: say.plain("button-approvals", { count: waiting }), data: callbacks.approvals() },
        { text: say.plain("button-team-cases"), data: callbacks.caseList({ whose: "team", page: 0 }) },
      ]);
    }
  }
  if (parts.length === 1) parts.push(say.html("supervision-admin"));
  rows.push([{ text: say.plain("button-menu"), data: callbacks.menuHere() }]);
  await showPage(ctx, joinLines(parts, "\n\n"), rows);
}

/** The team; closings, reopenings and legal grounds wait for its supervisor as forms do. */
async function teamWithRequests(work: Work): Promise<readonly TeamLine[]> {
  const people = await listTeam(work);
  const others = [...(await requestsAwaitingMe(work)), ...(await groundsAwaitingMe(work))];
  const askedBy = (id: string) => others.filter(({ workerId }) => workerId === id).length;
  return people.map((one) => ({ ...one, waiting: one.waiting + askedBy(one.id) }));
}

function teamText(ctx: Ctx, people: readonly TeamLine[]): string {
  const { say } = ctx;
  const shown = people.slice(0, mostShown).map((one) => {
    const { name, openCases, waiting } = one;
    const line = say.html("team-line", { name, cases: openCases, waiting });
    const mark = one.suspended ? "mark-suspended" : one.blocked ? "mark-blocked" : undefined;
    return mark === undefined ? line : `${line} · ${say.html(mark)}`;
  });
  const more = people.length - shown.length;
  return joinLines([
    say.html("team-title", { count: people.length }),
    ...shown,
    more > 0 ? say.html("team-more", { count: more }) : undefined,
  ]);
}
