/** The history of a case: when, who, what, newest first; filtered by subject, in pages, with what can be opened. */
import { describe, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { returnRound } from "../../src/records/case/approval.js";
import { keepNote } from "../../src/records/case/notes.js";
import { answerConsultation, askConsultation } from "../../src/records/questions/consultations.js";
import { statementCount } from "../../src/records/storage/connections.js";
import { timelineOf } from "../../src/records/timeline/timeline.js";
import { goes } from "../support/going.js";
import { agreed, begun, sent } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const hour = 3_600_000;

const { app, staff, ratna, dedi } = await staffedApp();

const note = (caseId: string, words: string) =>
  app.records.as(ratna, (work) =>
    keepNote(work, caseId, { words, place: null, sentAt: work.now, files: [] }),
  );

/** A case whose plan was returned with a remark, mended and approved, and that has a note. */
async function planned(): Promise<{ caseId: string; code: string }> {
  const { records } = app;
  const { caseId, code } = await begun(records, ratna);
  await sent(records, ratna, caseId, "approach", story.approach);
  await sent(records, ratna, caseId, "assessment", story.assessment);
  const planId = await sent(records, ratna, caseId, "plan", story.plan);
  await app.forward(hour);
  const remark = { part: "goals", text: "Targetnya terlalu dekat." };
  await records.as(dedi, async (work) => {
    const { submittedAt } = await (await work.tx()).round.findUniqueOrThrow({ where: { id: planId } });
    await returnRound(work, records.rounds, planId, submittedAt?.getTime() ?? 0, [remark]);
  });
  await app.forward(hour);
  await sent(records, ratna, caseId, "plan", {});
  await app.forward(hour);
  await agreed(records, dedi, planId);
  await app.forward(hour);
  await note(caseId, "Tetangga menelepon, Mak Iyah sudah mau makan.");
  return { caseId, code };
}

async function opens(person: Person, caseId: string) {
  goes(person, callbacks.caseHistory({ caseId, only: "all", page: 0 }));
  return person.sees("riwayat");
}

test("stands newest first, with the hour and who it was; remarks and decisions of the supervisor are in it", async () => {
  const { caseId, code } = await planned();
  for (const person of [staff.worker, staff.supervisor]) {
    const { text = "" } = await opens(person, caseId);
    const places = [
      `${code} · riwayat`,
      "Selasa, 24 November 2026",
      "Bu Ratna · 📝 catatan: Tetangga menelepon, Mak Iyah sudah mau makan.",
      "Pak Dedi · ✅ Rencana intervensi 1 disetujui",
      "Bu Ratna · Rencana intervensi 1 dikirim",
      "Pak Dedi · ↩️ Rencana intervensi 1 dikembalikan, bagian",
      "Targetnya terlalu dekat.",
      "Bu Ratna · Asesmen 1 dikirim",
      "Bu Ratna · Pendekatan awal 1 dikirim",
    ].map((line) => text.indexOf(line));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    person.presses("📄 Rencana intervensi 1");
    await person.sees("Selesai ✓");
  }
});

test("of one instant, what came later stands above: a session noted in one message was begun, then sent", async () => {
  const { caseId, code } = await planned();
  const { worker } = staff;
  for (const what of ["latihan jalan", "belanja", "kontrol ke puskesmas", "bertemu anaknya"]) {
    await app.forward(hour);
    worker.looksAway();
    worker.sends(`tadi menemani ${what}, sudah maju, senin datang lagi`);
    const asked = await worker.sees(/Sesi di kasus mana\?|Sudah betul\?/);
    if (asked.text?.includes("mana?") === true) {
      worker.presses(code);
      await worker.sees("Sudah betul?");
    }
    worker.presses("📨 Kirim");
    await worker.sees("tersimpan");
  }
  const { events } = await app.records.as(ratna, (work) => timelineOf(work, caseId));
  const sessions = events.flatMap(({ content }) =>
    content.kind === "round" && content.round.form === "session"
      ? [`${content.event} ${content.round.sequence}`]
      : [],
  );
  expect(sessions).toEqual([4, 3, 2, 1].flatMap((number) => [`submitted ${number}`, `begun ${number}`]));
});

test("is filtered by subject, and offers only the subjects there are", async () => {
  const { caseId } = await planned();
  const { supervisor } = staff;
  await opens(supervisor, caseId);
  expect(supervisor.seen()).toContain("[☑️ Semua]");
  expect(supervisor.seen()).not.toContain("[Bahaya]");
  supervisor.presses("Catatan & berkas");
  const { text = "" } = await supervisor.sees("catatan: Tetangga");
  expect(text).not.toContain("dikirim");
  supervisor.presses("Perjalanan kasus");
  await supervisor.sees("Bu Ratna · kasus dibuka");
});

test("consultations stand in it; their words are read by who asked and who supervises, and nobody else", async () => {
  const { caseId } = await planned();
  await app.forward(hour);
  const asked = await app.records.as(ratna, (work) =>
    askConsultation(work, { question: "Bolehkah saya datang malam?", caseId }),
  );
  await app.forward(hour);
  await app.records.as(dedi, (work) => answerConsultation(work, asked.consultation.id, "Boleh, berdua."));
  for (const person of [staff.worker, staff.supervisor]) {
    await opens(person, caseId);
    person.presses("Konsultasi");
    const { text = "" } = await person.sees("konsultasi dijawab: Boleh, berdua.");
    expect(text).toContain("Bu Ratna · 💬 konsultasi diminta: Bolehkah saya datang malam?");
    expect(text).not.toContain("disetujui");
  }
  // Whoever takes the case over reads that there was one.
  const heir = await joins(app, staff.admin, "Bu Heni", ["pekerja sosial"], "Pak Dedi");
  await app.rows(`UPDATE "Case" SET "workerId" = $2 WHERE "id" = $1`, [caseId, await app.memberOf(heir)]);
  goes(heir, callbacks.caseHistory({ caseId, only: "consultations", page: 0 }));
  const { text = "" } = await heir.sees("konsultasi dijawab");
  expect(text).toContain("Bu Ratna · 💬 konsultasi diminta");
  expect(text).not.toMatch(/malam|berdua/);
});

describe("long ones", () => {
  test("are in pages of ten; a note of 9,000 characters goes on over pages, whole", async () => {
    const { caseId } = await planned();
    for (let number = 1; number <= 12; number += 1) await note(caseId, `Catatan nomor ${number}.`);
    const words = Array.from({ length: 450 }, (_, index) => `kalimat ke-${index} ini`).join(" ");
    await note(caseId, words);
    const { worker } = staff;
    const seen: string[] = [(await opens(worker, caseId)).text ?? ""];
    const pages = Number(/\[1\/(\d+)\]/.exec(worker.seen())?.[1]);
    for (let page = 2; page <= pages; page += 1) {
      worker.looksAway();
      worker.presses("▶️");
      seen.push((await worker.sees("riwayat")).text ?? "");
    }
    // A page may end within a word.
    const all = seen.map((text) => text.replace(/^.*riwayat\n(\n.*\n)?/, "")).join("");
    for (let number = 1; number <= 12; number += 1) expect(all).toContain(`Catatan nomor ${number}.`);
    const numbers = [...all.matchAll(/ke-(\d+)/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 450 }, (_, index) => index));
  });

  test("cost as many statements as short ones", async () => {
    const { caseId } = await planned();
    const statements = () =>
      app.records.as(ratna, async (work) => {
        await timelineOf(work, caseId);
        return statementCount(await work.tx());
      });
    const before = await statements();
    for (let number = 1; number <= 10; number += 1) await note(caseId, "Lagi.");
    expect(await statements()).toBe(before);
    expect(before).toBeLessThanOrEqual(13);
  });
});

test("is for nobody who may not read the case", async () => {
  const { caseId } = await planned();
  const stranger = await joins(app, staff.admin, "Pak Anton", ["pekerja sosial"], "Pak Dedi");
  for (const person of [stranger, staff.admin]) {
    const press = person.pressesData(callbacks.caseHistory({ caseId, only: "all", page: 0 }));
    expect((await press.answer()).text).toContain("tidak ditemukan");
  }
});
