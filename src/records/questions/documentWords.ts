import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { documentCell, nameOfDocument, segmentCell } from "./documentRow.js";

/** A document that can be read and found: its version rises whenever its words change, or what they are found by. */
export type DocumentVersion = { readonly id: string; readonly version: number };

/** What is known of a document besides its words. */
export type DocumentFacts = {
  readonly id: string;
  readonly name: string;
  readonly addedAt: Date;
  readonly passages: number;
  readonly pages: number | null;
  /** How many of its pages were read from pictures. */
  readonly scannedPages: number;
  /** As whoever read it wrote it; an empty list where it does not open. */
  readonly contents: string;
};

/**
 * The documents of the acting member's organisation with their versions: a cheap query to find out what must be opened
 * again.
 */
export async function documentVersions(work: Work): Promise<readonly DocumentVersion[]> {
  const { organizationId } = actorOf(work);
  return versionsIn(work, organizationId);
}

/** The same of an organisation that is opened in the background. For a unit of work without an update. */
export async function versionsOf(work: Work, organizationId: string): Promise<readonly DocumentVersion[]> {
  return versionsIn(work, organizationId);
}

async function versionsIn(work: Work, organizationId: string): Promise<readonly DocumentVersion[]> {
  const tx = await work.tx();
  return tx.guidanceDocument.findMany({
    where: { organizationId, status: "ready", removedAt: null, passages: { gt: 0 } },
    select: { id: true, version: true },
    orderBy: { id: "asc" },
  });
}

/** The organisations that have documents. For a unit of work without an update. */
export async function organizationsWithDocuments(work: Work): Promise<readonly string[]> {
  const tx = await work.tx();
  const rows = await tx.guidanceDocument.findMany({
    where: { status: "ready", removedAt: null, passages: { gt: 0 } },
    distinct: ["organizationId"],
    select: { organizationId: true },
    orderBy: { organizationId: "asc" },
  });
  return rows.map(({ organizationId }) => organizationId);
}

/**
 * What some of the runs of passages of a document are found by, from a number on; undefined for one that does not open. The
 * organisation is the acting member's, or the one that is opened in the background.
 */
export async function termsFrom(
  work: Work,
  { id, organizationId }: { readonly id: string; readonly organizationId: string },
  { from, most }: { readonly from: number; readonly most: number },
): Promise<readonly (Buffer | undefined)[]> {
  if (work.actor !== undefined && work.actor.organizationId !== organizationId) return [];
  const tx = await work.tx();
  const rows = await tx.guidanceSegment.findMany({
    where: {
      documentId: id,
      number: { gte: from, lt: from + most },
      document: { organizationId, removedAt: null },
    },
    select: { number: true, terms: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ number, terms: sealed }) => {
    const terms = work.sealer.read(sealed, segmentCell("terms", id, number));
    return typeof terms === "string" ? Buffer.from(terms, "base64") : undefined;
  });
}

/** What is known of a document of the acting member's organisation. Undefined for any other, and one that is not read yet. */
export async function documentFacts(work: Work, id: string): Promise<DocumentFacts | undefined> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  const row = await tx.guidanceDocument.findFirst({
    where: { id, organizationId, status: "ready", removedAt: null },
    select: { name: true, addedAt: true, passages: true, pages: true, scannedPages: true, contents: true },
  });
  if (row === null || row.contents === null) return undefined;
  const contents = work.sealer.read(row.contents, documentCell("contents", id));
  return {
    ...row,
    id,
    name: nameOfDocument(work, { id, name: row.name }),
    contents: typeof contents === "string" ? contents : "[]",
  };
}

/** Where a run of passages stands: its document, and which run of it. */
export type RunPlace = { readonly id: string; readonly number: number };

/** A run of passages as whoever read it wrote it, and what is known of its document. */
export type PassageRun = RunPlace & {
  readonly words: string;
  readonly document: Pick<DocumentFacts, "name" | "passages" | "scannedPages">;
};

/** Runs of passages of documents of the acting member's organisation; none for any other, and none that does not open. */
export async function passageRuns(work: Work, places: readonly RunPlace[]): Promise<readonly PassageRun[]> {
  const { organizationId } = actorOf(work);
  if (places.length === 0) return [];
  const tx = await work.tx();
  const rows = await tx.guidanceSegment.findMany({
    where: {
      OR: places.map(({ id, number }) => ({ documentId: id, number })),
      document: { organizationId, status: "ready", removedAt: null },
    },
    select: {
      documentId: true,
      number: true,
      words: true,
      document: { select: { name: true, passages: true, scannedPages: true } },
    },
  });
  return rows.flatMap(({ documentId: id, number, words: sealed, document }) => {
    const words = work.sealer.read(sealed, segmentCell("words", id, number));
    if (typeof words !== "string") return [];
    return [
      { id, number, words, document: { ...document, name: nameOfDocument(work, { ...document, id }) } },
    ];
  });
}
