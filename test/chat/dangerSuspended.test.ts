/** Danger where somebody is suspended, and a danger that is about no case. */
import { expect, test } from "vitest";
import { setSuspended } from "../../src/records/due/staffing.js";
import { inDanger } from "../support/danger.js";
import { joins, type Staff } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff } = await staffedApp();

async function suspended(person: Staff["worker"], on: boolean): Promise<void> {
  const [admin, id] = [await app.memberOf(staff.admin), await app.memberOf(person)];
  await app.records.as(admin, (work) => setSuspended(work, id, on));
}

/** The worker says that they are in danger themselves, and lets somebody know. */
async function cries(danger: string, steps: string): Promise<void> {
  const { worker } = staff;
  await inDanger(worker);
  worker.presses(danger);
  await worker.sees(steps);
  worker.presses("📣 Beri tahu supervisor saya");
}

test("a danger about no case stands in the morning digests of the worker and the supervisor, by no name", async () => {
  const { worker, supervisor } = staff;
  await cries("Saya diancam atau diserang", "Pergi sekarang");
  await worker.sees("Pak Dedi saya beri tahu sekarang");
  await supervisor.sees("Bu Ratna sendiri dalam bahaya");
  supervisor.presses("✋ Saya tangani");
  await worker.sees("Pak Dedi menangani");
  for (const person of [worker, supervisor]) person.looksAway();
  // Wednesday 25 November, 07.35 in Jakarta.
  await app.forward(21 * 3_600_000 + 20 * 60_000);
  for (const person of [worker, supervisor]) {
    const { text = "" } = await person.sees("Bahaya belum selesai");
    expect(text).toContain("• tanpa kasus, sejak kemarin");
    expect(text).not.toContain("Kekerasan");
  }
});

test("with a suspended supervisor the admin hears at once, and the worker reads so", async () => {
  const { worker, supervisor, admin } = staff;
  await suspended(supervisor, true);
  for (const person of [supervisor, admin]) person.looksAway();
  const before = supervisor.conversation.messages.size;
  await cries("Saya ingin mengakhiri hidup", "Anda tidak harus menanggung ini sendirian");
  await worker.sees("Bu Sari saya beri tahu sekarang");
  await admin.sees("Bu Ratna sendiri dalam bahaya");
  expect(supervisor.conversation.messages.size).toBe(before);
  await suspended(supervisor, false);
});

test("who is suspended gets the numbers by /darurat, and nothing is kept", async () => {
  const person = await joins(app, staff.admin, "Pak Tono", ["pekerja sosial"], "Pak Dedi");
  await suspended(person, true);
  const count = async () => (await app.rows(`SELECT 1 FROM "Danger"`)).length;
  const before = await count();
  person.looksAway();
  person.sends("/darurat");
  const { text = "" } = await person.sees("Nomor yang sesuai");
  expect(text).toContain("112");
  expect(person.seen()).not.toContain("Beri tahu");
  const at = person.lastMessage()?.message_id ?? 0;
  await person.pressesData("note:worker:v:button:-", at).answer();
  expect(await count()).toBe(before);
});
