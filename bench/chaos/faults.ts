/** Lets planned faults happen, and counts what truly happened. */
import type { Failure, ScriptedFailure } from "../../src/playground/failures.js";
import type { Person } from "../../src/playground/people.js";
import type { TelegramEmulator } from "../../src/playground/telegram.js";
import { type BenchPostgres, killServer } from "../postgres.js";
import type { Disk } from "./disk.js";
import type { Door } from "./door.js";
import type { Fleet } from "./fleet.js";
import type { Fault } from "./plan.js";

/** What faults happen to. `chance` gives a number from 0 to below 1. */
export type Scene = {
  readonly telegram: TelegramEmulator;
  readonly fleet: Fleet;
  readonly postgres: BenchPostgres;
  readonly door: Door;
  readonly disk: Disk;
  /** People who do not walk, but crowd the bot: the first floods it. */
  readonly bystanders: readonly Person[];
  readonly chance: () => number;
  readonly happened: Happened;
};

/** What has happened so far; the rest is counted where it is met: at the door, and by each scripted failure. */
export type Happened = {
  /** Processes that a SIGKILL met: of the bot, of PostgreSQL. */
  kills: number;
  databaseKills: number;
  clockJumps: number;
  fullDisks: number;
  /** Calls of the Bot API that were carried out while any of them could fail. */
  noisyCalls: number;
  readonly failures: { readonly kind: Failure["kind"]; readonly scripted: ScriptedFailure }[];
};

/** Nothing yet. */
export function nothing(): Happened {
  return { kills: 0, databaseKills: 0, clockJumps: 0, fullDisks: 0, noisyCalls: 0, failures: [] };
}

/** What happened, in a line. */
export function told({ happened, telegram, door }: Scene): string {
  const struck = (wanted: Failure["kind"]) =>
    happened.failures
      .filter(({ kind }) => kind === wanted)
      .reduce((sum, { scripted }) => sum + scripted.struck, 0);
  return [
    `${happened.kills} SIGKILLs of the bot, ${happened.databaseKills} of PostgreSQL`,
    `${door.refused} connections to it refused while it was away`,
    `${happened.fullDisks} full disk (${door.withoutRoom} statements refused for it)`,
    `${happened.clockJumps} clock jumps`,
    `of ${happened.noisyCalls} calls carried out while Telegram failed ${struck("serverError")} answered with 502, ${struck("reset")} reset before and ${struck("lostAnswer")} after they were carried out, ${struck("tooManyRequests")} with 429`,
    `${crowding.texts} texts of one chat, ${telegram.calls.get("getFile") ?? 0} of 1 + ${storming * crowding.files} files asked for`,
  ].join("; ");
}

/** People who send files in the storm. */
const storming = 20;

/** How many people crowd the bot: one floods it, one sends a big file, the others send many. */
export const bystanders = 2 + storming;

/** Texts of the chat that floods, files of everybody in a storm, and bytes of each and of the big one. */
const crowding = { texts: 300, files: 5, bytes: 50_000, big: 20 * 1024 * 1024 } as const;

/** Of so many calls of the Bot API one fails. */
const callsPerFailure = 50;

/** How often (ms) noise looks how many calls there were. */
const noiseLooks = 50;

const noises: readonly Failure[] = [{ kind: "serverError" }, { kind: "reset" }, { kind: "lostAnswer" }];

/** Lets a fault happen now; one that lasts ends by itself. */
export function happens(fault: Fault, scene: Scene): void {
  const { fleet, postgres, door, disk, bystanders, chance, happened } = scene;
  switch (fault.kind) {
    case "flood":
      for (let n = 0; n < crowding.texts; n += 1) bystanders[0]?.sends(`Halo ${n}`);
      return;
    case "bigFile":
      bystanders[1]?.sendsDocument("besar.pdf", "application/pdf", crowding.big);
      return;
    case "documents":
      for (const person of bystanders.slice(2))
        for (let n = 0; n < crowding.files; n += 1)
          person.sendsDocument(`surat-${n}.pdf`, "application/pdf", crowding.bytes);
      return;
    case "noise":
      noise(scene, fault.lasts);
      return;
    case "tooMany":
      fails(scene, { kind: "tooManyRequests", retryAfter: Math.max(1, Math.round(fault.lasts / 1000)) });
      return;
    case "kill":
      if (fleet.services[Math.floor(chance() * fleet.services.length)]?.kill() === true) happened.kills += 1;
      return;
    case "killDatabase":
      void killServer(postgres).then((isDead) => {
        happened.databaseKills += Number(isDead);
      });
      return;
    case "clock":
      fleet.moveClocks(fault.ahead);
      happened.clockJumps += 1;
      return;
    case "outage":
      door.shut();
      setTimeout(() => door.open(), fault.lasts);
      return;
    case "fullDisk":
      if (disk.fill === undefined) return;
      disk.fill();
      happened.fullDisks += 1;
      setTimeout(() => void disk.free(), fault.lasts);
      return;
  }
}

function fails({ telegram, happened }: Scene, failure: Failure, skip?: number): void {
  const scope = skip === undefined ? {} : { skip, times: 1 };
  happened.failures.push({ kind: failure.kind, scripted: telegram.fails(failure, scope) });
}

/** Scripts a failure for each so many calls, at a random one of them. */
function noise(scene: Scene, lasts: number): void {
  const { telegram, chance } = scene;
  const calm = callsOf(telegram);
  let scripted = calm;
  const looks = setInterval(() => {
    scene.happened.noisyCalls = callsOf(telegram) - calm;
    for (; callsOf(telegram) - scripted >= callsPerFailure; scripted += callsPerFailure) {
      const failure = noises[Math.floor(chance() * noises.length)];
      if (failure !== undefined) fails(scene, failure, Math.floor(chance() * callsPerFailure));
    }
  }, noiseLooks);
  setTimeout(() => clearInterval(looks), lasts);
}

function callsOf(telegram: TelegramEmulator): number {
  return [...telegram.calls.values()].reduce((sum, count) => sum + count, 0);
}
