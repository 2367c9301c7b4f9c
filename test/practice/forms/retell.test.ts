/** What adding a question asks of the scenarios: nothing where it is optional, one named line where it is required. */
import { expect, test } from "vitest";
import type { Form, Question } from "../../../src/practice/form.js";
import { current } from "../../../src/practice/forms/catalogue.js";
import { scenariosOf } from "./allScenarios.js";
import { retell } from "./retell.js";

const form = current("session");
const [scenario] = scenariosOf("session");
if (scenario === undefined) throw new Error("there is no scenario of a session");

function withQuestion(question: Question): Form {
  return { ...form, questions: [...form.questions, question] };
}

test("an optional question is passed over", () => {
  const { told } = retell(withQuestion({ key: "mood", type: "text", required: false }), scenario);
  expect(told.get("mood")).toBeNull();
});

test("a required one is named, with a line to add", () => {
  const asked = withQuestion({
    key: "mood",
    type: "choice",
    set: "mood",
    choices: ["low", "high"],
    required: true,
  });
  expect(() => retell(asked, scenario)).toThrow(/scenario session-full .*required.*\n\s+mood: "low",/s);
});

test("what is told and never asked is named", () => {
  const told = { ...scenario.told, weather: "hujan" };
  expect(() => retell(form, { ...scenario, told })).toThrow(`session ${form.version} never asks: weather`);
});
