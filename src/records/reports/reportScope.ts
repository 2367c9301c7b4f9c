import {
  type ReportScope,
  reportScopes,
  roleOfScope,
  type ScopedFrame,
  type SupervisionsOf,
} from "../../practice/reports/report.js";
import { frameOf, type ReportFrame, type RuleChange, rulesAt } from "../../practice/reports/reportFrame.js";
import { monthsUpTo, periodBefore, type ReportPeriod } from "../../practice/reports/reportPeriod.js";
import { defaultRules } from "../../practice/rules.js";
import { type Actor, NotAllowed } from "../people/actor.js";
import { dayCount } from "../people/holidays.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";

/**
 * The scopes a member may have reports of: a worker their own cases, a supervisor those of their team, an admin the
 * figures of the institution and nothing else of it.
 */
export function scopesOf({ roles }: Pick<Actor, "roles">): readonly ReportScope[] {
  return reportScopes.filter((scope) => roles.includes(roleOfScope[scope]));
}

/** @throws {NotAllowed} where the member may not have such a report. */
export function allowScope(actor: Pick<Actor, "roles">, scope: ReportScope): void {
  if (!scopesOf(actor).includes(scope)) throw new NotAllowed();
}

/** What a report is counted from: its frames, the cases to read, and the notes of supervision. */
export type ReportPlan = {
  readonly scope: ReportScope;
  readonly frame: ScopedFrame;
  readonly before: ScopedFrame;
  readonly months: readonly ReportFrame[];
  readonly caseIds: readonly string[];
  readonly supervisions: SupervisionsOf;
};

/** How many months the line over time has. */
const monthsShown = 6;

/**
 * What a report of the acting member is counted from, seen at `askedAt`. Whose team somebody was in, and how many days a
 * step or a contact had, is taken as it was at the end of each period; the calendar of working days is that of today.
 */
export async function planReport(
  work: Work,
  actor: Actor,
  { scope, period, askedAt }: { scope: ReportScope; period: ReportPeriod; askedAt: Date },
): Promise<ReportPlan> {
  allowScope(actor, scope);
  const tx = await work.tx();
  const { organizationId, rules, zone } = actor;
  const count = dayCount(zone, rules.calendar);
  const changes = await statement<RuleChange>(tx, selectRuleChanges, [organizationId]);
  const members = await statement<MemberRow>(tx, selectMembers, [organizationId]);
  const moves = await statement<TeamMove>(tx, selectTeamMoves, [organizationId]);
  const frameFor = (one: ReportPeriod): ReportFrame => {
    const { at } = frameOf(one, askedAt, rules, count);
    return frameOf(one, askedAt, rulesAt(rules, changes, defaultRules, at), count);
  };
  const scoped = (one: ReportPeriod): ScopedFrame => {
    const frame = frameFor(one);
    const theirs = workersIn(scope, actor.memberId, members, moves, frame.at);
    return { ...frame, isTheirs: (workerId) => theirs === undefined || theirs.has(workerId) };
  };
  const [frame, before] = [scoped(period), scoped(periodBefore(period))];
  const months = monthsUpTo(period, monthsShown).map(frameFor);
  const earliest = [before, ...months].reduce(
    (first, { startsAt }) => (startsAt < first ? startsAt : first),
    askedAt,
  );
  const workerIds = possibleWorkers(scope, actor.memberId, members, moves);
  const cases = await statement<{ readonly id: string }>(tx, selectCases, [
    organizationId,
    frame.at,
    earliest,
    workerIds,
  ]);
  const notes = await statement<NoteRow>(tx, selectNotes, [organizationId, before.period.from, frame.at]);
  return {
    scope,
    frame,
    before,
    months,
    caseIds: cases.map(({ id }) => id),
    supervisions: ({ period: { from, to }, at }) =>
      notes.flatMap((note) =>
        note.heldOn >= from && note.heldOn <= to && note.createdAt <= at ? [note.workerId] : [],
      ),
  };
}

/** The workers whose cases belong into a report, as it was at a moment; undefined where all of them do. */
function workersIn(
  scope: ReportScope,
  memberId: string,
  members: readonly MemberRow[],
  moves: readonly TeamMove[],
  moment: Date,
): ReadonlySet<string> | undefined {
  if (scope === "institution") return undefined;
  if (scope === "mine") return new Set([memberId]);
  const supervisorThen = ({ id, supervisorId }: MemberRow) => {
    const next = moves.find((move) => move.memberId === id && move.at > moment);
    return next === undefined ? supervisorId : next.fromId;
  };
  return new Set(members.filter((one) => supervisorThen(one) === memberId).map(({ id }) => id));
}

/** The workers whose cases may belong into a report at any time; null where all of them do. */
function possibleWorkers(
  scope: ReportScope,
  memberId: string,
  members: readonly MemberRow[],
  moves: readonly TeamMove[],
): readonly string[] | null {
  if (scope === "institution") return null;
  if (scope === "mine") return [memberId];
  const now = members.filter(({ supervisorId }) => supervisorId === memberId).map(({ id }) => id);
  const once = moves.filter(({ fromId }) => fromId === memberId).map((move) => move.memberId);
  return [...new Set([...now, ...once])];
}

type MemberRow = { readonly id: string; readonly supervisorId: string | null };
type TeamMove = { readonly memberId: string; readonly at: Date; readonly fromId: string | null };
type NoteRow = { readonly workerId: string; readonly heldOn: string; readonly createdAt: Date };

const selectRuleChanges = `-- prepared: reportRules
SELECT "at", "detail" ->> 'what' AS "what", "detail" ->> 'value' AS "value" FROM "AuditEvent"
WHERE "subject" = 'organization' AND "subjectId" = $1 AND "action" = 'organization.changed'
  AND ("detail" ->> 'what' LIKE 'days.%' OR "detail" ->> 'what' IN ('aftercare', 'contact', 'count-days')) ORDER BY "at", "id"`;

const selectMembers = `-- prepared: reportMembers
SELECT "id", "supervisorId" FROM "Member" WHERE "organizationId" = $1`;

/** Earlier versions did not write down from whom: such a change is not known of the past. */
const selectTeamMoves = `-- prepared: reportTeams
SELECT e."subjectId" AS "memberId", e."at", e."detail" ->> 'from' AS "fromId" FROM "AuditEvent" e
JOIN "Member" m ON m."id" = e."subjectId"
WHERE e."subject" = 'member' AND m."organizationId" = $1 AND e."action" = 'member.supervisor-set' AND e."detail" ? 'from'
ORDER BY e."at", e."id"`;

/** Cases open at any time since $3, or changed since, as a visit after the end does. */
const selectCases = `-- prepared: reportCases
SELECT c."id" FROM "Case" c
WHERE c."organizationId" = $1 AND c."openedAt" <= $2
  AND (c."closedAt" IS NULL OR c."closedAt" >= $3 OR c."updatedAt" >= $3)
  AND ($4::text[] IS NULL OR c."workerId" = ANY ($4) OR EXISTS (
    SELECT 1 FROM "CaseTurn" t WHERE t."caseId" = c."id" AND t."fromId" = ANY ($4)))
ORDER BY c."id"`;

const selectNotes = `-- prepared: reportSupervisions
SELECT "workerId", "heldOn", "createdAt" FROM "SupervisionNote"
WHERE "organizationId" = $1 AND "heldOn" >= $2 AND "createdAt" <= $3`;
