import { transactions } from "../src/delivery/transaction.js";
import { createLogger } from "../src/logger.js";
import type { FormId, Value } from "../src/practice/form.js";
import { answerCell } from "../src/records/case/answers.js";
import { reconcile } from "../src/records/due/reconcile.js";
import { consentVersion } from "../src/records/people/consent.js";
import { type Database, openDatabase } from "../src/records/storage/database.js";
import { idMaker, secureRandom } from "../src/records/storage/ids.js";
import { type Sealer, sealerOf } from "../src/records/storage/seal.js";

/**
 * Where a worker stands when a load begins: before the menu, with no case yet; at the first question of an assessment,
 * the SOP's longest form; or at the first question of a session, in a case whose plan is in force.
 */
export type Standing = "menu" | "assessment" | "session";

/** An organisation of workers to be put into a database. */
export type Crowd = {
  readonly count: number;
  /** The Telegram id of the first; the others follow. */
  readonly firstId: number;
  readonly standing: Standing;
};

/** The goal of the plan of those who write a session. */
export const goalOfPlan = "Mak Iyah makan tiga kali sehari";

/** What was recorded before, form by form: as much of it as the questions that are asked next depend on. */
const recordedBefore: { readonly [standing in Standing]: Partial<Record<FormId, Record<string, Value>>> } = {
  menu: {},
  assessment: { approach: { level: "individual", legal: ["none"], eligible: true, consent: true } },
  session: {
    approach: { level: "individual", legal: ["none"], eligible: true, consent: true },
    assessment: {},
    plan: { "goals.0.statement": goalOfPlan, agreement: "agrees" },
  },
};

/** Puts an organisation there whose workers all stand at the same place, with the deadlines of their cases running. */
export async function seedWorkers(
  url: string,
  key: Buffer,
  { count, firstId, standing }: Crowd,
): Promise<void> {
  const database = openDatabase(url, console.error);
  const sealer = sealerOf([key], secureRandom);
  const now = new Date();
  const organizationId = idMaker(secureRandom)(16);
  await database.prisma.organization.create({
    data: { id: organizationId, name: "LKS Ukur", createdAt: now },
  });
  for (let n = 0; n < count; n += 1) {
    const put = { database, sealer, organizationId, now };
    const memberId = await putWorker(put, n, firstId + n);
    if (standing !== "menu") await putCase(put, n, { memberId, accountId: firstId + n, standing });
  }
  const log = createLogger("silent");
  const { run } = transactions({ database, sealer, clock: () => now, random: secureRandom, log });
  for (let after: string | null = ""; after !== null; ) {
    const from: string = after;
    after = (await run((work) => reconcile(work, from, 50))).last;
  }
  await database.close();
}

type Put = {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly organizationId: string;
  readonly now: Date;
};

const newId = idMaker(secureRandom);

async function putWorker(
  { database, sealer, organizationId, now }: Put,
  n: number,
  accountId: number,
): Promise<string> {
  const id = newId();
  await database.prisma.account.create({ data: { id: accountId, createdAt: now, activeMemberId: id } });
  await database.prisma.member.create({
    data: {
      id,
      organizationId,
      accountId,
      name: sealer.seal(`Pekerja ${n}`, { table: "Member", column: "name", row: id }),
      roles: ["worker"],
      consentedAt: now,
      consentVersion,
      createdAt: now,
    },
  });
  return id;
}

/** A worker's case up to the form at hand, which is begun: `/lanjut` asks its first question. */
async function putCase(
  { database: { prisma }, sealer, organizationId, now }: Put,
  n: number,
  worker: { memberId: string; accountId: number; standing: Exclude<Standing, "menu"> },
): Promise<void> {
  const { memberId, accountId, standing } = worker;
  const [clientId, caseId, roundId] = [newId(), newId(), newId()];
  await prisma.client.create({ data: { id: clientId, organizationId, createdAt: now } });
  await prisma.case.create({
    data: {
      id: caseId,
      organizationId,
      code: `K-2025-${String(n + 1).padStart(4, "0")}`,
      clientId,
      workerId: memberId,
      stage: standing === "session" ? "intervention" : "assessment",
      openedAt: now,
      updatedAt: now,
    },
  });
  const round = { caseId, formVersion: 1, sequence: 1, startedById: memberId, startedAt: now };
  const complete = { status: "approved", submittedAt: now, decidedAt: now } as const;
  for (const [form, answers] of Object.entries(recordedBefore[standing])) {
    const id = newId();
    await prisma.round.create({ data: { ...round, ...complete, id, form } });
    await prisma.answer.createMany({
      data: Object.entries(answers).map(([path, value]) => {
        const row = { id: newId(), roundId: id, path, revision: 1 };
        return { ...row, value: sealer.seal(JSON.stringify(value), answerCell(row)), memberId, at: now };
      }),
    });
  }
  await prisma.round.create({ data: { ...round, id: roundId, form: standing } });
  await prisma.dialogue.create({ data: { chatId: accountId, roundId, touchedAt: now } });
}
