/** People at work while their bot is killed again and again: what becomes of their answers. */
import type { Happening } from "../src/playground/chats.js";
import type { Contestant } from "./contestants.js";
import type { Recording } from "./recording.js";
import { faceOf, likeness } from "./script.js";
import { Service } from "./service.js";
import { startBenchTelegram } from "./telegram.js";
import { judge, type Verdict } from "./verdict.js";
import { crowdOf, scriptOf } from "./walker.js";
import type { WayName } from "./ways.js";

/** What kills did. */
export type KillsResult = Verdict & {
  readonly kills: number;
  /** Answers that had their reply. */
  readonly answers: number;
  /** People whom the bot never asked on. */
  readonly stuck: number;
  /** Messages that came twice, one right after the other. */
  readonly repeated: number;
};

/** So that something is always on the wire, in milliseconds. */
const latency = 20;

/**
 * After how long (ms) somebody who was asked the same once more answers it once more; when people give up a bot that polls
 * and says nothing; and when they do so whatever it does.
 */
const patience = { insist: 3_000, giveUp: 30_000, whole: 900_000 } as const;

/** Lets people walk a recorded way with a bot, and kills it so often, spread over their answers. */
export async function runKills(
  contestant: Contestant,
  way: WayName,
  recording: Recording,
  { people, kills }: { readonly people: number; readonly kills: number },
): Promise<KillsResult> {
  const prepared = await contestant.prepare(way, recording.steps, people);
  const telegram = await startBenchTelegram(latency);
  const crowd = crowdOf(telegram, scriptOf(recording.steps), people);
  const service = new Service(() => prepared.start(telegram));
  let killed = 0;
  try {
    for (const walker of crowd) {
      walker.starts();
      prepared.begin(walker.person);
    }
    const answered = () => crowd.reduce((sum, { done }) => sum + done, 0);
    const every = (people * recording.steps.length) / (kills + 1);
    const polls = () => telegram.calls.get("getUpdates") ?? 0;
    const until = performance.now() + patience.whole;
    let [last, since, pollsAtStart] = [-1, performance.now(), 0];
    while (!crowd.every(({ isDone }) => isDone) && performance.now() < until) {
      // How long a start takes depends on the machine: silence counts from the first poll on.
      if (answered() !== last || polls() === pollsAtStart) [last, since] = [answered(), performance.now()];
      if (performance.now() - since > patience.giveUp) break;
      if (killed < kills && last >= (killed + 1) * every) {
        killed += 1;
        pollsAtStart = polls();
        service.kill();
      }
      for (const walker of crowd) walker.insists(patience.insist);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await service.stop();
    const given = crowd.map(({ person, done }) => ({ chat: person.id, done }));
    return {
      ...judge(contestant.expected(recording), given, await prepared.kept()),
      kills: killed,
      answers: answered(),
      stuck: crowd.filter(({ isDone }) => !isDone).length,
      repeated: crowd.reduce((sum, { person }) => sum + repeats(person.conversation.history), 0),
    };
  } finally {
    await service.stop();
    await telegram.close();
  }
}

/** How many messages of a bot came twice, with nothing else of its between them. */
export function repeats(history: readonly Happening[]): number {
  let before = "";
  let count = 0;
  for (const happening of history) {
    if (happening.kind !== "message" || !happening.isFromBot) continue;
    const face = likeness(faceOf(happening.message));
    if (face === before) count += 1;
    before = face;
  }
  return count;
}
