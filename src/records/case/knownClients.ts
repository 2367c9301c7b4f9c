/**
 * Whether a client is probably known already. Names are compared in memory and over the whole institution; what comes
 * out of it for whoever asks are their own cases, and of others no more than "perhaps".
 *
 * Anybody could type names to learn who is a client. So every comparison is audited, and after the first few of a day
 * the answer about others' cases is always "perhaps", whoever it is: it tells nothing any more.
 */
import { partsOf } from "../../practice/calendar.js";
import { isBirth } from "../../practice/conditions.js";
import type { Birth, Path, Value } from "../../practice/form.js";
import { actorOf, may } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import { aliasCell } from "./alias.js";
import { answerCell } from "./answers.js";
import { type Case, caseFor } from "./case.js";
import { type CaseLine, linesOfCases } from "./caseLists.js";
import { clientNameCell } from "./clients.js";
import { type Likeness, likeness } from "./nameMatch.js";
import { openedPath, storedPaths } from "./storedPaths.js";

/** After so many comparisons of one member within a day others' cases are not compared any more. */
export const mostComparisons = 5;

const day = 86_400_000;

/** What is said to whoever named a client. */
export type KnownClients = {
  /** Cases the acting member may read anyway. */
  readonly own: readonly CaseLine[];
  /** Perhaps a client of somebody else; also where nothing was compared. */
  readonly perhapsElsewhere: boolean;
  /** This was the comparison that made it too many of one day. */
  readonly hasBecomeMany: boolean;
};

/** Compares the client of a case with all others of the institution. Throws `NotAllowed`. */
export async function knownClients(work: Work, caseId: string): Promise<KnownClients> {
  const subject = await caseFor(work, caseId, "write");
  const actor = actorOf(work);
  const since = new Date(work.now.getTime() - day);
  const [[{ before } = { before: 0 }], named] = await Promise.all([
    statement<{ before: number }>(await work.tx(), comparisonsSince, [actor.memberId, comparison, since]),
    casesNamedAlike(work, subject),
  ]);
  work.audit.push({ action: comparison, subject: "case", subjectId: caseId });
  const isOwn = ({ workerId, workerSupervisorId }: AlikeCase) =>
    may(actor, { organizationId: actor.organizationId, workerId, workerSupervisorId }, "read");
  const own = await ofSameClient(work, subject, named.filter(isOwn));
  const others = named.filter((one) => !isOwn(one));
  return {
    own: await linesOfCases(
      work,
      own.map(({ id }) => id),
    ),
    perhapsElsewhere: before >= mostComparisons || (await hasSameClient(work, subject, others)),
    hasBecomeMany: before === mostComparisons,
  };
}

/** A case of the same client, perhaps: its code and who supervises it, for a supervisor who looks into it. */
export type PerhapsSame = { readonly code: string; readonly supervisorId: string | null };

/**
 * Asks the supervisor to look whether the client of a case is known to others. Returns what is for the supervisor alone;
 * undefined where that was asked within a day. Throws `NotAllowed`.
 */
export async function askWhetherKnown(
  work: Work,
  caseId: string,
): Promise<{ readonly code: string; readonly perhaps: readonly PerhapsSame[] } | undefined> {
  const subject = await caseFor(work, caseId, "write");
  const tx = await work.tx();
  const asked = { action: "client.known-asked", subject: "case", subjectId: caseId };
  const since = new Date(work.now.getTime() - day);
  if ((await tx.auditEvent.count({ where: { ...asked, at: { gt: since } } })) > 0) return undefined;
  work.audit.push(asked);
  const alike = await ofSameClient(work, subject, await casesNamedAlike(work, subject));
  return {
    code: subject.case.code,
    perhaps: alike.map(({ code, workerSupervisorId: supervisorId }) => ({ code, supervisorId })),
  };
}

const comparison = "client.compared";

type AlikeCase = {
  readonly id: string;
  readonly code: string;
  readonly workerId: string;
  readonly workerSupervisorId: string | null;
};

/** A case whose client has a name like the one that is compared. */
type NamedAlike = AlikeCase & { readonly likeness: Exclude<Likeness, "no"> };

/** Cases of the institution whose client has a name like the one of this case, those opened last first. */
async function casesNamedAlike(work: Work, { case: head }: Case): Promise<readonly NamedAlike[]> {
  const name =
    head.clientName === null ? null : work.sealer.read(head.clientName, clientNameCell(head.clientId));
  if (typeof name !== "string") return [];
  const tx = await work.tx();
  const rows = await statement<NamedCase>(tx, namedCases, [head.organizationId, head.id]);
  return rows.flatMap(({ clientId, name: sealedName, alias, ...row }) => {
    const known = [
      sealedName === null ? null : work.sealer.read(sealedName, clientNameCell(clientId)),
      alias === null ? null : work.sealer.read(alias, aliasCell(clientId)),
    ];
    const like = known.map((one) => (typeof one === "string" ? likeness(name, one) : "no"));
    const best: Likeness = like.includes("same") ? "same" : like.includes("part") ? "part" : "no";
    return best === "no" ? [] : [{ ...row, likeness: best }];
  });
}

/** Those of `named` whose client is probably the one of this case, by what their approaches say. */
async function ofSameClient(
  work: Work,
  { case: head, answers }: Case,
  named: readonly NamedAlike[],
): Promise<readonly AlikeCase[]> {
  const told = await toldOf(
    work,
    named.map(({ id }) => id),
  );
  const own = [...answers.values()]
    .flatMap((round) => birthPaths.map((path) => round.get(path)))
    .find(isBirth);
  return named.filter(({ id, likeness }) => {
    const other = told.get(id) ?? new Map<Path, Value>();
    const isAlike = isOfMany(other.get("level")) === isOfMany(head.level);
    return isAlike && isPossible(likeness, own, birthPaths.map((path) => other.get(path)).find(isBirth));
  });
}

/** Cases whose approaches are read at once while one of the same client is looked for: many share a name that is common. */
const readAtOnce = 5;

/** Whether any of `named` is probably of the client of this case. One is enough, so the others are not read. */
async function hasSameClient(work: Work, subject: Case, named: readonly NamedAlike[]): Promise<boolean> {
  for (let from = 0; from < named.length; from += readAtOnce) {
    const same = await ofSameClient(work, subject, named.slice(from, from + readAtOnce));
    if (same.length > 0) return true;
  }
  return false;
}

/** Whether a level is one of many people; one person, or a family, has a name of its own. */
function isOfMany(level: Value | undefined): boolean {
  return level === "group" || level === "community";
}

/** Two births in different years are two people; a name of which only a part is the same needs the same year. */
function isPossible(like: Likeness, one: Birth | undefined, other: Birth | undefined): boolean {
  if (one === undefined || other === undefined) return like === "same";
  const isExact = "date" in one && "date" in other;
  return Math.abs(birthYear(one) - birthYear(other)) <= (isExact ? 0 : 1);
}

function birthYear(birth: Birth): number {
  return "date" in birth ? partsOf(birth.date).year : partsOf(birth.asOf).year - birth.age;
}

/** Where the approach asks when the client was born. */
const birthPaths = ["birth", "headBirth"];

/** What the approach of each case says of whom it serves and when they were born. */
async function toldOf(
  work: Work,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<Path, Value>>> {
  if (caseIds.length === 0) return new Map();
  const tx = await work.tx();
  const rounds = await statement<{ id: string; caseId: string }>(tx, approachesOf, [caseIds]);
  const caseOfRound = new Map(rounds.map(({ id, caseId }) => [id, caseId]));
  const stored = rounds.flatMap(({ id }) =>
    ["level", ...birthPaths].flatMap((path) => storedPaths(work.sealer, id, path)),
  );
  const rows = await statement<ToldAnswer>(tx, toldAnswers, [[...caseOfRound.keys()], stored]);
  const told = new Map<string, Map<Path, Value>>();
  for (const { value, ...row } of rows) {
    const path = openedPath(work.sealer, row.roundId, row.path);
    const opened = value === null ? null : work.sealer.read(value, answerCell({ ...row, path }));
    if (typeof opened !== "string") continue;
    const caseId = caseOfRound.get(row.roundId) ?? "";
    told.set(caseId, (told.get(caseId) ?? new Map<Path, Value>()).set(path, JSON.parse(opened) as Value));
  }
  return told;
}

type ToldAnswer = {
  readonly id: string;
  readonly roundId: string;
  readonly path: string;
  readonly revision: number;
  readonly value: string | null;
};

/** How often the member $1 has done $2 since $3. */
const comparisonsSince = `-- prepared: comparisonsSince
SELECT count(*)::int AS "before" FROM "AuditEvent" WHERE "memberId" = $1 AND "action" = $2 AND "at" > $3`;

/** The approaches of the cases $1. */
const approachesOf = `-- prepared: approachesOf
SELECT "id", "caseId" FROM "Round"
WHERE "caseId" = ANY ($1::text[]) AND "form" = 'approach' AND "status" <> 'discarded'`;

/** What was answered in the rounds $1 to the questions $2, the newest last. */
const toldAnswers = `-- prepared: toldAnswers
SELECT "id", "roundId", "path", "revision", "value" FROM "Answer"
WHERE "roundId" = ANY ($1::text[]) AND "path" = ANY ($2::text[]) AND "value" IS NOT NULL
ORDER BY "revision"`;

type NamedCase = AlikeCase & {
  readonly clientId: string;
  readonly name: string | null;
  readonly alias: string | null;
};

const namedCases = `-- prepared: namedCases
SELECT c."id", c."code", c."workerId", w."supervisorId" AS "workerSupervisorId", c."clientId",
  l."name", l."alias"
FROM "Case" c JOIN "Member" w ON w."id" = c."workerId" JOIN "Client" l ON l."id" = c."clientId"
WHERE c."organizationId" = $1 AND c."id" <> $2 AND NOT c."voided" AND (l."name" IS NOT NULL OR l."alias" IS NOT NULL)
ORDER BY c."openedAt" DESC`;
