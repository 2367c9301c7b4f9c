import type { Endangered } from "../../practice/emergencyNumbers.js";
import { type Danger, immediateDangers } from "../../practice/forms/vocabulary.js";
import type { Alarm } from "../../records/people/work.js";
import { dataOf } from "../telegram/buttons.js";

/** What a button of the emergency path carries: whose danger, and which; no word of what was said. */
export type Emergency = { readonly whom: Endangered; readonly kinds: readonly Danger[] };

/** Dangers by one letter each, so that a button holds all of them beside the id of a case. */
const letters: Readonly<Record<Danger, string>> = {
  suicide: "s",
  "violence-ongoing": "v",
  medical: "m",
  "abandoned-child": "a",
};

/** The button's data of an action of the emergency path. */
export function sosData(
  action: "steps" | "yes" | "no",
  { whom, kinds }: Emergency,
  source: Alarm["source"],
): string {
  return dataOf("sos", action, whom, lettersOf(kinds), source);
}

/** The button's data that notes a danger, on a case or without one. */
export function noteData({ whom, kinds }: Emergency, source: Alarm["source"], caseId: string | null): string {
  return dataOf("note", whom, lettersOf(kinds), source, caseId ?? "-");
}

/** Reads what `sosData` and `noteData` wrote. */
export function emergencyOf(whom: string | undefined, letters: string | undefined): Emergency {
  return { whom: whom === "worker" ? "worker" : "client", kinds: kindsOf(letters ?? "") };
}

export function sourceOf(text: string | undefined): Alarm["source"] {
  return text === "reflex" ? "reflex" : "button";
}

function lettersOf(kinds: readonly Danger[]): string {
  return kinds.map((kind) => letters[kind]).join("");
}

function kindsOf(text: string): readonly Danger[] {
  return immediateDangers.filter((kind) => text.includes(letters[kind]));
}
