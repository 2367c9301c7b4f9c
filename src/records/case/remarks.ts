/**
 * What a supervisor asks to be mended in a form: remarks on its answers and on the whole of it. They are collected while
 * the form waits, go to its worker when it is returned, and from then on are events of the case (`course.ts`).
 */
import { z } from "zod";
import type { Path } from "../../practice/form.js";
import { Conflict } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { Unreadable } from "../storage/seal.js";
import { type Case, type RoundLine, roundOf } from "./case.js";

/**
 * What is asked to be mended. `part` is the path of an answer (`goals.1.target`), of an item (`goals.1`) or of a whole
 * list, or null for the whole form.
 */
export type Remark = {
  readonly part: Path | null;
  readonly text: string | Unreadable;
  readonly memberId: string;
  readonly at: Date;
};

/** A remark as it is written. */
export type NewRemark = { readonly part: Path | null; readonly text: string };

/** The remarks of rounds decided before the table `CaseTurn` existed, in one sealed list. */
const earlierSchema = z.array(
  z.object({
    part: z.string().nullable(),
    text: z.string(),
    memberId: z.string(),
    at: z.iso.datetime().transform((text) => new Date(text)),
  }),
);

const draftSchema = z.object({ part: z.string().nullable(), text: z.string() });

/** The remarks of the last return of a round, while it is returned or waits again; otherwise none. */
export function openRemarks(work: Work, subject: Case, round: RoundLine): readonly Remark[] {
  const isOpen = round.status === "returned" || (round.status === "submitted" && round.decidedAt !== null);
  if (!isOpen || round.isCorrected) return [];
  const all = remarksIn(work, subject, round.id);
  const last = all.at(-1);
  return all.filter(({ at }) => at.getTime() === last?.at.getTime());
}

function remarksIn(work: Work, subject: Case, roundId: string): readonly Remark[] {
  const returned = subject.course.flatMap((entry): Remark[] => {
    if (entry.kind !== "returned" || entry.roundId !== roundId) return [];
    const { part, reason, memberId, at } = entry;
    return [{ part, text: reason ?? "", memberId, at }];
  });
  return [...earlierRemarks(work, subject, roundId), ...returned];
}

/** Remarks of the time before they were events of their case, oldest first. */
export function earlierRemarks(work: Work, subject: Case, roundId: string): readonly Remark[] {
  const { comment, decidedById, decidedAt, startedAt } = roundOf(subject, roundId);
  if (comment === null) return [];
  const json = work.sealer.read(comment, { table: "Round", column: "comment", row: roundId });
  if (typeof json === "string") return earlierSchema.parse(JSON.parse(json));
  return [{ part: null, text: json, memberId: decidedById ?? "", at: decidedAt ?? startedAt }];
}

/**
 * The remarks the acting member has written on a waiting round and not sent yet, oldest first. Whoever calls has checked
 * that they decide on it (`roundToDecide`).
 */
export async function draftedRemarks(work: Work, roundId: string): Promise<readonly NewRemark[]> {
  return (await draftRows(work, roundId)).map(({ part, text }) => ({ part, text }));
}

/** Keeps a remark until the round is returned; it replaces an earlier one on the same part. The caller as above. */
export async function draftRemark(work: Work, roundId: string, remark: NewRemark): Promise<void> {
  await dropDraft(work, roundId, remark.part);
  const tx = await work.tx();
  const id = work.newId();
  await tx.remarkDraft.create({
    data: {
      id,
      roundId,
      memberId: actorOf(work).memberId,
      content: work.sealer.seal(JSON.stringify(remark), draftCell(id)),
      at: work.now,
    },
  });
}

/** Throws away the unsent remark on a part. The caller as above. */
export async function dropDraft(work: Work, roundId: string, part: Path | null): Promise<void> {
  const ids = (await draftRows(work, roundId)).flatMap((row) => (row.part === part ? [row.id] : []));
  const tx = await work.tx();
  await tx.remarkDraft.deleteMany({ where: { id: { in: ids } } });
}

/** The round was decided on: what was collected is sent, or of no use any more. */
export async function clearDrafts(work: Work, roundId: string): Promise<void> {
  const tx = await work.tx();
  await tx.remarkDraft.deleteMany({ where: { roundId } });
}

async function draftRows(work: Work, roundId: string) {
  const tx = await work.tx();
  const rows = await tx.remarkDraft.findMany({
    where: { roundId, memberId: actorOf(work).memberId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, content }) => {
    const json = work.sealer.read(content, draftCell(id));
    if (typeof json !== "string") throw new Conflict("a remark cannot be read any more");
    return { id, ...draftSchema.parse(JSON.parse(json)) };
  });
}

function draftCell(id: string) {
  return { table: "RemarkDraft", column: "content", row: id } as const;
}
