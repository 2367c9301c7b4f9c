import type { ErasureBar, ErasureGround } from "../../practice/erasure.js";
import { type Case, caseIn, forgetCase } from "../case/case.js";
import { Conflict, NotAllowed, Stale } from "../people/actor.js";
import { actorOf, may } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { closeRequests } from "./dataRequests.js";
import { clearDialogues, dropMessages } from "./traces.js";

/** What was erased: rows of the database, and files of the disk. */
export type Erased = { readonly code: string; readonly rows: number; readonly files: number };

/** Why a case is not erased now; undefined where nothing forbids it. */
export async function erasureBar(work: Work, subject: Case): Promise<ErasureBar | undefined> {
  if (subject.case.erasedAt !== null) return "erased";
  if (subject.case.preservedAt !== null) return "preserved";
  const tx = await work.tx();
  const open = await tx.danger.count({ where: { caseId: subject.case.id, closedAt: null } });
  return open > 0 ? "danger" : undefined;
}

/**
 * Erases everything in a case, for the admin who confirms what somebody else asked for: answers and their history, notes,
 * files, papers, names, dangers, consultations, remarks, deadlines, and what waits to be sent about it. The case keeps
 * its code and its times; the audit keeps who did it, who asked, on which ground and how much there was. Its files are
 * removed from the disk within seconds after the commit (`delivery/erasedFiles.ts`).
 *
 * Throws `NotAllowed`, also for who asked for it themselves, and `Conflict` where something forbids it (`erasureBar`).
 */
export async function eraseCase(
  work: Work,
  caseId: string,
  ground: ErasureGround,
  askedById: string,
): Promise<Erased> {
  const subject = await caseIn(work, caseId);
  if (subject === undefined || !may(actorOf(work), subject.case, "erase", askedById)) throw new NotAllowed();
  const bar = await erasureBar(work, subject);
  if (bar !== undefined) throw new Conflict(`the case is not erased: ${bar}`);
  await lockCase(work, subject);
  const files = await filesOf(work, subject);
  const messages = await dropMessages(work, subject, marksOf(subject, files));
  const dialogues = await clearDialogues(work, subject, roundIdsOf(subject));
  const rows = messages + dialogues + (await removeRows(work, subject));
  await closeRequests(work, caseId, { rows, files: files.length });
  await emptyHead(work, subject);
  const { code } = subject.case;
  work.audit.push({
    action: "case.erased",
    subject: "case",
    subjectId: caseId,
    detail: { code, ground, askedBy: askedById, rows, files: files.length },
  });
  work.moved.add(caseId);
  work.recalculate.delete(caseId);
  forgetCase(work, caseId);
  return { code, rows, files: files.length };
}

/** Every round of a case, discarded drafts too. */
function roundIdsOf({ rounds, discarded }: Case): string[] {
  return [...rounds, ...discarded].map(({ id }) => id);
}

/** Rounds first and the case last, as every change of it does. Nothing may be added to it from here on. */
async function lockCase(work: Work, subject: Case): Promise<void> {
  const { id, version } = subject.case;
  const tx = await work.tx();
  const rounds = await tx.$queryRaw<{ version: number; id: string }[]>`
    SELECT "id", "version" FROM "Round" WHERE "caseId" = ${id} ORDER BY "id" FOR UPDATE`;
  const { count } = await tx.case.updateMany({ where: { id, version }, data: { version: version + 1 } });
  if (count !== 1 || rounds.length !== roundIdsOf(subject).length)
    throw new Stale("the case is not as it was read");
}

/** The ids of all its files, which from now on are to be removed from the disk. */
async function filesOf(work: Work, subject: Case): Promise<string[]> {
  const tx = await work.tx();
  const select = { id: true } as const;
  const attachments = await tx.attachment.findMany({
    where: { roundId: { in: roundIdsOf(subject) } },
    select,
  });
  const papers = await tx.paper.findMany({ where: { caseId: subject.case.id }, select });
  // A file over many cases tells of this one too: it is sent by then, and would be removed within a day anyway.
  const exports = await tx.export.findMany({
    where: { organizationId: subject.case.organizationId, status: "made", removedAt: null },
    select,
  });
  const ids = [...attachments, ...papers, ...exports].map(({ id }) => id);
  await tx.erasedFile.createMany({
    data: ids.map((id) => ({ id, erasedAt: work.now })),
    skipDuplicates: true,
  });
  return ids;
}

/** What names the case in a message: its ids, its code, and its files. */
function marksOf(subject: Case, files: readonly string[]): readonly string[] {
  const { id, code } = subject.case;
  return [id, code, ...roundIdsOf(subject), ...files];
}

/** Removes its rows and returns how many there were. What is append-only may go only while the session says so. */
async function removeRows(work: Work, subject: Case): Promise<number> {
  const { id: caseId } = subject.case;
  const tx = await work.tx();
  const ofRounds = { where: { roundId: { in: roundIdsOf(subject) } } };
  const ofCase = { where: { caseId } };
  // What became of a reply about it, where no admin has read yet whether it names nobody.
  const questions = (await tx.consultation.findMany({ ...ofCase, select: { id: true } })).map(({ id }) => id);
  await tx.$executeRaw`SELECT set_config('pendamping.erasing', 'on', true)`;
  let rows = 0;
  await tx.message.updateMany({ ...ofRounds, data: { roundId: null, path: null } });
  for (const remove of [
    () => tx.answer.deleteMany(ofRounds),
    () => tx.remarkDraft.deleteMany(ofRounds),
    () => tx.attachment.deleteMany(ofRounds),
    () => tx.assistJob.deleteMany(ofRounds),
    () => tx.sessionRead.deleteMany(ofRounds),
    () => tx.assistConsent.deleteMany(ofCase),
    () => tx.paper.deleteMany(ofCase),
    () => tx.caseNote.deleteMany(ofCase),
    () => tx.informationGiven.deleteMany(ofCase),
    () => tx.danger.deleteMany(ofCase),
    () => tx.reminder.deleteMany({ where: { deadline: ofCase.where } }),
    () => tx.deadline.deleteMany(ofCase),
    () => tx.ownEntry.deleteMany({ where: { consultationId: { in: questions }, keptAt: null } }),
    () => tx.consultation.deleteMany(ofCase),
    () => tx.dilemma.deleteMany(ofCase),
    () => tx.supervisionNote.deleteMany(ofCase),
    () => tx.brokenGlass.deleteMany(ofCase),
    () => tx.transfer.deleteMany({ where: { caseId, status: { not: "accepted" } } }),
    () => tx.caseTurn.deleteMany(ofCase),
    () => tx.round.deleteMany(ofCase),
  ]) {
    rows += (await remove()).count;
  }
  await tx.$executeRaw`SELECT set_config('pendamping.erasing', 'off', true)`;
  return rows;
}

/** The case keeps its code and its times; what was planned with it as one of several loses it, and the reason with it. */
async function emptyHead(work: Work, { case: { id, clientId, closedAt } }: Case): Promise<void> {
  const tx = await work.tx();
  await tx.client.update({ where: { id: clientId }, data: { name: null, alias: null } });
  await tx.case.update({
    where: { id },
    data: {
      stage: "closed",
      closedAt: closedAt ?? work.now,
      erasedAt: work.now,
      restrictedAt: null,
      requestedAt: null,
      request: null,
      unreckonedAt: null,
      lastContactOn: null,
      updatedAt: work.now,
    },
  });
  // A number of the register stays given; whom the letter went to, and about what, goes.
  await tx.letter.updateMany({ where: { caseId: id }, data: { content: null, voidReason: null } });
  // What another institution took over is its own, and is erased there.
  await tx.transfer.updateMany({ where: { caseId: id }, data: { terms: null } });
  await tx.transfer.updateMany({ where: { receivedCaseId: id }, data: { terms: null, packet: null } });
  await tx.$executeRaw`
    UPDATE "StaffProposal" SET "caseIds" = array_remove("caseIds", ${id}), "reason" = NULL,
      "status" = CASE WHEN "status" IN ('draft', 'asked') AND "caseIds" = ARRAY[${id}] THEN 'cancelled' ELSE "status" END
    WHERE ${id} = ANY ("caseIds")`;
}
