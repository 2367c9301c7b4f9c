/** Files of a case come back into the chat on a press: protected, audited, and gone again after the time that was set. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { goes } from "../support/going.js";
import { agreed, begun, filled, sent } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const minute = 60_000;
const hour = 60 * minute;
const photo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAD0lEQVR4nGP4jwYYRrYAAID5/wEokJxdAAAAAElFTkSuQmCC",
  "base64",
);

const { app, staff, ratna, dedi } = await staffedApp();

let colleague: Person;
let roundId: string;
beforeAll(async () => {
  colleague = await joins(app, staff.admin, "Pak Anton", ["pekerja sosial"], "Pak Dedi");
  roundId = await sessionWithPhoto();
});

/** A session with a photo. */
async function sessionWithPhoto(): Promise<string> {
  const { worker } = staff;
  const { caseId } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", story.approach);
  await sent(app.records, ratna, caseId, "assessment", story.assessment);
  await agreed(app.records, dedi, await sent(app.records, ratna, caseId, "plan", story.plan));
  const upTo = story.until(story.session, "attachment");
  const id = await filled(app.records, ratna, caseId, "session", upTo);
  worker.pressesData(callbacks.goOn({ roundId: id }));
  await worker.sees("Ada foto, suara, berkas, atau lokasi?");
  worker.photographs(photo);
  await worker.sees("Periksa dulu");
  return id;
}

const reads = () => app.rows(`SELECT "memberId" FROM "AuditEvent" WHERE "action" = 'attachment.read'`);
const photosOf = (person: Person) =>
  [...person.conversation.messages.values()].filter(
    ({ photo: shown, from }) => shown && from?.is_bot === true,
  );

async function opens(person: Person) {
  goes(person, callbacks.readRound({ roundId }));
  await person.sees("Catatan sesi");
  const due = `SELECT 1 FROM "Message" WHERE "chatId" = $1 AND "method" = 'deleteMessage' AND "status" = 'waiting'`;
  // The photo that was sent goes from the chat as well.
  const before = (await app.rows(due, [person.id])).length;
  person.presses(/^📷/);
  const shown = await person.sees("🖼");
  await expect.poll(() => app.rows(due, [person.id])).toHaveLength(before + 1);
  return shown;
}

test("the photo of a session comes back to whoever may read it, protected, with what it is and how long it stays", async () => {
  const fetched = `SELECT "status" FROM "Attachment" WHERE "roundId" = $1`;
  await expect.poll(() => app.rows(fetched, [roundId])).toEqual([{ status: "stored" }]);
  for (const person of [staff.worker, staff.supervisor]) {
    const shown = await opens(person);
    expect(shown).toMatchObject({ has_protected_content: true });
    expect(shown.photo?.at(-1)?.file_size).toBe(photo.length);
    expect(shown.caption).toContain("K-2026-0001");
    expect(shown.caption).toContain("setelah 1 jam");
  }
  expect(await reads()).toHaveLength(2);
  const [file] = await app.rows<{ id: string }>(`SELECT "id" FROM "Attachment" WHERE "roundId" = $1`, [
    roundId,
  ]);
  await colleague.pressesData(callbacks.sendFile({ attachmentId: file?.id ?? "" })).answer();
  expect(photosOf(colleague)).toEqual([]);
  expect(await reads()).toHaveLength(2);
});

test("it is gone from the chat after its time, also when the bot was started again in between", async () => {
  await app.forward(55 * minute);
  expect(photosOf(staff.worker)).toHaveLength(1);
  await app.deploy();
  await app.forward(6 * minute);
  for (const person of [staff.worker, staff.supervisor]) {
    await expect.poll(() => photosOf(person), { timeout: 20_000 }).toEqual([]);
  }
});

test("the admin sets the time, with its unit; what Telegram would not delete is not taken", async () => {
  const { admin } = staff;
  goes(admin, callbacks.setRule({ rule: "files" }));
  await admin.sees("setelah berapa lama dihapus dari percakapan?");
  for (const [typed, said] of [
    ["90", "Tulis dengan satuannya"],
    ["3 hari", "paling lama 47 jam"],
    ["1 menit", "Paling singkat 5 menit"],
  ] as const) {
    admin.sends(typed);
    await admin.sees(said);
  }
  admin.sends("30 menit");
  await admin.sees("setelah 30 menit");
  const shown = await opens(staff.worker);
  expect(shown.caption).toContain("setelah 30 menit");
  await app.forward(31 * minute);
  await expect.poll(() => photosOf(staff.worker), { timeout: 20_000 }).toEqual([]);
});

test("what could not be deleted in 48 hours is said, below that very file; one the person deleted needs no word", async () => {
  const { worker } = staff;
  const shown = await opens(worker);
  // The bot was off for two days.
  await app.forward(49 * hour);
  const told = await worker.sees("Mohon hapus sendiri");
  expect(told.reply_to_message?.message_id).toBe(shown.message_id);
});
