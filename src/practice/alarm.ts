/**
 * How alerts of a danger are repeated until somebody acknowledges it. None of this is law, and no setting delays it.
 */

/** Minutes after which the alert is repeated, to the admins as well. */
export const alarmAgainAfter = [15, 60] as const;

/** When the alert is repeated for the (`rung` + 1)th time; null where it is not repeated any more. */
export function nextAlarm(notedAt: Date, rung: number): Date | null {
  const minutes = alarmAgainAfter[rung];
  return minutes === undefined ? null : new Date(notedAt.getTime() + minutes * 60_000);
}
