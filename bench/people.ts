import { transactions } from "../src/delivery/transaction.js";
import { createLogger } from "../src/logger.js";
import { answerCell } from "../src/records/case/answers.js";
import { reconcile } from "../src/records/due/reconcile.js";
import { consentVersion } from "../src/records/people/consent.js";
import { openDatabase } from "../src/records/storage/database.js";
import { idMaker, secureRandom } from "../src/records/storage/ids.js";
import { sealerOf } from "../src/records/storage/seal.js";

/**
 * An organisation whose `count` workers, with the Telegram ids from `firstId` on, each stand at the first question
 * of an assessment: the SOP's longest form.
 */
export async function seedWorkers(url: string, key: Buffer, count: number, firstId: number): Promise<void> {
  const database = openDatabase(url, console.error);
  const sealer = sealerOf([key], secureRandom);
  const newId = idMaker(secureRandom);
  const now = new Date();
  const { prisma } = database;
  const organizationId = newId();
  await prisma.organization.create({ data: { id: organizationId, name: "LKS Ukur", createdAt: now } });
  for (let n = 0; n < count; n += 1) {
    const accountId = firstId + n;
    const [memberId, clientId, caseId, approachId, roundId] = [newId(), newId(), newId(), newId(), newId()];
    await prisma.account.create({ data: { id: accountId, createdAt: now, activeMemberId: memberId } });
    await prisma.member.create({
      data: {
        id: memberId,
        organizationId,
        accountId,
        name: sealer.seal(`Pekerja ${n}`, { table: "Member", column: "name", row: memberId }),
        roles: ["worker"],
        consentedAt: now,
        consentVersion,
        createdAt: now,
      },
    });
    await prisma.client.create({
      data: { id: clientId, organizationId, createdAt: now },
    });
    await prisma.case.create({
      data: {
        id: caseId,
        organizationId,
        code: `K-2026-${String(n + 1).padStart(4, "0")}`,
        clientId,
        workerId: memberId,
        stage: "assessment",
        openedAt: now,
        updatedAt: now,
      },
    });
    const round = { caseId, formVersion: 1, sequence: 1, startedById: memberId, startedAt: now };
    await prisma.round.create({
      data: {
        ...round,
        id: approachId,
        form: "approach",
        status: "approved",
        submittedAt: now,
        decidedAt: now,
      },
    });
    for (const [path, value] of Object.entries({
      level: "individual",
      legal: ["none"],
      eligible: true,
      consent: true,
    })) {
      const row = { id: newId(), roundId: approachId, path, revision: 1 };
      const sealed = sealer.seal(JSON.stringify(value), answerCell(row));
      await prisma.answer.create({ data: { ...row, value: sealed, memberId, at: now } });
    }
    await prisma.round.create({ data: { ...round, id: roundId, form: "assessment" } });
    await prisma.dialogue.create({ data: { chatId: accountId, roundId, touchedAt: now } });
  }
  // The clocks of these cases run already, as they would in any organisation at work.
  const log = createLogger("silent");
  const { run } = transactions({ database, sealer, clock: () => now, random: secureRandom, log });
  for (let after: string | null = ""; after !== null; ) {
    const from: string = after;
    after = (await run((work) => reconcile(work, from, 50))).last;
  }
  await database.close();
}
