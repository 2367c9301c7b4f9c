import { setImmediate } from "node:timers/promises";
import type { Work } from "../people/work.js";
import type { Tx } from "../storage/tx.js";
import { answersMime, documentCell, nameOfDocument, removedFields, segmentCell } from "./documentRow.js";

/** Whom to tell what became of a document, and its name. */
export type ReadDocument = {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  readonly accountId: number;
  readonly locale: string | null;
  /** Their message that tells how far it has come. */
  readonly messageId: number | null;
};

/** The words of a document as they are kept, written as whoever read them wants them back. */
export type KeptWords = {
  /** Runs of passages, and what they are found by. */
  readonly segments: readonly { readonly words: string; readonly terms: Uint8Array }[];
  readonly contents: string;
  readonly passages: number;
  /** By what the words were read into terms. */
  readonly readAs: string;
};

/** The same of a file that was read: how many pages it has, and how many of them were pictures. */
export type KeptDocument = KeptWords & { readonly pages: number | null; readonly scannedPages: number };

/** Runs that are written at once. */
const written = 4;
/**
 * How long (ms) a document is left that was read anew. Two versions of the bot beside each other, as while one is replaced,
 * would otherwise read it for each other without an end.
 */
const rests = 10 * 60_000;

/**
 * Keeps the words of a fetched document, in place of an older one of the same name. Undefined where the document was
 * removed meanwhile. For a unit of work without an update.
 */
export async function keepDocument(
  work: Work,
  id: string,
  file: KeptDocument,
): Promise<ReadDocument | undefined> {
  return settle(work, id, async (tx, { name, organizationId }) => {
    const others = await tx.guidanceDocument.findMany({
      where: { organizationId, status: "ready", removedAt: null },
      select: { id: true, name: true, mime: true },
    });
    for (const other of others) {
      // Not part of the query: in SQL a null type would count as equal.
      if (other.mime === answersMime) continue;
      if (nameOfDocument(work, other) !== name) continue;
      await tx.guidanceDocument.update({ where: { id: other.id }, data: removedFields(work.now) });
      await tx.guidanceSegment.deleteMany({ where: { documentId: other.id } });
    }
    await writeWords(work, tx, id, file);
    const { pages, scannedPages } = file;
    await tx.guidanceDocument.update({
      where: { id },
      data: { status: "ready", fileId: null, readingPage: null, pages, scannedPages },
    });
    return "document.kept";
  });
}

/** Marks a document as unreadable. Its file is not kept. */
export async function refuseDocument(work: Work, id: string): Promise<ReadDocument | undefined> {
  return settle(work, id, async (tx) => {
    await tx.guidanceDocument.update({
      where: { id },
      data: { ...removedFields(work.now), status: "refused" },
    });
    return "document.refused";
  });
}

/**
 * Notes which page is being read, and that it goes on until then at least. Undefined where the document was removed meanwhile.
 */
export async function notePage(
  work: Work,
  id: string,
  { page, of, until }: { readonly page: number; readonly of: number; readonly until: Date },
): Promise<ReadDocument | undefined> {
  const tx = await work.tx();
  const { count } = await tx.guidanceDocument.updateMany({
    where: { id, status: "waiting", removedAt: null },
    data: { readingPage: page, pages: of, notBefore: until },
  });
  return count === 0 ? undefined : readDocument(work, tx, id);
}

/** The words of a document that are to be read anew: as the text that earlier versions kept, or as runs of passages. */
export type WordsAnew =
  | { readonly kind: "text"; readonly name: string; readonly text: string }
  | { readonly kind: "passages"; readonly name: string; readonly runs: readonly string[] };

/** Those of a document that is there still. For a unit of work without an update. */
export async function wordsAnew(work: Work, id: string): Promise<WordsAnew | undefined> {
  const tx = await work.tx();
  const row = await tx.guidanceDocument.findFirst({ where: { id, status: "ready", removedAt: null } });
  if (row === null) return undefined;
  const name = nameOfDocument(work, row);
  if (row.text !== null)
    return { kind: "text", name, text: work.sealer.open(row.text, documentCell("text", id)) };
  const runs: string[] = [];
  for (;;) {
    const where = { documentId_number: { documentId: id, number: runs.length } };
    const run = await tx.guidanceSegment.findUnique({ where, select: { words: true } });
    if (run === null) return { kind: "passages", name, runs };
    runs.push(work.sealer.open(run.words, segmentCell("words", id, runs.length)));
    await setImmediate();
  }
}

/** Keeps what words that were read anew are found by. The text that earlier versions kept is not needed any longer. */
export async function keepAnew(work: Work, id: string, words: KeptWords): Promise<void> {
  const tx = await work.tx();
  const row = await tx.guidanceDocument.findFirst({ where: { id, status: "ready", removedAt: null } });
  if (row === null) return;
  await tx.guidanceSegment.deleteMany({ where: { documentId: id } });
  await writeWords(work, tx, id, words);
  await tx.guidanceDocument.update({
    where: { id },
    data: {
      version: { increment: 1 },
      notBefore: new Date(work.now.getTime() + rests),
      text: null,
    },
  });
}

async function writeWords(
  work: Work,
  tx: Tx,
  id: string,
  { segments, contents, passages, readAs }: KeptWords,
): Promise<void> {
  for (let from = 0; from < segments.length; from += written) {
    await tx.guidanceSegment.createMany({
      data: segments.slice(from, from + written).map(({ words, terms }, at) => ({
        documentId: id,
        number: from + at,
        words: work.sealer.seal(words, segmentCell("words", id, from + at)),
        terms: work.sealer.seal(Buffer.from(terms).toString("base64"), segmentCell("terms", id, from + at)),
      })),
    });
    await setImmediate();
  }
  await tx.guidanceDocument.update({
    where: { id },
    data: { passages, readAs, contents: work.sealer.seal(contents, documentCell("contents", id)) },
  });
}

async function settle(
  work: Work,
  id: string,
  act: (tx: Tx, row: { readonly name: string; readonly organizationId: string }) => Promise<string>,
): Promise<ReadDocument | undefined> {
  const tx = await work.tx();
  const row = await tx.guidanceDocument.findUnique({ where: { id } });
  if (row === null || row.status !== "waiting" || row.removedAt !== null) return undefined;
  const { organizationId, addedById: memberId } = row;
  const name = nameOfDocument(work, row);
  const action = await act(tx, { name, organizationId });
  work.audit.push({ action, subject: "document", subjectId: id, organizationId, memberId });
  return readDocument(work, tx, id);
}

async function readDocument(work: Work, tx: Tx, id: string): Promise<ReadDocument> {
  const row = await tx.guidanceDocument.findUniqueOrThrow({ where: { id } });
  const { organizationId, addedById, messageId } = row;
  const member = await tx.member.findUniqueOrThrow({ where: { id: addedById }, include: { account: true } });
  return {
    id,
    name: nameOfDocument(work, row),
    organizationId,
    accountId: Number(member.accountId),
    locale: member.account.locale,
    messageId,
  };
}
