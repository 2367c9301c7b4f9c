import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";

/** How often a topic's answer helped, and how often it did not. */
export type Votes = { readonly topic: string; readonly helped: number; readonly missed: number };

/** Counts a vote for a topic. Who gave it is not kept. */
export async function countVote(work: Work, topic: string, helped: boolean): Promise<void> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  const column = helped ? "helped" : "missed";
  await tx.guidanceVote.upsert({
    where: { organizationId_topic: { organizationId, topic } },
    create: { organizationId, topic, [column]: 1 },
    update: { [column]: { increment: 1 } },
  });
}

/** The topics of the acting member's organisation that helped least, at most `most`. */
export async function votesMissed(work: Work, most: number): Promise<readonly Votes[]> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  return tx.guidanceVote.findMany({
    where: { organizationId, missed: { gt: 0 } },
    orderBy: [{ missed: "desc" }, { topic: "asc" }],
    take: most,
    select: { topic: true, helped: true, missed: true },
  });
}
