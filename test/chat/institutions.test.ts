/** Several institutions on one bot: opened by the operator's code, and people who belong to more than one. */
import { describe, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { setSuspended } from "../../src/records/due/staffing.js";
import { makeFoundingCode } from "../../src/records/people/foundingCodes.js";
import { invite } from "../../src/records/people/invitations.js";
import { ticksDanger } from "../support/danger.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { begun, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();

/** A code of the operator's. */
async function foundingCode(): Promise<string> {
  return (await app.records.as(ratna, async (work) => makeFoundingCode(await work.tx(), work))).code;
}

/** Answers the three questions of the set-up, of which the first was put. */
async function setsUp(person: Person, organization: string, name: string): Promise<void> {
  person.sends(organization);
  await person.sees("zona waktu");
  person.presses("WITA (Makassar)");
  await person.sees("bagaimana Anda ingin disebut");
  person.sends(name);
}

describe("an institution is opened by a code of the operator's", () => {
  test("by somebody new, once; who had begun with the same code is told that it is gone", async () => {
    const code = await foundingCode();
    const [founder, late] = ["Wati", "Budi"].map((firstName) => app.telegram.person({ firstName }));
    if (founder === undefined || late === undefined) throw new Error("there are two");
    for (const person of [founder, late]) {
      person.opens(code);
      await person.sees("Apa nama lembaga Anda?");
    }
    await setsUp(founder, "Balai Dua", "Bu Wati");
    await founder.sees("Balai Dua sudah siap, dan Anda adminnya");
    founder.presses("Saya setuju");
    await founder.sees("🏢 Lembaga");
    await setsUp(late, "Balai Tiga", "Pak Budi");
    await late.sees("bukan untuk Anda");
    late.opens(code);
    await late.sees("Kode ini tidak dikenal, sudah dipakai");
    const kept = await app.rows<{ name: string; admins: number }>(
      `SELECT o."name", count(m."id")::int AS "admins" FROM "Organization" o
       JOIN "Member" m ON m."organizationId" = o."id" AND m."roles" = '{admin}'
       WHERE o."timeZone" = 'Asia/Makassar' GROUP BY 1`,
    );
    expect(kept).toEqual([{ name: "Balai Dua", admins: 1 }]);
    const used = `SELECT 1 FROM "FoundingCode" c JOIN "Organization" o ON o."id" = c."organizationId" WHERE c."usedAt" IS NOT NULL`;
    expect(await app.rows(used)).toHaveLength(1);
  });

  test("wrong and expired ones count like every wrong code: after five none is taken for an hour", async () => {
    const code = await foundingCode();
    const guesser = app.telegram.person({ firstName: "Penebak" });
    for (let n = 0; n < 5; n += 1) {
      guesser.opens(`org_tebakan${n}`);
      await guesser.sees("Kode ini tidak dikenal");
    }
    guesser.opens(code);
    await guesser.sees("Sudah 5 kode yang salah");
    await app.forward(8 * 86_400_000);
    guesser.opens(code);
    await guesser.sees("Kode ini tidak dikenal, sudah dipakai, atau lewat masanya");
  });

  test("by somebody who has not agreed to the notice of the one they were invited to", async () => {
    const { code: link } = await app.records.as(await app.memberOf(staff.admin), async (work) => {
      const made = await invite(work, { name: "Pak Ragu", roles: ["worker"], supervisorId: null });
      if (made === "too-many") throw new Error("there are not so many");
      return made;
    });
    const founder = app.telegram.person({ firstName: "Ragu" });
    founder.opens(`inv_${link}`);
    await founder.sees("Saya setuju");
    founder.opens(await foundingCode());
    await founder.sees("Apa nama lembaga Anda?");
    await setsUp(founder, "Balai Enam", "Pak Ragu");
    await founder.sees("Balai Enam sudah siap");
  });

  test("by a worker of another one in the middle of a form, who may leave it, and whose draft waits", async () => {
    const { worker } = staff;
    worker.looksAway();
    worker.sends("/mulai");
    await worker.sees("➕ Kasus baru");
    worker.presses("➕ Kasus baru");
    await worker.sees("Kontak · 1/7");
    const code = await foundingCode();
    worker.opens(code);
    await worker.sees("Apa nama lembaga Anda?");
    worker.presses("Batal");
    await worker.sees("LKS Harapan Kasih");
    worker.opens(code);
    await worker.sees("Apa nama lembaga Anda?");
    await setsUp(worker, "Balai Empat", "Ratna");
    const notice = await worker.sees("Balai Empat sudah siap");
    expect(JSON.stringify(notice.reply_markup)).not.toContain("Kembali ke pertanyaan");
    worker.presses("Saya setuju");
    await worker.sees("undang supervisor dulu");
    expect(worker.seen()).not.toContain("Kasus baru");
  });
});

describe("a member of two institutions", () => {
  const { worker, supervisor } = staff;
  let caseId = "";
  let code = "";
  let waiting = "";

  /** An admin of the second institution lets somebody in, who agrees to its notice and has it at hand from then on. */
  async function joinsSecond(person: Person, name: string, role: "worker" | "supervisor"): Promise<void> {
    const { code } = await app.records.as("adminduaaaaaaaaa", async (work) => {
      const invited = await invite(work, { name, roles: [role], supervisorId: null });
      if (invited === "too-many") throw new Error("there are not so many");
      return invited;
    });
    person.looksAway();
    person.opens(`inv_${code}`);
    await person.sees("Anda kini anggota Balai Lima");
    person.presses("Saya setuju");
    await person.sees("Terima kasih");
  }

  async function switches(person: Person, organization: string): Promise<void> {
    const [member] = await app.rows<{ id: string }>(
      `SELECT m."id" FROM "Member" m JOIN "Organization" o ON o."id" = m."organizationId"
       WHERE o."name" = $1 AND m."accountId" = $2`,
      [organization, person.id],
    );
    person.looksAway();
    goes(person, callbacks.switchOrganization({ memberId: member?.id ?? "" }));
    await person.sees("Apa yang ingin Anda lakukan");
  }

  test("joins the second by invitation while at work in the first, and sees nothing of it there", async () => {
    const { records } = app;
    worker.looksAway();
    worker.sends("/lembaga");
    await worker.sees("Mau bekerja di mana?");
    worker.presses("LKS Harapan Kasih");
    await worker.sees("➕ Kasus baru");
    ({ caseId, code } = await begun(records, ratna));
    await sent(records, ratna, caseId, "approach", story.approach);
    await sent(records, ratna, caseId, "assessment", story.assessment);
    waiting = await sent(records, ratna, caseId, "plan", story.plan);
    await records.organization("second", {}, "Balai Lima");
    await records.member("adminduaaaaaaaaa", ["admin"], { organizationId: "second" });
    await joinsSecond(worker, "Ratna di Balai", "worker");
    for (const said of ["/kasus", `/kasus ${code}`, "/tugas", "/lanjut", code]) {
      worker.looksAway();
      worker.sends(said);
      expect((await worker.sees(/./)).text, said).not.toMatch(/Mak|Rencana|Terlambat|lansia/i);
    }
  });

  test("what is told of the first says so in a line of its own, and its button goes there", async () => {
    worker.looksAway();
    goes(supervisor, callbacks.openApproval({ roundId: waiting }));
    await supervisor.sees("✅ Setujui");
    supervisor.presses("✅ Setujui");
    const notice = await worker.sees("disetujui");
    expect(notice.text).toMatch(/^🏢 LKS Harapan Kasih\n/);
    worker.presses("📂 Ke kasus");
    await worker.sees("Sekarang Anda di LKS Harapan Kasih");
    await worker.sees(code);
  });

  test("the digest of one is read while the other is at hand", async () => {
    await switches(worker, "Balai Lima");
    worker.looksAway();
    await app.forward(21 * 86_400_000);
    const digest = await worker.sees(/Selamat (pagi|siang|sore|malam)/);
    expect(digest.text).toMatch(/^🏢 LKS Harapan Kasih\n/);
    worker.presses("📋 Semua tugas");
    await worker.sees("Sekarang Anda di LKS Harapan Kasih");
    await worker.sees(code);
  });

  test("a danger in one is heard of in the other, and taken on with one press", async () => {
    await joinsSecond(supervisor, "Dedi di Balai", "supervisor");
    await switches(worker, "LKS Harapan Kasih");
    goes(worker, callbacks.enterFormAnew({ caseId, form: "assessment" }));
    await worker.sees("bahaya");
    supervisor.looksAway();
    await ticksDanger(worker, "suicide");
    const alert = await supervisor.sees("Bahaya");
    expect(alert.text).toMatch(/^🏢 LKS Harapan Kasih\n/);
    supervisor.presses(/tangani/i);
    await supervisor.sees("Sekarang Anda di LKS Harapan Kasih");
    const taken = await app.rows<{ by: string }>(
      `SELECT "acknowledgedById" AS "by" FROM "Danger" WHERE "caseId" = $1 AND "acknowledgedById" IS NOT NULL`,
      [caseId],
    );
    expect(taken).toEqual([{ by: dedi }]);
  });

  test("an old button of the other is refused kindly, with the way there; the question that was open stays as a draft", async () => {
    await switches(worker, "Balai Lima");
    worker.looksAway();
    goes(worker, callbacks.openCase({ caseId }));
    const refusal = await worker.sees("Itu milik LKS Harapan Kasih, sedangkan sekarang Anda di Balai Lima");
    expect(refusal.text).not.toContain("K-2026");
    worker.presses("🔁 Buka di sana");
    await worker.sees("Sekarang Anda di LKS Harapan Kasih");
    await worker.sees(code);
    worker.sends("/lanjut");
    await worker.sees(/Asesmen/);
    // It was no attempt at a case that is not theirs.
    const refused = `SELECT 1 FROM "AuditEvent" WHERE "action" = 'access.refused' AND "memberId" = $1`;
    expect(await app.rows(refused, [ratna])).toEqual([]);
  });

  test("is suspended in one, and goes on in the other", async () => {
    const [second] = await app.rows<{ id: string }>(
      `SELECT "id" FROM "Member" WHERE "organizationId" = 'second' AND "accountId" = $1`,
      [worker.id],
    );
    await switches(worker, "Balai Lima");
    await app.records.as("adminduaaaaaaaaa", (work) => setSuspended(work, second?.id ?? "", true));
    worker.looksAway();
    worker.sends("/kasus");
    await worker.sees("Akses Anda di Balai Lima sedang ditangguhkan");
    worker.presses("Ke LKS Harapan Kasih");
    await worker.sees("➕ Kasus baru");
    worker.sends("/kasus");
    await worker.sees(code);
  });

  test("forged: to an institution one is no member of, or a button within a button", async () => {
    const data = callbacks.openCase({ caseId });
    for (const forged of [
      callbacks.openThere({ memberId: dedi, data }),
      callbacks.openThere({ memberId: ratna, data: "nonsense" }),
      callbacks.switchOrganization({ memberId: "adminduaaaaaaaaa" }),
    ]) {
      expect((await worker.pressesData(forged).answer()).text).toMatch(/tidak berlaku|bukan untuk Anda/);
    }
  });
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
