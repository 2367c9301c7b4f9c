/** What was said once is offered and not asked again: the household, the roles of the plan, the place of the last visit. */
import { beforeEach, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { agreed, answersOf, begun, filled, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();

beforeEach(() => staff.worker.looksAway());

test("the household of the approach is offered person by person in the assessment", async () => {
  const { worker } = staff;
  const family = story.told("approach", "family", {}, { facts: { hasRequirements: false }, sources: {} });
  const { caseId } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", family);
  const roundId = await filled(
    app.records,
    ratna,
    caseId,
    "assessment",
    story.until(story.assessment, "family.0"),
  );
  goes(staff.worker, callbacks.goOn({ roundId }));
  await worker.sees("➕ Tambah");
  worker.presses("➕ Tambah");
  const named = await worker.sees("↪️");
  const face = named.reply_markup?.inline_keyboard.flat()[0]?.text ?? "";
  worker.presses(face);
  await expect
    .poll(async () => (await answersOf(app.records, ratna, roundId)).get("family.0.name"))
    .toBe(face.replace("↪️ ", ""));
  expect(
    Object.values(family)
      .map((one) => JSON.stringify(one))
      .join(),
  ).toContain(face.replace("↪️ ", ""));
});

test("the roles of the plan and its only goal are ticked in the session, to be kept or changed", async () => {
  const { worker } = staff;
  const { caseId } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", story.approach);
  await sent(app.records, ratna, caseId, "assessment", story.assessment);
  await agreed(app.records, dedi, await sent(app.records, ratna, caseId, "plan", story.plan));
  const roundId = await filled(app.records, ratna, caseId, "session", { date: "kemarin" });
  goes(staff.worker, callbacks.goOn({ roundId }));
  const asked = await worker.sees("Peran");
  const faces = (asked.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
  const planned = Object.entries(story.plan).flatMap(([path, value]) => (/role$/.test(path) ? [value] : []));
  expect(faces.filter((face) => face.startsWith("☑️"))).toHaveLength(new Set(planned).size);
  worker.presses(/Selesai/);
  await expect
    .poll(async () => (await answersOf(app.records, ratna, roundId)).get("roles"))
    .toEqual([...new Set(planned)]);
  // A plan with one goal: a session is for it.
  await worker.sees(/☑️ .*\[✔️ Selesai \(1\)\]/s);
  worker.presses("✔️ Selesai (1)");
  await expect
    .poll(async () => (await answersOf(app.records, ratna, roundId)).get("goals"))
    .toEqual(["goals.0"]);
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
