import { parseHtml } from "../../src/playground/html.js";
import { createTexts, type Locale, locales, type TextArg, TextError } from "../../src/texts.js";
import {
  type Catalogue,
  type Entry,
  type Fault,
  mergeVariables,
  readCatalogue,
  type Variable,
} from "./catalogue.js";
import { isMadeAtRunTime, readUsage, type Usage } from "./usage.js";

/** Telegram's limit of a message, after its tags are taken out. */
const longestMessage = 4096;
/** A button's face: longer ones are cut off on a phone. */
const longestButton = 64;

/** What a person might type: it must come out as it went in. */
const awkward = `Siti & <b>Budi</b> "x"`;

/** What was found: the texts of each locale, and everything that is wrong with them. */
export type Lint = {
  readonly catalogues: Readonly<Record<Locale, Catalogue>>;
  /** Would break a message, or leave someone without one. */
  readonly faults: readonly Fault[];
  /** Texts that nothing speaks of: dead, not broken. */
  readonly unused: readonly Fault[];
};

/**
 * Holds the texts of all locales against each other, against Telegram and against the source that uses them:
 * the same files, keys and variables everywhere; each text, whatever its variables choose, valid HTML of
 * Telegram's (or free of markup where it is asked for as plain text) and short enough; none unused.
 */
export function lintTexts(localesDir: string, sourceDir: string): Lint {
  const read = { id: readCatalogue(localesDir, "id"), en: readCatalogue(localesDir, "en") };
  const catalogues = { id: read.id.catalogue, en: read.en.catalogue };
  const faults = [...read.id.faults, ...read.en.faults, ...differences(localesDir, catalogues)];
  const usage = readUsage(sourceDir);
  // Reading the texts as the program does would stop at the first fault.
  if (faults.length === 0) {
    for (const locale of locales) faults.push(...unsayable(localesDir, catalogues[locale], usage));
  }
  return { catalogues, faults, unused: unused(localesDir, catalogues.id, usage) };
}

function where(dir: string, locale: Locale, entry: Entry): string {
  return `${dir}/${locale}/${entry.file}:${entry.line}`;
}

function differences(dir: string, { id, en }: Readonly<Record<Locale, Catalogue>>): Fault[] {
  const faults: Fault[] = [];
  for (const [one, other] of [
    [id, en],
    [en, id],
  ] as const) {
    for (const file of one.files.filter((name) => !other.files.includes(name))) {
      faults.push({ where: `${dir}/${other.locale}/${file}`, problem: "is missing" });
    }
    for (const entry of one.entries.values()) {
      // A language may have terms of its own.
      if (entry.key.startsWith("-") || !other.files.includes(entry.file)) continue;
      const twin = other.entries.get(entry.key);
      if (twin === undefined) {
        faults.push({
          where: where(dir, one.locale, entry),
          problem: `${entry.key} is missing in ${other.locale}`,
        });
      } else if (twin.file !== entry.file && one === id) {
        faults.push({
          where: where(dir, en.locale, twin),
          problem: `${entry.key} belongs into ${entry.file}`,
        });
      }
    }
  }
  for (const entry of id.entries.values()) {
    const twin = en.entries.get(entry.key);
    if (twin === undefined || entry.key.startsWith("-")) continue;
    const [mine, theirs] = [names(entry), names(twin)];
    if (mine !== theirs) {
      faults.push({
        where: where(dir, "en", twin),
        problem: `${entry.key} has variables ${theirs}, and ${mine} in id`,
      });
    }
  }
  return faults;
}

function names(entry: Entry): string {
  const found = [...entry.variables.keys()].map((name) => `$${name}`);
  return found.sort((a, b) => (a < b ? -1 : 1)).join(" ") || "none";
}

/** Speaks every text with every value its variables distinguish, as the program would. */
function unsayable(dir: string, { locale, entries }: Catalogue, usage: Usage): Fault[] {
  const texts = createTexts(dir);
  const faults: Fault[] = [];
  for (const entry of entries.values()) {
    if (entry.key.startsWith("-")) continue;
    const plain = isMadeAtRunTime(entry.file) || usage.isPlain(entry.key);
    const problems = new Set<string>();
    for (const args of samples(entry.variables)) {
      const problem = plain
        ? problemOfPlain(
            entry.key,
            sampled(() => texts.dynamicPlain(locale, entry.key, withoutMarkup(args))),
          )
        : problemOfHtml(sampled(() => texts.dynamic(locale, entry.key, args)));
      if (problem !== undefined) problems.add(problem);
    }
    for (const problem of problems) {
      faults.push({ where: where(dir, locale, entry), problem: `${entry.key} ${problem}` });
    }
  }
  return faults;
}

type Sample = { readonly text: string } | { readonly problem: string };

function sampled(speak: () => string): Sample {
  try {
    return { text: speak() };
  } catch (error) {
    if (error instanceof TextError) return { problem: `cannot be said: ${error.message}` };
    throw error;
  }
}

/** So that what looks like markup can only be the text's own. */
function withoutMarkup(args: Readonly<Record<string, TextArg>>): Record<string, TextArg> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, value === awkward ? "Siti Budi" : value]),
  );
}

function problemOfPlain(key: string, sample: Sample): string | undefined {
  if ("problem" in sample) return sample.problem;
  if (/<\/?[a-z]|&\w+;/i.test(sample.text))
    return "is plain text and holds markup, which would be shown as it is";
  if (key.startsWith("button-") && [...sample.text].length > longestButton) {
    return `is longer than the ${longestButton} characters of a button: ${sample.text}`;
  }
  return sample.text.length > longestMessage ? `is longer than ${longestMessage} characters` : undefined;
}

function problemOfHtml(sample: Sample): string | undefined {
  if ("problem" in sample) return sample.problem;
  try {
    const { text } = parseHtml(sample.text);
    return text.length > longestMessage ? `is longer than ${longestMessage} characters` : undefined;
  } catch (error) {
    return `is not HTML that Telegram takes: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Every combination of the values that variables distinguish, within reason. */
function samples(variables: ReadonlyMap<string, Variable>): Record<string, TextArg>[] {
  let combinations: Record<string, TextArg>[] = [{}];
  for (const [name, variable] of variables) {
    const values = valuesOf(variable);
    const more = combinations.flatMap((args) => values.map((value) => ({ ...args, [name]: value })));
    // Texts that choose by several variables at once are few; past this the first values stand for the rest.
    combinations = more.slice(0, 500);
  }
  return combinations;
}

function valuesOf({ kind, variants }: Variable): TextArg[] {
  if (kind === "any") return [awkward, ...variants];
  const literals = [...variants].map(Number).filter(Number.isFinite);
  return [...new Set([0, 1, 2, 2026, ...literals])];
}

function unused(dir: string, { locale, entries }: Catalogue, usage: Usage): Fault[] {
  const referred = new Set([...entries.values()].flatMap((entry) => [...entry.refers]));
  return [...entries.values()]
    .filter(({ key, file }) => !isMadeAtRunTime(file) && !usage.isUsed(key) && !referred.has(key))
    .map((entry) => ({ where: where(dir, locale, entry), problem: `${entry.key} is used nowhere` }));
}

/** The variables of a key over all locales: a number where any language needs one. */
export function variablesOf(
  key: string,
  catalogues: Readonly<Record<Locale, Catalogue>>,
): Map<string, Variable> {
  const variables = new Map<string, Variable>();
  for (const locale of locales)
    mergeVariables(variables, catalogues[locale].entries.get(key)?.variables ?? new Map());
  return variables;
}
