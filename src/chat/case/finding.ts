import { Composer } from "grammy";
import { findCases } from "../../records/case/caseLists.js";
import type { NameMatch } from "../../records/case/nameMatch.js";
import { hasCases } from "../../records/people/rights.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { incomingMessageOf } from "../telegram/incomingMessage.js";
import { sendNew } from "../telegram/screen.js";
import { showCard } from "./caseCard.js";
import { caseRows, foundText, showCases } from "./caseList.js";
import { glassRow } from "./glass.js";

/**
 * Opens a case by its code, its number or a name, while no question is open: `K-2026-0042`, `42`, `/kasus 42`,
 * "Sumarni". A text that matches no case is passed on to the guidance, a whole code is said not to be found.
 */
export function findingFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer.command("kasus", async (ctx) => {
    const typed = ctx.match.trim();
    if (typed === "") return showCases(ctx, { whose: "mine" }, 0, sendNew);
    if (!(await showFound(ctx, typed, "parts"))) await showNothingFound(ctx, typed);
  });
  composer.chatType("private").on("message:text", async (ctx, next) => {
    const incoming = incomingMessageOf(ctx);
    if (incoming?.kind !== "text" || !hasCases(ctx.work.actor) || !mayName(incoming.text)) return next();
    // Whole words only, so that a word of a question does not open a case whose client's name begins with it.
    if (await showFound(ctx, incoming.text, "words")) return;
    // A number alone may be an emergency number, or an answer that comes late: the guidance knows what to say.
    if (wholeCode.test(incoming.text.trim())) await showNothingFound(ctx, incoming.text);
    else await next();
  });
  return composer;
}

/** `K-2026-0042` or `2026-42`: it can mean nothing but a case. */
const wholeCode = /^(?:(K|CONTOH)[\s-]*)?(20\d\d)[\s-]+(\d{1,6})$/i;

/** A whole code as it is written on cards; undefined for anything else. */
function codeOf(typed: string): string | undefined {
  const [, prefix = "K", year, number] = wholeCode.exec(typed.trim()) ?? [];
  return number === undefined ? undefined : `${prefix.toUpperCase()}-${year}-${number.padStart(4, "0")}`;
}

/** The same words whether there is no such case or it is somebody else's. */
async function showNothingFound(ctx: Ctx, typed: string): Promise<void> {
  const code = codeOf(typed);
  await ctx.reply(ctx.say.html("cases-not-found"), {
    reply_markup: keyboard([
      code === undefined ? [] : glassRow(ctx, code),
      [{ text: ctx.say.plain("button-find"), data: callbacks.searchCases({ whose: "mine" }) }],
    ]),
  });
}

async function showFound(ctx: Ctx, typed: string, match: NameMatch): Promise<boolean> {
  const found = await findCases(ctx.work, typed, match);
  const [only] = found;
  if (only === undefined) return false;
  if (found.length === 1) await showCard(ctx, only.id);
  else {
    await ctx.reply(foundText(ctx, found.length, found.length), {
      reply_markup: keyboard(await caseRows(ctx, found)),
    });
  }
  return true;
}

/** Whether a text may be a code, a number or a name: short, and no question. */
function mayName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return words.length <= 4 && text.length <= 60 && /^[\p{L}\p{N}\s.'’`-]+$/u.test(text.trim());
}
