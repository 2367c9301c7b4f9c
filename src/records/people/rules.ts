import { z } from "zod";
import { assistServices } from "../../practice/assist/services.js";
import { isLocalDate } from "../../practice/calendar.js";
import { localNumberKinds } from "../../practice/emergencyNumbers.js";
import { formIds } from "../../practice/form.js";
import { defaultLetterPattern } from "../../practice/letterNumbers.js";
import { defaultRules, type PracticeRules } from "../../practice/rules.js";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const localDate = z.string().refine(isLocalDate);
const { reminders: usualReminders } = defaultRules;
const days = z.number().int().min(1).max(365);

/** The shortest and the longest time (minutes) an opened file may stay in a chat: an hour is left for a late deletion. */
export const filesStaySpan = { least: 5, most: 47 * 60 } as const;

/** The shortest and the longest time (minutes) after which a PIN is asked for again. */
export const pinSpan = { least: 1, most: 240 } as const;

/** The shortest and the longest time (years) for which cases may be kept after their end. */
export const retentionSpan = { least: 1, most: 100 } as const;

/**
 * An organisation's rules: its own settings, and the default of the practice for the rest. A rule added later has its
 * default in older organisations too. None of these is law.
 */
export const rulesSchema = z.object({
  approvals: z.array(z.enum(formIds)).default([...defaultRules.approvals]),
  /** Requirements that clients must meet; asked in the approach form. */
  requirements: z.array(z.string()).default([]),
  /** By the setting each deadline names (`src/practice/deadlines`). */
  days: z
    .record(z.string(), days)
    .default({})
    .transform((given) => ({ ...defaultRules.days, ...given })),
  workingDays: z.boolean().default(defaultRules.workingDays),
  aftercareMonths: z.array(z.number().int().min(1).max(36)).default([...defaultRules.aftercareMonths]),
  contactWithin: days.default(defaultRules.contactWithin),
  reminders: z
    .object({
      digestAt: timeOfDay.default(usualReminders.digestAt),
      quiet: z.object({ from: timeOfDay, to: timeOfDay }).default(usualReminders.quiet),
      superiorAfter: days.default(usualReminders.superiorAfter),
      adminAfter: days.default(usualReminders.adminAfter),
      workingDaysOnly: z.boolean().default(usualReminders.workingDaysOnly),
    })
    .prefault({}),
  calendar: z
    .object({
      /** Days of the week that are worked, 1 is Monday. */
      weekdays: z.array(z.number().int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
      /** Whether national holidays are days off. */
      holidays: z.boolean().default(true),
      /** Whether cuti bersama (joint leave) are days off. */
      jointLeave: z.boolean().default(true),
      /** Lists of whole years as an admin pasted them; each replaces what is known of that year. */
      pasted: z
        .record(
          z.string().regex(/^\d{4}$/),
          z.array(z.object({ date: localDate, name: z.string(), isLeave: z.boolean() })),
        )
        .default({}),
      /** Further days off. */
      daysOff: z.array(localDate).default([]),
      /** National holidays on which the organisation works. */
      daysWorked: z.array(localDate).default([]),
    })
    .prefault({}),
  /** How long (minutes) a file that was opened stays in a chat. Telegram lets a bot delete nothing older than 48 hours. */
  filesStay: z.number().int().min(filesStaySpan.least).max(filesStaySpan.most).default(60),
  /** After how many minutes without an act everybody's PIN is asked for. Null: whoever wants one sets it for themselves. */
  pinAfter: z.number().int().min(pinSpan.least).max(pinSpan.most).nullable().default(null),
  /** Whom clients turn to about their data: name and contact of who protects it (UU 27/2022 Pasal 53–54). */
  dataContact: z.string().nullable().default(null),
  /** Years after its end for which a case is kept. Null: nothing is deleted for its age. */
  retentionYears: z.number().int().min(retentionSpan.least).max(retentionSpan.most).nullable().default(null),
  /** How letters are numbered (practice/letterNumbers.ts). */
  letters: z
    .object({
      pattern: z.string().default(defaultLetterPattern),
      /** The code of the institution or its unit, and of the archive's classification; either may be empty. */
      unit: z.string().default(""),
      classification: z.string().default(""),
    })
    .prefault({}),
  /** Outside services that are switched on: for which host, by whom, and when. */
  assist: z
    .partialRecord(
      z.enum(assistServices),
      z.object({ host: z.string(), memberId: z.string(), at: z.iso.datetime() }),
    )
    .default({}),
  /** Emergency numbers of the organisation's own area, and when each was last tried. */
  localNumbers: z
    .partialRecord(
      z.enum(localNumberKinds),
      z.object({ number: z.string(), name: z.string().nullable(), triedOn: localDate }),
    )
    .default({}),
});

/** Emergency numbers of the institution's own area: see practice/emergencyNumbers.ts. */
export type LocalNumbers = z.infer<typeof rulesSchema>["localNumbers"];

/** A local emergency number with its name and the day it was last tried. */
export type LocalNumber = NonNullable<LocalNumbers[(typeof localNumberKinds)[number]]>;

/** Which days an organisation works. Read only where its rules say that working days count. */
export type CalendarRules = z.infer<typeof rulesSchema>["calendar"];

/** The practice's rules and the organisation's list of requirements. */
export type Rules = z.infer<typeof rulesSchema> & PracticeRules;

/** Reads the rules column. Throws where a rule cannot be read; nothing falls back to a default silently. */
export function parseRules(json: unknown): Rules {
  return rulesSchema.parse(json ?? {});
}
