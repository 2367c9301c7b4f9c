import type { Chat } from "../chat/chat.js";
import { dangerWatch } from "../delivery/dangerWatch.js";
import { updateHandler } from "../delivery/handle.js";
import type { Instance } from "../delivery/instance.js";
import { intakeOf } from "../delivery/intake.js";
import type { Metrics } from "../delivery/metrics.js";
import { outageOf } from "../delivery/outage.js";
import { poller } from "../delivery/poller.js";
import { reconciler } from "../delivery/reconciler.js";
import { sender } from "../delivery/sender.js";
import type { BotApiClient } from "../delivery/telegram.js";
import { timekeeper } from "../delivery/timekeeper.js";
import type { Timers } from "../delivery/timers.js";
import { type TransactionDeps, transactions } from "../delivery/transaction.js";
import type { AttachmentFiles } from "../records/case/attachmentFiles.js";
import { idMaker } from "../records/storage/ids.js";
import type { Loops } from "./loops.js";

/**
 * Connects what takes updates in, runs the chat over them, reminds of deadlines and sends messages: the same parts in a
 * process and in its simulation (`npm run simulate`). None of them runs until it is given to the loops.
 */
export function messagingOf(
  deps: TransactionDeps & {
    readonly timers: Timers;
    readonly telegram: BotApiClient;
    readonly instance: Instance;
    readonly files: Pick<AttachmentFiles, "read">;
    readonly chat: Chat;
    readonly stats: Metrics;
    /** Wakes the loops that listen. */
    readonly signal: Loops["signal"];
  },
) {
  const { chat, instance, random, signal, stats } = deps;
  const work = transactions(deps);
  const outage = outageOf(deps.timers);
  const intake = intakeOf({ ...deps, received: stats.received, wake: () => signal("update kept") });
  const queued = () => signal("message queued");

  const sending = sender({
    ...deps,
    outage,
    newId: idMaker(random),
    blocked: (chatId) => work.run((unit) => chat.blocked(unit, chatId)),
    refused: (chatId, reference) => work.run((unit) => chat.undelivered(unit, chatId, reference)),
    undeletable: (chatId, telegramId) => work.run((unit) => chat.shownRemains(unit, chatId, telegramId)),
  });
  const handling = updateHandler({
    ...deps,
    transactions: work,
    intake,
    dispatch: sending,
    handler: chat.handle,
    apology: chat.apologize,
    raiseAlarms: chat.raiseAlarms,
  });
  sending.onCall((chats) => {
    const isRoused = chats.filter((chat) => intake.arrivals.rouse(BigInt(chat))).length > 0;
    if (handling.waited() || isRoused) signal("update kept");
  });

  return {
    transactions: work,
    intake,
    outage,
    sender: sending,
    handler: handling,
    timekeeper: timekeeper({ ...deps, transactions: work, messages: chat.reminders, wake: queued }),
    dangerWatch: dangerWatch({ ...deps, transactions: work, tellAgain: chat.alarmAgain, wake: queued }),
    reconciler: reconciler({ ...deps, transactions: work }),
    /** A turn of long polling, for the instance that has the lease of it. It ends early once `signal` is aborted. */
    poller(signal: AbortSignal): () => Promise<boolean> {
      const poll = poller({ ...deps, intake, outage, signal });
      return async () => instance.holds("poller") && (await poll());
    },
  };
}
