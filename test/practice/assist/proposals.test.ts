import { describe, expect, test } from "vitest";
import { knownWords } from "../../../src/practice/assist/knownWords.js";
import {
  checkedProposals,
  proposableAsks,
  type ServiceAnswer,
  stands,
} from "../../../src/practice/assist/proposals.js";
import { current } from "../../../src/practice/forms/catalogue.js";
import { answered, contextAt } from "../context.js";

const note = "tadi latihan jalan 20 mnt,\n  mau makan   sendiri, masih takut jatuh, senin lagi";
const session = {
  form: current("session"),
  answers: answered({ note }),
  context: contextAt(undefined, {
    sources: { goals: [{ id: "goals.0", label: "Makan tiga kali sehari" }] },
  }),
};
const labels = {
  roles: { educator: ["Edukator"], companion: ["Pendamping"] },
  progress: { little: ["Sedikit maju"], good: ["Maju"] },
};
const check = (...given: ServiceAnswer[]) =>
  checkedProposals(note, given, session, ({ path }) => labels[path as keyof typeof labels] ?? {});

describe("what is proposed", () => {
  test("a choice, several, a day, an item of a list, and words: by the readers of the form", () => {
    expect(
      check(
        { path: "progress", value: "sedikit maju", quote: "mau makan sendiri" },
        { path: "roles", value: ["Edukator"], quote: "latihan jalan 20 mnt" },
        { path: "nextDate", value: "30-11-2026", quote: "senin lagi" },
        { path: "goals", value: ["Makan tiga kali sehari"], quote: "makan sendiri" },
        { path: "obstacles", value: "takut", quote: "masih takut jatuh" },
      ),
    ).toEqual([
      { path: "progress", value: "little", quote: "mau makan sendiri" },
      { path: "roles", value: ["educator"], quote: "latihan jalan 20 mnt" },
      { path: "nextDate", value: "2026-11-30", quote: "senin lagi" },
      { path: "goals", value: ["goals.0"], quote: "makan sendiri" },
      { path: "obstacles", value: "masih takut jatuh", quote: "masih takut jatuh" },
    ]);
  });

  test("spaces and line breaks of a quote do not matter, its words do", () => {
    expect(stands("mnt, mau makan\nsendiri", note)).toBe(true);
    expect(stands("mau makan bersama", note)).toBe(false);
    expect(stands("  ", note)).toBe(false);
    expect(stands("mn", note)).toBe(false);
  });
});

describe("what is dropped", () => {
  test.each<[string, ServiceAnswer]>([
    ["an invented quote", { path: "progress", value: "maju", quote: "klien sangat maju" }],
    ["no quote", { path: "progress", value: "maju", quote: "" }],
    ["a choice that there is not", { path: "progress", value: "luar biasa", quote: "mau makan sendiri" }],
    ["a day the form refuses", { path: "date", value: "2099-01-01", quote: "senin lagi" }],
    ["a question that there is not", { path: "danger", value: "suicide", quote: "takut jatuh" }],
    ["an answered question", { path: "note", value: "lain", quote: "takut jatuh" }],
    ["a file", { path: "attachment", value: "x", quote: "takut jatuh" }],
    ["a path out of the form", { path: "__proto__.x", value: "x", quote: "takut jatuh" }],
  ])("%s", (_, answer) => {
    expect(check(answer)).toEqual([]);
  });

  test("a second answer to one question", () => {
    const first = { path: "progress", value: "sedikit maju", quote: "mau makan sendiri" };
    expect(check(first, { ...first, value: "maju" })).toHaveLength(1);
  });
});

test("of a whole form danger, consent, the law, risk and identity are not even asked for", () => {
  const asks = proposableAsks(current("approach"), answered({ level: "individual" }), contextAt());
  expect(asks.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["source", "contactDate", "sex", "problem"]),
  );
  for (const never of ["danger", "legal", "dataConsent", "consent", "name", "birth", "ppks"]) {
    expect(asks.map(({ path }) => path)).not.toContain(never);
  }
});

test("known words are those of identity: people by their names, phones, and places", () => {
  const answers = answered({
    name: "Siti Aminah",
    guardian: { name: "Bu Tuti", relation: "ibu" },
    guardianPhone: "+6281234567890",
    village: "Sukamaju",
    problem: "Sering jatuh",
    "members.0": true,
    "members.0.member": { name: "Ujang", relation: "anak", age: 12 },
  });
  expect(knownWords([{ form: current("approach"), answers }])).toEqual({
    names: ["Siti Aminah", "Bu Tuti", "Ujang"],
    numbers: ["+6281234567890"],
    places: ["Sukamaju"],
  });
});
