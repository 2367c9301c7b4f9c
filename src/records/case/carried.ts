import { dateIn } from "../../practice/calendar.js";
import { isComplete } from "../../practice/caseFacts.js";
import { dataStanding } from "../../practice/dataGround.js";
import type { FormContext, FormId, SourceItem, SourceName, Value } from "../../practice/form.js";
import { sourceGroups } from "../../practice/forms/catalogue.js";
import type { CaseFact } from "../../practice/knownFacts.js";
import type { Case, RoundLine } from "./case.js";
import { type Suggestions, suggestionsFor } from "./suggestions.js";

/** What a round inherits: facts its conditions read as `case.<fact>`, and lists its questions go over. */
export type Carried = {
  readonly facts: FormContext["facts"];
  readonly sources: Readonly<Partial<Record<SourceName, readonly SourceItem[]>>>;
  readonly suggestions: Suggestions;
  /** The rounds those lists come from, by id. */
  readonly origins: Readonly<Partial<Record<SourceName, string>>>;
};

/**
 * What the complete rounds of a case hand to another round. A list comes from the round that was in force when this
 * one began. So an evaluation keeps to the goals of its own plan when a newer plan exists.
 *
 * The result is cached with the open round. Every change of the case raises the version of its rounds, so the cache
 * is never used when it is old.
 */
export function carriedFrom(subject: Case, round: RoundLine): Carried {
  const complete = (form: FormId) =>
    subject.rounds
      .filter((other) => other.form === form && other.id !== round.id && isComplete(other))
      .sort((a, b) => a.sequence - b.sequence);
  const inForce = (form: FormId) => {
    const all = complete(form);
    const before = all.findLast(({ decidedAt }) => decidedAt && decidedAt <= round.startedAt);
    return before ?? all.at(-1);
  };

  // A laporan sosial may begin while the approach is still a draft. Then the answers given so far are what is known.
  const approach =
    complete("approach").at(-1) ??
    subject.rounds.findLast((other) => other.form === "approach" && other.id !== round.id);
  const known = approach && subject.answers.get(approach.id);
  const { rules, zone } = subject.organization;
  const { requirements } = rules;
  const { closedAt } = subject.case;
  const plan = inForce("plan");
  const facts: Carried["facts"] = {
    level: known?.get("level") ?? subject.case.level,
    legal: known?.get("legal") ?? [],
    ...given("guardianState", known?.get("guardianState")),
    ...given("contactDate", known?.get("contactDate")),
    ...given("plannedOn", plan && dateIn(zone, plan.startedAt)),
    ...given("closedOn", closedAt === null ? undefined : dateIn(zone, closedAt)),
    ...given("dataGround", dataStanding(subject.facts).kind === "grounded" ? true : undefined),
    hasRequirements: requirements.length > 0,
    referralSent: round.form === "referral" && isComplete(round),
  };

  const sources: Partial<Record<SourceName, readonly SourceItem[]>> = {
    requirements: requirements.map((label) => ({ id: label, label })),
  };
  const origins: Partial<Record<SourceName, string>> = {};
  for (const name of ["problems", "strengths", "goals"] as const) {
    const { form, group, label } = sourceGroups[name];
    const source = form === round.form ? undefined : inForce(form);
    if (source === undefined) continue;
    const answers = subject.answers.get(source.id);
    const items: SourceItem[] = [];
    for (let index = 0; ; index += 1) {
      const words = answers?.get(`${group}.${index}.${label}`);
      if (typeof words !== "string") break;
      items.push({ id: `${group}.${index}`, label: words });
    }
    sources[name] = items;
    origins[name] = source.id;
  }
  return { facts, sources, suggestions: suggestionsFor(subject, round, { approach, plan }), origins };
}

/** An object with one fact, or an empty object where the fact is not known. */
function given<F extends CaseFact>(fact: F, value: Value | undefined): { readonly [fact in F]?: Value } {
  const one: { [fact in F]?: Value } = {};
  if (value !== undefined) one[fact] = value;
  return one;
}
