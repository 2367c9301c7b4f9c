import type { Person } from "../../src/playground/people.js";
import type { Form, Question } from "../../src/practice/form.js";
import { type Location, locate } from "../../src/practice/walk.js";
import { createTexts } from "../../src/texts.js";
import type { Told } from "../practice/forms/scenarios.js";

const texts = createTexts("locales");
const say = (key: string, args?: Record<string, string | number>) => texts.dynamicPlain("id", key, args);

/** What is told at each question, by path, in the order asked. */
export type Telling = Readonly<Record<string, Told>>;

/** The words of items that a question picks from, by id. */
export type Words = Readonly<Record<string, string>>;

/** What stands on the summary of a form that is complete. */
export const summaryShown = "📨 Kirim";

/**
 * Fills in a form as a person does: waits for each question, then types or presses. Says yes where the bot asks
 * whether it understood. Ends at what is seen last, the summary by default.
 */
export async function fills(
  person: Person,
  form: Form,
  telling: Telling,
  {
    words = {},
    last = summaryShown,
    isAsked = false,
  }: {
    readonly words?: Words;
    readonly last?: string;
    /** The first question was seen already. */
    readonly isAsked?: boolean;
  } = {},
): Promise<void> {
  const paths = Object.keys(telling);
  const asked = paths.map((path) => promptsOf(form, placeOf(form, path)));
  for (const [index, path] of paths.entries()) {
    if (index === 0 && !isAsked) await person.sees(anyOf(asked[0] ?? []));
    await answers(person, placeOf(form, path), telling[path] ?? null, words);
    await seesNext(person, asked[index + 1] ?? [last]);
  }
}

/** The words of a question, as the chat shows them. */
export function questionAt(form: Form, path: string): string {
  return promptOf(form, placeOf(form, path));
}

/** A question where it is asked, and not where it stands with its answer. */
export function askedAt(form: Form, path: string): RegExp {
  return anyOf([questionAt(form, path)]);
}

async function seesNext(person: Person, wanted: readonly string[]): Promise<void> {
  for (;;) {
    const { text = "" } = await person.sees(anyOf([...wanted, "Betul?"]));
    if (!text.endsWith("Betul?")) return;
    person.presses("Ya");
  }
}

async function answers(person: Person, place: Location, told: Told, words: Words): Promise<void> {
  if (place.kind === "another") {
    person.presses(say(told === true ? "button-add" : "button-enough"));
    return;
  }
  const { question } = place;
  if (told === null) person.presses(say("button-skip"));
  else if (typeof told === "boolean") person.presses(say(told ? "button-yes" : "button-no"));
  else if (typeof told === "number") person.presses(levelOf(question, told));
  else if (typeof told === "string") tells(person, question, told, words);
  else if (!("kind" in told)) await ticks(person, question, told, words);
  else if (told.kind === "photo") person.photographs(2_000);
  else if (told.kind === "voice") person.sendsVoice();
  else if (told.kind === "location") person.sendsLocation(told.latitude, told.longitude);
  else person.sendsDocument("surat.pdf", "application/pdf", 2_000);
}

/** Presses a choice; one that is on another page is typed, as people do with long lists. */
function tells(person: Person, question: Question, told: string, words: Words): void {
  if (question.type !== "choice" && question.type !== "pick") {
    person.sends(told);
    return;
  }
  const label = labelOf(question, told, words);
  if (person.seen().includes(`[${label}]`)) person.presses(label);
  else person.sends(label);
}

async function ticks(
  person: Person,
  question: Question,
  told: readonly string[],
  words: Words,
): Promise<void> {
  const labels = told.map((one) => labelOf(question, one, words));
  // What was said before is ticked already: what is not meant now goes.
  for (const [, label = ""] of person.seen().matchAll(/☑️ ([^\]]+)\]/g)) {
    if (labels.includes(label)) continue;
    person.presses(`☑️ ${label}`);
    await person.sees(`▫️ ${label}`);
  }
  const alone = question.type === "choices" ? question.alone : undefined;
  if (alone !== undefined && told.includes(alone) && !person.seen().includes("☑️")) {
    person.presses(`▫️ ${labels[0]}`);
    return;
  }
  const isAll =
    question.type === "choices" && told.length === question.choices.filter((one) => one !== alone).length;
  if (isAll && person.seen().includes(`[${say("button-tick-all")}]`)) {
    person.presses(say("button-tick-all"));
    await person.sees(`☑️ ${labels.at(-1)}`);
  }
  for (const label of labels) {
    if (person.seen().includes(`☑️ ${label}]`)) continue;
    for (let page = 0; page < 9 && !person.seen().includes(`▫️ ${label}]`); page += 1) {
      person.presses("▶️");
      await person.sees("▫️");
    }
    person.presses(`▫️ ${label}`);
    await person.sees(`☑️ ${label}`);
  }
  person.presses(/^✔️ Selesai/);
}

function labelOf(question: Question, value: string, words: Words): string {
  if (question.type === "choice" || question.type === "choices")
    return say(`choice-${question.set}-${value}`);
  return words[value] ?? value;
}

function levelOf(question: Question, level: number): string {
  const isSigned = question.type === "scale" && question.min < 0;
  return isSigned && level > 0 ? `+${level}` : String(level).replace("-", "−");
}

function placeOf(form: Form, path: string): Location {
  const place = locate(form, path);
  if (place === undefined) throw new Error(`${form.id} asks nothing at ${path}`);
  return place;
}

function promptOf(form: Form, place: Location): string {
  if (place.kind === "another") {
    const key = `${form.id}-${place.group.key}`;
    return say(place.index === 0 ? `${key}.first` : key);
  }
  const group = place.item === undefined ? "" : `${place.item.group.key}-`;
  return say(`${form.id}-${group}${place.question.key}`);
}

/** A question in its own words and in each of its others: which of them is asked, the case decides. */
function promptsOf(form: Form, place: Location): readonly string[] {
  const own = promptOf(form, place);
  if (place.kind === "another") return [own];
  const group = place.item === undefined ? "" : `${place.item.group.key}-`;
  const key = `${form.id}-${group}${place.question.key}`;
  return [own, ...(place.question.variants ?? []).map(({ name }) => say(`${key}-${name}`))];
}

/** What is asked, in any of these words; not what was answered already, which may be shown anew ("… — 61 tahun ✓"). */
function anyOf(texts: readonly string[]): RegExp {
  return new RegExp(`(?:${texts.map(escaped).join("|")})(?! — )`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
