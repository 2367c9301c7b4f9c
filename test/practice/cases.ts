import {
  type CaseFacts,
  caseFacts,
  type RoundRecord,
  type RoundStatus,
} from "../../src/practice/caseFacts.js";
import type { FormId, Value } from "../../src/practice/form.js";

export type RoundSketch = {
  readonly form: FormId;
  readonly status?: RoundStatus;
  /** When it was begun, answered, sent and decided, unless one of these is told apart. */
  readonly on: string;
  readonly decidedOn?: string | null;
  readonly answers?: Readonly<Record<string, Value>>;
};

/** 10.00 WIB of a day. */
export function morning(day: string): Date {
  return new Date(`${day}T03:00:00Z`);
}

/** A case out of a few words a round; ids are `<form>-<sequence>`. A round is approved unless it says otherwise. */
export function caseOf(
  sketches: readonly RoundSketch[],
  more: Partial<Omit<CaseFacts, "rounds">> = {},
): CaseFacts {
  const count = new Map<FormId, number>();
  const rounds = sketches.map(({ form, status = "approved", on, decidedOn, answers = {} }): RoundRecord => {
    const sequence = (count.get(form) ?? 0) + 1;
    count.set(form, sequence);
    const at = morning(on);
    const decided = status === "approved" || status === "returned" ? on : null;
    const decidedDay = decidedOn === undefined ? decided : decidedOn;
    return {
      id: `${form}-${sequence}`,
      form,
      sequence,
      status,
      startedAt: at,
      submittedAt: status === "draft" ? null : at,
      decidedAt: decidedDay === null ? null : morning(decidedDay),
      answers: new Map(Object.entries(answers)),
      revisions: new Map(Object.keys(answers).map((path) => [path, { at }])),
    };
  });
  return caseFacts(rounds, more);
}

/** The rounds of a case as it usually goes, up to and with a session. */
export const approach: RoundSketch = {
  form: "approach",
  on: "2026-11-02",
  answers: { level: "individual", eligible: true, consent: true, signedOn: "2026-11-02" },
};
export const assessment: RoundSketch = { form: "assessment", on: "2026-11-09" };
export const plan: RoundSketch = {
  form: "plan",
  on: "2026-11-12",
  answers: { agreement: "agrees", evaluationDate: "2026-12-20" },
};
export const session: RoundSketch = { form: "session", on: "2026-11-16", answers: { date: "2026-11-16" } };

export function evaluation(decision: string, on = "2026-12-20"): RoundSketch {
  return { form: "evaluation", on, answers: { date: on, decision } };
}

export function termination(reason: string, more: Readonly<Record<string, Value>> = {}): RoundSketch {
  return { form: "termination", on: "2027-01-10", answers: { reason, endedOn: "2027-01-10", ...more } };
}

/** Closed after a termination on 10 January 2027. */
export const terminated = { closed: { outcome: "terminated", at: morning("2027-01-10") } } as const;
