import { isPossibleDay, quickDaysFor } from "../../practice/dateRules.js";
import type { FormContext, LocalDate, Value } from "../../practice/form.js";
import { asksIdentity } from "../../practice/identity.js";
import { drawingGrownAt, paperWantedAt } from "../../practice/papers.js";
import { isAbout } from "../../practice/remarks.js";
import type { Another, Ask, Step } from "../../practice/walk.js";
import type { OpenRound } from "../../records/case/openRound.js";
import { unstartedOf } from "../../records/case/unstarted.js";
import { escapeHtml } from "../../texts.js";
import { answerText, readable } from "../telegram/answerText.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { foldable } from "../telegram/folding.js";
import { pageRow } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";
import { calendar, daysNearby } from "./calendar.js";
import { offeredNames } from "./offeredNames.js";
import { optionsOf } from "./options.js";
import type { FormPosition } from "./position.js";
import { progressAt } from "./sections.js";
import { suggestionAt } from "./suggestion.js";
import type { QuestionView } from "./view.js";

/** A message with its buttons: Telegram HTML, at most 4096 characters after its tags. */
export type Prompt = { readonly text: string; readonly rows: readonly (readonly Button[])[] };

/** Characters of an answer below its own question: more of it is read in the form. */
const longestCurrent = 2_500;

/** Lists of which mostly everything is meant: one press ticks them all. */
const oftenAll: ReadonlySet<string> = new Set(["explained", "worker-duty", "client-duty"]);

/** Options on one page of a long list; a phone shows about so many without scrolling. */
const optionsPerPage = 8;

/** The message of one step: position in the form, question, and how to answer. */
export function promptOf(
  round: OpenRound,
  step: Step,
  context: FormContext,
  view: QuestionView,
  say: Wording,
): Prompt {
  const current = round.answers.get(step.path);
  // A question may stand in the chat for long: who somebody is is read in the summary, where it goes again.
  const isHidden = step.kind === "ask" && current !== null && asksIdentity(step);
  const lines = [
    `<i>${escapeHtml(headingOf(round, step, say))}</i> ${bar(round, step)}`,
    `<b>${escapeHtml(questionOf(round, step, say))}</b>`,
  ];
  lines.push(escapeHtml(say.form.hint(round.form, step)));
  if (current !== undefined && step.kind === "ask") {
    lines.push(
      "",
      say.html("question-current", {
        answer: isHidden
          ? say.plain("answer-hidden")
          : foldable(clipped(answerText(step, current, context, say), longestCurrent)),
      }),
    );
  }
  for (const { text } of round.remarks.filter((remark) => isAbout(remark, step.path)))
    lines.push("", say.html("question-remark", { text: foldable(readable(text, say)) }));
  const isLong = current !== undefined && answerText(step, current, context, say).length > longestCurrent;
  return {
    text: lines.join("\n"),
    rows: [
      ...(isLong
        ? [[{ text: say.plain("button-look"), data: callbacks.readRound({ roundId: round.id }) }]]
        : []),
      ...suggestionRows({ round, step, context }, view, say),
      ...offerRows(round, step, view, say),
      ...answerRows(round, step, context, view, say),
      ...informationRow(round, step, say),
      ...paperRow(round, step, say),
      ...navigationRows(step, view, say, current),
    ],
  };
}

/** The question without its heading. Also shown once it is answered. */
export function questionOf(round: OpenRound, step: Ask | Another, say: Wording): string {
  return say.form.question(round.form, step);
}

function headingOf(round: OpenRound, step: Step, say: Wording): string {
  const { title, section, of } = progressAt(round.form, step);
  const at = say.plain("question-heading", {
    form: say.plain(`form-${round.form.id}`),
    section: say.plain(title),
    number: section,
    of,
  });
  if (step.kind !== "ask" || step.item === undefined) return at;
  const { group, index, source } = step.item;
  const item = source?.label ?? say.form.item(round.form.id, group.key, index);
  return `${at} · ${clipped(item, 80)}`;
}

function answerRows(
  round: OpenRound,
  step: Step,
  context: FormContext,
  view: QuestionView,
  say: Wording,
): Button[][] {
  const { nonce } = view;
  const eitherOf = (yes: string, no: string): Button[][] => [
    [
      { text: yes, data: callbacks.answerYes({ nonce }) },
      { text: no, data: callbacks.answerNo({ nonce }) },
    ],
  ];
  if (step.kind === "another") return eitherOf(say.plain("button-add"), say.plain("button-enough"));
  const { question } = step;
  switch (question.type) {
    case "yesNo":
      return eitherOf(say.plain("button-yes"), say.plain("button-no"));
    case "choice":
    case "choices":
    case "pick":
      return optionRows(step, context, view, say);
    case "scale": {
      const levels: Button[] = [];
      for (let level = question.min; level <= question.max; level += 1) {
        levels.push({
          text: answerText(step, level, context, say),
          data: callbacks.answerLevel({ nonce, level }),
        });
      }
      return [levels];
    }
    case "date": {
      const place = { answers: round.answers, path: step.path };
      const isPossible = (date: LocalDate) => isPossibleDay(question, date, context, place);
      return view.month === undefined
        ? daysNearby(quickDaysFor(question, context, place), isPossible, context.today, say, nonce)
        : calendar(view.month, isPossible, context.today, say, nonce);
    }
    case "dateTime":
      return [[{ text: say.plain("button-now"), data: callbacks.answerNow({ nonce }) }]];
    default:
      return [];
  }
}

function optionRows(step: Ask & Step, context: FormContext, view: QuestionView, say: Wording): Button[][] {
  const { nonce } = view;
  const options = optionsOf(step.question, context, say);
  const shown = view.found === undefined ? options : options.filter(({ id }) => view.found?.includes(id));
  const several =
    step.question.type === "choices" || (step.question.type === "pick" && step.question.several);
  const pages = Math.ceil(shown.length / optionsPerPage);
  const page = Math.min(view.page, Math.max(0, pages - 1));
  const paged = options.length > optionsPerPage + 2;
  const visible = paged ? shown.slice(page * optionsPerPage, (page + 1) * optionsPerPage) : shown;
  const faces = visible.map((option) => {
    const isTicked = view.ticked.includes(option.id);
    const mark = several ? (isTicked ? "☑️ " : "▫️ ") : "";
    const tick = isTicked ? callbacks.untickOption : callbacks.tickOption;
    const press = several ? tick : callbacks.pickOption;
    return { text: `${mark}${clipped(option.label, 58)}`, data: press({ nonce, option: option.id }) };
  });
  const rows = paged ? faces.map((face) => [face]) : layOutButtons(faces, 34, 2);
  if (paged) {
    rows.push(pageRow(page, shown.length, optionsPerPage, (to) => callbacks.optionPage({ nonce, page: to })));
  }
  if (view.found !== undefined) {
    rows.push([{ text: say.plain("button-all-options"), data: callbacks.allOptions({ nonce }) }]);
  }
  if (several) {
    const text = say.plain("button-done", { count: view.ticked.length });
    const all = { text: say.plain("button-tick-all"), data: callbacks.tickAll({ nonce }) };
    const isLeft = "set" in step.question && oftenAll.has(step.question.set) && view.ticked.length === 0;
    rows.push([...(isLeft ? [all] : []), { text, data: callbacks.ticksDone({ nonce }) }]);
  }
  return rows;
}

/** What was said earlier in the case and may be the answer again; ticks stand among the options. */
function suggestionRows(at: FormPosition, view: QuestionView, say: Wording): Button[][] {
  const { round, step, context } = at;
  if (round.answers.has(step.path) || step.kind !== "ask") return [];
  const value = suggestionAt(at, say);
  if (value === undefined || Array.isArray(value)) return [];
  const text = say.plain("button-said-before", {
    answer: clipped(answerText(step, value, context, say), 40),
  });
  return [[{ text, data: callbacks.useSuggestion({ nonce: view.nonce }) }]];
}

/** What the client is told about their data, before they are asked whether they agree to it. */
function informationRow(round: OpenRound, { path }: Step, say: Wording): Button[][] {
  if (round.form.id !== "approach" || path !== "dataConsent") return [];
  return [
    [{ text: say.plain("button-information"), data: callbacks.readInformation({ caseId: round.case.id }) }],
  ];
}

/** Names that may be meant; any other is typed. */
function offerRows(round: OpenRound, step: Step, { nonce }: QuestionView, say: Wording): Button[][] {
  const faces = offeredNames(round, step, say).map(({ id, label }) => ({
    text: clipped(label, 30),
    data: callbacks.pickOption({ nonce, option: id }),
  }));
  return layOutButtons(faces, 34, 2);
}

/** The picture as it is so far, or the paper to print before a question about its signature is answered. */
function paperRow(round: OpenRound, { path }: Step, say: Wording): Button[][] {
  if (unstartedOf(round.id) !== undefined) return [];
  const drawing = drawingGrownAt(round.form.id, path);
  if (drawing !== undefined) {
    const text = say.plain(`button-${drawing}`);
    return [[{ text, data: callbacks.orderDrawing({ roundId: round.id, kind: drawing }) }]];
  }
  const kind = paperWantedAt(round.form.id, path);
  if (kind === undefined) return [];
  const text = say.plain("button-paper", { paper: say.plain(`paper-${kind}`) });
  return [[{ text, data: callbacks.orderPaper({ roundId: round.id, kind }) }]];
}

/** The buttons every question has: keep or skip, back, why, leave, ask first. */
function navigationRows(
  step: Step,
  view: QuestionView,
  say: Wording,
  current: Value | undefined,
): Button[][] {
  const { nonce } = view;
  const on: Button[] = [];
  if (current !== undefined)
    on.push({ text: say.plain("button-keep"), data: callbacks.keepAnswer({ nonce }) });
  else if (step.kind === "ask" && !step.question.required) {
    on.push({ text: say.plain("button-skip"), data: callbacks.skipQuestion({ nonce }) });
  }
  const ways: Button[] = [];
  if (step.number > 1 || step.path.includes(".")) {
    ways.push({ text: say.plain("button-back"), data: callbacks.previousQuestion({ nonce }) });
  }
  ways.push({ text: say.plain("button-why"), data: callbacks.whyQuestion({ nonce }) });
  ways.push({ text: say.plain("button-leave"), data: callbacks.leaveForm({ nonce }) });
  return [on, ways, [{ text: say.plain("button-ask-first"), data: callbacks.askFirst({ nonce }) }]];
}

/** ▰▰▱▱: how far along, in ten steps. */
function bar(round: OpenRound, step: Step): string {
  const full = Math.floor(progressAt(round.form, step).done * 10);
  return "▰".repeat(full) + "▱".repeat(10 - full);
}

/** Cuts a text at whole characters. The full text is shown where it is edited. */
export function clipped(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}
