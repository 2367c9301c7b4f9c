/** What became of the answers people gave: compared with what a bot has kept of them. */
import type { Kept } from "./kept.js";

/** An answer as it has to be kept once the act that gives it, counted from 0, had its reply. */
export type Expected = { readonly act: number; readonly place: string; readonly value: string };

/** Somebody who gave answers: so many acts had their reply. The one after them may be kept or not. */
export type Given = { readonly chat: number; readonly done: number };

/** Faults, in answers. */
export type Verdict = {
  /** Replied to, and nowhere in its place. */
  readonly lost: number;
  /** Kept more often than given. */
  readonly doubled: number;
  /** Kept under a question it does not answer. */
  readonly misplaced: number;
  /** Kept after one that was given later. */
  readonly outOfOrder: number;
};

/** Compares what people gave, all of them by the same script, with what was kept. */
export function judge(
  expected: readonly Expected[],
  people: readonly Given[],
  kept: readonly Kept[],
): Verdict {
  const byChat = new Map<number, Kept[]>();
  for (const one of kept) byChat.set(one.chat, [...(byChat.get(one.chat) ?? []), one]);
  const verdicts = people.map(({ chat, done }) => judgeOne(expected, done, byChat.get(chat) ?? []));
  const sum = (fault: keyof Verdict) => verdicts.reduce((total, verdict) => total + verdict[fault], 0);
  return {
    lost: sum("lost"),
    doubled: sum("doubled"),
    misplaced: sum("misplaced"),
    outOfOrder: sum("outOfOrder"),
  };
}

function judgeOne(expected: readonly Expected[], done: number, kept: readonly Kept[]): Verdict {
  const actOf = new Map(expected.map(({ act, place, value }) => [`${place} ${value}`, act]));
  const acts = kept.map(({ place, value }) => actOf.get(`${place} ${value}`));
  const right = acts.filter((act) => act !== undefined);
  const distinct = new Set(right);
  return {
    lost: expected.filter(({ act }) => act < done && !distinct.has(act)).length,
    doubled: right.length - distinct.size,
    misplaced: acts.length - right.length,
    outOfOrder: right.filter((act, n) => act < Math.max(-1, ...right.slice(0, n))).length,
  };
}
