/**
 * How the digest of a morning is arranged: what is heard for the first time comes first, what was heard before is
 * repeated only while it is little, and folded into its number as soon as it is more.
 */
import { dateIn } from "./calendar.js";
import type { Audience } from "./deadline.js";
import { type DeadlineKey, deadlineRule } from "./deadlines.js";

/** What is due, as one person hears of it. */
export type DigestItem = {
  readonly key: DeadlineKey;
  readonly caseId: string | null;
  /** The code of the case; null where it is about none. */
  readonly code: string | null;
  readonly step: string;
  readonly dueAt: Date;
  readonly audience: Audience;
  /** They have read of it before as of something late. */
  readonly wasLate: boolean;
};

/** What is late: new to the reader, what they have read before, and of that the number where it is folded. */
export type Late<T> = {
  readonly news: readonly T[];
  readonly still: readonly T[];
  /** Then `still` is empty. */
  readonly folded: number;
};

/** The parts of a digest, in the order in which they are read. */
export type DigestParts<T> = {
  readonly dangers: readonly T[];
  readonly late: Late<T>;
  readonly today: readonly T[];
  readonly soon: readonly T[];
  /** Overdue in the team, of a supervisor. */
  readonly team: Late<T>;
  /** What others are late to decide, of the worker who waits for it. */
  readonly waiting: readonly T[];
  /** Long overdue in the institution, of an admin, who hears of each once. */
  readonly overseen: readonly T[];
};

/** So many late things are said again every morning; more of them are only counted. */
const mostRepeated = 3;

/**
 * Arranges what is due; within each part what came late last stands first, what comes next first, and what is due at the
 * same time by its code, so that a case stands together.
 */
export function digestParts<T extends DigestItem>(
  given: readonly T[],
  now: Date,
  zone: string,
): DigestParts<T> {
  const items = [...given].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || byCode(a, b));
  const heardAs = (audience: Audience) =>
    withoutDrafts(items.filter((one) => one.key !== "danger-open" && one.audience === audience));
  const own = heardAs("owner");
  const ahead = own.filter(({ dueAt }) => dueAt >= now);
  const isToday = ({ dueAt }: T) => dateIn(zone, dueAt) === dateIn(zone, now);
  return {
    dangers: items.filter(({ key }) => key === "danger-open"),
    late: lateOf(own.filter(({ dueAt }) => dueAt < now)),
    today: ahead.filter(isToday),
    soon: ahead.filter((one) => !isToday(one)),
    team: lateOf(heardAs("superior")),
    waiting: heardAs("asker"),
    overseen: heardAs("admin"),
  };
}

function lateOf<T extends DigestItem>(items: readonly T[]): Late<T> {
  const latestFirst = [...items].sort((a, b) => b.dueAt.getTime() - a.dueAt.getTime() || byCode(a, b));
  const still = latestFirst.filter(({ wasLate }) => wasLate);
  const isFolded = still.length > mostRepeated;
  return {
    news: latestFirst.filter(({ wasLate }) => !wasLate),
    still: isFolded ? [] : still,
    folded: isFolded ? still.length : 0,
  };
}

function byCode(a: DigestItem, b: DigestItem): number {
  const [one, other] = [`${a.code ?? ""} ${a.key}`, `${b.code ?? ""} ${b.key}`];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Leaves out drafts of forms that are listed as due anyway. */
function withoutDrafts<T extends DigestItem>(items: readonly T[]): readonly T[] {
  return items.filter(
    (one) =>
      deadlineRule(one.key).listed !== "unless-same-step" ||
      !items.some((other) => other !== one && other.caseId === one.caseId && other.step === one.step),
  );
}
