/** What stays in a chat: identity that was typed goes after a while, and whatever shows a case with the right to read it. */
import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { addRole } from "../../src/records/due/staffing.js";
import { beginChoice, changeChoice } from "../../src/records/staff/casesToGive.js";
import { proposeCases } from "../../src/records/staff/proposals.js";
import { goes } from "../support/going.js";
import { answersOf, begun, filled, sent } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import { standing } from "../support/standing.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();
const tono = await joins(app, staff.admin, "Pak Tono", ["pekerja sosial"], "Pak Dedi");
const maya = await joins(app, staff.admin, "Bu Maya", ["supervisor"]);
const boss = await app.memberOf(staff.admin);

const hour = 3_600_000;

async function approached(workerId = ratna) {
  const { caseId, code } = await begun(app.records, workerId);
  await sent(app.records, workerId, caseId, "approach", story.approach);
  return { caseId, code };
}

/** The worker stands at a question of a new approach; returns the round. */
async function asked(path: string, question: string): Promise<string> {
  const { caseId } = await begun(app.records, ratna);
  const told = story.until(story.approach, path);
  const roundId = await filled(app.records, ratna, caseId, "approach", told);
  goes(staff.worker, callbacks.goOn({ roundId }));
  await staff.worker.sees(question);
  return roundId;
}

const nameIn = async (roundId: string) => (await answersOf(app.records, ratna, roundId)).get("name");

test("typed identity goes from both sides of the chat, other words stay, and the answers are kept", async () => {
  const { worker } = staff;
  await asked("birth", "Kapan klien lahir?");
  worker.sends("12 Mei 1948");
  await expect.poll(() => standing(worker)).toContain("12 Mei 1948 ✓");
  const roundId = await asked("name", "Siapa nama klien?");
  worker.sends("Iyah binti Sarta");
  await expect.poll(() => nameIn(roundId)).toBe("Iyah binti Sarta");

  const { caseId } = await approached();
  const told = story.until(story.assessment, "physical");
  const assessment = await filled(app.records, ratna, caseId, "assessment", told);
  goes(worker, callbacks.goOn({ roundId: assessment }));
  await worker.sees("Bagaimana keadaan fisik");
  worker.photographs(2_000, { caption: "Kurus, sudah ke puskesmas." });
  await worker.sees("Bagaimana perasaan");
  worker.sends("Tenang, mau bercerita.");
  await expect
    .poll(() => app.rows(`SELECT 1 FROM "Attachment" WHERE "status" = 'stored'`), { timeout: 20_000 })
    .toHaveLength(1);

  expect(standing(worker)).toMatch(/Iyah binti Sarta.*Kurus, sudah ke puskesmas/s);
  await app.forward(61 * 60_000);
  await expect.poll(() => standing(worker)).not.toMatch(/Iyah|Mei 1948|Kurus/);
  expect(standing(worker)).toContain("Tenang, mau bercerita.");
  expect(await nameIn(roundId)).toBe("Iyah binti Sarta");
});

test("a message that Telegram does not let go is pointed out, with how to delete it", async () => {
  const { worker } = staff;
  const roundId = await asked("name", "Siapa nama klien?");
  worker.sends("Saodah");
  await expect
    .poll(() => answersOf(app.records, ratna, roundId).then((all) => all.get("name")))
    .toBe("Saodah");
  // As if nobody had run the bot for two days.
  await app.forward(49 * hour);
  const told = await worker.sees("tekan lama pesannya, pilih Hapus");
  expect(told.reply_to_message?.text).toBe("Saodah");
});

test("a case that goes to somebody else goes from the chat of whoever had it, and no other", async () => {
  const { worker, supervisor } = staff;
  const [given, kept] = [await approached(), await approached()];
  for (const { caseId, code } of [given, kept]) {
    goes(worker, callbacks.openCase({ caseId }));
    await worker.sees(code);
  }
  const toId = await app.memberOf(tono);
  const proposalId = await app.records.as(boss, async (work) => {
    const id = await beginChoice(work, ratna, toId);
    await changeChoice(work, id, given.caseId, true);
    const end = await proposeCases(work, id, "Bu Ratna cuti");
    expect(end.kind).toBe("asked");
    return id;
  });
  goes(supervisor, callbacks.decideStaffProposal({ proposalId, agrees: true }));
  await supervisor.sees("1 kasus kini dipegang Pak Tono");
  await worker.sees("1 kasus Anda dialihkan kepada Pak Tono");
  await expect.poll(() => standing(worker)).not.toContain(`${given.code} ·`);
  expect(standing(worker)).toContain(kept.code);
});

test("the glass of a case that was broken closes with its three hours", async () => {
  const { caseId, code } = await approached();
  goes(maya, callbacks.breakGlass({ code }));
  await maya.sees(`${code} bukan kasus tim Anda`);
  maya.sends("Keluarganya menelepon saya.");
  await maya.sees("🗂 Riwayat");
  maya.presses("🗂 Riwayat");
  await maya.sees("riwayat");
  await app.forward(3 * hour + 60_000);
  await expect.poll(() => standing(maya)).not.toMatch(/riwayat/);
  const { text } = await maya.pressesData(callbacks.openCase({ caseId })).answer();
  expect(text).toContain("tidak ditemukan");
});

test("who is suspended loses it at once; the admin hears what is too old", async () => {
  const { admin } = staff;
  await app.records.as(boss, (work) => addRole(work, boss, "worker"));
  const toId = await app.memberOf(tono);
  const [old, fresh] = [await approached(toId), await approached(toId)];
  goes(tono, callbacks.caseHistory({ caseId: old.caseId, only: "all", page: 0 }));
  await tono.sees(`${old.code}`);
  await app.forward(49 * hour);
  tono.looksAway();
  goes(tono, callbacks.openCase({ caseId: fresh.caseId }));
  await tono.sees(fresh.code);
  goes(admin, callbacks.suspendSurely({ memberId: toId }));
  await admin.sees(/\d+ pesan tentang kasus di percakapannya lebih tua dari 48 jam/);
  await expect.poll(() => standing(tono)).not.toContain(fresh.code);
});

test("who withdraws their consent reads no case any more, in the chat either", async () => {
  const { worker } = staff;
  const { caseId } = await approached();
  goes(worker, callbacks.caseHistory({ caseId, only: "all", page: 0 }));
  await worker.sees("riwayat");
  goes(worker, callbacks.withdrawConsentSurely());
  await expect.poll(() => standing(worker)).not.toContain("riwayat");
});
