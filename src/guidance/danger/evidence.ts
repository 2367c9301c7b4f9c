/** The findings of the rules in a message, as input of the classifier, which learns how reliable each is. */
import type { Circumstances } from "./circumstances.js";
import type { Cue } from "./match.js";

/** What one cue says of the sentence it stands in (its number). */
export type Evidence = { readonly sentence: number; readonly says: readonly string[] };

const doubts = ["denied", "over", "usual", "general", "figure"] as const;

/** A cue in its circumstances, told in names that hold for many cues. */
export function evidenceOf(
  { danger, level, rule }: Cue,
  circumstances: Circumstances,
  sentence: number,
): Evidence {
  const found = doubts.filter((doubt) => circumstances[doubt]);
  const says = [`level ${level}`, `rule ${rule}`];
  for (const doubt of found) says.push(doubt, `${doubt} ${level}`);
  if (found.length === 0) says.push(`live ${level}`, `live ${danger}`);
  if (circumstances.now) says.push("now");
  return { sentence, says };
}
