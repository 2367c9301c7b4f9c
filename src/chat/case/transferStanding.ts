import { dateIn } from "../../practice/calendar.js";
import { actorOf } from "../../records/people/rights.js";
import type { CaseTransfer } from "../../records/transfer/standing.js";
import { dayOf } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";

/** Where a case stands that goes to another institution, or came from one: a line for each. Telegram HTML. */
export function transferLines({ say, work }: Ctx, transfers: readonly CaseTransfer[]): string[] {
  return transfers.map(({ events }) => {
    const { event, institution, code, at } = events.at(-1) ?? events[0];
    const day = dayOf(dateIn(actorOf(work).zone, at), say);
    return event === "received"
      ? say.html("card-transfer-received", { institution, code, day })
      : say.html(`card-transfer-${event}`, { institution, day });
  });
}

/** The way to the last transfer, or to what came with the case. */
export function transferRow({ say }: Ctx, caseId: string, transfers: readonly CaseTransfer[]): Button[] {
  const last = transfers.at(-1);
  const isReceived = transfers.some(({ side }) => side === "receiver");
  return [
    ...(isReceived ? [{ text: say.plain("button-packet"), data: callbacks.packet({ caseId }) }] : []),
    ...(last?.side === "sender"
      ? [{ text: say.plain("button-transfer-see"), data: callbacks.transfer({ transferId: last.id }) }]
      : []),
  ];
}
