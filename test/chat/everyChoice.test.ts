/**
 * Every button of every question of every form, pressed in the chat in one of the two languages, half of them in each. The questions and the ways to
 * them are read off the forms, so a new version is pressed through as it is. The way to a question is filled in
 * through the records; the question at hand is answered by pressing.
 */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clipped } from "../../src/chat/form/prompt.js";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { wordingOf } from "../../src/chat/telegram/wording.js";
import type { Person } from "../../src/playground/people.js";
import {
  type Answers,
  type Form,
  type FormContext,
  type FormId,
  formIds,
  type Question,
  type Value,
} from "../../src/practice/form.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { next, type Step } from "../../src/practice/walk.js";
import { enterForm } from "../../src/records/case/cases.js";
import type { OpenRound } from "../../src/records/case/openRound.js";
import { submitRound } from "../../src/records/case/submission.js";
import { createTexts, type Locale, locales } from "../../src/texts.js";
import { openTestApp } from "../support/app.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import {
  allAnswers,
  answersBefore,
  askedAt,
  askedIn,
  leadingOn,
  pressable,
  pressableByAnyone,
  pressedQuestions,
  type QuestionId,
  wanting,
} from "../support/reaching.js";
import { agreed, begun } from "../support/records.js";
import { endsWell } from "../support/staffedApp.js";

const texts = createTexts("locales");
const organizationId = "lks";

/** Cases that differ in what their forms ask; together they come to every question. */
const kinds: Readonly<Record<string, Readonly<Record<QuestionId, Value>>>> = {
  adult: { level: "individual", legal: ["none"] },
  child: { level: "individual", legal: ["child-victim"], birth: { age: 10, asOf: "2026-11-24" } },
  hurt: {
    level: "individual",
    legal: ["none"],
    birth: { age: 10, asOf: "2026-11-24" },
    guardianState: "suspected",
    speaksFor: "relative",
  },
  family: { level: "family" },
  group: { level: "group" },
  community: { level: "community" },
};

const app = await openTestApp();
const { records } = app;
afterAll(() => endsWell(app));
beforeAll(async () => {
  await records.organization(organizationId, { requirements: ["KTP", "Surat keterangan tidak mampu"] });
  await records.member("dedi", ["supervisor"], { organizationId });
  const supervisor = await personOf("dedi", "id");
  supervisor.opens();
  await supervisor.sees("[");
});

/** A member who speaks this language, in the chat with the bot. */
async function personOf(memberId: string, locale: Locale): Promise<Person> {
  const [row] = await app.rows<{ id: string }>(`SELECT "accountId" AS id FROM "Member" WHERE "id" = $1`, [
    memberId,
  ]);
  return app.telegram.person({ id: Number(row?.id), firstName: memberId, languageCode: locale });
}

/** One member's case, walked through all forms; what is pressed is taken from what others have left. */
class Walk {
  readonly #locale: Locale;
  readonly #say;
  readonly #memberId: string;
  readonly #person: Person;
  readonly #kind: Readonly<Record<QuestionId, Value>>;
  /** `form question value`, of all members who speak this language. */
  readonly #pressed: Set<string>;

  constructor(
    locale: Locale,
    memberId: string,
    person: Person,
    kind: Readonly<Record<QuestionId, Value>>,
    pressed: Set<string>,
  ) {
    this.#locale = locale;
    this.#say = wordingOf(texts, locale);
    this.#memberId = memberId;
    this.#person = person;
    this.#kind = kind;
    this.#pressed = pressed;
  }

  async throughAllForms(): Promise<void> {
    this.#person.sends("/kasus");
    await this.#person.sees("[");
    const { caseId } = await begun(records, this.#memberId);
    for (const form of formIds) {
      await this.#throughForm(caseId, form);
      // A referral is taken up again for its answer: its last questions open then.
      if (form === "referral") await this.#throughForm(caseId, form);
    }
  }

  async #throughForm(caseId: string, id: FormId): Promise<void> {
    const entered = await records.as(this.#memberId, (work) => enterForm(work, caseId, id));
    if (entered.kind === "closed") throw new Error(`${id} is closed: ${entered.gate.reason}`);
    const roundId = await records.as(this.#memberId, async (work) => {
      const round = await records.rounds.open(work, entered.roundId);
      return (await records.rounds.ensureStarted(work, round)).id;
    });
    const { form, context } = await this.#round(roundId);
    for (const { id: questionId, question } of pressedQuestions(form)) {
      await this.#throughQuestion(roundId, form, context, questionId, question);
    }
    await this.#completes(roundId);
  }

  /** Presses what nobody has pressed yet, each button's answer kept as a revision of its own. */
  async #throughQuestion(
    roundId: string,
    form: Form,
    context: FormContext,
    id: QuestionId,
    question: Question,
  ): Promise<void> {
    const isLeft = (value: Value) => {
      const name = `${form.id} ${id} ${String(value)}`;
      return question.type === "pick" || (isPressedIn(this.#locale, name) && !this.#pressed.has(name));
    };
    if (!pressableByAnyone(question, context).some(isLeft)) return;
    // The way to a question may go against what leads the case on: "not eligible".
    const before =
      answersBefore(form, id, context, this.#wants(form)) ??
      answersBefore(form, id, context, wanting(askedIn(form, this.#kind)));
    if (before === undefined) return;
    const values = pressable(askedAt(form, before, context) ?? question, context).filter(isLeft);
    if (values.length === 0) return;
    for (const value of values) this.#pressed.add(`${form.id} ${id} ${String(value)}`);
    const { round, step } = await this.#writes(roundId, before);
    const presses = pressedTogether(question, values);
    let kept = round.answers.get(step.path);
    for (const press of presses) {
      await this.#answers(round, step, context, kept, press);
      kept = isSeveral(question) ? (press as readonly string[]) : press[0];
    }
    const after = await this.#round(roundId);
    expect(after.answers.get(step.path), step.path).toEqual(kept);
    const revisions = (at: OpenRound) => at.revisions.get(step.path)?.number ?? 0;
    expect(revisions(after) - revisions(round), step.path).toBe(presses.length);
  }

  /** Presses these at the question: it keeps its answer and loses its buttons. */
  async #answers(
    round: OpenRound,
    step: Step,
    context: FormContext,
    before: Value | undefined,
    values: readonly Value[],
  ): Promise<void> {
    const person = this.#person;
    await this.#hasHeardAll();
    goes(person, callbacks.editAnswer({ roundId: round.id, path: step.path }));
    await person.sees(openQuestion(this.#say.form.question(round.form, step)));
    const faces = values.map((value) => this.#face(step, value, context));
    if (step.kind === "ask" && isSeveral(step.question)) {
      const said = before ?? round.carried.suggestions.get(step.path);
      const ticked = Array.isArray(said) ? said : [];
      for (const value of ticked) await this.#toggles("☑️", this.#face(step, value, context), "▫️");
      const { question } = step;
      if ("alone" in question && values.length === 1 && values[0] === question.alone) {
        await this.#turnsTo(`▫️ ${faces[0]}`);
        person.presses(`▫️ ${faces[0]}`);
      } else {
        for (const face of faces) await this.#toggles("▫️", face, "☑️");
        person.presses(this.#say.plain("button-done", { count: values.length }));
      }
    } else {
      const [face = ""] = faces;
      await this.#turnsTo(face);
      person.presses(face);
    }
    await person.sees("✓");
  }

  /** Waits for what was asked on its own after the last answer, which is not to be taken for what is asked for now. */
  async #hasHeardAll(): Promise<void> {
    const unsaid = `SELECT 1 FROM "Message" WHERE "lane" = $1 AND "status" IN ('waiting', 'sending')`;
    await expect.poll(() => app.rows(unsaid, [this.#person.id]), { interval: 10 }).toEqual([]);
  }

  #face(step: Step, value: Value, context: FormContext): string {
    if (step.kind === "another") return this.#say.plain(value === true ? "button-add" : "button-enough");
    const { question } = step;
    switch (question.type) {
      case "choice":
      case "choices":
        return clipped(this.#say.form.choice(question, String(value)), 58);
      case "pick":
        return clipped(
          context.sources[question.from]?.find(({ id }) => id === value)?.label ?? String(value),
          58,
        );
      case "yesNo":
        return this.#say.plain(value === true ? "button-yes" : "button-no");
      default:
        return question.type === "scale" && question.min < 0 && Number(value) > 0
          ? `+${Number(value)}`
          : String(value).replace("-", "−");
    }
  }

  async #toggles(from: string, face: string, to: string): Promise<void> {
    await this.#turnsTo(`${from} ${face}`);
    this.#person.presses(`${from} ${face}`);
    await this.#person.sees(`${to} ${face}`);
  }

  /** Turns the pages of a long list until a button is there. */
  async #turnsTo(face: string): Promise<void> {
    for (let page = 0; page < 9 && !this.#person.seen().includes(`[${face}]`); page += 1) {
      this.#person.presses("▶️");
      await this.#person.sees(/\[\d+\/\d+\]/);
    }
  }

  /** Makes these the answers of the round as far as they go, and says what is asked then. */
  async #writes(roundId: string, answers: Answers): Promise<{ round: OpenRound; step: Step }> {
    return records.as(this.#memberId, async (work) => {
      let round = await records.rounds.open(work, roundId);
      for (const [path, value] of answers) {
        if (JSON.stringify(round.answers.get(path)) === JSON.stringify(value)) continue;
        const revision = round.revisions.get(path)?.number ?? 0;
        round = await records.rounds.answer(work, round, path, value, revision);
      }
      const step = next(round.form, answers, records.rounds.context(work, round));
      if (step.kind === "complete") throw new Error(`${round.form.id} asks nothing more`);
      return { round, step };
    });
  }

  async #completes(roundId: string): Promise<void> {
    const { form, context } = await this.#round(roundId);
    const answers = [...allAnswers(form, context, this.#wants(form))];
    const last = answers.pop();
    if (last === undefined) return;
    const { round, step } = await this.#writes(roundId, new Map(answers));
    const seen = round.revisions.get(step.path)?.number ?? 0;
    await records.as(this.#memberId, (work) => records.rounds.answer(work, round, step.path, last[1], seen));
    const sent = await records.as(this.#memberId, (work) => submitRound(work, records.rounds, roundId));
    if (sent.kind !== "sent") throw new Error(`${form.id} was not sent: ${sent.kind}`);
    if (sent.status === "submitted") await agreed(records, "dedi", roundId);
  }

  async #round(roundId: string): Promise<OpenRound & { context: FormContext }> {
    return records.as(this.#memberId, async (work) => {
      const round = await records.rounds.open(work, roundId);
      return { ...round, context: records.rounds.context(work, round) };
    });
  }

  #wants(form: Form) {
    return leadingOn(form, this.#kind);
  }
}

/** Whether a button is pressed in this language: what reads a press knows no language, and its face is read in both. */
function isPressedIn(locale: Locale, name: string): boolean {
  const sum = [...name].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return locales[sum % locales.length] === locale;
}

/** A question that is asked: an answered one says the same words with its answer, and may be edited late. */
function openQuestion(text: string): RegExp {
  return new RegExp(`${text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?! — )`);
}

function isSeveral(question: Question): boolean {
  return question.type === "choices" || (question.type === "pick" && question.several);
}

/** Which buttons are pressed for one answer: all ticks together, but each danger by itself, and what stands alone. */
function pressedTogether(question: Question, values: readonly Value[]): readonly (readonly Value[])[] {
  if (question.type === "pick" && question.several) return [values];
  if (question.type !== "choices") return values.map((value) => [value]);
  const single = values.filter((value) => value === question.alone || question.danger !== undefined);
  const rest = values.filter((value) => !single.includes(value));
  return [...single.map((value) => [value]), ...(rest.length === 0 ? [] : [rest])];
}

describe.each(locales)("in %s", (locale) => {
  test("every button of every question is pressed, and its answer kept", { timeout: 240_000 }, async () => {
    const pressed = new Set<string>();
    const walks = Object.entries(kinds).map(async ([kind, values]) => {
      const memberId = `${kind}-${locale}`;
      await records.member(memberId, ["worker"], { organizationId, supervisorId: "dedi" });
      await new Walk(locale, memberId, await personOf(memberId, locale), values, pressed).throughAllForms();
    });
    await Promise.all(walks);
    const wanted = formIds.flatMap((id) =>
      pressedQuestions(current(id)).flatMap(({ id: questionId, question }) =>
        question.type === "pick"
          ? []
          : pressableByAnyone(question, {} as FormContext)
              .map((value) => `${id} ${questionId} ${value}`)
              .filter((name) => isPressedIn(locale, name)),
      ),
    );
    expect(wanted.filter((one) => !pressed.has(one))).toEqual([]);
    expect(app.telegram.violations).toEqual([]);
    expect(app.telegram.unanswered()).toEqual([]);
    expect(await app.rows(`SELECT 1 FROM "Update" WHERE "status" = 'dead'`)).toEqual([]);
    expect(await app.rows(`SELECT 1 FROM "Message" WHERE "status" = 'dead'`)).toEqual([]);
    expect(app.errors).toEqual([]);
  });
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
