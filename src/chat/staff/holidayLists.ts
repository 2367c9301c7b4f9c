import { Composer } from "grammy";
import type { LocalDate } from "../../practice/form.js";
import { type ListedDay, readHolidayList } from "../../practice/inputs/holidayList.js";
import { setHolidayList } from "../../records/due/ruleSettings.js";
import { dayOff, type Holiday, type HolidaySource, holidaysOf } from "../../records/people/holidays.js";
import { adminOf } from "../../records/people/members.js";
import { organizationCard } from "../../records/people/organizations.js";
import { escapeHtml } from "../../texts.js";
import { dayOf } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly, wantsPress } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { joinLines, showPage } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";

/** The most lines of a list that are quoted because they were not understood. */
const mostUnread = 5;

/** The days off of a year: what holds, where it comes from, and pasting the whole list of the government's. */
export function holidayListsFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.daysOff, (ctx, { year }) => showDaysOff(ctx, year));
  handle(composer, callbacks.pasteHolidays, async (ctx, { year }) => {
    adminOf(ctx.work);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.holidayList({ year });
  });
  handle(composer, callbacks.dropHolidays, async (ctx, { year }) => {
    await setHolidayList(ctx.work, year, null);
    await showDaysOff(ctx, year);
  });
  return composer;
}

/** The pasted list, and whether it was understood. */
export const holidayListEntries: readonly Entry[] = [
  handleEntry(entries.holidayList, {
    ask: async (ctx, { year }) => ({
      text: ctx.say.html("holidays-paste", { year }),
      cancel: callbacks.daysOff({ year }),
    }),
    take: typedOnly(async (ctx, answer, { year }) => {
      const { days, unread } = readHolidayList(answer, year);
      if (unread.length > 0) {
        const lines = unread.slice(0, mostUnread).join("\n");
        return { kind: "again", explanation: ctx.say.html("holidays-unread", { year, lines }) };
      }
      if (days.length === 0)
        return { kind: "again", explanation: ctx.say.html("holidays-unread-all", { year }) };
      return { kind: "next", onward: entries.holidayListSure({ year, list: answer }) };
    }),
  }),
  handleEntry(entries.holidayListSure, {
    ask: async (ctx, { year, list }) => {
      const { days } = readHolidayList(list, year);
      const leave = days.filter(({ isLeave }) => isLeave).length;
      const counts = { year, holidays: days.length - leave, leave };
      const lines = days.map((day) =>
        escapeHtml(`• ${dayOf(day.date, ctx.say)}: ${pastedName(day, ctx.say)}`),
      );
      return {
        text: joinLines([ctx.say.html("holidays-sure", counts), joinLines(lines)], "\n\n"),
        choices: [
          [
            { text: ctx.say.plain("button-yes"), value: "y" },
            { text: ctx.say.plain("button-change"), value: "n" },
          ],
        ],
        cancel: callbacks.daysOff({ year }),
      };
    },
    take: async (ctx, answer, { year, list }) => {
      if (answer.kind === "typed") return wantsPress(ctx);
      if (answer.value !== "y") return { kind: "next", onward: entries.holidayList({ year }) };
      await setHolidayList(ctx.work, year, readHolidayList(list, year).days);
      await showDaysOff(ctx, year, ctx.say.html("holidays-kept", { year }));
      return { kind: "done" };
    },
  }),
];

function pastedName({ name, isLeave }: ListedDay, say: Wording): string {
  return nameOfHoliday({ name: { pasted: name }, isJointLeave: isLeave }, say);
}

/** "Hari Raya Natal", "Cuti bersama: Hari Raya Natal"; a pasted name as it was pasted. */
function nameOfHoliday({ name, isJointLeave }: Holiday, say: Wording): string {
  const words = typeof name === "string" ? say.plain(`holiday-${name}`) : name.pasted;
  const isSaid = typeof name !== "string" && /cuti bersama|joint leave/iu.test(words);
  return isJointLeave && !isSaid ? say.plain("holiday-leave", { name: words }) : words;
}

/** The holidays of a year as they hold for the organisation, its own days off among them. */
async function showDaysOff(ctx: Ctx, year: number, lead?: string): Promise<void> {
  const { rules } = await organizationCard(ctx.work);
  const { say } = ctx;
  const { calendar } = rules;
  const { source, days } = holidaysOf(year, calendar);
  const own = calendar.daysOff
    .filter((date) => date.startsWith(`${year}`) && !days.has(date))
    .map((date): readonly [LocalDate, readonly Holiday[]] => [date, []]);
  const listed = [...days, ...own].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = listed.map(([date, names]) => {
    const mark = dayOff(date, calendar) === undefined ? "▫️" : "☑️";
    const isOwn = names.length === 0 || calendar.daysOff.includes(date);
    const what = [
      ...names.map((name) => nameOfHoliday(name, say)),
      ...(isOwn ? [say.plain("rules-own-day")] : []),
    ].join(", ");
    return escapeHtml(`${mark} ${dayOf(date, say)}: ${what}`);
  });
  const rows: Button[][] = [
    [
      { text: say.plain("button-day-off"), data: callbacks.setRule({ rule: "dayOff" }) },
      { text: say.plain("button-day-worked"), data: callbacks.setRule({ rule: "dayWorked" }) },
    ],
    [{ text: say.plain("button-holidays-paste", { year }), data: callbacks.pasteHolidays({ year }) }],
  ];
  if (source.kind === "pasted")
    rows.push([{ text: say.plain("button-holidays-drop"), data: callbacks.dropHolidays({ year }) }]);
  rows.push([{ text: say.plain("button-back"), data: callbacks.calendarRules() }]);
  await showPage(
    ctx,
    joinLines(
      [lead, say.html("rules-off-title", { year }), joinLines(text), sourceText(source, say)],
      "\n\n",
    ),
    rows,
  );
}

function sourceText(source: HolidaySource, say: Wording): string {
  return source.kind === "decreed"
    ? say.html("holidays-decreed", { decree: source.decree })
    : say.html(`holidays-${source.kind}`);
}
