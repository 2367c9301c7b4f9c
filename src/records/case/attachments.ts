import type { Attachment as AttachmentRow } from "../../generated/prisma/client.js";
import type { AttachmentRef, FormId, Path } from "../../practice/form.js";
import { NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import { parseRules } from "../people/rules.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import type { Sealer } from "../storage/seal.js";
import type { Tx } from "../storage/tx.js";
import { wordOf } from "../storage/vocabulary.js";
import { caseOfRound, roundOf } from "./case.js";
import type { OpenRound } from "./openRound.js";
import { openedPath, storedPath } from "./storedPaths.js";

/** The kinds of files people send. */
export const fileKinds = ["photo", "voice", "document"] as const;
const fileStatuses = ["waiting", "stored", "failed"] as const;

/** A kind of file. */
export type FileKind = (typeof fileKinds)[number];
/** Whether the bytes of a file are here, are still being fetched, or will never come. */
export type FileStatus = (typeof fileStatuses)[number];

/** A file as Telegram announced it. Its bytes are fetched later. */
export type AnnouncedFile = {
  readonly kind: FileKind;
  readonly fileId: string;
  readonly mime: string | null;
  /** In bytes; asked of Telegram, not kept. */
  readonly size: number | null;
  readonly name: string | null;
  readonly caption: string | null;
  /** Telegram's id of the album it came in. */
  readonly albumId?: string;
  /** Telegram's id of the message it came in; absent for what was laid by before this was noted. */
  readonly messageId?: number;
};

/**
 * Notes a file that belongs to an answer of a round, or lies beside them (`notePath`). Its bytes are fetched in the
 * background and kept sealed. Returns the value of the answer. Throws `NotAllowed`, also for a form that was only
 * entered.
 */
export async function keepFile(
  work: Work,
  round: Pick<OpenRound, "id">,
  path: string,
  file: AnnouncedFile,
): Promise<AttachmentRef> {
  const actor = actorOf(work);
  await caseOfRound(work, round.id, "write");
  const tx = await work.tx();
  const id = work.newId();
  await tx.attachment.create({
    data: {
      ...announcedRow(work, id, file),
      organizationId: actor.organizationId,
      roundId: round.id,
      path: storedPath(work.sealer, round.id, path),
      memberId: actor.memberId,
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

/** The columns of a file that was announced, wherever it belongs: its bytes are fetched from now on. */
export function announcedRow({ sealer, now }: Pick<Work, "sealer" | "now">, id: string, file: AnnouncedFile) {
  const seal = (column: string, text: string) => sealer.seal(text, { table: "Attachment", column, row: id });
  return {
    id,
    kind: file.kind,
    fileId: seal("fileId", file.fileId),
    mime: file.mime,
    caption: file.caption === null ? null : seal("caption", file.caption),
    fileName: file.name === null ? null : seal("fileName", file.name),
    albumId: file.albumId ?? null,
    messageId: file.messageId ?? null,
    notBefore: now,
    createdAt: now,
  };
}

/** Where the files of a note lie among those of its round. */
export function notePath(noteId: string): Path {
  return `note.${noteId}`;
}

/** Whether a file is of a note, not of an answer. */
export function isOfNote(path: Path): boolean {
  return path.startsWith("note.");
}

/** A file that was sent with an answer. */
export type AnswerFile = {
  readonly id: string;
  readonly path: Path;
  readonly kind: FileKind;
  readonly albumId: string | null;
};

/** The files that were sent with the answers of a round, in the order they came. Throws `NotAllowed`. */
export async function answerFiles(work: Work, roundId: string): Promise<readonly AnswerFile[]> {
  await caseOfRound(work, roundId, "read");
  const rows = await statement<{ id: string; path: string | null; kind: string; albumId: string | null }>(
    await work.tx(),
    filesOfRound,
    [roundId],
  );
  return rows
    .map((row) => ({ ...row, path: openedPath(work.sealer, roundId, row.path ?? "") }))
    .filter(({ path }) => !isOfNote(path))
    .map((row) => ({ ...row, kind: wordOf(fileKinds, row.kind, "Attachment.kind") }));
}

const filesOfRound = `-- prepared: filesOfRound
SELECT "id", "path", "kind", "albumId" FROM "Attachment" WHERE "roundId" = $1 ORDER BY "createdAt", "id"`;

/** How long (ms) the rest of an album may take to come. */
const albumSpan = 86_400_000;

/**
 * Keeps a further file of an album where the acting member's first one of it was kept: with the same answer, or the same
 * note. False where none was. Throws `NotAllowed`.
 */
export async function keepWithAlbum(work: Work, albumId: string, file: AnnouncedFile): Promise<boolean> {
  const { memberId } = actorOf(work);
  const tx = await work.tx();
  const first = await tx.attachment.findFirst({
    where: { memberId, albumId, createdAt: { gte: new Date(work.now.getTime() - albumSpan) } },
    orderBy: { createdAt: "asc" },
    select: { roundId: true, path: true },
  });
  const { roundId = null, path = null } = first ?? {};
  if (roundId === null || path === null) return false;
  await keepFile(work, { id: roundId }, openedPath(work.sealer, roundId, path), file);
  return true;
}

/** What is known of a kept file. Its bytes can be read by its id where the status is `stored`. */
export type KeptFile = Pick<AnnouncedFile, "kind" | "mime" | "name" | "caption"> & {
  readonly status: FileStatus;
};

/** A file of a row, opened. The caller has checked the permission. */
export function keptFileOf(
  sealer: Sealer,
  row: Pick<AttachmentRow, "id" | "kind" | "mime" | "fileName" | "caption" | "status">,
): KeptFile {
  const open = (column: "caption" | "fileName") =>
    row[column] === null ? null : sealer.open(row[column], { table: "Attachment", column, row: row.id });
  return {
    kind: wordOf(fileKinds, row.kind, "Attachment.kind"),
    mime: row.mime,
    name: open("fileName"),
    caption: open("caption"),
    status: wordOf(fileStatuses, row.status, "Attachment.status"),
  };
}

/** A kept file of a case. */
export type ReadAttachment = KeptFile & {
  /** Of which case it is, and which answer of which form it belongs to. */
  readonly code: string;
  readonly form: { readonly id: FormId; readonly version: number };
  readonly path: Path;
};

/**
 * A file of a case the acting member may read. The reading is audited. Throws `NotAllowed`, also where there is no
 * such file.
 */
export async function readAttachment(work: Work, id: string): Promise<ReadAttachment> {
  const tx = await work.tx();
  const row = await tx.attachment.findUnique({ where: { id } });
  // Evidence of an audit is read elsewhere (`standards/evidence.ts`).
  if (row === null || row.roundId === null || row.path === null) throw new NotAllowed();
  const subject = await caseOfRound(work, row.roundId, "read");
  const path = openedPath(work.sealer, row.roundId, row.path);
  // A note stays with its case, also where the draft it was kept beside has been thrown away.
  const round = isOfNote(path)
    ? [...subject.rounds, ...subject.discarded].find((one) => one.id === row.roundId)
    : roundOf(subject, row.roundId);
  if (round === undefined || (await isOfNoteTakenBack(tx, path))) throw new NotAllowed();
  work.audit.push({ action: "attachment.read", subject: "attachment", subjectId: id });
  return {
    ...keptFileOf(work.sealer, row),
    code: subject.case.code,
    form: { id: round.form, version: round.formVersion },
    path,
  };
}

/** Whether a file is of a note that its sender took back. */
async function isOfNoteTakenBack(tx: Tx, path: Path): Promise<boolean> {
  if (!isOfNote(path)) return false;
  const id = path.slice(notePath("").length);
  return (await tx.caseNote.count({ where: { id, withdrawnAt: { not: null } } })) > 0;
}

/** The message a stored file came in: it goes from the chat after `stays` minutes. */
export type StoredFileMessage = {
  readonly chatId: number;
  readonly messageId: number;
  /** Null for the evidence of an audit. */
  readonly caseId: string | null;
  readonly stays: number;
};

/**
 * Notes that a file lies sealed on the disk, and returns the message it came in. Neither its size nor a hash is kept: whoever has
 * a picture could tell that it is this one. Undefined where that was noted before, or the message is not known.
 */
export async function fileStored(work: Work, id: string): Promise<StoredFileMessage | undefined> {
  const tx = await work.tx();
  const { count } = await tx.attachment.updateMany({
    where: { id, status: "waiting" },
    data: { status: "stored", storedAt: work.now },
  });
  if (count === 0) return undefined;
  const { messageId, memberId, roundId } = await tx.attachment.findUniqueOrThrow({ where: { id } });
  if (messageId === null) return undefined;
  const round = roundId === null ? null : await tx.round.findUniqueOrThrow({ where: { id: roundId } });
  const { accountId, organization } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    include: { organization: true },
  });
  const { filesStay: stays } = parseRules(organization.rules);
  return { chatId: Number(accountId), messageId, caseId: round?.caseId ?? null, stays };
}

/** A file that could not be fetched, and whom to tell. */
export type LostFile = {
  readonly kind: AnnouncedFile["kind"];
  /** Of a case, or evidence of an audit of the service standard; and the code of that. */
  readonly of: "case" | "audit";
  readonly code: string;
  readonly organizationId: string;
  readonly accountId: number;
  readonly locale: string | null;
};

/** Notes that a file could not be fetched. Returns whom to tell the first time, undefined after that. */
export async function giveUpFile(work: Work, id: string): Promise<LostFile | undefined> {
  const tx = await work.tx();
  const { count } = await tx.attachment.updateMany({
    where: { id, status: "waiting" },
    data: { status: "failed" },
  });
  if (count === 0) return undefined;
  const { kind, roundId, findingId, memberId, organizationId } = await tx.attachment.findUniqueOrThrow({
    where: { id },
  });
  const { code } =
    roundId === null
      ? await tx.standardAudit.findFirstOrThrow({ where: { findings: { some: { id: findingId ?? "" } } } })
      : (await tx.round.findUniqueOrThrow({ where: { id: roundId }, include: { case: true } })).case;
  const member = await tx.member.findUniqueOrThrow({ where: { id: memberId }, include: { account: true } });
  work.audit.push({
    action: "attachment.lost",
    subject: "attachment",
    subjectId: id,
    organizationId,
    memberId,
  });
  return {
    kind: wordOf(fileKinds, kind, "Attachment.kind"),
    of: roundId === null ? "audit" : "case",
    code,
    organizationId,
    accountId: Number(member.accountId),
    locale: member.account.locale,
  };
}
