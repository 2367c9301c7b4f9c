import { dataStanding } from "../../practice/dataGround.js";
import type { LegalGround } from "../../practice/legalGrounds.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import type { Work } from "../people/work.js";
import type { Unreadable } from "../storage/seal.js";
import { type Case, caseFor } from "./case.js";
import { changeCase } from "./change.js";

/**
 * The case that waits for a legal ground, for whoever names one: its worker's supervisor, or an admin where none is
 * named. Throws `NotAllowed`, and `Conflict` where it waits no more.
 */
export async function caseAwaitingGround(work: Work, caseId: string): Promise<Case> {
  const subject = await caseFor(work, caseId, "ground");
  if (subject.facts.closed !== null || dataStanding(subject.facts).kind !== "missing") {
    throw new Conflict("the case waits for no ground");
  }
  return subject;
}

/** Names the ground on which the case goes on, with the reason. Throws like `awaitingGround`. */
export async function nameGround(
  work: Work,
  caseId: string,
  ground: LegalGround,
  reason: string,
): Promise<Case> {
  const subject = await caseAwaitingGround(work, caseId);
  if (reason.trim() === "") throw new NotAllowed();
  return changeCase(work, subject, { turns: [{ kind: "grounded", ground, reason }] });
}

/**
 * Nothing allows to go on: the case is closed, with the reason. Who took consent back has left the service; who never
 * gave it never agreed to it. Throws like `awaitingGround`.
 */
export async function stopForWantOfGround(work: Work, caseId: string, reason: string): Promise<Case> {
  const subject = await caseAwaitingGround(work, caseId);
  if (reason.trim() === "") throw new NotAllowed();
  const standing = dataStanding(subject.facts);
  const isWithdrawn = standing.kind === "missing" && standing.because === "withdrawn";
  const outcome = isWithdrawn ? "withdrew" : "declined";
  return changeCase(work, subject, { turns: [{ kind: "closed", outcome, reason }] });
}

/** Who named the ground on which the case stands, when, and why; undefined where none was named. */
export function namedGround(subject: Case):
  | {
      readonly ground: LegalGround;
      readonly memberId: string;
      readonly at: Date;
      readonly reason: string | Unreadable;
    }
  | undefined {
  const entry = subject.course.findLast(({ kind }) => kind === "grounded");
  if (entry?.kind !== "grounded" || dataStanding(subject.facts).kind !== "grounded") return undefined;
  return { ground: entry.ground, memberId: entry.memberId, at: entry.at, reason: entry.reason ?? "" };
}
