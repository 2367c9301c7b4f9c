import { describe, expect, test } from "vitest";
import { edit, removeItem } from "../../src/practice/edit.js";
import type { Answers, Form, FormContext, GroupQuestion, Question, Value } from "../../src/practice/form.js";
import { byFormOrder, locate, next, paths, previous, stepAt, steps } from "../../src/practice/walk.js";
import { answered, contextAt } from "./context.js";

const text = (key: string, more: Partial<Question> = {}): Question =>
  ({ key, type: "text", required: true, ...more }) as Question;
const group = (key: string, more: Partial<GroupQuestion> = {}): GroupQuestion => ({
  key,
  type: "group",
  required: true,
  questions: [text("name"), text("note")],
  ...more,
});
const formOf = (...questions: Question[]): Form => ({
  id: "approach",
  version: 1,
  stage: "approach",
  questions,
});
const context = contextAt();

/** Where the walk stands, as `path number/of`, or `complete`. */
function at(form: Form, answers: Answers, within: FormContext = context): string {
  const step = next(form, answers, within);
  return step.kind === "complete" ? "complete" : `${step.path} ${step.number}/${step.of}`;
}

/** Walks a whole form: what is asked, when every question is answered by `reply`. */
function walk(form: Form, reply: (path: string) => Value, within: FormContext = context): string[] {
  const asked: string[] = [];
  let answers: Answers = new Map();
  for (let step = next(form, answers, within); step.kind !== "complete"; step = next(form, answers, within)) {
    asked.push(step.kind === "another" ? `${step.path}?` : step.path);
    answers = edit(form, answers, within, step.path, reply(step.path)).answers;
    if (asked.length > 1_000) throw new Error("the walk does not end");
  }
  return asked;
}

describe("questions in a row", () => {
  const form = formOf(
    text("source"),
    { key: "level", type: "choice", set: "level", choices: ["person", "group"], required: true },
    text("name", { when: { kind: "is", key: "level", anyOf: ["person"] } }),
    text("groupName", { when: { kind: "is", key: "level", anyOf: ["group"] } }),
    text("place"),
  );

  test("are asked in order, those that do not apply left out", () => {
    expect(walk(form, (path) => (path === "level" ? "group" : "x"))).toEqual([
      "source",
      "level",
      "groupName",
      "place",
    ]);
  });

  test("count what applies now: progress grows when an answer opens a question", () => {
    expect(at(form, answered())).toBe("source 1/3");
    expect(at(form, answered({ source: "x" }))).toBe("level 2/3");
    expect(at(form, answered({ source: "x", level: "group" }))).toBe("groupName 3/4");
  });

  test("a skipped question is answered, by null", () => {
    expect(at(form, answered({ source: null }))).toBe("level 2/3");
  });

  test("a gap is asked first, wherever it is", () => {
    const answers = answered({ level: "group", groupName: "x", place: "x" });
    expect(at(form, answers)).toBe("source 1/4");
  });

  test("end when everything that applies is answered, whatever else is there", () => {
    const answers = answered({ source: "x", level: "person", name: "x", groupName: "old", place: "x" });
    expect(at(form, answers)).toBe("complete");
    expect(paths(form, answers, context)).toEqual(["source", "level", "name", "place"]);
  });

  test("a form without questions is complete", () => {
    expect(at(formOf(), answered())).toBe("complete");
  });

  test("the way back leads over what applies, and from the summary to the last question", () => {
    const answers = answered({ source: "x", level: "group", groupName: "x" });
    const back = (path?: string) => previous(form, answers, context, path);
    expect(back("place")).toMatchObject({ path: "groupName", number: 3, of: 4 });
    expect(back("groupName")).toMatchObject({ path: "level" });
    expect(back("source")).toBeUndefined();
    expect(back("name")).toBeUndefined();
    expect(back()).toMatchObject({ path: "place" });
  });

  test("a step can be opened by its path, if it applies", () => {
    const answers = answered({ level: "group" });
    expect(stepAt(form, answers, context, "groupName")).toMatchObject({ kind: "ask", number: 3, of: 4 });
    expect(stepAt(form, answers, context, "name")).toBeUndefined();
    expect(stepAt(form, answers, context, "nothing")).toBeUndefined();
  });
});

describe("a group", () => {
  test("asks after each item whether there is another", () => {
    const form = formOf(text("before"), group("members"), text("after"));
    const more = new Set(["members.0", "members.1"]);
    expect(walk(form, (path) => (/^members\.\d+$/.test(path) ? more.has(path) : "x"))).toEqual([
      "before",
      "members.0?",
      "members.0.name",
      "members.0.note",
      "members.1?",
      "members.1.name",
      "members.1.note",
      "members.2?",
      "after",
    ]);
  });

  test("opens the items it needs without asking, and does not ask beyond the most it takes", () => {
    const form = formOf(group("goals", { min: 2, max: 3, questions: [text("statement")] }));
    expect(walk(form, (path) => (path === "goals.2" ? true : "x"))).toEqual([
      "goals.0.statement",
      "goals.1.statement",
      "goals.2?",
      "goals.2.statement",
    ]);
  });

  test("counts as one question", () => {
    const form = formOf(text("before"), group("members", { min: 1 }), text("after"));
    expect(at(form, answered({ before: "x", "members.0.name": "x" }))).toBe("members.0.note 2/3");
    const done = answered({ before: "x", "members.0.name": "x", "members.0.note": "x", "members.1": false });
    expect(at(form, done)).toBe("after 3/3");
  });

  test("goes over the items of a source without asking, and is left out where there are none", () => {
    const form = formOf(group("usg", { over: "problems" }), text("after"));
    const problems = [
      { id: "problems.0", label: "Tinggal sendiri" },
      { id: "problems.2", label: "Tidak ada penghasilan" },
    ];
    const within = contextAt(undefined, { sources: { problems } });
    expect(walk(form, () => "x", within)).toEqual([
      "usg.0.name",
      "usg.0.note",
      "usg.1.name",
      "usg.1.note",
      "after",
    ]);
    expect(stepAt(form, answered(), within, "usg.1.name")).toMatchObject({
      item: { index: 1, source: { id: "problems.2" } },
    });
    expect(at(form, answered())).toBe("after 1/1");
  });

  test("is left out whole when it does not apply", () => {
    const form = formOf(text("a"), group("g", { when: { kind: "is", key: "a", anyOf: ["yes"] } }));
    expect(walk(form, (path) => (path === "a" ? "no" : "x"))).toEqual(["a"]);
  });

  test("a question inside asks by the answers of its own item", () => {
    const through = text("through", { when: { kind: "is", key: "name", anyOf: ["cousin"] } });
    const form = formOf(group("family", { min: 2, max: 2, questions: [text("name"), through] }));
    const asked = walk(form, (path) => (path === "family.1.name" ? "cousin" : "sister"));
    expect(asked).toEqual(["family.0.name", "family.1.name", "family.1.through"]);
  });
});

test("a pick from an empty list is not asked", () => {
  const form = formOf(
    { key: "met", type: "pick", from: "requirements", several: true, required: true },
    text("a"),
  );
  expect(at(form, answered())).toBe("a 1/1");
  const requirements = [{ id: "KTP", label: "KTP" }];
  expect(at(form, answered(), contextAt(undefined, { sources: { requirements } }))).toBe("met 1/2");
});

describe("a path", () => {
  const form = formOf(
    text("name"),
    group("goals", { min: 1, max: 3 }),
    group("usg", { over: "problems" }),
    group("members"),
  );

  test.each([
    ["name", "ask", undefined],
    ["goals.0.name", "ask", 0],
    ["goals.2.note", "ask", 2],
    ["goals.1", "another", 1],
    ["members.0", "another", 0],
    ["usg.4.name", "ask", 4],
  ])("%s exists: %s", (path, kind, index) => {
    const found = locate(form, path);
    expect(found?.kind).toBe(kind);
    const where = found?.kind === "another" ? found.index : found?.item?.index;
    expect(where).toBe(index);
  });

  test.each([
    ["nothing"],
    [""],
    ["goals"],
    ["name.0"],
    ["name.0.name"],
    ["goals.0"],
    ["goals.3"],
    ["goals.3.name"],
    ["goals.01.name"],
    ["goals.-1.name"],
    ["goals.1e1.name"],
    ["goals.x.name"],
    ["goals.0.nothing"],
    ["goals.0.name.0"],
    ["usg.0"],
    ["members.9999999"],
    ["constructor"],
    ["members.0.__proto__"],
  ])("“%s” leads nowhere", (path) => {
    expect(locate(form, path)).toBeUndefined();
  });
});

describe("an edit", () => {
  const when = (key: string, value: string | boolean) => ({ kind: "is", key, anyOf: [value] }) as const;
  const form = formOf(
    text("level"),
    text("age", { when: when("level", "person") }),
    text("guardian", { when: when("age", "child") }),
    text("phone", { when: when("guardian", "reachable") }),
    text("place"),
    group("members", { when: when("level", "family") }),
  );
  const child = answered({
    level: "person",
    age: "child",
    guardian: "reachable",
    phone: "0812",
    place: "Bogor",
  });

  test("keeps the old answers as they were", () => {
    const { answers, written } = edit(form, child, context, "place", "Depok");
    expect(answers.get("place")).toBe("Depok");
    expect(child.get("place")).toBe("Bogor");
    expect([...written]).toEqual([["place", "Depok"]]);
  });

  test("takes back what no longer applies, through every condition that hangs on it", () => {
    const { answers, stale } = edit(form, child, context, "level", "family");
    expect(stale).toEqual(["age", "guardian", "phone"]);
    expect([...answers.keys()]).toEqual(["level", "place"]);
  });

  test("asks again what was taken back, when it applies again", () => {
    const grown = edit(form, child, context, "age", "adult");
    expect(grown.stale).toEqual(["guardian", "phone"]);
    const again = edit(form, grown.answers, context, "age", "child");
    expect(at(form, again.answers)).toBe("guardian 3/4");
  });

  test("leaves alone what still applies", () => {
    expect(edit(form, child, context, "guardian", "reachable").stale).toEqual([]);
    expect(edit(form, child, context, "phone", "0813").stale).toEqual([]);
  });

  test("takes back the items of a group that no longer applies", () => {
    const family = answered({
      level: "family",
      "members.0": true,
      "members.0.name": "x",
      "members.1": false,
    });
    const { stale } = edit(form, family, context, "level", "person");
    expect(stale).toEqual(["members.0", "members.0.name", "members.1"]);
  });

  test("does not blame an edit for what was out of use before", () => {
    const odd = answered({ level: "person", age: "adult", phone: "0812" });
    expect(edit(form, odd, context, "age", "old").stale).toEqual([]);
  });

  test("of a path the form does not have is our fault", () => {
    expect(() => edit(form, child, context, "nothing", "x")).toThrow(RangeError);
  });
});

describe("the items of a group", () => {
  const members = group("members", { questions: [text("name")] });
  const form = formOf(members, text("after"));
  const three = answered({
    "members.0": true,
    "members.0.name": "Ani",
    "members.1": true,
    "members.1.name": "Budi",
    "members.2": true,
    "members.2.name": "Cici",
    "members.3": false,
    after: "x",
  });

  test("no instead of yes takes back that item and those after it", () => {
    const { stale, answers } = edit(form, three, context, "members.1", false);
    expect(stale).toEqual(["members.1.name", "members.2", "members.2.name", "members.3"]);
    expect(at(form, answers)).toBe("complete");
  });

  test("yes instead of no opens the next item", () => {
    const { stale, answers } = edit(form, three, context, "members.3", true);
    expect(stale).toEqual([]);
    expect(at(form, answers)).toBe("members.3.name 1/2");
  });

  test("one is removed and those after it move up", () => {
    const { answers, written, stale } = removeItem(form, three, context, members, 1);
    expect(Object.fromEntries(answers)).toEqual({
      "members.0": true,
      "members.0.name": "Ani",
      "members.1": true,
      "members.1.name": "Cici",
      "members.2": false,
      after: "x",
    });
    expect([...written]).toEqual([
      ["members.1.name", "Cici"],
      ["members.2", false],
    ]);
    expect(stale).toEqual(["members.2.name", "members.3"]);
  });

  test("the last one is removed and nothing moves", () => {
    const { written, stale } = removeItem(form, three, context, members, 2);
    expect([...written]).toEqual([["members.2", false]]);
    expect(stale).toEqual(["members.2.name", "members.3"]);
  });

  test("at the most a group takes, removing one makes it ask again", () => {
    const full = group("members", { max: 2, questions: [text("name")] });
    const two = answered({
      "members.0": true,
      "members.0.name": "Ani",
      "members.1": true,
      "members.1.name": "Budi",
    });
    const { answers } = removeItem(formOf(full), two, context, full, 0);
    expect(Object.fromEntries(answers)).toEqual({ "members.0": true, "members.0.name": "Budi" });
    expect(at(formOf(full), answers)).toBe("members.1 1/1");
  });

  test("one the group needs is asked again", () => {
    const needed = group("members", { min: 2, questions: [text("name")] });
    const two = answered({ "members.0.name": "Ani", "members.1.name": "Budi", "members.2": false });
    const { answers, stale } = removeItem(formOf(needed), two, context, needed, 0);
    expect(Object.fromEntries(answers)).toEqual({ "members.0.name": "Budi", "members.2": false });
    expect(stale).toEqual(["members.1.name"]);
    expect(at(formOf(needed), answers)).toBe("members.1.name 1/1");
  });

  test.each([[3], [-1], [1.5], [Number.NaN]])("index %d is not open: nothing changes", (index) => {
    const { answers, written, stale } = removeItem(form, three, context, members, index);
    expect([answers, written.size, stale.length]).toEqual([three, 0, 0]);
  });
});

test("two hundred answers are walked as cheaply as they are many", () => {
  const form = formOf(group("items", { questions: [text("name"), text("note")] }));
  let answers: Answers = new Map();
  let visited = 0;
  for (let asked = 0; asked < 200; asked += 1) {
    const step = next(form, answers, context);
    if (step.kind === "complete") throw new Error("ended too early");
    answers = edit(form, answers, context, step.path, step.kind === "another" ? true : "x").answers;
    visited = [...steps(form, answers, context)].length;
  }
  // One pass visits each answered question once, and the one to come.
  expect(answers.size).toBe(200);
  expect(visited).toBeLessThanOrEqual(202);
});

test("answers are sorted as the form asks them, whichever way they are stored", () => {
  const form = formOf(text("place"), group("goals"), text("end"));
  const stored = ["end", "goals.1.name", "goals.10.name", "goals.2", "goals.2.note", "goals.2.name", "place"];
  expect(stored.sort(byFormOrder(form))).toEqual([
    "place",
    "goals.1.name",
    "goals.2",
    "goals.2.name",
    "goals.2.note",
    "goals.10.name",
    "end",
  ]);
});
