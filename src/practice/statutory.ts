/**
 * The clocks of the law. They run in exact hours from the moment that starts them; no rule of an organisation
 * moves them. Only articles that were read in the law's own text are cited.
 */
import { endOfDay, startOfDay } from "./calendar.js";
import { type CaseFacts, latest } from "./caseFacts.js";
import { type Deadline, hoursAfter, months } from "./deadline.js";
import type { LocalDate } from "./form.js";

/** 3 × 24 jam, as the laws have it. */
const threeDays = 3 * 24;

/**
 * The statutory deadlines of a case. They count from the answers, also of a draft: the law does not wait for a
 * form to be sent. Each ends by a tick, except accompaniment, which ends with the case too.
 */
export function statutoryDeadlines(facts: CaseFacts, zone: string): readonly Deadline[] {
  const round = latest(facts, "approach");
  if (!round) return [];
  const { reportRequestedAt, violenceReportedAt, returnedOn, handedOverOn } = round.facts;
  const deadlines: Deadline[] = [];
  const law = { anchor: round.id, statutory: true } as const;
  if (reportRequestedAt !== undefined) {
    deadlines.push({
      ...law,
      key: "child-victim-report",
      ...withinThreeDays(new Date(reportRequestedAt)),
      step: "assessment",
      basis: { work: "PP 65/2015", article: "Pasal 13 ayat (2)" },
    });
  }
  if (violenceReportedAt !== undefined) {
    deadlines.push({
      ...law,
      key: "sexual-violence-police-report",
      ...withinThreeDays(new Date(violenceReportedAt)),
      step: "tick",
      basis: { work: "UU 12/2022", article: "Pasal 41 ayat (3)" },
    });
  }
  const leftOn = returnedOn ?? handedOverOn;
  if (leftOn !== undefined && !facts.closed) {
    const article = returnedOn === undefined ? "Pasal 33 ayat (2)" : "Pasal 31 ayat (3)";
    deadlines.push({
      ...law,
      key: "child-accompaniment-end",
      ...months(leftOn, 6, zone),
      step: "tick",
      basis: { work: "PP 58/2022", article },
    });
  }
  return deadlines.filter(({ key, anchor }) => !facts.fulfilled.has(`${key}:${anchor}`));
}

/** What a client may ask for under UU 27/2022, each to be done within 3 × 24 hours. */
export const dataRequests = {
  correction: "Pasal 30",
  access: "Pasal 32",
  withdrawal: "Pasal 40",
} as const;
export type DataRequest = keyof typeof dataRequests;

/** A client's request about their own data; `anchor` names the request. */
export function dataSubjectRequest(request: DataRequest, askedAt: Date, anchor: string): Deadline {
  return {
    key: "data-subject-request",
    anchor,
    ...withinThreeDays(askedAt),
    statutory: true,
    step: "tick",
    basis: { work: "UU 27/2022", article: dataRequests[request] },
  };
}

/** The written notice after personal data leaked; `anchor` names the breach. */
export function dataBreachNotice(knownAt: Date, anchor: string): Deadline {
  return {
    key: "data-breach-notice",
    anchor,
    ...withinThreeDays(knownAt),
    statutory: true,
    step: "tick",
    basis: { work: "UU 27/2022", article: "Pasal 46" },
  };
}

/** Days before an STR ends at which its holder is reminded. The five years are law, this rhythm is custom. */
export const strReminderDays = [180, 90, 30, 7] as const;

/**
 * The renewal of an STR, from its first reminder to the end of its last day. Not `statutory` in the sense of a
 * running clock: it has its own slow rhythm and speaks in the digest. `anchor` names the holder.
 */
export function strRenewal(expiresOn: LocalDate, zone: string, anchor: string): Deadline {
  const dueAt = endOfDay(zone, expiresOn);
  return {
    key: "str-renewal",
    anchor,
    startsAt: hoursAfter(startOfDay(zone, expiresOn), -24 * strReminderDays[0]),
    dueAt,
    statutory: false,
    step: "tick",
    basis: { work: "UU 14/2019", article: "Pasal 30 ayat (1)" },
  };
}

function withinThreeDays(startsAt: Date): Pick<Deadline, "startsAt" | "dueAt"> {
  return { startsAt, dueAt: hoursAfter(startsAt, threeDays) };
}
