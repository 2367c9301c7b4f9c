import { Composer } from "grammy";
import { addDays, addMonths, dateIn } from "../../practice/calendar.js";
import type { LocalDate } from "../../practice/form.js";
import { acceptDate } from "../../practice/inputs/dates.js";
import { acceptText } from "../../practice/inputs/text.js";
import { chatOfMember, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import {
  longestSupervision,
  noteSupervision,
  type SupervisionNote,
  type SupervisionSubject,
  supervisedIn,
  supervisionNote,
  supervisionNotes,
  supervisionsPerPage,
} from "../../records/supervision/notes.js";
import type { Html, Texts } from "../../texts.js";
import { dayOf, readable } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryAnswer, handleEntry, typedOnly } from "../telegram/entry.js";
import { foldableHtml } from "../telegram/folding.js";
import { handle } from "../telegram/handle.js";
import { notify } from "../telegram/notices.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines, pageRow, sendNew, showPage } from "../telegram/screen.js";

/** Which case, or whose work, an entry is about. */
type Subject = { readonly subject: "case" | "worker"; readonly subjectId: string };

/** Writing down what was agreed on in supervision, and reading it. */
export function supervisionNotesFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  const begin = async (ctx: Ctx, about: Subject) => {
    await supervisedIn(ctx.work, supervisedOf(about));
    await ctx.answerCallbackQuery();
    ctx.onward = entries.superviseDay(about);
  };
  handle(composer, callbacks.superviseCase, (ctx, { caseId }) =>
    begin(ctx, { subject: "case", subjectId: caseId }),
  );
  handle(composer, callbacks.superviseWorker, (ctx, { workerId }) =>
    begin(ctx, { subject: "worker", subjectId: workerId }),
  );
  handle(composer, callbacks.supervisionNotes, async (ctx, { workerId, page }) => {
    const { say, work } = ctx;
    const { notes, total } = await supervisionNotes(work, workerId, page);
    const name = await nameOf(work, workerId);
    const written = await Promise.all(notes.map((note) => noteText(ctx, note)));
    const title = say.html("supervision-notes", { name, count: total });
    const isOwn = workerId === actorOf(work).memberId;
    await showPage(ctx, joinLines([title, ...written], "\n\n"), [
      ...notes.map((note) => [printButton(ctx, note), ...caseRow(ctx, note)]),
      pageRow(page, total, supervisionsPerPage, (other) =>
        callbacks.supervisionNotes({ workerId, page: other }),
      ),
      isOwn ? [] : [{ text: say.plain("button-supervise"), data: callbacks.superviseWorker({ workerId }) }],
      [{ text: say.plain("button-back"), data: callbacks.supervision() }],
    ]);
  });
  handle(composer, callbacks.supervisionNote, async (ctx, { noteId }) => {
    const note = await supervisionNote(ctx.work, noteId);
    await sendNew(ctx, await noteText(ctx, note), [
      [printButton(ctx, note), ...caseRow(ctx, note)],
      [{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }],
    ]);
  });
  return composer;
}

/** When they spoke, when they speak again, and what was agreed on. */
export function supervisionEntries(texts: Texts): readonly Entry[] {
  return [
    handleEntry(entries.superviseDay, {
      ask: async (ctx, about) => ({
        text: ctx.say.html("supervise-day", await whoseOf(ctx, about)),
        choices: [
          [
            { text: ctx.say.plain("button-today"), value: "0" },
            { text: ctx.say.plain("button-yesterday"), value: "1" },
          ],
        ],
        cancel: callbacks.supervision(),
      }),
      take: async (ctx, answer, about) => {
        const read = dayIn(ctx, answer, "past", (today, value) => addDays(today, -Number(value)));
        if (read.kind === "again") return read;
        return { kind: "next", onward: entries.superviseNext({ ...about, heldOn: read.day ?? "" }) };
      },
    }),
    handleEntry(entries.superviseNext, {
      ask: async (ctx) => ({
        text: ctx.say.html("supervise-next"),
        choices: [
          [
            { text: ctx.say.plain("button-in-weeks", { count: 1 }), value: "1w" },
            { text: ctx.say.plain("button-in-weeks", { count: 2 }), value: "2w" },
            { text: ctx.say.plain("button-in-a-month"), value: "1m" },
          ],
          [{ text: ctx.say.plain("button-left-open"), value: "none" }],
        ],
        cancel: callbacks.supervision(),
      }),
      take: async (ctx, answer, about) => {
        const read = dayIn(ctx, answer, "future", nextIn);
        if (read.kind === "again") return read;
        return { kind: "next", onward: entries.supervisePoints({ ...about, nextOn: read.day }) };
      },
    }),
    handleEntry(entries.supervisePoints, {
      about: async (_, { subject, subjectId }) => (subject === "case" ? subjectId : null),
      ask: async (ctx, about) => ({
        text: ctx.say.html("supervise-points", await whoseOf(ctx, about)),
        cancel: callbacks.supervision(),
      }),
      take: typedOnly(async (ctx, answer, { heldOn, nextOn, ...about }) => {
        const points = acceptText(answer, longestSupervision, true);
        if (points.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, points) };
        const kept = { heldOn, nextOn, points: String(points.value) };
        const note = await noteSupervision(ctx.work, supervisedOf(about), kept);
        const isTold = await tellWorker(ctx, texts, note);
        const name = await nameOf(ctx.work, note.workerId);
        const told = isTold
          ? ctx.say.html("told", { names: name })
          : ctx.say.html("told-not", { names: name });
        await ctx.reply(joinLines([ctx.say.html("supervise-kept"), told], " "), {
          reply_markup: keyboard([
            [printButton(ctx, note), ...caseRow(ctx, note)],
            [{ text: ctx.say.plain("button-supervision"), data: callbacks.supervision() }],
          ]),
        });
        return { kind: "done" };
      }),
    }),
  ];
}

function supervisedOf({ subject, subjectId }: Subject): SupervisionSubject {
  return subject === "case" ? { caseId: subjectId } : { workerId: subjectId };
}

/** "Bu Ratna · K-2026-0042": whose work, and which case of theirs. */
async function whoseOf(ctx: Ctx, about: Subject): Promise<{ readonly whose: string }> {
  const { workerId, code } = await supervisedIn(ctx.work, supervisedOf(about));
  return { whose: joinLines([await nameOf(ctx.work, workerId), code ?? undefined], " · ") };
}

/** A day that was pressed or typed; null where it was left open. */
function dayIn(
  ctx: Ctx,
  answer: EntryAnswer,
  span: "past" | "future",
  pressed: (today: LocalDate, value: string) => LocalDate | null,
):
  | { readonly kind: "day"; readonly day: LocalDate | null }
  | { readonly kind: "again"; readonly explanation: Html | string } {
  const today = dateIn(actorOf(ctx.work).zone, ctx.work.now);
  if (answer.kind === "pressed") return { kind: "day", day: pressed(today, answer.value) };
  const read = acceptDate(answer.text, today, span);
  return read.kind === "explained"
    ? { kind: "again", explanation: reasonOf(ctx, read) }
    : { kind: "day", day: String(read.value) };
}

function nextIn(today: LocalDate, value: string): LocalDate | null {
  if (value === "1w") return addDays(today, 7);
  if (value === "2w") return addDays(today, 14);
  return value === "1m" ? addMonths(today, 1) : null;
}

/** The worker hears that it was written down, by code; what it says is read on a press. False where they cannot be. */
async function tellWorker(ctx: Ctx, texts: Texts, note: SupervisionNote): Promise<boolean> {
  const chat = await chatOfMember(ctx.work, note.workerId);
  if (chat === undefined) return false;
  const name = await nameOf(ctx.work, actorOf(ctx.work).memberId);
  const rows = (locale: "id" | "en") => [
    [
      {
        text: texts.plain(locale, "button-read-supervision"),
        data: callbacks.supervisionNote({ noteId: note.id }),
      },
    ],
  ];
  if (note.code === null) notify(ctx.work, texts, chat, "notice-supervision", [{ name }], rows);
  else notify(ctx.work, texts, chat, "notice-supervision-case", [{ name, code: note.code }], rows);
  return true;
}

/** The day, by whom, about which case, what was agreed on and when they speak again. */
async function noteText({ say, work }: Ctx, note: SupervisionNote): Promise<string> {
  const name = await nameOf(work, note.memberId);
  const day = dayOf(note.heldOn, say);
  const head =
    note.code === null
      ? say.html("supervision-note", { day, name })
      : say.html("supervision-note-case", { day, name, code: note.code });
  const next =
    note.nextOn === null ? undefined : say.html("supervision-next", { day: dayOf(note.nextOn, say) });
  return joinLines([head, foldableHtml(readable(note.points, say)), next]);
}

function caseRow({ say }: Ctx, { caseId, code }: SupervisionNote): Button[] {
  if (caseId === null || code === null) return [];
  return [{ text: say.plain("button-open-code", { code }), data: callbacks.openCase({ caseId }) }];
}

/** "🖨 25 November": the note as a paper. */
function printButton({ say }: Ctx, { id, heldOn }: SupervisionNote): Button {
  return {
    text: say.plain("button-paper", { paper: dayOf(heldOn, say) }),
    data: callbacks.orderSupervisionPaper({ noteId: id }),
  };
}
