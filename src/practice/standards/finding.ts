/** What an audit finds of a component, and what is asked of it. */
import type { LocalDate } from "../form.js";

/** How a component stands. */
export const componentStates = ["met", "partly", "not", "not-applicable"] as const;

/** One of these. */
export type ComponentState = (typeof componentStates)[number];

/** What is written down of a component, part by part. */
export type Finding = {
  readonly state: ComponentState;
  /** Why it does not apply. */
  readonly reason?: string;
  /** What shows it, in words; photos and documents lie beside it. */
  readonly evidence?: string;
  /** What is missing, by when it is to be there, and who sees to it: of what is not wholly met. */
  readonly missing?: string;
  readonly dueOn?: LocalDate;
  readonly responsible?: string;
};

/** A part of a finding that is asked for by itself. */
export const findingParts = ["reason", "evidence", "missing", "dueOn", "responsible"] as const;

/** One of these. */
export type FindingPart = (typeof findingParts)[number];

const partsAsked: { readonly [state in ComponentState]: readonly FindingPart[] } = {
  met: ["evidence"],
  partly: ["evidence", "missing", "dueOn", "responsible"],
  not: ["missing", "dueOn", "responsible"],
  "not-applicable": ["reason"],
};

const partsNeeded: { readonly [state in ComponentState]: readonly FindingPart[] } = {
  met: [],
  partly: ["missing", "dueOn"],
  not: ["missing", "dueOn"],
  "not-applicable": ["reason"],
};

/**
 * The part to ask for after another one, or the first after the state was chosen; undefined where everything was. What
 * was written already is not asked for again: it is changed by its own button.
 */
export function partAfter(finding: Finding, asked: FindingPart | undefined): FindingPart | undefined {
  const parts = partsAsked[finding.state];
  const from = asked === undefined ? 0 : parts.indexOf(asked) + 1;
  return parts.slice(from).find((part) => finding[part] === undefined);
}

/** The parts that are still needed before an audit can be finished. */
export function missingParts(finding: Finding): readonly FindingPart[] {
  return partsNeeded[finding.state].filter((part) => finding[part] === undefined);
}

/** Whether a component has to be improved: its date becomes a deadline once the audit is finished. */
export function wantsImprovement({ state }: Pick<Finding, "state">): boolean {
  return state === "partly" || state === "not";
}

/** What keeps an audit from being finished; each list is in the order of the instrument. */
export type AuditGaps<Key extends string> = {
  /** Nothing was said of these. */
  readonly open: readonly Key[];
  /** A part that is needed is missing. */
  readonly incomplete: readonly Key[];
  /** They are to be improved by a day that is over. */
  readonly past: readonly Key[];
};

/** What is missing for an audit of these components to be finished on a day. */
export function gapsOf<Key extends string>(
  components: readonly { readonly key: Key }[],
  findings: ReadonlyMap<Key, Finding>,
  today: LocalDate,
): AuditGaps<Key> {
  const keys = components.map(({ key }) => key);
  const told = keys.flatMap((key) => {
    const finding = findings.get(key);
    return finding === undefined ? [] : [{ key, finding }];
  });
  return {
    open: keys.filter((key) => !findings.has(key)),
    incomplete: told.filter(({ finding }) => missingParts(finding).length > 0).map(({ key }) => key),
    past: told
      .filter(
        ({ finding }) => wantsImprovement(finding) && finding.dueOn !== undefined && finding.dueOn < today,
      )
      .map(({ key }) => key),
  };
}

/** Whether nothing keeps an audit from being finished. */
export function isFinishable({ open, incomplete, past }: AuditGaps<string>): boolean {
  return open.length + incomplete.length + past.length === 0;
}
