import { dateIn, partsOf } from "../../practice/calendar.js";
import { type DayKey, dayKeys } from "../../practice/deadlines.js";
import type { LocalDate } from "../../practice/form.js";
import { acceptDate } from "../../practice/inputs/dates.js";
import { type Duration, readDuration, readMinutes } from "../../practice/inputs/durations.js";
import { acceptYesNo } from "../../practice/inputs/yesNo.js";
import { openDeadlines } from "../../records/due/deadlines.js";
import {
  type SettingFault,
  setAftercare,
  setContactWithin,
  setDay,
  setDays,
  setDigestAt,
  setEscalation,
  setFilesStay,
  setQuiet,
} from "../../records/due/ruleSettings.js";
import { adminOf } from "../../records/people/members.js";
import { filesStaySpan } from "../../records/people/rules.js";
import type { Html } from "../../texts.js";
import { dayOf, stayText } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import type { CallbackData } from "../telegram/callback.js";
import type { SettableRule } from "../telegram/callbacks/institution.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import {
  type Entry,
  type EntryAnswer,
  type EntryEnd,
  type EntryPrompt,
  handleEntry,
  typedOnly,
} from "../telegram/entry.js";
import { reasonOf } from "../telegram/reason.js";
import type { Wording } from "../telegram/wording.js";

/** The longest time an organisation may give for a step, and for an escalation, in days. */
const most = { step: 365, escalation: 60 } as const;

/** Typed values of rules. A value that was not understood for certain is repeated and confirmed first. */
export const ruleEntries: readonly Entry[] = [
  handleEntry(entries.ruleValue, {
    ask: async (ctx, { rule }) => ({ text: questionOf(rule, ctx.say), cancel: callbacks.rules() }),
    take: typedOnly((ctx, answer, { rule }) => takeRule(ctx, rule, answer)),
  }),
  handleEntry(entries.ruleSpanSure, {
    ask: async (ctx, { days }) =>
      askWhetherSure(ctx.say, ctx.say.plain("rules-span-day", { count: days }), callbacks.rules()),
    take: (ctx, answer, { rule, days }) =>
      takeSure(ctx, rule, answer, () => takeRule(ctx, rule, String(days))),
  }),
  handleEntry(entries.ruleDaySure, {
    ask: async (ctx, { day }) => askWhetherSure(ctx.say, dayOf(day, ctx.say), callbacks.calendarRules()),
    take: (ctx, answer, { rule, day }) => takeSure(ctx, rule, answer, () => keepDay(ctx, rule, day)),
  }),
];

/** Says an answer back and asks whether it was understood. */
function askWhetherSure(say: Wording, answer: string, cancel: CallbackData): EntryPrompt {
  return {
    text: say.html("question-confirm", { answer }),
    choices: [
      [
        { text: say.plain("button-yes"), value: "y" },
        { text: say.plain("button-change"), value: "n" },
      ],
    ],
    cancel,
  };
}

/** Takes the answer to that: yes keeps the rule, no asks for it anew, and anything else typed is another value. */
async function takeSure(
  ctx: Ctx,
  rule: SettableRule,
  answer: EntryAnswer,
  keep: () => Promise<EntryEnd>,
): Promise<EntryEnd> {
  const isSure = answer.kind === "pressed" ? answer.value === "y" : yesIn(answer.text);
  if (isSure === false) return { kind: "next", onward: entries.ruleValue({ rule }) };
  if (isSure === undefined && answer.kind === "typed") return takeRule(ctx, rule, answer.text);
  return keep();
}

/** "Asesmen": a deadline's name at the beginning of a line. */
export function ruleName(key: DayKey, say: Wording): string {
  const name = say.plain(`deadline-${key}`);
  return name.charAt(0).toLocaleUpperCase(say.locale) + name.slice(1);
}

/** 07:30 as it is written here: 07.30. */
export function clock(time: string): string {
  return time.replace(":", ".");
}

function isDayKey(what: SettableRule): what is DayKey {
  return dayKeys.some((key) => key === what);
}

/** A yes or a no in typed words; undefined where they are neither. */
function yesIn(text: string): boolean | undefined {
  const said = acceptYesNo(text);
  return said.kind === "accepted" ? said.value === true : undefined;
}

function questionOf(what: SettableRule, say: Wording): Html {
  return isDayKey(what)
    ? say.html("rules-ask-days", { name: ruleName(what, say) })
    : say.html(`rules-ask-${what}`);
}

async function takeRule(ctx: Ctx, what: SettableRule, answer: string): Promise<EntryEnd> {
  const { say, work } = ctx;
  if (isDayKey(what)) {
    return takeDays(ctx, what, answer, most.step, async (duration) => {
      const fault = await setDays(work, what, duration.days);
      const open = await openDeadlines(work, what);
      const kept = { name: ruleName(what, say), value: spanText(duration, say), open };
      return ended(ctx, fault, say.html("rules-kept-days", kept), toDays(say));
    });
  }
  switch (what) {
    case "superior":
    case "admin":
      return takeDays(ctx, what, answer, most.escalation, async (duration) => {
        const whom = what === "admin" ? "adminAfter" : "superiorAfter";
        const fault = await setEscalation(work, whom, duration.days);
        return ended(ctx, fault, say.html(`rules-kept-${what}`, { value: spanText(duration, say) }));
      });
    case "contact":
      return takeDays(ctx, what, answer, most.step, async (duration) => {
        const fault = await setContactWithin(work, duration.days);
        return ended(ctx, fault, say.html("rules-kept-contact", { value: spanText(duration, say) }));
      });
    case "aftercare": {
      const months = monthsIn(answer);
      if (months === undefined) return again(say.html("rules-months-unclear"));
      const fault = await setAftercare(work, months);
      const open = await openDeadlines(work, "aftercare");
      const kept = { months: [...new Set(months)].sort((a, b) => a - b).join(", "), open };
      return ended(ctx, fault, say.html("rules-kept-aftercare", kept), toDays(say));
    }
    case "digest": {
      const [time] = timesIn(answer);
      if (time === undefined) return again(say.html("rules-time-unclear"));
      return ended(ctx, await setDigestAt(work, time), say.html("rules-kept-digest", { time: clock(time) }));
    }
    case "quiet": {
      const [from, to] = timesIn(answer);
      if (from === undefined || to === undefined) return again(say.html("rules-times-unclear"));
      const fault = await setQuiet(work, { from, to });
      return ended(ctx, fault, say.html("rules-kept-quiet", { from: clock(from), to: clock(to) }));
    }
    case "files": {
      const minutes = readMinutes(answer);
      if (minutes === undefined) return again(say.html("rules-files-unclear"));
      const { least, most: longest } = filesStaySpan;
      if (minutes < least || minutes > longest) {
        const span = { least: stayText(least, say), most: stayText(longest, say) };
        return again(say.html("rules-files-span", span));
      }
      const fault = await setFilesStay(work, minutes);
      return ended(ctx, fault, say.html("rules-kept-files", { value: stayText(minutes, say) }));
    }
    case "dayOff":
    case "dayWorked": {
      const today = dateIn(adminOf(work).zone, work.now);
      const read = acceptDate(answer, today, "any");
      if (read.kind === "explained") return again(reasonOf(ctx, read));
      const date = String(read.value);
      if (read.kind === "confirm")
        return { kind: "next", onward: entries.ruleDaySure({ rule: what, day: date }) };
      return keepDay(ctx, what, date);
    }
  }
}

/** Stores a day off, or a national holiday that is worked, and offers the next day. */
async function keepDay(ctx: Ctx, what: "dayOff" | "dayWorked", date: LocalDate): Promise<EntryEnd> {
  const { say } = ctx;
  const fault = await setDay(ctx.work, date, what === "dayOff");
  const { year } = partsOf(date);
  return ended(ctx, fault, say.html(`rules-kept-${what}`, { day: dayOf(date, say) }), [
    { text: say.plain(`button-rules-${what}-next`), data: callbacks.setRule({ rule: what }) },
    { text: say.plain("button-rules-off", { year }), data: callbacks.daysOff({ year }) },
  ]);
}

async function takeDays(
  ctx: Ctx,
  what: SettableRule,
  answer: string,
  max: number,
  keep: (duration: Duration) => Promise<EntryEnd>,
): Promise<EntryEnd> {
  const read = readDuration(answer);
  if (read === undefined) return again(ctx.say.html("rules-days-unclear"));
  if (read.days > max) return again(ctx.say.html("rules-days-too-long", { max, days: read.days }));
  if (!read.sure) return { kind: "next", onward: entries.ruleSpanSure({ rule: what, days: read.days }) };
  return keep(read);
}

function again(explanation: Html | string): EntryEnd {
  return { kind: "again", explanation };
}

/** Says what was stored, or why nothing was. */
async function ended(
  ctx: Ctx,
  fault: SettingFault | undefined,
  kept: Html,
  more: readonly Button[] = [],
): Promise<EntryEnd> {
  if (fault !== undefined) return again(ctx.say.html(`rules-${fault}`));
  const toRules = { text: ctx.say.plain("button-rules"), data: callbacks.rules() };
  await ctx.reply(kept, { reply_markup: keyboard([...more.map((button) => [button]), [toRules]]) });
  return { kind: "done" };
}

function toDays(say: Wording): readonly Button[] {
  return [{ text: say.plain("button-rules-days"), data: callbacks.dayRules() }];
}

/** "14 hari", "3 bulan (90 hari)". */
function spanText({ count, unit, days }: Duration, say: Wording): string {
  return unit === "day"
    ? say.plain("rules-span-day", { count: days })
    : say.plain(`rules-span-${unit}`, { count, days });
}

/** Months as people list them: "1, 3, 6", "bulan 1 dan 3"; undefined where another unit stands among them. */
function monthsIn(text: string): readonly number[] | undefined {
  const numbers = text.toLowerCase().replace(/\b(?:bulan|bln|months?|ke|dan|and)\b/g, " ");
  if (/[^\d\s,;./&+-]/.test(numbers)) return undefined;
  const months = (numbers.match(/\d+/g) ?? []).map(Number);
  const areFit = months.length > 0 && months.length <= 12 && months.every((one) => one >= 1 && one <= 36);
  return areFit ? months : undefined;
}

/** Times of day as people write them: 7.30, 07:30, 20.00-06.00. */
function timesIn(text: string): string[] {
  return [...text.matchAll(/\b([01]?\d|2[0-3])[.:]([0-5]\d)\b/g)].map(
    ([, hour = "", minute = ""]) => `${hour.padStart(2, "0")}:${minute}`,
  );
}
