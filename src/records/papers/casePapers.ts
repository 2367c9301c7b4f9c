import { isDrawing, isOfReport, isPrinted } from "../../practice/papers.js";
import { noteNamesSeen } from "../case/cases.js";
import { NotAllowed } from "../people/actor.js";
import { memberNames } from "../people/members.js";
import { caseStub } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { Sealer } from "../storage/seal.js";
import { type AnyPaper, kindOf } from "./papers.js";

/** A paper that was made of a case, and is kept. */
export type KeptPaper = {
  readonly id: string;
  readonly kind: AnyPaper;
  readonly roundId: string | null;
  readonly madeAt: Date;
  readonly memberId: string;
  readonly isDraft: boolean;
  /** The number of its letter; null of a paper that has none. */
  readonly number: string | null;
  /** Whom its letter goes to; null where it goes to nobody. */
  readonly addressee: string | null;
};

/** Papers on one page of the list. */
export const papersPerPage = 5;

/**
 * A page of the papers of a case that were made, the newest first, with the names of who had them made. Pictures are
 * drawn anew and not listed. Throws `NotAllowed`.
 */
export async function keptPapers(
  work: Work,
  caseId: string,
  page: number,
): Promise<{
  readonly papers: readonly KeptPaper[];
  readonly total: number;
  readonly names: ReadonlyMap<string, string>;
}> {
  await caseStub(work, { id: caseId }, "read");
  const tx = await work.tx();
  // A picture has no code to be checked by.
  const where = { caseId, status: "made", code: { not: null } };
  const total = await tx.paper.count({ where });
  const rows = await tx.paper.findMany({
    where,
    include: { letter: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: page * papersPerPage,
    take: papersPerPage,
  });
  const papers = rows.map((row) => keptOf(work.sealer, row));
  return { papers, total, names: await memberNames(work, [...new Set(rows.map((row) => row.memberId))]) };
}

/**
 * A kept paper to be looked at again, the code of its case, and whether it is a document of Word. The looking is audited, and names count as seen. Throws
 * `NotAllowed`, also for what is no paper of a case.
 */
export async function openPaper(
  work: Work,
  paperId: string,
): Promise<{ readonly paper: KeptPaper; readonly code: string; readonly isDocx: boolean }> {
  const tx = await work.tx();
  const row = await tx.paper.findUnique({ where: { id: paperId }, include: { letter: true } });
  if (row === null || row.caseId === null || row.status !== "made" || row.code === null)
    throw new NotAllowed();
  const { id: caseId, code } = await caseStub(work, { id: row.caseId }, "read");
  work.audit.push({
    action: "paper.opened",
    subject: "case",
    subjectId: caseId,
    detail: { paper: paperId },
  });
  noteNamesSeen(work, caseId);
  const design =
    row.designId === null ? null : await tx.paperDesign.findUnique({ where: { id: row.designId } });
  return { paper: keptOf(work.sealer, row), code, isDocx: design?.format === "docx" };
}

/** The papers of a case that people took along or that went to somebody, as its history tells. The caller asked for the right. */
export async function sentPapers(work: Work, caseId: string): Promise<readonly KeptPaper[]> {
  const tx = await work.tx();
  const rows = await tx.paper.findMany({
    where: { caseId, status: "made", code: { not: null }, isDraft: false },
    include: { letter: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => keptOf(work.sealer, row)).filter(({ kind }) => leaves(kind));
}

function leaves(kind: AnyPaper): boolean {
  // None of a case.
  if (kind === "standard-audit" || kind === "standard-chart" || isOfReport(kind)) return false;
  if (isDrawing(kind) || kind === "data-json") return false;
  return kind === "breach-subject" || kind === "breach-authority" || isPrinted(kind);
}

type PaperRow = {
  readonly id: string;
  readonly paper: string;
  readonly roundId: string | null;
  readonly madeAt: Date | null;
  readonly createdAt: Date;
  readonly memberId: string;
  readonly isDraft: boolean;
  readonly letter: { readonly id: string; readonly number: string; readonly content: string | null } | null;
};

function keptOf(sealer: Sealer, row: PaperRow): KeptPaper {
  const { id, roundId, memberId, isDraft, letter } = row;
  const open = (column: "number" | "content", sealed: string) =>
    sealer.open(sealed, { table: "Letter", column, row: letter?.id ?? "" });
  const content = letter?.content ?? null;
  const told =
    content === null ? null : (JSON.parse(open("content", content)) as { readonly addressee: string | null });
  return {
    id,
    kind: kindOf(sealer, row),
    roundId,
    madeAt: row.madeAt ?? row.createdAt,
    memberId,
    isDraft,
    number: letter === null ? null : open("number", letter.number),
    addressee: told?.addressee ?? null,
  };
}
