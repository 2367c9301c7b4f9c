/**
 * The deadlines of a case, derived from its facts. A deadline is listed while it is outstanding: doing the step
 * removes it and moving a date moves it, without any other state.
 */
import { everyDeadline } from "../generated/deadlines.js";
import { endOfDay } from "./calendar.js";
import type { CaseFacts } from "./caseFacts.js";
import { dataStanding } from "./dataGround.js";
import {
  type Counting,
  type DayCount,
  type DeadlineAction,
  type DeadlineRule,
  type Occurrence,
  practiceDays,
} from "./deadline.js";
import { type Basis, formIds } from "./form.js";
import type { DaySetting, PracticeRules } from "./rules.js";

type AnyRule = (typeof everyDeadline)[number];

/** The key of a kind of deadline. */
export type DeadlineKey = AnyRule["key"];

/** The deadlines whose days an organisation sets, and those that end when a person states a handing over. */
export type DayKey = Extract<AnyRule, { readonly days: object }>["key"];

/** A kind of deadline that ends with a stated handover. */
export type HandoverKey = Extract<AnyRule, { readonly endsBy: object }>["key"];

/** Something that is due. Its identity is `key` and `anchor`; its dates may move. */
export type Deadline = Omit<Occurrence, "step" | "basis"> & {
  readonly key: DeadlineKey;
  readonly statutory: boolean;
  readonly step: DeadlineAction;
  readonly basis?: Basis;
};

const steps: readonly DeadlineAction[] = formIds;

/** Every kind, what the law sets first, then in the order of the practice's steps. */
const inOrder: readonly AnyRule[] = [...everyDeadline].sort((a, b) => placeOf(a) - placeOf(b));

/** The keys of all kinds, in that order. */
export const deadlineKeys: readonly DeadlineKey[] = inOrder.map(({ key }) => key);
const byKey: ReadonlyMap<string, AnyRule> = new Map(inOrder.map((rule) => [rule.key, rule]));

function placeOf({ statutory, step, listed }: DeadlineRule): number {
  if (statutory) return -1;
  const place = steps.indexOf(step);
  return listed !== "always" || place < 0 ? formIds.length : place;
}

/** The rule of a kind. Throws for a word that is none: the row was not written by us. */
export function deadlineRule(key: string): DeadlineRule & { readonly key: DeadlineKey } {
  const rule = byKey.get(key);
  if (rule === undefined) throw new Error(`there is no deadline ${key}`);
  return rule;
}

/** Whether the organisation gives a number of days for it. */
export function hasDays(key: DeadlineKey): key is DayKey {
  return deadlineRule(key).days !== undefined;
}

/** The kinds an organisation gives days for. */
export const dayKeys: readonly DayKey[] = deadlineKeys.filter(hasDays);

/** Whether it ends with a stated handover, which the record of the case does not show. */
export function endsByHandover(key: DeadlineKey): key is HandoverKey {
  return typeof deadlineRule(key).endsBy === "object";
}

/** Whether its name or its article tells what befell the client. */
export function isDiscreet(key: DeadlineKey): boolean {
  return deadlineRule(key).discreet === true;
}

/** Kinds that do not follow from the facts of a case: they begin by hand, or with a permit. */
export const beginOutside: readonly DeadlineKey[] = deadlineKeys.filter((key) => !deadlineRule(key).find);

/** An occurrence of a kind, in full. */
export function deadlineOf(key: DeadlineKey, occurrence: Occurrence): Deadline {
  const { statutory, step, basis } = deadlineRule(key);
  return { ...(basis === undefined ? {} : { basis }), step, ...occurrence, key, statutory };
}

/** The outstanding deadlines of a case, the soonest first. */
export function deadlines(facts: CaseFacts, rules: PracticeRules, count: DayCount): readonly Deadline[] {
  // Without a legal ground nobody is reminded to continue, only to name one.
  const held = dataStanding(facts).kind === "missing";
  return inOrder
    .flatMap(({ key }) => {
      const { find } = deadlineRule(key);
      const found = find?.(facts, countingOf(key, rules, count)) ?? [];
      return found.map((occurrence) => deadlineOf(key, occurrence));
    })
    .filter(({ key, anchor }) => !facts.fulfilled.has(`${key}:${anchor}`))
    .filter(
      ({ key, statutory, step }) => !held || statutory || step === "tick" || deadlineRule(key).whileHeld,
    )
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

function countingOf(key: DeadlineKey, rules: PracticeRules, count: DayCount): Counting {
  const { zone } = count;
  return {
    zone,
    within: (from) => {
      if (!hasDays(key)) throw new Error(`the organisation gives no days for ${key}`);
      return practiceDays(from, daysOf(key, rules), rules, count);
    },
    until: (startsAt, date) => ({ startsAt, dueAt: endOfDay(zone, date) }),
    aftercareMonths: rules.aftercareMonths,
  };
}

/** Under which setting the organisation's days for a kind stand, and how many where it set none. */
export function dayRule(key: DayKey): { readonly setting: DaySetting; readonly usual: number } {
  const rule = byKey.get(key);
  if (rule === undefined || !("days" in rule)) throw new Error(`${key} has no days`);
  return rule.days;
}

/** How many days the organisation gives for a kind. */
export function daysOf(key: DayKey, { days }: Pick<PracticeRules, "days">): number {
  return days[dayRule(key).setting];
}
