import type { Paper, PaperPart, Signature } from "../../documents/paper.js";
import { dateIn } from "../../practice/calendar.js";
import type { PaperKind } from "../../practice/papers.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import type { Letterhead } from "../../records/papers/papers.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Ctx } from "../telegram/context.js";
import { letterDate } from "../telegram/dates.js";
import {
  agreementSignatures,
  clientSignature,
  consentParts,
  contractParts,
  writtenClientName,
} from "./agreements.js";
import { answerWords, paperParts, type Worded, wordedAnswers } from "./blocks.js";
import { outcomeBlocks, rankingTable } from "./measureTables.js";
import { receiptPart, referralParts } from "./referralLetter.js";

/** A paper of a round as its template reads it, with the answers as they are now. */
export async function paperOf(
  ctx: Ctx,
  rounds: Rounds,
  round: OpenRound,
  kind: PaperKind,
  letterhead: Letterhead,
): Promise<Paper> {
  const { say, work } = ctx;
  const answers = wordedAnswers(ctx, rounds, round);
  // An agreement is printed to be signed before the form is sent.
  const isAgreement = kind === "consent" || kind === "contract";
  return {
    kind,
    language: say.locale,
    title: say.plain(`paper-${kind}`),
    code: round.case.code,
    draft: !isAgreement && round.status !== "approved",
    institution: letterhead,
    words: {
      draft: say.plain("paper-draft"),
      confidential: say.plain("paper-confidential"),
      page: say.plain("paper-page"),
      of: say.plain("paper-of"),
    },
    facts: await factsOf(ctx, round, kind, answers),
    parts: await bodyOf(ctx, rounds, round, kind, answers, letterhead),
    date: letterDate(dateIn(actorOf(work).zone, work.now), say.locale),
    signatures: isAgreement
      ? await agreementSignatures(ctx, round, answers)
      : await staffSignatures(ctx, round, kind, answers),
  };
}

async function factsOf(ctx: Ctx, round: OpenRound, kind: PaperKind, answers: readonly Worded[]) {
  const { say, work } = ctx;
  const { code, workerId } = round.case;
  if (kind === "referral") {
    return [
      { label: say.plain("paper-number"), text: "……………………" },
      { label: say.plain("paper-nature"), text: say.plain("paper-nature-secret") },
      { label: say.plain("paper-subject"), text: say.plain("paper-subject-referral", { code }) },
      { label: say.plain("paper-addressee"), text: answerWords(answers, "institution") ?? "……………………" },
    ];
  }
  const worker = { label: say.plain("paper-worker"), text: await nameOf(work, workerId) };
  const client =
    kind === "consent" || kind === "contract"
      ? [{ label: say.plain("paper-client"), text: writtenClientName(answers) ?? "……………………………………" }]
      : [];
  const head = [{ label: say.plain("paper-code"), text: code }, ...client, worker];
  if (round.sequence === 1) return head;
  return [...head, { label: say.plain("paper-sequence"), text: String(round.sequence) }];
}

async function bodyOf(
  ctx: Ctx,
  rounds: Rounds,
  round: OpenRound,
  kind: PaperKind,
  answers: readonly Worded[],
  { name: institution }: Letterhead,
): Promise<readonly PaperPart[]> {
  const { say } = ctx;
  switch (kind) {
    case "consent":
      return consentParts(ctx, round, answers, institution);
    case "contract":
      return contractParts(ctx, round, answers);
    case "referral":
      return [...(await referralParts(ctx, rounds, round, answers)), receiptPart(ctx)];
    case "plan": {
      const ranking = await rankingTable(ctx, round);
      const parts = paperParts(ctx, round, answers, ["usg"]);
      if (ranking === undefined) return parts;
      return [{ title: say.plain("section-priorities"), blocks: [ranking] }, ...parts];
    }
    case "evaluation":
    case "aftercare": {
      const outcome = await outcomeBlocks(ctx, round);
      const parts = paperParts(ctx, round, answers);
      return outcome.length === 0
        ? parts
        : [...parts, { title: say.plain("paper-outcome"), blocks: outcome }];
    }
    case "termination": {
      const opening = say.plain("paper-termination-opening", { code: round.case.code });
      return [{ title: "", blocks: [{ kind: "text", text: opening }] }, ...paperParts(ctx, round, answers)];
    }
    case "assessment":
    case "session":
      return paperParts(ctx, round, answers);
  }
}

/** The worker, the supervisor where there is one, and the client where they agree to what the paper says. */
async function staffSignatures(
  ctx: Ctx,
  round: OpenRound,
  kind: PaperKind,
  answers: readonly Worded[],
): Promise<readonly Signature[]> {
  const { say, work } = ctx;
  const { workerId, workerSupervisorId } = round.case;
  const worker = { role: say.plain("paper-signs-worker"), name: await nameOf(work, workerId), note: "" };
  if (kind === "session" || kind === "aftercare") return [worker];
  const client = clientSignature(ctx, round, answers);
  const supervisor = await supervisorOf(work, workerSupervisorId);
  const approves =
    supervisor === undefined
      ? []
      : [{ role: say.plain("paper-signs-supervisor"), name: supervisor, note: "" }];
  return kind === "plan" || kind === "termination" ? [client, worker, ...approves] : [worker, ...approves];
}

async function supervisorOf(work: Ctx["work"], memberId: string | null): Promise<string | undefined> {
  return memberId === null ? undefined : nameOf(work, memberId);
}
