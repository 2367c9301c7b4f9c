import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import { listCases } from "../../records/case/caseLists.js";
import { actorOf } from "../../records/people/rights.js";
import { askConsultation } from "../../records/questions/consultations.js";
import {
  beginDilemma,
  type Dilemma,
  type DilemmaStep,
  dilemmaSteps,
  listDilemmas,
  readDilemma,
  setDilemmaCase,
  writeDilemma,
} from "../../records/questions/dilemmas.js";
import type { Texts } from "../../texts.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryPrompt, handleEntry } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { dayText, sendNew, showPage } from "../telegram/screen.js";
import { sentTo } from "./consultation.js";
import { passOnQuestion } from "./consulting.js";
import { dutyGuidanceHtml, dutyGuidanceOf, noteHtml, noteText } from "./dilemmaNote.js";
import type { GuidanceIndex } from "./guidanceIndex.js";
import { topicButton } from "./unfolding.js";

/** Longest text of one step, in characters. */
const longestStep = 1_500;

/** Thinking through an ethical dilemma step by step, in a sealed note of the worker's own. */
export function dilemmaFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("dilema", showDilemmas);
  handle(composer, callbacks.dilemmas, showDilemmas);
  handle(composer, callbacks.newDilemma, async (ctx) => {
    await ctx.answerCallbackQuery();
    ctx.onward = entries.dilemma({ dilemmaId: null, step: "facts" });
  });
  handle(composer, callbacks.dilemma, async (ctx, { dilemmaId }) => {
    const note = await readDilemma(ctx.work, dilemmaId);
    await ctx.answerCallbackQuery();
    await showNote(ctx, note);
  });
  handle(composer, callbacks.goOnWithDilemma, async (ctx, { dilemmaId }) => {
    const { id, content } = await readDilemma(ctx.work, dilemmaId);
    const step = dilemmaSteps.find((one) => content[one] === undefined) ?? "decision";
    await ctx.answerCallbackQuery();
    ctx.onward = entries.dilemma({ dilemmaId: id, step });
  });
  handle(composer, callbacks.editDilemmaStep, async (ctx, { dilemmaId, step }) => {
    const { id } = await readDilemma(ctx.work, dilemmaId);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.dilemma({ dilemmaId: id, step });
  });
  handle(composer, callbacks.editDilemma, async (ctx, { dilemmaId }) => {
    const { id } = await readDilemma(ctx.work, dilemmaId);
    await sendNew(ctx, ctx.say.html("dilemma-edit-which"), [
      ...dilemmaSteps.map((step) => [
        {
          text: ctx.say.plain(`dilemma-head-${step}`),
          data: callbacks.editDilemmaStep({ dilemmaId: id, step }),
        },
      ]),
      [{ text: ctx.say.plain("button-back"), data: callbacks.dilemma({ dilemmaId: id }) }],
    ]);
  });
  handle(composer, callbacks.chooseDilemmaCase, async (ctx, { dilemmaId }) => {
    const { id } = await readDilemma(ctx.work, dilemmaId);
    const { lines } = await listCases(ctx.work, { whose: "mine" }, 0);
    await sendNew(ctx, ctx.say.html("consult-which-case"), [
      ...lines.map((one) => [
        { text: one.code, data: callbacks.setDilemmaCase({ dilemmaId: id, caseId: one.id }) },
      ]),
      [
        {
          text: ctx.say.plain("button-no-case"),
          data: callbacks.setDilemmaCase({ dilemmaId: id, caseId: null }),
        },
      ],
    ]);
  });
  handle(composer, callbacks.setDilemmaCase, async (ctx, { dilemmaId, caseId }) => {
    const note = await setDilemmaCase(ctx.work, dilemmaId, caseId);
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    await showNote(ctx, note);
  });
  handle(composer, callbacks.askAboutDilemma, async (ctx, { dilemmaId }) => {
    const note = await readDilemma(ctx.work, dilemmaId);
    const question = noteText(ctx, note);
    const { consultation, advisers } = await askConsultation(ctx.work, {
      question,
      caseId: note.caseId,
      dilemmaId: note.id,
    });
    await passOnQuestion(ctx, texts, consultation, advisers);
    await sendNew(ctx, await sentTo(ctx, advisers), [
      [{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }],
    ]);
  });
  return composer;
}

async function showDilemmas(ctx: Ctx): Promise<void> {
  const notes = await listDilemmas(ctx.work);
  const rows: Button[][] = notes.map((note) => {
    const mark = note.done ? "✓" : "✏️";
    const code = note.code === null ? "" : ` · ${note.code}`;
    return [
      {
        text: `${mark} ${dayText(ctx, note.createdAt)}${code}`,
        data: callbacks.dilemma({ dilemmaId: note.id }),
      },
    ];
  });
  await showPage(ctx, ctx.say.html("dilemma-intro"), [
    [{ text: ctx.say.plain("button-dilemma-new"), data: callbacks.newDilemma() }],
    ...rows,
    [{ text: ctx.say.plain("button-menu"), data: callbacks.menuHere() }],
  ]);
}

async function showNote(ctx: Ctx, note: Dilemma): Promise<void> {
  const { say } = ctx;
  const dilemmaId = note.id;
  const isWorker = actorOf(ctx.work).roles.includes("worker");
  await ctx.reply(noteHtml(ctx, note), {
    reply_markup: keyboard([
      ...(note.done
        ? []
        : [[{ text: say.plain("button-dilemma-on"), data: callbacks.goOnWithDilemma({ dilemmaId }) }]]),
      [{ text: say.plain("button-dilemma-ask"), data: callbacks.askAboutDilemma({ dilemmaId }) }],
      ...(isWorker
        ? [[{ text: say.plain("button-dilemma-case"), data: callbacks.chooseDilemmaCase({ dilemmaId }) }]]
        : []),
      [{ text: say.plain("button-dilemma-edit"), data: callbacks.editDilemma({ dilemmaId }) }],
      [{ text: say.plain("button-menu"), data: callbacks.menu() }],
    ]),
  });
}

/** The steps, one question each. What was written stays, whenever the person leaves. */
export function dilemmaEntries(index: GuidanceIndex): readonly Entry[] {
  return [
    handleEntry(entries.dilemma, {
      about: async () => null,
      ask: async (ctx, { dilemmaId, step }) => {
        // The facts come first, so the note is there when the law is asked for.
        if (step === "law" && dilemmaId !== null) {
          await showDutyGuidance(ctx, index, await readDilemma(ctx.work, dilemmaId));
        }
        return promptOf(ctx, step);
      },
      take: async (ctx, answer, { dilemmaId, step }) => {
        const said = answer.kind === "pressed" ? choiceOf(ctx, answer.value) : answer.text;
        const text = acceptText(said, longestStep, true);
        if (text.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, text) };
        const note = await written(ctx, dilemmaId, step, String(text.value));
        const next = dilemmaSteps.find((one) => note.content[one] === undefined);
        if (next === undefined) {
          await showNote(ctx, note);
          return { kind: "done" };
        }
        return { kind: "next", onward: entries.dilemma({ dilemmaId: note.id, step: next }) };
      },
    }),
  ];
}

async function written(ctx: Ctx, id: string | null, step: DilemmaStep, text: string): Promise<Dilemma> {
  if (id !== null) return writeDilemma(ctx.work, id, step, text);
  return readDilemma(ctx.work, await beginDilemma(ctx.work, text));
}

function promptOf(ctx: Ctx, step: DilemmaStep): EntryPrompt {
  const { say } = ctx;
  const at = dilemmaSteps.indexOf(step) + 1;
  const heading = say.html("dilemma-step", { number: at, of: dilemmaSteps.length });
  const text = `<i>${heading}</i>\n<b>${say.html(`dilemma-head-${step}`)}</b>\n${say.html(`dilemma-ask-${step}`)}`;
  return {
    text,
    choices: choicesAt(step).map((name) => [{ text: choiceOf(ctx, name), value: name }]),
    cancel: callbacks.dilemmas(),
  };
}

type Choice = "nothing" | "supervisor" | "peer" | "client" | "undecided";
const choices: readonly Choice[] = ["nothing", "supervisor", "peer", "client", "undecided"];

/** The choices of a step that may be pressed instead of typing. */
function choicesAt(step: DilemmaStep): readonly Choice[] {
  switch (step) {
    case "law":
      return ["nothing"];
    case "consult":
      return ["supervisor", "peer", "client"];
    case "decision":
      return ["undecided"];
    default:
      return [];
  }
}

function choiceOf(ctx: Ctx, name: string): string {
  const choice = choices.find((known) => known === name) ?? "nothing";
  return ctx.say.plain(`dilemma-choice-${choice}`);
}

/** Shows the entries on each duty before the person writes what the law says. */
async function showDutyGuidance(ctx: Ctx, index: GuidanceIndex, note: Dilemma): Promise<void> {
  const bearings = dutyGuidanceOf(ctx, index, note.content.duties ?? "");
  const topics = new Set(bearings.flatMap(({ entry }) => entry?.topic ?? []));
  await ctx.reply(dutyGuidanceHtml(ctx, bearings), {
    reply_markup: keyboard([...topics].map((topic) => topicButton(ctx, index, topic))),
  });
}
