import { Composer } from "grammy";
import { addDays, dateIn } from "../../practice/calendar.js";
import { dataStanding } from "../../practice/dataGround.js";
import { acceptDate } from "../../practice/inputs/dates.js";
import { groundLetters, type LegalGround, legalGrounds } from "../../practice/legalGrounds.js";
import { type Case, caseFor } from "../../records/case/case.js";
import { caseAwaitingGround } from "../../records/case/dataGround.js";
import { readDataRequest } from "../../records/dataRights/dataRequests.js";
import { groundCase, stopCase } from "../../records/dataRights/deciding.js";
import { noteWithdrawal } from "../../records/dataRights/withdrawal.js";
import { chatOfMember, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Texts } from "../../texts.js";
import { dayOf } from "../telegram/answerText.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { clockLine } from "../telegram/dueWords.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { notify, recipientLocale, toldText } from "../telegram/notices.js";
import { onwardRows, waysBack } from "../telegram/onward.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines } from "../telegram/screen.js";
import { showCard } from "./caseCard.js";
import { missingText, tellOfMissing } from "./dataStanding.js";
import { withReason } from "./reasonEntry.js";

/** What can be done where a case has no legal ground: note the client's withdrawal, name another ground, or stop. */
export function dataGroundFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.dataGround, async (ctx, { caseId }) => {
    const subject = await caseAwaitingGround(ctx.work, caseId);
    await ctx.answerCallbackQuery();
    const { code, workerId } = subject.case;
    const worker = await nameOf(ctx.work, workerId);
    const explained = legalGrounds.map((ground) =>
      ctx.say.html(`about-ground-${ground}`, { letter: groundLetters[ground] }),
    );
    const asked = ctx.say.html("ground-which", { code, worker, why: missingText(subject.facts, ctx.say) });
    await ctx.reply(joinLines([asked, ...explained], "\n\n"), {
      reply_markup: keyboard([
        ...legalGrounds.map((ground) => [
          {
            text: ctx.say.plain("button-ground", groundArgs(ctx, ground)),
            data: callbacks.nameGround({ caseId, ground }),
          },
        ]),
        [{ text: ctx.say.plain("button-ground-stop"), data: callbacks.stopForWantOfGround({ caseId }) }],
        waysBack(ctx),
      ]),
    });
  });
  handle(composer, callbacks.nameGround, async (ctx, { caseId, ground }) => {
    await caseAwaitingGround(ctx.work, caseId);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.groundReason({ caseId, ground });
  });
  handle(composer, callbacks.stopForWantOfGround, async (ctx, { caseId }) => {
    await caseAwaitingGround(ctx.work, caseId);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.groundStopReason({ caseId });
  });
  handle(composer, callbacks.clientWithdraws, async (ctx, { caseId }) => {
    const subject = await caseFor(ctx.work, caseId, "read");
    await ctx.answerCallbackQuery();
    if (dataStanding(subject.facts).kind === "missing") {
      await ctx.reply(missingText(subject.facts, ctx.say));
      return;
    }
    ctx.onward = entries.withdrawalDay({ caseId });
  });
  return composer;
}

/** What is asked before a ground is named, a case stopped, a withdrawal noted. */
export function dataGroundEntries(texts: Texts): readonly Entry[] {
  return [
    handleEntry(entries.groundReason, {
      about: async (_, { caseId }) => caseId,
      ask: async (ctx, { caseId, ground }) => ({
        text: ctx.say.html("ground-reason", groundArgs(ctx, ground)),
        cancel: callbacks.dataGround({ caseId }),
      }),
      take: typedOnly((ctx, answer, { caseId, ground }) =>
        withReason(ctx, answer, async (reason) => {
          const subject = await groundCase(ctx.work, caseId, ground, reason);
          const told = await tellWorker(ctx, texts, subject, "notice-ground", ground);
          await ctx.reply(
            `${ctx.say.html("ground-named", { code: subject.case.code, ...groundArgs(ctx, ground) })} ${told}`,
            { reply_markup: keyboard(await wayOn(ctx, subject)) },
          );
        }),
      ),
    }),
    handleEntry(entries.groundStopReason, {
      about: async (_, { caseId }) => caseId,
      ask: async (ctx, { caseId }) => ({
        text: ctx.say.html("ground-stop-reason"),
        cancel: callbacks.dataGround({ caseId }),
      }),
      take: typedOnly((ctx, answer, { caseId }) =>
        withReason(ctx, answer, async (reason) => {
          const subject = await stopCase(ctx.work, caseId, reason);
          const told = await tellWorker(ctx, texts, subject, "notice-ground-stopped");
          await ctx.reply(`${ctx.say.html("ground-stopped", { code: subject.case.code })} ${told}`, {
            reply_markup: keyboard(await wayOn(ctx, subject)),
          });
        }),
      ),
    }),
    handleEntry(entries.withdrawalDay, {
      ask: async (ctx, { caseId }) => {
        const { code } = (await caseFor(ctx.work, caseId, "read")).case;
        return {
          text: ctx.say.html("withdrawal-day", { code }),
          choices: [
            [
              { text: ctx.say.plain("button-today"), value: today(ctx) },
              { text: ctx.say.plain("button-yesterday"), value: addDays(today(ctx), -1) },
            ],
          ],
          cancel: callbacks.openCase({ caseId }),
        };
      },
      take: async (ctx, answer, { caseId }) => {
        const read = acceptDate(answer.kind === "pressed" ? answer.value : answer.text, today(ctx), "past");
        if (read.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, read) };
        return { kind: "next", onward: entries.withdrawalHow({ caseId, day: String(read.value) }) };
      },
    }),
    handleEntry(entries.withdrawalHow, {
      about: async (_, { caseId }) => caseId,
      ask: async (ctx, { caseId, day }) => ({
        text: ctx.say.html("withdrawal-how", { day: dayOf(day, ctx.say) }),
        cancel: callbacks.openCase({ caseId }),
      }),
      take: typedOnly((ctx, answer, { caseId, day }) =>
        withReason(ctx, answer, async (how) => {
          const { subject, requestId } = await noteWithdrawal(ctx.work, caseId, day, how);
          const { dueAt } = await readDataRequest(ctx.work, requestId);
          const present = { now: ctx.work.now, zone: actorOf(ctx.work).zone };
          const told = toldText(ctx.say, await tellOfMissing(ctx.work, texts, subject, ctx.say));
          const noted = ctx.say.html("withdrawal-noted", { code: subject.case.code });
          await ctx.reply(joinLines([`${noted} ${told}`, clockLine(dueAt, present, ctx.say)]));
          await showCard(ctx, caseId);
        }),
      ),
    }),
  ];
}

/** Tells the worker of the decision. Returns a sentence that names who was told. */
async function tellWorker(
  ctx: Ctx,
  texts: Texts,
  { case: { id, code, workerId } }: Case,
  key: "notice-ground" | "notice-ground-stopped",
  ground?: LegalGround,
): Promise<string> {
  const { memberId } = actorOf(ctx.work);
  if (workerId === memberId) return "";
  const chat = await chatOfMember(ctx.work, workerId);
  if (chat !== undefined) {
    const locale = recipientLocale(chat.locale);
    const by = { code, name: await nameOf(ctx.work, memberId) };
    const rows = () => [
      [{ text: texts.plain(locale, "button-to-case"), data: callbacks.openCase({ caseId: id }) }],
    ];
    if (key === "notice-ground" && ground !== undefined) {
      const named = { letter: groundLetters[ground], ground: texts.plain(locale, `legal-ground-${ground}`) };
      notify(ctx.work, texts, chat, "notice-ground", [{ ...by, ...named }], rows);
    } else notify(ctx.work, texts, chat, "notice-ground-stopped", [by], rows);
  }
  return toldText(ctx.say, [{ name: await nameOf(ctx.work, workerId), reached: chat !== undefined }]);
}

/** What waits next, and the case for its supervisor. An admin standing in may not read it. */
async function wayOn(ctx: Ctx, { case: { id, workerSupervisorId } }: Case) {
  const onward = await onwardRows(ctx);
  if (workerSupervisorId !== actorOf(ctx.work).memberId) return onward;
  return [...onward, [{ text: ctx.say.plain("button-to-case"), data: callbacks.openCase({ caseId: id }) }]];
}

function groundArgs(ctx: Ctx, ground: LegalGround) {
  return { letter: groundLetters[ground], ground: ctx.say.plain(`legal-ground-${ground}`) };
}

function today(ctx: Ctx): string {
  return dateIn(actorOf(ctx.work).zone, ctx.work.now);
}
