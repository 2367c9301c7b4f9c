import type { Supervised } from "../../records/due/staffing.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Stranded } from "../../records/staff/stranded.js";
import type { Texts } from "../../texts.js";
import { clipped } from "../form/prompt.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { toldText } from "../telegram/notices.js";
import { joinLines } from "../telegram/screen.js";
import { codesText } from "./staffChange.js";
import { tellMember } from "./staffNotices.js";

/** The most buttons under the card. The rest is reached through the list of members. */
const mostButtons = 6;

/** What waits for a decision when a supervisor is suspended: which workers, and how many forms. */
export function teamText(ctx: Ctx, team: readonly Supervised[]): string | undefined {
  if (team.length === 0) return undefined;
  const waiting = team.reduce((sum, one) => sum + one.waiting, 0);
  return ctx.say.html("member-stranded", { names: team.map(({ name }) => name).join(", "), waiting });
}

/** What suspending leaves without anybody: cases and running clocks by code, what is late, the team. */
export function strandedText(ctx: Ctx, { cases, clocks, overdue, team }: Stranded): string | undefined {
  const { say } = ctx;
  const codes = (given: readonly string[]) => ({ count: given.length, codes: codesText(given) });
  const lines = joinLines([
    cases.length === 0 ? undefined : say.html("stranded-cases", codes(cases.map(({ code }) => code))),
    clocks.length === 0 ? undefined : say.html("stranded-clocks", codes(clocks)),
    overdue === 0 ? undefined : say.html("stranded-overdue", { count: overdue }),
    teamText(ctx, team),
  ]);
  return lines === "" ? undefined : lines;
}

/** Tells the supervisor of a worker who was suspended which cases and clocks are left. Returns who was told. */
export async function tellSupervisor(
  { say, work }: Ctx,
  texts: Texts,
  name: string,
  { cases, clocks, supervisorId }: Stranded,
): Promise<string | undefined> {
  if (supervisorId === null || cases.length === 0 || supervisorId === actorOf(work).memberId)
    return undefined;
  const left = {
    name,
    count: cases.length,
    codes: codesText(cases.map(({ code }) => code)),
    clocks: clocks.length,
    running: codesText(clocks),
  };
  const reached = await tellMember(work, texts, supervisorId, "notice-worker-suspended", [left], (locale) => [
    [
      {
        text: texts.plain(locale, "button-team-cases"),
        data: callbacks.caseList({ whose: "team", page: 0 }),
      },
    ],
  ]);
  return toldText(say, [{ name: await nameOf(work, supervisorId), reached }]);
}

/** A button for each worker of the team to choose another supervisor. */
export function teamButtons(ctx: Ctx, team: readonly Supervised[]): Button[][] {
  return team.slice(0, mostButtons).map(({ id, name }) => [
    {
      text: ctx.say.plain("button-name-supervisor", { name: clipped(name, 40) }),
      data: callbacks.chooseSupervisor({ memberId: id, page: 0 }),
    },
  ]);
}

/** Tells a supervisor's team that the supervisor is suspended or back. Returns who was told. */
export async function tellTeam(
  ctx: Ctx,
  texts: Texts,
  team: readonly Supervised[],
  key: "notice-supervisor-suspended" | "notice-supervisor-back" | "notice-supervisor-gone",
  supervisor: string,
): Promise<string> {
  const told = [];
  for (const { id, name } of team) {
    const reached = await tellMember(ctx.work, texts, id, key, [{ name: supervisor }]);
    if (id !== actorOf(ctx.work).memberId) told.push({ name, reached });
  }
  return toldText(ctx.say, told);
}
