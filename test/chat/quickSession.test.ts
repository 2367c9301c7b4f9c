/** Catat cepat: one message becomes a session, shown back first; nothing is stored before it is sent. */
import type { Message } from "grammy/types";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { notDrawn } from "../support/drawn.js";
import { agreed, answersOf, begun, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const told = "tadi ke rumah Mak I, latihan jalan 20 mnt, mau makan sendiri, senin lagi";

const { app, staff, ratna, dedi } = await staffedApp();

let caseId: string;
let code: string;
beforeAll(async () => {
  ({ caseId, code } = await inIntervention());
});
beforeEach(() => staff.worker.looksAway());

async function inIntervention(): Promise<{ caseId: string; code: string }> {
  const opened = await begun(app.records, ratna);
  await sent(app.records, ratna, opened.caseId, "approach", story.approach);
  await sent(app.records, ratna, opened.caseId, "assessment", story.assessment);
  await agreed(app.records, dedi, await sent(app.records, ratna, opened.caseId, "plan", story.plan));
  return opened;
}

/** The labels of its buttons. */
function facesOf({ reply_markup: markup }: Message): readonly string[] {
  return (markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
}

/** The sessions of a case, by their status. */
async function sessions(of = caseId): Promise<string[]> {
  const rows = await app.rows<{ status: string }>(
    `SELECT "status" FROM "Round" WHERE "caseId" = $1 AND "form" = 'session' ORDER BY "sequence"`,
    [of],
  );
  return rows.map(({ status }) => status);
}

async function sessionAnswers(sequence: number): Promise<Record<string, unknown>> {
  const [row] = await app.rows<{ id: string }>(
    `SELECT "id" FROM "Round" WHERE "caseId" = $1 AND "form" = 'session' AND "sequence" = $2`,
    [caseId, sequence],
  );
  return Object.fromEntries(await answersOf(app.records, ratna, row?.id ?? ""));
}

test("one message and one press: a session with its day, role, goal, progress and next day", async () => {
  const { worker } = staff;
  worker.sends(told);
  const shown = await worker.sees("Belum ada yang tersimpan. Sudah betul?");
  for (const line of [
    code,
    "Selasa, 24 November 2026",
    "Edukator",
    "Sedikit maju",
    "Senin, 30 November 2026",
    told,
  ]) {
    expect(shown.text).toContain(line);
  }
  expect(await sessions()).toEqual([]);
  await app.deploy();
  worker.presses("📨 Kirim");
  await worker.sees(`Sesi ${code} ✓`);
  await worker.sees("tersimpan");
  expect(await sessions()).toEqual(["approved"]);
  expect(await sessionAnswers(1)).toEqual({
    date: "2026-11-24",
    roles: ["educator"],
    goals: ["goals.0"],
    note: told,
    progress: "little",
    obstacles: null,
    nextDate: "2026-11-30",
    attachment: null,
  });
});

test("pressed twice it is one session", async () => {
  const { worker } = staff;
  worker.sends("kemarin konseling dengan anaknya, sudah membaik, kamis depan lagi");
  const shown = await worker.sees("Sudah betul?");
  const send = shown.reply_markup?.inline_keyboard.flat()[0];
  const data = send !== undefined && "callback_data" in send ? send.callback_data : "";
  worker.pressesData(data, shown.message_id);
  worker.pressesData(data, shown.message_id);
  await worker.sees("tersimpan");
  worker.sends("/mulai");
  await worker.sees("Apa yang ingin Anda lakukan");
  expect(await sessions()).toEqual(["approved", "approved"]);
});

test("what was not read is asked, and nothing else", async () => {
  const { worker } = staff;
  worker.sends("hari ini mendampingi ke puskesmas, antre lama sekali");
  const shown = await worker.sees("nanti ditanyakan");
  expect(shown.text).toContain("Pendamping");
  worker.presses("📨 Kirim");
  await worker.sees(/Bagaimana (perkembangan|kemajuan)|kemajuannya|Perkembangan/i);
  worker.presses("Maju");
  await worker.sees("Semua terjawab");
  worker.presses(/Kirim/);
  await worker.sees("tersimpan");
  expect(await sessions()).toHaveLength(3);
});

test("it can be corrected in the form before it is sent", async () => {
  const { worker } = staff;
  worker.sends("kemarin dampingi belanja, sudah lancar, lusa saya datang lagi");
  await worker.sees("Sudah betul?");
  worker.presses("✏️ Perbaiki");
  await worker.sees("Semua terjawab");
  expect(await sessions()).toEqual(["approved", "approved", "approved", "draft"]);
  worker.presses(/Kirim/);
  await worker.sees("tersimpan");
});

test("of several cases it asks which; it may be no session at all", async () => {
  const { worker } = staff;
  const other = await inIntervention();
  worker.sends("tadi menemani kontrol, sama saja, besok datang lagi");
  await worker.sees("Sesi di kasus mana?");
  worker.presses(other.code);
  await worker.sees("Sudah betul?");
  worker.presses("Tidak jadi");
  await worker.sees("tidak dipakai");
  expect(await sessions(other.caseId)).toEqual([]);
});

test("offers the case last looked at first, then those last touched; none of those that have no sessions", async () => {
  const { worker } = staff;
  await app.forward(60_000);
  const newer = await inIntervention();
  for (let other = 0; other < 8; other += 1) await begun(app.records, ratna);
  for (const [lookedAt, other] of [
    [code, newer.code],
    [newer.code, code],
  ] as const) {
    worker.sends(`/kasus ${lookedAt}`);
    await worker.sees(`${lookedAt} · `);
    await app.deploy();
    worker.looksAway();
    worker.sends("tadi menemani kontrol, sama saja, besok datang lagi");
    const faces = facesOf(await worker.sees("Sesi di kasus mana?"));
    expect(faces[0]).toBe(lookedAt);
    expect(faces).toContain(other);
  }
});

test("where it names somebody it is sent without the names on a press, and is one session pressed twice", async () => {
  const { worker } = staff;
  const mine = await inIntervention();
  const asks = async (words: string) => {
    worker.sends(words);
    await worker.sees("Sesi di kasus mana?");
    worker.presses(mine.code);
    return worker.sees("Sudah betul?");
  };
  const shown = await asks("tadi menemani Mak Iyah belanja, Ujang ikut, sudah maju, senin lagi");
  const face = shown.reply_markup?.inline_keyboard.flat().find(({ text }) => text === "📨 Kirim tanpa nama");
  const data = face !== undefined && "callback_data" in face ? face.callback_data : "";
  await worker.pressesData(data, shown.message_id).answer();
  await worker.sees("tersimpan");
  await worker.pressesData(data, shown.message_id).answer();
  expect(await sessions(mine.caseId)).toEqual(["approved"]);
  const [round] = await app.rows<{ id: string }>(
    `SELECT "id" FROM "Round" WHERE "caseId" = $1 AND "form" = 'session'`,
    [mine.caseId],
  );
  expect((await answersOf(app.records, ratna, round?.id ?? "")).get("note")).toBe(
    "tadi menemani Mak klien belanja, U. ikut, sudah maju, senin lagi",
  );
  worker.looksAway();
  expect(facesOf(await asks(told))).not.toContain("📨 Kirim tanpa nama");
  worker.presses("Tidak jadi");
  await worker.sees("tidak dipakai");
});

test("a question, or what is to come, is answered as before", async () => {
  const { worker } = staff;
  worker.sends("boleh gak terima amplop dari keluarga klien?");
  await worker.sees("#hadiah");
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
