/** What an export is to hold, as it was chosen. It is kept as JSON in `Export.choice`. */
import { z } from "zod";
import { periodLengths, recapCounts } from "../../practice/exports/recap.js";
import { type ExportSubject, exportSubjects, naturesOf } from "../../practice/exports/subjects.js";

/** The kinds of exports. */
export const exportKinds = ["data", "recap", "accreditation", "primero"] as const;

/** A kind of export. */
export type ExportKind = (typeof exportKinds)[number];

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const period = { from: day, to: day };

const choiceShape = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("data"),
    format: z.enum(["xlsx", "csv"]),
    /** The subjects that get a sheet, and the columns of each. */
    sheets: z.partialRecord(z.enum(exportSubjects), z.array(z.string())),
    /** People stand in it by their names, not by pseudonyms. */
    named: z.boolean(),
  }),
  z.object({
    kind: z.literal("recap"),
    format: z.enum(["xlsx", "pdf"]),
    length: z.enum(periodLengths),
    ...period,
    count: z.enum(recapCounts),
    /** It leaves the institution: small numbers are masked. */
    masked: z.boolean(),
  }),
  z.object({
    kind: z.literal("accreditation"),
    format: z.enum(["xlsx", "pdf"]),
    ...period,
    /** The staff by their names. */
    named: z.boolean(),
  }),
  z.object({ kind: z.literal("primero") }),
]);

/** What was chosen. */
export type ExportChoice = z.infer<typeof choiceShape>;

/** The choice of one kind. */
export type ChoiceOf<K extends ExportKind> = Extract<ExportChoice, { kind: K }>;

/** A stored choice. A column that a version before knew and this one does not is left out. @throws {z.ZodError} */
export function parseChoice(stored: unknown): ExportChoice {
  return choiceShape.parse(stored);
}

/** What an export asks for beyond counts and pseudonyms. */
export type Need =
  /** Names or places of clients, or words somebody wrote: a reason, and the yes of a second person. */
  | "second"
  /** Names of the staff: a reason. */
  | "reason"
  | "nothing";

/** What has to be there before an export is made. */
export function needOf(choice: ExportChoice): Need {
  switch (choice.kind) {
    case "primero":
      return "second";
    case "data":
      return choice.named || identifiesIn(choice) ? "second" : "nothing";
    case "accreditation":
      return choice.named ? "reason" : "nothing";
    case "recap":
      return "nothing";
  }
}

/** Whether a chosen column tells who somebody is, or what was written of them. */
function identifiesIn({ sheets }: ChoiceOf<"data">): boolean {
  return Object.entries(sheets).some(
    ([subject, keys]) => naturesOf(subject as ExportSubject, keys ?? []).size > 0,
  );
}
