import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { buildPage } from "../../scripts/page.mjs";
import { type PlaygroundDeps, startPlayground } from "../../src/app/playgroundStart.js";
import { type Config, loadConfig } from "../../src/config.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { sharedKnowledge } from "./learned.js";
import { confinedProgram, readingProgram, typesettingThread } from "./typesetting.js";

/** The playground as `npm start` opens it without a token, in this process. */
export type TestPlayground = Awaited<ReturnType<typeof startPlayground>> & {
  /** Of the page. */
  readonly url: string;
  /** What was told to who started it. */
  readonly told: readonly string[];
  readonly dataDir: string;
  /** Stops it; with `keep` its folder stays, to be opened again. */
  readonly close: (keep?: "keep") => Promise<void>;
};

/** Opens a playground: in a new folder, or in one that was kept; with a database of its own unless one is given. */
export async function openTestPlayground(
  options: Partial<PlaygroundDeps> & {
    readonly dataDir?: string;
    readonly database?: Config["database"];
    readonly dataKeys?: NonNullable<Config["dataKeys"]>;
    /** Where learners come in. */
    readonly room?: Config["room"];
    /** Also the page, for a browser. */
    readonly withPage?: boolean;
  } = {},
): Promise<TestPlayground> {
  const { database, dataKeys, dataDir: kept, withPage = false, room, ...given } = options;
  const dataDir = kept ?? (await mkdtemp(join(tmpdir(), "pendamping-playground-")));
  // Where tests run as root, PostgreSQL does not: it must be able to pass.
  await chmod(dataDir, 0o711);
  const assets = join(dataDir, "page");
  if (withPage) await buildPage(assets);
  const told: string[] = [];
  const config = loadConfig({ DATA_DIR: dataDir, PORT: "0" });
  const playground = await startPlayground(
    {
      ...config,
      ...(database === undefined ? {} : { database }),
      ...(dataKeys && { dataKeys }),
      ...(room && { room }),
    },
    {
      log: pino({ level: process.env.TEST_LOG ?? "fatal" }),
      random: secureRandom,
      tell: (line) => told.push(line),
      assets,
      knowledge: sharedKnowledge(),
      typesettingThread,
      confinedProgram,
      readingProgram,
      ...given,
    },
  ).catch(async (error: unknown) => {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  });
  return {
    ...playground,
    url: `http://127.0.0.1:${playground.port}`,
    told,
    dataDir,
    close: async (keep) => {
      await playground.stop();
      if (keep === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
