/** Stores the trained classifier of danger in a file, so that a start need not train it. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprintOf } from "../cache.js";
import { LinearClassifier } from "../classifier.js";
import { emergencies } from "../entry.js";
import { writeKept } from "../keptFile.js";
import { featureCount } from "./features.js";
import type { DangerModel } from "./learned.js";
import { phraseFiles } from "./phrases.js";
import { rules } from "./rules.js";

/** Raised when the code trains another model from the same files. */
const modelVersion = "3";

/** The classifiers of the file in order, with their classes. */
const heads = [
  ["danger", 1],
  ["kind", emergencies.length],
  ["own", 1],
] as const;

/** A digest of every file the classifier learns from, of the rules whose findings it weighs, and of how; in hexadecimal. */
export function dangerFingerprint(localesDir: string): string {
  const hash = createHash("sha256")
    .update(modelVersion)
    .update(JSON.stringify(rules))
    .update(fingerprintOf(localesDir));
  for (const file of [...phraseFiles, join("id", "learning", "danger-words.yaml")])
    hash.update(`\0${file}\0`).update(readFileSync(join(localesDir, file)));
  return hash.digest("hex");
}

/** Writes a model: the fingerprint, then for each classifier its bias, scales and weights. About 2.4 MB. */
export function saveDangerModel(file: string, fingerprint: string, model: DangerModel): void {
  const parts: Buffer[] = [Buffer.from(fingerprint, "hex")];
  for (const [name] of heads)
    for (const numbers of [model[name].bias, model[name].scales, model[name].cells])
      parts.push(Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  writeKept(file, Buffer.concat(parts));
}

/** Reads what {@link saveDangerModel} wrote; undefined where the file is missing, cut off, or of other files than `fingerprint`. */
export function openDangerModel(file: string, fingerprint: string): DangerModel | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined; // no copy was kept: it is learned again
  }
  const digest = Buffer.from(fingerprint, "hex");
  const sizes = heads.map(([, classes]) => 4 * classes + 4 * featureCount + featureCount * classes);
  const whole = sizes.reduce((sum, size) => sum + size, digest.length);
  if (bytes.length !== whole || !bytes.subarray(0, digest.length).equals(digest)) return undefined;
  let at = digest.length;
  const floats = (length: number) => {
    const part = Uint8Array.from(bytes.subarray(at, at + 4 * length));
    at += part.length;
    return new Float32Array(part.buffer);
  };
  const head = (classes: number) => {
    const bias = floats(classes);
    const scales = floats(featureCount);
    const cells = Int8Array.from(new Int8Array(bytes.buffer, bytes.byteOffset + at, featureCount * classes));
    at += cells.length;
    return new LinearClassifier(classes, cells, scales, bias);
  };
  return { danger: head(1), kind: head(emergencies.length), own: head(1) };
}
