/** Words that the screens and the report on an audit share. */
import { dateIn } from "../../practice/calendar.js";
import type { LocalDate } from "../../practice/form.js";
import type { ComponentState } from "../../practice/standards/finding.js";
import type { ComponentKey, ShippedInstrument } from "../../practice/standards/instrument.js";
import { actorOf } from "../../records/people/rights.js";
import type { FindingRecord } from "../../records/standards/auditRow.js";
import type { Ctx } from "../telegram/context.js";
import type { Wording } from "../telegram/wording.js";

/** How a component stands, as a sign. */
const stateMarks: Readonly<Record<ComponentState, string>> = {
  met: "✅",
  partly: "🌗",
  not: "❌",
  "not-applicable": "➖",
};

/** Nothing is said of a component yet. */
const untold = "▫️";
/** What was said of it cannot be read. */
const unreadable = "⚠️";

/** The sign of a component in an audit. */
export function markOf(finding: FindingRecord | undefined): string {
  if (finding === undefined) return untold;
  return "unreadable" in finding.content ? unreadable : stateMarks[finding.content.state];
}

/** The place of a component in its instrument, counted from 1. */
export function placeIn({ components }: ShippedInstrument, component: ComponentKey): number {
  return components.findIndex(({ key }) => key === component) + 1;
}

/** Components by name, as one line. */
export function namesOf(components: readonly ComponentKey[], say: Wording): string {
  return components.map((key) => say.plain(`component-${key}`)).join(", ");
}

/** The day it was in the institution. */
export function dayIn({ work }: Pick<Ctx, "work">, at: Date): LocalDate {
  return dateIn(actorOf(work).zone, at);
}

/** The most characters of one component in a list of all: fourteen fit into a message. */
const longestInList = 120;

/** Words as a list shows them; the whole stands with the component. */
export function shortened(words: string): string {
  const characters = [...words];
  return characters.length <= longestInList
    ? words
    : `${characters
        .slice(0, longestInList - 1)
        .join("")
        .trimEnd()}…`;
}
