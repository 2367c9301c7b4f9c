/** The lembar of an institution and its mapping for Primero: what is kept, and what an admin sends. */
import { Composer } from "grammy";
import { shippedDefinition } from "../../documents/definitions.js";
import { type DefinitionFault, readLembar } from "../../practice/exports/definitions.js";
import { readPrimeroMapping } from "../../practice/exports/primero.js";
import { beginExport } from "../../records/exports/exports.js";
import { keepLembar, listLembar, mostLembar, removeLembar } from "../../records/exports/lembar.js";
import { primeroMappingText, setPrimeroMapping } from "../../records/exports/settings.js";
import { adminOf } from "../../records/people/members.js";
import { escapeHtml, type Html, type Texts } from "../../texts.js";
import { clipped } from "../form/prompt.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryEnd, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { joinLines, sendNew, showPage } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";
import { orderOrAsk } from "./ordering.js";

/** The most faults of a definition that one message names. */
const mostNamed = 20;

/** Definitions, for the admin. */
export function definitionScreensFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.lembarSettings, showLembarSettings);
  handle(composer, callbacks.addLembar, async (ctx) => {
    adminOf(ctx.work);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.lembarDefinition();
  });
  handle(composer, callbacks.lembarExample, async (ctx) => {
    adminOf(ctx.work);
    await sendDefinition(ctx, shippedDefinition("lembar-contoh"), callbacks.lembarSettings());
  });
  handle(composer, callbacks.removeLembar, async (ctx, { lembarId }) => {
    await removeLembar(ctx.work, lembarId);
    await showLembarSettings(ctx);
  });
  handle(composer, callbacks.primero, showPrimero);
  handle(composer, callbacks.makePrimero, async (ctx) => {
    await orderOrAsk(ctx, texts, await beginExport(ctx.work, { kind: "primero" }, chatIdOf(ctx)));
  });
  handle(composer, callbacks.readPrimero, async (ctx) => {
    const own = await primeroMappingText(ctx.work);
    await sendDefinition(ctx, own ?? shippedDefinition("primero"), callbacks.primero());
  });
  handle(composer, callbacks.changePrimero, async (ctx) => {
    adminOf(ctx.work);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.primeroDefinition();
  });
  handle(composer, callbacks.shippedPrimero, async (ctx) => {
    await setPrimeroMapping(ctx.work, null);
    await showPrimero(ctx);
  });
  return composer;
}

/** Definitions as they are typed or pasted. */
export const definitionEntries: readonly Entry[] = [
  handleEntry(entries.lembarDefinition, {
    ask: async (ctx) => ({ text: ctx.say.html("lembar-ask"), cancel: callbacks.lembarSettings() }),
    take: typedOnly((ctx, text) => takeLembar(ctx, text)),
  }),
  handleEntry(entries.primeroDefinition, {
    ask: async (ctx) => ({ text: ctx.say.html("primero-ask"), cancel: callbacks.primero() }),
    take: typedOnly(async (ctx, text) => {
      const read = readPrimeroMapping(text);
      if (read.kind === "faults") return { kind: "again", explanation: faultText(ctx, read.faults) };
      await setPrimeroMapping(ctx.work, text);
      await sendNew(ctx, ctx.say.html("primero-kept", { count: read.definition.columns.length }), [
        [{ text: ctx.say.plain("button-primero"), data: callbacks.primero() }],
      ]);
      return { kind: "done" };
    }),
  }),
];

async function takeLembar(ctx: Ctx, text: string): Promise<EntryEnd> {
  const { say, work } = ctx;
  const read = readLembar(text);
  if (read.kind === "faults") return { kind: "again", explanation: faultText(ctx, read.faults) };
  const { name, fields } = read.definition;
  const isKept = await keepLembar(work, read.definition, text);
  const said = isKept
    ? say.html("lembar-kept", { name, count: fields.length })
    : say.html("lembar-too-many", { most: mostLembar });
  await sendNew(ctx, said, [[{ text: say.plain("button-lembar"), data: callbacks.lembarSettings() }]]);
  return { kind: "done" };
}

/** What is wrong in a definition, every fault by its name. */
function faultText({ say }: Ctx, faults: readonly DefinitionFault[]): string {
  const lines = faults.slice(0, mostNamed).map((fault) => `• ${faultLine(fault, say)}`);
  const more = faults.length - lines.length;
  return joinLines([
    say.html("definition-faults", { count: faults.length }),
    ...lines,
    more > 0 ? say.html("definition-faults-more", { count: more }) : undefined,
  ]);
}

function faultLine(fault: DefinitionFault, say: Wording): Html {
  switch (fault.kind) {
    case "unreadable":
      return say.html("definition-fault-unreadable", { line: fault.line });
    case "shape":
      return say.html("definition-fault-shape", { at: fault.at === "" ? "–" : fault.at });
    case "unknown-path":
      return say.html("definition-fault-unknown-path", { label: fault.label, path: fault.path });
    case "twice":
      return say.html("definition-fault-twice", { label: fault.label });
    case "too-long":
      return say.html("definition-fault-too-long");
  }
}

async function showLembarSettings(ctx: Ctx): Promise<void> {
  const { say, work } = ctx;
  adminOf(work);
  const own = await listLembar(work);
  const lines = own.map(({ name, lembar }) =>
    say.html("lembar-line", { name, count: lembar?.fields.length ?? 0 }),
  );
  await showPage(ctx, joinLines([say.html("lembar-page"), joinLines(lines)], "\n\n"), [
    [{ text: say.plain("button-lembar-example"), data: callbacks.lembarExample() }],
    [{ text: say.plain("button-lembar-add"), data: callbacks.addLembar() }],
    ...own.map(({ id, name }): Button[] => [
      {
        text: say.plain("button-drop", { what: clipped(name, 40) }),
        data: callbacks.removeLembar({ lembarId: id }),
      },
    ]),
    [{ text: say.plain("button-back"), data: callbacks.exports() }],
  ]);
}

async function showPrimero(ctx: Ctx): Promise<void> {
  const { say, work } = ctx;
  const own = await primeroMappingText(work);
  await showPage(
    ctx,
    joinLines([say.html("primero-page"), say.html(own === null ? "primero-shipped" : "primero-own")], "\n\n"),
    [
      [{ text: say.plain("button-primero-go"), data: callbacks.makePrimero() }],
      [
        { text: say.plain("button-primero-see"), data: callbacks.readPrimero() },
        { text: say.plain("button-primero-set"), data: callbacks.changePrimero() },
      ],
      ...(own === null
        ? []
        : [[{ text: say.plain("button-primero-back"), data: callbacks.shippedPrimero() }]]),
      [{ text: say.plain("button-back"), data: callbacks.exports() }],
    ],
  );
}

async function sendDefinition(ctx: Ctx, text: string, back: Button["data"]): Promise<void> {
  await sendNew(ctx, `<pre>${escapeHtml(text.trim())}</pre>`, [
    [{ text: ctx.say.plain("button-back"), data: back }],
  ]);
}
