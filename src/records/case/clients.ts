import type { Path, Value } from "../../practice/form.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";

/** The questions of the approach form that ask for the client's name, one for each level. */
export const namePaths: readonly Path[] = ["name", "headName", "groupName"];

type Answers = ReadonlyMap<Path, Value>;

/**
 * Copies the name from the answers of an approach form to the client, for search. A retracted name is
 * removed, whichever answer caused that.
 */
export async function followClient(
  work: Work,
  clientId: string,
  before: Answers,
  after: Answers,
): Promise<void> {
  const [was, name] = [nameIn(before), nameIn(after)];
  if (was === name) return;
  const sealed = name === undefined ? null : work.sealer.seal(name, clientNameCell(clientId));
  await statement(await work.tx(), nameClient, [clientId, sealed]);
}

const nameClient = `-- prepared: nameClient
UPDATE "Client" SET "name" = $2 WHERE "id" = $1`;

/** Where the name of a client is sealed. */
export function clientNameCell(clientId: string) {
  return { table: "Client", column: "name", row: clientId };
}

function nameIn(answers: Answers): string | undefined {
  return namePaths.map((path) => answers.get(path)).find((value) => typeof value === "string");
}
