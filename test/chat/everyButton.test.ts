/**
 * Walks through the bot by pressing whatever it draws. Every button that is drawn is read back and has a handler, which
 * answers; every handler has a button that is drawn on the way, or in another test, or says why not.
 */
import { existsSync } from "node:fs";
import type { Message } from "@grammyjs/types";
import { expect, test } from "vitest";
import { commands } from "../../src/chat/entrance/commands.js";
import { type CallbackName, callbacks, pressOf } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { locate } from "../../src/practice/walk.js";
import { photo } from "../practice/forms/scenarios.js";
import { notesDanger } from "../support/danger.js";
import { dataOf, drawnIn, namesOf } from "../support/drawn.js";
import { invited } from "../support/inviting.js";
import { agreed, begun, fillRound, sent } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();

/** Buttons that no test has drawn, and why. */
const never: { readonly [name in CallbackName]?: string } = {
  documentsPage: "there is a second page only of more documents than a test wants to read",
  documentContents: "there is a second page only of a longer document than a test wants to read",
  unansweredPage: "there is a second page only of more unanswered questions than a test wants to ask",
};

/** What leaves nothing more to press, or words that are typed in vain: pressed when there is nothing else. */
const last: ReadonlySet<CallbackName> = new Set([
  "withdrawConsentSurely",
  "suspendSurely",
  "setRole",
  "setPinRule",
  "chooseLanguage",
]);

/** What leads to screens that differ: pressed for several cases, forms, clocks and people. */
const doors: ReadonlySet<CallbackName> = new Set([
  "openCase",
  "caseSteps",
  "enterForm",
  "goOn",
  "readRound",
  "openApproval",
  "openDue",
  "member",
]);
const timesThroughDoor = 5;

/** What is typed after a press that asks for words. */
const words: { readonly [name in CallbackName]?: string } = {
  askSupervisor: "Bolehkah saya datang tanpa janji?",
  closeCaseAs: "Klien pindah",
  localNumber: "0262 1234567",
  newDilemma: "Klien menolak dirujuk",
  overrideGate: "Mendesak",
  reopenCase: "Klien kembali",
  replyToConsultation: "Tanyakan dulu kepada keluarganya.",
  ownReportDays: "1 hari lalu sampai hari ini",
  remarkOn: "Kurang lengkap",
  takeInHand: "Masih di Polres",
};

/** A person who presses each thing that the bot ever drew for them. */
class Walker {
  readonly #person: Person;
  /** Data of buttons not pressed yet, newest last, and the message each stood below. */
  readonly #open = new Map<string, number>();
  readonly #pressed = new Map<CallbackName, number>();

  constructor(person: Person) {
    this.#person = person;
    const look = ({ message, isFromBot }: { message: Message; isFromBot: boolean }) => {
      if (!isFromBot || message.chat.id !== person.id) return;
      for (const data of dataOf(message)) {
        this.#open.delete(data);
        this.#open.set(data, message.message_id);
      }
    };
    app.telegram.on("message", look);
    app.telegram.on("edit", look);
  }

  async says(text: string): Promise<void> {
    const before = await updates();
    this.#person.sends(text);
    await settled(before + 1);
  }

  /** Presses what has not been pressed, newest first, until there is nothing left. */
  async pressesAll(): Promise<void> {
    for (;;) {
      const next = this.#next();
      if (next === undefined) return;
      await this.presses(next.name, next.data, next.id);
    }
  }

  /** The newest button that is left, those that end something last. What is done is not looked at again. */
  #next(): { readonly name: CallbackName; readonly data: string; readonly id: number } | undefined {
    let ending: { readonly name: CallbackName; readonly data: string; readonly id: number } | undefined;
    for (const [data, id] of [...this.#open].reverse()) {
      const name = pressOf(data)?.name;
      if (name === undefined || this.#isDone(name)) this.#open.delete(data);
      else if (!last.has(name)) return { name, data, id };
      else ending ??= { name, data, id };
    }
    return ending;
  }

  /** Presses one, and types what it asks for. */
  async presses(
    name: CallbackName,
    data: string,
    id = this.#person.lastMessage()?.message_id ?? 0,
  ): Promise<void> {
    this.#open.delete(data);
    const { text = "" } = await this.#person.pressesData(data, id).answer();
    await settled(0);
    // A question's button goes with its question: another one may still do.
    if (!text.includes("tidak berlaku")) this.#pressed.set(name, (this.#pressed.get(name) ?? 0) + 1);
    const typed = words[name];
    if (typed !== undefined) await this.says(typed);
  }

  #isDone(name: CallbackName): boolean {
    return (this.#pressed.get(name) ?? 0) >= (doors.has(name) ? timesThroughDoor : 1);
  }
}

/** How many updates the bot has taken so far. */
async function updates(): Promise<number> {
  const [row] = await app.rows<{ n: number }>(`SELECT count(*)::int AS "n" FROM "Update"`);
  return row?.n ?? 0;
}

/**
 * Until so many updates were taken, and everything that was said is answered. The deletion of what is shown for a while
 * is no answer: it waits in no lane until its time comes.
 */
async function settled(taken: number): Promise<void> {
  const open = `SELECT (SELECT count(*) FROM "Update" WHERE "status" = 'pending')
    + (SELECT count(*) FROM "Message" WHERE "kind" = 'reply' AND "status" IN ('waiting', 'sending')
      AND NOT ("method" = 'deleteMessage' AND "lane" IS NULL)) AS "n"`;
  for (;;) {
    if ((await updates()) < taken) continue;
    const [row] = await app.rows<{ n: string }>(open);
    if (Number(row?.n) === 0) return;
  }
}

/** Drafts of an approach, each at the first question of a kind. */
async function atEachKind(workerId: string): Promise<string[]> {
  const kinds = new Set<string>();
  const drafts: string[] = [];
  for (const path of Object.keys(story.approach)) {
    const place = locate(current("approach"), path);
    const kind = place?.kind === "ask" ? place.question.type : "another";
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    const { roundId } = await begun(app.records, workerId);
    drafts.push(await fillRound(app.records, workerId, roundId, story.until(story.approach, path)));
  }
  return drafts;
}

/**
 * Cases of a worker in several stages: a plan that waits, no consent, a report for the police, and one with a plan in
 * force and a referral that waits for its answer, which is returned.
 */
async function cases(workerId: string, supervisorId: string): Promise<string> {
  const { records } = app;
  const { told } = story;
  const planned = async () => {
    const { caseId } = await begun(records, workerId);
    await sent(records, workerId, caseId, "approach", story.approach);
    await sent(records, workerId, caseId, "assessment", story.assessment);
    return { caseId, plan: await sent(records, workerId, caseId, "plan", story.plan) };
  };
  await planned();
  const { caseId: referred, plan } = await planned();
  await agreed(records, supervisorId, plan);
  await sent(records, workerId, referred, "session", story.session);
  const referral = await sent(records, workerId, referred, "referral", story.referral);
  await agreed(records, supervisorId, referral);
  for (const telling of [
    told("approach", "data-declined"),
    { ...told("approach", "victim-refused", { letterNumber: "B/123/XI/2026" }), requestLetter: photo },
  ]) {
    const { caseId, roundId } = await begun(records, workerId);
    await fillRound(records, workerId, roundId, telling);
    await sent(records, workerId, caseId, "approach", {});
  }
  return referred;
}

test("every button is read back and answered, and every handler has a button", {
  timeout: 240_000,
}, async () => {
  const { worker, supervisor, admin } = staff;
  const referred = await cases(ratna, dedi);
  const drafts = await atEachKind(ratna);
  await notesDanger(app, worker, "abandoned-child");
  await joins(app, admin, "Pak Budi", ["pekerja sosial"], "Pak Dedi");
  await invited(admin, "Bu Tini", ["supervisor"]);

  // The supervisor first: what waits is decided on before the worker takes it back.
  const [first, second, third] = [new Walker(supervisor), new Walker(worker), new Walker(admin)];
  const { roundId: longList } = await begun(app.records, ratna);
  await fillRound(app.records, ratna, longList, story.until(story.approach, "ppks"));
  await second.presses("goOn", callbacks.goOn({ roundId: longList }));
  // Of many kinds, those with this word.
  await second.says("anak");
  await second.presses("caseSteps", callbacks.caseSteps({ caseId: referred }));
  // Of many cases each walker opens a few: that a closed form is among them is not left to chance.
  const { caseId: unassessed } = await begun(app.records, ratna);
  await sent(app.records, ratna, unassessed, "approach", story.approach);
  await first.says("/mulai");
  await first.presses("enterForm", callbacks.enterForm({ caseId: unassessed, form: "plan" }));
  // Nor is an empty case, or a draft that is read.
  const { caseId: empty } = await begun(app.records, ratna);
  await second.presses("openCase", callbacks.openCase({ caseId: empty }));
  const { roundId: unsent } = await begun(app.records, ratna);
  await fillRound(app.records, ratna, unsent, story.until(story.approach, "ppks"));
  await second.presses("readRound", callbacks.readRound({ roundId: unsent }));
  for (const roundId of drafts) {
    await second.presses("goOn", callbacks.goOn({ roundId }));
    await second.pressesAll();
  }
  await second.says("Bolehkah rumah klien difoto diam-diam tanpa izin");
  for (let turn = 0; turn < 2; turn += 1) {
    for (const walker of [first, second, third]) {
      for (const command of commands) {
        await walker.says(`/${command}`);
        await walker.pressesAll();
      }
    }
  }

  const drawn = namesOf(app.drawn);
  const elsewhere = new Set(Object.values(drawnIn).flat());
  const names = Object.keys(callbacks) as CallbackName[];
  expect(names.filter((name) => !drawn.has(name) && !elsewhere.has(name) && !(name in never))).toEqual([]);
  expect(Object.keys(drawnIn).filter((file) => !existsSync(`test/chat/${file}`))).toEqual([]);
  expect(app.errors).toEqual([]);
  expect(app.telegram.unanswered()).toEqual([]);
  expect(app.telegram.violations).toEqual([]);
  expect(await app.rows(`SELECT 1 FROM "Update" WHERE "status" = 'dead'`)).toEqual([]);
});
