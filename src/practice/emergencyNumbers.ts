/**
 * Whom to call when life is in danger. The one table of these numbers: the chat shows them from here, and
 * test/chat/dangerNumbers.test.ts holds the guidance entry `nomor-darurat` against it.
 */
import { type Danger, immediateDangers } from "./forms/vocabulary.js";

/** Whose danger a number is for: the person served, or the worker themselves. */
export type Endangered = "client" | "worker";

/** A number that works in the whole country. */
export type NationalNumber = {
  readonly id: "crisis" | "ambulance" | "police" | "women-children" | "ministry" | "general";
  /** As it is dialled or opened. */
  readonly contacts: readonly string[];
  /** What it rests on: pages and news of its provider, or common knowledge nobody has verified yet. */
  readonly standing: "secondary" | "unverified";
  readonly dangers: readonly Danger[];
  readonly whom: readonly Endangered[];
};

const both = ["client", "worker"] as const;

/** The nearest help first. The crisis line is not promised for 24 hours: in March 2024 it kept office hours. */
export const nationalNumbers: readonly NationalNumber[] = [
  { id: "ambulance", contacts: ["119"], standing: "secondary", dangers: ["medical", "suicide"], whom: both },
  {
    id: "crisis",
    contacts: ["119", "8", "healing119.id"],
    standing: "secondary",
    dangers: ["suicide"],
    whom: both,
  },
  {
    id: "police",
    contacts: ["110"],
    standing: "unverified",
    dangers: ["violence-ongoing", "abandoned-child"],
    whom: both,
  },
  {
    id: "women-children",
    contacts: ["129", "08111-129-129"],
    standing: "secondary",
    dangers: ["violence-ongoing", "abandoned-child"],
    whom: ["client"],
  },
  {
    id: "ministry",
    contacts: ["171"],
    standing: "secondary",
    dangers: ["abandoned-child"],
    whom: ["client"],
  },
  { id: "general", contacts: ["112"], standing: "unverified", dangers: immediateDangers, whom: both },
];

/** What an institution looks up in its own area: police, hospital, UPTD PPA, safe house, social services, fire brigade. */
export const localNumberKinds = ["police", "hospital", "ppa", "shelter", "social", "fire"] as const;

/** A kind of local emergency number. */
export type LocalNumberKind = (typeof localNumberKinds)[number];

const localDangers: Readonly<Record<LocalNumberKind, readonly Danger[]>> = {
  police: ["violence-ongoing", "abandoned-child"],
  hospital: ["medical", "suicide"],
  ppa: ["violence-ongoing", "abandoned-child"],
  shelter: ["violence-ongoing"],
  social: ["abandoned-child"],
  fire: ["suicide", "medical"],
};

/** Local numbers that help the people served, not a worker who is threatened. */
const forClients: readonly LocalNumberKind[] = ["ppa", "shelter", "social"];

/** The national numbers that fit one of the dangers. */
export function numbersFor(dangers: readonly Danger[], whom: Endangered): readonly NationalNumber[] {
  return nationalNumbers.filter(
    (one) => one.whom.includes(whom) && one.dangers.some((danger) => dangers.includes(danger)),
  );
}

/** The kinds of local numbers that fit one of the dangers. */
export function localNumbersFor(dangers: readonly Danger[], whom: Endangered): readonly LocalNumberKind[] {
  return localNumberKinds.filter(
    (kind) =>
      localDangers[kind].some((danger) => dangers.includes(danger)) &&
      (whom === "client" || !forClients.includes(kind)),
  );
}

/** Months after which a local number has to be tried again. */
export const triedForMonths = 6;
