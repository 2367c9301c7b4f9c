/**
 * The 30 made-up cases of the playground: every stage, some in time and some overdue. They are written through the
 * records, by the made-up workers and with their rights, as if they had come to be over the last weeks. The same
 * seed makes the same cases.
 */
import { dateIn, instantOf } from "../practice/calendar.js";
import type { FormId, Path } from "../practice/form.js";
import type { Danger } from "../practice/forms/vocabulary.js";
import { approveRound, returnRound } from "../records/case/approval.js";
import type { AnnouncedFile } from "../records/case/attachments.js";
import { enterForm, openCase } from "../records/case/cases.js";
import { agreeToRequest, closeCase } from "../records/case/closing.js";
import { RoundCache } from "../records/case/roundCache.js";
import { type Rounds, roundsOf } from "../records/case/rounds.js";
import { submitRound } from "../records/case/submission.js";
import { noteDanger } from "../records/danger/dangers.js";
import { acknowledgeDanger } from "../records/danger/openDangers.js";
import { actorOf } from "../records/people/rights.js";
import type { Work } from "../records/people/work.js";
import { actingAs, type RunAt } from "./acting.js";
import { fillForm, type StoryAnswers } from "./fillForm.js";
import {
  approachAnswers,
  assessmentAnswers,
  evaluationAnswers,
  planAnswers,
  type Stories,
  type Story,
  sessionAnswers,
  terminationAnswers,
} from "./stories.js";

/** Where a case has come to. */
const ends = [
  "approach-begun",
  "approach-unsigned",
  "approach-signed",
  "assessment-begun",
  "assessment-sent",
  "plan-waits",
  "plan-returned",
  "plan-approved",
  "one-session",
  "three-sessions",
  "evaluated",
  "termination-waits",
  "closed",
  "withdrawn",
] as const;
type End = (typeof ends)[number];

/** What each case has come to, and how many days ago it began. Those marked are overdue at something. */
const plan: readonly (readonly [End, number])[] = [
  ["three-sessions", 38],
  ["approach-begun", 1],
  ["plan-waits", 20],
  ["assessment-begun", 7], // the client was found in danger yesterday
  ["approach-signed", 2], // the police wait for a social report
  ["one-session", 30], // the next session is overdue
  ["evaluated", 52],
  ["approach-unsigned", 3],
  ["assessment-sent", 12],
  ["closed", 95],
  ["approach-signed", 19], // the assessment is overdue
  ["plan-approved", 16],
  ["three-sessions", 61], // the evaluation is overdue
  ["plan-returned", 17],
  ["one-session", 17],
  ["assessment-sent", 25], // the plan is overdue
  ["three-sessions", 33],
  ["approach-begun", 6], // lies idle
  ["evaluated", 80],
  ["assessment-begun", 4],
  ["plan-waits", 13],
  ["withdrawn", 44],
  ["approach-unsigned", 12], // the contract is overdue
  ["one-session", 21],
  ["termination-waits", 70],
  ["plan-approved", 27], // the first session is overdue
  ["approach-signed", 5],
  ["three-sessions", 36],
  ["closed", 120],
  ["assessment-sent", 9],
];

/** So many days it takes until the signed consent to the data is photographed and sent. */
const proofTakes = 3;

/** When each step is done, in days after the case began. */
const days = {
  assessment: 6,
  plan: 10,
  approval: 12,
  sessions: [15, 22, 29],
  evaluation: 40,
  termination: 43,
};

/** What the made-up cases are written with. */
export type SampleCases = {
  readonly run: RunAt;
  readonly now: Date;
  readonly zone: string;
  readonly stories: Stories;
  /** Accounts of the workers, who take turns, and of their supervisor. */
  readonly workers: readonly number[];
  readonly supervisor: number;
  readonly seed: number;
  /** A photo of a signed consent, which Telegram has; without it no case has its proof. */
  readonly proof?: AnnouncedFile;
  /** Told after each case how many of how many are written. */
  readonly progress?: (done: number, of: number) => void;
};

/** Writes the cases, oldest first. Returns how many there are. */
export async function fillCases(sample: SampleCases): Promise<number> {
  const rounds = roundsOf(new RoundCache());
  const random = seeded(sample.seed);
  const told = plan.map(([end, ago], index) => {
    const story = sample.stories.stories[index % sample.stories.stories.length];
    const worker = sample.workers[index % sample.workers.length];
    if (story === undefined || worker === undefined)
      throw new Error("samples: there is no story or no worker");
    const which = index < sample.stories.stories.length ? 0 : 1;
    return { end, ago, story, worker, which, minute: 9 * 60 + Math.floor(random() * 400) } as const;
  });
  for (const [index, one] of [...told].sort((a, b) => b.ago - a.ago).entries()) {
    await writeCase(sample, rounds, one);
    sample.progress?.(index + 1, told.length);
  }
  return told.length;
}

type CasePlan = {
  readonly end: End;
  readonly ago: number;
  readonly story: Story;
  readonly which: 0 | 1;
  readonly worker: number;
  /** Of the day, at which this worker writes. */
  readonly minute: number;
};

async function writeCase(sample: SampleCases, rounds: Rounds, one: CasePlan): Promise<void> {
  const { story, which, worker, end } = one;
  const { words } = sample.stories;
  const reached = ends.indexOf(end);
  const has = (step: End) => reached >= ends.indexOf(step);

  /** The moment so many days after the case began; never in the future. */
  const at = (after: number): Date => {
    const began = dateIn(sample.zone, new Date(sample.now.getTime() - (one.ago - after) * 86_400_000));
    const moment = instantOf(sample.zone, began, Math.floor(one.minute / 60), one.minute % 60);
    return moment < sample.now ? moment : new Date(sample.now.getTime() - 5 * 60_000);
  };
  const as = <T>(account: number, after: number, decide: (work: Work) => Promise<T>) =>
    actingAs(sample.run, at(after), account, decide);
  const day = (after: number) => dateIn(sample.zone, at(after));

  const { caseId } = await as(worker, 0, async (work) => {
    const opened = await openCase(work, "sample");
    const isSigned = has("approach-signed");
    const telling = approachAnswers(story, which, { today: day(0), now: work.now, isSigned, words });
    const isBegun = !has("approach-unsigned");
    const round = await fillForm(work, rounds, opened.roundId, telling, {
      stopsAt: isBegun ? "eligible" : undefined,
      file: one.ago > proofTakes ? sample.proof : undefined,
    });
    if (!isBegun) await submitRound(work, rounds, round.id);
    return opened;
  });

  /** Fills a form and sends it, unless it is left in the middle. */
  const fill = async (
    form: FormId,
    after: number,
    telling: StoryAnswers,
    stopsAt?: Path,
  ): Promise<string> => {
    return as(worker, after, async (work) => {
      const entered = await enterForm(work, caseId, form);
      if (entered.kind === "closed") throw new Error(`samples: ${form} of ${story.key} is closed`);
      const { id } = await fillForm(work, rounds, entered.roundId, telling, { stopsAt });
      if (stopsAt === undefined) await submitRound(work, rounds, id);
      return id;
    });
  };
  const decideAt = (
    after: number,
    roundId: string,
    decide: (work: Work, sentAt: number) => Promise<unknown>,
  ) =>
    as(sample.supervisor, after, async (work) => {
      const tx = await work.tx();
      const { submittedAt } = await tx.round.findUniqueOrThrow({ where: { id: roundId } });
      await decide(work, submittedAt?.getTime() ?? 0);
    });
  const approveAt = (after: number, roundId: string) =>
    decideAt(after, roundId, (work, sentAt) => approveRound(work, rounds, roundId, sentAt));

  if (!has("assessment-begun")) return;
  const findings = assessmentAnswers(story, which, day(days.assessment), words);
  if (end === "assessment-begun") {
    const after = Math.min(days.assessment, one.ago);
    const { danger: kinds } = story;
    await fill(
      "assessment",
      after,
      kinds === undefined ? findings : { ...findings, danger: kinds },
      "problems.0.title",
    );
    if (kinds !== undefined) await findInDanger(after, kinds);
    return;
  }
  await fill("assessment", days.assessment, findings);

  if (!has("plan-waits")) return;
  const planId = await fill("plan", days.plan, planAnswers(story, day(days.plan)));
  if (end === "plan-waits") return;
  if (end === "plan-returned") {
    await decideAt(days.approval, planId, (work, sentAt) =>
      returnRound(work, rounds, planId, sentAt, [{ part: "goals", text: words.returned }]),
    );
    return;
  }
  await approveAt(days.approval, planId);

  const count = has("three-sessions") ? 3 : has("one-session") ? 1 : 0;
  for (const [place, after] of days.sessions.slice(0, count).entries()) {
    const next = days.sessions[place + 1];
    const isLast = place + 1 === count && count === 3;
    await fill(
      "session",
      after,
      sessionAnswers(story, place as 0 | 1 | 2, day(after), isLast ? null : nextDay(next)),
    );
  }
  if (end === "withdrawn") {
    const asked = await as(worker, days.evaluation, (work) =>
      closeCase(work, caseId, "withdrew", words.withdrew),
    );
    const askedAt = asked.request?.at.getTime() ?? 0;
    await as(sample.supervisor, days.evaluation, (work) => agreeToRequest(work, caseId, askedAt));
    return;
  }

  if (!has("evaluated")) return;
  const decision = end === "evaluated" ? "continue" : "terminate";
  await fill("evaluation", days.evaluation, evaluationAnswers(story, day(days.evaluation), decision, words));
  if (end === "evaluated") return;
  const ending = await fill(
    "termination",
    days.termination,
    terminationAnswers(story, day(days.termination)),
  );
  if (end === "closed") await approveAt(days.termination + 1, ending);

  /** The worker notes a danger, and the supervisor acknowledges it; what was done about it nobody has said yet. */
  async function findInDanger(after: number, kinds: readonly Danger[]): Promise<void> {
    const { danger } = await as(worker, after, (work) => {
      const { organizationId, memberId } = actorOf(work);
      const noted = { organizationId, caseId, whom: "client", kinds, source: "form" } as const;
      return noteDanger(work, { ...noted, notedById: memberId, raised: true });
    });
    await as(sample.supervisor, after, (work) => acknowledgeDanger(work, danger.id));
  }

  function nextDay(after: number | undefined): string | null {
    if (after === undefined) return null;
    const moment = new Date(sample.now.getTime() - (one.ago - after) * 86_400_000);
    return dateIn(sample.zone, moment);
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
