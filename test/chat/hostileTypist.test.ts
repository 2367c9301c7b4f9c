/**
 * A hostile typist fills every form of every level of client: what is kept is what was meant, at its question. Four
 * people at a time, each with a case of another level.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { wordingOf } from "../../src/chat/telegram/wording.js";
import type { Person } from "../../src/playground/people.js";
import { type ClientLevel, clientLevels, type FormId, formIds, type Value } from "../../src/practice/form.js";
import { enterForm } from "../../src/records/case/cases.js";
import { submitRound } from "../../src/records/case/submission.js";
import { createTexts } from "../../src/texts.js";
import { openTestApp } from "../support/app.js";
import { goes } from "../support/going.js";
import { HostileTypist } from "../support/hostileTypist.js";
import { allAnswers, leadingOn } from "../support/reaching.js";
import { agreed, answersOf, begun } from "../support/records.js";
import { endsWell } from "../support/staffedApp.js";

const say = wordingOf(createTexts("locales"), "id");

/** Files are fetched beside the chat. */
const patiently = { timeout: 30_000, interval: 50 };

const app = await openTestApp();
const { records } = app;
afterAll(() => endsWell(app));
beforeAll(async () => {
  await records.organization("lks", { requirements: ["KTP", "Surat keterangan tidak mampu"] });
  await records.member("dedi", ["supervisor"]);
});

/** A worker with a case of one level, in the chat with the bot. */
async function workerFor(level: ClientLevel): Promise<{ person: Person; memberId: string; caseId: string }> {
  const memberId = await records.member(level, ["worker"], { supervisorId: "dedi" });
  const [row] = await app.rows<{ id: string }>(`SELECT "accountId" AS id FROM "Member" WHERE "id" = $1`, [
    memberId,
  ]);
  const person = app.telegram.person({ id: Number(row?.id), firstName: level, languageCode: "id" });
  person.sends("/kasus");
  await person.sees("[");
  const { caseId } = await begun(records, memberId);
  return { person, memberId, caseId };
}

/** The round of a form, begun. */
async function entered(memberId: string, caseId: string, id: FormId) {
  const form = await records.as(memberId, (work) => enterForm(work, caseId, id));
  if (form.kind === "closed") throw new Error(`${id} is closed: ${form.gate.reason}`);
  return records.as(memberId, async (work) => {
    const round = await records.rounds.ensureStarted(work, await records.rounds.open(work, form.roundId));
    return {
      id: round.id,
      form: round.form,
      answers: round.answers,
      context: records.rounds.context(work, round),
    };
  });
}

/** A file by its kind alone: its id is the bot's. */
function asMeant(value: Value): unknown {
  return typeof value === "object" && value !== null && "attachmentId" in value
    ? { kind: value.kind }
    : value;
}

/** The ways a hostile typist has; none of them may fall out of use. */
const everyWay: readonly string[] = [
  "a birth typed",
  "a caption",
  "a choice typed",
  "a choices typed",
  "a date typed",
  "a group typed",
  "a number typed",
  "a person typed",
  "a phone typed",
  "a pick typed",
  "a recording and words",
  "a recording, then words",
  "a reply",
  "a scale typed",
  "a text that the phone cuts",
  "a yesNo typed",
  "an album",
  "an album where a file is asked for",
  "back by a word",
  "skipped by a word",
  "the same words again",
  "three messages",
];

test("every form of every level keeps what was meant, whichever way it was said", {
  timeout: 240_000,
}, async () => {
  const ways = await Promise.all(
    clientLevels.map(async (level) => {
      const { person, memberId, caseId } = await workerFor(level);
      const typist = new HostileTypist(person, say);
      for (const id of formIds) {
        const round = await entered(memberId, caseId, id);
        const planned = allAnswers(
          round.form,
          round.context,
          leadingOn(round.form, { level, legal: ["none"] }),
        );
        goes(person, callbacks.goOn({ roundId: round.id }));
        const meant = await typist.fills(round, planned);
        const kept = async () =>
          [...(await answersOf(records, memberId, round.id))].map(([path, value]) => [path, asMeant(value)]);
        await expect
          .poll(async () => Object.fromEntries(await kept()), patiently)
          .toEqual(Object.fromEntries([...meant].map(([path, value]) => [path, asMeant(value)])));
        const sent = await records.as(memberId, (work) => submitRound(work, records.rounds, round.id));
        if (sent.kind !== "sent") throw new Error(`${id} was not sent: ${sent.kind}`);
        if (sent.status === "submitted") await agreed(records, "dedi", round.id);
      }
      return typist.ways;
    }),
  );
  const used = new Set(ways.flatMap((one) => [...one]));
  expect([...used].sort()).toEqual(everyWay);
});
