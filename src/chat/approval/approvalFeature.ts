import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import { approve, awaiting, noteNudge, returnRound } from "../../records/case/approval.js";
import { awaitingMe } from "../../records/case/caseLists.js";
import type { Rounds } from "../../records/case/rounds.js";
import { Conflict } from "../../records/people/actor.js";
import { nameOf } from "../../records/people/members.js";
import type { Texts } from "../../texts.js";
import { partName } from "../form/summary.js";
import { type Button, dataOf, keyboard, laidOut } from "../telegram/buttons.js";
import type { Ctx } from "../telegram/context.js";
import type { Entry } from "../telegram/entry.js";
import { reasonOf } from "../telegram/reason.js";
import { approvalCard, partsOfForm } from "./approvalCard.js";
import { passOn, tellWorker } from "./approvals.js";

/** The part of a form that means the whole of it. */
const whole = "all";

/** Deciding on what workers sent: what waits, its card, yes, or back with a comment. */
export function approvalFeature(rounds: Rounds, texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer.callbackQuery("approvals", async (ctx) => {
    await ctx.answerCallbackQuery();
    await showWaiting(ctx);
  });
  composer.callbackQuery(/^wait:(\w+)$/, async (ctx) => {
    const { round, sentAt } = await awaiting(ctx.work, rounds, ctx.match[1] ?? "");
    await ctx.answerCallbackQuery();
    const worker = await nameOf(ctx.work, round.case.workerId);
    const { text, rows } = await approvalCard(ctx.work, rounds, round, ctx.say, { worker, sentAt });
    await ctx.reply(text, { reply_markup: keyboard(rows) });
  });

  composer.callbackQuery(/^ok:(\w+):(\w+)$/, async (ctx) => {
    const decided = await approve(
      ctx.work,
      rounds,
      ctx.match[1] ?? "",
      Number.parseInt(ctx.match[2] ?? "", 36),
    );
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    const { code, id } = decided.round.case;
    const form = ctx.say.plain(`form-${decided.round.form.id}`);
    const name = await nameOf(ctx.work, decided.round.case.workerId);
    await ctx.reply(ctx.say.html("approved", { form, code, name }), {
      reply_markup: keyboard([
        [{ text: ctx.say.plain("button-waiting"), data: "approvals" }],
        [{ text: ctx.say.plain("button-to-case"), data: dataOf("case", id) }],
      ]),
    });
    await tellWorker(ctx, texts, decided);
  });

  composer.callbackQuery(/^mend:(\w+)$/, async (ctx) => {
    const { round } = await awaiting(ctx.work, rounds, ctx.match[1] ?? "");
    await ctx.answerCallbackQuery();
    const parts = (partsOfForm[round.form.id] ?? []).map((part) => ({
      text: partName(ctx, round, part),
      data: dataOf("part", round.id, part),
    }));
    const general = { text: ctx.say.plain("button-part-all"), data: dataOf("part", round.id, whole) };
    await ctx.reply(ctx.say.html("return-which-part"), {
      reply_markup: keyboard([...laidOut(parts), [general]]),
    });
  });
  composer.callbackQuery(/^part:(\w+):(\w+)$/, async (ctx) => {
    const { round } = await awaiting(ctx.work, rounds, ctx.match[1] ?? "");
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    const part = partsOfForm[round.form.id]?.find((known) => known === ctx.match[2]) ?? whole;
    ctx.onward = { to: "entry", entry: "return-comment", args: [round.id, part] };
  });

  composer.callbackQuery(/^nudge:(\w+)$/, async (ctx) => {
    const round = await rounds.open(ctx.work, ctx.match[1] ?? "");
    if (round.status !== "submitted") throw new Conflict("the round does not wait");
    await ctx.answerCallbackQuery();
    if (!(await noteNudge(ctx.work, round.id))) {
      await ctx.reply(ctx.say.html("nudged-already"));
      return;
    }
    const name = await passOn(ctx, texts, rounds, round.id);
    await ctx.reply(name === undefined ? ctx.say.html("nudged-admins") : ctx.say.html("nudged", { name }));
  });
  return composer;
}

async function showWaiting(ctx: Ctx): Promise<void> {
  const waiting = await awaitingMe(ctx.work);
  const rows: Button[][] = waiting.map(({ roundId, form, code }) => [
    { text: `${code} · ${ctx.say.plain(`form-${form}`)}`, data: dataOf("wait", roundId) },
  ]);
  rows.push([{ text: ctx.say.plain("button-menu"), data: "menu" }]);
  const text =
    waiting.length === 0
      ? ctx.say.html("approvals-none")
      : ctx.say.html("approvals-waiting", { count: waiting.length });
  await ctx.reply(text, { reply_markup: keyboard(rows) });
}

/** What is to be mended, in the supervisor's words. */
export function approvalEntries(rounds: Rounds, texts: Texts): ReadonlyMap<string, Entry> {
  return new Map<string, Entry>([
    [
      "return-comment",
      {
        ask: async (ctx, [roundId = "", part = whole]) => {
          const round = await rounds.open(ctx.work, roundId);
          const about = part === whole ? ctx.say.plain("button-part-all") : partName(ctx, round, part);
          return {
            text: ctx.say.html("return-comment", { part: about }),
            cancel: dataOf("wait", roundId),
          };
        },
        take: async (ctx, answer, [roundId = "", part = whole]) => {
          const text = acceptText(answer, 2_000, true);
          if (text.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, text) };
          const comment = { part: part === whole ? null : part, text: String(text.value) };
          const decided = await returnRound(ctx.work, rounds, roundId, comment);
          const { code, workerId } = decided.round.case;
          const form = ctx.say.plain(`form-${decided.round.form.id}`);
          const name = await nameOf(ctx.work, workerId);
          await ctx.reply(ctx.say.html("returned", { form, code, name }), {
            reply_markup: keyboard([[{ text: ctx.say.plain("button-waiting"), data: "approvals" }]]),
          });
          await tellWorker(ctx, texts, decided, comment);
          return { kind: "done" };
        },
      },
    ],
  ]);
}
