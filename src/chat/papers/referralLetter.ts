import type { PaperPart } from "../../documents/paper.js";
import { latestComplete } from "../../practice/caseFacts.js";
import type { FormId } from "../../practice/form.js";
import { caseFor } from "../../records/case/case.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import type { Ctx } from "../telegram/context.js";
import { answerWords, linesFor, paperParts, type Worded, wordedAnswers } from "./blocks.js";

/** What each kind of shared information is taken from: the newest form that counts, and its questions. */
const sharedFrom: Readonly<Record<string, { readonly form: FormId; readonly keys: readonly string[] }>> = {
  identity: {
    form: "approach",
    keys: [
      "name",
      "headName",
      "groupName",
      "sex",
      "headSex",
      "birth",
      "headBirth",
      "size",
      "spokesperson",
      "guardian",
    ],
  },
  contact: { form: "approach", keys: ["village", "district", "regency", "phone", "guardianPhone"] },
  problem: { form: "approach", keys: ["problem"] },
  assessment: {
    form: "assessment",
    keys: ["groupSituation", "needs", "risks", "protectiveFactors", "conclusion", "focus"],
  },
  health: { form: "assessment", keys: ["physical", "psychological"] },
  family: { form: "assessment", keys: ["familySocial"] },
  legal: { form: "assessment", keys: ["legalAspect"] },
  plan: { form: "plan", keys: ["goals"] },
};

/**
 * The body of a referral letter: why, and of the client only what was agreed to share. Whatever else the case holds
 * stays out.
 */
export async function referralParts(
  ctx: Ctx,
  rounds: Rounds,
  round: OpenRound,
  answers: readonly Worded[],
): Promise<readonly PaperPart[]> {
  const { say } = ctx;
  const shared = round.answers.get("shared");
  const kinds = Array.isArray(shared) ? (shared as readonly string[]) : [];
  const parts: PaperPart[] = [
    {
      key: "opening",
      title: "",
      blocks: [{ kind: "text", text: say.plain("paper-referral-opening", { code: round.case.code }) }],
    },
    {
      key: "reason",
      title: say.plain("paper-referral-reason"),
      blocks: [{ kind: "text", text: answerWords(answers, "reason") ?? "" }],
    },
  ];
  const subject = await caseFor(ctx.work, round.case.id, "read");
  const opened = new Map<FormId, readonly [OpenRound, readonly Worded[]]>();
  for (const form of new Set(kinds.flatMap((kind) => sharedFrom[kind]?.form ?? []))) {
    const latest = latestComplete(subject.facts, form);
    if (latest === undefined) continue;
    const source = await rounds.open(ctx.work, latest.id);
    opened.set(form, [source, wordedAnswers(ctx, rounds, source)]);
  }
  for (const kind of kinds) {
    const from = sharedFrom[kind];
    const [source, words] = (from && opened.get(from.form)) ?? [];
    if (from === undefined || source === undefined || words === undefined) continue;
    const title = say.form.choice({ set: "shared" }, kind);
    if (kind === "plan") {
      const wanted = words.filter(({ line }) => from.keys.includes(line.group?.key ?? ""));
      parts.push({
        key: "shared",
        title,
        blocks: paperParts(ctx, source, wanted).flatMap(({ blocks }) => blocks),
      });
    } else {
      const lines = linesFor(words, from.keys);
      if (lines.length > 0) parts.push({ key: "shared", title, blocks: [{ kind: "answers", lines }] });
    }
  }
  const ground = answerWords(answers, "shareGround");
  return [
    ...parts,
    {
      key: "closing",
      title: "",
      blocks: [
        ...(ground === undefined
          ? []
          : [{ kind: "text", text: say.plain("paper-referral-ground", { ground }) } as const]),
        { kind: "text", text: say.plain("paper-referral-closing") },
      ],
    },
  ];
}

/** What who receives the letter fills in and gives back. */
export function receiptPart({ say }: Ctx): PaperPart {
  const line = "……………………………………";
  const labels = [
    say.plain("paper-receipt-name"),
    say.plain("paper-receipt-position"),
    say.plain("paper-receipt-date"),
    say.plain("paper-receipt-signature"),
  ];
  return {
    title: say.plain("paper-receipt"),
    blocks: [{ kind: "answers", lines: labels.map((label) => ({ label, text: line })) }],
  };
}
