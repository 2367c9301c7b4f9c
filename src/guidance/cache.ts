/** Stores the trained model in a file, so that a start need not train it. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LinearClassifier } from "./classifier.js";
import type { GuidanceEntry } from "./entry.js";
import { FeatureSpace } from "./features.js";
import { writeKept } from "./keptFile.js";
import type { Library } from "./load.js";
import { type Model, otherClasses } from "./model.js";
import type { NameTable } from "./names.js";
import { TopicWords, type WordCounts } from "./topicWords.js";
import { Vocabulary, type WordUse } from "./vocabulary.js";
import type { WordLists } from "./words.js";

/** Raised when the code trains another model from the same files. */
const modelVersion = "8";

/** What is kept: the library, what was learned from it, what its entries are called, and the words questions are read with. */
export type Kept = {
  readonly library: Library;
  readonly model: Model;
  readonly names: NameTable;
  readonly lists: WordLists;
};

/** A digest of every file the guidance is read from, and of how it is learned. */
export function fingerprintOf(dir: string): string {
  const hash = createHash("sha256").update(modelVersion);
  const files = [join("id", "guidance"), join("en", "guidance")].flatMap((folder) =>
    readdirSync(join(dir, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(folder, name)),
  );
  const learning = [
    ...["words", "situations", "asked", "field", "outside"].map((name) => ["id", name] as const),
    ...["situations", "asked"].map((name) => ["en", name] as const),
  ].map(([locale, name]) => join(locale, "learning", `guidance-${name}.yaml`));
  for (const file of [...files.sort(), ...learning]) {
    hash.update(`\0${file}\0`).update(readFileSync(join(dir, file)));
  }
  return hash.digest("hex");
}

/**
 * Writes what is kept: a length, a JSON header, then numbers.
 */
export function saveModel(file: string, fingerprint: string, { library, model, names, lists }: Kept): void {
  const { topics, vocabulary, space, classifier, words } = model;
  const json = Buffer.from(
    JSON.stringify({
      fingerprint,
      topics,
      vocabulary: [...vocabulary.entries()],
      words: [...words.entries()],
      sizes: words.sizes,
      features: space.names,
      names,
      lists,
      library: { id: [...library.id], en: [...library.en] },
    }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(json.length);
  const parts = [
    size,
    json,
    bytesOf(space.rarity),
    bytesOf(classifier.bias),
    bytesOf(classifier.scales),
    bytesOf(classifier.cells),
  ];
  writeKept(file, Buffer.concat(parts));
}

function bytesOf(numbers: Float32Array | Int8Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Reads what {@link saveModel} wrote; undefined where the file is missing, cut off, or of other texts than `fingerprint`. */
export function openModel(file: string, fingerprint: string): Kept | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined; // no copy was kept: it is learned again
  }
  if (bytes.length < 4) return undefined;
  const start = 4 + bytes.readUInt32LE(0);
  if (bytes.length < start) return undefined;
  const kept: unknown = JSON.parse(bytes.subarray(4, start).toString("utf8"));
  if (!isHeader(kept) || kept.fingerprint !== fingerprint) return undefined;
  const features = kept.features.length;
  const classes = kept.topics.length + otherClasses;
  const numbers = bytes.subarray(start);
  if (numbers.length !== 4 * features + 4 * classes + 4 * features + features * classes) return undefined;
  const floats = (at: number, length: number) =>
    new Float32Array(Uint8Array.from(numbers.subarray(at, at + 4 * length)).buffer);
  const rarity = floats(0, features);
  const bias = floats(4 * features, classes);
  const scales = floats(4 * (features + classes), features);
  const cells = new Int8Array(numbers.subarray(4 * (2 * features + classes)));
  const model: Model = {
    topics: kept.topics,
    vocabulary: new Vocabulary(new Map(kept.vocabulary)),
    space: new FeatureSpace(kept.features, rarity),
    classifier: new LinearClassifier(classes, cells, scales, bias),
    words: new TopicWords(kept.words, kept.sizes),
  };
  const library = { id: new Map(kept.library.id), en: new Map(kept.library.en) };
  return { model, library, names: kept.names, lists: kept.lists };
}

type Header = {
  readonly fingerprint: string;
  readonly topics: string[];
  readonly vocabulary: [string, WordUse][];
  readonly words: WordCounts[];
  readonly sizes: number[];
  readonly features: string[];
  readonly names: NameTable;
  readonly lists: WordLists;
  readonly library: { readonly id: [string, GuidanceEntry][]; readonly en: [string, GuidanceEntry][] };
};

/** Only what we wrote ourselves carries the fingerprint of these files: that it looks like ours is enough. */
function isHeader(value: unknown): value is Header {
  return (
    typeof value === "object" &&
    value !== null &&
    "fingerprint" in value &&
    "library" in value &&
    "names" in value &&
    "lists" in value
  );
}
