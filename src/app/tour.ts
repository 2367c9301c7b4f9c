/**
 * The playground's tour, judged: what of it a visitor has really done since it began. It is read from the records, and from
 * the chats where the records keep nothing, never from the page.
 */
import type { Message } from "@grammyjs/types";
import { callbacks } from "../chat/telegram/callbacks.js";
import type { TourStep } from "../playground/serving/contract.js";
import type { TourProgress } from "../playground/serving/tour.js";
import type { TelegramEmulator } from "../playground/telegram.js";
import { deedsSince } from "../records/case/deedsSince.js";
import { isRemindedSince } from "../records/due/reminders.js";
import type { Database } from "../records/storage/database.js";
import type { Sealer } from "../records/storage/seal.js";

/** So many answers are the first ones of a case. */
const firstAnswers = 3;

/** What the tour is judged by. */
export type TourDeps = {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly telegram: TelegramEmulator;
};

/** The steps that were done since the tour began, in no order. */
export async function stepsDone(
  { database, sealer, telegram }: TourDeps,
  { begunAt, movedAt }: TourProgress,
): Promise<ReadonlySet<TourStep>> {
  const [deeds, reminded] = await Promise.all([
    deedsSince({ database, sealer }, new Date(begunAt)),
    movedAt === null ? false : isRemindedSince(database, new Date(movedAt)),
  ]);
  const judged: Readonly<Record<TourStep, boolean>> = {
    answered: deeds.answered >= firstAnswers,
    corrected: deeds.isCorrected,
    consented: deeds.isConsented,
    sent: deeds.isSent,
    printed: deeds.isPrinted,
    decided: deeds.isDecided,
    asked: telegram
      .people()
      .some(({ conversation }) =>
        [...conversation.messages.values()].some(
          (message) => message.date * 1000 >= begunAt && isAnswerOfGuidance(message),
        ),
      ),
    reminded,
  };
  return new Set(steps(judged));
}

const steps = (judged: Readonly<Record<TourStep, boolean>>): TourStep[] =>
  (Object.keys(judged) as TourStep[]).filter((step) => judged[step]);

/** Nobody keeps who asked what of the guidance. An answer to a question replies to it, and can be voted on. */
function isAnswerOfGuidance({ from, reply_to_message: asked, reply_markup: markup }: Message): boolean {
  if (from?.is_bot !== true || asked === undefined) return false;
  return (markup?.inline_keyboard ?? [])
    .flat()
    .some((button) => "callback_data" in button && callbacks.vote.read(button.callback_data) !== undefined);
}
