import { type DayKey, dayRule } from "../../practice/deadlines.js";
import type { LocalDate } from "../../practice/form.js";
import type { ListedDay } from "../../practice/inputs/holidayList.js";
import { isQuiet } from "../../practice/ladder.js";
import type { TimeOfDay } from "../../practice/rules.js";
import { adminOf } from "../people/members.js";
import { parseRules, type Rules } from "../people/rules.js";
import type { Work } from "../people/work.js";
import { recalculateLater } from "./deadlines.js";
import { recalculateStr } from "./permits.js";

/** The IANA zones of Indonesia. */
export const timeZones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;

/** Why a setting was refused. */
export type SettingFault =
  /** The digest would fall into the quiet hours and never be sent. */
  | "digest-in-quiet"
  /** The admin would be informed before the supervisor. */
  | "escalation-order";

/** Sets how many days the organisation gives for a kind of deadline. */
export function setDays(work: Work, key: DayKey, days: number): Promise<SettingFault | undefined> {
  const { setting } = dayRule(key);
  return changeRules(work, `days.${setting}`, days, (rules) => ({
    ...rules,
    days: { ...rules.days, [setting]: days },
  }));
}

/** Sets the months after a termination at which visits are due. */
export function setAftercare(work: Work, months: readonly number[]): Promise<SettingFault | undefined> {
  const aftercareMonths = [...new Set(months)].sort((a, b) => a - b);
  return changeRules(work, "aftercare", aftercareMonths.join(","), (rules) => ({
    ...rules,
    aftercareMonths,
  }));
}

/** Sets the time of the daily digest. */
export function setDigestAt(work: Work, digestAt: TimeOfDay): Promise<SettingFault | undefined> {
  return changeReminders(work, "digest", digestAt, { digestAt });
}

/** Sets the quiet hours, in which no digest is sent. */
export function setQuiet(
  work: Work,
  quiet: { readonly from: TimeOfDay; readonly to: TimeOfDay },
): Promise<SettingFault | undefined> {
  return changeReminders(work, "quiet", `${quiet.from}-${quiet.to}`, { quiet });
}

/** Sets after how many days overdue the supervisor or the admin is informed. */
export function setEscalation(
  work: Work,
  whom: "superiorAfter" | "adminAfter",
  days: number,
): Promise<SettingFault | undefined> {
  return changeReminders(work, whom, days, { [whom]: days });
}

/** After how many days without contact a case stands on the supervisor's desk. */
export function setContactWithin(work: Work, days: number): Promise<SettingFault | undefined> {
  return changeRules(work, "contact", days, (rules) => ({ ...rules, contactWithin: days }));
}

/** How long (minutes) a file that was opened stays in a chat. */
export function setFilesStay(work: Work, minutes: number): Promise<SettingFault | undefined> {
  return changeRules(work, "files", minutes, (rules) => ({ ...rules, filesStay: minutes }));
}

/** After how many minutes without an act everybody's PIN is asked for; null: nobody has to have one. */
export function setPinRule(work: Work, minutes: number | null): Promise<SettingFault | undefined> {
  return changeRules(work, "pin", minutes ?? 0, (rules) => ({ ...rules, pinAfter: minutes }));
}

/** Whether digests are sent on working days only, and whether deadlines count working days. */
export function setWorkingDays(
  work: Work,
  what: "digest" | "count",
  on: boolean,
): Promise<SettingFault | undefined> {
  return what === "digest"
    ? changeReminders(work, "digest-days", on, { workingDaysOnly: on })
    : changeRules(work, "count-days", on, (rules) => ({ ...rules, workingDays: on }));
}

/** Switches a weekday (1 is Monday) between worked and not. The last worked one stays. */
export function toggleWeekday(work: Work, weekday: number): Promise<SettingFault | undefined> {
  return changeRules(work, "weekdays", weekday, (rules) => {
    const { weekdays } = rules.calendar;
    const next = weekdays.includes(weekday)
      ? weekdays.filter((one) => one !== weekday)
      : [...weekdays, weekday].sort((a, b) => a - b);
    return next.length === 0 ? rules : { ...rules, calendar: { ...rules.calendar, weekdays: next } };
  });
}

/** Whether national holidays are days off. */
export function setHolidays(work: Work, on: boolean): Promise<SettingFault | undefined> {
  return changeRules(work, "holidays", on, (rules) => ({
    ...rules,
    calendar: { ...rules.calendar, holidays: on },
  }));
}

/** Whether cuti bersama (joint leave) are days off. */
export function setJointLeave(work: Work, on: boolean): Promise<SettingFault | undefined> {
  return changeRules(work, "joint-leave", on, (rules) => ({
    ...rules,
    calendar: { ...rules.calendar, jointLeave: on },
  }));
}

/** Keeps the list of a year as it was pasted, or with null goes back to what is known of that year. */
export function setHolidayList(
  work: Work,
  year: number,
  list: readonly ListedDay[] | null,
): Promise<SettingFault | undefined> {
  return changeRules(work, `holiday-list.${year}`, list?.length ?? 0, (rules) => {
    const { [`${year}`]: _, ...others } = rules.calendar.pasted;
    const pasted = list === null ? others : { ...others, [`${year}`]: [...list] };
    return { ...rules, calendar: { ...rules.calendar, pasted } };
  });
}

/** Makes a day off or a worked day, overriding the national holidays. */
export function setDay(work: Work, date: LocalDate, off: boolean): Promise<SettingFault | undefined> {
  return changeRules(work, off ? "day-off" : "day-worked", date, (rules) => {
    const without = (dates: readonly LocalDate[]) => dates.filter((one) => one !== date);
    const { calendar } = rules;
    return {
      ...rules,
      calendar: {
        ...calendar,
        daysOff: off ? added(without(calendar.daysOff), date) : without(calendar.daysOff),
        daysWorked: off ? without(calendar.daysWorked) : added(without(calendar.daysWorked), date),
      },
    };
  });
}

function added(dates: readonly LocalDate[], date: LocalDate): LocalDate[] {
  return [...dates, date].sort((a, b) => (a < b ? -1 : 1));
}

/** Sets the organisation's time zone: every day ends at midnight there from now on. */
export async function setZone(work: Work, zone: (typeof timeZones)[number]): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await tx.organization.update({ where: { id: actor.organizationId }, data: { timeZone: zone } });
  work.actor = { ...actor, zone };
  await changed(work, "zone", zone);
}

function changeReminders(
  work: Work,
  what: string,
  value: string | number | boolean,
  part: Partial<Rules["reminders"]>,
): Promise<SettingFault | undefined> {
  return changeRules(work, what, value, (rules) => ({
    ...rules,
    reminders: { ...rules.reminders, ...part },
  }));
}

/**
 * Writes a changed rule with its audit line and marks all cases for recalculation. Returns why it was refused, and
 * then changes nothing.
 */
async function changeRules(
  work: Work,
  what: string,
  value: string | number | boolean,
  edit: (rules: Rules) => Rules,
): Promise<SettingFault | undefined> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await tx.$executeRaw`SELECT 1 FROM "Organization" WHERE "id" = ${actor.organizationId} FOR UPDATE`;
  const row = await tx.organization.findUniqueOrThrow({ where: { id: actor.organizationId } });
  const rules = edit(parseRules(row.rules));
  const { digestAt, quiet, superiorAfter, adminAfter } = rules.reminders;
  if (isQuiet(digestAt, quiet)) return "digest-in-quiet";
  if (adminAfter < superiorAfter) return "escalation-order";
  await tx.organization.update({ where: { id: actor.organizationId }, data: { rules } });
  work.actor = { ...(work.actor ?? actor), rules };
  await changed(work, what, value);
  return undefined;
}

async function changed(work: Work, what: string, value: string | number | boolean): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  work.audit.push({
    action: "organization.changed",
    subject: "organization",
    subjectId: actor.organizationId,
    detail: { what, value },
  });
  await recalculateLater(tx, actor.organizationId, work.now);
  const holders = await tx.permit.findMany({
    where: { organizationId: actor.organizationId, kind: "str", removedAt: null },
    select: { memberId: true },
  });
  await recalculateStr(
    work,
    actor.organizationId,
    holders.map(({ memberId }) => memberId),
  );
}
