import type { GuidanceEntry } from "../../guidance/entry.js";
import { escapeHtml } from "../../texts.js";
import { emergencyHead } from "../danger/emergency.js";
import { localNumbersOf } from "../danger/emergencyFeature.js";
import { clipped } from "../form/prompt.js";
import type { Ctx } from "../telegram/context.js";
import { joinLines } from "../telegram/screen.js";

/** The most characters of an answer's opening on a card. */
const longestOpening = 260;

/**
 * Entries to choose from, each with its title and how its answer begins, for the buttons below. `lead` says why there are
 * several. Where the first one is about a danger to life, its emergency steps come before everything.
 */
export function choiceHtml(ctx: Ctx, entries: readonly GuidanceEntry[], lead: string): string {
  const danger = entries[0]?.emergency;
  return joinLines(
    [
      danger === undefined ? undefined : emergencyHead(ctx.say, danger, localNumbersOf(ctx)),
      lead,
      ...entries.map(({ title, answer }) => `<b>${escapeHtml(title)}</b>\n${escapeHtml(openingOf(answer))}`),
    ],
    "\n\n",
  );
}

/** The first sentence of an answer, as plain text. */
export function openingOf(answer: string): string {
  const plain = answer.replaceAll("*", "").split("\n\n")[0] ?? "";
  // "Pasal 44 ayat (2)." and "Rp 10.000" do not end a sentence; what ends one is followed by a capital letter.
  const first = /^.{20,}?[.!?](?=\s+\p{Lu})/su.exec(plain)?.[0] ?? plain;
  return clipped(first, longestOpening);
}
