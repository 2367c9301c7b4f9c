/** The deadline by which an entry of the institution's own is looked at again: one for each entry, of the admin in charge. */
import { reviewedAgain } from "../../practice/deadlines/entryReview.js";
import { deadlineOf } from "../../practice/deadlines.js";
import type { LocalDate } from "../../practice/form.js";
import { addDeadline, correctDeadline, hoursFrom } from "../due/deadlines.js";
import { adminOf } from "../people/members.js";
import type { Work } from "../people/work.js";
import { kindsIn } from "../storage/deadlineKinds.js";

/** Sets the day on which an entry is looked at, or moves it. It goes to the acting admin. Throws `NotAllowed`. */
export async function remindOfReview(work: Work, entryId: string, reviewOn: LocalDate): Promise<void> {
  const { organizationId, memberId, zone, rules } = adminOf(work);
  const tx = await work.tx();
  const hours = hoursFrom(zone, rules);
  const deadline = deadlineOf("entry-review", reviewedAgain(reviewOn, zone, entryId));
  const row = await tx.deadline.findFirst({ where: deadlineWhere(work, entryId) });
  if (row === null) await addDeadline(work, deadline, { organizationId, caseId: null, memberId, hours });
  else await correctDeadline(tx, work.now, row, deadline, { memberId, hours, retime: true });
}

/** Nobody has to look at an entry that is retired. Throws `NotAllowed`. */
export async function endReview(work: Work, entryId: string): Promise<void> {
  const tx = await work.tx();
  await tx.deadline.updateMany({
    where: { ...deadlineWhere(work, entryId), doneAt: null, cancelledAt: null },
    data: { cancelledAt: work.now, nextAt: null },
  });
}

function deadlineWhere(work: Work, entryId: string) {
  const { organizationId } = adminOf(work);
  return {
    organizationId,
    caseId: null,
    key: { in: kindsIn(work.sealer, ["entry-review"]) },
    anchor: entryId,
  };
}
