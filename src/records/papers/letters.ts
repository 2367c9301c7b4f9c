import { dateIn, partsOf } from "../../practice/calendar.js";
import type { LocalDate } from "../../practice/form.js";
import { letterNumber } from "../../practice/letterNumbers.js";
import type { PaperKind } from "../../practice/papers.js";
import { caseOfRound } from "../case/case.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { adminOf } from "../people/members.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { Tx } from "../storage/tx.js";

/** What the register of outgoing letters (buku agenda) says of a letter. */
export type LetterContent = {
  /** Null of a letter that was not made here. */
  readonly kind: PaperKind | null;
  /** "Hal". */
  readonly subject: string;
  /** "Yth."; null where it goes to nobody. */
  readonly addressee: string | null;
};

/** A number that was given, and the organisation's day on which that was: the date of the letter. */
export type GivenNumber = { readonly id: string; readonly number: string; readonly day: LocalDate };

/** A line of the register. */
export type LetterLine = GivenNumber & {
  /** Null where its case was erased. */
  readonly content: LetterContent | null;
  /** Code of its case. */
  readonly code: string | null;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
};

/** Lines on one page of the register. */
export const lettersPerPage = 10;

/**
 * The number of a round's letter: the one it has, or the next one of the year. A voided number is not used again.
 * Whoever may read the case prints a letter that has a number; taking one is writing. Throws `NotAllowed`, and
 * `CaseRestricted` for a case that is only read.
 */
export async function numberOfRound(
  work: Work,
  roundId: string,
  content: LetterContent & { readonly kind: PaperKind },
): Promise<GivenNumber> {
  const given = await givenNumber(work, roundId);
  if (given !== undefined) return given;
  const subject = await caseOfRound(work, roundId, "write");
  const tx = await work.tx();
  // Who prints it at the same time waits here, and then finds the number.
  await tx.$queryRaw`SELECT 1 FROM "Round" WHERE "id" = ${roundId} FOR UPDATE`;
  const known = await numberedRound(work, tx, roundId);
  if (known !== undefined) return known;
  return give(work, tx, content, { caseId: subject.case.id, roundId });
}

/** The number a round's letter has; undefined where it has none. */
export async function givenNumber(work: Work, roundId: string): Promise<GivenNumber | undefined> {
  await caseOfRound(work, roundId, "read");
  return numberedRound(work, await work.tx(), roundId);
}

async function numberedRound(work: Work, tx: Tx, roundId: string): Promise<GivenNumber | undefined> {
  const row = await tx.letter.findFirst({
    where: { roundId, voidedAt: null },
    select: { id: true, number: true, day: true },
  });
  if (row === null) return undefined;
  return { ...row, number: work.sealer.open(row.number, letterCell("number", row.id)) };
}

/** Takes the next number for a letter that is not made here, so that the register has no gaps. For an admin. */
export async function reserveNumber(work: Work, subject: string): Promise<GivenNumber> {
  adminOf(work);
  const content: LetterContent = { kind: null, subject, addressee: null };
  return give(work, await work.tx(), content, { caseId: null, roundId: null });
}

async function give(
  work: Work,
  tx: Tx,
  content: LetterContent,
  place: { readonly caseId: string | null; readonly roundId: string | null },
): Promise<GivenNumber> {
  const { organizationId, memberId, zone, rules } = actorOf(work);
  const day = dateIn(zone, work.now);
  const { year } = partsOf(day);
  const sequence = await nextOf(tx, organizationId, year);
  const { pattern, ...codes } = rules.letters;
  const number = letterNumber(pattern, sequence, codes, day);
  const id = work.newId();
  await tx.letter.create({
    data: {
      id,
      organizationId,
      year,
      sequence,
      number: work.sealer.seal(number, letterCell("number", id)),
      content: work.sealer.seal(JSON.stringify(content), letterCell("content", id)),
      ...place,
      day,
      memberId,
      takenAt: work.now,
    },
  });
  work.audit.push({ action: "letter.numbered", subject: "letter", subjectId: id });
  return { id, number, day };
}

/** The next number of the year. Who asks at the same time waits for the commit: no number is given twice or left out. */
async function nextOf(tx: Tx, organizationId: string, year: number): Promise<number> {
  const rows = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "LetterCounter" ("organizationId", "year", "last") VALUES (${organizationId}, ${year}, 1)
    ON CONFLICT ("organizationId", "year") DO UPDATE SET "last" = "LetterCounter"."last" + 1
    RETURNING "last"`;
  return rows[0]?.last ?? 1;
}

/** The sequence of the next letter of this year. For an admin. */
export async function nextSequence(work: Work): Promise<number> {
  const { organizationId, zone } = adminOf(work);
  const { year } = partsOf(dateIn(zone, work.now));
  const tx = await work.tx();
  const row = await tx.letterCounter.findUnique({ where: { organizationId_year: { organizationId, year } } });
  return (row?.last ?? 0) + 1;
}

/**
 * Lets the next letter of this year have a later number, as where an institution begins in the middle of a year. For an
 * admin. Throws `Conflict` for a number that may have been given already.
 */
export async function continueFrom(work: Work, sequence: number): Promise<void> {
  const { organizationId, zone } = adminOf(work);
  const { year } = partsOf(dateIn(zone, work.now));
  const tx = await work.tx();
  const last = sequence - 1;
  const moved = await tx.$executeRaw`
    INSERT INTO "LetterCounter" ("organizationId", "year", "last") VALUES (${organizationId}, ${year}, ${last})
    ON CONFLICT ("organizationId", "year") DO UPDATE SET "last" = EXCLUDED."last"
    WHERE "LetterCounter"."last" <= EXCLUDED."last"`;
  if (moved === 0) throw new Conflict("the number was given already");
  work.audit.push({
    action: "organization.changed",
    subject: "organization",
    subjectId: organizationId,
    detail: { what: "letters.next", value: sequence },
  });
}

/** A page of the register, the newest first. For an admin. */
export async function letterRegister(
  work: Work,
  page: number,
): Promise<{ readonly lines: readonly LetterLine[]; readonly total: number }> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  const total = await tx.letter.count({ where: { organizationId } });
  const rows = await tx.letter.findMany({
    where: { organizationId },
    include: { case: { select: { code: true } } },
    orderBy: [{ year: "desc" }, { sequence: "desc" }],
    skip: page * lettersPerPage,
    take: lettersPerPage,
  });
  return { lines: rows.map((row) => lineOf(work, row)), total };
}

/** One line of the register. For an admin; throws `NotAllowed` where it is another institution's. */
export async function letterLine(work: Work, letterId: string): Promise<LetterLine> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  const row = await tx.letter.findUnique({
    where: { id: letterId },
    include: { case: { select: { code: true } } },
  });
  if (row === null || row.organizationId !== organizationId) throw new NotAllowed();
  return lineOf(work, row);
}

/** Voids a number with a reason. It stays in the register, and its letter gets another one when it is printed again. */
export async function voidLetter(work: Work, letterId: string, reason: string): Promise<void> {
  const { organizationId, memberId } = adminOf(work);
  const tx = await work.tx();
  const { count } = await tx.letter.updateMany({
    where: { id: letterId, organizationId, voidedAt: null },
    data: {
      voidedAt: work.now,
      voidedById: memberId,
      voidReason: work.sealer.seal(reason, letterCell("voidReason", letterId)),
    },
  });
  if (count === 0) throw new NotAllowed();
  work.audit.push({ action: "letter.voided", subject: "letter", subjectId: letterId });
}

type LetterRow = {
  readonly id: string;
  readonly number: string;
  readonly content: string | null;
  readonly day: string;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
  readonly case: { readonly code: string } | null;
};

function lineOf(work: Work, row: LetterRow): LetterLine {
  const { id, day, voidedAt } = row;
  const open = (column: "number" | "content" | "voidReason", sealed: string) =>
    work.sealer.open(sealed, letterCell(column, id));
  return {
    id,
    day,
    voidedAt,
    number: open("number", row.number),
    content: row.content === null ? null : (JSON.parse(open("content", row.content)) as LetterContent),
    code: row.case?.code ?? null,
    voidReason: row.voidReason === null ? null : open("voidReason", row.voidReason),
  };
}

function letterCell(column: "number" | "content" | "voidReason", id: string) {
  return { table: "Letter", column, row: id };
}
