import { type AssistService, assistServices } from "../../practice/assist/services.js";
import type { Path } from "../../practice/form.js";
import { caseOfRound } from "../case/case.js";
import { openedPath, storedPath } from "../case/storedPaths.js";
import { NotAllowed } from "../people/actor.js";
import { actAs } from "../people/memberships.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { wordOf } from "../storage/vocabulary.js";
import { type MissingConsent, missingConsent } from "./consents.js";
import { assistHost } from "./switches.js";

/**
 * The life of a job. What it is about is read only when it is claimed.
 *
 *   asked ──both agreed──► waiting ──claimed, answered──► done
 *     │                      ├── no useful answer, too often, or nothing to ask about any more ──► failed: told
 *     └── somebody refuses ──┴── or took it back, or the service moved ──► dropped
 */
const transitions = {
  asked: ["waiting", "dropped"],
  waiting: ["done", "failed", "dropped"],
  done: [],
  failed: [],
  dropped: [],
} as const satisfies Record<string, readonly string[]>;

/** Where a job stands. */
type JobStatus = keyof typeof transitions;
/** How a job that was claimed ends. */
export type JobEnd = (typeof transitions)["waiting"][number];

const statuses = Object.keys(transitions) as JobStatus[];

/** A job for an outside service. */
export type AssistJob = {
  readonly id: string;
  readonly service: AssistService;
  readonly host: string;
  readonly roundId: string;
  readonly path: Path;
  readonly attachmentId: string | null;
  readonly memberId: string;
  readonly status: JobStatus;
  /** Sealed. Null until it is done, and again once everything of it was decided. */
  readonly result: string | null;
};

/**
 * Makes a job of an answer that is a note, or of a recording. It waits for those who have to agree first. Returns its id
 * and who is missing; undefined where the organisation uses no such service. Throws `NotAllowed`.
 */
export async function askAssist(
  work: Work,
  service: AssistService,
  about: { readonly roundId: string; readonly path: Path; readonly attachmentId?: string },
): Promise<{ readonly id: string; readonly missing: MissingConsent } | undefined> {
  const { organizationId, memberId } = actorOf(work);
  const subject = await caseOfRound(work, about.roundId, "write");
  const host = assistHost(work, service);
  if (host === undefined) return undefined;
  const missing = await missingConsent(work, subject.case.id, service);
  const id = work.newId();
  const tx = await work.tx();
  await tx.assistJob.create({
    data: {
      id,
      organizationId,
      service,
      host,
      roundId: about.roundId,
      path: storedPath(work.sealer, about.roundId, about.path),
      attachmentId: about.attachmentId ?? null,
      memberId,
      status: missing === undefined ? "waiting" : "asked",
      notBefore: work.now,
      createdAt: work.now,
    },
  });
  work.audit.push({
    action: "assist.asked",
    subject: "round",
    subjectId: about.roundId,
    detail: { service },
  });
  return { id, missing };
}

/**
 * The recording of an answer, for a transcription: where it belongs, and whether one was asked for already. Throws
 * `NotAllowed`, also where there is no such recording.
 */
export async function recordingOf(
  work: Work,
  attachmentId: string,
): Promise<{
  readonly roundId: string;
  readonly path: Path;
  readonly mime: string | null;
  readonly status: string;
  readonly isAsked: boolean;
}> {
  const tx = await work.tx();
  const row = await tx.attachment.findUnique({ where: { id: attachmentId } });
  const { roundId = null, path: stored = null } = row ?? {};
  if (row?.kind !== "voice" || roundId === null || stored === null) throw new NotAllowed();
  const { mime, status } = row;
  const path = openedPath(work.sealer, roundId, stored);
  await caseOfRound(work, roundId, "write");
  const asked = await tx.assistJob.count({ where: { attachmentId, status: { in: ["waiting", "done"] } } });
  return { roundId, path, mime, status, isAsked: asked > 0 };
}

/** A job of the acting member, whose case they may still write. Throws `NotAllowed`, also where there is none. */
export async function ownJob(work: Work, id: string): Promise<AssistJob & { readonly caseId: string }> {
  const job = await jobOf(work, id);
  if (job === undefined || job.memberId !== actorOf(work).memberId) throw new NotAllowed();
  const subject = await caseOfRound(work, job.roundId, "write");
  return { ...job, caseId: subject.case.id };
}

/**
 * The acting member answered for a job that waited for somebody to agree. It is dropped after a no; after a yes it goes
 * on once nobody is missing. Returns who still is.
 */
export async function goOnWithJob(
  work: Work,
  job: AssistJob & { readonly caseId: string },
  agreed: boolean,
): Promise<MissingConsent> {
  if (!agreed) {
    await move(work, job, "dropped");
    return undefined;
  }
  const missing = await missingConsent(work, job.caseId, job.service);
  if (missing === undefined) await move(work, job, "waiting");
  return missing;
}

/** A claimed job. It is `withdrawn` where somebody took their agreement back meanwhile, or the service is another now. */
export type JobInHand = AssistJob & { readonly caseId: string; readonly withdrawn: boolean };

/**
 * A claimed job, on behalf of whoever asked for it: they act for the rest of this unit of work. A withdrawn one is
 * dropped, and they are to be told. Undefined, and the job dropped too, where they may not write the case any more.
 */
export async function jobInHand(work: Work, id: string): Promise<JobInHand | undefined> {
  const job = await jobOf(work, id);
  if (job?.status !== "waiting") return undefined;
  const isReady = async () => {
    if ((await actAs(work, job.memberId)) === undefined) return undefined;
    const subject = await caseOfRound(work, job.roundId, "write");
    const missing = await missingConsent(work, subject.case.id, job.service);
    const isSame = assistHost(work, job.service) === job.host;
    return { ...job, caseId: subject.case.id, withdrawn: missing !== undefined || !isSame };
  };
  const ready = await isReady().catch((error: unknown) => {
    if (error instanceof NotAllowed) return undefined;
    throw error;
  });
  if (ready === undefined || ready.withdrawn) await move(work, job, "dropped");
  return ready;
}

/** Notes that something of an answer leaves for the service, before it does; of a text, how many characters. */
export function noteDisclosure(work: Work, { service, host, roundId }: AssistJob, size?: number): void {
  const detail = { service, host, ...(size === undefined ? {} : { size }) };
  work.audit.push({ action: "assist.disclosed", subject: "round", subjectId: roundId, detail });
}

/** Ends a claimed job, with what came back. False where it has ended already. */
export async function endJob(work: Work, job: AssistJob, to: JobEnd, result?: object): Promise<boolean> {
  return move(work, job, to, result === undefined ? null : sealed(work, job.id, result));
}

/** What came back and is not decided yet, as JSON; undefined where all of it was. */
export function jobResult(work: Work, { id, result }: AssistJob): unknown {
  return result === null ? undefined : JSON.parse(work.sealer.open(result, resultCell(id)));
}

/** Keeps what of a job is still to be decided; with nothing left, nothing. */
export async function keepResult(work: Work, { id }: AssistJob, result: object | undefined): Promise<void> {
  const tx = await work.tx();
  await tx.assistJob.update({
    where: { id },
    data: { result: result === undefined ? null : sealed(work, id, result) },
  });
}

async function jobOf(work: Work, id: string): Promise<AssistJob | undefined> {
  const tx = await work.tx();
  await tx.$executeRaw`SELECT 1 FROM "AssistJob" WHERE "id" = ${id} FOR UPDATE`;
  const row = await tx.assistJob.findUnique({ where: { id } });
  if (row === null) return undefined;
  return {
    ...row,
    path: openedPath(work.sealer, row.roundId, row.path),
    service: wordOf(assistServices, row.service, "AssistJob.service"),
    status: wordOf(statuses, row.status, "AssistJob.status"),
  };
}

/** Every change of status: it happens only from the status that was read. */
async function move(
  work: Work,
  { id, status: from }: AssistJob,
  to: JobStatus,
  result: string | null = null,
): Promise<boolean> {
  if (!transitions[from].some((next) => next === to)) return false;
  const tx = await work.tx();
  const { count } = await tx.assistJob.updateMany({
    where: { id, status: from },
    data: { status: to, result, notBefore: work.now, ...(to === "waiting" ? {} : { settledAt: work.now }) },
  });
  return count > 0;
}

function sealed(work: Work, id: string, result: object): string {
  return work.sealer.seal(JSON.stringify(result), resultCell(id));
}

function resultCell(id: string) {
  return { table: "AssistJob", column: "result", row: id };
}
