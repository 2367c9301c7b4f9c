import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import { isAbout } from "../../practice/remarks.js";
import { returnRound, roundToDecide } from "../../records/case/approval.js";
import type { OpenRound } from "../../records/case/openRound.js";
import { draftedRemarks, draftRemark, dropDraft, type NewRemark } from "../../records/case/remarks.js";
import type { Rounds } from "../../records/case/rounds.js";
import { nameOf } from "../../records/people/members.js";
import { escapeHtml, type Texts } from "../../texts.js";
import { clipped } from "../form/prompt.js";
import { partName } from "../form/summary.js";
import { type Button, keyboard, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry } from "../telegram/entry.js";
import { foldable } from "../telegram/folding.js";
import { handle } from "../telegram/handle.js";
import { toldText } from "../telegram/notices.js";
import { onwardRows } from "../telegram/onward.js";
import { reasonOf } from "../telegram/reason.js";
import { answerGone, joinLines, pageRow, showPage } from "../telegram/screen.js";
import { tellWorker } from "./approvals.js";
import { isStale, tellStale } from "./currentCard.js";
import { type RemarkPlace, remarkPlaces } from "./remarkPlaces.js";

/** Parts of a form on one page. */
const perPage = 12;

/** Returning a form: remarks on as many of its answers as there are to mend, then all of them at once. */
export function returningFeature(rounds: Rounds, texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.returnRound, async (ctx, { roundId, sentAt }) => {
    if (await isStale(ctx, rounds, roundId, sentAt)) return;
    const { round } = await roundToDecide(ctx.work, rounds, roundId, sentAt.getTime());
    await ctx.answerCallbackQuery();
    await showRemarks(ctx, rounds, round, sentAt);
  });
  handle(composer, callbacks.remarkPage, async (ctx, { roundId, sentAt, page }) => {
    if (await isStale(ctx, rounds, roundId, sentAt)) return;
    const { round } = await roundToDecide(ctx.work, rounds, roundId, sentAt.getTime());
    const { text, rows } = await remarksPage(ctx, rounds, round, sentAt, page);
    await showPage(ctx, text, rows);
  });
  handle(composer, callbacks.remarkIn, async (ctx, { roundId, sentAt, at }) => {
    if (await isStale(ctx, rounds, roundId, sentAt)) return;
    const { round } = await roundToDecide(ctx.work, rounds, roundId, sentAt.getTime());
    const places = remarkPlaces(ctx, rounds, round);
    const item = places[at];
    if (item === undefined || !item.isItem) return answerGone(ctx);
    await ctx.answerCallbackQuery();
    const drafts = await draftedRemarks(ctx.work, roundId);
    const buttons = places.flatMap((place, n): Button[] => {
      if (place !== item && place.within !== item.part) return [];
      const name = place === item ? ctx.say.plain("button-remark-item", { item: item.name }) : place.label;
      const data = callbacks.remarkOn({ roundId, sentAt, at: n });
      return [
        {
          text: marked(
            name,
            drafts.some(({ part }) => part === place.part),
          ),
          data,
        },
      ];
    });
    const rows = [
      ...buttons.map((button) => [button]),
      [{ text: ctx.say.plain("button-back"), data: callbacks.remarkPage({ roundId, sentAt, page: 0 }) }],
    ];
    await ctx.editMessageText(ctx.say.html("remark-which", { item: item.name }), {
      reply_markup: keyboard(rows),
    });
  });
  handle(composer, callbacks.remarkOn, async (ctx, { roundId, sentAt, at }) => {
    if (await isStale(ctx, rounds, roundId, sentAt)) return;
    const { round } = await roundToDecide(ctx.work, rounds, roundId, sentAt.getTime());
    if (remarkPlaces(ctx, rounds, round)[at] === undefined) return answerGone(ctx);
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    ctx.onward = entries.remark({ roundId, sentAt, at });
  });

  handle(composer, callbacks.returnWithRemarks, async (ctx, { roundId, sentAt }) => {
    if (await isStale(ctx, rounds, roundId, sentAt)) return;
    const remarks = await draftedRemarks(ctx.work, roundId);
    if (remarks.length === 0) return answerGone(ctx);
    const decided = await returnRound(ctx.work, rounds, roundId, sentAt.getTime(), remarks);
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    const { code, workerId } = decided.round.case;
    const form = ctx.say.plain(`form-${decided.round.form.id}`);
    const name = await nameOf(ctx.work, workerId);
    const reached = await tellWorker(ctx, texts, decided, { kind: "returned", count: remarks.length });
    const told = toldText(ctx.say, [{ name, reached }]);
    const count = remarks.length;
    await ctx.reply(`${ctx.say.html("returned", { form, code, name, count })} ${told}`, {
      reply_markup: keyboard(await onwardRows(ctx, sentAt)),
    });
  });
  return composer;
}

/** What is to be mended, in the words of whoever decides. */
export function returningEntries(rounds: Rounds): readonly Entry[] {
  return [
    handleEntry(entries.remark, {
      about: async (ctx, { roundId }) => (await rounds.open(ctx.work, roundId)).case.id,
      ask: async (ctx, { roundId, sentAt, at }) => {
        const { round } = await roundToDecide(ctx.work, rounds, roundId);
        const place = placeOf(ctx, rounds, round, at);
        const before = (await draftedRemarks(ctx.work, roundId)).find(({ part }) => part === place.part);
        const asked = ctx.say.html("return-comment", { part: place.name });
        const now =
          before === undefined ? undefined : ctx.say.html("remark-now", { text: foldable(before.text) });
        return {
          text: joinLines([asked, now]),
          choices:
            before === undefined ? [] : [[{ text: ctx.say.plain("button-drop-remark"), value: "drop" }]],
          cancel: callbacks.returnRound({ roundId, sentAt }),
        };
      },
      take: async (ctx, answer, { roundId, sentAt, at }) => {
        const text = answer.kind === "typed" ? acceptText(answer.text, 2_000, true) : undefined;
        if (text?.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, text) };
        if (await tellStale(ctx, rounds, roundId, sentAt)) return { kind: "done" };
        const { round } = await roundToDecide(ctx.work, rounds, roundId, sentAt.getTime());
        const { part } = placeOf(ctx, rounds, round, at);
        if (text === undefined) await dropDraft(ctx.work, roundId, part);
        else await draftRemark(ctx.work, roundId, { part, text: String(text.value) });
        await showRemarks(ctx, rounds, round, sentAt);
        return { kind: "done" };
      },
    }),
  ];
}

function placeOf(ctx: Ctx, rounds: Rounds, round: OpenRound, at: number): RemarkPlace {
  const place = remarkPlaces(ctx, rounds, round)[at];
  if (place === undefined) throw new Error("a remark on nothing of its form");
  return place;
}

async function showRemarks(ctx: Ctx, rounds: Rounds, round: OpenRound, sentAt: Date): Promise<void> {
  const { text, rows } = await remarksPage(ctx, rounds, round, sentAt, 0);
  await ctx.reply(text, { reply_markup: keyboard(rows) });
}

/** The remarks written so far, what else there is to remark on, and the way to send them. */
async function remarksPage(ctx: Ctx, rounds: Rounds, round: OpenRound, sentAt: Date, page: number) {
  const { say } = ctx;
  const roundId = round.id;
  const drafts = await draftedRemarks(ctx.work, roundId);
  const faces = remarkPlaces(ctx, rounds, round).flatMap((place, at): Button[] => {
    if (place.within !== undefined || place.part === null) return [];
    const { part } = place;
    const has = drafts.some((draft) => draft.part !== null && isAbout({ part }, draft.part));
    const data = (place.isItem ? callbacks.remarkIn : callbacks.remarkOn)({ roundId, sentAt, at });
    return [{ text: marked(place.name, has), data }];
  });
  const shown = Math.min(page, Math.max(0, Math.ceil(faces.length / perPage) - 1));
  const count = drafts.length;
  const whole = {
    text: marked(
      say.plain("button-part-all"),
      drafts.some(({ part }) => part === null),
    ),
    data: callbacks.remarkOn({ roundId, sentAt, at: 0 }),
  };
  const rows = [
    ...layOutButtons(faces.slice(shown * perPage, (shown + 1) * perPage), 34, 2),
    pageRow(shown, faces.length, perPage, (to) => callbacks.remarkPage({ roundId, sentAt, page: to })),
    [whole],
    count === 0
      ? []
      : [
          {
            text: say.plain("button-return-remarks", { count }),
            data: callbacks.returnWithRemarks({ roundId, sentAt }),
          },
        ],
    [{ text: say.plain("button-back"), data: callbacks.openApproval({ roundId }) }],
  ];
  const text = joinLines([
    say.html("return-which-part"),
    ...drafts.map((draft) => remarkLine(ctx, round, draft)),
  ]);
  return { text, rows };
}

/** "💬 Tujuan 2 · Target: terlalu cepat" */
function remarkLine(ctx: Ctx, round: OpenRound, { part, text }: NewRemark): string {
  const name = part === null ? ctx.say.plain("button-part-all") : partName(ctx, round, part);
  return `💬 <i>${escapeHtml(name)}</i>: ${foldable(text)}`;
}

function marked(name: string, has: boolean): string {
  return clipped(has ? `💬 ${name}` : name, 58);
}
