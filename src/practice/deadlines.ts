/**
 * What is due in a case, read off its facts. A deadline stands in this list while it is outstanding: doing the
 * step takes it out, moving a date moves it, and nothing has to be remembered elsewhere.
 */
import { addMonths, dateIn, endOfDay, startOfDay } from "./calendar.js";
import {
  type CaseFacts,
  completedAt,
  isComplete,
  isCurrent,
  latest,
  latestComplete,
  planInForce,
  type Round,
  standingDecision,
} from "./caseFacts.js";
import { type DayCount, type Deadline, type DeadlineKey, practiceDays } from "./deadline.js";
import type { FormId, LocalDate } from "./form.js";
import { awaitingAnswer } from "./gates.js";
import { visitsSince } from "./lifecycle.js";
import type { PracticeRules } from "./rules.js";
import { statutoryDeadlines } from "./statutory.js";

/** The outstanding deadlines of a case, the soonest first. */
export function deadlines(facts: CaseFacts, rules: PracticeRules, count: DayCount): readonly Deadline[] {
  const counted: Counted = { facts, rules, count };
  const practice = facts.closed
    ? [...aftercare(counted), ...unfinished(facts.rounds.aftercare, counted)]
    : [
        ...serviceContract(counted),
        ...assessment(counted),
        ...plan(counted),
        ...firstSession(counted),
        ...nextSession(counted),
        ...evaluation(counted),
        ...referralAnswers(counted),
        ...unfinished(Object.values(facts.rounds).flat(), counted),
      ];
  return [...statutoryDeadlines(facts, count.zone), ...practice].sort(
    (a, b) => a.dueAt.getTime() - b.dueAt.getTime(),
  );
}

type Counted = { readonly facts: CaseFacts; readonly rules: PracticeRules; readonly count: DayCount };
type Span = Pick<Deadline, "startsAt" | "dueAt">;

/** From the answer that found the client eligible until the contract is signed. */
function serviceContract({ facts, rules, count }: Counted): readonly Deadline[] {
  const round = latest(facts, "approach");
  const { eligible, consent, signedOn } = round?.facts ?? {};
  if (!round || eligible !== true || consent === false || signedOn !== undefined) return [];
  const found = round.answeredAt("eligible") ?? round.startedAt;
  const span = practiceDays(found, rules.days.serviceContract, rules, count);
  return [due("service-contract", round.id, span, "approach")];
}

/** From the day the contract was signed until the first assessment is sent. */
function assessment({ facts, rules, count }: Counted): readonly Deadline[] {
  const round = latest(facts, "approach");
  const { signedOn, consent } = round?.facts ?? {};
  if (!round || signedOn === undefined || consent === false || facts.rounds.assessment.some(isSent))
    return [];
  const signed = startOfDay(count.zone, signedOn);
  const span = practiceDays(signed, rules.days.assessment, rules, count);
  return [due("assessment", round.id, span, "assessment")];
}

/** From the assessment until the first plan is sent; from a decision to revise it until a new one is. */
function plan({ facts, rules, count }: Counted): readonly Deadline[] {
  const standing = standingDecision(facts);
  const revised = standing?.decision === "revise-plan" ? standing.evaluation : undefined;
  const since = revised ?? facts.rounds.assessment.find(isComplete);
  if (!since) return [];
  const from = completedAt(since);
  const sent = facts.rounds.plan.some((round) => isSent(round) && (!revised || round.startedAt >= from));
  return sent ? [] : [due("plan", since.id, practiceDays(from, rules.days.plan, rules, count), "plan")];
}

/** From the plan in force, agreed to and approved, until the first session is noted. */
function firstSession({ facts, rules, count }: Counted): readonly Deadline[] {
  const agreed = planInForce(facts);
  if (!agreed || facts.rounds.session.some(isComplete)) return [];
  const span = practiceDays(completedAt(agreed), rules.days.firstSession, rules, count);
  return [due("first-session", agreed.id, span, "session")];
}

/** Until the date the last session gave for the next. */
function nextSession({ facts, count }: Counted): readonly Deadline[] {
  const last = latestComplete(facts, "session");
  const { nextDate } = last?.facts ?? {};
  const ending = standingDecision(facts)?.decision === "terminate";
  if (!last || nextDate === undefined || !isCurrent(last, facts) || ending) return [];
  return [due("next-session", last.id, until(completedAt(last), nextDate, count), "session")];
}

/** Until the date in the plan, or the one the last evaluation gave for the next. */
function evaluation({ facts, rules, count }: Counted): readonly Deadline[] {
  const agreed = planInForce(facts);
  if (!agreed) return [];
  const last = facts.rounds.evaluation.findLast((round) => isSent(round) && isCurrent(round, facts));
  const follows = !last || (isComplete(last) && completedAt(agreed) > completedAt(last));
  if (!follows && (!isComplete(last) || last.facts.decision !== "continue")) return [];
  const source = follows ? agreed : last;
  const date = follows ? agreed.facts.evaluationDate : last.facts.nextEvaluation;
  // In a reopened case the plan's date may be long past; the count begins with the reopening.
  const from = later(completedAt(source), facts.reopenedAt);
  const stands = date !== undefined && date >= dateIn(count.zone, from);
  const span = stands ? until(from, date, count) : practiceDays(from, rules.days.evaluation, rules, count);
  return [due("evaluation", source.id, span, "evaluation")];
}

/** From the day a referral went out until the institution's answer is noted. */
function referralAnswers({ facts, rules, count }: Counted): readonly Deadline[] {
  return awaitingAnswer(facts).map((round) => {
    const { sentOn } = round.facts;
    const from = sentOn === undefined ? completedAt(round) : startOfDay(count.zone, sentOn);
    const span = practiceDays(from, rules.days.referralAnswer, rules, count);
    return { ...due("referral-answer", round.id, span, "referral"), roundId: round.id };
  });
}

/**
 * The visits after a termination: the first on the date the termination gave, each further on the date the last
 * visit gave; where none was given, at the months of the organisation's rule. Without aftercare only what a
 * visit itself asked for.
 */
function aftercare({ facts, rules, count }: Counted): readonly Deadline[] {
  const termination = latestComplete(facts, "termination");
  const { closed } = facts;
  if (!closed || !termination || !isCurrent(termination, facts) || closed.outcome === "died") return [];
  const visits = visitsSince(facts).filter(isSent);
  const { aftercare: wanted, firstVisit, endedOn } = termination.facts;
  const ended = endedOn ?? dateIn(count.zone, closed.at);
  const given = visits.length === 0 ? firstVisit : visits.at(-1)?.facts.nextVisit;
  const scheduled = wanted === false ? [] : rules.aftercareMonths.slice(visits.length);
  const dates: LocalDate[] = given === undefined ? [] : [given];
  for (const month of given === undefined ? scheduled : scheduled.slice(1)) {
    const date = addMonths(ended, month);
    const before = dates.at(-1);
    // A visit put off past the next one takes its place.
    if (before === undefined || date > before) dates.push(date);
  }
  return dates.map((date, index) => {
    const anchor = `${termination.id}:${visits.length + index + 1}`;
    return due("aftercare", anchor, until(closed.at, date, count), "aftercare");
  });
}

/** What waits for the supervisor, and what lies unfinished. */
function unfinished(rounds: readonly Round[], { rules, count }: Counted): readonly Deadline[] {
  return rounds.flatMap((round) => {
    const { id, form, status, submittedAt, lastAnswerAt, decidedAt } = round;
    if (status === "submitted" && submittedAt) {
      const span = practiceDays(submittedAt, rules.days.approval, rules, count);
      // Each time it is sent is an occurrence of its own.
      const anchor = `${id}:${submittedAt.toISOString()}`;
      return [{ ...due("approval", anchor, span, "approve"), roundId: id }];
    }
    if (status !== "draft" && status !== "returned") return [];
    const since = status === "returned" ? later(lastAnswerAt, decidedAt) : lastAnswerAt;
    const span = practiceDays(since, rules.days.draftIdle, rules, count);
    return [{ ...due("draft-idle", id, span, form), roundId: id }];
  });
}

/** Whether the worker has done with a round: it was sent, and not returned. */
function isSent(round: Round): boolean {
  return round.status === "submitted" || isComplete(round);
}

function due(key: DeadlineKey, anchor: string, span: Span, step: FormId | "approve"): Deadline {
  return { key, anchor, ...span, statutory: false, step };
}

function until(startsAt: Date, date: LocalDate, { zone }: DayCount): Span {
  return { startsAt, dueAt: endOfDay(zone, date) };
}

function later(a: Date, b: Date | null): Date {
  return b !== null && b > a ? b : a;
}
