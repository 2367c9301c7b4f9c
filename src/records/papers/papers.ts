import { createHash } from "node:crypto";
import { type BreachLetter, breachLetters } from "../../practice/breach.js";
import {
  type CopyKind,
  copyKinds,
  type DrawingKind,
  drawingKinds,
  type FilePaperKind,
  filePaperKinds,
  type PaperKind,
  paperKinds,
  type ReportPaperKind,
  reportPaperKinds,
} from "../../practice/papers.js";
import { type ReportScope, reportScopes, roleOfScope } from "../../practice/reports/report.js";
import type { ReportPeriod } from "../../practice/reports/reportPeriod.js";
import { type StandardPaper, standardPapers } from "../../practice/standards/papers.js";
import { caseOfRound } from "../case/case.js";
import { noteNamesSeen } from "../case/cases.js";
import type { OpenRound } from "../case/openRound.js";
import type { Role } from "../people/actor.js";
import { actorOf, may } from "../people/rights.js";
import { parseRules } from "../people/rules.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import type { Sealer } from "../storage/seal.js";
import { wordOf } from "../storage/vocabulary.js";

/** What a paper is typeset from: the template and what it reads, and the time that stands in the file. */
export type SetContent = {
  readonly template: string;
  readonly data: string;
  readonly at: string;
  /** Ids of the attachments that stand in it as pictures; absent where its template knows none. */
  readonly photos?: readonly string[];
};

/**
 * What a paper is made of; or a picture, of which there is SVG and its width (units); or the bytes themselves (base64) of
 * a file that was made at once, such as a workbook.
 */
export type PaperContent =
  | SetContent
  | { readonly svg: string; readonly width: number }
  | { readonly bytes: string };

/** What is kept of a paper besides its words. */
export type PaperOrder = {
  readonly kind: PaperKind | CopyKind | FilePaperKind | DrawingKind;
  readonly chatId: number;
  /** The code that is printed on it (`paperCode`); null of a picture. */
  readonly code: string | null;
  readonly isDraft: boolean;
  /** The letter whose number it has; null of a paper that has none. */
  readonly letterId: string | null;
};

/** The template of what is not set: its bytes are the data itself. */
export const dataTemplate = "data.json";

/** What stands at the head of every paper. */
export type Letterhead = {
  readonly name: string;
  readonly address: string | null;
  /** Lines of contact: telephone, e-mail, site. */
  readonly contacts: string | null;
};

/** The letterhead of the acting member's organisation. */
export async function letterheadOf(work: Work): Promise<Letterhead> {
  const tx = await work.tx();
  return tx.organization.findUniqueOrThrow({
    where: { id: actorOf(work).organizationId },
    select: { name: true, address: true, contacts: true },
  });
}

/**
 * Orders a paper of a round. It is made in the background and sent to `chatId`. Its words are those of this moment:
 * they are sealed until it is set. It may name people, so that names count as seen. Throws `NotAllowed`.
 */
export async function orderPaper(
  work: Work,
  round: Pick<OpenRound, "id">,
  { kind, chatId, code, isDraft, letterId, ...content }: PaperContent & PaperOrder,
): Promise<void> {
  const subject = await caseOfRound(work, round.id, "read");
  const caseId = subject.case.id;
  await order(work, { kind, chatId, content }, { caseId, roundId: round.id, code, isDraft, letterId });
  work.audit.push({ action: "paper.ordered", subject: "case", subjectId: caseId });
  noteNamesSeen(work, caseId);
}

/**
 * Orders a note of supervision as a paper. It is made in the background and sent to `chatId`. The caller has opened the
 * note, which asks for the permission.
 */
export async function orderSupervisionPaper(
  work: Work,
  note: { readonly id: string; readonly caseId: string | null; readonly workerId: string },
  { chatId, code, ...content }: PaperContent & { readonly chatId: number; readonly code: string },
): Promise<void> {
  const { caseId } = note;
  await order(work, { kind: "supervision", chatId, content }, { caseId, supervisionNoteId: note.id, code });
  const detail = { note: note.id };
  work.audit.push(
    caseId === null
      ? { action: "paper.ordered", subject: "member", subjectId: note.workerId, detail }
      : { action: "paper.ordered", subject: "case", subjectId: caseId, detail },
  );
}

/**
 * Orders a letter about a breach, for the acting admin. It is made in the background and sent to `chatId`. The caller
 * has checked the permission.
 */
export async function orderBreachLetter(
  work: Work,
  breachId: string,
  { kind, chatId, ...content }: PaperContent & { readonly kind: BreachLetter; readonly chatId: number },
): Promise<void> {
  await order(work, { kind, chatId, content }, { breachId });
  work.audit.push({ action: "paper.ordered", subject: "breach", subjectId: breachId });
}

/**
 * Orders the report on an audit of the service standard, or the picture of its scores, for the acting member. It is made
 * in the background and sent to `chatId`. The caller has checked the permission.
 */
export async function orderAuditPaper(
  work: Work,
  auditId: string,
  { kind, chatId, ...content }: PaperContent & { readonly kind: StandardPaper; readonly chatId: number },
): Promise<void> {
  await order(work, { kind, chatId, content }, { auditId });
  work.audit.push({ action: "paper.ordered", subject: "standard", subjectId: auditId });
}

/**
 * Orders a paper, a picture or the workbook of a report, for who asked for the report. It is made in the background and
 * sent to `chatId`. The caller has opened the report, which asks for the permission.
 */
export async function orderReportPaper(
  work: Work,
  reportId: string,
  { kind, chatId, ...content }: PaperContent & { readonly kind: ReportPaperKind; readonly chatId: number },
): Promise<void> {
  await order(work, { kind, chatId, content }, { reportId });
  const detail = { paper: kind };
  work.audit.push({ action: "paper.ordered", subject: "report", subjectId: reportId, detail });
}

/** What a paper is about, and what is kept of it in the clear. */
type PaperPlace = {
  readonly caseId?: string | null;
  readonly roundId?: string;
  readonly breachId?: string;
  readonly auditId?: string;
  readonly supervisionNoteId?: string;
  readonly reportId?: string;
  readonly code?: string | null;
  readonly isDraft?: boolean;
  readonly letterId?: string | null;
};

async function order(
  work: Work,
  { kind, chatId, content }: { kind: string; chatId: number; content: PaperContent },
  place: PaperPlace,
): Promise<void> {
  const id = work.newId();
  const tx = await work.tx();
  await tx.paper.create({
    data: {
      id,
      ...place,
      paper: work.sealer.seal(kind, paperCell("paper", id)),
      content: work.sealer.seal(JSON.stringify(content), paperCell("content", id)),
      notBefore: work.now,
      memberId: actorOf(work).memberId,
      chatId: BigInt(chatId),
      createdAt: work.now,
    },
  });
}

/** How often a letter was printed so far. */
export async function copiesOf(work: Work, letterId: string): Promise<number> {
  const tx = await work.tx();
  return tx.paper.count({ where: { letterId } });
}

/** What a waiting paper is typeset from. */
export function paperContentOf(sealer: Sealer, row: { readonly id: string; readonly content: string }) {
  return JSON.parse(sealer.open(row.content, paperCell("content", row.id))) as PaperContent;
}

/** Every kind of paper and picture. */
export type AnyPaper =
  | PaperKind
  | CopyKind
  | FilePaperKind
  | DrawingKind
  | BreachLetter
  | StandardPaper
  | ReportPaperKind;

/** A paper whose making has ended. */
export type EndedPaper = {
  readonly id: string;
  /** Null for what is about no case, and for a note of supervision. */
  readonly roundId: string | null;
  /** The audit of the service standard it reports on; null for every other paper. */
  readonly auditId: string | null;
  readonly kind: AnyPaper;
  /** The report it tells; null for every other paper. */
  readonly report: { readonly id: string; readonly scope: ReportScope; readonly period: ReportPeriod } | null;
  /**
   * Code of its case, breach or audit; of a note on a worker's work as a whole the day they spoke (YYYY-MM-DD), of a report
   * the first day of its period.
   */
  readonly code: string;
  readonly organizationId: string;
  readonly chatId: number;
  readonly locale: string | null;
  /** How long (minutes) a file stays in a chat of this organisation. */
  readonly stays: number;
  /** It is a document of Word. */
  readonly isDocx: boolean;
};

/**
 * Ends the making of a paper: `file` is what was stored under its id, or undefined where it cannot be set. `design` is
 * the institution's own template it was made with.
 * Returns whom to tell; undefined where that is nobody, because it has ended before or because who asked for it may not
 * read the case any more. The words of the paper are deleted.
 */
export async function endPaper(
  work: Work,
  id: string,
  file: Uint8Array | undefined,
  design: { readonly id: string; readonly format: string } | undefined,
): Promise<EndedPaper | undefined> {
  const digest = file === undefined ? null : createHash("sha256").update(file).digest("hex");
  const [row] = await statement<EndedRow>(await work.tx(), endWaiting, [
    id,
    file === undefined ? "refused" : "made",
    digest === null ? null : work.sealer.seal(digest, paperCell("digest", id)),
    work.now,
    design?.id ?? null,
  ]);
  if (row === undefined) return undefined;
  const { organizationId, memberId, suspendedAt } = row;
  const mayRead = suspendedAt === null && mayHave(row);
  const action = file === undefined ? "paper.refused" : mayRead ? "paper.made" : "paper.withheld";
  work.audit.push({ action, ...subjectOf(row), organizationId, memberId });
  if (!mayRead) return undefined;
  return {
    id,
    roundId: row.roundId,
    auditId: row.auditId,
    report: reportOf(row),
    kind: kindOf(work.sealer, row),
    code: row.code,
    organizationId,
    chatId: Number(row.chatId),
    locale: row.locale,
    stays: parseRules(row.rules).filesStay,
    isDocx: design?.format === "docx",
  };
}

function reportOf({ reportId, scope, fromDay, toDay }: EndedRow): EndedPaper["report"] {
  if (reportId === null || scope === null || fromDay === null || toDay === null) return null;
  const period = { from: fromDay, to: toDay };
  return { id: reportId, scope: wordOf(reportScopes, scope, "Report.scope"), period };
}

function subjectOf({ id, caseId, breachId, auditId, reportId, supervised }: EndedRow) {
  if (caseId !== null) return { subject: "case", subjectId: caseId };
  if (reportId !== null) return { subject: "report", subjectId: reportId };
  if (auditId !== null) return { subject: "standard", subjectId: auditId };
  return supervised === null
    ? { subject: "breach", subjectId: breachId ?? id }
    : { subject: "member", subjectId: supervised };
}

/**
 * Whether who ordered a paper may have it now: a letter about a breach is the admins', a report on an audit theirs and
 * the supervisors', a note on a worker's work theirs and their supervisor's, any other one the case's.
 */
function mayHave(row: EndedRow): boolean {
  const { organizationId, memberId, roles, workerId, supervisorId, glass, supervised } = row;
  if (workerId !== null) {
    const subject = { organizationId, workerId, workerSupervisorId: supervisorId, glass };
    return may({ organizationId, memberId, roles }, subject, "read");
  }
  const report = reportOf(row);
  if (report !== null) return roles.includes(roleOfScope[report.scope]);
  if (row.auditId !== null) return roles.includes("admin") || roles.includes("supervisor");
  if (supervised === null) return roles.includes("admin");
  return supervised === memberId || (row.supervisedBy === memberId && roles.includes("supervisor"));
}

/** Which paper a row is. */
export function kindOf(sealer: Sealer, row: { readonly id: string; readonly paper: string }) {
  return wordOf(
    [
      ...paperKinds,
      ...copyKinds,
      ...filePaperKinds,
      ...drawingKinds,
      ...breachLetters,
      ...standardPapers,
      ...reportPaperKinds,
    ],
    sealer.open(row.paper, paperCell("paper", row.id)),
    "Paper.paper",
  );
}

function paperCell(column: "paper" | "content" | "digest", id: string) {
  return { table: "Paper", column, row: id };
}

type EndedRow = {
  readonly id: string;
  readonly roundId: string | null;
  readonly paper: string;
  readonly code: string;
  /** Null for a letter about a breach. */
  readonly caseId: string | null;
  readonly breachId: string | null;
  readonly auditId: string | null;
  readonly reportId: string | null;
  readonly scope: string | null;
  readonly fromDay: string | null;
  readonly toDay: string | null;
  /** Whose work a note of supervision is about, and who supervises them now; null where it is on a case, or none. */
  readonly supervised: string | null;
  readonly supervisedBy: string | null;
  readonly organizationId: string;
  readonly workerId: string | null;
  readonly supervisorId: string | null;
  /** Members who read the case now because they broke its glass. */
  readonly glass: readonly string[];
  readonly memberId: string;
  readonly roles: readonly Role[];
  readonly suspendedAt: Date | null;
  readonly chatId: bigint;
  readonly locale: string | null;
  readonly rules: unknown;
};

const endWaiting = `-- prepared: endPaper
UPDATE "Paper" p SET "status" = $2, "digest" = $3, "madeAt" = $4, "designId" = $5, "content" = NULL
FROM (
  SELECT q."id", c."id" AS "caseId", b."id" AS "breachId", s."id" AS "auditId",
    t."id" AS "reportId", t."scope", t."fromDay", t."toDay",
    coalesce(c."code", b."code", s."code", t."fromDay", n."heldOn") AS "code", m."organizationId",
    c."workerId", w."supervisorId", y."id" AS "supervised", y."supervisorId" AS "supervisedBy", m."roles"::text[] AS "roles", m."suspendedAt", a."locale", o."rules",
    ARRAY(SELECT g."memberId" FROM "BrokenGlass" g WHERE g."caseId" = c."id" AND g."until" > $4) AS "glass"
  FROM "Paper" q
  JOIN "Member" m ON m."id" = q."memberId" JOIN "Account" a ON a."id" = m."accountId"
  JOIN "Organization" o ON o."id" = m."organizationId"
  LEFT JOIN "Case" c ON c."id" = q."caseId" LEFT JOIN "Member" w ON w."id" = c."workerId"
  LEFT JOIN "Breach" b ON b."id" = q."breachId" LEFT JOIN "StandardAudit" s ON s."id" = q."auditId"
  LEFT JOIN "Report" t ON t."id" = q."reportId"
  LEFT JOIN "SupervisionNote" n ON n."id" = q."supervisionNoteId"
  LEFT JOIN "Member" y ON y."id" = n."workerId" AND n."caseId" IS NULL
  WHERE q."id" = $1
) x
WHERE p."id" = x."id" AND p."status" = 'waiting'
RETURNING p."id", p."roundId", p."paper", p."memberId", p."chatId", x."caseId", x."breachId", x."auditId", x."reportId", x."scope",
  x."fromDay", x."toDay", x."code", x."organizationId",
  x."workerId", x."supervisorId", x."supervised", x."supervisedBy", x."glass", x."roles", x."suspendedAt", x."locale", x."rules"`;
