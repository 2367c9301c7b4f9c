/**
 * What the course of a case hangs on, read out of a round's answers: one function a form, the only place that
 * knows under which keys a form keeps it. Every fact may be missing, since a draft is read as well: a clock of
 * the law runs from the moment its answer is known, not from the day the form is sent.
 */

import { isBirth } from "./conditions.js";
import type { Answers, Birth, ClientLevel, FormId, Key, LocalDate } from "./form.js";
import { clientLevels } from "./form.js";

/** An instant as ISO text in UTC, as `dateTime` answers hold it. */
export type Instant = string;

export type ApproachFacts = {
  readonly level?: ClientLevel;
  readonly birth?: Birth;
  /** What was ticked, `none` included. */
  readonly danger: readonly string[];
  readonly legal: readonly string[];
  /** When the police asked for a laporan sosial on a child who is victim or witness. */
  readonly reportRequestedAt?: Instant;
  /** When a victim of sexual violence reported to the organisation. */
  readonly violenceReportedAt?: Instant;
  /** When a child in conflict with the law was returned to its parents, or handed over to someone else. */
  readonly returnedOn?: LocalDate;
  readonly handedOverOn?: LocalDate;
  /** Whether the client meets the organisation's requirements; when not, what follows. */
  readonly eligible?: boolean;
  readonly ineligible?: "refer" | "close";
  readonly consent?: boolean;
  readonly dataConsent?: boolean;
  /** When the service contract was signed. */
  readonly signedOn?: LocalDate;
};

export type AssessmentFacts = { readonly danger: readonly string[] };

export type PlanFacts = {
  /** The client's own yes or no (UU 14/2019 Pasal 43 huruf c). */
  readonly agreed?: boolean;
  readonly evaluationDate?: LocalDate;
};

export type SessionFacts = { readonly date?: LocalDate; readonly nextDate?: LocalDate };

export const decisions = ["continue", "revise-plan", "refer", "terminate"] as const;
export type Decision = (typeof decisions)[number];

export type EvaluationFacts = {
  readonly date?: LocalDate;
  readonly decision?: Decision;
  readonly nextEvaluation?: LocalDate;
};

export type ReferralFacts = {
  readonly sentOn?: LocalDate;
  /** What the institution answered; absent while it has not. */
  readonly status?: "accepted" | "declined" | "completed";
};

export const endReasons = [
  "goals-met",
  "time-over",
  "transferred",
  "withdrew",
  "unforeseen",
  "died",
] as const;
export type EndReason = (typeof endReasons)[number];

export type TerminationFacts = {
  readonly reason?: EndReason;
  readonly endedOn?: LocalDate;
  readonly aftercare?: boolean;
  readonly firstVisit?: LocalDate;
};

export type AftercareFacts = {
  readonly date?: LocalDate;
  readonly danger: readonly string[];
  /** Whether the case is needed again. */
  readonly reopen?: boolean;
  readonly nextVisit?: LocalDate;
};

/** The facts of each form. */
export type FactsOf = {
  readonly approach: ApproachFacts;
  readonly assessment: AssessmentFacts;
  readonly plan: PlanFacts;
  readonly session: SessionFacts;
  readonly evaluation: EvaluationFacts;
  readonly referral: ReferralFacts;
  readonly termination: TerminationFacts;
  readonly aftercare: AftercareFacts;
};

/** How the facts of each form are read out of its answers. */
export const readFacts: { readonly [F in FormId]: (answers: Answers) => FactsOf[F] } = {
  approach: approachFacts,
  assessment: (answers) => ({ danger: list(answers, "danger") }),
  plan: planFacts,
  session: (answers) => ({ ...day(answers, "date"), ...day(answers, "nextDate") }),
  evaluation: (answers) => ({
    ...day(answers, "date"),
    ...oneOf(answers, "decision", decisions),
    ...day(answers, "nextEvaluation"),
  }),
  referral: (answers) => ({
    ...day(answers, "sentOn"),
    ...oneOf(answers, "status", ["accepted", "declined", "completed"]),
  }),
  termination: (answers) => ({
    ...oneOf(answers, "reason", endReasons),
    ...day(answers, "endedOn"),
    ...yesNo(answers, "aftercare"),
    ...day(answers, "firstVisit"),
  }),
  aftercare: (answers) => ({
    ...day(answers, "date"),
    danger: list(answers, "danger"),
    ...yesNo(answers, "reopen"),
    ...day(answers, "nextVisit"),
  }),
};

/** Top-level answers of a form that its facts are read from: a change of any other answer changes no fact. */
export function factKeys(form: FormId): ReadonlySet<Key> {
  const known = keysOf.get(form);
  if (known !== undefined) return known;
  const answers = new AskedFor();
  readFacts[form](answers);
  keysOf.set(form, answers.asked);
  return answers.asked;
}

const keysOf = new Map<FormId, ReadonlySet<Key>>();

/** Answers without any, that remember what they were asked for. */
class AskedFor extends Map<string, never> {
  readonly asked = new Set<Key>();

  override get(key: string): undefined {
    this.asked.add(key);
    return undefined;
  }
}

function approachFacts(answers: Answers): ApproachFacts {
  const birth = answers.get("birth");
  return {
    ...oneOf(answers, "level", clientLevels),
    ...(isBirth(birth) ? { birth } : {}),
    danger: list(answers, "danger"),
    legal: list(answers, "legal"),
    ...day(answers, "reportRequestedAt"),
    ...day(answers, "violenceReportedAt"),
    ...day(answers, "returnedOn"),
    ...day(answers, "handedOverOn"),
    ...yesNo(answers, "eligible"),
    ...oneOf(answers, "ineligible", ["refer", "close"]),
    ...yesNo(answers, "consent"),
    ...yesNo(answers, "dataConsent"),
    ...day(answers, "signedOn"),
  };
}

function planFacts(answers: Answers): PlanFacts {
  const { agreement } = oneOf(answers, "agreement", ["agrees", "declines"]);
  return {
    ...(agreement === undefined ? {} : { agreed: agreement === "agrees" }),
    ...day(answers, "evaluationDate"),
  };
}

/** A day or an instant, both kept as text, under its own key; nothing where it was not answered. */
function day<K extends Key>(answers: Answers, key: K): { readonly [key in K]?: string } {
  const value = answers.get(key);
  return typeof value === "string" ? only(key, value) : {};
}

function yesNo<K extends Key>(answers: Answers, key: K): { readonly [key in K]?: boolean } {
  const value = answers.get(key);
  return typeof value === "boolean" ? only(key, value) : {};
}

function oneOf<K extends Key, const T extends string>(
  answers: Answers,
  key: K,
  choices: readonly T[],
): { readonly [key in K]?: T } {
  const value = choices.find((choice) => choice === answers.get(key));
  return value === undefined ? {} : only(key, value);
}

function list(answers: Answers, key: Key): readonly string[] {
  const value = answers.get(key);
  return Array.isArray(value) ? value : [];
}

function only<K extends Key, V>(key: K, value: V): { readonly [key in K]?: V } {
  const one: { [key in K]?: V } = {};
  one[key] = value;
  return one;
}
