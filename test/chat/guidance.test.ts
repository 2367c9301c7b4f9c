import { describe, expect, test } from "vitest";
import { notDrawn } from "../support/drawn.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff } = await staffedApp();

describe("a question typed in everyday words", () => {
  test("is answered in a few lines, and the rest unfolds in the same message", async () => {
    const { worker } = staff;
    worker.sends("boleh gak terima amplop dari keluarga klien?");
    const { text: short = "", message_id: id } = await worker.sees("Hadiah dari klien atau keluarganya");
    expect(short.split("\n\n")).toEqual([
      expect.stringContaining("Jangan terima uang, amplop"),
      expect.stringMatching(/^Ditinjau .* · #hadiah$/),
    ]);
    worker.presses("▸ Langkah");
    const { text: steps = "" } = await worker.sees("1. Tolak dengan hangat");
    expect(steps).not.toContain("Batasnya");
    worker.presses("▸ Batas");
    await worker.sees("Pegawai negeri tunduk");
    worker.presses("▾ Langkah");
    await expect.poll(() => worker.lastMessage()?.text).not.toContain("Tolak dengan hangat");
    worker.presses("▸ Topik terkait");
    await worker.sees(/\[Imbalan jasa/);
    worker.presses("📄 Semua");
    const { text = "", message_id } = await worker.sees("Kapan ke supervisor\n");
    expect(message_id).toBe(id);
    for (const part of [
      "Yang dapat dilakukan",
      "Batasnya",
      "Kapan ke supervisor",
      "UU 14/2019 Pasal 45 ayat (2)",
      "(resmi)",
      "(sekunder)",
      "(praktik baik)",
      "Ditinjau",
      "#hadiah",
    ]) {
      expect(text).toContain(part);
    }
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(worker.seen()).toMatch(/\[📜 UU 14\/2019 Pasal 45[\s\S]*\[Bukan ini\]/);
    worker.presses("📄 Ringkas");
    await worker.sees("📄 Semua");
    await expect.poll(() => worker.lastMessage()?.text).toBe(short);
  });

  test("leads on to related topics, and to the next ones where the answer was not meant", async () => {
    const { worker } = staff;
    worker.presses("▸ Topik terkait");
    await worker.sees("▾ Topik terkait");
    worker.presses(/^Imbalan jasa/);
    await worker.sees("#imbalan_jasa");
    worker.sends("boleh gak terima amplop dari keluarga klien?");
    await worker.sees("#hadiah");
    worker.presses("Bukan ini");
    await worker.sees("Isinya keliru");
    expect(worker.seen()).not.toContain("👍");
    worker.presses("Bukan pertanyaan saya");
    await worker.sees("Mungkin ini?");
    worker.presses("Bukan semuanya");
    await worker.sees("tidak ada dalam sumber saya");
    const kept = await app.rows<{ words: string; count: number }>(`SELECT * FROM "UnansweredQuestion"`);
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain("amplop");
  });

  test("counts a vote once, without the voter", async () => {
    const { worker } = staff;
    worker.sends("boleh gak terima amplop dari keluarga klien?");
    await worker.sees("👍 Membantu");
    await worker.presses("👍 Membantu").answer();
    await expect.poll(() => worker.seen()).not.toContain("👍");
    expect(await app.rows(`SELECT "topic", "helped", "missed" FROM "GuidanceVote"`)).toEqual([
      { topic: "hadiah", helped: 1, missed: 1 },
    ]);
  });

  test("that missed is asked why once, and the admin reads how often and why", async () => {
    const { worker, admin } = staff;
    worker.sends("boleh gak terima amplop dari keluarga klien?");
    await worker.sees("👎 Tidak");
    worker.presses("👎 Tidak");
    await worker.sees("Sudah tidak berlaku");
    await worker.presses("Kurang jelas").answer();
    await worker.sees("Mungkin ini?");
    expect(await app.rows(`SELECT * FROM "GuidanceVote"`)).toEqual([
      expect.objectContaining({ topic: "hadiah", helped: 1, missed: 2, notMine: 1, unclear: 1, wrong: 0 }),
    ]);
    admin.sends("/laporan");
    await admin.sees("❔ Pertanyaan tanpa jawaban");
    admin.presses("❔ Pertanyaan tanpa jawaban");
    await admin.sees(
      "Hadiah dari klien atau keluarganya: 👍 1 · 👎 2 (bukan pertanyaannya 1, kurang jelas 1)",
    );
  });

  test("leads with the emergency path where life is in danger", async () => {
    const { worker } = staff;
    worker.sends("klien bilang mau mati sekarang, aku harus gimana");
    await worker.sees("Utamakan keselamatan dulu");
    worker.looksAway();
    worker.presses("Klien ingin bunuh diri sekarang");
    const { text = "" } = await worker.sees("#bunuh_diri");
    expect(text.indexOf("Utamakan keselamatan dulu")).toBeLessThan(text.indexOf("Jangan tinggalkan dia"));
    expect(text).toContain("Yang dapat dilakukan");
    expect(text).toContain("119");
  });

  test.each([
    ["apa isi kodepeksos pasal 12?", "Saya tidak dapat memastikan pasal atau ayat Kodepeksos", "#kodepeksos"],
    ["berapa biaya str peksos", "tidak ada angka biaya STR", "#biaya_str"],
    ["apa isi permensos 19/2020 tentang standar praktik", "tidak didukung sumber mana pun", "#dasar_sop"],
  ])("is corrected where it takes for granted what is not so: %s", async (asked, correction, hashtag) => {
    const { worker } = staff;
    worker.sends(asked);
    const { text = "" } = await worker.sees(hashtag);
    expect(text).toContain(correction);
    worker.presses("▸ Kapan ke supervisor");
    const { text: unfolded = "" } = await worker.sees("▾ Kapan ke supervisor");
    expect(unfolded).toContain(correction);
  });

  test("shows three beginnings where it is not sure, and tells what no entry answers", async () => {
    const { worker } = staff;
    worker.sends("Rekan saya berbeda dan atasan menyuruh, siapa yang benar?");
    const { text = "" } = await worker.sees("Saya belum yakin yang mana");
    expect(text.split("\n\n")).toHaveLength(4);
    worker.sends("honor pendamping kapan cair");
    await worker.sees("jawabannya belum ada dalam sumber saya");
    worker.sends("tentang pasal 44 uu 14/2019 itu");
    await worker.sees("Kerahasiaan identitas dan kondisi Klien");
  });

  test("is read with the answer before it for ten minutes", async () => {
    const { worker } = staff;
    worker.sends("boleh gak terima amplop dari keluarga klien?");
    await worker.sees("#hadiah");
    worker.sends("dasarnya apa?");
    await worker.sees(/^Dasar · Hadiah[\s\S]*UU 14\/2019 Pasal 45/);
    worker.sends("kalau hasil kebun?");
    await worker.sees("Masih tentang: Hadiah");
    worker.presses("📄 Jawaban lengkap");
    const { text = "" } = await worker.sees("#hadiah");
    expect(text).toContain("Yang dapat dilakukan");
    await app.rows(
      `UPDATE "Dialogue" SET "topicAt" = "topicAt" - interval '11 minutes' WHERE "chatId" = $1`,
      [worker.id],
    );
    worker.sends("dasarnya apa?");
    await worker.sees(/belum yakin|di luar yang saya|belum ada dalam/);
  });

  test("is one of several in a message, and each is answered", async () => {
    const { worker } = staff;
    worker.sends("cara bikin genogram gimana? kalau ekomap?");
    await worker.sees("#genogram");
    await worker.sees("#ekomap");
  });

  test.each([
    ["makasih banyak ya", "Sama-sama"],
    ["kamu siapa?", "Saya Pendamping"],
    ["🙏", "🙂"],
    ["bot goblok", "Maaf, tadi belum membantu"],
  ])("is nothing of the kind, and gets a short line: %s", async (said, line) => {
    staff.worker.sends(said);
    await staff.worker.sees(line);
  });

  test("is declined honestly where it is none of ours", async () => {
    const { worker } = staff;
    worker.sends("resep rendang");
    await worker.sees("Itu di luar yang saya ketahui");
    worker.sends("cara perpanjang str perawat");
    const { text } = await worker.sees("Itu di luar yang saya ketahui");
    expect(text).toContain("konsil");
    worker.presses("🔎 Telusuri topik");
    await worker.sees("Tanya apa saja");
  });
});

describe("topics", () => {
  test("are browsed by group and page, also from the menu", async () => {
    const { worker } = staff;
    worker.sends("/etika");
    await worker.sees("topik. Pilih satu");
    worker.presses("▶️");
    await worker.sees(/2\/\d/);
    worker.sends("/mulai");
    await worker.sees("💬 Tanya etika & STR");
    worker.presses("💬 Tanya etika & STR");
    await worker.sees("Tanya apa saja");
    worker.presses("🚨 Darurat");
    await worker.sees("Darurat · 7 topik");
  });

  test("commands take a question", async () => {
    const { worker } = staff;
    worker.sends("/standar komponen standar pelayanan apa saja");
    await worker.sees("#standar_layanan");
    worker.sends("/sop");
    await worker.sees("🧭 SOP · ");
  });
});

describe("/str", () => {
  test("says what the wallet has and lists what is missing, each with its Pasal", async () => {
    const { worker } = staff;
    worker.sends("/str");
    await worker.sees("STR Anda belum dicatat");
    worker.presses("✅ Daftar periksa");
    const { text = "" } = await worker.sees("Registrasi pertama");
    for (const part of ["Pasal 29 huruf a", "Pasal 29 huruf d", "Pasal 46 ayat (3)", "Masih kurang 5"]) {
      expect(text).toContain(part);
    }
    worker.presses("▫️ Surat sehat");
    await worker.sees("Masih kurang 4");
    worker.presses("Lihat registrasi ulang");
    await worker.sees("Pasal 30 ayat (2) huruf e");
  });
});

describe("inline", () => {
  test("offers answers as articles to anybody, the same for everyone", async () => {
    const { worker } = staff;
    const answer = await worker.asksInline("kerahasiaan klien");
    expect(answer.results.length).toBeGreaterThan(0);
    const [first] = answer.results;
    expect(first).toMatchObject({ type: "article" });
    expect(JSON.stringify(first)).toContain("Sumber");
    expect(JSON.stringify(first)).toContain("<blockquote expandable>•");
    expect((await worker.asksInline("")).results).toEqual([]);
  });
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
