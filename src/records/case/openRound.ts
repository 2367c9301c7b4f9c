import type { RoundStatus } from "../../practice/caseFacts.js";
import { isHeld } from "../../practice/dataGround.js";
import type { Form, Path, Value } from "../../practice/form.js";
import { allNamed, type NamedPeople, namedPeopleIn } from "../../practice/namedPeople.js";
import { settled } from "../../practice/walk.js";
import type { Work } from "../people/work.js";
import { noAnswers, type Revision } from "./answers.js";
import { type Carried, carriedFrom } from "./carried.js";
import type { Case, RoundLine } from "./case.js";
import { openRemarks, type Remark } from "./remarks.js";

/**
 * A round as the chat needs it: the form version it is pinned to, the decrypted answers, and its case. Any change of
 * these raises the round's version, so a cached copy is known to be old.
 */
export type OpenRound = {
  /** For a form that was entered and not answered yet, the id of an unstarted round (`unstarted.ts`). */
  readonly id: string;
  readonly version: number;
  readonly status: RoundStatus;
  readonly form: Form;
  readonly sequence: number;
  /** When it was last sent. */
  readonly submittedAt: Date | null;
  /** Who sent it. */
  readonly submittedById: string | null;
  /** When it was last approved or returned. */
  readonly decidedAt: Date | null;
  /** When its last correction began, or null; and whether that correction is not approved yet. */
  readonly correctedAt: Date | null;
  readonly isCorrected: boolean;
  readonly answers: ReadonlyMap<Path, Value>;
  readonly revisions: ReadonlyMap<Path, Revision>;
  /**
   * Answers that cannot be decrypted: path → the reference under which the log names them. In a draft they are asked
   * again.
   */
  readonly unreadable: ReadonlyMap<Path, string>;
  /** What is to be mended, of its last return; empty unless it is returned or waits again since. */
  readonly remarks: readonly Remark[];
  readonly case: {
    readonly id: string;
    readonly code: string;
    readonly organizationId: string;
    readonly workerId: string;
    readonly workerSupervisorId: string | null;
    readonly glass: readonly string[];
    readonly restrictedAt: Date | null;
    readonly clientId: string;
    readonly closed: boolean;
    /** No legal ground allows to keep personal data in this form, so it is read-only (`practice/dataGround.ts`). */
    readonly held: boolean;
  };
  /** What earlier rounds of the case hand to this one. */
  readonly carried: Carried;
  /** The names in all forms of the case as it was loaded; those in its own newest answers are in `answers`. */
  readonly people: NamedPeople;
};

/** The names in all forms of a case. */
export function peopleOf({ answers }: Case): NamedPeople {
  return allNamed([...answers.values()].map(namedPeopleIn));
}

/** A round of a loaded case, as the chat needs it. */
export function openRoundOf(work: Work, subject: Case, round: RoundLine): OpenRound {
  const { id, code, organizationId, workerId, workerSupervisorId, glass, restrictedAt, clientId } =
    subject.case;
  const given = subject.roundAnswers.get(round.id) ?? noAnswers;
  return {
    id: round.id,
    version: round.version,
    status: round.status,
    form: work.forms.form(round.form, round.formVersion),
    sequence: round.sequence,
    submittedAt: round.submittedAt,
    submittedById: round.submittedById,
    decidedAt: round.decidedAt,
    correctedAt: round.correctedAt,
    isCorrected: round.isCorrected,
    ...given,
    answers: settled(given.answers),
    remarks: openRemarks(work, subject, round),
    case: {
      id,
      code,
      organizationId,
      workerId,
      workerSupervisorId,
      glass,
      restrictedAt,
      clientId,
      closed: subject.facts.closed !== null,
      held: isHeld(round.form, subject.facts),
    },
    carried: carriedFrom(subject, round),
    people: peopleOf(subject),
  };
}

/**
 * Whether an answer may be added to an approved round of an open case, such as the date of a signature. Only
 * unanswered questions of the approach and the referral; given answers change only by a correction. None while the case
 * is read-only for its client.
 */
export function isAddable(round: OpenRound, path: Path): boolean {
  const grows = round.form.id === "approach" || round.form.id === "referral";
  const isTold = (round.answers.get(path) ?? null) !== null;
  const isOpen = !round.case.closed && round.case.restrictedAt === null;
  return round.status === "approved" && grows && isOpen && !isTold;
}

/**
 * Whether answers may still change. A draft or returned round of an open case is writable. In a closed case only
 * aftercare visits and corrections are. Without a legal ground only the approach is, for consent. Nothing is while the
 * case is read-only for its client.
 */
export function isWritable(round: OpenRound): boolean {
  if (round.case.restrictedAt !== null) return false;
  if (round.case.held && round.form.id !== "approach") return false;
  const filling = round.status === "draft" || round.status === "returned";
  return filling && (!round.case.closed || round.form.id === "aftercare" || round.isCorrected);
}
