/**
 * Why an answer was not taken, for people to read: message `reason-<id>` in `locales/<locale>/reasons.ftl`,
 * which says what would be right. Never a word of the answer itself, only measures of it.
 */

/** Every reason, with the arguments its message may use. */
export const reasons = {
  /** A required question cannot be skipped. */
  required: [],
  /** A button that does not belong to this question, most likely an old one. */
  "button-gone": [],
  /** A photo, voice note or place where words are asked. */
  "text-wanted": [],
  "text-empty": [],
  /** `length` and `max` count characters as people see most of them (Unicode code points). */
  "text-too-long": ["length", "max"],
  /** Words where only the buttons are understood. */
  "press-button": [],
  /** The typed words match none of the choices, of which there are `count`. */
  "choice-unclear": ["count"],
  "choices-too-few": ["min"],
  /** A choice such as "none of these" together with others. */
  "choice-alone": [],
  "yes-no-unclear": [],
  /** `accepts`: kinds in the order photo, voice, document, location, joined by `-`. */
  "attachment-wanted": ["accepts"],
  /** `got` is one kind, `accepts` as above. */
  "attachment-kind": ["got", "accepts"],
  "location-impossible": [],
  "number-unclear": ["example"],
  "number-whole": ["below", "above"],
  "number-range": ["min", "max"],
  "scale-range": ["min", "max"],
  /** Dates in arguments are written `D-M-YYYY`; years are strings, so that no locale groups their digits. */
  "date-unclear": ["example"],
  /** The month ends earlier: `month` is 1 to 12, `last` its last day. */
  "date-impossible": ["month", "year", "last", "example"],
  "date-no-month": ["month", "example"],
  "date-no-year": ["year", "example"],
  "date-future": ["date", "today"],
  "date-past": ["date", "today"],
  /** Dates against each other: `date` is the one given, `other` the one it has to be against. */
  "before-first-contact": ["date", "other"],
  "contract-ends-before-consent": ["date", "other"],
  "contract-signed-after-end": ["date", "other"],
  "evaluation-before-plan": ["date", "other"],
  "next-evaluation-before-this": ["date", "other"],
  "next-session-before-this": ["date", "other"],
  "answer-before-letter": ["date", "other"],
  "visit-before-end": ["date", "other"],
  "time-missing": ["example"],
  "time-impossible": ["example"],
  "moment-future": ["example"],
  "moment-past": ["example"],
  "birth-unclear": ["example", "age"],
  "birth-impossible": ["month", "year", "last", "example", "age"],
  /** A year alone: the person is `younger` or `older` years old, depending on the day. */
  "birth-year-only": ["year", "example", "younger", "older"],
  "birth-future": ["today"],
  "birth-too-old": ["max"],
  "phone-letters": [],
  "phone-too-short": ["digits", "min"],
  "phone-too-long": ["digits", "max"],
  "phone-start": [],
  "person-incomplete": [],
  "person-age": ["max"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The id of a reason. */
export type ReasonId = keyof typeof reasons;

/** The reasons why a date does not fit another one. */
export type DateReasonId = {
  [R in ReasonId]: (typeof reasons)[R] extends readonly ["date", "other"] ? R : never;
}[ReasonId];

/** The arguments of a reason's message, by name. */
export type ReasonArgs<R extends ReasonId = ReasonId> = Readonly<
  Record<(typeof reasons)[R][number], string | number>
>;

/** An answer that was not taken, and why. */
export type Explained = {
  readonly kind: "explained";
  readonly reason: ReasonId;
  readonly args: Readonly<Record<string, string | number>>;
};

/** Explains an answer by a reason with exactly the arguments its message uses. */
export function explained<R extends ReasonId>(reason: R, args: ReasonArgs<R>): Explained {
  return { kind: "explained", reason, args };
}
