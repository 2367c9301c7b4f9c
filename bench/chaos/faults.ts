/** Lets planned faults happen. */
import type { Failure } from "../../src/playground/failures.js";
import type { Person } from "../../src/playground/people.js";
import type { TelegramEmulator } from "../../src/playground/telegram.js";
import type { BenchPostgres } from "../postgres.js";
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
};

/** Texts of the chat that floods, files of everybody in a storm, and bytes of each and of the big one. */
const crowding = { texts: 300, files: 5, bytes: 50_000, big: 20 * 1024 * 1024 } as const;

/** Of so many calls of the Bot API one fails. */
const callsPerFailure = 50;

/** How often (ms) noise looks how many calls there were. */
const noiseLooks = 50;

const noises: readonly Failure[] = [{ kind: "serverError" }, { kind: "reset" }, { kind: "lostAnswer" }];

/** Lets a fault happen now; one that lasts ends by itself. */
export function happens(fault: Fault, scene: Scene): void {
  const { telegram, fleet, postgres, door, disk, bystanders, chance } = scene;
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
      noise(telegram, fault.lasts, chance);
      return;
    case "tooMany":
      telegram.fails({ kind: "tooManyRequests", retryAfter: Math.max(1, Math.round(fault.lasts / 1000)) });
      return;
    case "kill":
      fleet.services[Math.floor(chance() * fleet.services.length)]?.kill();
      return;
    case "killDatabase":
      process.kill(postgres.pid, "SIGKILL");
      return;
    case "clock":
      fleet.moveClocks(fault.ahead);
      return;
    case "outage":
      door.shut();
      setTimeout(() => door.open(), fault.lasts);
      return;
    case "fullDisk":
      disk.fill?.();
      setTimeout(() => void disk.free(), fault.lasts);
      return;
  }
}

/** Scripts a failure for each so many calls, at a random one of them. */
function noise(telegram: TelegramEmulator, lasts: number, chance: () => number): void {
  const calls = () => [...telegram.calls.values()].reduce((sum, count) => sum + count, 0);
  let scripted = calls();
  const looks = setInterval(() => {
    for (; calls() - scripted >= callsPerFailure; scripted += callsPerFailure) {
      const failure = noises[Math.floor(chance() * noises.length)];
      if (failure !== undefined)
        telegram.fails(failure, { skip: Math.floor(chance() * callsPerFailure), times: 1 });
    }
  }, noiseLooks);
  setTimeout(() => clearInterval(looks), lasts);
}
