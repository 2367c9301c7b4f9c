import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";

/** Why an answer did not help: it answers something else, is wrong, is unclear, or is no longer true. */
export const missReasons = ["notMine", "wrong", "unclear", "outdated"] as const;

/** Why an answer did not help. */
export type MissReason = (typeof missReasons)[number];

/** How often a topic's answer helped, how often it did not, and how often each reason was given. */
export type Votes = Readonly<Record<MissReason, number>> & {
  readonly topic: string;
  readonly helped: number;
  readonly missed: number;
};

/** Counts a vote for a topic. Who gave it is not kept. */
export async function countVote(work: Work, topic: string, helped: boolean): Promise<void> {
  await count(work, topic, helped ? "helped" : "missed");
}

/** Counts why a topic's answer did not help. Who said so is not kept. */
export async function countMissReason(work: Work, topic: string, why: MissReason): Promise<void> {
  await count(work, topic, why);
}

async function count(work: Work, topic: string, column: MissReason | "helped" | "missed"): Promise<void> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  await tx.guidanceVote.upsert({
    where: { organizationId_topic: { organizationId, topic } },
    create: { organizationId, topic, [column]: 1 },
    update: { [column]: { increment: 1 } },
  });
}

/** Under which word the votes on an entry of the institution's own are counted; no topic has it. */
export function voteWordOf(entryId: string): string {
  return `${ownPrefix}${entryId}`;
}

const ownPrefix = "own:";

/** The votes on entries of the acting member's own institution, by the id of the entry. */
export async function votesOnOwn(work: Work): Promise<ReadonlyMap<string, Votes>> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  const rows = await tx.guidanceVote.findMany({
    where: { organizationId, topic: { startsWith: ownPrefix } },
    omit: { organizationId: true },
  });
  return new Map(rows.map((votes) => [votes.topic.slice(ownPrefix.length), votes]));
}

/** The topics of the acting member's organisation that helped least, at most `most`. */
export async function votesMissed(work: Work, most: number): Promise<readonly Votes[]> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  return tx.guidanceVote.findMany({
    where: { organizationId, missed: { gt: 0 }, NOT: { topic: { startsWith: ownPrefix } } },
    orderBy: [{ missed: "desc" }, { topic: "asc" }],
    take: most,
    omit: { organizationId: true },
  });
}
