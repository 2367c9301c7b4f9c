/** What concerns many people at once asks the database as often as what concerns one. */
import { beforeAll, expect, test } from "vitest";
import { noteDanger } from "../../src/records/danger/dangers.js";
import { acknowledgeDanger, openDangersFor } from "../../src/records/danger/openDangers.js";
import { keepPermit } from "../../src/records/due/permits.js";
import { setDays } from "../../src/records/due/ruleSettings.js";
import { removeRole, supervisedBy } from "../../src/records/due/staffing.js";
import type { Work } from "../../src/records/people/work.js";
import { statementCount } from "../../src/records/storage/connections.js";
import { ownRecords } from "../support/ownRecords.js";

const { database, records } = await ownRecords({ clock: () => new Date("2026-11-24T03:15:00Z") });

beforeAll(async () => {
  for (const [organizationId, size] of teams) await team(organizationId, size);
});

const teams = [
  ["few", 1],
  ["many", 5],
] as const;

/** An organisation with an admin, a supervisor, and workers who have an STR and noted a danger that she took on. */
async function team(organizationId: string, size: number): Promise<void> {
  await records.organization(organizationId);
  const at = (name: string) => `${name}-${organizationId}`;
  await records.member(at("admin"), ["admin"], { organizationId });
  await records.member(at("supervisor"), ["worker", "supervisor"], { organizationId });
  for (let number = 0; number < size; number += 1) {
    const worker = at(`worker${number}`);
    await records.member(worker, ["worker"], { organizationId, supervisorId: at("supervisor") });
    await records.as(worker, (work) =>
      keepPermit(work, { kind: "str", number: "1", issuedOn: null, expiresOn: "2027-12-31" }),
    );
    const danger = await records.as(worker, (work) =>
      noteDanger(work, {
        organizationId,
        caseId: null,
        whom: "worker",
        kinds: ["medical"],
        source: "button",
        notedById: worker,
        raised: false,
      }),
    );
    await records.as(at("supervisor"), (work) => acknowledgeDanger(work, danger.danger.id));
  }
}

test.each<[string, string, (work: Work, organizationId: string) => Promise<unknown>]>([
  ["whom a supervisor leaves", "admin", (work, of) => supervisedBy(work, `supervisor-${of}`)],
  ["a rule that changes", "admin", (work) => setDays(work, "plan", 9)],
  [
    "the open dangers of a team",
    "supervisor",
    (work, organizationId) =>
      openDangersFor(work, { memberId: `supervisor-${organizationId}`, organizationId }),
  ],
  [
    "a supervisor who is none any more",
    "admin",
    (work, of) => removeRole(work, `supervisor-${of}`, "supervisor"),
  ],
])("%s", async (_, by, act) => {
  const statements: number[] = [];
  for (const [organizationId] of teams) {
    await records.as(`${by}-${organizationId}`, async (work) => {
      const tx = await work.tx();
      const before = statementCount(tx);
      await act(work, organizationId);
      statements.push(statementCount(tx) - before);
    });
  }
  const [forFew, forMany] = statements;
  expect(forMany).toBe(forFew);
});

test("and everybody is thought of", async () => {
  const { organizationId, ...supervisor } = { organizationId: "many", memberId: "supervisor-many" };
  const dangers = await records.as("supervisor-many", (work) =>
    openDangersFor(work, { ...supervisor, organizationId }),
  );
  expect(dangers.map(({ acknowledged }) => acknowledged?.by.name)).toEqual(Array(5).fill("supervisor-many"));
  const renewals = await database.prisma.deadline.findMany({
    where: { organizationId, key: records.storedKind("str-renewal") },
  });
  expect(new Set(renewals.map(({ memberId }) => memberId)).size).toBe(5);
});
