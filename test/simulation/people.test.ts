import { afterEach, beforeEach, expect, test } from "vitest";
import { everybody, SimulatedPerson } from "./people.js";
import { Scheduler, simulated } from "./scheduler.js";
import { simulatedTelegram } from "./telegram.js";

const opening = new Date("2026-11-24T03:15:00Z");
const nobodyHears = { isUnheard: () => {}, isBeside: () => {} };

let scheduler: Scheduler;

beforeEach(() => {
  scheduler = new Scheduler(1);
});
afterEach(() => scheduler.ends());

test("people press the button below what they looked for, also where an older question came again behind it", async () => {
  const telegram = simulatedTelegram(scheduler, opening, nobodyHears);
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

const steps = "⚠️ Utamakan keselamatan dulu.\n\n";
const untaken = `${steps}📣 Bu Lina saya beri tahu sekarang.`;
const taken = `${steps}✋ Bu Lina menangani sejak 10.15.`;
const notice = "✋ K-2026-0002: Bu Lina menangani bahayanya sejak 10.15.";

test.each([
  ["before the screen of it came, which says so", [notice, taken]],
  ["after the screen of it came", [untaken, notice]],
])("whoever noted a danger goes on once it was taken on %s", async (_when, shown) => {
  const { person, says } = await notesDanger();
  for (const [n, text] of shown.entries()) {
    await says(text);
    expect(timesOf(person, "/lanjut")).toBe(n + 1 < shown.length ? 1 : 2);
  }
});

test.each([
  ["the screen of it never came", [notice, notice]],
  ["the notice overtook a screen that knows nothing of it", [notice, untaken]],
  ["nobody has taken it on", [untaken, untaken]],
])("whoever noted a danger waits where %s", async (_why, shown) => {
  const { person, says } = await notesDanger();
  for (const text of shown) await says(text);
  expect(timesOf(person, "/lanjut")).toBe(1);
});

/** Somebody who has just noted a danger, and what says something to them and lets them look at it. */
async function notesDanger() {
  const telegram = simulatedTelegram(scheduler, opening, nobodyHears);
  const role = everybody.find(({ id }) => id === "tini");
  if (role === undefined) throw new Error("nobody notes a danger");
  const person = new SimulatedPerson(telegram, scheduler, role.name, role.accountId);
  const client = telegram.clientOf(simulated("p1"));
  const says = async (text: string, ...labels: readonly string[]) => {
    const reply_markup = { inline_keyboard: labels.map((label) => [{ text: label, callback_data: label }]) };
    await takes(client.call("sendMessage", { chat_id: person.id, text, reply_markup }));
    await takes(person.waits(1_000));
  };
  void role.does(person, scheduler);
  await says("Apakah ada bahaya?", "▫️ Ingin mengakhiri hidup");
  await says("Apakah ada bahaya?", "☑️ Ingin mengakhiri hidup", "✔️ Selesai (1)");
  return { person, says };
}

/** How often somebody has sent some words. */
function timesOf({ conversation, id }: SimulatedPerson, words: string): number {
  return [...conversation.messages.values()].filter(({ from, text }) => from?.id === id && text === words)
    .length;
}

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
