import { dateIn } from "../../practice/calendar.js";
import { NotAllowed } from "../people/actor.js";
import { adminOf } from "../people/members.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { Tx } from "../storage/tx.js";

/** A question without an answer, as the admin sees it: its words, how often it was asked, and the last day. */
export type Unanswered = {
  readonly id: string;
  readonly words: string;
  readonly count: number;
  readonly lastOn: string;
};

/** Stands in a question for whatever is not kept of it. */
export const hidden = "…";
/** The most questions kept for an organisation. The rarest and oldest is dropped for a new one. */
const most = 300;
/** Questions with at least this share of common words (Jaccard) count as the same. */
const alike = 0.5;

/**
 * Stores a question without an answer. `words` must not contain a person, case or name
 * (chat/guidance/anonymousWords.ts hides them). A similar question is only counted. Neither the author nor the hour
 * is stored.
 */
export async function keepUnanswered(work: Work, words: string): Promise<void> {
  const { organizationId, zone } = actorOf(work);
  if (words === "") return;
  const tx = await work.tx();
  const lastOn = dateIn(zone, work.now);
  const known = await opened(work, tx, organizationId);
  const same = known.find((one) => likeness(one.words, words) >= alike);
  if (same !== undefined) {
    await tx.unansweredQuestion.update({
      where: { id: same.id },
      data: { count: { increment: 1 }, lastOn },
    });
    return;
  }
  const surplus = known.length >= most ? known.at(-1) : undefined;
  if (surplus !== undefined) await tx.unansweredQuestion.delete({ where: { id: surplus.id } });
  const id = work.newId();
  await tx.unansweredQuestion.create({
    data: { id, organizationId, words: work.sealer.seal(words, placeOf(id)), lastOn },
  });
}

/** Questions without an answer, most often asked first. Throws `NotAllowed` for anyone but an admin. */
export async function listUnanswered(work: Work): Promise<readonly Unanswered[]> {
  const { organizationId } = adminOf(work);
  return opened(work, await work.tx(), organizationId);
}

/** One question of the list, for an admin. Throws `NotAllowed`, also where it is settled. */
export async function openQuestionOf(work: Work, id: string): Promise<Unanswered> {
  const found = (await listUnanswered(work)).find((one) => one.id === id);
  if (found === undefined) throw new NotAllowed();
  return found;
}

/** An admin removes a question from the list. */
export async function settleUnanswered(work: Work, id: string): Promise<void> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  const { count } = await tx.unansweredQuestion.updateMany({
    where: { id, organizationId },
    data: { settledAt: work.now },
  });
  if (count === 0) throw new NotAllowed();
  work.audit.push({ action: "unanswered.settled", subject: "unanswered", subjectId: id });
}

/** A question has its answer now: it leaves the list, where it still stands there. Throws `NotAllowed` for anyone but an admin. */
export async function settleAnswered(work: Work, id: string): Promise<void> {
  const isOpen = (await listUnanswered(work)).some((one) => one.id === id);
  if (isOpen) await settleUnanswered(work, id);
}

async function opened(work: Work, tx: Tx, organizationId: string): Promise<Unanswered[]> {
  const rows = await tx.unansweredQuestion.findMany({
    where: { organizationId, settledAt: null },
    orderBy: [{ count: "desc" }, { lastOn: "desc" }, { id: "asc" }],
  });
  return rows.flatMap(({ id, words: sealed, count, lastOn }) => {
    const words = work.sealer.read(sealed, placeOf(id));
    return typeof words === "string" ? [{ id, words, count, lastOn }] : [];
  });
}

function likeness(a: string, b: string): number {
  const wordsOf = (words: string) => new Set(words.split(" ").filter((word) => word !== hidden));
  const [these, those] = [wordsOf(a), wordsOf(b)];
  const shared = [...these].filter((word) => those.has(word)).length;
  return shared / (these.size + those.size - shared);
}

function placeOf(row: string) {
  return { table: "UnansweredQuestion", column: "words", row };
}
