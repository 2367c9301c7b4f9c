import { dateIn } from "../../practice/calendar.js";
import type { DayCount } from "../../practice/deadline.js";
import type { Actor } from "../people/actor.js";
import { dayCount } from "../people/holidays.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { type Case, caseFor } from "./case.js";

/** How far a case is, as screens show it. */
export type Progress = Case;

/** Reads how far a case is, for whoever may read it; the reading is audited. Throws `NotAllowed`. */
export function progressOf(work: Work, caseId: string): Promise<Progress> {
  return caseFor(work, caseId, "read");
}

/** How the acting member's organisation counts days. */
export function dayCountOf(actor: Actor): DayCount {
  return dayCount(actor.zone, actor.rules.calendar);
}

/** Today where the acting member's organisation is. */
export function todayOf(work: Work): string {
  return dateIn(actorOf(work).zone, work.now);
}
