import { NotAllowed } from "../people/actor.js";
import { adminOf } from "../people/members.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { documentCell, nameOfDocument, removedFields } from "./documentRow.js";

/** A document of the organisation, as a list shows it. */
export type DocumentLine = {
  readonly id: string;
  readonly name: string;
  readonly addedAt: Date;
  /** Its file is still being read: which page, where its pages are pictures. */
  readonly waiting: boolean;
  readonly readingPage: number | null;
  readonly pages: number | null;
  readonly passages: number;
};

/**
 * Notes a file that an admin sent, until they accept or decline it. `replaces` means that a document of the same name
 * exists and would be replaced. Throws `NotAllowed`.
 */
export async function offerDocument(
  work: Work,
  file: { readonly fileId: string; readonly name: string; readonly mime: string | null },
): Promise<{ id: string; replaces: boolean }> {
  const actor = adminOf(work);
  const tx = await work.tx();
  // An earlier offer without an answer is dropped.
  await tx.guidanceDocument.deleteMany({ where: { addedById: actor.memberId, status: "offered" } });
  const id = work.newId();
  await tx.guidanceDocument.create({
    data: {
      id,
      organizationId: actor.organizationId,
      name: work.sealer.seal(file.name, documentCell("name", id)),
      status: "offered",
      fileId: work.sealer.seal(file.fileId, documentCell("fileId", id)),
      mime: file.mime,
      addedById: actor.memberId,
      addedAt: work.now,
      notBefore: work.now,
    },
  });
  const known = await listDocuments(work);
  return { id, replaces: known.some(({ name }) => name === file.name) };
}

/**
 * The admin accepts the offered file: it is fetched in the background, and a message of theirs tells how far its reading has
 * come. Throws `NotAllowed` where it is gone.
 */
export async function acceptDocument(work: Work, id: string, messageId: number | null): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const { count } = await tx.guidanceDocument.updateMany({
    where: { id, addedById: actor.memberId, status: "offered" },
    data: { status: "waiting", notBefore: work.now, messageId },
  });
  if (count === 0) throw new NotAllowed();
  work.audit.push({ action: "document.accepted", subject: "document", subjectId: id });
}

/** The admin declines the offered file. */
export async function declineDocument(work: Work, id: string): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await tx.guidanceDocument.deleteMany({ where: { id, addedById: actor.memberId, status: "offered" } });
}

/** The documents of the acting member's organisation, by name. */
export async function listDocuments(work: Work): Promise<readonly DocumentLine[]> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const rows = await tx.guidanceDocument.findMany({
    where: {
      organizationId: actor.organizationId,
      status: { in: ["waiting", "ready"] },
      removedAt: null,
    },
    select: {
      id: true,
      name: true,
      addedAt: true,
      status: true,
      readingPage: true,
      pages: true,
      passages: true,
    },
  });
  return rows
    .map(({ name, status, ...row }) => ({
      ...row,
      name: nameOfDocument(work, { id: row.id, name }),
      waiting: status === "waiting",
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Removes a document and deletes its words, and what they are found by. Throws `NotAllowed`. */
export async function removeDocument(work: Work, id: string): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const { count } = await tx.guidanceDocument.updateMany({
    where: { id, organizationId: actor.organizationId, removedAt: null },
    data: removedFields(work.now),
  });
  if (count === 0) throw new NotAllowed();
  await tx.guidanceSegment.deleteMany({ where: { documentId: id } });
  work.audit.push({ action: "document.removed", subject: "document", subjectId: id });
}
