import { actorOf } from "../people/rights.js";
import { keptIn, type Work } from "../people/work.js";
import type { OpenRound } from "./openRound.js";

/**
 * How much is kept in memory, in answers: one takes about 1.3 KB, and what a round takes besides is about ten of them. So the
 * cache stays below 40 MB, whatever the forms are.
 */
const mostAnswers = 30_000;
const ofARound = 10;

/** How many readings are remembered. */
const mostReadings = 1_000;

/** For how long (ms) one audit line stands for all readings of a round by one member. */
const readingSpan = 15 * 60_000;

/**
 * An LRU cache of the rounds that are filled in at this process. A round is returned only at the version the database has now, so
 * another instance or device never causes work on an old copy.
 */
export class RoundCache {
  readonly #rounds = new Map<string, OpenRound>();
  /** The weight of all of them, in answers. */
  #answers = 0;
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
      if (this.#readings.size >= mostReadings) this.#readings.clear();
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
    this.#drop(round.id);
    // Nobody answers in what was sent: it would only take the room of others.
    if (round.status !== "draft" && round.status !== "returned") return;
    this.#rounds.set(round.id, round);
    this.#answers += weightOf(round);
    for (const oldest of this.#rounds.keys()) {
      if (this.#answers <= mostAnswers) break;
      this.#drop(oldest);
    }
  }

  #drop(id: string): void {
    const round = this.#rounds.get(id);
    if (round === undefined) return;
    this.#rounds.delete(id);
    this.#answers -= weightOf(round);
  }
}

function weightOf({ revisions }: OpenRound): number {
  return ofARound + revisions.size;
}

function readingKey(work: Work, id: string): string {
  return `${actorOf(work).memberId} ${id}`;
}
