/** Choices pressed or, where the person types instead, matched against the words on the buttons. */
import { explained } from "../reasons.js";
import { accepted, type InputOutcome } from "./outcome.js";
import { folded } from "./text.js";

/** The words on each choice's button, in the language of the chat; in a list, with other words that people use after it. */
export type Labels = Readonly<Record<string, string | readonly string[]>>;

/** What may be ticked together. */
export type Several = {
  readonly choices: readonly string[];
  /** A choice that excludes the others. */
  readonly alone?: string | undefined;
  readonly min: number;
};

/** One pressed choice. */
export function checkChoice(choice: string, choices: readonly string[]): InputOutcome {
  return choices.includes(choice) ? accepted(choice) : explained("button-gone", {});
}

/** Several ticked choices, kept in the order of the form, each once. */
export function checkChoices(
  ticked: readonly string[],
  { choices, alone, min }: Several,
  sure = true,
): InputOutcome {
  if (!ticked.every((choice) => choices.includes(choice))) return explained("button-gone", {});
  const kept = choices.filter((choice) => ticked.includes(choice));
  if (kept.length < min) return explained("choices-too-few", { min });
  if (alone !== undefined && kept.length > 1 && kept.includes(alone)) return explained("choice-alone", {});
  return accepted(kept, sure);
}

/** One choice typed by its words or its number (from 1, in the order shown). */
export function acceptChoice(
  text: string,
  choices: readonly string[],
  labels: Labels | undefined,
): InputOutcome {
  if (!labels) return explained("press-button", {});
  const match = matchOf(text, choices, labels);
  return match ? accepted(match.choice, match.sure) : explained("choice-unclear", { count: choices.length });
}

/** Several choices typed with commas between them, or their numbers: "1, 3", "1 3". */
export function acceptChoices(text: string, several: Several, labels: Labels | undefined): InputOutcome {
  if (!labels) return explained("press-button", {});
  const { choices } = several;
  const whole = matchOf(text, choices, labels);
  if (whole) return checkChoices([whole.choice], several, whole.sure);
  if (everything.test(folded(text))) {
    return checkChoices(
      choices.filter((choice) => choice !== several.alone),
      several,
      false,
    );
  }
  const spread = spreadOut(text, choices.length);
  const numbers = /^\s*\d{1,3}(?:\s+\d{1,3})+\s*$/.test(spread);
  const parts = spread
    .split(numbers ? /\s+/ : /[,;&+\n]|\s(?:dan|and)\s/iu)
    .filter((part) => part.trim() !== "");
  const matches = parts.map((part) => matchOf(part, choices, labels));
  if (matches.length === 0 || matches.includes(undefined)) {
    return explained("choice-unclear", { count: choices.length });
  }
  const found = matches.flatMap((match) => match ?? []);
  return checkChoices(
    found.map(({ choice }) => choice),
    several,
    found.every(({ sure }) => sure),
  );
}

/** All of them, but not the one that stands alone. */
const everything = /^(?:semua(?:nya)?|all(?: of them)?)$/;

/** "1-3, 5" as "1,2,3, 5", where all of these numbers stand for a choice. */
function spreadOut(text: string, most: number): string {
  return text.replace(/(\d{1,3})\s*(?:[-‐-―]|s\/d|sampai)\s*(\d{1,3})/gu, (range, from, to) => {
    const [first, last] = [Number(from), Number(to)];
    if (first < 1 || last < first || last > most) return range;
    return Array.from({ length: last - first + 1 }, (_, index) => first + index).join(",");
  });
}

type Match = { readonly choice: string; readonly sure: boolean };

/**
 * The only choice whose words fit: the same words, its number, or the words only it begins with or holds. Words that
 * several choices know, as "kekerasan", choose none of them: all are offered.
 */
function matchOf(text: string, choices: readonly string[], labels: Labels): Match | undefined {
  const typed = folded(text);
  if (typed === "") return undefined;
  const position = /^\d{1,3}$/.test(typed) ? choices[Number(typed) - 1] : undefined;
  const worded = choices.map((choice) => ({ choice, words: [labels[choice] ?? ""].flat().map(folded) }));
  const same = worded.filter(({ words: [face] }) => face === typed);
  if (same.length === 1 && same[0]) return { choice: same[0].choice, sure: true };
  if (position !== undefined) return { choice: position, sure: true };
  const called = worded.filter(({ words }) => words.includes(typed));
  if (called.length === 1 && called[0]) return { choice: called[0].choice, sure: true };
  if (called.length > 1 || typed.length < 3) return undefined;
  for (const fits of [
    (words: string) => words.startsWith(typed),
    (words: string) => ` ${words} `.includes(` ${typed} `),
  ]) {
    const found = worded.filter(({ words }) => words.some(fits));
    if (found.length === 1 && found[0]) return { choice: found[0].choice, sure: false };
  }
  return undefined;
}
