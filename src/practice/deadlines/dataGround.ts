import { dataStanding } from "../dataGround.js";
import { type DeadlineRule, everyDay } from "../deadline.js";

/** A case whose personal data has no ground: the supervisor names one, or stops it. */
export const dataGroundDeadline = {
  key: "data-ground",
  statutory: false,
  basis: { work: "UU 27/2022", article: "Pasal 20 ayat (2)" },
  days: { setting: "dataGround", usual: 3 },
  step: "approve",
  endsBy: "approval",
  schedule: everyDay,
  hears: ["owner", "superior", "admin"],
  listed: "always",
  whileHeld: true,
  find: (facts, { within }) => {
    const standing = dataStanding(facts);
    if (facts.closed || standing.kind !== "missing") return [];
    return [{ anchor: standing.since.toISOString(), ...within(standing.since) }];
  },
} as const satisfies DeadlineRule;
