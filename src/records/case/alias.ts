import { Conflict } from "../people/actor.js";
import type { Work } from "../people/work.js";
import type { Unreadable } from "../storage/seal.js";
import { type Case, caseFor, forgetCase } from "./case.js";
import { clientNameCell } from "./clients.js";
import { sharesWord } from "./nameMatch.js";

/** The longest alias, in characters: it stands on a button beside the code. */
export const longestAlias = 30;

/** Why an alias was refused: one of its words is a word of the client's name. */
export type AliasFault = "is-name";

/**
 * Sets or removes the alias of a client for lists and the card. It must not be the name, because an alias is shown
 * where others may look at the screen. Throws `NotAllowed`.
 */
export async function setAlias(
  work: Work,
  caseId: string,
  alias: string | null,
): Promise<AliasFault | undefined> {
  const { clientId } = (await caseFor(work, caseId, "write")).case;
  const tx = await work.tx();
  const client = await tx.client.findUnique({ where: { id: clientId }, select: { name: true } });
  if (client === null) throw new Conflict("there is no such client");
  const name = client.name === null ? null : work.sealer.read(client.name, clientNameCell(clientId));
  if (alias !== null && typeof name === "string" && sharesWord(alias, name)) return "is-name";
  const sealed = alias === null ? null : work.sealer.seal(alias, aliasCell(clientId));
  await tx.client.update({ where: { id: clientId }, data: { alias: sealed } });
  work.audit.push({ action: "client.alias-set", subject: "case", subjectId: caseId });
  forgetCase(work, caseId);
  return undefined;
}

/** The alias of a case that was loaded; null where none was chosen. */
export function aliasOf(
  work: Work,
  { clientId, clientAlias }: Pick<Case["case"], "clientId" | "clientAlias">,
): string | Unreadable | null {
  return clientAlias === null ? null : work.sealer.read(clientAlias, aliasCell(clientId));
}

/** Where the alias of a client is sealed. */
export function aliasCell(clientId: string) {
  return { table: "Client", column: "alias", row: clientId };
}
