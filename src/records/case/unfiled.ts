import { Conflict } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { AnnouncedFile } from "./attachments.js";
import { keepNote, type NoteContent } from "./notes.js";

/** What was sent outside of any question: words, a place or one file. */
export type UnfiledContent = NoteContent & { readonly file: AnnouncedFile | null };

/** What waits under one id for its case: one message, or an album. */
export type Unfiled = {
  /** Telegram's id of the (first) message, to reply to. */
  readonly messageId: number;
  readonly contents: readonly UnfiledContent[];
  readonly sentAt: Date;
};

/** As it is stored: sealed, and deleted once it is filed or dropped. */
type Kept = UnfiledContent & { readonly messageId: number };

/**
 * Keeps something aside until its sender says to which case it belongs. Nothing of a case changes. Returns its id.
 */
export async function layBy(
  work: Work,
  { sentAt, messageId, ...content }: UnfiledContent & { readonly sentAt: Date; readonly messageId: number },
): Promise<string> {
  const { memberId } = actorOf(work);
  const tx = await work.tx();
  const id = work.newId();
  const kept: Kept = { ...content, messageId };
  await tx.unfiled.create({
    data: {
      id,
      memberId,
      albumId: content.file?.albumId ?? null,
      content: work.sealer.seal(JSON.stringify(kept), placeOf(id)),
      sentAt,
      createdAt: work.now,
    },
  });
  return id;
}

/** Whether an album of the acting member is kept aside. */
export async function isLaidBy(work: Work, albumId: string): Promise<boolean> {
  const tx = await work.tx();
  return (await tx.unfiled.count({ where: { memberId: actorOf(work).memberId, albumId } })) > 0;
}

/** What waits under an id, the rest of its album with it. Throws `Conflict` where it is filed, dropped or too old. */
export async function unfiledOf(work: Work, id: string): Promise<Unfiled> {
  const rows = await rowsOf(work, id);
  const kept = rows.map((row) => JSON.parse(work.sealer.open(row.content, placeOf(row.id))) as Kept);
  const [first] = kept;
  const sentAt = rows[0]?.sentAt;
  if (first === undefined || sentAt === undefined) throw new Conflict("nothing waits under this id");
  return { messageId: first.messageId, contents: kept, sentAt };
}

/** Keeps it as a note of a case. Throws what `unfiledOf` and `keepNote` throw. */
export async function fileInto(
  work: Work,
  id: string,
  caseId: string,
): Promise<Unfiled & { readonly code: string; readonly noteId: string }> {
  const waiting = await unfiledOf(work, id);
  const { contents, sentAt } = waiting;
  const captions = contents.flatMap(({ words }) => words ?? []);
  const { code, noteId } = await keepNote(work, caseId, {
    words: captions.length === 0 ? null : captions.join("\n"),
    place: contents.find(({ place }) => place !== null)?.place ?? null,
    files: contents.flatMap(({ file }) => file ?? []),
    sentAt,
  });
  await drop(work, id);
  return { ...waiting, code, noteId };
}

/** Deletes it. Throws `Conflict` where it is gone already. */
export async function drop(work: Work, id: string): Promise<void> {
  const rows = await rowsOf(work, id);
  if (rows.length === 0) throw new Conflict("nothing waits under this id");
  const tx = await work.tx();
  await tx.unfiled.deleteMany({ where: { id: { in: rows.map((row) => row.id) } } });
}

/** The rows of an id in the order they were sent; none where it is gone or somebody else's. */
async function rowsOf(work: Work, id: string) {
  const { memberId } = actorOf(work);
  const tx = await work.tx();
  const row = await tx.unfiled.findFirst({ where: { id, memberId } });
  if (row === null) return [];
  if (row.albumId === null) return [row];
  return tx.unfiled.findMany({
    where: { memberId, albumId: row.albumId },
    orderBy: [{ sentAt: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });
}

function placeOf(id: string) {
  return { table: "Unfiled", column: "content", row: id };
}
