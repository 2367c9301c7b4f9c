/**
 * What the operator of an installation does beside the running bot: `npm run admin -- --help`.
 *
 * It reads the environment of the bot, whose embedded database is used and left running.
 */
import { type Config, ConfigError } from "../config.js";
import type { Database } from "../records/storage/database.js";
import { backUpTo, restoreFrom } from "./backup.js";
import { openOrganization } from "./openOrganization.js";
import { withDatabase } from "./operator.js";
import { resetPinOf } from "./resetPin.js";
import { rotateKey } from "./rotateKey.js";
import { tellOfAudit } from "./verifyAudit.js";

const usage = `npm run admin -- <command>

  rotate-key   seals everything with the first key, while the bot goes on; then the older keys may be dropped.
               It says what to do next. Broken off, it is started again and goes on where it was.
  audit        checks that no event of the audit was changed, removed or put in afterwards.
  backup <file>
               writes everything, sealed with the data key, into one file, while the bot goes on. The key is not in it.
  restore <file>
               brings a backup back: into an empty database and an empty DATA_DIR, with the key it was made with.
  organization [list | withdraw <id>]
               makes a code with which one more institution is set up on this bot, shows the codes, or takes one back.
  reset-pin <Telegram id>
               removes a forgotten PIN, where no supervisor and no other admin can.
  --help       this text

It reads the environment of the bot (DATABASE_URL, DATA_DIR, DATA_KEY, DATA_KEY_FILE).`;

/** A command of the operator: it is given what was typed behind its name. */
type Command = (
  config: Config,
  database: Database,
  tell: (line: string) => void,
  args: readonly string[],
) => Promise<void>;

const commands: Readonly<Record<string, Command>> = {
  "rotate-key": rotateKey,
  audit: tellOfAudit,
  backup: backUpTo,
  organization: openOrganization,
  "reset-pin": resetPinOf,
};

async function main([name = "--help", ...more]: readonly string[]): Promise<void> {
  if (name === "--help" || more.includes("--help")) return console.log(usage);
  // The one command that makes the database it works on.
  if (name === "restore") return restoreFrom(more, console.log);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new ConfigError([usage]);
  await withDatabase((config, database) => command(config, database, console.log, more));
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
