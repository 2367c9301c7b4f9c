import { latest } from "../caseFacts.js";
import { type DeadlineRule, withinMonths } from "../deadline.js";

/** Accompanying a child after it was returned to its parents, or handed over to someone else: at most 6 months. */
export const childAccompanimentEndDeadline = {
  key: "child-accompaniment-end",
  statutory: true,
  step: "tick",
  endsBy: { handedOverTo: ["investigator", "prosecutor", "judge", "agency", "other"] },
  schedule: { kind: "law" },
  hears: ["owner", "superior", "admin"],
  discreet: true,
  listed: "always",
  // It ends with the case too.
  find: (facts, { zone }) => {
    const round = latest(facts, "approach");
    const { returnedOn, handedOverOn } = round?.facts ?? {};
    const leftOn = returnedOn ?? handedOverOn;
    if (!round || leftOn === undefined || facts.closed) return [];
    const article = returnedOn === undefined ? "Pasal 33 ayat (2)" : "Pasal 31 ayat (3)";
    return [{ anchor: round.id, ...withinMonths(leftOn, 6, zone), basis: { work: "PP 58/2022", article } }];
  },
} as const satisfies DeadlineRule;
