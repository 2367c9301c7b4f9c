import { NotAllowed } from "../people/actor.js";
import { adminOf } from "../people/members.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { Tx } from "../storage/tx.js";

/** A document of the organisation, as a list shows it. */
export type DocumentLine = {
  readonly id: string;
  readonly name: string;
  readonly addedAt: Date;
  /** Its file is still being fetched. */
  readonly waiting: boolean;
  /** Made of questions and replies instead of a file. */
  readonly isAnswers: boolean;
};

/** The type of the document that earlier versions made of questions and replies, which is no file. */
const answersMime = "application/x-pendamping-answers";

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
      name: work.sealer.seal(file.name, placeOf("name", id)),
      status: "offered",
      fileId: work.sealer.seal(file.fileId, placeOf("fileId", id)),
      mime: file.mime,
      addedById: actor.memberId,
      addedAt: work.now,
      notBefore: work.now,
    },
  });
  const known = await listDocuments(work);
  return { id, replaces: known.some(({ name }) => name === file.name) };
}

/** The admin accepts the offered file: it is fetched in the background. Throws `NotAllowed` where it is gone. */
export async function acceptDocument(work: Work, id: string): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const { count } = await tx.guidanceDocument.updateMany({
    where: { id, addedById: actor.memberId, status: "offered" },
    data: { status: "waiting", notBefore: work.now },
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

/** The documents of the acting admin's organisation, by name. */
export async function listDocuments(work: Work): Promise<readonly DocumentLine[]> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const rows = await tx.guidanceDocument.findMany({
    where: {
      organizationId: actor.organizationId,
      status: { in: ["waiting", "ready"] },
      removedAt: null,
    },
    select: { id: true, name: true, addedAt: true, status: true, mime: true },
  });
  return rows
    .map(({ id, name, addedAt, status, mime }) => ({
      id,
      name: work.sealer.open(name, placeOf("name", id)),
      addedAt,
      waiting: status === "waiting",
      isAnswers: mime === answersMime,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Removes a document and deletes its text. Throws `NotAllowed`. */
export async function removeDocument(work: Work, id: string): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const { count } = await tx.guidanceDocument.updateMany({
    where: { id, organizationId: actor.organizationId, removedAt: null },
    data: removedFields(work.now),
  });
  if (count === 0) throw new NotAllowed();
  work.audit.push({ action: "document.removed", subject: "document", subjectId: id });
}

/**
 * The documents of the acting member's organisation with their versions: a cheap query to find out what must be read
 * again.
 */
export async function documentVersions(
  work: Work,
): Promise<readonly { readonly id: string; readonly version: number }[]> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  return tx.guidanceDocument.findMany({
    where: { organizationId, status: "ready", removedAt: null },
    select: { id: true, version: true },
    orderBy: { id: "asc" },
  });
}

/** The text of a document of the acting member's organisation. Undefined for any other document. */
export async function textOfDocument(
  work: Work,
  id: string,
): Promise<{ name: string; text: string } | undefined> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  const row = await tx.guidanceDocument.findUnique({ where: { id } });
  if (row === null || row.organizationId !== organizationId || row.text === null) return undefined;
  return {
    name: work.sealer.open(row.name, placeOf("name", id)),
    text: work.sealer.open(row.text, placeOf("text", id)),
  };
}

/** Whom to tell what became of a document, and its name. */
export type ReadDocument = {
  readonly name: string;
  readonly organizationId: string;
  readonly accountId: number;
  readonly locale: string | null;
};

/**
 * Stores the text of a fetched document, in place of an older one of the same name. Undefined where the document was
 * removed meanwhile. For a unit of work without an update.
 */
export async function keepTextOfDocument(
  work: Work,
  id: string,
  words: string,
): Promise<ReadDocument | undefined> {
  return settle(work, id, async (tx, { name, organizationId }) => {
    const others = await tx.guidanceDocument.findMany({
      where: { organizationId, status: "ready", removedAt: null },
      select: { id: true, name: true, mime: true },
    });
    for (const other of others) {
      // Not part of the query: in SQL a null type would count as equal.
      if (other.mime === answersMime) continue;
      if (work.sealer.open(other.name, placeOf("name", other.id)) !== name) continue;
      await tx.guidanceDocument.update({ where: { id: other.id }, data: removedFields(work.now) });
    }
    const text = work.sealer.seal(words, placeOf("text", id));
    await tx.guidanceDocument.update({ where: { id }, data: { status: "ready", text, fileId: null } });
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

async function settle(
  work: Work,
  id: string,
  act: (tx: Tx, row: { readonly name: string; readonly organizationId: string }) => Promise<string>,
): Promise<ReadDocument | undefined> {
  const tx = await work.tx();
  const row = await tx.guidanceDocument.findUnique({ where: { id } });
  if (row === null || row.status !== "waiting" || row.removedAt !== null) return undefined;
  const { organizationId, addedById: memberId } = row;
  const name = work.sealer.open(row.name, placeOf("name", id));
  const action = await act(tx, { name, organizationId });
  work.audit.push({ action, subject: "document", subjectId: id, organizationId, memberId });
  const member = await tx.member.findUniqueOrThrow({ where: { id: memberId }, include: { account: true } });
  return { name, organizationId, accountId: Number(member.accountId), locale: member.account.locale };
}

/** The columns of a removed document: only that it existed. */
function removedFields(now: Date) {
  return { removedAt: now, text: null, fileId: null };
}

function placeOf(column: string, row: string) {
  return { table: "GuidanceDocument", column, row };
}
