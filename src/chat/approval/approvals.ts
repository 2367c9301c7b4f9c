import { adminsToAsk, type Decided } from "../../records/case/approval.js";
import { caseFor } from "../../records/case/case.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { heardLater } from "../../records/due/quietHours.js";
import { chatOfMember, contactOf, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Locale, Texts } from "../../texts.js";
import { nextButtons } from "../case/steps.js";
import { paperButtons } from "../form/paperButtons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { notify, recipientLocale } from "../telegram/notices.js";
import { wordingOf } from "../telegram/wording.js";

/** Who was notified of a submitted round. `supervisor` is the name of the supervisor, if one is named. */
export type ApprovalNotified = {
  readonly reached: "supervisor" | "admins" | "nobody";
  readonly supervisor: string | undefined;
  /** When they hear of it, the supervisor in the digest; absent where they were written to now. */
  readonly later?: Date;
};

/**
 * Notifies the member who decides on a submitted round, the supervisor of the case's worker, by code: the card is opened
 * by its button. In the quiet hours it stands in their next digest instead, unless the case presses. If none is named or
 * can be reached, the admins are asked to name one, at the time of the digest.
 */
export async function notifyApprover(
  ctx: Ctx,
  texts: Texts,
  rounds: Rounds,
  roundId: string,
): Promise<ApprovalNotified> {
  const round = await rounds.open(ctx.work, roundId);
  const id = round.case.workerSupervisorId;
  const { name: supervisor, chat: contact } =
    id === null ? { name: undefined, chat: undefined } : await contactOf(ctx.work, id);
  const { supervisorAbsent } = (await caseFor(ctx.work, round.case.id, "read")).case;
  const chat = supervisorAbsent ? undefined : contact;
  const after = await heardLater(ctx.work, round.case.id);
  const later = after === undefined ? {} : { later: after };
  if (chat !== undefined && after !== undefined) return { reached: "supervisor", supervisor, ...later };
  if (chat !== undefined) {
    const name = await nameOf(ctx.work, round.case.workerId);
    const say = wordingOf(texts, recipientLocale(chat.locale));
    const form = say.plain(`form-${round.form.id}`);
    const args = { form, code: round.case.code, name };
    notify(ctx.work, texts, chat, "notice-approval", [args], () => [
      [{ text: say.plain("button-open-approval"), data: callbacks.openApprovalHere({ roundId }) }],
    ]);
    return { reached: "supervisor", supervisor };
  }
  const asked = await askForSupervisor(ctx, texts, round, supervisor, after);
  return asked ? { reached: "admins", supervisor, ...later } : { reached: "nobody", supervisor };
}

/**
 * Asks the admins to name a supervisor. They get the worker's name and the code, and the name of a supervisor who
 * cannot be reached. False where no other admin can be reached.
 */
async function askForSupervisor(
  ctx: Ctx,
  texts: Texts,
  round: OpenRound,
  unreachable: string | undefined,
  after: Date | undefined,
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
    const to = { chatId: accountId, locale, after };
    if (unreachable === undefined) {
      notify(ctx.work, texts, to, "notice-supervisor-wanted", [{ name, code }], rows);
    } else {
      const args = { name, code, supervisor: unreachable };
      notify(ctx.work, texts, to, "notice-supervisor-unreachable", [args], rows);
    }
  }
  return admins.length > 0;
}

/** Tells the worker of the decision and offers the next step. False where the bot cannot write to them. */
export async function tellWorker(
  ctx: Ctx,
  texts: Texts,
  { round, subject }: Decided,
  decision: { readonly kind: "approved" } | { readonly kind: "returned"; readonly count: number },
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
  if (decision.kind === "approved") {
    const closed = subject.facts.closed;
    const key = closed === null ? "notice-approved" : "notice-approved-closed";
    // What was approved is printed now: to be signed, or to be taken along.
    const rows = [nextButtons(work, subject, say), ...paperButtons(round, say), toCase];
    notify(work, texts, chat, key, [args], () => rows);
    return true;
  }
  notify(work, texts, chat, "notice-returned", [{ ...args, count: decision.count }], () => [
    [{ text: say.plain("button-mend"), data: callbacks.goOn({ roundId: round.id }) }],
    toCase,
  ]);
  return true;
}
