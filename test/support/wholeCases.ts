/** One whole case of each level of client, form by form: what its worker types and presses, at any time. */
import type { ClientLevel, FormId } from "../../src/practice/form.js";
import type { Told } from "../practice/forms/scenarios.js";
import type { Telling, Words } from "./filling.js";
import { told } from "./story.js";

/** The forms of a case that ends well. A referral is written beside them. */
const formsOfCourse = [
  "approach",
  "assessment",
  "plan",
  "session",
  "evaluation",
  "termination",
  "aftercare",
] as const satisfies readonly FormId[];

type CourseForm = (typeof formsOfCourse)[number];

type Course = {
  readonly quickNote: string;
  readonly telling: Readonly<Record<CourseForm, Telling>>;
  readonly words: Words;
};

/** A session told in one message, of one person or of many. */
const quickNotes = {
  one: "tadi ke rumah Mak I, latihan jalan 20 mnt, mau makan sendiri, senin lagi",
  many: "tadi rapat warga 22 orang, latihan catat kas, sudah mau bergantian, senin lagi",
} as const;

/** Which scenario of a form is told of a client of this level, and what is told otherwise. */
const scenarios: Readonly<Record<"one" | "many", Readonly<Record<CourseForm, string>>>> = {
  one: {
    approach: "adult",
    assessment: "individual",
    plan: "agrees",
    session: "full",
    evaluation: "terminate",
    termination: "goals-met",
    aftercare: "individual",
  },
  many: {
    approach: "group",
    assessment: "community",
    plan: "community",
    session: "group",
    evaluation: "group",
    termination: "community",
    aftercare: "community",
  },
};

/** No list of requirements, days that are to come whenever this is told, nobody in danger, a contract that is signed. */
const changes: Readonly<Record<CourseForm, Readonly<Record<string, Told | undefined>>>> = {
  approach: {
    requirements: undefined,
    contractUntil: "90 hari lagi",
    signedOn: "hari ini",
    signedPage: null,
  },
  assessment: {},
  plan: { strengths: ["strengths.0"], "goals.0.targetDate": "20 hari lagi", evaluationDate: "30 hari lagi" },
  session: { goals: ["goals.0"] },
  evaluation: {},
  termination: { firstVisit: "30 hari lagi" },
  aftercare: { date: "hari ini", reopen: false, reopenReason: undefined, nextVisit: "60 hari lagi" },
};

/** What is told of a client of a level, and the words of what later forms pick from. */
export function courseOf(level: ClientLevel): Course {
  const isOne = level === "individual" || level === "family";
  const facts = { level, legal: ["none"], hasRequirements: false };
  const tell = (form: CourseForm) => {
    const named = form === "approach" && !isOne ? level : scenarios[isOne ? "one" : "many"][form];
    const name = form === "approach" && level === "family" ? "family" : named;
    const safe = form === "approach" ? { danger: ["none"], safetyStep: undefined } : {};
    const sources = form === "approach" ? { sources: {} } : {};
    return told(form, name, { ...changes[form], ...safe }, { facts, ...sources });
  };
  const telling = {
    approach: tell("approach"),
    assessment: tell("assessment"),
    plan: tell("plan"),
    session: tell("session"),
    evaluation: tell("evaluation"),
    termination: tell("termination"),
    aftercare: tell("aftercare"),
  };
  const quickNote = quickNotes[isOne ? "one" : "many"];
  return { quickNote, telling, words: wordsOf(telling.assessment, telling.plan) };
}

function wordsOf(assessment: Telling, plan: Telling): Words {
  const listed = Object.entries({ ...assessment, ...plan }).flatMap(([path, words]) => {
    const [, item] = /^((?:problems|strengths|goals)\.\d+)\.(?:title|strength|statement)$/.exec(path) ?? [];
    return item === undefined ? [] : [[item, String(words)] as const];
  });
  return Object.fromEntries(listed);
}
