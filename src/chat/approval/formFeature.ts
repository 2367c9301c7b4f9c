import { Composer } from "grammy";
import { removeItem } from "../../practice/edit.js";
import { locate } from "../../practice/walk.js";
import { draftsOf } from "../../records/case/caseLists.js";
import { noteNamesSeen } from "../../records/case/cases.js";
import { isWritable, type Rounds } from "../../records/case/rounds.js";
import { submit } from "../../records/case/submission.js";
import { Conflict } from "../../records/people/actor.js";
import type { Texts } from "../../texts.js";
import { showEditing } from "../form/editing.js";
import { standAt, standNowhere } from "../form/standing.js";
import { showSummary } from "../form/summary.js";
import { type Button, dataOf, keyboard } from "../telegram/buttons.js";
import type { Ctx } from "../telegram/context.js";
import { showSent } from "./sent.js";

/** Going on with a form, looking at its answers, changing and sending them. */
export function formFeature(rounds: Rounds, texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer.command("lanjut", (ctx) => chooseDraft(ctx));
  // The button below "saved" and below a warning leads back to the very question.
  composer.callbackQuery("resume", async (ctx) => {
    await ctx.answerCallbackQuery();
    const { roundId, path } = ctx.work.dialogue;
    if (roundId === null) return chooseDraft(ctx);
    standAt(ctx, roundId, path);
  });
  composer.callbackQuery(/^go:(\w+)$/, async (ctx) => {
    await ctx.answerCallbackQuery();
    goOn(ctx, ctx.match[1] ?? "");
  });

  composer.callbackQuery(/^round:(\w+)(:edit)?$/, async (ctx) => {
    const round = await rounds.open(ctx.work, ctx.match[1] ?? "");
    await ctx.answerCallbackQuery();
    await showSummary(ctx, rounds, round, { edit: ctx.match[2] !== undefined });
  });
  composer.callbackQuery(/^names:(\w+)$/, async (ctx) => {
    const round = await rounds.open(ctx.work, ctx.match[1] ?? "");
    noteNamesSeen(ctx.work, round.case.id);
    await ctx.answerCallbackQuery();
    await showSummary(ctx, rounds, round, { withNames: true, edit: true });
  });

  composer.callbackQuery(/^edit:(\w+):(\d+)$/, async (ctx) => {
    const round = await writable(ctx, rounds, ctx.match[1] ?? "");
    await ctx.answerCallbackQuery();
    await showEditing(ctx, rounds, round, Number(ctx.match[2]));
  });
  composer.callbackQuery(/^ed:(\w+):([\w.]+)$/, async (ctx) => {
    const round = await writable(ctx, rounds, ctx.match[1] ?? "");
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    standAt(ctx, round.id, ctx.match[2] ?? null);
  });
  composer.callbackQuery(/^rm:(\w+):(\w+):(\d+):(\d+)(:sure)?$/, async (ctx) => {
    const round = await writable(ctx, rounds, ctx.match[1] ?? "");
    await ctx.answerCallbackQuery();
    const [group, index, version] = [ctx.match[2] ?? "", Number(ctx.match[3]), Number(ctx.match[4])];
    const place = locate(round.form, `${group}.${index}`) ?? locate(round.form, `${group}.${index + 1}`);
    // Items move up when one is taken out: a button drawn before the round changed may mean another one.
    if (version !== round.version || place?.kind !== "another") throw new Conflict("the list has changed");
    if (ctx.match[5] === undefined) return askRemoval(ctx, round.id, group, index, version);
    const context = rounds.context(ctx.work, round);
    await rounds.change(ctx.work, round, removeItem(round.form, round.answers, context, place.group, index));
    await ctx.editMessageReplyMarkup();
    standAt(ctx, round.id);
  });

  composer.callbackQuery(/^send:(\w+)$/, async (ctx) => {
    const roundId = ctx.match[1] ?? "";
    const sent = await submit(ctx.work, rounds, roundId);
    if (sent.kind === "incomplete") {
      // Something was changed or reopened on another device: the open question is asked.
      await ctx.answerCallbackQuery(ctx.say.plain("not-complete"));
      await ctx.editMessageReplyMarkup();
      return standAt(ctx, roundId);
    }
    if (sent.kind === "workers-own") {
      await ctx.answerCallbackQuery({ text: ctx.say.plain("worker-sends"), show_alert: true });
      return;
    }
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    await standNowhere(ctx);
    await showSent(ctx, texts, rounds, sent);
  });
  return composer;
}

async function writable(ctx: Ctx, rounds: Rounds, roundId: string) {
  const round = await rounds.open(ctx.work, roundId);
  if (!isWritable(round)) throw new Conflict("the round is closed");
  return round;
}

/** Back to the exact question where it is the round the person left, else to its first open one. */
function goOn(ctx: Ctx, roundId: string): void {
  const { dialogue } = ctx.work;
  standAt(ctx, roundId, dialogue.roundId === roundId ? dialogue.path : null);
}

/** Resumes the one form that is open; of several, asks which. */
async function chooseDraft(ctx: Ctx): Promise<void> {
  const drafts = await draftsOf(ctx.work);
  const { roundId } = ctx.work.dialogue;
  const [only] = drafts;
  // A supervisor may be helping with a form that is not among their own.
  if (only === undefined && roundId !== null) return goOn(ctx, roundId);
  if (only === undefined) {
    const rows = [[{ text: ctx.say.plain("button-menu"), data: "menu" }]];
    await ctx.reply(ctx.say.html("nothing-open"), { reply_markup: keyboard(rows) });
    return;
  }
  if (drafts.length === 1) return goOn(ctx, only.roundId);
  const rows: Button[][] = drafts.map((draft) => {
    const here = draft.roundId === roundId ? "▶️ " : "";
    const state = draft.status === "returned" ? ` · ${ctx.say.plain("round-returned")}` : "";
    const text = `${here}${draft.code} · ${ctx.say.plain(`form-${draft.form}`)}${state}`;
    return [{ text, data: dataOf("go", draft.roundId) }];
  });
  await ctx.reply(ctx.say.html("which-draft", { count: drafts.length }), { reply_markup: keyboard(rows) });
}

async function askRemoval(
  ctx: Ctx,
  roundId: string,
  group: string,
  index: number,
  version: number,
): Promise<void> {
  await ctx.editMessageText(ctx.say.html("remove-sure"), {
    reply_markup: keyboard([
      [{ text: ctx.say.plain("button-remove"), data: dataOf("rm", roundId, group, index, version, "sure") }],
      [{ text: ctx.say.plain("button-cancel"), data: dataOf("round", roundId, "edit") }],
    ]),
  });
}
