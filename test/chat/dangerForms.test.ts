/** Every form that asks of danger, every danger, in both languages: what to do first, the numbers, and who hears. */
import { beforeAll, describe, expect, test } from "vitest";
import { rankedProblems } from "../../src/chat/form/measures.js";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { numbersFor } from "../../src/practice/emergencyNumbers.js";
import { type FormId, formIds } from "../../src/practice/form.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { immediateDangers } from "../../src/practice/forms/vocabulary.js";
import { createTexts, type Locale, locales } from "../../src/texts.js";
import { agreed, begun, filled, fillRound, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const texts = createTexts("locales");
const asking = ["approach", "assessment", "aftercare"] as const;

const { app, staff, ratna, dedi } = await staffedApp();

/** A case at the question of danger of each form. */
const at = new Map<FormId, { readonly caseId: string }>();

beforeAll(async () => {
  const { records } = app;
  const first = await begun(records, ratna);
  await fillRound(records, ratna, first.roundId, story.until(story.approach, "danger"));
  at.set("approach", first);
  const { caseId } = await begun(records, ratna);
  await sent(records, ratna, caseId, "approach", story.approach);
  const other = await begun(records, ratna);
  await sent(records, ratna, other.caseId, "approach", story.approach);
  at.set("assessment", other);
  await sent(records, ratna, caseId, "assessment", story.assessment);
  await agreed(records, dedi, await sent(records, ratna, caseId, "plan", story.plan));
  await sent(records, ratna, caseId, "session", story.session);
  await sent(records, ratna, caseId, "evaluation", story.evaluation);
  await agreed(records, dedi, await sent(records, ratna, caseId, "termination", story.termination));
  await filled(records, ratna, caseId, "aftercare", story.until(story.aftercare, "danger"));
  at.set("aftercare", { caseId });
});

test("these are the forms that ask of danger", () => {
  const found = formIds.filter((id) => JSON.stringify(current(id)).includes('"key":"danger"'));
  expect(new Set(found)).toEqual(new Set(asking));
});

describe.each(locales)("in %s", (locale: Locale) => {
  beforeAll(async () => {
    const { worker } = staff;
    worker.pressesData(`language:${locale}`);
    await worker.sees(texts.plain(locale, "language-chosen"));
  });

  const rows = asking.flatMap((form) => immediateDangers.map((danger) => ({ form, danger })));
  test.each(rows)("$form: $danger", async ({ form, danger }) => {
    const { worker } = staff;
    const { caseId = "" } = at.get(form) ?? {};
    const label = (one: string) => texts.dynamicPlain(locale, `choice-danger-${one}`);
    worker.looksAway();
    const begunRound = await roundOf(caseId, form);
    // Danger is the first thing an assessment asks: its round begins with that answer.
    const question =
      begunRound === undefined
        ? callbacks.enterForm({ caseId, form })
        : callbacks.editAnswer({ roundId: begunRound, path: "danger" });
    worker.pressesData(question);
    await worker.sees(new RegExp(`(?:▫️|☑️) ${label("suicide")}`));
    for (const other of immediateDangers.filter((one) => one !== danger)) {
      if (!worker.seen().includes(`☑️ ${label(other)}`)) continue;
      worker.presses(`☑️ ${label(other)}`);
      await worker.sees(`▫️ ${label(other)}`);
    }
    if (!worker.seen().includes(`☑️ ${label(danger)}`)) {
      worker.presses(`▫️ ${label(danger)}`);
      await worker.sees(`☑️ ${label(danger)}`);
    }
    worker.presses(texts.plain(locale, "button-done", { count: 1 }));
    const { text = "" } = await worker.sees(plain(texts.t(locale, "danger-first")));
    expect(text).toContain(texts.plain(locale, `danger-kind-${danger}`));
    expect(text).toContain(plain(texts.t(locale, `first-steps-${danger}`)).split("\n")[0]);
    for (const one of numbersFor([danger], "client")) expect(text).toContain(one.contacts[0]);
    await expect
      .poll(() =>
        app.rows(`SELECT 1 FROM "Danger" WHERE "caseId" = $1 AND "closedAt" IS NULL AND $2 = ANY("told")`, [
          caseId,
          dedi,
        ]),
      )
      .not.toEqual([]);
    const kept = await app.records.as(ratna, async (work) => {
      const round = await app.records.rounds.open(work, (await roundOf(caseId, form)) ?? "");
      return round.answers.get("danger");
    });
    expect(kept).toEqual([danger]);
  });
});

/** The round of a form that was begun in a case. */
async function roundOf(caseId: string, form: FormId): Promise<string | undefined> {
  const rows = await app.rows<{ id: string }>(
    `SELECT "id" FROM "Round" WHERE "caseId" = $1 AND "form" = $2 AND "status" = 'draft'`,
    [caseId, form],
  );
  return rows[0]?.id;
}

/** What is seen of Telegram's HTML. */
function plain(html: string): string {
  return html.replace(/<[^>]*>/g, "");
}

test("a problem that is a risk to safety comes first, however little it weighs", async () => {
  const { records } = app;
  const { caseId } = await begun(records, ratna);
  await sent(records, ratna, caseId, "approach", story.approach);
  await sent(records, ratna, caseId, "assessment", story.assessment);
  const weighed = Object.fromEntries(
    Object.entries(story.plan).map(([path, told]) => {
      if (path.startsWith("usg.0.")) return [path, 5];
      return [path, path.startsWith("usg.1.") ? 1 : told];
    }),
  );
  const roundId = await filled(records, ratna, caseId, "plan", weighed);
  const ranked = await records.as(ratna, async (work) =>
    rankedProblems(work, await records.rounds.open(work, roundId)),
  );
  expect(ranked.map(({ label, rank, safetyRisk }) => ({ label, rank, safetyRisk }))).toEqual([
    { label: story.words["problems.1"], rank: 1, safetyRisk: true },
    { label: story.words["problems.0"], rank: 2, safetyRisk: false },
  ]);
});
