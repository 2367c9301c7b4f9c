/** Consent that means something: what stays open without it, what does not, and who says on which ground. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { photo } from "../practice/forms/scenarios.js";
import { openTestApp, type TestApp } from "../support/app.js";
import type { Telling } from "../support/filling.js";
import { begun, fillRound, sent } from "../support/records.js";
import { foundStaff, type Staff } from "../support/staff.js";
import * as story from "../support/story.js";

let app: TestApp;
let staff: Staff;
let ratna: string;
beforeAll(async () => {
  app = await openTestApp();
  staff = await foundStaff(app);
  ratna = await app.memberOf(staff.worker);
});
afterAll(async () => {
  expect(app.telegram.violations).toEqual([]);
  expect(app.errors).toEqual([]);
  await app.close();
});

/** What is told up to a question, which is then asked. */
function until(telling: Telling, path: string): Telling {
  const entries = Object.entries(telling);
  return Object.fromEntries(
    entries.slice(
      0,
      entries.findIndex(([asked]) => asked === path),
    ),
  );
}

/** A worker's case as its card shows it. */
async function opensCard(person: Staff["worker"], caseId: string): Promise<void> {
  person.sends("/mulai");
  await person.sees("Apa yang ingin Anda lakukan");
  person.pressesData(`case:${caseId}`, person.lastMessage()?.message_id ?? 0);
  await person.sees("K-2026-");
}

const victimRefused = story.told("approach", "victim-refused", { letterNumber: "B/123/XI/2026" });

describe("a laporan sosial that an investigator asked for", () => {
  test("opens while the approach is a draft, says why, and is the next step", async () => {
    const { worker } = staff;
    const { caseId, roundId } = await begun(app.records, ratna);
    await fillRound(app.records, ratna, roundId, until(victimRefused, "requestLetter"));
    await opensCard(worker, caseId);
    const card = worker.screen(1);
    expect(card).toContain("Berikutnya: laporan sosial, sebelum Jumat, 27 November 2026, 07.30.");
    expect(card).toContain(
      "Laporan sosial diminta penyidik, Selasa, 24 November 2026, 07.30 (surat B/123/XI/2026)",
    );
    worker.presses("▶️ Susun laporan sosial");
    await worker.sees("UU 27/2022 Pasal 20 ayat (2) huruf c");
    await worker.sees("Asesmen");
  });

  test("and when everything was refused by whoever speaks for the child", async () => {
    const { worker } = staff;
    const { caseId, roundId } = await begun(app.records, ratna);
    await fillRound(app.records, ratna, roundId, { ...victimRefused, requestLetter: photo });
    await sent(app.records, ratna, caseId, "approach", {});
    await opensCard(worker, caseId);
    expect(worker.screen(1)).toContain("Berikutnya: laporan sosial, sebelum Jumat, 27 November 2026, 07.30.");
    await sent(app.records, ratna, caseId, "assessment", story.told("assessment", "child-victim"));
    await opensCard(worker, caseId);
    expect(worker.screen(1)).not.toContain("Berikutnya: laporan sosial");
  });
});
