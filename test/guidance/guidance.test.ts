import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { commonRuns, runsOf } from "../../scripts/guidance/copied.js";
import { figuresOf, type Outcome } from "../../scripts/guidance/figures.js";
import { ask } from "../../src/guidance/ask.js";
import { openModel, saveModel } from "../../src/guidance/cache.js";
import { GuidanceError } from "../../src/guidance/faults.js";
import { entryOf, type Guidance, openGuidance } from "../../src/guidance/guidance.js";
import { loadLibrary } from "../../src/guidance/load.js";
import { PassageIndex } from "../../src/guidance/passageIndex.js";

type Asked = { q: string; topic: string | null; also?: string[]; style: string; final: boolean };

let guidance: Guidance;
beforeAll(() => {
  guidance = openGuidance("locales");
});

describe("the knowledge base", () => {
  it("has every topic in both languages, each with its sources", () => {
    const { id, en } = loadLibrary("locales");
    expect(id.size).toBeGreaterThanOrEqual(138);
    expect(new Set(en.keys())).toEqual(new Set(id.keys()));
    for (const entry of id.values()) {
      expect(entry.questions.length, entry.topic).toBeGreaterThanOrEqual(24);
      expect(entry.sources.length, entry.topic).toBeGreaterThan(0);
    }
  });

  it("never cites an article of the Kodepeksos, which could not be read", () => {
    for (const entry of guidance.library.id.values()) {
      for (const { work, article, standing } of entry.sources) {
        if (!/kodepeksos/i.test(work)) continue;
        expect(article, entry.topic).toBeUndefined();
        expect(standing, entry.topic).toBe("secondary");
      }
    }
  });

  describe("a broken file is named with its line and fault", () => {
    const dir = mkdtempSync(join(tmpdir(), "guidance-"));
    const file = join(dir, "id/guidance/etika/hadiah.md");
    afterAll(() => rmSync(dir, { recursive: true, force: true }));

    const broken: [string, (text: string) => string, RegExp][] = [
      [
        "a standing that does not exist",
        (text) => text.replace("standing: official", "standing: certain"),
        /standing/,
      ],
      [
        "a related topic that does not exist",
        (text) => text.replace(/related: \[/, "related: [tidak-ada, "),
        /tidak-ada/,
      ],
      ["too few questions", (text) => text.replace(/ {2}# story\n[\s\S]*?---/, "---"), /stor|question/i],
    ];
    it.each(broken)("%s", (_, spoil, says) => {
      cpSync("locales/id/guidance", join(dir, "id/guidance"), { recursive: true });
      cpSync("locales/en/guidance", join(dir, "en/guidance"), { recursive: true });
      writeFileSync(file, spoil(readFileSync(file, "utf8")));
      let error: unknown;
      try {
        loadLibrary(dir);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(GuidanceError);
      const message = String((error as Error).message);
      expect(message).toMatch(/etika\/hadiah\.md:\d+ GUIDE_\d+/);
      expect(message).toMatch(says);
    });
  });
});

describe("finding", () => {
  it.each([
    ["boleh gak terima amplop dari keluarga klien?", "hadiah"],
    ["str ku wis mati piye", "str-kedaluwarsa"],
    ["apa isi kodepeksos pasal 12", "kodepeksos"],
    ["biaya bikin str berapa", "biaya-str"],
  ])("%s → %s", (question, topic) => {
    const answer = ask(guidance, question, { limit: 3 });
    expect(answer.kind).not.toBe("outside");
    if (answer.kind !== "outside") expect(answer.hits.map((hit) => hit.topic)).toContain(topic);
  });

  it.each([
    "cara perpanjang STNK motor",
    "resep rendang padang",
    "STR perawat habis gimana",
    "iuran BPJS naik lagi ya",
  ])("declines what is not ours: %s", (question) => expect(ask(guidance, question).kind).toBe("outside"));

  it.each(["", "   ", "?", "<b>", "\u0000", "😀".repeat(4096), "a".repeat(20_000)])(
    "survives anything typed (%#)",
    (text) => {
      expect(["answer", "unsure", "outside"]).toContain(ask(guidance, text).kind);
    },
  );

  it("stays as good as it was on the questions kept for tuning", () => {
    const asked = (parse(readFileSync("test/guidance/questions.yaml", "utf8")) as Asked[]).filter(
      ({ final }) => !final,
    );
    const outcomes = asked.map(outcomeOf);
    const ours = figuresOf(outcomes.filter(({ topic }) => topic !== undefined));
    const outside = outcomes.filter(({ topic }) => topic === undefined);
    const falseAnswers = outside.filter(({ kind }) => kind === "answer").length / outside.length;
    expect(ours.hit1).toBeGreaterThan(0.88);
    expect(ours.hit3).toBeGreaterThan(0.93);
    expect(ours.refused).toBeLessThan(0.05);
    expect(falseAnswers).toBeLessThan(0.08);
    const declined = outside.filter(({ kind }) => kind === "outside").length / outside.length;
    expect(declined).toBeGreaterThan(0.85);
  });

  function outcomeOf({ q, topic, also = [], style }: Asked): Outcome {
    const answer = ask(guidance, q);
    const hits = answer.kind === "outside" ? [] : answer.hits;
    const rank = topic === null ? 0 : hits.findIndex((hit) => [topic, ...also].includes(hit.topic)) + 1;
    const group = topic === null ? "outside" : (entryOf(guidance, topic, "id")?.group ?? "");
    return {
      question: q,
      topic: topic ?? undefined,
      group,
      style,
      rank,
      kind: answer.kind,
      first: hits[0]?.topic,
    };
  }
});

test("the law comes before its explanation", () => {
  const index = new PassageIndex(guidance);
  const text = "Pekerja sosial wajib menjaga kerahasiaan klien.";
  index.add("explanation", { file: "Peraturan.md", place: "Penjelasan Pasal 4", text });
  index.add("law", { file: "Peraturan.md", place: "Pasal 4", text });
  const found = index.search("apakah kerahasiaan klien wajib dijaga", 2);
  expect(found.map(({ id }) => id)).toEqual(["law", "explanation"]);
});

test("what was learned from other texts is not taken for these", () => {
  const dir = mkdtempSync(join(tmpdir(), "learned-"));
  try {
    const file = join(dir, "guidance.bin");
    saveModel(file, "these texts", guidance.model, guidance.library);
    expect(openModel(file, "these texts")?.model.topics).toEqual(guidance.model.topics);
    expect(openModel(file, "those texts")).toBeUndefined();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

describe("copied sentences", () => {
  const law = runsOf(
    "Setiap orang berhak atas layanan yang layak dan tidak boleh ditolak tanpa alasan yang sah.",
  );
  it("a run of eight words in common is found, whatever its case and punctuation", () => {
    expect(commonRuns("Ingat: berhak atas LAYANAN yang layak, dan tidak boleh ditolak.", law)).not.toEqual(
      [],
    );
  });
  it("seven words are a coincidence", () => {
    expect(commonRuns("berhak atas layanan yang layak dan tidak harus menunggu", law)).toEqual([]);
  });
});
