import type { Another, Ask } from "../../practice/walk.js";

/** Whether a step is answered in words of the person's own. */
export function asksForWords(step: Ask | Another): boolean {
  return step.kind === "ask" && (step.question.type === "text" || step.question.type === "longText");
}

/** Whether a step is answered by buttons alone. */
export function asksForPress(step: Ask | Another): boolean {
  if (step.kind === "another") return true;
  return ["choice", "choices", "pick", "yesNo", "scale"].includes(step.question.type);
}
