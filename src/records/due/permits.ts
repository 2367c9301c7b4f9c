import { strExpires } from "../../practice/deadlines/strRenewal.js";
import { deadlineOf } from "../../practice/deadlines.js";
import type { LocalDate } from "../../practice/form.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import { parseRules } from "../people/rules.js";
import type { Work } from "../people/work.js";
import { kindsIn } from "../storage/deadlineKinds.js";
import { wordOf } from "../storage/vocabulary.js";
import { addDeadline, correctDeadline, hoursFrom } from "./deadlines.js";

/** The kinds of permits. A SIPPS names a place of practice; there are two at most (UU 14/2019 Pasal 38). */
export const permitKinds = ["str", "certificate", "sipps"] as const;

/** A kind of permit. */
export type PermitKind = (typeof permitKinds)[number];

/** A licence or certificate of the acting member. */
export type Permit = {
  readonly id: string;
  readonly kind: PermitKind;
  /** Its number; of a SIPPS the place. */
  readonly number: string;
  readonly issuedOn: LocalDate | null;
  readonly expiresOn: LocalDate | null;
};

/** The most places of practice a member may have (UU 14/2019 Pasal 38). */
export const maxPlaces = 2;

/** The acting member's own permits. */
export async function ownPermits(work: Work): Promise<Permit[]> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const rows = await tx.permit.findMany({
    where: { memberId: actor.memberId, removedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, kind, number, issuedOn, expiresOn }) => ({
    id,
    kind: wordOf(permitKinds, kind, "Permit.kind"),
    number: work.sealer.open(number, placeOf(id)),
    issuedOn,
    expiresOn,
  }));
}

/**
 * Stores a permit. A new STR or certificate replaces the old one. Throws `Conflict` for a third place of practice.
 */
export async function keepPermit(work: Work, permit: Omit<Permit, "id">): Promise<void> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const holder = { memberId: actor.memberId, kind: permit.kind, removedAt: null };
  if (permit.kind === "sipps") {
    if ((await tx.permit.count({ where: holder })) >= maxPlaces)
      throw new Conflict("two places are the most");
  } else {
    await tx.permit.updateMany({ where: holder, data: { removedAt: work.now } });
  }
  const id = work.newId();
  const { kind, number, issuedOn, expiresOn } = permit;
  await tx.permit.create({
    data: {
      id,
      organizationId: actor.organizationId,
      memberId: actor.memberId,
      kind,
      number: work.sealer.seal(number, placeOf(id)),
      issuedOn,
      expiresOn,
      createdAt: work.now,
    },
  });
  work.audit.push({ action: "permit.kept", subject: "permit", subjectId: id, detail: { kind } });
  if (kind === "str") await recalculateStr(work, actor.organizationId, [actor.memberId]);
}

/** Takes a permit out of the wallet. */
export async function removePermit(work: Work, id: string): Promise<void> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const { count } = await tx.permit.updateMany({
    where: { id, memberId: actor.memberId, removedAt: null },
    data: { removedAt: work.now },
  });
  if (count === 0) throw new NotAllowed();
  work.audit.push({ action: "permit.removed", subject: "permit", subjectId: id });
  await recalculateStr(work, actor.organizationId, [actor.memberId]);
}

/** Brings the deadlines for renewing the STR of members of one organisation in line with their wallets. */
export async function recalculateStr(
  work: Work,
  organizationId: string,
  memberIds: readonly string[],
): Promise<void> {
  const tx = await work.tx();
  const { timeZone, rules } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { timeZone: true, rules: true },
  });
  const place = { organizationId, caseId: null, hours: hoursFrom(timeZone, parseRules(rules)) };
  const holders = { memberId: { in: [...memberIds] } };
  const permits = await tx.permit.findMany({ where: { ...holders, kind: "str", removedAt: null } });
  const rows = await tx.deadline.findMany({
    where: { ...holders, key: { in: kindsIn(work.sealer, ["str-renewal"]) }, caseId: null },
  });
  const strOf = new Map(permits.map((permit) => [permit.memberId, permit]));
  for (const row of rows) {
    const str = strOf.get(row.memberId);
    if (row.anchor === str?.id || row.doneAt !== null || row.cancelledAt !== null) continue;
    await tx.deadline.update({
      where: { id: row.id },
      // A new STR ends the deadline as done. Without a new one it is cancelled.
      data: { nextAt: null, ...(str === undefined ? { cancelledAt: work.now } : { doneAt: work.now }) },
    });
  }
  for (const { id, memberId, expiresOn } of strOf.values()) {
    if (expiresOn === null) continue;
    // The permit sets one deadline of a member apart from another.
    const deadline = deadlineOf("str-renewal", strExpires(expiresOn, timeZone, id));
    const row = rows.find(({ anchor }) => anchor === id);
    if (row === undefined) await addDeadline(work, deadline, { ...place, memberId });
    else await correctDeadline(tx, work.now, row, deadline, { memberId, hours: place.hours, retime: true });
  }
}

function placeOf(id: string) {
  return { table: "Permit", column: "number", row: id };
}
