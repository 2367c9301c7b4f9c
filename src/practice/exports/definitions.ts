/**
 * Definitions an institution may send: the fields of a *lembar* (what another system wants typed), and the mapping of a
 * file that another system imports. YAML or JSON. Every fault is found at once and named, so that one upload is enough
 * to mend them all.
 */
import { parseDocument } from "yaml";
import { z } from "zod";
import { type Field, fieldAt } from "./fields.js";
import { type FieldFormat, fieldFormats } from "./formats.js";

/** A field of a lembar: what the other system calls it, and where the record has it. */
export type LembarField = {
  readonly label: string;
  readonly field: Field;
  readonly format?: FieldFormat | undefined;
  /** Words of the other system for raw values of the record. */
  readonly translate?: Readonly<Record<string, string>> | undefined;
};

/** A lembar: its fields in the order in which the other system asks for them. */
export type Lembar = {
  readonly name: string;
  /** What stands above it, such as where the fields were taken from. */
  readonly note: string | null;
  readonly fields: readonly LembarField[];
};

/** What is wrong in a definition. Texts: `definition-fault-<kind>`. */
export type DefinitionFault =
  | { readonly kind: "unreadable"; readonly line: number }
  /** `at` names the place in the file: `fields.2.label`. */
  | { readonly kind: "shape"; readonly at: string }
  | { readonly kind: "unknown-path"; readonly label: string; readonly path: string }
  | { readonly kind: "twice"; readonly label: string }
  | { readonly kind: "too-long" };

/** What reading a definition gives. */
export type ReadDefinition<D> =
  | { readonly kind: "definition"; readonly definition: D }
  | { readonly kind: "faults"; readonly faults: readonly DefinitionFault[] };

/** The longest definition (characters), and the most fields of one. */
export const longestDefinition = 60_000;
const mostFields = 150;

const translation = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String));

const fieldShape = z.strictObject({
  label: z.string().trim().min(1).max(120),
  path: z.string().trim().min(1).max(120),
  format: z.enum(fieldFormats).optional(),
  translate: translation.optional(),
});

const lembarShape = z.strictObject({
  name: z.string().trim().min(1).max(80),
  note: z.string().trim().max(500).optional(),
  fields: z.array(fieldShape).min(1).max(mostFields),
});

/** Reads the definition of a lembar. */
export function readLembar(text: string): ReadDefinition<Lembar> {
  const read = shaped(text, lembarShape);
  if (read.kind === "faults") return read;
  const { name, note, fields } = read.definition;
  const { known, faults } = withFields(fields, ({ label }) => label);
  if (faults.length > 0) return { kind: "faults", faults };
  return {
    kind: "definition",
    definition: {
      name,
      note: note ?? null,
      fields: known.map(({ given: { label, format, translate }, field }) => ({
        label,
        field,
        format,
        translate,
      })),
    },
  };
}

/** Reads YAML or JSON in the shape of a definition. */
export function shaped<S extends z.ZodType>(text: string, shape: S): ReadDefinition<z.output<S>> {
  if (text.length > longestDefinition) return { kind: "faults", faults: [{ kind: "too-long" }] };
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) {
    return { kind: "faults", faults: [{ kind: "unreadable", line: error.linePos?.[0].line ?? 1 }] };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 20 });
  } catch {
    // An alias of nothing, or so many of them that they are meant to exhaust whoever reads it.
    return { kind: "faults", faults: [{ kind: "unreadable", line: 1 }] };
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return { kind: "definition", definition: parsed.data };
  const places = parsed.error.issues.flatMap(({ path, ...issue }) => {
    const at = path.map(String);
    const extra = "keys" in issue && Array.isArray(issue.keys) ? issue.keys.map(String) : [];
    return extra.length === 0 ? [at.join(".")] : extra.map((key) => [...at, key].join("."));
  });
  return { kind: "faults", faults: [...new Set(places)].map((at) => ({ kind: "shape", at })) };
}

/** The fields that a definition's paths lead to, and every path that leads nowhere. */
export function withFields<G extends { readonly path: string }>(
  given: readonly G[],
  labelOf: (one: G) => string,
): { readonly known: readonly { given: G; field: Field }[]; readonly faults: readonly DefinitionFault[] } {
  const faults: DefinitionFault[] = [];
  const labels = new Set<string>();
  const known: { given: G; field: Field }[] = [];
  for (const one of given) {
    const label = labelOf(one);
    if (labels.has(label)) faults.push({ kind: "twice", label });
    labels.add(label);
    const field = fieldAt(one.path);
    if (field === undefined) faults.push({ kind: "unknown-path", label, path: one.path });
    else known.push({ given: one, field });
  }
  return { known, faults };
}
