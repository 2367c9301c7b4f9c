import type { Paper, PaperPart, PictureBlock, Signature } from "../../documents/paper.js";
import { isNumbered, type PaperKind } from "../../practice/papers.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import type { GivenNumber, LetterContent } from "../../records/papers/letters.js";
import type { Letterhead } from "../../records/papers/papers.js";
import { nameOf } from "../../records/people/members.js";
import type { Ctx } from "../telegram/context.js";
import { letterDate } from "../telegram/dates.js";
import type { Wording } from "../telegram/wording.js";
import {
  agreementSignatures,
  clientSignature,
  consentParts,
  contractParts,
  writtenClientName,
} from "./agreements.js";
import { answerWords, paperParts, type Worded, wordedAnswers } from "./blocks.js";
import { type Drawing, drawingsIn } from "./drawings.js";
import { paperFrame } from "./frame.js";
import { outcomeBlocks, rankingTable } from "./measureTables.js";
import { receiptPart, referralParts } from "./referralLetter.js";
import { answersOfApproach, socialParts } from "./socialReport.js";

/** A place to be filled in by hand. */
const blank = "……………………";

/** Whether a paper is printed before its form is sent, to be signed. */
function isAgreement(kind: PaperKind): boolean {
  return kind === "consent" || kind === "contract";
}

/** Whether DRAF stands across a paper of a round: it is not approved, and not an agreement to be signed. */
export function isDraftOf(round: OpenRound, kind: PaperKind): boolean {
  return !isAgreement(kind) && round.status !== "approved";
}

/** Papers in the form of a letter: to somebody, about something. */
function isLetter(kind: PaperKind): boolean {
  return kind === "referral" || kind === "social";
}

/** What a round's letter is about and to whom, as the register of letters says it too. */
export async function letterContentOf(
  ctx: Ctx,
  rounds: Rounds,
  round: OpenRound,
  kind: PaperKind,
): Promise<LetterContent & { readonly kind: PaperKind }> {
  const { say } = ctx;
  const { code } = round.case;
  switch (kind) {
    case "referral": {
      const addressee = answerWords(wordedAnswers(ctx, rounds, round), "institution") ?? null;
      return { kind, subject: say.plain("paper-subject-referral", { code }), addressee };
    }
    case "social": {
      const approach = await answersOfApproach(ctx, rounds, round);
      const addressee = answerWords(approach, "reportRequestedBy") ?? null;
      return { kind, subject: say.plain("paper-subject-social", { code }), addressee };
    }
    default:
      return { kind, subject: say.plain(`paper-${kind}`), addressee: null };
  }
}

/** What stands at the head of a paper. */
export type PaperHead = {
  readonly letterhead: Letterhead;
  readonly content: LetterContent;
  /** Its number and date; undefined of a draft and of what has no number. */
  readonly letter: GivenNumber | undefined;
};

/** A paper of a round as its template reads it, with the answers as they are now. */
export async function paperOf(
  ctx: Ctx,
  rounds: Rounds,
  round: OpenRound,
  kind: PaperKind,
  head: PaperHead,
): Promise<Paper & { readonly kind: PaperKind }> {
  const { say } = ctx;
  const answers = wordedAnswers(ctx, rounds, round);
  const frame = paperFrame(ctx, head.letterhead);
  return {
    ...frame,
    kind,
    title: say.plain(`paper-${kind}`),
    code: round.case.code,
    draft: isDraftOf(round, kind),
    facts: await factsOf(ctx, round, kind, answers, head),
    parts: await paperBody(ctx, rounds, round, kind, answers, head.letterhead),
    date: head.letter === undefined ? frame.date : letterDate(head.letter.day, say.locale),
    below: isLetter(kind) ? [receiptPart(ctx)] : [],
    copies: isLetter(kind) ? [say.plain("paper-copies-archive")] : [],
    signatures: isAgreement(kind)
      ? await agreementSignatures(ctx, round, answers)
      : await staffSignatures(ctx, round, kind, answers),
  };
}

async function factsOf(
  ctx: Ctx,
  round: OpenRound,
  kind: PaperKind,
  answers: readonly Worded[],
  { content, letter }: PaperHead,
) {
  const { say, work } = ctx;
  const { code, workerId } = round.case;
  const number = { key: "number", label: say.plain("paper-number"), text: letter?.number ?? blank };
  if (isLetter(kind)) {
    return [
      number,
      { key: "nature", label: say.plain("paper-nature"), text: say.plain("paper-nature-secret") },
      { key: "enclosed", label: say.plain("paper-enclosed"), text: "–" },
      { key: "subject", label: say.plain("paper-subject"), text: content.subject },
      { key: "addressee", label: say.plain("paper-addressee"), text: content.addressee ?? blank },
    ];
  }
  const worker = { key: "worker", label: say.plain("paper-worker"), text: await nameOf(work, workerId) };
  const client = isAgreement(kind)
    ? [
        {
          key: "client",
          label: say.plain("paper-client"),
          text: writtenClientName(answers) ?? "……………………………………",
        },
      ]
    : [];
  const numbered = isNumbered(kind) ? [number] : [];
  const head = [...numbered, { key: "code", label: say.plain("paper-code"), text: code }, ...client, worker];
  if (round.sequence === 1) return head;
  return [...head, { key: "sequence", label: say.plain("paper-sequence"), text: String(round.sequence) }];
}

/** The parts of a paper of a round, without its head and its signatures. */
export async function paperBody(
  ctx: Ctx,
  rounds: Rounds,
  round: OpenRound,
  kind: PaperKind,
  answers: readonly Worded[],
  { name: institution }: Pick<Letterhead, "name">,
): Promise<readonly PaperPart[]> {
  const { say } = ctx;
  switch (kind) {
    case "consent":
      return consentParts(ctx, round, answers, institution);
    case "contract":
      return contractParts(ctx, round, answers);
    case "referral":
      return referralParts(ctx, rounds, round, answers);
    case "social": {
      const approach = await answersOfApproach(ctx, rounds, round);
      return withDrawings(
        ctx,
        socialParts(ctx, round, answers, approach),
        await drawingsIn(ctx, rounds, round),
      );
    }
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
      const pictures = (await drawingsIn(ctx, rounds, round)).map((drawing) => pictureBlock(drawing, say));
      return outcome.length === 0 && pictures.length === 0
        ? parts
        : [...parts, { title: say.plain("paper-outcome"), blocks: [...outcome, ...pictures] }];
    }
    case "termination": {
      const opening = say.plain("paper-termination-opening", { code: round.case.code });
      return [{ title: "", blocks: [{ kind: "text", text: opening }] }, ...paperParts(ctx, round, answers)];
    }
    case "assessment":
      return withDrawings(ctx, paperParts(ctx, round, answers), await drawingsIn(ctx, rounds, round));
    case "session":
      return paperParts(ctx, round, answers);
  }
}

function pictureBlock({ kind, picture, words }: Drawing, say: Wording): PictureBlock {
  return { kind: "picture", ...picture, caption: say.plain(`paper-${kind}`), words: words.join(" ") };
}

/** The parts of a report on an assessment, with its pictures behind what they are drawn from. */
function withDrawings(
  { say }: Ctx,
  parts: readonly PaperPart[],
  drawings: readonly Drawing[],
): readonly PaperPart[] {
  if (drawings.length === 0) return parts;
  const blocks = drawings.map((drawing) => pictureBlock(drawing, say));
  const after = parts.findIndex(({ title }) => title === say.plain("section-surroundings")) + 1;
  const at = after === 0 ? parts.length : after;
  return [...parts.slice(0, at), { title: say.plain("paper-drawings"), blocks }, ...parts.slice(at)];
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
