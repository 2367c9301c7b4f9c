/** Presses nobody drew, presses from elsewhere, and words that look like presses. */
import { beforeAll, describe, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { dataOf } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { begun, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();

let stranger: Person;
let caseId: string;
let roundId: string;
let deadlineId: string;

beforeAll(async () => {
  const made = await begun(app.records, ratna);
  ({ caseId, roundId } = made);
  await sent(app.records, ratna, caseId, "approach", story.approachUnsigned);
  const [due] = await app.rows<{ id: string }>(`SELECT "id" FROM "Deadline" WHERE "doneAt" IS NULL`);
  deadlineId = due?.id ?? "";
  stranger = app.telegram.person({ firstName: "Orang" });
  stranger.sends("/start");
  await stranger.sees("tautan undangan");
});

/** What stands in the records, apart from who was here and what was said. */
async function kept() {
  const rows = await app.rows<{ all: string }>(`
    SELECT md5(string_agg("text", '' ORDER BY "text")) AS "all" FROM (
      SELECT c::text AS "text" FROM "Case" c UNION ALL SELECT r::text FROM "Round" r
      UNION ALL SELECT a::text FROM "Answer" a UNION ALL SELECT d::text FROM "Deadline" d
      UNION ALL SELECT o::text FROM "Organization" o UNION ALL SELECT m::text FROM "Invitation" m
    ) AS everything`);
  return rows[0]?.all;
}

const digits = "9".repeat(20);
/** Data in which everything but one thing is as it should be. */
const forged = () => [
  "constructor",
  "__proto__",
  "zzz",
  ":",
  `rules-set:constructor`,
  `rules-set:__proto__`,
  `rules-set:zzz`,
  `rules-to:constructor`,
  `tasks:mine:all:all:${digits}`,
  `tasks:mine:constructor:all:0`,
  `tasks:mine:all:toString:0`,
  `cases:mine:${digits}`,
  `cases:mine:0:constructor`,
  `pick:why:${digits}`,
  `members:${digits}`,
  `invite:9`,
  `rem:all:${digits}`,
  `hist:${caseId}:${digits}`,
  `edit:${roundId}:-1`,
  `ed:${roundId}:constructor.0.__proto__`,
  `rm:${roundId}:constructor:0:01`,
  `step:${caseId}:constructor`,
  `over:${caseId}:toString`,
  `ends:${caseId}:terminated`,
  `part:${roundId}:__proto__`,
  `ok:${roundId}:${digits}`,
  `gm:constructor:0`,
  `gt:zzzzzz`,
  `gq:${caseId}:-1`,
  `gr:constructor:0`,
  `dilemma:on:${caseId}:constructor`,
  `m-role:${caseId}:constructor:on`,
  `org-approval:constructor:on`,
  `case:${caseId.slice(1)}`,
  `case:${caseId} `,
  `q:aaaa:month:xxxx`,
  `q:aaaa:day:2026-02-30`,
  `q:aaaa:scale:1e9`,
  `e:aaaa:`,
];

describe("a press that no button of ours says", () => {
  test.each(["worker", "supervisor", "admin"] as const)(
    "by the %s is answered, and changes nothing",
    async (who) => {
      const person = staff[who];
      const before = await kept();
      for (const data of forged()) {
        const { text } = await person.pressesData(data).answer();
        expect(text, data).toContain("tidak berlaku");
      }
      expect(await kept()).toBe(before);
    },
  );

  test("by somebody who belongs nowhere is answered, and changes nothing", async () => {
    const before = await kept();
    for (const data of [...forged(), callbacks.openCase({ caseId }), callbacks.breachSurely()]) {
      await stranger.pressesData(data).answer();
    }
    expect(await kept()).toBe(before);
  });
});

describe("a press that fits, where nothing of the kind was offered", () => {
  test("is refused in a word, and nothing is left undone", async () => {
    const { worker, supervisor } = staff;
    const before = await kept();
    for (const [person, data] of [
      // A deadline that a form ends is not ended by saying so.
      [worker, callbacks.tickDue({ deadlineId })],
      [worker, callbacks.takeInHand({ deadlineId })],
      [supervisor, callbacks.remarkOn({ roundId, sentAt: new Date(0), at: 9_999 })],
      [worker, callbacks.removeItem({ roundId, group: "constructor", index: 0, version: 1 })],
      [worker, callbacks.topic({ topic: "000000" })],
      [worker, callbacks.setRule({ rule: "digest" })],
      [worker, callbacks.members({ page: 9_999 })],
    ] as const) {
      await person.pressesData(data).answer();
    }
    expect(await kept()).toBe(before);
    worker.sends("/mulai");
    await worker.sees("Apa yang ingin Anda lakukan");
  });

  test("leaves no trace of what it began: who was refused has read nothing", async () => {
    const { supervisor } = staff;
    const audited = `SELECT count(*)::int AS "lines" FROM "AuditEvent"`;
    const before = await app.rows(audited);
    const { text } = await supervisor
      .pressesData(callbacks.approve({ roundId, sentAt: new Date(0) }))
      .answer();
    expect(text).toContain("tidak ada yang saya ubah");
    expect(await app.rows(audited)).toEqual(before);
  });

  test("below a question of another kind is not an answer to it", async () => {
    const { worker } = staff;
    worker.looksAway();
    worker.sends("/mulai");
    await worker.sees("➕ Kasus baru");
    worker.presses("➕ Kasus baru");
    const { reply_markup: markup, message_id: at } = await worker.sees("Bagaimana klien sampai ke Anda?");
    const first = markup?.inline_keyboard.flat().find((button) => "callback_data" in button);
    const nonce = first !== undefined && "callback_data" in first ? first.callback_data.split(":")[1] : "";
    const before = await app.rows(`SELECT 1 FROM "Answer"`);
    for (const data of [
      callbacks.answerDay({ nonce: nonce ?? "", day: "2026-11-01" }),
      callbacks.answerNow({ nonce: nonce ?? "" }),
      callbacks.answerLevel({ nonce: nonce ?? "", level: 3 }),
      callbacks.pickOption({ nonce: nonce ?? "", option: "constructor" }),
    ]) {
      await worker.pressesData(data, at).answer();
    }
    expect(await app.rows(`SELECT 1 FROM "Answer"`)).toEqual(before);
    worker.sends("/lanjut");
    await worker.sees("Bagaimana klien sampai ke Anda?");
    worker.presses(/Simpan & keluar/);
    await worker.sees(/Tersimpan|Belum ada yang tersimpan/);
  });
});

describe("words are no press", () => {
  test("a step of a dilemma is kept as it was written, also where it begins with a sign", async () => {
    const { worker } = staff;
    worker.sends("/dilema");
    await worker.sees("Menimbang dilema etik");
    worker.presses(/Mulai|Dilema baru|➕/);
    await worker.sees("1 dari 7");
    worker.sends("=> Klien meminta saya merahasiakan kekerasan dari suaminya");
    await worker.sees("2 dari 7");
    worker.sends("=nothing");
    await worker.sees("3 dari 7");
    worker.looksAway();
    worker.sends("/dilema");
    await worker.sees("Menimbang dilema etik");
    worker.presses(/^✏️/);
    const { text = "" } = await worker.sees("=> Klien meminta saya merahasiakan");
    expect(text).toContain("=nothing");
  });

  test("a reason for a snooze is kept as it was written, also where it is a button's word", async () => {
    const { worker } = staff;
    const at = worker.lastMessage()?.message_id ?? 0;
    worker.pressesData(callbacks.snoozeFor({ deadlineId, days: 1 }), at);
    await worker.sees("Apa alasannya?");
    worker.sends("client");
    await worker.sees("saya ingatkan lagi");
    goes(worker, callbacks.whyReminded({ deadlineId }));
    const { text = "" } = await worker.sees("Tenggat:");
    expect(text).toContain("client");
    expect(text).not.toContain("Klien belum bisa ditemui");
  });

  test("a question to the supervisor is what was written, not sent before it was looked at", async () => {
    const { worker } = staff;
    goes(worker, callbacks.askSupervisor());
    await worker.sees("Tulis pertanyaan Anda");
    worker.sends("Bolehkah saya?");
    await worker.sees("Kirim begini");
    for (const words of ["=send", "send", "cases", "=cases"]) {
      worker.looksAway();
      worker.sends(words);
      const { text = "" } = await worker.sees("Kirim begini");
      expect(text).toContain(words);
    }
    expect(await app.rows(`SELECT 1 FROM "Consultation"`)).toEqual([]);
  });

  test("the value of another question's button is no choice here", async () => {
    const { worker } = staff;
    const asked = await asksSupervisor("Bolehkah saya?");
    const forgedChoice = callbacks.chooseInEntry({ nonce: asked.nonce, value: "constructor" });
    const { text } = await worker.pressesData(forgedChoice, asked.at).answer();
    expect(text).toContain("sudah lewat");
    expect(await app.rows(`SELECT 1 FROM "Consultation"`)).toEqual([]);
  });

  test("nor is the same choice of a question that was put before", async () => {
    const { worker } = staff;
    const before = await asksSupervisor("Bolehkah saya?");
    await asksSupervisor("Bolehkah saya datang malam hari?");
    const { text } = await worker.pressesData(before.data, before.at).answer();
    expect(text).toContain("sudah lewat");
    expect(await app.rows(`SELECT 1 FROM "Consultation"`)).toEqual([]);
  });

  /** A question to the supervisor as it is looked at before it is sent, and the first of its choices. */
  async function asksSupervisor(
    question: string,
  ): Promise<{ readonly at: number; readonly data: string; readonly nonce: string }> {
    const { worker } = staff;
    goes(worker, callbacks.askSupervisor());
    await worker.sees("Tulis pertanyaan Anda");
    worker.sends(question);
    const asked = await worker.sees("Kirim begini");
    const [data = ""] = dataOf(asked);
    const nonce = callbacks.chooseInEntry.read(data)?.nonce ?? "";
    expect(nonce).not.toBe("");
    return { at: asked.message_id, data, nonce };
  }
});
