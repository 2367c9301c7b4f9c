/** Consent that means something: what stays open without it, what does not, and who says on which ground. */
import { describe, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { nameGround } from "../../src/records/case/dataGround.js";
import { Conflict, NotAllowed } from "../../src/records/people/actor.js";
import { photo } from "../practice/forms/scenarios.js";
import { notDrawn } from "../support/drawn.js";
import { questionAt } from "../support/filling.js";
import { goes } from "../support/going.js";
import { begun, courseIn, filled, fillRound, sent } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import { joins, type Staff } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();

/** After so long (ms) the timekeeper looks again. */
const timekeepersPause = 15_000;

async function codeOf(caseId: string): Promise<string> {
  const [row] = await app.rows<{ code: string }>(`SELECT "code" FROM "Case" WHERE "id" = $1`, [caseId]);
  return row?.code ?? "";
}

/** A worker's case as its card shows it. */
async function opensCard(person: Staff["worker"], caseId: string): Promise<void> {
  person.sends("/mulai");
  await person.sees("Apa yang ingin Anda lakukan");
  person.pressesData(`case:${caseId}`);
  await person.sees(/[●○]{5}/);
}

const victimRefused = story.told("approach", "victim-refused", { letterNumber: "B/123/XI/2026" });

describe("a laporan sosial that an investigator asked for", () => {
  test("opens while the approach is a draft, says why, and is the next step", async () => {
    const { worker } = staff;
    const { caseId, roundId } = await begun(app.records, ratna);
    await fillRound(app.records, ratna, roundId, story.until(victimRefused, "requestLetter"));
    // The clock is told of by itself, and would otherwise come between.
    await app.forward(timekeepersPause);
    await worker.sees("Sisa waktu:");
    await opensCard(worker, caseId);
    const card = worker.seen();
    expect(card).toContain("Berikutnya: laporan sosial, sebelum Jumat, 27 November 2026, 07.30.");
    expect(card).toContain(
      "Laporan sosial diminta penyidik, Selasa, 24 November 2026, 07.30 (surat B/123/XI/2026)",
    );
    worker.presses("▶️ Susun laporan sosial");
    await worker.sees("UU 27/2022 Pasal 20 ayat (2) huruf c");
    await worker.sees("Asesmen");
    worker.presses(/Simpan & keluar/);
    await worker.sees(/tersimpan/i);
  });

  test("and when everything was refused by whoever speaks for the child", async () => {
    const { worker } = staff;
    const { caseId, roundId } = await begun(app.records, ratna);
    worker.looksAway();
    await fillRound(app.records, ratna, roundId, { ...victimRefused, requestLetter: photo });
    await app.forward(timekeepersPause);
    await worker.sees("Sisa waktu:");
    await sent(app.records, ratna, caseId, "approach", {});
    await opensCard(worker, caseId);
    expect(worker.seen()).toContain("Berikutnya: laporan sosial, sebelum Jumat, 27 November 2026, 07.30.");
    await sent(app.records, ratna, caseId, "assessment", story.told("assessment", "child-victim"));
    await opensCard(worker, caseId);
    expect(worker.seen()).not.toContain("Berikutnya: laporan sosial");
  });
});

describe("no consent to the data", () => {
  const declined = story.told("approach", "data-declined");

  test("holds the case until the supervisor names the ground, which the card then says", async () => {
    const { worker, supervisor } = staff;
    const { caseId, roundId } = await begun(app.records, ratna);
    const code = await codeOf(caseId);
    await fillRound(app.records, ratna, roundId, declined);
    goes(worker, `go:${roundId}`);
    await worker.sees("📨 Kirim");
    worker.presses("📨 Kirim");
    await worker.sees(
      "Kasus ini hanya bisa dibaca sampai Pak Dedi menetapkan dasar hukum lain atau menghentikannya.",
    );
    expect(worker.seen()).toContain("Pak Dedi sudah diberi tahu.");
    expect(worker.seen()).not.toContain("Berikutnya");

    await opensCard(worker, caseId);
    expect(worker.seen()).toContain("⛔ Pencatatan data pribadi tidak diizinkan.");
    expect(worker.seen()).not.toContain("▶️");
    expect(worker.seen()).not.toContain("Tetapkan dasar hukum]");
    worker.pressesData(`step:${caseId}:assessment`);
    await worker.sees("kasus ini hanya bisa dibaca, sampai Pak Dedi");
    await expect(
      app.records.as(ratna, (work) => nameGround(work, caseId, "public-task", "coba")),
    ).rejects.toThrow(NotAllowed);

    await supervisor.sees(`⛔ ${code} (Bu Ratna): tidak ada izin data klien.`);
    supervisor.presses("📜 Tetapkan dasar hukum");
    await supervisor.sees("d. Kepentingan vital: menyangkut kelangsungan hidup klien");
    supervisor.presses("d. kepentingan vital");
    await supervisor.sees("Mengapa dasar ini berlaku di kasus ini?");
    supervisor.sends("Klien perlu segera dirawat.");
    await supervisor.sees(`✅ ${code} dapat dilanjutkan dengan dasar huruf d, kepentingan vital.`);
    await expect(
      app.records.as(dedi, (work) => nameGround(work, caseId, "public-task", "sekali lagi")),
    ).rejects.toThrow(Conflict);
    await worker.sees(`Pak Dedi menetapkan dasar hukum untuk ${code}: huruf d, kepentingan vital.`);

    await opensCard(worker, caseId);
    expect(worker.seen()).toContain(
      "Dasar hukum data: kepentingan vital (UU 27/2022 Pasal 20 ayat (2) huruf d), ditetapkan Pak Dedi, Selasa, 24 November 2026",
    );
    expect(worker.seen()).toContain("Alasannya: Klien perlu segera dirawat.");
    worker.presses("🗂 Riwayat");
    const history = await worker.sees("riwayat");
    expect(history.text).toContain(
      "dasar hukum data ditetapkan, kepentingan vital: Klien perlu segera dirawat.",
    );
    const turns = await app.rows(`SELECT "content", "reason" FROM "CaseTurn" WHERE "caseId" = $1`, [caseId]);
    const sealed: unknown = expect.stringMatching(sealedShape);
    expect(turns).toEqual([{ content: sealed, reason: sealed }]);
    const audited = await app.rows(
      `SELECT "detail" FROM "AuditEvent" WHERE "action" = 'case.turned' AND "subjectId" = $1`,
      [caseId],
    );
    expect(audited).toEqual([{ detail: { turn: 1 } }]);
  });

  test("or stops it", async () => {
    const { worker, supervisor } = staff;
    const { caseId, roundId } = await begun(app.records, ratna);
    await fillRound(app.records, ratna, roundId, declined);
    await sent(app.records, ratna, caseId, "approach", {});
    await opensCard(supervisor, caseId);
    supervisor.presses("📜 Tetapkan dasar hukum");
    await supervisor.sees("Adakah dasar lain");
    supervisor.presses("⏹ Tidak ada, hentikan kasus");
    await supervisor.sees("Mengapa kasus ini dihentikan?");
    supervisor.sends("Tidak ada dasar lain.");
    await supervisor.sees("dihentikan dan ditutup");
    await worker.sees("menghentikan K-2026-");
    expect(await app.records.outcomeOf(caseId)).toBe("declined");
  });
});

test("a client who takes the consent back: the clock of the law runs, nobody writes, consent may be given again", async () => {
  const { worker, supervisor } = staff;
  const { caseId, roundId } = await begun(app.records, ratna);
  await fillRound(app.records, ratna, roundId, story.approachUnsigned);
  await sent(app.records, ratna, caseId, "approach", {});
  const draft = await filled(
    app.records,
    ratna,
    caseId,
    "assessment",
    story.until(story.assessment, "physical"),
  );
  await opensCard(worker, caseId);
  worker.presses("Klien mencabut izin data");
  await worker.sees("Kapan klien di K-2026-");
  worker.presses("Hari ini");
  await worker.sees("Bagaimana klien menyampaikannya?");
  worker.sends("Lisan, saat kunjungan.");
  await worker.sees("Pencabutan izin data di K-2026-");
  await worker.sees("⛔ Klien mencabut izin datanya.");
  await supervisor.sees("tidak ada izin data klien");
  await app.forward(timekeepersPause);
  await worker.sees("Sisa waktu:");

  await opensCard(worker, caseId);
  worker.presses("🗂 Riwayat");
  const history = await worker.sees("riwayat");
  expect(history.text).toContain(
    "klien mencabut izin data, Selasa, 24 November 2026: Lisan, saat kunjungan.",
  );

  // Reading stays; writing does not, not even in a form that was begun.
  await app.records.as(ratna, async (work) => {
    const round = await app.records.rounds.open(work, draft);
    expect(round.answers.size).toBeGreaterThan(0);
  });
  await expect(fillRound(app.records, ratna, draft, story.assessment)).rejects.toThrow(Conflict);
  const due = await app.rows<{ key: string; hours: number }>(
    `SELECT "key", extract(epoch FROM "dueAt" - "startsAt")::int / 3600 AS "hours" FROM "Deadline"
     WHERE "caseId" = $1 AND "doneAt" IS NULL AND "cancelledAt" IS NULL AND "statutory"`,
    [caseId],
  );
  expect(due).toEqual([{ key: "data-subject-request", hours: 72 }]);
  const others = await app.rows(
    `SELECT d."key", m."supervisorId" IS NULL AS "above" FROM "Deadline" d JOIN "Member" m ON m."id" = d."memberId"
     WHERE d."caseId" = $1 AND d."doneAt" IS NULL AND d."cancelledAt" IS NULL AND NOT d."statutory"`,
    [caseId],
  );
  expect(others).toEqual([{ key: "data-ground", above: true }]);
  expect(await courseIn(app.records, ratna, caseId)).toMatchObject([
    { kind: "withdrawn", day: "2026-11-24" },
  ]);
});

test("where no supervisor is named the admin names the ground, and reads nothing of the case", async () => {
  const { admin } = staff;
  const tini = await joins(app, admin, "Bu Tini", ["pekerja sosial"]);
  const tiniId = await app.memberOf(tini);
  const { caseId, roundId } = await begun(app.records, tiniId);
  const code = await codeOf(caseId);
  await fillRound(app.records, tiniId, roundId, story.told("approach", "data-declined"));
  goes(tini, `go:${roundId}`);
  await tini.sees("📨 Kirim");
  tini.presses("📨 Kirim");
  await tini.sees("hanya bisa dibaca sampai admin lembaga menetapkan dasar hukum lain");
  await admin.sees(`⛔ ${code} (Bu Tini): tidak ada izin data klien.`);
  admin.presses("📜 Tetapkan dasar hukum");
  await admin.sees("Adakah dasar lain");
  admin.presses("e. tugas pelayanan publik");
  await admin.sees("Mengapa dasar ini berlaku");
  admin.sends("Penugasan dinas.");
  await admin.sees(`✅ ${code} dapat dilanjutkan`);
  expect(admin.seen()).not.toContain("Ke kasus");
  const { text } = await admin.pressesData(`case:${caseId}`).answer();
  expect(text).toContain("tidak ditemukan");
  expect(admin.screen()).not.toContain("Pendekatan awal");
});

test("consent that nothing shows: the card says so, a task stays, and the proof ends it", async () => {
  const { worker } = staff;
  const { caseId, roundId } = await begun(app.records, ratna);
  const noProof = { ...story.approachUnsigned, dataConsentProof: null };
  await fillRound(app.records, ratna, roundId, noProof);
  await sent(app.records, ratna, caseId, "approach", {});
  const tasks = () =>
    app.rows<{ key: string }>(
      `SELECT "key" FROM "Deadline" WHERE "caseId" = $1 AND "key" = 'consent-proof'
       AND "doneAt" IS NULL AND "cancelledAt" IS NULL`,
      [caseId],
    );
  expect(await tasks()).toHaveLength(1);
  await opensCard(worker, caseId);
  expect(worker.seen()).toContain("📎 Izin data: belum ada bukti.");
  worker.presses("📎 Kirim bukti izin data");
  await worker.sees(questionAt(current("approach"), "dataConsentProof"));
  worker.photographs(2_000);
  await worker.sees("📨 Kirim");
  expect(await tasks()).toHaveLength(0);
  worker.presses("📨 Kirim");
  await worker.sees("Pendekatan awal");
  await opensCard(worker, caseId);
  expect(worker.seen()).not.toContain("belum ada bukti");
});

describe("an agreement holds for what was agreed to", () => {
  /** Asks a question of a draft again. */
  async function changes(roundId: string, path: string): Promise<void> {
    const { worker } = staff;
    goes(worker, callbacks.editAnswer({ roundId, path }));
    await worker.sees("Jawaban sekarang");
  }

  test("a changed birth asks whoever consents now, and says so before; or nothing is changed", async () => {
    const { worker } = staff;
    const { roundId } = await begun(app.records, ratna);
    await fillRound(app.records, ratna, roundId, story.approachUnsigned);
    await changes(roundId, "birth");
    worker.sends("15 tahun");
    await worker.sees("Persetujuan yang sudah diberikan tidak berlaku untuk itu dan ditanyakan lagi:");
    expect(worker.seen()).toContain("Izin data");
    worker.presses("Tidak, biarkan");
    await worker.sees("📨 Kirim");
    await changes(roundId, "birth");
    worker.sends("15 tahun");
    await worker.sees("ditanyakan lagi:");
    worker.presses("Ya, ubah");
    await worker.sees(questionAt(current("approach"), "guardianState"));
    const round = await app.records.as(ratna, (work) => app.records.rounds.open(work, roundId));
    expect([...round.answers.keys()]).not.toContain("dataConsent");
    expect([...round.answers.keys()]).not.toContain("consent");
  });

  test("the question to the client reads out goals with their dates, and activities", async () => {
    const { worker } = staff;
    const { caseId, roundId } = await begun(app.records, ratna);
    await fillRound(app.records, ratna, roundId, story.approachUnsigned);
    await sent(app.records, ratna, caseId, "approach", {});
    await sent(app.records, ratna, caseId, "assessment", story.assessment);
    const plan = await filled(app.records, ratna, caseId, "plan", story.until(story.plan, "agreement"));
    goes(worker, `go:${plan}`);
    await worker.sees("Apakah klien menyetujui rencana ini?");
    const asked = worker.seen();
    expect(asked).toContain(
      `Tujuan 1: ${String(story.plan["goals.0.statement"])} · Target Senin, 14 Desember 2026`,
    );
    expect(asked).toContain(`Kegiatan 1: ${String(story.plan["activities.0.activity"])}`);
    expect(asked).not.toContain("Berubah sejak disetujui");
  });

  test.each(["goals", "activities"])(
    "taking an item out of the list of %s says beforehand that it lapses, and asks the client again",
    async (group) => {
      const { worker } = staff;
      const { caseId, roundId } = await begun(app.records, ratna);
      await fillRound(app.records, ratna, roundId, story.approachUnsigned);
      await sent(app.records, ratna, caseId, "approach", {});
      await sent(app.records, ratna, caseId, "assessment", story.assessment);
      const plan = await filled(app.records, ratna, caseId, "plan", story.plan);
      const read = () => app.records.as(ratna, (work) => app.records.rounds.open(work, plan));
      const { version } = await read();
      goes(worker, `go:${plan}`);
      await worker.sees("📨 Kirim");
      const item = callbacks.removeItem({ roundId: plan, group, index: 0, version });
      const at = worker.lastMessage()?.message_id ?? 0;
      worker.pressesData(item, at);
      const { text = "" } = await worker.sees("Hapus bagian ini dari daftar?");
      expect(text).toContain(
        "Persetujuan yang sudah diberikan tidak berlaku tanpa bagian ini dan ditanyakan lagi: Sikap klien.",
      );
      worker.presses("Batal");
      await worker.sees("📨 Kirim");
      expect((await read()).answers.get("agreement")).toBe("agrees");
      worker.pressesData(item);
      await worker.sees("Hapus bagian ini dari daftar?");
      worker.presses("Ya, hapus");
      await worker.sees(
        questionAt(current("plan"), `${group}.0.${group === "goals" ? "statement" : "activity"}`),
      );
      expect((await read()).answers.has("agreement")).toBe(false);
    },
  );
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
