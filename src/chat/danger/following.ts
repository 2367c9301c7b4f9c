import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import type { NotedDanger } from "../../records/danger/dangerRow.js";
import { acknowledgeDanger, closeDanger, dangerToClose } from "../../records/danger/openDangers.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Texts } from "../../texts.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { dateLanguage } from "../telegram/dates.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { notify } from "../telegram/notices.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines, sendNew } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";
import { clockTime, codeOf, kindsText } from "./alarm.js";

/** Longest word on what was done, in characters. */
const longestWord = 1_000;

/** Acknowledging and closing a danger. */
export function followingFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.takeDanger, async (ctx, { dangerId }) => {
    const { danger, isFirst, follow } = await acknowledgeDanger(ctx.work, dangerId);
    if (isFirst) {
      const { memberId } = actorOf(ctx.work);
      const name = await nameOf(ctx.work, memberId);
      const time = clockTime(ctx.work.now, danger.zone, ctx.say);
      for (const to of follow) {
        const args = { ...codeOf(danger, texts, to.locale), name, time };
        notify(ctx.work, texts, to, "notice-danger-taken", [args]);
      }
    }
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    await sendNew(ctx, dangerLine(ctx.say, danger), closingRows(ctx.say, danger));
  });

  handle(composer, callbacks.closeDanger, async (ctx, { dangerId }) => {
    const { id } = await dangerToClose(ctx.work, dangerId);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.dangerClose({ dangerId: id });
  });
  return composer;
}

/** What was done, asked before a danger is closed. */
export function followingEntries(texts: Texts): readonly Entry[] {
  return [
    handleEntry(entries.dangerClose, {
      ask: async (ctx, { dangerId: id }) => {
        const danger = await dangerToClose(ctx.work, id);
        const kinds = kindsText(ctx.say, danger.kinds);
        const args = { ...codeOf(danger, texts, ctx.locale), kinds };
        return { text: ctx.say.html("danger-close-ask", args), cancel: callbacks.menuHere() };
      },
      take: typedOnly(async (ctx, answer, { dangerId: id }) => {
        const word = acceptText(answer, longestWord, true);
        if (word.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, word) };
        const { danger, follow } = await closeDanger(ctx.work, id, String(word.value));
        const name = await nameOf(ctx.work, actorOf(ctx.work).memberId);
        for (const to of follow) {
          const args = { ...codeOf(danger, texts, to.locale), name };
          notify(ctx.work, texts, to, "notice-danger-closed", [args]);
        }
        await ctx.reply(ctx.say.html("danger-closed", codeOf(danger, texts, ctx.locale)), {
          reply_markup: keyboard([...caseRows(ctx.say, danger), [menuButton(ctx.say)]]),
        });
        return { kind: "done" };
      }),
    }),
  ];
}

/** "⚠️ Bahaya bunuh diri, sejak 24 November 10.20 · Pak Dedi menangani": one line of an open danger, Telegram HTML. */
export function dangerLine(say: Wording, danger: NotedDanger): string {
  const args = {
    kinds: kindsText(say, danger.kinds),
    since: sinceText(say, danger),
    name: danger.notedBy.name,
    code: danger.case?.code ?? say.plain("danger-no-case"),
  };
  const line =
    danger.whom === "worker" ? say.html("danger-standing-self", args) : say.html("danger-standing", args);
  if (danger.acknowledged === null) return joinLines([line, say.html("danger-standing-untaken")]);
  const { by, at } = danger.acknowledged;
  return joinLines([
    line,
    say.html("danger-standing-taken", { name: by.name, time: clockTime(at, danger.zone, say) }),
  ]);
}

/** The buttons of an open danger: open its case, close it. */
function closingRows(say: Wording, danger: NotedDanger): Button[][] {
  return [[closeButton(say, danger)], ...caseRows(say, danger)];
}

/** "✅ Selesai ditangani"; with the code where several stand below one message. */
export function closeButton(say: Wording, danger: NotedDanger, withCode = false): Button {
  const data = callbacks.closeDanger({ dangerId: danger.id });
  if (!withCode) return { text: say.plain("button-danger-close"), data };
  const code = danger.case?.code ?? danger.notedBy.name;
  return { text: say.plain("button-danger-close-code", { code }), data };
}

function caseRows(say: Wording, { case: subject }: NotedDanger): Button[][] {
  if (subject === null) return [];
  return [[{ text: say.plain("button-open-case"), data: callbacks.openCase({ caseId: subject.id }) }]];
}

function menuButton(say: Wording): Button {
  return { text: say.plain("button-menu"), data: callbacks.menu() };
}

function sinceText(say: Wording, { notedAt, zone }: NotedDanger): string {
  const day = new Intl.DateTimeFormat(dateLanguage[say.locale], {
    timeZone: zone,
    day: "numeric",
    month: "long",
  }).format(notedAt);
  return `${day}, ${clockTime(notedAt, zone, say)}`;
}
