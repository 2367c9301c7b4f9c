import type { AttachmentRef } from "../practice/form.js";
import { actorOf } from "./rights.js";
import type { OpenRound } from "./rounds.js";
import type { Work } from "./work.js";

/** A file Telegram announced, before its bytes are here. */
export type AnnouncedFile = {
  readonly kind: "photo" | "voice" | "document";
  readonly fileId: string;
  readonly mime: string | null;
  readonly size: number | null;
  readonly name: string | null;
  readonly caption: string | null;
};

/**
 * Notes a file that belongs to an answer; its bytes are fetched in the background and kept sealed. Returns what the
 * answer holds. The round was opened by the acting member, so the right to write it is known.
 */
export async function keepFile(
  work: Work,
  round: OpenRound,
  path: string,
  file: AnnouncedFile,
): Promise<AttachmentRef> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const id = work.newId();
  const seal = (column: string, text: string | null) =>
    text === null ? null : work.sealer.seal(text, { table: "Attachment", column, row: id });
  await tx.attachment.create({
    data: {
      id,
      organizationId: actor.organizationId,
      roundId: round.id,
      path,
      kind: file.kind,
      fileId: seal("fileId", file.fileId) ?? "",
      mime: file.mime,
      size: file.size,
      caption: seal("caption", file.caption),
      fileName: seal("fileName", file.name),
      notBefore: work.now,
      memberId: actor.memberId,
      createdAt: work.now,
    },
  });
  work.audit.push({
    action: "attachment.announced",
    subject: "attachment",
    subjectId: id,
    detail: { kind: file.kind },
  });
  return { kind: file.kind, attachmentId: id };
}
