/** Who came into the room over the network: each learner is one person, known by a secret of their browser. */
import { createHash } from "node:crypto";
import { isEntryCode, newEntryCode } from "./entryCode.js";

/** The most learners a room takes in. */
export const mostLearners = 60;

/** A learner as they are kept: the person they are, and the hash of what their browser holds; null where it was lost. */
export type KeptLearner = { readonly person: number; readonly session: string | null };

/** The learners of a room. */
export type Learners = {
  /** Ids of the people they are, in the order they came. */
  all(): readonly number[];
  /** The person whose browser holds this; undefined where nobody's does. */
  personOf(secret: string | undefined): number | undefined;
  /** A new learner is that person. Returns what their browser is to hold. */
  welcome(person: number): string;
  /** A code with which a learner who lost their browser comes back, once. Undefined where nobody is that person. */
  codeToReturn(person: number): string | undefined;
  /** Lets in whoever has such a code. What the browser of before holds is worth nothing any more. */
  comeBack(typed: string): { readonly person: number; readonly secret: string } | undefined;
  /** The room was emptied. */
  forget(): void;
  /** To keep for the next run. */
  entries(): readonly KeptLearner[];
};

/** Begins where an earlier run stopped. Codes to return are not kept. */
export function learnersOf(
  random: (bytes: number) => Uint8Array,
  earlier: readonly KeptLearner[] = [],
): Learners {
  const sessions = new Map(earlier.map(({ person, session }) => [person, session]));
  const codes = new Map<number, string>();
  const admit = (person: number): string => {
    const secret = Buffer.from(random(32)).toString("base64url");
    sessions.set(person, hashOf(secret));
    return secret;
  };
  return {
    all: () => [...sessions.keys()],
    personOf(secret) {
      if (secret === undefined || secret === "") return undefined;
      const hash = hashOf(secret);
      return [...sessions].find(([, session]) => session === hash)?.[0];
    },
    welcome: admit,
    codeToReturn(person) {
      if (!sessions.has(person)) return undefined;
      const code = newEntryCode(random);
      codes.set(person, code);
      return code;
    },
    comeBack(typed) {
      // Every code is compared, so that the time does not tell which of them was near.
      const matching = [...codes].filter(([, code]) => isEntryCode(typed, code));
      const person = matching[0]?.[0];
      if (person === undefined) return undefined;
      codes.delete(person);
      return { person, secret: admit(person) };
    },
    forget() {
      sessions.clear();
      codes.clear();
    },
    entries: () => [...sessions].map(([person, session]) => ({ person, session })),
  };
}

const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");
