import { dateIn } from "../../practice/calendar.js";
import { memberNames } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { titleOf } from "../../records/questions/ownEntries.js";
import type { OwnEntry } from "../../records/questions/ownEntryRow.js";
import { escapeHtml } from "../../texts.js";
import { clipped } from "../form/prompt.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { shortDate } from "../telegram/dates.js";
import { dayText, joinLines } from "../telegram/screen.js";

/** So many characters of an answer are read at once; the rest is folded. */
const readAtOnce = 400;

/** A page: what it says, in Telegram HTML, and its buttons. */
export type OwnPage = { readonly text: string; readonly rows: Button[][] };

/**
 * An entry of the institution's own as a member reads it: said to be the institution's, with who wrote it, as what and when. What is
 * longer than a glance is folded.
 */
export async function ownPage(ctx: Ctx, entry: OwnEntry): Promise<OwnPage> {
  const { say } = ctx;
  const { id: entryId, status, content, reviewOn, endedAt } = entry;
  const isOver = reviewOn <= dateIn(actorOf(ctx.work).zone, ctx.work.now);
  const text = joinLines(
    [
      status === "retired"
        ? say.html("own-retired", { day: endedAt === null ? "" : dayText(ctx, endedAt) })
        : say.html("own-label"),
      `<b>${escapeHtml(titleOf(entry))}</b>\n${answerHtml(content.answer)}`,
      furtherHtml(ctx, entry),
      `<i>${await writtenBy(ctx, entry)}</i>`,
      isOver && status === "kept" ? say.html("own-review-over") : undefined,
    ],
    "\n\n",
  );
  return {
    text,
    rows: [
      ...layOutButtons([
        { text: say.plain("button-ask-supervisor"), data: callbacks.askSupervisor() },
        {
          text: say.plain("button-favourite"),
          data: callbacks.keepFavourite({ what: { kind: "own", entryId } }),
        },
        ...(actorOf(ctx.work).roles.includes("admin")
          ? [{ text: say.plain("button-own-manage"), data: callbacks.ownCard({ entryId }) }]
          : []),
      ]),
      ...(status === "kept"
        ? [
            [
              { text: say.plain("button-helped"), data: callbacks.voteOwn({ entryId, helped: true }) },
              { text: say.plain("button-missed"), data: callbacks.voteOwn({ entryId, helped: false }) },
            ],
          ]
        : []),
    ],
  };
}

/** "Ditulis oleh Pak Dedi (supervisor), 26 November 2026." */
export async function writtenBy(
  ctx: Ctx,
  { authorId, authorRole, writtenAt, reviewOn }: OwnEntry,
): Promise<string> {
  const { say } = ctx;
  return say.html("own-written-by", {
    name: (await memberNames(ctx.work, [authorId])).get(authorId) ?? "…",
    role: say.plain(`role-${authorRole}`),
    day: dayText(ctx, writtenAt),
    review: shortDate(reviewOn, say.locale),
  });
}

/** The button that opens an entry, marked as the institution's. */
export function ownButton(entry: OwnEntry): Button {
  return { text: clipped(`🏢 ${titleOf(entry)}`, 58), data: callbacks.ownEntry({ entryId: entry.id }) };
}

function answerHtml(answer: string): string {
  const [opening, rest] = cutAt(answer, readAtOnce);
  return rest === ""
    ? escapeHtml(opening)
    : `${escapeHtml(opening)}\n<blockquote expandable>${escapeHtml(rest)}</blockquote>`;
}

/** The steps and what the entry rests on, folded. */
function furtherHtml({ say }: Ctx, { content: { steps, source } }: OwnEntry): string | undefined {
  const further = joinLines(
    [
      steps.length === 0
        ? undefined
        : `<b>${say.html("guidance-steps")}</b>\n${stepLines(steps).map(escapeHtml).join("\n")}`,
      source === "" ? undefined : `<b>${say.html("part-grounds")}</b>\n${escapeHtml(source)}`,
    ],
    "\n",
  );
  return further === "" ? undefined : `<blockquote expandable>${further}</blockquote>`;
}

/** Steps with their numbers. */
export function stepLines(steps: readonly string[]): string[] {
  return steps.map((step, at) => `${at + 1}. ${step}`);
}

/** Cuts a text at the end of its last line, sentence or word before `most` characters. */
function cutAt(text: string, most: number): readonly [string, string] {
  if (text.length <= most) return [text, ""];
  const start = text.slice(0, most);
  const ends = [start.lastIndexOf("\n"), start.lastIndexOf(". ") + 1, start.lastIndexOf(" ")];
  const at = ends.find((end) => end > most / 2) ?? most;
  return [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
}
