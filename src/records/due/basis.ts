import { type CellAddress, openOrClear, type Sealer } from "../storage/seal.js";

/** Where the article a deadline rests on is sealed: it says as much of a case as the kind of the deadline. */
export function basisCell(deadlineId: string): CellAddress {
  return { table: "Deadline", column: "basis", row: deadlineId };
}

/** The article a deadline rests on, as it is shown. Earlier versions wrote it in clear. */
export function basisOf(sealer: Sealer, id: string, basis: string | null): string | null {
  return basis === null ? null : openOrClear(sealer, basis, basisCell(id));
}
