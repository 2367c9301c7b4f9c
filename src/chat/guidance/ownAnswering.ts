import type { Answer } from "../../guidance/ask.js";
import { type OwnPlace, placeAmong } from "../../guidance/ownEntries.js";
import { readOwnEntry, titleOf } from "../../records/questions/ownEntries.js";
import type { OwnEntry } from "../../records/questions/ownEntryRow.js";
import { escapeHtml } from "../../texts.js";
import { clipped } from "../form/prompt.js";
import type { Button } from "../telegram/buttons.js";
import type { Ctx } from "../telegram/context.js";
import { joinLines } from "../telegram/screen.js";
import type { GuidanceIndex, Hit } from "./guidanceIndex.js";
import type { OwnLibrary } from "./ownLibrary.js";
import { type OwnPage, ownButton, ownPage } from "./ownPage.js";
import { topicButton } from "./unfolding.js";

/** How much of an entry's answer stands below its title among others. */
const longestOpening = 160;

/** The entry of the institution's own that belongs to a question, and its place beside what ships. */
export type OwnBeside = { readonly entry: OwnEntry; readonly place: Exclude<OwnPlace, "none"> };

/**
 * Looks among the institution's own entries beside what the shipped ones answer. The steps of a shipped entry about a danger to
 * life stay first, whatever the institution wrote.
 */
export async function ownBeside(
  ctx: Ctx,
  own: OwnLibrary,
  index: GuidanceIndex,
  question: string,
  answer: Answer,
): Promise<OwnBeside | undefined> {
  const found = await own.find(ctx.work, question);
  if (found === undefined) return undefined;
  const place = placeAmong(answer, found.chance, index.thresholds);
  if (place === "none") return undefined;
  const topic = answer.kind === "answer" ? answer.hits[0]?.topic : undefined;
  const isEmergency = topic !== undefined && index.entry(ctx.locale, topic)?.emergency !== undefined;
  return { entry: await readOwnEntry(ctx.work, found.id), place: isEmergency ? "beside" : place };
}

/** An own entry as the answer; what ships stands below it by its titles, never hidden. */
export async function ownFirst(
  ctx: Ctx,
  index: GuidanceIndex,
  entry: OwnEntry,
  shipped: readonly Hit[],
): Promise<OwnPage> {
  const { text, rows } = await ownPage(ctx, entry);
  const others = shipped.flatMap(({ topic }) => topicButton(ctx, index, topic)).map((button) => [button]);
  return {
    text: others.length === 0 ? text : joinLines([text, ctx.say.html("own-shipped-too")], "\n\n"),
    rows: [...others, ...rows],
  };
}

/** What is shown beside another answer: a button; with its first words where the question has no answer yet. */
export function ownAlso(
  { say }: Ctx,
  entry: OwnEntry,
  isAnswered: boolean,
): { readonly text: string | undefined; readonly row: Button[] } {
  const opening = `<b>${escapeHtml(titleOf(entry))}</b>\n${escapeHtml(clipped(entry.content.answer, longestOpening))}`;
  return {
    text: isAnswered ? undefined : `${say.html("own-maybe")}\n${opening}`,
    row: [ownButton(entry)],
  };
}
