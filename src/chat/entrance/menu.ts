import { taskCounts } from "../../records/due/tasks.js";
import { countLate } from "../../records/staff/late.js";
import { proposalsAwaitingMe } from "../../records/staff/proposals.js";
import { decisionsAwaitingMe } from "../../records/supervision/decisions.js";
import { transfersAwaitingMe } from "../../records/transfer/standing.js";
import type { Html } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { sendNew, showPage } from "../telegram/screen.js";

/** Shows everything a person can do in their roles, on one screen. `lead` comes before it. */
export async function showMenu(ctx: Ctx, lead?: Html): Promise<void> {
  await sendNew(ctx, menuText(ctx, lead), await menuRows(ctx));
}

/** The same in the message whose button was pressed. */
export async function backToMenu(ctx: Ctx): Promise<void> {
  await showPage(ctx, menuText(ctx), await menuRows(ctx));
}

function menuText(ctx: Ctx, lead?: Html): string {
  const title = ctx.say.html("menu-title", { organization: ctx.work.actor?.organizationName ?? "" });
  return lead === undefined ? title : `${lead}\n\n${title}`;
}

async function menuRows(ctx: Ctx): Promise<Button[][]> {
  const { work } = ctx;
  const roles = work.actor?.roles ?? [];
  const rows: Button[][] = [];
  const decides = roles.includes("supervisor") || roles.includes("admin");
  const decisions = decides
    ? (await decisionsAwaitingMe(work)).length +
      (await proposalsAwaitingMe(work)).length +
      (await transfersAwaitingMe(work)).length
    : 0;
  if (roles.includes("worker")) {
    rows.push([
      { text: ctx.say.plain("button-new-case"), data: callbacks.newCase() },
      { text: ctx.say.plain("button-my-cases"), data: callbacks.caseList({ whose: "mine", page: 0 }) },
    ]);
    // With an open question the button back to it is added under the menu anyway.
    const resume = work.dialogue.roundId !== null && ctx.resumeLink === undefined;
    rows.push([
      ...(resume ? [{ text: ctx.say.plain("button-resume"), data: callbacks.resume() }] : []),
      { text: ctx.say.plain("button-tasks", { count: await dueCount(work) }), data: callbacks.taskList() },
    ]);
  }
  if (roles.includes("supervisor")) {
    rows.push([
      { text: ctx.say.plain("button-approvals", { count: decisions }), data: callbacks.approvals() },
      { text: ctx.say.plain("button-team"), data: callbacks.supervision() },
    ]);
  }
  if (!roles.includes("supervisor") && decisions > 0) {
    rows.push([
      { text: ctx.say.plain("button-approvals", { count: decisions }), data: callbacks.approvals() },
    ]);
  }
  if (roles.includes("admin")) {
    rows.push(
      [
        { text: ctx.say.plain("button-members"), data: callbacks.members({ page: 0 }) },
        { text: ctx.say.plain("button-invite"), data: callbacks.invite() },
      ],
      [
        {
          text: ctx.say.plain("button-late", { count: await countLate(work) }),
          data: callbacks.late({ memberId: null, page: 0 }),
        },
        { text: ctx.say.plain("button-organization"), data: callbacks.organization() },
      ],
      ...(
        [
          ["permits", "accreditation"],
          ["requests", "breaches"],
        ] as const
      ).map((row) =>
        row.map((which) => ({
          text: ctx.say.plain(`button-register-${which}`),
          data: callbacks.register({ which, page: 0 }),
        })),
      ),
    );
  }
  rows.push([{ text: ctx.say.plain("button-sos"), data: callbacks.emergency() }]);
  rows.push([
    { text: ctx.say.plain("button-ask"), data: callbacks.topicGroups() },
    { text: ctx.say.plain("button-more"), data: callbacks.more() },
  ]);
  return rows;
}

/** What is late or due within a week. */
async function dueCount(work: Ctx["work"]): Promise<number> {
  if (work.actor === undefined) return 0;
  const { memberId, zone } = work.actor;
  const { overdue, today, week } = await taskCounts(work, memberId, zone);
  return overdue + today + week;
}
