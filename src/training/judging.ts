import type { Value } from "../practice/form.js";
import type { Exercise, GoalCheck } from "./exercise.js";
import type { Happened } from "./happened.js";

/** How a goal stands: met, still to be done, or too late for it. */
export type Standing = "met" | "open" | "missed";

type CaseHappened = Happened["cases"][number];

/**
 * How the goals of an exercise stand. Those about a case are looked for in one and the same: the one that meets most of them,
 * so that a second try counts and two halves of a case do not make a whole.
 */
export function standingsOf(
  { goals }: Pick<Exercise, "goals">,
  happened: Happened,
): Record<string, Standing> {
  const inCase = (subject: CaseHappened | undefined) =>
    goals.map(({ key, check }) => [key, standingOf(check, subject, happened)] as const);
  const metIn = (standings: readonly (readonly [string, Standing])[]) =>
    standings.filter(([, standing]) => standing === "met").length;
  let best = inCase(undefined);
  for (const subject of happened.cases) {
    const standings = inCase(subject);
    if (metIn(standings) >= metIn(best)) best = standings;
  }
  return Object.fromEntries(best);
}

function standingOf(check: GoalCheck, subject: CaseHappened | undefined, happened: Happened): Standing {
  switch (check.kind) {
    case "answered":
      return metIf(valuesOf(subject, check).some((value) => check.is.some((wanted) => holds(value, wanted))));
    case "given":
      return metIf(valuesOf(subject, check).some((value) => value !== undefined && value !== null));
    case "sent":
      return metIf(subject?.forms.some(({ form, isSent }) => form === check.form && isSent) === true);
    case "approved":
      return metIf(subject?.forms.some(({ form, isApproved }) => form === check.form && isApproved) === true);
    case "handed-over": {
      const clock = subject?.clocks.find(({ key }) => key === check.deadline);
      if (clock === undefined) return "open";
      const { dueAt, handedOverAt } = clock;
      if (handedOverAt === null) return happened.now > dueAt ? "missed" : "open";
      return handedOverAt <= dueAt ? "met" : "missed";
    }
    case "asked-supervisor":
      return metIf(happened.questions > 0);
    case "reasoned":
      return metIf(happened.isReasoned);
    case "looked-up":
      return metIf(check.topics.some((topic) => happened.topics.has(topic)));
  }
}

const metIf = (isMet: boolean): Standing => (isMet ? "met" : "open");

/** The answers to a question in all rounds of its form. */
function valuesOf(
  subject: CaseHappened | undefined,
  { form, path }: Extract<GoalCheck, { kind: "answered" | "given" }>,
): readonly (Value | undefined)[] {
  return (subject?.forms ?? []).flatMap((one) => (one.form === form ? [one.answers.get(path)] : []));
}

function holds(value: Value | undefined, wanted: string | boolean): boolean {
  return Array.isArray(value) ? value.includes(wanted) : value === wanted;
}
