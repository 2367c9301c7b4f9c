import { addDays, dateIn, startOfDay } from "../../practice/calendar.js";
import { isUnusualReading, manyReadings } from "../../practice/readers.js";
import { statement } from "../storage/connections.js";
import type { Work } from "./work.js";

/** How many cases somebody opened today, and how many on their busiest day of the month before. */
export type UnusualReading = { readonly opened: number; readonly busiest: number };

/** The days whose readings are compared. */
const daysCompared = 30;

/**
 * Whether the acting member has opened unusually many cases today; once a day, with a line in the audit. Undefined
 * otherwise. Called at the end of a unit of work that read a case.
 */
export async function noteUnusualReading(work: Work): Promise<UnusualReading | undefined> {
  const { actor } = work;
  if (actor === undefined) return undefined;
  const { memberId, zone } = actor;
  const today = dateIn(zone, work.now);
  const from = startOfDay(zone, today);
  const tx = await work.tx();
  const read = await statement<{ subjectId: string; told: boolean }>(tx, readToday, [memberId, from]);
  const now = work.audit.filter(({ action }) => action === "case.read").map(({ subjectId }) => subjectId);
  const cases = new Set([...read.filter(({ told }) => !told).map(({ subjectId }) => subjectId), ...now]);
  if (cases.size <= manyReadings || read.some(({ told }) => told)) return undefined;
  const since = startOfDay(zone, addDays(today, -daysCompared));
  const [row] = await statement<{ busiest: number }>(tx, busiestDay, [memberId, since, from, zone]);
  const busiest = row?.busiest ?? 0;
  if (!isUnusualReading(cases.size, busiest)) return undefined;
  work.audit.push({ action: "reading.unusual", subject: "member", subjectId: memberId });
  return { opened: cases.size, busiest };
}

/** The cases that the member $1 read since $2, and whether it was told of today. */
const readToday = `-- prepared: readToday
SELECT DISTINCT "subjectId", "action" = 'reading.unusual' AS "told" FROM "AuditEvent"
WHERE "memberId" = $1 AND "at" >= $2 AND "action" IN ('case.read', 'reading.unusual')`;

/** The most cases that the member $1 read on one day of the zone $4, from $2 until $3. */
const busiestDay = `-- prepared: busiestDay
SELECT coalesce(max(d."cases"), 0)::int AS "busiest" FROM (
  SELECT count(DISTINCT "subjectId") AS "cases" FROM "AuditEvent"
  WHERE "memberId" = $1 AND "at" >= $2 AND "at" < $3 AND "action" = 'case.read'
  GROUP BY ("at" AT TIME ZONE $4)::date) d`;
