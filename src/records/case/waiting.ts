import type { FormId } from "../../practice/form.js";
import { NotAllowed } from "../people/actor.js";
import { adminOf } from "../people/members.js";
import { actorOf } from "../people/rights.js";
import { supervisorIsAbsent } from "../people/team.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import { kindsIn } from "../storage/deadlineKinds.js";
import type { Sealer } from "../storage/seal.js";
import { wordOf } from "../storage/vocabulary.js";
import { formIdOf } from "./answers.js";
import { requestKindOf } from "./course.js";

/**
 * Something of a worker's case that waits for the supervisor, as an admin may know of it: what it is, whose, and the
 * code of its case.
 */
export type Waiting = { readonly workerId: string } & (
  | { readonly kind: "form"; readonly roundId: string; readonly form: FormId; readonly code: string }
  | {
      readonly kind: "closing-asked" | "reopening-asked" | "ground";
      readonly caseId: string;
      readonly code: string;
    }
  /** An open danger or an unanswered question. The code is null without a case. */
  | { readonly kind: "danger"; readonly code: string | null }
  | { readonly kind: "question"; readonly consultationId: string; readonly code: string | null }
);

/**
 * The kinds of things that can wait, in the order in which they are listed; within a kind the longest waiting first.
 */
const kinds = ["danger", "ground", "request", "form", "question"] as const;

/**
 * What waits for the supervisor of these workers; with `codes` only for these cases. Throws `NotAllowed` for anyone
 * but an admin, and for a worker of another organisation.
 */
export async function listWaiting(
  work: Work,
  workerIds: readonly string[],
  codes?: readonly string[],
): Promise<readonly Waiting[]> {
  adminOf(work);
  return listWaitingOf(work, workerIds, codes);
}

/**
 * The same, to tell the supervisor of these workers or cases, by whoever gave them that supervisor. Throws `NotAllowed`
 * for a worker of another organisation.
 */
export async function listWaitingOf(
  work: Work,
  workerIds: readonly string[],
  codes?: readonly string[],
): Promise<readonly Waiting[]> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const known = await tx.member.count({
    where: { id: { in: [...workerIds] }, organizationId: actor.organizationId },
  });
  if (known !== new Set(workerIds).size) throw new NotAllowed();
  const rows = await statement<WaitingRow>(tx, waiting, [
    actor.organizationId,
    [...workerIds],
    codes === undefined ? null : [...codes],
    [...kinds],
    kindsIn(work.sealer, ["data-ground"]),
  ]);
  return rows.map((row) => waitingFrom(work.sealer, row));
}

/**
 * Number of things that wait for a supervisor, over all their workers. Read by the bot itself, without a right to the
 * cases: it returns the number only, no content.
 */
export async function countWaitingFor(work: Work, supervisorId: string): Promise<number> {
  const tx = await work.tx();
  const workers = await tx.member.findMany({
    where: { supervisorId, suspendedAt: null },
    select: { id: true, organizationId: true },
  });
  const [first] = workers;
  if (first === undefined) return 0;
  const ids = workers.map(({ id }) => id);
  return (
    await statement(tx, waiting, [
      first.organizationId,
      ids,
      null,
      [...kinds],
      kindsIn(work.sealer, ["data-ground"]),
    ])
  ).length;
}

/** Cases without a legal ground that wait for the acting supervisor, or for the admin standing in; oldest first. */
export async function groundsAwaitingMe(work: Work): Promise<
  readonly {
    readonly caseId: string;
    readonly code: string;
    readonly workerId: string;
    readonly since: Date;
  }[]
> {
  const { actor } = work;
  if (actor === undefined) return [];
  return statement(await work.tx(), groundsAwaiting, [
    actor.organizationId,
    actor.roles.includes("supervisor") ? actor.memberId : null,
    actor.roles.includes("admin"),
    kindsIn(work.sealer, ["data-ground"]),
  ]);
}

type WaitingRow = {
  readonly kind: string;
  readonly id: string;
  /** The form; of a request, sealed, what is asked for. */
  readonly what: string | null;
  readonly code: string | null;
  readonly workerId: string;
};

function waitingFrom(sealer: Sealer, { kind: word, id, what, code, workerId }: WaitingRow): Waiting {
  const kind = wordOf(kinds, word, "waiting.kind");
  if (kind === "danger") return { kind, code, workerId };
  if (kind === "question") return { kind, consultationId: id, code, workerId };
  if (code === null) throw new Error(`a case that waits has no code: ${kind}`);
  if (kind === "form") return { kind, roundId: id, form: formIdOf(what ?? ""), code, workerId };
  if (kind === "request") return { kind: requestKindOf(sealer, id, what ?? ""), caseId: id, code, workerId };
  return { kind, caseId: id, code, workerId };
}

/** $1 the organisation, $2 the workers, $3 the codes or null for all, $4 the kinds in their order, $5 how a missing ground is called. */
const waiting = `-- prepared: waiting
SELECT x."kind", x."id", x."what", x."code", x."workerId" FROM (
  SELECT 'form' AS "kind", r."id", r."form" AS "what", c."code", c."workerId", r."submittedAt" AS "since"
  FROM "Round" r JOIN "Case" c ON c."id" = r."caseId"
  WHERE r."status" = 'submitted' AND c."restrictedAt" IS NULL AND c."organizationId" = $1
  UNION ALL
  SELECT 'request', c."id", c."request", c."code", c."workerId", c."requestedAt"
  FROM "Case" c WHERE c."requestedAt" IS NOT NULL AND c."restrictedAt" IS NULL AND c."organizationId" = $1
  UNION ALL
  SELECT 'ground', c."id", NULL, c."code", c."workerId", d."startsAt"
  FROM "Deadline" d JOIN "Case" c ON c."id" = d."caseId"
  WHERE d."key" = ANY($5::text[]) AND d."doneAt" IS NULL AND d."cancelledAt" IS NULL AND c."organizationId" = $1
  UNION ALL
  SELECT 'danger', d."id", NULL, c."code", coalesce(c."workerId", d."notedById"), d."notedAt"
  FROM "Danger" d LEFT JOIN "Case" c ON c."id" = d."caseId"
  WHERE d."closedAt" IS NULL AND d."organizationId" = $1
  UNION ALL
  SELECT 'question', q."id", NULL, c."code", q."askedById", q."askedAt"
  FROM "Consultation" q LEFT JOIN "Case" c ON c."id" = q."caseId"
  WHERE q."answeredAt" IS NULL AND q."organizationId" = $1
) x
WHERE x."workerId" = ANY($2::text[]) AND ($3::text[] IS NULL OR x."code" = ANY($3))
ORDER BY array_position($4::text[], x."kind"), x."since", x."id"`;

const groundsAwaiting = `-- prepared: groundsAwaiting
SELECT c."id" AS "caseId", c."code", c."workerId", d."startsAt" AS "since"
FROM "Deadline" d
JOIN "Case" c ON c."id" = d."caseId"
JOIN "Member" w ON w."id" = c."workerId"
LEFT JOIN "Member" s ON s."id" = w."supervisorId"
LEFT JOIN "Account" sa ON sa."id" = s."accountId"
WHERE d."key" = ANY($4::text[]) AND d."doneAt" IS NULL AND d."cancelledAt" IS NULL AND c."organizationId" = $1
  AND w."organizationId" = $1 AND (w."supervisorId" = $2
    OR ($3 AND ${supervisorIsAbsent}))
ORDER BY d."startsAt", c."id"`;
