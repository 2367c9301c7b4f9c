import { dataStanding } from "../../practice/dataGround.js";
import type { LegalGround } from "../../practice/legalGrounds.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import type { Work } from "../people/work.js";
import type { Unreadable } from "../storage/seal.js";
import { type Case, caseFor } from "./case.js";
import { changeCase } from "./change.js";

/**
 * A case that needs a legal ground, for the member who may name one: the worker's supervisor, or an admin where none
 * can be reached. Throws `NotAllowed`, and `Conflict` where no ground is missing.
 */
export async function caseAwaitingGround(work: Work, caseId: string): Promise<Case> {
  const subject = await caseFor(work, caseId, "ground");
  if (subject.facts.closed !== null || dataStanding(subject.facts).kind !== "missing") {
    throw new Conflict("the case waits for no ground");
  }
  return subject;
}

/** Names the legal ground on which the case goes on, with a reason. Throws like `caseAwaitingGround`. */
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
 * Closes a case that has no legal ground, with a reason. The outcome is `withdrew` where consent was taken back and
 * `declined` where it was never given. Throws like `caseAwaitingGround`.
 */
export async function stopForWantOfGround(work: Work, caseId: string, reason: string): Promise<Case> {
  const subject = await caseAwaitingGround(work, caseId);
  if (reason.trim() === "") throw new NotAllowed();
  const standing = dataStanding(subject.facts);
  const isWithdrawn = standing.kind === "missing" && standing.because === "withdrawn";
  const outcome = isWithdrawn ? "withdrew" : "declined";
  return changeCase(work, subject, { turns: [{ kind: "closed", outcome, reason }] });
}

/** The named legal ground with author, time and reason. Undefined where none was named. */
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
