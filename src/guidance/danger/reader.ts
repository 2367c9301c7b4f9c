/** Whether somebody is in danger, read from what a person types. */
import { join } from "node:path";
import { type EmergencyKind, emergencies } from "../entry.js";
import { GuidanceError } from "../faults.js";
import { loadLibrary } from "../load.js";
import { type Circumstances, Setting } from "./circumstances.js";
import { dangerFingerprint, openDangerModel, saveDangerModel } from "./kept.js";
import { type DangerModel, learnDanger, type Weighing, weigh } from "./learned.js";
import { type Lexicon, loadLexicon } from "./lexicon.js";
import { type Cue, Matcher } from "./match.js";
import { loadPhrases } from "./phrases.js";
import { has, readWords, type Word } from "./words.js";

/**
 * What a message says of danger: nothing; something over (`past`); perhaps danger, so that a person should be asked
 * (`unsure`); danger now. `whom` is the writer (`worker`) or somebody the writer tells of (`client`).
 */
export type DangerReading =
  | { readonly kind: "none" }
  | { readonly kind: "past"; readonly dangers: readonly EmergencyKind[] }
  | {
      readonly kind: "unsure";
      readonly whom: "worker" | "client";
      readonly dangers: readonly EmergencyKind[];
    }
  | {
      readonly kind: "danger";
      readonly whom: "worker" | "client";
      readonly dangers: readonly EmergencyKind[];
    };

/**
 * Where a text was typed: outside any question, as the answer to a form's question, or as the answer to one that asks for a
 * name, a place or a number, where a few words that call for nothing are just that.
 */
export type Where = "idle" | "answer" | "name";

/** Reads danger. */
export type DangerReader = { read(text: string, at?: Where): DangerReading };

/**
 * Opens the words of danger and the classifier below `localesDir` once. What was learned is taken from `cache` where it is of
 * these very files; else it is learned (seconds) and the copy is written. Throws `GuidanceError` with file and line where the
 * words are malformed.
 */
export function openDangerReader(localesDir: string, cache?: string): DangerReader {
  const rules = openRules(localesDir);
  const fingerprint = dangerFingerprint(localesDir);
  const kept = cache === undefined ? undefined : openDangerModel(cache, fingerprint);
  const model = kept ?? learnDanger(rules.lexicon, loadPhrases(localesDir, loadLibrary(localesDir)));
  if (kept === undefined && cache !== undefined) saveDangerModel(cache, fingerprint, model);
  return dangerReaderOf(rules, model);
}

/** "Pukul 14.00": the hour; the same word without it is a blow. */
const clock = /\b(?:pukul|jam)\s+\d[\d.:]*/giu;

function dangerReaderOf(rules: DangerRules, model: DangerModel): DangerReader {
  return {
    read(text, where = "idle") {
      const words = readWords(rules.lexicon, text.replace(clock, " "));
      if (where === "name" && isBareName(words)) return { kind: "none" };
      const at = where === "idle" ? "idle" : "answer";
      const { reading, aside } = ruled(rules, words, at);
      if (reading.kind === "danger" || reading.kind === "past") return reading;
      if (reading.kind === "none" && isBareCall(words))
        return { kind: "unsure", whom: "worker", dangers: ["violence-ongoing"] };
      if (at === "answer" && isName(text)) return reading;
      return together(reading, weigh(rules.lexicon, model, words), aside, at);
    },
  };
}

/** What the rules alone say, for fitting the classifier beside them; `aside` is whether they found a cue that means nothing. */
export function rulesReading(rules: DangerRules, text: string, at: "idle" | "answer"): Ruled {
  return ruled(rules, readWords(rules.lexicon, text), at);
}

type Ruled = { readonly reading: DangerReading; readonly aside: boolean };

function ruled({ matcher }: DangerRules, words: readonly Word[], at: "idle" | "answer"): Ruled {
  const setting = new Setting(words);
  const cues = matcher.cues(words);
  const reading = judge(cues, (cue) => setting.around(cue), at);
  return { reading, aside: reading.kind === "none" && cues.length > 0 };
}

/** The rules and the words they are made of. */
export type DangerRules = { readonly lexicon: Lexicon; readonly matcher: Matcher };

/** Opens the rules below `localesDir`. Throws `GuidanceError` with file and line where their words are malformed. */
export function openRules(localesDir: string): DangerRules {
  const file = join(localesDir, "id", "danger-words.yaml");
  const lexicon = loadLexicon(file);
  const matcher = new Matcher();
  const known = lexicon.classNames();
  const missing = [...matcher.classes].filter((name) => !known.has(name));
  if (missing.length > 0)
    throw new GuidanceError(
      missing.map((name) => ({
        code: "GUIDE_013",
        file,
        line: 1,
        message: `the class ${name} of the rules is missing`,
      })),
    );
  return { lexicon, matcher };
}

/**
 * From which score of the classifier a person is asked, and from which it is danger; chosen by `npm run fit:danger`: of the
 * ordinary phrases, which are harder than everyday, no more than two in a hundred are asked about besides those of the rules. Where rules
 * found a cue and set it aside (denied, asked about in general, a manner of speaking), asking takes what is danger elsewhere.
 */
const thresholds = { idle: { ask: 0.25, sure: 1 }, answer: { ask: 0.5, sure: 1.2 } } as const;

/** The rules' reading, none or unsure, with what the classifier says. */
function together(
  reading: Extract<DangerReading, { kind: "none" | "unsure" }>,
  { score, kind, whom }: Weighing,
  aside: boolean,
  at: "idle" | "answer",
): DangerReading {
  const { ask, sure } = thresholds[at];
  if (reading.kind === "unsure") return score < sure ? reading : { ...reading, kind: "danger" };
  if (score < (aside ? sure : ask)) return reading;
  return { kind: score < sure || aside ? "unsure" : "danger", whom, dangers: [kind] };
}

/** A few words, each with a capital, or numbers: `Pantai Kejang, Lombok`. Names are no sentences to learn from. */
function isName(text: string): boolean {
  const words = text.trim().split(/[\s,.]+/);
  return words.length < 6 && words.every((word) => /^[\p{Lu}\d]/u.test(word)) && /\s/.test(text.trim());
}

/** What a question for a name is answered with: few words, none of them a call, a person, a denial or a word of now. */
function isBareName(words: readonly Word[]): boolean {
  return (
    words.length <= longestName &&
    !words.some((word) => has(word, "call", "plea", "now", "first", "client", "neg"))
  );
}

/** `Desa Sukamati RT 3` is a name; what is longer may be a sentence. */
const longestName = 4;

/** `tolong`, `help`, `sos`, and no more: asked about also where it is an answer. */
function isBareCall(words: readonly Word[]): boolean {
  return (
    words.length > 0 &&
    words.length < 4 &&
    words.every((word) => has(word, "call", "first", "plea")) &&
    words.some((word) => has(word, "call"))
  );
}

type Verdict = Exclude<DangerReading["kind"], "none">;

function judge(
  cues: readonly Cue[],
  around: (cue: Cue) => Circumstances,
  at: "idle" | "answer",
): DangerReading {
  const found = new Map<
    Verdict,
    { dangers: Set<EmergencyKind>; whom: Set<"worker" | "client" | undefined> }
  >();
  for (const cue of cues) {
    const circumstances = around(cue);
    const verdict = verdictOn(cue, circumstances, at);
    if (verdict === undefined) continue;
    const group = found.get(verdict) ?? { dangers: new Set(), whom: new Set() };
    group.dangers.add(cue.danger);
    group.whom.add(circumstances.whom);
    found.set(verdict, group);
  }
  for (const kind of ["danger", "unsure"] as const) {
    const group = found.get(kind);
    if (group !== undefined) return { kind, whom: whose(group.whom), dangers: ordered(group.dangers) };
  }
  const past = found.get("past");
  return past === undefined ? { kind: "none" } : { kind: "past", dangers: ordered(past.dangers) };
}

/** Whose danger it is. A wish to die with nobody's name on it is the writer's own. */
function whose(whom: ReadonlySet<"worker" | "client" | undefined>): "worker" | "client" {
  return !whom.has("worker") && whom.has("client") ? "client" : "worker";
}

function ordered(dangers: ReadonlySet<EmergencyKind>): EmergencyKind[] {
  return emergencies.filter((danger) => dangers.has(danger));
}

/** What one cue amounts to in its circumstances; undefined where it means nothing. */
function verdictOn(
  cue: Cue,
  { denied, over, usual, general, figure, now }: Circumstances,
  at: "idle" | "answer",
): Verdict | undefined {
  if (denied || general || figure) return undefined;
  if (over) return "past";
  if (usual) return at === "answer" ? "past" : "unsure";
  if (cue.level === "sure") return "danger";
  if (cue.level === "likely") return at === "idle" || now ? "danger" : "unsure";
  if (now) return at === "idle" ? "danger" : "unsure";
  return at === "idle" ? "unsure" : undefined;
}
