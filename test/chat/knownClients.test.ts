/** Opening a case for somebody who is probably known: what the worker is told of it, and what nobody learns that way. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { setAlias } from "../../src/records/case/alias.js";
import { mostComparisons } from "../../src/records/case/knownClients.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { begun, fillRound } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();
const { worker, supervisor, admin } = staff;

/** What another worker, of another team, has recorded; never to be seen by Bu Ratna. */
let others = "";
let anton: Awaited<ReturnType<typeof joins>>;
let antonId = "";

beforeAll(async () => {
  await joins(app, admin, "Bu Lina", ["supervisor"]);
  anton = await joins(app, admin, "Pak Anton", ["pekerja sosial"], "Bu Lina");
  antonId = await app.memberOf(anton);
  others = await draftOf(antonId, { name: "Muhammad Yusuf", birth: "12-3-1960" });
  await draftOf(antonId, { name: "Karsinah", birth: "70 tahun" });
});

/** A draft of an approach in which the client is named so, and nothing after it. */
async function draftOf(
  memberId: string,
  told: { readonly name: string; readonly birth: string },
): Promise<string> {
  const { caseId, roundId } = await begun(app.records, memberId);
  const telling = { ...story.told("approach", "adult"), ...told };
  await fillRound(app.records, memberId, roundId, { ...story.until(telling, "name"), name: told.name });
  return caseId;
}

/** Bu Ratna names a client born then in a new case; what follows it is on its way. */
async function names(name: string, birth: string): Promise<string> {
  const { caseId, code, roundId } = await begun(app.records, ratna);
  const telling = { ...story.told("approach", "adult"), birth };
  await fillRound(app.records, ratna, roundId, story.until(telling, "name"));
  goes(worker, callbacks.goOn({ roundId }));
  await worker.sees("Siapa nama klien");
  worker.sends(name);
  expect(caseId).not.toBe("");
  return code;
}

test("a client of another worker: only that it may be, and the supervisor gets codes", async () => {
  const code = await names("Bapak Joesoep Mochamad", "66 tahun");
  const { text = "", message_id: asked } = await worker.sees("Mungkin sudah dikenal di lembaga ini");
  expect(text).not.toMatch(/K-2026-0001|Anton|Lina|Yusuf/);
  // The form stays open: who typed on loses nothing.
  await worker.sees("jenis kelamin");
  worker.presses("🙋 Minta supervisor memeriksa", { message: asked });
  await worker.sees("Supervisor sudah diberi tahu");
  const { text: notice = "" } = await supervisor.sees("minta diperiksa");
  expect(notice).toContain(`klien di ${code} mungkin sama dengan:\n• K-2026-0001 · supervisor: Bu Lina`);
  expect(notice).not.toMatch(/Yusuf|Joesoep|Anton/);
  // That case was neither opened nor changed by it.
  expect(
    await app.rows(`SELECT 1 FROM "AuditEvent" WHERE "subjectId" = $1 AND "memberId" = $2`, [others, ratna]),
  ).toEqual([]);
});

test("another year of birth, or a name of which only a word is the same, is somebody else", async () => {
  for (const [name, birth] of [
    ["Muhammad Yusuf", "41 tahun"],
    ["Karsinah Rahayu Ningsih", "20 tahun"],
  ] as const) {
    await names(name, birth);
    await worker.sees("jenis kelamin");
  }
});

test("an own client is shown by code and alias, also by the alias alone", async () => {
  const caseId = await draftOf(ratna, { name: "Tukiyem", birth: "71 tahun" });
  await app.records.as(ratna, (work) => setAlias(work, caseId, "Mbah Kebun"));
  await names("Tukijem", "71 tahun");
  const { text, reply_markup: markup } = await worker.sees("Di antara kasus Anda sudah ada nama yang mirip");
  expect(JSON.stringify(markup)).toMatch(/K-2026-\d{4} · [^"]*Mbah Kebun/);
  expect(text).not.toContain("Mungkin sudah dikenal");
});

test("one among many of the same name is found, also behind those who were born in other years", async () => {
  for (const birth of ["64 tahun", "30 tahun", "31 tahun", "32 tahun", "33 tahun", "34 tahun", "35 tahun"]) {
    await draftOf(antonId, { name: "Siti Aminah", birth });
  }
  await names("Siti Aminah", "64 tahun");
  await worker.sees("Mungkin sudah dikenal di lembaga ini");
});

/** Names nobody in the institution has. */
const strangers = ["Wagiyo", "Fransiska Bulu", "Dorkas", "Made Suartana", "Zulkarnain", "Ponirah"];

test("after the first names of a day the answer is the same whoever it is, and the supervisor hears of it", async () => {
  const [row] = await app.rows<{ n: number }>(
    `SELECT count(*)::int AS "n" FROM "AuditEvent" WHERE "action" = 'client.compared' AND "memberId" = $1`,
    [ratna],
  );
  for (let done = row?.n ?? 0; done < mostComparisons; done += 1) {
    await names(strangers[done] ?? "", "40 tahun");
    await worker.sees("jenis kelamin");
  }
  await names("Tidak Seorang Pun", "40 tahun");
  const { message_id: message } = await worker.sees("Mungkin sudah dikenal di lembaga ini");
  await supervisor.sees("mencocokkan lebih dari lima nama klien dalam sehari");
  worker.presses("🙋 Minta supervisor memeriksa", { message });
  await supervisor.sees("Tidak ada nama yang mirip di kasus lain");
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
