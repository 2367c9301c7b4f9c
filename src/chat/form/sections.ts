import type { Form, FormId, Key } from "../../practice/form.js";
import type { Step } from "../../practice/walk.js";
import type { MessageKey } from "../../texts.js";

type Title = Extract<MessageKey, `section-${string}`>;

type Section = {
  readonly title: Title;
  /** The top-level question it begins with. A version of the form without that question has no such section. */
  readonly from: Key;
};

/** The sections of each form, in its order. */
const sections: Readonly<Record<FormId, readonly Section[]>> = {
  approach: [
    { title: "section-contact", from: "source" },
    { title: "section-safety", from: "danger" },
    { title: "section-data-consent", from: "birth" },
    { title: "section-client", from: "name" },
    { title: "section-situation", from: "ppks" },
    { title: "section-consent", from: "consent" },
    { title: "section-contract", from: "aim" },
  ],
  assessment: [
    { title: "section-opening", from: "danger" },
    { title: "section-client", from: "physical" },
    { title: "section-surroundings", from: "family" },
    { title: "section-findings", from: "problems" },
    { title: "section-conclusion", from: "functioningNeeds" },
  ],
  plan: [
    { title: "section-priorities", from: "usg" },
    { title: "section-goals", from: "strengths" },
    { title: "section-support", from: "sourceSystems" },
    { title: "section-agreement", from: "voice" },
  ],
  session: [
    { title: "section-meeting", from: "date" },
    { title: "section-result", from: "note" },
    { title: "section-next", from: "nextDate" },
  ],
  evaluation: [
    { title: "section-attainment", from: "date" },
    { title: "section-review", from: "helped" },
    { title: "section-decision", from: "decision" },
  ],
  referral: [
    { title: "section-institution", from: "institution" },
    { title: "section-shared", from: "shareGround" },
    { title: "section-sending", from: "contact" },
    { title: "section-answer", from: "status" },
  ],
  termination: [
    { title: "section-reason", from: "reason" },
    { title: "section-agreement", from: "clientTold" },
    { title: "section-after", from: "summary" },
  ],
  aftercare: [
    { title: "section-visit", from: "date" },
    { title: "section-situation", from: "situation" },
    { title: "section-next", from: "reopen" },
  ],
};

/** The questions with which the sections of a form begin. */
export function sectionStarts(form: FormId): readonly Key[] {
  return sections[form].map(({ from }) => from);
}

/** How far a step is in its form. */
export type FormProgress = {
  readonly title: Title;
  /** Which section, from 1, and how many there are. */
  readonly section: number;
  readonly of: number;
  /** How much of the form lies behind, 0 to 1. */
  readonly done: number;
};

/**
 * Progress by the order of the form itself, whichever of its questions apply: an answer that opens or ends questions
 * moves it neither back nor on.
 */
export function progressAt(form: Form, { path }: Pick<Step, "path">): FormProgress {
  const dot = path.indexOf(".");
  const found = progressOf(form).get(dot < 0 ? path : path.slice(0, dot));
  if (found === undefined) throw new Error(`the form ${form.id} asks nothing at ${path}`);
  return found;
}

const progresses = new WeakMap<Form, ReadonlyMap<Key, FormProgress>>();

/** The progress at each top-level question of a form. */
function progressOf(form: Form): ReadonlyMap<Key, FormProgress> {
  const kept = progresses.get(form);
  if (kept !== undefined) return kept;
  const keys = form.questions.map(({ key }) => key);
  const known = sections[form.id].filter(({ from }) => keys.includes(from));
  const made = new Map(
    keys.map((key, at) => {
      const begun = known.filter(({ from }) => keys.indexOf(from) <= at);
      const current = begun.at(-1) ?? known[0];
      if (current === undefined) throw new Error(`the form ${form.id} has no sections`);
      const section = Math.max(1, begun.length);
      return [key, { title: current.title, section, of: known.length, done: at / keys.length }];
    }),
  );
  progresses.set(form, made);
  return made;
}
