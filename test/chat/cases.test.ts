/** Cases in the chat: lists, the card, closed gates, closing, reopening, what is not one's own. */
import { describe, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { goes } from "../support/going.js";
import { agreed, begun, filled, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();

/** A case with its first contact sent; the worker has its card before them. */
async function contacted(telling = story.approach): Promise<{ caseId: string; code: string }> {
  const { caseId, code } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", telling);
  return { caseId, code };
}

async function looksAt(caseId: string, person = staff.worker) {
  goes(person, callbacks.openCase({ caseId }));
  return person.sees("Langkah lain");
}

describe("lists", () => {
  test("are paged, turned in place, filtered by stage, and show codes only", async () => {
    const { worker } = staff;
    for (let n = 0; n < 10; n += 1) await contacted();
    worker.sends("/kasus");
    const list = await worker.sees("Kasus saya · yang berjalan · 10");
    expect(list.text).not.toContain("Iyah");
    const count = worker.conversation.messages.size;
    worker.presses("▶️");
    await worker.sees("[2/2]");
    worker.presses("Per tahap");
    await worker.sees("Kasus di tahap mana?");
    worker.presses("Rencana");
    await worker.sees("Tidak ada kasus di tahap Rencana intervensi.");
    worker.presses("Per tahap");
    await worker.sees("Kasus di tahap mana?");
    worker.presses("Asesmen");
    await worker.sees("Kasus saya · Asesmen · 10");
    expect(worker.conversation.messages.size).toBe(count);
  });

  test("find a case by a name's beginning or a part of its code", async () => {
    const { worker } = staff;
    worker.presses("🔎 Cari");
    await worker.sees("Tulis kode kasus");
    worker.sends("iya");
    const found = await worker.sees("10 kasus ditemukan");
    expect(JSON.stringify(found)).not.toContain("Iyah");
    worker.presses("🔎 Cari");
    await worker.sees("Tulis kode kasus");
    worker.sends("0003");
    await worker.sees("1 kasus ditemukan");
    worker.presses(/^K-2026-0003 · Asesmen/);
    await worker.sees("●●○○○ Asesmen");
    worker.presses("⬅️ Daftar kasus");
    await worker.sees("Kasus saya");
  });

  test("of the team are the supervisor's", async () => {
    const { supervisor } = staff;
    supervisor.pressesData(callbacks.caseList({ whose: "team", page: 0 }));
    await supervisor.sees("Kasus tim · yang berjalan · 10");
    supervisor.presses(/K-2026-0005/);
    await supervisor.sees("Pekerja sosial: Bu Ratna");
  });
});

describe("the card", () => {
  test("shows the name only on request, and the look is audited", async () => {
    const { worker } = staff;
    const { caseId } = await contacted();
    const card = await looksAt(caseId);
    expect(card.text).not.toContain("Iyah");
    worker.presses("👁 Tampilkan nama");
    const shown = await worker.sees("Nama: Iyah binti Sarta");
    expect(shown).toMatchObject({ has_protected_content: true });
    expect(shown.text).toContain("setelah 1 menit");
    worker.presses("🙈 Sembunyikan nama");
    await expect.poll(() => worker.conversation.messages.has(shown.message_id)).toBe(false);
    expect(worker.lastMessage()).toMatchObject({ message_id: card.message_id, text: card.text });
    const seen = await app.rows(
      `SELECT "memberId" FROM "AuditEvent" WHERE "action" = 'names.seen' AND "subjectId" = $1`,
      [caseId],
    );
    expect(seen).toEqual([{ memberId: ratna }]);
  });

  test("a name that is shown goes by itself, also when the bot was started again in between", async () => {
    const { worker } = staff;
    const { caseId } = await begun(app.records, ratna);
    const roundId = await sent(app.records, ratna, caseId, "approach", story.approach);
    for (const [door, said] of [
      [callbacks.openCase({ caseId }), "Nama: Iyah binti Sarta"],
      [callbacks.readRound({ roundId }), "Iyah binti Sarta"],
    ] as const) {
      worker.looksAway();
      worker.pressesData(door, worker.lastMessage()?.message_id ?? 0);
      await worker.sees("Tampilkan nama");
      worker.presses("👁 Tampilkan nama");
      const shown = await worker.sees(said);
      const due = `SELECT 1 FROM "Message" WHERE "chatId" = $1 AND "method" = 'deleteMessage' AND "status" = 'waiting'`;
      await expect.poll(() => app.rows(due, [worker.id])).toHaveLength(1);
      await app.deploy();
      await app.forward(61_000);
      await expect
        .poll(() => worker.conversation.messages.has(shown.message_id), { timeout: 20_000 })
        .toBe(false);
    }
  });

  test("says why a step is closed, with the button that opens it", async () => {
    const { worker } = staff;
    const { caseId } = await contacted();
    await looksAt(caseId);
    worker.presses("Langkah lain");
    await worker.sees("🔒 Catatan sesi");
    worker.presses("🔒 Catatan sesi");
    await worker.sees("Catatan sesi belum terbuka: asesmen belum selesai.");
    // Two topics that help here: pressed, they answer, and the gate's buttons stay.
    worker.presses(/^Menyusun rencana intervensi/);
    await worker.sees("#rencana_intervensi");
    worker.presses("▶️ Mulai asesmen");
    await worker.sees("Asesmen · Pembuka · 1/5");
    worker.presses("💾 Simpan & keluar");
    await worker.sees("menunggu tepat di pertanyaan ini");
  });

  test("notes a contract signed later", async () => {
    const { worker } = staff;
    const { caseId } = await contacted(story.approachUnsigned);
    await looksAt(caseId);
    worker.presses("🖊 Kontrak sudah ditandatangani");
    await worker.sees("Kapan kontrak ditandatangani?");
    worker.presses("Hari ini");
    await worker.sees("Ada foto halaman yang ditandatangani?");
    worker.presses("⏭ Lewati");
    await worker.sees("Sedang diperbarui");
    worker.presses("📨 Kirim");
    await worker.sees(/Pendekatan awal diperbarui\.\nBerikutnya: asesmen, paling lambat/);
    const [row] = await app.rows(`SELECT "stage"::text FROM "Case" WHERE "id" = $1`, [caseId]);
    expect(row).toEqual({ stage: "assessment" });
  });
});

test("a supervisor opens a step early, with a reason; the worker is told and begins", async () => {
  const { worker, supervisor } = staff;
  const { caseId, code } = await contacted();
  await looksAt(caseId, supervisor);
  supervisor.presses("Langkah lain");
  await supervisor.sees("🔒 Rencana intervensi");
  supervisor.presses("🔒 Rencana intervensi");
  await supervisor.sees("asesmen belum selesai");
  supervisor.presses("🔓 Buka dengan alasan");
  await supervisor.sees("Mengapa langkah ini perlu dibuka lebih awal?");
  supervisor.sends("Putusan pengadilan besok.");
  await supervisor.sees(`Rencana intervensi di ${code} kini terbuka`);
  await worker.sees(`Pak Dedi membuka Rencana intervensi di ${code} lebih awal.`);
  worker.presses("▶️ Mulai rencana intervensi");
  await worker.sees("Rencana intervensi · Tujuan & kegiatan · 2/4");
});

test("a closing and a reopening pass the supervisor, who sees what is still open; the history tells both", async () => {
  const { worker, supervisor } = staff;
  const { caseId, code } = await contacted();
  await looksAt(caseId);
  worker.presses("Tutup kasus");
  await worker.sees(`Mengapa ${code} ditutup?`);
  worker.presses("Klien pindah");
  await worker.sees("Ceritakan singkat");
  worker.sends("Ikut anaknya ke Bandung.");
  await worker.sees("Penutupan (Klien pindah) menunggu Pak Dedi.");
  expect(worker.seen()).not.toContain("Tutup kasus");

  const notice = await supervisor.sees(`Bu Ratna meminta ${code} ditutup`);
  expect(notice.text).not.toContain("Bandung");
  supervisor.presses("📄 Buka");
  const card = await supervisor.sees(`Penutupan ${code} menunggu Anda`);
  expect(card.text).toContain("Ikut anaknya ke Bandung.");
  expect(card.text).toContain("Tidak ada bahaya yang belum selesai.");
  expect(card.text).toMatch(/⏳ asesmen/i);
  expect(card.text).toContain("Klien menyetujui layanan.");
  supervisor.presses("↩️ Kembalikan");
  await supervisor.sees("Mengapa belum disetujui?");
  supervisor.sends("Rujuk dulu ke dinas Bandung.");
  await supervisor.sees(`${code} dikembalikan kepada Bu Ratna`);
  await worker.sees(`Pak Dedi belum menyetujui permintaan Anda untuk ${code}`);
  worker.presses("📂 Ke kasus");
  await worker.sees("Tidak disetujui Pak Dedi: Rujuk dulu ke dinas Bandung.");

  worker.presses("Tutup kasus");
  await worker.sees(`Mengapa ${code} ditutup?`);
  worker.presses("Klien pindah");
  await worker.sees("Ceritakan singkat");
  worker.sends("Sudah dirujuk.");
  await worker.sees("menunggu Pak Dedi");
  await supervisor.sees(`meminta ${code} ditutup`);
  supervisor.presses("📄 Buka");
  await supervisor.sees("menunggu Anda");
  supervisor.presses("✅ Setujui");
  await supervisor.sees(`Kasus ${code} ditutup: Klien pindah.`);
  await worker.sees(`${code} ditutup oleh Pak Dedi.`);
  worker.presses("📂 Ke kasus");
  await worker.sees("🔒 Ditutup");
  worker.presses("🔓 Buka lagi");
  await worker.sees("Mengapa kasus ini dibuka lagi?");
  worker.sends("Kembali ke desa.");
  await worker.sees("Pembukaan kembali menunggu Pak Dedi.");
  await supervisor.sees(`meminta ${code} dibuka lagi`);
  supervisor.sends("/supervisi");
  await supervisor.sees(/Bu Ratna: \d+ kasus berjalan, 1 menunggu Anda/);
  expect(supervisor.seen()).toContain("Persetujuan (1)");
  supervisor.sends("/mulai");
  await supervisor.sees("Persetujuan (1)");
  supervisor.presses(/Persetujuan/);
  await supervisor.sees("menunggu keputusan Anda");
  supervisor.presses(`1 · ${code}`);
  await supervisor.sees(`Pembukaan kembali ${code} menunggu Anda`);
  supervisor.presses("✅ Setujui");
  await worker.sees(`${code} dibuka lagi oleh Pak Dedi.`);
  await looksAt(caseId);
  worker.presses("🗂 Riwayat");
  const history = await worker.sees("riwayat");
  expect(history.text).toContain("permintaan tidak disetujui: Rujuk dulu ke dinas Bandung.");
  expect(history.text).toContain("ditutup, Klien pindah: Sudah dirujuk.");
  expect(history.text).toContain("dibuka lagi: Kembali ke desa.");
  worker.presses("📄 Pendekatan awal 1");
  await worker.sees("Nama: (tersembunyi)");
});

test("a supervisor closes a case of the team at once, and the worker is told", async () => {
  const { worker, supervisor } = staff;
  const { caseId, code } = await contacted();
  await looksAt(caseId, supervisor);
  supervisor.presses("Tutup kasus");
  await supervisor.sees(`Mengapa ${code} ditutup?`);
  supervisor.presses("Klien meninggal");
  await supervisor.sees("Ceritakan singkat");
  supervisor.sends("Kabar dari puskesmas.");
  await supervisor.sees(`Kasus ${code} ditutup: Klien meninggal.`);
  await worker.sees(`${code} ditutup oleh Pak Dedi.`);
});

test("whoever is asked for a reason and turns away has not given one", async () => {
  const { worker } = staff;
  const { caseId } = await contacted();
  await looksAt(caseId);
  worker.presses("Tutup kasus");
  await worker.sees("Klien pindah");
  worker.presses("Klien pindah");
  await worker.sees("Ceritakan singkat");
  worker.presses("Batal");
  await worker.sees("Langkah lain");
  worker.sends("Terima kasih");
  await worker.sees("Sama-sama");
  const [row] = await app.rows(`SELECT "voided", "closedAt" FROM "Case" WHERE "id" = $1`, [caseId]);
  expect(row).toEqual({ voided: false, closedAt: null });
});

test("with a plan in force the card offers to note a session", async () => {
  const { records } = app;
  const { caseId } = await contacted();
  await sent(records, ratna, caseId, "assessment", story.assessment);
  await agreed(records, dedi, await sent(records, ratna, caseId, "plan", story.plan));
  const { worker } = staff;
  await looksAt(caseId);
  worker.presses(/Mulai catatan sesi/);
  await worker.sees("Kapan sesi ini berlangsung?");
  worker.presses("Hari ini");
  await worker.sees("Peran apa");
});

test("hazard 19: a case of another organisation is answered as one that is not there", async () => {
  const { worker } = staff;
  await app.records.organization("elsewhere");
  const far = await app.records.member("far-worker", ["worker"], { organizationId: "elsewhere" });
  const { caseId } = await begun(app.records, far);
  const roundId = await filled(app.records, far, caseId, "approach", { source: "outreach" });
  const { message_id: at } = await looksAt((await contacted()).caseId);
  const presses = [
    callbacks.openCase({ caseId }),
    callbacks.showClientName({ caseId }),
    callbacks.enterForm({ caseId, form: "approach" }),
    callbacks.closeCase({ caseId }),
    callbacks.reopenCase({ caseId }),
    callbacks.caseHistory({ caseId, only: "all", page: 0 }),
    callbacks.whoOpened({ caseId }),
    callbacks.readRound({ roundId }),
    callbacks.turnSummary({ roundId, page: 0 }),
    callbacks.showNames({ roundId }),
    callbacks.editAnswers({ roundId, page: 0 }),
    callbacks.editAnswer({ roundId, path: "source" }),
    callbacks.sendRound({ roundId }),
    callbacks.goOn({ roundId }),
    callbacks.approve({ roundId, sentAt: new Date(0) }),
    callbacks.returnRound({ roundId, sentAt: new Date(0) }),
    callbacks.remarkOn({ roundId, sentAt: new Date(0), at: 0 }),
    callbacks.returnWithRemarks({ roundId, sentAt: new Date(0) }),
    callbacks.remindSupervisor({ roundId }),
    callbacks.openApproval({ roundId }),
    callbacks.openApprovalHere({ roundId }),
  ];
  for (const data of presses) {
    worker.looksAway();
    const { text } = await worker.pressesData(data, at).answer();
    if (text === undefined) await worker.sees(/tidak ditemukan|bukan/);
    else expect(text).toMatch(/tidak ditemukan|bukan/);
  }
  const read = await app.rows(
    `SELECT 1 FROM "AuditEvent"
     WHERE "memberId" = $1 AND "subjectId" IN ($2, $3) AND "action" <> 'access.refused'`,
    [ratna, caseId, roundId],
  );
  expect(read).toEqual([]);
});
