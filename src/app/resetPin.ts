import { type Config, ConfigError } from "../config.js";
import { dropPins } from "../records/people/pin.js";
import type { Database } from "../records/storage/database.js";
import { idMaker, secureRandom } from "../records/storage/ids.js";
import { WrongUse } from "./operator.js";

/** Removes the forgotten PIN of an account, such as that of an institution's only admin. */
export async function resetPinOf(
  _: Config,
  database: Database,
  tell: (line: string) => void,
  [account = "", ...more]: readonly string[],
): Promise<void> {
  if (!/^\d{1,15}$/.test(account) || more.length > 0) throw new WrongUse();
  const operator = { now: new Date(), newId: idMaker(secureRandom) };
  const count = await database.transact((tx) => dropPins(tx, operator, Number(account)));
  if (count === 0) throw new ConfigError([`no PIN is set for ${account}`]);
  tell(`The PIN of ${account} is removed. A new one can be set with /privasi.`);
}
