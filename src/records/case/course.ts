/** What a case went through beside its answers: closings, reopenings, gates opened out of order, forms given back. */
import type { Outcome } from "../../practice/caseFacts.js";
import type { FormId, LocalDate } from "../../practice/form.js";
import { type LegalGround, legalGrounds } from "../../practice/legalGrounds.js";
import type { CellAddress, Sealer, Unreadable } from "../storage/seal.js";
import { wordOf } from "../storage/vocabulary.js";
import { formIdOf } from "./answers.js";

/** Who, when, and why in their own words; `reason` is null where the round that brought it says why. */
type TurnBase = { readonly memberId: string; readonly at: Date; readonly reason: string | Unreadable | null };

/** A closing or reopening. */
export type Turn = TurnBase &
  ({ readonly kind: "closed"; readonly outcome: Outcome } | { readonly kind: "reopened" });

/** Somebody asked that the case be closed, or opened again. `roundId` is the round that brought it, where one did. */
export type Request = TurnBase & { readonly roundId: string | null } & (
    | { readonly kind: "closing-asked"; readonly outcome: Outcome }
    | { readonly kind: "reopening-asked" }
  );

/** What was asked for was not agreed to. */
export type RefusedRequest = TurnBase & { readonly kind: "refused" };

/** A form that counted is corrected from here on; what it said before stays in its older revisions. */
export type Correction = TurnBase & { readonly kind: "correcting"; readonly roundId: string };

/** A gate a supervisor opened. */
export type Override = TurnBase & { readonly kind: "overridden"; readonly form: FormId };

/** A form a supervisor gave back; `part` is what is to be mended, null for the whole of it. */
export type Returned = TurnBase & {
  readonly kind: "returned";
  readonly roundId: string;
  readonly part: string | null;
};

/** The client took the consent to their data back, on a day; `reason` is how they said so. */
export type Withdrawn = TurnBase & { readonly kind: "withdrawn"; readonly day: LocalDate };

/** A legal ground other than consent, named for keeping personal data. */
export type Grounded = TurnBase & { readonly kind: "grounded"; readonly ground: LegalGround };

/** The case was given from one worker to another; `memberId` is the admin who did it. */
export type Reassigned = TurnBase & {
  readonly kind: "reassigned";
  readonly fromId: string;
  readonly toId: string;
};

/** Anything of these, as `CaseTurn` keeps it: numbered from 1, in order, never changed. */
export type CourseEntry =
  | Turn
  | Request
  | RefusedRequest
  | Override
  | Returned
  | Correction
  | Withdrawn
  | Grounded
  | Reassigned;

/** What was asked for last, or became of it: undefined where nothing of the kind ever was. */
export function lastRequest(course: readonly CourseEntry[]): Turn | Request | RefusedRequest | undefined {
  return course.findLast((entry): entry is Turn | Request | RefusedRequest => requestKinds.has(entry.kind));
}

const requestKinds: ReadonlySet<CourseEntry["kind"]> = new Set<CourseEntry["kind"]>([
  "closed",
  "reopened",
  "closing-asked",
  "reopening-asked",
  "refused",
]);

/** The closing or reopening that waits to be decided on. */
export function pendingRequest(course: readonly CourseEntry[]): Request | undefined {
  const last = lastRequest(course);
  return last?.kind === "closing-asked" || last?.kind === "reopening-asked" ? last : undefined;
}

/** A row of `CaseTurn`. */
export type CaseTurnRow = {
  readonly number: number;
  readonly kind: string;
  readonly outcome: Outcome | null;
  readonly form: string | null;
  readonly roundId: string | null;
  readonly part: string | null;
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

/** Reads a row. A reason that does not open is named, and shuts nothing else away. */
export function courseEntryOf(sealer: Sealer, caseId: string, row: CaseTurnRow): CourseEntry {
  const reason = row.reason === null ? null : sealer.read(row.reason, turnCell(caseId, row));
  const said = { memberId: row.memberId, at: row.at, reason };
  const { kind, outcome, form, roundId, part, ground, day, fromId, toId } = row;
  if (kind === "closed" && outcome !== null) return { ...said, kind, outcome };
  if (kind === "reopened") return { ...said, kind };
  if (kind === "closing-asked" && outcome !== null) return { ...said, kind, outcome, roundId };
  if (kind === "reopening-asked") return { ...said, kind, roundId };
  if (kind === "correcting" && roundId !== null) return { ...said, kind, roundId };
  if (kind === "refused") return { ...said, kind };
  if (kind === "overridden" && form !== null) return { ...said, kind, form: formIdOf(form) };
  if (kind === "returned" && roundId !== null) return { ...said, kind, roundId, part };
  if (kind === "reassigned" && fromId !== null && toId !== null) return { ...said, kind, fromId, toId };
  if (kind === "withdrawn" && day !== null) return { ...said, kind, day };
  if (kind === "grounded" && ground !== null) {
    return { ...said, kind, ground: wordOf(legalGrounds, ground, "CaseTurn.ground") };
  }
  throw new Error(`turn ${row.number} of case ${caseId} is nothing a case goes through: ${kind}`);
}

/** Where the reason of a turn is sealed. One that stood in a JSON column of Case was bound to its place in that list. */
export function turnCell(
  caseId: string,
  { number, sealedAt = null }: { readonly number: number; readonly sealedAt?: string | null },
): CellAddress {
  if (sealedAt === null) return { table: "CaseTurn", column: "reason", row: `${caseId}.${number}` };
  const [column = "", index = ""] = sealedAt.split(":");
  return { table: "Case", column, row: `${caseId}:${index}` };
}
