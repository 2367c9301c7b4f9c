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

/** The closing or reopening that waits to be decided on. */
export function pendingRequest(course: readonly CourseEntry[]): Request | undefined {
  const last = lastRequest(course);
  return last?.kind === "closing-asked" || last?.kind === "reopening-asked" ? last : undefined;
}

/** What a request may be. */
const requestKindWords = ["closing-asked", "reopening-asked"] as const;

/** How the request that waits in a case stands in the row of the case; null where none does. */
export function storedRequest(sealer: Sealer, caseId: string, request: Request | undefined): string | null {
  return request === undefined ? null : sealer.seal(request.kind, requestCell(caseId));
}

/** What the request in the row of a case asks for. @throws {SealError} */
export function requestKindOf(sealer: Sealer, caseId: string, stored: string): Request["kind"] {
  return wordOf(requestKindWords, openOrClear(sealer, stored, requestCell(caseId)), "Case.request");
}

function requestCell(caseId: string): CellAddress {
  return { table: "Case", column: "request", row: caseId };
}

/** A row of `CaseTurn`. */
export type CaseTurnRow = {
  readonly number: number;
  /** Sealed `TurnContent`. */
  readonly content: string;
  readonly roundId: string | null;
  readonly fromId: string | null;
  readonly toId: string | null;
  readonly memberId: string;
  readonly at: Date;
  /** Sealed. */
  readonly reason: string | null;
  readonly sealedAt: string | null;
};

/** What is sealed of an event: its kind, and what there is to say of it. */
export type TurnContent = {
  readonly kind: CourseEntry["kind"];
  readonly outcome?: string;
  readonly form?: string;
  readonly part?: string | null;
  readonly ground?: string;
  /** YYYY-MM-DD. */
  readonly day?: string;
};

/** Seals what an event was. */
export function sealTurn(
  sealer: Sealer,
  caseId: string,
  number: number,
  { kind, outcome, form, part, ground, day }: TurnContent,
): string {
  return sealer.seal(
    JSON.stringify({ kind, outcome, form, part, ground, day }),
    turnContentCell(caseId, number),
  );
}

/**
 * What an event was, from its stored or opened content. Earlier versions sealed its outcome and its ground alone; a
 * migration put them into the content as they were. @throws {SealError}
 */
export function turnContentOf(sealer: Sealer, caseId: string, number: number, stored: string): TurnContent {
  const json = openOrClear(sealer, stored, turnContentCell(caseId, number));
  const content = JSON.parse(json) as TurnContent;
  const word = (column: "outcome" | "ground") => {
    const text = content[column];
    if (text === undefined) return {};
    return { [column]: openOrClear(sealer, text, { ...turnContentCell(caseId, number), column }) };
  };
  return { ...content, ...word("outcome"), ...word("ground") };
}

/** Reads a row. A reason that cannot be decrypted becomes `Unreadable`; the event stays usable. */
export function courseEntryOf(sealer: Sealer, caseId: string, row: CaseTurnRow): CourseEntry {
  const reason = row.reason === null ? null : sealer.read(row.reason, turnCell(caseId, row));
  const said = { memberId: row.memberId, at: row.at, reason };
  const { roundId, fromId, toId } = row;
  const content = turnContentOf(sealer, caseId, row.number, row.content);
  const { kind, form, part = null, ground, day } = content;
  const outcome =
    content.outcome === undefined ? undefined : wordOf(outcomes, content.outcome, "CaseTurn.outcome");
  if (kind === "closed" && outcome !== undefined) return { ...said, kind, outcome };
  if (kind === "reopened") return { ...said, kind };
  if (kind === "closing-asked" && outcome !== undefined) return { ...said, kind, outcome, roundId };
  if (kind === "reopening-asked") return { ...said, kind, roundId };
  if (kind === "correcting" && roundId !== null) return { ...said, kind, roundId };
  if (kind === "refused" || kind === "request-withdrawn") return { ...said, kind };
  if (kind === "restricted" || kind === "restriction-lifted") return { ...said, kind };
  if (kind === "preserved" || kind === "preservation-lifted") return { ...said, kind };
  if (kind === "overridden" && form !== undefined) return { ...said, kind, form: formIdOf(form) };
  if (kind === "returned" && roundId !== null) return { ...said, kind, roundId, part };
  if (kind === "reassigned" && fromId !== null && toId !== null) return { ...said, kind, fromId, toId };
  if (kind === "withdrawn" && day !== undefined) return { ...said, kind, day };
  if (kind === "grounded" && ground !== undefined) {
    return { ...said, kind, ground: wordOf(legalGrounds, ground, "CaseTurn.ground") };
  }
  throw new Error(`turn ${row.number} of case ${caseId} is nothing a case goes through: ${kind}`);
}

/** The cell of what an event was. */
export function turnContentCell(caseId: string, number: number): CellAddress {
  return { table: "CaseTurn", column: "content", row: `${caseId}.${number}` };
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
