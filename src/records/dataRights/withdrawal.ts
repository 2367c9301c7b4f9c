import { dateIn, startOfDay } from "../../practice/calendar.js";
import { dataStanding } from "../../practice/dataGround.js";
import type { LocalDate } from "../../practice/form.js";
import { type Case, caseFor } from "../case/case.js";
import { changeCase } from "../case/change.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { beginDataRequest } from "./dataRequests.js";

/**
 * The client withdrew consent to the use of their data on `day`. The 3 × 24 hours of UU 27/2022 Pasal 40 start, and
 * the case needs another legal ground. Returns the case and the id of the request. Throws `NotAllowed`, and
 * `Conflict` where consent was withdrawn already.
 */
export async function noteWithdrawal(
  work: Work,
  caseId: string,
  day: LocalDate,
  how: string,
): Promise<{ readonly subject: Case; readonly requestId: string }> {
  const before = await caseFor(work, caseId, "request");
  if (how.trim() === "") throw new NotAllowed();
  if (dataStanding(before.facts).kind === "missing")
    throw new Conflict("the case waits for a ground already");
  const subject = await changeCase(work, before, { turns: [{ kind: "withdrawn", day, reason: how }] });
  const { zone } = actorOf(work);
  // For an earlier day the hour is unknown. The law counts from its beginning at the earliest.
  const since = day === dateIn(zone, work.now) ? work.now : startOfDay(zone, day);
  return { subject, requestId: await beginDataRequest(work, caseId, "withdrawal", how, since) };
}
