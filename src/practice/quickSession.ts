/**
 * A session told in one message ("tadi ke rumah Mak I, latihan jalan 20 mnt, mau makan sendiri, senin lagi") read into
 * the answers of its form, by the readers the form itself uses and by the words on its choices. Nothing is guessed: what
 * is not read is left for the form to ask.
 */
import type { LocalDate, Path, SourceItem, Value } from "./form.js";
import { readDate } from "./inputs/dateReading.js";
import { clean, folded } from "./inputs/text.js";

/** Words by which a choice is known, by choice. */
export type ChoiceWords = Readonly<Record<string, readonly string[]>>;

/** What the reading may know besides the words. */
export type QuickSessionContext = {
  /** The day the message was sent, in the organisation's zone. */
  readonly today: LocalDate;
  readonly goals: readonly SourceItem[];
  /** The roles the plan names. */
  readonly plannedRoles: readonly string[];
  readonly roleWords: ChoiceWords;
  readonly progressWords: ChoiceWords;
};

/** The answers of a session form that a message tells, by path. */
export function readQuickSession(text: string, context: QuickSessionContext): ReadonlyMap<Path, Value> {
  const { today, goals } = context;
  const answers = new Map<Path, Value>();
  const days = daysIn(text, today);
  answers.set("date", days.past ?? today);
  const named = choicesIn(text, context.roleWords);
  const roles = named.length > 0 ? named : context.plannedRoles;
  if (roles.length > 0) answers.set("roles", roles);
  const meant = goals.length === 1 ? goals : goals.filter(({ label }) => sharesWord(text, label));
  if (meant.length > 0)
    answers.set(
      "goals",
      meant.map(({ id }) => id),
    );
  answers.set("note", clean(text));
  const progress = longestChoiceIn(text, context.progressWords);
  if (progress !== undefined) answers.set("progress", progress);
  answers.set("obstacles", null);
  answers.set("nextDate", days.next ?? null);
  answers.set("attachment", null);
  return answers;
}

/** Whether words tell of something that was done: they name a day up to today, and ask nothing. */
export function tellsOfSession(text: string, today: LocalDate): boolean {
  if (/\?\s*$/.test(text) || folded(text).split(" ").length < 4) return false;
  return daysIn(text, today).past !== undefined;
}

/** Words that make a day one to come. */
const ahead =
  /\b(?:lagi|depan|besok|bsk|lusa|mendatang|next|tomorrow|ketemu|bertemu|janji|kembali|berikut\w*|again)\b/;

/** The last day a message names up to today, and the next one it names after it. */
function daysIn(text: string, today: LocalDate): { readonly past?: LocalDate; readonly next?: LocalDate } {
  let past: LocalDate | undefined;
  let next: LocalDate | undefined;
  for (const clause of text.toLowerCase().split(/[,;\n]|[.!](?=\s|$)/)) {
    const words = clause.split(/\s+/).filter(Boolean);
    for (let from = 0; from < words.length; from += 1) {
      const found = dayAt(words, from, today, next === undefined && ahead.test(clause));
      if (found === undefined) continue;
      if (found.date > today) next ??= found.date;
      else past ??= found.date;
      from += found.words - 1;
    }
  }
  return { ...(past === undefined ? {} : { past }), ...(next === undefined ? {} : { next }) };
}

/** Most words of one day: "senin minggu depan", "12 maret 2026". */
const mostWords = 4;

/** The day that begins at a word, told in as many words as make one. */
function dayAt(
  words: readonly string[],
  from: number,
  today: LocalDate,
  isAhead: boolean,
): { readonly date: LocalDate; readonly words: number } | undefined {
  // "20 menit", "2 minggu": an amount is no day.
  if (from > 0 && /^\d+$/.test(words[from - 1] ?? "")) return undefined;
  for (let count = Math.min(mostWords, words.length - from); count > 0; count -= 1) {
    const phrase = words.slice(from, from + count).join(" ");
    if (/^[\d\W]*$/.test(phrase) && !/\d[-/]\d/.test(phrase)) continue;
    const read = readDate(phrase, today, isAhead ? "future" : "past");
    if (read?.kind === "day") return { date: read.date, words: count };
  }
  return undefined;
}

/** Choices one of whose words the text holds. */
function choicesIn(text: string, words: ChoiceWords): string[] {
  return Object.keys(words).filter((choice) => longestIn(text, words[choice] ?? []) > 0);
}

/** The choice whose words the text holds at the greatest length: "tidak mau" before "mau". Undefined where two do. */
function longestChoiceIn(text: string, words: ChoiceWords): string | undefined {
  const found = Object.keys(words).map((choice) => ({
    choice,
    length: longestIn(text, words[choice] ?? []),
  }));
  const longest = Math.max(0, ...found.map(({ length }) => length));
  const best = found.filter(({ length }) => length === longest);
  return longest > 0 && best.length === 1 ? best[0]?.choice : undefined;
}

function longestIn(text: string, words: readonly string[]): number {
  const told = ` ${folded(text)} `;
  return Math.max(
    0,
    ...words.map(folded).map((word) => (word !== "" && told.includes(` ${word} `) ? word.length : 0)),
  );
}

/** Words of four letters or more that both hold; shorter ones tell nothing apart. */
function sharesWord(text: string, label: string): boolean {
  const told = new Set(folded(text).split(" "));
  return folded(label)
    .split(" ")
    .some((word) => word.length >= 4 && !common.has(word) && told.has(word));
}

/** Words that stand in any goal. */
const common = new Set([
  "klien",
  "untuk",
  "dengan",
  "dapat",
  "bisa",
  "sehari",
  "setiap",
  "yang",
  "sendiri",
  "with",
]);
