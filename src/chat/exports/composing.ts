import { strToU8 } from "fflate";
import { type Paper, paperJson, templateOf } from "../../documents/paper.js";
import type { TableJob } from "../../documents/spreadsheet.js";
import { dateIn } from "../../practice/calendar.js";
import { accreditationOf } from "../../practice/exports/accreditation.js";
import { recapOf } from "../../practice/exports/recap.js";
import type { ExportChoice } from "../../records/exports/choice.js";
import { type EndedExport, waitingExport } from "../../records/exports/exports.js";
import { recordedCases, staffFacts } from "../../records/exports/recorded.js";
import { recapSettings } from "../../records/exports/settings.js";
import { letterheadOf, type SetContent } from "../../records/papers/papers.js";
import { localeOfAccount } from "../../records/people/accounts.js";
import { memberNames } from "../../records/people/members.js";
import { actAs } from "../../records/people/memberships.js";
import { actorOf } from "../../records/people/rights.js";
import type { Work } from "../../records/people/work.js";
import type { Texts } from "../../texts.js";
import { paperFrame } from "../papers/frame.js";
import { momentOf, stayText } from "../telegram/answerText.js";
import { notify, recipientLocale } from "../telegram/notices.js";
import { queueUpload } from "../telegram/outbox.js";
import { joinLines } from "../telegram/screen.js";
import { type Wording, wordingOf } from "../telegram/wording.js";
import { accreditationPaper, accreditationSheets } from "./accreditationPaper.js";
import { dataSheets } from "./dataSheets.js";
import { fieldWording, pseudonyms, realNames } from "./fieldWords.js";
import { mappingOf, primeroFile } from "./primeroFile.js";
import { recapPaper, recapSheets } from "./recapPaper.js";

/** What an export is made of: sheets, a paper to be set, or a file as it is. */
export type ExportContent =
  | (TableJob & { readonly kind: "sheets" })
  | { readonly kind: "paper"; readonly paper: SetContent }
  | { readonly kind: "text"; readonly text: string };

/**
 * Reads the record for an export that waits, as who asked for it. Undefined where it does not wait any more, or where they
 * are no admin any more.
 */
export async function composeExport(
  work: Work,
  texts: Texts,
  id: string,
): Promise<ExportContent | undefined> {
  const order = await waitingExport(work, id);
  if (order === undefined) return undefined;
  const actor = await actAs(work, order.memberId);
  if (actor?.roles.includes("admin") !== true) return undefined;
  const say = wordingOf(texts, recipientLocale(await localeOfAccount(work, actor.accountId)));
  return contentOf(work, say, order.choice);
}

async function contentOf(work: Work, say: Wording, choice: ExportChoice): Promise<ExportContent> {
  const { memberId, zone } = actorOf(work);
  const cases = await recordedCases(work);
  const { records, leftOut } = cases;
  const maker = (await memberNames(work, [memberId])).get(memberId) ?? "";
  const made = say.plain("export-made", { name: maker, when: momentOf(work.now, zone, say) });
  const call = "named" in choice && choice.named ? await realNames(work, records) : await pseudonyms(work);
  const moment = { today: dateIn(zone, work.now), zone };
  switch (choice.kind) {
    case "data": {
      const sheets = await dataSheets(cases, choice, moment, fieldWording(work, say, call), made);
      return { kind: "sheets", format: choice.format, sheets };
    }
    case "primero": {
      const named = fieldWording(work, say, await realNames(work, records));
      return { kind: "text", text: primeroFile(records, await mappingOf(work), named, work.now) };
    }
    case "recap": {
      const { count, masked } = choice;
      const recap = recapOf(records, await recapSettings(work), { period: choice, count, zone, masked });
      const told = { recap, choice, leftOut, made };
      if (choice.format === "xlsx") return { kind: "sheets", format: "xlsx", sheets: recapSheets(told, say) };
      return paperContent(work, recapPaper(told, say, paperFrame({ work, say }, await letterheadOf(work))));
    }
    case "accreditation": {
      const staff = await staffFacts(work, choice);
      const names = await memberNames(work, choice.named ? staff.map((one) => one.memberId) : []);
      const told = {
        view: accreditationOf(records, choice, zone),
        staff,
        call: (id: string) => names.get(id) ?? call("member", id),
        choice,
        leftOut,
        made,
      };
      if (choice.format === "xlsx")
        return { kind: "sheets", format: "xlsx", sheets: accreditationSheets(told, say) };
      return paperContent(
        work,
        accreditationPaper(told, say, paperFrame({ work, say }, await letterheadOf(work))),
      );
    }
  }
}

function paperContent(work: Work, paper: Paper): ExportContent {
  const data = paperJson(paper);
  return { kind: "paper", paper: { template: templateOf(paper.kind), data, at: work.now.toISOString() } };
}

/** The bytes of an export that needs no typesetting: tables as `write` makes a file of them, or text. */
export async function exportBytes(
  content: Exclude<ExportContent, { kind: "paper" }>,
  write: (tables: TableJob) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  if (content.kind === "text") return strToU8(content.text);
  const { sheets, format } = content;
  return write({ sheets, format });
}

/** Sends an export that was made, or tells that it could not be made. */
export async function sendExport(
  work: Work,
  texts: Texts,
  { id, choice, memberId, chatId, organizationId }: EndedExport,
  outcome: "made" | "refused",
): Promise<void> {
  const actor = await actAs(work, memberId);
  const locale = actor === undefined ? null : await localeOfAccount(work, actor.accountId);
  const say = wordingOf(texts, recipientLocale(locale));
  const name = say.plain(`export-kind-${choice.kind}`);
  if (outcome === "refused") {
    const reference = id.slice(0, 6);
    notify(work, texts, { chatId, locale, organizationId }, "export-refused", [{ name, reference }]);
    return;
  }
  // The role may have gone while the file was made.
  if (actor?.roles.includes("admin") !== true) return;
  const ending = choice.kind === "primero" ? "csv" : choice.format === "csv" ? "zip" : choice.format;
  const { filesStay: stays } = actor.rules;
  queueUpload(work, "sendDocument", {
    chatId,
    field: "document",
    attachmentId: id,
    name: `${dateIn(actor.zone, work.now)} ${name}.${ending}`,
    stays,
    // It is of no use to anybody who cannot save it.
    isProtected: false,
    caption: joinLines([
      say.html("export-caption", { name }),
      say.html("export-keep"),
      say.html("shown-stays", { stay: stayText(stays, say) }),
    ]),
  });
}
