/** What an organisation may set for its own practice. Nothing here is law, and no statutory clock is. */
import type { FormId } from "./form.js";

export type PracticeRules = {
  /** The forms whose submission waits for the supervisor's yes. */
  readonly approvals: readonly FormId[];
  /** How many days a step may take; `deadlines` says from when. */
  readonly days: {
    readonly serviceContract: number;
    readonly assessment: number;
    readonly plan: number;
    readonly firstSession: number;
    /** Until the evaluation, where neither the plan nor the last evaluation gave its date. */
    readonly evaluation: number;
    readonly referralAnswer: number;
    readonly approval: number;
    readonly draftIdle: number;
  };
  /** Whether those days are working days. A date somebody chose is never moved. */
  readonly workingDays: boolean;
  /** The months after a termination at which its aftercare visits are due. */
  readonly aftercareMonths: readonly number[];
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

/** The rules of an organisation that set none. */
export const defaultRules: PracticeRules = {
  approvals: ["plan", "referral", "termination"],
  days: {
    serviceContract: 7,
    assessment: 14,
    plan: 7,
    firstSession: 7,
    evaluation: 30,
    referralAnswer: 7,
    approval: 3,
    draftIdle: 2,
  },
  workingDays: false,
  aftercareMonths: [1, 3, 6],
  reminders: {
    digestAt: "07:30",
    quiet: { from: "20:00", to: "06:00" },
    superiorAfter: 3,
    adminAfter: 7,
    workingDaysOnly: false,
  },
};
