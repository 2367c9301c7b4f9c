/**
 * The type of a deadline. Each deadline is one file, `deadlines/<key>.ts`: from which fact it runs, how long, what
 * ends it, when to remind and whom. `npm run generate` gathers the files; everything else is derived.
 */
import { addDays, addMonths, dateIn, endOfDay, startOfDay } from "./calendar.js";
import { type CaseFacts, isComplete, type Round } from "./caseFacts.js";
import type { Basis, FormId, LocalDate, Path } from "./form.js";

/**
 * Who hears of a deadline: its owner, the owner's supervisor, the admin; and the asker, a worker who waits for what its
 * owner is to decide.
 */
export const audiences = ["owner", "superior", "admin", "asker"] as const;

/** As what somebody is reminded. */
export type Audience = (typeof audiences)[number];

/** From when until when. */
export type Span = { readonly startsAt: Date; readonly dueAt: Date };

/** One deadline a case has now. Its identity is `anchor`, within its kind; its dates may move. */
export type Occurrence = Span & {
  /** Which occurrence: the id of the round that started it, or what else sets it apart. */
  readonly anchor: string;
  /** The round to open, where it is a certain one. */
  readonly roundId?: string;
  /** Set where the facts decide which form or article applies. */
  readonly step?: DeadlineAction;
  readonly basis?: Basis;
};

/** What doing it means: a form, the supervisor's approval, or a statement by a person. */
export type DeadlineAction = FormId | "approve" | "tick";

/**
 * When the bot reminds of a deadline. `law`: at once, then 24, 6 and 1 hours before and at the hour, at any hour of
 * the day; see `ladder.ts` for what follows. `days`: in the digest, so many days before and after the last day; 0
 * is the day itself, the last number of `late` goes on being added where `repeats` says so.
 */
export type Schedule =
  | { readonly kind: "law" }
  | {
      readonly kind: "days";
      readonly before: readonly number[];
      readonly late: readonly number[];
      /** Days between two reminders after the last of `late`; none where absent. */
      readonly repeats?: number;
    };

/** The usual rhythm of a step of the practice: 3 days and 1 day before, on the day, then every day. */
export const everyDay: Schedule = { kind: "days", before: [3, 1, 0], late: [1], repeats: 1 };

/** To whom what the law asks for was handed over. The texts are `receiver-<key>`. */
export const receivers = [
  "investigator",
  "prosecutor",
  "judge",
  "police",
  "client",
  "agency",
  "other",
] as const;

/** Who received what was handed over. */
export type Receiver = (typeof receivers)[number];

/** One kind of deadline: what `deadlines/<key>.ts` exports. */
export type DeadlineRule = {
  /** Its name for ever: rows and texts stand under it (`deadline-<key>`, with `.open`, `.rule`). kebab-case. */
  readonly key: string;
  /** Set by law: runs in hours, is never moved, snoozed or switched off, and ignores quiet hours. */
  readonly statutory: boolean;
  /** What it rests on, where it is one article for all occurrences. */
  readonly basis?: Basis;
  /** How many days the organisation gives, under this name in its settings; `usual` where it set none. */
  readonly days?: { readonly setting: string; readonly usual: number };
  readonly step: DeadlineAction;
  /**
   * What ends it: the form or the approval of its step; a newer permit; a danger that is closed; the local emergency
   * numbers that are tried; a question that is answered; a note of the next supervision; a proof that is added; a client's request about their data that is carried out or refused; an improvement that is said to be made, or overtaken by a newer audit; a newer accreditation; an entry of the institution's own that is looked at; or a person who states when it was handed over, to one of these receivers, with a proof (the text of the button is `deadline-<key>.done`).
   */
  readonly endsBy:
    | "form"
    | "approval"
    | "permit"
    | "danger"
    | "local-numbers"
    | "reply"
    | "supervision"
    | "proof"
    | "data-request"
    | "improvement"
    | "accreditation"
    | "entry-review"
    | { readonly handedOverTo: readonly Receiver[] };
  readonly schedule: Schedule;
  /** Who is reminded. From when supervisor and admin are, the schedule and the organisation's rules say. */
  readonly hears: readonly Audience[];
  /** All of them are reminded from the first step on, regardless of the organisation's rules of escalation. */
  readonly together?: true;
  /**
   * Its owner gets a message of its own when it begins. What begins in the quiet hours stands in the next digest
   * instead.
   */
  readonly announced?: true;
  /** Its name or its article tells what befell the client: who may not read the case does not read them. */
  readonly discreet?: true;
  /** When the lists of tasks show it: `unless-same-step` hides it beside another deadline of the same form. */
  readonly listed: "always" | "from-start" | "unless-same-step";
  /**
   * It goes on while the case has no legal ground. Otherwise only statutory deadlines, and those ended by a
   * statement, do.
   */
  readonly whileHeld?: true;
  /** The question to open, where the form of the step was sent already. */
  readonly asksOnly?: Path;
  /** The occurrences a case has now; absent where a deadline begins by hand or with a permit. */
  readonly find?: (facts: CaseFacts, count: Counting) => readonly Occurrence[];
};

/** How the days of one kind of deadline are counted in one organisation. */
export type Counting = {
  /** IANA zone of the organisation. */
  readonly zone: string;
  /** From an instant to the end of the last of the organisation's days for it. */
  readonly within: (from: Date) => Span;
  /** From an instant to the end of a date somebody chose. */
  readonly until: (from: Date, date: LocalDate) => Span;
  /** The months after a termination at which its visits are due. */
  readonly aftercareMonths: readonly number[];
};

/** Where and how days are counted. */
export type DayCount = {
  /** IANA zone of the organisation. */
  readonly zone: string;
  /** Whether a day is a working day; read only where the organisation counts working days. */
  readonly isWorkingDay: (date: LocalDate) => boolean;
};

/** Whether the organisation counts working days only. */
type CountsWorkingDays = { readonly workingDays: boolean };

/**
 * The day `days` after another; the first day is not counted. Where the organisation says so only working days
 * count. Throws where a whole year has none: the calendar is wrong, not the case.
 */
export function daysAfter(
  from: LocalDate,
  days: number,
  rules: CountsWorkingDays,
  count: DayCount,
): LocalDate {
  if (!rules.workingDays) return addDays(from, days);
  let date = from;
  for (let left = days, idle = 0; left > 0; ) {
    date = addDays(date, 1);
    if (count.isWorkingDay(date)) {
      left -= 1;
      idle = 0;
    } else if (++idle > 366) {
      throw new RangeError(`no working day in the year before ${date}`);
    }
  }
  return date;
}

/** From an instant to the end of the day that lies so many days after it. */
export function practiceDays(from: Date, days: number, rules: CountsWorkingDays, count: DayCount): Span {
  const last = daysAfter(dateIn(count.zone, from), days, rules, count);
  return { startsAt: from, dueAt: endOfDay(count.zone, last) };
}

/** So many hours of 24 after an instant. */
export function hoursAfter(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * 3_600_000);
}

/** 3 × 24 hours from an instant, to the minute, as the laws count "3 × 24 jam". */
export function withinThreeDays(startsAt: Date): Span {
  return { startsAt, dueAt: hoursAfter(startsAt, 3 * 24) };
}

/** From the beginning of a day to the end of the day so many months later. */
export function withinMonths(from: LocalDate, count: number, zone: string): Span {
  return { startsAt: startOfDay(zone, from), dueAt: endOfDay(zone, addMonths(from, count)) };
}

/** Whether the worker has done with a round: it was sent, and not returned. */
export function isSent(round: Round): boolean {
  return round.status === "submitted" || isComplete(round);
}

/** The later of two instants; the first where there is no second. */
export function laterOf(a: Date, b: Date | null): Date {
  return b !== null && b > a ? b : a;
}
