import { Composer } from "grammy";
import { dateIn } from "../../practice/calendar.js";
import type { CourseEntry } from "../../records/case/course.js";
import type { KeptPaper } from "../../records/papers/casePapers.js";
import { actorOf, may } from "../../records/people/rights.js";
import {
  type NamedRound,
  type Timeline,
  type TimelineEvent,
  type TimelineFile,
  type TimelineTopic,
  timelineOf,
  timelineTopics,
} from "../../records/timeline/timeline.js";
import { type Html, html } from "../../texts.js";
import { clockTime, kindsText } from "../danger/alarm.js";
import { dayOf, momentOf, readable } from "../telegram/answerText.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { requestEndText } from "../telegram/dataRequestWords.js";
import { splitHtml } from "../telegram/fit.js";
import { foldableHtml } from "../telegram/folding.js";
import { handle } from "../telegram/handle.js";
import { pageRow, showPage } from "../telegram/screen.js";
import { fileFace } from "../telegram/storedFile.js";
import { handedOverText } from "./clocks.js";

/** The most events on one page and the most characters they take, so that the title fits into the same message. */
const perPage = { events: 10, characters: 3_600 } as const;

/** The history of a case, newest first: all of it, or one topic. */
export function timelineFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.caseHistory, (ctx, { caseId, only, page }) =>
    showTimeline(ctx, caseId, only, page),
  );
  return composer;
}

async function showTimeline(
  ctx: Ctx,
  caseId: string,
  only: TimelineTopic | "all",
  page: number,
): Promise<void> {
  const timeline = await timelineOf(ctx.work, caseId);
  const { subject, events } = timeline;
  const shown = only === "all" ? events : events.filter(({ topic }) => topic === only);
  const pages = pagesOf(ctx, timeline, shown);
  const at = Math.min(page, Math.max(0, pages.length - 1));
  const { lines = [], events: here = [] } = pages[at] ?? {};
  const title = ctx.say.html("history-title", { code: subject.case.code });
  const text =
    lines.length === 0 ? `${title}\n${ctx.say.html("history-nothing")}` : [title, ...lines].join("\n");
  const present = timelineTopics.filter((topic) => events.some((event) => event.topic === topic));
  const topics = present.length < 2 ? [] : (["all", ...present] as const);
  await showPage(ctx, text, [
    ...openButtons(ctx, here),
    pageRow(at, pages.length, 1, (other) => callbacks.caseHistory({ caseId, only, page: other })),
    ...layOutButtons(
      topics.map((topic) => ({
        text: `${topic === only ? "☑️ " : ""}${ctx.say.plain(`button-history-${topic}`)}`,
        data: callbacks.caseHistory({ caseId, only: topic, page: 0 }),
      })),
      44,
      3,
    ),
    may(actorOf(ctx.work), subject.case, "trace")
      ? [{ text: ctx.say.plain("button-who-opened"), data: callbacks.whoOpened({ caseId }) }]
      : [],
    [{ text: ctx.say.plain("button-back"), data: callbacks.openCaseHere({ caseId }) }],
  ]);
}

type Page = { readonly lines: readonly string[]; readonly events: readonly TimelineEvent[] };

/**
 * Divides events into pages that each fit into one message. A long event continues on the next page. A day is written
 * once above its events.
 */
function pagesOf(ctx: Ctx, timeline: Timeline, events: readonly TimelineEvent[]): readonly Page[] {
  const { zone } = actorOf(ctx.work);
  const pages: { lines: string[]; events: TimelineEvent[] }[] = [];
  let [length, day] = [0, ""];
  for (const event of events) {
    const parts = splitHtml(eventLine(ctx, timeline, event), perPage.characters);
    for (const part of parts) {
      const last = pages.at(-1);
      const isFull = last === undefined || last.events.length === perPage.events;
      const page = isFull || length + part.length > perPage.characters ? { lines: [], events: [] } : last;
      if (page !== last) {
        pages.push(page);
        [length, day] = [0, ""];
      }
      const today = dateIn(zone, event.at);
      if (today !== day) page.lines.push(`\n<b>${dayOf(today, ctx.say)}</b>`);
      day = today;
      page.lines.push(part);
      page.events.push(event);
      length += part.length;
    }
  }
  return pages;
}

/** What happened, as Telegram HTML, without when and by whom. */
export function eventWords(ctx: Ctx, { names }: Timeline, { content }: TimelineEvent): string {
  return whatHappened(ctx, names, content);
}

/** "10.15 Bu Ratna · Asesmen 1 dikirim" */
function eventLine(ctx: Ctx, timeline: Timeline, event: TimelineEvent): string {
  const { at, who } = event;
  const time = clockTime(at, actorOf(ctx.work).zone, ctx.say);
  const what = eventWords(ctx, timeline, event);
  return who === null
    ? ctx.say.html("history-line", { time, what: html(what) })
    : ctx.say.html("history-line-by", { time, who, what: html(what) });
}

function whatHappened(
  ctx: Ctx,
  names: ReadonlyMap<string, string>,
  content: TimelineEvent["content"],
): Html | string {
  const { say, work } = ctx;
  switch (content.kind) {
    case "opened":
      return say.html("history-opened");
    case "erased":
      return say.html("history-erased");
    case "round":
      return say.html(`history-round-${content.event}`, {
        form: roundLabel(ctx, content.round),
      });
    case "course": {
      const what = courseLine(ctx, names, content.entry, content.round);
      const { reason } = content.entry;
      return reason === null ? what : withWords(what, readable(reason, say));
    }
    case "danger": {
      const what = say.html(`history-danger-${content.event}`, { kinds: kindsText(say, content.kinds) });
      return content.words === null ? what : withWords(what, readable(content.words, say));
    }
    case "note": {
      const { note } = content;
      if ("unreadable" in note) return withWords(say.html("history-note"), readable(note, say));
      const place = note.place === null ? undefined : `📍 ${note.place.latitude}, ${note.place.longitude}`;
      const words = [note.words, place].filter((one) => one !== null && one !== undefined).join("\n");
      return words === "" ? say.html("history-note") : withWords(say.html("history-note"), words);
    }
    case "note-moved":
      return say.html(`history-note-${content.event}`, { code: content.code });
    case "consultation": {
      const what = say.html(`history-consultation-${content.event}`);
      return content.words === null ? what : withWords(what, readable(content.words, say));
    }
    case "supervision": {
      const { nextOn } = content;
      const what =
        nextOn === null
          ? say.html("history-supervision")
          : say.html("history-supervision-next", { day: dayOf(nextOn, say) });
      return withWords(what, readable(content.points, say));
    }
    case "file":
      return say.html("history-file", { what: fileFace(content.file, say) });
    case "nudged":
      return "round" in content.of
        ? say.html("history-nudged-form", { form: roundLabel(ctx, content.of.round) })
        : say.html("history-nudged-task", { name: say.plain(`deadline-${content.of.key}`) });
    case "data": {
      const { event, request } = content;
      const what = say.plain(`data-right-${request.kind}`);
      if (event === "asked") {
        const asked = say.html("history-data-asked", { what });
        return request.words === null ? asked : withWords(asked, readable(request.words, say));
      }
      if (event === "told") return say.html("history-data-told", { what });
      if (request.ending === null) return say.html("history-data-ended", { what, how: "" });
      return say.html("history-data-ended", {
        what,
        how: html(requestEndText(say, request, request.ending)),
      });
    }
    case "transfer": {
      const { event, institution, code, words } = content.transfer;
      const what =
        event === "received"
          ? say.html("history-transfer-received", { institution, code })
          : say.html(`history-transfer-${event}`, { institution });
      return words === null ? what : withWords(what, readable(words, say));
    }
    case "informed":
      return say.html("history-informed", { version: content.version });
    case "paper":
      return paperLine(ctx, content.paper);
    case "clock": {
      if (content.event === "handed-over") return handedOverText(ctx, content.clock);
      const due = momentOf(content.clock.dueAt, actorOf(work).zone, say);
      return say.html("history-clock", { name: say.plain(`deadline-${content.clock.key}`), due });
    }
  }
}

/** "🖨 Surat rujukan 058/LKS/XI/2026 kepada Dinas Sosial dibuat" */
function paperLine({ say }: Ctx, { kind, number, addressee }: KeptPaper): Html {
  const paper = [say.plain(`paper-${kind}`), ...(number === null ? [] : [number])].join(" ");
  return addressee === null
    ? say.html("history-paper", { paper })
    : say.html("history-paper-to", { paper, addressee });
}

/** "Kasus ditutup: alasannya"; a long reason is folded. */
function withWords(what: Html | string, words: string): string {
  return `${what}: ${foldableHtml(words)}`;
}

function roundLabel({ say }: Ctx, { form, sequence }: NamedRound): string {
  return `${say.plain(`form-${form}`)} ${sequence}`;
}

function courseLine(
  ctx: Ctx,
  names: ReadonlyMap<string, string>,
  entry: CourseEntry,
  round: NamedRound | undefined,
): Html {
  const { say } = ctx;
  const form = round === undefined ? "" : roundLabel(ctx, round);
  switch (entry.kind) {
    case "closed":
      return say.html("history-closed", { outcome: say.plain(`outcome-${entry.outcome}`) });
    case "closing-asked":
      return say.html("history-closing-asked", { outcome: say.plain(`outcome-${entry.outcome}`) });
    case "reopened":
    case "reopening-asked":
    case "request-withdrawn":
    case "refused":
      return say.html(`history-${entry.kind}`);
    case "returned":
      return entry.part === null || round === undefined
        ? say.html("history-returned", { form })
        : say.html("history-returned-part", { form, part: say.form.part(round.form, entry.part) });
    case "correcting":
      return say.html("history-correcting", { form });
    case "overridden":
      return say.html("history-override", { form: say.plain(`form-${entry.form}`) });
    case "reassigned": {
      const [from = "…", to = "…"] = [names.get(entry.fromId), names.get(entry.toId)];
      return say.html("history-reassigned", { from, to });
    }
    case "restricted":
    case "restriction-lifted":
    case "preserved":
    case "preservation-lifted":
      return say.html(`history-${entry.kind}`);
    case "withdrawn":
      return say.html("history-withdrawn", { day: dayOf(entry.day, say) });
    case "grounded":
      return say.html("history-grounded", { ground: say.plain(`legal-ground-${entry.ground}`) });
  }
}

/** Buttons for what the events on a page refer to: each form, file, correction and own note once. */
function openButtons(ctx: Ctx, events: readonly TimelineEvent[]): Button[][] {
  const buttons = new Map<string, Button>();
  const put = (button: Button) => buttons.set(button.data, button);
  const file = (one: TimelineFile) =>
    put({ text: fileFace(one, ctx.say), data: callbacks.sendFile({ attachmentId: one.id }) });
  for (const { at, content } of events) {
    if (content.kind === "round" && content.isKept) {
      put({
        text: `📄 ${roundLabel(ctx, content.round)}`,
        data: callbacks.readRound({ roundId: content.round.id }),
      });
    }
    if (content.kind === "course" && content.round !== undefined) {
      const { id: roundId } = content.round;
      const text = roundLabel(ctx, content.round);
      if (content.entry.kind === "correcting") {
        put({ text: `✏️ ${text}`, data: callbacks.openCorrection({ roundId }) });
      } else put({ text: `📄 ${text}`, data: callbacks.readRound({ roundId }) });
    }
    if (content.kind === "file") file(content.file);
    if (content.kind === "note") {
      for (const one of content.files) file(one);
      if (content.isOwn) {
        const time = clockTime(at, actorOf(ctx.work).zone, ctx.say);
        put({
          text: ctx.say.plain("button-own-note", { time }),
          data: callbacks.ownNote({ noteId: content.id }),
        });
      }
    }
  }
  return layOutButtons([...buttons.values()], 44, 2);
}
