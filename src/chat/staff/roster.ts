import { dateIn, daysBetween } from "../../practice/calendar.js";
import { membersPerPage } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { type RosterLine, rosterPage, type StrState } from "../../records/staff/roster.js";
import { clipped } from "../form/prompt.js";
import { dayOf } from "../telegram/answerText.js";
import { layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { rolesText } from "../telegram/roles.js";
import { joinLines, pageRow, showPage } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";

/** The members of the organisation: who they are, who supervises them, how much they carry, when they last worked. */
export async function showRoster(ctx: Ctx, page: number): Promise<void> {
  const { say } = ctx;
  const { lines, total } = await rosterPage(ctx.work, page);
  const text = [say.html("members-title", { total }), ...lines.map((line) => memberText(ctx, line))];
  await showPage(ctx, joinLines(text, "\n\n"), [
    ...layOutButtons(
      lines.map((line) => ({
        text: clipped(line.name, 40),
        data: callbacks.member({ memberId: line.id }),
      })),
    ),
    pageRow(page, total, membersPerPage, (to) => callbacks.members({ page: to })),
    [
      { text: say.plain("button-invite"), data: callbacks.invite() },
      { text: say.plain("button-open-invitations"), data: callbacks.invitations({ page: 0 }) },
    ],
    [{ text: say.plain("button-menu"), data: callbacks.menuHere() }],
  ]);
}

/**
 * "Bu Ratna · pekerja sosial", below it who supervises, "14 kasus, 3 terlambat · aktif hari ini", and the STR.
 */
function memberText({ say, work }: Ctx, line: RosterLine): string {
  const { roles, supervisorName, openCases, overdue, lastActiveAt, suspended, blocked } = line;
  const { zone } = actorOf(work);
  const isWorker = roles.includes("worker");
  const today = dateIn(zone, work.now);
  const active =
    lastActiveAt === null
      ? say.html("roster-never-active")
      : say.html("roster-active", { days: daysBetween(dateIn(zone, lastActiveAt), today) });
  return joinLines([
    joinLines(
      [
        say.html("member-title", { name: line.name, roles: rolesText(say, roles) }),
        suspended ? say.html("mark-suspended") : undefined,
        blocked ? say.html("mark-blocked") : undefined,
      ],
      " · ",
    ),
    !isWorker
      ? undefined
      : supervisorName === null
        ? say.html("member-no-supervisor")
        : say.html("member-supervisor", { name: supervisorName }),
    joinLines(
      [
        isWorker || openCases > 0 ? say.html("roster-cases", { cases: openCases }) : undefined,
        overdue > 0 ? say.html("roster-overdue", { count: overdue }) : undefined,
        active,
      ],
      " · ",
    ),
    strText(say, line.str),
  ]);
}

/** How somebody's STR stands; nothing for who needs none. */
export function strText(say: Wording, str: StrState): string | undefined {
  switch (str.kind) {
    case "none-needed":
      return undefined;
    case "not-recorded":
    case "undated":
      return say.html(`roster-str-${str.kind}`);
    case "valid":
    case "expired":
      return say.html(`roster-str-${str.kind}`, { day: dayOf(str.expiresOn, say) });
  }
}
