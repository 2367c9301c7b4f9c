/**
 * Optional help from outside: off until an admin, the worker and the client agree; confirmed one by one; and whatever a
 * service does, nothing of it becomes an answer by itself.
 */
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { spoken } from "../../src/practice/inputs/text.js";
import { recordClientAssistConsent, recordOwnAssistConsent } from "../../src/records/assist/consents.js";
import { notDrawn } from "../support/drawn.js";
import { startOutside, transcript } from "../support/outside.js";
import { begun, filled, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const outside = await startOutside();
afterAll(() => outside.close());
const { app, staff, ratna } = await staffedApp(
  {},
  {
    transcription: { url: outside.url, model: "whisper-small" },
    language: { url: outside.url, model: "qwen" },
  },
);
const host = new URL(outside.url).host;

const physical = "Bagaimana keadaan fisik dan kesehatannya?";
const psychological = "Bagaimana perasaan dan pikirannya?";

let caseId: string;
let code: string;
let roundId: string;
beforeEach(() => staff.worker.looksAway());

/** The worker stands at a question of the assessment of a new case, at the first report unless said otherwise. */
async function standsAtReport(path = "physical", question = physical): Promise<void> {
  ({ caseId, code } = await begun(app.records, ratna));
  await sent(app.records, ratna, caseId, "approach", story.approach);
  const told = Object.keys(story.assessment);
  const before = told.slice(0, told.indexOf(path));
  const opening = Object.fromEntries(before.map((one) => [one, story.assessment[one] ?? null]));
  roundId = await filled(app.records, ratna, caseId, "assessment", opening);
  staff.worker.looksAway();
  press(callbacks.goOn({ roundId }));
  await staff.worker.sees(question);
}

function press(data: string): void {
  staff.worker.pressesData(data, staff.worker.lastMessage()?.message_id ?? 0);
}

/** A button that was not drawn: it says that it is gone. */
async function forged(data: string): Promise<void> {
  const { worker } = staff;
  worker.looksAway();
  const handle = worker.pressesData(data, worker.lastMessage()?.message_id ?? 0);
  await handle.answer();
}

async function answers(id = roundId): Promise<Record<string, unknown>> {
  const { answers: all } = await app.records.as(ratna, (work) => app.records.rounds.open(work, id));
  return Object.fromEntries(all);
}

async function originOf(path: string, id = roundId): Promise<string | null | undefined> {
  const [row] = await app.rows<{ origin: string | null }>(
    `SELECT "origin" FROM "Answer" WHERE "roundId" = $1 AND "path" = $2 ORDER BY "revision" DESC LIMIT 1`,
    [id, app.records.storedPath(id, path)],
  );
  return row?.origin;
}

async function audited(action: string): Promise<Record<string, unknown>[]> {
  const rows = await app.rows<{ detail: Record<string, unknown>; memberId: string }>(
    `SELECT "detail", "memberId" FROM "AuditEvent" WHERE "action" = $1 ORDER BY "at", "id"`,
    [action],
  );
  return rows.map(({ detail, memberId }) => ({ ...detail, memberId }));
}

async function switchedTo(service: "transcription" | "language", on: boolean): Promise<void> {
  const { admin } = staff;
  admin.looksAway();
  admin.sends("/mulai");
  await admin.sees("🏢 Lembaga");
  admin.presses("🏢 Lembaga");
  await admin.sees("✨ Bantuan otomatis");
  admin.presses("✨ Bantuan otomatis");
  await admin.sees("Mati, kecuali Anda nyalakan");
  const name = service === "language" ? "Usulan jawaban" : "Transkripsi";
  admin.presses(`${on ? "▫️" : "☑️"} ${name}`);
  await admin.sees(`${on ? "☑️" : "▫️"} ${name}`);
}

/** Both agree, beforehand: the worker by /privasi, the client on the card. */
async function bothAgree(service: "transcription" | "language"): Promise<void> {
  await app.records.as(ratna, async (work) => {
    await recordOwnAssistConsent(work, service, true);
    await recordClientAssistConsent(work, caseId, service, true);
  });
}

describe("while it is off", () => {
  test("nothing is offered at a recording, a long note or on the card, and nothing leaves", async () => {
    const { worker } = staff;
    await standsAtReport();
    worker.sendsVoice();
    const kept = await worker.sees("Rekamannya tersimpan sebagai jawaban Fisik");
    expect(kept.reply_markup).toBeUndefined();
    await worker.sees(psychological);
    worker.sends("Sering melamun dan mudah menangis. ".repeat(10));
    await worker.sees("Bagaimana hubungan");
    worker.sends(`/kasus ${code}`);
    const card = await worker.sees(`${code} · `);
    expect(JSON.stringify(card.reply_markup)).not.toContain("✨");
    worker.sends("/privasi");
    const own = await worker.sees("Data Anda di");
    expect(JSON.stringify(own.reply_markup)).not.toContain("✨");
    await forged(callbacks.propose({ roundId, path: "physical" }));
    const [recording] = await app.rows<{ id: string }>(`SELECT "id" FROM "Attachment"`);
    await forged(callbacks.hear({ attachmentId: recording?.id ?? "" }));
    await forged(callbacks.setClientAssist({ caseId, service: "language", agreed: true }));
    expect(await app.rows(`SELECT 1 FROM "AssistJob" UNION ALL SELECT 1 FROM "AssistConsent"`)).toEqual([]);
    expect(outside.calls).toEqual([]);
  });
});

describe("a recording is written down", () => {
  test("the admin switches it on, worker and client agree, and only a press makes an answer of it", async () => {
    const { worker } = staff;
    await switchedTo("transcription", true);
    await standsAtReport();
    worker.sendsVoice();
    await worker.sees("Rekamannya tersimpan sebagai jawaban Fisik");
    await worker.sees(psychological);
    worker.presses("🔤 Tuliskan kata-katanya");
    const asked = await worker.sees("Layanan ini di luar bot");
    expect(asked.text).toContain(host);
    expect(asked.text).toContain("tidak bisa disamarkan");
    worker.presses("✅ Setuju");
    await worker.sees("Persetujuan Anda tercatat");
    const clients = await worker.sees(`Sudahkah klien ${code}`);
    expect(clients.text).toContain(host);
    expect(outside.calls).toEqual([]);
    outside.replies(() => transcript("Badannya kurus, batuk sejak seminggu"));
    worker.presses("✅ Klien setuju");
    await worker.sees("Persetujuan klien tercatat");
    await worker.sees("sedang dituliskan");
    const heard = await worker.sees("ini yang terdengar");
    expect(heard.text).toContain("Badannya kurus, batuk sejak seminggu");
    expect((await answers()).physical).toBe(spoken);
    worker.presses("✅ Pakai", { message: heard });
    await worker.sees("Fisik — Badannya kurus");
    expect((await answers()).physical).toBe("Badannya kurus, batuk sejak seminggu");
    expect(await originOf("physical")).toBe("transcribed");
    press(callbacks.readRound({ roundId }));
    await worker.sees("🎤 Badannya kurus");
    const [call] = outside.calls;
    expect(call?.path).toBe("/v1/audio/transcriptions");
    expect(await app.rows(`SELECT "result", "status" FROM "AssistJob"`)).toEqual([
      { result: null, status: "done" },
    ]);
    expect(await audited("organization.changed")).toContainEqual(
      expect.objectContaining({ what: "assist.transcription", value: true, host }),
    );
    expect(await audited("assist.agreed")).toEqual([
      { service: "transcription", host, memberId: ratna },
      { service: "transcription", host, memberId: ratna },
    ]);
    expect(await audited("assist.disclosed")).toEqual([
      expect.objectContaining({ service: "transcription", host, memberId: ratna }),
    ]);
  });

  test("once both agreed it comes by itself; it may be dropped, or written anew", async () => {
    const { worker } = staff;
    await standsAtReport();
    await bothAgree("transcription");
    outside.replies(
      () => transcript("Batuk"),
      () => transcript("Pusing"),
    );
    worker.sendsVoice();
    await worker.sees("sedang dituliskan");
    const first = await worker.sees("Batuk");
    worker.presses("Buang", { message: first });
    await worker.sees("Tidak dipakai");
    expect((await answers()).physical).toBe(spoken);
    worker.sendsVoice();
    const second = await worker.sees("Pusing");
    worker.presses("✏️ Tulis sendiri", { message: second });
    await worker.sees(psychological);
    worker.sends("Sering melamun");
    await worker.sees("Bagaimana hubungannya");
    expect((await answers()).psychological).toBe("Sering melamun");
    expect(await originOf("psychological")).toBeNull();
  });

  test("at a question for a few words the taken words answer it, and the form goes on", async () => {
    const { worker } = staff;
    await standsAtReport("problems.0.title", "Apa masalahnya");
    await bothAgree("transcription");
    outside.replies(() => transcript("Makan hanya sekali sehari"));
    worker.sendsVoice();
    await worker.sees("Tulis juga jawabannya");
    const heard = await worker.sees("ini yang terdengar");
    expect(await answers()).not.toHaveProperty("problems.0.title");
    worker.presses("✅ Pakai", { message: heard });
    await worker.sees("Bagaimana masalah itu terjadi?");
    expect((await answers())["problems.0.title"]).toBe("Makan hanya sekali sehari");
  });

  test("words that tell of danger bring the way to the first steps", async () => {
    const { worker } = staff;
    await standsAtReport();
    await bothAgree("transcription");
    outside.replies(() => transcript("Dia bilang mau bunuh diri malam ini"));
    worker.sendsVoice();
    const heard = await worker.sees("ini yang terdengar");
    expect(JSON.stringify(heard.reply_markup)).toContain("sos:steps:client:s:reflex");
  });

  test("where the service does not help, the person is told and types", async () => {
    const { worker } = staff;
    await standsAtReport();
    await bothAgree("transcription");
    outside.replies(() => ({ status: 401, body: "no" }));
    worker.sendsVoice();
    await worker.sees("belum bisa dituliskan");
    expect((await answers()).physical).toBe(spoken);
  });

  test("the worker takes it back by /privasi, and is asked no more", async () => {
    const { worker } = staff;
    await standsAtReport();
    await bothAgree("transcription");
    worker.sends("/privasi");
    await worker.sees("Data Anda di");
    worker.presses("✨ Bantuan otomatis");
    await worker.sees("Anda setuju (24 November 2026)");
    worker.presses("↩️ Tarik: Transkripsi");
    await worker.sees("Anda tidak setuju (24 November 2026)");
    press(callbacks.goOn({ roundId }));
    await worker.sees(physical);
    const before = outside.calls.length;
    worker.looksAway();
    worker.sendsVoice();
    const kept = await worker.sees("Rekamannya tersimpan sebagai jawaban Fisik");
    expect(kept.reply_markup).toBeUndefined();
    expect(outside.calls).toHaveLength(before);
  });

  test("the notice of what is stored names it while it is on", async () => {
    const { worker } = staff;
    worker.sends("/privasi");
    await worker.sees("Data Anda di");
    worker.presses("Baca selengkapnya");
    await worker.sees(`menyalakan bantuan dari luar: Transkripsi (${host})`);
  });

  test("a client who takes it back is not heard any more, and not asked again", async () => {
    const { worker } = staff;
    await standsAtReport();
    await bothAgree("transcription");
    worker.sends(`/kasus ${code}`);
    await worker.sees(`${code} · `);
    worker.presses("✨ Bantuan otomatis");
    await worker.sees("Klien setuju (24 November 2026, dicatat Bu Ratna)");
    worker.presses("↩️ Klien menarik: Transkripsi");
    await worker.sees("Klien tidak setuju (24 November 2026");
    press(callbacks.goOn({ roundId }));
    await worker.sees(physical);
    const before = outside.calls.length;
    worker.looksAway();
    worker.sendsVoice();
    const kept = await worker.sees("Rekamannya tersimpan sebagai jawaban Fisik");
    expect(kept.text).not.toContain("dituliskan");
    expect(kept.reply_markup).toBeUndefined();
    await worker.sees(psychological);
    expect(outside.calls).toHaveLength(before);
  });
});

test("each button of this file was drawn", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
