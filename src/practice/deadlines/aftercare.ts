import { addMonths, dateIn } from "../calendar.js";
import { isCurrent, latestComplete, visitsSince } from "../caseFacts.js";
import { type DeadlineRule, everyDay, isSent } from "../deadline.js";
import type { LocalDate } from "../form.js";

/**
 * The visits after a termination: the first on the date the termination gave, each further on the date the last
 * visit gave; where none was given, at the months of the organisation's rule. Without aftercare only what a
 * visit itself asked for.
 */
export const aftercareDeadline = {
  key: "aftercare",
  statutory: false,
  step: "aftercare",
  endsBy: "form",
  schedule: everyDay,
  hears: ["owner", "superior", "admin"],
  listed: "always",
  find: (facts, { until, zone, aftercareMonths }) => {
    const termination = latestComplete(facts, "termination");
    const { closed } = facts;
    if (!closed || !termination || !isCurrent(termination, facts) || closed.outcome === "died") return [];
    const visits = visitsSince(facts).filter(isSent);
    const { aftercare: wanted, firstVisit, endedOn } = termination.facts;
    const ended = endedOn ?? dateIn(zone, closed.at);
    const given = visits.length === 0 ? firstVisit : visits.at(-1)?.facts.nextVisit;
    const scheduled = wanted === false ? [] : aftercareMonths.slice(visits.length);
    const dates: LocalDate[] = given === undefined ? [] : [given];
    for (const month of given === undefined ? scheduled : scheduled.slice(1)) {
      const date = addMonths(ended, month);
      const before = dates.at(-1);
      // A visit postponed past the next one takes its place.
      if (before === undefined || date > before) dates.push(date);
    }
    return dates.map((date, index) => ({
      anchor: `${termination.id}:${visits.length + index + 1}`,
      ...until(closed.at, date),
    }));
  },
} as const satisfies DeadlineRule;
