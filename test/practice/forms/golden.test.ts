/**
 * Golden specifications: for what a worker tells, the questions asked in order and the summary, in both
 * locales. `UPDATE_GOLDENS=1 npx vitest run test/practice/forms` writes them anew; reviewing them is reading.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { accept, type Input } from "../../../src/practice/accept.js";
import { edit } from "../../../src/practice/edit.js";
import type { Answers, Form, FormContext, Path, Question, Value } from "../../../src/practice/form.js";
import { current } from "../../../src/practice/forms/catalogue.js";
import { summary } from "../../../src/practice/summary.js";
import { next, type Step } from "../../../src/practice/walk.js";
import { approachScenarios } from "./approachScenarios.js";
import { caseScenarios } from "./caseScenarios.js";
import type { Scenario, Told } from "./scenarios.js";
import { type Locale, locales, type Say, sayValue, speak } from "./texts.js";

const scenarios = [...approachScenarios, ...caseScenarios];
const folder = new URL("golden/", import.meta.url);
const updating = process.env.UPDATE_GOLDENS === "1";

/** Tuesday 24 November 2026, 10.15 in Jakarta. */
const moment = { now: new Date("2026-11-24T03:15:00Z"), zone: "Asia/Jakarta", today: "2026-11-24" } as const;

type Walked = { readonly steps: readonly Step[]; readonly answers: Answers; readonly context: FormContext };

/** Tells a form the scenario, question by question, as the chat would; fails where they do not fit. */
function walk(form: Form, { told, facts = {}, sources = {} }: Scenario): Walked {
  const context: FormContext = { ...moment, facts, sources };
  const waiting = Object.keys(told);
  const steps: Step[] = [];
  let answers: Answers = new Map<Path, Value>();
  for (
    let step = next(form, answers, context);
    step.kind !== "complete";
    step = next(form, answers, context)
  ) {
    expect(step.path, "is asked next").toBe(waiting.shift());
    const outcome = accept(questionOf(step), inputFor(questionOf(step), told[step.path] ?? null), context);
    if (outcome.kind === "explained") throw new Error(`${step.path} was not taken: ${outcome.reason}`);
    answers = edit(form, answers, context, step.path, outcome.value).answers;
    steps.push(step);
  }
  expect(waiting, "told but never asked").toEqual([]);
  return { steps, answers, context };
}

function questionOf(step: Step): Question {
  return step.kind === "ask" ? step.question : step.group;
}

function inputFor(question: Question, told: Told): Input {
  if (told === null) return { kind: "skip" };
  if (typeof told === "boolean") return { kind: "choice", choice: told ? "yes" : "no" };
  if (typeof told === "number") return { kind: "value", value: told };
  if (typeof told === "string") {
    const isPressed = question.type === "choice" || question.type === "pick";
    return isPressed ? { kind: "choice", choice: told } : { kind: "text", text: told };
  }
  return "kind" in told ? { kind: "attachment", attachment: told } : { kind: "choices", choices: told };
}

/** The golden file of a walk: what is asked with what was told, then the summary (`*` is hidden until asked for). */
function write(form: Form, scenario: Scenario, { steps, answers, context }: Walked, locale: Locale): string {
  const say = speak(locale);
  const pickable = Object.values(context.sources).flatMap((items) => items ?? []);
  const names = new Map(pickable.map(({ id, label }) => [id, label]));
  const lines = [`# ${scenario.shows}`, "", `${say(`form-${form.id}`)} · ${form.id} ${form.version}`, ""];
  for (const step of steps) {
    const told = scenario.told[step.path];
    lines.push(`${step.number}/${step.of} ${headOf(form, step, say)}${promptOf(form, step, say)}`);
    lines.push(`    ${step.path} ▸ ${sayTold(locale, say, step, told ?? null, names)}`);
  }
  lines.push("", "---", "");
  let heading = "";
  for (const { question, value, identity, group } of summary(form, answers, context)) {
    if (group) {
      const of = group.label === undefined ? "" : `: ${group.label}`;
      const item = `${say(`${form.id}-${group.key}`, "item", { number: group.index + 1 })}${of}`;
      if (item !== heading) lines.push(item);
      heading = item;
    }
    const id = [form.id, group?.key, question.key].filter((part) => part !== undefined).join("-");
    const label = `${group ? "  " : ""}${identity ? "*" : ""}${say(id, "label")}`;
    lines.push(`${label}: ${sayValue(locale, say, question, value, names)}`);
  }
  return `${lines.join("\n")}\n`;
}

function headOf(form: Form, step: Step, say: Say): string {
  if (step.kind === "another" || !step.item) return "";
  const { group, index, source } = step.item;
  const item = say(`${form.id}-${group.key}`, "item", { number: index + 1 });
  return `[${item}${source ? `: ${source.label}` : ""}] `;
}

function promptOf(form: Form, step: Step, say: Say): string {
  if (step.kind === "another") {
    return say(`${form.id}-${step.group.key}`, step.index === 0 ? "first" : undefined);
  }
  const path = [form.id, step.item?.group.key, step.question.key];
  return say(path.filter((part) => part !== undefined).join("-"));
}

function sayTold(
  locale: Locale,
  say: Say,
  step: Step,
  told: Told,
  names: ReadonlyMap<string, string>,
): string {
  if (told === null) return "—";
  if (step.kind === "ask") return sayValue(locale, say, step.question, told, names);
  return told === true ? "+" : "·";
}

describe.each(scenarios.map((one) => [`${one.form}-${one.name}`, one] as const))("%s", (name, scenario) => {
  const form = current(scenario.form);

  test.each(locales)("asks and sums up in %s as its golden file says", (locale) => {
    const file = new URL(`${name}.${locale}.txt`, folder);
    const written = write(form, scenario, walk(form, scenario), locale);
    if (updating) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, written);
    }
    expect(
      existsSync(file),
      "there is no golden file; run with UPDATE_GOLDENS=1 and read what it writes",
    ).toBe(true);
    expect(written).toBe(readFileSync(file, "utf8"));
  });
});

test("every golden file belongs to a scenario", () => {
  const expected = scenarios.flatMap((one) =>
    locales.map((locale) => `${one.form}-${one.name}.${locale}.txt`),
  );
  expect(readdirSync(folder).sort()).toEqual(expected.sort());
});
