/** Finds Pasal by a question, over all laws that ship or in one of them. */
import type { Reader } from "../normalise.js";
import { citationIn, withoutLaws } from "./citation.js";
import { clauseText } from "./law.js";
import type { FoundPlace, Laws } from "./laws.js";
import { type LawField, type LawTerms, lawFields } from "./lawTerms.js";
import { FieldIndex } from "./postings.js";

/** A Pasal that was found. `score` compares results of one search only. */
export type FoundPasal = FoundPlace & { readonly score: number };

/** Where to search, and how much is wanted. */
export type LawSearch = {
  /** The id of the one law to search; without, a law that the text names. */
  readonly law?: string;
  /** How many at most; 10 by default. */
  readonly limit?: number;
};

/** What each field counts. Chosen on the tuning questions of `test/guidance/lawQuestions.yaml`. */
export const fieldWeights: Record<LawField, number> = {
  words: 1,
  headings: 0.4,
  asked: 0.6,
  explained: 0.2,
  referred: 0.12,
};
/** What the match with a law as a whole counts, a word that regulations use for one of the question, and an asking word. */
export const otherWeights = {
  law: 0.1,
  regulation: 0.45,
  asking: 0.1,
  definitions: 0.7,
  coverage: 0.6,
  punishing: 2,
};

export const saturation = { counts: 1.2, length: 0.75 };

/** The fields in which a word of the question counts as found. */
const covering: ReadonlySet<LawField> = new Set(["words", "headings", "asked"]);

/** A question for the meaning of a word. Any other has little to do with a Pasal of definitions, which speaks of everything. */
const defining =
  /\b(?:apa itu|itu apa|maksud|dimaksud|arti|artinya|definisi|pengertian|meaning|definition)\b/i;

/** A question for a punishment, and a Pasal that threatens one. */
const punished =
  /\b(?:hukum|di?hukum|hukuman|pidana|dipidana|penjara|dipenjara|sanksi|denda|didenda|ancaman)(?:nya)?\b/i;
const punishment = /dipidana dengan|dikenai sanksi|sanksi administratif berupa|pidana denda paling/;

/** An index over every Pasal as it is in force. A search takes a millisecond or two. */
export class LawIndex {
  readonly #laws: Laws;
  readonly #reader: Reader;
  readonly #fields: readonly (readonly [LawField, FieldIndex])[];
  readonly #whole: FieldIndex;
  readonly #places: readonly (FoundPlace | undefined)[];

  readonly #punishing: readonly boolean[];

  /** `terms` are what was learned of the same laws with the same reader. */
  constructor(laws: Laws, reader: Reader, terms: LawTerms) {
    this.#laws = laws;
    this.#reader = reader;
    this.#fields = lawFields.map((field) => [field, new FieldIndex(terms.fields[field])] as const);
    this.#whole = new FieldIndex(terms.laws);
    this.#places = terms.ids.map((id) => {
      const [law = "", pasal = ""] = id.split(" ");
      return laws.lookUp(law, { pasal });
    });
    this.#punishing = this.#places.map(
      (found) => found !== undefined && punishment.test(clauseText(found.pasal)),
    );
  }

  /** How many Pasal can be found. */
  get size(): number {
    return this.#places.length;
  }

  /** The Pasal that fit a question, best first; empty where none has a word of it. */
  search(
    question: string,
    { law = citationIn(this.#laws, question)?.law, limit = 10 }: LawSearch = {},
  ): FoundPasal[] {
    const asked = this.#askedOf(withoutLaws(this.#laws, question));
    const scores = new Float64Array(this.#places.length);
    for (const [field, index] of this.#fields) index.score(asked, fieldWeights[field], saturation, scores);
    const wholes = new Float64Array(this.#laws.all.length);
    this.#whole.score(asked, otherWeights.law, saturation, wholes);
    const ofLaw = new Map(this.#laws.all.map(({ id }, at) => [id, wholes[at] ?? 0]));
    const defines = defining.test(question);
    const asksPunishment = punished.test(question);
    const covered = this.#coverage(asked);
    return this.#places
      .flatMap((found, at) => {
        const score = scores[at] ?? 0;
        if (found === undefined || score === 0 || (law !== undefined && !isOf(found, law))) return [];
        const share = found.pasal.number === "1" && !defines ? otherWeights.definitions : 1;
        const sanction = asksPunishment && this.#punishing[at] === true ? otherWeights.punishing : 1;
        const whole = sanction * score * (1 + otherWeights.coverage * (covered[at] ?? 0));
        return [{ ...found, score: share * whole + (ofLaw.get(found.law.id) ?? 0) }];
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }

  /** The share of what is asked, weighed by rarity, that each Pasal has in its words or what it is asked for. */
  #coverage(asked: ReadonlyMap<string, number>): Float64Array {
    const covered = new Float64Array(this.#places.length);
    const fields = this.#fields.filter(([field]) => covering.has(field));
    let whole = 0;
    for (const [term, weight] of asked) {
      if (weight < 1) continue;
      const worth = Math.max(...fields.map(([, index]) => index.rarity(term)));
      whole += worth;
      const having = new Set(fields.flatMap(([, index]) => [...index.having(term)]));
      for (const at of having) covered[at] = (covered[at] ?? 0) + worth;
    }
    return whole === 0 ? covered : covered.map((share) => share / whole);
  }

  #askedOf(question: string): Map<string, number> {
    const terms = new Map<string, number>();
    const add = (term: string, weight: number) =>
      void terms.set(term, Math.max(terms.get(term) ?? 0, weight));
    for (const token of this.#reader.read(question)) {
      add(token.term, this.#reader.isAsking(token.term) ? otherWeights.asking : 1);
      for (const term of this.#reader.regulationTerms(token)) add(term, otherWeights.regulation);
    }
    return terms;
  }
}

function isOf({ law, rewritten }: FoundPlace, id: string): boolean {
  return law.id === id || rewritten?.id === id;
}
