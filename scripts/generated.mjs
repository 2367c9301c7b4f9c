import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a generated file, unless it says the same already: then nothing that depends on it is compiled again.
 *
 * @param {string} target
 * @param {string} source
 */
export function writeGenerated(target, source) {
  mkdirSync(dirname(target), { recursive: true });
  if (currentGenerated(target) !== source) writeFileSync(target, source);
}

/**
 * What was generated before; undefined where nothing was.
 *
 * @param {string} target
 */
export function currentGenerated(target) {
  try {
    return readFileSync(target, "utf8");
  } catch {
    // Not written yet.
    return undefined;
  }
}
