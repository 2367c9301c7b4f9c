/** The new notes of a team's sessions, read one after another: what was read is gone, what was passed over is not. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { unreadSession } from "../../src/records/supervision/sessions.js";
import { notDrawn } from "../support/drawn.js";
import { agreed, begun, sent } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();

let code = "";
/** The rounds of three sessions, in the order in which they were sent. */
const sessions: string[] = [];

beforeAll(async () => {
  const { records } = app;
  const begunCase = await begun(records, ratna);
  const { caseId } = begunCase;
  code = begunCase.code;
  await sent(records, ratna, caseId, "approach", story.approach);
  await sent(records, ratna, caseId, "assessment", story.assessment);
  await agreed(records, dedi, await sent(records, ratna, caseId, "plan", story.plan));
  for (let number = 0; number < 3; number += 1) {
    sessions.push(await sent(records, ratna, caseId, "session", story.session));
  }
});

const reads = () =>
  app.rows<{ id: string }>(
    `SELECT DISTINCT "subjectId" AS "id" FROM "AuditEvent" WHERE "action" = 'round.read' AND "memberId" = $1
     AND "subjectId" = ANY($2)`,
    [dedi, sessions],
  );

test("one after another, each reading audited; read ones are gone, passed over ones come again", async () => {
  const { supervisor } = staff;
  supervisor.looksAway();
  supervisor.sends("/supervisi");
  await supervisor.sees("Tim Anda");
  supervisor.presses("📖 Catatan sesi baru (3)");
  await supervisor.sees(`Catatan sesi · ${code} · Bu Ratna · 3 belum dibaca`);
  expect(await reads()).toHaveLength(1);
  supervisor.presses("✓ Sudah dibaca");
  await supervisor.sees("2 belum dibaca");
  supervisor.presses("⏭ Berikutnya");
  await expect.poll(async () => (await reads()).length).toBe(3);
  supervisor.presses("✓ Sudah dibaca");
  await supervisor.sees("Sampai di sini. 1 catatan sesi belum dibaca.");
  supervisor.presses("↩️ Dari awal");
  await supervisor.sees("1 belum dibaca");
  supervisor.presses("✓ Sudah dibaca");
  await supervisor.sees("Semua catatan sesi baru sudah Anda baca.");
  supervisor.looksAway();
  supervisor.sends("/supervisi");
  await supervisor.sees("Tim Anda");
  expect(supervisor.screen(1)).not.toContain("Catatan sesi baru");
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});

test("nobody but the supervisor of the team reads or ticks them", async () => {
  const { worker, admin } = staff;
  const maya = await joins(app, admin, "Bu Maya", ["supervisor"]);
  const [first = ""] = sessions;
  for (const person of [worker, admin, maya]) {
    person.looksAway();
    const at = person.lastMessage()?.message_id ?? 0;
    const { text } = await person.pressesData(callbacks.sessionRead({ roundId: first }), at).answer();
    expect(text).toContain("tidak ditemukan");
  }
  maya.looksAway();
  maya.pressesData(callbacks.readSessions({ after: null }), maya.lastMessage()?.message_id ?? 0);
  await maya.sees("Semua catatan sesi baru sudah Anda baca.");
});

test("what is older than thirty days is new no more", async () => {
  const { records } = app;
  const [first = ""] = sessions;
  const { id: caseId } = await records.as(
    ratna,
    async (work) => (await records.rounds.open(work, first)).case,
  );
  const roundId = await sent(records, ratna, caseId, "session", story.session);
  const unread = () => records.as(dedi, async (work) => (await unreadSession(work, null)).total);
  expect(await unread()).toBe(1);
  const aged = `UPDATE "Round" SET "submittedAt" = "submittedAt" - interval '30 days 1 minute' WHERE "id" = $1`;
  await app.rows(aged, [roundId]);
  expect(await unread()).toBe(0);
});
