/**
 * Every form in every version ever shipped. A round keeps the version it began in, so a version that was shipped
 * once never leaves this list. The current ones are written beside; earlier ones stand in `shipped/` as they were.
 * `npm run form -- new <form>` begins the next version.
 */
import type { Form, FormId, SourceName } from "../form.js";
import { aftercare } from "./aftercare.js";
import { approach } from "./approach/approach.js";
import { assessment } from "./assessment.js";
import { evaluation } from "./evaluation.js";
import { plan } from "./plan.js";
import { referral } from "./referral.js";
import { session } from "./session.js";
import { aftercareV1 } from "./shipped/aftercare.v1.js";
import { aftercareV2 } from "./shipped/aftercare.v2.js";
import { approachV1 } from "./shipped/approach.v1.js";
import { approachV2 } from "./shipped/approach.v2.js";
import { assessmentV1 } from "./shipped/assessment.v1.js";
import { assessmentV2 } from "./shipped/assessment.v2.js";
import { evaluationV1 } from "./shipped/evaluation.v1.js";
import { evaluationV2 } from "./shipped/evaluation.v2.js";
import { planV1 } from "./shipped/plan.v1.js";
import { planV2 } from "./shipped/plan.v2.js";
import { referralV1 } from "./shipped/referral.v1.js";
import { referralV2 } from "./shipped/referral.v2.js";
import { sessionV1 } from "./shipped/session.v1.js";
import { sessionV2 } from "./shipped/session.v2.js";
import { terminationV1 } from "./shipped/termination.v1.js";
import { terminationV2 } from "./shipped/termination.v2.js";
import { termination } from "./termination.js";

/** The versions of each form, oldest first; the last is the one new rounds begin in. */
const catalogue: { readonly [id in FormId]: readonly [Form, ...Form[]] } = {
  approach: [approachV1, approachV2, approach],
  assessment: [assessmentV1, assessmentV2, assessment],
  plan: [planV1, planV2, plan],
  session: [sessionV1, sessionV2, session],
  evaluation: [evaluationV1, evaluationV2, evaluation],
  referral: [referralV1, referralV2, referral],
  termination: [terminationV1, terminationV2, termination],
  aftercare: [aftercareV1, aftercareV2, aftercare],
};

/** Every form in every version, in the order of the SOP. */
export const allForms: readonly Form[] = Object.values(catalogue).flat();

/** A form in the version a round was pinned to. Throws where that version never existed: our fault, not a person's. */
export function form(id: FormId, version: number): Form {
  const found = catalogue[id].find((candidate) => candidate.version === version);
  if (!found) throw new Error(`There is no version ${version} of the form "${id}".`);
  return found;
}

/** The version of a form that new rounds begin in. */
export function current(id: FormId): Form {
  const versions = catalogue[id];
  return versions[versions.length - 1] ?? versions[0];
}

/** The forms as the records find them: by the version of a round, and for a new one. */
export type Catalogue = { readonly form: typeof form; readonly current: typeof current };

/** The forms that were shipped so far. */
export const shippedForms: Catalogue = { form, current };

/**
 * Where the lists come from that a later form picks from: the repeated group of the newest complete round of
 * `form`, one item each, called by the answer under `label`. `requirements` is not here: an organisation sets it.
 */
export const sourceGroups: {
  readonly [name in Exclude<SourceName, "requirements">]: {
    readonly form: FormId;
    readonly group: string;
    readonly label: string;
  };
} = {
  problems: { form: "assessment", group: "problems", label: "title" },
  strengths: { form: "assessment", group: "strengths", label: "strength" },
  goals: { form: "plan", group: "goals", label: "statement" },
};
