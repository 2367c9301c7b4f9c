/**
 * Who the client is, for each of the four levels. First only what decides who may consent; the names come once it
 * was explained what they are for, and only where they may be recorded.
 */
import type { Condition, Question, Variant } from "../../form.js";
import { childVoices, sexes } from "../vocabulary.js";
import { all, answered, any, is, isChild, not } from "../when.js";

/** The client is one person. */
export const individual = is("level", "individual");

/** The client is a family. */
export const family = is("level", "family");

/** The client is a group or a community. */
export const groupOrCommunity = is("level", "group", "community");

/** A group or a community is asked in words of its own, from the first contact on. */
export const groupMet = { name: "group", when: groupOrCommunity } as const satisfies Variant;

/** The client is one person under 18. */
export const minor = all(individual, isChild("birth"));

/** No parent or guardian can consent for the child: unknown, or suspected of having done it. */
export const withoutGuardian = is("guardianState", "unknown", "suspected");

/** Nobody can speak for the child yet. */
const nobodySpeaks = is("speaksFor", "nobody");

/**
 * Personal data may be recorded: it was agreed to, or the law gives another ground. That is the request for a laporan
 * sosial (kewajiban hukum, UU 27/2022 Pasal 20 ayat (2) huruf c), or the one the supervisor named. True while the
 * agreement is not asked yet, so that a change that calls for asking again does not wipe what was recorded.
 */
export const mayRecord: Condition = any(
  all(not(is("dataConsent", false)), not(nobodySpeaks)),
  answered("reportRequestedBy"),
  is("case.dataGround", true),
);

/** Somebody can say yes or no for this client. */
export const canConsent: Condition = not(nobodySpeaks);

/** What an agreement was given by: when one of these changes, whoever now gives it is asked again. */
export const whoConsents = ["level", "birth", "guardianState", "guardian", "speaksFor"] as const;

/** What decides who may consent, without saying who anybody is. */
export const decidingQuestions = [
  { key: "birth", type: "birth", required: true, identity: true, when: individual },
  {
    key: "guardianState",
    type: "choice",
    set: "guardian",
    choices: ["reachable", "unknown", "suspected"],
    required: true,
    when: minor,
    basis: { work: "UU 27/2022", article: "Pasal 25 ayat (2)" },
  },
  {
    key: "speaksFor",
    type: "choice",
    set: "child-voice",
    choices: childVoices,
    required: true,
    when: withoutGuardian,
    variants: [{ name: "suspected", when: is("guardianState", "suspected") }],
  },
] as const satisfies readonly Question[];

const person = [
  { key: "name", type: "text", max: 120, required: true, identity: true, when: all(individual, mayRecord) },
  {
    key: "sex",
    type: "choice",
    set: "sex",
    choices: sexes,
    required: true,
    when: all(individual, mayRecord),
  },
  {
    key: "guardian",
    type: "person",
    required: true,
    identity: true,
    when: all(is("guardianState", "reachable", "suspected"), mayRecord),
    basis: { work: "UU 27/2022", article: "Pasal 25 ayat (2)" },
    variants: [{ name: "suspected", when: is("guardianState", "suspected") }],
  },
  {
    key: "guardianPhone",
    type: "phone",
    required: false,
    identity: true,
    when: all(is("guardianState", "reachable"), mayRecord),
  },
] as const satisfies readonly Question[];

const familyKnown = all(family, mayRecord);

const household = [
  { key: "headName", type: "text", max: 120, required: true, identity: true, when: familyKnown },
  { key: "headSex", type: "choice", set: "sex", choices: sexes, required: true, when: familyKnown },
  { key: "headBirth", type: "birth", required: false, identity: true, when: familyKnown },
  {
    key: "members",
    type: "group",
    max: 30,
    required: false,
    when: familyKnown,
    questions: [{ key: "member", type: "person", required: true, identity: true }],
  },
] as const satisfies readonly Question[];

const groupKnown = all(groupOrCommunity, mayRecord);

const gathering = [
  { key: "groupName", type: "text", max: 200, required: true, identity: true, when: groupKnown },
  { key: "size", type: "number", min: 2, max: 1_000_000, whole: true, required: true, when: groupKnown },
  { key: "spokesperson", type: "person", required: true, identity: true, when: groupKnown },
] as const satisfies readonly Question[];

const place = [
  {
    key: "village",
    type: "text",
    max: 200,
    required: true,
    identity: true,
    when: mayRecord,
    variants: [groupMet],
  },
  { key: "district", type: "text", max: 100, required: false, identity: true, when: mayRecord },
  { key: "regency", type: "text", max: 100, required: true, identity: true, when: mayRecord },
  {
    key: "phone",
    type: "phone",
    required: false,
    identity: true,
    when: all(not(minor), mayRecord),
    variants: [groupMet],
  },
] as const satisfies readonly Question[];

/** The client's identity, in the order it is asked: person, household or group, then place and phone. */
export const identityQuestions = [
  ...person,
  ...household,
  ...gathering,
  ...place,
] as const satisfies readonly Question[];
