import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { figuresOf, loadBlind, loadMessages, readAll } from "../../../scripts/danger/figures.js";
import { loadPhrases } from "../../../src/guidance/danger/phrases.js";
import { openDangerReader } from "../../../src/guidance/danger/reader.js";
import { GuidanceError } from "../../../src/guidance/faults.js";
import { loadLibrary } from "../../../src/guidance/load.js";
import { asksForName } from "../../../src/practice/forms/names.js";
import { dangerCache } from "../../support/learned.js";

const reader = openDangerReader("locales", dangerCache);
/** A copy of what was learned, to be cut off: it is learned anew then. */
const kept = mkdtempSync(join(tmpdir(), "danger-model-"));
const cache = join(kept, "danger.model");
afterAll(() => rmSync(kept, { recursive: true, force: true }));
copyFileSync(dangerCache, cache);
const messages = loadMessages("test/guidance/danger");

describe("the messages", () => {
  it("are enough, none stands twice, and a third of the first ones is kept for the final figure", () => {
    const danger = messages.filter(({ expected }) => expected === "danger");
    expect(danger.length).toBeGreaterThanOrEqual(300);
    expect(messages.length - danger.length).toBeGreaterThanOrEqual(600);
    expect(new Set(messages.map(({ text }) => text)).size).toBe(messages.length);
    const final = messages.filter((message) => message.final);
    expect(final.filter(({ expected }) => expected === "danger").length).toBeGreaterThanOrEqual(100);
    expect(final.filter(({ expected }) => expected !== "danger").length).toBeGreaterThanOrEqual(200);
  });
});

describe("on the two thirds that may be looked at", () => {
  const figures = figuresOf(
    readAll(
      reader,
      messages.filter(({ final }) => !final),
    ),
  );
  const share = (name: string) => {
    const found = figures.find((figure) => figure.name.trim() === name);
    return found === undefined ? Number.NaN : found.count / found.of;
  };

  it.each([
    ["recall", 0.97],
    ["recall suicide", 0.94],
    ["recall violence-ongoing", 0.94],
    ["recall medical", 0.94],
    ["recall abandoned-child", 0.9],
    ["recall worker", 0.94],
    ["whom right", 0.93],
    ["kind right", 0.97],
    ["past read as past", 0.75],
  ])("%s is at least %d", (name, floor) => {
    expect(share(name)).toBeGreaterThanOrEqual(floor);
  });

  it.each(["false alarms", "on messages outside forms", "on answers"])("%s are at most 2 %%", (name) => {
    expect(share(name)).toBeLessThanOrEqual(0.02);
  });
});

describe("on the blind waves, floors a little below what was measured", () => {
  it.each([
    [3, 0.93, 0.02],
    [4, 0.9, 0.06],
  ])("wave %d: recall at least %d, false alarms at most %d", (wave, floor, ceiling) => {
    const figures = figuresOf(readAll(reader, loadBlind("test/guidance/danger").get(wave) ?? []));
    const share = (name: string) => {
      const found = figures.find((figure) => figure.name === name);
      return found === undefined ? Number.NaN : found.count / found.of;
    };
    expect(share("recall")).toBeGreaterThanOrEqual(floor);
    expect(share("false alarms")).toBeLessThanOrEqual(ceiling);
  });
});

describe("what the classifier learned is kept", () => {
  it("in less than three megabytes, and is learned again where the copy is cut off", () => {
    const whole = readFileSync(cache);
    expect(whole.length).toBeLessThan(3_000_000);
    writeFileSync(cache, whole.subarray(0, 1000));
    const text = "sudah naik ke pagar jembatan";
    expect(openDangerReader("locales", cache).read(text)).toEqual(reader.read(text));
    expect(readFileSync(cache).equals(whole)).toBe(true);
  });

  it("learns no phrase that is measured", () => {
    const measured = new Set(
      [...messages, ...[...loadBlind("test/guidance/danger").values()].flat()].map(({ text }) => text),
    );
    const learned = loadPhrases("locales", loadLibrary("locales")).filter(
      ({ danger }) => danger !== undefined,
    );
    expect(learned.length).toBeGreaterThanOrEqual(600);
    expect(learned.filter(({ text }) => measured.has(text))).toEqual([]);
  });
});

describe("what is told, and how", () => {
  it.each([
    ["saya dikejar suaminya bawa golok", "idle", "danger", "worker"],
    ["klien saya dikejar suaminya bawa golok", "idle", "danger", "client"],
    ["sop kalau klien dikejar suaminya", "idle", "none", undefined],
    ["tahun lalu klien dikejar suaminya bawa golok", "answer", "past", undefined],
    ["klien tidak pernah dikejar suaminya", "answer", "none", undefined],
    ["sering dipukul suaminya", "idle", "unsure", "client"],
    ["sering dipukul suaminya", "answer", "past", undefined],
    ["sekarang dipukul suaminya", "answer", "danger", "client"],
    ["pengen mati aja", "idle", "danger", "worker"],
    ["klien bilang pengen mati aja", "idle", "danger", "client"],
    ["tolong", "answer", "unsure", "worker"],
    ["help!", "answer", "unsure", "worker"],
    ["SOS", "answer", "unsure", "worker"],
    ["Maot Suryadi", "answer", "none", undefined],
    ["jam malam penghuni rumah singgah dikunci pukul berapa?", "idle", "none", undefined],
    ["gerbang asrama anak dikunci jam berapa", "idle", "none", undefined],
    ["what time are the residents locked in at night?", "idle", "none", undefined],
    ["menurut tata tertib penghuni tidak boleh keluar sesudah jam 9 malam", "answer", "none", undefined],
    ["Badannya kurus.", "answer", "none", undefined],
    ["Satu orang", "answer", "none", undefined],
    ["saya dikunci di kamar, tidak boleh keluar", "idle", "danger", "worker"],
    ["pukul berapa pun dia pulang, klien dipukul", "idle", "danger", "client"],
    ["tolong kirim ulang", "idle", "none", undefined],
    ["saya dituduh melecehkan klien padahal tidak", "idle", "none", undefined],
    ["saya dituduh melecehkan klien dan dipukuli warga", "idle", "danger", "worker"],
    ["saya dituduh melecehkan klien, mereka sudah di depan rumah mau bakar", "idle", "danger", "worker"],
    [
      "saya dituduh melecehkan klien. mereka sudah di luar, apa yang harus saya lakukan",
      "idle",
      "danger",
      "worker",
    ],
    ["saya dituduh melecehkan klien padahal tidak, capek hidup", "idle", "danger", "worker"],
    ["kolega saya dituduh melecehkan klien", "idle", "danger", "worker"],
    ["saya dituduh, dan sekarang saya mau bunuh diri", "idle", "danger", "worker"],
  ] as const)("%s (%s): %s, %s", (text, at, kind, whom) => {
    expect(reader.read(text, at)).toMatchObject(whom === undefined ? { kind } : { kind, whom });
  });
});

describe("any text", () => {
  it("is read, always the same way", () => {
    const other = openDangerReader("locales", cache);
    const pieces = fc.constantFrom(
      "klien",
      "mau",
      "mati",
      "tidak",
      "dipukul",
      "2019",
      ".",
      ",",
      "saya",
      "darah",
      "d",
      "!",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.array(pieces).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, (typed) => {
        expect(other.read(typed)).toEqual(reader.read(typed));
      }),
    );
  });

  it.each([
    ["one letter", "a".repeat(10_000)],
    ["marks", "e\u0301".repeat(5_000)],
    ["one word of danger", "mati ".repeat(2_000)],
    ["two in turn", "mau mati saya dipukul tidak ".repeat(400)],
    ["commas", ",".repeat(10_000)],
    ["lone surrogates", "\ud800".repeat(10_000)],
    ["emoji", "🆘".repeat(5_000)],
    ["one endless word", "dipukuldipukul".repeat(700)],
    ["nothing", ""],
  ])("hostile: %s", (_, text) => {
    expect(reader.read(text).kind).toBeTypeOf("string");
  });

  it("is found at the end of a long one", () => {
    const text = `${"Rumahnya bersih dan anaknya sekolah. ".repeat(250)}Barusan klien minum racun.`;
    expect(reader.read(text)).toEqual({ kind: "danger", whom: "client", dangers: ["suicide", "medical"] });
  });
});

describe("malformed words are named with file and line", () => {
  const dir = mkdtempSync(join(tmpdir(), "danger-"));
  const file = join(dir, "id", "learning", "danger-words.yaml");
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it.each([
    ["no YAML", (text: string) => text.replace("\nverbs:", "\nverbs: [")],
    ["a section missing", (text: string) => text.replace("\nverbs:", "\nverb:")],
    ["an empty class", (text: string) => text.replace("\n  rage: >-", "\n  still: ''\n  rage: >-")],
    ["a class that rules use and nobody defines", (text: string) => text.replace("\n  rage:", "\n  fury:")],
    [
      "a phrase of particles",
      (text: string) => text.replace("\n  rage: >-", "\n  rage: >-\n    deh_sih_ngamuk"),
    ],
  ])("%s", (_, spoil) => {
    cpSync("locales/id/learning/danger-words.yaml", file);
    writeFileSync(file, spoil(readFileSync(file, "utf8")));
    expect(() => openDangerReader(dir)).toThrow(GuidanceError);
    expect(() => openDangerReader(dir)).toThrow(/danger-words\.yaml:\d+ GUIDE_013 /);
  });
});

describe("at a question for a name or a place", () => {
  it("is at a village, and not at the problem", () => {
    expect(asksForName("village")).toBe(true);
    expect(asksForName("members.0.member")).toBe(true);
    expect(asksForName("problem")).toBe(false);
  });

  it.each([
    "Pantai Kejang",
    "pantai kejang",
    "kampung pingsan lama",
    "Lubang Buaya",
    "Jembatan Gantung RT 3",
  ])("%s is a name", (name) => {
    expect(reader.read(name, "name")).toEqual({ kind: "none" });
  });

  it.each([
    "tolong",
    "saya dibacok",
    "klien pingsan",
    "dia gantung diri barusan tolong",
    "anaknya kejang sekarang",
  ])("%s is still heard", (words) => {
    expect(["danger", "unsure"]).toContain(reader.read(words, "name").kind);
  });
});
