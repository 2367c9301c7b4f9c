import { describe, expect, test } from "vitest";
import { type DigestItem, digestParts } from "../../src/practice/digest.js";

const zone = "Asia/Jakarta";
/** Tuesday 24 November 2026, 07.30 in Jakarta. */
const now = new Date("2026-11-24T00:30:00Z");

type Item = DigestItem & { readonly name: string };

/** An evaluation of a case of its own that ends so many days from today. */
function due(name: string, days: number, more: Partial<DigestItem> = {}): Item {
  const dueAt = new Date(new Date("2026-11-24T16:59:59.999Z").getTime() + days * 86_400_000);
  return {
    name,
    key: "evaluation",
    caseId: name,
    code: `K-2026-${name}`,
    step: "evaluation",
    dueAt,
    audience: "owner",
    wasLate: false,
    ...more,
  };
}

const heard = { wasLate: true } as const;
const team = { audience: "superior" } as const;

/** The parts with their items by name; empty parts are left out. */
function parts(items: readonly Item[]) {
  const found = digestParts(items, now, zone);
  const names = (all: readonly Item[]) => all.map(({ name }) => name).join(" ");
  const written = {
    dangers: names(found.dangers),
    news: names(found.late.news),
    still: names(found.late.still),
    folded: found.late.folded,
    today: names(found.today),
    soon: names(found.soon),
    teamNews: names(found.team.news),
    teamStill: names(found.team.still),
    teamFolded: found.team.folded,
    waiting: names(found.waiting),
    overseen: names(found.overseen),
  };
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== "" && value !== 0));
}

test.each<[string, readonly Item[], object]>([
  ["nothing", [], {}],
  ["what others decide late", [due("plan", -1, { audience: "asker" })], { waiting: "plan" }],
  [
    "by day",
    [due("tomorrow", 1), due("tonight", 0), due("late", -1)],
    { news: "late", today: "tonight", soon: "tomorrow" },
  ],
  [
    "what is due at one time by its case",
    [due("b", 1), due("a", 1), due("d", -2), due("c", -2)],
    { news: "c d", soon: "a b" },
  ],
  [
    "new comes first, the newest above",
    [due("b", -4), due("a", -1), due("c", -9, heard)],
    { news: "a b", still: "c" },
  ],
  [
    "three that were read before are said again",
    [due("a", -9, heard), due("b", -8, heard), due("c", -7, heard)],
    { still: "c b a" },
  ],
  [
    "four of them are a number, and hide nothing new",
    [due("a", -9, heard), due("b", -8, heard), due("c", -7, heard), due("d", -6, heard), due("new", -30)],
    { news: "new", folded: 4 },
  ],
  [
    "a team's folds by itself, and what is one's own does not count with it",
    [
      ...["a", "b", "c", "d"].map((name) => due(name, -5, { ...team, ...heard })),
      due("e", -3, team),
      due("own", -2, heard),
    ],
    { still: "own", teamNews: "e", teamFolded: 4 },
  ],
  ["an admin hears of each once", [due("a", -7, { audience: "admin" })], { overseen: "a" }],
  [
    "dangers stand above, whoever hears of them",
    [due("own", -3, { key: "danger-open", ...heard }), due("team", -1, { key: "danger-open", ...team })],
    { dangers: "own team" },
  ],
])("%s", (_, items, wanted) => {
  expect(parts(items)).toEqual(wanted);
});

describe("a draft", () => {
  const draft = due("draft", -2, { key: "draft-idle", caseId: "case", step: "assessment" });

  test("is not said beside the form it is of", () => {
    expect(parts([draft, due("form", 3, { key: "assessment", caseId: "case", step: "assessment" })])).toEqual(
      { soon: "form" },
    );
  });

  test.each([
    ["of another case", { caseId: "other", step: "assessment" }],
    ["of another form", { caseId: "case", step: "plan" }],
    ["of another reader", { caseId: "case", step: "assessment", ...team }],
  ])("is said beside one %s", (_, more) => {
    expect(parts([draft, due("form", 3, { key: "assessment", ...more })])).toMatchObject({ news: "draft" });
  });
});
