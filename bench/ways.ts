/** The ways people keep a bot busy, each as one person of ours does it once, to be recorded. */
import type { Person } from "../src/playground/people.js";
import type { FormId } from "../src/practice/form.js";
import { current } from "../src/practice/forms/catalogue.js";
import { fills, summaryShown } from "../test/support/filling.js";
import { courseOf } from "../test/support/wholeCases.js";
import { goalOfPlan, type Standing } from "./people.js";
import { typedAnswer } from "./typing.js";

/** A way, from where the worker stands and what opens the first screen to the last thing that is done. */
export type Way = {
  readonly standing: Standing;
  readonly opening: string;
  readonly does: (person: Person) => Promise<void>;
};

const { telling, words } = courseOf("individual");

const ways = {
  /** Answers alone: the assessment's first questions, all of them typed. */
  answers: { standing: "assessment", opening: "/lanjut", does: (person) => types(person, 24) },
  /** The same without an end: does the reply slow down as the form grows? */
  long: { standing: "assessment", opening: "/lanjut", does: (person) => types(person, 200) },
  /** A case is opened and its whole first form filled and sent, pressed where there is a button. */
  approach: {
    standing: "menu",
    opening: "/mulai",
    does: async (person) => {
      await person.sees("➕ Kasus baru");
      person.presses("➕ Kasus baru");
      await fillsAndSends(person, "approach", "Berikutnya: asesmen");
    },
  },
  /** A session, with a photo. */
  session: {
    standing: "session",
    opening: "/lanjut",
    does: (person) => fillsAndSends(person, "session", "tersimpan"),
  },
} as const satisfies Readonly<Record<string, Way>>;

export type WayName = keyof typeof ways;

export const wayNames = Object.keys(ways).filter((name): name is WayName => name in ways);

/** The way of that name. */
export function wayOf(name: WayName): Way {
  return ways[name];
}

async function types(person: Person, answers: number): Promise<void> {
  for (let given = 0; given < answers; ) {
    const answer = typedAnswer(await person.sees(/./), given);
    if (answer === undefined) continue;
    person.sends(answer);
    given += 1;
  }
  await person.sees(/./);
}

async function fillsAndSends(person: Person, form: FormId & keyof typeof telling, last: string) {
  await fills(person, current(form), telling[form], { words: { ...words, "goals.0": goalOfPlan } });
  person.presses(summaryShown);
  await person.sees(last);
}
