import type pg from "pg";
import { answerCell } from "../../src/records/case/answers.js";
import { openedPath } from "../../src/records/case/storedPaths.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import { simulationKey } from "./process.js";
import { withoutNumbers } from "./promises.js";

/** Reads the database of a simulation, beside the bot. */
type Rows = <Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

const sealer = sealerOf([simulationKey], secureRandom);

/** Every revision of every answer, with who gave it: one line each, without dates and numbers. */
export async function answersIn(rows: Rows): Promise<string[]> {
  const all = await rows<{
    id: string;
    roundId: string;
    path: string;
    revision: number;
    value: string | null;
    memberId: string;
  }>(`SELECT "id", "roundId", "path", "revision", "value", "memberId" FROM "Answer"`);
  const lines = all.map(({ value, memberId, ...row }) => {
    const path = openedPath(sealer, row.roundId, row.path);
    const said = value === null ? "taken back" : sealer.open(value, answerCell({ ...row, path }));
    return `${memberId} ${path} (${row.revision}): ${withoutNumbers(said)}`;
  });
  return lines.sort((a, b) => a.localeCompare(b));
}

/**
 * What is not done although its time has come, one line for each kind; what was put aside never will be. What is tried again, or
 * has others behind it, waits for minutes at most; a call that was made for a later time waits for that time.
 */
export async function openWork(rows: Rows, now: Date): Promise<string[]> {
  const [open] = await rows<Record<string, string>>(
    `SELECT
      (SELECT count(*) FROM "Update" WHERE "status" <> 'done') AS "updates",
      (SELECT count(*) FROM "Message" WHERE "status" = 'dead') AS "messages put aside",
      (SELECT count(*) FROM "Message" WHERE "status" = 'sending'
        OR "status" = 'waiting' AND ("notBefore" <= $1 OR ("attempts" > 0 OR "lane" IS NOT NULL)
          AND "notBefore" <= $1::timestamptz + interval '10 minutes')) AS "messages",
      (SELECT count(*) FROM "Reminder" WHERE "status" = 'waiting' AND "notBefore" <= $1) AS "reminders",
      (SELECT count(*) FROM "Deadline" WHERE "nextAt" <= $1) AS "deadlines"`,
    [now],
  );
  return Object.entries(open ?? {}).flatMap(([what, count]) => (count === "0" ? [] : [`${count} ${what}`]));
}

/** Steps of a deadline of which somebody was told although a later step of it had been told before. */
export async function remindedTwice(rows: Rows): Promise<string[]> {
  const twice = await rows<{ memberId: string; rung: string; count: string }>(
    `SELECT "memberId", "rung", count(*) AS "count" FROM "Reminder" WHERE "status" = 'sent'
     GROUP BY "deadlineId", "dueVersion", "memberId", "rung" HAVING count(*) > 1`,
  );
  return twice.map(({ memberId, rung, count }) => `${memberId} is reminded ${count} times: ${rung}`);
}
