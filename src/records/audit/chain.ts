import { createHash } from "node:crypto";
import type pg from "pg";
import { statement } from "../storage/connections.js";
import type { Database } from "../storage/database.js";
import type { CellAddress, Sealer } from "../storage/seal.js";
import type { Tx } from "../storage/tx.js";

/**
 * The hash chain over the audit: one chain for each organisation, and one for what belongs to none. A link holds the
 * hash of the link before it and of its event, and the head of the chain is sealed. Whoever may write to the database
 * and does not have the data key can change or remove an event, but not so that `npm run admin -- audit` misses it.
 *
 * Links are made by a later pass and not by whoever writes the event: that would make everybody of an organisation wait for each
 * other, and answering would cost another statement. So the events of the last minute are not linked yet.
 */

/** Links made in one transaction. */
const batch = 500;
/** How much later than its hour an event may be committed: what one transaction may last, with room to spare. */
const overlap = "1 hour";

/** An event as it is hashed. */
type Event = {
  readonly id: string;
  readonly organizationId: string | null;
  readonly memberId: string | null;
  readonly at: Date;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  /** As PostgreSQL writes it: the order of its keys is always the same. */
  readonly detail: string;
};

/** The end of the chain of one organisation; the id is empty for what belongs to none. */
type Head = {
  readonly organizationId: string;
  readonly links: number;
  readonly hash: string | null;
};

function headCell(organizationId: string): CellAddress {
  return { table: "AuditHead", column: "hash", row: organizationId };
}

function linkHash(
  before: string,
  { id, organizationId, memberId, at, action, subject, subjectId, detail }: Event,
) {
  const said = JSON.stringify([
    id,
    organizationId,
    memberId,
    at.toISOString(),
    action,
    subject,
    subjectId,
    detail,
  ]);
  return createHash("sha256").update(`${before}\n${said}`).digest("base64url");
}

/** Links the next events of one organisation. Returns their number; 0 where every event is linked. */
export async function extendChain(database: Pick<Database, "transact">, sealer: Sealer): Promise<number> {
  return database.transact(async (tx: Tx) => {
    await statement(tx, newHeads);
    const [head] = await statement<Head>(tx, claimHead);
    if (head === undefined) return 0;
    const { organizationId } = head;
    const events = await statement<Event>(tx, nextEvents, [organizationId, batch]);
    let hash = head.hash === null ? "" : sealer.open(head.hash, headCell(organizationId));
    const links = events.map((event, index) => {
      hash = linkHash(hash, event);
      return { number: head.links + index + 1, eventId: event.id, hash };
    });
    const sealed = sealer.seal(hash, headCell(organizationId));
    await statement(tx, writeLinks, [organizationId, JSON.stringify(links)]);
    const until = events.at(-1)?.at ?? null;
    await statement(tx, moveHead, [organizationId, head.links + links.length, sealed, until]);
    return links.length;
  });
}

/** What the audit of one organisation looks like. */
export type AuditFinding = {
  /** Empty for what belongs to none. */
  readonly organizationId: string;
  readonly events: number;
  /** What is wrong, a line each; empty where the chain is whole. */
  readonly faults: readonly string[];
  /** Events that no pass has linked yet. */
  readonly unlinked: number;
};

/** Checks every chain from its beginning, a batch of links at a time. */
export async function verifyAudit(
  { pool }: { readonly pool: Pick<pg.Pool, "query"> },
  sealer: Sealer,
): Promise<AuditFinding[]> {
  const findings: AuditFinding[] = [];
  const { rows: heads } = await pool.query<Head>(allHeads);
  for (const head of heads) {
    const faults: string[] = [];
    let [number, hash] = [0, ""];
    for (;;) {
      const { rows } = await pool.query<Event & { number: number; hash: string; eventId: string }>(
        linkedEvents,
        [head.organizationId, number, batch],
      );
      if (rows.length === 0) break;
      for (const row of rows) {
        if (row.number !== number + 1) faults.push(`links ${number + 1} to ${row.number - 1} are gone`);
        else if (row.id === null) faults.push(`event ${row.eventId} is gone`);
        else if (linkHash(hash, row) !== row.hash) faults.push(`event ${row.eventId} was changed`);
        [number, hash] = [row.number, row.hash];
      }
    }
    const sealed = head.hash === null ? "" : sealer.read(head.hash, headCell(head.organizationId));
    if (number !== head.links || sealed !== hash)
      faults.push("the end of the chain is not the one that was sealed");
    const { rows: left } = await pool.query<{ late: number; unlinked: number }>(unlinkedEvents, [
      head.organizationId,
    ]);
    const { late = 0, unlinked = 0 } = left[0] ?? {};
    if (late > 0) faults.push(`${late} events were put in afterwards`);
    findings.push({ organizationId: head.organizationId, events: number, faults, unlinked: unlinked - late });
  }
  return findings;
}

/** Also of an organisation so new that no pass has begun its chain: none of its events is linked yet. */
const allHeads = `
SELECT o."id" AS "organizationId", coalesce(h."links", 0) AS "links", h."hash"
FROM (SELECT "id" FROM "Organization" UNION SELECT '' UNION SELECT "organizationId" FROM "AuditHead") o
LEFT JOIN "AuditHead" h ON h."organizationId" = o."id" ORDER BY 1`;

const newHeads = `-- prepared: auditHeads
INSERT INTO "AuditHead" ("organizationId") SELECT "id" FROM "Organization" UNION SELECT ''
ON CONFLICT ("organizationId") DO NOTHING`;

/**
 * Asked of each event by the index of the links: with NOT EXISTS PostgreSQL reads all links there are, because it cannot know
 * how few events are left (36,000 links: 30 ms a look; it grows with them).
 */
const isUnlinked = `(SELECT l."number" FROM "AuditLink" l WHERE l."eventId" = e."id") IS NULL`;

/**
 * The events since the end of the chain `h` that are not linked. Those of an organisation and those of none are read apart:
 * asked for with OR, PostgreSQL looks through all there ever were of both (71,000 events: 2.4 ms a look, now 0.1).
 */
const fresh = [
  'e."organizationId" = h."organizationId"',
  'h."organizationId" = \'\' AND e."organizationId" IS NULL',
]
  .map(
    (whose) => `SELECT e.* FROM "AuditEvent" e
      WHERE ${whose} AND e."at" > h."until" - interval '${overlap}' AND ${isUnlinked}`,
  )
  .join(" UNION ALL ");

/** A chain that has something to link. Another instance takes another one. */
const claimHead = `-- prepared: auditHead
SELECT h."organizationId", h."links", h."hash" FROM "AuditHead" h
WHERE EXISTS (${fresh}) LIMIT 1 FOR UPDATE OF h SKIP LOCKED`;

const nextEvents = `-- prepared: auditEvents
SELECT e."id", e."organizationId", e."memberId", e."at", e."action", e."subject", e."subjectId", e."detail"::text AS "detail"
FROM "AuditHead" h, LATERAL (${fresh}) e
WHERE h."organizationId" = $1
ORDER BY e."at", e."id" LIMIT $2`;

const writeLinks = `-- prepared: auditLinks
INSERT INTO "AuditLink" ("organizationId", "number", "eventId", "hash")
SELECT $1, i."number", i."eventId", i."hash"
FROM jsonb_to_recordset($2::jsonb) AS i("number" int, "eventId" text, "hash" text)`;

const moveHead = `-- prepared: auditHeadMoves
UPDATE "AuditHead" SET "links" = $2, "hash" = $3, "until" = greatest("until", $4) WHERE "organizationId" = $1`;

const linkedEvents = `
SELECT l."number", l."hash", l."eventId", e."id", e."organizationId", e."memberId", e."at", e."action", e."subject",
  e."subjectId", e."detail"::text AS "detail"
FROM "AuditLink" l LEFT JOIN "AuditEvent" e ON e."id" = l."eventId"
WHERE l."organizationId" = $1 AND l."number" > $2 ORDER BY l."number" LIMIT $3`;

const unlinkedEvents = `
SELECT count(*) FILTER (WHERE e."at" <= h."until" - interval '${overlap}')::int AS "late", count(*)::int AS "unlinked"
FROM "AuditEvent" e LEFT JOIN "AuditHead" h ON h."organizationId" = $1
WHERE (e."organizationId" = $1 OR ($1 = '' AND e."organizationId" IS NULL)) AND ${isUnlinked}`;
