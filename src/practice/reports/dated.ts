/**
 * A case as it was at a moment, out of its dated record. What was written afterwards is not seen: not a correction, not a
 * later answer, not a later end. So a report on a past period comes out the same whenever it is made, until a case in it
 * is erased.
 */
import { type CaseFacts, caseFacts, type Outcome, type RoundRecord, type RoundStatus } from "../caseFacts.js";
import type { FormId, Path, Value } from "../form.js";
import type { DataTurn } from "../legalGrounds.js";

/** A revision of an answer; undefined where it was taken back. */
export type DatedAnswer = { readonly at: Date; readonly value: Value | undefined };

/** What happened to a round: to which status it led, and whether somebody sent it or decided on it. */
export type DatedEvent = {
  readonly at: Date;
  readonly kind: "sent" | "decided" | "moved";
  readonly status: RoundStatus | "discarded";
};

/** A round with its history, oldest first; of an answer every revision. */
export type DatedRound = {
  readonly id: string;
  readonly form: FormId;
  readonly sequence: number;
  readonly startedAt: Date;
  readonly events: readonly DatedEvent[];
  readonly answers: ReadonlyMap<Path, readonly DatedAnswer[]>;
};

/** An event in the history of a case, as far as figures depend on it. */
export type DatedTurn =
  | DataTurn
  | { readonly kind: "closed"; readonly at: Date; readonly outcome: Outcome }
  | { readonly kind: "reopened" | "restricted" | "restriction-lifted"; readonly at: Date }
  /** A closing or a reopening was asked for, and what ended that. */
  | { readonly kind: "asked" | "request-ended"; readonly at: Date }
  | { readonly kind: "correcting"; readonly at: Date; readonly roundId: string }
  | { readonly kind: "reassigned"; readonly at: Date; readonly fromId: string; readonly toId: string };

/** A deadline that somebody said was done: when they said so, and when it was handed over as they stated. */
export type DatedTick = {
  /** `<key>:<anchor>` */
  readonly identity: string;
  readonly at: Date;
  readonly handedOverAt: Date;
};

/** A danger to the client that was noted. */
export type DatedDanger = { readonly at: Date; readonly kinds: readonly string[] };

/** A case with everything a report may need of it. Lists are oldest first. */
export type DatedCase = {
  readonly openedAt: Date;
  /** Everything in it was erased then: what it held is not known any more. */
  readonly erasedAt: Date | null;
  /** Whose it is now. */
  readonly workerId: string;
  readonly rounds: readonly DatedRound[];
  readonly turns: readonly DatedTurn[];
  readonly ticks: readonly DatedTick[];
  readonly dangers: readonly DatedDanger[];
  /** When another institution took it over. */
  readonly takenOver: readonly Date[];
};

/** A case as it was at a moment. */
export type CaseThen = {
  readonly facts: CaseFacts;
  readonly workerId: string;
  readonly restrictedAt: Date | null;
  readonly erasedAt: Date | null;
  /** The answers of each round, as far as they were read. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<Path, Value>>;
};

/** The case at a moment; undefined where it was not open yet. */
export function caseAt(dated: DatedCase, moment: Date): CaseThen | undefined {
  if (dated.openedAt > moment) return undefined;
  const turns = dated.turns.filter(({ at }) => at <= moment);
  const rounds = dated.rounds.flatMap((round) => roundAt(round, turns, moment) ?? []);
  const closing = closingOf(turns);
  const request = turns.findLast(({ kind }) => requestKinds.has(kind));
  return {
    facts: caseFacts(rounds, {
      ...closing,
      dataTurns: turns.filter((turn) => turn.kind === "withdrawn" || turn.kind === "grounded"),
      requestedAt: request?.kind === "asked" ? request.at : null,
      fulfilled: new Set(dated.ticks.flatMap(({ at, identity }) => (at <= moment ? [identity] : []))),
    }),
    workerId: workerAt(dated, moment),
    restrictedAt: restrictionOf(turns),
    erasedAt: dated.erasedAt,
    answers: new Map(rounds.map(({ id, answers }) => [id, answers])),
  };
}

/** When a round first counted: approved, or sent where nobody approves it. A correction does not move that. */
export function firstCountedAt({ rounds }: Pick<DatedCase, "rounds">, roundId: string): Date | undefined {
  return rounds.find(({ id }) => id === roundId)?.events.find(({ status }) => status === "approved")?.at;
}

/** Whose case it was at a moment. */
export function workerAt({ turns, workerId }: Pick<DatedCase, "turns" | "workerId">, moment: Date): string {
  const next = turns.find((turn) => turn.kind === "reassigned" && turn.at > moment);
  return next?.kind === "reassigned" ? next.fromId : workerId;
}

/** When the case had ended at a moment; null while it was open. */
export function endedAt({ turns }: Pick<DatedCase, "turns">, moment: Date): Date | null {
  return closingOf(turns.filter(({ at }) => at <= moment)).closed?.at ?? null;
}

const requestKinds: ReadonlySet<DatedTurn["kind"]> = new Set<DatedTurn["kind"]>([
  "closed",
  "reopened",
  "asked",
  "request-ended",
]);

function closingOf(turns: readonly DatedTurn[]): Pick<CaseFacts, "closed" | "reopenedAt"> {
  return turns.reduce<Pick<CaseFacts, "closed" | "reopenedAt">>(
    (before, turn) => {
      if (turn.kind === "reopened") return { closed: null, reopenedAt: turn.at };
      if (turn.kind !== "closed") return before;
      // A corrected outcome does not move the day of the end.
      const closed = { outcome: turn.outcome, at: before.closed?.at ?? turn.at };
      return { closed, reopenedAt: before.reopenedAt };
    },
    { closed: null, reopenedAt: null },
  );
}

function restrictionOf(turns: readonly DatedTurn[]): Date | null {
  const last = turns.findLast(({ kind }) => kind === "restricted" || kind === "restriction-lifted");
  return last?.kind === "restricted" ? last.at : null;
}

function roundAt(
  { events, answers: given, ...round }: DatedRound,
  turns: readonly DatedTurn[],
  moment: Date,
): RoundRecord | undefined {
  if (round.startedAt > moment) return undefined;
  const past = events.filter(({ at }) => at <= moment);
  const status = past.at(-1)?.status ?? "draft";
  if (status === "discarded") return undefined;
  const answers = new Map<Path, Value>();
  const revisions = new Map<Path, { readonly at: Date }>();
  for (const [path, history] of given) {
    const last = history.findLast(({ at }) => at <= moment);
    if (last === undefined) continue;
    revisions.set(path, last);
    if (last.value !== undefined) answers.set(path, last.value);
  }
  const correcting = turns.findLast((turn) => turn.kind === "correcting" && turn.roundId === round.id);
  return {
    ...round,
    status,
    submittedAt: past.findLast(({ kind }) => kind === "sent")?.at ?? null,
    // What is sent and waits for nobody is decided with that.
    decidedAt:
      past.findLast(
        (event) => event.kind === "decided" || (event.kind === "sent" && event.status !== "submitted"),
      )?.at ?? null,
    correctedAt: correcting?.at ?? null,
    answers,
    revisions,
  };
}
