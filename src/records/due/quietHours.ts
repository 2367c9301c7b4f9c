import type { Deadline } from "../../generated/prisma/client.js";
import { dateIn } from "../../practice/calendar.js";
import { heardFrom } from "../../practice/ladder.js";
import { Conflict } from "../people/actor.js";
import { actorOf, caseStub } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { kindsIn } from "../storage/deadlineKinds.js";
import { hoursFrom } from "./deadlines.js";

/** A clock of the law that runs out within so many hours does not wait for the morning. */
const pressingHours = 72;

/**
 * When somebody else hears of something in a case that happens now: undefined for at once, the next digest in the
 * organisation's quiet hours. Where a danger is open in it, or a clock of the law soon runs out, always at once. For
 * whoever may read the case. Throws `NotAllowed`.
 */
export async function heardLater(work: Work, caseId: string): Promise<Date | undefined> {
  const { zone, rules } = actorOf(work);
  const from = heardFrom(work.now, hoursFrom(zone, rules));
  if (from === undefined) return undefined;
  await caseStub(work, { id: caseId }, "read");
  const tx = await work.tx();
  const until = new Date(work.now.getTime() + pressingHours * 3_600_000);
  const [{ pressing } = { pressing: false }] = await tx.$queryRaw<{ pressing: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Danger" WHERE "caseId" = ${caseId} AND "closedAt" IS NULL)
      OR EXISTS (SELECT 1 FROM "Deadline" WHERE "caseId" = ${caseId} AND "statutory" AND "dueAt" <= ${until}
        AND "doneAt" IS NULL AND "cancelledAt" IS NULL) AS "pressing"`;
  return pressing ? undefined : from;
}

/**
 * Puts a form that waits for its approval into the next digest of whoever decides, because its worker asks for it in the
 * quiet hours. `from` is that digest. Throws `NotAllowed` for anyone but its worker, and `Conflict` where nothing waits.
 */
export async function nudgeInDigest(
  work: Work,
  { id: roundId, case: { id: caseId } }: { readonly id: string; readonly case: { readonly id: string } },
  from: Date,
): Promise<void> {
  await caseStub(work, { id: caseId }, "hand-in");
  const tx = await work.tx();
  const due = await tx.deadline.findFirst({
    where: {
      caseId,
      key: { in: kindsIn(work.sealer, ["approval"]) },
      roundId,
      doneAt: null,
      cancelledAt: null,
    },
  });
  if (due === null) throw new Conflict("the round does not wait");
  await putInDigest(work, due, from);
}

/** Puts a deadline into the digest of its owner that comes at `from`, because somebody reminds of it by hand. */
export async function putInDigest(
  work: Work,
  due: Pick<Deadline, "id" | "organizationId" | "dueVersion" | "memberId">,
  from: Date,
): Promise<void> {
  const { id: deadlineId, organizationId, dueVersion, memberId } = due;
  const tx = await work.tx();
  await tx.reminder.createMany({
    data: {
      id: work.newId(),
      organizationId,
      deadlineId,
      dueVersion,
      memberId,
      rung: `nudged-${dateIn(actorOf(work).zone, from)}`,
      audience: "owner",
      urgent: false,
      status: "waiting",
      reason: "quiet",
      at: work.now,
      notBefore: from,
    },
    skipDuplicates: true,
  });
}
