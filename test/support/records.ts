import { type TransactionDeps, transactions } from "../../src/delivery/transaction.js";
import { accept, type Input } from "../../src/practice/accept.js";
import type { DeadlineKey } from "../../src/practice/deadlines.js";
import type { Answers, FormId, Path, Question } from "../../src/practice/form.js";
import { next } from "../../src/practice/walk.js";
import { approveRound, returnRound } from "../../src/records/case/approval.js";
import { caseFor } from "../../src/records/case/case.js";
import { enterForm, openCase } from "../../src/records/case/cases.js";
import { type CourseEntry, turnContentOf } from "../../src/records/case/course.js";
import { RoundCache } from "../../src/records/case/roundCache.js";
import { type Rounds, roundsOf } from "../../src/records/case/rounds.js";
import { openedPath, storedPath } from "../../src/records/case/storedPaths.js";
import { submitRound } from "../../src/records/case/submission.js";
import type { Actor, Role } from "../../src/records/people/actor.js";
import { consentVersion } from "../../src/records/people/consent.js";
import { parseRules } from "../../src/records/people/rules.js";
import type { Work } from "../../src/records/people/work.js";
import { deadlineKeyOf, storedKind } from "../../src/records/storage/deadlineKinds.js";
import type { Told } from "../practice/forms/scenarios.js";
import type { Telling } from "./filling.js";

/** What may be said of a member who is put there. */
type MemberMore = {
  readonly organizationId?: string;
  readonly supervisorId?: string;
  readonly name?: string;
  readonly accountId?: number;
};

/** The records without a chat: what a member does, each time in a transaction of its own. */
export type Records = {
  readonly rounds: Rounds;
  readonly as: <T>(memberId: string, act: (work: Work) => Promise<T>) => Promise<T>;
  /** How a kind of deadline stands in the database, and which kind a stored one is. */
  readonly storedKind: (key: DeadlineKey) => string;
  readonly kindOf: (stored: string) => DeadlineKey;
  /** How the path of an answer of a round stands in the database, and which path a stored one is. */
  readonly storedPath: (roundId: string, path: Path) => string;
  readonly openedPath: (roundId: string, stored: string) => Path;
  /** How a closed case ended; null for an open one. */
  readonly outcomeOf: (caseId: string) => Promise<string | null>;
  /** Puts an organisation there, without its people; called as its id unless it has a name. */
  readonly organization: (id: string, rules?: object, name?: string) => Promise<void>;
  /** Puts a member there who agreed to the notice, named as the id and with an account of nobody's unless told. */
  readonly member: (id: string, roles: readonly Role[], more?: MemberMore) => Promise<string>;
};

/** The records of a database, seen from a process of its own. */
export function recordsOf(deps: TransactionDeps): Records {
  const { prisma } = deps.database;
  const { run } = transactions(deps);
  let account = 1_000;
  return {
    rounds: roundsOf(new RoundCache()),
    outcomeOf: async (id) => {
      const { closedAt } = await prisma.case.findUniqueOrThrow({ where: { id } });
      const turns = await prisma.caseTurn.findMany({ where: { caseId: id }, orderBy: { number: "asc" } });
      const said = turns.map(({ number, content }) => turnContentOf(deps.sealer, id, number, content));
      return closedAt === null ? null : (said.findLast(({ kind }) => kind === "closed")?.outcome ?? null);
    },
    storedKind: (key) => storedKind(deps.sealer, key),
    storedPath: (roundId, path) => storedPath(deps.sealer, roundId, path),
    openedPath: (roundId, stored) => openedPath(deps.sealer, roundId, stored),
    kindOf: (stored) => deadlineKeyOf(deps.sealer, stored),
    as: (memberId, act) =>
      run(async (work) => {
        const tx = await work.tx();
        const row = await tx.member.findUniqueOrThrow({
          where: { id: memberId },
          include: { organization: true },
        });
        const actor: Actor = {
          memberId,
          accountId: Number(row.accountId),
          organizationId: row.organizationId,
          organizationName: row.organization.name,
          roles: row.roles,
          supervisorId: row.supervisorId,
          consentVersion: row.consentVersion,
          zone: row.organization.timeZone,
          rules: parseRules(row.organization.rules),
        };
        // As the claim has it: who is suspended acts for nobody.
        work.actor = row.suspendedAt === null ? actor : undefined;
        return act(work);
      }),
    organization: async (id, rules = {}, name = id) => {
      await prisma.organization.create({ data: { id, name, rules, createdAt: deps.clock() } });
    },
    member: async (id, roles, { organizationId = "lks", supervisorId, name = id, ...more } = {}) => {
      account += 1;
      // Members may be put there at the same time.
      const accountId = more.accountId ?? account;
      const createdAt = deps.clock();
      await prisma.account.create({ data: { id: accountId, createdAt, activeMemberId: id } });
      await prisma.member.create({
        data: {
          id,
          organizationId,
          accountId,
          name: deps.sealer.seal(name, { table: "Member", column: "name", row: id }),
          roles: [...roles],
          supervisorId: supervisorId ?? null,
          consentedAt: createdAt,
          consentVersion,
          createdAt,
        },
      });
      return id;
    },
  };
}

/** Answers what a round asks until it asks no more of what is told. */
export async function fillRound(
  records: Records,
  memberId: string,
  roundId: string,
  telling: Telling,
): Promise<string> {
  return records.as(memberId, async (work) => {
    let round = await records.rounds.open(work, roundId);
    for (;;) {
      const context = records.rounds.context(work, round);
      const step = next(round.form, round.answers, context);
      if (step.kind === "complete" || telling[step.path] === undefined) return round.id;
      const question = step.kind === "ask" ? step.question : step.group;
      const outcome = accept(question, inputOf(question, telling[step.path] ?? null), context);
      if (outcome.kind === "explained") throw new Error(`${step.path} was not taken: ${outcome.reason}`);
      const seen = round.revisions.get(step.path)?.number ?? 0;
      round = await records.rounds.answer(work, round, step.path, outcome.value, seen);
    }
  });
}

/** The answers of a round by path, as a member reads them. */
export function answersOf(records: Records, memberId: string, roundId: string): Promise<Answers> {
  return records.as(memberId, async (work) => (await records.rounds.open(work, roundId)).answers);
}

/** The history of a case, as a member reads it. */
export function courseIn(
  records: Records,
  memberId: string,
  caseId: string,
): Promise<readonly CourseEntry[]> {
  return records.as(memberId, async (work) => (await caseFor(work, caseId, "read")).course);
}

/** A case opened by a worker, its first form begun. */
export function begun(records: Records, workerId: string) {
  return records.as(workerId, async (work) => {
    const { caseId, code, roundId } = await openCase(work);
    const round = await records.rounds.ensureStarted(work, await records.rounds.open(work, roundId));
    return { caseId, code, roundId: round.id };
  });
}

/** Enters a form of a case and answers it; returns the round, not sent. */
export async function filled(
  records: Records,
  memberId: string,
  caseId: string,
  form: FormId,
  telling: Telling,
): Promise<string> {
  const entered = await records.as(memberId, (work) => enterForm(work, caseId, form));
  if (entered.kind === "closed") throw new Error(`${form} is closed: ${entered.gate.reason}`);
  return fillRound(records, memberId, entered.roundId, telling);
}

/** The same, sent. */
export async function sent(
  records: Records,
  memberId: string,
  caseId: string,
  form: FormId,
  telling: Telling,
): Promise<string> {
  const roundId = await filled(records, memberId, caseId, form, telling);
  const outcome = await records.as(memberId, (work) => submitRound(work, records.rounds, roundId));
  if (outcome.kind !== "sent") throw new Error(`${form} was not sent: ${outcome.kind}`);
  return roundId;
}

/** The supervisor agrees to a round that waits. */
export function agreed(records: Records, supervisorId: string, roundId: string) {
  return records.as(supervisorId, async (work) => {
    const tx = await work.tx();
    const { submittedAt } = await tx.round.findUniqueOrThrow({ where: { id: roundId } });
    return approveRound(work, records.rounds, roundId, submittedAt?.getTime() ?? 0);
  });
}

/** The supervisor gives back a round that waits, with a comment on the whole of it unless a part is named. */
export function returned(
  records: Records,
  supervisorId: string,
  roundId: string,
  text: string,
  part: string | null = null,
) {
  return records.as(supervisorId, async (work) => {
    const tx = await work.tx();
    const { submittedAt } = await tx.round.findUniqueOrThrow({ where: { id: roundId } });
    return returnRound(work, records.rounds, roundId, submittedAt?.getTime() ?? 0, [{ part, text }]);
  });
}

function inputOf(question: Question, told: Told): Input {
  if (told === null) return { kind: "skip" };
  if (typeof told === "boolean" || typeof told === "number") return { kind: "value", value: told };
  if (typeof told === "string") {
    const isPressed = question.type === "choice" || question.type === "pick";
    return isPressed ? { kind: "choice", choice: told } : { kind: "text", text: told };
  }
  return "kind" in told ? { kind: "attachment", attachment: told } : { kind: "choices", choices: told };
}
