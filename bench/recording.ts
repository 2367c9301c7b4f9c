/** Records the scripts of a measurement: one person does each way once, with our bot. */
import { ends, polls } from "./bots.js";
import { type Contestant, dataKey } from "./contestants.js";
import { keptByOurs } from "./kept.js";
import { recorded, type Step } from "./script.js";
import { startBenchTelegram } from "./telegram.js";
import { type Expected, judge } from "./verdict.js";
import { type WayName, wayOf } from "./ways.js";

/** What one person did, and what our bot kept of it. */
export type Recording = { readonly steps: readonly Step[]; readonly expected: readonly Expected[] };

/** Lets one person do a way. @throws {Error} when our bot keeps anything of it twice */
export async function record(ours: Contestant, way: WayName): Promise<Recording> {
  const { url, start, begin } = await ours.prepare(way, [], 1);
  const telegram = await startBenchTelegram(0);
  const bot = start(telegram);
  try {
    await polls(telegram, bot);
    const person = telegram.person({ firstName: "Ratna" });
    begin(person);
    const from = person.conversation.history.length;
    const firstUpdate = person.bot.queue.nextId;
    await wayOf(way).does(person);
    const steps = recorded(person.conversation.history, from);
    const kept = await keptByOurs(url, dataKey);
    const expected = kept.map(({ updateId, ...one }) => ({ ...one, act: updateId - firstUpdate }));
    const faults = judge(expected, [{ chat: person.id, done: steps.length }], kept);
    if (Object.values(faults).some((count) => count > 0))
      throw new Error(`The recording itself is not whole: ${JSON.stringify(faults)}`);
    return { steps, expected };
  } finally {
    await ends(bot);
    await telegram.close();
  }
}
