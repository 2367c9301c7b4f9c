/** Finds what the rules speak of in a message. */
import { type EmergencyKind, emergencies } from "../entry.js";
import { type Level, levels, rules } from "./rules.js";
import type { Word } from "./words.js";

/** A rule that a message fulfils, and the words it stands on: positions from `from` to `to`, both included. */
export type Cue = {
  readonly danger: EmergencyKind;
  readonly level: Level;
  readonly rule: string;
  readonly from: number;
  readonly to: number;
};

type Step = { readonly classes: ReadonlySet<string>; readonly reach: number };
type Rule = {
  readonly danger: EmergencyKind;
  readonly level: Level;
  readonly source: string;
  readonly steps: readonly Step[];
  readonly without: readonly string[];
};

/** Other words that may stand between two of a rule. */
const near = 3;
const far = 10;

/** The rules, found by the class of their first word. */
export class Matcher {
  readonly #byFirst = new Map<string, Rule[]>();

  /** Classes that rules name. */
  readonly classes: ReadonlySet<string>;

  constructor() {
    const classes = new Set<string>();
    for (const danger of emergencies) {
      for (const level of levels) {
        for (const source of rules[danger][level]) {
          for (const rule of read(danger, level, source)) {
            for (const step of rule.steps) for (const name of step.classes) classes.add(name);
            for (const name of rule.without) classes.add(name);
            for (const name of rule.steps[0]?.classes ?? []) {
              const list = this.#byFirst.get(name);
              if (list === undefined) this.#byFirst.set(name, [rule]);
              else list.push(rule);
            }
          }
        }
      }
    }
    this.classes = classes;
  }

  /** Every cue of a message. */
  cues(words: readonly Word[]): Cue[] {
    const cues: Cue[] = [];
    for (let from = 0; from < words.length; from += 1) {
      for (const name of words[from]?.classes ?? []) {
        for (const rule of this.#byFirst.get(name) ?? []) {
          const to = end(rule, words, from);
          if (to !== undefined)
            cues.push({ danger: rule.danger, level: rule.level, rule: rule.source, from, to });
        }
      }
    }
    return cues;
  }
}

/** Where the last word of a rule that begins at `from` stands; undefined where the rule is not fulfilled. */
function end(rule: Rule, words: readonly Word[], from: number): number | undefined {
  const sentence = words[from]?.sentence;
  let at = from;
  for (const step of rule.steps.slice(1)) {
    let found: number | undefined;
    for (let next = at + 1; next <= at + 1 + step.reach; next += 1) {
      const word = words[next];
      if (word === undefined || word.sentence !== sentence) break;
      if (word.classes.some((name) => step.classes.has(name))) {
        found = next;
        break;
      }
    }
    if (found === undefined) return undefined;
    at = found;
  }
  if (rule.without.length === 0) return at;
  for (let next = Math.max(0, from - far); next <= at + far; next += 1) {
    const word = words[next];
    if (word?.sentence === sentence && word?.classes.some((name) => rule.without.includes(name)))
      return undefined;
  }
  return at;
}

function read(danger: EmergencyKind, level: Level, source: string): Rule[] {
  const steps: Step[] = [];
  const without: string[] = [];
  let reach = near;
  for (const part of source.replace(/^~/, "").split(" ")) {
    if (part === "...") reach = far;
    else if (part === "+") reach = 0;
    else if (part.startsWith("!")) without.push(part.slice(1));
    else {
      steps.push({ classes: new Set(part.split("|")), reach });
      reach = near;
    }
  }
  const orders = source.startsWith("~") ? orderings(steps) : [steps];
  return orders.map((order) => ({ danger, level, source, steps: order, without }));
}

function orderings<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) =>
    orderings(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
  );
}
