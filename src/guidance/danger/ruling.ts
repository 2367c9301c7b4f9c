/** The reading of a message by the rules alone, with their findings. */
import { join } from "node:path";
import { type EmergencyKind, emergencies } from "../entry.js";
import { GuidanceError } from "../faults.js";
import { type Circumstances, Setting } from "./circumstances.js";
import { type Evidence, evidenceOf } from "./evidence.js";
import { type Lexicon, loadLexicon } from "./lexicon.js";
import { type Cue, Matcher } from "./match.js";
import { readWords, type Word } from "./words.js";

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

/** The rules and the words they are made of. */
export type DangerRules = { readonly lexicon: Lexicon; readonly matcher: Matcher };

/** Opens the rules below `localesDir`. Throws `GuidanceError` with file and line where their words are malformed. */
export function openRules(localesDir: string): DangerRules {
  const file = join(localesDir, "id", "learning", "danger-words.yaml");
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

/** A message as the rules read it. */
export type Ruling = {
  readonly words: readonly Word[];
  readonly reading: DangerReading;
  /** What they found, the same wherever it was typed. */
  readonly evidence: readonly Evidence[];
  /** Where they found nothing but what the writer is accused of: the words after it. */
  readonly afterAccusation: readonly Word[] | undefined;
};

/** "Pukul 14.00": the hour; the same word without it is a blow. */
const clock = /\b(?:pukul|jam)\s+\d[\d.:]*/giu;

/** Reads a message by the rules. */
export function rule({ lexicon, matcher }: DangerRules, text: string, at: "idle" | "answer"): Ruling {
  const words = readWords(lexicon, text.replace(clock, " "));
  const setting = new Setting(words);
  const found = matcher.cues(words).map((cue) => ({ cue, circumstances: setting.around(cue) }));
  return {
    words,
    reading: judge(found, at),
    afterAccusation:
      found.length > 0 && found.every(({ circumstances }) => circumstances.alleged)
        ? words.slice(Math.max(...found.map(({ cue }) => cue.to)) + 1)
        : undefined,
    evidence: found.map(({ cue, circumstances }) =>
      evidenceOf(cue, circumstances, words[cue.from]?.sentence ?? 0),
    ),
  };
}

type Verdict = Exclude<DangerReading["kind"], "none">;

function judge(
  cues: readonly { readonly cue: Cue; readonly circumstances: Circumstances }[],
  at: "idle" | "answer",
): DangerReading {
  const found = new Map<
    Verdict,
    { dangers: Set<EmergencyKind>; whom: Set<"worker" | "client" | undefined> }
  >();
  for (const { cue, circumstances } of cues) {
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

/** The meaning of one cue in its context; undefined where it means nothing. */
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
