/** A case goes from one institution on the bot to another: asked for, agreed to, sealed, accepted or declined, traced. */
import { beforeAll, describe, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { Conflict, NotAllowed } from "../../src/records/people/actor.js";
import { acceptTransfer } from "../../src/records/transfer/transfers.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { agreed, begun, sent } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";
import { transferSent } from "../support/transferring.js";

const { app, staff, ratna, dedi } = await staffedApp();
const { worker, supervisor, admin } = staff;
const { records, telegram } = app;

/** The people of the institution that receives. */
const [wati, tono, lina] = ["Wati", "Tono", "Lina"].map((firstName) => telegram.person({ firstName })) as [
  Person,
  Person,
  Person,
];
const organizationId = "penerima";
let caseId = "";
let code = "";

beforeAll(async () => {
  await records.organization(organizationId, {}, "Balai Penerima");
  const supervises = { organizationId, name: "Bu Wati", accountId: wati.id };
  await records.member("watiwatiwatiwati", ["supervisor"], supervises);
  await records.member("linalinalinalina", ["supervisor"], { organizationId, accountId: lina.id });
  const works = { organizationId, name: "Pak Tono", accountId: tono.id };
  await records.member("tonotonotonotono", ["worker"], { ...works, supervisorId: "watiwatiwatiwati" });
  for (const person of [wati, tono, lina]) person.sends("/mulai");
  for (const person of [wati, tono, lina]) await person.sees("Apa yang ingin Anda lakukan");
  ({ caseId, code } = await begun(records, ratna));
  await sent(records, ratna, caseId, "approach", story.approach);
  await sent(records, ratna, caseId, "assessment", story.assessment);
  await agreed(records, dedi, await sent(records, ratna, caseId, "plan", story.plan));
});

/** A supervisor makes a receiving code in /lembaga. */
async function receivingCode(person = wati): Promise<string> {
  person.looksAway();
  person.sends("/lembaga");
  await person.sees("Anda bekerja di Balai Penerima");
  person.presses("📦 Kode penerimaan kasus");
  return /: ([a-z2-7]{12})/.exec((await person.sees("Kode penerimaan:")).text ?? "")?.[1] ?? "";
}

/** The worker asks that the case goes, with its assessment only. */
async function asks(): Promise<void> {
  const given = await receivingCode();
  worker.looksAway();
  goes(worker, callbacks.closeCase({ caseId }));
  await worker.sees("Mengapa");
  worker.presses("📦 Dialihkan ke lembaga lain di bot ini");
  await worker.sees("Minta kode penerimaan");
  worker.sends(given.toUpperCase());
  await worker.sees("ke Balai Penerima");
  worker.presses("➡️ Lanjut");
  worker.presses("▫️ Asesmen");
  await worker.sees("☑️ Asesmen");
  worker.presses("➡️ Lanjut");
  await worker.sees("Siapa yang mengizinkan");
  worker.presses("Diizinkan klien");
  await worker.sees("Mengapa kasus ini dialihkan");
  worker.sends("Keluarga pindah ke wilayah Balai.");
  await worker.sees("menunggu persetujuan Pak Dedi. Belum ada yang terkirim");
}

/** The last transfer, as it is kept. */
async function kept() {
  const [row] = await app.rows<Record<string, string | null>>(
    `SELECT * FROM "Transfer" ORDER BY "createdAt" DESC LIMIT 1`,
  );
  if (row === undefined) throw new Error("there is none");
  return row;
}

/** The supervisor sends what waits for them. */
async function releases(): Promise<void> {
  await supervisor.sees("meminta");
  supervisor.presses("📄 Buka");
  const card = await supervisor.sees("📄 Asesmen");
  expect(card.text).toMatch(/Dasar membagikan: Diizinkan klien\nAlasan: Keluarga pindah/);
  supervisor.presses("✅ Setujui & kirim");
  await supervisor.sees("menunggu jawaban Balai Penerima");
}

describe("asked for", () => {
  test("by a code of the receiver's: a wrong one is counted, one's own and a spent one are none", async () => {
    const own = await (async () => {
      admin.sends("/lembaga");
      await admin.sees("Anda bekerja di");
      admin.presses("📦 Kode penerimaan kasus");
      return /: ([a-z2-7]{12})/.exec((await admin.sees("Kode penerimaan:")).text ?? "")?.[1] ?? "";
    })();
    goes(worker, callbacks.beginTransfer({ caseId }));
    await worker.sees("Minta kode penerimaan");
    for (const wrong of ["aaaabbbbcccc", own]) {
      worker.sends(wrong);
      await worker.sees("Kode itu tidak dikenal");
    }
    worker.presses("Batal");
    await worker.sees(code);
    const wrong = `SELECT 1 FROM "AuditEvent" WHERE "action" = 'code.refused' AND "subjectId" = $1`;
    expect(await app.rows(wrong, [String(worker.id)])).toHaveLength(2);
    const stored = await app.rows(`SELECT to_jsonb(c)::text AS "row" FROM "ReceivingCode" c`);
    expect(JSON.stringify(stored)).not.toContain(own);
  });

  test("refused by the supervisor with a reason, which stands in the case; nothing went", async () => {
    await asks();
    await supervisor.sees("meminta");
    supervisor.presses("📄 Buka");
    await supervisor.sees("↩️ Tidak setuju");
    supervisor.presses("↩️ Tidak setuju");
    await supervisor.sees("Mengapa tidak?");
    supervisor.sends("Tunggu evaluasi dulu.");
    await supervisor.sees("Tidak disetujui");
    await worker.sees("tidak disetujui");
    worker.presses("📄 Buka");
    await worker.sees("Jawaban: Tunggu evaluasi dulu.");
    const { status, packet, sentAt } = await kept();
    expect({ status, packet, sentAt }).toEqual({ status: "refused", packet: null, sentAt: null });
    expect(wati.seen()).not.toContain(code);
  });
});

describe("sent", () => {
  test("the receiver's supervisors see who sends, the code and how much, and nothing of what it says", async () => {
    await asks();
    wati.looksAway();
    await releases();
    for (const person of [wati, lina]) {
      await person.sees(`ingin mengalihkan kasus ${code} ke lembaga Anda, dengan 1 formulir`);
      person.presses("📄 Buka");
      const card = await person.sees("Isinya baru terbaca setelah Anda terima");
      expect(card.text).not.toMatch(/Keluarga pindah|klien/);
    }
    const { id = "", packet, terms } = await kept();
    expect([packet, terms]).toEqual([expect.stringMatching(sealedShape), expect.stringMatching(sealedShape)]);
    await expect(
      records.as("tonotonotonotono", (work) => acceptTransfer(work, id ?? "", "tonotonotonotono")),
    ).rejects.toThrow(NotAllowed);
  });

  test("declined with a reason: both sides say so, what it held is gone, and the case goes on", async () => {
    wati.presses("↩️ Tidak menerima");
    await wati.sees("Mengapa tidak?");
    wati.sends("Kapasitas kami penuh.");
    await wati.sees("Tidak diterima Balai Penerima");
    await worker.sees(`Balai Penerima tidak menerima ${code}`);
    worker.presses("📄 Buka");
    await worker.sees("Jawaban: Kapasitas kami penuh.");
    const { status, packet } = await kept();
    expect({ status, packet }).toEqual({ status: "declined", packet: null });
    goes(worker, callbacks.openCase({ caseId }));
    await worker.sees("📦 Tidak diterima Balai Penerima");
  });

  test("withdrawn by its worker before it is decided on there", async () => {
    await asks();
    await releases();
    goes(worker, callbacks.transfer({ transferId: (await kept()).id ?? "" }));
    await worker.sees("menunggu jawaban");
    worker.presses("↩️ Tarik kembali");
    await worker.sees("Isinya sudah dihapus");
    await wati.sees("menarik kembali");
    expect(await kept()).toMatchObject({ status: "withdrawn", packet: null });
  });
});

describe("accepted", () => {
  let received = "";
  let transferId = "";

  test("by a supervisor for somebody of their team: a new case there, and the old one closed", async () => {
    await asks();
    await releases();
    transferId = (await kept()).id ?? "";
    await wati.sees("ingin mengalihkan");
    goes(wati, callbacks.takeTransfer({ transferId }));
    await wati.sees("Siapa yang akan melanjutkan");
    // Lina supervises nobody.
    goes(lina, callbacks.takeTransfer({ transferId }));
    await lina.sees("Belum ada");
    wati.presses("Pak Tono");
    await wati.sees("Diterima sebagai K-2026-0001, dilanjutkan Pak Tono");
    await tono.sees("K-2026-0001 untuk Anda lanjutkan: diterima dari LKS Harapan Kasih");
    for (const person of [worker, supervisor]) {
      await person.sees(`Balai Penerima menerima ${code}. Kasusnya ditutup di sini sebagai dialihkan`);
    }
    const rows = await app.rows<{ id: string }>(`SELECT "id" FROM "Case" WHERE "organizationId" = $1`, [
      organizationId,
    ]);
    expect(rows).toHaveLength(1);
    received = rows[0]?.id ?? "";
    expect(await records.outcomeOf(caseId)).toBe("referredOut");
  });

  test("the old case says when and by whom, and who agreed to it; nothing more is begun in it", async () => {
    goes(worker, callbacks.openCase({ caseId }));
    const card = await worker.sees("📦 Dialihkan ke Balai Penerima, diterima");
    expect(JSON.stringify(card.reply_markup)).not.toContain("📦 Dialihkan ke lembaga lain");
    goes(worker, callbacks.caseHistory({ caseId, only: "course", page: 0 }));
    const history = await worker.sees("riwayat");
    for (const line of [
      "Balai Penerima menerima pengalihan",
      "Pak Dedi · 🔒 kasus ditutup",
      "Pak Dedi · 📦 pengalihan disetujui dan dikirim ke Balai Penerima",
      "Bu Ratna · 📦 pengalihan ke Balai Penerima diminta",
      "Kapasitas kami penuh.",
    ]) {
      expect(history.text).toContain(line);
    }
  });

  test("the new case says where it is from; its worker reads exactly what was agreed, and every reading is audited", async () => {
    goes(tono, callbacks.openCase({ caseId: received }));
    await tono.sees(`📦 Diterima dari LKS Harapan Kasih`);
    tono.presses("📦 Berkas yang diterima");
    const packet = await tono.sees("Alasan: Keluarga pindah ke wilayah Balai.");
    const forms = packet.reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? [];
    expect(forms.filter((text) => /Asesmen|Pendekatan|Rencana/.test(text))).toEqual(["Asesmen"]);
    tono.presses("Asesmen");
    const form = await tono.sees("Asesmen · dari LKS Harapan Kasih");
    expect(form.text).toContain("Makan hanya sekali sehari");
    goes(wati, callbacks.packet({ caseId: received }));
    await wati.sees("Yang diterima dari");
    const reads = await app.rows<{ memberId: string }>(
      `SELECT DISTINCT "memberId" FROM "AuditEvent" WHERE "action" = 'packet.read' AND "subjectId" = $1 ORDER BY 1`,
      [received],
    );
    expect(reads).toEqual([{ memberId: "tonotonotonotono" }, { memberId: "watiwatiwatiwati" }]);
    goes(tono, callbacks.caseHistory({ caseId: received, only: "all", page: 0 }));
    await tono.sees("diterima dari LKS Harapan Kasih, di sana");
  });

  test("neither side reads the other's case, nor a supervisor who has nothing to do with it the packet", async () => {
    for (const data of [callbacks.openCase({ caseId }), callbacks.packet({ caseId })]) {
      expect((await tono.pressesData(data).answer()).text).toContain("bukan untuk Anda");
    }
    for (const person of [worker, supervisor, admin, lina]) {
      for (const data of [
        callbacks.packet({ caseId: received }),
        callbacks.packetForm({ caseId: received, index: 0 }),
      ])
        expect((await person.pressesData(data).answer()).text).toContain("bukan untuk Anda");
    }
  });

  test("a received case is no empty one: it is not thrown away, nor taken for a new one", async () => {
    tono.sends("/mulai");
    await tono.sees("➕ Kasus baru");
    tono.presses("➕ Kasus baru");
    await tono.sees("Kontak · 1/7");
    expect((await tono.pressesData(callbacks.discardCase({ caseId: received })).answer()).text).toBeDefined();
    expect(await app.rows(`SELECT 1 FROM "Case" WHERE "id" = $1 AND "voided"`, [received])).toEqual([]);
  });

  test("of two who accept at once one does, and there is one new case", async () => {
    const { caseId: other } = await begun(records, ratna);
    await sent(records, ratna, other, "approach", story.approach);
    const hands = { worker: ratna, supervisor: dedi, receiver: "watiwatiwatiwati" };
    const id = await transferSent(records, hands, other, "x");
    const count = async () =>
      (await app.rows(`SELECT 1 FROM "Case" WHERE "organizationId" = $1`, [organizationId])).length;
    const before = await count();
    const accepts = () =>
      records.as("watiwatiwatiwati", (work) => acceptTransfer(work, id, "tonotonotonotono"));
    const tries = await Promise.allSettled([accepts(), accepts()]);
    const lost = tries.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(lost).toEqual([expect.any(Conflict)]);
    expect(await count()).toBe(before + 1);
  });

  test("what waits stands on the desk, and the next one below a decision", async () => {
    const hands = { worker: ratna, supervisor: dedi, receiver: "watiwatiwatiwati" };
    const codes: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      const waiting = await begun(records, ratna);
      await sent(records, ratna, waiting.caseId, "approach", story.approach);
      await transferSent(records, hands, waiting.caseId, "x");
      codes.push(waiting.code);
    }
    goes(wati, callbacks.supervision());
    await wati.sees(`📦 ${codes[1]} dari lembaga lain`);
    expect(wati.seen()).not.toContain("Tidak ada yang menunggu");
    wati.presses(`📦 ${codes[0]} dari lembaga lain`);
    await wati.sees("Isinya baru terbaca setelah Anda terima");
    wati.presses("↩️ Tidak menerima");
    await wati.sees("Mengapa tidak?");
    wati.sends("Kapasitas kami penuh.");
    await wati.sees("Tidak diterima Balai Penerima");
    wati.presses("▶️ Berikutnya (1)");
    await wati.sees(`📦 ${codes[1]} dari LKS Harapan Kasih`);
    expect(wati.seen()).toContain("⬅️ Yang menunggu");
  });

  test("both institutions have it in their audit", async () => {
    const rows = await app.rows<{ organizationId: string; action: string }>(
      `SELECT "organizationId", "action" FROM "AuditEvent" WHERE "subject" = 'transfer' AND "subjectId" = $1
       ORDER BY "action"`,
      [transferId],
    );
    expect(new Set(rows.map((row) => row.organizationId)).size).toBe(2);
    expect(rows.map(({ action }) => action)).toEqual([
      "transfer.accepted",
      "transfer.accepted",
      "transfer.sent",
      "transfer.sent",
    ]);
  });
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
