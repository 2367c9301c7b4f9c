/** Danger noted in the approach: every kind is heard, kept and answered with what to do first and whom to call. */
import { expect, test } from "vitest";
import { numbersFor } from "../../src/practice/emergencyNumbers.js";
import { type Danger, immediateDangers } from "../../src/practice/forms/vocabulary.js";
import { createTexts, locales } from "../../src/texts.js";
import { atDanger, notesDanger } from "../support/danger.js";
import { staffedApp } from "../support/staffedApp.js";

const texts = createTexts("locales");

const { app, staff } = await staffedApp();

/** What a frightened person reads for each danger, and what has no place there. */
const path: Readonly<Record<Danger, { reads: readonly string[]; not: readonly string[]; entry: string }>> = {
  suicide: {
    reads: ["Jangan tinggalkan dia sendirian", "119 ekstensi 8", "tidak tentu 24 jam", "112"],
    not: ["129", "171", "110"],
    entry: "Klien ingin bunuh diri sekarang",
  },
  "violence-ongoing": {
    reads: [
      "Jangan hadapi pelaku sendirian",
      "110: polisi (belum kami verifikasi)",
      "129, atau WA 08111-129-129",
    ],
    not: ["ekstensi 8", "ambulans"],
    entry: "perempuan",
  },
  medical: {
    reads: ["Hubungi ambulans sekarang", "119: ambulans", "112: darurat umum (belum kami verifikasi)"],
    not: ["129", "110", "ekstensi 8"],
    entry: "medis",
  },
  "abandoned-child": {
    reads: ["Jangan tinggalkan anak itu", "110: polisi", "171: Kementerian Sosial"],
    not: ["ekstensi 8", "ambulans"],
    entry: "telantar",
  },
};

test.each(immediateDangers)("%s: kept, answered, and the supervisor hears of it", async (danger) => {
  const { worker, supervisor } = staff;
  supervisor.looksAway();
  const { caseId, roundId, code } = await notesDanger(app, worker, danger);
  const { text = "" } = await worker.sees("Utamakan keselamatan dulu");
  for (const line of path[danger].reads) expect(text).toContain(line);
  const numbers = text.slice(text.indexOf("☎️"));
  for (const line of path[danger].not) expect(numbers).not.toContain(line);
  expect(text).toContain("Pak Dedi saya beri tahu sekarang");
  expect(worker.seen()).toContain(path[danger].entry);
  expect(worker.seen()).toContain("[Nomor darurat]");

  const alert = await supervisor.sees(code);
  expect(alert.text).toContain(`${texts.plain("id", `danger-kind-${danger}`)}. Dicatat Bu Ratna di ${code}`);
  expect(supervisor.seen()).toContain("[✋ Saya tangani]");

  const kept = await app.rows(`SELECT 1 FROM "Answer" WHERE "roundId" = $1 AND "path" = $2`, [
    roundId,
    app.records.storedPath(roundId, "danger"),
  ]);
  expect(kept).toHaveLength(1);
  const [place] = await app.rows<{ path: string | null }>(
    `SELECT "path" FROM "Dialogue" WHERE "roundId" = $1`,
    [roundId],
  );
  expect(place).toEqual({ path: null });
  const audit = await app.rows<{ detail: object }>(
    `SELECT "detail" FROM "AuditEvent" WHERE "action" = 'danger.noted' AND "subjectId" = $1`,
    [caseId],
  );
  expect(audit).toHaveLength(1);
  expect(audit[0]?.detail).toMatchObject({ source: "form", told: 1 });
  expect(JSON.stringify(audit)).not.toContain(danger);

  worker.presses("▶️ Lanjutkan formulir");
  await worker.sees(texts.dynamicPlain("id", "approach-safetyStep"));
});

test("several dangers at once: steps and numbers of each", async () => {
  const { worker } = staff;
  await atDanger(app, worker);
  for (const danger of ["suicide", "medical"] as const) {
    const label = texts.dynamicPlain("id", `choice-danger-${danger}`);
    worker.presses(`▫️ ${label}`);
    await worker.sees(`☑️ ${label}`);
  }
  worker.presses("✔️ Selesai (2)");
  const { text = "" } = await worker.sees("Utamakan keselamatan dulu");
  expect(text).toContain("Bahaya bunuh diri");
  expect(text).toContain("Gawat medis");
});

test.each(locales)("every danger has its steps and numbers (%s)", (locale) => {
  for (const danger of immediateDangers) {
    const steps = texts.t(locale, `first-steps-${danger}`).split("\n");
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(steps.length).toBeLessThanOrEqual(4);
    expect(numbersFor([danger], "client").length).toBeGreaterThanOrEqual(2);
  }
});
