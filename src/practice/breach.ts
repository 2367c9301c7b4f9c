/** A failure to protect personal data, as UU 27/2022 Pasal 46 wants it told of. */

/** What is recorded of it, in the order it is asked. */
export const breachFields = ["what", "since", "whose", "data", "how", "measures", "effect"] as const;

/** A part of the record of a breach. */
export type BreachField = (typeof breachFields)[number];

/** What a letter says at least: which data, when and how it was disclosed, and what is done about it (ayat (2)). */
export const leastOfLetter: readonly BreachField[] = ["since", "whose", "data", "how", "measures"];

/** Who is told: the person, the authority (ayat (1)), and in grave cases the public (ayat (3)). */
export const breachAudiences = ["subject", "authority", "public"] as const;

/** Somebody who is told of a breach. */
export type BreachAudience = (typeof breachAudiences)[number];

/** Who gets a letter of the bot's. */
export const breachLetters = ["breach-subject", "breach-authority"] as const;

/** A letter that tells of a breach. */
export type BreachLetter = (typeof breachLetters)[number];
