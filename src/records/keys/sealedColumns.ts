import { deadlineKeys } from "../../practice/deadlines.js";
import { answerCell } from "../case/answers.js";
import { turnCell, turnContentCell, turnContentOf } from "../case/course.js";
import { openedPath, pathCell } from "../case/storedPaths.js";
import { deadlineKindOf, storedKind } from "../storage/deadlineKinds.js";
import type { CellAddress, Sealer } from "../storage/seal.js";

/** A row as pg reads it: the columns of its key, and those its cell is named by. */
export type KeyRow = Readonly<Record<string, string | number | null>>;

/** A column that holds what only the key tells. */
export type SealedColumn = {
  readonly table: string;
  readonly column: string;
  /** The primary key, in its order, with the types of its columns. */
  readonly key: Readonly<Record<string, "text" | "int" | "bigint">>;
  /** Further columns the cell is named by. */
  readonly named: readonly string[];
  readonly cell: (row: KeyRow, sealer: Sealer) => CellAddress;
  /** Earlier versions wrote it in clear. */
  readonly wasClear?: true;
  /** What is kept of a value today, where earlier versions kept it otherwise. */
  readonly now?: (row: KeyRow, plain: string, sealer: Sealer) => string;
  /** Equal values of one cell are sealed to equal texts (`Sealer.sealAlike`). */
  readonly alike?: true;
};

/** Cells that are named by the primary key alone, as most are. */
function byKey(table: string, key: SealedColumn["key"], ...columns: readonly string[]): SealedColumn[] {
  const rowOf = (row: KeyRow) =>
    Object.keys(key)
      .map((part) => row[part])
      .join(".");
  return columns.map((column) => ({
    table,
    column,
    key,
    named: [],
    cell: (row) => ({ table, column, row: rowOf(row) }),
  }));
}

/** Paths of a round: bound to the round and not to the row (`records/case/storedPaths.ts`). */
function pathOfRound(table: string, key: SealedColumn["key"]): SealedColumn {
  const cell = ({ roundId }: KeyRow) => pathCell(String(roundId ?? ""));
  return { table, column: "path", key, named: ["roundId"], cell, wasClear: true, alike: true };
}

function wasClear(columns: readonly SealedColumn[]): SealedColumn[] {
  return columns.map((column) => ({ ...column, wasClear: true }));
}

const id = { id: "text" } as const;

/** A column that holds keyed hashes of a few words, for conditions in SQL. */
export type HashedColumn = {
  readonly table: string;
  readonly column: string;
  readonly key: SealedColumn["key"];
  /** What is written today. */
  readonly current: (sealer: Sealer) => string[];
  /** What is written today for a stored value; undefined where it is none of the words. */
  readonly again: (sealer: Sealer, stored: string) => string | undefined;
};

/** Every such column. */
export const hashedColumns: readonly HashedColumn[] = [
  {
    table: "Deadline",
    column: "key",
    key: id,
    current: (sealer) => deadlineKeys.map((key) => storedKind(sealer, key)),
    again: (sealer, stored) => {
      const key = deadlineKindOf(sealer, stored);
      return key === undefined ? undefined : storedKind(sealer, key);
    },
  },
];

/**
 * Every column that is sealed, apart from the check values of the keys. A column that is missing here would be lost with
 * the old key: `test/records/rotation.test.ts` compares the list with the schema.
 */
export const sealedColumns: readonly SealedColumn[] = [
  ...byKey("Member", id, "name", "pin"),
  ...byKey("SupervisionNote", id, "points"),
  ...byKey("Invitation", id, "name"),
  ...byKey("Export", id, "reason", "digest"),
  ...byKey("ExportSettings", { organizationId: "text" }, "pseudonymKey", "primero"),
  ...byKey("LembarDefinition", id, "text"),
  ...byKey("Client", id, "name", "alias"),
  ...byKey("Round", id, "comment"),
  {
    table: "Answer",
    column: "value",
    key: id,
    named: ["roundId", "path", "revision"],
    cell: (row, sealer) =>
      answerCell({
        id: String(row.id),
        roundId: String(row.roundId),
        path: openedPath(sealer, String(row.roundId), String(row.path)),
        revision: Number(row.revision),
      }),
  },
  ...["Answer", "Attachment", "AssistJob", "Message"].map((table) => pathOfRound(table, id)),
  pathOfRound("Dialogue", { chatId: "bigint" }),
  {
    table: "CaseTurn",
    column: "reason",
    key: { caseId: "text", number: "int" },
    named: ["sealedAt"],
    cell: (row) =>
      turnCell(String(row.caseId), {
        number: Number(row.number),
        sealedAt: row.sealedAt === null ? null : String(row.sealedAt),
      }),
  },
  ...byKey("AuditHead", { organizationId: "text" }, "hash"),
  {
    table: "CaseTurn",
    column: "content",
    key: { caseId: "text", number: "int" },
    named: [],
    cell: ({ caseId, number }) => turnContentCell(String(caseId), Number(number)),
    wasClear: true,
    now: ({ caseId, number }, plain, sealer) =>
      JSON.stringify(turnContentOf(sealer, String(caseId), Number(number), plain)),
  },
  ...wasClear(byKey("Case", id, "request")),
  ...byKey("Attachment", id, "fileId", "caption", "fileName"),
  ...byKey("AssistJob", id, "result"),
  ...byKey("CaseNote", id, "content"),
  ...byKey("RemarkDraft", id, "content"),
  ...byKey("BrokenGlass", id, "reason"),
  ...byKey("Paper", id, "paper", "content", "digest"),
  ...byKey("Report", id, "content"),
  ...byKey("PaperDesign", id, "fileId"),
  ...byKey("Transfer", id, "terms", "packet", "answer"),
  ...byKey("InformationGiven", id, "text"),
  ...byKey("Breach", id, "content"),
  ...byKey("StandardFinding", id, "content", "improvement"),
  ...byKey("Accreditation", id, "number"),
  ...byKey("Letter", id, "number", "content", "voidReason"),
  ...byKey("Unfiled", id, "content"),
  ...byKey("Danger", id, "kinds", "closing"),
  ...wasClear(byKey("Danger", id, "whom")),
  ...byKey("Deadline", id, "snoozeReason", "handover"),
  ...wasClear(byKey("Deadline", id, "basis")),
  ...byKey("DataRequest", id, "asksFor", "words", "ending"),
  ...byKey("Permit", id, "number"),
  ...byKey("StaffProposal", id, "reason"),
  ...byKey("Consultation", id, "question", "answer"),
  ...byKey("Dilemma", id, "content"),
  ...byKey("UnansweredQuestion", id, "words"),
  ...byKey("OwnEntry", id, "content"),
  ...byKey("OwnEntryText", { entryId: "text", version: "int" }, "content"),
  ...byKey("GuidanceDocument", id, "name", "fileId", "text", "contents"),
  ...byKey("GuidanceSegment", { documentId: "text", number: "int" }, "words", "terms"),
  ...byKey("Dialogue", { chatId: "bigint" }, "state", "ticks"),
  ...byKey("Update", { updateId: "bigint" }, "payload"),
  ...byKey("Message", id, "payload"),
];
