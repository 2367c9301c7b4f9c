import { dataStanding } from "../../practice/dataGround.js";
import { Conflict, DataOnHold, NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { notePath } from "./attachments.js";
import { type Case, caseFor } from "./case.js";
import { startRound } from "./change.js";
import { type NoteContent, noteCell } from "./notes.js";
import { storedPath, storedPaths } from "./storedPaths.js";

/** How long (ms) after it was filed a note may be taken back: a slip is seen within a day. */
const mayBeTakenBack = 86_400_000;

/** A note that the acting member filed, with the case it is in. */
export type OwnNote = {
  readonly id: string;
  readonly subject: Case;
  readonly content: NoteContent;
  readonly sentAt: Date;
  /** It was filed less than a day ago. */
  readonly isFresh: boolean;
};

/**
 * A note of the acting member, who may still write in its case. Throws `NotAllowed`, also where it is somebody else's,
 * was taken back, or is none.
 */
export async function ownNote(work: Work, noteId: string): Promise<OwnNote> {
  const { memberId } = actorOf(work);
  const tx = await work.tx();
  const row = await tx.caseNote.findUnique({ where: { id: noteId } });
  if (row === null || row.memberId !== memberId || row.withdrawnAt !== null) throw new NotAllowed();
  return {
    id: noteId,
    subject: await caseFor(work, row.caseId, "write"),
    content: JSON.parse(work.sealer.open(row.content, noteCell(noteId))) as NoteContent,
    sentAt: row.sentAt,
    isFresh: work.now.getTime() - row.createdAt.getTime() < mayBeTakenBack,
  };
}

/**
 * Moves a note with its files to another case, in which the acting member may write too. The history of both says so.
 * Returns their codes. Throws what `ownNote` throws, `Conflict` where it is there already, and `DataOnHold` where no
 * legal ground allows to keep more data there.
 */
export async function moveNote(
  work: Work,
  noteId: string,
  toId: string,
): Promise<{ readonly from: string; readonly to: string }> {
  const { subject: from } = await ownNote(work, noteId);
  const to = await caseFor(work, toId, "write");
  if (from.case.id === to.case.id) throw new Conflict("the note is in this case");
  if (dataStanding(to.facts).kind === "missing") throw new DataOnHold();
  const roundId = to.rounds.at(-1)?.id ?? (await startRound(work, to, "approach"));
  const tx = await work.tx();
  const { count } = await tx.caseNote.updateMany({
    where: { id: noteId, caseId: from.case.id, withdrawnAt: null },
    data: { caseId: toId },
  });
  if (count === 0) throw new Conflict("the note was moved or taken back meanwhile");
  const path = notePath(noteId);
  await tx.attachment.updateMany({
    where: { path: { in: roundsOf(from).flatMap((id) => storedPaths(work.sealer, id, path)) } },
    data: { roundId, path: storedPath(work.sealer, roundId, path) },
  });
  const { code: fromCode, id: fromId } = from.case;
  const { code: toCode } = to.case;
  work.audit.push(
    { action: "note.moved-out", subject: "case", subjectId: fromId, detail: { noteId, code: toCode } },
    { action: "note.moved-in", subject: "case", subjectId: toId, detail: { noteId, code: fromCode } },
  );
  return { from: fromCode, to: toCode };
}

/**
 * Takes a note back that was filed less than a day ago: nobody sees it any more, and the history says that there was one.
 * Returns the code of its case. Throws what `ownNote` throws, and `Conflict` where it is too late.
 */
export async function takeNoteBack(
  work: Work,
  noteId: string,
): Promise<{ readonly code: string; readonly caseId: string }> {
  const { subject, isFresh } = await ownNote(work, noteId);
  if (!isFresh) throw new Conflict("a note of days ago stays");
  const { id: caseId, code } = subject.case;
  const tx = await work.tx();
  const { count } = await tx.caseNote.updateMany({
    where: { id: noteId, caseId, withdrawnAt: null },
    data: { withdrawnAt: work.now },
  });
  if (count === 0) throw new Conflict("the note was moved or taken back meanwhile");
  work.audit.push({ action: "note.taken-back", subject: "case", subjectId: caseId, detail: { noteId } });
  return { code, caseId };
}

/** Writes the words of a note anew. Throws what `ownNote` throws. */
export async function rewriteNote(work: Work, noteId: string, words: string): Promise<void> {
  const { subject, content } = await ownNote(work, noteId);
  const json = JSON.stringify({ ...content, words } satisfies NoteContent);
  const tx = await work.tx();
  await tx.caseNote.update({
    where: { id: noteId },
    data: { content: work.sealer.seal(json, noteCell(noteId)) },
  });
  work.audit.push({
    action: "note.rewritten",
    subject: "case",
    subjectId: subject.case.id,
    detail: { noteId },
  });
}

function roundsOf({ rounds, discarded }: Case): string[] {
  return [...rounds, ...discarded].map(({ id }) => id);
}
