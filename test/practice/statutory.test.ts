import { expect, test } from "vitest";
import { breachKnown } from "../../src/practice/deadlines/dataBreachNotice.js";
import { dataRequestAsked } from "../../src/practice/deadlines/dataSubjectRequest.js";
import { strExpires } from "../../src/practice/deadlines/strRenewal.js";
import { deadlineOf } from "../../src/practice/deadlines.js";

test.each([
  ["correction", "Pasal 30"],
  ["access", "Pasal 32"],
  ["withdrawal", "Pasal 40"],
] as const)("a client's request for %s is done within three times 24 hours (%s)", (request, article) => {
  const asked = dataRequestAsked(request, new Date("2026-11-24T03:15:00Z"), "request-1");
  expect(deadlineOf("data-subject-request", asked)).toEqual({
    key: "data-subject-request",
    anchor: "request-1",
    startsAt: new Date("2026-11-24T03:15:00Z"),
    dueAt: new Date("2026-11-27T03:15:00Z"),
    statutory: true,
    step: "tick",
    basis: { work: "UU 27/2022", article },
  });
});

test("a breach is told within three times 24 hours of being known", () => {
  const notice = deadlineOf("data-breach-notice", breachKnown(new Date("2026-12-30T20:00:00Z"), "breach-1"));
  expect(notice).toMatchObject({
    dueAt: new Date("2027-01-02T20:00:00Z"),
    statutory: true,
    basis: { work: "UU 27/2022", article: "Pasal 46" },
  });
});

test("an STR is renewed by the end of its last day; half a year before, the reminders begin", () => {
  const renewal = deadlineOf("str-renewal", strExpires("2027-05-23", "Asia/Makassar", "member-1"));
  expect(renewal).toMatchObject({
    startsAt: new Date("2026-11-23T16:00:00Z"),
    dueAt: new Date("2027-05-23T15:59:59Z"),
    statutory: false,
  });
});
