import { isPossibleDay, quickDaysFor } from "../../practice/dateRules.js";
import type { FormContext, Value } from "../../practice/form.js";
import type { Another, Ask, Step } from "../../practice/walk.js";
import type { OpenRound } from "../../records/case/rounds.js";
import { escapeHtml } from "../../texts.js";
import { answerText } from "../telegram/answerText.js";
import { type Button, dataOf, laidOut } from "../telegram/buttons.js";
import type { Wording } from "../telegram/wording.js";
import { calendar, daysNearby } from "./calendar.js";
import { optionsOf } from "./options.js";
import type { View } from "./view.js";

/** A message with its buttons: Telegram HTML, at most 4096 characters after its tags. */
export type Prompt = { readonly text: string; readonly rows: readonly (readonly Button[])[] };

/** Options on one page of a long list; a phone shows about so many without scrolling. */
export const optionsPerPage = 8;

/** The words of one step: where we are, what is asked, and how to answer it. */
export function promptOf(
  round: OpenRound,
  step: Step,
  context: FormContext,
  view: View,
  say: Wording,
): Prompt {
  const current = round.answers.get(step.path);
  const lines = [
    `<i>${escapeHtml(headingOf(round, step, say))}</i> ${bar(step)}`,
    `<b>${escapeHtml(questionOf(round, step, say))}</b>`,
  ];
  lines.push(escapeHtml(say.form.hint(round.form, step)));
  if (current !== undefined && step.kind === "ask") {
    lines.push(
      "",
      say.html("question-current", { answer: clipped(answerText(step, current, context, say), 600) }),
    );
  }
  return {
    text: lines.join("\n"),
    rows: [...answerRows(round, step, context, view, say), ...wayRows(step, view, say, current)],
  };
}

/** What is asked, without the heading: also what stays of the message once it is answered. */
export function questionOf(round: OpenRound, step: Ask | Another, say: Wording): string {
  return say.form.question(round.form, step);
}

function headingOf(round: OpenRound, step: Step, say: Wording): string {
  const at = say.plain("question-heading", {
    form: say.plain(`form-${round.form.id}`),
    number: step.number,
    of: step.of,
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
  view: View,
  say: Wording,
): Button[][] {
  const button = (text: string, verb: string, ...args: (string | number)[]): Button => ({
    text,
    data: dataOf("q", view.nonce, verb, ...args),
  });
  if (step.kind === "another") {
    return [[button(say.plain("button-add"), "yes"), button(say.plain("button-enough"), "no")]];
  }
  const { question } = step;
  switch (question.type) {
    case "yesNo":
      return [[button(say.plain("button-yes"), "yes"), button(say.plain("button-no"), "no")]];
    case "choice":
    case "choices":
    case "pick":
      return optionRows(step, context, view, say, button);
    case "scale": {
      const levels: Button[] = [];
      for (let level = question.min; level <= question.max; level += 1) {
        levels.push(button(answerText(step, level, context, say), "scale", level));
      }
      return [levels];
    }
    case "date": {
      const place = { answers: round.answers, path: step.path };
      return view.month === undefined
        ? daysNearby(quickDaysFor(question, context, place), context.today, say, button)
        : calendar(
            view.month,
            (date) => isPossibleDay(question, date, context, place),
            context.today,
            say,
            button,
          );
    }
    case "dateTime":
      return [[button(say.plain("button-now"), "now")]];
    default:
      return [];
  }
}

function optionRows(
  step: Ask & Step,
  context: FormContext,
  view: View,
  say: Wording,
  button: (text: string, verb: string, ...args: (string | number)[]) => Button,
): Button[][] {
  const options = optionsOf(step.question, context, say);
  const shown = view.found === undefined ? options : options.filter(({ id }) => view.found?.includes(id));
  const several =
    step.question.type === "choices" || (step.question.type === "pick" && step.question.several);
  const pages = Math.ceil(shown.length / optionsPerPage);
  const page = Math.min(view.page, Math.max(0, pages - 1));
  const paged = options.length > optionsPerPage + 2;
  const visible = paged ? shown.slice(page * optionsPerPage, (page + 1) * optionsPerPage) : shown;
  const faces = visible.map((option) => {
    const mark = several ? (view.ticked.includes(option.id) ? "☑️ " : "▫️ ") : "";
    return button(`${mark}${clipped(option.label, 58)}`, several ? "tick" : "pick", option.id);
  });
  const rows = paged ? faces.map((face) => [face]) : laidOut(faces, 34, 2);
  if (paged && pages > 1) {
    rows.push([
      button("◀️", "page", (page + pages - 1) % pages),
      button(`${page + 1}/${pages}`, "page", page),
      button("▶️", "page", (page + 1) % pages),
    ]);
  }
  if (view.found !== undefined) rows.push([button(say.plain("button-all-options"), "all")]);
  if (several) rows.push([button(say.plain("button-done", { count: view.ticked.length }), "done")]);
  return rows;
}

/** The ways on and out that every question has. */
function wayRows(step: Step, view: View, say: Wording, current: Value | undefined): Button[][] {
  const button = (text: string, verb: string): Button => ({ text, data: dataOf("q", view.nonce, verb) });
  const on: Button[] = [];
  if (current !== undefined) on.push(button(say.plain("button-keep"), "keep"));
  else if (step.kind === "ask" && !step.question.required) on.push(button(say.plain("button-skip"), "skip"));
  const ways: Button[] = [];
  if (step.number > 1 || step.path.includes(".")) ways.push(button(say.plain("button-back"), "back"));
  ways.push(button(say.plain("button-why"), "why"));
  ways.push(button(say.plain("button-leave"), "leave"));
  return [on, ways, [button(say.plain("button-ask-first"), "ask")]];
}

/** ▰▰▱▱: how far along, in ten steps. */
function bar(step: Step): string {
  const full = Math.floor(((step.number - 1) / Math.max(1, step.of)) * 10);
  return "▰".repeat(full) + "▱".repeat(10 - full);
}

/** Cuts at whole characters; what is cut is shown in full where it is edited. */
export function clipped(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}
