import { describe, expect, test } from "vitest";
import { type CaseFacts, standingDecision } from "../../src/practice/caseFacts.js";
import { type FormId, formIds } from "../../src/practice/form.js";
import { gate, mayOverride } from "../../src/practice/gates.js";
import {
  approach,
  assessment,
  caseOf,
  evaluation,
  morning,
  plan,
  type RoundSketch,
  session,
  terminated,
  termination,
} from "./cases.js";

/** A gate in one line: how it opens, or why not and what opens it. */
function line(form: FormId, facts: CaseFacts): string {
  const found = gate(form, facts);
  if (found.kind === "open") {
    return `open: ${found.mode}${found.roundId ? ` ${found.roundId}` : ""}${found.another ? " or another" : ""}`;
  }
  return `${found.reason} → ${found.opens}`;
}
const lines = (facts: CaseFacts) => Object.fromEntries(formIds.map((form) => [form, line(form, facts)]));
const draft = (round: RoundSketch): RoundSketch => ({ ...round, status: "draft" });

describe("one after another", () => {
  test("a new case begins with the approach; every other gate leads there", () => {
    expect(lines(caseOf([]))).toEqual({
      approach: "open: start",
      assessment: "before-incomplete → approach",
      plan: "before-incomplete → approach",
      session: "before-incomplete → approach",
      evaluation: "before-incomplete → approach",
      referral: "before-incomplete → approach",
      termination: "before-incomplete → approach",
      aftercare: "needs-termination → approach",
    });
  });

  test("a draft is gone on with", () => {
    expect(line("approach", caseOf([draft(approach)]))).toBe("open: continue approach-1");
  });

  test("each complete form opens the next", () => {
    expect(line("assessment", caseOf([approach]))).toBe("open: start");
    expect(line("plan", caseOf([approach]))).toBe("before-incomplete → assessment");
    expect(line("plan", caseOf([approach, assessment]))).toBe("open: start");
    expect(line("session", caseOf([approach, assessment, plan]))).toBe("open: start");
    expect(line("evaluation", caseOf([approach, assessment, plan]))).toBe("before-incomplete → session");
    expect(line("evaluation", caseOf([approach, assessment, plan, session]))).toBe("open: start");
  });

  test("assessment, plan, session and evaluation can be repeated; the approach is amended", () => {
    const facts = caseOf([approach, assessment, plan, session, evaluation("continue")]);
    expect(lines(facts)).toMatchObject({
      approach: "open: amend approach-1",
      assessment: "open: repeat",
      plan: "open: repeat",
      session: "open: repeat",
      evaluation: "open: repeat",
    });
  });

  test("a complete form that is taken up again goes on counting", () => {
    const amended: RoundSketch = { ...draft(approach), decidedOn: "2026-11-02" };
    const facts = caseOf([amended]);
    expect(line("assessment", facts)).toBe("open: start");
    expect(line("approach", facts)).toBe("open: continue approach-1");
  });

  test("while a plan is rewritten, sessions go on under the one in force", () => {
    const facts = caseOf([approach, assessment, plan, session, draft(plan)]);
    expect(line("session", facts)).toBe("open: repeat");
    expect(line("plan", facts)).toBe("open: continue plan-2");
  });
});

describe("approval", () => {
  const waiting = caseOf([approach, assessment, { ...plan, status: "submitted" }]);

  test("keeps the next gate closed, and says since when", () => {
    expect(gate("session", waiting)).toEqual({
      kind: "closed",
      reason: "awaiting-approval",
      form: "plan",
      roundId: "plan-1",
      since: morning("2026-11-12"),
      opens: "approve",
      overridable: true,
    });
  });

  test("is asked once: the plan itself cannot be opened meanwhile, not even by a supervisor", () => {
    expect(gate("plan", waiting)).toMatchObject({ reason: "awaiting-approval", overridable: false });
  });

  test("denied leads back to the form", () => {
    const facts = caseOf([approach, assessment, { ...plan, status: "returned" }]);
    expect(line("session", facts)).toBe("returned → plan");
    expect(line("plan", facts)).toBe("open: continue plan-1");
  });
});

describe("the client's own no", () => {
  const refused = caseOf([{ ...approach, answers: { eligible: true, consent: false } }]);

  test("to the service closes everything after it and is not a supervisor's to lift", () => {
    expect(gate("assessment", refused)).toEqual({
      kind: "closed",
      reason: "no-consent",
      opens: "approach",
      overridable: false,
    });
    expect(line("approach", refused)).toBe("open: amend approach-1");
  });

  test("that comes later closes what was begun", () => {
    const withdrawn: RoundSketch = { ...approach, answers: { eligible: true, consent: false } };
    expect(line("assessment", caseOf([withdrawn, draft(assessment)]))).toBe("no-consent → approach");
  });

  test("to the plan leads back to the plan", () => {
    const declined: RoundSketch = { ...plan, status: "returned", answers: { agreement: "declines" } };
    const facts = caseOf([approach, assessment, declined]);
    expect(gate("session", facts)).toMatchObject({ reason: "client-declined-plan", overridable: false });
    expect(line("plan", facts)).toBe("open: continue plan-1");
  });

  test("to a new plan leaves the old one in force", () => {
    const declined: RoundSketch = { ...plan, status: "returned", answers: { agreement: "declines" } };
    expect(line("session", caseOf([approach, assessment, plan, declined]))).toBe("open: start");
  });
});

describe("referral", () => {
  const referral: RoundSketch = { form: "referral", on: "2026-12-21", answers: { sentOn: "2026-12-21" } };
  const served = [approach, assessment, plan, session];

  test("is open at once for whoever cannot be served here", () => {
    const facts = caseOf([{ ...approach, answers: { eligible: false, ineligible: "refer" } }]);
    expect(line("referral", facts)).toBe("open: start");
    expect(line("assessment", facts)).toBe("not-eligible → referral");
  });

  test("is open under a plan in force", () => {
    expect(line("referral", caseOf([approach, assessment]))).toBe("before-incomplete → plan");
    expect(line("referral", caseOf([approach, assessment, plan]))).toBe("open: start");
  });

  test("that went out is taken up again to note its answer; another may be begun", () => {
    expect(line("referral", caseOf([...served, referral]))).toBe("open: amend referral-1 or another");
    const accepted: RoundSketch = { ...referral, answers: { status: "accepted" } };
    expect(line("referral", caseOf([...served, accepted]))).toBe("open: repeat");
  });

  test("decided on must be taken up before the termination", () => {
    const decided = [...served, evaluation("refer")];
    expect(line("termination", caseOf(decided))).toBe("referral-unanswered → referral");
    expect(line("termination", caseOf([...decided, { ...referral, status: "submitted" }]))).toBe(
      "referral-unanswered → approve",
    );
    expect(line("termination", caseOf([...decided, referral]))).toBe("referral-unanswered → referral");
    const declined: RoundSketch = { ...referral, answers: { status: "declined" } };
    expect(line("termination", caseOf([...decided, declined]))).toBe("referral-unanswered → referral");
    const accepted: RoundSketch = { ...referral, answers: { status: "accepted" } };
    expect(line("termination", caseOf([...decided, accepted]))).toBe("open: start");
  });

  test("from before the decision does not count for it", () => {
    const early: RoundSketch = { ...referral, on: "2026-11-20", answers: { status: "accepted" } };
    expect(line("termination", caseOf([...served, early, evaluation("refer")]))).toBe(
      "referral-unanswered → referral",
    );
  });
});

describe("termination", () => {
  const served = [approach, assessment, plan, session];

  test.each([
    ["terminate", "open: start"],
    ["continue", "needs-decision → evaluation"],
    ["revise-plan", "needs-decision → evaluation"],
  ])("after an evaluation that decides %s: %s", (decision, expected) => {
    expect(line("termination", caseOf([...served, evaluation(decision)]))).toBe(expected);
  });

  test("waits for an evaluation, and for its approval where one is asked", () => {
    expect(line("termination", caseOf(served))).toBe("needs-decision → evaluation");
    const sent: RoundSketch = { ...evaluation("terminate"), status: "submitted" };
    expect(line("termination", caseOf([...served, sent]))).toBe("awaiting-approval → approve");
  });
});

describe("a closed case", () => {
  const rounds = [approach, assessment, plan, session, evaluation("terminate"), termination("goals-met")];

  test("opens nothing but aftercare", () => {
    const all = lines(caseOf(rounds, terminated));
    expect(all.aftercare).toBe("open: start");
    for (const form of formIds) {
      if (form !== "aftercare") expect(all[form]).toBe("case-closed → reopen");
    }
  });

  test("has aftercare after a termination only, and not after a death", () => {
    const at = morning("2027-01-10");
    const withdrew = caseOf([approach], { closed: { outcome: "withdrew", at } });
    expect(line("aftercare", withdrew)).toBe("no-aftercare → reopen");
    const died = caseOf([...rounds.slice(0, 5), termination("died")], { closed: { outcome: "died", at } });
    expect(line("aftercare", died)).toBe("no-aftercare → reopen");
  });

  test("before it is closed, aftercare leads to the step on the way", () => {
    expect(line("aftercare", caseOf(rounds.slice(0, 5)))).toBe("needs-termination → termination");
    expect(line("aftercare", caseOf(rounds.slice(0, 3)))).toBe("needs-termination → session");
  });

  test("reopened, an evaluation begun at that very moment belongs to the new course", () => {
    const again = { ...evaluation("terminate"), on: "2027-06-01" };
    const facts = caseOf([...rounds, again], { reopenedAt: morning("2027-06-01") });
    expect(line("termination", facts)).toBe("open: repeat");
  });

  test("reopened, the old decision to end it no longer counts", () => {
    const facts = caseOf(rounds, { reopenedAt: morning("2027-06-01") });
    expect(lines(facts)).toMatchObject({
      assessment: "open: repeat",
      session: "open: repeat",
      termination: "needs-decision → evaluation",
      aftercare: "needs-termination → evaluation",
    });
  });
});

test("a plan approved at the very moment of the evaluation is not the answer to its decision to revise it", () => {
  const decided = evaluation("revise-plan", "2026-11-12");
  expect(standingDecision(caseOf([approach, assessment, plan, decided]))?.decision).toBe("revise-plan");
  const later = { ...plan, on: "2026-11-13" };
  expect(standingDecision(caseOf([approach, assessment, plan, decided, later]))).toBeUndefined();
});

describe("an override", () => {
  const wanted = gate("plan", caseOf([approach]));

  test("needs a supervisor and a reason, and a gate that may be lifted", () => {
    expect(mayOverride(wanted, { supervisor: true, reason: "Asesmen di kertas" })).toBe(true);
    expect(mayOverride(wanted, { supervisor: false, reason: "Asesmen di kertas" })).toBe(false);
    expect(mayOverride(wanted, { supervisor: true, reason: " " })).toBe(false);
    const refused = gate(
      "assessment",
      caseOf([{ ...approach, answers: { eligible: true, consent: false } }]),
    );
    expect(mayOverride(refused, { supervisor: true, reason: "x" })).toBe(false);
    expect(mayOverride(gate("approach", caseOf([])), { supervisor: true, reason: "x" })).toBe(false);
  });

  test("opens the gate for one round, and the gate says what was lifted", () => {
    const overrides = [{ form: "plan", at: morning("2026-11-05") }] as const;
    expect(gate("plan", caseOf([approach], { overrides }))).toMatchObject({
      kind: "open",
      mode: "start",
      lifted: "before-incomplete",
    });
    expect(line("plan", caseOf([approach, plan], { overrides }))).toBe("before-incomplete → assessment");
    expect(line("session", caseOf([approach], { overrides }))).toBe("before-incomplete → assessment");
  });

  test("lifts that the client does not meet the requirements, too", () => {
    const served = caseOf([{ ...approach, answers: { eligible: false, ineligible: "close" } }]);
    expect(mayOverride(gate("assessment", served), { supervisor: true, reason: "x" })).toBe(true);
  });

  test("given at the very moment a round began is spent by that round", () => {
    const overrides = [{ form: "plan", at: morning("2026-11-12") }] as const;
    expect(line("plan", caseOf([approach, plan], { overrides }))).toBe("before-incomplete → assessment");
  });

  test("lets what it began be finished", () => {
    const overrides = [{ form: "plan", at: morning("2026-11-05") }] as const;
    expect(line("plan", caseOf([approach, draft(plan)], { overrides }))).toBe("open: continue plan-1");
  });
});
