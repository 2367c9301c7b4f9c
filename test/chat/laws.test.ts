import { describe, expect, test } from "vitest";
import { notDrawn } from "../support/drawn.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff } = await staffedApp();

describe("what an answer cites is opened word for word", () => {
  test("each source is a button; from there the whole Pasal, the parts beside it, and back to the answer", async () => {
    const { worker } = staff;
    worker.sends("boleh gak terima amplop dari keluarga klien?");
    await worker.sees("#hadiah");
    worker.presses("▸ Bunyi pasal");
    const unfolded = await worker.sees("▾ Bunyi pasal");
    worker.presses("📜 UU 14/2019 Pasal 45 ayat (2)");
    const { text = "" } = await worker.sees(
      "(2) Imbalan jasa sebagaimana dimaksud pada ayat (1) huruf c tidak berlaku jika Klien",
    );
    expect(text).toContain("UU 14/2019 tentang Pekerja Sosial");
    expect(text).toContain("Berlaku sejak 2 Oktober 2019");
    expect(text).not.toContain("mematuhi nasihat");
    worker.presses("📄 Pasal utuh");
    await worker.sees("b. mematuhi nasihat");
    worker.presses("Pasal 46 ▶️");
    await worker.sees("Organisasi Pekerja Sosial yang bersifat independen");
    worker.presses("⬅️ Ke jawaban");
    const again = await worker.sees("▾ Bunyi pasal");
    expect(again.text).toContain("#hadiah");
    // What stood below the answer, such as why it missed, stands there still.
    expect(again.reply_markup?.inline_keyboard.slice(-2)).toEqual(
      unfolded.reply_markup?.inline_keyboard.slice(-2),
    );
  });
});

describe("a Pasal that is asked for stands on the screen first", () => {
  test("with the topics that cite it", async () => {
    const { worker } = staff;
    worker.sends("ps 44 (2) huruf b uu 14/2019");
    const { text = "" } = await worker.sees("Pasal 44 ayat (2) huruf b");
    expect(text).toContain(
      "(2) Kepentingan Klien sebagaimana dimaksud pada ayat (1) huruf a dapat dilaksanakan dengan ketentuan:",
    );
    expect(text).toContain("b. harus dengan persetujuan Klien");
    expect(text).toContain("…");
    worker.presses("◀️ ayat (2) huruf a");
    await worker.sees("a. memperhatikan prinsip etik");
  });

  test("in the words that replaced it, and in its former ones; with its Penjelasan", async () => {
    const { worker } = staff;
    worker.sends("pasal 66 uu perlindungan anak");
    await worker.sees("Bunyi ini menggantikan UU 23/2002 Pasal 66");
    worker.presses("💬 Penjelasan");
    await worker.sees("dieksploitasi secara ekonomi");
    worker.presses("📜 Bunyi pasal");
    await worker.sees("penyebarluasan dan/atau sosialisasi");
    worker.presses("🕰 Bunyi lama");
    await worker.sees("Bunyi sebelum diubah UU 35/2014");
  });

  test("one that does not exist leads to the contents", async () => {
    const { worker } = staff;
    worker.sends("pasal 99 uu 14/2019");
    await worker.sees("Pasal 99 dari UU 14/2019 tidak ada pada saya");
    worker.presses("BAB VI HAK DAN KEWAJIBAN");
    await worker.sees("Pasal 43: Klien dalam menerima");
    worker.presses("Pasal 43");
    await worker.sees("Klien dalam menerima pelayanan Praktik Pekerjaan Sosial berhak:");
    worker.presses("📚 Daftar isi");
    await worker.sees("Pilih babnya");
    worker.presses("📚 Undang-undang");
    await worker.sees("PP 65/2015");
  });

  test("a long one comes page by page", async () => {
    const { worker } = staff;
    worker.sends("uu 14/2019 pasal 1");
    await worker.sees("Pasal 1 (1/");
    worker.presses(/^2\/\d ⏩$/);
    await worker.sees("Pasal 1 (2/");
    worker.presses(/^⏪ 1\/\d$/);
    await worker.sees("Pekerja Sosial adalah seseorang");
  });
});

test("/hukum lists the laws, and answers with the nearest Pasal", async () => {
  const { worker } = staff;
  worker.sends("/hukum");
  await worker.sees("Undang-undang dan peraturan");
  worker.sends("/hukum berapa lama str berlaku");
  await worker.sees("STR berlaku selama 5 (lima) tahun");
  worker.sends("/hukum zzzz qqqq");
  await worker.sees("Tidak ada pasal yang cocok");
});

test("what a question of a form rests on is opened from its Mengapa", async () => {
  const { worker } = staff;
  worker.sends("/mulai");
  worker.presses("➕ Kasus baru");
  await worker.sees("Bagaimana klien sampai ke Anda?");
  worker.presses("Datang sendiri");
  await worker.sees("Kapan kontak pertama?");
  worker.presses("Hari ini");
  await worker.sees("Siapa klien Anda?");
  worker.presses("❓ Mengapa ditanya?");
  await worker.sees("Dasar: UU 14/2019 Pasal 1 angka 9.");
  worker.presses("📜 UU 14/2019 Pasal 1 angka 9");
  await worker.sees("9. Klien adalah penerima manfaat");
});

test("two topics that help there are opened from it too, and lead back to the question; the draft is kept", async () => {
  const { worker } = staff;
  worker.presses("↩️ Kembali ke pertanyaan");
  await worker.sees("Siapa klien Anda?");
  worker.presses("❓ Mengapa ditanya?");
  await worker.sees("Dasar: UU 14/2019 Pasal 1 angka 9.");
  expect(worker.seen()).toMatch(/\[Lima jenis praktik/);
  worker.presses(/^Lima jenis praktik/);
  await worker.sees("#lima_jenis_praktik");
  worker.presses("↩️ Kembali ke pertanyaan");
  await worker.sees("Siapa klien Anda?");
  expect(await app.rows(`SELECT 1 FROM "Answer"`)).toHaveLength(2);
});

test("in English the law stays Indonesian, and says so", async () => {
  const { supervisor } = staff;
  supervisor.sends("/bahasa");
  await supervisor.sees("Bahasa apa");
  supervisor.presses("English");
  await supervisor.sees("in English from now on");
  supervisor.sends("pasal 44 uu 14/2019");
  const { text = "" } = await supervisor.sees("we have no official translation");
  expect(text).toContain("Kerahasiaan identitas dan kondisi Klien");
});

test("every button of the laws was drawn", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
