import { describe, expectTypeOf, test } from "vitest";
import type { Wording } from "../src/chat/telegram/wording.js";
import type { Messages } from "../src/generated/messages.js";
import type { Outcome } from "../src/practice/caseFacts.js";
import type { DeadlineKey } from "../src/practice/deadlines.js";
import type { ReasonId, reasons } from "../src/practice/reasons.js";
import type { MessageKey, TextArgs } from "../src/texts.js";

// Nothing here runs: either it compiles, or the build fails.

describe("a text key that is put together from a vocabulary", () => {
  test("is one of the keys there are, for each word", () => {
    expectTypeOf<`outcome-${Outcome}`>().toExtend<MessageKey>();
    expectTypeOf<`deadline-${DeadlineKey}.open`>().toExtend<MessageKey>();
  });

  test("does not compile where one word has no text", () => {
    const said = (say: Wording, outcome: Outcome | "vanished", word: string) => {
      // @ts-expect-error There is no text `outcome-vanished`.
      say.plain(`outcome-${outcome}`);
      // @ts-expect-error A word that could be any, as the database gives it, is no key.
      say.html(`outcome-${word}`);
    };
    expectTypeOf(said).toBeFunction();
  });

  test("gets what any of its texts asks for", () => {
    expectTypeOf<TextArgs<`outcome-${Outcome}`>>().toEqualTypeOf<[]>();
    const said = (say: Wording, key: DeadlineKey) => {
      say.plain(`deadline-${key}.rule`, { days: 3 });
      // @ts-expect-error Some of these texts count days.
      say.plain(`deadline-${key}.rule`);
    };
    expectTypeOf(said).toBeFunction();
  });
});

test("the text of a reason asks for no more than the reason tells", () => {
  type Untold = {
    [R in ReasonId]: Exclude<keyof Messages[`reason-${R}`], (typeof reasons)[R][number]>;
  }[ReasonId];
  expectTypeOf<Untold>().toEqualTypeOf<never>();
});
