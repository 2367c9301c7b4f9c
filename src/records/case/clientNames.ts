import type { NamedPeople } from "../../practice/namedPeople.js";
import { namedIn } from "../../practice/namedPeople.js";
import { readerOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import type { Unreadable } from "../storage/seal.js";
import { aliasOf } from "./alias.js";
import { clientNameCell } from "./clients.js";

/** A client the acting member may read of: their case, name and alias. */
export type ClientName = {
  readonly caseId: string;
  readonly name: string;
  readonly alias: string | Unreadable | null;
};

/**
 * The names of the clients of one's own cases and of the team's. Only what the acting member may read is opened, in memory: an
 * index of sealed names would tell the names to whoever holds a copy of the database and a list of names. 300 names take 5 ms.
 */
export async function clientNames(work: Work, whose?: "mine" | "team"): Promise<readonly ClientName[]> {
  const { organizationId, workerId, supervisorId } = readerOf(work, whose);
  const rows = await statement<{ id: string; clientId: string; name: string; clientAlias: string | null }>(
    await work.tx(),
    readableNames,
    [organizationId, workerId, supervisorId],
  );
  return rows.flatMap(({ id, clientId, name: sealed, clientAlias }) => {
    const name = work.sealer.read(sealed, clientNameCell(clientId));
    return typeof name === "string"
      ? [{ caseId: id, name, alias: aliasOf(work, { clientId, clientAlias }) }]
      : [];
  });
}

/** Those of them whose name stands in a text. Nobody is shown a name by it: the acting member wrote the text. */
export async function clientsNamedIn(work: Work, text: string): Promise<readonly ClientName[]> {
  const known = await clientNames(work);
  return known.filter(({ name }) => namedIn(text, asClient(name)).client);
}

/** A client's name alone, as one looks for names in a text. */
export function asClient(name: string): NamedPeople {
  return { client: [name], others: [] };
}

const readableNames = `-- prepared: readableNames
SELECT c."id", c."clientId", l."name", l."alias" AS "clientAlias"
FROM "Case" c JOIN "Member" w ON w."id" = c."workerId" JOIN "Client" l ON l."id" = c."clientId"
WHERE c."organizationId" = $1 AND w."organizationId" = $1 AND l."name" IS NOT NULL
  AND (c."workerId" = $2 OR w."supervisorId" = $3)`;
