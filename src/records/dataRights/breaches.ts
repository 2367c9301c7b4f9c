/**
 * The register of breaches in the form of UU 27/2022 Pasal 46: what is recorded of each, the letters to the people and to
 * the authority, and who was told when. For admins. Its clock of 3 × 24 hours ends once both were told in writing.
 */
import {
  type BreachAudience,
  type BreachField,
  type BreachLetter,
  breachFields,
  leastOfLetter,
} from "../../practice/breach.js";
import { beginBreach } from "../due/manualDeadlines.js";
import { orderBreachLetter, type PaperContent } from "../papers/papers.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { adminOf } from "../people/members.js";
import type { Work } from "../people/work.js";
import type { Unreadable } from "../storage/seal.js";

/** What is recorded of a breach so far. */
export type BreachContent = Partial<Record<BreachField, string>>;

/** A breach as an admin sees it. */
export type BreachRecord = {
  readonly id: string;
  readonly code: string;
  readonly knownAt: Date;
  readonly content: BreachContent | Unreadable;
  readonly letters: Readonly<Record<BreachLetter, Date | null>>;
  readonly told: Readonly<Record<BreachAudience, Date | null>>;
};

/**
 * A breach became known to the acting admin now: its clock starts, and its record is opened. Returns the record's id.
 * Throws `NotAllowed`.
 */
export async function openBreach(work: Work): Promise<string> {
  const { organizationId, memberId, zone } = adminOf(work);
  const tx = await work.tx();
  const deadlineId = await beginBreach(work);
  // Two admins may open one at once: the second waits for the number of the first.
  await tx.$queryRaw`SELECT 1 FROM "Organization" WHERE "id" = ${organizationId} FOR UPDATE`;
  const year = new Intl.DateTimeFormat("en", { timeZone: zone, year: "numeric" }).format(work.now);
  const before = await tx.breach.count({
    where: { organizationId, code: { startsWith: `B-${year}-` } },
  });
  const id = work.newId();
  await tx.breach.create({
    data: {
      id,
      organizationId,
      code: `B-${year}-${String(before + 1).padStart(2, "0")}`,
      deadlineId,
      recordedById: memberId,
      knownAt: work.now,
    },
  });
  return id;
}

/** A breach of the acting admin's institution. The reading is audited. Throws `NotAllowed`. */
export async function readBreach(work: Work, id: string): Promise<BreachRecord> {
  const row = await rowOf(work, id);
  work.audit.push({ action: "breach.read", subject: "breach", subjectId: id });
  return {
    id,
    code: row.code,
    knownAt: row.knownAt,
    content: contentOf(work, row),
    letters: { "breach-subject": row.subjectLetterAt, "breach-authority": row.authorityLetterAt },
    told: { subject: row.subjectToldAt, authority: row.authorityToldAt, public: row.publicToldAt },
  };
}

/** The breaches of the acting admin's institution, newest first: code, and when each became known. Throws `NotAllowed`. */
export async function listBreaches(
  work: Work,
  page: number,
  perPage: number,
): Promise<readonly { readonly id: string; readonly code: string; readonly knownAt: Date }[]> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  return tx.breach.findMany({
    where: { organizationId },
    orderBy: [{ knownAt: "desc" }, { id: "asc" }],
    skip: page * perPage,
    take: perPage,
    select: { id: true, code: true, knownAt: true },
  });
}

/** Records a part of it. Whose data it is names cases by their code; returns those that are none. Throws `NotAllowed`. */
export async function keepBreachField(
  work: Work,
  id: string,
  field: BreachField,
  text: string,
): Promise<readonly string[]> {
  const row = await lockedRow(work, id);
  const before = contentOf(work, row);
  if ("unreadable" in before) throw new Conflict("what was recorded cannot be read");
  const tx = await work.tx();
  if (field === "whose") {
    const codes = [...new Set(text.toUpperCase().match(/[A-Z]+-\d{4}-\d+/g) ?? [])];
    const known = await tx.case.findMany({
      where: { organizationId: row.organizationId, code: { in: codes } },
      select: { code: true },
    });
    const unknown = codes.filter((code) => !known.some((one) => one.code === code));
    if (unknown.length > 0) return unknown;
  }
  const content = work.sealer.seal(JSON.stringify({ ...before, [field]: text }), cellOf(id));
  await tx.breach.update({ where: { id }, data: { content } });
  work.audit.push({ action: "breach.recorded", subject: "breach", subjectId: id, detail: { field } });
  return [];
}

/** The next part that is not recorded yet; undefined where everything is. */
export function nextField({ content }: Pick<BreachRecord, "content">): BreachField | undefined {
  return "unreadable" in content ? undefined : breachFields.find((field) => content[field] === undefined);
}

/** Whether enough is recorded for a letter (Pasal 46 ayat (2)). */
export function isEnoughForLetter({ content }: Pick<BreachRecord, "content">): boolean {
  return !("unreadable" in content) && leastOfLetter.every((field) => content[field] !== undefined);
}

/** Orders a letter. Throws `NotAllowed`, and `Conflict` where too little is recorded. */
export async function writeBreachLetter(
  work: Work,
  breach: BreachRecord,
  letter: PaperContent & { readonly kind: BreachLetter; readonly chatId: number },
): Promise<void> {
  await rowOf(work, breach.id);
  if (!isEnoughForLetter(breach)) throw new Conflict("too little is recorded for a letter");
  await orderBreachLetter(work, breach.id, letter);
  const tx = await work.tx();
  const at =
    letter.kind === "breach-subject" ? { subjectLetterAt: work.now } : { authorityLetterAt: work.now };
  await tx.breach.update({ where: { id: breach.id }, data: at });
}

/**
 * Somebody was told of it now: the people or the authority by the letter, which has to be written before, or the public.
 * The clock ends with the second of the two. Throws `NotAllowed`, and `Conflict`.
 */
export async function noteToldOfBreach(work: Work, id: string, audience: BreachAudience): Promise<void> {
  const row = await lockedRow(work, id);
  const { memberId } = adminOf(work);
  const tx = await work.tx();
  const told = { subject: row.subjectToldAt, authority: row.authorityToldAt, public: row.publicToldAt };
  if (told[audience] !== null) throw new Conflict("they were told already");
  if (audience === "subject" && row.subjectLetterAt === null) throw new Conflict("the letter is not written");
  if (audience === "authority" && row.authorityLetterAt === null)
    throw new Conflict("the letter is not written");
  const column = `${audience}ToldAt` as const;
  await tx.breach.update({ where: { id }, data: { [column]: work.now } });
  work.audit.push({ action: "breach.told", subject: "breach", subjectId: id, detail: { audience } });
  const isLast =
    audience === "subject" ? told.authority !== null : audience === "authority" && told.subject !== null;
  if (!isLast) return;
  await tx.deadline.updateMany({
    where: { id: row.deadlineId, doneAt: null, cancelledAt: null },
    data: { doneAt: work.now, tickedById: memberId, nextAt: null },
  });
  work.audit.push({ action: "deadline.ticked", subject: "deadline", subjectId: row.deadlineId });
}

type BreachRow = { readonly id: string; readonly content: string | null };

async function rowOf(work: Work, id: string) {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  const row = await tx.breach.findUnique({ where: { id } });
  if (row === null || row.organizationId !== organizationId) throw new NotAllowed();
  return row;
}

/** The same, for a change that depends on what is there: of two admins the second waits, and sees what the first did. */
async function lockedRow(work: Work, id: string) {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  await tx.$queryRaw`SELECT 1 FROM "Breach" WHERE "id" = ${id} AND "organizationId" = ${organizationId} FOR UPDATE`;
  return rowOf(work, id);
}

function contentOf(work: Work, { id, content }: BreachRow): BreachContent | Unreadable {
  if (content === null) return {};
  const json = work.sealer.read(content, cellOf(id));
  return typeof json === "string" ? (JSON.parse(json) as BreachContent) : json;
}

function cellOf(id: string) {
  return { table: "Breach", column: "content", row: id };
}
