/** A danger that was noted stands and is told of, whatever else of its update fails. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { raiseAlarms } from "../../src/chat/danger/alarm.js";
import type { Person } from "../../src/playground/people.js";
import { createTexts } from "../../src/texts.js";
import { atDanger, notesDanger, ticksDanger } from "../support/danger.js";
import { begun } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";

const texts = createTexts("locales");

const { app, staff, ratna } = await staffedApp();

/** Messages that tell a person of a danger of this case. */
function alertsTo(person: Person, code: string): number {
  return person.conversation.history.filter(
    (one) =>
      one.kind === "message" && one.isFromBot && (one.message.text ?? "").includes(`di ${code}, pukul`),
  ).length;
}

async function noted(caseId: string) {
  const dangers = await app.rows(`SELECT 1 FROM "Danger" WHERE "caseId" = $1`, [caseId]);
  const audit = await app.rows(
    `SELECT 1 FROM "AuditEvent" WHERE "action" = 'danger.noted' AND "subjectId" = $1`,
    [caseId],
  );
  return { dangers: dangers.length, audit: audit.length };
}

test("the answer itself cannot be kept: the danger stands, is told of once, and the answer is tried again", async () => {
  const { worker, supervisor } = staff;
  await app.rows(`CREATE FUNCTION refuse_danger() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'planted'; END $$`);
  const { caseId, roundId, code } = await atDanger(app, worker);
  const path = app.records.storedPath(roundId, "danger");
  await app.rows(`CREATE TRIGGER planted BEFORE INSERT ON "Answer" FOR EACH ROW WHEN (NEW."path" = '${path}')
    EXECUTE FUNCTION refuse_danger()`);
  supervisor.looksAway();
  worker.looksAway();
  await ticksDanger(worker, "violence-ongoing");
  await supervisor.sees(`Dicatat Bu Ratna di ${code}`);
  expect(await noted(caseId)).toEqual({ dangers: 1, audit: 1 });
  expect(
    await app.rows(`SELECT 1 FROM "Answer" WHERE "roundId" = $1 AND "path" = $2`, [roundId, path]),
  ).toEqual([]);

  await app.rows(`DROP TRIGGER planted ON "Answer"`);
  await app.forward(20_000);
  await worker.sees("Pak Dedi saya beri tahu sekarang");
  await expect
    .poll(() => app.rows(`SELECT 1 FROM "Answer" WHERE "roundId" = $1 AND "path" = $2`, [roundId, path]))
    .toHaveLength(1);
  expect(await noted(caseId)).toEqual({ dangers: 1, audit: 1 });
  expect(alertsTo(supervisor, code)).toBe(1);
});

test("the form was sent on another device: the danger that was ticked stands all the same", async () => {
  const { worker, supervisor } = staff;
  const { caseId, roundId, code } = await atDanger(app, worker);
  const label = texts.dynamicPlain("id", "choice-danger-medical");
  worker.presses(`▫️ ${label}`);
  await worker.sees(`☑️ ${label}`);
  await app.rows(
    `UPDATE "Round" SET "status" = 'submitted', "submittedAt" = now(), "version" = "version" + 1 WHERE "id" = $1`,
    [roundId],
  );
  supervisor.looksAway();
  worker.looksAway();
  worker.presses("✔️ Selesai (1)");
  await worker.sees("Hubungi ambulans sekarang");
  await supervisor.sees(`Dicatat Bu Ratna di ${code}`);
  expect(await noted(caseId)).toEqual({ dangers: 1, audit: 1 });
});

test("names that do not open any more: the alert goes out without them", async () => {
  const { worker, supervisor } = staff;
  const [kept] = await app.rows<{ name: string }>(`SELECT "name" FROM "Member" WHERE "accountId" = $1`, [
    worker.id,
  ]);
  await app.rows(`UPDATE "Member" SET "name" = "name" || 'x' WHERE "accountId" = $1`, [worker.id]);
  supervisor.looksAway();
  const { code } = await notesDanger(app, worker, "suicide");
  await supervisor.sees(`Dicatat … di ${code}`);
  await worker.sees("Pak Dedi saya beri tahu sekarang");
  await app.rows(`UPDATE "Member" SET "name" = $2 WHERE "accountId" = $1`, [worker.id, kept?.name]);
});

test("a text that is missing does not hold the alert back", async () => {
  const { supervisor } = staff;
  const empty = await mkdtemp(join(tmpdir(), "pendamping-texts-"));
  for (const locale of ["id", "en"]) await mkdir(join(empty, locale));
  await writeFile(join(empty, "id", "a.ftl"), "x = y\n");
  const missing = createTexts(empty, () => {});
  const { caseId, code } = await begun(app.records, ratna);
  supervisor.looksAway();
  await app.records.as(ratna, async (work) => {
    const { organizationId = "" } = work.actor ?? {};
    work.alarms.push({
      organizationId,
      caseId,
      whom: "client",
      kinds: ["suicide"],
      source: "button",
      notedById: ratna,
      raised: false,
    });
    await raiseAlarms(work, missing);
  });
  await supervisor.sees(`⚠️🚨 Bu Ratna · ${code}`);
  expect(supervisor.seen()).toContain("[✋]");
  expect(await noted(caseId)).toEqual({ dangers: 1, audit: 1 });
  await rm(empty, { recursive: true });
});
