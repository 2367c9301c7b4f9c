import type { Message, Update } from "@grammyjs/types";
import type { BotApiClient, CallResult } from "../../src/delivery/telegram.js";
import type { Bot } from "../../src/playground/chats.js";
import { Serialized } from "../../src/playground/methods/call.js";
import { type MethodName, supportedMethods } from "../../src/playground/methods/names.js";
import { methods } from "../../src/playground/methods/table.js";
import type { Payload } from "../../src/playground/payload.js";
import { Refusal } from "../../src/playground/refusal.js";
import { violationOf } from "../../src/playground/schema.js";
import { World } from "../../src/playground/world.js";
import type { MessageId } from "./promises.js";
import type { Scheduler, Simulated } from "./scheduler.js";

/** The Telegram of a simulation: the playground's, reached without a network. */
export type SimulatedTelegram = {
  readonly world: World;
  readonly bot: Bot;
  /** The client of a process. */
  readonly clientOf: (owner: Simulated) => BotApiClient;
  /** Who makes the call that is being carried out; undefined between calls. */
  readonly caller: () => Simulated | undefined;
};

/** A call that waits for updates. Another one ends it. */
type Poll = { isOver: boolean };

const token = "7000000001:AAHsimulation";
const isMethod = (name: string): name is keyof typeof methods =>
  supportedMethods.includes(name as MethodName) && name !== "setWebhook";

const tooMany: CallResult = {
  kind: "refused",
  code: 429,
  description: "Too Many Requests: retry after 3",
  retryAfter: 3,
};

const unreachable = (reason: string): CallResult => ({ kind: "unreachable", reason });

/** Who hears of what cannot be seen in the messages themselves. */
export type Overheard = {
  /** A message was sent while the answer to the call is lost. */
  readonly isUnheard: (id: MessageId) => void;
  /** Someone sends a message to a chat while a message of another process is on its way there. */
  readonly isBeside: (chatId: number, one: Simulated, other: Simulated) => void;
};

/** Opens a Telegram whose time is that of the scheduler, from `opening` on. */
export function simulatedTelegram(
  scheduler: Scheduler,
  opening: Date,
  { isUnheard, isBeside }: Overheard,
): SimulatedTelegram {
  const world = new World({ clock: () => new Date(opening.getTime() + scheduler.elapsed) });
  const bot = world.addBot(token, "pendamping_bot", "Pendamping", false);
  let caller: Simulated | undefined;
  let polling: Poll | undefined;
  /** Messages on their way: to which chat, and by whom. */
  const flying = new Set<{ readonly chatId: number; readonly by: Simulated }>();

  /** Notes that a message is on its way, until the function that it returns is called. */
  function notesFlight(chatId: number, by: Simulated): () => void {
    for (const other of flying)
      if (other.chatId === chatId && other.by !== by && !other.by.isDead) isBeside(chatId, by, other.by);
    const flight = { chatId, by };
    flying.add(flight);
    return () => flying.delete(flight);
  }

  async function carriesOut(
    owner: Simulated,
    name: keyof typeof methods,
    payload: Payload,
  ): Promise<CallResult> {
    const violation = violationOf(name, payload);
    if (violation !== undefined) world.violations.push(violation);
    caller = owner;
    try {
      const result = await methods[name]({ world, bot, payload, uploads: new Map(), onGone: () => {} });
      const json = result instanceof Serialized ? result.json : JSON.stringify(result);
      return { kind: "done", result: JSON.parse(json) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return {
        kind: "refused",
        code: error.code,
        description: error.message,
        ...(error.parameters?.retry_after === undefined ? {} : { retryAfter: error.parameters.retry_after }),
      };
    } finally {
      caller = undefined;
    }
  }

  function polls(owner: Simulated, payload: Payload): Promise<CallResult> {
    if (polling !== undefined) polling.isOver = true;
    const poll: Poll = { isOver: false };
    polling = poll;
    const asks = async (): Promise<CallResult> => {
      if (polling === poll) polling = undefined;
      if (poll.isOver)
        return { kind: "refused", code: 409, description: "Conflict: terminated by other getUpdates" };
      return carriesOut(owner, "getUpdates", { ...payload, timeout: 0 });
    };
    return scheduler.waits(owner, "getUpdates", asks, {
      isReady: () => poll.isOver || bot.queue.size > 0,
      due: scheduler.elapsed + Number(payload.timeout ?? 0) * 1_000,
      disturbances: { "the call is lost before": async () => unreachable("ECONNRESET") },
    });
  }

  return {
    world,
    bot,
    caller: () => caller,
    clientOf: (owner) => ({
      async call(name, given) {
        if (!isMethod(name)) throw new Error(`nobody simulates ${name}`);
        // As it is read at the other end.
        const payload = JSON.parse(JSON.stringify(given)) as Payload;
        const arrives = name === "sendMessage" ? notesFlight(Number(payload.chat_id), owner) : () => {};
        const called =
          name === "getUpdates"
            ? await polls(owner, payload)
            : await scheduler.waits(owner, name, () => carriesOut(owner, name, payload), {
                disturbances: {
                  "the call is lost before": async () => unreachable("ECONNRESET"),
                  "429": () => tooMany,
                },
              });
        const answered = await scheduler.waits(owner, `${name} answers`, () => called, {
          disturbances: {
            "the answer is lost": () => {
              const { message_id: id } = (called.kind === "done" ? called.result : {}) as Partial<Message>;
              if (id !== undefined) isUnheard(`${Number(payload.chat_id)} ${id}`);
              return unreachable("ECONNRESET");
            },
          },
        });
        arrives();
        return answered;
      },
      download: () => Promise.reject(new Error("nobody sends files in a simulation")),
      close: async () => {},
    }),
  };
}

/** The webhook of a simulation: it hands each update to one of the processes, in order for each chat. */
export type Webhook = {
  /** Begins to deliver what may be delivered, as steps of their own. */
  readonly delivers: () => void;
  /** A process is gone: what it had been given is delivered again. */
  readonly lost: (owner: Simulated) => void;
  /** Delivers once more something that was delivered before, or is just being. */
  readonly repeats: () => boolean;
};

/** Who takes the updates of a webhook. */
export type Receiver = { readonly owner: Simulated; readonly takes: (update: Update) => Promise<unknown> };

/** Delivers updates over a webhook. What is not taken is delivered again after a second. */
export function webhookOf(
  { bot }: SimulatedTelegram,
  scheduler: Scheduler,
  network: Simulated,
  receivers: () => readonly Receiver[],
): Webhook {
  const underway = new Map<string, { readonly id: number; to: Simulated | undefined }>();
  const delivered: string[] = [];

  async function hands(json: string, to: Receiver): Promise<void> {
    const taken = to.takes(JSON.parse(json) as Update);
    await taken;
  }

  function delivery(lane: string, id: number, json: string): void {
    const entry: { readonly id: number; to: Simulated | undefined } = { id, to: undefined };
    underway.set(lane, entry);
    const isCurrent = () => underway.get(lane) === entry;
    const again = (pause: number) => {
      if (!isCurrent()) return;
      void scheduler
        .waits(network, "pause of the webhook", async () => {}, {
          due: scheduler.elapsed + pause,
          isReady: () => false,
        })
        .then(() => {
          if (isCurrent()) underway.delete(lane);
        });
    };
    void scheduler
      .waits(network, `webhook delivers ${id}`, () => {
        const all = receivers();
        const to = all[scheduler.pick(all.length)];
        if (to === undefined) return again(1_000);
        entry.to = to.owner;
        delivered.push(json);
        hands(json, to).then(
          () =>
            scheduler
              .waits(network, `webhook hears of ${id}`, () => true, {
                disturbances: { "the answer is lost": () => false },
              })
              .then((isHeard) => {
                if (!isHeard) return again(0);
                if (!isCurrent()) return;
                bot.queue.forget(id);
                underway.delete(lane);
              }),
          () => again(1_000),
        );
      })
      .catch(() => {});
  }

  return {
    delivers() {
      for (const { lane, id, json } of bot.queue.all()) if (!underway.has(lane)) delivery(lane, id, json);
    },
    lost(owner) {
      for (const [lane, { to }] of underway) if (to === owner) underway.delete(lane);
    },
    repeats() {
      const all = receivers();
      const to = all[scheduler.pick(all.length)];
      const json = delivered[scheduler.pick(delivered.length)];
      if (to === undefined || json === undefined) return false;
      hands(json, to).catch(() => {});
      return true;
    },
  };
}
