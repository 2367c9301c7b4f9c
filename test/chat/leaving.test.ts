/** A member has themselves removed: not before their cases and team are handed on, and then nothing names them. */
import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { keepPermit } from "../../src/records/due/permits.js";
import { reassignCases, setSupervisor, setSuspended } from "../../src/records/due/staffing.js";
import { NotAllowed } from "../../src/records/people/actor.js";
import { hashOfPin, setPin } from "../../src/records/people/pin.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { invited } from "../support/inviting.js";
import { begun } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff, ratna, dedi } = await staffedApp();
const { admin, supervisor, worker } = staff;

test("what would be without anybody keeps them, and the admin is asked to hand it on", async () => {
  const { code, caseId } = await begun(app.records, ratna);
  worker.sends("/privasi");
  await worker.sees("🚪 Keluar & hapus data saya");
  worker.presses("🚪 Keluar & hapus data saya");
  await worker.sees(`1 kasus: ${code}`);
  expect(worker.seen()).not.toContain("Ya, keluar");
  worker.presses("📨 Minta admin mengalihkan");
  await worker.sees("Permintaan Anda tercatat");
  await admin.sees(`Bu Ratna ingin keluar dan datanya dihapus. Yang perlu dialihkan dulu: 1 kasus (${code})`);
  // A button of before, pressed all the same.
  goes(worker, callbacks.removeMeSurely());
  await worker.sees("Sebelum keluar");
  goes(supervisor, callbacks.removeMe());
  await supervisor.sees("yang Anda supervisi: Bu Ratna");
  supervisor.presses("📨 Minta admin mengalihkan");
  await admin.sees("Yang perlu dialihkan dulu: 1 orang yang disupervisi.");
  goes(admin, callbacks.removeMe());
  await admin.sees("Anda admin terakhir");

  const anton = await app.memberOf(await joins(app, admin, "Pak Anton", ["pekerja sosial"], "Pak Dedi"));
  const sari = await app.memberOf(admin);
  await app.records.as(sari, (work) =>
    reassignCases(work, { fromId: ratna, toId: anton, caseIds: [caseId], reason: null, byId: sari }),
  );
});

test("then name, account and permits are gone, nothing more is sent, and only an invitation leads back", async () => {
  const str = { kind: "str", number: "STR-9", issuedOn: null, expiresOn: "2027-12-01" } as const;
  await app.records.as(ratna, async (work) => {
    await keepPermit(work, str);
    await setPin(work, await hashOfPin(work, "4826"));
  });
  worker.sends("4826");
  await worker.sees("🔓 Terbuka.");
  goes(worker, callbacks.removeMe());
  await worker.sees("Keluar dari LKS Harapan Kasih?");
  worker.presses("Ya, keluar dan hapus");
  await worker.sees("Anda sudah keluar dari LKS Harapan Kasih");
  await admin.sees("Bu Ratna keluar dari lembaga");
  const [row] = await app.rows<{ accountId: string; left: boolean; pin: string | null }>(
    `SELECT "accountId", "leftAt" IS NOT NULL AS "left", "pin" FROM "Member" WHERE "id" = $1`,
    [ratna],
  );
  expect(row).toMatchObject({ left: true, pin: null });
  expect(Number(row?.accountId)).toBeLessThan(0);
  for (const [table, column] of [
    ["Account", "id"],
    ["Member", "accountId"],
  ] as const) {
    expect(await app.rows(`SELECT 1 FROM "${table}" WHERE "${column}" = $1`, [worker.id])).toEqual([]);
  }
  expect(await app.rows(`SELECT 1 FROM "Permit" WHERE "memberId" = $1`, [ratna])).toEqual([]);
  const sari = await app.memberOf(admin);
  await expect(app.records.as(sari, (work) => setSuspended(work, ratna, false))).rejects.toThrow(NotAllowed);
  goes(admin, callbacks.members({ page: 0 }));
  const { text = "" } = await admin.sees("Anggota lembaga");
  expect(text).not.toContain("Bu Ratna");

  worker.looksAway();
  worker.sends("/mulai");
  await worker.sees("undangan");
  worker.opens(await invited(admin, "Bu Ratna", ["pekerja sosial"], "Pak Dedi"));
  await worker.sees("Saya setuju");
  worker.presses("Saya setuju");
  await worker.sees("Apa yang ingin Anda lakukan");
  expect(await app.memberOf(worker)).not.toBe(ratna);
});

test("whoever has not agreed to the notice has themselves removed too", async () => {
  const budi = await joins(app, admin, "Pak Budi", ["pekerja sosial"], "Pak Dedi");
  await app.rows(`UPDATE "Member" SET "consentedAt" = NULL, "consentVersion" = NULL WHERE "id" = $1`, [
    await app.memberOf(budi),
  ]);
  budi.sends("/kasus");
  await budi.sees("mohon dibaca");
  budi.sends("/privasi");
  await budi.sees("🚪 Keluar & hapus data saya");
  budi.presses("🚪 Keluar & hapus data saya");
  await budi.sees("Keluar dari LKS Harapan Kasih?");
  budi.presses("Ya, keluar dan hapus");
  await budi.sees("Anda sudah keluar");
});

test("a supervisor goes once their team has somebody else", async () => {
  const lina = await app.memberOf(await joins(app, admin, "Bu Lina", ["supervisor"]));
  const sari = await app.memberOf(admin);
  for (const { id } of await app.rows<{ id: string }>(`SELECT "id" FROM "Member" WHERE "supervisorId" = $1`, [
    dedi,
  ])) {
    await app.records.as(sari, (work) => setSupervisor(work, id, lina));
  }
  goes(supervisor, callbacks.removeMe());
  await supervisor.sees("Keluar dari LKS Harapan Kasih?");
  supervisor.presses("Ya, keluar dan hapus");
  await supervisor.sees("Anda sudah keluar");
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
