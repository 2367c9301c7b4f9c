/** Three generations of one form: rounds of the two older ones go on to their end, and can be read for ever. */
import { beforeAll, expect, test } from "vitest";
import type { Form } from "../../src/practice/form.js";
import { approach } from "../../src/practice/forms/approach/approach.js";
import { type Catalogue, shippedForms } from "../../src/practice/forms/catalogue.js";
import { approachV1 } from "../../src/practice/forms/shipped/approach.v1.js";
import { summary } from "../../src/practice/summary.js";
import { next } from "../../src/practice/walk.js";
import { RoundCache } from "../../src/records/case/roundCache.js";
import { roundsOf } from "../../src/records/case/rounds.js";
import { submitRound } from "../../src/records/case/submission.js";
import { scenariosFor } from "../practice/forms/allScenarios.js";
import { retell } from "../practice/forms/retell.js";
import type { Telling } from "../support/filling.js";
import { ownRecords } from "../support/ownRecords.js";
import { begun, fillRound } from "../support/records.js";
import * as story from "../support/story.js";

/** The third asks neither sub-district nor kind of PPKS any more. */
const third: Form = {
  ...approach,
  version: 3,
  questions: approach.questions.filter(({ key }) => key !== "district" && key !== "ppks"),
};

/** The newest version of the approach that was released so far. */
const released = { version: 1 };

/** The forms as each release had them. */
const forms: Catalogue = {
  form: (id, version) =>
    id === "approach" && version === third.version ? third : shippedForms.form(id, version),
  current: (id) => (id === "approach" ? forms.form(id, released.version) : shippedForms.current(id)),
};

const { records } = await ownRecords({ clock: () => new Date("2026-11-24T03:15:00Z"), forms });

beforeAll(async () => {
  await records.organization("lks");
  await records.member("ratna", ["worker"]);
});

/** What is told of Mak Iyah in the first version, at every question it asked. */
function tellingOfV1(): Telling {
  const [adult] = scenariosFor("approach", 1).filter(({ name }) => name === "adult");
  if (adult === undefined) throw new Error("there is no adult in the first version");
  const { requirements: _, ...told } = adult.told;
  return Object.fromEntries(retell(approachV1, { ...adult, facts: {}, sources: {}, told }).told);
}

const toldThen = tellingOfV1();

/** The first so many answers. */
const part = (telling: Telling, count: number): Telling =>
  Object.fromEntries(Object.entries(telling).slice(0, count));

/** A round as a process sees it that was just started. */
function read(roundId: string) {
  return records.as("ratna", async (work) => {
    const rounds = roundsOf(new RoundCache());
    const round = await rounds.open(work, roundId);
    const context = rounds.context(work, round);
    return {
      version: round.form.version,
      step: next(round.form, round.answers, context),
      lines: summary(round.form, round.answers, context).map(({ path }) => path),
    };
  });
}

const send = (roundId: string) => records.as("ratna", (work) => submitRound(work, records.rounds, roundId));

test("rounds begun in the two older generations walk on to their end after the third is there", async () => {
  released.version = 1;
  const first = await begun(records, "ratna");
  await fillRound(records, "ratna", first.roundId, part(toldThen, 8));

  released.version = 2;
  const second = await begun(records, "ratna");
  await fillRound(records, "ratna", second.roundId, part(story.approach, 8));
  expect(await read(first.roundId)).toMatchObject({ version: 1, step: { path: "village" } });

  released.version = 3;
  expect(await read(first.roundId)).toMatchObject({ version: 1, step: { path: "village" } });
  expect(await read(second.roundId)).toMatchObject({ version: 2, step: { path: "dataConsent" } });

  await fillRound(records, "ratna", first.roundId, toldThen);
  await fillRound(records, "ratna", second.roundId, story.approach);
  const { district: _, ppks: __, ...shorter } = story.approach;
  const newest = await begun(records, "ratna");
  await fillRound(records, "ratna", newest.roundId, shorter);
  for (const { roundId } of [first, second, newest])
    expect(await send(roundId)).toMatchObject({ kind: "sent" });

  const [one, two, three] = await Promise.all([first, second, newest].map(({ roundId }) => read(roundId)));
  expect(one).toMatchObject({ version: 1, step: { kind: "complete" } });
  expect(two).toMatchObject({ version: 2, step: { kind: "complete" } });
  expect(three).toMatchObject({ version: 3, step: { kind: "complete" } });
  expect(one?.lines).toEqual(Object.keys(toldThen));
  expect(two?.lines).toEqual(Object.keys(story.approach));
  expect(three?.lines).toEqual(Object.keys(shorter));
});
