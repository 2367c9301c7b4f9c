/** The digest over some mornings: what is new stands first, what was read before folds, and the log says which is which. */
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { reminderMessages } from "../../src/chat/due/digest.js";
import type { ReminderMessages } from "../../src/delivery/reminding.js";
import { timekeeper } from "../../src/delivery/timekeeper.js";
import { transactions } from "../../src/delivery/transaction.js";
import type { Recipient, TaskReminder } from "../../src/records/due/notice.js";
import type { Work } from "../../src/records/people/work.js";
import { createTexts } from "../../src/texts.js";
import { ownRecords } from "../support/ownRecords.js";
import { begun } from "../support/records.js";

let now = new Date("2026-11-24T03:15:00Z");
const { database, deps, records } = await ownRecords({ clock: () => now });
const real = reminderMessages(createTexts("locales"));

const messageSchema = z.object({
  text: z.string(),
  reply_markup: z.object({ inline_keyboard: z.array(z.array(z.object({ text: z.string() }))) }),
});

/** What each person last read: the text of the message and the faces of its buttons. */
const read = new Map<string, { readonly text: string; readonly faces: readonly string[] }>();
const messages: ReminderMessages = {
  ...real,
  async digest(work: Work, to: Recipient, reminders: readonly TaskReminder[]) {
    const written = await real.digest(work, to, reminders);
    const sent = JSON.stringify(work.outgoing.at(-1)?.payload);
    const { text, reply_markup: markup } = messageSchema.parse(JSON.parse(sent));
    const faces = markup.inline_keyboard.flat().map((button) => button.text);
    read.set(to.memberId, { text: text.replace(/<[^>]+>/g, ""), faces });
    return written;
  },
};
const keeper = timekeeper({
  ...deps,
  transactions: transactions(deps),
  messages,
  stats: { reminders: () => {}, late: () => {} },
  wake: () => {},
});

const cases: { readonly caseId: string; readonly code: string }[] = [];

beforeAll(async () => {
  await records.organization("lks");
  await records.member("dedi", ["supervisor"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  for (let number = 0; number < 16; number += 1) {
    const { caseId } = await begun(records, "ratna");
    const code = `K-2026-${String(number).padStart(4, "0")}`;
    await database.prisma.case.update({
      where: { id: caseId },
      data: { code, openedAt: now, updatedAt: now },
    });
    // One that was begun and not answered is opened again by whoever opens another.
    await database.prisma.round.updateMany({ where: { caseId }, data: { status: "approved" } });
    cases.push({ caseId, code });
  }
  // What beginning them made due is of another test.
  await database.prisma.deadline.updateMany({ data: { doneAt: now, nextAt: null } });
});

let planted = 0;
/** Something of a case that ends on a day, and is looked at on the morning after. */
async function due(of: number, key: string, day: string): Promise<void> {
  planted += 1;
  const dueAt = new Date(`${day}T16:59:59.999Z`);
  const id = `planted${String(planted).padStart(9, "0")}`;
  await database.prisma.deadline.create({
    data: {
      id,
      organizationId: "lks",
      caseId: cases[of]?.caseId ?? null,
      memberId: "ratna",
      key,
      anchor: id,
      statutory: false,
      step: key.includes("session") ? "session" : key,
      startsAt: now,
      dueAt,
      nextAt: new Date(dueAt.getTime() + 7.5 * 3_600_000),
    },
  });
}

/** What somebody reads on a morning. */
async function morning(
  memberId: string,
  day: string,
): Promise<{ text: string; lines: string[]; faces: readonly string[] }> {
  read.clear();
  now = new Date(`${day}T00:31:00Z`);
  while (await keeper.turn());
  const { text, faces } = read.get(memberId) ?? { text: "", faces: [] };
  return { text, lines: text.split("\n").filter((line) => line.startsWith("• ")), faces };
}

/** How what was due to be said to Ratna on a day ended. */
async function log(day: string): Promise<Record<string, number>> {
  const rows = await database.prisma.reminder.findMany({
    where: { memberId: "ratna", at: { gte: new Date(`${day}T00:00Z`) } },
  });
  const ends: Record<string, number> = {};
  for (const { status, reason } of rows) ends[reason ?? status] = (ends[reason ?? status] ?? 0) + 1;
  return ends;
}

test("no two lines and no two buttons of a digest are equal; each stands in the log as told", async () => {
  await due(0, "first-session", "2026-11-24");
  await due(0, "next-session", "2026-11-24");
  await due(1, "referral-answer", "2026-11-24");
  await due(1, "referral-answer", "2026-11-24");
  await due(2, "evaluation", "2026-11-24");
  const { text, lines, faces } = await morning("ratna", "2026-11-25");
  expect(text).toContain("Baru terlambat\n");
  expect(lines).toHaveLength(4);
  expect(new Set(lines).size).toBe(4);
  // Both sessions are written down by the same step.
  expect(faces.filter((face) => face.includes("K-2026-0000"))).toEqual(["▶️ Catat sesi · K-2026-0000"]);
  expect(new Set(faces).size).toBe(faces.length);
  expect(await log("2026-11-25")).toEqual({ sent: 5 });
});

test("the morning after the new one stands first, and the rest is a number that the log does not call sent", async () => {
  await due(3, "evaluation", "2026-11-25");
  const { text, lines, faces } = await morning("ratna", "2026-11-26");
  expect(text).toContain(
    "Baru terlambat\n• K-2026-0003 · evaluasi, terlambat 1 hari\n\nMasih terlambat: 5 tugas",
  );
  expect(lines).toHaveLength(1);
  expect(faces).toContain("📋 Semua tugas");
  expect(await log("2026-11-26")).toEqual({ folded: 5, sent: 1 });
});

test("what had no room among the new is new again the next morning", async () => {
  for (let number = 3; number < 16; number += 1) await due(number, "plan", "2026-11-26");
  const first = await morning("ratna", "2026-11-27");
  expect(first.lines).toHaveLength(12);
  expect(first.text).toContain("… dan 1 lagi\n\nMasih terlambat: 6 tugas");
  const second = await morning("ratna", "2026-11-28");
  expect(second.text).toMatch(
    /Baru terlambat\n• \S+ · rencana intervensi, terlambat 2 hari\n\nMasih terlambat: 18 tugas/,
  );
});

test("the supervisor reads first what escalated today, the rest as a number, and goes to the desk from there", async () => {
  const { text, lines, faces } = await morning("dedi", "2026-11-29");
  expect(text).toContain("Tim Anda, baru terlambat\n");
  expect(lines).toHaveLength(12);
  expect(lines[0]).toMatch(/rencana intervensi, terlambat 3 hari \(ratna\)$/);
  expect(text).toContain("Tim Anda, masih terlambat: 6 tugas");
  expect(faces).toContain("🤝 Supervisi");
  expect(new Set(faces).size).toBe(faces.length);
});

test("two or three that were read before are said again", async () => {
  await database.prisma.deadline.updateMany({
    where: { key: { not: "evaluation" } },
    data: { doneAt: now, nextAt: null },
  });
  const { text } = await morning("ratna", "2026-11-30");
  expect(text).toContain(
    "Masih terlambat\n• K-2026-0003 · evaluasi, terlambat 5 hari\n• K-2026-0002 · evaluasi, terlambat 6 hari",
  );
  expect(text).not.toContain("Baru terlambat");
});
