/** What a case went through beside its rounds: gates opened out of order, closings and reopenings, each with its reason. */
import { z } from "zod";
import { type Outcome, outcomes } from "../../practice/caseFacts.js";
import { type FormId, formIds } from "../../practice/form.js";
import type { Sealer } from "../storage/seal.js";

const instant = z.iso.datetime().transform((text) => new Date(text));
const common = { memberId: z.string(), at: instant, reason: z.string().nullable() };

const overridesSchema = z.array(z.object({ form: z.enum(formIds), ...common }));
const turnsSchema = z.array(
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("closed"), outcome: z.enum(outcomes), ...common }),
    z.object({ kind: z.literal("reopened"), ...common }),
  ]),
);

/** A gate a supervisor opened. The reason is in clear here, sealed in the row. */
export type Override = {
  readonly form: FormId;
  readonly memberId: string;
  readonly at: Date;
  readonly reason: string | null;
};

/** A closing or reopening; `reason` is null where the round that brought it says why. */
export type Turn = {
  readonly memberId: string;
  readonly at: Date;
  readonly reason: string | null;
} & ({ readonly kind: "closed"; readonly outcome: Outcome } | { readonly kind: "reopened" });

/** Reads the column `Case.overrides`. */
export function overridesOf(sealer: Sealer, row: { id: string; overrides: unknown }): Override[] {
  return overridesSchema
    .parse(row.overrides)
    .map((one, index) => ({ ...one, reason: opened(sealer, one.reason, "overrides", row.id, index) }));
}

/** Reads the column `Case.turns`. */
export function turnsOf(sealer: Sealer, row: { id: string; turns: unknown }): Turn[] {
  return turnsSchema
    .parse(row.turns)
    .map((one, index) => ({ ...one, reason: opened(sealer, one.reason, "turns", row.id, index) }));
}

/** The column with one more entry; what stands in it is kept as it is. */
export function withEntry(
  sealer: Sealer,
  column: "overrides" | "turns",
  row: { readonly id: string; readonly overrides: unknown; readonly turns: unknown },
  entry: Override | Turn,
): object[] {
  const before = z.array(z.looseObject({})).parse(row[column]);
  const reason =
    entry.reason === null ? null : sealer.seal(entry.reason, placeOf(column, row.id, before.length));
  return [...before, { ...entry, at: entry.at.toISOString(), reason }];
}

function opened(
  sealer: Sealer,
  sealed: string | null,
  column: string,
  id: string,
  index: number,
): string | null {
  return sealed === null ? null : sealer.open(sealed, placeOf(column, id, index));
}

/** Each entry is bound to its place in the list. */
function placeOf(column: string, id: string, index: number) {
  return { table: "Case", column, row: `${id}:${index}` };
}
