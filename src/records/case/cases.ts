import { dateIn, partsOf } from "../../practice/calendar.js";
import type { FormId } from "../../practice/form.js";
import { type ClosedGate, gate, type Mode } from "../../practice/gates.js";
import { NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { Unreadable } from "../storage/seal.js";
import type { Tx } from "../storage/tx.js";
import { caseFor, roundOf } from "./case.js";
import { begin, change } from "./change.js";
import { clientNamePlace } from "./clients.js";
import type { Progress } from "./progress.js";

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
  const opened = await caseFor(work, caseId, "write");
  return { caseId, code, roundId: await begin(work, opened, "approach") };
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
  const progress = await caseFor(work, caseId, "write");
  const way = gate(form, progress.facts);
  if (way.kind === "closed") return { kind: "closed", gate: way, progress };
  if (way.roundId === undefined || (anew && way.another)) {
    const roundId = await begin(work, progress, form);
    return { kind: "entered", roundId, mode: way.mode === "amend" ? "repeat" : way.mode };
  }
  if (way.mode === "amend") {
    const round = roundOf(progress, way.roundId);
    await change(work, progress, { step: { round, to: "draft", action: "round.taken-up" } });
  }
  return { kind: "entered", roundId: way.roundId, mode: way.mode };
}

/** Says who the client is. The chat hides it until asked; each look is audited. Null where it was not told yet. */
export async function clientName(work: Work, caseId: string): Promise<string | Unreadable | null> {
  const { clientId, clientName: name } = (await caseFor(work, caseId, "read")).case;
  noteNamesSeen(work, caseId);
  return name === null ? null : work.sealer.read(name, clientNamePlace(clientId));
}

/** Puts in the audit that names of a case were looked at. */
export function noteNamesSeen(work: Work, caseId: string): void {
  work.audit.push({ action: "names.seen", subject: "case", subjectId: caseId });
}
