import { allNamed, type NamedPeople, namedPeopleIn } from "../../practice/namedPeople.js";
import type { Ask } from "../../practice/walk.js";
import type { OpenRound } from "../../records/case/openRound.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { isNamed, offerOnNames } from "../telegram/namesOffer.js";
import { asksForWords } from "./answerKinds.js";

/** Every name the case knows, those of this form's newest answers included. */
export function peopleIn(round: OpenRound): NamedPeople {
  return allNamed([round.people, namedPeopleIn(round.answers)]);
}

/**
 * After an answer in words was kept that names somebody: the offer to take the name out. Not where the question asks
 * who somebody is, and not where the answer named somebody before it was changed: it was offered then.
 */
export async function offerOnAnswer(ctx: Ctx, step: Ask, before: OpenRound, after: OpenRound): Promise<void> {
  const { path, question, item } = step;
  if (!asksForWords(step) || question.identity === true || item?.group.identity === true) return;
  const people = peopleIn(after);
  const was = before.answers.get(path);
  if (typeof was === "string" && isNamed(was, people)) return;
  await offerOnNames(ctx, String(after.answers.get(path) ?? ""), people, {
    what: ctx.say.form.label(after.form.id, question.key, item?.group.key),
    caseId: after.case.id,
    out: callbacks.takeNamesOut({ roundId: after.id, path }),
  });
}
