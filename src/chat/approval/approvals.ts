import { adminsToAsk, type Decided, waitingOf } from "../../records/case/approval.js";
import type { OpenRound, Rounds } from "../../records/case/rounds.js";
import { chatOf, contactOf, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Texts } from "../../texts.js";
import { nextButtons } from "../case/steps.js";
import { partName } from "../form/summary.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { localeOf, notify } from "../telegram/notices.js";
import { queueMessage } from "../telegram/outbox.js";
import { wordingOf } from "../telegram/wording.js";
import { approvalCard } from "./approvalCard.js";

/**
 * Brings a round that was sent to the one who decides: its card to the supervisor of the case's worker; where none
 * is named, the admins are asked to name one. Returns the supervisor's name, undefined where there is none.
 */
export async function passOn(
  ctx: Ctx,
  texts: Texts,
  rounds: Rounds,
  roundId: string,
): Promise<string | undefined> {
  const round = await rounds.open(ctx.work, roundId);
  const supervisor = round.case.workerSupervisorId;
  if (supervisor === null) {
    await askForSupervisor(ctx, texts, round);
    return undefined;
  }
  const { name, chat } = await contactOf(ctx.work, supervisor);
  if (chat !== undefined) await sendCard(ctx, texts, rounds, round, chat);
  return name;
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
  const say = wordingOf(texts, localeOf(chat.locale));
  const { text, rows } = await approvalCard(work, rounds, round, say, about);
  queueMessage(work, { chatId: chat.chatId, text, rows, kind: "notice" });
}

/** Nobody is there to decide: the admins hear whose supervisor is to be named, by the worker's name and the code. */
async function askForSupervisor(ctx: Ctx, texts: Texts, round: OpenRound): Promise<void> {
  const name = await nameOf(ctx.work, round.case.workerId);
  for (const { accountId, locale } of await adminsToAsk(ctx.work)) {
    notify(
      ctx.work,
      texts,
      { chatId: accountId, locale },
      "notice-supervisor-wanted",
      [{ name, code: round.case.code }],
      (language) => [
        [
          {
            text: texts.plain(language, "button-name-supervisor", { name }),
            data: callbacks.supervisorWanted({ workerId: round.case.workerId }),
          },
        ],
      ],
    );
  }
}

/**
 * A supervisor was named for a worker: what waits reaches them. To be called by whoever names one, after it. The
 * admin who does it sees none of it: the card goes to the supervisor alone.
 */
export async function passOnWaiting(ctx: Ctx, texts: Texts, workerId: string): Promise<number> {
  const { supervisorId, rounds: waiting } = await waitingOf(ctx.work, workerId);
  const chat = supervisorId === null ? undefined : await chatOf(ctx.work, supervisorId);
  if (chat === undefined) return 0;
  const name = await nameOf(ctx.work, workerId);
  for (const { roundId, form, code } of waiting) {
    const say = wordingOf(texts, localeOf(chat.locale));
    notify(ctx.work, texts, chat, "notice-waiting", [{ form: say.plain(`form-${form}`), code, name }], () => [
      [{ text: say.plain("button-look"), data: callbacks.openApproval({ roundId }) }],
    ]);
  }
  return waiting.length;
}

/** Tells the worker what was decided, and offers the step that follows. */
export async function tellWorker(
  ctx: Ctx,
  texts: Texts,
  { round, progress }: Decided,
  returned?: { readonly part: string | null; readonly text: string },
): Promise<void> {
  const { work } = ctx;
  const { workerId, code, id } = round.case;
  const chat = await chatOf(work, workerId);
  if (chat === undefined || workerId === actorOf(work).memberId) return;
  const say = wordingOf(texts, localeOf(chat.locale));
  const args = {
    form: say.plain(`form-${round.form.id}`),
    code,
    name: await nameOf(work, actorOf(work).memberId),
  };
  const toCase = [{ text: say.plain("button-to-case"), data: callbacks.openCase({ caseId: id }) }];
  if (returned === undefined) {
    const closed = progress.facts.closed;
    const key = closed === null ? "notice-approved" : "notice-approved-closed";
    notify(work, texts, chat, key, [args], () => [nextButtons(work, progress, say), toCase]);
    return;
  }
  const about = returned.part === null ? "" : `${partName({ say }, round, returned.part)}: `;
  notify(work, texts, chat, "notice-returned", [{ ...args, text: `${about}${returned.text}` }], () => [
    [{ text: say.plain("button-mend"), data: callbacks.goOn({ roundId: round.id }) }],
    toCase,
  ]);
}
