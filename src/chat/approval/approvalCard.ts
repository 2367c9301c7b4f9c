import type { FormId } from "../../practice/form.js";
import { isMended } from "../../practice/remarks.js";
import { itemCount, locate } from "../../practice/walk.js";
import { correctionOf } from "../../records/case/correcting.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { type AnswerChange, changesIn, changesSince } from "../../records/case/submission.js";
import type { Work } from "../../records/people/work.js";
import { escapeHtml } from "../../texts.js";
import { rankedProblems } from "../form/measures.js";
import { partName } from "../form/summary.js";
import { answerText, dayOf, readable } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { foldable, foldableHtml } from "../telegram/folding.js";
import type { Wording } from "../telegram/wording.js";

/** The answers a card shows of a form that is not a plan. */
const shownAnswers: { readonly [form in FormId]?: readonly string[] } = {
  approach: ["level", "ppks", "eligible", "consent"],
  assessment: ["conclusion"],
  evaluation: ["decision", "decisionReason"],
  referral: ["institution", "kind", "reason", "shareGround", "shared", "sentOn"],
  termination: ["reason", "reasonNote", "independence", "clientAgrees", "aftercare", "firstVisit"],
};

/** The card of a submitted round in its reader's language: answers, changes, and the buttons of the decision. */
export async function approvalCard(
  work: Work,
  rounds: Rounds,
  round: OpenRound,
  say: Wording,
  about: { readonly worker: string; readonly sentAt: Date; readonly seenAt?: Date },
): Promise<{ text: string; rows: Button[][] }> {
  const changes = await (about.seenAt === undefined
    ? changesIn(work, round)
    : changesSince(work, round, about.seenAt));
  const lines = [
    say.html("approval-title", {
      form: say.plain(`form-${round.form.id}`),
      code: round.case.code,
      name: about.worker,
    }),
    ...(round.form.id === "plan"
      ? await planLines(work, rounds, round, say)
      : shownLines(work, rounds, round, say)),
    ...(await reasonLines(work, round, say)),
    ...remarkLines(round, say),
    ...changeLines(work, rounds, round, say, changes),
  ];
  const decision = { roundId: round.id, sentAt: about.sentAt };
  const rows = [
    [
      {
        text: say.plain("button-approve"),
        data: callbacks.approve(decision),
      },
      { text: say.plain("button-return"), data: callbacks.returnRound(decision) },
    ],
    [{ text: say.plain("button-look"), data: callbacks.readRound({ roundId: round.id }) }],
  ];
  return { text: lines.join("\n"), rows };
}

/** Why a form that counted before was sent again. */
async function reasonLines(work: Work, round: OpenRound, say: Wording): Promise<string[]> {
  if (!round.isCorrected) return [];
  const correction = await correctionOf(work, round);
  const reason = correction?.reason ?? null;
  return reason === null ? [] : [say.html("approval-correction", { reason: readable(reason, say) })];
}

/** What the form was returned for, and whether that was mended. */
function remarkLines(round: OpenRound, say: Wording): string[] {
  if (round.remarks.length === 0) return [];
  const lines = round.remarks.map((remark) => {
    const part = remark.part === null ? say.plain("button-part-all") : partName({ say }, round, remark.part);
    const mark = remark.part === null ? "•" : isMended(remark, round.revisions) ? "✓" : "–";
    return `${mark} <i>${escapeHtml(part)}</i>: ${foldableHtml(readable(remark.text, say))}`;
  });
  return ["", say.html("approval-remarks"), ...lines];
}

async function planLines(work: Work, rounds: Rounds, round: OpenRound, say: Wording): Promise<string[]> {
  const context = rounds.context(work, round);
  const count = (key: string) => {
    const group = round.form.questions.find((question) => question.key === key);
    return group?.type === "group" ? itemCount(group, round.answers, context) : 0;
  };
  const problems = await rankedProblems(work, round);
  const [first] = problems;
  const evaluation = round.answers.get("evaluationDate");
  return [
    ...(first === undefined
      ? []
      : [
          say.html("approval-first-problem", {
            count: problems.length,
            problem: foldable(first.label),
            total: first.total,
          }),
        ]),
    say.html("approval-plan", {
      goals: count("goals"),
      activities: count("activities"),
      evaluation: typeof evaluation === "string" ? dayOf(evaluation, say) : "–",
    }),
  ];
}

function shownLines(work: Work, rounds: Rounds, round: OpenRound, say: Wording): string[] {
  return (shownAnswers[round.form.id] ?? []).flatMap((path) => {
    const value = round.answers.get(path);
    const hole = round.unreadable.get(path);
    if (hole === undefined && (value === undefined || value === null)) return [];
    const label = say.form.label(round.form.id, path);
    const shown =
      hole === undefined
        ? valueText(work, rounds, round, say, { path, value: value ?? null })
        : readable({ unreadable: hole }, say);
    return [`<i>${escapeHtml(label)}</i>: ${foldableHtml(shown)}`];
  });
}

/** Everything that changed, old to new. */
export function changeLines(
  work: Work,
  rounds: Rounds,
  round: OpenRound,
  say: Wording,
  changes: readonly AnswerChange[] | undefined,
): string[] {
  if (changes === undefined) return [];
  const told = changes.flatMap((change) => changeLine(work, rounds, round, say, change));
  if (told.length === 0) return ["", say.html("approval-unchanged")];
  return ["", say.html("approval-changed"), ...told];
}

/** "Tujuan 2 · Target: 10 Desember → 24 Desember". */
function changeLine(
  work: Work,
  rounds: Rounds,
  round: OpenRound,
  say: Wording,
  change: AnswerChange,
): string[] {
  const place = locate(round.form, change.path);
  if (place === undefined || place.kind === "another") return [];
  // Of a new item, what was left empty did not change.
  if ((change.before ?? null) === null && (change.after ?? null) === null) return [];
  const isIdentity = place.question.identity === true || place.item?.group.identity === true;
  const shown = (value: AnswerChange["before"]) => {
    if (value === undefined) return say.plain("answer-none");
    if (isIdentity) return say.plain("answer-hidden");
    return valueText(work, rounds, round, say, { path: change.path, value });
  };
  const [before, after] = [foldableHtml(shown(change.before)), foldableHtml(shown(change.after))];
  return [`• ${escapeHtml(partName({ say }, round, change.path))}: ${before} → ${after}`];
}

function valueText(
  work: Work,
  rounds: Rounds,
  round: OpenRound,
  say: Wording,
  { path, value }: { readonly path: string; readonly value: NonNullable<AnswerChange["after"]> | null },
): string {
  const place = locate(round.form, path);
  if (place === undefined) return "";
  return answerText(place, value, rounds.context(work, round), say);
}
