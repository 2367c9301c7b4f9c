/**
 * The made-up case of Mak Iyah, a neglected elderly woman with a family, form by form: what a worker types and
 * presses. Days are told relative to today, so that it can be walked at any time.
 */
import type { FormId } from "../../src/practice/form.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { scenariosOf } from "../practice/forms/allScenarios.js";
import { retell } from "../practice/forms/retell.js";
import type { Scenario, Told } from "../practice/forms/scenarios.js";
import type { Telling } from "./filling.js";

/** A scenario with some things told otherwise, or not at all (undefined), at every question in the order asked. */
export function told(
  form: FormId,
  name: string,
  changes: Readonly<Record<string, Told | undefined>> = {},
  more: Pick<Scenario, "facts" | "sources"> = {},
): Telling {
  const found = scenariosOf(form).find((scenario) => scenario.name === name);
  if (found === undefined) throw new Error(`there is no scenario ${form} ${name}`);
  const entries = Object.entries({ ...found.told, ...changes });
  const said = Object.fromEntries(entries.filter((entry): entry is [string, Told] => entry[1] !== undefined));
  return Object.fromEntries(retell(current(form), { ...found, ...more, told: said }).told);
}

/** What is told before this question is asked. @throws {Error} where nothing is told of it */
export function until(telling: Telling, path: string): Telling {
  const entries = Object.entries(telling);
  const at = entries.findIndex(([asked]) => asked === path);
  if (at < 0) throw new Error(`nothing is told of ${path}`);
  return Object.fromEntries(entries.slice(0, at));
}

/** The test's organisation lists no requirements. */
const noRequirements = { facts: { hasRequirements: false }, sources: {} };

export const approach = told(
  "approach",
  "adult",
  {
    requirements: undefined,
    contractUntil: "90 hari lagi",
  },
  noRequirements,
);

/** The contract is signed later. */
export const approachUnsigned = told(
  "approach",
  "adult",
  {
    requirements: undefined,
    contractUntil: "90 hari lagi",
    signedOn: null,
    signedPage: undefined,
  },
  noRequirements,
);

export const assessment = told("assessment", "individual");
export const plan = told("plan", "agrees", {
  strengths: ["strengths.0"],
  "goals.0.targetDate": "20 hari lagi",
  evaluationDate: "30 hari lagi",
});
export const session = told("session", "full", { goals: ["goals.0"] });
export const evaluation = told("evaluation", "terminate");
export const referral = told("referral", "letter");
export const termination = told("termination", "goals-met", { firstVisit: "30 hari lagi" });
export const aftercare = told("aftercare", "individual", { nextVisit: "60 hari lagi" });

/** The words of what later forms pick from, by id. */
export const words = {
  "problems.0": "Makan hanya sekali sehari",
  "problems.1": "Sendirian di malam hari, pernah jatuh",
  "strengths.0": "Pandai menganyam",
  "goals.0": String(plan["goals.0.statement"]),
};
