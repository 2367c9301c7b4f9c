/** What is kept of a question that found no answer: words of the language, and nobody's name. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { anonymousWords } from "../../src/chat/guidance/anonymousWords.js";
import { languageOf } from "../../src/guidance/language.js";
import { sharedKnowledge } from "../support/learned.js";

type Asked = { q: string; topic: string | null };

const knows = languageOf(sharedKnowledge().guidance);
const read = (file: string): unknown => parse(readFileSync(`test/guidance/${file}`, "utf8"));
const { names: byHome, words } = read("names.yaml") as { names: Record<string, string>; words: string };
const names = Object.values(byHome).flatMap((line) => line.split(" "));
const both = words.split(" ");
const questions = ["questions.yaml", "questions.en.yaml"].flatMap((file) => read(file) as Asked[]);

/** A question with a name put after each third word, as it is typed in a hurry. */
function named(question: string, from: number): string {
  const parts = question.toLowerCase().split(" ");
  return parts
    .map((word, at) => (at % 3 === 0 ? `${word} ${names[(from + at) % names.length]}` : word))
    .join(" ");
}

test("of names typed in lower case only those are kept that are words as well", () => {
  expect(names.length).toBeGreaterThanOrEqual(300);
  const of = new Set(names);
  const kept = questions.flatMap(({ q }, at) => {
    const own = new Set(q.toLowerCase().match(/\p{L}+/gu));
    return anonymousWords(named(q, at * 7), knows)
      .split(" ")
      .filter((word) => of.has(word) && !own.has(word));
  });
  expect([...new Set(kept)].sort()).toEqual([...both].sort());
  expect(names.filter(knows).sort()).toEqual([...both].sort());
});

test("what is left of a question can be read", () => {
  const share = (some: readonly Asked[]) => {
    const all = some.flatMap(({ q }) => q.match(/\p{L}{2,}/gu) ?? []);
    return all.filter(knows).length / all.length;
  };
  expect(share(questions.filter(({ topic }) => topic !== null))).toBeGreaterThan(0.92);
  expect(share(questions)).toBeGreaterThan(0.88);
});

test.each([
  ["Apa boleh minta data klien?", "apa boleh minta data klien"],
  ["Apa boleh Budi minta data ke 08123456789", "apa boleh … minta data ke …"],
  ["apa boleh bu yosepha minta jadwal kunjungan", "apa boleh bu … minta jadwal kunjungan"],
  ["minta data klien di https://x.id/siti atau @siti, siti@mail.id", "minta data klien di … atau …"],
  ["klien klien klien minta kapal pesiar", "klien minta kapal …"],
  ["NIK 3201012345678901 milik siapa, klien K-2026-0042?", "nik … milik siapa klien …"],
  [
    "klien 17 tahun lahir 12-05-2009 di rt 03/04 butuh bpnt, pasal 76 atau UPTD?",
    "klien 17 tahun lahir … di … butuh bpnt pasal 76 atau uptd",
  ],
  ["halo apa", ""],
  ["siti butet wayan ujang klien apa", ""],
  ["", ""],
])("what is kept of “%s”: “%s”", (question, kept) => {
  expect(anonymousWords(question, knows)).toBe(kept);
});

test("what was hidden once stays as it is", () => {
  const once = anonymousWords("apa boleh bu yosepha minta jadwal kunjungan budi 17 tahun", knows);
  expect(anonymousWords(once, knows)).toBe(once);
});
