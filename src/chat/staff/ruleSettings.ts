import { Composer } from "grammy";
import { dateIn, partsOf } from "../../practice/calendar.js";
import { dayKeys, daysOf } from "../../practice/deadlines.js";
import {
  setHolidays,
  setJointLeave,
  setPinRule,
  setWorkingDays,
  setZone,
  timeZones,
  toggleWeekday,
} from "../../records/due/ruleSettings.js";
import { adminOf } from "../../records/people/members.js";
import { organizationCard } from "../../records/people/organizations.js";
import { minutesRow } from "../entrance/pin.js";
import { zoneName } from "../entrance/start.js";
import { stayText } from "../telegram/answerText.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import type { SettableRule } from "../telegram/callbacks/institution.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { handle } from "../telegram/handle.js";
import { joinLines, showPage } from "../telegram/screen.js";
import { clock, ruleName } from "./ruleEntries.js";

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The organisation's rules about time, for its admin: days, hours, escalation, days off, zone. */
export function ruleSettingsFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.rules, (ctx) => showRules(ctx));
  handle(composer, callbacks.dayRules, (ctx) => showDays(ctx));
  handle(composer, callbacks.calendarRules, (ctx) => showCalendar(ctx));
  handle(composer, callbacks.zones, (ctx) => showZones(ctx));
  handle(composer, callbacks.setRule, async (ctx, { rule }) => {
    await ctx.answerCallbackQuery();
    ctx.onward = entries.ruleValue({ rule });
  });
  handle(composer, callbacks.pinRule, async (ctx) => {
    adminOf(ctx.work);
    await showPage(ctx, ctx.say.html("rules-pin-ask"), [
      minutesRow(ctx, (minutes) => callbacks.setPinRule({ minutes })),
      [{ text: ctx.say.plain("button-rules-pin-off"), data: callbacks.setPinRule({ minutes: "off" }) }],
      [{ text: ctx.say.plain("button-back"), data: callbacks.rules() }],
    ]);
  });
  handle(composer, callbacks.setPinRule, async (ctx, { minutes }) => {
    await setPinRule(ctx.work, minutes === "off" ? null : Number(minutes));
    await showRules(ctx);
  });
  handle(composer, callbacks.switchRule, async (ctx, { rule, on }) => {
    if (rule === "holidays") await setHolidays(ctx.work, on);
    else if (rule === "leave") await setJointLeave(ctx.work, on);
    else await setWorkingDays(ctx.work, rule, on);
    await showCalendar(ctx);
  });
  handle(composer, callbacks.toggleWeekday, async (ctx, { weekday }) => {
    await toggleWeekday(ctx.work, weekday);
    await showCalendar(ctx);
  });
  handle(composer, callbacks.setZone, async (ctx, { zone: name }) => {
    const zone = timeZones.find((known) => zoneName(known) === name);
    if (zone !== undefined) await setZone(ctx.work, zone);
    await showRules(ctx);
  });
  return composer;
}

async function showRules(ctx: Ctx): Promise<void> {
  const { rules, zone } = await organizationCard(ctx.work);
  const { say } = ctx;
  const { digestAt, quiet, superiorAfter, adminAfter } = rules.reminders;
  const set = (rule: SettableRule, face: string): Button => ({
    text: face,
    data: callbacks.setRule({ rule }),
  });
  await showPage(
    ctx,
    joinLines(
      [
        say.html("rules-title"),
        joinLines([
          say.html("rules-digest", { time: clock(digestAt) }),
          say.html("rules-quiet", { from: clock(quiet.from), to: clock(quiet.to) }),
          say.html("rules-escalation", { superior: superiorAfter, admin: adminAfter }),
          say.html("rules-contact", { days: rules.contactWithin }),
          say.html("rules-files", { stay: stayText(rules.filesStay, say) }),
          say.html("rules-pin", {
            rule:
              rules.pinAfter === null
                ? say.plain("rules-pin-off")
                : say.plain("rules-pin-after", { stay: stayText(rules.pinAfter, say) }),
          }),
          say.html("rules-zone", { zone: say.plain(`zone-${zoneName(zone)}`) }),
        ]),
        say.html("rules-law"),
      ],
      "\n\n",
    ),
    [
      [{ text: say.plain("button-rules-days"), data: callbacks.dayRules() }],
      [{ text: say.plain("button-rules-calendar"), data: callbacks.calendarRules() }],
      [set("digest", say.plain("button-rules-digest")), set("quiet", say.plain("button-rules-quiet"))],
      [set("superior", say.plain("button-rules-superior")), set("admin", say.plain("button-rules-admin"))],
      [
        set("contact", say.plain("button-rules-contact")),
        { text: say.plain("button-pin"), data: callbacks.pinRule() },
      ],
      [
        set("files", say.plain("button-rules-files")),
        { text: say.plain("button-rules-zone"), data: callbacks.zones() },
      ],
      [{ text: say.plain("button-back"), data: callbacks.organization() }],
    ],
  );
}

async function showDays(ctx: Ctx): Promise<void> {
  const { rules } = await organizationCard(ctx.work);
  const { say } = ctx;
  await showPage(ctx, say.html("rules-days-title"), [
    ...dayKeys.map((key): Button[] => [
      {
        text: say.plain("rules-days-line", { name: ruleName(key, say), days: daysOf(key, rules) }),
        data: callbacks.setRule({ rule: key }),
      },
    ]),
    [
      {
        text: say.plain("rules-aftercare-line", { months: rules.aftercareMonths.join(", ") || "–" }),
        data: callbacks.setRule({ rule: "aftercare" }),
      },
    ],
    [{ text: say.plain("button-back"), data: callbacks.rules() }],
  ]);
}

async function showCalendar(ctx: Ctx): Promise<void> {
  const { rules, zone } = await organizationCard(ctx.work);
  const { say } = ctx;
  const { calendar, reminders, workingDays } = rules;
  const toggle = (on: boolean, face: string, rule: "digest" | "count" | "holidays" | "leave"): Button => ({
    text: `${on ? "☑️" : "▫️"} ${face}`,
    data: callbacks.switchRule({ rule, on: !on }),
  });
  const { year } = partsOf(dateIn(zone, ctx.work.now));
  // Working days and holidays have no effect until one of these two rules uses them.
  const isUsed = reminders.workingDaysOnly || workingDays;
  const text = joinLines(
    [say.html("rules-calendar-title"), isUsed ? undefined : say.html("rules-calendar-unused")],
    "\n\n",
  );
  await showPage(ctx, text, [
    [toggle(reminders.workingDaysOnly, say.plain("button-rules-digest-days"), "digest")],
    [toggle(workingDays, say.plain("button-rules-count-days"), "count")],
    [toggle(calendar.holidays, say.plain("button-rules-holidays"), "holidays")],
    [toggle(calendar.jointLeave, say.plain("button-rules-leave"), "leave")],
    ...layOutButtons(
      weekdays.map((day) => ({
        text: `${calendar.weekdays.includes(day) ? "☑️" : "▫️"} ${say.plain(`weekday-${day}`)}`,
        data: callbacks.toggleWeekday({ weekday: day }),
      })),
      40,
      4,
    ),
    [
      { text: say.plain("button-rules-off", { year }), data: callbacks.daysOff({ year }) },
      {
        text: say.plain("button-rules-off", { year: year + 1 }),
        data: callbacks.daysOff({ year: year + 1 }),
      },
    ],
    [{ text: say.plain("button-back"), data: callbacks.rules() }],
  ]);
}

async function showZones(ctx: Ctx): Promise<void> {
  adminOf(ctx.work);
  await showPage(ctx, ctx.say.html("rules-zone-which"), [
    ...timeZones.map((zone) => [
      { text: ctx.say.plain(`zone-${zoneName(zone)}`), data: callbacks.setZone({ zone: zoneName(zone) }) },
    ]),
    [{ text: ctx.say.plain("button-back"), data: callbacks.rules() }],
  ]);
}
