/** The processes of one bot under chaos: one of a rival, or three of ours over one database, polling or by webhook. */
import { fileURLToPath } from "node:url";
import type { TelegramEmulator } from "../../src/playground/telegram.js";
import { freePort } from "../../src/records/storage/embedded/cluster.js";
import type { Prepared } from "../contestants.js";
import { Service } from "../service.js";
import { balancerOf } from "./balancer.js";

/** How a bot runs: how many processes, and whether Telegram calls them. */
export type Setup = { readonly processes: number; readonly intake: "polling" | "webhook" };

/** A running fleet. */
export type Fleet = {
  readonly services: readonly Service[];
  /** Of each process that ended by itself: how, and what it said last. */
  crashes(): readonly string[];
  /** Lets all clocks be so many milliseconds ahead. */
  moveClocks(ahead: number): void;
  stop(): Promise<void>;
};

const movedClock = fileURLToPath(new URL("movedClock.mjs", import.meta.url));
const secret = "a-secret-of-the-webhook-of-a-run";

/** Starts the processes; their database is reached at `databaseUrl`. */
export async function startFleet(
  telegram: TelegramEmulator,
  prepared: Prepared,
  databaseUrl: string,
  { processes, intake }: Setup,
): Promise<Fleet> {
  let ahead = 0;
  const ports = await Promise.all(Array.from({ length: processes }, freePort));
  const balancer = intake === "webhook" ? await balancerOf(ports) : undefined;
  const webhook =
    balancer === undefined
      ? undefined
      : { WEBHOOK_URL: `${balancer.url}/telegram/webhook`, WEBHOOK_SECRET: secret };
  const services = ports.map(
    (port) =>
      new Service(() =>
        prepared.start(telegram, {
          env: {
            DATABASE_URL: databaseUrl,
            PORT: String(port),
            CLOCK_AHEAD: String(ahead),
            ...webhook,
          },
          nodeArgs: ["--import", movedClock],
          isHeard: true,
        }),
      ),
  );
  return {
    services,
    crashes: () => services.flatMap(({ crashes }) => crashes),
    moveClocks: (milliseconds) => {
      ahead = milliseconds;
      for (const service of services) service.tell({ ahead });
    },
    stop: async () => {
      await Promise.all(services.map((service) => service.stop()));
      await balancer?.close();
    },
  };
}
