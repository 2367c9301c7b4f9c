import type { DataRequest as DataRequestRow } from "../../generated/prisma/client.js";
import {
  type DataRequestEnd,
  type DataRequestKind,
  dataRequestKinds,
  dataRights,
  type RefusalGround,
  refusalArticle,
} from "../../practice/dataRequests.js";
import { dataRequestAsked } from "../../practice/deadlines/dataSubjectRequest.js";
import { erasureAsked } from "../../practice/deadlines/erasureRequest.js";
import { deadlineOf } from "../../practice/deadlines.js";
import { caseFor } from "../case/case.js";
import { basisOf } from "../due/basis.js";
import { addDeadline, hoursFrom } from "../due/deadlines.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf, type CaseRight, type CaseStub, caseStub, may } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { kindsIn } from "../storage/deadlineKinds.js";
import type { CellAddress, Sealer, Unreadable } from "../storage/seal.js";
import { wordOf } from "../storage/vocabulary.js";

/** A request of a client, for whoever may read its case. */
export type DataRequest = {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly kind: DataRequestKind;
  /** In the client's words; null where nobody wrote them down. */
  readonly words: string | Unreadable | null;
  readonly recordedById: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly erasureAskedById: string | null;
  readonly endedById: string | null;
  readonly endedAt: Date | null;
  readonly ending: DataRequestEnd | null;
  readonly notifiedById: string | null;
  readonly notifiedAt: Date | null;
};

/** The kinds of deadlines that are clocks of requests. */
const clocks = ["data-subject-request", "erasure-request"] as const;

/**
 * The id of a case by its code, such as K-2026-0042. Undefined where the acting member may not note requests on it,
 * or there is none.
 */
export async function caseByCode(work: Work, code: string): Promise<string | undefined> {
  try {
    return (await caseStub(work, { code: code.trim().toUpperCase() }, "request")).id;
  } catch (error) {
    if (error instanceof NotAllowed) return undefined;
    throw error;
  }
}

/**
 * Records what a client asks for of their data. The case's worker has 3 × 24 hours from then, as the law says; for an
 * erasure, for which it sets no time, the days of the default. Returns the id of the request. Throws `NotAllowed`.
 */
export async function beginDataRequest(
  work: Work,
  caseId: string,
  kind: DataRequestKind,
  words: string | null = null,
  askedAt = work.now,
): Promise<string> {
  const { zone, rules, memberId: recordedById } = actorOf(work);
  const { organizationId, workerId: memberId } = await caseStub(work, { id: caseId }, "request");
  const id = work.newId();
  const due =
    kind === "erasure"
      ? deadlineOf("erasure-request", erasureAsked(askedAt, zone, id))
      : deadlineOf("data-subject-request", dataRequestAsked(kind, askedAt, id));
  await addDeadline(work, due, { organizationId, caseId, memberId, hours: hoursFrom(zone, rules) });
  const tx = await work.tx();
  await tx.dataRequest.create({
    data: {
      id,
      organizationId,
      caseId,
      asksFor: work.sealer.seal(kind, cell("asksFor", id)),
      words: words === null ? null : work.sealer.seal(words, cell("words", id)),
      recordedById,
      askedAt,
      dueAt: due.dueAt,
    },
  });
  work.audit.push({ action: "data.requested", subject: "case", subjectId: caseId });
  return id;
}

/** A request, with a right on its case. Throws `NotAllowed`. */
export async function readDataRequest(
  work: Work,
  id: string,
  right: CaseRight = "read",
): Promise<DataRequest & { readonly staff: CaseStub }> {
  const tx = await work.tx();
  const row = (await tx.dataRequest.findUnique({ where: { id } })) ?? (await adopted(work, id));
  if (row === null) throw new NotAllowed();
  const staff = await caseStub(work, { id: row.caseId }, right);
  return { ...requestOf(work.sealer, row), code: staff.code, staff };
}

/**
 * A request, for its card: for whoever may read its case; without the words for an admin who stands in where no supervisor
 * can be reached. Throws `NotAllowed`.
 */
export async function requestToDecide(
  work: Work,
  id: string,
): Promise<Awaited<ReturnType<typeof readDataRequest>>> {
  const tx = await work.tx();
  const row = (await tx.dataRequest.findUnique({ where: { id } })) ?? (await adopted(work, id));
  if (row === null) throw new NotAllowed();
  const staff = await caseStub(work, { id: row.caseId }, "refuse").catch((error: unknown) => {
    if (error instanceof NotAllowed) return undefined;
    throw error;
  });
  if (staff === undefined || may(actorOf(work), staff, "read")) {
    // The words are the client's: their reading is audited.
    await caseFor(work, row.caseId, "read");
    return readDataRequest(work, id);
  }
  const request = requestOf(work.sealer, row);
  const { ending } = request;
  const bare = ending !== null && "words" in ending ? { ...ending, words: "" } : ending;
  return { ...request, words: null, ending: bare, code: staff.code, staff };
}

/** The clock of an open request: its deadline, and whose it is; undefined once it has stopped. */
export async function clockOf(
  work: Work,
  { id: anchor, caseId }: Pick<DataRequest, "id" | "caseId">,
): Promise<{ readonly id: string; readonly memberId: string; readonly statutory: boolean } | undefined> {
  const tx = await work.tx();
  const clock = await tx.deadline.findFirst({
    where: { caseId, anchor, key: { in: kindsIn(work.sealer, clocks) }, doneAt: null, cancelledAt: null },
    select: { id: true, memberId: true, statutory: true },
  });
  return clock ?? undefined;
}

/** A request that waits to be carried out. Throws `NotAllowed` where it asks for something else, `Conflict` where it ended. */
export async function openDataRequest(work: Work, id: string, kind: DataRequestKind, right: CaseRight) {
  const request = await readDataRequest(work, id, right);
  if (request.kind !== kind) throw new NotAllowed();
  if (request.endedAt !== null) throw new Conflict("the request has ended");
  return request;
}

/** Ends a request and its clock. Throws `Conflict` where it ended already. The caller has checked the permission. */
export async function endDataRequest(work: Work, id: string, ending: DataRequestEnd): Promise<void> {
  const { memberId } = actorOf(work);
  const tx = await work.tx();
  const { count } = await tx.dataRequest.updateMany({
    where: { id, endedAt: null },
    data: {
      endedById: memberId,
      endedAt: work.now,
      ending: work.sealer.seal(JSON.stringify(ending), cell("ending", id)),
    },
  });
  if (count === 0) throw new Conflict("the request has ended");
  await tx.deadline.updateMany({
    where: { key: { in: kindsIn(work.sealer, clocks) }, anchor: id, doneAt: null, cancelledAt: null },
    data: { doneAt: work.now, nextAt: null, tickedById: memberId },
  });
  const { caseId } = await tx.dataRequest.findUniqueOrThrow({ where: { id }, select: { caseId: true } });
  const action = ending.kind === "refused" ? "data.request-refused" : "data.request-met";
  work.audit.push({ action, subject: "case", subjectId: caseId });
}

/** Refuses a request on a ground the law allows, with the reason. Throws `NotAllowed`, `Conflict`. */
export async function refuseDataRequest(
  work: Work,
  id: string,
  ground: RefusalGround,
  words: string,
): Promise<DataRequest> {
  const request = await readDataRequest(work, id, "refuse");
  if (refusalArticle(request.kind, ground) === undefined || words.trim() === "") throw new NotAllowed();
  await endDataRequest(work, id, { kind: "refused", ground, words });
  return readDataRequest(work, id);
}

/** Notes that the client was told how their request ended (UU 27/2022 Pasal 30, 41, 45). Throws `NotAllowed`, `Conflict`. */
export async function noteClientTold(work: Work, id: string): Promise<void> {
  const { caseId } = await readDataRequest(work, id, "tell");
  const tx = await work.tx();
  const { count } = await tx.dataRequest.updateMany({
    where: { id, endedAt: { not: null }, notifiedAt: null },
    data: { notifiedById: actorOf(work).memberId, notifiedAt: work.now },
  });
  if (count === 0) throw new Conflict("that is noted already, or nothing has ended");
  work.audit.push({ action: "data.client-told", subject: "case", subjectId: caseId });
}

/**
 * Removes the words of all requests of a case that is erased, and ends those that are open: nothing is left to carry out.
 * What was asked for, and how it ended, stays. An ending that cannot be opened goes: words may be in it.
 */
export async function closeRequests(
  work: Work,
  caseId: string,
  erased: Omit<Extract<DataRequestEnd, { readonly kind: "erased" }>, "kind">,
): Promise<void> {
  const tx = await work.tx();
  const open = await tx.dataRequest.findMany({ where: { caseId, endedAt: null }, select: { id: true } });
  for (const { id } of open) await endDataRequest(work, id, { kind: "erased", ...erased });
  for (const { id, ending } of await tx.dataRequest.findMany({ where: { caseId } })) {
    const opened = ending === null ? null : work.sealer.read(ending, cell("ending", id));
    const ended = typeof opened === "string" ? (JSON.parse(opened) as DataRequestEnd) : null;
    const bare = ended !== null && "words" in ended ? { ...ended, words: "" } : ended;
    const sealed = bare === null ? null : work.sealer.seal(JSON.stringify(bare), cell("ending", id));
    await tx.dataRequest.update({ where: { id }, data: { words: null, ending: sealed } });
  }
}

/** A row inside JSON, where a time is text. */
export type RequestInJson = {
  readonly [K in keyof DataRequestRow]: DataRequestRow[K] extends Date
    ? string
    : DataRequestRow[K] extends Date | null
      ? string | null
      : DataRequestRow[K];
};

/** The row itself. */
export function datedRequest(row: RequestInJson): DataRequestRow {
  const dateOf = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...row,
    askedAt: new Date(row.askedAt),
    dueAt: new Date(row.dueAt),
    erasureAskedAt: dateOf(row.erasureAskedAt),
    endedAt: dateOf(row.endedAt),
    notifiedAt: dateOf(row.notifiedAt),
  };
}

/** A row as it is read. The code of the case is the reader's to add. */
export function requestOf(sealer: Sealer, row: DataRequestRow): Omit<DataRequest, "code"> {
  const { asksFor, words, ending, organizationId: _, erasureAskedAt: __, ...rest } = row;
  return {
    ...rest,
    kind: wordOf(dataRequestKinds, sealer.open(asksFor, cell("asksFor", row.id)), "DataRequest.asksFor"),
    words: words === null ? null : sealer.read(words, cell("words", row.id)),
    ending: ending === null ? null : endingOf(sealer, row.id, ending),
  };
}

function endingOf(sealer: Sealer, id: string, sealed: string): DataRequestEnd {
  return JSON.parse(sealer.open(sealed, cell("ending", id))) as DataRequestEnd;
}

function cell(column: "asksFor" | "words" | "ending", row: string): CellAddress {
  return { table: "DataRequest", column, row };
}

/** A request of which an earlier version kept only the clock: it gets its row now. Null where there is none. */
async function adopted(work: Work, id: string): Promise<DataRequestRow | null> {
  const tx = await work.tx();
  const clock = await tx.deadline.findFirst({
    where: { anchor: id, key: { in: kindsIn(work.sealer, ["data-subject-request"]) } },
  });
  if (clock === null || clock.caseId === null) return null;
  const { organizationId, caseId, memberId: recordedById, startsAt: askedAt, dueAt } = clock;
  const basis = basisOf(work.sealer, clock.id, clock.basis);
  const kind = dataRequestKinds.find((one) => basis?.endsWith(dataRights[one].duty)) ?? "access";
  const asksFor = work.sealer.seal(kind, cell("asksFor", id));
  return tx.dataRequest.create({
    data: { id, organizationId, caseId, asksFor, recordedById, askedAt, dueAt, endedAt: clock.doneAt },
  });
}

/** The same for every such request of an organisation. */
export async function adoptClocks(work: Work, organizationId: string): Promise<void> {
  const tx = await work.tx();
  const kinds = kindsIn(work.sealer, ["data-subject-request"]);
  const clocks = await tx.$queryRaw<{ anchor: string }[]>`
    SELECT d."anchor" FROM "Deadline" d WHERE d."organizationId" = ${organizationId} AND d."key" = ANY (${kinds})
      AND NOT EXISTS (SELECT 1 FROM "DataRequest" r WHERE r."id" = d."anchor")`;
  for (const { anchor } of clocks) await adopted(work, anchor);
}
