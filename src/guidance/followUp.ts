/** A question read with the answer before it: `kalau anaknya 10 tahun?`, `dasarnya apa?`, `contohnya?`. */
import type { Answer } from "./ask.js";
import { probability } from "./confidence.js";
import type { GuidanceEntry } from "./entry.js";
import type { Guidance } from "./guidance.js";
import { plainWords } from "./normalise.js";
import { scoresOf, signsOf } from "./signs.js";
import { hitsOf, type ScoredTopic } from "./topics.js";

/** The parts of an entry that somebody asks for by themselves. */
export const parts = ["sources", "steps", "limits", "supervisor", "example"] as const;

/** A part of an entry. */
export type EntryPart = (typeof parts)[number];

/** How a message goes on from the answer before it. */
export type FollowUp =
  /** It asks for a part of that answer. */
  | { readonly kind: "part"; readonly topic: string; readonly part: EntryPart }
  /** It asks on about that topic or one beside it: these, best first. `sure` where the first is likely enough to be shown alone. */
  | { readonly kind: "on"; readonly hits: readonly ScoredTopic[]; readonly sure: boolean };

/** What opens a message that goes on from another. */
const opening = new Set(
  "kalau kalo klo kl klw jika bila nek lamun mun terus trus trs lalu lantas trus2 dan tapi tp lha lah nah ari and but if what how then so".split(
    " ",
  ),
);

/** Words that ask for a part: alone, or among words that ask. */
const partWords: readonly (readonly [part: EntryPart, words: RegExp])[] = [
  [
    "sources",
    /^(dasar|dasarnya|landasan|landasannya|hukumnya|pasal|pasalnya|pasale|ayat|ayatnya|aturan|aturannya|aturane|undang|uu|uunya|sumber|sumbernya|basis|article|articles|law|legal|source|sources|regulation|rule)$/,
  ],
  [
    "steps",
    /^(langkah|langkahnya|langkahe|caranya|carane|tahapannya|prosedurnya|step|steps|procedure|lakukan|lakuin|berikutnya|selanjutnya)$/,
  ],
  [
    "limits",
    /^(batas|batasnya|batasan|batasannya|pengecualian|pengecualiannya|memutuskan|mutusin|limit|limits|exception|exceptions|decides)$/,
  ],
  ["supervisor", /^(supervisor|supervisornya|atasan)$/],
  ["example", /^(contoh|contohnya|contone|contona|conto|misalnya|misal|example|examples|sample)$/],
];

/** Words that may stand beside a word for a part. */
const beside = new Set(
  "apa aja saja itu yang mana di ada nya hukum undang berapa kapan ke siapa dong dunk donk ya sih kasih beri minta mau lihat bisa gimana bagaimana piye opo naon wae pasal terus kalau apanya harus harusnya ngomong lapor what is the whats which a an give me show legal basis of for it one please any on who when where to ask tell and then".split(
    " ",
  ),
);

/** Added to the topic before, and to those it names as related, where a message goes on from it. */
const gain = { same: 0.35, related: 0.12 } as const;
/** How much the words of the topic before count, read together with the message. */
const together = 0.5;
/** A message of at most so many telling words may lean on what went before though nothing opens it as a continuation. */
const shortest = 2;
/** From this share of belief on, the first of the topics is shown alone. */
const sureFrom = 0.5;
/** Words that the classes without an entry claim with a higher score than this are about something else. */
const foreign = 0;
/**
 * A message that is this likely answered by another topic is about something new: one word, or an opening that goes on, says
 * less of that than two words that stand alone.
 */
const newFrom = { lean: 0.97, full: 0.5 } as const;

/** Reads a message with the topic of the answer before it. Undefined where it stands alone. */
export function followUpOf(guidance: Guidance, question: string, before: string): FollowUp | undefined {
  const entry = guidance.library.id.get(before);
  if (entry === undefined) return undefined;
  const words = plainWords(question);
  const part = partOf(words);
  if (part !== undefined) return { kind: "part", topic: before, part };
  const { reader, model, material, library } = guidance;
  const tokens = reader.read(question);
  const telling = tokens.filter(({ term }) => !reader.isLight(term));
  const opens = opening.has(words[0] ?? "");
  if (!opens && (telling.length > shortest || !asksOn(guidance, words))) return undefined;
  const scored = scoresOf(reader, model, tokens);
  // Many words are about something else, and so are few that no entry knows.
  const others = Math.max(...scored.scores.subarray(model.topics.length));
  if (!opens && others > foreign) return undefined;
  const alone = hitsOf(model, scored.scores);
  const [first] = alone;
  const right = probability(material.fit.right, signsOf(reader, model, tokens, scored));
  const isKnown = first !== undefined && first.topic !== before && !entry.related.includes(first.topic);
  if (telling.length > 0 && isKnown && right >= (opens || telling.length < 2 ? newFrom.lean : newFrom.full))
    return undefined;
  const title = library.id.get(before)?.title ?? "";
  const beside = scoresOf(reader, model, [...reader.read(title), ...tokens]).scores;
  const scores = scored.scores.map((score, at) => score * (1 - together) + (beside[at] ?? -1) * together);
  const gains = new Map<string, number>(entry.related.map((topic) => [topic, gain.related]));
  gains.set(before, gain.same);
  const hits = hitsOf(model, scores, gains);
  return { kind: "on", hits: hits.slice(0, 3), sure: (hits[0]?.score ?? 0) >= sureFrom };
}

/** Whether words ask something of what went before: they have a word that asks, or its ending (`biayanya`). */
function asksOn({ reader }: Guidance, words: readonly string[]): boolean {
  return words.some((word) => /..nya$/.test(word)) || reader.asks(words);
}

/** The part that words ask for, where they ask for nothing else. */
function partOf(words: readonly string[]): EntryPart | undefined {
  if (words.length > 6) return undefined;
  let found: EntryPart | undefined;
  for (const word of words) {
    const part = partWords.find(([, pattern]) => pattern.test(word))?.[0];
    if (part === undefined && !beside.has(word)) return undefined;
    found ??= part;
  }
  return found;
}

/** The paragraphs of an entry, as they are searched for what a message asks on about. */
export function paragraphsOf({ answer, steps, limits, supervisor }: GuidanceEntry): readonly string[] {
  return [...answer.split("\n\n"), ...steps, ...limits.split("\n\n"), ...supervisor.split("\n\n")];
}

/** How much of what is asked, weighed by rarity, a paragraph has at least. */
const enough = 0.5;

/** The paragraph of an entry that has most of what a message asks; undefined where none has enough of it. */
export function paragraphFor(
  { reader, model, library }: Guidance,
  entry: GuidanceEntry,
  question: string,
): string | undefined {
  const asked = new Set(
    reader
      .read(question)
      .map(({ term }) => term)
      .filter((term) => !reader.isLight(term)),
  );
  const rare = (term: string) =>
    Math.log(1 + (library.id.size * 40) / (1 + model.words.count(term, model.topics.length)));
  let best: { readonly text: string; readonly worth: number } | undefined;
  for (const text of paragraphsOf(entry)) {
    const terms = new Set(reader.read(text).map(({ term }) => term));
    let worth = 0;
    for (const term of asked) if (terms.has(term)) worth += rare(term);
    if (worth > (best?.worth ?? 0)) best = { text, worth };
  }
  const whole = [...asked].reduce((sum, term) => sum + rare(term), 0);
  return best !== undefined && best.worth >= whole * enough ? best.text : undefined;
}

/** What a follow-up comes to, as an answer. */
export function answerOf(followUp: Extract<FollowUp, { kind: "on" }>): Answer {
  const { hits, sure } = followUp;
  const confidence = hits[0]?.score ?? 0;
  return sure ? { kind: "answer", hits, confidence } : { kind: "unsure", hits, confidence };
}
