/**
 * Asesmen: what is known and from whom, the person or family in body, mind and surroundings (or the actors and
 * situation of a group), problems, strengths and risks, and the baseline of social functioning.
 */
import type { Form, Question } from "../form.js";
import { functioning } from "./functioning.js";
import { groupServed, servesFamily, servesGroup } from "./served.js";
import { dangers, immediateDangers, indirectKin, kin, sexes } from "./vocabulary.js";
import { is } from "./when.js";

const opening = [
  // Asked again: between first contact and assessment lie days in which much can have changed.
  {
    key: "danger",
    type: "choices",
    set: "danger",
    choices: dangers,
    alone: "none",
    min: 1,
    danger: immediateDangers,
    required: true,
  },
  {
    key: "sources",
    type: "group",
    min: 1,
    max: 20,
    required: true,
    questions: [
      {
        key: "method",
        type: "choice",
        set: "method",
        choices: ["interview", "observation", "home-visit", "documents", "other-people"],
        required: true,
        variants: [
          {
            ...groupServed,
            choices: [
              "group-discussion",
              "deliberation",
              "mapping",
              "transect",
              "interview",
              "observation",
              "documents",
              "other-people",
            ],
          },
        ],
      },
      { key: "date", type: "date", range: "past", required: true },
      {
        key: "participants",
        type: "text",
        max: 200,
        required: false,
        identity: true,
        when: is("method", "group-discussion", "deliberation", "mapping", "transect"),
      },
      {
        key: "informant",
        type: "text",
        max: 120,
        required: false,
        identity: true,
        when: is("method", "other-people"),
      },
    ],
  },
] as const satisfies readonly Question[];

/** Biopsychosocial and spiritual, for a person or a family. */
const bpss = [
  { key: "physical", type: "longText", required: true, when: servesFamily },
  { key: "psychological", type: "longText", required: true, when: servesFamily },
  { key: "familySocial", type: "longText", required: true, when: servesFamily },
  { key: "economic", type: "longText", required: true, when: servesFamily },
  { key: "educationWork", type: "longText", required: false, when: servesFamily },
  { key: "spiritualCultural", type: "longText", required: false, when: servesFamily },
  { key: "legalAspect", type: "longText", required: false, when: servesFamily },
] as const satisfies readonly Question[];

const genogram = {
  key: "family",
  type: "group",
  max: 40,
  required: false,
  when: servesFamily,
  questions: [
    { key: "name", type: "text", max: 120, required: true, identity: true },
    { key: "relation", type: "choice", set: "kin", choices: kin, required: true },
    {
      key: "through",
      type: "text",
      max: 120,
      required: false,
      identity: true,
      when: is("relation", ...indirectKin),
    },
    { key: "sex", type: "choice", set: "sex", choices: sexes, required: true },
    { key: "alive", type: "yesNo", required: true },
    { key: "birth", type: "birth", required: false, identity: true, when: is("alive", true) },
    { key: "livesTogether", type: "yesNo", required: true, when: is("alive", true) },
  ],
} as const satisfies Question;

/** What stands in the place of body and mind when the client is a group or a community. */
const collective = [
  { key: "groupSituation", type: "longText", required: true, when: servesGroup },
  { key: "groupHistory", type: "longText", required: false, when: servesGroup },
  {
    key: "actors",
    type: "group",
    min: 1,
    max: 30,
    required: true,
    when: servesGroup,
    questions: [
      { key: "name", type: "text", max: 120, required: true, identity: true },
      { key: "part", type: "text", max: 200, required: true },
      {
        key: "stance",
        type: "choice",
        set: "stance",
        choices: ["supports", "neutral", "opposes"],
        required: true,
      },
    ],
  },
] as const satisfies readonly Question[];

const ecomap = {
  key: "systems",
  type: "group",
  max: 20,
  required: false,
  questions: [
    { key: "name", type: "text", max: 120, required: true, variants: [groupServed] },
    {
      key: "kind",
      type: "choice",
      set: "system",
      choices: [
        "kin",
        "neighbours",
        "school",
        "work",
        "health",
        "faith",
        "government",
        "association",
        "law",
        "other",
      ],
      required: true,
    },
    {
      key: "strength",
      type: "choice",
      set: "tie",
      choices: ["strong", "weak", "stressful"],
      required: true,
      variants: [groupServed],
    },
    {
      key: "direction",
      type: "choice",
      set: "flow",
      choices: ["to-client", "from-client", "both"],
      required: true,
      variants: [groupServed],
    },
  ],
} as const satisfies Question;

const findings = [
  {
    key: "problems",
    type: "group",
    min: 1,
    max: 20,
    required: true,
    questions: [
      { key: "title", type: "text", max: 120, required: true, variants: [groupServed] },
      { key: "description", type: "longText", required: false },
      { key: "safetyRisk", type: "yesNo", required: true },
    ],
  },
  { key: "needs", type: "longText", required: true, variants: [groupServed] },
  {
    key: "strengths",
    type: "group",
    min: 1,
    max: 20,
    required: true,
    questions: [{ key: "strength", type: "text", max: 160, required: true, variants: [groupServed] }],
  },
  { key: "resources", type: "longText", required: true, variants: [groupServed] },
  { key: "risks", type: "longText", required: true, variants: [groupServed] },
  { key: "protectiveFactors", type: "longText", required: false, variants: [groupServed] },
] as const satisfies readonly Question[];

const closing = [
  { key: "conclusion", type: "longText", required: true },
  {
    key: "recommendation",
    type: "longText",
    required: true,
    when: is("case.legal", "child-victim"),
    basis: { work: "UU 11/2012", article: "Pasal 27 ayat (3)" },
  },
] as const satisfies readonly Question[];

/** Outputs: laporan asesmen with genogram and ekomap; for anak korban or saksi the laporan sosial. */
export const assessment = {
  id: "assessment",
  version: 2,
  stage: "assessment",
  questions: [...opening, ...bpss, genogram, ...collective, ecomap, ...findings, ...functioning, ...closing],
} as const satisfies Form;
