import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accept, type Input } from "../../src/practice/accept.js";
import { isLocalDate } from "../../src/practice/calendar.js";
import type { AttachmentRef, Question, Value } from "../../src/practice/form.js";
import { allForms } from "../../src/practice/forms/catalogue.js";
import { contextAt } from "./context.js";

const goals = [
  { id: "goals.0", label: "Bapak makan tiga kali sehari" },
  { id: "goals.1", label: "Bapak punya KTP" },
];
const context = contextAt(undefined, { sources: { goals } });

const question = (more: object): Question => ({ key: "q", required: true, ...more }) as Question;
const say = (text: string, labels?: Record<string, string>): Input =>
  labels ? { kind: "text", text, labels } : { kind: "text", text };
const photo: Input = { kind: "attachment", attachment: { kind: "photo", attachmentId: "a1" } };

const text = question({ type: "text" });
const choice = question({ type: "choice", set: "source", choices: ["outreach", "self", "police"] });
const choices = question({
  type: "choices",
  set: "danger",
  choices: ["suicide", "medical", "abandoned", "none"],
  alone: "none",
  min: 1,
});

describe("skipping", () => {
  test("is for optional questions", () => {
    expect(accept(question({ type: "text", required: false }), { kind: "skip" }, context)).toEqual({
      kind: "accepted",
      value: null,
    });
    expect(accept(text, { kind: "skip" }, context)).toMatchObject({ reason: "required" });
  });
});

describe("words", () => {
  test("short and long have their own default length", () => {
    const long = question({ type: "longText" });
    expect(accept(text, say("x".repeat(400)), context).kind).toBe("accepted");
    expect(accept(text, say("x".repeat(401)), context)).toMatchObject({ args: { length: 401, max: 400 } });
    expect(accept(long, say("x".repeat(10_000)), context).kind).toBe("accepted");
    expect(accept(long, say("x".repeat(10_001)), context)).toMatchObject({ args: { max: 10_000 } });
    expect(accept(question({ type: "text", max: 120 }), say("x".repeat(121)), context)).toMatchObject({
      args: { max: 120 },
    });
  });

  test("are asked for when something else comes", () => {
    expect(accept(text, photo, context)).toMatchObject({ reason: "text-wanted" });
    expect(accept(text, { kind: "choice", choice: "self" }, context)).toMatchObject({
      reason: "button-gone",
    });
  });
});

describe("one choice", () => {
  const labels = {
    outreach: "Penjangkauan",
    self: "Datang sendiri",
    police: "Permintaan polisi/jaksa/hakim",
  };

  test("is pressed", () => {
    expect(accept(choice, { kind: "choice", choice: "self" }, context)).toEqual({
      kind: "accepted",
      value: "self",
    });
  });

  test("of an old button is not taken", () => {
    for (const input of [
      { kind: "choice", choice: "gone" },
      { kind: "choice", choice: "constructor" },
      { kind: "value", value: 3 },
      { kind: "choices", choices: ["self"] },
    ] satisfies Input[]) {
      expect(accept(choice, input, context)).toMatchObject({ reason: "button-gone" });
    }
  });

  test.each([
    ["penjangkauan", "accepted", "outreach"],
    ["DATANG SENDIRI!", "accepted", "self"],
    ["2", "accepted", "self"],
    ["permintaan", "confirm", "police"],
    ["polisi", "confirm", "police"],
  ])("may be typed: %s", (typed, kind, value) => {
    expect(accept(choice, say(typed, labels), context)).toEqual({ kind, value });
  });

  test.each(["4", "0", "pe", "da", "entah", "", "an"])(
    "“%s” matches none of them, or not one alone",
    (typed) => {
      expect(accept(choice, say(typed, labels), context)).toMatchObject({
        reason: "choice-unclear",
        args: { count: 3 },
      });
    },
  );

  test("cannot be typed where the words on the buttons are not known", () => {
    expect(accept(choice, say("self"), context)).toMatchObject({ reason: "press-button" });
  });
});

describe("several choices", () => {
  const labels = {
    suicide: "Ingin mengakhiri hidup",
    medical: "Gawat medis",
    abandoned: "Anak telantar atau sendirian",
    none: "Tidak ada",
  };
  const tick = (...ticked: string[]): Input => ({ kind: "choices", choices: ticked });

  test("are kept in the order of the form, each once", () => {
    expect(accept(choices, tick("medical", "suicide", "medical"), context)).toEqual({
      kind: "accepted",
      value: ["suicide", "medical"],
    });
  });

  test("need as many as the form says, and the one that stands alone stands alone", () => {
    expect(accept(choices, tick(), context)).toMatchObject({ reason: "choices-too-few", args: { min: 1 } });
    expect(accept(choices, tick("none", "medical"), context)).toMatchObject({ reason: "choice-alone" });
    expect(accept(choices, tick("none"), context)).toEqual({ kind: "accepted", value: ["none"] });
    expect(accept(choices, tick("other"), context)).toMatchObject({ reason: "button-gone" });
  });

  test("need one where the question is required, also where the form names no number", () => {
    const required = question({ type: "choices", set: "s", choices: ["a"] });
    expect(accept(required, tick(), context)).toMatchObject({ reason: "choices-too-few", args: { min: 1 } });
  });

  test("may be left empty where the question is optional", () => {
    const optional = question({ type: "choices", set: "s", choices: ["a"], required: false });
    expect(accept(optional, tick(), context)).toEqual({ kind: "accepted", value: [] });
  });

  test.each([
    ["1, 2", ["suicide", "medical"]],
    ["2 1", ["suicide", "medical"]],
    ["gawat medis", ["medical"]],
    ["Gawat medis, ingin mengakhiri hidup", ["suicide", "medical"]],
    ["gawat medis dan anak telantar atau sendirian", ["medical", "abandoned"]],
    ["anak telantar atau sendirian", ["abandoned"]],
  ])("may be typed: %s", (typed, value) => {
    expect(accept(choices, say(typed, labels), context)).toEqual({ kind: "accepted", value });
  });

  test("typed in part are explained whole", () => {
    expect(accept(choices, say("1, entah", labels), context)).toMatchObject({ reason: "choice-unclear" });
    expect(accept(choices, say(",,", labels), context)).toMatchObject({ reason: "choice-unclear" });
    expect(accept(choices, say("1, 4", labels), context)).toMatchObject({ reason: "choice-alone" });
  });
});

describe("a pick of earlier items", () => {
  const one = question({ type: "pick", from: "goals", several: false });
  const many = question({ type: "pick", from: "goals", several: true });

  test("is by their ids", () => {
    expect(accept(one, { kind: "choice", choice: "goals.1" }, context)).toMatchObject({ value: "goals.1" });
    expect(accept(many, { kind: "choices", choices: ["goals.1", "goals.0"] }, context)).toMatchObject({
      value: ["goals.0", "goals.1"],
    });
    expect(accept(one, { kind: "choice", choice: "goals.2" }, context)).toMatchObject({
      reason: "button-gone",
    });
    expect(accept(many, { kind: "choices", choices: [] }, context)).toMatchObject({
      reason: "choices-too-few",
    });
  });

  test("may be typed by number or words, which the source gives", () => {
    expect(accept(one, say("2"), context)).toEqual({ kind: "accepted", value: "goals.1" });
    expect(accept(one, say("bapak punya ktp"), context)).toEqual({ kind: "accepted", value: "goals.1" });
    expect(accept(many, say("1,2"), context)).toMatchObject({ value: ["goals.0", "goals.1"] });
  });
});

describe("yes and no", () => {
  const yesNo = question({ type: "yesNo" });
  test.each(["ya", "Y", "iya", "yes", "Betul!", "sudah"])("%s is yes", (typed) => {
    expect(accept(yesNo, say(typed), context)).toEqual({ kind: "accepted", value: true });
  });
  test.each(["tidak", "t", "enggak", "nggak", "no", "belum", "tidak ada"])("%s is no", (typed) => {
    expect(accept(yesNo, say(typed), context)).toEqual({ kind: "accepted", value: false });
  });
  test("buttons say it as a choice or a value", () => {
    expect(accept(yesNo, { kind: "choice", choice: "no" }, context)).toMatchObject({ value: false });
    expect(accept(yesNo, { kind: "value", value: true }, context)).toMatchObject({ value: true });
    expect(accept(yesNo, { kind: "value", value: "maybe" }, context)).toMatchObject({
      reason: "button-gone",
    });
    expect(accept(yesNo, say("mungkin"), context)).toMatchObject({ reason: "yes-no-unclear" });
  });
  test("“another item?” of a group is answered the same way", () => {
    const group = question({ type: "group", questions: [] });
    expect(accept(group, say("ya"), context)).toMatchObject({ value: true });
    expect(accept(group, { kind: "value", value: false }, context)).toMatchObject({ value: false });
  });
});

describe("buttons that stand for a value", () => {
  test.each<[string, object, Value, string]>([
    ["a day", { type: "date", range: "past" }, "2026-11-23", "accepted"],
    ["a day to come", { type: "date", range: "past" }, "2026-11-25", "date-future"],
    ["a moment", { type: "dateTime", range: "any" }, "2026-11-23T03:00:00Z", "accepted"],
    ["a birth", { type: "birth" }, { date: "1990-02-28" }, "accepted"],
    ["a level", { type: "scale", min: 1, max: 5 }, 3, "accepted"],
    ["a level beyond", { type: "scale", min: 1, max: 5 }, 6, "scale-range"],
    ["a number", { type: "number", min: 0, max: 9, whole: true }, 9, "accepted"],
    ["a number that is none", { type: "number", min: 0, max: 9, whole: true }, Number.NaN, "number-range"],
    ["a person", { type: "person" }, { name: "Siti", relation: "ibu" }, "accepted"],
    ["a phone", { type: "phone" }, "0812 3456 7890", "accepted"],
    ["a day where a number is asked", { type: "number", min: 0, max: 9, whole: true }, "9", "button-gone"],
    ["a number where a day is asked", { type: "date", range: "any" }, 9, "button-gone"],
  ])("%s", (_, more, value, expected) => {
    const outcome = accept(question(more), { kind: "value", value }, context);
    expect(outcome.kind === "explained" ? outcome.reason : outcome.kind).toBe(expected);
  });
});

describe("what is sent besides words", () => {
  const page = question({ type: "attachment", accepts: ["document", "photo"] });
  const send = (attachment: AttachmentRef): Input => ({ kind: "attachment", attachment });

  test("is taken when it is of a kind the question accepts", () => {
    expect(accept(page, photo, context)).toMatchObject({ kind: "accepted", value: { kind: "photo" } });
    expect(accept(page, send({ kind: "voice", attachmentId: "v" }), context)).toMatchObject({
      reason: "attachment-kind",
      args: { got: "voice", accepts: "photo-document" },
    });
    expect(accept(page, say("sudah saya kirim"), context)).toMatchObject({
      reason: "attachment-wanted",
      args: { accepts: "photo-document" },
    });
  });

  test("a place lies on this earth", () => {
    const place = question({ type: "attachment", accepts: ["location"] });
    const at = (latitude: number, longitude: number) =>
      accept(place, send({ kind: "location", latitude, longitude }), context);
    expect(at(-6.6, 106.8)).toMatchObject({ kind: "accepted" });
    expect(at(91, 0)).toMatchObject({ reason: "location-impossible" });
    expect(at(Number.NaN, 0)).toMatchObject({ reason: "location-impossible" });
  });
});

describe("whatever is sent", () => {
  const asked = allForms.flatMap((form) =>
    form.questions.flatMap((one) => (one.type === "group" ? [one, ...one.questions] : [one])),
  );
  const byType = [...new Map(asked.map((one) => [one.type, one])).values()];
  const messy = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    fc.stringMatching(/^[0-9 .,:/+-]{0,20}$/),
    fc.constantFrom(
      "😀".repeat(2048),
      `e${"\u0301".repeat(4000)}`,
      "\u202e\u2066مرحبا\u2069",
      "9".repeat(4096),
      "-".repeat(4096),
      "1,".repeat(2048),
      " - ".repeat(1300),
      "(".repeat(4096),
    ),
  );
  const value = fc.oneof(
    messy,
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(messy, { maxLength: 3 }),
    fc.record({ date: messy }),
    fc.record({ age: fc.double(), asOf: messy }),
    fc.record({ name: messy, relation: messy, age: fc.double() }),
  );
  const input: fc.Arbitrary<Input> = fc.oneof(
    messy.map((typed) => say(typed)),
    messy.map((typed) => say(typed, { self: "Datang sendiri", none: "Tidak ada" })),
    messy.map((pressed): Input => ({ kind: "choice", choice: pressed })),
    fc.array(messy, { maxLength: 3 }).map((ticked): Input => ({ kind: "choices", choices: ticked })),
    value.map((any): Input => ({ kind: "value", value: any })),
    fc.constant<Input>({ kind: "skip" }),
    fc.constant(photo),
  );

  test("every type of question is asked in some form", () => {
    expect(byType.length).toBeGreaterThanOrEqual(14);
  });

  test("it is accepted, shown back or explained, and never holds what PostgreSQL refuses", () => {
    fc.assert(
      fc.property(fc.constantFrom(...byType), input, (one, any) => {
        const outcome = accept(one, any, context);
        expect(["accepted", "confirm", "explained"]).toContain(outcome.kind);
        const kept = JSON.stringify(outcome.kind === "explained" ? outcome.args : outcome.value);
        expect(kept).not.toMatch(/\\u0000|\\ud[89a-f]/i);
        if (outcome.kind !== "explained" && one.type === "date" && outcome.value !== null) {
          expect(isLocalDate(String(outcome.value))).toBe(true);
        }
      }),
      { numRuns: 1_500, seed: 20_261_124 },
    );
  });
});
