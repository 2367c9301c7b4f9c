/** Scoring shows what is scored: the levels of a goal, the baseline, the ranked problems, a danger without a goal. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { FormId } from "../../src/practice/form.js";
import type { Telling } from "../support/filling.js";
import { goes } from "../support/going.js";
import { agreed, begun, filled, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();

let caseId: string;
beforeAll(async () => {
  ({ caseId } = await begun(app.records, ratna));
  await sent(app.records, ratna, caseId, "approach", story.approach);
  await sent(app.records, ratna, caseId, "assessment", story.assessment);
});

/** Fills a form up to a question, and puts that question before the worker. */
async function upTo(form: FormId, telling: Telling, path: string): Promise<string> {
  const roundId = await filled(app.records, ratna, caseId, form, story.until(telling, path));
  const { worker } = staff;
  goes(worker, callbacks.editAnswer({ roundId, path }));
  return (await worker.sees(/[▰▱]/)).text ?? "";
}

test("the problems stand ranked where the goals are chosen", async () => {
  const text = await upTo("plan", story.plan, "goals.0.statement");
  expect(text).toContain("Apa yang ingin dicapai?");
  expect(text).toMatch(
    new RegExp(
      `1\\. ${story.words["problems.1"]} · \\d+ · ⚠️ menyangkut keselamatan\n2\\. ${story.words["problems.0"]}`,
    ),
  );
});

test("a problem of safety without a goal is asked about before the goals end", async () => {
  const other = { ...story.plan, "goals.0.problem": "problems.0" };
  const text = await upTo("plan", other, "goals.1");
  expect(text).toContain("Ada tujuan lain?");
  expect(text).toContain(
    `⚠️ Masalah ini menyangkut keselamatan dan belum punya tujuan:\n• ${story.words["problems.1"]}\nTambahkan tujuannya?`,
  );
});

test("the level of a goal is chosen beside the five levels of the plan, functioning beside the baseline", async () => {
  const planned = { ...story.plan, "goals.0.problem": "problems.0" };
  await agreed(app.records, dedi, await sent(app.records, ratna, caseId, "plan", planned));
  await sent(app.records, ratna, caseId, "session", story.session);
  const asked = await upTo("evaluation", story.evaluation, "attainment.0.level");
  expect(asked).toContain("Sampai tingkat mana tujuan ini tercapai?");
  expect(asked).toContain(`Tujuan: ${story.words["goals.0"]}`);
  const places = ["gasMore", "gasExpected", "gasLess"].map((key) =>
    asked.indexOf(String(story.plan[`goals.0.${key}`])),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  for (const level of ["+2", "+1", "0", "−1", "−2"]) expect(asked).toContain(`\n${level} `);

  const functioning = await upTo("evaluation", story.evaluation, "functioningNeeds");
  expect(functioning).toContain(`Saat asesmen: ${story.assessment.functioningNeeds}`);
});
