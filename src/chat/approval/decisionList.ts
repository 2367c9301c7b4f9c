import { Composer } from "grammy";
import { dateIn, daysBetween } from "../../practice/calendar.js";
import { memberNames } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { proposalsAwaitingMe } from "../../records/staff/proposals.js";
import { type AwaitedDecision, decisionsAwaitingMe } from "../../records/supervision/decisions.js";
import { escapeHtml } from "../../texts.js";
import { clipped } from "../form/prompt.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { proposalRow, transferRows } from "../telegram/onward.js";
import { joinLines, pageRow, sendNew, showPage } from "../telegram/screen.js";
import { buttonOf, faceOf } from "../telegram/waitingWords.js";

/** Lines on one page of the list. */
const perPage = 12;

/** What waits for the decision of whoever asks, the longest first; of all, or of one worker. */
export function decisionListFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.approvals, (ctx) => showList(ctx, null, 0, sendNew));
  handle(composer, callbacks.approvalsHere, (ctx, { workerId, page }) =>
    showList(ctx, workerId, page, showPage),
  );
  handle(composer, callbacks.approvalWorkers, async (ctx) => {
    const { say, work } = ctx;
    const counts = countedByWorker(await decisionsAwaitingMe(work));
    const names = await memberNames(work, [...counts.keys()]);
    const faces = [...counts].map(([workerId, count]) => ({
      text: `${clipped(names.get(workerId) ?? "", 30)} (${count})`,
      data: callbacks.approvalsHere({ workerId, page: 0 }),
    }));
    await showPage(ctx, say.html("desk-whose"), [
      ...layOutButtons(faces),
      [
        {
          text: say.plain("button-desk-everybody"),
          data: callbacks.approvalsHere({ workerId: null, page: 0 }),
        },
      ],
    ]);
  });
  return composer;
}

async function showList(
  ctx: Ctx,
  workerId: string | null,
  page: number,
  put: typeof showPage | typeof sendNew,
): Promise<void> {
  const { say, work } = ctx;
  const all = await decisionsAwaitingMe(work);
  const own = workerId === null ? all : all.filter((one) => one.workerId === workerId);
  const names = await memberNames(work, [...new Set(all.map((one) => one.workerId))]);
  const shown = Math.min(page, Math.max(0, Math.ceil(own.length / perPage) - 1));
  const numbered = own
    .map((one, at) => ({ one, number: at + 1 }))
    .slice(shown * perPage, (shown + 1) * perPage);
  const proposals = workerId === null ? await proposalsAwaitingMe(work) : [];
  const transfers = workerId === null ? await transferRows(ctx) : [];
  const count = own.length + proposals.length + transfers.length;
  const name = workerId === null ? undefined : names.get(workerId);
  const lines = numbered.map(({ one, number }) => `${number}. ${lineText(ctx, one, names)}`);
  const text = joinLines(
    [
      name === undefined ? undefined : say.html("desk-of", { name }),
      count === 0 ? say.html("approvals-none") : say.html("approvals-waiting", { count }),
      joinLines(lines),
    ],
    "\n\n",
  );
  const isSupervisor = actorOf(work).roles.includes("supervisor");
  const others: Button[] = [
    ...(countedByWorker(all).size > 1
      ? [{ text: say.plain("button-desk-worker"), data: callbacks.approvalWorkers() }]
      : []),
    ...(isSupervisor ? [{ text: say.plain("button-supervision"), data: callbacks.supervision() }] : []),
  ];
  await put(ctx, text, [
    ...layOutButtons(numbered.map(({ one, number }) => lineButton(ctx, one, number))),
    pageRow(shown, own.length, perPage, (to) => callbacks.approvalsHere({ workerId, page: to })),
    ...transfers,
    ...(workerId === null ? await proposalRow(ctx) : []),
    others,
    [{ text: say.plain("button-menu"), data: callbacks.menuHere() }],
  ]);
}

/** "K-2026-0042 · Rencana intervensi · Bu Ratna · 3 hari". */
function lineText({ say, work }: Ctx, one: AwaitedDecision, names: ReadonlyMap<string, string>): string {
  const { zone } = actorOf(work);
  const age = say.plain("desk-age", {
    days: daysBetween(dateIn(zone, one.since), dateIn(zone, work.now)),
  });
  return escapeHtml(joinLines([faceOf(one, say), names.get(one.workerId), age], " · "));
}

/** "3 · K-2026-0042": a form's card takes the place of the list, whose button stands below it. */
function lineButton({ say }: Ctx, one: AwaitedDecision, number: number): Button {
  const data =
    one.kind === "form" ? callbacks.openApprovalHere({ roundId: one.roundId }) : buttonOf(one, say).data;
  return { text: `${number} · ${one.code}`, data };
}

function countedByWorker(all: readonly AwaitedDecision[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { workerId } of all) counts.set(workerId, (counts.get(workerId) ?? 0) + 1);
  return counts;
}
