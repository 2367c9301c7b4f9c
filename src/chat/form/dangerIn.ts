import type { Value } from "../../practice/form.js";
import { type Danger, isDanger } from "../../practice/forms/vocabulary.js";
import type { Step } from "../../practice/walk.js";

/** Which of the chosen answers mean an immediate danger; empty for any other answer. */
export function dangerIn(step: Step, value: Value): readonly Danger[] {
  if (step.kind !== "ask") return [];
  const { question } = step;
  if (question.type !== "choice" && question.type !== "choices") return [];
  const given = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
  return given.filter(isDanger).filter((one) => question.danger?.includes(one));
}
