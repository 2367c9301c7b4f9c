import { allNamed, type NamedPeople, namedIn, namedPeopleIn } from "../../practice/namedPeople.js";
import type { Ask } from "../../practice/walk.js";
import { aliasOf } from "../../records/case/alias.js";
import { caseFor } from "../../records/case/case.js";
import type { OpenRound } from "../../records/case/openRound.js";
import { readable } from "../telegram/answerText.js";
import { keyboard } from "../telegram/buttons.js";
import type { CallbackData } from "../telegram/callback.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { inReplyTo } from "../telegram/screen.js";
import { asksForWords } from "./answerKinds.js";

/** A text that was kept: what it is called, of which case, and the button that takes the names out of it. */
export type KeptText = { readonly what: string; readonly caseId: string; readonly out: CallbackData };

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

/** Offers to take the names out of a text that was just kept; nothing where it has none. */
export async function offerOnNames(
  ctx: Ctx,
  text: string,
  people: NamedPeople,
  { what, caseId, out }: KeptText,
): Promise<void> {
  if (!isNamed(text, people)) return;
  const { client, other } = namedIn(text, people);
  const alias = await calledIn(ctx, caseId);
  const key = client ? (other ? "names-kept-both" : "names-kept-client") : "names-kept-other";
  await ctx.reply(ctx.say.html(key, { what, alias }), {
    reply_markup: keyboard([
      [
        { text: ctx.say.plain("button-names-out"), data: out },
        { text: ctx.say.plain("button-names-stay"), data: callbacks.leaveNames() },
      ],
    ]),
    ...inReplyTo(ctx.message?.message_id),
  });
}

/** What the client is called where the name is not written: the alias the worker chose, or "klien". */
export async function calledIn({ say, work }: Ctx, caseId: string): Promise<string> {
  const alias = aliasOf(work, (await caseFor(work, caseId, "read")).case);
  return alias === null ? say.plain("client-unnamed") : readable(alias, say);
}

/** Whether a text names anybody the case knows. */
export function isNamed(text: string, people: NamedPeople): boolean {
  const { client, other } = namedIn(text, people);
  return client || other;
}
