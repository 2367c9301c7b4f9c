import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import type { Danger } from "../../src/practice/forms/vocabulary.js";
import { createTexts } from "../../src/texts.js";
import type { TestApp } from "./app.js";
import { goes } from "./going.js";
import { begun, fillRound } from "./records.js";

const texts = createTexts("locales");

/** What the approach asks before it asks of danger. */
const before = { source: "outreach", contactDate: "kemarin", level: "individual" };

/** A new case of a worker, its approach at the question of danger. */
export async function atDanger(
  app: TestApp,
  worker: Person,
): Promise<{ readonly caseId: string; readonly roundId: string; readonly code: string }> {
  const id = await app.memberOf(worker);
  const { caseId, roundId, code } = await begun(app.records, id);
  await fillRound(app.records, id, roundId, before);
  goes(worker, callbacks.goOn({ roundId }));
  await worker.sees(texts.dynamicPlain("id", "choice-danger-suicide"));
  return { caseId, roundId, code };
}

/** A new case whose worker ticks a danger in the approach. */
export async function notesDanger(app: TestApp, worker: Person, danger: Danger) {
  const noted = await atDanger(app, worker);
  await ticksDanger(worker, danger);
  return noted;
}

/** Ticks a danger at its question, and keeps it. */
export async function ticksDanger(worker: Person, danger: Danger): Promise<void> {
  const label = texts.dynamicPlain("id", `choice-danger-${danger}`);
  worker.presses(`▫️ ${label}`);
  await worker.sees(`☑️ ${label}`);
  worker.presses("✔️ Selesai (1)");
}

/** A worker says by the command that they are in danger themselves, and is asked which. */
export async function inDanger(worker: Person): Promise<void> {
  worker.looksAway();
  worker.sends("/darurat");
  await worker.sees("Apa yang terjadi?");
  worker.presses("🆘 Saya sendiri dalam bahaya");
  await worker.sees("Anda sendiri dalam bahaya");
}
