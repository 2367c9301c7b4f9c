import { type Config, ConfigError } from "../config.js";
import {
  listFoundingCodes,
  makeFoundingCode,
  withdrawFoundingCode,
} from "../records/people/foundingCodes.js";
import type { Database } from "../records/storage/database.js";
import { idMaker, secureRandom } from "../records/storage/ids.js";
import { WrongUse } from "./operator.js";

/**
 * The codes by which the operator lets further institutions in. Whoever sends one to the bot sets an institution up and
 * is its admin, as the first did with the set-up code.
 */
export async function openOrganization(
  _: Config,
  database: Database,
  tell: (line: string) => void,
  [act, id, ...more]: readonly string[],
): Promise<void> {
  const operator = { now: new Date(), newId: idMaker(secureRandom) };
  if (act === undefined) {
    const { id: codeId, code, expiresAt } = await database.transact((tx) => makeFoundingCode(tx, operator));
    tell(`The admin of the institution sends this to the bot:  /start ${code}`);
    tell(
      `It works once, until ${expiresAt.toISOString()}, and is shown only now. To take it back: ${codeId}`,
    );
    return;
  }
  if (act === "list" && id === undefined) {
    const codes = await listFoundingCodes(database.prisma);
    if (codes.length === 0) tell("There is no code.");
    for (const { id, createdAt, expiresAt, opened } of codes) {
      const isOver = expiresAt < operator.now;
      const state =
        opened === null
          ? `${isOver ? "expired" : "usable until"} ${expiresAt.toISOString()}`
          : `opened ${opened}`;
      tell(`${id}  made ${createdAt.toISOString()}  ${state}`);
    }
    return;
  }
  if (act !== "withdraw" || id === undefined || more.length > 0) throw new WrongUse();
  if (!(await database.transact((tx) => withdrawFoundingCode(tx, operator, id))))
    throw new ConfigError([`there is no unused code ${id}`]);
  tell(`The code ${id} opens nothing any more.`);
}
