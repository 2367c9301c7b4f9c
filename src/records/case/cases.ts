import { dateIn, partsOf } from "../../practice/calendar.js";
import type { FormId } from "../../practice/form.js";
import { current } from "../../practice/forms/catalogue.js";
import { type ClosedGate, gate, type Mode } from "../../practice/gates.js";
import { NotAllowed } from "../people/actor.js";
import { actorOf, mayWork } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { Tx } from "../storage/tx.js";
import { afterChange } from "./afterChange.js";
import { type Progress, progressOf } from "./progress.js";

/** What the codes of cases begin with. A made-up case says so wherever its code stands: on cards, in lists, on paper. */
const prefixes = { real: "K", sample: "CONTOH" } as const;

/** Begins a case for the acting worker: a client without a name yet, the case, and its first round. */
export async function openCase(
  work: Work,
  kind: keyof typeof prefixes = "real",
): Promise<{ caseId: string; code: string; roundId: string }> {
  const actor = actorOf(work);
  if (!actor.roles.includes("worker")) throw new NotAllowed();
  const tx = await work.tx();
  const { year } = partsOf(dateIn(actor.zone, work.now));
  const code = `${prefixes[kind]}-${await nextNumber(tx, actor.organizationId, year)}`;
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
  work.reckon.add(caseId);
  work.audit.push({ action: "round.begun", subject: "round", subjectId: id, detail: { form } });
  return id;
}

/** The next number of the year, for example 2026-0042. One statement, so two workers never get the same. */
async function nextNumber(tx: Tx, organizationId: string, year: number): Promise<string> {
  const rows = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "CaseCounter" ("organizationId", "year", "last") VALUES (${organizationId}, ${year}, 1)
    ON CONFLICT ("organizationId", "year") DO UPDATE SET "last" = "CaseCounter"."last" + 1
    RETURNING "last"`;
  return `${year}-${String(rows[0]?.last ?? 1).padStart(4, "0")}`;
}

/** A form that was entered: the round to stand at. `begun` where it is a new one. */
export type Entered = { readonly kind: "entered"; readonly roundId: string; readonly mode: Mode };

/**
 * Enters a form of a case: begins its round, goes on with the one that is there, or takes a complete one up again.
 * With `anew` a further round is begun where one could be amended, such as a second referral. Where the gate is
 * closed nothing happens, and the gate says why. Throws `NotAllowed`.
 */
export async function enterForm(
  work: Work,
  caseId: string,
  form: FormId,
  anew = false,
): Promise<Entered | { readonly kind: "closed"; readonly gate: ClosedGate; readonly progress: Progress }> {
  const progress = await progressOf(work, caseId);
  const way = gate(form, progress.facts);
  if (way.kind === "closed") return { kind: "closed", gate: way, progress };
  const tx = await work.tx();
  if (way.roundId === undefined || (anew && way.another)) {
    const roundId = await beginRound(work, tx, caseId, form);
    await afterChange(work, caseId);
    return { kind: "entered", roundId, mode: way.mode === "amend" ? "repeat" : way.mode };
  }
  if (way.mode === "amend") {
    await tx.round.update({ where: { id: way.roundId }, data: { status: "draft" } });
    work.audit.push({
      action: "round.taken-up",
      subject: "round",
      subjectId: way.roundId,
      detail: { form },
    });
    await afterChange(work, caseId);
  }
  return { kind: "entered", roundId: way.roundId, mode: way.mode };
}

/** Says who the client is. The chat hides it until asked; each look is audited. Null where it was not told yet. */
export async function clientName(work: Work, caseId: string): Promise<string | null> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const found = await tx.case.findUnique({
    where: { id: caseId },
    include: { worker: { select: { supervisorId: true } }, client: true },
  });
  const subject = found && { ...found, workerSupervisorId: found.worker.supervisorId };
  if (subject === null || !mayWork(actor, subject)) throw new NotAllowed();
  noteNamesSeen(work, caseId);
  const { id, name } = subject.client;
  return name === null ? null : work.sealer.open(name, { table: "Client", column: "name", row: id });
}

/** Puts in the audit that names of a case were looked at. */
export function noteNamesSeen(work: Work, caseId: string): void {
  work.audit.push({ action: "names.seen", subject: "case", subjectId: caseId });
}
