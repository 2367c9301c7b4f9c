import { dateIn } from "../../practice/calendar.js";
import type { LocalDate } from "../../practice/form.js";
import {
  type CopyKind,
  copyKinds,
  type FilePaperKind,
  filePaperKinds,
  type PaperKind,
  paperKinds,
} from "../../practice/papers.js";
import type { Work } from "../people/work.js";
import type { Sealer } from "../storage/seal.js";
import { kindOf } from "./papers.js";

/** What a paper says of itself when its code is asked for. It names nobody, and no case. */
export type VerifiedPaper = {
  readonly institution: string;
  readonly kind: PaperKind | CopyKind | FilePaperKind;
  /** Its number in the register; null of a paper that has none. */
  readonly number: string | null;
  /** The date of the letter; of other papers the organisation's day of the print. */
  readonly day: LocalDate;
  /**
   * draft: it was not approved when it was printed. void: its number was voided. superseded: there is a newer print that
   * says something else.
   */
  readonly standing: "valid" | "draft" | "void" | "superseded";
  /** SHA-256 of the file, hexadecimal; null until it is made. */
  readonly digest: string | null;
};

/**
 * The code of a paper: a keyed hash of its kind, the round or note it is of and everything that stands on it. Whoever has
 * the print has the code, and nobody else can make one up.
 */
export function paperCode(
  sealer: Sealer,
  subjectId: string,
  kind: PaperKind | CopyKind | FilePaperKind,
  words: string,
): string {
  return sealer.index(`${subjectId} ${kind} ${words}`, "paper-code");
}

/** The paper with a code, for whoever has it in hand. Undefined where there is none. */
export async function verifiedPaper(work: Work, code: string): Promise<VerifiedPaper | undefined> {
  const tx = await work.tx();
  const row = await tx.paper.findFirst({
    where: { code },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: { letter: true },
  });
  // A letter about a breach has no code to be checked by.
  const known = [...paperKinds, ...copyKinds, ...filePaperKinds];
  const kind = row === null ? undefined : known.find((one) => one === kindOf(work.sealer, row));
  if (row === null || kind === undefined) return undefined;
  // Who had it made acted for the institution it is from.
  const { organizationId } = await tx.member.findUniqueOrThrow({ where: { id: row.memberId } });
  const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  const { letter, roundId, supervisionNoteId } = row;
  const others = await tx.paper.findMany({
    where: { roundId, supervisionNoteId, createdAt: { gt: row.createdAt }, status: "made" },
    select: { id: true, paper: true, code: true },
  });
  const isSuperseded = others.some((other) => other.code !== code && kindOf(work.sealer, other) === kind);
  const open = (column: string, table: string, id: string, sealed: string) =>
    work.sealer.open(sealed, { table, column, row: id });
  return {
    institution: organization.name,
    kind,
    number: letter === null ? null : open("number", "Letter", letter.id, letter.number),
    day: letter?.day ?? dateIn(organization.timeZone, row.createdAt),
    standing:
      letter !== null && letter.voidedAt !== null
        ? "void"
        : row.isDraft
          ? "draft"
          : isSuperseded
            ? "superseded"
            : "valid",
    digest: row.digest === null ? null : open("digest", "Paper", row.id, row.digest),
  };
}
