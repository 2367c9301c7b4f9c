import { stages } from "../../practice/form.js";
import { type CaseLine, likelyCases } from "../../records/case/caseLists.js";
import { layBy, type UnfiledContent } from "../../records/case/unfiled.js";
import { readable } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import type { CallbackData } from "../telegram/callback.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { type IncomingMessage, whenSent } from "../telegram/incomingMessage.js";
import { inReplyTo } from "../telegram/screen.js";

/** What can be filed in a case besides forms. */
export type Fileable = Extract<IncomingMessage, { kind: "text" | "file" | "location" }>;

/** A message of the person with its id and time. */
export type SentMessage = { readonly message_id: number; readonly date: number };

/** The most cases offered as buttons; others are found by search. */
const mostOffered = 4;

/**
 * Asks to which case a message belongs that was sent outside of any question. It is kept aside until then, and no
 * case changes. `lead` says first why it is no answer. False where the person has no case.
 */
export async function offerFiling(
  ctx: Ctx,
  incoming: Fileable,
  message: SentMessage,
  lead?: string,
): Promise<boolean> {
  const cases = await likelyCases(ctx.work, { most: mostOffered, among: stages, orTeam: true });
  if (cases.length === 0) return false;
  const id = await layBy(ctx.work, {
    ...contentOf(incoming),
    sentAt: whenSent(message, ctx.work.now),
    messageId: message.message_id,
  });
  const ask = ctx.say.html("filing-which", { what: nameOfSent(ctx, incoming) });
  await ctx.reply(lead === undefined ? ask : `${lead}\n\n${ask}`, {
    reply_markup: keyboard([
      ...cases.map((one) => [caseButton(ctx, one, callbacks.fileInto({ unfiledId: id, caseId: one.id }))]),
      [
        { text: ctx.say.plain("button-find"), data: callbacks.searchInto({ unfiledId: id }) },
        { text: ctx.say.plain("button-not-filed"), data: callbacks.dropUnfiled({ unfiledId: id }) },
      ],
    ]),
    ...inReplyTo(message.message_id),
  });
  return true;
}

/** "K-2026-0042 · Asesmen": the button that names a case to put something in. */
export function caseButton(ctx: Ctx, { code, stage, alias }: CaseLine, data: CallbackData): Button {
  const called = alias === null ? "" : ` · ${readable(alias, ctx.say)}`;
  return {
    text: `${code} · ${ctx.say.plain(`short-stage-${stage}`)}${called}`,
    data,
  };
}

/** What is stored of it: text or caption, place, file. */
export function contentOf(incoming: Fileable): UnfiledContent {
  return {
    words: incoming.kind === "text" ? incoming.text : incoming.kind === "file" ? incoming.file.caption : null,
    place: incoming.kind === "location" ? placeOf(incoming) : null,
    file: incoming.kind === "file" ? incoming.file : null,
  };
}

/** What it is, in a word. */
export function nameOfSent(ctx: Ctx, incoming: Fileable): string {
  const kind = incoming.kind === "file" ? incoming.file.kind : incoming.kind;
  return ctx.say.plain(`fileable-${kind}`);
}

function placeOf({ location }: Extract<IncomingMessage, { kind: "location" }>) {
  const { latitude, longitude } = location;
  return { latitude, longitude };
}
