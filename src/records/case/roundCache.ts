import { actorOf } from "../people/rights.js";
import { keptIn, type Work } from "../people/work.js";
import type { OpenRound } from "./openRound.js";

/** How many open rounds are kept in memory; one is a few kilobytes. */
const cacheSize = 1_000;

/** For how long (ms) one audit line stands for all readings of a round by one member. */
const readingSpan = 15 * 60_000;

/**
 * An LRU cache of the open rounds of this process. A round is returned only at the version the database has now, so
 * another instance or device never causes work on an old copy.
 */
export class RoundCache {
  readonly #rounds = new Map<string, OpenRound>();
  /** Rounds as the current unit of work sees them, its own uncommitted answers included. */
  readonly #inHand = Symbol("rounds in hand");

  /** When each member last read a round from here, by "member round". */
  readonly #readings = new Map<string, number>();

  /**
   * Whether a reading by the acting member is to be audited: whoever fills in a form reads it with every answer, and a
   * line each quarter of an hour says as much.
   */
  isNewReading(work: Work, id: string): boolean {
    const last = this.#readings.get(readingKey(work, id)) ?? Number.NEGATIVE_INFINITY;
    return work.now.getTime() - last >= readingSpan;
  }

  /** A reading was audited; it counts once that is committed. */
  noteReading(work: Work, id: string): void {
    const [key, at] = [readingKey(work, id), work.now.getTime()];
    work.afterCommit.push(() => {
      if (this.#readings.size >= cacheSize) this.#readings.clear();
      this.#readings.set(key, at);
    });
  }

  inHand(work: Work, id: string): OpenRound | undefined {
    return this.#roundsOf(work).get(id);
  }

  /** Keeps the round for this unit of work. Others see it after the commit. */
  hold(work: Work, round: OpenRound): void {
    const rounds = this.#roundsOf(work).set(round.id, round);
    work.afterCommit.push(() => {
      if (rounds.get(round.id) === round) this.set(round);
    });
  }

  #roundsOf(work: Work): Map<string, OpenRound> {
    return keptIn(work, this.#inHand, () => new Map());
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

function readingKey(work: Work, id: string): string {
  return `${actorOf(work).memberId} ${id}`;
}
