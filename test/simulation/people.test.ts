import { afterEach, beforeEach, expect, test } from "vitest";
import { SimulatedPerson } from "./people.js";
import { Scheduler, simulated } from "./scheduler.js";
import { simulatedTelegram } from "./telegram.js";

let scheduler: Scheduler;

beforeEach(() => {
  scheduler = new Scheduler(1);
});
afterEach(() => scheduler.ends());

test("people press the button below what they looked for, also where an older question came again behind it", async () => {
  const telegram = simulatedTelegram(scheduler, new Date("2026-11-24T03:15:00Z"), {
    isUnheard: () => {},
    isBeside: () => {},
  });
  const person = new SimulatedPerson(telegram, scheduler, "Pak Yanto", 6_100_000_004);
  const client = telegram.clientOf(simulated("p1"));
  const asks = async (text: string, data: string) => {
    const reply_markup = { inline_keyboard: [[{ text: "Selesai", callback_data: data }]] };
    await takes(client.call("sendMessage", { chat_id: person.id, text, reply_markup }));
  };
  await asks("Apa masalahnya?", "old");
  await asks("Apa yang dijelaskan?", "new");
  await takes(person.sees("Apa yang dijelaskan?"));
  await asks("Apa masalahnya?", "old");
  person.presses("Selesai");
  expect(telegram.bot.queue.all().map(({ json }) => JSON.parse(json).callback_query?.data)).toEqual(["new"]);
});

/** Takes steps until something has come to its end. */
async function takes(work: Promise<unknown>): Promise<void> {
  let isOver = false;
  void work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const step = await scheduler.next();
    if (step !== undefined) await scheduler.does(step);
  }
}
