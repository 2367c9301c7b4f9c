/** Ordering an export: a reason where it needs one, the yes of a second person, and who is told. */
import { Composer } from "grammy";
import { needOf } from "../../records/exports/choice.js";
import {
  cancelExport,
  decideExport,
  type ExportOrder,
  exportDays,
  orderExport,
  readExport,
} from "../../records/exports/exports.js";
import { adminsOf, deskBeside, type Reachable, reachableAmong } from "../../records/people/accounts.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Html, Locale, Texts } from "../../texts.js";
import { withReason } from "../case/reasonEntry.js";
import { readable } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { notify, recipientLocale } from "../telegram/notices.js";
import { dayText, joinLines, sendNew, showPage } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";
import { spanText } from "./recapPaper.js";

/** Decides on exports of names and of what was written of people. */
export function exportDecisionFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.openExport, (ctx, { exportId }) => showOrder(ctx, exportId));
  handle(composer, callbacks.agreeToExport, async (ctx, { exportId }) => {
    await tellOwner(ctx, texts, await decideExport(ctx.work, exportId, true), "agreed");
    await showOrder(ctx, exportId);
  });
  handle(composer, callbacks.declineExport, async (ctx, { exportId }) => {
    await tellOwner(ctx, texts, await decideExport(ctx.work, exportId, false), "declined");
    await showOrder(ctx, exportId);
  });
  handle(composer, callbacks.cancelExport, async (ctx, { exportId }) => {
    await cancelExport(ctx.work, exportId);
    await showOrder(ctx, exportId);
  });
  return composer;
}

/** What an admin types for an export. */
export function exportReasonEntries(texts: Texts): readonly Entry[] {
  return [
    handleEntry(entries.exportReason, {
      ask: async (ctx, { exportId }) => {
        const { choice } = await readExport(ctx.work, exportId);
        const cancel = choice.kind === "data" ? callbacks.exportDraft({ exportId }) : callbacks.exports();
        return { text: ctx.say.html(`export-reason-${needOf(choice)}`), cancel };
      },
      take: typedOnly((ctx, answer, { exportId }) =>
        withReason(ctx, answer, (reason) => order(ctx, texts, exportId, reason)),
      ),
    }),
  ];
}

/** Orders a draft, or asks for the reason first that it needs. */
export async function orderOrAsk(ctx: Ctx, texts: Texts, exportId: string): Promise<void> {
  const { choice } = await readExport(ctx.work, exportId);
  if (needOf(choice) === "nothing") return order(ctx, texts, exportId, null);
  await ctx.answerCallbackQuery();
  ctx.onward = entries.exportReason({ exportId });
}

async function order(ctx: Ctx, texts: Texts, exportId: string, reason: string | null): Promise<void> {
  const { say, work } = ctx;
  const ordered = await orderExport(work, exportId, reason);
  const { choice } = await readExport(work, exportId);
  const { memberId, organizationId } = actorOf(work);
  const back = [[{ text: say.plain("button-exports"), data: callbacks.exports() }]];
  const name = await nameOf(work, memberId);
  if (ordered.kind === "nobody") return sendNew(ctx, say.html("export-nobody"), back);
  if (ordered.kind === "asked") {
    for (const to of await deskBeside(work)) {
      notify(work, texts, chatOf(to), "notice-export-asked", [{ name }], seeExport(texts, exportId));
    }
    return sendNew(ctx, say.html("export-asked", { days: exportDays }), back);
  }
  if (reason !== null) {
    const others = (await adminsOf(work, organizationId)).filter(
      ({ accountId }) => accountId !== actorOf(work).accountId,
    );
    for (const to of others) {
      const what = texts.plain(recipientLocale(to.locale), `export-kind-${choice.kind}`);
      notify(work, texts, chatOf(to), "notice-export-named", [{ name, what }]);
    }
  }
  await sendNew(ctx, say.html("export-ordered"), back);
}

async function tellOwner(
  ctx: Ctx,
  texts: Texts,
  { id, memberId }: ExportOrder,
  what: "agreed" | "declined",
): Promise<void> {
  const { work } = ctx;
  const name = await nameOf(work, actorOf(work).memberId);
  for (const to of await reachableAmong(work, [memberId])) {
    notify(work, texts, chatOf(to), `notice-export-${what}`, [{ name }], seeExport(texts, id));
  }
}

async function showOrder(ctx: Ctx, exportId: string): Promise<void> {
  const { say, work } = ctx;
  const found = await readExport(work, exportId);
  const { memberId, reason, askedAt, status, isOver, mayDecide, isOwn } = found;
  const standing = isOver ? "over" : status;
  const text = joinLines(
    [
      say.html("export-order-title", {
        name: await nameOf(work, memberId),
        at: askedAt === null ? "–" : dayText(ctx, askedAt),
      }),
      joinLines(contentLines(found, say)),
      reason === null ? undefined : say.html("export-order-reason", { reason: readable(reason, say) }),
      say.html(`export-was-${standing}`),
    ],
    "\n\n",
  );
  const rows: Button[][] = [];
  if (mayDecide) {
    rows.push([
      { text: say.plain("button-export-yes"), data: callbacks.agreeToExport({ exportId }) },
      { text: say.plain("button-export-no"), data: callbacks.declineExport({ exportId }) },
    ]);
  }
  if (isOwn && status === "asked") {
    rows.push([{ text: say.plain("button-export-cancel"), data: callbacks.cancelExport({ exportId }) }]);
  }
  rows.push([{ text: say.plain("button-menu"), data: callbacks.menuHere() }]);
  await showPage(ctx, text, rows);
}

/** What an export holds, line by line. */
function contentLines({ choice }: ExportOrder, say: Wording): Html[] {
  const kind = say.html("export-order-kind", { kind: say.plain(`export-kind-${choice.kind}`) });
  switch (choice.kind) {
    case "data": {
      const sheets = Object.entries(choice.sheets).map(([subject, keys]) =>
        say.html("export-order-sheet", {
          subject: say.plain(`export-subject-${subject as "cases"}`),
          count: keys.length,
        }),
      );
      return [kind, say.html(choice.named ? "export-with-names" : "export-with-pseudonyms"), ...sheets];
    }
    case "primero":
      return [kind, say.html("export-with-names")];
    case "recap":
    case "accreditation":
      return [kind, say.html("export-order-period", { period: spanText(choice, say) })];
  }
}

function seeExport(texts: Texts, exportId: string) {
  return (locale: Locale): Button[][] => [
    [{ text: texts.plain(locale, "button-export-see"), data: callbacks.openExport({ exportId }) }],
  ];
}

function chatOf({ accountId, locale }: Reachable) {
  return { chatId: accountId, locale };
}
