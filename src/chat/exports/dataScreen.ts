import { Composer } from "grammy";
import {
  type ExportSubject,
  exportSubjects,
  naturesOf,
  standardColumns,
  subjects,
} from "../../practice/exports/subjects.js";
import { type ChoiceOf, needOf } from "../../records/exports/choice.js";
import { beginExport, changeExport, lastChoice, readExport } from "../../records/exports/exports.js";
import { Conflict, NotAllowed } from "../../records/people/actor.js";
import type { Work } from "../../records/people/work.js";
import type { Texts } from "../../texts.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { joinLines, showPage } from "../telegram/screen.js";
import { headText } from "./dataSheets.js";
import { orderOrAsk } from "./ordering.js";

/** What is chosen where nothing was ever chosen. */
const first: ChoiceOf<"data"> = {
  kind: "data",
  format: "xlsx",
  named: false,
  sheets: { cases: [...standardColumns("cases")] },
};

/** Chooses what an export of the record holds, and orders it. */
export function dataExportFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.exportData, async (ctx) => {
    const { work } = ctx;
    const before = await lastChoice(work, "data");
    await showDraft(ctx, await beginExport(work, before ?? first, chatIdOf(ctx)));
  });
  handle(composer, callbacks.exportDraft, (ctx, { exportId }) => showDraft(ctx, exportId));
  handle(composer, callbacks.exportSheet, (ctx, { exportId, subject }) =>
    showColumns(ctx, exportId, subject),
  );
  handle(composer, callbacks.takeSheet, async (ctx, { exportId, subject, on }) => {
    await change(ctx.work, exportId, ({ sheets, ...choice }) => {
      const { [subject]: _, ...others } = sheets;
      return { ...choice, sheets: on ? { ...others, [subject]: [...standardColumns(subject)] } : others };
    });
    await showDraft(ctx, exportId);
  });
  handle(composer, callbacks.takeColumn, async (ctx, { exportId, subject, index, on }) => {
    const key = subjects[subject].columns[index]?.key;
    await change(ctx.work, exportId, ({ sheets, ...choice }) => {
      const others = (sheets[subject] ?? []).filter((one) => one !== key);
      const taken = on && key !== undefined ? [...others, key] : others;
      return { ...choice, sheets: { ...sheets, [subject]: taken } };
    });
    await showColumns(ctx, exportId, subject);
  });
  handle(composer, callbacks.exportAs, async (ctx, { exportId, format }) => {
    await change(ctx.work, exportId, (choice) => ({ ...choice, format }));
    await showDraft(ctx, exportId);
  });
  handle(composer, callbacks.exportNamed, async (ctx, { exportId, on }) => {
    await change(ctx.work, exportId, (choice) => ({ ...choice, named: on }));
    await showDraft(ctx, exportId);
  });
  handle(composer, callbacks.orderExport, async (ctx, { exportId }) => {
    const choice = await draftOf(ctx.work, exportId);
    const isEmpty = Object.values(choice.sheets).every((keys) => keys.length === 0);
    if (isEmpty) return ctx.answerCallbackQuery(ctx.say.plain("export-empty"));
    return orderOrAsk(ctx, texts, exportId);
  });
  return composer;
}

/** The choice of a draft of the acting admin's. Throws `NotAllowed`, and `Conflict` once it is ordered. */
async function draftOf(work: Work, exportId: string): Promise<ChoiceOf<"data">> {
  const { choice, status, isOwn } = await readExport(work, exportId);
  if (!isOwn || choice.kind !== "data") throw new NotAllowed();
  if (status !== "draft") throw new Conflict("it is ordered");
  return choice;
}

async function change(
  work: Work,
  exportId: string,
  to: (choice: ChoiceOf<"data">) => ChoiceOf<"data">,
): Promise<void> {
  await changeExport(work, exportId, to(await draftOf(work, exportId)));
}

async function showDraft(ctx: Ctx, exportId: string): Promise<void> {
  const { say, work } = ctx;
  const choice = await draftOf(work, exportId);
  const { sheets, format, named } = choice;
  const other = format === "xlsx" ? ("csv" as const) : ("xlsx" as const);
  const text = joinLines(
    [
      say.html("export-data-title"),
      say.html(`export-format-${format}`),
      say.html(named ? "export-with-names" : "export-with-pseudonyms"),
      needOf(choice) === "nothing" ? undefined : say.html("export-needs-second"),
    ],
    "\n\n",
  );
  await showPage(ctx, text, [
    ...exportSubjects.map((subject): Button[] => {
      const keys = sheets[subject];
      const name = say.plain(`export-subject-${subject}`);
      const isTaken = keys !== undefined;
      const toggle = {
        text: `${isTaken ? "☑️" : "▫️"} ${name}`,
        data: callbacks.takeSheet({ exportId, subject, on: !isTaken }),
      };
      if (!isTaken) return [toggle];
      const mark = naturesOf(subject, keys).size > 0 ? "⚠️ " : "";
      const columns = `${mark}${say.plain("button-export-columns", { count: keys.length })}`;
      return [toggle, { text: columns, data: callbacks.exportSheet({ exportId, subject }) }];
    }),
    [
      {
        text: say.plain(`button-export-as-${other}`),
        data: callbacks.exportAs({ exportId, format: other }),
      },
      {
        text: say.plain(named ? "button-export-pseudonyms" : "button-export-names"),
        data: callbacks.exportNamed({ exportId, on: !named }),
      },
    ],
    [{ text: say.plain("button-export-go"), data: callbacks.orderExport({ exportId }) }],
    [{ text: say.plain("button-back"), data: callbacks.exports() }],
  ]);
}

async function showColumns(ctx: Ctx, exportId: string, subject: ExportSubject): Promise<void> {
  const { say, work } = ctx;
  const { sheets } = await draftOf(work, exportId);
  const keys = sheets[subject] ?? [];
  const buttons = subjects[subject].columns.map((column, index) => {
    const isTaken = keys.includes(column.key);
    return {
      text: `${isTaken ? "☑️" : "▫️"} ${headText(column, say)}`,
      data: callbacks.takeColumn({ exportId, subject, index, on: !isTaken }),
    };
  });
  await showPage(ctx, say.html("export-columns-title", { subject: say.plain(`export-subject-${subject}`) }), [
    ...layOutButtons(buttons, 44, 2),
    [{ text: say.plain("button-back"), data: callbacks.exportDraft({ exportId }) }],
  ]);
}
