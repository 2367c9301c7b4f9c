import { createHmac } from "node:crypto";
import { z } from "zod";
import type { KeyedHash } from "../../practice/exports/pseudonyms.js";
import { defaultRecap, mostBands, type RecapSettings } from "../../practice/exports/recap.js";
import { adminOf } from "../people/members.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { CellAddress } from "../storage/seal.js";

const recapShape = z.object({
  bands: z
    .array(z.number().int().min(0).max(120))
    .min(2)
    .max(mostBands)
    .catch([...defaultRecap.bands]),
  bySex: z.boolean().catch(defaultRecap.bySex),
  groups: z.boolean().catch(defaultRecap.groups),
  emptyRows: z.boolean().catch(defaultRecap.emptyRows),
});

/** The characters of a new key: 52 of five bits each. */
const keyLength = 52;

/** What the acting member's institution set of its recap. */
export async function recapSettings(work: Work): Promise<RecapSettings> {
  const tx = await work.tx();
  const row = await tx.exportSettings.findUnique({
    where: { organizationId: actorOf(work).organizationId },
    select: { recap: true },
  });
  return recapShape.parse(row?.recap ?? {});
}

/** Sets it. Throws `NotAllowed` for anyone but an admin. */
export async function setRecapSettings(work: Work, settings: RecapSettings): Promise<void> {
  const { organizationId } = adminOf(work);
  await settingsRow(work);
  const tx = await work.tx();
  const recap = { ...settings, bands: [...settings.bands] };
  await tx.exportSettings.update({ where: { organizationId }, data: { recap } });
  noted(work, "recap");
}

/** The institution's mapping for Primero as it was sent; null while it has the shipped one. */
export async function primeroMappingText(work: Work): Promise<string | null> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  const row = await tx.exportSettings.findUnique({ where: { organizationId }, select: { primero: true } });
  const sealed = row?.primero ?? null;
  return sealed === null ? null : work.sealer.open(sealed, cellOf("primero", organizationId));
}

/** Sets it; null goes back to the shipped one. The caller has read it. Throws `NotAllowed` for anyone but an admin. */
export async function setPrimeroMapping(work: Work, text: string | null): Promise<void> {
  const { organizationId } = adminOf(work);
  await settingsRow(work);
  const tx = await work.tx();
  const primero = text === null ? null : work.sealer.seal(text, cellOf("primero", organizationId));
  await tx.exportSettings.update({ where: { organizationId }, data: { primero } });
  noted(work, text === null ? "primero-shipped" : "primero");
}

/** The keyed hash of the institution's pseudonyms. Its key is made with the first of them and stays. */
export async function pseudonymHash(work: Work): Promise<KeyedHash> {
  const { organizationId } = actorOf(work);
  const { pseudonymKey } = await settingsRow(work);
  const key = work.sealer.open(pseudonymKey, cellOf("pseudonymKey", organizationId));
  return (text) => createHmac("sha256", key).update(text).digest();
}

/** The row of the acting member's institution, made where there is none. */
async function settingsRow(work: Work): Promise<{ readonly pseudonymKey: string }> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  const known = await tx.exportSettings.findUnique({ where: { organizationId } });
  if (known !== null) return known;
  const pseudonymKey = work.sealer.seal(work.newId(keyLength), cellOf("pseudonymKey", organizationId));
  // Two exports may begin at once: the first key stays.
  await tx.exportSettings.createMany({ data: { organizationId, pseudonymKey }, skipDuplicates: true });
  return tx.exportSettings.findUniqueOrThrow({ where: { organizationId } });
}

function cellOf(column: "pseudonymKey" | "primero", row: string): CellAddress {
  return { table: "ExportSettings", column, row };
}

function noted(work: Work, what: string): void {
  const { organizationId } = actorOf(work);
  work.audit.push({
    action: "exports.set",
    subject: "organization",
    subjectId: organizationId,
    detail: { what },
  });
}
