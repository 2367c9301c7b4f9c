/** A danger in the records: who hears, how often, until somebody takes it on, until it is over. */
import { beforeAll, expect, test } from "vitest";
import { alarmAgain, claimAlarm, noteDanger, replaceRecipient } from "../../src/records/danger/dangers.js";
import { acknowledgeDanger, closeDanger } from "../../src/records/danger/openDangers.js";
import { Conflict, NotAllowed } from "../../src/records/people/actor.js";
import { ownRecords } from "../support/ownRecords.js";
import { begun } from "../support/records.js";

const minute = 60_000;

let now = new Date("2026-11-24T03:15:00Z");
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * minute);
};

const { database, records } = await ownRecords({ clock: () => now });

beforeAll(async () => {
  await records.organization("lks");
  await records.member("sari", ["admin"]);
  await records.member("dedi", ["supervisor"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  await records.member("sendiri", ["worker"]);
  await records.member("beku", ["supervisor"]);
  await records.member("wati", ["worker"], { supervisorId: "beku" });
  await records.member("diam", ["supervisor"]);
  await records.member("tono", ["worker"], { supervisorId: "diam" });
  const { prisma } = database;
  await prisma.member.update({ where: { id: "beku" }, data: { suspendedAt: now } });
  const { accountId } = await prisma.member.findUniqueOrThrow({ where: { id: "diam" } });
  await prisma.account.update({ where: { id: accountId }, data: { blockedAt: now } });
});

/** A danger on a new case of the worker, noted by `notedById`; who hears now, by their ids. */
async function noted(workerId: string, notedById = workerId, caseId?: string) {
  const at = caseId ?? (await begun(records, workerId)).caseId;
  const { danger, tell } = await records.as(notedById, (work) =>
    noteDanger(work, {
      organizationId: "lks",
      caseId: at,
      whom: "client",
      kinds: ["medical"],
      source: "form",
      notedById,
      raised: false,
    }),
  );
  return { id: danger.id, caseId: at, tell: tell.map(({ memberId }) => memberId) };
}

const row = (id: string) => database.prisma.danger.findUniqueOrThrow({ where: { id } });
const inDigest = (id: string) =>
  database.prisma.deadline.findFirstOrThrow({
    where: { key: records.storedKind("danger-open"), anchor: id },
  });

test.each([
  ["the supervisor", "ratna", "ratna", ["dedi"]],
  ["the admin, where no supervisor is named", "sendiri", "sendiri", ["sari"]],
  ["the admin, where the supervisor is suspended", "wati", "wati", ["sari"]],
  ["the admin, where the supervisor has blocked the bot", "tono", "tono", ["sari"]],
  ["the case's worker and the admin, where the supervisor notes it", "ratna", "dedi", ["ratna", "sari"]],
])("%s hears", async (_, workerId, notedById, hears) => {
  expect((await noted(workerId, notedById)).tell).toEqual(hears);
});

test("nobody takes it on: told again after 15 and 60 minutes, to the admin too, and no more", async () => {
  await database.prisma.danger.updateMany({ data: { nextAt: null } });
  const { id } = await noted("ratna");
  const at = now.getTime();
  for (const after of [15, 60]) {
    expect((await row(id)).nextAt?.getTime()).toBe(at + after * minute);
    now = new Date(at + after * minute);
    expect(await records.as("ratna", claimAlarm)).toBe(id);
    const { tell } = await records.as("ratna", (work) => alarmAgain(work, id));
    expect(tell.map(({ memberId }) => memberId)).toEqual(["dedi", "sari"]);
  }
  expect((await row(id)).nextAt).toBeNull();
});

test("noted again it is one danger, told again after a quarter of an hour only", async () => {
  const first = await noted("ratna");
  later(14);
  const second = await noted("ratna", "ratna", first.caseId);
  expect(second).toMatchObject({ id: first.id, tell: [] });
  later(2);
  const third = await noted("ratna", "ratna", first.caseId);
  expect(third).toMatchObject({ id: first.id, tell: ["dedi"] });
  expect(await row(first.id)).toMatchObject({ repeats: 2, notedAt: now });
});

test("taken on once: nobody is told again, the second who tries reads who has it", async () => {
  const { id } = await noted("ratna");
  const takes = (memberId: string) => records.as(memberId, (work) => acknowledgeDanger(work, id));
  expect(await takes("dedi")).toMatchObject({ isFirst: true, follow: [{ memberId: "ratna" }] });
  expect((await row(id)).nextAt).toBeNull();
  const second = await takes("ratna");
  expect(second).toMatchObject({ isFirst: false, follow: [] });
  expect(second.danger.acknowledged?.by.memberId).toBe("dedi");
  await expect(takes("tono")).rejects.toThrow(NotAllowed);
});

test("whoever cannot be written to any more is replaced by the next one up", async () => {
  const { id } = await noted("ratna");
  const { accountId } = await database.prisma.member.findUniqueOrThrow({ where: { id: "dedi" } });
  const block = (blockedAt: Date | null) =>
    database.prisma.account.update({ where: { id: accountId }, data: { blockedAt } });
  await block(now);
  const replaced = await records.as("dedi", (work) => replaceRecipient(work, "dedi"));
  await block(null);
  expect(replaced.find(({ danger }) => danger.id === id)?.tell.map(({ memberId }) => memberId)).toEqual([
    "sari",
  ]);
  expect((await row(id)).told).toEqual(["sari"]);
});

test("it stands in the digest until somebody near it, or who took it on, says that it is over", async () => {
  const { id } = await noted("sendiri");
  expect(await inDigest(id)).toMatchObject({ memberId: "sendiri", doneAt: null, nextAt: now });
  const closes = (memberId: string) => records.as(memberId, (work) => closeDanger(work, id, "Dirawat."));
  await expect(closes("sari")).rejects.toThrow(NotAllowed);
  await records.as("sari", (work) => acknowledgeDanger(work, id));
  await closes("sari");
  expect(await inDigest(id)).toMatchObject({ doneAt: now, nextAt: null });
  await expect(closes("sendiri")).rejects.toThrow(Conflict);
});

test("what was told in a work that was undone is to be told again", async () => {
  const { caseId } = await begun(records, "ratna");
  const raised = await records.as("ratna", async (work) => {
    work.alarms.push({
      organizationId: "lks",
      caseId,
      whom: "client",
      kinds: ["medical"],
      source: "form",
      notedById: "ratna",
      raised: true,
    });
    await work.beginAgain();
    return work.alarms.map((alarm) => alarm.raised);
  });
  expect(raised).toEqual([false]);
});
