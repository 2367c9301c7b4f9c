import { practiceDays } from "../../practice/deadline.js";
import { daysOf, deadlineOf } from "../../practice/deadlines.js";
import { addDeadline, hoursFrom } from "../due/deadlines.js";
import type { Reachable } from "../people/accounts.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf, type CaseStub, caseStub } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import { kindsIn } from "../storage/deadlineKinds.js";
import type { Tx } from "../storage/tx.js";

/** A question to the supervisor, decrypted for somebody who may read it. */
export type Consultation = {
  readonly id: string;
  readonly askedById: string;
  readonly caseId: string | null;
  /** The code of the case it is about; null where it is about none. */
  readonly code: string | null;
  readonly dilemmaId: string | null;
  readonly question: string;
  readonly askedAt: Date;
  readonly answer: string | null;
  readonly answeredById: string | null;
};

/** A member a question goes to. */
export type Adviser = Reachable & { readonly memberId: string };

/** The longest question and the longest reply, in characters: both with their headings fit into one message. */
export const longestConsultation = 3_000;

/**
 * The members who get the acting member's questions: the supervisor, or the admins where no supervisor can be
 * reached. Empty where nobody can.
 */
export async function advisersOf(work: Work): Promise<readonly Adviser[]> {
  return advisers(await work.tx(), actorOf(work).memberId);
}

/** Stores a question, sealed. Throws `NotAllowed` where the acting member may not read the named case. */
export async function askConsultation(
  work: Work,
  asked: { readonly question: string; readonly caseId: string | null; readonly dilemmaId?: string | null },
): Promise<{ consultation: Consultation; advisers: readonly Adviser[] }> {
  const actor = actorOf(work);
  const tx = await work.tx();
  if (asked.caseId !== null) await caseForConsultation(work, asked.caseId);
  const id = work.newId();
  await tx.consultation.create({
    data: {
      id,
      organizationId: actor.organizationId,
      askedById: actor.memberId,
      caseId: asked.caseId,
      dilemmaId: asked.dilemmaId ?? null,
      question: work.sealer.seal(asked.question, placeOf("question", id)),
      askedAt: work.now,
    },
  });
  const told = await advisers(tx, actor.memberId);
  const [adviser] = told;
  if (adviser !== undefined) await beginReplyDue(work, id, adviser.memberId);
  work.audit.push({
    action: "consultation.asked",
    subject: "consultation",
    subjectId: id,
    detail: { caseId: asked.caseId },
  });
  return { consultation: await readConsultation(work, id), advisers: told };
}

/** The reply is due to whoever was asked, with as many days as an approval has. */
async function beginReplyDue(work: Work, id: string, memberId: string): Promise<void> {
  const { organizationId, zone, rules } = actorOf(work);
  const hours = hoursFrom(zone, rules);
  const span = practiceDays(work.now, daysOf("approval", rules), rules, hours.count);
  const deadline = deadlineOf("consultation", { anchor: id, ...span });
  await addDeadline(work, deadline, { organizationId, caseId: null, memberId, hours });
}

/**
 * A question: for its author as long as they may read its case, and for the advisers of its author today. The
 * reading is audited. Throws `NotAllowed`.
 */
export async function readConsultation(work: Work, id: string): Promise<Consultation> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const row = await tx.consultation.findUnique({ where: { id } });
  if (row === null || row.organizationId !== actor.organizationId) throw new NotAllowed();
  if (row.askedById === actor.memberId) {
    if (row.caseId !== null) await caseForConsultation(work, row.caseId);
  } else {
    const told = await advisers(tx, row.askedById);
    if (!told.some(({ memberId }) => memberId === actor.memberId))
      throw new NotAllowed(row.caseId ?? undefined);
  }
  auditReading(work, id);
  const subject = row.caseId === null ? null : await tx.case.findUnique({ where: { id: row.caseId } });
  const open = (column: "question" | "answer", sealed: string) =>
    work.sealer.open(sealed, placeOf(column, id));
  return {
    id,
    askedById: row.askedById,
    caseId: row.caseId,
    code: subject?.code ?? null,
    dilemmaId: row.dilemmaId,
    question: open("question", row.question),
    askedAt: row.askedAt,
    answer: row.answer === null ? null : open("answer", row.answer),
    answeredById: row.answeredById,
  };
}

/** Within a unit of work one line is enough. */
function auditReading(work: Work, id: string): void {
  if (work.audit.some(({ action, subjectId }) => action === "consultation.read" && subjectId === id)) return;
  work.audit.push({ action: "consultation.read", subject: "consultation", subjectId: id });
}

/** A question as it is stored, with the supervisor of who asked. */
export type SealedConsultation = {
  readonly id: string;
  readonly askedById: string;
  readonly answeredById: string | null;
  readonly askerSupervisorId: string | null;
  readonly question: string;
  readonly answer: string | null;
};

/**
 * The words of a question about a case, for a reader of that case: who asked, who replied, and the supervisor of who
 * asked; the reading is audited. Undefined for everybody else.
 */
export function consultationWords(
  work: Work,
  { id, askedById, answeredById, askerSupervisorId, question, answer }: SealedConsultation,
) {
  if (![askedById, answeredById, askerSupervisorId].includes(actorOf(work).memberId)) return undefined;
  auditReading(work, id);
  const read = (column: "question" | "answer", sealed: string) =>
    work.sealer.read(sealed, placeOf(column, id));
  return { question: read("question", question), answer: answer === null ? null : read("answer", answer) };
}

/** Stores the reply. Throws `NotAllowed` for anyone who is not an adviser, and `Conflict` where it is answered. */
export async function answerConsultation(work: Work, id: string, answer: string): Promise<Consultation> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const { askedById } = await readConsultation(work, id);
  if (!(await advisers(tx, askedById)).some(({ memberId }) => memberId === actor.memberId)) {
    throw new NotAllowed();
  }
  const { count } = await tx.consultation.updateMany({
    where: { id, answeredAt: null },
    data: {
      answer: work.sealer.seal(answer, placeOf("answer", id)),
      answeredById: actor.memberId,
      answeredAt: work.now,
    },
  });
  if (count === 0) throw new Conflict("the question was answered meanwhile");
  const { organizationId } = actor;
  await tx.deadline.updateMany({
    where: {
      organizationId,
      key: { in: kindsIn(work.sealer, ["consultation"]) },
      anchor: id,
      doneAt: null,
      cancelledAt: null,
    },
    data: { doneAt: work.now, nextAt: null },
  });
  work.audit.push({ action: "consultation.answered", subject: "consultation", subjectId: id });
  return readConsultation(work, id);
}

/** How many questions the acting member has asked since a time, without their words. */
export async function questionsAskedSince(work: Work, since: Date): Promise<number> {
  const { memberId: askedById, organizationId } = actorOf(work);
  const tx = await work.tx();
  return tx.consultation.count({ where: { organizationId, askedById, askedAt: { gte: since } } });
}

/** Questions that wait for the acting member, oldest first, without their words. */
export async function consultationsWaiting(
  work: Work,
): Promise<readonly { readonly id: string; readonly askedById: string; readonly askedAt: Date }[]> {
  const actor = actorOf(work);
  if (!actor.roles.includes("supervisor") && !actor.roles.includes("admin")) return [];
  const tx = await work.tx();
  return statement<{ id: string; askedById: string; askedAt: Date }>(tx, waitingFor, [
    actor.organizationId,
    actor.memberId,
    actor.roles.includes("admin"),
  ]);
}

/**
 * Questions of the organisation $1 that wait for the member $2, who is an admin where $3 is true: questions of the
 * workers they supervise, and for an admin questions of workers without a reachable supervisor. The same rule as in
 * `advisers`.
 */
const waitingFor = `-- prepared: consultationsWaiting
SELECT q."id", q."askedById", q."askedAt"
FROM "Consultation" q
JOIN "Member" m ON m."id" = q."askedById"
LEFT JOIN "Member" s ON s."id" = m."supervisorId" AND s."suspendedAt" IS NULL
LEFT JOIN "Account" a ON a."id" = s."accountId" AND a."blockedAt" IS NULL
WHERE q."organizationId" = $1 AND q."answeredAt" IS NULL AND q."askedById" <> $2
  AND CASE WHEN a."id" IS NOT NULL THEN s."id" = $2 ELSE $3::boolean END
ORDER BY q."askedAt", q."id"`;

/** A case the acting member may ask about. Throws `NotAllowed`. */
export function caseForConsultation(work: Work, caseId: string): Promise<CaseStub> {
  return caseStub(work, { id: caseId }, "read");
}

async function advisers(tx: Tx, askerId: string): Promise<readonly Adviser[]> {
  const asker = await tx.member.findUnique({
    where: { id: askerId },
    include: { supervisor: { include: { account: true } } },
  });
  if (asker === null) return [];
  const { supervisor } = asker;
  if (supervisor !== null && supervisor.suspendedAt === null && supervisor.account.blockedAt === null) {
    return [adviserOf(supervisor)];
  }
  const admins = await tx.member.findMany({
    where: {
      organizationId: asker.organizationId,
      roles: { has: "admin" },
      suspendedAt: null,
      id: { not: askerId },
      account: { blockedAt: null },
    },
    include: { account: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return admins.map(adviserOf);
}

function adviserOf(row: {
  readonly id: string;
  readonly accountId: bigint;
  readonly account: { readonly locale: string | null };
}): Adviser {
  return { memberId: row.id, accountId: Number(row.accountId), locale: row.account.locale };
}

function placeOf(column: string, row: string) {
  return { table: "Consultation", column, row };
}
