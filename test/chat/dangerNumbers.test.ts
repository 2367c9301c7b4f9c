/** The numbers of the chat and those of the guidance are one table: same contacts, same standing. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { nationalLine } from "../../src/chat/danger/emergency.js";
import { wordingOf } from "../../src/chat/telegram/wording.js";
import { nationalNumbers } from "../../src/practice/emergencyNumbers.js";
import { createTexts, type Locale, locales } from "../../src/texts.js";

const texts = createTexts("locales");

/** The step of the entry that says which numbers nobody has verified. */
const unverified = { id: /belum kami verifikasi/, en: /not verified by us/ } as const;
/** How it names the extension of the crisis line. */
const extension = { id: "119 ekstensi 8", en: "119 extension 8" } as const;

function stepsOf(locale: Locale): readonly string[] {
  const entry = readFileSync(`locales/${locale}/guidance/darurat/nomor-darurat.md`, "utf8");
  return entry.split("\n").filter((line) => /^\d\. /.test(line));
}

const rows = locales.flatMap((locale) => nationalNumbers.map((one) => ({ locale, one })));

test.each(rows)("$one.id has the standing the guidance gives it ($locale)", ({ locale, one }) => {
  const steps = stepsOf(locale);
  const wanted = one.id === "crisis" ? [extension[locale], "healing119.id"] : one.contacts;
  for (const contact of wanted) {
    const named = steps.filter((step) => new RegExp(`(?<![\\d-])${contact}(?![\\d-])`).test(step));
    const isUnverified = named.every((step) => unverified[locale].test(step));
    expect([contact, named.length > 0, isUnverified]).toEqual([contact, true, one.standing === "unverified"]);
  }
});

test.each(rows)("the chat says so of $one.id ($locale)", ({ locale, one }) => {
  const line = nationalLine(wordingOf(texts, locale), one);
  for (const contact of one.contacts) expect(line).toContain(contact);
  const marked = line.includes(texts.plain(locale, "number-unverified"));
  expect(marked).toBe(one.standing === "unverified");
});

test.each(locales)("the crisis line is not promised for 24 hours, and 500-454 is nowhere (%s)", (locale) => {
  const crisis = nationalNumbers.find(({ id }) => id === "crisis");
  const line = crisis === undefined ? "" : nationalLine(wordingOf(texts, locale), crisis);
  expect(line).toMatch(locale === "id" ? /tidak tentu 24 jam/ : /not certain to be open 24 hours/);
  const all = nationalNumbers.map((one) => nationalLine(wordingOf(texts, locale), one)).join("\n");
  expect(all).not.toContain("500-454");
});
