import { expect, test } from "vitest";
import type { RoundStatus } from "../../src/practice/caseFacts.js";
import { current } from "../../src/practice/forms/catalogue.js";
import type { OpenRound } from "../../src/records/case/openRound.js";
import { RoundCache } from "../../src/records/case/roundCache.js";

/** A round with so many answers. */
function round(id: string, answers: number, status: RoundStatus = "draft"): OpenRound {
  const revision = { number: 1, memberId: "m", at: new Date(0), origin: null };
  return {
    id,
    version: 1,
    status,
    form: current("approach"),
    sequence: 1,
    submittedAt: null,
    submittedById: null,
    decidedAt: null,
    correctedAt: null,
    isCorrected: false,
    answers: new Map(),
    revisions: new Map(Array.from({ length: answers }, (_, n) => [`q${n}`, revision])),
    unreadable: new Map(),
    remarks: [],
    case: {
      id: "c",
      code: "K-2026-0001",
      organizationId: "o",
      workerId: "m",
      workerSupervisorId: null,
      glass: [],
      restrictedAt: null,
      clientId: "k",
      closed: false,
      held: false,
    },
    carried: { facts: {}, sources: {}, suggestions: new Map(), origins: {} },
    people: { client: [], others: [] },
  };
}

test("a round that was sent takes no room any more, and one that came back does", () => {
  const cache = new RoundCache();
  cache.set(round("a", 30));
  expect(cache.get("a", 1)?.id).toBe("a");
  cache.set(round("a", 30, "submitted"));
  expect(cache.get("a", 1)).toBeUndefined();
  cache.set(round("a", 30, "returned"));
  expect(cache.get("a", 1)?.id).toBe("a");
});

test("what was used longest ago goes first, once all answers together are too many", () => {
  const cache = new RoundCache();
  const kept = () => ["a", "b", "c"].filter((id) => cache.get(id, 1) !== undefined);
  for (const id of ["a", "b"]) cache.set(round(id, 12_000));
  // The same once more is not counted twice.
  for (let n = 0; n < 5; n += 1) cache.set(round("b", 12_000));
  expect(cache.get("a", 1)?.id).toBe("a");
  cache.set(round("c", 12_000));
  expect(kept()).toEqual(["a", "c"]);
  cache.set(round("big", 40_000));
  expect(kept()).toEqual([]);
});
