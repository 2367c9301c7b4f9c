/**
 * Who the client is, for each of the four levels: one person (and the guardian of a child), a family with its
 * head and household, a group or community with the one who speaks for it; and where to find them.
 */
import type { Question } from "../../form.js";
import { sexes } from "../vocabulary.js";
import { all, is, isChild, not } from "../when.js";

/** The client is one person. */
export const individual = is("level", "individual");

/** The client is a family. */
export const family = is("level", "family");

/** The client is a group or a community. */
export const groupOrCommunity = is("level", "group", "community");

/** The client is one person under 18. */
export const minor = all(individual, isChild("birth"));

const person = [
  { key: "name", type: "text", max: 120, required: true, identity: true, when: individual },
  { key: "sex", type: "choice", set: "sex", choices: sexes, required: true, when: individual },
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
    key: "guardian",
    type: "person",
    required: true,
    identity: true,
    when: is("guardianState", "reachable", "suspected"),
    basis: { work: "UU 27/2022", article: "Pasal 25 ayat (2)" },
  },
  {
    key: "guardianPhone",
    type: "phone",
    required: false,
    identity: true,
    when: is("guardianState", "reachable"),
  },
] as const satisfies readonly Question[];

const household = [
  { key: "headName", type: "text", max: 120, required: true, identity: true, when: family },
  { key: "headSex", type: "choice", set: "sex", choices: sexes, required: true, when: family },
  { key: "headBirth", type: "birth", required: false, identity: true, when: family },
  {
    key: "members",
    type: "group",
    max: 30,
    required: false,
    when: family,
    questions: [{ key: "member", type: "person", required: true, identity: true }],
  },
] as const satisfies readonly Question[];

const gathering = [
  { key: "groupName", type: "text", max: 200, required: true, identity: true, when: groupOrCommunity },
  {
    key: "size",
    type: "number",
    min: 2,
    max: 1_000_000,
    whole: true,
    required: true,
    when: groupOrCommunity,
  },
  { key: "spokesperson", type: "person", required: true, identity: true, when: groupOrCommunity },
] as const satisfies readonly Question[];

const place = [
  { key: "village", type: "text", max: 200, required: true, identity: true },
  { key: "district", type: "text", max: 100, required: false, identity: true },
  { key: "regency", type: "text", max: 100, required: true, identity: true },
  { key: "phone", type: "phone", required: false, identity: true, when: not(minor) },
] as const satisfies readonly Question[];

/** The client's identity, in the order it is asked: person, household or group, then place and phone. */
export const clientQuestions = [
  ...person,
  ...household,
  ...gathering,
  ...place,
] as const satisfies readonly Question[];
