import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Database } from "./database.js";
import { readSetting, writeSetting } from "./settings.js";

/** The folder of a process in which the files of the database lie. */
export type DataFolder = {
  /** Whether it is the one of the database now: another machine may have another one mounted. */
  isOfDatabase(): Promise<boolean>;
};

const key = "data-folder";
/** In the folder: the id that the database knows it by. */
const fileName = "folder-id";

/**
 * Machines that share a database share the folder of its files too. So the folder holds an id that stands in the database:
 * who finds another one there, or none while somebody else is at work, has a folder of their own, and would miss the files
 * that others keep. Who is alone may have moved or lost the folder, or restored it: theirs is the folder from now on.
 *
 * @param isAlone whether no other instance is alive
 */
export async function claimDataFolder({
  prisma,
  dataDir,
  newId,
  isAlone,
  log,
}: {
  readonly prisma: Database["prisma"];
  readonly dataDir: string;
  readonly newId: () => string;
  readonly isAlone: () => Promise<boolean>;
  readonly log: Pick<Logger, "error">;
}): Promise<DataFolder> {
  const made = (await idIn(dataDir)) ?? newId();
  const { count } = await prisma.setting.createMany({ data: { key, value: made }, skipDuplicates: true });
  const isFirst = count > 0;
  const known = (await readSetting<string>(prisma, key)) ?? made;
  const found = await idIn(dataDir);
  const isMine = found === known || isFirst || (await isAlone());
  const id = isMine ? (found ?? known) : known;
  if (isMine) {
    if (found === undefined) await writeId(dataDir, id);
    if (id !== known) await writeSetting(prisma, key, id);
  } else {
    log.error(
      { dataDir },
      "DATA_DIR is not the folder that the other instances keep their files in: mount the same one on every machine",
    );
  }
  return { isOfDatabase: async () => (await idIn(dataDir)) === id };
}

async function idIn(dataDir: string): Promise<string | undefined> {
  try {
    return (await readFile(join(dataDir, fileName), "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

async function writeId(dataDir: string, id: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  await writeFile(join(dataDir, fileName), `${id}\n`, { mode: 0o600 });
}
