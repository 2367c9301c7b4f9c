/**
 * Asesmen: what is known and from whom, the person or family in body, mind and surroundings (or the actors and
 * situation of a group), problems, strengths and risks, and the baseline of social functioning.
 */
import { bonds, lives, unionStates } from "../family/family.js";
import { systemFlows, systemKinds, systemTies } from "../family/systems.js";
import type { Form, Question } from "../form.js";
import { functioning } from "./functioning.js";
import { groupServed, servesFamily, servesGroup } from "./served.js";
import { dangers, immediateDangers, indirectKin, kin, sexes } from "./vocabulary.js";
import { all, hasItems, is } from "./when.js";

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

const bornAlready = is("life", "alive", "died");
const couple = is("relation", "partner", "former-partner");
const year = { type: "number", min: 1900, max: 2100, whole: true, required: false } as const;

/** Whose parents, partner or child somebody is follows from how they are related to the client: it is not asked again. */
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
      offers: "family",
    },
    { key: "life", type: "choice", set: "life", choices: lives, required: true },
    {
      key: "sex",
      type: "choice",
      set: "sex",
      choices: [...sexes, "unknown"],
      required: true,
      when: bornAlready,
    },
    {
      key: "birth",
      type: "birth",
      required: false,
      identity: true,
      when: bornAlready,
      variants: [{ name: "died", when: is("life", "died") }],
    },
    { key: "diedIn", ...year, when: is("life", "died") },
    { key: "livesTogether", type: "yesNo", required: true, when: is("life", "alive") },
    { key: "union", type: "choice", set: "union", choices: unionStates, required: false, when: couple },
    { key: "since", ...year, when: couple },
    { key: "until", ...year, when: is("union", "separated", "divorced") },
  ],
} as const satisfies Question;

/** Relations that do not follow from kinship: asked once for the whole family, and only where there are any. */
const ties = {
  key: "familyTies",
  type: "group",
  max: 30,
  required: false,
  when: all(servesFamily, hasItems("family")),
  questions: [
    { key: "who", type: "text", max: 120, required: true, identity: true, offers: "family" },
    { key: "with", type: "text", max: 120, required: true, identity: true, offers: "family-and-client" },
    {
      key: "bond",
      type: "choice",
      set: "bond",
      choices: [...bonds, ...unionStates, "twins", "identical-twins"],
      required: true,
    },
    { key: "since", ...year, when: is("bond", ...unionStates) },
    { key: "until", ...year, when: is("bond", "separated", "divorced") },
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
      choices: systemKinds,
      required: true,
    },
    {
      key: "strength",
      type: "choice",
      set: "tie",
      choices: systemTies,
      required: true,
      variants: [groupServed],
    },
    {
      key: "direction",
      type: "choice",
      set: "flow",
      choices: systemFlows,
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
  version: 3,
  stage: "assessment",
  questions: [
    ...opening,
    ...bpss,
    genogram,
    ties,
    ...collective,
    ecomap,
    ...findings,
    ...functioning,
    ...closing,
  ],
} as const satisfies Form;
