/** The scenarios of every form: those of the current versions, and those kept with each version that was shipped. */
import { readdirSync, readFileSync } from "node:fs";
import type { FormId } from "../../../src/practice/form.js";
import { current } from "../../../src/practice/forms/catalogue.js";
import { approachScenarios } from "./approachScenarios.js";
import { caseScenarios } from "./caseScenarios.js";
import type { Scenario } from "./scenarios.js";

export const goldenFolder = new URL("golden/", import.meta.url);

const latest: readonly Scenario[] = [...approachScenarios, ...caseScenarios];

/** What is told the current version of a form. */
export function scenariosOf(form: FormId): readonly Scenario[] {
  return latest.filter((one) => one.form === form);
}

/** What is told a version: the current one, or an earlier one as it was told when the next began. */
export function scenariosFor(form: FormId, version: number): readonly Scenario[] {
  if (version === current(form).version) return scenariosOf(form);
  return JSON.parse(readFileSync(new URL(`${form}.v${version}/scenarios.json`, goldenFolder), "utf8"));
}

/** The folders in which golden files stand: `approach.v1`. */
export function goldenFolders(): readonly string[] {
  return readdirSync(goldenFolder).sort();
}
