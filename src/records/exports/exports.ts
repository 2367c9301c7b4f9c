/**
 * Exports: files over many cases that an admin asks for. They are made in the background.
 *
 *   draft ──ordered──► waiting ──► made
 *     │                  ▲  └────► refused   (it could not be made, or who asked may not have it any more)
 *     └──needs a yes──► asked ──agreed──┘
 *                         ├──► declined
 *                         └──► cancelled
 */
import { createHash } from "node:crypto";
import type { Export } from "../../generated/prisma/client.js";
import { deskBeside } from "../people/accounts.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { adminOf } from "../people/members.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { CellAddress, Unreadable } from "../storage/seal.js";
import { wordOf } from "../storage/vocabulary.js";
import { type ExportChoice, needOf, parseChoice } from "./choice.js";

/** The statuses of an export. */
export const exportStatuses = [
  "draft",
  "asked",
  "waiting",
  "made",
  "refused",
  "declined",
  "cancelled",
] as const;

/** A status of an export. */
export type ExportStatus = (typeof exportStatuses)[number];

const transitions: { readonly [from in ExportStatus]: readonly ExportStatus[] } = {
  draft: ["asked", "waiting", "cancelled"],
  asked: ["waiting", "declined", "cancelled"],
  waiting: ["made", "refused"],
  made: [],
  refused: [],
  declined: [],
  cancelled: [],
};

/** For how many days an export may be agreed to. */
export const exportDays = 14;

/** An export as those read it who asked for it or decide on it. */
export type ExportOrder = {
  readonly id: string;
  readonly status: ExportStatus;
  readonly choice: ExportChoice;
  readonly memberId: string;
  readonly reason: string | Unreadable | null;
  readonly askedAt: Date | null;
  readonly decidedById: string | null;
  /** The acting member asked for it. */
  readonly isOwn: boolean;
  /** Whether the acting member may decide on it now. */
  readonly mayDecide: boolean;
  /** Nobody agreed to it in time. */
  readonly isOver: boolean;
};

/** Begins an export of the acting admin's; an unfinished one of the same kind is dropped. Throws `NotAllowed`. */
export async function beginExport(work: Work, choice: ExportChoice, chatId: number): Promise<string> {
  const { memberId, organizationId } = adminOf(work);
  const tx = await work.tx();
  await tx.export.deleteMany({ where: { memberId, kind: choice.kind, status: "draft" } });
  const id = work.newId();
  await tx.export.create({
    data: {
      id,
      organizationId,
      memberId,
      chatId: BigInt(chatId),
      kind: choice.kind,
      choice,
      notBefore: work.now,
      createdAt: work.now,
    },
  });
  return id;
}

/** The choice of the acting admin's last export of a kind that was ordered; undefined where there was none. */
export async function lastChoice(work: Work, kind: ExportChoice["kind"]): Promise<ExportChoice | undefined> {
  const { memberId } = adminOf(work);
  const tx = await work.tx();
  const row = await tx.export.findFirst({
    where: { memberId, kind, status: { not: "draft" } },
    orderBy: { createdAt: "desc" },
  });
  return row === null ? undefined : parseChoice(row.choice);
}

/** Changes what a draft of the acting admin's is to hold. Throws `NotAllowed`, and `Conflict` once it is ordered. */
export async function changeExport(work: Work, id: string, choice: ExportChoice): Promise<void> {
  const { memberId } = adminOf(work);
  if (!(await readExport(work, id)).isOwn) throw new NotAllowed();
  const tx = await work.tx();
  const { count } = await tx.export.updateMany({
    where: { id, memberId, status: "draft" },
    data: { choice },
  });
  if (count === 0) throw new Conflict("it is ordered, or was dropped");
}

/**
 * An export, for who asked for it, and for the admins and supervisors who may decide on it. Throws `NotAllowed` for
 * anyone else.
 */
export async function readExport(work: Work, id: string): Promise<ExportOrder> {
  const { memberId, organizationId, roles } = actorOf(work);
  const tx = await work.tx();
  const row = await tx.export.findUnique({ where: { id } });
  if (row === null || row.organizationId !== organizationId) throw new NotAllowed();
  const isOwn = row.memberId === memberId && roles.includes("admin");
  const isDesk = roles.includes("admin") || roles.includes("supervisor");
  if (!isOwn && (!isDesk || row.askedAt === null)) throw new NotAllowed();
  const status = wordOf(exportStatuses, row.status, "Export.status");
  const isOver = status === "asked" && row.askedAt !== null && row.askedAt <= openSince(work);
  return {
    id,
    status,
    choice: parseChoice(row.choice),
    memberId: row.memberId,
    reason: row.reason === null ? null : work.sealer.read(row.reason, reasonCell(id)),
    askedAt: row.askedAt,
    decidedById: row.decidedById,
    isOwn,
    isOver,
    mayDecide: status === "asked" && !isOver && isDesk && row.memberId !== memberId,
  };
}

/** What became of an order. */
export type Ordered =
  | { readonly kind: "waiting" }
  | { readonly kind: "asked" }
  /** A second person has to agree, and there is nobody. It stays a draft. */
  | { readonly kind: "nobody" };

/**
 * Orders a draft of the acting admin's. Names of clients and words written of them need a reason and the yes of another
 * admin or a supervisor; names of the staff a reason. Throws `NotAllowed`, `Conflict`, and an error without the reason
 * that is needed.
 */
export async function orderExport(work: Work, id: string, reason: string | null): Promise<Ordered> {
  const { isOwn, status, choice } = await readExport(work, id);
  adminOf(work);
  if (!isOwn) throw new NotAllowed();
  if (status !== "draft") throw new Conflict("it is ordered");
  const need = needOf(choice);
  if (need !== "nothing" && reason === null) throw new Error("an export of names needs a reason");
  const sealed = reason === null ? null : work.sealer.seal(reason, reasonCell(id));
  if (need === "second") {
    if ((await deskBeside(work)).length === 0) return { kind: "nobody" };
    await move(work, { id, choice }, "draft", "asked", { reason: sealed, askedAt: work.now });
    return { kind: "asked" };
  }
  await move(work, { id, choice }, "draft", "waiting", { reason: sealed, notBefore: work.now });
  return { kind: "waiting" };
}

/** Agrees to an export, which is then made, or declines it. Throws `NotAllowed` for who asked for it, and `Conflict`. */
export async function decideExport(work: Work, id: string, agrees: boolean): Promise<ExportOrder> {
  const order = await readExport(work, id);
  if (order.status !== "asked") throw new Conflict("it is decided", order.decidedById);
  if (!order.mayDecide) throw new NotAllowed();
  const decision = { decidedById: actorOf(work).memberId, decidedAt: work.now, notBefore: work.now };
  await move(work, order, "asked", agrees ? "waiting" : "declined", decision);
  return order;
}

/** Takes back an export of the acting admin's that nobody has decided on. Throws `NotAllowed` and `Conflict`. */
export async function cancelExport(work: Work, id: string): Promise<void> {
  const order = await readExport(work, id);
  if (!order.isOwn) throw new NotAllowed();
  if (order.status !== "draft" && order.status !== "asked") throw new Conflict("it is decided");
  await move(work, order, order.status, "cancelled", {});
}

/** The exports on which the acting member may decide, oldest first. */
export async function exportsAwaitingMe(work: Work): Promise<readonly string[]> {
  const { organizationId, memberId, roles } = actorOf(work);
  if (!roles.includes("admin") && !roles.includes("supervisor")) return [];
  const tx = await work.tx();
  const rows = await tx.export.findMany({
    where: {
      organizationId,
      status: "asked",
      memberId: { not: memberId },
      askedAt: { gt: openSince(work) },
    },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Whom to tell of an export that was made or could not be, and what it is. */
export type EndedExport = {
  readonly id: string;
  readonly choice: ExportChoice;
  readonly organizationId: string;
  readonly memberId: string;
  readonly chatId: number;
};

/**
 * Ends the making of an export: `file` is what was stored under its id, or undefined where it could not be made. Undefined
 * where it has ended before.
 */
export async function endExport(
  work: Work,
  id: string,
  file: Uint8Array | undefined,
): Promise<EndedExport | undefined> {
  const tx = await work.tx();
  const row = await tx.export.findUnique({ where: { id } });
  if (row === null || row.status !== "waiting") return undefined;
  const to = file === undefined ? "refused" : "made";
  const digest =
    file === undefined
      ? null
      : work.sealer.seal(createHash("sha256").update(file).digest("hex"), digestCell(id));
  await tx.export.update({ where: { id }, data: { status: to, digest, madeAt: work.now } });
  const { organizationId, memberId, chatId, kind } = row;
  work.audit.push({
    action: `export.${to}`,
    subject: "organization",
    subjectId: organizationId,
    organizationId,
    memberId,
    detail: { export: id, kind },
  });
  return { id, choice: parseChoice(row.choice), organizationId, memberId, chatId: Number(chatId) };
}

/** What waits to be made, with who asked for it; undefined where it does not wait. */
export async function waitingExport(
  work: Work,
  id: string,
): Promise<Pick<EndedExport, "id" | "choice" | "memberId" | "organizationId"> | undefined> {
  const tx = await work.tx();
  const row = await tx.export.findUnique({ where: { id } });
  if (row === null || row.status !== "waiting") return undefined;
  const { memberId, organizationId } = row;
  return { id, memberId, organizationId, choice: parseChoice(row.choice) };
}

function openSince({ now }: Work): Date {
  return new Date(now.getTime() - exportDays * 86_400_000);
}

/** Moves an export on, with its line in the audit. Throws `Conflict` where it is not what it was. */
async function move(
  work: Work,
  { id, choice }: Pick<ExportOrder, "id" | "choice">,
  from: ExportStatus,
  to: ExportStatus,
  more: Partial<Export>,
): Promise<void> {
  if (!transitions[from].includes(to)) throw new Error(`an export does not go from ${from} to ${to}`);
  const tx = await work.tx();
  const { count } = await tx.export.updateMany({
    where: { id, status: from },
    data: { status: to, ...(more as object) },
  });
  if (count === 0) throw new Conflict("it is decided");
  const { kind } = choice;
  work.audit.push({
    action: `export.${to === "waiting" ? (from === "asked" ? "agreed" : "ordered") : to}`,
    subject: "organization",
    subjectId: actorOf(work).organizationId,
    detail: {
      export: id,
      kind,
      need: needOf(choice),
      ...("format" in choice ? { format: choice.format } : {}),
      ...(kind === "data" ? { sheets: Object.keys(choice.sheets).join(" "), named: choice.named } : {}),
    },
  });
}

function reasonCell(row: string): CellAddress {
  return { table: "Export", column: "reason", row };
}

function digestCell(row: string): CellAddress {
  return { table: "Export", column: "digest", row };
}
