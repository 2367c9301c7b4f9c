/** /laporan: whose report, which period, the summary on the screen, and the report as pictures, PDF and workbook. */
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { notDrawn } from "../support/drawn.js";
import { readPdf } from "../support/pdf.js";
import { agreed, begun, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();
const { worker, supervisor, admin } = staff;

beforeAll(async () => {
  const { caseId } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", story.approach);
  await sent(app.records, ratna, caseId, "assessment", story.assessment);
  await agreed(app.records, dedi, await sent(app.records, ratna, caseId, "plan", story.plan));
  await sent(app.records, ratna, caseId, "session", story.session);
});

const filesIn = (person: Person) =>
  [...person.conversation.messages.values()].filter(
    (message) => message.document !== undefined || message.photo !== undefined,
  );

/** What comes after a press: so many files, each with its bytes. */
async function filesAfter(person: Person, button: string, count: number) {
  const before = filesIn(person).length;
  await person.presses(button);
  await expect.poll(() => filesIn(person).length).toBe(before + count);
  return filesIn(person)
    .slice(before)
    .map((message) => {
      const fileId = message.document?.file_id ?? message.photo?.at(-1)?.file_id ?? "";
      const content = app.telegram.file(fileId)?.content;
      if (!(content instanceof Uint8Array)) throw new Error("no file came");
      return { message, content };
    });
}

test("a worker presses through to the month and reads how it went", async () => {
  worker.sends("/laporan");
  await worker.sees("Laporan siapa");
  expect(worker.seen()).not.toContain("[📊 Tim saya]");
  expect(worker.seen()).not.toContain("[📊 Lembaga]");
  await worker.presses("📊 Kasus saya");
  await worker.sees("Masa yang mana?");
  await worker.presses("Bulan ini");
  await worker.sees("Dihitung: 1 kasus.");
  expect(worker.seen()).toMatch(/Kasus dibuka: 1, sebelumnya 0/);
  expect(worker.seen()).toContain("Masa ini belum selesai");
  for (const button of ["🖼 Gambar", "📄 PDF", "📤 PDF untuk luar", "📊 XLSX", "↩️ Masa lain"]) {
    expect(worker.seen()).toContain(`[${button}]`);
  }
});

test("two pictures come, protected, with a caption that names nobody", async () => {
  const pictures = await filesAfter(worker, "🖼 Gambar", 2);
  for (const { message, content } of pictures) {
    expect(Buffer.from(content).subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(message.has_protected_content).toBe(true);
    expect(message.caption).toContain("Laporan kasus saya");
    expect(message.caption).toContain("setelah 1 jam");
  }
});

test("the PDF tells every figure with its definition; the one for outside masks small numbers and may be saved", async () => {
  const textOf = async (content: Uint8Array) => {
    const read = await readPdf(Buffer.from(content));
    if (read.kind !== "text") throw new Error(read.reason);
    return read.text.replace(/\s+/g, " ");
  };
  const [inside] = await filesAfter(worker, "📄 PDF", 1);
  if (inside === undefined) throw new Error("no PDF");
  const words = await textOf(inside.content);
  for (const one of [
    "LAPORAN LAYANAN",
    "Definisi",
    "Median hari dari pembukaan kasus",
    "RAHASIA",
    "1 (n = 1)",
  ])
    expect(words).toContain(one);
  expect(words).not.toContain("<5");
  expect(inside.message.has_protected_content).toBe(true);
  const [outside] = await filesAfter(worker, "📤 PDF untuk luar", 1);
  if (outside === undefined) throw new Error("no PDF for outside");
  expect(await textOf(outside.content)).toContain("<5");
  expect(outside.message.has_protected_content ?? false).toBe(false);
  expect(outside.message.caption).toContain("disamarkan");
});

test("the workbook has a sheet for each subject, masked", async () => {
  const [file] = await filesAfter(worker, "📊 XLSX", 1);
  if (file === undefined) throw new Error("no workbook");
  expect(file.message.document?.file_name).toMatch(/\.xlsx$/);
  const parts = new Map(Object.entries(unzipSync(file.content)));
  const names = strFromU8(parts.get("xl/workbook.xml") ?? new Uint8Array());
  for (const sheet of ["Arus kasus", "Siapa yang dilayani", "Hasil", "Bulan", "Definisi"]) {
    expect(names).toContain(`name="${sheet}"`);
  }
  expect(strFromU8(parts.get("xl/sharedStrings.xml") ?? new Uint8Array())).toContain("&lt;5");
});

test("own dates are typed; what is no period is asked again", async () => {
  await worker.presses("↩️ Masa lain");
  await worker.sees("Masa yang mana?");
  await worker.presses("📅 Tanggal sendiri");
  await worker.sees("Dari tanggal berapa");
  worker.sends("kemarin saja");
  await worker.sees("Tulis dua tanggal");
  worker.sends("1 hari lalu sampai hari ini");
  await worker.sees("dibanding");
  expect(worker.seen()).toContain("Dihitung: 1 kasus.");
});

test("a supervisor has the team's, an admin the institution's, in the language of each", async () => {
  await supervisor.pressesData(callbacks.chooseLanguage({ locale: "en" })).answer();
  supervisor.sends("/laporan");
  await supervisor.sees("Whose report");
  await supervisor.presses("📊 My team");
  await supervisor.sees("Which period?");
  await supervisor.presses("This month");
  await supervisor.sees("Cases counted: 1.");
  admin.sends("/laporan");
  await admin.sees("[📊 Lembaga]");
  await admin.presses("📊 Lembaga");
  await admin.sees("Masa yang mana?");
  await admin.presses("Tahun ini");
  await admin.sees("Dihitung: 1 kasus.");
});

test("nobody asks for what their role does not give, nor opens the report of another", async () => {
  const said = await worker
    .pressesData(callbacks.askReport({ scope: "institution", choice: "month" }))
    .answer();
  expect(said.text ?? "").not.toBe("");
  const [row] = await app.rows<{ id: string }>(`SELECT "id" FROM "Report" WHERE "scope" = 'mine' LIMIT 1`);
  const before = filesIn(supervisor).length;
  await supervisor.pressesData(callbacks.orderReport({ form: "pdf", reportId: row?.id ?? "" })).answer();
  expect(filesIn(supervisor)).toHaveLength(before);
  expect(
    await app.rows(`SELECT 1 FROM "Report" WHERE "scope" = 'institution' AND "memberId" = '${ratna}'`),
  ).toEqual([]);
});

test("figures that are not kept any more are said to be gone", async () => {
  await app.rows(`UPDATE "Report" SET "content" = NULL`);
  const [row] = await app.rows<{ id: string }>(
    `SELECT "id" FROM "Report" WHERE "memberId" = '${ratna}' LIMIT 1`,
  );
  const said = await worker
    .pressesData(callbacks.orderReport({ form: "xlsx", reportId: row?.id ?? "" }))
    .answer();
  expect(said.text).toContain("hanya disimpan seminggu");
});

test("its buttons are drawn here", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
