import { wordOf } from "../storage/vocabulary.js";

/** Where a reminder stands. */
export const reminderStatuses = ["waiting", "sent", "suppressed"] as const;
export type ReminderStatus = (typeof reminderStatuses)[number];

/** Why a reminder waits longer, or is not sent at all. Texts: `log-<reason>`. */
export const reminderReasons = [
  // It waits for the quiet hours to end, for an open form, or to be tried again.
  "quiet",
  "form-open",
  "failed",
  // It is not sent: a later one says the same, or nothing is left to say, or nobody is there to hear it.
  "overtaken",
  // The digest counted it, and did not write it out.
  "folded",
  "snoozed",
  "in-hand",
  "done",
  "cancelled",
  "moved",
  "handed-over",
  "suspended",
  "blocked",
] as const;

/** Why a reminder was suppressed, or why it still waits. */
export type ReminderReason = (typeof reminderReasons)[number];

/** The state of a reminder as it is kept. Throws `UnknownWord`. */
export function reminderStateOf(row: { readonly status: string; readonly reason: string | null }): {
  readonly status: ReminderStatus;
  readonly reason: ReminderReason | null;
} {
  return {
    status: wordOf(reminderStatuses, row.status, "Reminder.status"),
    reason: row.reason === null ? null : wordOf(reminderReasons, row.reason, "Reminder.reason"),
  };
}
