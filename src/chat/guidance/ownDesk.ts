import { dateIn } from "../../practice/calendar.js";
import { memberNames } from "../../records/people/members.js";
import { actorOf, mayWithEntry, mayWriteEntries, type OwnEntryRight } from "../../records/people/rights.js";
import { missReasons, type Votes, votesOnOwn } from "../../records/questions/guidanceVotes.js";
import {
  earlierTexts,
  entriesAtDesk,
  isWhole,
  keptEntries,
  readOwnEntry,
  titleOf,
} from "../../records/questions/ownEntries.js";
import type { OwnEntry, OwnEntryContent } from "../../records/questions/ownEntryRow.js";
import { escapeHtml } from "../../texts.js";
import { clipped } from "../form/prompt.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { shortDate } from "../telegram/dates.js";
import { dayText, joinLines, pageRow, sendNew, showPage } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";
import { ownButton, stepLines, writtenBy } from "./ownPage.js";

const perPage = 8;

/** The entries that every member finds, by title; whoever writes entries goes on to the desk from here. */
export async function showOwnEntries(ctx: Ctx, page: number): Promise<void> {
  const { say, work } = ctx;
  const all = await keptEntries(work);
  const shown = all.slice(page * perPage, (page + 1) * perPage);
  const isWriter = mayWriteEntries(actorOf(work));
  await showPage(ctx, say.html(all.length === 0 ? "own-none" : "own-title", { count: all.length }), [
    ...shown.map((entry) => [ownButton(entry)]),
    pageRow(page, all.length, perPage, (to) => callbacks.ownEntries({ page: to })),
    isWriter
      ? [
          { text: say.plain("button-own-write"), data: callbacks.writeOwnEntry() },
          { text: say.plain("button-own-desk"), data: callbacks.ownDesk({ page: 0 }) },
        ]
      : [],
    [
      { text: say.plain("button-all-topics"), data: callbacks.topicGroups() },
      { text: say.plain("button-menu"), data: callbacks.menuHere() },
    ],
  ]);
}

/** What waits for a decision, what is to be looked at, and everything else the acting member writes or answers for. */
export async function showOwnDesk(ctx: Ctx, page: number): Promise<void> {
  const { say, work } = ctx;
  const all = await entriesAtDesk(work);
  const shown = all.slice(page * perPage, (page + 1) * perPage);
  const votes = actorOf(work).roles.includes("admin") ? await votesOnOwn(work) : new Map<string, Votes>();
  const lines = shown.map((entry, at) =>
    joinLines(
      [
        `${page * perPage + at + 1}. ${stateMark(ctx, entry)} ${escapeHtml(clipped(titleOf(entry), 90))}`,
        stateWords(ctx, entry),
        votesText(say, votes.get(entry.id)),
      ],
      " · ",
    ),
  );
  await showPage(
    ctx,
    joinLines([say.html(all.length === 0 ? "own-desk-none" : "own-desk-title"), joinLines(lines)], "\n\n"),
    [
      ...shown.map((entry, at) => [
        {
          text: clipped(`${page * perPage + at + 1}. ${stateMark(ctx, entry)} ${titleOf(entry)}`, 58),
          data: callbacks.ownCard({ entryId: entry.id }),
        },
      ]),
      pageRow(page, all.length, perPage, (to) => callbacks.ownDesk({ page: to })),
      [{ text: say.plain("button-own-write"), data: callbacks.writeOwnEntry() }],
      [
        { text: say.plain("button-own-entries"), data: callbacks.ownEntries({ page: 0 }) },
        { text: say.plain("button-menu"), data: callbacks.menuHere() },
      ],
    ],
  );
}

/** Shows the card of an entry in the place of the pressed message, or as a new one. */
export async function showOwnCard(
  ctx: Ctx,
  entryId: string,
  show: typeof showPage = showPage,
  lead?: string,
): Promise<void> {
  const { say, work } = ctx;
  const entry = await readOwnEntry(work, entryId);
  const { content, status } = entry;
  const votes = actorOf(work).roles.includes("admin") ? await votesOnOwn(work) : new Map<string, Votes>();
  const text = joinLines(
    [
      lead,
      `${stateMark(ctx, entry)} <b>${say.html(`own-card-${status}`)}</b>`,
      `<i>${await writtenBy(ctx, entry)}</i>`,
      contentHtml(say, content),
      votesText(say, votes.get(entryId)),
      status === "draft" || status === "proposed" ? say.html("own-care") : undefined,
    ],
    "\n\n",
  );
  await show(ctx, text, cardRows(ctx, entry));
}

/** What only an entry with a question and an answer is ready for. */
const decided: readonly OwnEntryRight[] = ["keep", "propose"];

function cardRows(ctx: Ctx, entry: OwnEntry): Button[][] {
  const { say } = ctx;
  const { id: entryId } = entry;
  const may = (right: OwnEntryRight) =>
    mayWithEntry(actorOf(ctx.work), entry, right) && (isWhole(entry) || !decided.includes(right));
  const part = (name: "questions" | "answer" | "steps" | "source" | "review") => ({
    text: say.plain(`button-own-${name}`),
    data: callbacks.writeOwnPart({ entryId, part: name }),
  });
  return [
    ...(may("keep") ? [[{ text: say.plain("button-own-keep"), data: callbacks.keepOwn({ entryId }) }]] : []),
    ...(may("propose") && !may("keep")
      ? [[{ text: say.plain("button-own-propose"), data: callbacks.proposeOwn({ entryId }) }]]
      : []),
    ...(may("review")
      ? [[{ text: say.plain("button-own-same"), data: callbacks.reviewOwn({ entryId }) }]]
      : []),
    ...(may("write")
      ? layOutButtons(
          [part("questions"), part("answer"), part("steps"), part("source"), part("review")],
          40,
          2,
        )
      : []),
    [
      ...(may("history")
        ? [{ text: say.plain("button-own-history"), data: callbacks.ownHistory({ entryId }) }]
        : []),
      ...(may("decline")
        ? [{ text: say.plain("button-own-decline"), data: callbacks.declineOwn({ entryId }) }]
        : []),
      ...(may("withdraw")
        ? [{ text: say.plain("button-own-withdraw"), data: callbacks.withdrawOwn({ entryId }) }]
        : []),
      ...(may("discard")
        ? [{ text: say.plain("button-own-discard"), data: callbacks.discardOwn({ entryId }) }]
        : []),
      ...(may("retire")
        ? [{ text: say.plain("button-own-retire"), data: callbacks.retireOwn({ entryId }) }]
        : []),
    ],
    [
      ...(mayWriteEntries(actorOf(ctx.work))
        ? [{ text: say.plain("button-own-desk"), data: callbacks.ownDesk({ page: 0 }) }]
        : []),
      { text: say.plain("button-menu"), data: callbacks.menuHere() },
    ],
  ];
}

/** The texts an entry had before, newest first. */
export async function showOwnHistory(ctx: Ctx, entryId: string): Promise<void> {
  const { say, work } = ctx;
  const texts = await earlierTexts(work, entryId);
  const names = await memberNames(
    work,
    texts.map(({ memberId }) => memberId),
  );
  await sendNew(
    ctx,
    joinLines(
      [
        say.html(texts.length === 0 ? "own-history-none" : "own-history"),
        ...texts.map(({ content, at, memberId }) =>
          joinLines([
            `<b>${say.html("own-history-until", { day: dayText(ctx, at), name: names.get(memberId) ?? "…" })}</b>`,
            `<blockquote expandable>${contentHtml(say, content)}</blockquote>`,
          ]),
        ),
      ],
      "\n\n",
    ),
    [[{ text: say.plain("button-own-manage"), data: callbacks.ownCard({ entryId }) }]],
  );
}

/** Everything an entry says. Telegram HTML. */
function contentHtml(say: Wording, { questions, answer, steps, source }: OwnEntryContent): string {
  const part = (key: "own-part-questions" | "guidance-steps" | "part-grounds", lines: readonly string[]) =>
    lines.length === 0 ? undefined : `<b>${say.html(key)}</b>\n${lines.map(escapeHtml).join("\n")}`;
  return joinLines(
    [
      part(
        "own-part-questions",
        questions.map((question) => `• ${question}`),
      ),
      answer === "" ? say.html("own-no-answer") : escapeHtml(answer),
      part("guidance-steps", stepLines(steps)),
      part("part-grounds", source === "" ? [] : [source]),
    ],
    "\n\n",
  );
}

const marks = { draft: "📝", proposed: "🟡", kept: "🏢", declined: "✖️", retired: "🗄" } as const;

function stateMark(ctx: Ctx, entry: OwnEntry): string {
  return isDue(ctx, entry) ? "⏰" : marks[entry.status];
}

/** Whether somebody is to look at it now. */
function isDue({ work }: Ctx, { status, reviewOn }: OwnEntry): boolean {
  return status === "kept" && reviewOn <= dateIn(actorOf(work).zone, work.now);
}

function stateWords(ctx: Ctx, entry: OwnEntry): string {
  const { say } = ctx;
  if (entry.status !== "kept") return say.html(`own-state-${entry.status}`);
  const day = shortDate(entry.reviewOn, say.locale);
  return isDue(ctx, entry) ? say.html("own-state-due", { day }) : say.html("own-state-kept", { day });
}

/** "👍 3 · 👎 2 (keliru 1)"; nothing where nobody said anything. */
function votesText(say: Wording, votes: Votes | undefined): string | undefined {
  if (votes === undefined || votes.helped + votes.missed === 0) return undefined;
  const reasons = missReasons.flatMap((why) =>
    votes[why] === 0 ? [] : [say.html(`votes-${why}`, { count: votes[why] })],
  );
  return `👍 ${votes.helped} · 👎 ${votes.missed}${reasons.length === 0 ? "" : ` (${reasons.join(", ")})`}`;
}
