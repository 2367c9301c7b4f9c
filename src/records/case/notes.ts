import { dataStanding } from "../../practice/dataGround.js";
import { DataOnHold } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { Unreadable } from "../storage/seal.js";
import { type AnnouncedFile, keepFile, notePath } from "./attachments.js";
import { caseFor } from "./case.js";
import { startRound } from "./change.js";

/** What a note says beside its files. */
export type NoteContent = {
  /** Words that were written, or the caption of a file. */
  readonly words: string | null;
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
};

/** What is kept as a note. */
export type NewNote = NoteContent & { readonly sentAt: Date; readonly files: readonly AnnouncedFile[] };

/**
 * Stores a note outside of the forms in a case that the acting member may write, even in a closed one. Returns the
 * code of the case and the id of the note. Throws `NotAllowed`, and `DataOnHold` where no legal ground allows to keep
 * more of the client's data.
 */
export async function keepNote(
  work: Work,
  caseId: string,
  { words, place, sentAt, files }: NewNote,
): Promise<{ readonly code: string; readonly noteId: string }> {
  const subject = await caseFor(work, caseId, "write");
  if (dataStanding(subject.facts).kind === "missing") throw new DataOnHold();
  // The case is not empty any more, so its first form is started; an empty case could be discarded.
  const roundId = subject.rounds.at(-1)?.id ?? (await startRound(work, subject, "approach"));
  const id = work.newId();
  const content: NoteContent = { words, place };
  const tx = await work.tx();
  await tx.caseNote.create({
    data: {
      id,
      caseId,
      memberId: actorOf(work).memberId,
      content: work.sealer.seal(JSON.stringify(content), noteCell(id)),
      sentAt,
      createdAt: work.now,
    },
  });
  for (const file of files) await keepFile(work, { id: roundId }, notePath(id), file);
  const detail = { files: files.length };
  work.audit.push({ action: "note.kept", subject: "case", subjectId: caseId, detail });
  return { code: subject.case.code, noteId: id };
}

/** The content of a note. If it cannot be decrypted, that is shown in its place. */
export function noteContentOf(
  work: Work,
  { id, content }: { readonly id: string; readonly content: string },
): NoteContent | Unreadable {
  const json = work.sealer.read(content, noteCell(id));
  return typeof json === "string" ? (JSON.parse(json) as NoteContent) : json;
}

/** Where the content of a note is sealed. */
export function noteCell(id: string) {
  return { table: "CaseNote", column: "content", row: id };
}
