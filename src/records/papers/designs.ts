/**
 * What an institution made of its papers: the logo of its letterhead, and templates of its own with their versions. For
 * admins.
 *
 *   sent ──fetched, tried──► offered: shown ──"use"──► kept: in use, or a version to go back to
 *     └── refused: gone                └── declined: gone
 *
 * A logo is kept at once. Its bytes and those of a template lie as a sealed file under its id.
 */
import {
  type TemplatedKind,
  type TemplateFormat,
  templatedKinds,
  templateFormats,
} from "../../practice/paperTemplates.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { adminOf } from "../people/members.js";
import type { Work } from "../people/work.js";
import type { Tx } from "../storage/tx.js";
import { wordOf } from "../storage/vocabulary.js";

/** A paper whose template it is, or the logo. */
export type DesignKind = TemplatedKind | "logo";

/** What a design may be for. */
export const designKinds: readonly DesignKind[] = ["logo", ...templatedKinds];

/** The format of a design. */
export type DesignFormat = TemplateFormat | "png";

const formats: readonly DesignFormat[] = ["png", ...templateFormats];

/** A version of a template. */
export type DesignVersion = {
  readonly id: string;
  readonly kind: DesignKind;
  readonly format: DesignFormat;
  readonly version: number;
  readonly isCurrent: boolean;
  readonly addedAt: Date;
  /** When it first could not make a paper. */
  readonly failedAt: Date | null;
};

/** Takes a file on: it is fetched and tried in the background. One that waits to be decided on gives way to it. */
export async function sendDesign(
  work: Work,
  file: { readonly kind: DesignKind; readonly format: DesignFormat; readonly fileId: string },
): Promise<void> {
  const { organizationId, memberId } = adminOf(work);
  const tx = await work.tx();
  await lockDesigns(tx, organizationId);
  await discard(work, tx, { organizationId, kind: file.kind, status: { not: "kept" } });
  const id = work.newId();
  await tx.paperDesign.create({
    data: {
      id,
      organizationId,
      kind: file.kind,
      format: file.format,
      fileId: work.sealer.seal(file.fileId, fileIdCell(id)),
      addedById: memberId,
      addedAt: work.now,
      shownToId: memberId,
      notBefore: work.now,
    },
  });
  audit(work, "design.sent", id, file.kind);
}

/** The templates in use, by the paper they are for. */
export async function currentDesigns(work: Work): Promise<ReadonlyMap<DesignKind, DesignVersion>> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  const rows = await tx.paperDesign.findMany({ where: { organizationId, isCurrent: true } });
  return new Map(rows.map((row) => [kindOfDesign(row), versionOf(row)]));
}

/** The versions of a template, the newest first. */
export async function designVersions(work: Work, kind: DesignKind): Promise<readonly DesignVersion[]> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  const rows = await tx.paperDesign.findMany({
    where: { organizationId, kind, status: "kept" },
    orderBy: { version: "desc" },
  });
  return rows.map(versionOf);
}

/** One version. Throws `NotAllowed` where it is another institution's, and `Conflict` where it was never kept. */
export async function designVersion(work: Work, id: string): Promise<DesignVersion> {
  const row = await own(work, id);
  if (row.status !== "kept") throw new Conflict("the template was not kept");
  return versionOf(row);
}

/** Makes papers with this template from now on. Throws `Conflict` where it is not tried yet, or gone. */
export async function useDesign(work: Work, id: string): Promise<DesignKind> {
  const tx = await work.tx();
  await lockDesigns(tx, adminOf(work).organizationId);
  const row = await own(work, id);
  if (row.status === "sent") throw new Conflict("the template was not tried");
  const kind = kindOfDesign(row);
  await keep(tx, { ...row, kind });
  audit(work, "design.used", id, kind);
  return kind;
}

/** Drops a template that was shown and not used. */
export async function declineDesign(work: Work, id: string): Promise<DesignKind> {
  const tx = await work.tx();
  await lockDesigns(tx, adminOf(work).organizationId);
  const row = await own(work, id);
  if (row.status === "kept") throw new Conflict("the template is kept already");
  await discard(work, tx, { id, status: { not: "kept" } });
  const kind = kindOfDesign(row);
  audit(work, "design.declined", id, kind);
  return kind;
}

/** Makes papers with the shipped template again; of the logo: takes it out. Versions of a template stay. */
export async function useShipped(work: Work, kind: DesignKind): Promise<void> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  await lockDesigns(tx, organizationId);
  const current = await tx.paperDesign.findFirst({ where: { organizationId, kind, isCurrent: true } });
  if (current === null) return;
  if (kind === "logo") await discard(work, tx, { id: current.id });
  else await tx.paperDesign.update({ where: { id: current.id }, data: { isCurrent: false } });
  audit(work, "design.shipped", current.id, kind);
}

/** Has a kept template shown again to the acting admin, in the background. */
export async function showDesign(work: Work, id: string): Promise<void> {
  const { memberId } = adminOf(work);
  await designVersion(work, id);
  const tx = await work.tx();
  await tx.paperDesign.update({
    where: { id },
    data: { task: "show", shownToId: memberId, notBefore: work.now, attempts: 0 },
  });
}

/** What was looked into, and whom to show it. */
export type LookedInto = {
  readonly id: string;
  readonly kind: DesignKind;
  readonly format: DesignFormat;
  /** Null before it is kept. */
  readonly version: number | null;
  readonly organizationId: string;
  readonly accountId: number;
  readonly locale: string | null;
};

/**
 * Ends the look into a file: it is shown, and a logo is in use from here on; or it is gone, where it is at fault. Undefined
 * where it was given up meanwhile. For a unit of work without an update.
 */
export async function endLook(
  work: Work,
  id: string,
  outcome: "fine" | "faulty",
): Promise<LookedInto | undefined> {
  const tx = await work.tx();
  const sent = await tx.paperDesign.findUnique({ where: { id }, select: { organizationId: true } });
  if (sent === null) return undefined;
  const { organizationId } = sent;
  await lockDesigns(tx, organizationId);
  // Only now: who sent another one meanwhile has given it up.
  const row = await tx.paperDesign.findUnique({ where: { id } });
  if (row === null || row.task === null) return undefined;
  const { shownToId } = row;
  const kind = kindOfDesign(row);
  const told = await tx.member.findUniqueOrThrow({ where: { id: shownToId }, include: { account: true } });
  if (row.status !== "sent") await tx.paperDesign.update({ where: { id }, data: { task: null } });
  else if (outcome === "faulty") await discard(work, tx, { id });
  else {
    await tx.paperDesign.update({ where: { id }, data: { task: null, status: "offered", fileId: null } });
    if (kind === "logo") {
      await discard(work, tx, { organizationId, kind, id: { not: id } });
      await keep(tx, { ...row, kind });
    }
  }
  if (row.status === "sent") {
    const action = outcome === "fine" ? "design.tried" : "design.refused";
    const line = { subject: "design", subjectId: id, organizationId, memberId: shownToId };
    work.audit.push({ action, ...line, detail: { kind } });
  }
  // Whoever is no admin any more is shown nothing.
  if (told.suspendedAt !== null || !told.roles.includes("admin")) return undefined;
  return {
    id,
    kind,
    format: formatOf(row),
    version: row.version,
    organizationId,
    accountId: Number(told.accountId),
    locale: told.account.locale,
  };
}

/** A template that could not make a paper with what stands on it. */
export type FailedDesign = {
  readonly id: string;
  readonly kind: DesignKind;
  readonly version: number;
  readonly organizationId: string;
};

/**
 * Notes that a template could not make a paper. Undefined where that is known already, so that the admins hear of it
 * once. For a unit of work without an update.
 */
export async function noteFailure(work: Work, id: string): Promise<FailedDesign | undefined> {
  const tx = await work.tx();
  const [row] = await tx.paperDesign.updateManyAndReturn({
    where: { id, failedAt: null },
    data: { failedAt: work.now },
  });
  if (row === undefined) return undefined;
  const { organizationId, version } = row;
  const kind = kindOfDesign(row);
  work.audit.push({
    action: "design.failed",
    subject: "design",
    subjectId: id,
    organizationId,
    detail: { kind },
  });
  return { id, kind, version: version ?? 0, organizationId };
}

type DesignRow = {
  readonly id: string;
  readonly organizationId: string;
  readonly kind: string;
  readonly format: string;
  readonly status: string;
  readonly version: number | null;
  readonly isCurrent: boolean;
  readonly addedAt: Date;
  readonly failedAt: Date | null;
};

/** A design of the acting admin's institution. */
async function own(work: Work, id: string): Promise<DesignRow> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  const row = await tx.paperDesign.findUnique({ where: { id } });
  if (row === null) throw new Conflict("the template is gone");
  if (row.organizationId !== organizationId) throw new NotAllowed();
  return row;
}

/** One at a time changes what is in use. */
async function lockDesigns(tx: Tx, organizationId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Organization" WHERE "id" = ${organizationId} FOR UPDATE`;
}

/** Puts a design in use instead of the one before, with the next version where it has none. */
async function keep(tx: Tx, row: DesignRow): Promise<void> {
  const { id, organizationId, kind } = row;
  await tx.paperDesign.updateMany({
    where: { organizationId, kind, isCurrent: true },
    data: { isCurrent: false },
  });
  const { _max: last } = await tx.paperDesign.aggregate({
    where: { organizationId, kind },
    _max: { version: true },
  });
  const version = row.version ?? (last.version ?? 0) + 1;
  // It is given another chance, of which the admins hear if it fails again.
  await tx.paperDesign.update({
    where: { id },
    data: { status: "kept", isCurrent: true, version, failedAt: null },
  });
}

type Where = NonNullable<NonNullable<Parameters<Tx["paperDesign"]["findMany"]>[0]>["where"]>;

/** Deletes designs, and has their files removed from the disk. */
async function discard(work: Work, tx: Tx, where: Where): Promise<void> {
  const rows = await tx.paperDesign.findMany({ where, select: { id: true } });
  const ids = rows.map(({ id }) => id);
  await tx.erasedFile.createMany({
    data: ids.map((id) => ({ id, erasedAt: work.now })),
    skipDuplicates: true,
  });
  await tx.paperDesign.deleteMany({ where: { id: { in: ids } } });
}

function audit(work: Work, action: string, subjectId: string, kind: DesignKind): void {
  work.audit.push({ action, subject: "design", subjectId, detail: { kind } });
}

function versionOf(row: DesignRow): DesignVersion {
  const { id, isCurrent, addedAt, failedAt, version } = row;
  const kind = kindOfDesign(row);
  return { id, kind, format: formatOf(row), version: version ?? 0, isCurrent, addedAt, failedAt };
}

function kindOfDesign({ kind }: { readonly kind: string }): DesignKind {
  return wordOf(designKinds, kind, "PaperDesign.kind");
}

function formatOf({ format }: { readonly format: string }): DesignFormat {
  return wordOf(formats, format, "PaperDesign.format");
}

function fileIdCell(row: string) {
  return { table: "PaperDesign", column: "fileId", row };
}
