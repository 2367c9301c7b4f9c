import { actorOf } from "../../records/people/rights.js";
import { proposalsAwaitingMe } from "../../records/staff/proposals.js";
import { decisionsAwaitingMe } from "../../records/supervision/decisions.js";
import { transfersAwaitingMe } from "../../records/transfer/standing.js";
import type { Button } from "./buttons.js";
import { callbacks } from "./callbacks.js";
import type { Ctx } from "./context.js";
import { buttonOf } from "./waitingWords.js";

/** From a card that waits for a decision back to the list of all of them, and to a supervisor's desk. */
export function waysBack({ say, work }: Ctx): Button[] {
  const list = {
    text: say.plain("button-to-waiting"),
    data: callbacks.approvalsHere({ workerId: null, page: 0 }),
  };
  if (!actorOf(work).roles.includes("supervisor")) return [list];
  return [list, { text: say.plain("button-supervision"), data: callbacks.supervision() }];
}

/**
 * Below a decision: what waits next, one press away, and the ways back. What was passed over is not offered again before
 * the end: next is what came after what was decided, which waited since `decided`; the longest waiting without one. Cases
 * that go to another institution, or come from one, are decided on after all that.
 */
export async function onwardRows(ctx: Ctx, decided?: Date): Promise<Button[][]> {
  const { say, work } = ctx;
  const waiting = await decisionsAwaitingMe(work);
  const later = decided === undefined ? undefined : waiting.find(({ since }) => since >= decided);
  const next = later ?? waiting[0];
  const transfers = await transfersAwaitingMe(work);
  const [data] = [
    ...(next === undefined ? [] : [buttonOf(next, say).data]),
    ...transfers.map(({ id: transferId }) => callbacks.transfer({ transferId })),
  ];
  if (data === undefined) {
    const desk = { text: say.plain("button-supervision"), data: callbacks.supervision() };
    const menu = { text: say.plain("button-menu"), data: callbacks.menu() };
    return [...(await proposalRow(ctx)), [actorOf(work).roles.includes("supervisor") ? desk : menu]];
  }
  const count = waiting.length + transfers.length;
  return [[{ text: say.plain("button-next-decision", { count }), data }], waysBack(ctx)];
}

/** The ways to the cases on their way to or from another institution that wait for the acting supervisor. */
export async function transferRows({ say, work }: Ctx): Promise<Button[][]> {
  return (await transfersAwaitingMe(work)).map(({ id: transferId, code, isIncoming }) => [
    {
      text: say.plain(isIncoming ? "button-transfer-in" : "button-transfer-out", { code }),
      data: callbacks.transfer({ transferId }),
    },
  ]);
}

/** The way to the proposals about staff that wait for the acting member's yes, but for the one that is shown. */
export async function proposalRow({ say, work }: Ctx, shownId?: string): Promise<Button[][]> {
  const waiting = (await proposalsAwaitingMe(work)).filter(({ id }) => id !== shownId);
  const [first] = waiting;
  if (first === undefined) return [];
  const isOne = waiting.length === 1;
  return [
    [
      {
        text: isOne ? say.plain("button-proposal") : say.plain("button-proposals", { count: waiting.length }),
        data: isOne ? callbacks.staffProposal({ proposalId: first.id }) : callbacks.staffProposals(),
      },
    ],
  ];
}
