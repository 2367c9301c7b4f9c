/** What a supervisor's morning costs: twelve approvals, three escalations and five handovers, by presses alone. */
import type { Message } from "@grammyjs/types";
import { beforeAll, expect, test } from "vitest";
import { notDrawn } from "../support/drawn.js";
import { effortOf } from "../support/effort.js";
import { putsMorning, walksMorning } from "../support/morning.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff, ratna } = await staffedApp();

/** The most presses it may take; `npm run count:taps` prints how many it takes. */
const mostTaps = 33;

let digest: Message;

beforeAll(async () => {
  const { admin, supervisor } = staff;
  const others = [];
  for (const name of ["Pak Tono", "Bu Lina"]) {
    others.push(await app.memberOf(await joins(app, admin, name, ["pekerja sosial"], "Pak Dedi")));
  }
  supervisor.looksAway();
  await putsMorning(app, { workers: [ratna, ...others], admin: await app.memberOf(admin) });
  digest = await supervisor.sees("Tim Anda, baru terlambat");
});

test("what waits is listed by age with whose it is, and of one worker alone; a card has its way back", async () => {
  const { supervisor } = staff;
  supervisor.sends("/mulai");
  await supervisor.sees("Persetujuan (17)");
  supervisor.presses("✍️ Persetujuan (17)");
  const { text = "" } = await supervisor.sees("17 hal menunggu keputusan Anda");
  expect(text).toContain("1. K-2026-0004 · Rencana intervensi · Bu Ratna · sejak kemarin");
  expect(text).toContain("12. K-2026-0015 · Rencana intervensi · Bu Lina · sejak kemarin");
  supervisor.presses("👤 Satu orang saja");
  await supervisor.sees("Kasus siapa");
  supervisor.presses("Pak Tono (4)");
  const { text: own = "" } = await supervisor.sees("Hanya: Pak Tono");
  expect(own).not.toMatch(/Bu Ratna|Bu Lina/);
  supervisor.presses("4 · K-2026-0014");
  await supervisor.sees("Rencana intervensi menunggu Anda · K-2026-0014");
  supervisor.presses("⬅️ Yang menunggu");
  await supervisor.sees("17 hal menunggu keputusan Anda");
});

test("is done with few presses and nothing typed", async () => {
  const { supervisor } = staff;
  const from = supervisor.conversation.history.length;
  await walksMorning(supervisor, digest);
  const { taps, messages } = effortOf(supervisor.conversation.history.slice(from));
  expect(messages).toBe(0);
  expect(taps).toBeLessThanOrEqual(mostTaps);
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
