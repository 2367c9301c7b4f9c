import { strExpires } from "../../practice/deadlines/strRenewal.js";
import { deadlineOf } from "../../practice/deadlines.js";
import type { LocalDate } from "../../practice/form.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import { parseRules } from "../people/rules.js";
import type { Work } from "../people/work.js";
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
  if (kind === "str") await recalculateStr(work, actor.memberId);
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
  await recalculateStr(work, actor.memberId);
}

/** Brings the deadline for renewing a member's STR in line with the wallet. Its anchor is the permit. */
export async function recalculateStr(work: Work, memberId: string): Promise<void> {
  const tx = await work.tx();
  const member = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    include: { organization: { select: { timeZone: true, rules: true } } },
  });
  const { timeZone } = member.organization;
  const hours = hoursFrom(timeZone, parseRules(member.organization.rules));
  const str = await tx.permit.findFirst({ where: { memberId, kind: "str", removedAt: null } });
  const rows = await tx.deadline.findMany({ where: { memberId, key: "str-renewal", caseId: null } });
  for (const row of rows) {
    if (row.anchor === str?.id || row.doneAt !== null || row.cancelledAt !== null) continue;
    await tx.deadline.update({
      where: { id: row.id },
      // A new STR ends the deadline as done. Without a new one it is cancelled.
      data: { nextAt: null, ...(str === null ? { cancelledAt: work.now } : { doneAt: work.now }) },
    });
  }
  if (str === null || str.expiresOn === null) return;
  const deadline = deadlineOf("str-renewal", strExpires(str.expiresOn, timeZone, str.id));
  const row = rows.find(({ anchor }) => anchor === str.id);
  if (row !== undefined)
    await correctDeadline(tx, work.now, row, deadline, { memberId, hours, retime: true });
  else
    await addDeadline(work, deadline, {
      organizationId: member.organizationId,
      caseId: null,
      memberId,
      hours,
    });
}

function placeOf(id: string) {
  return { table: "Permit", column: "number", row: id };
}
