import { dateIn, partsOf } from "../practice/calendar.js";
import type { FormId } from "../practice/form.js";
import { current } from "../practice/forms/catalogue.js";
import { NotAllowed } from "./actor.js";
import { actorOf, mayWork } from "./rights.js";
import type { Tx, Work } from "./work.js";

/** Begins a case for the acting worker: a client without a name yet, the case, and its first round. */
export async function openCase(work: Work): Promise<{ caseId: string; code: string; roundId: string }> {
  const actor = actorOf(work);
  if (!actor.roles.includes("worker")) throw new NotAllowed();
  const tx = await work.tx();
  const code = await nextCode(tx, actor.organizationId, partsOf(dateIn(actor.zone, work.now)).year);
  const [clientId, caseId] = [work.newId(), work.newId()];
  await tx.client.create({
    data: { id: clientId, organizationId: actor.organizationId, level: "individual", createdAt: work.now },
  });
  await tx.case.create({
    data: {
      id: caseId,
      organizationId: actor.organizationId,
      code,
      clientId,
      workerId: actor.memberId,
      openedAt: work.now,
      updatedAt: work.now,
    },
  });
  work.audit.push({ action: "case.opened", subject: "case", subjectId: caseId });
  const roundId = await beginRound(work, tx, caseId, "approach");
  return { caseId, code, roundId };
}

/** Begins a filling of a form; the caller has checked that its gate is open. */
export async function beginRound(work: Work, tx: Tx, caseId: string, form: FormId): Promise<string> {
  const actor = actorOf(work);
  const last = await tx.round.findFirst({ where: { caseId, form }, orderBy: { sequence: "desc" } });
  const id = work.newId();
  await tx.round.create({
    data: {
      id,
      caseId,
      form,
      formVersion: current(form).version,
      sequence: (last?.sequence ?? 0) + 1,
      startedById: actor.memberId,
      startedAt: work.now,
    },
  });
  work.audit.push({ action: "round.begun", subject: "round", subjectId: id, detail: { form } });
  return id;
}

/** The next code of the year, for example K-2026-0042. One statement, so two workers never get the same. */
async function nextCode(tx: Tx, organizationId: string, year: number): Promise<string> {
  const rows = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "CaseCounter" ("organizationId", "year", "last") VALUES (${organizationId}, ${year}, 1)
    ON CONFLICT ("organizationId", "year") DO UPDATE SET "last" = "CaseCounter"."last" + 1
    RETURNING "last"`;
  return `K-${year}-${String(rows[0]?.last ?? 1).padStart(4, "0")}`;
}

/** The case's own facts, for whoever may work on it. Throws `NotAllowed`. */
export async function caseFor(work: Work, caseId: string) {
  const actor = actorOf(work);
  const tx = await work.tx();
  const found = await tx.case.findUnique({
    where: { id: caseId },
    include: { worker: { select: { supervisorId: true } }, client: true, rounds: true },
  });
  if (
    found === null ||
    !mayWork(actor, {
      organizationId: found.organizationId,
      workerId: found.workerId,
      workerSupervisorId: found.worker.supervisorId,
    })
  ) {
    throw new NotAllowed();
  }
  return found;
}
