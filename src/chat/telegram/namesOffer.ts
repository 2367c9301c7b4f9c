import { type NamedPeople, namedIn } from "../../practice/namedPeople.js";
import { aliasOf } from "../../records/case/alias.js";
import { caseFor } from "../../records/case/case.js";
import { readable } from "./answerText.js";
import { keyboard } from "./buttons.js";
import type { CallbackData } from "./callback.js";
import { callbacks } from "./callbacks.js";
import type { Ctx } from "./context.js";
import { inReplyTo } from "./screen.js";

/** A text that was kept: what it is called, of which case, and the button that takes the names out of it. */
export type KeptText = { readonly what: string; readonly caseId: string; readonly out: CallbackData };

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
