/** A lembar of one case: every field another system wants, to be copied one by one. */
import { Composer } from "grammy";
import { shippedDefinition } from "../../documents/definitions.js";
import { dateIn } from "../../practice/calendar.js";
import { type Lembar, readLembar } from "../../practice/exports/definitions.js";
import { formatted } from "../../practice/exports/formats.js";
import { noteNamesSeen } from "../../records/case/cases.js";
import { lembarOf, listLembar } from "../../records/exports/lembar.js";
import { recordedCase } from "../../records/exports/recorded.js";
import { Conflict } from "../../records/people/actor.js";
import { actorOf } from "../../records/people/rights.js";
import { clipped } from "../form/prompt.js";
import { stayText } from "../telegram/answerText.js";
import type { Button, CopyButton } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { letLastPass } from "../telegram/outbox.js";
import { joinLines, pageRow, sendNew, showPage } from "../telegram/screen.js";
import { fieldText, fieldWording, realNames } from "./fieldWords.js";

/** Fields on one page: as many as copy buttons fit beside a readable text. */
const fieldsPerPage = 8;

/** The longest text a button copies (Telegram). A longer one is copied from the message. */
const longestCopy = 256;

/** A field of a lembar for one case. An empty one is told as empty. */
export type FilledField = { readonly label: string; readonly text: string };

/** Lembar of cases, for whoever may read the case. */
export function lembarFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.caseLembar, (ctx, { caseId }) => chooseLembar(ctx, caseId));
  handle(composer, callbacks.openLembar, (ctx, { caseId, lembarId, page }) =>
    showLembar(ctx, caseId, lembarId, page),
  );
  return composer;
}

/** The lembar of the acting member's institution; null is the example that is shipped. */
export async function lembarNamed(ctx: Ctx, lembarId: string | null): Promise<Lembar> {
  if (lembarId !== null) {
    const { lembar } = await lembarOf(ctx.work, lembarId);
    if (lembar === undefined) throw new Conflict("the definition is of another version");
    return lembar;
  }
  const read = readLembar(shippedDefinition("lembar-contoh"));
  if (read.kind === "faults") throw new Error("the shipped example is no lembar");
  return read.definition;
}

/** What a lembar says of a case. The reading is audited, and names count as seen. Throws `NotAllowed`. */
export async function filledLembar(
  ctx: Ctx,
  caseId: string,
  lembar: Lembar,
): Promise<{ readonly code: string; readonly fields: readonly FilledField[] }> {
  const { say, work } = ctx;
  const record = await recordedCase(work, caseId);
  noteNamesSeen(work, caseId);
  const wording = fieldWording(work, say, await realNames(work, [record]));
  const { zone } = wording;
  const moment = { zone, today: dateIn(zone, work.now) };
  const fields = lembar.fields.map(({ label, field, format, translate }) => {
    const value = field.read(record, moment);
    if (value === undefined) return { label, text: "" };
    const words = fieldText(value, wording);
    return { label, text: formatted(value, { format, translate }, { zone, words }) };
  });
  return { code: record.code, fields };
}

async function chooseLembar(ctx: Ctx, caseId: string): Promise<void> {
  const { say, work } = ctx;
  const { code } = await recordedCase(work, caseId);
  const own = await listLembar(work);
  await showPage(ctx, say.html("lembar-choose", { code }), [
    ...own.map(({ id, name }): Button[] => [
      { text: clipped(name, 60), data: callbacks.openLembar({ caseId, lembarId: id, page: 0 }) },
    ]),
    [
      {
        text: say.plain("button-lembar-of-example"),
        data: callbacks.openLembar({ caseId, lembarId: null, page: 0 }),
      },
    ],
    [{ text: say.plain("button-to-case"), data: callbacks.openCaseHere({ caseId }) }],
  ]);
}

async function showLembar(ctx: Ctx, caseId: string, lembarId: string | null, page: number): Promise<void> {
  const { say, work } = ctx;
  const lembar = await lembarNamed(ctx, lembarId);
  const { code, fields } = await filledLembar(ctx, caseId, lembar);
  const shown = fields.slice(page * fieldsPerPage, (page + 1) * fieldsPerPage);
  const stays = actorOf(work).rules.filesStay;
  const text = joinLines(
    [
      say.html("lembar-title", { name: lembar.name, code }),
      lembar.note === null ? undefined : say.html("lembar-note", { note: lembar.note }),
      ...shown.map(({ label, text: words }) =>
        words === "" ? say.html("lembar-empty", { label }) : say.html("lembar-field", { label, text: words }),
      ),
      say.html("shown-stays", { stay: stayText(stays, say) }),
    ],
    "\n\n",
  );
  const copies = shown
    .filter(({ text: words }) => words !== "" && words.length <= longestCopy)
    .map(({ label, text: copy }): CopyButton[] => [{ text: `📋 ${clipped(label, 40)}`, copy }]);
  const turned = (to: number) => callbacks.openLembar({ caseId, lembarId, page: to });
  const rows = [
    ...copies,
    pageRow(page, fields.length, fieldsPerPage, turned),
    [{ text: say.plain("button-lembar-print"), data: callbacks.printLembar({ caseId, lembarId }) }],
    [{ text: say.plain("button-to-case"), data: callbacks.openCase({ caseId }) }],
  ];
  await sendNew(ctx, text, rows);
  // What names somebody goes from the chat; it may be copied until then.
  letLastPass(work, stays);
}
