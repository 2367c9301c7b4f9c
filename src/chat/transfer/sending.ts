import { Composer } from "grammy";
import { nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { codesRefusedUntil, countWrongCode, mostWrongCodes } from "../../records/people/wrongCodes.js";
import {
  askTransfer,
  beginTransfer,
  caseToTransfer,
  chooseForm,
  dropTransfer,
  readDraft,
  type TransferDraft,
} from "../../records/transfer/asking.js";
import { hearersOf } from "../../records/transfer/standing.js";
import { type TransferGround, transferGrounds } from "../../records/transfer/transferRow.js";
import type { Texts } from "../../texts.js";
import { showCard } from "../case/caseCard.js";
import { withReason } from "../case/reasonEntry.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly, wantsPress } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { notify } from "../telegram/notices.js";
import { sendNew, showPage } from "../telegram/screen.js";
import { givenName } from "./names.js";

/** Handing a case over to another institution on this bot: to which, what goes with it, who allowed it, and why. */
export function sendingFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.beginTransfer, async (ctx, { caseId }) => {
    const { subject, draftId } = await caseToTransfer(ctx.work, caseId);
    if (subject.case.supervisorAbsent) {
      await ctx.answerCallbackQuery({ text: ctx.say.plain("transfer-no-supervisor"), show_alert: true });
      return;
    }
    if (draftId !== undefined) return showDraft(ctx, await readDraft(ctx.work, draftId));
    await ctx.answerCallbackQuery();
    ctx.onward = entries.transferCode({ caseId });
  });
  handle(composer, callbacks.chooseTransferForm, async (ctx, { transferId, roundId, on }) =>
    showDraft(ctx, await chooseForm(ctx.work, transferId, roundId, on)),
  );
  handle(composer, callbacks.goOnWithTransfer, async (ctx, { transferId }) => {
    const { terms } = await readDraft(ctx.work, transferId);
    const isEmpty = terms.forms.length === 0;
    await ctx.answerCallbackQuery(isEmpty ? ctx.say.plain("transfer-none-chosen") : undefined);
    if (!isEmpty) ctx.onward = entries.transferGround({ transferId });
  });
  handle(composer, callbacks.dropTransfer, async (ctx, { transferId }) => {
    const subject = await dropTransfer(ctx.work, transferId);
    await ctx.answerCallbackQuery(ctx.say.plain("transfer-dropped"));
    await showCard(ctx, subject.case.id, { edit: true });
  });
  return composer;
}

async function showDraft(ctx: Ctx, { id, subject, to, offered, terms }: TransferDraft): Promise<void> {
  const { say } = ctx;
  const { code } = subject.case;
  const chosen = new Set(terms.forms.map(({ roundId }) => roundId));
  const text =
    offered.length === 0
      ? say.html("transfer-nothing", { code, to })
      : say.html("transfer-which", { code, to, chosen: chosen.size, total: offered.length });
  await showPage(ctx, text, [
    ...offered.map((round): Button[] => {
      const isChosen = chosen.has(round.id);
      return [
        {
          text: `${isChosen ? "☑️" : "▫️"} ${givenName(round, say)}`,
          data: callbacks.chooseTransferForm({ transferId: id, roundId: round.id, on: !isChosen }),
        },
      ];
    }),
    offered.length === 0
      ? []
      : [{ text: say.plain("button-continue"), data: callbacks.goOnWithTransfer({ transferId: id }) }],
    [{ text: say.plain("button-transfer-drop"), data: callbacks.dropTransfer({ transferId: id }) }],
  ]);
}

/** What is asked on the way: the receiving code, who allowed it, and why the case goes. */
export function sendingEntries(texts: Texts): readonly Entry[] {
  return [
    handleEntry(entries.transferCode, {
      ask: async (ctx, { caseId }) => ({
        text: ctx.say.html("transfer-code"),
        cancel: callbacks.openCase({ caseId }),
      }),
      take: typedOnly(async (ctx, answer, { caseId }) => {
        if ((await codesRefusedUntil(ctx.work)) !== undefined) {
          return { kind: "again", explanation: ctx.say.html("codes-refused", { count: mostWrongCodes }) };
        }
        const transferId = await beginTransfer(ctx.work, caseId, answer.replaceAll(/\s/g, "").toLowerCase());
        if (transferId === undefined) {
          countWrongCode(ctx.work);
          return { kind: "again", explanation: ctx.say.html("transfer-code-unknown") };
        }
        await showDraft(ctx, await readDraft(ctx.work, transferId));
        return { kind: "done" };
      }),
    }),
    handleEntry(entries.transferGround, {
      ask: async (ctx, { transferId }) => {
        const { subject, to } = await readDraft(ctx.work, transferId);
        return {
          text: ctx.say.html("transfer-who-allowed", { to }),
          choices: groundsOf(subject.case.level).map((ground) => [
            { text: ctx.say.plain(`choice-share-ground-${ground}`), value: ground },
          ]),
          cancel: callbacks.openCase({ caseId: subject.case.id }),
        };
      },
      take: async (ctx, answer, { transferId }) => {
        const ground =
          answer.kind === "pressed" ? transferGrounds.find((one) => one === answer.value) : undefined;
        if (ground === undefined) return wantsPress(ctx);
        return { kind: "next", onward: entries.transferReason({ transferId, ground }) };
      },
    }),
    handleEntry(entries.transferReason, {
      ask: async (ctx, { transferId }) => {
        const { subject, to } = await readDraft(ctx.work, transferId);
        return {
          text: ctx.say.html("transfer-reason", { to }),
          cancel: callbacks.openCase({ caseId: subject.case.id }),
        };
      },
      take: typedOnly((ctx, answer, { transferId, ground }) =>
        withReason(ctx, answer, (reason) => asks(ctx, texts, transferId, ground, reason)),
      ),
    }),
  ];
}

/** As a referral asks it: a group speaks by its representatives, nobody else does. */
function groundsOf(level: string): readonly TransferGround[] {
  const isGroup = level === "group" || level === "community";
  return transferGrounds.filter((ground) =>
    isGroup ? ground !== "client" && ground !== "guardian" : ground !== "representatives",
  );
}

async function asks(
  ctx: Ctx,
  texts: Texts,
  transferId: string,
  ground: TransferGround,
  reason: string,
): Promise<void> {
  const { work, say } = ctx;
  const { subject, to } = await askTransfer(work, transferId, ground, reason);
  const { code, id: caseId, workerSupervisorId } = subject.case;
  const name = await nameOf(work, actorOf(work).memberId);
  for (const hearer of await hearersOf(work, transferId, "sender")) {
    notify(work, texts, hearer, "notice-transfer-asked", [{ code, name }], (locale) => [
      [{ text: texts.plain(locale, "button-look"), data: callbacks.transfer({ transferId }) }],
    ]);
  }
  const supervisor = workerSupervisorId === null ? "" : await nameOf(work, workerSupervisorId);
  await sendNew(ctx, say.html("transfer-asked", { code, to, supervisor }));
  await showCard(ctx, caseId);
}
