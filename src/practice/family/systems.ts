/** The systems around a client, as an assessment was told of them: what an ekomap draws. */
import type { Answers } from "../form.js";
import { chosen, itemsOf, textOf } from "./told.js";

/** Kinds of systems, how strong the relation is, and which way help or attention goes. */
export const systemKinds = [
  "kin",
  "neighbours",
  "school",
  "work",
  "health",
  "faith",
  "government",
  "association",
  "law",
  "other",
] as const;

/** How a relation to a system is. */
export const systemTies = ["strong", "weak", "stressful"] as const;

/** Which way help or attention goes. */
export const systemFlows = ["to-client", "from-client", "both"] as const;

/** A person or an institution around a client. */
export type ClientSystem = {
  readonly name: string;
  readonly kind: (typeof systemKinds)[number];
  readonly tie: (typeof systemTies)[number];
  readonly flow: (typeof systemFlows)[number];
};

/** The systems of an assessment, in the order in which they were told; one that was not told to its end is left out. */
export function systemsFrom(answers: Answers): readonly ClientSystem[] {
  return itemsOf(answers, "systems").flatMap((item) => {
    const name = textOf(answers.get(`${item}.name`));
    const kind = chosen(systemKinds, answers.get(`${item}.kind`));
    const tie = chosen(systemTies, answers.get(`${item}.strength`));
    const flow = chosen(systemFlows, answers.get(`${item}.direction`));
    if (name === undefined || kind === undefined || tie === undefined || flow === undefined) return [];
    return [{ name, kind, tie, flow }];
  });
}
