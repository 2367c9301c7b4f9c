/** Several institutions on one bot: opened by the operator's code, and people who belong to more than one. */
import { describe, expect, test } from "vitest";
import type { Person } from "../../src/playground/people.js";
import { makeFoundingCode } from "../../src/records/people/foundingCodes.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff, ratna } = await staffedApp();

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
