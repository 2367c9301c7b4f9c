import type { Guidance } from "../../guidance/guidance.js";
import { OwnEntryIndex, type OwnWeights, ownProbability } from "../../guidance/ownEntries.js";
import { actorOf } from "../../records/people/rights.js";
import type { Work } from "../../records/people/work.js";
import { entriesWith, keptEntryVersions } from "../../records/questions/ownEntries.js";
import type { OwnEntry } from "../../records/questions/ownEntryRow.js";

/** An entry of the institution's own that was found, and how likely it is the right one; 1 where its question was typed. */
export type FoundOwn = { readonly id: string; readonly chance: number };

/** The entries of institutions, as questions find them. */
export type OwnLibrary = {
  /** The entry of the acting member's institution that fits a question best; undefined where none does at all. */
  readonly find: (work: Work, question: string) => Promise<FoundOwn | undefined>;
  /** Reads entries before anybody asks: all of them, when the bot starts. */
  readonly read: (entries: readonly OwnEntry[]) => void;
};

type Held = { readonly index: OwnEntryIndex; readonly versions: Map<string, number> };

/**
 * Holds what is found of every institution in memory. All of it is read at the start; afterwards a question reads only the
 * entries whose version in the database changed, so what one instance keeps is found on all of them from the next question on.
 */
export function ownLibraryOf(guidance: Guidance, weights: OwnWeights): OwnLibrary {
  const byOrganization = new Map<string, Held>();

  function heldOf(organizationId: string): Held {
    const held = byOrganization.get(organizationId) ?? {
      index: new OwnEntryIndex(guidance),
      versions: new Map<string, number>(),
    };
    byOrganization.set(organizationId, held);
    return held;
  }

  function read(entries: readonly OwnEntry[]): void {
    for (const { id, organizationId, version, content } of entries) {
      const { index, versions } = heldOf(organizationId);
      index.add({
        id,
        questions: content.questions,
        body: [content.answer, ...content.steps].join("\n"),
      });
      versions.set(id, version);
    }
  }

  async function upToDate(work: Work): Promise<OwnEntryIndex> {
    const { index, versions } = heldOf(actorOf(work).organizationId);
    const kept = new Map((await keptEntryVersions(work)).map(({ id, version }) => [id, version]));
    for (const id of [...versions.keys()]) {
      if (kept.has(id)) continue;
      index.remove(id);
      versions.delete(id);
    }
    const changed = [...kept].flatMap(([id, version]) => (versions.get(id) === version ? [] : [id]));
    if (changed.length > 0) read(await entriesWith(work, changed));
    return index;
  }

  return {
    read,
    async find(work, question) {
      const index = await upToDate(work);
      const named = index.named(question);
      if (named !== undefined) return { id: named, chance: 1 };
      const nearest = index.nearest(question);
      return nearest && { id: nearest.id, chance: ownProbability(weights, nearest.signs) };
    },
  };
}
