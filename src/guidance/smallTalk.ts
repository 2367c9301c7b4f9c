/** What asks nothing: thanks, a greeting, a sigh. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { plainWords } from "./normalise.js";

/** Kinds of small talk; `small-talk-<kind>` answers each. */
export const smallTalks = ["thanks", "greeting", "emoji", "who", "anger", "ok"] as const;

/** A kind of small talk. */
export type SmallTalk = (typeof smallTalks)[number];

const wordList = z.string().transform((text) => new Set(text.split(/\s+/).filter((word) => word !== "")));

const messages = z
  .array(z.string())
  .transform((all) => new Set(all.map((text) => plainWords(text).join(" "))));

const file = z.strictObject({
  thanks: wordList,
  greeting: wordList,
  anger: wordList,
  ok: wordList,
  /** Words that may stand beside any of them. */
  beside: wordList,
  /** Messages that are small talk as a whole, though their words alone are not. */
  whole: z.strictObject({ anger: messages, who: messages }),
});

/** What small talk is told by. */
export type SmallTalkWords = z.infer<typeof file>;

/** Reads `<dir>/id/learning/small-talk.yaml`. Throws where it is not of its shape. */
export function loadSmallTalk(dir: string): SmallTalkWords {
  return file.parse(parse(readFileSync(join(dir, "id", "learning", "small-talk.yaml"), "utf8")));
}

/** The order in which kinds are looked for: a greeting with thanks is thanks. */
const order = ["anger", "thanks", "greeting", "ok"] as const;
/** Longer messages say something. */
const longest = 8;

/** The kind of small talk a message is; undefined where it says anything else. */
export function smallTalkOf(words: SmallTalkWords, message: string): SmallTalk | undefined {
  const said = plainWords(message);
  if (said.length === 0) return /\p{Extended_Pictographic}/u.test(message) ? "emoji" : undefined;
  if (said.length > longest) return undefined;
  for (const kind of ["who", "anger"] as const) if (words.whole[kind].has(said.join(" "))) return kind;
  const kinds = said.map((word) => order.filter((kind) => words[kind].has(word)));
  const isOnly = said.every((word, at) => kinds[at]?.length !== 0 || words.beside.has(word));
  return isOnly ? order.find((kind) => kinds.some((of) => of.includes(kind))) : undefined;
}
