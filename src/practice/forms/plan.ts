/**
 * Rencana intervensi: problems weighed (USG), goals with their five GAS levels, activities, the people and
 * institutions to involve, the day of evaluation, and the client's own yes or no.
 */
import type { Form, Question } from "../form.js";
import { groupServed, guardianSuspected, hasGuardian, lacksGuardian, servesGroup } from "./served.js";
import { childVoices, groupConsentWays, groupWorkRoles, workerRoles } from "./vocabulary.js";
import { all, is } from "./when.js";

/** Urgency, seriousness, growth of each problem of the assessment; `usg` ranks them, a safety risk always first. */
const weighing = {
  key: "usg",
  type: "group",
  over: "problems",
  required: true,
  questions: [
    { key: "urgency", type: "scale", min: 1, max: 5, required: true },
    { key: "seriousness", type: "scale", min: 1, max: 5, required: true },
    { key: "growth", type: "scale", min: 1, max: 5, required: true },
  ],
} as const satisfies Question;

/**
 * The five levels of goal attainment scaling, asked from the middle outwards: what is expected comes to mind
 * first. One level on either side is needed to score at all; the outermost may wait.
 */
const levels = [
  { key: "gasExpected", type: "text", max: 300, required: true, variants: [groupServed] },
  { key: "gasMore", type: "text", max: 300, required: true, variants: [groupServed] },
  { key: "gasMuchMore", type: "text", max: 300, required: false },
  { key: "gasLess", type: "text", max: 300, required: true, variants: [groupServed] },
  { key: "gasMuchLess", type: "text", max: 300, required: false },
] as const satisfies readonly Question[];

const goals = {
  key: "goals",
  type: "group",
  min: 1,
  max: 10,
  required: true,
  questions: [
    { key: "statement", type: "text", max: 300, required: true, variants: [groupServed] },
    { key: "problem", type: "pick", from: "problems", several: false, required: true },
    { key: "indicator", type: "text", max: 300, required: true, variants: [groupServed] },
    { key: "targetDate", type: "date", range: "future", required: true },
    ...levels,
  ],
} as const satisfies Question;

const activities = {
  key: "activities",
  type: "group",
  min: 1,
  max: 30,
  required: true,
  questions: [
    { key: "activity", type: "text", max: 300, required: true, variants: [groupServed] },
    {
      key: "role",
      type: "choice",
      set: "role",
      choices: workerRoles,
      required: true,
      variants: [{ ...groupServed, choices: groupWorkRoles }],
    },
    { key: "who", type: "text", max: 200, required: true, variants: [groupServed] },
    { key: "schedule", type: "text", max: 120, required: true },
    { key: "resource", type: "text", max: 200, required: false },
  ],
} as const satisfies Question;

/** What a client says yes or no to. */
const agreedTo = ["goals", "activities"] as const;

/** Output: rencana intervensi. */
export const plan = {
  id: "plan",
  version: 3,
  stage: "plan",
  questions: [
    weighing,
    { key: "strengths", type: "pick", from: "strengths", several: true, required: false },
    goals,
    activities,
    { key: "sourceSystems", type: "longText", required: true, variants: [groupServed] },
    { key: "referralInstitutions", type: "longText", required: false, variants: [groupServed] },
    { key: "evaluationDate", type: "date", range: "future", required: true },
    {
      key: "voice",
      type: "choice",
      set: "child-voice",
      choices: childVoices,
      required: true,
      when: lacksGuardian,
      variants: [{ name: "suspected", when: guardianSuspected }],
      standsOn: agreedTo,
    },
    {
      key: "agreement",
      type: "choice",
      set: "agreement",
      choices: ["agrees", "declines"],
      required: true,
      basis: { work: "UU 14/2019", article: "Pasal 43 huruf c" },
      standsOn: agreedTo,
      shows: agreedTo,
      variants: [groupServed],
    },
    {
      key: "agreedHow",
      type: "choice",
      set: "group-consent",
      choices: groupConsentWays,
      required: true,
      when: all(servesGroup, is("agreement", "agrees")),
      standsOn: agreedTo,
    },
    {
      key: "guardianAgreement",
      type: "choice",
      set: "agreement",
      choices: ["agrees", "declines"],
      required: true,
      when: hasGuardian,
      standsOn: agreedTo,
      shows: agreedTo,
    },
    { key: "declinedReason", type: "longText", required: true, when: is("agreement", "declines") },
  ],
} as const satisfies Form;
