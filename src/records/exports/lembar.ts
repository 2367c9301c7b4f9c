import { type Lembar, readLembar } from "../../practice/exports/definitions.js";
import { NotAllowed } from "../people/actor.js";
import { adminOf } from "../people/members.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { CellAddress } from "../storage/seal.js";

/** The most lembar of an institution. */
export const mostLembar = 20;

/** A lembar of the acting member's institution. */
export type OwnLembar = {
  readonly id: string;
  readonly name: string;
  /** Undefined where this version cannot read it any more. */
  readonly lembar: Lembar | undefined;
};

/** The lembar of the acting member's institution, by name. */
export async function listLembar(work: Work): Promise<readonly OwnLembar[]> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  const rows = await tx.lembarDefinition.findMany({
    where: { organizationId, removedAt: null },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
  });
  return rows
    .map(({ id, text }) => {
      const read = readLembar(work.sealer.open(text, textCell(id)));
      const lembar = read.kind === "definition" ? read.definition : undefined;
      return { id, lembar, name: lembar?.name ?? "?" };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** One of them. Throws `NotAllowed` where it is another institution's, or gone. */
export async function lembarOf(work: Work, id: string): Promise<OwnLembar> {
  const found = (await listLembar(work)).find((one) => one.id === id);
  if (found === undefined) throw new NotAllowed();
  return found;
}

/**
 * Keeps a definition that was read; one of the same name is replaced. False where there are too many. Throws `NotAllowed`
 * for anyone but an admin.
 */
export async function keepLembar(work: Work, lembar: Lembar, text: string): Promise<boolean> {
  const { organizationId, memberId } = adminOf(work);
  const known = await listLembar(work);
  const same = known.filter(({ name }) => name === lembar.name).map(({ id }) => id);
  if (known.length - same.length >= mostLembar) return false;
  const tx = await work.tx();
  await tx.lembarDefinition.deleteMany({ where: { id: { in: same } } });
  const id = work.newId();
  await tx.lembarDefinition.create({
    data: {
      id,
      organizationId,
      text: work.sealer.seal(text, textCell(id)),
      addedById: memberId,
      addedAt: work.now,
    },
  });
  noted(work, "lembar.kept", id);
  return true;
}

/** Removes a lembar. Throws `NotAllowed` for anyone but an admin. */
export async function removeLembar(work: Work, id: string): Promise<void> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  const { count } = await tx.lembarDefinition.deleteMany({ where: { id, organizationId } });
  if (count === 0) throw new NotAllowed();
  noted(work, "lembar.removed", id);
}

function textCell(row: string): CellAddress {
  return { table: "LembarDefinition", column: "text", row };
}

function noted(work: Work, action: string, id: string): void {
  work.audit.push({ action, subject: "lembar", subjectId: id });
}
