import { type FileKind, type FileStatus, readAttachment } from "../../records/case/attachments.js";
import type { Work } from "../../records/people/work.js";
import { queueUpload } from "./outbox.js";

/** The call that shows each kind of file as what it was sent as, and what it is called where it came without a name. */
const calls: Readonly<Record<FileKind, { readonly method: string; readonly name: string }>> = {
  photo: { method: "sendPhoto", name: "photo.jpg" },
  voice: { method: "sendVoice", name: "voice.ogg" },
  document: { method: "sendDocument", name: "document" },
};

/**
 * Sends a kept file to a chat, to be looked at and not passed on. Only its id goes into the outbox: the sender opens the
 * sealed copy. The acting member must have the right to read its case, and that they read it is audited. Returns where
 * the file stands; it goes out where it is `stored`. Throws `NotAllowed`.
 */
export async function sendStoredFile(
  work: Work,
  chatId: number,
  attachmentId: string,
): Promise<{ readonly kind: FileKind; readonly status: FileStatus }> {
  const { kind, name, status } = await readAttachment(work, attachmentId);
  const call = calls[kind];
  if (status === "stored") {
    queueUpload(work, call.method, { chatId, field: kind, attachmentId, name: name ?? call.name });
  }
  return { kind, status };
}
