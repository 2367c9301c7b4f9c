import { dirname, join } from "node:path";
import { type GuidanceIndex, guidanceIndexOf } from "../chat/guidance/guidanceIndex.js";
import { openDangerReader } from "../guidance/danger/reader.js";
import { type Guidance, openGuidance } from "../guidance/guidance.js";

/** What the bot has learned from its texts: the guidance and what tells danger. Nothing changes it, so apps may share it. */
export type Knowledge = {
  readonly guidance: Guidance;
  readonly index: GuidanceIndex;
  /** The file of the trained guidance model. */
  readonly cache: string;
};

/**
 * Opens what was learned from `locales`. `cache` is the file of the trained guidance model; the others lie beside it. What
 * is missing or older than the texts is learned anew, which takes seconds.
 */
export function openKnowledge(locales: string, cache: string): Knowledge {
  const guidance = openGuidance(locales, cache);
  const danger = openDangerReader(locales, join(dirname(cache), "danger.model"));
  return { guidance, index: guidanceIndexOf(guidance, danger), cache };
}
