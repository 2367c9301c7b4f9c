/**
 * What a learner really did, read from the bot's records with the learner's own rights and no more: their own cases, their own
 * questions and notes. Names and free texts are not looked at.
 */
import type { DeadlineKey } from "../practice/deadlines.js";
import type { FormId, Path, Value } from "../practice/form.js";
import { caseFor, casesIn } from "../records/case/case.js";
import { listCases } from "../records/case/caseLists.js";
import { clocksOf } from "../records/due/handover.js";
import type { Work } from "../records/people/work.js";
import { questionsAskedSince } from "../records/questions/consultations.js";
import { listDilemmas } from "../records/questions/dilemmas.js";

/** A form of a case as it stands: its answers, and how far it came. */
export type FormHappened = {
  readonly form: FormId;
  readonly answers: ReadonlyMap<Path, Value>;
  readonly isSent: boolean;
  readonly isApproved: boolean;
};

/** A statutory clock of a case. */
export type ClockHappened = {
  readonly key: DeadlineKey;
  readonly dueAt: Date;
  readonly handedOverAt: Date | null;
};

/** What happened since an exercise was begun. */
export type Happened = {
  readonly now: Date;
  readonly cases: readonly {
    readonly forms: readonly FormHappened[];
    readonly clocks: readonly ClockHappened[];
  }[];
  /** How often the supervisor was asked. */
  readonly questions: number;
  /** A dilemma was reasoned through to its end. */
  readonly isReasoned: boolean;
  /** Topics of the guidance that were opened. */
  readonly topics: ReadonlySet<string>;
};

/** Reads what the acting member did since a time. `topics` is what was seen of the guidance in their chat. */
export async function happenedSince(work: Work, since: Date, topics: ReadonlySet<string>): Promise<Happened> {
  const open = await listCases(work, { whose: "mine" }, 0);
  const closed = await listCases(work, { whose: "mine", stage: "closed" }, 0);
  const lines = [...open.lines, ...closed.lines];
  // Read together; each is then looked at with the rights of the member.
  await casesIn(
    work,
    lines.map(({ id }) => id),
  );
  const cases: Happened["cases"][number][] = [];
  for (const { id } of lines) {
    const { rounds, answers } = await caseFor(work, id, "read");
    const opened = rounds[0]?.startedAt;
    if (opened === undefined || opened < since) continue;
    cases.push({
      forms: rounds.map(({ id: round, form, status, submittedAt }) => ({
        form,
        answers: answers.get(round) ?? new Map(),
        isSent: submittedAt !== null,
        isApproved: status === "approved",
      })),
      clocks: await clocksOf(work, id),
    });
  }
  const dilemmas = await listDilemmas(work);
  return {
    now: work.now,
    cases,
    questions: await questionsAskedSince(work, since),
    isReasoned: dilemmas.some(({ createdAt, done }) => done && createdAt >= since),
    topics,
  };
}
