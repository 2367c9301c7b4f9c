/** The record of a breach in the form of UU 27/2022 Pasal 46: asked part by part, told of by letter, its clock ended. */
import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import {
  keepBreachField,
  noteToldOfBreach,
  openBreach,
  readBreach,
} from "../../src/records/dataRights/breaches.js";
import { NotAllowed } from "../../src/records/people/actor.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { begun } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff, ratna, dedi } = await staffedApp();
const { admin, worker } = staff;

const breach = async () =>
  (
    await app.rows<{ id: string; content: string | null; open: boolean }>(
      `SELECT b."id", b."content", d."doneAt" IS NULL AS "open"
       FROM "Breach" b JOIN "Deadline" d ON d."id" = b."deadlineId"`,
    )
  )[0];

test("recorded part by part, sealed; a letter only once it says what the law asks for", async () => {
  const { code } = await begun(app.records, ratna);
  goes(admin, callbacks.breachSurely());
  const { text = "" } = await admin.sees("Kebocoran data B-2026-01");
  expect(text).toContain("Batas pemberitahuan tertulis: Jumat, 27 November 2026");
  expect(text).toContain("Surat dapat dibuat setelah terisi");
  expect(admin.seen()).not.toContain("📄 Surat");
  admin.presses("✏️ Apa yang terjadi");
  for (const [asked, typed] of [
    ["Apa yang terjadi?", "Ponsel pekerja sosial hilang"],
    ["Sejak kapan data terungkap?", "24 November 2026, sekitar 07.00"],
    ["Data siapa saja?", "K-2026-0999"],
    ["Tidak ada kasus dengan kode K-2026-0999", `${code}`],
    ["Data apa yang terungkap?", "Nama dan alamat"],
    ["Bagaimana data itu terungkap?", "Ponsel tanpa kunci"],
    ["Apa yang sudah dan akan dilakukan", "Kata sandi diganti"],
    ["Apa akibatnya", "Alamat mungkin diketahui orang"],
  ] as const) {
    await admin.sees(asked);
    admin.sends(typed);
  }
  const { reply_markup: markup } = await admin.sees("Alamat mungkin diketahui orang");
  expect(JSON.stringify(markup)).toContain("📄 Surat untuk pemilik data");
  expect(JSON.stringify(markup)).not.toContain("Sudah dikirim");
  expect(await breach()).toMatchObject({ content: expect.stringMatching(sealedShape), open: true });
});

test("both letters are made and sent as PDF; the clock ends once both were told", async () => {
  const message = admin.lastMessage()?.message_id ?? 0;
  for (const [letter, told] of [
    ["📄 Surat untuk pemilik data", "✅ Sudah dikirim ke pemilik data"],
    ["📄 Surat untuk lembaga pengawas", "✅ Sudah dikirim ke lembaga pengawas"],
  ] as const) {
    admin.presses(letter, { message });
    await admin.sees(told);
    await admin.sees(/📄 .* · B-2026-01/);
    expect((await breach())?.open).toBe(true);
    admin.presses(told, { message });
    await admin.sees("diberi tahu tertulis");
  }
  expect((await breach())?.open).toBe(false);
  const papers = await app.rows(`SELECT "status" FROM "Paper" WHERE "breachId" IS NOT NULL`);
  expect(papers).toEqual([{ status: "made" }, { status: "made" }]);
  admin.presses("⬅️ Kembali", { message });
  await admin.sees("Data bocor (1)");
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});

test("of two admins at once nobody undoes what the other did, and the clock ends", async () => {
  const boss = await app.memberOf(admin);
  const [home] = await app.rows<{ id: string }>(
    `SELECT "organizationId" AS "id" FROM "Member" WHERE "id" = $1`,
    [boss],
  );
  const other = "t".repeat(16);
  await app.records.member(other, ["admin"], { organizationId: home?.id ?? "", accountId: 2_000 });
  const breachId = await app.records.as(boss, openBreach);
  await Promise.all([
    app.records.as(boss, (work) => keepBreachField(work, breachId, "what", "Ponsel hilang")),
    app.records.as(other, (work) => keepBreachField(work, breachId, "since", "Kemarin")),
  ]);
  const { content } = await app.records.as(boss, (work) => readBreach(work, breachId));
  expect(content).toEqual({ what: "Ponsel hilang", since: "Kemarin" });
  await app.rows(
    `UPDATE "Breach" SET "subjectLetterAt" = now(), "authorityLetterAt" = now() WHERE "id" = $1`,
    [breachId],
  );
  await Promise.all([
    app.records.as(boss, (work) => noteToldOfBreach(work, breachId, "subject")),
    app.records.as(other, (work) => noteToldOfBreach(work, breachId, "authority")),
  ]);
  const clock = `SELECT 1 FROM "Breach" b JOIN "Deadline" d ON d."id" = b."deadlineId" WHERE b."id" = $1
    AND d."doneAt" IS NOT NULL`;
  expect(await app.rows(clock, [breachId])).toHaveLength(1);
});

test("nobody but an admin of the institution reads it", async () => {
  const breachId = (await breach())?.id ?? "";
  await app.records.organization("lain");
  await app.records.member("l".repeat(16), ["admin"], { organizationId: "lain" });
  for (const memberId of [ratna, dedi, "l".repeat(16)]) {
    await expect(app.records.as(memberId, (work) => readBreach(work, breachId))).rejects.toThrow(NotAllowed);
  }
  const { text } = await goes(worker, callbacks.breachCard({ breachId })).answer();
  expect(text).toContain("bukan untuk Anda");
});
