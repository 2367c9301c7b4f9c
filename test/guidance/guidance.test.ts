import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, test } from "vitest";
import { commonRuns, runsOf } from "../../scripts/guidance/copied.js";
import { calibratedAt, fitJudgement, type Judged } from "../../scripts/guidance/fitting.js";
import { type Ending, endedOf, isUnderstood, shownShare } from "../../scripts/guidance/outcomes.js";
import {
  loadFollowUps,
  loadQuestions,
  loadSeveral,
  loadSmallTalk,
} from "../../scripts/guidance/questionSets.js";
import { ask } from "../../src/guidance/ask.js";
import { openModel, saveModel } from "../../src/guidance/cache.js";
import { citationOf } from "../../src/guidance/citations.js";
import { probability } from "../../src/guidance/confidence.js";
import { GuidanceError } from "../../src/guidance/faults.js";
import { followUpOf } from "../../src/guidance/followUp.js";
import { loadLibrary } from "../../src/guidance/load.js";
import { loadWordLists } from "../../src/guidance/material.js";
import { entryNames } from "../../src/guidance/names.js";
import { PassageIndex } from "../../src/guidance/passageIndex.js";
import { segmentsOf } from "../../src/guidance/readDocument.js";
import { openSegment } from "../../src/guidance/segment.js";
import { severalQuestions } from "../../src/guidance/several.js";
import { type Sign, signNames } from "../../src/guidance/signs.js";
import { smallTalkOf } from "../../src/guidance/smallTalk.js";
import { sharedKnowledge } from "../support/learned.js";

const noSigns = Object.fromEntries(signNames.map((name) => [name, 0])) as Record<Sign, number>;

const { guidance } = sharedKnowledge();

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
    expect("hits" in answer ? answer.hits.map((hit) => hit.topic) : []).toContain(topic);
  });

  it.each([
    "cara perpanjang STNK motor",
    "resep rendang padang",
    "STR perawat habis gimana",
    "iuran BPJS naik lagi ya",
    "STR bidan sekarang seumur hidup ya?",
  ])("declines what is not ours: %s", (question) => expect(ask(guidance, question).kind).toBe("outside"));

  it.each(["", "   ", "?", "<b>", "\u0000", "😀".repeat(4096), "a".repeat(20_000)])(
    "survives anything typed (%#)",
    (text) => {
      expect(["answer", "unsure", "field", "outside"]).toContain(ask(guidance, text).kind);
    },
  );

  it("is as good as it was on questions it did not learn from, and no surer than it is", () => {
    const ended = loadQuestions().map((question) => endedOf(guidance, question));
    const of = (expected: string, set = "") =>
      ended.filter(({ question }) => question.expected === expected && question.set.endsWith(set));
    const share = (some: typeof ended, ending: Ending) =>
      some.filter((one) => one.ending === ending).length / some.length;
    const ours = of("topic");
    expect(shownShare(ours)).toBeGreaterThan(0.97);
    expect(shownShare(of("topic", ".en"))).toBeGreaterThan(0.95);
    expect(share(ours, "answered right")).toBeGreaterThan(0.7);
    expect(share(ours, "answered wrong")).toBeLessThan(0.015);
    expect(share(ours, "told: outside") + share(ours, "told: no entry yet")).toBeLessThan(0.01);
    const asked = ours.filter(({ ending }) => ending.startsWith("asked"));
    expect(share(asked, "asked, right among three")).toBeGreaterThan(0.95);
    expect(share(of("outside"), "answered wrong")).toBeLessThan(0.03);
    expect(share(of("field"), "answered wrong")).toBeLessThan(0.05);
    expect(share(of("field"), "told: no entry yet")).toBeGreaterThan(0.5);
  });

  it("answers at once what an entry is called, and every citation that is printed", () => {
    const silent: string[] = [];
    const { id, en } = guidance.library;
    const called = (name: string) => guidance.names.named(name)?.topics ?? [];
    for (const { topic, title, keywords, sources } of [...id.values(), ...en.values()]) {
      const names = [topic, title, `#${topic.replaceAll("-", "_")}`, ...keywords];
      for (const name of names) if (!called(name).includes(topic)) silent.push(`${topic}: ${name}`);
      for (const { work, article = "" } of sources)
        if (called(`${work} ${article}`).length === 0) silent.push(`${topic}: ${work} ${article}`);
    }
    expect(silent).toEqual([]);
  });

  it.each([
    ["str", "apa-itu-str"],
    ["apa itu STR?", "apa-itu-str"],
    ["kode etik", "kodepeksos"],
    ["112", "nomor-darurat"],
    ["psl 23 tpks", "tpks-lapor-polisi"],
    ["pasal 44 uu 14/2019", "batas-kerahasiaan"],
    ["uu tpks", "tpks-pendamping"],
    ["bunyi pasal 43 uu no 14 tahun 2019", "hak-klien"],
  ])("knows by its name: %s → %s", (typed, topic) => expect(callsFor(typed)).toContain(topic));

  it.each(["pasal 44 bikin saya bingung soal klien", "uu", "berapa pasal", "undang undang dasar"])(
    "takes for no citation: %s",
    (typed) => expect(citationOf(typed)).toBeUndefined(),
  );

  /** The topics of an answer that a name brought: the one shown, or those to choose from. */
  function callsFor(typed: string): readonly string[] {
    const answer = ask(guidance, typed, { limit: 3 });
    if (answer.kind === "answer" && answer.confidence === 1)
      return answer.hits.map(({ topic }) => topic).slice(0, 1);
    return answer.kind === "unsure" && answer.named === true ? answer.hits.map(({ topic }) => topic) : [];
  }
});

describe("what is asked after an answer", () => {
  it("is read with it, and a new question is not", () => {
    const asked = loadFollowUps();
    const understood = asked.filter((one) => isUnderstood(guidance, one));
    expect(understood.length / asked.length).toBeGreaterThan(0.88);
  });

  it.each([
    ["dasarnya apa?", "sources"],
    ["langkahnya?", "steps"],
    ["contohnya dong", "example"],
    ["what's the legal basis?", "sources"],
    ["kapan ke supervisor?", "supervisor"],
  ])("%s asks for its %s", (question, part) =>
    expect(followUpOf(guidance, question, "hadiah")).toEqual({ kind: "part", topic: "hadiah", part }),
  );

  it("takes the age of a child to the topic beside", () => {
    const followUp = followUpOf(guidance, "kalau anaknya 10 tahun?", "abh-pendampingan");
    expect(followUp).toMatchObject({ kind: "on", hits: [{ topic: "abh-anak-di-bawah-12" }, {}, {}] });
  });
});

test("several questions in one message are taken apart, and a story is not", () => {
  for (const { q, topics } of loadSeveral()) expect(severalQuestions(q)?.length ?? 1, q).toBe(topics.length);
});

test("small talk is told from what asks something", () => {
  const { smallTalk } = guidance.material;
  for (const { text, kind } of loadSmallTalk().filter(({ final }) => !final))
    expect(smallTalkOf(smallTalk, text) ?? "none", text).toBe(kind);
});

describe("how far a ranking is trusted", () => {
  it("is where things of just that chance are right often enough, not where all above it are", () => {
    const cases = Array.from({ length: 100 }, (_, at) => ({
      chance: at / 100,
      isRight: at >= 60 || at % 2 === 0,
    }));
    const from = calibratedAt(cases, 0.9);
    expect(from).toBeGreaterThan(0.5);
    expect(from).toBeLessThanOrEqual(0.6);
  });

  it("is fitted to what was seen", () => {
    const signs = (best: number) => ({ ...noSigns, best });
    const cases = Array.from({ length: 200 }, (_, at): Judged => {
      const best = at / 100 - 1;
      return { signs: signs(best), expected: "topic", rank: best + (at % 7) / 10 > 0.3 ? 1 : 4 };
    });
    const fitted = fitJudgement("right", cases);
    expect(probability(fitted, signs(-1))).toBeLessThan(0.1);
    expect(probability(fitted, signs(1))).toBeGreaterThan(0.9);
  });
});

describe("passages of documents", () => {
  /** An index of documents, each a list of passages by their place. */
  function indexOf(documents: Readonly<Record<string, Readonly<Record<string, string>>>>): PassageIndex {
    const index = new PassageIndex(guidance);
    for (const [file, places] of Object.entries(documents)) {
      const passages = Object.entries(places).map(([place, text]) => ({ place, text }));
      const segments = [...segmentsOf(guidance.reader, passages, file)];
      index.set(
        file,
        segments.map(({ terms }) => openSegment(terms)),
      );
    }
    return index;
  }
  const found = (index: PassageIndex, question: string) =>
    index.search(question, 10).map(({ id, at }) => `${id} ${at}`);

  it("of a law come before its explanation", () => {
    const text = "Pekerja sosial wajib menjaga kerahasiaan klien.";
    const index = indexOf({ "Peraturan.md": { "Penjelasan Pasal 4": text, "Pasal 4": text } });
    expect(found(index, "apakah kerahasiaan klien wajib dijaga")).toEqual([
      "Peraturan.md 1",
      "Peraturan.md 0",
    ]);
  });

  it("count a word said thrice at least half as much again, and less than three times", () => {
    const opening =
      "gudang kunci meja kursi lemari pintu jendela lampu piring gelas sendok garpu panci wajan";
    const index = indexOf({
      "A.md": { once: `${opening} sembako kasur bantal`, thrice: `${opening} sembako sembako sembako` },
    });
    const [first, second] = index.search("sembako", 10);
    expect([first?.at, second?.at]).toEqual([1, 0]);
    expect(second?.score).toBeLessThan(2 / 3);
    expect(second?.score).toBeGreaterThan(1 / 3);
  });

  it("are not found once taken out, nor make a word common; those of more than one segment keep their numbers", () => {
    const stays = {
      "B.md": { satu: "Kunci gudang disimpan bendahara.", dua: "Gudang dibuka pukul delapan." },
    };
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [`Bagian ${n}`, `Gudang nomor ${n}.`]),
    );
    const index = indexOf({
      ...stays,
      "Lama.md": { ...many, "Bagian 280": "Kursi roda di gudang belakang." },
    });
    expect(found(index, "kursi roda")).toEqual(["Lama.md 280"]);
    index.delete("Lama.md");
    expect(index.size).toBe(2);
    expect(found(index, "kursi roda")).toEqual([]);
    expect(index.search("gudang bendahara", 10)).toEqual(indexOf(stays).search("gudang bendahara", 10));
  });

  it("are refused where what was kept of them is cut off", () => {
    const [segment] = [...segmentsOf(guidance.reader, [{ place: "", text: "Kunci gudang." }], "C.md")];
    const { terms } = segment ?? { terms: new Uint8Array() };
    expect(openSegment(terms).lengths).toHaveLength(1);
    expect(() => openSegment(terms.slice(0, -1))).toThrow("cut off");
  });
});

test("what was learned from other texts is not taken for these", () => {
  const dir = mkdtempSync(join(tmpdir(), "learned-"));
  try {
    const file = join(dir, "guidance.bin");
    const { library, model, reader } = guidance;
    const lists = loadWordLists("locales");
    saveModel(file, "these texts", { library, model, lists, names: entryNames(library, reader) });
    const kept = openModel(file, "these texts");
    expect(kept?.model.topics).toEqual(model.topics);
    expect(kept?.lists).toEqual(lists);
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
