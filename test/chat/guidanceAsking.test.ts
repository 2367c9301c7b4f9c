import { describe, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { notDrawn } from "../support/drawn.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff } = await staffedApp();

describe("in the middle of a form", () => {
  test("a question asked first is answered, and leads back to the same question", async () => {
    const { worker } = staff;
    worker.presses("➕ Kasus baru");
    await worker.sees("Kontak · 1/7");
    worker.presses("💬 Tanya dulu");
    await worker.sees("Silakan tulis pertanyaan Anda");
    worker.sends("boleh gak terima amplop dari keluarga klien?");
    await worker.sees("#hadiah");
    worker.presses("▸ Bunyi pasal");
    await worker.sees("UU 14/2019 Pasal 45 ayat (2)");
    worker.presses(/^↩️ Bagaimana/);
    await worker.sees("Kontak · 1/7");
    expect(await app.rows(`SELECT 1 FROM "Answer"`)).toEqual([]);
  });

  test("a question typed where a button was wanted is answered; other words are offered to be", async () => {
    const { worker } = staff;
    worker.sends("polisi minta data klien, boleh dikasih?");
    await worker.sees("#permintaan_aparat");
    worker.sends("klien saya tidak mau bicara sama sekali");
    await worker.sees("💬 Ini pertanyaan, tolong jawab");
    worker.presses("💬 Ini pertanyaan, tolong jawab");
    await worker.sees(/#\w+|belum yakin yang mana|belum ada dalam sumber|di luar yang saya ketahui/);
    worker.presses(/^↩️ Bagaimana/);
    await worker.sees("Kontak · 1/7");
  });

  test("/sop begins with the stage of the case at hand, and the way back to the question stays", async () => {
    const { worker } = staff;
    worker.sends("/sop");
    const { text = "" } = await worker.sees("ada di tahap Pendekatan");
    expect(text).toMatch(/K-2026-\d{4}/);
    expect(worker.seen()).toMatch(/\[(Tahap 1: )?Pendekatan awal/i);
    worker.presses("↩️ Kembali ke pertanyaan");
    await worker.sees("Kontak · 1/7");
    worker.presses("💾 Simpan & keluar");
    await worker.sees("Belum ada yang tersimpan di formulir ini");
  });
});

describe("asking the supervisor", () => {
  test("the question is checked by the worker, reaches the supervisor, and the reply comes back", async () => {
    const { worker, supervisor } = staff;
    worker.sends("bagaimana kalau ketua yayasan menyuruh saya menahan bantuan klien sampai pemilu?");
    await worker.sees("🙋 Tanya supervisor");
    worker.presses("🙋 Tanya supervisor");
    const { text = "" } = await worker.sees("Untuk Pak Dedi");
    expect(text).toContain("ketua yayasan menyuruh saya");
    worker.sends("Ketua yayasan menyuruh menahan bantuan. Apa yang saya katakan?");
    await worker.sees("Apa yang saya katakan?");
    worker.presses("📂 Sebut kasusnya");
    await worker.sees("Tentang kasus yang mana");
    worker.presses(/^K-2026/);
    await worker.sees("tentang kasus K-2026");
    worker.presses("📨 Kirim");
    await worker.sees("sampai ke Pak Dedi");

    const { text: notice = "" } = await supervisor.sees("Bu Ratna bertanya kepada Anda tentang K-2026");
    expect(notice).not.toContain("yayasan");
    supervisor.presses("📄 Baca pertanyaannya");
    await supervisor.sees("menahan bantuan");
    supervisor.presses("💬 Balas");
    await supervisor.sees("Apa balasan Anda untuk Bu Ratna");
    supervisor.sends("Tolak dengan sopan dan catat; bantuan bukan alat kampanye.");
    await supervisor.sees("Balasan Anda sampai");
    const { text: told = "" } = await worker.sees("Pak Dedi membalas pertanyaan Anda.");
    expect(told).not.toContain("kampanye");
    worker.presses("📄 Baca balasannya");
    const { text: reply = "" } = await worker.sees("Balasan Pak Dedi");
    expect(reply).toContain("bantuan bukan alat kampanye");
    expect(reply).toContain("Ketua yayasan menyuruh menahan bantuan");

    const kept = await app.rows(`SELECT "question", "answer" FROM "Consultation"`);
    expect(JSON.stringify(kept)).not.toMatch(/kampanye|yayasan/);
  });

  test("what is asked is for the supervisor alone: the admin cannot read it", async () => {
    const { admin } = staff;
    const [asked] = await app.rows<{ id: string }>(`SELECT "id" FROM "Consultation"`);
    const id = admin.lastMessage()?.message_id ?? 0;
    for (const callback of [
      callbacks.consultation,
      callbacks.replyToConsultation,
      callbacks.proposeAnswer,
      callbacks.proposeAnswerSurely,
      callbacks.publishAnswer,
    ]) {
      const { text } = await admin.pressesData(callback({ consultationId: asked?.id ?? "" }), id).answer();
      expect(text, callback.pattern).toMatch(/bukan untuk Anda|Ini sudah berubah/);
    }
    const { text } = await admin
      .pressesData(callbacks.dilemma({ dilemmaId: "nothingofthissor" }), id)
      .answer();
    expect(text).toContain("bukan untuk Anda");
  });

  test("a reply is given once; the supervisor proposes it and the admin makes an entry of it", async () => {
    const { worker, supervisor, admin } = staff;
    const again = await supervisor.presses("💬 Balas").answer();
    expect(again.text).toContain("Ini sudah berubah");
    supervisor.presses("📚 Usulkan ke tanya-jawab lembaga");
    await supervisor.sees("Usulkan ini ke tanya-jawab lembaga");
    supervisor.presses("Ya, usulkan");
    await supervisor.sees("sampai ke admin");
    await admin.sees("Pak Dedi mengusulkan tanya-jawab");
    admin.presses("📄 Baca usulannya");
    const { text = "" } = await admin.sees("Usulan untuk tanya-jawab lembaga");
    expect(text).not.toContain("K-2026");
    admin.presses("📚 Masukkan ke tanya-jawab");
    await admin.sees("Tersimpan dalam dokumen");
    worker.sends("ketua yayasan menyuruh menahan bantuan, harus bilang apa?");
    const { text: quoted = "" } = await worker.sees(/tanya-jawab lembaga/);
    if (!quoted.includes("bukan alat kampanye")) {
      worker.presses(/^📚 tanya-jawab/);
      await worker.sees("bukan alat kampanye");
    }
  });

  test("without a supervisor it reaches the admins", async () => {
    const { supervisor, admin } = staff;
    supervisor.sends("/mulai");
    await supervisor.sees("💬 Tanya etika & STR");
    supervisor.presses("💬 Tanya etika & STR");
    await supervisor.sees("🙋 Tanya supervisor");
    supervisor.presses("🙋 Tanya supervisor");
    await supervisor.sees("Tulis pertanyaan Anda untuk Bu Sari");
    supervisor.sends("Apakah lembaga sudah punya SOP rujukan?");
    await supervisor.sees("Kirim begini");
    supervisor.presses("📨 Kirim");
    await admin.sees("Pak Dedi bertanya");
    admin.sends("/mulai");
    await admin.sees("💬 Tanya etika & STR");
    admin.presses("💬 Tanya etika & STR");
    await admin.sees("💬 Pertanyaan menunggu (1)");
  });
});

describe("what found no answer", () => {
  test("is shown to the admin by its words alone, alike ones together", async () => {
    const { worker, admin } = staff;
    for (const asked of [
      "tolong carikan jadwal kapal ke Wamena untuk Bu Yosepha 0812345678",
      "carikan jadwal kapal ke Wamena",
    ]) {
      worker.sends(asked);
      await worker.sees(/di luar yang saya ketahui|belum yakin yang mana|belum ada dalam sumber/);
    }
    admin.sends("/laporan");
    await admin.sees("❔ Pertanyaan tanpa jawaban");
    admin.presses("❔ Pertanyaan tanpa jawaban");
    const { text = "" } = await admin.sees("yang mirip dihitung bersama");
    expect(text).toContain("jadwal kapal");
    expect(text).toContain("2×");
    expect(text).not.toMatch(/Yosepha|yosepha|Wamena|wamena|0812/);
    admin.presses(/^✓ .*jadwal/);
    await admin.sees(/Tidak ada pertanyaan|Pertanyaan tanpa jawaban/);
  });
});

describe("/dilema", () => {
  test("is reasoned through in seven steps, kept sealed, and offered for supervision", async () => {
    const { worker, supervisor } = staff;
    worker.sends("/dilema");
    await worker.sees("Menimbang dilema etik");
    worker.presses("➕ Mulai menimbang");
    await worker.sees("1 dari 7");
    worker.sends("Klien remaja bercerita ia dipukul, dan minta saya diam.");
    await worker.sees("2 dari 7");
    worker.sends("Klien ingin dipercaya; ia juga butuh aman.");
    await worker.sees("3 dari 7");
    worker.sends("menjaga rahasia klien\nmelapor kekerasan terhadap anak");
    const { text: bearings = "" } = await worker.sees("Yang menyangkut kewajiban itu");
    expect(bearings).toContain("(resmi)");
    await worker.sees("4 dari 7");
    worker.presses("Tidak ada yang lain");
    await worker.sees("5 dari 7");
    worker.sends("Melapor sekarang, atau bicara dulu dengannya.");
    await worker.sees("6 dari 7");
    worker.presses("Supervisor saya");
    await worker.sees("7 dari 7");
    worker.sends("Bicara dulu, lalu melapor bersama dia.");
    const { text = "" } = await worker.sees("Catatan ini milik Anda");
    for (const part of ["Fakta", "dipukul", "Supervisor saya", "melapor bersama dia"]) {
      expect(text).toContain(part);
    }
    const kept = await app.rows(`SELECT "content" FROM "Dilemma"`);
    expect(JSON.stringify(kept)).not.toContain("dipukul");
    worker.presses("📂 Kaitkan ke kasus");
    await worker.sees("Tentang kasus yang mana");
    worker.presses(/^K-2026/);
    await worker.sees(/Dilema · .* · K-2026/);
    worker.presses("📨 Minta supervisi");
    await worker.sees("sampai ke Pak Dedi");
    await supervisor.sees("Bu Ratna bertanya kepada Anda tentang K-2026");
    supervisor.presses("📄 Baca pertanyaannya");
    await supervisor.sees("melapor bersama dia");
  });

  test("what was written stays when it is left in the middle", async () => {
    const { worker } = staff;
    worker.sends("/dilema");
    await worker.sees("➕ Mulai menimbang");
    worker.presses("➕ Mulai menimbang");
    await worker.sees("1 dari 7");
    worker.sends("Rekan memalsukan daftar hadir.");
    await worker.sees("2 dari 7");
    worker.presses("Batal");
    await worker.sees("✏️");
    worker.presses(/^✏️/);
    await worker.sees("Rekan memalsukan daftar hadir.");
    worker.presses("▶️ Lanjutkan");
    await worker.sees("2 dari 7");
    worker.presses("Batal");
    await worker.sees("Menimbang dilema etik");
  });
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
