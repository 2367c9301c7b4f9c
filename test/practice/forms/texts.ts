/** The forms' texts, read from `locales/` as they ship, for the tests of the forms. */
import { readdirSync, readFileSync } from "node:fs";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { Value } from "../../../src/practice/form.js";
import type { AskedQuestion } from "../../../src/practice/walk.js";

export const locales = ["id", "en"] as const;
export type Locale = (typeof locales)[number];

const root = new URL("../../../locales/", import.meta.url);

/** The files the forms' texts are in, relative to a locale's folder. */
export function textFiles(locale: Locale): readonly string[] {
  const forms = readdirSync(new URL(`${locale}/forms/`, root)).filter((name) => name.endsWith(".ftl"));
  return ["choices.ftl", ...forms.sort().map((name) => `forms/${name}`)];
}

/** A text file as it stands. */
export function readTexts(locale: Locale, file: string): string {
  return readFileSync(new URL(`${locale}/${file}`, root), "utf8");
}

/** Says a message, or with `attribute` that attribute of it; throws where there is none. */
export type Say = (id: string, attribute?: string, args?: Record<string, string | number>) => string;

/** The texts of a locale. */
export function speak(locale: Locale): Say {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const file of textFiles(locale)) bundle.addResource(new FluentResource(readTexts(locale, file)));
  return (id, attribute, args) => {
    const message = bundle.getMessage(id);
    const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
    if (!pattern) throw new Error(`No text ${id}${attribute ? `.${attribute}` : ""} in ${locale}.`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, args, errors);
    if (errors[0]) throw errors[0];
    return text;
  };
}

const words = { id: { yes: "Ya", no: "Tidak" }, en: { yes: "Yes", no: "No" } } as const;

/** An answer in words, enough to read a golden file by. */
export function sayValue(
  locale: Locale,
  say: Say,
  question: AskedQuestion,
  value: Value,
  named: Names,
): string {
  if (value === null) return "—";
  if (question.type === "choice" || question.type === "choices") {
    const chosen = Array.isArray(value) ? value : [value];
    return chosen.map((choice) => say(`choice-${question.set}-${choice}`)).join(", ");
  }
  if (question.type === "pick") {
    const picked = Array.isArray(value) ? value : [value];
    return picked.map((id) => named.get(String(id)) ?? String(id)).join(", ");
  }
  if (typeof value === "boolean") return value ? words[locale].yes : words[locale].no;
  if (typeof value === "object") {
    if ("relation" in value)
      return [value.name, value.relation, value.age].filter((part) => part !== undefined).join(", ");
    if ("asOf" in value) return `${value.age} (${value.asOf})`;
    if ("date" in value) return value.date;
    if ("kind" in value) return `[${value.kind}]`;
  }
  return String(value);
}

/** The words of what can be picked, by id. */
export type Names = ReadonlyMap<string, string>;
