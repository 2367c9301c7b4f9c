/** All laws that ship, to be looked up in. */
import { type Clause, clauseAt, type Law, type Pasal, type Place } from "./law.js";
import { type ListedLaw, readLaws } from "./lawFile.js";

/** A place that was looked up, with what stands there now. */
export type FoundPlace = {
  /** The law the words are of: the amending law where it wrote this Pasal anew. */
  readonly law: Law;
  readonly pasal: Pasal;
  /** The named part, the whole Pasal where none was named. */
  readonly clause: Clause;
  readonly place: Place;
  /** The law that was written anew: these words replace its Pasal. */
  readonly rewritten?: Law;
};

/** The laws that ship, in the order in which they are listed. */
export class Laws {
  readonly all: readonly Law[];
  /** What each law is called, in lower case, with the id of the law. */
  readonly names: ReadonlyMap<string, string>;
  /** The same of words that name a law only beside a Pasal. */
  readonly besideNames: ReadonlyMap<string, string>;
  readonly #byId: ReadonlyMap<string, Law>;
  readonly #pasals: ReadonlyMap<string, Pasal>;
  readonly #rewrites: ReadonlyMap<string, string>;
  readonly #rewrittenBy: ReadonlyMap<string, string>;

  constructor(listed: readonly ListedLaw[]) {
    this.all = listed.map(({ law }) => law);
    this.names = byLength(listed.flatMap(({ law, names }) => names.map((name) => [name, law.id] as const)));
    this.besideNames = byLength(
      listed.flatMap(({ law, beside }) => beside.map((name) => [name, law.id] as const)),
    );
    this.#byId = new Map(this.all.map((law) => [law.id, law]));
    this.#pasals = new Map(
      this.all.flatMap((law) => law.pasals.map((pasal) => [`${law.id} ${pasal.number}`, pasal] as const)),
    );
    const pairs = listed.flatMap(({ law, rewrites }) =>
      rewrites === undefined ? [] : [[law.id, rewrites] as const],
    );
    this.#rewrites = new Map(pairs);
    this.#rewrittenBy = new Map(pairs.map(([amending, base]) => [base, amending]));
  }

  /** The law of an id such as `uu-14-2019`. */
  law(id: string): Law | undefined {
    return this.#byId.get(id);
  }

  /** The Pasal as a law itself has it, whether or not another wrote it anew. */
  pasal(id: string, number: string): Pasal | undefined {
    return this.#pasals.get(`${id} ${number}`);
  }

  /**
   * What stands at a place of a law now. A Pasal that was written anew is given in its new words, and where an amending law
   * is named for a Pasal it left as it was, in the words of the law it amends. Undefined where there is no such place.
   */
  lookUp(id: string, place: Place): FoundPlace | undefined {
    const base = this.#rewrites.get(id) ?? id;
    const amending = this.#rewrittenBy.get(base);
    return (
      (amending === undefined ? undefined : this.#at(amending, place, this.law(base))) ??
      this.#at(base, place)
    );
  }

  /** The words of a Pasal before it was written anew; undefined where it never was. */
  former(found: FoundPlace): Pasal | undefined {
    return found.rewritten === undefined ? undefined : this.pasal(found.rewritten.id, found.pasal.number);
  }

  /** The Pasal before or after another as one reads the law now: with what an amending law added and wrote anew. */
  beside(found: FoundPlace, step: -1 | 1): FoundPlace | undefined {
    const base = found.rewritten?.id ?? this.#rewrites.get(found.law.id) ?? found.law.id;
    const numbers = this.numbersOf(base);
    const next = numbers[numbers.indexOf(found.pasal.number) + step];
    return next === undefined ? undefined : this.lookUp(base, { pasal: next });
  }

  /** The numbers of all Pasal of a law as one reads it now, in order. */
  numbersOf(id: string): readonly string[] {
    const own = this.law(id)?.pasals ?? [];
    const amending = this.#rewrittenBy.get(id);
    const added = amending === undefined ? [] : (this.law(amending)?.pasals ?? []);
    const all = new Set([...own, ...added].map(({ number }) => number));
    return [...all].sort((a, b) => rankOf(a) - rankOf(b));
  }

  #at(id: string, place: Place, rewritten?: Law): FoundPlace | undefined {
    const law = this.law(id);
    const pasal = this.pasal(id, place.pasal);
    const clause = pasal === undefined ? undefined : clauseAt(pasal, place);
    if (law === undefined || pasal === undefined || clause === undefined) return undefined;
    return { law, pasal, clause, place, ...(rewritten !== undefined && { rewritten }) };
  }
}

/** The longest names first: `uu perlindungan anak` is no `uu pa`. */
function byLength(names: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map([...names].sort(([a], [b]) => b.length - a.length));
}

/** Where a number stands among others: `76A` after `76` and before `77`. */
export function rankOf(number: string): number {
  const [, digits = "0", letter = ""] = /^(\d+)([A-Z]?)$/.exec(number) ?? [];
  return Number(digits) * 100 + (letter === "" ? 0 : letter.charCodeAt(0) - 64);
}

/** Reads the laws below the folder of locales. */
export function openLaws(dir: string): Laws {
  return new Laws(readLaws(dir));
}
