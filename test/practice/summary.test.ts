import { expect, test } from "vitest";
import type { Form } from "../../src/practice/form.js";
import { summary } from "../../src/practice/summary.js";
import { answered, contextAt } from "./context.js";

const form: Form = {
  id: "approach",
  version: 1,
  stage: "approach",
  questions: [
    { key: "source", type: "text", required: true },
    { key: "name", type: "text", required: true, identity: true },
    { key: "old", type: "text", required: true, when: { kind: "is", key: "source", anyOf: ["other"] } },
    { key: "phone", type: "phone", required: false },
    {
      key: "members",
      type: "group",
      required: true,
      identity: true,
      questions: [{ key: "member", type: "text", required: true }],
    },
    {
      key: "usg",
      type: "group",
      over: "problems",
      required: true,
      questions: [{ key: "urgency", type: "scale", min: 1, max: 5, required: true }],
    },
    { key: "last", type: "text", required: true },
  ],
};
const context = contextAt(undefined, {
  sources: { problems: [{ id: "problems.3", label: "Tinggal sendiri" }] },
});

test("the answers that apply, in the order of the form, each with who it tells of", () => {
  const answers = answered({
    "usg.0.urgency": 5,
    name: "Bapak Karto",
    source: "self",
    old: "taken back",
    phone: null,
    "members.0": true,
    "members.0.member": "Siti",
    "members.1": false,
    nothing: "unknown",
  });
  const lines = summary(form, answers, context).map(({ path, value, identity, group }) => ({
    path,
    value,
    identity,
    ...(group ? { group } : {}),
  }));
  expect(lines).toEqual([
    { path: "source", value: "self", identity: false },
    { path: "name", value: "Bapak Karto", identity: true },
    { path: "phone", value: null, identity: false },
    { path: "members.0.member", value: "Siti", identity: true, group: { key: "members", index: 0 } },
    {
      path: "usg.0.urgency",
      value: 5,
      identity: false,
      group: { key: "usg", index: 0, label: "Tinggal sendiri" },
    },
  ]);
});

test("of a round without answers is empty", () => {
  expect(summary(form, answered(), context)).toEqual([]);
});
