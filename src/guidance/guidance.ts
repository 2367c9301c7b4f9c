/** The guidance index, ready to be asked: opened once when the program starts. */
import { dirname, join } from "node:path";
import type { Locale } from "../texts.js";
import { fingerprintOf, type Kept, openModel, saveModel } from "./cache.js";
import type { Group, GuidanceEntry } from "./entry.js";
import { openLawIndex } from "./laws/lawCache.js";
import type { LawIndex } from "./laws/lawIndex.js";
import { type Laws, openLaws } from "./laws/laws.js";
import { type Library, loadLibrary } from "./load.js";
import { loadLearningTexts, loadMaterial, loadWordLists, type Material } from "./material.js";
import { learn, type Model } from "./model.js";
import { entryNames, Names } from "./names.js";
import { Reader } from "./normalise.js";
import { makeWords } from "./words.js";

/** Everything {@link ask} needs. */
export type Guidance = {
  readonly library: Library;
  readonly material: Material;
  readonly model: Model;
  readonly reader: Reader;
  /** The laws that ship. */
  readonly laws: Laws;
  readonly lawIndex: LawIndex;
  readonly names: Names;
  /** A digest of the texts that all of it was learned from. */
  readonly fingerprint: string;
};

/**
 * Opens the guidance below the folder of locales. What was learned is taken from `cache` where it is of these very files; else
 * the files are checked and learned from (seconds) and the copy is written. Throws GuidanceError where a file is wrong.
 */
export function openGuidance(dir: string, cache?: string): Guidance {
  const laws = openLaws(dir);
  const fingerprint = fingerprintOf(dir);
  const kept = cache === undefined ? undefined : openModel(cache, fingerprint);
  const read = kept ?? learned(dir);
  if (kept === undefined && cache !== undefined) saveModel(cache, fingerprint, read);
  const { library, model, names, lists } = read;
  const material = loadMaterial(dir, lists);
  const reader = new Reader(material.words, model.vocabulary);
  const beside = cache === undefined ? undefined : join(dirname(cache), "laws.terms.json");
  const lawIndex = openLawIndex({ dir, fingerprint, laws, reader, library }, beside);
  return { library, material, model, reader, names: new Names(reader, names), laws, lawIndex, fingerprint };
}

/** Opens only what reads words, where nothing is asked: from the copy in `cache`, where it is the one with this fingerprint. */
export function openReader(dir: string, cache: string, fingerprint: string): Reader {
  const kept = openModel(cache, fingerprint);
  if (kept === undefined) return openGuidance(dir, cache).reader;
  return new Reader(makeWords(kept.lists), kept.model.vocabulary);
}

/** Reads and checks the entries, and learns from them. */
function learned(dir: string): Kept {
  const library = loadLibrary(dir);
  const lists = loadWordLists(dir);
  const words = makeWords(lists);
  const model = learn(library, words, loadLearningTexts(dir));
  return { library, model, lists, names: entryNames(library, new Reader(words, model.vocabulary)) };
}

/** The entry of a topic, undefined where there is none. */
export function entryOf({ library }: Guidance, topic: string, locale: Locale): GuidanceEntry | undefined {
  return library[locale].get(topic);
}

/** The entries of a group in the order of their titles, for browsing. */
export function entriesOf({ library }: Guidance, group: Group, locale: Locale): GuidanceEntry[] {
  return [...library[locale].values()]
    .filter((entry) => entry.group === group)
    .sort((a, b) => a.title.localeCompare(b.title, locale));
}
