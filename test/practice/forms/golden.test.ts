/**
 * Golden specifications: for what a worker tells, the questions asked in order and the summary, in both
 * locales, for every version ever shipped. `UPDATE_GOLDENS=1 npx vitest run test/practice/forms` writes them anew;
 * reviewing them is reading.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Form } from "../../../src/practice/form.js";
import { allForms, current } from "../../../src/practice/forms/catalogue.js";
import { summary } from "../../../src/practice/summary.js";
import type { Step } from "../../../src/practice/walk.js";
import { goldenFolder, goldenFolders, scenariosFor } from "./allScenarios.js";
import { type Retold, retell } from "./retell.js";
import type { Scenario, Told } from "./scenarios.js";
import { type Locale, locales, type Say, sayValue, speak } from "./texts.js";

const updating = process.env.UPDATE_GOLDENS === "1";

/** The golden file of a walk: what is asked with what was told, then the summary (`*` is hidden until asked for). */
function write(
  form: Form,
  scenario: Scenario,
  { steps, answers, context, told }: Retold,
  locale: Locale,
): string {
  const say = speak(locale);
  const pickable = Object.values(context.sources).flatMap((items) => items ?? []);
  const names = new Map(pickable.map(({ id, label }) => [id, label]));
  const lines = [`# ${scenario.shows}`, "", `${say(`form-${form.id}`)} · ${form.id} ${form.version}`, ""];
  for (const step of steps) {
    lines.push(`${step.number}/${step.of} ${headOf(form, step, say)}${promptOf(form, step, say)}`);
    lines.push(`    ${step.path} ▸ ${sayTold(locale, say, step, told.get(step.path) ?? null, names)}`);
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
  const path = [form.id, step.item?.group.key, step.question.key, step.variant];
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

describe.each(allForms.map((form) => [`${form.id}.v${form.version}`, form] as const))(
  "%s",
  (folder, form) => {
    describe.each(scenariosFor(form.id, form.version).map((one) => [one.name, one] as const))(
      "%s",
      (name, scenario) => {
        test.each(locales)("asks and sums up in %s as its golden file says", (locale) => {
          const file = new URL(`${folder}/${name}.${locale}.txt`, goldenFolder);
          const written = write(form, scenario, retell(form, scenario), locale);
          if (updating) {
            mkdirSync(new URL(".", file), { recursive: true });
            writeFileSync(file, written);
          }
          expect(
            existsSync(file),
            "there is no golden file; run with UPDATE_GOLDENS=1 and read what it writes",
          ).toBe(true);
          expect(written).toBe(readFileSync(file, "utf8"));
        });
      },
    );

    test("every golden file belongs to a scenario", () => {
      const texts = scenariosFor(form.id, form.version).flatMap(({ name }) =>
        locales.map((locale) => `${name}.${locale}.txt`),
      );
      const kept = form === current(form.id) ? texts : [...texts, "scenarios.json"];
      expect(readdirSync(new URL(`${folder}/`, goldenFolder)).sort()).toEqual(kept.sort());
    });
  },
);

test("every folder of golden files belongs to a version", () => {
  expect(goldenFolders()).toEqual(allForms.map(({ id, version }) => `${id}.v${version}`).sort());
});
