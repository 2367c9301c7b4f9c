import { form } from "../../practice/forms/catalogue.js";
import { locate } from "../../practice/walk.js";
import {
  type FileKind,
  type FileStatus,
  isOfNote,
  type ReadAttachment,
  readAttachment,
} from "../../records/case/attachments.js";
import { actorOf } from "../../records/people/rights.js";
import { escapeHtml } from "../../texts.js";
import { stayText } from "./answerText.js";
import type { Ctx } from "./context.js";
import { splitHtml, textLimits } from "./fit.js";
import { queueUpload } from "./outbox.js";
import { joinLines } from "./screen.js";
import type { Wording } from "./wording.js";

/** The call that sends each kind of file, and its name where it came without one. */
const calls: Readonly<Record<FileKind, { readonly method: string; readonly name: string }>> = {
  photo: { method: "sendPhoto", name: "photo.jpg" },
  voice: { method: "sendVoice", name: "voice.ogg" },
  document: { method: "sendDocument", name: "document" },
};

/**
 * Sends a stored file to a chat, protected against forwarding unless it is handed over to the client. Only its id goes
 * into the outbox; the sender decrypts it. The acting member must have the right to read its case, and the reading is
 * audited. Returns the status of the file: it is sent only where that is `stored`. Throws `NotAllowed`.
 */
export async function sendStoredFile(
  { say, work }: Pick<Ctx, "say" | "work">,
  chatId: number,
  attachmentId: string,
  isProtected = true,
): Promise<FileStatus> {
  const file = await readAttachment(work, attachmentId);
  if (file.status !== "stored") return file.status;
  const call = calls[file.kind];
  const stays = actorOf(work).rules.filesStay;
  queueUpload(work, call.method, {
    chatId,
    field: file.kind,
    attachmentId,
    name: file.name ?? call.name,
    stays,
    isProtected,
    caption: captionOf(file, stays, say),
  });
  return file.status;
}

/** What the file is and how long it stays; where the sender's own words fill the caption, those alone, whole. */
function captionOf(file: ReadAttachment, stays: number, say: Wording): string {
  const words = file.caption === null ? undefined : escapeHtml(file.caption);
  const caption = joinLines([
    say.html("shown-file", { what: fileLabel(file, say), code: file.code }),
    words,
    say.html("shown-stays", { stay: stayText(stays, say) }),
  ]);
  return words === undefined || splitHtml(caption, textLimits.caption).length === 1 ? caption : words;
}

/** A file by what it is, as the button that opens it says: "📷 Foto kontrak". */
export function fileFace(file: Pick<ReadAttachment, "kind" | "form" | "path">, say: Wording): string {
  return say.plain(`button-see-${file.kind}`, { what: fileLabel(file, say) });
}

/** What a file is: the question it answers, a note, or the receipt of a handover. */
function fileLabel({ form: of, path }: Pick<ReadAttachment, "form" | "path">, say: Wording): string {
  if (isOfNote(path)) return say.plain("file-note");
  const place = locate(form(of.id, of.version), path);
  if (place?.kind !== "ask") return say.plain("file-receipt");
  return say.form.label(of.id, place.question.key, place.item?.group.key);
}
