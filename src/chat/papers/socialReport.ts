import type { PaperBlock, PaperPart } from "../../documents/paper.js";
import { latest } from "../../practice/caseFacts.js";
import { caseFor } from "../../records/case/case.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import type { Ctx } from "../telegram/context.js";
import { answerWords, linesFor, paperParts, type Worded, wordedAnswers } from "./blocks.js";

/** Who the child is: questions of the approach. */
const identity = [
  "name",
  "sex",
  "birth",
  "village",
  "district",
  "regency",
  "guardianState",
  "guardian",
  "guardianPhone",
] as const;

/** What an assessment holds for the work with the child and not for the authority. */
const inside = ["danger", "functioningNeeds", "functioningRoles", "functioningCoping"] as const;

/** The answers of the approach that a laporan sosial of this assessment tells of; also of one that is a draft. */
export async function answersOfApproach(
  ctx: Ctx,
  rounds: Rounds,
  round: OpenRound,
): Promise<readonly Worded[]> {
  const subject = await caseFor(ctx.work, round.case.id, "read");
  const approach = latest(subject.facts, "approach");
  if (approach === undefined) return [];
  return wordedAnswers(ctx, rounds, await rounds.open(ctx.work, approach.id));
}

/**
 * Laporan sosial on a child who is victim or witness: on whose request and by which law, who the child is, what was
 * found, and what is recommended (UU 11/2012 Pasal 27 ayat (3), PP 65/2015 Pasal 13 ayat (2)).
 */
export function socialParts(
  ctx: Ctx,
  round: OpenRound,
  answers: readonly Worded[],
  approach: readonly Worded[],
): readonly PaperPart[] {
  const { say } = ctx;
  const requested = answerWords(approach, "reportRequestedAt");
  const requester = answerWords(approach, "reportRequestedBy");
  const letter = answerWords(approach, "letterNumber");
  const opening: PaperBlock[] = [{ kind: "text", text: say.plain("paper-social-ground") }];
  if (requested !== undefined && requester !== undefined) {
    const on = { requester, requested, letter: letter ?? "–" };
    opening.push({ kind: "text", text: say.plain("paper-social-request", on) });
  }
  const problem = answerWords(approach, "problem");
  return [
    { title: "", blocks: opening },
    {
      title: say.plain("paper-social-identity"),
      blocks: [{ kind: "answers", lines: linesFor(approach, identity) }],
    },
    ...(problem === undefined
      ? []
      : [
          {
            title: say.plain("paper-social-problem"),
            blocks: [{ kind: "text", text: problem }],
          } satisfies PaperPart,
        ]),
    // Of the opening only the sources are left.
    ...paperParts(ctx, round, answers, inside).map((part) =>
      part.title === say.plain("section-opening")
        ? { ...part, title: say.plain("paper-social-sources") }
        : part,
    ),
    { title: "", blocks: [{ kind: "text", text: say.plain("paper-social-closing") }] },
  ];
}
