import { Composer } from "grammy";
import { dateIn, partsOf } from "../../practice/calendar.js";
import { type DayKey, dayKeys, daysOf } from "../../practice/deadlines.js";
import { acceptDate } from "../../practice/inputs/dates.js";
import { acceptNumber } from "../../practice/inputs/numbers.js";
import {
  type SettingFault,
  setAftercare,
  setDay,
  setDays,
  setDigestAt,
  setEscalation,
  setHolidays,
  setQuiet,
  setWorkingDays,
  setZone,
  timeZones,
  toggleWeekday,
} from "../../records/due/ruleSettings.js";
import { NotAllowed } from "../../records/people/actor.js";
import { dayOff, nationalHolidays } from "../../records/people/holidays.js";
import { adminOf } from "../../records/people/members.js";
import { organization } from "../../records/people/organizations.js";
import { escapeHtml } from "../../texts.js";
import { zoneName } from "../entrance/start.js";
import { dayOf } from "../telegram/answerText.js";
import { type Button, dataOf, keyboard, laidOut } from "../telegram/buttons.js";
import type { Ctx } from "../telegram/context.js";
import type { Entry, EntryEnd } from "../telegram/entry.js";
import { reasonOf } from "../telegram/reason.js";
import { lines, show } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";

/** What is set by typing, besides the days of each step. Texts: `rules-ask-<one>`. */
const typedRules = ["superior", "admin", "aftercare", "digest", "quiet", "dayOff", "dayWorked"] as const;
const settables = [...dayKeys, ...typedRules] as const;
type Settable = (typeof settables)[number];

function isDayKey(what: Settable): what is DayKey {
  return dayKeys.some((key) => key === what);
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The organisation's rules about time, for its admin: days, hours, escalation, days off, zone. */
export function ruleSettingsFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.callbackQuery("rules", (ctx) => showRules(ctx));
  composer.callbackQuery("rules-days", (ctx) => showDays(ctx));
  composer.callbackQuery("rules-calendar", (ctx) => showCalendar(ctx));
  composer.callbackQuery(/^rules-off:(\d{4})$/, (ctx) => showDaysOff(ctx, Number(ctx.match[1])));
  composer.callbackQuery("rules-zone", (ctx) => showZones(ctx));
  composer.callbackQuery(/^rules-set:([\w-]+)$/, async (ctx) => {
    await ctx.answerCallbackQuery();
    ctx.onward = { to: "entry", entry: "rule-value", args: [ctx.match[1] ?? ""] };
  });
  composer.callbackQuery(/^rules-(digest|count|holidays):(on|off)$/, async (ctx) => {
    const on = ctx.match[2] === "on";
    if (ctx.match[1] === "holidays") await setHolidays(ctx.work, on);
    else await setWorkingDays(ctx.work, ctx.match[1] === "digest" ? "digest" : "count", on);
    await showCalendar(ctx);
  });
  composer.callbackQuery(/^rules-weekday:([1-7])$/, async (ctx) => {
    await toggleWeekday(ctx.work, Number(ctx.match[1]));
    await showCalendar(ctx);
  });
  composer.callbackQuery(/^rules-to:(\w+)$/, async (ctx) => {
    const zone = timeZones.find((known) => zoneName(known) === ctx.match[1]);
    if (zone !== undefined) await setZone(ctx.work, zone);
    await showRules(ctx);
  });
  return composer;
}

async function showRules(ctx: Ctx): Promise<void> {
  const { rules, zone } = await organization(ctx.work);
  const { say } = ctx;
  const { digestAt, quiet, superiorAfter, adminAfter } = rules.reminders;
  const set = (what: Settable, face: string): Button => ({ text: face, data: dataOf("rules-set", what) });
  await show(
    ctx,
    lines(
      [
        say.html("rules-title"),
        lines([
          say.html("rules-digest", { time: clock(digestAt) }),
          say.html("rules-quiet", { from: clock(quiet.from), to: clock(quiet.to) }),
          say.html("rules-escalation", { superior: superiorAfter, admin: adminAfter }),
          say.html("rules-zone", { zone: say.plain(`zone-${zoneName(zone)}`) }),
        ]),
        say.html("rules-law"),
      ],
      "\n\n",
    ),
    [
      [{ text: say.plain("button-rules-days"), data: "rules-days" }],
      [{ text: say.plain("button-rules-calendar"), data: "rules-calendar" }],
      [set("digest", say.plain("button-rules-digest")), set("quiet", say.plain("button-rules-quiet"))],
      [set("superior", say.plain("button-rules-superior")), set("admin", say.plain("button-rules-admin"))],
      [{ text: say.plain("button-rules-zone"), data: "rules-zone" }],
      [{ text: say.plain("button-back"), data: "org" }],
    ],
  );
}

async function showDays(ctx: Ctx): Promise<void> {
  const { rules } = await organization(ctx.work);
  const { say } = ctx;
  await show(ctx, say.html("rules-days-title"), [
    ...dayKeys.map((key): Button[] => [
      {
        text: say.plain("rules-days-line", { name: nameOf(key, say), days: daysOf(key, rules) }),
        data: dataOf("rules-set", key),
      },
    ]),
    [
      {
        text: say.plain("rules-aftercare-line", { months: rules.aftercareMonths.join(", ") || "–" }),
        data: dataOf("rules-set", "aftercare"),
      },
    ],
    [{ text: say.plain("button-back"), data: "rules" }],
  ]);
}

/** "Asesmen": a deadline's name at the beginning of a line. */
function nameOf(key: DayKey, say: Wording): string {
  const name = say.plain(`deadline-${key}`);
  return name.charAt(0).toLocaleUpperCase(say.locale) + name.slice(1);
}

async function showCalendar(ctx: Ctx): Promise<void> {
  const { rules, zone } = await organization(ctx.work);
  const { say } = ctx;
  const { calendar, reminders, workingDays } = rules;
  const toggle = (on: boolean, face: string, action: string): Button => ({
    text: `${on ? "☑️" : "▫️"} ${face}`,
    data: dataOf(action, on ? "off" : "on"),
  });
  const { year } = partsOf(dateIn(zone, ctx.work.now));
  await show(ctx, say.html("rules-calendar-title"), [
    [toggle(reminders.workingDaysOnly, say.plain("button-rules-digest-days"), "rules-digest")],
    [toggle(workingDays, say.plain("button-rules-count-days"), "rules-count")],
    [toggle(calendar.holidays, say.plain("button-rules-holidays"), "rules-holidays")],
    ...laidOut(
      weekdays.map((day) => ({
        text: `${calendar.weekdays.includes(day) ? "☑️" : "▫️"} ${say.plain(`weekday-${day}`)}`,
        data: dataOf("rules-weekday", day),
      })),
      40,
      4,
    ),
    [
      { text: say.plain("button-rules-off", { year }), data: dataOf("rules-off", year) },
      { text: say.plain("button-rules-off", { year: year + 1 }), data: dataOf("rules-off", year + 1) },
    ],
    [{ text: say.plain("button-back"), data: "rules" }],
  ]);
}

/** The holidays of a year as they hold for the organisation, its own days off among them. */
async function showDaysOff(ctx: Ctx, year: number): Promise<void> {
  const { rules } = await organization(ctx.work);
  const { say } = ctx;
  const { calendar } = rules;
  const national = [...nationalHolidays(year)];
  const own = calendar.daysOff
    .filter((date) => date.startsWith(`${year}`))
    .map((date) => [date, ""] as const);
  const listed = [...national.filter(([date]) => !calendar.daysOff.includes(date)), ...own].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  const text = listed.map(([date, name]) => {
    const mark = dayOff(date, calendar) === undefined ? "▫️" : "☑️";
    const what = name === "" ? say.plain("rules-own-day") : name;
    return escapeHtml(`${mark} ${dayOf(date, say)}: ${what}`);
  });
  await show(
    ctx,
    lines([say.html("rules-off-title", { year }), lines(text), say.html("rules-off-note")], "\n\n"),
    [
      [
        { text: say.plain("button-day-off"), data: dataOf("rules-set", "dayOff") },
        { text: say.plain("button-day-worked"), data: dataOf("rules-set", "dayWorked") },
      ],
      [{ text: say.plain("button-back"), data: "rules-calendar" }],
    ],
  );
}

async function showZones(ctx: Ctx): Promise<void> {
  adminOf(ctx.work);
  await show(ctx, ctx.say.html("rules-zone-which"), [
    ...timeZones.map((zone) => [
      { text: ctx.say.plain(`zone-${zoneName(zone)}`), data: dataOf("rules-to", zoneName(zone)) },
    ]),
    [{ text: ctx.say.plain("button-back"), data: "rules" }],
  ]);
}

/** What an admin types about one rule. */
export const ruleEntries: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  [
    "rule-value",
    {
      ask: async (ctx, [what = ""]) => {
        const rule = settableOf(what);
        const text = isDayKey(rule)
          ? ctx.say.html("rules-ask-days", { name: nameOf(rule, ctx.say) })
          : ctx.say.html(`rules-ask-${rule}`);
        return { text, cancel: "rules" };
      },
      take: (ctx, answer, [what = ""]) => takeRule(ctx, settableOf(what), answer),
    },
  ],
]);

/** What a button names to be set; a name that is none of ours is an old button, or a forged one. */
function settableOf(what: string): Settable {
  const known = settables.find((one) => one === what);
  if (known === undefined) throw new NotAllowed();
  return known;
}

async function takeRule(ctx: Ctx, what: Settable, answer: string): Promise<EntryEnd> {
  const again = (explanation: string): EntryEnd => ({ kind: "again", explanation });
  const ended = async (fault: SettingFault | undefined): Promise<EntryEnd> => {
    if (fault !== undefined) return again(ctx.say.html(`rules-${fault}`));
    await ctx.reply(ctx.say.html("rules-kept"), {
      reply_markup: keyboard([[{ text: ctx.say.plain("button-rules"), data: "rules" }]]),
    });
    return { kind: "done" };
  };
  if (isDayKey(what)) return number(ctx, answer, 365, (days) => setDays(ctx.work, what, days).then(ended));
  switch (what) {
    case "superior":
    case "admin":
      return number(ctx, answer, 60, (days) =>
        setEscalation(ctx.work, what === "admin" ? "adminAfter" : "superiorAfter", days).then(ended),
      );
    case "aftercare": {
      const months = answer
        .split(/[^\d]+/)
        .filter(Boolean)
        .map(Number);
      const areFit = months.length > 0 && months.length <= 12 && months.every((one) => one >= 1 && one <= 36);
      return areFit
        ? ended(await setAftercare(ctx.work, months))
        : again(ctx.say.html("rules-months-unclear"));
    }
    case "digest": {
      const [time] = timesIn(answer);
      return time === undefined
        ? again(ctx.say.html("rules-time-unclear"))
        : ended(await setDigestAt(ctx.work, time));
    }
    case "quiet": {
      const [from, to] = timesIn(answer);
      if (from === undefined || to === undefined) return again(ctx.say.html("rules-times-unclear"));
      return ended(await setQuiet(ctx.work, { from, to }));
    }
    case "dayOff":
    case "dayWorked": {
      const today = dateIn(adminOf(ctx.work).zone, ctx.work.now);
      const read = acceptDate(answer, today, "any");
      if (read.kind === "explained") return again(reasonOf(ctx, read));
      return ended(await setDay(ctx.work, String(read.value), what === "dayOff"));
    }
  }
}

async function number(
  ctx: Ctx,
  answer: string,
  max: number,
  keep: (value: number) => Promise<EntryEnd>,
): Promise<EntryEnd> {
  const read = acceptNumber(answer, { min: 1, max, whole: true });
  if (read.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, read) };
  return keep(Number(read.value));
}

/** Times of day as people write them: 7.30, 07:30, 20.00-06.00. */
function timesIn(text: string): string[] {
  return [...text.matchAll(/\b([01]?\d|2[0-3])[.:]([0-5]\d)\b/g)].map(
    ([, hour = "", minute = ""]) => `${hour.padStart(2, "0")}:${minute}`,
  );
}

/** 07:30 as it is written here: 07.30. */
function clock(time: string): string {
  return time.replace(":", ".");
}
