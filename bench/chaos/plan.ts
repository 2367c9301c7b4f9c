/** What goes wrong, and when: the same for every bot. */

/**
 * One thing that goes wrong; `lasts` in milliseconds.
 * - `flood`: one chat sends hundreds of texts at once
 * - `bigFile`: somebody sends 20 MB
 * - `documents`: many people send several files each
 * - `noise`: every fiftieth call of the Bot API fails: with 502, or with a connection that breaks before or after it was
 *   carried out
 * - `tooMany`: 429 for everybody
 * - `kill`: SIGKILL of one process of the bot, `killDatabase` of PostgreSQL
 * - `clock`: all clocks of the bot jump to so many milliseconds ahead of the real time
 * - `outage`: PostgreSQL cannot be reached
 * - `fullDisk`: the disk of PostgreSQL and of the attachments is full
 */
export type Fault =
  | { readonly kind: "flood" | "bigFile" | "documents" | "kill" | "killDatabase" }
  | { readonly kind: "noise" | "tooMany" | "outage" | "fullDisk"; readonly lasts: number }
  | { readonly kind: "clock"; readonly ahead: number };

/** A fault, so many milliseconds after people began. */
export type Planned = { readonly at: number; readonly fault: Fault };

/** A stretch of time, in milliseconds after people began. */
export type Stretch = { readonly from: number; readonly to: number };

/** When nothing goes wrong, and when others crowd the bot: how long everybody else waits is compared. */
export const stretches = {
  quiet: { from: 0.02, to: 0.15 },
  crowded: { from: 0.15, to: 0.35 },
} as const;

const hour = 3_600_000;

/** The plan of a run that lasts `length` milliseconds, with so many SIGKILLs of the bot. */
export function planOf(length: number, kills: number): Planned[] {
  const at = (share: number, fault: Fault): Planned => ({ at: share * length, fault });
  const crowding = [
    at(0.15, { kind: "flood" }),
    at(0.2, { kind: "bigFile" }),
    at(0.25, { kind: "documents" }),
  ];
  const noise = at(0.35, { kind: "noise", lasts: 0.65 * length });
  const calls = [0.4, 0.8].map((share) => at(share, { kind: "tooMany", lasts: 0.02 * length }));
  const clocks = [
    at(0.38, { kind: "clock", ahead: hour }),
    at(0.5, { kind: "clock", ahead: -hour }),
    at(0.85, { kind: "clock", ahead: 0 }),
  ];
  const database = [
    at(0.45, { kind: "killDatabase" }),
    at(0.55, { kind: "outage", lasts: length / 6 }),
    at(0.75, { kind: "fullDisk", lasts: 0.08 * length }),
    at(0.9, { kind: "killDatabase" }),
  ];
  const killed = Array.from({ length: kills }, (_, n) =>
    at(0.36 + (0.62 * n) / Math.max(1, kills - 1), { kind: "kill" }),
  );
  return [...crowding, noise, ...calls, ...clocks, ...database, ...killed].sort((a, b) => a.at - b.at);
}
