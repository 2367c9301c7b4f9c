/** How a noted danger escalates until somebody takes it on. None of it is law, and no setting slows it. */

/** Minutes after a danger was noted at which those who can be reached hear of it again, the admins among them. */
export const alarmAgainAfter = [15, 60] as const;

/** When those who can be reached hear again for the (`rung` + 1)th time; null where nothing more follows. */
export function nextAlarm(notedAt: Date, rung: number): Date | null {
  const minutes = alarmAgainAfter[rung];
  return minutes === undefined ? null : new Date(notedAt.getTime() + minutes * 60_000);
}
