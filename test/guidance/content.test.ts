/** What the entries say: spelling, words for people, length, and the errors that were found in them once. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { topicsOf } from "../../src/chat/danger/emergency.js";
import { markup } from "../../src/chat/guidance/answer.js";
import { openingOf } from "../../src/chat/guidance/choice.js";
import { type GuidanceEntry, parseEntry } from "../../src/guidance/entry.js";
import { type Library, loadLibrary } from "../../src/guidance/load.js";

let library: Library;
beforeAll(() => {
  library = loadLibrary("locales");
});

/** Spellings people use, and the ones of the dictionary (KBBI). Example questions may keep the former. */
const misspellings: Readonly<Record<string, string>> = {
  terlanjur: "telanjur",
  terlantar: "telantar",
  menterlantarkan: "menelantarkan",
  nafas: "napas",
  resiko: "risiko",
  ijin: "izin",
  nasehat: "nasihat",
  obyektif: "objektif",
  praktek: "praktik",
  jadual: "jadwal",
  analisa: "analisis",
  aktifitas: "aktivitas",
  sekedar: "sekadar",
  merubah: "mengubah",
  silahkan: "silakan",
};

/** What an entry says in prose, without its example questions and without the names of works. */
function proseOf({ title, answer, steps, toSay = "", limits, supervisor, sources }: GuidanceEntry): string {
  const notes = sources.map(({ note = "" }) => note);
  return [title, answer, ...steps, toSay, limits, supervisor, ...notes].join("\n");
}

/** Every message of a folder of Fluent files, with its further lines. */
function messagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ftl"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split(/\n(?=\S)/))
    .filter((message) => /^[a-z]/.test(message));
}

it("an answer is read at a glance: 400 characters and three paragraphs at most, or the start fails", () => {
  for (const entries of [library.id, library.en]) {
    for (const { topic, answer } of entries.values()) {
      expect(answer.replaceAll("**", "").length, topic).toBeLessThanOrEqual(400);
      expect(answer.split("\n\n").length, topic).toBeLessThanOrEqual(3);
    }
  }
  const file = readFileSync("locales/id/guidance/etika/hadiah.md", "utf8");
  const [longer, parts] = ["a".repeat(400), "Satu.\n\nDua.\n\nTiga.\n\n"].map((more) =>
    parseEntry(file.replace("\n---\n", `\n---\n${more}`), "hadiah.md", "etika", "id"),
  );
  for (const faults of [longer, parts])
    expect(faults).toEqual([expect.objectContaining({ code: "GUIDE_015", file: "hadiah.md" })]);
});

it("shows no mark of its Markdown to anybody", () => {
  for (const entries of [library.id, library.en]) {
    for (const entry of entries.values()) {
      expect(`${markup(proseOf(entry))}\n${openingOf(entry.answer)}`).not.toContain("*");
    }
  }
});

describe("Indonesian prose is spelt one way", () => {
  const wrong = new RegExp(`(?<!\\p{L})(${Object.keys(misspellings).join("|")})(?!\\p{L})`, "iu");

  it("in the entries", () => {
    const found = [...library.id.values()].flatMap((entry) => {
      const word = wrong.exec(proseOf(entry))?.[0].toLowerCase();
      return word === undefined ? [] : [`${entry.topic}: ${word}, not ${misspellings[word]}`];
    });
    expect(found).toEqual([]);
  });

  it("in the messages", () => {
    expect(messagesIn("locales/id/chat").filter((message) => wrong.test(message))).toEqual([]);
  });
});

describe("English entries", () => {
  it("call nobody she or he whom the law leaves open", () => {
    const found = [...library.en.values()].flatMap((entry) => {
      const word = /(?<!\p{L})(she|her|hers|he|him|his)(?!\p{L})/iu.exec(proseOf(entry))?.[0];
      return word === undefined ? [] : [`${entry.topic}: ${word}`];
    });
    expect(found).toEqual([]);
  });

  it("say 'in conflict with the law' only of an accused child, which is berkonflik", () => {
    const found = [...library.en.values()].filter(({ topic, keywords, questions, ...entry }) => {
      const texts = [proseOf({ topic, keywords, questions, ...entry }), ...keywords];
      const says = [...texts, ...questions.map(({ text }) => text)].some((text) =>
        text.includes("in conflict with the law"),
      );
      return says && topic !== "abh-diversi"; // diversion is for the accused child alone
    });
    expect(found.map(({ topic }) => topic)).toEqual([]);
  });
});

it("an answer comes first and is short: 400 characters and three lines at most", () => {
  const long = [library.id, library.en].flatMap((entries) =>
    [...entries.values()].filter(({ answer }) => answer.length > 400 || answer.split("\n").length > 3),
  );
  expect(long.map(({ topic }) => topic)).toEqual([]);
});

it("a topic is written for the day's work too", () => {
  expect(library.id.size).toBeGreaterThanOrEqual(201);
});

describe("errors found in entries", () => {
  const entry = (topic: string): GuidanceEntry => {
    const found = library.id.get(topic);
    if (found === undefined) throw new Error(`no entry ${topic}`);
    return found;
  };

  it("permission in quiet times is asked for where the client's interest is the ground, and nowhere else", () => {
    const asking = entry("batas-kerahasiaan").steps.filter((step) => step.includes("persetujuan"));
    expect(asking).toHaveLength(1);
    expect(asking[0]).toMatch(/kepentingan klien/i);
  });

  it("all three offences that need a complaint are named", () => {
    const cited = entry("kdrt").sources.map(({ work, article }) => `${work} ${article}`);
    for (const pasal of [51, 52, 53]) expect(cited).toContain(`UU 23/2004 Pasal ${pasal}`);
    expect(entry("kdrt").limits).toMatch(/tiga delik aduan/);
  });

  it("the social report's clock is not called immovable where no rule on extension was found", () => {
    const { answer, limits } = entry("abh-laporan-sosial");
    expect(answer).not.toMatch(/tidak dapat digeser/);
    expect(limits).toMatch(/tidak menemukan ketentuan tentang perpanjangan/);
  });

  it("a worker who thinks of dying is spoken to as the one in need", () => {
    expect(topicsOf(["suicide"], "worker")).toEqual(["pikiran-mengakhiri-hidup", "nomor-darurat"]);
    expect(topicsOf(["suicide"], "client")).toEqual(["bunuh-diri", "nomor-darurat"]);
    expect(topicsOf(["violence-ongoing"], "worker")).toEqual(["nomor-darurat"]);
    const own = entry("pikiran-mengakhiri-hidup");
    expect(own.answer).toMatch(/Anda tidak harus menanggung ini sendirian/);
    expect(own.toSay).toBeUndefined();
  });

  it("a number nobody verified never stands alone", () => {
    for (const locale of ["id", "en"]) {
      const alone = messagesIn(`locales/${locale}/chat`).filter(
        (message) =>
          /(?<![\d-])(110|112)(?!\d)/.test(message) &&
          !/setempat|terdekat|belum kami verifikasi|local|nearest/.test(message),
      );
      expect(alone).toEqual([]);
    }
  });
});
