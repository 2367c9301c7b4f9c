import type { Database } from "../storage/database.js";
import type { Sealer } from "../storage/seal.js";
import { storedPaths } from "./storedPaths.js";

/** What was done with cases since a time, by anybody. No case, no person and no answer is named. */
export type DeedsSince = {
  /** How many questions the approach form of a case that was opened since has answered: the most of one case. */
  readonly answered: number;
  /** An answer of such a form was changed. */
  readonly isCorrected: boolean;
  /** What the client agrees to of their data was asked. */
  readonly isConsented: boolean;
  readonly isSent: boolean;
  /** A supervisor or an admin decided on what was sent. */
  readonly isDecided: boolean;
  /** A paper of a case was made. */
  readonly isPrinted: boolean;
};

/**
 * Reads what was done since a time. Nobody acts in it, so nobody's rights are asked: it is for a database of made-up cases, whose
 * tour it judges, and tells only whether something was done.
 */
export async function deedsSince(
  { database: { prisma }, sealer }: { readonly database: Database; readonly sealer: Sealer },
  begunAt: Date,
): Promise<DeedsSince> {
  const since = { gte: begunAt };
  const [rounds, decided, printed] = await Promise.all([
    prisma.round.findMany({
      where: { form: "approach", startedAt: since, case: { openedAt: since } },
      select: { id: true, submittedAt: true, answers: { select: { path: true, revision: true } } },
    }),
    prisma.round.count({ where: { decidedAt: since, decidedById: { not: null } } }),
    prisma.paper.count({ where: { status: "made", caseId: { not: null }, createdAt: since } }),
  ]);
  return {
    answered: Math.max(0, ...rounds.map(({ answers }) => new Set(answers.map(({ path }) => path)).size)),
    isCorrected: rounds.some(({ answers }) => answers.some(({ revision }) => revision > 1)),
    isConsented: rounds.some(({ id, answers }) => {
      const consent = storedPaths(sealer, id, "dataConsent");
      return answers.some(({ path }) => consent.includes(path));
    }),
    isSent: rounds.some(({ submittedAt }) => submittedAt !== null),
    isDecided: decided > 0,
    isPrinted: printed > 0,
  };
}
