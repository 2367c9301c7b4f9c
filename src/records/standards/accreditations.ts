/** The accreditation of an institution: recorded by an admin, and reminded of before it ends. */
import { accreditationExpires } from "../../practice/deadlines/accreditationRenewal.js";
import { deadlineOf } from "../../practice/deadlines.js";
import type { LocalDate } from "../../practice/form.js";
import { type AccreditationGrade, accreditationGrades } from "../../practice/standards/accreditation.js";
import { addDeadline, hoursFrom } from "../due/deadlines.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { adminOf } from "../people/members.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { kindsIn } from "../storage/deadlineKinds.js";
import type { Unreadable } from "../storage/seal.js";
import { wordOf } from "../storage/vocabulary.js";

/** What an institution is accredited with. */
export type AccreditationRecord = {
  readonly id: string;
  readonly grade: AccreditationGrade;
  readonly number: string | Unreadable;
  readonly issuedOn: LocalDate;
  readonly expiresOn: LocalDate;
  /** When it was replaced or taken out; null while it is in force here. */
  readonly removedAt: Date | null;
};

/** The accreditation of the acting member's institution; undefined where none is recorded. */
export async function currentAccreditation(work: Work): Promise<AccreditationRecord | undefined> {
  return (await accreditations(work)).find(({ removedAt }) => removedAt === null);
}

/** All that were recorded, the newest first: few, one in years. */
export async function accreditations(work: Work): Promise<readonly AccreditationRecord[]> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  const rows = await tx.accreditation.findMany({
    where: { organizationId },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 12,
  });
  return rows.map(({ id, grade, number, issuedOn, expiresOn, removedAt }) => ({
    id,
    grade: wordOf(accreditationGrades, grade, "Accreditation.grade"),
    number: work.sealer.read(number, cellOf(id)),
    issuedOn,
    expiresOn,
    removedAt,
  }));
}

/**
 * Records an accreditation. A newer one takes the place of the one before, whose deadline ends as done. Throws
 * `NotAllowed` for anyone but an admin, and `Conflict` where it would end before it begins.
 */
export async function keepAccreditation(
  work: Work,
  {
    grade,
    number,
    issuedOn,
    expiresOn,
  }: {
    readonly grade: AccreditationGrade;
    readonly number: string;
    readonly issuedOn: LocalDate;
    readonly expiresOn: LocalDate;
  },
): Promise<void> {
  const { organizationId, memberId, zone, rules } = adminOf(work);
  if (expiresOn <= issuedOn) throw new Conflict("it ends before it begins");
  await lockAccreditations(work);
  await takeOut(work, "doneAt");
  const tx = await work.tx();
  const id = work.newId();
  await tx.accreditation.create({
    data: {
      id,
      organizationId,
      grade,
      number: work.sealer.seal(number, cellOf(id)),
      issuedOn,
      expiresOn,
      recordedById: memberId,
      createdAt: work.now,
    },
  });
  const due = deadlineOf("accreditation-renewal", accreditationExpires(expiresOn, zone, id));
  await addDeadline(work, due, { organizationId, caseId: null, memberId, hours: hoursFrom(zone, rules) });
  work.audit.push({
    action: "accreditation.kept",
    subject: "accreditation",
    subjectId: id,
    detail: { grade },
  });
}

/** Takes out what was recorded in error: its deadline is cancelled. Throws `NotAllowed`. */
export async function dropAccreditation(work: Work, accreditationId: string): Promise<void> {
  await lockAccreditations(work);
  const current = await currentAccreditation(work);
  if (current?.id !== accreditationId) throw new NotAllowed();
  await takeOut(work, "cancelledAt");
  work.audit.push({ action: "accreditation.removed", subject: "accreditation", subjectId: accreditationId });
}

/** Of two admins who change it at once the second waits, and sees what the first did. */
async function lockAccreditations(work: Work): Promise<void> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  await tx.$queryRaw`SELECT 1 FROM "Organization" WHERE "id" = ${organizationId} FOR UPDATE`;
}

/** The one in force goes, and its deadline with it. */
async function takeOut(work: Work, as: "doneAt" | "cancelledAt"): Promise<void> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  await tx.accreditation.updateMany({
    where: { organizationId, removedAt: null },
    data: { removedAt: work.now },
  });
  await tx.deadline.updateMany({
    where: {
      organizationId,
      caseId: null,
      key: { in: kindsIn(work.sealer, ["accreditation-renewal"]) },
      doneAt: null,
      cancelledAt: null,
    },
    data: { [as]: work.now, nextAt: null },
  });
}

function cellOf(row: string) {
  return { table: "Accreditation", column: "number", row };
}
