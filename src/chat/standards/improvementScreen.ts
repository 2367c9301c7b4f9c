/** What is to be improved after an audit: the list, one of them, what was done about it, and another day for it. */
import { Composer } from "grammy";
import { acceptDate } from "../../practice/inputs/dates.js";
import { acceptText } from "../../practice/inputs/text.js";
import { nameOf } from "../../records/people/members.js";
import { auditEvidence, keepEvidence, mostEvidence } from "../../records/standards/evidence.js";
import {
  endImprovement,
  type Improvement,
  isLateImprovement,
  isShown,
  moveImprovement,
  openImprovements,
  readContent,
  readImprovement,
  writeImprovement,
} from "../../records/standards/improvements.js";
import { dayOf } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { shortDate } from "../telegram/dates.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines, pageRow, sendNew, showPage } from "../telegram/screen.js";
import { evidenceButtons } from "./evidenceFiles.js";
import { monthChoices } from "./months.js";
import { dayIn } from "./standardWords.js";

/** The longest words on what was done, in characters. */
const longest = 1_000;
const perPage = 8;

/** The open improvements, for admins and supervisors. */
export function improvementFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.improvements, (ctx, { page }) => showImprovements(ctx, page));
  handle(composer, callbacks.improvement, (ctx, { findingId }) => showImprovement(ctx, findingId));
  handle(composer, callbacks.improvementMade, async (ctx, { findingId }) => {
    await readImprovement(ctx.work, findingId);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.improvementMade({ findingId });
  });
  handle(composer, callbacks.moveImprovement, async (ctx, { findingId }) => {
    await readImprovement(ctx.work, findingId);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.improvementDate({ findingId });
  });
  return composer;
}

async function showImprovements(ctx: Ctx, page: number): Promise<void> {
  const { say, work } = ctx;
  const all = await openImprovements(work);
  const shown = all.slice(page * perPage, (page + 1) * perPage);
  const text = joinLines(
    [
      say.html("improvements-title", { count: all.length }),
      all.length === 0 ? say.html("improvements-none") : undefined,
    ],
    "\n\n",
  );
  await showPage(ctx, text, [
    ...shown.map((one) => [
      {
        text: say.plain(isLateImprovement(work, one) ? "button-improvement-late" : "button-improvement", {
          component: say.plain(`component-${one.finding.component}`),
          day: dueText(ctx, one),
        }),
        data: callbacks.improvement({ findingId: one.finding.id }),
      },
    ]),
    pageRow(page, all.length, perPage, (to) => callbacks.improvements({ page: to })),
    [{ text: say.plain("button-back"), data: callbacks.standards() }],
  ]);
}

function dueText({ say }: Ctx, { dueOn }: Improvement): string {
  return dueOn === undefined ? "–" : shortDate(dueOn, say.locale);
}

/** One improvement: what is missing, by when, who sees to it, what was done. */
export async function showImprovement(
  ctx: Ctx,
  findingId: string,
  put: typeof showPage | typeof sendNew = showPage,
): Promise<void> {
  const { say, work } = ctx;
  const one = await readImprovement(work, findingId);
  const { finding, audit } = one;
  const files = (await auditEvidence(work, audit.id)).filter(
    (file) => file.findingId === findingId && file.ofImprovement,
  );
  const content = readContent(finding);
  const part = (name: "missing" | "responsible", words: string | undefined) =>
    words === undefined ? undefined : say.html("judging-part", { part: say.plain(`finding-${name}`), words });
  const text = joinLines(
    [
      joinLines([
        say.html("improvement-title", { component: say.plain(`component-${finding.component}`) }),
        say.html("improvement-of", {
          name: say.plain(`instrument-${audit.instrument.id}`),
          code: audit.code,
        }),
      ]),
      joinLines([
        "unreadable" in finding.content
          ? say.html("judging-unreadable", { code: finding.content.unreadable })
          : undefined,
        part("missing", content?.missing),
        one.dueOn === undefined
          ? undefined
          : say.html("judging-part", {
              part: say.plain("finding-dueOn"),
              words: dayOf(one.dueOn, say),
            }),
        part("responsible", content?.responsible),
      ]),
      await madeText(ctx, one),
    ],
    "\n\n",
  );
  const isOpen = finding.endedAt === null;
  await put(ctx, text, [
    ...(isOpen
      ? [
          [
            { text: say.plain("button-improvement-done"), data: callbacks.improvementMade({ findingId }) },
            { text: say.plain("button-improvement-date"), data: callbacks.moveImprovement({ findingId }) },
          ],
        ]
      : []),
    ...evidenceButtons(ctx, files),
    [{ text: say.plain("button-back"), data: callbacks.improvements({ page: 0 }) }],
  ]);
}

/** What was done about it, and how it ended. */
async function madeText(ctx: Ctx, { finding, files }: Improvement): Promise<string> {
  const { say, work } = ctx;
  const { improvement, endedAt, endedById, ending } = finding;
  const words = "unreadable" in improvement ? undefined : improvement.words;
  const day = endedAt === null ? "" : shortDate(dayIn(ctx, endedAt), say.locale);
  return joinLines([
    words === undefined ? undefined : say.html("improvement-done-words", { words }),
    files === 0 ? undefined : say.html("judging-files", { count: files }),
    ending === null
      ? undefined
      : ending === "done"
        ? say.html("improvement-is-done", { day, name: await nameOf(work, endedById ?? "") })
        : say.html("improvement-is-overtaken", { day }),
  ]);
}

/** Answers that there is nothing more to show. */
const enough = "enough";

/** What was done about an improvement, and another day for it. */
export const improvementEntries: readonly Entry[] = [
  handleEntry(entries.improvementMade, {
    ask: async (ctx, { findingId }) => {
      const { say, work } = ctx;
      const { finding, files } = await readImprovement(work, findingId);
      const { improvement } = finding;
      const hasWords = !("unreadable" in improvement) && improvement.words !== undefined;
      const kept = [
        ...(hasWords ? [say.plain("evidence-words")] : []),
        ...(files === 0 ? [] : [say.plain("evidence-count", { count: files })]),
      ];
      return {
        text:
          kept.length === 0
            ? say.html("improvement-ask")
            : say.html("finding-evidence-kept", { what: kept.join(", ") }),
        choices: isShown(finding, files)
          ? [[{ text: say.plain("button-improvement-end"), value: enough }]]
          : [],
        cancel: callbacks.improvement({ findingId }),
      };
    },
    take: async (ctx, answer, { findingId }) => {
      if (answer.kind === "pressed") {
        await endImprovement(ctx.work, findingId);
        await madeKnown(ctx, findingId);
        return { kind: "done" };
      }
      const read = acceptText(answer.text, longest, true);
      if (read.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, read) };
      await writeImprovement(ctx.work, findingId, String(read.value));
      return { kind: "next", onward: entries.improvementMade({ findingId }) };
    },
    takeFile: async (ctx, file, { findingId }) => {
      if (file.kind === "voice") return { kind: "again", explanation: ctx.say.html("evidence-kinds") };
      if (!(await keepEvidence(ctx.work, findingId, file)))
        return { kind: "again", explanation: ctx.say.html("evidence-too-many", { most: mostEvidence }) };
      return { kind: "next", onward: entries.improvementMade({ findingId }) };
    },
  }),
  handleEntry(entries.improvementDate, {
    ask: async (ctx, { findingId }) => ({
      text: ctx.say.html("improvement-date-ask"),
      choices: monthChoices(ctx),
      cancel: callbacks.improvement({ findingId }),
    }),
    take: async (ctx, answer, { findingId }) => {
      const { say, work } = ctx;
      const words = answer.kind === "pressed" ? answer.value : answer.text;
      const read = acceptDate(words, dayIn(ctx, work.now), "future");
      if (read.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, read) };
      const dueOn = String(read.value);
      await moveImprovement(work, findingId, dueOn);
      await sendNew(ctx, say.html("improvement-moved", { day: dayOf(dueOn, say) }), [backToList(ctx)]);
      return { kind: "done" };
    },
  }),
];

async function madeKnown(ctx: Ctx, findingId: string): Promise<void> {
  const { say, work } = ctx;
  const { finding } = await readImprovement(work, findingId);
  const component = say.plain(`component-${finding.component}`);
  await sendNew(ctx, say.html("improvement-made", { component }), [backToList(ctx)]);
}

function backToList({ say }: Ctx): Button[] {
  return [{ text: say.plain("button-back"), data: callbacks.improvements({ page: 0 }) }];
}
