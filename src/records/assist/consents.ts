import type { AssistService } from "../../practice/assist/services.js";
import { caseFor } from "../case/case.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { assistHost } from "./switches.js";

/** What was last said to a service, when, and who recorded it. */
export type AssistConsent = {
  readonly agreed: boolean;
  readonly at: Date;
  readonly memberId: string;
};

/** What the acting member said to a service at its present host; undefined where they were never asked. */
export async function ownAssistConsent(
  work: Work,
  service: AssistService,
): Promise<AssistConsent | undefined> {
  return lastOf(work, service, { caseId: null, memberId: actorOf(work).memberId });
}

/**
 * What the client of a case said to a service at its present host, as it was recorded; undefined where they were never
 * asked. Throws `NotAllowed`.
 */
export async function clientAssistConsent(
  work: Work,
  caseId: string,
  service: AssistService,
): Promise<AssistConsent | undefined> {
  await caseFor(work, caseId, "read");
  return lastOf(work, service, { caseId });
}

/** Records what the acting member says to a service their organisation uses. Nothing is recorded of any other. */
export async function recordOwnAssistConsent(
  work: Work,
  service: AssistService,
  agreed: boolean,
): Promise<void> {
  await record(work, service, null, agreed);
}

/** Records what the client of a case says to a service. The acting member must be allowed to write the case. */
export async function recordClientAssistConsent(
  work: Work,
  caseId: string,
  service: AssistService,
  agreed: boolean,
): Promise<void> {
  await caseFor(work, caseId, "write");
  await record(work, service, caseId, agreed);
}

/** Who has not agreed yet to what leaves for a service, the worker first; undefined where both have. */
export type MissingConsent = { readonly whose: "worker" | "client"; readonly refused: boolean } | undefined;

/** Whether the acting member and the client of a case agreed to a service. Throws `NotAllowed`. */
export async function missingConsent(
  work: Work,
  caseId: string,
  service: AssistService,
): Promise<MissingConsent> {
  const own = await ownAssistConsent(work, service);
  if (own?.agreed !== true) return { whose: "worker", refused: own !== undefined };
  const clients = await clientAssistConsent(work, caseId, service);
  if (clients?.agreed !== true) return { whose: "client", refused: clients !== undefined };
  return undefined;
}

async function lastOf(
  work: Work,
  service: AssistService,
  whose: { readonly caseId: string | null; readonly memberId?: string },
): Promise<AssistConsent | undefined> {
  const host = assistHost(work, service);
  if (host === undefined) return undefined;
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  const row = await tx.assistConsent.findFirst({
    where: { ...whose, service, host, organizationId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { agreed: true, at: true, memberId: true },
  });
  return row ?? undefined;
}

async function record(
  work: Work,
  service: AssistService,
  caseId: string | null,
  agreed: boolean,
): Promise<void> {
  const { organizationId, memberId } = actorOf(work);
  const host = assistHost(work, service);
  if (host === undefined) return;
  const tx = await work.tx();
  await tx.assistConsent.create({
    data: { id: work.newId(), organizationId, service, host, memberId, caseId, agreed, at: work.now },
  });
  work.audit.push({
    action: agreed ? "assist.agreed" : "assist.refused",
    subject: caseId === null ? "member" : "case",
    subjectId: caseId ?? memberId,
    detail: { service, host },
  });
}
