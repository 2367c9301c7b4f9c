/** How a field is written for another system: its raw value, the formats a definition may name, and translations. */
import { dateIn, partsOf } from "../calendar.js";
import type { LocalDate } from "../form.js";
import type { FieldValue } from "./values.js";

/** The formats a definition may name. `raw` is the value as the record keeps it, such as the key of a choice. */
export const fieldFormats = ["raw", "YYYY-MM-DD", "DD-MM-YYYY", "DD/MM/YYYY", "digits", "upper"] as const;

/** A format of a field. */
export type FieldFormat = (typeof fieldFormats)[number];

/** A value as the record keeps it: keys of choices with commas between them, `yes` or `no`, days as `YYYY-MM-DD`. */
export function rawText(value: FieldValue, zone: string): string {
  switch (value.kind) {
    case "text":
      return value.text;
    case "date":
      return value.date;
    case "moment":
      return dateIn(zone, value.at);
    case "number":
      return String(value.value);
    case "yesNo":
      return value.value ? "yes" : "no";
    case "choices":
      return value.keys.join(",");
    case "term":
      return value.key;
    case "person":
      return value.id;
    case "institution":
      return "";
  }
}

/**
 * A value for another system. A translation of its raw value comes before anything else, then the format; without both
 * it is `words`. Of several choices each is translated, with `between` between them.
 */
export function formatted(
  value: FieldValue,
  how: {
    readonly format?: FieldFormat | undefined;
    readonly translate?: Readonly<Record<string, string>> | undefined;
  },
  {
    zone,
    words,
    between = ", ",
  }: { readonly zone: string; readonly words: string; readonly between?: string },
): string {
  const { format, translate } = how;
  const raws = value.kind === "choices" ? value.keys : [rawText(value, zone)];
  if (translate !== undefined && raws.some((raw) => Object.hasOwn(translate, raw))) {
    return raws.flatMap((raw) => (Object.hasOwn(translate, raw) ? (translate[raw] ?? []) : [])).join(between);
  }
  switch (format) {
    case undefined:
      return words;
    case "raw":
      return value.kind === "person" || value.kind === "institution" ? words : raws.join(between);
    case "digits":
      return words.replace(/\D/g, "");
    case "upper":
      return words.toUpperCase();
    case "YYYY-MM-DD":
    case "DD-MM-YYYY":
    case "DD/MM/YYYY":
      return value.kind === "date" || value.kind === "moment"
        ? writtenAs(rawText(value, zone), format)
        : words;
  }
}

function writtenAs(date: LocalDate, format: "YYYY-MM-DD" | "DD-MM-YYYY" | "DD/MM/YYYY"): string {
  if (format === "YYYY-MM-DD") return date;
  const { year, month, day } = partsOf(date);
  const two = (count: number) => String(count).padStart(2, "0");
  return [two(day), two(month), String(year)].join(format === "DD-MM-YYYY" ? "-" : "/");
}
