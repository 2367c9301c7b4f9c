import type { Work } from "../people/work.js";
import type { OpenRound } from "./openRound.js";

/** How many open rounds are kept in memory; one is a few kilobytes. */
const cacheSize = 1_000;

/**
 * An LRU cache of the open rounds of this process. A round is returned only at the version the database has now, so
 * another instance or device never causes work on an old copy.
 */
export class RoundCache {
  readonly #rounds = new Map<string, OpenRound>();
  /** Rounds as the current unit of work sees them, its own uncommitted answers included. */
  readonly #inHand = new WeakMap<object, Map<string, OpenRound>>();

  inHand(work: Work, id: string): OpenRound | undefined {
    return this.#inHand.get(work.attempt)?.get(id);
  }

  /** Keeps the round for this unit of work. Others see it after the commit. */
  hold(work: Work, round: OpenRound): void {
    const rounds = this.#inHand.get(work.attempt) ?? new Map<string, OpenRound>();
    this.#inHand.set(work.attempt, rounds.set(round.id, round));
    work.afterCommit.push(() => {
      if (rounds.get(round.id) === round) this.set(round);
    });
  }

  get(id: string, version: number): OpenRound | undefined {
    const round = this.#rounds.get(id);
    if (round === undefined || round.version !== version) return undefined;
    this.#rounds.delete(id);
    this.#rounds.set(id, round);
    return round;
  }

  set(round: OpenRound): void {
    this.#rounds.delete(round.id);
    this.#rounds.set(round.id, round);
    if (this.#rounds.size > cacheSize) {
      for (const oldest of this.#rounds.keys()) {
        this.#rounds.delete(oldest);
        break;
      }
    }
  }
}
