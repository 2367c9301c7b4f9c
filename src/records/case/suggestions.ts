import { dateIn } from "../../practice/calendar.js";
import { isComplete } from "../../practice/caseFacts.js";
import type { Answers, NamedPerson, Path, Value } from "../../practice/form.js";
import type { Case, RoundLine } from "./case.js";

/** What was said earlier in the case and may be the answer again, by path. Words for a choice stand as they were said. */
export type Suggestions = ReadonlyMap<Path, Value>;

/** What a round need not be told twice: the household, the plan's roles and its only goal, the place of the last visit. */
export function suggestionsFor(
  subject: Case,
  round: RoundLine,
  { approach, plan }: { readonly approach: RoundLine | undefined; readonly plan: RoundLine | undefined },
): Suggestions {
  const answersOf = (of: RoundLine | undefined): Answers | undefined => of && subject.answers.get(of.id);
  switch (round.form) {
    case "assessment":
      return household(
        answersOf(approach),
        approach && dateIn(subject.organization.zone, approach.submittedAt ?? approach.startedAt),
      );
    case "session": {
      const roles = plannedRoles(answersOf(plan));
      const goals = plannedGoals(answersOf(plan));
      return new Map<Path, Value>([
        ...(roles.length === 0 ? [] : [["roles", roles] as const]),
        ...(goals.length === 1 ? [["goals", goals] as const] : []),
      ]);
    }
    case "aftercare": {
      const last = subject.rounds.findLast(
        (other) => other.form === "aftercare" && other.id !== round.id && isComplete(other),
      );
      return chosen(answersOf(last), ["how", "place"]);
    }
    default:
      return new Map();
  }
}

/** The members of a family as the approach named them, each at the questions of the assessment about one relative. */
function household(answers: Answers | undefined, toldOn: string | undefined): Suggestions {
  const known = new Map<Path, Value>();
  if (answers === undefined || toldOn === undefined) return known;
  for (let index = 0; ; index += 1) {
    const member = answers.get(`members.${index}.member`);
    if (member === undefined) return known;
    const { name, relation, age, months } = member as NamedPerson;
    const at = `family.${index}`;
    known.set(`${at}.name`, name);
    known.set(`${at}.relation`, relation);
    if (age !== undefined) {
      known.set(`${at}.birth`, { age, ...(months === undefined ? {} : { months }), asOf: toldOn });
    }
  }
}

/** The roles a plan names for its activities, each once. */
function plannedRoles(answers: Answers | undefined): string[] {
  const roles = [...(answers ?? [])].flatMap(([path, value]) =>
    /^activities\.\d+\.role$/.test(path) && typeof value === "string" ? [value] : [],
  );
  return [...new Set(roles)];
}

/** The goals of a plan, as a session picks them. */
function plannedGoals(answers: Answers | undefined): string[] {
  return [...(answers ?? [])].flatMap(([path]) => {
    const [, goal] = /^(goals\.\d+)\.statement$/.exec(path) ?? [];
    return goal === undefined ? [] : [goal];
  });
}

function chosen(answers: Answers | undefined, paths: readonly Path[]): Suggestions {
  return new Map(
    paths.flatMap((path) => {
      const value = answers?.get(path) ?? null;
      return value === null ? [] : [[path, value] as const];
    }),
  );
}
