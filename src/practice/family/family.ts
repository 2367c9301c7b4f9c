/** A family as a genogram draws it: people, who is whose partner and child, and how people stand to each other. */

/** How somebody's life stands: `unborn` is a pregnancy, `lost` one that ended in a loss. */
export const lives = ["alive", "died", "unborn", "lost"] as const;

/** How somebody's life stands. */
export type Life = (typeof lives)[number];

/** How a couple lives: married, together without a marriage, or not any more. */
export const unionStates = ["married", "together", "separated", "divorced"] as const;

/** How a couple lives. */
export type UnionState = (typeof unionStates)[number];

/** How two people stand to each other, where it is not as usual. `abuse` goes from the first to the second. */
export const bonds = ["close", "fused", "distant", "conflict", "cut-off", "abuse"] as const;

/** How two people stand to each other. */
export type Bond = (typeof bonds)[number];

/** The id of a person in their family. */
export type PersonId = string;

/** Somebody in a family. */
export type FamilyMember = {
  readonly id: PersonId;
  /** Empty for somebody only known to exist, such as a father nobody told of. */
  readonly name: string;
  readonly sex: "male" | "female" | "unknown";
  readonly life: Life;
  /** In whole years; of who died, at their death. */
  readonly age?: number;
  readonly bornIn?: number;
  readonly diedIn?: number;
  /** Lives in the client's household. The client does. */
  readonly household: boolean;
};

/** A child of a union, and how it came to be one. */
export type FamilyChild = { readonly id: PersonId; readonly as: "born" | "adopted" | "foster" };

/** Two parents or partners, or a single parent, and their children, the eldest first. */
export type Union = {
  readonly partners: readonly [PersonId] | readonly [PersonId, PersonId];
  /** Absent where nobody told: it is drawn as a couple, and nothing more is said of it. */
  readonly state?: UnionState;
  /** The year in which it began, and the one in which it ended. */
  readonly since?: number;
  readonly until?: number;
  readonly children: readonly FamilyChild[];
  /** Children born together; each stands in `children` too. */
  readonly twins?: readonly Twins[];
};

/** Children born together. */
export type Twins = { readonly ids: readonly PersonId[]; readonly identical: boolean };

/** A relation line between two people. */
export type Tie = { readonly from: PersonId; readonly to: PersonId; readonly bond: Bond };

/** A family around a client. Unions of one person stand in the order in which they began. */
export type Family = {
  readonly client: PersonId;
  readonly people: readonly FamilyMember[];
  readonly unions: readonly Union[];
  readonly ties: readonly Tie[];
};
