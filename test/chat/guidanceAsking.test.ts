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
    worker.sends("Ketua yayasan, Bu Yosepha, menyuruh menahan bantuan. Apa yang saya katakan?");
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
    expect(reply).toContain("Ketua yayasan, Bu Yosepha, menyuruh menahan bantuan");

    const kept = await app.rows(`SELECT "question", "answer" FROM "Consultation"`);
    expect(JSON.stringify(kept)).not.toMatch(/kampanye|yayasan/);
  });

  test("what is asked is for the supervisor alone: the admin cannot read it", async () => {
    const { admin } = staff;
    const [asked] = await app.rows<{ id: string }>(`SELECT "id" FROM "Consultation"`);
    const id = admin.lastMessage()?.message_id ?? 0;
    for (const callback of [callbacks.consultation, callbacks.replyToConsultation, callbacks.keepReply]) {
      const { text } = await admin.pressesData(callback({ consultationId: asked?.id ?? "" }), id).answer();
      expect(text, callback.pattern).toMatch(/bukan untuk Anda|Ini sudah berubah/);
    }
    const { text } = await admin
      .pressesData(callbacks.dilemma({ dilemmaId: "nothingofthissor" }), id)
      .answer();
    expect(text).toContain("bukan untuk Anda");
  });

  test("a reply is given once; the supervisor proposes it as an entry, without whom the question named", async () => {
    const { supervisor, admin, worker } = staff;
    const again = await supervisor.presses("💬 Balas").answer();
    expect(again.text).toContain("Ini sudah berubah");
    supervisor.presses("📚 Jadikan jawaban lembaga");
    const { text: draft = "" } = await supervisor.sees("Draf, hanya Anda yang melihatnya");
    expect(draft).toContain("menyuruh menahan bantuan. Apa yang saya katakan?");
    expect(draft).toContain("bantuan bukan alat kampanye");
    expect(draft).not.toMatch(/Yosepha|K-2026/);
    supervisor.presses("✏️ Langkah");
    await supervisor.sees("Apa langkahnya");
    supervisor.sends("1. Tolak <b>baik-baik</b> & catat\n2. Beri tahu saya");
    const { text: stepped = "" } = await supervisor.sees("1. Tolak <b>baik-baik</b> & catat");
    expect(stepped).toContain("2. Beri tahu saya");
    supervisor.presses("✏️ Dasar");
    await supervisor.sees("Apa dasarnya");
    supervisor.sends("SOP bantuan");
    await supervisor.sees("SOP bantuan");
    supervisor.presses("📅 Tinjauan");
    await supervisor.sees("Kapan isinya dilihat lagi");
    supervisor.presses("3 bulan");
    await supervisor.sees("📨 Usulkan ke admin");
    // Nobody else finds or reads it before an admin keeps it.
    const [{ id: entryId = "" } = {}] = await app.rows<{ id: string }>(`SELECT "id" FROM "OwnEntry"`);
    for (const person of [admin, worker]) {
      const id = person.lastMessage()?.message_id ?? 0;
      for (const name of [
        "ownEntry",
        "ownCard",
        "keepOwn",
        "retireOwn",
        "discardOwn",
        "ownHistory",
      ] as const) {
        const { text } = await person.pressesData(callbacks[name]({ entryId }), id).answer();
        expect(text, name).toContain("bukan untuk Anda");
      }
    }
    supervisor.presses("📨 Usulkan ke admin");
    await supervisor.sees("sampai ke admin lembaga");
    const { text: notice = "" } = await admin.sees("Pak Dedi mengusulkan jawaban untuk lembaga");
    expect(notice).not.toContain("bantuan");
    supervisor.presses("↩️ Tarik usulan");
    await supervisor.sees("Draf, hanya Anda");
    supervisor.presses("📨 Usulkan ke admin");
    await supervisor.sees("sampai ke admin lembaga");
    const stored = await app.rows(`SELECT "content" FROM "OwnEntry"`);
    expect(JSON.stringify(stored)).not.toMatch(/kampanye|yayasan/);
  });

  test("an admin keeps it, and every member finds it from then on, beside what ships", async () => {
    const { worker, supervisor, admin } = staff;
    worker.sends("ketua yayasan menyuruh menahan bantuan, apa yang saya katakan?");
    const { text: before = "" } = await worker.sees(/#\w+|belum|di luar|Mungkin/);
    expect(before).not.toContain("Dari lembaga Anda");
    admin.presses("📄 Baca usulannya");
    await admin.sees("Usulan, menunggu keputusan admin");
    admin.presses("✏️ Contoh");
    await admin.sees("Satu baris satu contoh");
    admin.sends(
      "Ketua yayasan menyuruh menahan bantuan, apa yang saya katakan?\nyayasan larang bantuan cair",
    );
    await admin.sees("yayasan larang bantuan cair");
    admin.presses("✅ Simpan untuk semua anggota");
    await admin.sees("semua anggota menemukannya");
    await supervisor.sees("menyimpan usulan jawaban Anda");
    for (const asked of [
      "ketua yayasan menyuruh menahan bantuan apa yang saya katakan",
      "yayasan larang bantuan cair",
    ]) {
      worker.sends(asked);
      const { text = "" } = await worker.sees("Dari lembaga Anda");
      expect(text).toContain("bantuan bukan alat kampanye");
      expect(text).toContain("1. Tolak <b>baik-baik</b> & catat");
      expect(text).toContain("Ditulis oleh Pak Dedi (supervisor)");
    }
    // What is in danger, what is said by the way, and what cites a law comes before it.
    worker.sends("terima kasih");
    await worker.sees("Sama-sama");
    worker.sends("klien saya mau bunuh diri sekarang");
    await worker.sees("keselamatan");
  });

  test("what members say of it stands beside it, and an earlier text is kept when it is written anew", async () => {
    const { worker, admin } = staff;
    worker.sends("yayasan larang bantuan cair");
    await worker.sees("Dari lembaga Anda");
    worker.presses("👎 Tidak");
    await worker.sees("Sudah tidak berlaku");
    worker.presses("Sudah tidak berlaku");
    await worker.sees("dipakai untuk memperbaiki");
    admin.sends("/mulai");
    await admin.sees("🏢 Lembaga");
    admin.presses("🏢 Lembaga");
    await admin.sees("📚 Dokumen lembaga");
    admin.presses("🗂 Kelola jawaban");
    const { text: desk = "" } = await admin.sees("Jawaban lembaga: kelola");
    expect(desk).toContain("👎 1 (tidak berlaku lagi 1)");
    admin.presses(/^1\. 🏢 Ketua yayasan/);
    await admin.sees("Jawaban lembaga, ditemukan semua anggota");
    admin.presses("✏️ Jawaban");
    await admin.sees("Apa jawabannya");
    admin.sends("Bantuan tidak pernah ditahan; laporkan kepada ketua lembaga.");
    await admin.sees("Bantuan tidak pernah ditahan");
    admin.presses("🕘 Naskah sebelumnya");
    const { text: earlier = "" } = await admin.sees("Naskah sebelumnya");
    expect(earlier).toContain("bantuan bukan alat kampanye");
    worker.sends("yayasan larang bantuan cair");
    await worker.sees("Bantuan tidak pernah ditahan");
    await worker.presses("👍 Membantu").answer();
    // It is kept at hand, with a topic and a place in a law; by whoever presses, and nobody else.
    const { text: kept } = await worker.presses("⭐ Simpan").answer();
    expect(kept).toContain("⭐ Favorit");
    for (const [asked, found] of [
      ["boleh gak terima amplop dari keluarga klien?", "#hadiah"],
      ["pasal 44 uu 14/2019", "UU 14/2019"],
    ] as const) {
      worker.sends(asked);
      await worker.sees(found);
      await worker.presses("⭐ Simpan").answer();
    }
    admin.sends("/tanya");
    await admin.sees("⭐ Favorit");
    admin.presses("⭐ Favorit");
    await admin.sees("Belum ada. Tekan ⭐ Simpan");
  });

  test("it is looked at again when its day has come, and found no more once it is retired", async () => {
    const { worker, admin } = staff;
    const due = await app.rows<{ dueAt: Date }>(
      `SELECT "dueAt" FROM "Deadline" WHERE "key" = $1 AND "doneAt" IS NULL AND "cancelledAt" IS NULL`,
      [app.records.storedKind("entry-review")],
    );
    expect(due.map(({ dueAt }) => dueAt.toISOString().slice(0, 7))).toEqual(["2027-02"]);
    admin.presses("🗂 Kelola");
    await admin.sees("Jawaban lembaga, ditemukan semua anggota");
    admin.presses("✅ Masih berlaku");
    await admin.sees("masih berlaku, ditinjau lagi");
    admin.presses("🗄 Tarik jawaban");
    await admin.sees("Mulai sekarang tidak ditemukan lagi");
    expect(
      await app.rows(`SELECT 1 FROM "Deadline" WHERE "key" = $1 AND "cancelledAt" IS NULL`, [
        app.records.storedKind("entry-review"),
      ]),
    ).toEqual([]);
    worker.sends("yayasan larang bantuan cair");
    const { text = "" } = await worker.sees(/#\w+|belum|di luar|Mungkin/);
    expect(text).not.toContain("Bantuan tidak pernah ditahan");
    // A button of before says that it is retired.
    const [{ id: entryId = "" } = {}] = await app.rows<{ id: string }>(`SELECT "id" FROM "OwnEntry"`);
    worker.pressesData(callbacks.ownEntry({ entryId }), worker.lastMessage()?.message_id ?? 0);
    await worker.sees("Jawaban ini sudah ditarik");
  });

  test("favourites are listed newest first, opened and taken away; what was retired says so", async () => {
    const { worker } = staff;
    worker.sends("/tanya");
    await worker.sees("⭐ Favorit");
    worker.presses("⭐ Favorit");
    await worker.sees("Hanya Anda yang melihat daftar ini");
    expect(worker.seen()).toMatch(
      /⭐ UU 14\/2019 Pasal 44\b[\s\S]*⭐ Hadiah[\s\S]*⭐ \(ditarik\) Ketua yayasan/,
    );
    worker.presses(/^⭐ Hadiah/);
    await worker.sees("#hadiah");
    worker.presses("🗑 Hapus dari daftar");
    await worker.sees("Tekan yang ingin Anda hapus");
    worker.presses(/^🗑 \(ditarik\)/);
    await worker.sees("⭐ Favorit · 2");
    const kept = await app.rows(`SELECT "kind", "ref" FROM "Favourite" ORDER BY "kind"`);
    expect(kept).toEqual([
      { kind: "law", ref: "uu-14-2019/44" },
      { kind: "topic", ref: "hadiah" },
    ]);
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
    const number = /(\d+)\. [^\n]*jadwal kapal/.exec(text)?.[1] ?? "";
    admin.presses(`✍️ ${number} Tulis jawaban`);
    const { text: asked = "" } = await admin.sees("Apa jawabannya");
    expect(asked).not.toContain("Wamena");
    admin.sends("Jadwal kapal ada di loket Pelni setempat.");
    await admin.sees("Draf, hanya Anda");
    admin.presses("✅ Simpan untuk semua anggota");
    await admin.sees("semua anggota menemukannya");
    admin.sends("/laporan");
    await admin.sees("❔ Pertanyaan tanpa jawaban");
    admin.presses("❔ Pertanyaan tanpa jawaban");
    const { text: left = "" } = await admin.sees(/Tidak ada pertanyaan|Pertanyaan tanpa jawaban/);
    expect(left).not.toContain("jadwal kapal");
    worker.sends("carikan jadwal kapal ke Wamena");
    await worker.sees("loket Pelni setempat");
  });

  test("a topic that is said to be out of date is answered by the institution itself; a draft may be thrown away", async () => {
    const { worker, admin } = staff;
    worker.sends("boleh gak terima amplop dari keluarga klien?");
    await worker.sees("#hadiah");
    worker.presses("👎 Tidak");
    await worker.sees("Sudah tidak berlaku");
    worker.presses("Sudah tidak berlaku");
    await worker.sees("Mungkin ini");
    admin.sends("/laporan");
    await admin.sees("❔ Pertanyaan tanpa jawaban");
    admin.presses("❔ Pertanyaan tanpa jawaban");
    await admin.sees("Jawaban yang kurang membantu");
    admin.presses(/^✍️ Tulis jawaban sendiri: /);
    await admin.sees("Apa jawabannya");
    admin.sends("Aturan baru lembaga: tidak boleh sama sekali.");
    await admin.sees("Draf, hanya Anda");
    admin.presses("🗑 Buang draf");
    await admin.sees("Jawaban lembaga: kelola");
    expect(await app.rows(`SELECT 1 FROM "OwnEntry" WHERE "status" = 'draft'`)).toEqual([]);
  });

  test("an admin does not keep every proposal", async () => {
    const { supervisor, admin } = staff;
    supervisor.sends("/etika");
    await supervisor.sees("⬅️ Semua topik");
    supervisor.presses("⬅️ Semua topik");
    await supervisor.sees(/🏢 Jawaban lembaga \(1\)/);
    supervisor.presses(/^🏢 Jawaban lembaga/);
    await supervisor.sees("Ditulis lembaga Anda sendiri");
    supervisor.presses("➕ Tulis jawaban");
    await supervisor.sees("Satu baris satu contoh");
    supervisor.sends("Bolehkah menginap di rumah klien?");
    await supervisor.sees("Apa jawabannya");
    supervisor.sends("Tidak boleh.");
    await supervisor.sees("Draf, hanya Anda");
    supervisor.presses("📨 Usulkan ke admin");
    await admin.sees("mengusulkan jawaban");
    admin.presses("📄 Baca usulannya");
    await admin.sees("Usulan, menunggu");
    admin.presses("✖️ Tidak disimpan");
    await admin.sees("Usulan yang tidak disimpan");
    await supervisor.sees("tidak menyimpan usulan jawaban Anda");
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
