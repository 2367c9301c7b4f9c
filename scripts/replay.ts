/**
 * Plays a room that was saved in the playground against a fresh app, and tells the first difference:
 *
 *     npm run replay room.json [more.json …]
 *
 * Each file gets an app of its own, with the sample organisation, at the time the room was opened. It ends with 1
 * where anything differs. So a bug that was seen becomes a failing test: save the room, correct what the bot should
 * have said, and replay it until it does.
 */
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPlayground } from "../src/app/playgroundStart.js";
import { ConfigError, loadConfig } from "../src/config.js";
import { createLogger } from "../src/logger.js";
import { replay } from "../src/playground/replay.js";
import { type Script, scriptVersion } from "../src/playground/script.js";
import { secureRandom } from "../src/records/storage/ids.js";
import { localeOf } from "../src/texts.js";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Name the files to replay: npm run replay room.json");
  process.exit(2);
}
let failed = 0;
for (const file of files) {
  try {
    failed += (await replayFile(file)) ? 0 : 1;
  } catch (error) {
    failed += 1;
    console.error(
      `${file}: ${error instanceof ConfigError || error instanceof SyntaxError ? error.message : String(error)}`,
    );
  }
}
process.exit(failed === 0 ? 0 : 1);

/** True where the bot did as it did then. */
async function replayFile(file: string): Promise<boolean> {
  const script = JSON.parse(await readFile(file, "utf8")) as Script;
  if (script.version !== scriptVersion)
    throw new ConfigError([`is no saved room of version ${scriptVersion}`]);
  const folder = await mkdtemp(join(tmpdir(), "pendamping-replay-"));
  await chmod(folder, 0o711);
  const { DATABASE_URL } = process.env;
  const config = loadConfig({
    DATA_DIR: folder,
    PORT: "0",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
    // A database of one's own may be named; it must be empty.
    ...(DATABASE_URL === undefined ? {} : { DATABASE_URL, DATA_KEY: randomBytes(32).toString("base64") }),
  });
  const playground = await startPlayground(config, {
    log: createLogger(config.logLevel),
    random: secureRandom,
    tell: () => {},
    opensAt: new Date(script.begins),
    silent: true,
    language: localeOf(script.people[0]?.language),
  });
  try {
    const difference = await replay(script, playground);
    if (difference === undefined) {
      console.log(`${file}: ${script.steps.length} steps, no difference`);
      return true;
    }
    console.log(`${file}: step ${difference.step} differs`);
    console.log(`  expected  ${indented(difference.expected)}`);
    console.log(`  seen      ${indented(difference.seen)}`);
    return false;
  } finally {
    await playground.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function indented(text: string): string {
  return text.replaceAll("\n", `\n${" ".repeat(12)}`);
}
