import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { wordOf } from "../storage/vocabulary.js";

/** What can be kept at hand: a topic, a place in a law, an entry of the institution's own. */
const favouriteKinds = ["topic", "law", "own"] as const;

/** Something a member keeps at hand; `ref` says which one, in the words of its kind. */
export type Favourite = { readonly kind: (typeof favouriteKinds)[number]; readonly ref: string };

/** So many favourites are kept; of more nobody finds one. */
export const mostFavourites = 60;

/** Keeps something at hand for the acting member, and for nobody else. False where they have too many. */
export async function keepFavourite(work: Work, { kind, ref }: Favourite): Promise<boolean> {
  const { memberId } = actorOf(work);
  const tx = await work.tx();
  if ((await tx.favourite.count({ where: { memberId } })) >= mostFavourites) return false;
  await tx.favourite.upsert({
    where: { memberId_kind_ref: { memberId, kind, ref } },
    create: { memberId, kind, ref, addedAt: work.now },
    update: {},
  });
  return true;
}

/** Takes something away from what the acting member keeps at hand. */
export async function dropFavourite(work: Work, { kind, ref }: Favourite): Promise<void> {
  const { memberId } = actorOf(work);
  const tx = await work.tx();
  await tx.favourite.deleteMany({ where: { memberId, kind, ref } });
}

/** What the acting member keeps at hand, newest first. */
export async function ownFavourites(work: Work): Promise<readonly Favourite[]> {
  const { memberId } = actorOf(work);
  const tx = await work.tx();
  const rows = await tx.favourite.findMany({
    where: { memberId },
    orderBy: [{ addedAt: "desc" }, { ref: "asc" }],
  });
  return rows.map(({ kind, ref }) => ({ kind: wordOf(favouriteKinds, kind, "Favourite.kind"), ref }));
}
