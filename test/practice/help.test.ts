/** Topics that help at a question and before a closed gate: each is there, and every part and every gate has its two. */
import { describe, expect, test } from "vitest";
import { sectionStarts } from "../../src/chat/form/sections.js";
import { type Answers, formIds, type Value } from "../../src/practice/form.js";
import { allForms, current } from "../../src/practice/forms/catalogue.js";
import type { ClosedGate } from "../../src/practice/gates.js";
import { aboutClient } from "../../src/practice/help/clientKinds.js";
import { atGate } from "../../src/practice/help/gateTopics.js";
import { helpAtGate, helpAtQuestion, type KnownClient } from "../../src/practice/help/help.js";
import { atQuestion } from "../../src/practice/help/questionTopics.js";
import { sharedKnowledge } from "../support/learned.js";

const { index } = sharedKnowledge();
const today = "2026-11-26";
const client = (answers: Readonly<Record<string, Value>> = {}): KnownClient => ({
  answers: new Map(Object.entries(answers)) satisfies Answers,
  today,
});

test("each topic is one of the guidance", () => {
  const all = [
    ...Object.values(atQuestion).flatMap(({ sections, questions }) => [
      ...Object.values(sections).flat(),
      ...Object.values(questions).flat(),
    ]),
    ...Object.values(atGate.reasons).flat(),
    ...Object.values(atGate.before).flat(),
    ...atGate.afterDeath,
    ...aboutClient,
  ].flatMap(({ topics }) => topics);
  expect(all.length).toBeGreaterThan(300);
  expect([...new Set(all)].filter((topic) => index.entry("id", topic) === undefined)).toEqual([]);
});

test.each(formIds)("%s: its parts are those of the chat, and each question has two topics", (id) => {
  expect(Object.keys(atQuestion[id].sections)).toEqual(sectionStarts(id));
  const form = current(id);
  const keys = form.questions.flatMap((question) =>
    question.type === "group"
      ? question.questions.map(({ key }) => `${question.key}.0.${key}`)
      : [question.key],
  );
  expect(keys.filter((key) => new Set(helpAtQuestion(form, key, client())).size !== 2)).toEqual([]);
  const places = new Set([
    ...form.questions.map(({ key }) => key),
    ...keys.map((key) => key.replace(".0.", ".")),
  ]);
  expect(Object.keys(atQuestion[id].questions).filter((key) => !places.has(key))).toEqual([]);
});

test("an older version of a form is helped with as well", () => {
  const without = allForms.flatMap((form) =>
    form.questions
      .filter(({ key }) => helpAtQuestion(form, key, client()).length !== 2)
      .map(({ key }) => `${form.id} ${form.version} ${key}`),
  );
  expect(without).toEqual([]);
});

describe("what helps fits the client", () => {
  test.each([
    ["approach", "ppks", { ppks: "lansia-telantar" }, ["lansia-telantar", "bpjs-pbi"]],
    ["approach", "birth", { birth: { date: "2018-01-01" } }, ["izin-data-anak", "persetujuan-anak"]],
    ["approach", "birth", { birth: { date: "1950-01-01" } }, ["izin-data", "kerahasiaan-klien"]],
    [
      "approach",
      "danger",
      { birth: { age: 9, asOf: today } },
      ["kekerasan-anak-darurat", "anak-telantar-darurat"],
    ],
    ["assessment", "psychological", { ppks: "gelandangan" }, ["odgj-telantar", "pasung"]],
    ["assessment", "physical", { birth: { date: "1950-01-01" } }, ["lansia-telantar", "peksos-rumah-sakit"]],
    ["assessment", "legalAspect", { legal: ["child-victim"] }, ["abh-laporan-sosial", "restitusi"]],
    ["assessment", "recommendation", { legal: ["child-in-conflict"] }, ["litmas", "abh-laporan-sosial"]],
    ["plan", "sourceSystems", { ppks: "korban-napza" }, ["napza-ipwl", "wawancara-motivasional"]],
    ["plan", "goals.1.gasMore", {}, ["gas", "tujuan-terukur"]],
    ["referral", "institution", { legal: ["sexual-violence"] }, ["tpks-pendamping", "tpks-lapor-polisi"]],
  ] as const)("%s %s of %j", (form, path, answers, wanted) => {
    expect(helpAtQuestion(current(form), path, client(answers))).toEqual(wanted);
  });
});

describe("at a closed gate", () => {
  const closed = (gate: Partial<ClosedGate>) => gate as ClosedGate;

  test.each(Object.keys(atGate.reasons))("%s has two", (reason) => {
    const found = helpAtGate("plan", closed({ reason: reason as never }), client());
    expect(new Set(found).size).toBe(2);
  });

  test.each(formIds)("%s has two where a form before it is missing", (form) => {
    expect(new Set(helpAtGate(form, closed({ reason: "before-incomplete" }), client())).size).toBe(2);
  });

  test("for a child victim whose guardian refused, the report that the law asks for all the same", () => {
    const victim = client({ legal: ["child-victim"] });
    expect(helpAtGate("assessment", closed({ reason: "no-consent" }), victim)).toEqual([
      "abh-laporan-sosial",
      "persetujuan-anak",
    ]);
  });

  test("after a death, what is about death", () => {
    const died = closed({ reason: "no-aftercare", outcome: "died" });
    expect(helpAtGate("aftercare", died, client())).toEqual(["kematian-klien", "duka-kehilangan"]);
  });
});
