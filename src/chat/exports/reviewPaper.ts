/** One case in disguise, for a review of quality: every form in the words of its answers, nobody by name. */
import { Composer } from "grammy";
import { type Paper, type PaperPart, paperJson, templateOf } from "../../documents/paper.js";
import { knownWords } from "../../practice/assist/knownWords.js";
import { dateIn } from "../../practice/calendar.js";
import { ageOn, isBirth } from "../../practice/conditions.js";
import { type Disguised, disguise } from "../../practice/exports/disguise.js";
import { relativeId } from "../../practice/exports/pseudonyms.js";
import { stageOf } from "../../practice/lifecycle.js";
import { namedPeopleIn } from "../../practice/namedPeople.js";
import { type Case, caseFor } from "../../records/case/case.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { letterheadOf, orderPaper } from "../../records/papers/papers.js";
import { paperCode } from "../../records/papers/verifying.js";
import { Conflict } from "../../records/people/actor.js";
import { memberNames } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { paperParts, type Worded, wordedAnswers } from "../papers/blocks.js";
import { paperFrame } from "../papers/frame.js";
import { withoutSign } from "../papers/plainText.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { letterDate } from "../telegram/dates.js";
import { handle } from "../telegram/handle.js";
import { type Naming, pseudonyms } from "./fieldWords.js";

/** Orders a case in disguise, for the supervisor of its worker. */
export function reviewFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.orderReview, async (ctx, { caseId }) => {
    const { work, say } = ctx;
    const subject = await caseFor(work, caseId, "review");
    const opened: OpenRound[] = [];
    for (const { id } of subject.rounds) opened.push(await rounds.open(work, id));
    const [first] = opened;
    if (first === undefined) throw new Conflict("there is nothing to review");
    const paper = await reviewPaper(ctx, rounds, subject, opened);
    const data = paperJson(paper);
    work.audit.push({ action: "case.disguised", subject: "case", subjectId: caseId });
    await orderPaper(work, first, {
      kind: "review",
      isDraft: false,
      letterId: null,
      chatId: chatIdOf(ctx),
      // No code to check it by stands on it: whoever scanned it would learn which case it is.
      code: paperCode(work.sealer, first.id, "review", data),
      template: templateOf("review"),
      data,
      at: work.now.toISOString(),
    });
    await ctx.answerCallbackQuery(say.plain("paper-ordered"));
  });
  return composer;
}

async function reviewPaper(
  ctx: Ctx,
  rounds: Rounds,
  subject: Case,
  opened: readonly OpenRound[],
): Promise<Paper & { readonly kind: "review" }> {
  const { say, work } = ctx;
  const { case: head, facts } = subject;
  const call = await pseudonyms(work);
  const tell = disguise({
    ...(await knownOf(ctx, subject, opened, call)),
    words: {
      somebody: say.plain("review-somebody"),
      number: say.plain("review-number"),
      place: (number) => say.plain("review-place", { number }),
      withheld: say.plain("review-withheld"),
    },
  });
  const frame = paperFrame(ctx, await letterheadOf(work));
  const parts = opened.flatMap((round) => {
    const answers = wordedAnswers(ctx, rounds, round).map((one) => aged(ctx, one));
    const form = `${say.plain(`form-${round.form.id}`)} ${round.sequence}`;
    return paperParts(ctx, round, answers).map((part) => ({ ...part, title: `${form} · ${part.title}` }));
  });
  const told = parts.map(({ title, blocks }) => ({ title, blocks: throughout(blocks, tell) })) as PaperPart[];
  return {
    ...frame,
    words: { ...frame.words, confidential: say.plain("review-footer") },
    kind: "review",
    title: say.plain("paper-review"),
    code: call("client", head.clientId),
    draft: false,
    facts: [
      { label: say.plain("review-client"), text: call("client", head.clientId) },
      { label: say.plain("review-level"), text: say.form.choice({ set: "level" }, head.level) },
      { label: say.plain("review-worker"), text: call("member", head.workerId) },
      { label: say.plain("review-stage"), text: say.plain(`stage-${stageOf(facts)}`) },
      { label: say.plain("review-made"), text: letterDate(dateIn(actorOf(work).zone, work.now), say.locale) },
    ],
    parts: [{ title: "", blocks: [{ kind: "text", text: say.plain("review-opening") }] }, ...told],
    signatures: [],
  };
}

/** Everybody and every place the case knows, the client first, then relatives and others, then the staff. */
async function knownOf(
  ctx: Ctx,
  { case: head, roundAnswers }: Case,
  opened: readonly OpenRound[],
  call: Naming,
) {
  const { work } = ctx;
  const known = knownWords(opened);
  const clientNames = opened.flatMap(({ form, answers }) =>
    form.id === "approach" ? namedPeopleIn(answers).client : [],
  );
  const groupName = opened.flatMap(({ answers }) => {
    const name = answers.get("groupName");
    return typeof name === "string" ? [name] : [];
  });
  const own = new Set([...clientNames, ...groupName]);
  const others = [...new Set(known.names.filter((name) => !own.has(name)))];
  const recorders = [...roundAnswers.values()].flatMap(({ revisions }) =>
    [...revisions.values()].map(({ memberId }) => memberId),
  );
  const staff = [head.workerId, head.workerSupervisorId ?? [], actorOf(work).memberId, recorders].flat();
  const names = await memberNames(work, [...new Set(staff)]);
  const people: readonly Disguised[] = [
    { names: [...own], instead: call("client", head.clientId) },
    ...others.map((name) => ({
      names: [name],
      instead: call("relative", relativeId(head.clientId, name)),
    })),
    ...[...names].map(([id, name]) => ({ names: [name], instead: call("member", id) })),
  ];
  return { people, places: [...new Set(known.places)], numbers: known.numbers };
}

/** A date of birth is told as an age. */
function aged({ say, work }: Ctx, worded: Worded): Worded {
  const { value, question } = worded.line;
  if (question.type !== "birth" || !isBirth(value ?? undefined)) return worded;
  const age = isBirth(value) ? ageOn(value, dateIn(actorOf(work).zone, work.now)) : 0;
  return { ...worded, text: say.plain("review-age", { age }) };
}

/** What a block says in words of the forms, not of people: it stays as it is. */
const ours: ReadonlySet<string> = new Set(["kind", "columns", "label", "head", "list", "score", "caption"]);

/** Every text inside of a value that somebody wrote, told by `tell`. */
function throughout(value: unknown, tell: (text: string) => string): unknown {
  if (typeof value === "string") return tell(withoutSign(value));
  if (Array.isArray(value)) return value.map((one) => throughout(one, tell));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, ours.has(key) ? one : throughout(one, tell)]),
  );
}
