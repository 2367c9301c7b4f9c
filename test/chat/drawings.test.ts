/** The genogram and the ekomap come into the chat as pictures, and in words; to whoever may read the case. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import type { DrawingKind } from "../../src/practice/papers.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { begun, filled, sent } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();
const { worker, supervisor } = staff;

let caseId: string;
let roundId: string;
let colleague: Person;
beforeAll(async () => {
  colleague = await joins(app, staff.admin, "Pak Anton", ["pekerja sosial"], "Pak Dedi");
  ({ caseId } = await begun(app.records, ratna));
  await sent(app.records, ratna, caseId, "approach", story.approach);
  roundId = await filled(app.records, ratna, caseId, "assessment", story.assessment);
});

const picturesIn = (person: Person) =>
  [...person.conversation.messages.values()].filter(
    ({ photo, document }) => photo !== undefined || document?.mime_type === "image/png",
  );

/** Orders a picture; the message it came in. */
async function draws(person: Person, kind: DrawingKind, round = roundId) {
  const before = picturesIn(person).length;
  const said = await person.pressesData(callbacks.orderDrawing({ roundId: round, kind })).answer();
  expect(said.text).toContain("Sedang digambar");
  await expect.poll(() => picturesIn(person).length).toBe(before + 1);
  return picturesIn(person).at(-1);
}

test.each<[DrawingKind, string]>([
  ["genogram", "🌳 Genogram · K-2026-0001"],
  ["ecomap", "🕸 Ekomap · K-2026-0001"],
])("the %s comes as a protected photo whose caption says the code and no name", async (kind, caption) => {
  const message = await draws(worker, kind);
  expect(message?.caption).toContain(caption);
  expect(message?.caption).toContain("setelah 1 jam");
  expect(message?.has_protected_content).toBe(true);
  for (const name of ["Sarta", "Ujang", "Iyah", "Tetangga"]) expect(message?.caption).not.toContain(name);
  const photo = message?.photo?.at(-1);
  const content = app.telegram.file(photo?.file_id ?? "")?.content;
  if (!(content instanceof Uint8Array)) throw new Error("no file came");
  expect(Buffer.from(content).subarray(1, 4).toString()).toBe("PNG");
});

test("below the picture it is to be had in words, which go again", async () => {
  await draws(worker, "genogram");
  worker.presses("🔤 Baca dalam kata-kata");
  await worker.sees("orang dalam genogram ini");
  expect(worker.seen()).toContain("Sarta (Laki-laki, Sudah meninggal, 61 tahun, meninggal 2019)");
  expect(worker.seen()).toContain("Ujang – Klien: Renggang");
  worker.presses("🙈 Sembunyikan nama");
  await draws(supervisor, "ecomap");
  supervisor.presses("🔤 Baca dalam kata-kata");
  await supervisor.sees("Tetangga sebelah (Tetangga dan teman): hubungan Kuat, arah Ke klien.");
});

test("the buttons stand below the assessment, on the card, and where another member may follow", async () => {
  goes(worker, callbacks.readRound({ roundId }));
  await worker.sees("[🌳 Genogram] [🕸 Ekomap]");
  goes(worker, callbacks.openCase({ caseId }));
  await worker.sees("[🌳 Genogram] [🕸 Ekomap]");
  goes(worker, callbacks.editAnswer({ roundId, path: "family.3" }));
  await worker.sees("Ada anggota keluarga lain?");
  expect(worker.seen()).toContain("[🌳 Genogram]");
});

test("members of the family are offered where one of them is asked for", async () => {
  goes(worker, callbacks.editAnswer({ roundId, path: "familyTies.0.with" }));
  await worker.sees("Dengan siapa?");
  expect(worker.seen()).toContain("[Klien]");
  expect(worker.seen()).not.toContain("[Ujang]");
  worker.presses("Sarta");
  await worker.sees("Dengan siapa? — Sarta");
  const { answers } = await app.records.as(ratna, (work) => app.records.rounds.open(work, roundId));
  expect(answers.get("familyTies.0.with")).toBe("Sarta");
});

test("a group has an ekomap and no genogram; where nobody was told of, that is said", async () => {
  const { caseId: groupCase } = await begun(app.records, ratna);
  const facts = { facts: { hasRequirements: false }, sources: {} };
  await sent(app.records, ratna, groupCase, "approach", story.told("approach", "group", {}, facts));
  const upTo = story.until(
    story.told(
      "assessment",
      "community",
      {},
      {
        ...facts,
        facts: { ...facts.facts, level: "group" },
      },
    ),
    "systems.0",
  );
  const group = await filled(app.records, ratna, groupCase, "assessment", upTo);
  goes(worker, callbacks.readRound({ roundId: group }));
  await worker.sees("[🕸 Ekomap]");
  expect(worker.seen()).not.toContain("[🌳 Genogram] [🕸 Ekomap]");
  const press = (kind: DrawingKind) =>
    worker.pressesData(callbacks.orderDrawing({ roundId: group, kind })).answer();
  expect((await press("ecomap")).text).toContain("Belum ada orang atau lembaga");
  expect((await press("genogram")).text ?? "").not.toContain("Sedang digambar");
});

test("who may not read the case gets neither the picture nor the words; who did is seen among its readers", async () => {
  for (const person of [colleague, staff.admin]) {
    for (const data of [
      callbacks.orderDrawing({ roundId, kind: "genogram" }),
      callbacks.readDrawing({ roundId, kind: "genogram" }),
    ]) {
      const said = await person.pressesData(data).answer();
      expect(said.text ?? "").not.toContain("Sedang digambar");
    }
    expect(picturesIn(person)).toEqual([]);
    expect(person.seen()).not.toContain("Sarta");
  }
  goes(worker, callbacks.whoOpened({ caseId }));
  await worker.sees("Pak Dedi (supervisor)");
  const events = await app.rows<{ action: string }>(
    `SELECT DISTINCT "action" FROM "AuditEvent" WHERE "subjectId" = $1 AND "action" IN ('paper.ordered', 'paper.made', 'names.seen') ORDER BY 1`,
    [caseId],
  );
  expect(events.map(({ action }) => action)).toEqual(["names.seen", "paper.made", "paper.ordered"]);
});

test("draws the button that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
