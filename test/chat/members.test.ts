import { describe, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { agreesToProposal } from "../support/agreeing.js";
import { notDrawn } from "../support/drawn.js";
import { invited } from "../support/inviting.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff } = await staffedApp();

/** The admin opens a member's card from the menu. */
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

async function memberId(person: Person): Promise<string> {
  const [row] = await app.rows<{ id: string }>(`SELECT "id" FROM "Member" WHERE "accountId" = $1`, [
    person.id,
  ]);
  return row?.id ?? "";
}

async function opensCase(worker: Person): Promise<void> {
  worker.sends("/mulai");
  await worker.sees("➕ Kasus baru");
  worker.presses("➕ Kasus baru");
  await worker.sees("Kontak · 1/7");
}

describe("the members of an organisation", () => {
  test("a card says roles, supervisor, number of cases; names are as they were typed", async () => {
    const shown = await card("Bu Ratna");
    expect(shown).toContain("Bu Ratna · pekerja sosial");
    expect(shown).toContain("Supervisor: Pak Dedi");
    expect(shown).toContain("Kasus berjalan: 0");
  });

  test("another supervisor is named: both are told", async () => {
    const { admin, worker } = staff;
    const tini = await joins(app, admin, "Bu Tini", ["supervisor"]);
    await card("Bu Ratna");
    admin.presses("🤝 Tunjuk supervisor");
    await admin.sees("Siapa yang menyupervisi Bu Ratna?");
    admin.presses("Bu Tini");
    await admin.sees("Supervisornya sekarang Bu Tini");
    await worker.sees("Supervisor Anda sekarang Bu Tini");
    await tini.sees("Anda sekarang menyupervisi Bu Ratna");
    tini.sends("/supervisi");
    await tini.sees("• Bu Ratna: 0 kasus berjalan, 0 menunggu Anda");
  });

  test("a supervisor whose role is taken away reads nobody's cases any more", async () => {
    const { admin, worker } = staff;
    await card("Bu Tini");
    admin.presses("🎭 Peran");
    await admin.sees("1 orang yang disupervisinya");
    admin.presses("☑️ supervisor");
    await admin.sees("paling sedikit satu peran");
    admin.presses("▫️ pekerja sosial");
    await admin.sees("☑️ pekerja sosial");
    admin.presses("☑️ supervisor");
    await admin.sees("▫️ supervisor");
    const rows = await app.rows(`SELECT "supervisorId" FROM "Member" WHERE "id" = $1`, [
      await memberId(worker),
    ]);
    expect(rows).toEqual([{ supervisorId: null }]);
    expect(await card("Bu Ratna")).toContain("Supervisor: belum ada");
    admin.presses("🤝 Tunjuk supervisor");
    await admin.sees("Siapa yang menyupervisi");
    admin.presses("Pak Dedi");
    await admin.sees("Supervisornya sekarang Pak Dedi");
  });

  test("open cases are handed over before the worker role goes; both workers hear of it", async () => {
    const { admin, supervisor, worker } = staff;
    const budi = await joins(app, admin, "Pak Budi", ["pekerja sosial"], "Pak Dedi");
    await opensCase(worker);
    await card("Bu Ratna");
    admin.presses("🎭 Peran");
    await admin.sees("Peran Bu Ratna");
    admin.presses("▫️ supervisor");
    await admin.sees("☑️ supervisor");
    admin.presses("☑️ pekerja sosial");
    await admin.sees("masih memegang kasus yang berjalan");
    admin.presses("⬅️ Kembali");
    await admin.sees("Bergabung:");
    admin.presses("🔀 Alihkan kasus");
    await admin.sees("Kepada siapa");
    admin.presses("Pak Budi");
    await admin.sees("Kasus mana yang dialihkan dari Bu Ratna kepada Pak Budi?");
    admin.presses("☑️ Pilih semua");
    await admin.sees("Dipilih: 1 dari 1");
    admin.presses("➡️ Alihkan (1)");
    await admin.sees("Apa alasannya?");
    supervisor.looksAway();
    admin.sends("Bu Ratna pindah tugas");
    await admin.sees("Perlu persetujuan satu orang lagi");
    await agreesToProposal(supervisor);
    await supervisor.sees("1 kasus kini dipegang Pak Budi");
    await budi.sees("1 kasus dari Bu Ratna kini Anda pegang");
    await worker.sees("1 kasus Anda dialihkan kepada Pak Budi");
    // The question that was open is no longer hers: nothing is kept, and she is told.
    worker.sends("Penjangkauan");
    await worker.sees("bukan untuk Anda");
    expect(await app.rows(`SELECT 1 FROM "Answer"`)).toEqual([]);
  });

  test("a suspended member is told, and sees and writes nothing until the admin lets them back; the supervisor hears what is left", async () => {
    const { admin, supervisor, worker } = staff;
    await opensCase(worker);
    await card("Bu Ratna");
    admin.presses("⛔ Tangguhkan");
    const { text: sure = "" } = await admin.sees("Kasus berjalannya (1)");
    expect(sure).toMatch(/Kasus yang ditinggalkan \(1\): K-2026-\d{4}$/);
    supervisor.looksAway();
    admin.presses("Ya, tangguhkan");
    await admin.sees(/Aksesnya ditangguhkan[\s\S]*Pak Dedi sudah diberi tahu/);
    expect(admin.seen()).toContain("[🔀 Alihkan kasus]");
    await supervisor.sees(
      /Akses Bu Ratna, yang Anda supervisi, ditangguhkan. 1 kasusnya menunggu pengganti: K-/,
    );
    await worker.sees("ditangguhkan oleh admin lembaga");
    worker.sends("Penjangkauan");
    await worker.sees(/Akses Anda .* sedang ditangguhkan/);
    // What shows a case has gone from the chat.
    await expect
      .poll(() => [...worker.conversation.messages.values()].map(({ text }) => text ?? ""))
      .not.toContainEqual(expect.stringMatching(/Pendekatan awal/));
    worker.sends("/kasus");
    await worker.sees(/Akses Anda .* sedang ditangguhkan/);
    expect(await app.rows(`SELECT 1 FROM "Answer"`)).toEqual([]);
    admin.presses("✅ Pulihkan akses");
    await admin.sees("Aksesnya dipulihkan");
    await worker.sees("sudah dipulihkan");
    worker.sends("/lanjut");
    await worker.sees("Kontak · 1/7");
  });

  test("nobody suspends themselves, and the last admin stays one", async () => {
    const { admin } = staff;
    await card("Bu Sari");
    expect(admin.seen()).not.toContain("Tangguhkan");
    admin.presses("🎭 Peran");
    await admin.sees("Peran Bu Sari");
    admin.presses("▫️ supervisor");
    await admin.sees("☑️ supervisor");
    admin.presses("☑️ admin lembaga");
    await admin.sees("satu-satunya admin");
    const id = await memberId(admin);
    admin.pressesData(callbacks.suspendSurely({ memberId: id }));
    await expect.poll(() => app.telegram.unanswered()).toEqual([]);
    const [row] = await app.rows(`SELECT "roles"::text, "suspendedAt" FROM "Member" WHERE "id" = $1`, [id]);
    expect(row).toEqual({ roles: "{admin,supervisor}", suspendedAt: null });
  });
});

describe("what is not theirs", () => {
  test("buttons of an admin, pressed by someone else, change nothing and say so", async () => {
    const { admin, worker, supervisor } = staff;
    const id = await memberId(worker);
    const audits = () => app.rows(`SELECT "action" FROM "AuditEvent" WHERE "action" LIKE 'member.%'`);
    const before = await audits();
    for (const [person, data] of [
      [worker, callbacks.members({ page: 0 })],
      [worker, callbacks.member({ memberId: await memberId(admin) })],
      [supervisor, callbacks.suspendSurely({ memberId: id })],
      [supervisor, callbacks.setRole({ memberId: id, role: "admin", on: true })],
      [worker, callbacks.setRole({ memberId: id, role: "admin", on: true })],
      [worker, callbacks.invite()],
      [worker, callbacks.inviteByName({ chosen: ["admin"] })],
      [worker, callbacks.invitations({ page: 0 })],
      [worker, callbacks.organization()],
      [worker, callbacks.changeOrganization({ what: "name" })],
      [worker, callbacks.setApproval({ form: "plan", on: false })],
      [admin, callbacks.member({ memberId: "nobodyknowsthisa" })],
      [admin, callbacks.setSupervisor({ memberId: id, toId: id })],
    ] as const) {
      const press = person.pressesData(data);
      await expect(press.answer(), data).resolves.toMatchObject({
        text: expect.stringContaining("bukan untuk Anda"),
      });
    }
    expect(await audits()).toEqual(before);
  });

  test("an entry answered in vain is left, and takes no further word", async () => {
    const { admin } = staff;
    const id = await memberId(admin);
    admin.sends("/mulai");
    await admin.sees("🏢 Lembaga");
    admin.presses("🏢 Lembaga");
    await admin.sees("Alamat");
    admin.presses("📍 Alamat");
    await admin.sees("Apa alamat lembaganya?");
    await app.rows(`UPDATE "Member" SET "roles" = '{supervisor}' WHERE "id" = $1`, [id]);
    admin.sends("Jalan Rahasia 1");
    await admin.sees("bukan untuk Anda. Tidak ada yang berubah");
    admin.sends("Jalan Rahasia 2");
    await admin.sees("Saat ini tidak ada pertanyaan yang menunggu jawaban");
    await app.rows(`UPDATE "Member" SET "roles" = '{admin}' WHERE "id" = $1`, [id]);
    expect(await app.rows(`SELECT "address" FROM "Organization"`)).toEqual([{ address: null }]);
    expect(await app.rows(`SELECT 1 FROM "Update" WHERE "status" <> 'done'`)).toEqual([]);
  });
});

describe("who cannot be reached", () => {
  test("a block is told to the supervisor once, and noted; unblocking clears it", async () => {
    const { supervisor, worker } = staff;
    supervisor.looksAway();
    worker.blocks();
    await supervisor.sees("Bu Ratna memblokir bot ini");
    expect(await card("Bu Ratna")).toContain("Memblokir bot");
    worker.unblocks();
    await expect.poll(() => app.rows(`SELECT 1 FROM "Account" WHERE "blockedAt" IS NOT NULL`)).toEqual([]);
    const acts = await app.rows<{ action: string }>(
      `SELECT "action" FROM "AuditEvent" WHERE "action" LIKE 'account.%' ORDER BY "at"`,
    );
    expect(acts.map(({ action }) => action)).toEqual(["account.blocked", "account.unblocked"]);
  });

  test("a block that only shows when a message is refused is told as well; without a supervisor the admins hear", async () => {
    const { admin } = staff;
    const tuti = await joins(app, admin, "Bu Tuti", ["supervisor"]);
    admin.looksAway();
    app.telegram.fails(
      { kind: "refusal", code: 403, description: "Forbidden: bot was blocked by the user" },
      { chat: tuti.id },
    );
    tuti.sends("/mulai");
    await admin.sees("Bu Tuti memblokir bot ini");
    app.telegram.recovers();
    tuti.sends("/mulai");
    await tuti.sees("Apa yang ingin Anda lakukan");
    const blocked = await app.rows(`SELECT 1 FROM "Account" WHERE "blockedAt" IS NOT NULL`);
    expect(blocked).toEqual([]);
  });
});

describe("many", () => {
  test("members come in pages, and one may have several roles", async () => {
    const { admin } = staff;
    const names = ["Satu", "Dua", "Tiga"] as const;
    for (const name of names) await joins(app, admin, name, ["pekerja sosial", "supervisor"], "Pak Dedi");
    admin.looksAway();
    admin.sends("/mulai");
    await admin.sees("👤 Anggota");
    admin.presses("👤 Anggota");
    await admin.sees("1/2");
    admin.presses("▶️");
    await admin.sees(/Tiga · pekerja sosial, supervisor[\s\S]*2\/2/);
  });

  test("open invitations are listed with a way to take each back", async () => {
    const { admin } = staff;
    await invited(admin, "Bu <Nanti> & Co", ["supervisor"]);
    admin.presses("✉️ Undang lagi");
    await admin.sees("Siapa yang Anda undang");
    admin.presses("✉️ Undangan belum dipakai");
    await admin.sees("Bu <Nanti> & Co (supervisor)");
    admin.presses(/Batalkan: Bu <Nanti>/);
    await admin.sees("Undangan dibatalkan");
  });
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
