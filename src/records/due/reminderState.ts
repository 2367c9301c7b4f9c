import { wordOf } from "../storage/vocabulary.js";

/** The statuses of a reminder. */
export const reminderStatuses = ["waiting", "sent", "suppressed"] as const;

/** The status of a reminder. */
export type ReminderStatus = (typeof reminderStatuses)[number];

/** Why a reminder waits longer or is not sent. Texts: `log-<reason>`. */
export const reminderReasons = [
  // It waits for the end of the quiet hours, for an open form, or for another try.
  "quiet",
  "form-open",
  "failed",
  // It is not sent: a later reminder says the same, there is nothing left to say, or nobody to say it to.
  "overtaken",
  // The digest only counted it.
  "folded",
  "snoozed",
  "in-hand",
  "restricted",
  "done",
  "cancelled",
  "moved",
  "handed-over",
  "suspended",
  "blocked",
] as const;

/** Why a reminder was suppressed, or why it still waits. */
export type ReminderReason = (typeof reminderReasons)[number];

/** The stored state of a reminder, checked. Throws `UnknownWord`. */
export function reminderStateOf(row: { readonly status: string; readonly reason: string | null }): {
  readonly status: ReminderStatus;
  readonly reason: ReminderReason | null;
} {
  return {
    status: wordOf(reminderStatuses, row.status, "Reminder.status"),
    reason: row.reason === null ? null : wordOf(reminderReasons, row.reason, "Reminder.reason"),
  };
}
