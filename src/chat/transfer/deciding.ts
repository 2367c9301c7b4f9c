import { Composer } from "grammy";
import type { Rounds } from "../../records/case/rounds.js";
import { chatOfMember, memberNames, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { hearersOf } from "../../records/transfer/standing.js";
import {
  acceptTransfer,
  declineTransfer,
  refuseTransfer,
  releaseTransfer,
  type TransferView,
  transferFor,
  withdrawTransfer,
  workersToTake,
} from "../../records/transfer/transfers.js";
import type { MessageKey, Texts } from "../../texts.js";
import { withReason } from "../case/reasonEntry.js";
import { momentOf, readable } from "../telegram/answerText.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { notify } from "../telegram/notices.js";
import { onwardRows, waysBack } from "../telegram/onward.js";
import { joinLines, sendNew, showPage } from "../telegram/screen.js";
import { givenName } from "./names.js";
import { writtenForms } from "./packet.js";

/** The card of a transfer on either side, and what is decided on it: sending it, taking it over, or neither. */
export function transferFeature(rounds: Rounds, texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.transfer, async (ctx, { transferId }) =>
    showTransfer(ctx, await transferFor(ctx.work, transferId)),
  );
  handle(composer, callbacks.withdrawTransfer, async (ctx, { transferId }) => {
    const view = await withdrawTransfer(ctx.work, transferId);
    await tell(ctx, texts, view, "sender", "notice-transfer-withdrawn");
    await tell(ctx, texts, view, "receiver", "notice-transfer-withdrawn-there");
    await showTransfer(ctx, view);
  });
  handle(composer, callbacks.releaseTransfer, async (ctx, { transferId }) => {
    const { terms } = await transferFor(ctx.work, transferId);
    const view = await releaseTransfer(ctx.work, transferId, await writtenForms(ctx, rounds, terms.forms));
    await tell(ctx, texts, view, "sender", "notice-transfer-sent");
    await tell(ctx, texts, view, "receiver", "notice-transfer-incoming");
    await showTransfer(ctx, view, await onwardRows(ctx));
  });
  handle(composer, callbacks.refuseTransfer, async (ctx, { transferId }) => {
    await transferFor(ctx.work, transferId);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.transferAnswer({ transferId });
  });
  handle(composer, callbacks.takeTransfer, async (ctx, { transferId }) => {
    const { code, from } = await transferFor(ctx.work, transferId);
    const ids = await workersToTake(ctx.work);
    const names = await memberNames(ctx.work, ids);
    const text = ids.length === 0 ? "transfer-no-workers" : "transfer-for-whom";
    await showPage(ctx, ctx.say.html(text, { code, from }), [
      ...layOutButtons(
        ids.map((workerId) => ({
          text: names.get(workerId) ?? "…",
          data: callbacks.takeTransferFor({ transferId, workerId }),
        })),
      ),
      [{ text: ctx.say.plain("button-back"), data: callbacks.transfer({ transferId }) }],
    ]);
  });
  handle(composer, callbacks.takeTransferFor, async (ctx, { transferId, workerId }) => {
    const view = await acceptTransfer(ctx.work, transferId, workerId);
    await tell(ctx, texts, view, "sender", "notice-transfer-accepted");
    await tellTaken(ctx, texts, view, workerId);
    await showTransfer(ctx, view, await onwardRows(ctx));
  });
  return composer;
}

/** Why a case is not sent, or not taken over. */
export function transferEntries(texts: Texts): readonly Entry[] {
  return [
    handleEntry(entries.transferAnswer, {
      ask: async (ctx, { transferId }) => ({
        text: ctx.say.html("transfer-why-not"),
        cancel: callbacks.transfer({ transferId }),
      }),
      take: typedOnly((ctx, answer, { transferId }) =>
        withReason(ctx, answer, async (reason) => {
          const isOurs = (await transferFor(ctx.work, transferId)).side === "sender";
          const view = await (isOurs ? refuseTransfer : declineTransfer)(ctx.work, transferId, reason);
          await tell(
            ctx,
            texts,
            view,
            "sender",
            isOurs ? "notice-transfer-refused" : "notice-transfer-declined",
          );
          await showTransfer(ctx, view, await onwardRows(ctx));
        }),
      ),
    }),
  ];
}

/** The card of a transfer. `onward` stands below it once it was decided on. */
async function showTransfer(ctx: Ctx, view: TransferView, onward: readonly Button[][] = []): Promise<void> {
  const { say, work } = ctx;
  const { side, code, from, to, terms, caseId, answer } = view;
  const { zone } = actorOf(work);
  const at = view.decidedAt ?? view.sentAt ?? view.askedAt;
  const when = at === null ? "" : momentOf(at, zone, say);
  const text = joinLines([
    side === "sender"
      ? say.html("transfer-title-out", { code, to, name: await nameOf(work, view.askedById) })
      : say.html("transfer-title-in", { code, from }),
    view.status === "draft" ? undefined : say.html(`transfer-status-${view.status}`, { when, to }),
    terms.forms.length === 0
      ? undefined
      : say.html("transfer-forms", {
          count: terms.forms.length,
          forms: terms.forms.map((form) => givenName(form, say)).join(", "),
        }),
    terms.ground === null
      ? undefined
      : say.html("transfer-ground", { ground: say.plain(`choice-share-ground-${terms.ground}`) }),
    terms.reason === null ? undefined : say.html("transfer-why", { reason: terms.reason }),
    answer === null ? undefined : say.html("transfer-answer", { answer: readable(answer, say) }),
    side === "receiver" && view.mayDecide ? say.html("transfer-read-later") : undefined,
  ]);
  await showPage(ctx, text, [
    ...decisionRows(ctx, view),
    ...onward,
    ...(view.mayDecide ? [waysBack(ctx)] : []),
    [
      caseId === null
        ? { text: say.plain("button-menu"), data: callbacks.menu() }
        : { text: say.plain("button-to-case"), data: callbacks.openCase({ caseId }) },
    ],
  ]);
}

function decisionRows({ say }: Ctx, view: TransferView): Button[][] {
  const { id: transferId, side, terms, mayDecide, mayWithdraw } = view;
  if (mayWithdraw) {
    return [[{ text: say.plain("button-take-back"), data: callbacks.withdrawTransfer({ transferId }) }]];
  }
  if (!mayDecide) return [];
  if (side === "receiver") {
    return [
      [
        { text: say.plain("button-transfer-take"), data: callbacks.takeTransfer({ transferId }) },
        { text: say.plain("button-transfer-decline"), data: callbacks.refuseTransfer({ transferId }) },
      ],
    ];
  }
  return [
    ...terms.forms.map((form) => [
      { text: `📄 ${givenName(form, say)}`, data: callbacks.readRound({ roundId: form.roundId }) },
    ]),
    [
      { text: say.plain("button-transfer-release"), data: callbacks.releaseTransfer({ transferId }) },
      { text: say.plain("button-transfer-refuse"), data: callbacks.refuseTransfer({ transferId }) },
    ],
  ];
}

type TransferNotice = Extract<
  MessageKey,
  | "notice-transfer-sent"
  | "notice-transfer-incoming"
  | "notice-transfer-refused"
  | "notice-transfer-withdrawn"
  | "notice-transfer-withdrawn-there"
  | "notice-transfer-accepted"
  | "notice-transfer-declined"
>;

async function tell(
  ctx: Ctx,
  texts: Texts,
  { id: transferId, code, from, to, terms }: TransferView,
  side: "sender" | "receiver",
  key: TransferNotice,
): Promise<void> {
  const args = { code, from, to, count: terms.forms.length };
  for (const hearer of await hearersOf(ctx.work, transferId, side)) {
    notify(ctx.work, texts, hearer, key, [args], (locale) => [
      [{ text: texts.plain(locale, "button-look"), data: callbacks.transfer({ transferId }) }],
    ]);
  }
}

/** The worker who is to go on with the case hears of it. */
async function tellTaken(
  ctx: Ctx,
  texts: Texts,
  { from, received }: Awaited<ReturnType<typeof acceptTransfer>>,
  workerId: string,
): Promise<void> {
  const { code, caseId } = received;
  const { work, say } = ctx;
  await sendNew(ctx, say.html("transfer-taken", { code, name: await nameOf(work, workerId) }));
  if (workerId === actorOf(work).memberId) return;
  const chat = await chatOfMember(work, workerId);
  if (chat === undefined) return;
  notify(work, texts, chat, "notice-transfer-received", [{ code, from }], (locale) => [
    [{ text: texts.plain(locale, "button-to-case"), data: callbacks.openCase({ caseId }) }],
  ]);
}
