/** A case as an export reads it: what the record holds of it, with nothing put into words yet. */
import type { CaseFacts, Outcome, RoundStatus } from "../caseFacts.js";
import type { Answers, ClientLevel, FormId, LocalDate, Stage } from "../form.js";

/** One filling of a form. */
export type RecordedRound = {
  readonly id: string;
  readonly form: FormId;
  readonly formVersion: number;
  readonly sequence: number;
  readonly status: RoundStatus;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  /** The last correction began then; the round goes on counting. */
  readonly correctedAt: Date | null;
  readonly answers: Answers;
};

/** What is or was due in a case. */
export type RecordedDeadline = {
  /** One of `deadlineKeys`, or a key of a version before. */
  readonly key: string;
  readonly statutory: boolean;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly doneAt: Date | null;
  readonly cancelledAt: Date | null;
};

/** A note of supervision on a case, without its points. */
export type RecordedSupervision = {
  readonly workerId: string;
  readonly memberId: string;
  readonly heldOn: LocalDate;
  readonly nextOn: LocalDate | null;
};

/** A case with everything an export may tell of it. */
export type RecordedCase = {
  readonly id: string;
  readonly code: string;
  readonly clientId: string;
  readonly workerId: string;
  readonly level: ClientLevel;
  readonly stage: Stage | "closed";
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly reopenedAt: Date | null;
  readonly outcome: Outcome | null;
  readonly lastContactOn: LocalDate | null;
  /** Oldest first. */
  readonly rounds: readonly RecordedRound[];
  readonly facts: CaseFacts;
  readonly deadlines: readonly RecordedDeadline[];
  readonly supervisions: readonly RecordedSupervision[];
};

/** When and where an export is made. */
export type ExportMoment = { readonly today: LocalDate; readonly zone: string };

/** The newest round of a form; the newest one that counts comes before a draft. Undefined where there is none. */
export function newestRound(
  { rounds }: Pick<RecordedCase, "rounds">,
  form: FormId,
): RecordedRound | undefined {
  const ofForm = rounds.filter((round) => round.form === form);
  return ofForm.findLast((round) => round.status !== "draft" || round.decidedAt !== null) ?? ofForm.at(-1);
}
