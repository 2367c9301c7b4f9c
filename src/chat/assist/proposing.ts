import { Composer } from "grammy";
import { z } from "zod";
import { accept } from "../../practice/accept.js";
import { isOpen, type Proposal, proposableAsks } from "../../practice/assist/proposals.js";
import type { Value } from "../../practice/form.js";
import { lengthOf, spoken } from "../../practice/inputs/text.js";
import { missingConsent } from "../../records/assist/consents.js";
import { type AssistJob, jobResult, keepResult, ownJob } from "../../records/assist/jobs.js";
import { assistHost } from "../../records/assist/switches.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import type { Work } from "../../records/people/work.js";
import { earlierOf, type TargetQuestion, targetQuestion } from "../form/earlier.js";
import { openQuestion } from "../form/position.js";
import { questionOf } from "../form/prompt.js";
import { answerText } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { foldable } from "../telegram/folding.js";
import { handle } from "../telegram/handle.js";
import { answerGone } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";
import { beginAssist } from "./agreeing.js";

/** A note shorter than this (characters) is not worth another question. */
const longNote = 200;

/** Proposals of one job, how many were decided, and how many of those were taken. */
export type ProposalState = {
  readonly proposals: readonly Proposal[];
  readonly at: number;
  readonly taken: number;
};

const proposalState = z.object({
  proposals: z.array(z.object({ path: z.string(), value: z.custom<Value>(), quote: z.string() })),
  at: z.number().int(),
  taken: z.number().int(),
});

/** Answers that a language service proposes from a note, confirmed one by one. */
export function proposingFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  const { store } = earlierOf({ rounds });

  handle(composer, callbacks.propose, async (ctx, about) => {
    const goal = await targetQuestion(ctx, rounds, about);
    if (goal === undefined) return answerGone(ctx);
    await beginAssist(ctx, "language", about);
  });

  handle(composer, callbacks.decideProposal, async (ctx, { jobId, index, taken }) => {
    const job = await ownJob(ctx.work, jobId);
    const state = stateOf(ctx.work, job);
    const proposal = state?.proposals[index];
    if (state === undefined || proposal === undefined || index !== state.at) return answerGone(ctx);
    await ctx.answerCallbackQuery();
    const goal = taken ? await goalOf(ctx, rounds, job, proposal) : undefined;
    if (goal !== undefined) await store(ctx, goal, proposal.value, "proposed");
    const decided = { ...state, at: index + 1, taken: state.taken + (goal === undefined ? 0 : 1) };
    const round = await rounds.open(ctx.work, job.roundId);
    const next = nextProposal(rounds, ctx.work, round, decided);
    await keepResult(ctx.work, job, next);
    const shown =
      next === undefined ? ended(ctx.say, round, decided) : proposalMessage(rounds, ctx, round, jobId, next);
    await ctx.editMessageText(shown.text, { reply_markup: keyboard(shown.rows) });
    const { dialogue } = ctx.work;
    const isAnswered = dialogue.path !== null && round.answers.has(dialogue.path);
    if (next === undefined && dialogue.roundId === round.id && isAnswered) openQuestion(ctx, round.id);
  });
  return composer;
}

/**
 * Offers to have answers proposed from the first long answer of a round, where the form still asks what may be proposed,
 * and nobody refused.
 */
export async function offerProposals(
  ctx: Ctx,
  rounds: Rounds,
  round: OpenRound,
  path: string,
): Promise<void> {
  const { say, work } = ctx;
  if (assistHost(work, "language") === undefined) return;
  const long = [...round.answers].filter(
    ([, value]) => typeof value === "string" && lengthOf(value) >= longNote,
  );
  if (long.length !== 1 || long[0]?.[0] !== path) return;
  if (!hasProposable(rounds, work, round)) return;
  if ((await missingConsent(work, round.case.id, "language"))?.refused === true) return;
  await ctx.reply(say.html("proposals-offer"), {
    reply_markup: keyboard([
      [{ text: say.plain("button-propose-answers"), data: callbacks.propose({ roundId: round.id, path }) }],
    ]),
  });
}

/** Whether the form still asks something that may be proposed. */
export function hasProposable(rounds: Rounds, work: Work, round: OpenRound): boolean {
  return proposableAsks(round.form, round.answers, rounds.context(work, round)).length > 0;
}

/** The first proposal from here on that still answers an open question; undefined where none does. */
export function nextProposal(
  rounds: Rounds,
  work: Work,
  round: OpenRound,
  state: ProposalState,
): ProposalState | undefined {
  const asks = proposableAsks(round.form, round.answers, rounds.context(work, round));
  const at = state.proposals.findIndex(
    ({ path }, index) => index >= state.at && asks.some((ask) => ask.path === path),
  );
  return at < 0 ? undefined : { ...state, at };
}

/** "Usulan 1 dari 3": a proposal with the words of the note it rests on. */
export function proposalMessage(
  rounds: Rounds,
  { say, work }: { readonly say: Wording; readonly work: Work },
  round: OpenRound,
  jobId: string,
  { proposals, at }: ProposalState,
): { readonly text: string; readonly rows: Button[][] } {
  const context = rounds.context(work, round);
  const proposal = proposals[at];
  const ask = proposableAsks(round.form, round.answers, context).find(({ path }) => path === proposal?.path);
  if (proposal === undefined || ask === undefined) throw new Error("there is no such proposal to show");
  const press = (taken: boolean) => callbacks.decideProposal({ jobId, index: at, taken });
  return {
    text: say.html("proposal", {
      code: round.case.code,
      number: at + 1,
      of: proposals.length,
      question: questionOf(round, ask, say),
      answer: foldable(answerText(ask, proposal.value, context, say)),
      quote: foldable(proposal.quote),
    }),
    rows: [
      [
        { text: say.plain("button-yes"), data: press(true) },
        { text: say.plain("button-no"), data: press(false) },
      ],
    ],
  };
}

function ended(say: Wording, round: OpenRound, { taken, proposals }: ProposalState) {
  return {
    text: say.html("proposals-done", { code: round.case.code, taken, of: proposals.length }),
    rows: [[{ text: say.plain("button-resume"), data: callbacks.goOn({ roundId: round.id }) }]],
  };
}

/** The question a proposal may still answer: it is open, and the form takes the value as its answers are now. */
async function goalOf(
  ctx: Ctx,
  rounds: Rounds,
  { roundId }: AssistJob,
  { path, value }: Proposal,
): Promise<TargetQuestion | undefined> {
  const goal = await targetQuestion(ctx, rounds, { roundId, path });
  if (goal === undefined || !isOpen(goal.round.form, goal.round.answers, goal.step)) return undefined;
  const place = { answers: goal.round.answers, path };
  const outcome = accept(goal.step.question, { kind: "value", value }, goal.context, place);
  return outcome.kind === "explained" ? undefined : goal;
}

function stateOf(work: Work, job: AssistJob): ProposalState | undefined {
  if (job.service !== "language" || job.status !== "done") return undefined;
  const result = jobResult(work, job);
  return result === undefined ? undefined : proposalState.parse(result);
}

/** A note that can be sent to a language service: words, not a recording alone. */
export function noteAt(round: OpenRound, path: string): string | undefined {
  const note = round.answers.get(path);
  return typeof note === "string" && note !== spoken ? note : undefined;
}
