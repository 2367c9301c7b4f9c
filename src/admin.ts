/**
 * What the operator of an installation does beside the running bot: `npm run admin -- --help`; in the image
 * `node dist/admin.js`.
 *
 * It reads the environment of the bot, whose embedded database is used and left running.
 */
import { backUpTo, restoreFrom } from "./app/backup.js";
import { serveDeadLetters } from "./app/deadLetters.js";
import { moveFiles } from "./app/fileStore.js";
import { openOrganization } from "./app/openOrganization.js";
import { WrongUse, withDatabase } from "./app/operator.js";
import { resetPinOf } from "./app/resetPin.js";
import { rotateKey } from "./app/rotateKey.js";
import { newSetupCode } from "./app/setupCode.js";
import { tellOfAudit } from "./app/verifyAudit.js";
import { type Config, ConfigError } from "./config.js";
import type { Database } from "./records/storage/database.js";

/** A command of the operator. */
type Command = {
  /** What may stand behind its name. */
  readonly takes: string;
  /** What it does, a line of the help each. */
  readonly does: readonly string[];
  /** @throws {WrongUse} where what stands behind its name is not what it takes. */
  run(args: readonly string[]): Promise<void>;
};

type Act = (
  config: Config,
  database: Database,
  tell: (line: string) => void,
  args: readonly string[],
) => Promise<void>;

const onDatabase = (act: Act) => (args: readonly string[]) =>
  withDatabase((config, database) => act(config, database, console.log, args));

const commands: Readonly<Record<string, Command>> = {
  "setup-code": {
    takes: "",
    does: [
      "Makes a new code for the first admin, where no institution is set up yet. The one before opens nothing any more.",
    ],
    run: onDatabase(newSetupCode),
  },
  organization: {
    takes: "[list | withdraw <id>]",
    does: [
      "Makes a code with which one more institution is set up on this bot. It works once, for seven days.",
      "list shows the codes: which may be used, which opened what. withdraw takes an unused one back.",
    ],
    run: onDatabase(openOrganization),
  },
  "dead-letters": {
    takes: "[retry | drop] [<reference> | all]",
    does: [
      "Shows what was put aside after every try: updates and messages, without a word of anybody's.",
      "retry tries it again, drop gives it up for good.",
    ],
    run: onDatabase(serveDeadLetters),
  },
  "reset-pin": {
    takes: "<Telegram id>",
    does: ["Removes a forgotten PIN, where no supervisor and no other admin can."],
    run: onDatabase(resetPinOf),
  },
  backup: {
    takes: "<file>",
    does: [
      "Writes everything, sealed with the data key, into one file, while the bot goes on. The key is not in it.",
    ],
    run: onDatabase(backUpTo),
  },
  restore: {
    takes: "<file>",
    does: [
      "Brings a backup back: into an empty database and an empty DATA_DIR, with the key it was made with.",
    ],
    // The one command that makes the database it works on.
    run: (args) => restoreFrom(args, console.log),
  },
  "move-files": {
    takes: "",
    does: [
      "Moves every file to where FILE_STORE says: the folder or the database. The bot must be stopped on every machine.",
      "Broken off, it is started again.",
    ],
    run: onDatabase(moveFiles),
  },
  "rotate-key": {
    takes: "",
    does: [
      "Seals everything with the first key, while the bot goes on; then the older keys may be dropped.",
      "It says what to do next. Broken off, it is started again and goes on where it was.",
    ],
    run: onDatabase(rotateKey),
  },
  audit: {
    takes: "",
    does: ["Checks that no event of the audit was changed, removed or put in afterwards."],
    run: onDatabase(tellOfAudit),
  },
};

const helpOf = (name: string, { takes, does }: Command) =>
  [`  ${name} ${takes}`.trimEnd(), ...does.map((line) => `      ${line}`)].join("\n");

const usage = [
  "npm run admin -- <command>",
  "",
  ...Object.entries(commands).map(([name, command]) => helpOf(name, command)),
  "",
  "In the image: docker compose exec bot node dist/admin.js <command>",
  "It reads the environment of the bot, and with npm the file .env: DATABASE_URL, DATA_DIR, DATA_KEY and their like.",
].join("\n");

async function main([name = "--help", ...args]: readonly string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    if (name === "--help") return console.log(usage);
    throw new ConfigError([`there is no command "${name}"`, "", usage]);
  }
  const help = `npm run admin --\n${helpOf(name, command)}`;
  if (args.includes("--help")) return console.log(help);
  await command.run(args).catch((error: unknown) => {
    throw error instanceof WrongUse ? new ConfigError([help]) : error;
  });
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
