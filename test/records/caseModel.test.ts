/**
 * What holds of a case whatever two or three people do to it at once, in any order of their statements. The
 * invariants are the specification; the operations are all that can be done to a case.
 *
 * `MODEL_RUNS=500 MODEL_SEED=7` tries more, and others.
 */
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transactions } from "../../src/delivery/transaction.js";
import type { FormId } from "../../src/practice/form.js";
import { next } from "../../src/practice/walk.js";
import { answerCell } from "../../src/records/case/answers.js";
import { approveRound, returnRound } from "../../src/records/case/approval.js";
import { type Case, caseIn } from "../../src/records/case/case.js";
import { listCases } from "../../src/records/case/caseLists.js";
import { clientName, enterForm } from "../../src/records/case/cases.js";
import {
  agreeToRequest,
  closeCase,
  overrideGate,
  refuseRequest,
  reopenCase,
  withdrawRequest,
} from "../../src/records/case/closing.js";
import { openedPath } from "../../src/records/case/storedPaths.js";
import { submitRound } from "../../src/records/case/submission.js";
import { takeBackRound } from "../../src/records/case/takingBack.js";
import { recalculate } from "../../src/records/due/deadlines.js";
import { setSupervisor, setSuspended } from "../../src/records/due/staffing.js";
import { Conflict, NotAllowed } from "../../src/records/people/actor.js";
import type { Work } from "../../src/records/people/work.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import { givesAll } from "../support/giving.js";
import { interleaved } from "../support/interleaving.js";
import { ownRecords } from "../support/ownRecords.js";
import { begun, filled, sent } from "../support/records.js";
import * as story from "../support/story.js";

const runs = Number(process.env.MODEL_RUNS ?? 6);
const seed = Number(process.env.MODEL_SEED ?? 20_261_125);

let observer: pg.Client;
const sealer = sealerOf([randomBytes(32)], secureRandom);
/** A second later whenever it is asked: no two things happen at once by accident. */
let time = new Date("2026-11-24T03:15:00Z").getTime();
const clock = () => {
  time += 1_000;
  return new Date(time);
};

const { database, records, deps, url } = await ownRecords({ sealer, clock, log: pino({ level: "silent" }) });
const { run } = transactions(deps);

beforeAll(async () => {
  observer = new pg.Client(url);
  await observer.connect();
  await records.organization("lks");
});
afterAll(async () => {
  await observer.end();
});

const people = ["worker", "other", "supervisor", "admin"] as const;
type Person = (typeof people)[number];

/** What somebody does. Texts that are answered hold the path they were given at, and a number of their own. */
type Doing = { readonly by: Person } & (
  | {
      readonly what: "answer";
      readonly form: "approach" | "plan";
      readonly path: string;
      readonly value?: string;
    }
  | { readonly what: "enter" | "send" | "override"; readonly form: FormId }
  | { readonly what: "agree" | "refuse" | "take-back" | "withdraw" }
  | { readonly what: "approve" | "return" | "close" | "reopen" | "hand-over" | "suspend" | "reinstate" }
  | { readonly what: "unsupervise" | "supervise" }
);

/** What happened so far: every operation that went through. */
type Model = {
  readonly done: (Doing & { readonly value?: string; readonly begun?: boolean })[];
  suspended: boolean;
  checkedUntil: Date;
};

type Real = { readonly run: number; readonly caseId: string; readonly before: Counts; number: number };

const as = (real: Real, person: Person) => `${person}-${real.run}`;

const rivals: readonly (readonly Doing[])[] = [
  [
    { by: "worker", what: "send", form: "plan" },
    { by: "supervisor", what: "answer", form: "plan", path: "agreement", value: "declines" },
  ],
  [
    { by: "worker", what: "close" },
    { by: "supervisor", what: "close" },
  ],
  [
    { by: "supervisor", what: "agree" },
    { by: "worker", what: "withdraw" },
    { by: "supervisor", what: "refuse" },
  ],
  [
    { by: "worker", what: "enter", form: "session" },
    { by: "supervisor", what: "enter", form: "session" },
  ],
  [
    { by: "supervisor", what: "approve" },
    { by: "supervisor", what: "return" },
    { by: "worker", what: "take-back" },
  ],
  [
    { by: "worker", what: "answer", form: "plan", path: "sourceSystems" },
    { by: "supervisor", what: "answer", form: "plan", path: "sourceSystems" },
    { by: "worker", what: "send", form: "plan" },
  ],
  [
    { by: "admin", what: "hand-over" },
    { by: "worker", what: "send", form: "plan" },
    { by: "supervisor", what: "approve" },
  ],
  [
    { by: "worker", what: "answer", form: "approach", path: "level", value: "family" },
    { by: "supervisor", what: "answer", form: "approach", path: "name" },
    { by: "worker", what: "send", form: "approach" },
  ],
];

const staff = fc.constantFrom<Person>("worker", "supervisor", "other");
const doing: fc.Arbitrary<Doing> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      by: staff,
      what: fc.constant("answer" as const),
      form: fc.constant("plan" as const),
      path: fc.constantFrom("goals.0.statement", "sourceSystems"),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      by: staff,
      what: fc.constant("answer" as const),
      form: fc.constant("plan" as const),
      path: fc.constant("agreement"),
      value: fc.constantFrom("agrees", "declines"),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      by: staff,
      what: fc.constant("answer" as const),
      form: fc.constant("approach" as const),
      path: fc.constantFrom("name", "headName"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      by: staff,
      what: fc.constant("answer" as const),
      form: fc.constant("approach" as const),
      path: fc.constant("level"),
      value: fc.constantFrom("individual", "family"),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      by: staff,
      what: fc.constant("send" as const),
      form: fc.constantFrom<FormId>("plan", "approach"),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      by: staff,
      what: fc.constantFrom("enter" as const, "override" as const),
      form: fc.constantFrom<FormId>("plan", "approach", "session", "evaluation"),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      by: staff,
      what: fc.constantFrom(
        "approve" as const,
        "return" as const,
        "close" as const,
        "reopen" as const,
        "agree" as const,
        "refuse" as const,
        "take-back" as const,
        "withdraw" as const,
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      by: fc.constant("admin" as const),
      what: fc.constantFrom(
        "hand-over" as const,
        "suspend" as const,
        "reinstate" as const,
        "unsupervise" as const,
        "supervise" as const,
      ),
    }),
  },
);

/** People doing things at once; whose statement comes next is part of what is tried. */
class Together implements fc.AsyncCommand<Model, Real> {
  readonly doings: readonly Doing[];
  readonly picks: readonly number[];

  constructor(doings: readonly Doing[], picks: readonly number[]) {
    this.doings = doings;
    this.picks = picks;
  }

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const wasSuspended = model.suspended;
    const told = this.doings.map((one) => saying(real, one));
    const ends = await interleaved(
      observer,
      told.map((one) => () => doIt(real, one)),
      this.picks,
    );
    for (const [index, end] of ends.entries()) {
      const one = told[index] as Doing;
      if (end.status === "rejected") {
        if (!(end.reason instanceof NotAllowed || end.reason instanceof Conflict)) throw end.reason;
        continue;
      }
      if (end.value === "nothing") continue;
      expect(wasSuspended && one.by === "supervisor", "a suspended member did something").toBe(false);
      model.done.push({ ...one, begun: end.value === "begun" });
    }
    await holds(model, real);
  }

  toString = () =>
    `${this.doings.map((one) => JSON.stringify(one)).join(" | ")} ${JSON.stringify(this.picks)}`;
}

/** Words of its own for each answer that is not a choice. */
function saying(real: Real, doing: Doing): Doing {
  if (doing.what !== "answer" || doing.value !== undefined) return doing;
  real.number += 1;
  const number = String(real.number).padStart(4, "0");
  const isName = doing.path === "name" || doing.path === "headName";
  return { ...doing, value: isName ? `${doing.path}${real.run}x${number}` : `${doing.path}#${number}` };
}

function doIt(real: Real, doing: Doing): Promise<"done" | "begun" | "nothing"> {
  return records.as(as(real, doing.by), (work) => act(work, real, doing));
}

async function act(work: Work, real: Real, doing: Doing): Promise<"done" | "begun" | "nothing"> {
  const { caseId } = real;
  const round = async (form: FormId, statuses: readonly string[]) =>
    (await caseIn(work, caseId))?.rounds.findLast(
      (one) => one.form === form && statuses.includes(one.status),
    );
  switch (doing.what) {
    case "answer": {
      const open = await round(doing.form, ["draft", "returned", "submitted", "approved"]);
      if (open === undefined) return "nothing";
      const shown = await records.rounds.open(work, open.id);
      const step = next(shown.form, shown.answers, records.rounds.context(work, shown));
      const applies = shown.answers.has(doing.path) || (step.kind !== "complete" && step.path === doing.path);
      if (!applies) return "nothing";
      const seen = shown.revisions.get(doing.path)?.number ?? 0;
      await records.rounds.answer(work, shown, doing.path, doing.value ?? null, seen);
      return "done";
    }
    case "enter": {
      const entered = await enterForm(work, caseId, doing.form);
      if (entered.kind === "closed") return "nothing";
      await records.rounds.ensureStarted(work, await records.rounds.open(work, entered.roundId));
      return entered.mode === "start" || entered.mode === "repeat" ? "begun" : "done";
    }
    case "send": {
      const open = await round(doing.form, ["draft", "returned"]);
      if (open === undefined) return "nothing";
      return (await submitRound(work, records.rounds, open.id)).kind === "sent" ? "done" : "nothing";
    }
    case "approve":
    case "return": {
      const waits = await round("plan", ["submitted"]);
      if (waits === undefined) return "nothing";
      const sentAt = waits.submittedAt?.getTime() ?? 0;
      if (doing.what === "approve") await approveRound(work, records.rounds, waits.id, sentAt);
      else await returnRound(work, records.rounds, waits.id, sentAt, [{ part: null, text: "Perjelas." }]);
      return "done";
    }
    case "agree":
    case "withdraw":
    case "refuse": {
      const askedAt = (await caseIn(work, caseId))?.request?.at.getTime();
      if (askedAt === undefined) return "nothing";
      if (doing.what === "agree") await agreeToRequest(work, caseId, askedAt);
      else if (doing.what === "withdraw") await withdrawRequest(work, caseId, askedAt);
      else await refuseRequest(work, caseId, askedAt, "Belum.");
      return "done";
    }
    case "take-back": {
      const waits = await round("plan", ["submitted"]);
      if (waits === undefined) return "nothing";
      await takeBackRound(work, waits.id);
      return "done";
    }
    case "close":
      await closeCase(work, caseId, "moved", "Pindah.");
      return "done";
    case "reopen":
      await reopenCase(work, caseId, "Kembali.");
      return "done";
    case "override":
      await overrideGate(work, caseId, doing.form, "Mendesak.");
      return "done";
    case "hand-over": {
      const subject = await caseIn(work, caseId);
      const from = subject?.case.workerId ?? "";
      await givesAll(work, from, from === as(real, "worker") ? as(real, "other") : as(real, "worker"));
      return "done";
    }
    case "suspend":
    case "reinstate":
      await setSuspended(work, as(real, "supervisor"), doing.what === "suspend");
      return "done";
    case "supervise":
    case "unsupervise":
      await setSupervisor(
        work,
        as(real, "worker"),
        doing.what === "supervise" ? as(real, "supervisor") : null,
      );
      return "done";
  }
}

/** Events of a case and its rounds, by action. */
type Counts = ReadonlyMap<string, number>;

async function eventsOf(caseId: string): Promise<Counts> {
  const { rows } = await observer.query<{ action: string; count: number }>(
    `SELECT "action", count(*)::int AS "count" FROM "AuditEvent"
     WHERE "subjectId" = $1 OR "subjectId" IN (SELECT "id" FROM "Round" WHERE "caseId" = $1) GROUP BY 1`,
    [caseId],
  );
  return new Map(rows.map(({ action, count }) => [action, count]));
}

/** The invariants. */
async function holds(model: Model, real: Real): Promise<void> {
  const { caseId } = real;
  const subject = await run((work) => caseIn(work, caseId));
  if (subject === undefined) throw new Error("the case is gone");
  model.suspended =
    (
      await observer.query(`SELECT 1 FROM "Member" WHERE "id" = $1 AND "suspendedAt" IS NOT NULL`, [
        as(real, "supervisor"),
      ])
    ).rows.length > 0;
  await nothingSentIsIncomplete(model, subject);
  await everyEventHasItsEffect(model, real, subject);
  await everyAnswerIsKept(model, subject);
  await whatWasTakenBackIsFoundNowhere(real, subject);
  // What is due is what the record says.
  expect(await run((work) => recalculate(work, caseId))).toEqual({ added: 0, moved: 0, ended: 0 });
}

async function nothingSentIsIncomplete(model: Model, subject: Case): Promise<void> {
  for (const { id, status, submittedAt } of subject.rounds) {
    const isSent = status === "submitted" || status === "approved";
    if (!isSent || submittedAt === null || submittedAt <= model.checkedUntil) continue;
    const step = await records.as(subject.case.workerId, async (work) => {
      const round = await records.rounds.open(work, id);
      return next(round.form, round.answers, records.rounds.context(work, round));
    });
    expect(step, "something sent is not complete").toMatchObject({ kind: "complete" });
  }
  model.checkedUntil = new Date(time);
}

async function everyEventHasItsEffect(model: Model, real: Real, subject: Case): Promise<void> {
  const events = await eventsOf(real.caseId);
  const since = (action: string) => (events.get(action) ?? 0) - (real.before.get(action) ?? 0);
  const done = (what: Doing["what"]) => model.done.filter((one) => one.what === what).length;
  const turned = (kind: string) => subject.course.filter((turn) => turn.kind === kind).length;
  const effects = {
    // A form that went back is told of by its round, a new worker by the member.
    "case.turned": subject.course.filter(({ kind }) => kind !== "returned" && kind !== "reassigned").length,
    "round.returned": turned("returned"),
  };
  for (const [action, count] of Object.entries(effects))
    expect({ [action]: since(action) }).toEqual({ [action]: count });
  expect({
    ended: done("close") + done("reopen") + done("agree"),
    refused: done("refuse"),
    withdrawn: done("withdraw"),
    takenBack: done("take-back"),
    overridden: done("override"),
    returned: done("return"),
    approved: done("approve"),
    sent: done("send"),
    begun: model.done.filter(({ begun }) => begun).length,
  }).toEqual({
    ended: turned("closed") + turned("reopened") + turned("closing-asked") + turned("reopening-asked"),
    refused: turned("refused"),
    withdrawn: turned("request-withdrawn"),
    takenBack: since("round.taken-back"),
    overridden: turned("overridden"),
    returned: turned("returned"),
    approved: since("round.approved"),
    sent: since("round.submitted"),
    begun: since("round.begun"),
  });
  // Rounds of a form are numbered without a gap, and at most one of them is being filled in.
  for (const rounds of groupedBy(subject.rounds, ({ form }) => form).values()) {
    expect(rounds.map(({ sequence }) => sequence).sort()).toEqual(rounds.map((_, index) => index + 1));
    expect(rounds.filter(({ status }) => status === "draft" || status === "returned").length).toBeLessThan(2);
  }
  // A case is closed, and opened again, and closed: never twice the same.
  const kinds = subject.case.turns.map(({ kind }) => kind);
  expect(kinds).toEqual(kinds.map((_, index) => (index % 2 === 0 ? "closed" : "reopened")));
  expect(subject.case.closedAt !== null).toBe(kinds.at(-1) === "closed");
  expect(subject.course.map((_, index) => index + 1)).toEqual(
    (
      await database.prisma.caseTurn.findMany({ where: { caseId: real.caseId }, orderBy: { number: "asc" } })
    ).map(({ number }) => number),
  );
}

async function everyAnswerIsKept(model: Model, subject: Case): Promise<void> {
  const stored = await database.prisma.answer.findMany({
    where: { round: { caseId: subject.case.id } },
    orderBy: [{ roundId: "asc" }, { path: "asc" }, { revision: "asc" }],
  });
  const rows = stored.map((row) => ({ ...row, path: openedPath(sealer, row.roundId, row.path) }));
  const values = rows.flatMap((row) =>
    row.value === null ? [] : [{ path: row.path, value: sealer.open(row.value, answerCell(row)) }],
  );
  for (const { path, value } of values) {
    const text: unknown = JSON.parse(value);
    if (typeof text === "string" && text.includes("#")) expect(text.split("#")[0]).toBe(path);
  }
  for (const one of model.done) {
    if (one.what !== "answer" || one.value === undefined || !/\d{4}$/.test(one.value)) continue;
    const kept = values.filter(({ value }) => value === JSON.stringify(one.value));
    expect(
      kept.map(({ path }) => path),
      "an answer was lost",
    ).toEqual([one.path]);
  }
  const revisions = groupedBy(rows, ({ roundId, path }) => `${roundId} ${path}`);
  for (const of of revisions.values()) {
    expect(of.map(({ revision }) => revision)).toEqual(of.map((_, index) => index + 1));
  }
}

async function whatWasTakenBackIsFoundNowhere(real: Real, subject: Case): Promise<void> {
  const approach = subject.rounds.findLast(({ form }) => form === "approach");
  const answers = subject.answers.get(approach?.id ?? "");
  const now = answers?.get("name") ?? answers?.get("headName") ?? null;
  await records.as(subject.case.workerId, async (work) => {
    expect(await clientName(work, real.caseId), "the card").toBe(now);
    for (let number = 1; number <= real.number; number += 1) {
      for (const path of ["name", "headName"]) {
        const search = `${path}${real.run}x${String(number).padStart(4, "0")}`;
        const { lines } = await listCases(work, { whose: "mine", search }, 0);
        expect(
          lines.some(({ id }) => id === real.caseId),
          `search for ${search}`,
        ).toBe(String(now).toLowerCase().includes(search.toLowerCase()));
      }
    }
  });
}

function groupedBy<One>(all: readonly One[], key: (one: One) => string): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

let started = 0;

/** A case whose plan is filled in and not sent, with people of its own. */
async function begin(): Promise<{ model: Model; real: Real }> {
  started += 1;
  const real = { run: started, caseId: "", before: new Map(), number: 0 };
  const supervisorId = await records.member(as(real, "supervisor"), ["supervisor"]);
  for (const person of ["worker", "other"] as const)
    await records.member(as(real, person), ["worker"], { supervisorId });
  await records.member(as(real, "admin"), ["admin"]);
  const worker = as(real, "worker");
  const { caseId } = await begun(records, worker);
  await sent(records, worker, caseId, "approach", story.approach);
  await sent(records, worker, caseId, "assessment", story.assessment);
  await filled(records, worker, caseId, "plan", story.plan);
  const model: Model = { done: [], suspended: false, checkedUntil: new Date(time) };
  return { model, real: { ...real, caseId, before: await eventsOf(caseId) } };
}

const takenUp: Doing = { by: "worker", what: "enter", form: "approach" };
const orders = [[0], [1], [0, 1], [1, 0]];

test.each(rivals.map((doings) => [doings.map(nameOf).join(" | "), doings] as const))(
  "%s",
  async (_, doings) => {
    for (const picks of orders) {
      const { model, real } = await begin();
      // The approach was sent: it is taken up again before anybody changes it.
      const changesApproach = doings.some((one) => one.what === "answer" && one.form === "approach");
      if (changesApproach) await new Together([takenUp], [0]).run(model, real);
      await new Together(doings, picks).run(model, real);
    }
  },
);

function nameOf({ by, what, ...more }: Doing): string {
  return [by, what, ...Object.values(more)].join(" ");
}

/** One of two goes as far as so many statements, then the other as far as it comes, then the first again. */
const afterStatements = Array.from({ length: 8 }, (_, count) => count);

test("what is due is reckoned by one at a time: who comes second sees what the first has changed", async () => {
  started += 1;
  const worker = await records.member(`worker-${started}`, ["worker"]);
  const { caseId } = await begun(records, worker);
  const roundId = await filled(records, worker, caseId, "approach", story.approachUnsigned);
  const signs = (signedOn: string) =>
    records.as(worker, async (work) => {
      const round = await records.rounds.open(work, roundId);
      const seen = round.revisions.get("signedOn")?.number ?? 0;
      await records.rounds.answer(work, round, "signedOn", signedOn, seen);
    });
  for (const first of [0, 1]) {
    for (const count of afterStatements) {
      // Each date moves what is due, and whoever reckons by the one before would move it back.
      const signedOn = `2026-11-${String(1 + first * afterStatements.length + count).padStart(2, "0")}`;
      const picks = [...Array<number>(count).fill(first), ...Array<number>(100).fill(1 - first)];
      const ends = await interleaved(
        observer,
        [() => run((work) => recalculate(work, caseId)), () => signs(signedOn)],
        picks,
      );
      expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
      const left = await run((work) => recalculate(work, caseId));
      expect(left, `${signedOn}: ${picks.slice(0, count + 1)}`).toEqual({ added: 0, moved: 0, ended: 0 });
    }
  }
});

test("who reckons a case waits for whoever is just at it", async () => {
  started += 1;
  const { caseId } = await begun(records, await records.member(`worker-${started}`, ["worker"]));
  let isOver = false;
  let second: Promise<unknown> | undefined;
  await run(async (work) => {
    await recalculate(work, caseId);
    second = run((other) => recalculate(other, caseId)).finally(() => {
      isOver = true;
    });
    let waits = 0;
    while (waits === 0 && !isOver) waits = await waitingForLocks();
    expect(isOver).toBe(false);
  });
  await second;
});

/** How many sessions of this database wait for a lock. */
async function waitingForLocks(): Promise<number> {
  const { rows } = await observer.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM pg_stat_activity
     WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`,
  );
  return rows[0]?.count ?? 0;
}

test("whatever people do to a case at once, the record tells the truth", { timeout: 3_600_000 }, async () => {
  const together = fc
    .tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.array(doing, { minLength: 1, maxLength: 3 }) },
        { weight: 2, arbitrary: fc.constantFrom(...rivals) },
      ),
      fc.array(fc.nat(2), { minLength: 1, maxLength: 24 }),
    )
    .map(([doings, picks]) => new Together(doings, picks));
  await fc.assert(
    fc.asyncProperty(fc.array(together, { minLength: 6, maxLength: 12 }), async (commands) => {
      const { model, real } = await begin();
      await fc.asyncModelRun(() => ({ model, real }), commands);
    }),
    { numRuns: runs, seed },
  );
});
