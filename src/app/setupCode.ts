import { type Config, ConfigError } from "../config.js";
import type { Database } from "../records/storage/database.js";
import { idMaker, secureRandom } from "../records/storage/ids.js";
import { renewSetupCode } from "../records/storage/settings.js";
import { WrongUse } from "./operator.js";

/** The code of the first admin, anew: only its hash is kept, so that the one printed at the first start cannot be shown again. */
export async function newSetupCode(
  { setupCode }: Config,
  database: Database,
  tell: (line: string) => void,
  more: readonly string[],
): Promise<void> {
  if (more.length > 0) throw new WrongUse();
  if (setupCode !== undefined) throw new ConfigError(["SETUP_CODE is set: that is the code, at each start"]);
  const code = idMaker(secureRandom)(12);
  if (!(await renewSetupCode(database.prisma, code))) {
    throw new ConfigError(["an institution is set up already; one more: npm run admin -- organization"]);
  }
  tell(`The first admin sends this to the bot:  /start ${code}`);
}
