import { Composer } from "grammy";
import { dateIn, partsOf } from "../../practice/calendar.js";
import { dayKeys, daysOf } from "../../practice/deadlines.js";
import {
  setHolidays,
  setWorkingDays,
  setZone,
  timeZones,
  toggleWeekday,
} from "../../records/due/ruleSettings.js";
import { dayOff, type HolidayName, nationalHolidays } from "../../records/people/holidays.js";
import { adminOf } from "../../records/people/members.js";
import { organization } from "../../records/people/organizations.js";
import { escapeHtml } from "../../texts.js";
import { zoneName } from "../entrance/start.js";
import { dayOf } from "../telegram/answerText.js";
import { type Button, dataOf, laidOut } from "../telegram/buttons.js";
import type { Ctx } from "../telegram/context.js";
import { lines, show } from "../telegram/screen.js";
import { clock, ruleName, type Settable } from "./ruleEntries.js";

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
        text: say.plain("rules-days-line", { name: ruleName(key, say), days: daysOf(key, rules) }),
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

async function showCalendar(ctx: Ctx): Promise<void> {
  const { rules, zone } = await organization(ctx.work);
  const { say } = ctx;
  const { calendar, reminders, workingDays } = rules;
  const toggle = (on: boolean, face: string, action: string): Button => ({
    text: `${on ? "☑️" : "▫️"} ${face}`,
    data: dataOf(action, on ? "off" : "on"),
  });
  const { year } = partsOf(dateIn(zone, ctx.work.now));
  // Working days and holidays change nothing until one of these two uses them.
  const isUsed = reminders.workingDaysOnly || workingDays;
  const text = lines(
    [say.html("rules-calendar-title"), isUsed ? undefined : say.html("rules-calendar-unused")],
    "\n\n",
  );
  await show(ctx, text, [
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
    .map((date) => [date, [] as readonly HolidayName[]] as const);
  const listed = [...national.filter(([date]) => !calendar.daysOff.includes(date)), ...own].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  const text = listed.map(([date, names]) => {
    const mark = dayOff(date, calendar) === undefined ? "▫️" : "☑️";
    const what =
      names.length === 0
        ? say.plain("rules-own-day")
        : names.map((name) => say.plain(`holiday-${name}`)).join(", ");
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
