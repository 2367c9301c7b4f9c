/** Files where words are wanted: captions answer, recordings stay with their answer, albums come whole. */
import { beforeEach, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { spoken } from "../../src/practice/inputs/text.js";
import { goes } from "../support/going.js";
import { answersOf, begun, filled, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

/** Files are fetched beside the chat. */
const patiently = { timeout: 20_000, interval: 100 };

const { app, staff, ratna } = await staffedApp();

let roundId: string;
beforeEach(async () => {
  await standsAt("physical");
  await staff.worker.sees(physical);
});

const physical = "Bagaimana keadaan fisik dan kesehatannya?";
const psychological = "Bagaimana perasaan dan pikirannya?";

/** The worker stands at a question of a new assessment. */
async function standsAt(path: string): Promise<void> {
  const { caseId } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", story.approach);
  roundId = await filled(app.records, ratna, caseId, "assessment", story.until(story.assessment, path));
  goes(staff.worker, callbacks.goOn({ roundId }));
}

async function answer(path: string): Promise<unknown> {
  return (await answersOf(app.records, ratna, roundId)).get(path);
}

/** What stays with an answer: the kind of each file, and whether its bytes are here. */
async function files(path: string): Promise<string[]> {
  const rows = await app.rows<{ kind: string; status: string }>(
    `SELECT "kind", "status" FROM "Attachment" WHERE "roundId" = $1 AND "path" = $2 ORDER BY "createdAt", "id"`,
    [roundId, app.records.storedPath(roundId, path)],
  );
  return rows.map(({ kind, status }) => `${kind} ${status}`);
}

test.each([
  ["a photo", () => staff.worker.photographs(2_000, { caption: "Badannya kurus, batuk." }), "photo stored"],
  [
    "a document",
    () =>
      staff.worker.sendsDocument("hasil-lab.pdf", "application/pdf", 2_000, {
        caption: "Badannya kurus, batuk.",
      }),
    "document stored",
  ],
  [
    "a recording",
    () => staff.worker.sendsVoice(12_000, { caption: "Badannya kurus, batuk." }),
    "voice stored",
  ],
])("the caption of %s is the answer, and the file stays with it", async (_, sends, kept) => {
  sends();
  await staff.worker.sees(psychological);
  expect(await answer("physical")).toBe("Badannya kurus, batuk.");
  await expect.poll(() => files("physical"), patiently).toEqual([kept]);
});

test("a recording is the answer of a report at once; written words follow as a reply", async () => {
  const { worker } = staff;
  worker.sendsVoice();
  const kept = await worker.sees("Rekamannya tersimpan sebagai jawaban Fisik");
  await worker.sees(psychological);
  expect(await answer("physical")).toBe(spoken);
  await expect.poll(() => files("physical"), patiently).toEqual(["voice stored"]);
  worker.pressesData(callbacks.readRound({ roundId }));
  await worker.sees("🎤 rekaman suara");
  worker.presses(/Fisik/);
  await worker.sees("Fisik · K-");
  worker.sends("Kurus, batuk dua minggu.", { replyTo: kept });
  await worker.sees("Kurus, batuk dua minggu. ✓");
  expect(await answer("physical")).toBe("Kurus, batuk dua minggu.");
  worker.sends("Tenang.");
  await worker.sees("Bagaimana hubungannya dengan keluarga");
  expect(await answer("psychological")).toBe("Tenang.");
});

test("words and a recording sent in one breath are one answer", async () => {
  const { worker } = staff;
  worker.sends("Kurus.");
  worker.sendsVoice();
  await worker.sees(psychological);
  await worker.sees("Tersimpan bersama jawaban Fisik");
  expect(await answer("physical")).toBe("Kurus.");
  expect(await answer("psychological")).toBeUndefined();
  await expect.poll(() => files("physical"), patiently).toEqual(["voice stored"]);
});

test("a recording and words sent in one breath are one answer", async () => {
  const { worker } = staff;
  worker.sendsVoice();
  worker.sends("Kurus.");
  await worker.sees(psychological);
  await worker.sees("Saya tambahkan ke jawaban Fisik");
  expect(await answer("physical")).toBe("Kurus.");
  expect(await answer("psychological")).toBeUndefined();
});

test("at a short question the recording stays, and the words are still asked", async () => {
  const { worker } = staff;
  await standsAt("problems.0.title");
  await worker.sees("Apa masalahnya?");
  worker.sendsVoice();
  await worker.sees("Tulis juga jawabannya");
  expect(await answer("problems.0.title")).toBeUndefined();
  worker.sends("Makan sekali sehari");
  await expect.poll(() => answer("problems.0.title"), patiently).toBe("Makan sekali sehari");
  await expect.poll(() => files("problems.0.title"), patiently).toEqual(["voice stored"]);
});

test("an album with a caption is one answer with all its photos", async () => {
  const { worker } = staff;
  worker.photographs(2_000, { album: "b1", caption: "Luka di kaki kiri." });
  worker.photographs(2_100, { album: "b1" });
  worker.photographs(2_200, { album: "b1" });
  await worker.sees(psychological);
  expect(await answer("physical")).toBe("Luka di kaki kiri.");
  await expect
    .poll(() => files("physical"), patiently)
    .toEqual(["photo stored", "photo stored", "photo stored"]);
  expect(await answer("psychological")).toBeUndefined();
});

test("a photo without a word at a text question is offered to the case, and the question waits", async () => {
  const { worker } = staff;
  worker.photographs(2_000);
  await worker.sees("Foto ini belum disimpan");
  worker.presses("Tidak jadi");
  await worker.sees("Tidak disimpan.");
  worker.sends("Sehat.");
  await worker.sees(psychological);
  expect(await answer("physical")).toBe("Sehat.");
});

test("an album where a photo is wanted stays whole with that answer", async () => {
  const { worker } = staff;
  const { caseId } = await begun(app.records, ratna);
  roundId = await filled(
    app.records,
    ratna,
    caseId,
    "approach",
    story.until(story.approach, "dataConsentProof"),
  );
  worker.pressesData(callbacks.goOn({ roundId }));
  await worker.sees("Ada bukti izin datanya?");
  worker.photographs(2_000, { album: "b2" });
  worker.photographs(2_100, { album: "b2" });
  await expect.poll(() => files("dataConsentProof"), patiently).toEqual(["photo stored", "photo stored"]);
  expect(await answer("dataConsentProof")).toMatchObject({ kind: "photo" });
});
