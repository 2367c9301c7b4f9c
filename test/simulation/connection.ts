import type { Socket } from "node:net";
import pg from "pg";
import type { Scheduler, Simulated } from "./scheduler.js";

/** What a simulated connection shares with the others of its database. */
export type Server = {
  /** What arrives instead of a statement where a fault is planted on its way; the statement itself by default. */
  plants: ((sql: string) => string) | undefined;
  /** Ends the sessions of these processes of PostgreSQL, and waits until they are gone. */
  readonly ends: (pids: readonly number[]) => Promise<void>;
  /** What a session does that does not end: it works, or it waits for a lock, perhaps of one that waits for it in turn. */
  readonly waits: (pid: number) => Promise<"not" | "for another" | "in a circle">;
  /** Lets a session that waits stay where it is, also once it could go on. Absent where its process cannot be reached. */
  stops?: (pid: number) => void;
  /** Lets it go on. */
  goesOn?: (pid: number) => void;
  /** Ends the statement that a session is at. */
  readonly cancels: (pid: number) => Promise<void>;
  /** Until when (ms of the scheduler) nobody can connect. */
  awayUntil: number;
};

/** The connections of one process. */
export type Connections = {
  /** The class that they are made of. */
  readonly client: typeof pg.Client;
  /** Breaks all of them, and waits until PostgreSQL has forgotten them. */
  readonly breaks: () => Promise<void>;
  /** After which silence (ms) PostgreSQL ends one of them, as it was asked to. */
  readonly silence: () => number;
  /** Nothing was heard of them for so long. */
  readonly isSilent: () => Promise<void>;
};

/** Time is the scheduler's here: no limit of the machine's may end anything. */
const unlimited = {
  connectionTimeoutMillis: 0,
  query_timeout: 0,
  lock_timeout: 0,
  statement_timeout: 0,
  idle_in_transaction_session_timeout: 0,
};

/** In which statement a session says after which silence it is to be ended. */
const endsWhenSilent = "idle_session_timeout";

/** By which a statement says how long (ms) it waits for a lock. */
const ownPatience = "set_config('lock_timeout', $2, true)";

type Inside = { readonly connection: { readonly stream: Socket }; readonly processID: number | null };

/** How the loss of a connection looks to whoever waits for an answer on it. */
function lost(): Error {
  return Object.assign(new Error("Connection terminated unexpectedly"), { code: "ECONNRESET" });
}

/**
 * Connections to a real PostgreSQL, each statement of which is a step of the simulation. At any of them the connection may
 * be lost: before the statement has arrived, or after it was carried out and before anybody was told.
 */
export function connectionsOf(owner: Simulated, scheduler: Scheduler, server: Server): Connections {
  const open = new Set<SimulatedClient>();

  class SimulatedClient extends pg.Client {
    /** Statements that wait for their turn: all of them are on their way to PostgreSQL. */
    readonly #sent = new Set<() => Promise<unknown>>();
    /** After which silence (ms) PostgreSQL ends it. */
    silence = Number.POSITIVE_INFINITY;
    /** What it was ended for by the simulation, as PostgreSQL would have said it. */
    #endedFor: Error | undefined;

    constructor(given?: string | pg.ClientConfig) {
      const config = typeof given === "object" ? given : {};
      super({ ...config, ...unlimited });
      const connect = super.connect.bind(this) as () => Promise<unknown>;
      const send = super.query.bind(this) as unknown as (text: unknown, values: unknown) => Promise<unknown>;
      const leave = super.end.bind(this) as () => Promise<void>;
      this.on("end", () => open.delete(this));

      const connected = () =>
        scheduler.waits(
          owner,
          "connect",
          async () => {
            // What starts meanwhile waits until the database is back.
            if (!owner.isStarting && scheduler.elapsed < server.awayUntil)
              throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
            // Not before: one that breaks while this one waits for its turn does not break it too.
            open.add(this);
            await connect();
          },
          { lane: this },
        );
      this.connect = ((done?: (error: unknown) => void) => called(connected(), done)) as typeof this.connect;

      const sends = async (text: unknown, values: unknown) => {
        if (typeof text === "string" && text.includes(endsWhenSilent)) {
          this.silence = Number((values as readonly unknown[])[0]);
          return;
        }
        try {
          return await send(planted(text, server.plants), values);
        } catch (error) {
          const endedFor = this.#endedFor ?? error;
          this.#endedFor = undefined;
          throw endedFor;
        }
      };
      const queried = (query: unknown, values: unknown) => {
        const { text, patience = config.lock_timeout || Number.POSITIVE_INFINITY } = unlimitedIn(query);
        const arrives = () => sends(text, values);
        const takesTurn = () => {
          this.#sent.delete(arrives);
          return arrives();
        };
        this.#sent.add(arrives);
        return scheduler.waits(owner, `sql ${labelOf(text)}`, takesTurn, {
          lane: this,
          blocking: {
            isBlocked: () => this.#isBlocked(),
            patience,
            givesUp: () => this.#isEnded("canceling statement due to lock timeout", "55P03"),
            stops: () => server.stops?.(this.pid),
            goesOn: () => server.goesOn?.(this.pid),
          },
          disturbances: {
            "the connection is lost before": async () => {
              await this.breaks();
              throw lost();
            },
            "the connection is lost after": async () => {
              await takesTurn().catch(() => {});
              // What was sent behind it arrives too, and nobody hears what became of it.
              for (const next of this.#sent) await next().catch(() => {});
              await this.breaks();
              throw lost();
            },
          },
        });
      };
      this.query = ((text: unknown, ...rest: readonly unknown[]) => {
        const values = rest.find((one) => typeof one !== "function");
        return called(queried(text, values), rest.find(isCallback));
      }) as unknown as typeof this.query;

      this.end = ((done?: () => void) => {
        const left = leave();
        void scheduler.settles(left);
        return called(left, done);
      }) as typeof this.end;
    }

    /** Whether its statement waits for another one. Of several that wait in a circle it is always the last one that is refused. */
    async #isBlocked(): Promise<boolean> {
      const how = await server.waits(this.pid);
      if (how === "in a circle" && this.#endedFor === undefined)
        await this.#isEnded("deadlock detected", "40P01");
      return how === "for another";
    }

    async #isEnded(message: string, code: string): Promise<void> {
      this.#endedFor = Object.assign(new Error(message), { code });
      await server.cancels(this.pid);
    }

    get pid(): number {
      return (this as unknown as Inside).processID ?? 0;
    }

    /** The network forgets it, and PostgreSQL notices at once. */
    async breaks(): Promise<void> {
      await this.closes();
      if (this.pid !== 0) await server.ends([this.pid]);
    }

    /** The end of it that is ours. */
    async closes(): Promise<void> {
      const { stream } = (this as unknown as Inside).connection;
      // Nobody is left to hear of it.
      if (owner.isDead) this.on("error", () => {});
      const closed = new Promise<void>((resolve) => {
        if (stream.destroyed) resolve();
        else stream.once("close", () => resolve());
      });
      stream.destroy();
      await closed;
    }
  }

  const pidsOf = (clients: readonly SimulatedClient[]) =>
    clients.map(({ pid }) => pid).filter((pid) => pid !== 0);
  return {
    client: SimulatedClient,
    breaks: async () => {
      const all = [...open];
      open.clear();
      for (const client of all) await client.closes();
      await server.ends(pidsOf(all));
    },
    silence: () => Math.min(...[...open].map(({ silence }) => silence)),
    isSilent: () => server.ends(pidsOf([...open].filter(({ silence }) => Number.isFinite(silence)))),
  };
}

type Callback = (error: unknown, value?: unknown) => void;

function isCallback(one: unknown): one is Callback {
  return typeof one === "function";
}

/** pg takes callbacks as well as it gives promises. */
function called<T>(work: Promise<T>, done: Callback | undefined): Promise<T> | undefined {
  if (done === undefined) return work;
  work.then(
    (value) => done(null, value),
    (error: unknown) => done(error),
  );
  return undefined;
}

/** A statement without the limit that it may name itself: the scheduler keeps it. */
function unlimitedIn(query: unknown): { readonly text: unknown; readonly patience?: number } {
  const { text, values } = query as { readonly text?: string; readonly values?: readonly unknown[] };
  if (!text?.includes(ownPatience)) return { text: query };
  return { text: { ...(query as object), values: [values?.[0], "0"] }, patience: Number(values?.[1]) };
}

/** A statement as it arrives. */
function planted(query: unknown, plants: Server["plants"]): unknown {
  if (plants === undefined) return query;
  if (typeof query === "string") return plants(query);
  return { ...(query as object), text: plants((query as { text: string }).text) };
}

/** The beginning of a statement, as it stands in the trace. */
function labelOf(query: unknown): string {
  const { text = String(query), name } = query as { text?: string; name?: string };
  return (
    name ??
    text
      .replace(/^-- prepared: (\S+)[\s\S]*/, "$1")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, 60)
  );
}
