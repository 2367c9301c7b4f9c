import { describe, expect, test } from "vitest";
import type { Person } from "../../src/playground/people.js";
import { notDrawn } from "../support/drawn.js";
import { guidesFromSource } from "../support/guides.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff } = await staffedApp();

/** Words that only the answer to a command has. */
const answers = {
  mulai: "Apa yang ingin Anda lakukan",
  start: "Apa yang ingin Anda lakukan",
  kasus: "Kasus",
  lanjut: /formulir|dari/,
  darurat: "Apa yang terjadi?",
  tugas: /tugas/i,
  tanya: "Tanya apa saja tentang pekerjaan Anda",
  etika: "⚖️ Etika · ",
  str: "STR Anda belum dicatat",
  sop: "🧭 SOP · ",
  standar: "📏 Standar layanan · ",
  hukum: "Undang-undang dan peraturan",
  dokumen: "Belum ada dokumen lembaga",
  dilema: "Menimbang dilema etik",
  supervisi: "Supervisi",
  laporan: "Laporan siapa yang Anda perlukan?",
  lembaga: "Anda bekerja di",
  privasi: "Data Anda di",
  bahasa: "Bahasa apa",
  bantuan: "Bantuan",
} as const;

describe("commands", () => {
  test.each(Object.entries(answers))(
    "/%s answers, and leaves nobody in a dead end",
    async (command, words) => {
      const { worker } = staff;
      worker.looksAway();
      worker.sends(`/${command}`);
      const { reply_markup: markup } = await worker.sees(words);
      expect(markup?.inline_keyboard.flat().length).toBeGreaterThan(0);
    },
  );

  test("every command that Telegram offers is answered", async () => {
    const { worker } = staff;
    expect(worker.commands().map(({ command }) => command)).toEqual(
      Object.keys(answers).filter((command) => command !== "start"),
    );
  });

  test("a supervisor sees approvals and the team, an admin people and the organisation", async () => {
    const { supervisor, admin } = staff;
    supervisor.sends("/mulai");
    await supervisor.sees("👥 Tim saya");
    expect(supervisor.seen()).not.toContain("Kasus baru");
    supervisor.sends("/supervisi");
    await supervisor.sees("• Bu Ratna: 0 kasus berjalan");
    admin.looksAway();
    admin.sends("/mulai");
    await admin.sees("🏢 Lembaga");
    admin.sends("/bantuan");
    await admin.sees("Mengelola lembaga");
    expect(admin.seen()).not.toContain("Mencatat kasus");
  });

  test("everything a command does is a button as well", async () => {
    const { worker } = staff;
    worker.sends("/mulai");
    await worker.sees("⚙️ Lainnya");
    worker.presses("⚙️ Lainnya");
    await worker.sees("⚖️ Etika");
    for (const [label, words] of [
      ["⚖️ Etika", answers.etika],
      ["🪪 STR", answers.str],
      ["🧭 SOP", answers.sop],
      ["📏 Standar layanan", answers.standar],
      ["📄 Laporan", answers.laporan],
      ["🤝 Supervisi", answers.supervisi],
      ["🔒 Data saya", answers.privasi],
      ["❓ Bantuan", answers.bantuan],
    ] as const) {
      worker.presses(label);
      await worker.sees(words);
      worker.presses("🏠 Menu");
      await worker.sees("⚙️ Lainnya");
      worker.presses("⚙️ Lainnya");
      await worker.sees("⚖️ Etika");
    }
  });
});

describe("in the middle of a form", () => {
  test("any command works and carries the way back; answers go on being answers", async () => {
    const { worker } = staff;
    worker.sends("/mulai");
    await worker.sees("➕ Kasus baru");
    worker.presses("➕ Kasus baru");
    await worker.sees("Kontak · 1/7");
    for (const command of ["/start", "/tugas", "/etika", "/privasi", "/kasus", "/bantuan", "/apaini"]) {
      worker.sends(command);
      const shown = await worker.sees("↩️ Kembali ke pertanyaan");
      const backs = shown.reply_markup?.inline_keyboard
        .flat()
        .filter(({ text }) => text.startsWith("↩️ Kembali ke"));
      expect(backs, command).toHaveLength(1);
    }
    const said = (await app.rows(`SELECT 1 FROM "Message" WHERE "chatId" = $1`, [worker.id])).length;
    worker.sends("/str");
    await worker.sees("STR Anda belum dicatat");
    expect(await app.rows(`SELECT 1 FROM "Message" WHERE "chatId" = $1`, [worker.id])).toHaveLength(said + 1);
    worker.presses("↩️ Kembali ke pertanyaan");
    await worker.sees("Kontak · 1/7");
    worker.sends("/mulai");
    await worker.sees("↩️ Kembali ke pertanyaan");
    worker.presses("Penjangkauan");
    await worker.sees("Kapan kontak pertama?");
  });

  test("a short question in between leads back as well", async () => {
    const { worker } = staff;
    worker.sends("/privasi");
    await worker.sees("✏️ Perbaiki nama");
    worker.presses("✏️ Perbaiki nama");
    await worker.sees("Bagaimana Anda ingin disebut?");
    worker.sends("/sop");
    await worker.sees("↩️ Kembali ke pertanyaan");
    worker.presses("↩️ Kembali ke pertanyaan");
    await worker.sees("Bagaimana Anda ingin disebut?");
    worker.presses("Batal");
    await worker.sees("Data Anda di");
    worker.sends("Bu Salah");
    await worker.sees("tidak ada pertanyaan yang menunggu jawaban");
    worker.sends("/privasi");
    await worker.sees("Nama: Bu Ratna");
    worker.presses("✏️ Perbaiki nama");
    await worker.sees("Bagaimana Anda ingin disebut?");
    worker.sends("Ibu Ratna");
    await worker.sees("kini disebut Ibu Ratna");
    worker.sends("/lanjut");
    await worker.sees("Kapan kontak pertama?");
    worker.sends("kemarin");
    await worker.sees("Betul?");
  });
});

test("/bantuan knows where one stands, and sends the guide of one's role in one's language", async () => {
  const { worker, admin } = staff;
  worker.sends("/help");
  await worker.sees("Anda di tengah formulir");
  expect(worker.seen()).toContain("↩️ Kembali ke pertanyaan");
  expect(worker.seen()).not.toContain("Mengelola lembaga");
  worker.presses("📘 Panduan pekerja sosial (PDF)");
  expect(await guideSeen(worker)).toEqual(await guidesFromSource("id", "worker"));

  admin.sends("/bahasa");
  await admin.sees("English");
  admin.presses("English");
  await admin.sees("What would you like to do?");
  expect(admin.commands().at(-1)?.command).toBe("help");
  admin.sends("/privasi");
  await admin.sees("✏️ Correct my name");
  admin.presses("✏️ Correct my name");
  await admin.sees("[Cancel]");
  admin.sends("/help");
  await admin.sees("One question waits for your answer");
  admin.presses("📘 Guide for admins (PDF)");
  expect(await guideSeen(admin)).toEqual(await guidesFromSource("en", "admin"));
});

/** The bytes of the guide that a person is sent. */
async function guideSeen(person: Person) {
  const { document } = await person.sees("📘");
  return app.telegram.file(document?.file_id ?? "")?.content;
}

describe("what nobody asked for", () => {
  test("every kind of message gets a friendly word and is not kept", async () => {
    const { supervisor } = staff;
    supervisor.looksAway();
    const note = supervisor.sends("Selamat pagi");
    await supervisor.sees("Halo!");
    supervisor.edits(note, "Selamat siang");
    await supervisor.sees("disunting");
    supervisor.sendsSticker();
    await supervisor.sees("menunggu kiriman");
    // What a case could hold waits to be told which one.
    supervisor.sendsVoice();
    await supervisor.sees("Pesan suara ini belum disimpan");
    supervisor.photographs(1_000);
    await supervisor.sees("Foto ini belum disimpan");
    supervisor.forwards("jual beli rumah murah, hubungi segera");
    await supervisor.sees("di luar yang saya ketahui");
    supervisor.repliesViaBot("gif lucu");
    await supervisor.sees("menunggu kiriman");
    supervisor.sendsContact("+628123456789");
    await supervisor.sees("menunggu kiriman");
    supervisor.sendsLocation(-6.2, 106.8);
    await supervisor.sees("Lokasi ini belum disimpan");
    supervisor.sends("/takada");
    await supervisor.sees("belum saya kenal");
    expect(await app.rows(`SELECT 1 FROM "Attachment"`)).toEqual([]);
  });

  test("a button that means nothing any more says so, and changes nothing", async () => {
    const { supervisor } = staff;
    const id = supervisor.lastMessage()?.message_id ?? 0;
    for (const data of [
      "q:aaaa:pick:0",
      "e:aaaa:x",
      "back:aaaa",
      "nonsense",
      "members:",
      "task:",
      ":::",
      "x".repeat(64),
    ]) {
      const answer = await supervisor.pressesData(data, id).answer();
      expect(answer.text, data).toMatch(/tidak berlaku|sudah lewat|bukan untuk Anda/);
    }
  });

  test("hostile words in any place come back as words", async () => {
    const { supervisor } = staff;
    for (const text of ["<b>", "&amp;", "a\u0000b", "\ud83d", "😀".repeat(2_000), "</code><a href='x'>"]) {
      supervisor.looksAway();
      supervisor.sends(text);
      await supervisor.sees(
        /di luar yang saya ketahui|belum yakin yang mana|belum ada dalam sumber|Ditinjau|tulis saja/,
      );
    }
    expect(await app.rows(`SELECT 1 FROM "Update" WHERE "status" <> 'done'`)).toEqual([]);
    expect(await app.rows(`SELECT 1 FROM "Message" WHERE "status" = 'dead'`)).toEqual([]);
  });
});

test("a member of two organisations goes from one to the other; the question that was open stays behind", async () => {
  const { worker } = staff;
  await app.rows(
    `INSERT INTO "Organization" ("id", "name", "createdAt") VALUES ('second', 'Balai <Dua> & Co', now())`,
  );
  await app.rows(
    `INSERT INTO "Member" ("id", "organizationId", "accountId", "name", "roles", "createdAt")
     VALUES ('elsewhereaaaaaaa', 'second', $1, '-', '{worker}', now())`,
    [worker.id],
  );
  const goes = async (organization: string) => {
    worker.looksAway();
    worker.sends("/mulai");
    await worker.sees("⚙️ Lainnya");
    worker.presses("⚙️ Lainnya");
    await worker.sees("🔁 Ganti lembaga");
    worker.presses("🔁 Ganti lembaga");
    await worker.sees("Mau bekerja di mana?");
    worker.presses(organization);
  };
  worker.sends("/lanjut");
  await worker.sees("Kapan kontak pertama?");
  await goes("Balai <Dua> & Co");
  await worker.sees(/Tersandi di server Balai <Dua> & Co/);
  worker.presses("Saya setuju");
  await worker.sees("Balai <Dua> & Co");
  worker.sends("hari ini");
  await worker.sees("tidak ada pertanyaan yang menunggu jawaban");
  worker.sends("/kasus");
  await worker.sees(/Belum ada kasus|· 0/);
  await goes("LKS Harapan Kasih");
  await worker.sees("LKS Harapan Kasih");
  worker.sends("/kasus");
  await worker.sees("K-2026-0001");
});

test("what took an update is counted by its name: a feature, a question, an entry, a button", async () => {
  const metrics = await app.metrics();
  const took = (handler: string) =>
    new RegExp(`^pendamping_updates_handled_total{end="done",handler="${handler}",fault="none"} [1-9]`, "m");
  for (const feature of ["start", "emergency", "finding", "guidance", "law", "reports"]) {
    expect(metrics).toMatch(took(`feature:${feature}`));
  }
  for (const handler of ["question", "entry:[a-z-]+", "menuHere"]) expect(metrics).toMatch(took(handler));
  expect(metrics).not.toMatch(took("none"));
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
