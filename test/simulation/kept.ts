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

type Row = {
  readonly id: string;
  readonly roundId: string;
  readonly path: string;
  readonly revision: number;
  readonly value: string | null;
  readonly memberId: string;
};

/** Answers by whom they were given, in the order they were kept: one line for each revision, without dates and numbers. */
export type Kept = ReadonlyMap<string, readonly string[]>;

/** Watches what is kept, transaction by transaction: each answer once, under its question, in its turn. */
export class KeptAnswers {
  readonly #rows: Rows;
  readonly #expected: Kept | undefined;
  readonly #known = new Set<string>();
  readonly kept = new Map<string, string[]>();

  /** Without what is expected, whatever is kept is right: this is how it becomes known. */
  constructor(rows: Rows, expected: Kept | undefined) {
    this.#rows = rows;
    this.#expected = expected;
  }

  /** What is there already is none of the simulation's. */
  async begins(): Promise<void> {
    for (const { id } of await this.#rows<{ id: string }>(`SELECT "id" FROM "Answer"`)) this.#known.add(id);
  }

  /** How many answers there were at the last look. */
  get count(): number {
    return this.#known.size;
  }

  /** What was kept since the last look and is not what is kept next, in words. */
  async looks(): Promise<string[]> {
    const rows = await this.#rows<Row>(
      `SELECT "id", "roundId", "path", "revision", "value", "memberId" FROM "Answer" WHERE "id" <> ALL($1)`,
      [[...this.#known]],
    );
    const byMember = new Map<string, string[]>();
    for (const row of rows) {
      this.#known.add(row.id);
      byMember.set(row.memberId, [...(byMember.get(row.memberId) ?? []), lineOf(row)]);
    }
    const faults: string[] = [];
    for (const [memberId, unordered] of byMember) {
      const lines = unordered.sort((a, b) => a.localeCompare(b));
      const before = this.kept.get(memberId) ?? [];
      this.kept.set(memberId, [...before, ...lines]);
      const next = this.#expected?.get(memberId)?.slice(before.length, before.length + lines.length);
      const wanted = this.#expected === undefined ? lines : (next ?? []).sort((a, b) => a.localeCompare(b));
      if (wanted.join("\n") !== lines.join("\n"))
        faults.push(`${memberId} has answered ${lines.join(", ")} where this was next: ${wanted.join(", ")}`);
    }
    return faults;
  }

  /** What was to be kept and is not. */
  missing(): string[] {
    return [...(this.#expected ?? [])].flatMap(([memberId, lines]) =>
      lines
        .slice(this.kept.get(memberId)?.length ?? 0)
        .map((line) => `an answer of ${memberId} is lost: ${line}`),
    );
  }
}

function lineOf({ path: stored, value, ...row }: Row): string {
  const path = openedPath(sealer, row.roundId, stored);
  const said = value === null ? "taken back" : sealer.open(value, answerCell({ ...row, path }));
  return `${path} (${row.revision}): ${withoutNumbers(said)}`;
}

/**
 * What was done, by whom and how often, as the audit has it: one line each. What is read is noted again by each process. That somebody
 * blocks the bot is only noted where something is sent to them meanwhile, and that may be a message that comes again.
 */
export async function doneIn(rows: Rows): Promise<string[]> {
  const events = await rows<{ memberId: string | null; action: string }>(
    `SELECT "memberId", "action" FROM "AuditEvent"
     WHERE "action" NOT LIKE '%.read' AND "action" NOT IN ('account.blocked', 'account.unblocked')
     ORDER BY "memberId", "action"`,
  );
  return events.map(({ memberId, action }) => `${memberId ?? "nobody"} ${action}`);
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

const toldTwice = `SELECT "memberId", "rung", count(*) AS "count" FROM "Reminder" WHERE "status" = 'sent'
  GROUP BY "deadlineId", "dueVersion", "memberId", "rung" HAVING count(*) > 1`;

/** What a look after each transaction costs little to see: how many answers there are, and whether anybody was reminded twice. */
export async function glance(rows: Rows): Promise<{ readonly answers: number; readonly isTwice: boolean }> {
  const [seen] = await rows<{ answers: number; isTwice: boolean }>(
    `SELECT (SELECT count(*) FROM "Answer")::int AS "answers", EXISTS (${toldTwice}) AS "isTwice"`,
  );
  return seen ?? { answers: 0, isTwice: false };
}

/** Steps of a deadline of which somebody was told although a later step of it had been told before. */
export async function remindedTwice(rows: Rows): Promise<string[]> {
  const twice = await rows<{ memberId: string; rung: string; count: string }>(toldTwice);
  return twice.map(({ memberId, rung, count }) => `${memberId} is reminded ${count} times: ${rung}`);
}
