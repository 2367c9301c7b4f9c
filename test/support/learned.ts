import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Knowledge, openKnowledge } from "../../src/app/knowledge.js";
import { openDangerReader } from "../../src/guidance/danger/reader.js";
import { openGuidance } from "../../src/guidance/guidance.js";

const guidanceCache = "node_modules/.cache/pendamping/guidance.model";
/** Where it lies what was learned of danger. */
export const dangerCache = "node_modules/.cache/pendamping/danger.model";

/** Learns from the texts, once for a whole run: it takes seconds. */
export function learn(): void {
  openGuidance("locales", guidanceCache);
  openDangerReader("locales", dangerCache);
}

let opened: Knowledge | undefined;

/** What was learned, opened once in a process: nothing changes it. */
export function sharedKnowledge(): Knowledge {
  opened ??= openKnowledge("locales", guidanceCache);
  return opened;
}

/** Lays it where a program that runs from its source looks for it, as a build has it beside itself. */
export async function layLearnedInto(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await copyFile(guidanceCache, join(dataDir, "guidance.model"));
  await copyFile(join(dirname(guidanceCache), "laws.terms.json"), join(dataDir, "laws.terms.json"));
  await copyFile(dangerCache, join(dataDir, "danger.model"));
}
