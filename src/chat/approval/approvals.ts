import { adminsToAsk, type Decided } from "../../records/case/approval.js";
import type { OpenRound, Rounds } from "../../records/case/rounds.js";
import { chatOfMember, contactOf, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Locale, Texts } from "../../texts.js";
import { nextButtons } from "../case/steps.js";
import { partName } from "../form/summary.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { notify, recipientLocale } from "../telegram/notices.js";
import { queueMessage } from "../telegram/outbox.js";
import { wordingOf } from "../telegram/wording.js";
import { approvalCard } from "./approvalCard.js";

/** Whom a round that waits has reached; `supervisor` is who is named to decide, if anybody. */
export type ApprovalNotified = {
  readonly reached: "supervisor" | "admins" | "nobody";
  readonly supervisor: string | undefined;
};

/**
 * Brings a round that was sent to the one who decides: its card to the supervisor of the case's worker. Where none is
 * named, or the one who is cannot be written to, the admins are asked to name somebody.
 */
export async function notifyApprover(
  ctx: Ctx,
  texts: Texts,
  rounds: Rounds,
  roundId: string,
): Promise<ApprovalNotified> {
  const round = await rounds.open(ctx.work, roundId);
  const id = round.case.workerSupervisorId;
  const { name: supervisor, chat } =
    id === null ? { name: undefined, chat: undefined } : await contactOf(ctx.work, id);
  if (chat !== undefined) {
    await sendCard(ctx, texts, rounds, round, chat);
    return { reached: "supervisor", supervisor };
  }
  const asked = await askForSupervisor(ctx, texts, round, supervisor);
  return { reached: asked ? "admins" : "nobody", supervisor };
}

async function sendCard(
  ctx: Ctx,
  texts: Texts,
  rounds: Rounds,
  round: OpenRound,
  chat: { readonly chatId: number; readonly locale: string | null },
): Promise<void> {
  const { work } = ctx;
  const about = {
    worker: await nameOf(work, round.case.workerId),
    sentAt: round.submittedAt ?? work.now,
  };
  const say = wordingOf(texts, recipientLocale(chat.locale));
  const { text, rows } = await approvalCard(work, rounds, round, say, about);
  queueMessage(work, { chatId: chat.chatId, text, rows, kind: "notice" });
}

/**
 * Nobody is there to decide: the admins hear whose supervisor is to be named, by the worker's name and the code, and
 * who of that name cannot be written to. False where there is no other admin who can.
 */
async function askForSupervisor(
  ctx: Ctx,
  texts: Texts,
  round: OpenRound,
  unreachable: string | undefined,
): Promise<boolean> {
  const { workerId, code } = round.case;
  const name = await nameOf(ctx.work, workerId);
  const admins = (await adminsToAsk(ctx.work)).filter(
    ({ accountId }) => accountId !== actorOf(ctx.work).accountId,
  );
  const rows = (language: Locale) => [
    [
      {
        text: texts.plain(language, "button-name-supervisor", { name }),
        data: callbacks.supervisorWanted({ workerId }),
      },
    ],
  ];
  for (const { accountId, locale } of admins) {
    const to = { chatId: accountId, locale };
    if (unreachable === undefined) {
      notify(ctx.work, texts, to, "notice-supervisor-wanted", [{ name, code }], rows);
    } else {
      const args = { name, code, supervisor: unreachable };
      notify(ctx.work, texts, to, "notice-supervisor-unreachable", [args], rows);
    }
  }
  return admins.length > 0;
}

/** Tells the worker what was decided, and offers the step that follows. False where they cannot be written to. */
export async function tellWorker(
  ctx: Ctx,
  texts: Texts,
  { round, subject }: Decided,
  returned?: { readonly part: string | null; readonly text: string },
): Promise<boolean> {
  const { work } = ctx;
  const { workerId, code, id } = round.case;
  const chat = await chatOfMember(work, workerId);
  if (chat === undefined || workerId === actorOf(work).memberId) return false;
  const say = wordingOf(texts, recipientLocale(chat.locale));
  const args = {
    form: say.plain(`form-${round.form.id}`),
    code,
    name: await nameOf(work, actorOf(work).memberId),
  };
  const toCase = [{ text: say.plain("button-to-case"), data: callbacks.openCase({ caseId: id }) }];
  if (returned === undefined) {
    const closed = subject.facts.closed;
    const key = closed === null ? "notice-approved" : "notice-approved-closed";
    notify(work, texts, chat, key, [args], () => [nextButtons(work, subject, say), toCase]);
    return true;
  }
  const about = returned.part === null ? "" : `${partName({ say }, round, returned.part)}: `;
  notify(work, texts, chat, "notice-returned", [{ ...args, text: `${about}${returned.text}` }], () => [
    [{ text: say.plain("button-mend"), data: callbacks.goOn({ roundId: round.id }) }],
    toCase,
  ]);
  return true;
}
