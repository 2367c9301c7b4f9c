/**
 * The playground's time: the real one, moved ahead. It never goes back, since what was written at a time stays
 * written; only a playground that is emptied starts with the real time again.
 */

/** A clock that can be moved forward. */
export type MovableClock = {
  readonly now: () => Date;
  /** How far it is ahead of the real time, in milliseconds. */
  readonly ahead: () => number;
  forward(milliseconds: number): void;
  /** Goes back to the real time. */
  reset(): void;
};

/** A clock that is so many milliseconds ahead of the real time; of another clock, where one is given. */
export function movableClock(initially = 0, real: () => number = Date.now): MovableClock {
  let ahead = initially;
  return {
    now: () => new Date(real() + ahead),
    ahead: () => ahead,
    forward: (milliseconds) => {
      if (!(milliseconds >= 0)) throw new Error("The clock only goes forward");
      ahead += milliseconds;
    },
    reset: () => {
      ahead = 0;
    },
  };
}

const hour = 3_600_000;
const day = 24 * hour;

/** The jumps of the page's clock. `morning` is the next 07:30, when digests are sent. */
export const jumps = ["hour", "day", "morning", "week"] as const;
export type Jump = (typeof jumps)[number];

/** How far a jump goes from a time, in milliseconds; the morning is that of an IANA zone. */
export function jumpLength(jump: Jump, now: Date, zone: string): number {
  switch (jump) {
    case "hour":
      return hour;
    case "day":
      return day;
    case "week":
      return 7 * day;
    case "morning":
      return untilTimeOfDay(now, zone, 7, 30);
  }
}

/** Milliseconds until it is next so late; a full day where it is now. Indonesia's zones know no summer time. */
function untilTimeOfDay(now: Date, zone: string, hours: number, minutes: number): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    hourCycle: "h23",
  }).formatToParts(now);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const sinceMidnight =
    part("hour") * hour + part("minute") * 60_000 + part("second") * 1000 + now.getMilliseconds();
  const left = hours * hour + minutes * 60_000 - sinceMidnight;
  return left > 0 ? left : left + day;
}
