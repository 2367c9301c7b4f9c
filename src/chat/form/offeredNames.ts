import { itemsOf, textOf } from "../../practice/family/told.js";
import type { Step } from "../../practice/walk.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Wording } from "../telegram/wording.js";
import { type Option, option } from "./options.js";

/** The names that a question about a member of the family offers, each once: those told so far, but for this item's. */
export function offeredNames(round: OpenRound, step: Step, say: Wording): readonly Option[] {
  if (step.kind !== "ask" || step.question.type !== "text" || step.question.offers === undefined) return [];
  const here = step.path.slice(0, step.path.lastIndexOf("."));
  const names = itemsOf(round.answers, "family").flatMap((item) => {
    const name = item === here ? undefined : textOf(round.answers.get(`${item}.name`));
    return name === undefined ? [] : [name];
  });
  const client = step.question.offers === "family-and-client" ? [say.plain("family-client")] : [];
  const other = textOf(round.answers.get(`${here}.who`));
  return [...new Set([...client, ...names])]
    .filter((name) => step.question.key !== "with" || name !== other)
    .map((name) => option(name, name, []));
}
