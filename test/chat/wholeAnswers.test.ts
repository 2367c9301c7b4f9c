/** Whole answers: what was written is read to its last word, by the worker and by the supervisor who decides on it. */
import { describe, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { opensApproval } from "../support/approving.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { agreed, begun, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();

/** So many characters of sentences, each with its number: a missing one is seen. */
function sentences(characters: number): string {
  let text = "";
  for (let number = 1; text.length < characters; number += 1)
    text += `Kalimat ke-${number} tentang kunjungan. `;
  return text.trim();
}

/** A case in intervention. */
async function planned(sourceSystems = String(story.plan.sourceSystems)) {
  const { caseId } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", story.approach);
  await sent(app.records, ratna, caseId, "assessment", story.assessment);
  const planId = await sent(app.records, ratna, caseId, "plan", { ...story.plan, sourceSystems });
  return { caseId, planId };
}

/** Opens a form to be read, and turns its pages; the texts of all of them. */
async function readsAll(person: Person, roundId: string): Promise<string> {
  goes(person, callbacks.readRound({ roundId }));
  const texts = [(await person.sees(/Catatan sesi|Rencana intervensi/)).text ?? ""];
  const pages = Number(/\[1\/(\d+)\]/.exec(person.seen())?.[1] ?? 1);
  for (let page = 2; page <= pages; page += 1) {
    person.looksAway();
    person.presses("▶️");
    texts.push((await person.sees(`[${page}/${pages}]`)).text ?? "");
  }
  return texts.join("\n");
}

describe.each([387, 3_000, 9_990])("a session note of %i characters", (length) => {
  test("is read whole by its worker and by the supervisor, in messages of 4,096 at most", async () => {
    const { caseId, planId } = await planned();
    await agreed(app.records, dedi, planId);
    const note = sentences(length);
    const roundId = await sent(app.records, ratna, caseId, "session", { ...story.session, note });
    for (const person of [staff.worker, staff.supervisor]) {
      const read = await readsAll(person, roundId);
      const numbers = [...read.matchAll(/Kalimat ke-(\d+)/g)].map(([, number]) => Number(number));
      expect(numbers).toEqual([...note.matchAll(/Kalimat ke-(\d+)/g)].map(([, number]) => Number(number)));
    }
  });
});

test("a long answer is folded, and the buttons stand below each page", async () => {
  const { caseId, planId } = await planned();
  await agreed(app.records, dedi, planId);
  const note = sentences(6_000);
  const roundId = await sent(app.records, ratna, caseId, "session", { ...story.session, note });
  await readsAll(staff.supervisor, roundId);
  const { entities = [] } = staff.supervisor.lastMessage() ?? {};
  expect(entities.map(({ type }) => type)).toContain("expandable_blockquote");
  expect(staff.supervisor.seen()).toContain("Ke kasus");
});

test("the supervisor reads the whole plan they approve, and what changed in it whole, before and after", async () => {
  const { supervisor, worker } = staff;
  const [before, after] = [sentences(900), sentences(1_500).replaceAll("Kalimat", "Ucapan")];
  const { planId } = await planned(before);
  expect(await readsAll(supervisor, planId)).toContain(before);
  expect(supervisor.seen()).toContain("✅ Setujui");
  await agreed(app.records, dedi, planId);

  goes(worker, callbacks.correctRound({ roundId: planId }));
  await worker.sees("Apa alasannya diperbaiki?");
  worker.sends("Sumbernya bertambah.");
  await worker.sees("Sedang diperbaiki.");
  worker.pressesData(callbacks.editAnswer({ roundId: planId, path: "sourceSystems" }));
  const asked = await worker.sees("Jawaban sekarang:");
  expect(asked.text).toContain(before);
  await app.forward(60_000);
  worker.sends(after);
  await worker.sees("Sedang diperbaiki.");
  supervisor.looksAway();
  worker.presses("📨 Kirim");
  const card = await opensApproval(supervisor, "Rencana intervensi");
  expect(card.text).toContain(before);
  expect(card.text).toContain(after);
  expect(supervisor.seen()).toContain("✅ Setujui");
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
