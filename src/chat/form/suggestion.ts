import { accept } from "../../practice/accept.js";
import type { FormContext, Value } from "../../practice/form.js";
import type { Step } from "../../practice/walk.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Wording } from "../telegram/wording.js";
import { labelsOf, optionsOf } from "./options.js";

/** A question as it stands in its round. */
type Place = { readonly round: OpenRound; readonly step: Step; readonly context: FormContext };

/**
 * What was said earlier in the case and may be the answer here; undefined where nothing was, or it is no answer to this
 * question. Words that were said for a choice are read as if they were typed.
 */
export function suggestionAt({ round, step, context }: Place, say: Wording): Value | undefined {
  const said = round.carried.suggestions.get(step.path);
  if (said === undefined || step.kind !== "ask") return undefined;
  const { question, path } = step;
  const place = { answers: round.answers, path };
  const labels = labelsOf(optionsOf(question, context, say));
  const isWords = question.type === "choice" && typeof said === "string" && !question.choices.includes(said);
  const outcome = accept(
    question,
    isWords ? { kind: "text", text: said, labels } : { kind: "value", value: said },
    context,
    place,
  );
  return outcome.kind === "explained" ? undefined : outcome.value;
}
