/** What an organisation may set for its own practice. Nothing here is law, and no statutory clock is. */
import { everyDeadline } from "../generated/deadlines.js";
import type { DeadlineRule } from "./deadline.js";
import type { FormId } from "./form.js";

/** The name of a setting that says how many days a step may take. */
export type DaySetting = Extract<
  (typeof everyDeadline)[number],
  { readonly days: object }
>["days"]["setting"];

/** The settings of an organisation that the practice reads. */
export type PracticeRules = {
  /** The forms whose submission waits for the supervisor's yes. */
  readonly approvals: readonly FormId[];
  /** How many days a step may take, by the setting its deadline names; the deadline says from when. */
  readonly days: Readonly<Record<DaySetting, number>>;
  /** Whether those days are working days. A date somebody chose is never moved. */
  readonly workingDays: boolean;
  /** The months after a termination at which its aftercare visits are due. */
  readonly aftercareMonths: readonly number[];
  /** Days without contact with the client after which an open case stands on the supervisor's desk. */
  readonly contactWithin: number;
  readonly reminders: ReminderRules;
};

/** A time of day, `HH:MM`. */
export type TimeOfDay = string;

/** When the bot reminds of what is not statutory, and when others hear of it. */
export type ReminderRules = {
  /** When the one digest of the day leaves. */
  readonly digestAt: TimeOfDay;
  /** No digest leaves from the one time to the other; may lie over midnight. */
  readonly quiet: { readonly from: TimeOfDay; readonly to: TimeOfDay };
  /** Days overdue from which the supervisor hears of it too. */
  readonly superiorAfter: number;
  /** Days overdue from which the admin sees it counted. */
  readonly adminAfter: number;
  /** Whether days off bring no digest. */
  readonly workingDaysOnly: boolean;
};

/** The days of an organisation that set none. */
const usualDays = Object.fromEntries(
  everyDeadline.flatMap(({ days }: DeadlineRule) => (days ? [[days.setting, days.usual]] : [])),
) as Record<DaySetting, number>;

/** The rules of an organisation that set none. */
export const defaultRules: PracticeRules = {
  approvals: ["plan", "referral", "termination"],
  days: usualDays,
  workingDays: false,
  aftercareMonths: [1, 3, 6],
  contactWithin: 14,
  reminders: {
    digestAt: "07:30",
    quiet: { from: "20:00", to: "06:00" },
    superiorAfter: 3,
    adminAfter: 7,
    workingDaysOnly: false,
  },
};
