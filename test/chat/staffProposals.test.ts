/** Who reads cases is changed by two: which cases go and why, who has to agree, and what everybody hears. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { agreesToProposal } from "../support/agreeing.js";
import { notDrawn } from "../support/drawn.js";
import { begun, sent } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();

const codes: string[] = [];
let tono: Person;

beforeAll(async () => {
  tono = await joins(app, staff.admin, "Pak Tono", ["pekerja sosial"], "Pak Dedi");
  for (let number = 0; number < 3; number += 1) {
    const { caseId, code } = await begun(app.records, ratna);
    await sent(app.records, ratna, caseId, "approach", story.approach);
    codes.push(code);
  }
});

async function card(name: string): Promise<string> {
  const { admin } = staff;
  admin.looksAway();
  admin.sends("/mulai");
  await admin.sees("👤 Anggota");
  admin.presses("👤 Anggota");
  await admin.sees("Anggota lembaga");
  admin.presses(name);
  return (await admin.sees("Bergabung:")).text ?? "";
}

/** The admin chooses the first and the third case of Bu Ratna's for Pak Tono. */
async function proposes(reason: string): Promise<void> {
  const { admin } = staff;
  await card("Bu Ratna");
  admin.presses("🔀 Alihkan kasus");
  await admin.sees("Kepada siapa");
  admin.presses("Pak Tono");
  await admin.sees("Dipilih: 0 dari 3");
  admin.presses(`▫️ ${codes[0]} · Asesmen`);
  await admin.sees("Dipilih: 1 dari 3");
  admin.presses(`▫️ ${codes[2]} · Asesmen`);
  await admin.sees("Dipilih: 2 dari 3");
  admin.presses("➡️ Alihkan (2)");
  await admin.sees(`2 kasus dari Bu Ratna kepada Pak Tono: ${codes[0]}, ${codes[2]}`);
  admin.sends(reason);
  await admin.sees("Perlu persetujuan satu orang lagi");
}

async function whose(): Promise<Record<string, string>> {
  const rows = await app.rows<{ code: string; workerId: string }>(`SELECT "code", "workerId" FROM "Case"`);
  return Object.fromEntries(rows.map(({ code, workerId }) => [code, workerId]));
}

test("nothing changes before the supervisor agrees; refused, it stays as it is, and the admin hears", async () => {
  const { admin, supervisor } = staff;
  supervisor.looksAway();
  await proposes("Bu Ratna terlalu banyak kasus");
  expect(new Set(Object.values(await whose()))).toEqual(new Set([ratna]));
  const { text: notice = "" } = await supervisor.sees("Bu Sari mengusulkan perubahan");
  expect(notice).not.toContain("terlalu banyak");
  supervisor.sends("/mulai");
  await supervisor.sees("✍️ Persetujuan (1)");
  supervisor.presses("✍️ Persetujuan (1)");
  await supervisor.sees("1 hal menunggu keputusan Anda");
  supervisor.presses("🔀 Usulan pengalihan");
  const { text = "" } = await supervisor.sees("Alasannya: Bu Ratna terlalu banyak kasus");
  expect(text).toContain(
    `Bu Sari ingin mengalihkan 2 kasus dari Bu Ratna kepada Pak Tono: ${codes[0]}, ${codes[2]}`,
  );
  admin.looksAway();
  supervisor.presses("✖️ Tolak");
  await supervisor.sees("Ditolak Pak Dedi");
  await admin.sees("Pak Dedi menolak usulan Anda untuk Bu Ratna");
  expect(new Set(Object.values(await whose()))).toEqual(new Set([ratna]));
});

test("agreed to, only the chosen cases go; both workers hear which; the reason stands in the history", async () => {
  const { admin, supervisor, worker } = staff;
  for (const person of [supervisor, worker, tono]) person.looksAway();
  await proposes("Bu Ratna cuti melahirkan");
  const [row] = await app.rows<{ reason: string }>(
    `SELECT "reason" FROM "StaffProposal" WHERE "status" = 'asked'`,
  );
  expect(row?.reason).toMatch(sealedShape);
  await agreesToProposal(supervisor);
  await supervisor.sees("2 kasus kini dipegang Pak Tono");
  const which = `${codes[0]}, ${codes[2]}`;
  await tono.sees(`2 kasus dari Bu Ratna kini Anda pegang: ${which}.`);
  await worker.sees(`2 kasus Anda dialihkan kepada Pak Tono: ${which}.`);
  await admin.sees("Usulan Anda untuk Bu Ratna dan Pak Tono disetujui");
  const toId = await app.memberOf(tono);
  expect(await whose()).toEqual({
    [codes[0] ?? ""]: toId,
    [codes[1] ?? ""]: ratna,
    [codes[2] ?? ""]: toId,
  });
  tono.presses("📂 Kasus saya");
  await tono.sees(codes[0] ?? "");
  tono.presses(new RegExp(codes[0] ?? ""));
  await tono.sees("🗂 Riwayat");
  tono.presses("🗂 Riwayat");
  await tono.sees("Bu Sari · dialihkan dari Bu Ratna kepada Pak Tono: Bu Ratna cuti melahirkan");
  const [acts] = await app.rows(
    `SELECT array_agg("action" ORDER BY "at", "action") AS "acts" FROM "AuditEvent" WHERE "action" LIKE 'staff.%'`,
  );
  expect(acts).toEqual({ acts: ["staff.asked", "staff.refused", "staff.asked", "staff.done"] });
});

test("an admin who names themself needs the supervisor's yes, and may take it back; nobody else decides", async () => {
  const { admin, supervisor, worker } = staff;
  const sari = await app.memberOf(admin);
  await app.rows(`UPDATE "Member" SET "roles" = '{admin,supervisor}' WHERE "id" = $1`, [sari]);
  supervisor.looksAway();
  await card("Bu Ratna");
  admin.presses("🤝 Tunjuk supervisor");
  await admin.sees("Siapa yang menyupervisi");
  admin.presses("Bu Sari");
  await admin.sees("Perlu persetujuan satu orang lagi");
  await supervisor.sees("mengusulkan perubahan");
  const [row] = await app.rows<{ id: string }>(`SELECT "id" FROM "StaffProposal" WHERE "status" = 'asked'`);
  const proposalId = row?.id ?? "";
  for (const person of [admin, worker, tono]) {
    const data = callbacks.decideStaffProposal({ proposalId, agrees: true });
    const { text } = await person.pressesData(data, person.lastMessage()?.message_id ?? 0).answer();
    expect(text).toContain("bukan untuk Anda");
  }
  await card("Bu Ratna");
  admin.presses("🔀 Supervisor: Bu Sari");
  await admin.sees("Bu Sari ingin Bu Sari menyupervisi Bu Ratna");
  admin.presses("✖️ Batalkan usulan");
  await admin.sees("✖️ Dibatalkan.");
  supervisor.presses("🔀 Usulan pengalihan");
  await supervisor.sees("✖️ Dibatalkan.");
  expect(await app.rows(`SELECT 1 FROM "Member" WHERE "supervisorId" = $1`, [sari])).toEqual([]);
});

test("with nobody to agree an admin does not name themself; another admin's yes is enough", async () => {
  const { admin, supervisor } = staff;
  await app.rows(`UPDATE "Account" SET "blockedAt" = now() WHERE "id" = $1`, [supervisor.id]);
  await card("Bu Ratna");
  admin.presses("🤝 Tunjuk supervisor");
  await admin.sees("Siapa yang menyupervisi");
  admin.presses("Bu Sari");
  await admin.sees("Jadikan seorang anggota lain admin dulu");
  const lina = await joins(app, admin, "Bu Lina", ["admin lembaga"]);
  await card("Bu Ratna");
  admin.presses("🤝 Tunjuk supervisor");
  await admin.sees("Siapa yang menyupervisi");
  admin.presses("Bu Sari");
  await admin.sees("Bu Lina sudah diberi tahu");
  await agreesToProposal(lina);
  await lina.sees("Supervisornya sekarang Bu Sari.");
  await staff.worker.sees("Supervisor Anda sekarang Bu Sari");
});

test("what nobody answered for two weeks waits for nobody any more, and changes nothing", async () => {
  const { admin, supervisor } = staff;
  await app.rows(
    `INSERT INTO "StaffProposal" ("id", "organizationId", "kind", "workerId", "toId", "proposedById", "status", "createdAt", "askedAt", "caseIds")
     SELECT 'proposalproposal', "organizationId", 'supervisor', "id", $2, $3, 'asked', '2026-11-01', '2026-11-01', '{}'
     FROM "Member" WHERE "id" = $1`,
    [ratna, await app.memberOf(supervisor), await app.memberOf(admin)],
  );
  const proposalId = "proposalproposal";
  admin.pressesData(callbacks.staffProposal({ proposalId }), admin.lastMessage()?.message_id ?? 0);
  await admin.sees("Sudah lewat 14 hari tanpa jawaban");
  expect(admin.seen()).not.toContain("Batalkan usulan");
  for (const person of [admin, supervisor]) {
    const data = callbacks.decideStaffProposal({ proposalId, agrees: true });
    const { text } = await person.pressesData(data, person.lastMessage()?.message_id ?? 0).answer();
    expect(text).toContain("bukan untuk Anda");
  }
});

test("many cases come in pages, and what was chosen on another page stays chosen", async () => {
  const { admin } = staff;
  const worker = await app.memberOf(tono);
  for (let number = 0; number < 7; number += 1) await begun(app.records, worker);
  await card("Pak Tono");
  admin.presses("🔀 Alihkan kasus");
  await admin.sees("Kepada siapa");
  admin.presses("Bu Ratna");
  await admin.sees("Dipilih: 0 dari 9");
  admin.presses(`▫️ ${codes[0]} · Asesmen`);
  await admin.sees("Dipilih: 1 dari 9");
  admin.presses("▶️");
  await admin.sees("K-2026-0010");
  expect(admin.seen()).toContain("Dipilih: 1 dari 9");
  admin.presses("☑️ Pilih semua");
  await admin.sees("Dipilih: 9 dari 9");
  admin.presses("▫️ Kosongkan");
  await admin.sees("Dipilih: 0 dari 9");
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
