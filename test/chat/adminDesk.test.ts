/** The admin's desk: who works for the organisation, who supervises whom, and what is late, by code and by worker. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { beginDataRequest, caseByCode } from "../../src/records/dataRights/dataRequests.js";
import { begun, sent } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();

let code = "";

/** A child victim whose report is two days late, an assessment late by nine days, and a worker without a supervisor. */
beforeAll(async () => {
  const { records } = app;
  await joins(app, staff.admin, "Pak Tono", ["pekerja sosial"]);
  const { caseId, code: given } = await begun(records, ratna);
  code = given;
  const victim = story.told("approach", "minor-victim", { danger: ["none"], safetyStep: undefined });
  await sent(records, ratna, caseId, "approach", { ...victim, reportRequestedAt: "hari ini 10.15" });
  await app.rows(
    `UPDATE "Deadline" SET "nextAt" = NULL, "dueAt" =
       CASE WHEN "statutory" THEN '2026-11-22T03:00Z'::timestamptz ELSE '2026-11-15T16:59:59.999Z' END
     WHERE "caseId" = $1`,
    [caseId],
  );
  await app.rows(
    `INSERT INTO "Permit" ("id", "organizationId", "memberId", "kind", "number", "expiresOn", "createdAt")
     SELECT 'permitpermitper1', "organizationId", "id", 'str', '', '2026-11-20', now() FROM "Member" WHERE "id" = $1`,
    [ratna],
  );
});

async function opens(face: RegExp | string, seen: string): Promise<string> {
  const { admin } = staff;
  admin.looksAway();
  admin.sends("/mulai");
  await admin.sees("👤 Anggota");
  admin.presses(face);
  return (await admin.sees(seen)).text ?? "";
}

test("members: roles, supervisor, caseload, what is late, last activity, STR", async () => {
  const text = await opens("👤 Anggota", "Anggota lembaga");
  const [, sari, dedi, bu = "", tono = ""] = text.split("\n\n");
  expect(sari).toBe("Bu Sari · admin lembaga\naktif hari ini");
  // He was let in without a press of his own, and has done nothing yet.
  expect(dedi).toBe("Pak Dedi · supervisor\nbelum pernah aktif\nSTR: belum dicatat");
  expect(bu).toMatch(
    /^Bu Ratna · pekerja sosial\nSupervisor: Pak Dedi\n1 kasus berjalan · \d terlambat ❗️ · aktif hari ini\nSTR: berakhir Jumat, 20 November 2026 ❗️$/,
  );
  expect(tono).toContain("Supervisor: belum ada ❗️\n0 kasus berjalan · aktif hari ini");
  const { admin } = staff;
  admin.presses("Pak Dedi");
  await admin.sees("Menyupervisi (1): Bu Ratna");
});

test("what is late: by code, stage and worker; the law's first, and never what befell the client", async () => {
  const { admin } = staff;
  const text = await opens(/⏰ Terlambat \([1-9]\)/, "Yang terlambat");
  const [first, ...rest] = text.split("\n").slice(2);
  expect(first).toContain(`⏳ ${code} · batas waktu undang-undang · Asesmen · Bu Ratna · lewat 48 jam`);
  expect(rest.at(-1)).toBe(
    `• ${code} · tanda tangan kontrak layanan · Asesmen · Bu Ratna · terlambat 9 hari`,
  );
  expect(text).not.toMatch(/laporan sosial|penyidik|anak/);
  admin.presses(/Bu Ratna \(\d\)/);
  await admin.sees(/Yang terlambat: Bu Ratna/);
  admin.presses("👤 Bu Ratna");
  await admin.sees("Bergabung:");
});

test("a clock of the law that reaches an admin, and the log: by code, without the name or the article that tells of a crime", async () => {
  const { admin } = staff;
  const [tono] = await app.rows<{ id: string }>(
    `SELECT "id" FROM "Member" WHERE "supervisorId" IS NULL AND 'worker' = ANY("roles")`,
  );
  const { caseId, code: other } = await begun(app.records, tono?.id ?? "");
  const victim = story.told("approach", "minor-victim", { danger: ["none"], safetyStep: undefined });
  admin.looksAway();
  await sent(app.records, tono?.id ?? "", caseId, "approach", {
    ...victim,
    reportRequestedAt: "hari ini 10.15",
  });
  await app.forward(16_000);
  const { text: clock = "" } = await admin.sees(`⏳ ${other} · batas waktu undang-undang`);
  expect(clock).toContain("Yang mengerjakan: Pak Tono.");
  await opens("⚙️ Lainnya", "Lainnya");
  admin.presses("📄 Laporan");
  await admin.sees("⏰ Pengingat");
  admin.presses("⏰ Pengingat");
  const { text: log = "" } = await admin.sees("Catatan pengingat");
  expect(log).toContain(`${other} · batas waktu undang-undang`);
  for (const text of [clock, log]) expect(text).not.toMatch(/laporan sosial|penyidik|anak|PP 65|UU 12/);
});

test("the registers stand on the first screen: permits, clients' requests, breaches", async () => {
  const { admin } = staff;
  const permits = await opens("🪪 STR/SIPPS", "STR dan SIPPS (3)");
  expect(permits).toContain("• Bu Ratna · STR: berakhir Jumat, 20 November 2026 ❗️ · SIPPS: 0");
  await app.records.as(ratna, async (work) => {
    const id = await caseByCode(work, code);
    await beginDataRequest(work, id ?? "", "access");
  });
  const requests = await opens("🔏 Hak klien", "Permintaan klien atas datanya (1)");
  expect(requests).toMatch(
    new RegExp(`• ${code} · salinan data · Bu Ratna: sejak .*, paling lambat .* · berjalan`),
  );
  await opens("📤 Kebocoran", "Belum ada yang tercatat.");
  expect(admin.seen()).toContain("[📤 Data bocor]");
});

test("nobody but an admin reads either", async () => {
  const { worker, supervisor } = staff;
  for (const person of [worker, supervisor]) {
    for (const data of [
      callbacks.late({ memberId: null, page: 0 }),
      callbacks.members({ page: 0 }),
      callbacks.register({ which: "permits", page: 0 }),
    ]) {
      const { text } = await person.pressesData(data, person.lastMessage()?.message_id ?? 0).answer();
      expect(text).toContain("bukan untuk Anda");
    }
  }
});
