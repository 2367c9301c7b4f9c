import { createHash, timingSafeEqual } from "node:crypto";
import type { Database } from "./database.js";
import type { Tx } from "./tx.js";

/** Reads a setting of the installation; undefined where it is not set. */
export async function readSetting<T>(tx: Tx | Database["prisma"], key: string): Promise<T | undefined> {
  const row = await tx.setting.findUnique({ where: { key } });
  return row === null ? undefined : (row.value as T);
}

/** Writes a setting of the installation. */
export async function writeSetting(
  tx: Tx | Database["prisma"],
  key: string,
  value: string | number | object,
) {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

const setupKey = "setup-code";

/**
 * Prepares the set-up by the first admin: stores the hash of the code that `/start <code>` must bring. Returns a
 * generated code to print, once, unless one was given or made before.
 */
export async function prepareSetup(
  prisma: Database["prisma"],
  given: string | undefined,
  newCode: () => string,
): Promise<string | undefined> {
  if ((await prisma.organization.count()) > 0) return undefined;
  if (given !== undefined) {
    await writeSetting(prisma, setupKey, { hash: hashOf(given) });
    return undefined;
  }
  if ((await readSetting(prisma, setupKey)) !== undefined) return undefined;
  const code = newCode();
  await writeSetting(prisma, setupKey, { hash: hashOf(code) });
  return code;
}

/** Lets the first admin set up with this code, and with no code before it. False where an organisation exists already. */
export async function renewSetupCode(prisma: Database["prisma"], code: string): Promise<boolean> {
  if ((await prisma.organization.count()) > 0) return false;
  await writeSetting(prisma, setupKey, { hash: hashOf(code) });
  return true;
}

/** Locks the set-up until the commit, so that one person at a time can do it. */
export async function lockSetup(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Setting" WHERE "key" = ${setupKey} FOR UPDATE`;
}

/** Whether an organisation was made with the set-up code. */
export async function isSetUp(tx: Tx): Promise<boolean> {
  return (await tx.organization.findFirst({ select: { id: true } })) !== null;
}

/** Whether this is the set-up code and no organisation was made with it yet. */
export async function isSetupCode(tx: Tx, code: string): Promise<boolean> {
  if (await isSetUp(tx)) return false;
  const kept = await readSetting<{ hash: string }>(tx, setupKey);
  if (kept === undefined) return false;
  return timingSafeEqual(Buffer.from(kept.hash, "hex"), Buffer.from(hashOf(code), "hex"));
}

/** SHA-256 of a code. Codes are random and long, so the hash reveals nothing. */
export function hashOf(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}
