/** What a bot has kept of a load: read from its database when all is over. */
import pg from "pg";
import { answerCell } from "../src/records/case/answers.js";
import { openedPath } from "../src/records/case/storedPaths.js";
import { secureRandom } from "../src/records/storage/ids.js";
import { sealerOf } from "../src/records/storage/seal.js";

/** An answer as it was kept: in whose chat, at which question, what. Those of a chat stand in the order they were kept. */
export type Kept = { readonly chat: number; readonly place: string; readonly value: string };

/** What a rival has kept; the place is the number of the question. */
export async function keptByRival(url: string): Promise<Kept[]> {
  const rows = await query<{ chat: string; place: number; value: string }>(
    url,
    `SELECT chat_id AS chat, question AS place, answer AS value FROM answers ORDER BY id`,
  );
  return rows.map(({ chat, place, value }) => ({ chat: Number(chat), place: String(place), value }));
}

/** What our bot has kept of the forms of its workers, and which update brought it; the place is form and path. */
export async function keptByOurs(
  url: string,
  key: Buffer,
): Promise<(Kept & { readonly updateId: number })[]> {
  const sealer = sealerOf([key], secureRandom);
  const rows = await query<{
    id: string;
    roundId: string;
    revision: number;
    path: string;
    value: string;
    updateId: string;
    form: string;
    chat: string;
  }>(
    url,
    `SELECT a."id", a."roundId", a."revision", a."path", a."value", a."updateId", r."form", m."accountId" AS "chat"
     FROM "Answer" a JOIN "Round" r ON r."id" = a."roundId" JOIN "Member" m ON m."id" = a."memberId"
     WHERE a."updateId" IS NOT NULL AND a."value" IS NOT NULL -- The clocks of a bot may jump: its own times do not say what was kept first.
     ORDER BY a.xmin::text::bigint, a."updateId"`,
  );
  return rows.map((row) => {
    const path = openedPath(sealer, row.roundId, row.path);
    const value = sealer.open(row.value, answerCell({ ...row, path }));
    return {
      chat: Number(row.chat),
      place: `${row.form} ${path}`,
      // Each photo is another file.
      value: value.replace(/"attachmentId":"[^"]*"/, '"attachmentId":""'),
      updateId: Number(row.updateId),
    };
  });
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
