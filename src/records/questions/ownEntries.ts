/**
 * Entries of the institution's own in the guidance. A supervisor writes one of a reply and proposes it, an admin decides, or
 * writes one alone. Who may do what stands in `records/people/rights.ts`.
 *
 *   draft ──► proposed ──► kept ◄──► retired
 *     ▲ │         │ │       ▲ └─ written on: the text before is kept
 *     │ └─────────┼─┼───────┘ an admin's own
 *     └───────────┘ └──► declined
 */
import { addMonths, dateIn } from "../../practice/calendar.js";
import type { LocalDate } from "../../practice/form.js";
import { Conflict, NotAllowed, Stale } from "../people/actor.js";
import { actorOf, mayWithEntry, mayWriteEntries, type OwnEntryStatus } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { readConsultation } from "./consultations.js";
import { endReview, remindOfReview } from "./ownEntryReview.js";
import {
  entryFor,
  type OwnEntry,
  type OwnEntryContent,
  openedEntries,
  openedText,
  sealedContent,
  sealedText,
} from "./ownEntryRow.js";
import { openQuestionOf, settleAnswered } from "./unanswered.js";

/** After how many months somebody looks at an entry again, where nobody says otherwise. */
export const reviewMonths = 12;

/** Where an entry begins: the supervisor's reply to a question, a question nobody answered, or neither. */
export type OwnEntryOrigin =
  | { readonly kind: "reply"; readonly consultationId: string }
  | { readonly kind: "unanswered"; readonly unansweredId: string }
  | { readonly kind: "new" };

/**
 * Begins an entry, which is the author's alone until they propose or keep it. A reply begins one entry: who begins it again goes
 * on with the first, unless that was declined. Returns its id. Throws `NotAllowed`, and where the reply is somebody else's.
 */
export async function beginOwnEntry(
  work: Work,
  origin: OwnEntryOrigin,
  content: OwnEntryContent,
): Promise<string> {
  const { organizationId, memberId, roles } = actorOf(work);
  if (!mayWriteEntries({ roles })) throw new NotAllowed();
  const tx = await work.tx();
  const consultationId = origin.kind === "reply" ? origin.consultationId : null;
  const unansweredId = origin.kind === "unanswered" ? origin.unansweredId : null;
  if (consultationId !== null) {
    const { answeredById } = await readConsultation(work, consultationId);
    if (answeredById !== memberId) throw new NotAllowed();
    const begun = await tx.ownEntry.findFirst({
      where: { organizationId, consultationId, authorId: memberId, status: { not: "declined" } },
    });
    if (begun !== null) return begun.id;
  }
  if (unansweredId !== null) await openQuestionOf(work, unansweredId);
  const id = work.newId();
  await tx.ownEntry.create({
    data: {
      id,
      organizationId,
      status: "draft",
      content: sealedContent(work, id, content),
      authorId: memberId,
      authorRole: roles.includes("supervisor") ? "supervisor" : "admin",
      consultationId,
      unansweredId,
      createdAt: work.now,
      writtenAt: work.now,
      reviewOn: inAYear(work),
    },
  });
  audit(work, id, "begun", { origin: origin.kind });
  return id;
}

/** An entry with its words. Throws `NotAllowed`. */
export function readOwnEntry(work: Work, id: string): Promise<OwnEntry> {
  return entryFor(work, id, "read");
}

/** An entry for whoever may change its words. Throws `NotAllowed`. */
export function entryToWrite(work: Work, id: string): Promise<OwnEntry> {
  return entryFor(work, id, "write");
}

/** Writes parts of an entry anew. What members could read before is kept. Throws `NotAllowed`. */
export async function writeOwnEntry(
  work: Work,
  id: string,
  parts: Partial<OwnEntryContent>,
): Promise<OwnEntry> {
  const entry = await entryFor(work, id, "write");
  const tx = await work.tx();
  const content = { ...entry.content, ...parts };
  if (entry.status === "kept") {
    await tx.ownEntryText.create({
      data: {
        entryId: id,
        version: entry.version,
        content: sealedText(work, id, entry.version, entry.content),
        memberId: actorOf(work).memberId,
        at: work.now,
      },
    });
  }
  await change(work, entry, entry.status, {
    content: sealedContent(work, id, content),
    writtenAt: work.now,
  });
  audit(work, id, "written", { parts: Object.keys(parts).join(","), status: entry.status });
  return { ...entry, content, writtenAt: work.now };
}

/** Asks the admins to keep an entry. Throws `NotAllowed`. */
export async function proposeOwnEntry(work: Work, id: string): Promise<void> {
  const entry = await entryFor(work, id, "propose");
  if (!isWhole(entry)) throw new Conflict("it says nothing yet");
  await change(work, entry, "proposed");
  audit(work, id, "proposed");
}

/** The author takes a proposal back to write on. Throws `NotAllowed`. */
export async function withdrawOwnEntry(work: Work, id: string): Promise<void> {
  const entry = await entryFor(work, id, "withdraw");
  await change(work, entry, "draft");
  audit(work, id, "withdrawn");
}

/**
 * Every member finds the entry from now on: a proposal, an admin's own draft, or one that was retired. The question without an
 * answer that it began with leaves the list of those. Throws `NotAllowed`.
 */
export async function keepOwnEntry(work: Work, id: string): Promise<OwnEntry> {
  const entry = await entryFor(work, id, "keep");
  if (!isWhole(entry)) throw new Conflict("it says nothing yet");
  const { zone } = actorOf(work);
  const isPast = entry.reviewOn <= dateIn(zone, work.now);
  const reviewOn = isPast ? inAYear(work) : entry.reviewOn;
  await change(work, entry, "kept", { keptAt: work.now, endedAt: null, reviewOn });
  await remindOfReview(work, id, reviewOn);
  if (entry.unansweredId !== null) await settleAnswered(work, entry.unansweredId);
  audit(work, id, "kept");
  return { ...entry, status: "kept", reviewOn };
}

/** An admin refuses a proposal. Throws `NotAllowed`. */
export async function declineOwnEntry(work: Work, id: string): Promise<OwnEntry> {
  const entry = await entryFor(work, id, "decline");
  await change(work, entry, "declined", { endedAt: work.now });
  audit(work, id, "declined");
  return entry;
}

/** The author throws a draft away. Throws `NotAllowed`. */
export async function discardOwnEntry(work: Work, id: string): Promise<void> {
  const entry = await entryFor(work, id, "discard");
  const tx = await work.tx();
  const { count } = await tx.ownEntry.deleteMany({ where: { id, status: entry.status } });
  if (count === 0) throw new Stale();
  audit(work, id, "discarded");
}

/** Nobody finds the entry any more. Throws `NotAllowed`. */
export async function retireOwnEntry(work: Work, id: string): Promise<void> {
  const entry = await entryFor(work, id, "retire");
  await change(work, entry, "retired", { endedAt: work.now });
  await endReview(work, id);
  audit(work, id, "retired");
}

/** An admin looked at an entry, and it still holds: it is looked at again in a year. Returns that day. Throws `NotAllowed`. */
export async function reviewOwnEntry(work: Work, id: string): Promise<LocalDate> {
  const entry = await entryFor(work, id, "review");
  const reviewOn = inAYear(work);
  await change(work, entry, "kept", { reviewOn });
  await remindOfReview(work, id, reviewOn);
  audit(work, id, "reviewed", { reviewOn });
  return reviewOn;
}

/** Until when the text of an entry holds. Throws `NotAllowed`. */
export async function setReviewDay(work: Work, id: string, reviewOn: LocalDate): Promise<void> {
  const entry = await entryFor(work, id, "write");
  await change(work, entry, entry.status, { reviewOn });
  if (entry.status === "kept") await remindOfReview(work, id, reviewOn);
  audit(work, id, "review-day", { reviewOn });
}

/** The texts an entry had before, newest first, with the day each was replaced and by whom. Throws `NotAllowed`. */
export async function earlierTexts(
  work: Work,
  id: string,
): Promise<readonly { readonly content: OwnEntryContent; readonly at: Date; readonly memberId: string }[]> {
  await entryFor(work, id, "history");
  const tx = await work.tx();
  const rows = await tx.ownEntryText.findMany({ where: { entryId: id }, orderBy: { version: "desc" } });
  return rows.flatMap(({ version, content: sealed, at, memberId }) => {
    const content = openedText(work, id, version, sealed);
    return content === undefined ? [] : [{ content, at, memberId }];
  });
}

/** The entries that every member of the acting one's institution finds, by their first question. */
export async function keptEntries(work: Work): Promise<readonly OwnEntry[]> {
  const all = await entriesIn(work, ["kept"]);
  return [...all].sort((a, b) => titleOf(a).localeCompare(titleOf(b)));
}

/**
 * What the acting member has to do with: an admin all that is proposed, kept or retired, and everybody who writes entries their
 * own. What waits for a decision comes first, then what is to be looked at soonest.
 */
export async function entriesAtDesk(work: Work): Promise<readonly OwnEntry[]> {
  const actor = actorOf(work);
  if (!mayWriteEntries(actor)) return [];
  const all = await entriesIn(work, ["draft", "proposed", "kept", "declined", "retired"]);
  const isAdmin = actor.roles.includes("admin");
  return all
    .filter((one) => mayWithEntry(actor, one, "read") && (isAdmin || one.authorId === actor.memberId))
    .sort((a, b) => rank(a) - rank(b) || (a.reviewOn < b.reviewOn ? -1 : 1));
}

const order: readonly OwnEntryStatus[] = ["proposed", "draft", "kept", "declined", "retired"];

function rank({ status }: OwnEntry): number {
  return order.indexOf(status);
}

/** The entries of the acting member's institution that everybody finds, with their versions: cheap, to see what is to be read anew. */
export async function keptEntryVersions(
  work: Work,
): Promise<readonly { readonly id: string; readonly version: number }[]> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  return tx.ownEntry.findMany({
    where: { organizationId, status: "kept" },
    select: { id: true, version: true },
    orderBy: { id: "asc" },
  });
}

/** Those of these entries that every member of the acting one's institution finds. */
export async function entriesWith(work: Work, ids: readonly string[]): Promise<readonly OwnEntry[]> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  const rows = await tx.ownEntry.findMany({
    where: { organizationId, status: "kept", id: { in: [...ids] } },
  });
  return openedEntries(work, rows);
}

/** Every entry that anybody finds, of all institutions: for the bot, when it starts. */
export async function everyKeptEntry(work: Work): Promise<readonly OwnEntry[]> {
  const tx = await work.tx();
  const rows = await tx.ownEntry.findMany({ where: { status: "kept" }, orderBy: { id: "asc" } });
  return openedEntries(work, rows);
}

/** Whether an entry has a question and an answer. */
export function isWhole({ content }: Pick<OwnEntry, "content">): boolean {
  return content.answer !== "" && content.questions.every((question) => question !== "");
}

/** What an entry is called: the first of its questions. */
export function titleOf({ content }: Pick<OwnEntry, "content">): string {
  return content.questions[0] ?? "";
}

async function entriesIn(work: Work, statuses: readonly OwnEntryStatus[]): Promise<OwnEntry[]> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  const rows = await tx.ownEntry.findMany({
    where: { organizationId, status: { in: [...statuses] } },
    orderBy: { id: "asc" },
  });
  return openedEntries(work, rows);
}

/** From the state it was read in, or not at all: then the update is done again. */
async function change(
  work: Work,
  { id, status, version }: OwnEntry,
  to: OwnEntryStatus,
  data: {
    readonly content?: string;
    readonly writtenAt?: Date;
    readonly keptAt?: Date;
    readonly endedAt?: Date | null;
    readonly reviewOn?: LocalDate;
  } = {},
): Promise<void> {
  if (to !== status && !transitions[status].includes(to)) throw new Conflict(`it is ${status}`);
  const tx = await work.tx();
  const { count } = await tx.ownEntry.updateMany({
    where: { id, status, version },
    data: { ...data, status: to, version: { increment: 1 } },
  });
  if (count === 0) throw new Stale();
}

const transitions: { readonly [from in OwnEntryStatus]: readonly OwnEntryStatus[] } = {
  draft: ["proposed", "kept"],
  proposed: ["kept", "declined", "draft"],
  kept: ["retired"],
  declined: [],
  retired: ["kept"],
};

function inAYear(work: Work): LocalDate {
  return addMonths(dateIn(actorOf(work).zone, work.now), reviewMonths);
}

function audit(work: Work, id: string, what: string, detail: Readonly<Record<string, string>> = {}): void {
  work.audit.push({ action: `own-entry.${what}`, subject: "own-entry", subjectId: id, detail });
}
