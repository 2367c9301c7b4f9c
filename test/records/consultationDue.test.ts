/** A question that waits is due like an approval: of whoever has to answer it, until it is answered. */
import { beforeEach, expect, test } from "vitest";
import { rungsBetween } from "../../src/practice/ladder.js";
import { hoursFrom } from "../../src/records/due/deadlines.js";
import { setSupervisor } from "../../src/records/due/staffing.js";
import { listTasks } from "../../src/records/due/tasks.js";
import { parseRules } from "../../src/records/people/rules.js";
import { answerConsultation, askConsultation } from "../../src/records/questions/consultations.js";
import { ownRecords } from "../support/ownRecords.js";

const now = new Date("2026-11-24T03:15:00Z");
const { database, records } = await ownRecords({ clock: () => now });

let number = 0;
/** An organisation of its own for each test, and the ids of its people. */
let at = (name: string) => name;

beforeEach(async () => {
  number += 1;
  const organizationId = `lks${number}`;
  at = (name) => `${name}${organizationId}`;
  await records.organization(organizationId, { days: { approval: 5 } });
  await records.member(at("sari"), ["admin"], { organizationId });
  await records.member(at("dedi"), ["supervisor"], { organizationId });
  await records.member(at("siska"), ["supervisor"], { organizationId });
  await records.member(at("ratna"), ["worker"], { organizationId, supervisorId: at("dedi") });
  await records.member(at("tono"), ["worker"], { organizationId });
});

const asks = (who: string) =>
  records.as(
    at(who),
    async (work) => (await askConsultation(work, { question: "Bolehkah?", caseId: null })).consultation.id,
  );

/** Whose the reply to a question is, and whether it still has to be given. */
async function dueOf(anchor: string) {
  const row = await database.prisma.deadline.findFirstOrThrow({ where: { anchor } });
  return { of: row.memberId, open: row.doneAt === null && row.cancelledAt === null };
}

test("it stands in the tasks of the supervisor, with as many days as an approval, and speaks as one", async () => {
  const id = await asks("ratna");
  const { lines } = await records.as(at("dedi"), (work) => listTasks(work, { whose: "mine" }, 0));
  expect(lines.map(({ key, dueAt }) => [key, dueAt.toISOString()])).toEqual([
    ["consultation", "2026-11-29T16:59:59.000Z"],
  ]);
  const row = await database.prisma.deadline.findFirstOrThrow({ where: { anchor: id } });
  const hours = hoursFrom("Asia/Jakarta", parseRules({}));
  const rungs = rungsBetween({ ...row, key: "consultation" }, hours, now, new Date("2026-12-07T00:00:00Z"));
  expect(rungs.map(({ name, to }) => `${name}: ${to.join(" ")}`)).toEqual([
    "days-before-3: owner",
    "days-before-1: owner",
    "due: owner",
    "days-late-1: owner",
    "days-late-2: owner",
    "days-late-3: owner superior",
    "days-late-4: owner superior",
    "days-late-5: owner superior",
    "days-late-6: owner superior",
    "days-late-7: owner superior admin",
  ]);
});

test("answered it is done", async () => {
  const id = await asks("ratna");
  await records.as(at("dedi"), (work) => answerConsultation(work, id, "Ya."));
  expect(await dueOf(id)).toEqual({ of: at("dedi"), open: false });
});

test("it follows the supervisor of who asked; where nobody supervises, an admin has it", async () => {
  const id = await asks("ratna");
  await records.as(at("sari"), (work) => setSupervisor(work, at("ratna"), at("siska")));
  expect(await dueOf(id)).toEqual({ of: at("siska"), open: true });
  await records.as(at("sari"), (work) => setSupervisor(work, at("ratna"), null));
  expect(await dueOf(id)).toEqual({ of: at("sari"), open: true });
  expect(await dueOf(await asks("tono"))).toEqual({ of: at("sari"), open: true });
});
