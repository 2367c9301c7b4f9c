/** What one case adds to a report: a flat line of facts as they stood at the end of the period. No word anybody wrote. */
import { dateIn, daysBetween } from "../calendar.js";
import { isComplete, type Outcome, type Round } from "../caseFacts.js";
import { ageOn, isBirth } from "../conditions.js";
import type { Answers, ClientLevel, FormId, LocalDate, Stage } from "../form.js";
import { ppksKinds } from "../forms/vocabulary.js";
import { lastContactOf } from "../lastContact.js";
import { stageOf } from "../lifecycle.js";
import { type LineResults, lineResults } from "./attainment.js";
import { type LeftOut, leftOut } from "./countable.js";
import { type CaseThen, caseAt, type DatedCase, firstCountedAt, workerAt } from "./dated.js";
import { type LineDuties, lineDuties } from "./duties.js";
import { isDayInFrame, isInFrame, type ReportFrame } from "./reportFrame.js";

/** Who the client is, as a table of people has it: a sex with an age band, a group, or not known. */
export const personGroups = [
  "female-child",
  "female-adult",
  "female-elder",
  "male-child",
  "male-adult",
  "male-elder",
  "group",
  "unknown",
] as const;

/** A column of a table of people. Children are under 18, the elderly 60 and older. */
export type PersonGroup = (typeof personGroups)[number];

/** What became of a referral; `none` while the institution has not answered. */
export const referralAnswers = ["accepted", "completed", "declined", "none"] as const;

/** What a case adds to a report. */
export type ReportLine = LineDuties &
  LineResults & {
    /** Whose case it was at the end. */
    readonly workerId: string;
    readonly opened: boolean;
    readonly reopened: boolean;
    /** How it ended within the period, where it has not been reopened since. */
    readonly closed: Outcome | null;
    readonly isOpen: boolean;
    readonly stage: Stage | "closed";
    readonly level: ClientLevel;
    readonly person: PersonGroup;
    readonly ppks: (typeof ppksKinds)[number] | null;
    readonly source: string | null;
    /** The legal situation, `none` left out. */
    readonly legal: readonly string[];
    /** Days from its opening to its end, or to the end of the period. */
    readonly days: number;
    /** Dangers noted within the period. */
    readonly dangers: readonly string[];
    /** Days from the opening to the first assessment, or plan, that counted within the period; else null. */
    readonly toAssessment: number | null;
    readonly toPlan: number | null;
    /** Sessions, and visits after the end, held within the period. */
    readonly sessions: number;
    readonly visits: number;
    /** Of an open case: days since the client was last met. */
    readonly sinceContact: number | null;
    /** Of each referral sent within the period, the answer known at its end. */
    readonly referrals: readonly (typeof referralAnswers)[number][];
    /** How often it changed hands inside, and went to another institution, within the period. */
    readonly handedOver: number;
    readonly takenOver: number;
  };

/** A case in a report: counted, over before the period, or why it is left out. */
export type ReportedCase =
  | { readonly kind: "past" }
  | { readonly kind: "counted"; readonly line: ReportLine }
  | { readonly kind: "left-out"; readonly because: LeftOut };

/** The answers that a line needs besides those the facts of a form are read from. */
export const reportKeys: { readonly [form in FormId]?: readonly string[] } = {
  approach: ["source", "sex", "headSex", "headBirth", "ppks"],
  assessment: ["functioningNeeds", "functioningRoles", "functioningCoping"],
  evaluation: [
    "functioningNeeds",
    "functioningRoles",
    "functioningCoping",
    // A plan has ten goals at most.
    ...Array.from({ length: 10 }, (_, goal) => `attainment.${goal}.level`),
  ],
};

/**
 * What a case adds to a report of a period; undefined where it adds nothing, since it was not open then or not theirs.
 * `isTheirs` tells whether the cases of a worker belong into the report.
 */
export function reportedCase(
  dated: DatedCase,
  frame: ReportFrame,
  isTheirs: (workerId: string) => boolean,
): ReportedCase | undefined {
  if (dated.openedAt > frame.at || !isTheirs(workerAt(dated, frame.at))) return undefined;
  const then = caseAt(dated, frame.at);
  if (then === undefined) return undefined;
  const { closed } = then.facts;
  // Discarded while it was empty: it was no case.
  if (closed?.outcome === "voided") return undefined;
  const because = leftOut(then.facts, then);
  const line = lineOf(dated, then, frame);
  const isPast = closed !== null && closed.at < frame.startsAt && line.visits === 0;
  // Also of what is not counted only those of the period are told.
  if (isPast) return because === undefined ? { kind: "past" } : undefined;
  return because === undefined ? { kind: "counted", line } : { kind: "left-out", because };
}

function lineOf(dated: DatedCase, then: CaseThen, frame: ReportFrame): ReportLine {
  const { facts } = then;
  const { zone } = frame.count;
  const within = (at: Date) => isInFrame(at, frame);
  const openedOn = dateIn(zone, dated.openedAt);
  const { closed } = facts;
  const approach = facts.rounds.approach.at(-1);
  const told = approach === undefined ? undefined : then.answers.get(approach.id);
  const firstDone = <F extends FormId>(form: F) => {
    const done = facts.rounds[form].filter(isComplete).flatMap(({ id }) => firstCountedAt(dated, id) ?? []);
    const first = done.sort((a, b) => a.getTime() - b.getTime())[0];
    return first !== undefined && within(first) ? daysBetween(openedOn, dateIn(zone, first)) : null;
  };
  const turnsOf = (kind: DatedCase["turns"][number]["kind"]) =>
    dated.turns.filter((turn) => turn.kind === kind && within(turn.at));
  const level = approach?.facts.level ?? "individual";
  return {
    workerId: then.workerId,
    opened: within(dated.openedAt),
    reopened: turnsOf("reopened").length > 0,
    closed: closed !== null && within(closed.at) ? closed.outcome : null,
    isOpen: closed === null,
    stage: stageOf(facts),
    level,
    person: personOf(level, told, frame.day),
    ppks: ppksKinds.find((kind) => kind === told?.get("ppks")) ?? null,
    source: wordIn(told, "source"),
    legal: (approach?.facts.legal ?? []).filter((one) => one !== "none"),
    days: daysBetween(openedOn, closed === null ? frame.day : dateIn(zone, closed.at)),
    dangers: [...new Set(dated.dangers.filter(({ at }) => within(at)).flatMap(({ kinds }) => kinds))],
    toAssessment: firstDone("assessment"),
    toPlan: firstDone("plan"),
    sessions: heldIn(facts.rounds.session, frame),
    visits: heldIn(facts.rounds.aftercare, frame),
    sinceContact:
      closed === null ? Math.max(0, daysBetween(lastContactOf(facts) ?? openedOn, frame.day)) : null,
    ...lineDuties(dated, facts, frame),
    referrals: facts.rounds.referral.flatMap((round) =>
      isComplete(round) && isDayInFrame(round.facts.sentOn, frame) ? [round.facts.status ?? "none"] : [],
    ),
    ...lineResults(then, frame),
    handedOver: turnsOf("reassigned").length,
    takenOver: dated.takenOver.filter(within).length,
  };
}

function personOf(level: ClientLevel, told: Answers | undefined, day: LocalDate): PersonGroup {
  if (level === "group" || level === "community") return "group";
  const [sex, birth] = [
    told?.get("sex") ?? told?.get("headSex"),
    told?.get("birth") ?? told?.get("headBirth"),
  ];
  if ((sex !== "female" && sex !== "male") || !isBirth(birth)) return "unknown";
  const age = ageOn(birth, day);
  return `${sex}-${age < 18 ? "child" : age < 60 ? "adult" : "elder"}`;
}

function wordIn(told: Answers | undefined, key: string): string | null {
  const value = told?.get(key);
  return typeof value === "string" ? value : null;
}

function heldIn(rounds: readonly (Round<"session"> | Round<"aftercare">)[], frame: ReportFrame): number {
  return rounds.filter((round) => isComplete(round) && isDayInFrame(round.facts.date, frame)).length;
}
