/**
 * The events in the history of a case besides its answers: closings, reopenings, overridden gates, returned forms.
 */
import { type Outcome, outcomes } from "../../practice/caseFacts.js";
import type { FormId, LocalDate } from "../../practice/form.js";
import { type LegalGround, legalGrounds } from "../../practice/legalGrounds.js";
import { type CellAddress, openOrClear, type Sealer, type Unreadable } from "../storage/seal.js";
import { wordOf } from "../storage/vocabulary.js";
import { formIdOf } from "./answers.js";

/** Author, time and reason of an event. `reason` is null where the round that caused the event holds it. */
type TurnBase = { readonly memberId: string; readonly at: Date; readonly reason: string | Unreadable | null };

/** A closing or reopening. */
export type Turn = TurnBase &
  ({ readonly kind: "closed"; readonly outcome: Outcome } | { readonly kind: "reopened" });

/** A request to close or reopen a case. `roundId` is the round that caused it, or null. */
export type Request = TurnBase & { readonly roundId: string | null } & (
    | { readonly kind: "closing-asked"; readonly outcome: Outcome }
    | { readonly kind: "reopening-asked" }
  );

/** A request was refused. */
export type RefusedRequest = TurnBase & { readonly kind: "refused" };

/** A request was taken back by its worker before anybody decided on it. */
export type WithdrawnRequest = TurnBase & { readonly kind: "request-withdrawn" };

/** The correction of an approved form begins. Its earlier answers stay as older revisions. */
export type Correction = TurnBase & { readonly kind: "correcting"; readonly roundId: string };

/** A supervisor opened a closed gate. */
export type Override = TurnBase & { readonly kind: "overridden"; readonly form: FormId };

/** A supervisor returned a form. `part` is the question to change, null for the whole form. */
export type Returned = TurnBase & {
  readonly kind: "returned";
  readonly roundId: string;
  readonly part: string | null;
};

/** The client withdrew consent to the use of their data. `reason` is how they told of it. */
export type Withdrawn = TurnBase & { readonly kind: "withdrawn"; readonly day: LocalDate };

/** A legal ground other than consent was named for keeping personal data. */
export type Grounded = TurnBase & { readonly kind: "grounded"; readonly ground: LegalGround };

/** The case went from one worker to another. `memberId` is the admin who did it. */
export type Reassigned = TurnBase & {
  readonly kind: "reassigned";
  readonly fromId: string;
  readonly toId: string;
};

/** The client asked that the case be read-only, or whoever may do so opened it for writing again. */
export type Restriction = TurnBase & { readonly kind: "restricted" | "restriction-lifted" };

/** The case must not be erased while a court or an investigator needs it (legal hold), or may be again. */
export type Preservation = TurnBase & { readonly kind: "preserved" | "preservation-lifted" };

/** One row of `CaseTurn`: numbered from 1, in order, never changed. */
export type CourseEntry =
  | Turn
  | Request
  | RefusedRequest
  | WithdrawnRequest
  | Override
  | Returned
  | Correction
  | Withdrawn
  | Grounded
  | Restriction
  | Preservation
  | Reassigned;

/** The last request, or the event that ended it. Undefined where there never was one. */
export function lastRequest(course: readonly CourseEntry[]): RequestEvent | undefined {
  return course.findLast((entry): entry is RequestEvent => requestKinds.has(entry.kind));
}

/** A request, or what ends one. */
type RequestEvent = Turn | Request | RefusedRequest | WithdrawnRequest;

const requestKinds: ReadonlySet<CourseEntry["kind"]> = new Set<RequestEvent["kind"]>([
  "closed",
  "reopened",
  "closing-asked",
  "reopening-asked",
  "refused",
  "request-withdrawn",
]);

/** SQL: the request in the row of `CaseTurn` named `t` still waits. */
export const requestWaits = `t."kind" IN ('closing-asked', 'reopening-asked')
    AND NOT EXISTS (SELECT 1 FROM "CaseTurn" o WHERE o."caseId" = t."caseId" AND o."number" > t."number"
      AND o."kind" IN ('closed', 'reopened', 'refused', 'request-withdrawn'))`;

/** The closing or reopening that waits to be decided on. */
export function pendingRequest(course: readonly CourseEntry[]): Request | undefined {
  const last = lastRequest(course);
  return last?.kind === "closing-asked" || last?.kind === "reopening-asked" ? last : undefined;
}

/** A row of `CaseTurn`. */
export type CaseTurnRow = {
  readonly number: number;
  readonly kind: string;
  /** Sealed. */
  readonly outcome: string | null;
  readonly form: string | null;
  readonly roundId: string | null;
  readonly part: string | null;
  /** Sealed. */
  readonly ground: string | null;
  readonly day: string | null;
  readonly fromId: string | null;
  readonly toId: string | null;
  readonly memberId: string;
  readonly at: Date;
  /** Sealed. */
  readonly reason: string | null;
  readonly sealedAt: string | null;
};

/** Reads a row. A reason that cannot be decrypted becomes `Unreadable`; the event stays usable. */
export function courseEntryOf(sealer: Sealer, caseId: string, row: CaseTurnRow): CourseEntry {
  const reason = row.reason === null ? null : sealer.read(row.reason, turnCell(caseId, row));
  const said = { memberId: row.memberId, at: row.at, reason };
  const { kind, form, roundId, part, day, fromId, toId } = row;
  const open = (column: "outcome" | "ground") =>
    row[column] === null ? null : openOrClear(sealer, row[column], turnWordCell(column, caseId, row.number));
  const stored = open("outcome");
  const outcome = stored === null ? null : wordOf(outcomes, stored, "CaseTurn.outcome");
  const ground = open("ground");
  if (kind === "closed" && outcome !== null) return { ...said, kind, outcome };
  if (kind === "reopened") return { ...said, kind };
  if (kind === "closing-asked" && outcome !== null) return { ...said, kind, outcome, roundId };
  if (kind === "reopening-asked") return { ...said, kind, roundId };
  if (kind === "correcting" && roundId !== null) return { ...said, kind, roundId };
  if (kind === "refused" || kind === "request-withdrawn") return { ...said, kind };
  if (kind === "restricted" || kind === "restriction-lifted") return { ...said, kind };
  if (kind === "preserved" || kind === "preservation-lifted") return { ...said, kind };
  if (kind === "overridden" && form !== null) return { ...said, kind, form: formIdOf(form) };
  if (kind === "returned" && roundId !== null) return { ...said, kind, roundId, part };
  if (kind === "reassigned" && fromId !== null && toId !== null) return { ...said, kind, fromId, toId };
  if (kind === "withdrawn" && day !== null) return { ...said, kind, day };
  if (kind === "grounded" && ground !== null) {
    return { ...said, kind, ground: wordOf(legalGrounds, ground, "CaseTurn.ground") };
  }
  throw new Error(`turn ${row.number} of case ${caseId} is nothing a case goes through: ${kind}`);
}

/** The cell of a word of a turn that says how a case went: its outcome, or its legal ground. */
export function turnWordCell(column: "outcome" | "ground", caseId: string, number: number): CellAddress {
  return { table: "CaseTurn", column, row: `${caseId}.${number}` };
}

/**
 * The cell a reason is sealed for. Reasons migrated from a JSON column of `Case` are still bound to their place in
 * that list (`sealedAt`).
 */
export function turnCell(
  caseId: string,
  { number, sealedAt = null }: { readonly number: number; readonly sealedAt?: string | null },
): CellAddress {
  if (sealedAt === null) return { table: "CaseTurn", column: "reason", row: `${caseId}.${number}` };
  const [column = "", index = ""] = sealedAt.split(":");
  return { table: "Case", column, row: `${caseId}:${index}` };
}
