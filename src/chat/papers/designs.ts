import { Composer } from "grammy";
import { dateIn } from "../../practice/calendar.js";
import {
  formatsOf,
  largestDesign,
  type TemplatedKind,
  type TemplateFormat,
  templatedKinds,
} from "../../practice/paperTemplates.js";
import {
  currentDesigns,
  type DesignVersion,
  declineDesign,
  designVersion,
  designVersions,
  sendDesign,
  showDesign as showAgain,
  useDesign,
  useShipped,
} from "../../records/papers/designs.js";
import { letterheadOf } from "../../records/papers/papers.js";
import { Conflict } from "../../records/people/actor.js";
import { adminOf } from "../../records/people/members.js";
import { dayOf } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { queueFile } from "../telegram/outbox.js";
import { joinLines, sendNew, showPage } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";
import { kitOf } from "./designKit.js";

/** Versions that stand on the screen of a paper, the newest. */
const listed = 8;

/** The templates an institution gives its papers: sent, tried, used, gone back to. For the admin. */
export function designsFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.designs, showDesigns);
  handle(composer, callbacks.design, (ctx, { kind }) => showDesign(ctx, kind));
  handle(composer, callbacks.sendDesign, async (ctx, { kind }) => {
    adminOf(ctx.work);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.designFile({ kind });
  });
  handle(composer, callbacks.designKit, async (ctx, { kind }) => {
    const { say, work } = ctx;
    adminOf(work);
    await ctx.answerCallbackQuery();
    for (const { name, bytes, about } of kitOf(say, kind, await letterheadOf(work))) {
      queueFile(work, {
        chatId: chatIdOf(ctx),
        method: "sendDocument",
        bytes,
        name,
        caption: say.html(`design-kit-${about}`),
      });
    }
  });
  handle(composer, callbacks.shippedDesign, async (ctx, { kind }) => {
    await useShipped(ctx.work, kind);
    await showDesign(ctx, kind);
  });

  handle(composer, callbacks.designVersion, async (ctx, { designId }) => {
    const version = await designVersion(ctx.work, designId);
    await showPage(ctx, versionLine(ctx, version), [
      [{ text: ctx.say.plain("button-design-show"), data: callbacks.showDesign({ designId }) }],
      ...(version.isCurrent
        ? []
        : [[{ text: ctx.say.plain("button-design-use"), data: callbacks.useDesign({ designId }) }]]),
      [{ text: ctx.say.plain("button-back"), data: callbacks.design({ kind: paperKindOf(version) }) }],
    ]);
  });
  handle(composer, callbacks.showDesign, async (ctx, { designId }) => {
    await showAgain(ctx.work, designId);
    await ctx.answerCallbackQuery(ctx.say.plain("design-showing"));
  });
  handle(composer, callbacks.useDesign, async (ctx, { designId }) => {
    await useDesign(ctx.work, designId);
    const version = await designVersion(ctx.work, designId);
    await answerBelow(ctx, paperKindOf(version), ctx.say.html("design-used", namesOf(ctx.say, version)));
  });
  handle(composer, callbacks.declineDesign, async (ctx, { designId }) => {
    const kind = await declineDesign(ctx.work, designId);
    if (kind === "logo") throw new Conflict("a logo is kept at once");
    await answerBelow(ctx, kind, ctx.say.html("design-declined"));
  });
  return composer;
}

async function showDesigns(ctx: Ctx): Promise<void> {
  const { say } = ctx;
  const current = await currentDesigns(ctx.work);
  await showPage(ctx, say.html("designs-title"), [
    ...templatedKinds.map((kind): Button[] => {
      const version = current.get(kind);
      const paper = say.plain(`paper-${kind}`);
      const text =
        version === undefined ? paper : say.plain("button-design-own", { paper, version: version.version });
      return [{ text, data: callbacks.design({ kind }) }];
    }),
    [{ text: say.plain("button-back"), data: callbacks.letters() }],
  ]);
}

/** How a paper is made now, and what it could be made with. */
async function showDesign(ctx: Ctx, kind: TemplatedKind, lead?: string): Promise<void> {
  const { say } = ctx;
  const versions = await designVersions(ctx.work, kind);
  const current = versions.find(({ isCurrent }) => isCurrent);
  const paper = say.plain(`paper-${kind}`);
  const text = joinLines(
    [
      lead,
      say.html("design-title", { paper }),
      current === undefined ? say.html("design-shipped") : versionLine(ctx, current),
      say.html("design-formats", {
        formats: formatsOf(kind)
          .map((one) => say.plain(`design-format-${one}`))
          .join(", "),
      }),
    ],
    "\n\n",
  );
  const rows: Button[][] = [
    [{ text: say.plain("button-design-send"), data: callbacks.sendDesign({ kind }) }],
    [{ text: say.plain("button-design-kit"), data: callbacks.designKit({ kind }) }],
    ...versions.slice(0, listed).map((one): Button[] => [
      {
        text: say.plain(one.isCurrent ? "button-design-current" : "button-design-version", {
          version: one.version,
          day: dayTextOf(ctx, one),
        }),
        data: callbacks.designVersion({ designId: one.id }),
      },
    ]),
    ...(current === undefined
      ? []
      : [[{ text: say.plain("button-design-shipped"), data: callbacks.shippedDesign({ kind }) }]]),
    [{ text: say.plain("button-back"), data: callbacks.designs() }],
  ];
  await (lead === undefined ? showPage : sendNew)(ctx, text, rows);
}

/** Below a picture stands no new screen: its buttons go, and the screen follows. */
async function answerBelow(ctx: Ctx, kind: TemplatedKind, lead: string): Promise<void> {
  await ctx.answerCallbackQuery();
  await ctx.editMessageReplyMarkup();
  await showDesign(ctx, kind, lead);
}

function versionLine(ctx: Ctx, version: DesignVersion): string {
  const { say } = ctx;
  const { format, isCurrent, failedAt } = version;
  return joinLines([
    say.html(isCurrent ? "design-current" : "design-version", {
      ...namesOf(say, version),
      format: say.plain(`design-format-${format === "docx" ? "docx" : "typ"}`),
      day: dayTextOf(ctx, version),
    }),
    failedAt === null ? undefined : say.html("design-has-failed"),
  ]);
}

function namesOf(say: Wording, version: DesignVersion) {
  return { paper: say.plain(`paper-${paperKindOf(version)}`), version: version.version };
}

function dayTextOf({ say, work }: Ctx, { addedAt }: DesignVersion): string {
  return dayOf(dateIn(adminOf(work).zone, addedAt), say);
}

function paperKindOf({ kind }: DesignVersion): TemplatedKind {
  if (kind === "logo") throw new Conflict("a logo has no versions");
  return kind;
}

/** The template an admin sends. */
export const designEntries: readonly Entry[] = [
  handleEntry(entries.designFile, {
    ask: async (ctx, { kind }) => ({
      text: ctx.say.html(formatsOf(kind).includes("docx") ? "design-ask-docx" : "design-ask", {
        paper: ctx.say.plain(`paper-${kind}`),
      }),
      cancel: callbacks.design({ kind }),
    }),
    take: async (ctx) => ({ kind: "again", explanation: ctx.say.html("design-want-file") }),
    anyType: true,
    takeFile: async (ctx, file, { kind }) => {
      const { say, work } = ctx;
      const format = formatOf(file.name ?? "");
      if (format === undefined || !formatsOf(kind).includes(format)) {
        const formats = formatsOf(kind).map((one) => `.${one}`);
        return {
          kind: "again",
          explanation: say.html("design-wrong-format", { formats: formats.join(" / ") }),
        };
      }
      if ((file.size ?? 0) > largestDesign[format])
        return {
          kind: "again",
          explanation: say.html("design-too-large", { size: largestDesign[format] / 1024 }),
        };
      await sendDesign(work, { kind, format, fileId: file.fileId });
      await ctx.reply(say.html("design-coming"));
      return { kind: "done" };
    },
  }),
];

function formatOf(name: string): TemplateFormat | undefined {
  if (/\.typ$/i.test(name)) return "typ";
  return /\.docx$/i.test(name) ? "docx" : undefined;
}
