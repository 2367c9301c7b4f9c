/**
 * The types of a form: what a stage of the SOP asks, as data.
 *
 * A form is a list of typed questions with the condition under which each applies. One walker asks any form; the same
 * form renders the summary and the golden tests. Nothing here knows of Telegram, of a language or of a database.
 *
 * Texts are in `locales/<locale>/forms/<form>.ftl`: message `<form>-<key>` (the prompt; attributes `.label`, `.hint`,
 * `.why`), and `<form>-<group>-<key>` inside a group. A group's own message asks "another?"; it has `.item` (with `{
 * $number }`, from 1), and `.first` where it may stay empty. Choices are `choice-<set>-<choice>`.
 */

import type { CaseFact } from "./knownFacts.js";
import type { DateReasonId } from "./reasons.js";

/** The stages of a case, in the order of UU 14/2019 Pasal 16(1). */
export const stages = ["approach", "assessment", "plan", "intervention", "evaluation"] as const;

/** A stage of a case. */
export type Stage = (typeof stages)[number];

/** Every form the practice knows. A stage has one main form; evaluation has companions. */
export const formIds = [
  "approach",
  "assessment",
  "plan",
  "session",
  "evaluation",
  "referral",
  "termination",
  "aftercare",
] as const;

/** The id of a form. */
export type FormId = (typeof formIds)[number];

/** Whom a case serves: the four levels of client of UU 14/2019 Pasal 1 angka 9. */
export const clientLevels = ["individual", "family", "group", "community"] as const;

/** A level of client. */
export type ClientLevel = (typeof clientLevels)[number];

/** The name of a question inside its form; stable for ever, since answers are kept under it. camelCase. */
export type Key = string;

/**
 * Where an answer stands: `key`; in a repeated group `group.0.key` (items count from 0), and `group.0`
 * for the answer to "is there another item?" that opens item 0 (boolean).
 */
export type Path = string;

/** A calendar day in the organisation's zone, `YYYY-MM-DD`. */
export type LocalDate = string;

/** An age in whole years; with `months`, 0 to 11, where it was told in months: 1 and 6 for "18 bulan". */
export type Age = { readonly age: number; readonly months?: number };

/** Birth as people know it: a day, or an age on the day it was told. */
export type Birth = { readonly date: LocalDate } | (Age & { readonly asOf: LocalDate });

/** A person named in an answer: the members of a family, an actor in a community. */
export type NamedPerson = { readonly name: string; readonly relation: string } & Partial<Age>;

/** A photo, voice note, document or place that was sent; the bytes are kept by `records`. */
export type AttachmentRef =
  | { readonly kind: "photo" | "voice" | "document"; readonly attachmentId: string }
  | { readonly kind: "location"; readonly latitude: number; readonly longitude: number };

/**
 * What an answered question holds, JSON through and through:
 * text, longText, phone → string · choice → its key · choices → keys · yesNo → boolean · date → LocalDate ·
 * dateTime → ISO instant in UTC · birth → Birth · number, scale → number · person → Person ·
 * attachment → AttachmentRef · an optional question that was skipped → null.
 */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | Birth
  | NamedPerson
  | AttachmentRef;

/** The current answers of one round, by path. */
export type Answers = ReadonlyMap<Path, Value>;

/**
 * When a question is asked. Keys are resolved beside the question first (same item of the same group), then
 * at the top of the form; `case.<key>` reads a fact of the case known before the round began.
 */
export type Condition =
  /** The answer is one of these; for `choices`, at least one of them was ticked. */
  | { readonly kind: "is"; readonly key: Key; readonly anyOf: readonly (string | number | boolean)[] }
  /** The birth answer makes a person under `years` (default 18) on the day of the round. */
  | { readonly kind: "under"; readonly key: Key; readonly years: number }
  /** The question was answered and not skipped. */
  | { readonly kind: "answered"; readonly key: Key }
  /** The repeated group has an item; for one that may stay empty. */
  | { readonly kind: "hasItems"; readonly key: Key }
  | { readonly kind: "all"; readonly of: readonly Condition[] }
  | { readonly kind: "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition };

/** A fact of the case, as conditions and dates read it. */
export type FactKey = `case.${CaseFact}`;

/**
 * A rule between dates: the same day is allowed, but not before (or not after) the date answered under `key`, or a
 * fact of the case. While the other date is unknown the rule does not apply.
 */
export type DateRule = {
  readonly not: "before" | "after";
  readonly key: Key | FactKey;
  /** Why a date that breaks it is not taken: message `reason-<id>`, with `date` and `other`. */
  readonly reason: DateReasonId;
};

/** Other words for a question where a condition holds: message `<form>-<key>-<name>` with all its attributes. */
export type Variant = {
  readonly name: string;
  readonly when: Condition;
  /** Choices of the question's set that are offered instead of its own. */
  readonly choices?: readonly string[];
};

/** A rule of law behind a question, shown with its reason. Only what was read in the law's own text. */
export type Basis = { readonly work: string; readonly article: string };

type Common = {
  readonly key: Key;
  readonly required: boolean;
  /** Absent: always asked. */
  readonly when?: Condition;
  /** Absent: good practice, no rule. */
  readonly basis?: Basis;
  /** Shown only after "Tampilkan nama": it says who the client or another person is. */
  readonly identity?: boolean;
  /** The first whose condition holds gives the words; absent or none: the question's own. */
  readonly variants?: readonly Variant[];
  /**
   * An agreement: the top-level questions and groups it was given to. When one of them is answered otherwise
   * afterwards, the agreement no longer stands and is asked again.
   */
  readonly standsOn?: readonly Key[];
  /** Top-level questions and groups whose answers are shown with this question, such as what is agreed to. */
  readonly shows?: readonly Key[];
};

/** A question of a form, by its type. */
export type Question = Common &
  (
    | {
        readonly type: "text";
        readonly max?: number;
        /** Names on buttons: those of the members of the family, told so far; with the client last. */
        readonly offers?: "family" | "family-and-client";
      }
    | { readonly type: "longText"; readonly max?: number }
    | { readonly type: "phone" }
    | {
        readonly type: "choice";
        /** The set of choices, whose texts are `choice-<set>-<choice>`. */
        readonly set: string;
        readonly choices: readonly string[];
        /** Answers that mean danger now: the emergency path is shown at once and the supervisor told. */
        readonly danger?: readonly string[];
      }
    | {
        readonly type: "choices";
        readonly set: string;
        readonly choices: readonly string[];
        /** A choice that excludes the others (for example `none`). */
        readonly alone?: string;
        readonly min?: number;
        readonly danger?: readonly string[];
      }
    /** One or several of the items of an earlier round, for example the goals of the plan in force. */
    | { readonly type: "pick"; readonly from: SourceName; readonly several: boolean }
    | { readonly type: "yesNo" }
    /** `past` and `future` both hold today: up to today, from today on. */
    | {
        readonly type: "date";
        readonly range: "past" | "future" | "any";
        readonly against?: readonly DateRule[];
      }
    | { readonly type: "dateTime"; readonly range: "past" | "future" | "any" }
    | { readonly type: "birth" }
    | { readonly type: "number"; readonly min: number; readonly max: number; readonly whole: boolean }
    /** 1–5, or the five GAS levels −2…+2. */
    | { readonly type: "scale"; readonly min: number; readonly max: number }
    | { readonly type: "person" }
    | { readonly type: "attachment"; readonly accepts: readonly AttachmentRef["kind"][] }
    | GroupQuestion
  );

/** Questions asked again for each item. */
export type GroupQuestion = Common & {
  readonly type: "group";
  readonly questions: readonly Question[];
  /** Absent: after each item "another one?". Present: one item for each item of that source, no asking. */
  readonly over?: SourceName;
  /** Without `over`: how many items at least and at most. */
  readonly min?: number;
  readonly max?: number;
};

/** Lists that earlier rounds of the case hand to a later one. */
export const sourceNames = ["problems", "goals", "requirements", "strengths"] as const;

/** The name of a list that a later form uses. */
export type SourceName = (typeof sourceNames)[number];

/** One item of such a list: its id (stable: the path it was answered under) and its words. */
export type SourceItem = { readonly id: string; readonly label: string };

/** A stage's form. Its version is raised when questions change; a round stays with the version it began in. */
export type Form = {
  readonly id: FormId;
  readonly version: number;
  readonly stage: Stage;
  readonly questions: readonly Question[];
};

/** What the kernel may know besides the answers. Times are passed in, never read from a clock. */
export type FormContext = {
  readonly now: Date;
  /** IANA zone of the organisation. */
  readonly zone: string;
  /** Today in that zone. */
  readonly today: LocalDate;
  /** Facts of the case known before this round, by key without the `case.` prefix. */
  readonly facts: Readonly<Partial<Record<CaseFact, Value>>>;
  readonly sources: Readonly<Partial<Record<SourceName, readonly SourceItem[]>>>;
};
