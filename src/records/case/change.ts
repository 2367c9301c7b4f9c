import type { Outcome, RoundStatus } from "../../practice/caseFacts.js";
import type { FormId, LocalDate } from "../../practice/form.js";
import { lastContactOf } from "../../practice/lastContact.js";
import type { LegalGround } from "../../practice/legalGrounds.js";
import { stageOf } from "../../practice/lifecycle.js";
import { type Actor, Stale } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { AuditLine, Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import {
  type Case,
  caseOf,
  type RoundLine,
  rememberCase,
  type StoredRound,
  type StoredStatus,
} from "./case.js";
import { type CourseEntry, sealTurn, storedRequest, turnCell } from "./course.js";

/**
 * The life cycle of a round.
 *
 *   draft ──sent──► submitted ──approved──► approved
 *     ▲                 │  ▲                   │
 *     │         returned│  │sent again         │
 *     │                 ▼  │                   │
 *     │               returned                 │
 *     └───────────────taken up─────────────────┘
 *
 * The worker may take back a submitted round; it becomes the draft or returned round it was before. An approved round
 * becomes a draft again for an added answer or a correction, which may be dropped. A draft that never counted may be
 * discarded. Sending leads to `approved` at once where nobody has to approve, and to `returned` where the client
 * declined. A draft with `decidedAt` is an approved round that was taken up again.
 */
export const transitions: { readonly [from in RoundStatus]: readonly StoredStatus[] } = {
  draft: ["submitted", "approved", "returned", "discarded"],
  submitted: ["approved", "returned", "draft"],
  returned: ["submitted", "approved", "returned"],
  approved: ["draft"],
};

/** A transition of a round, and the event in the audit. */
export type RoundStep = {
  readonly round: RoundLine;
  readonly to: StoredStatus;
  readonly action:
    | "round.submitted"
    | "round.approved"
    | "round.returned"
    | "round.taken-up"
    | "round.taken-back"
    | "round.correction-dropped"
    | "round.discarded";
} & Partial<Pick<RoundLine, "submittedAt" | "submittedById" | "decidedAt" | "decidedById">>;

/** A new event in the history of a case. `reason` is null where the round that caused it holds the reason. */
export type NewTurn =
  | { readonly kind: "closed"; readonly outcome: Outcome; readonly reason: string | null }
  | { readonly kind: "reopened"; readonly reason: string | null }
  | {
      readonly kind: "closing-asked";
      readonly outcome: Outcome;
      readonly roundId: string | null;
      readonly reason: string | null;
    }
  | { readonly kind: "reopening-asked"; readonly roundId: string | null; readonly reason: string | null }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "request-withdrawn"; readonly reason: null }
  | { readonly kind: "correcting"; readonly roundId: string; readonly reason: string }
  /** `lifted` is the reason why the gate was closed. */
  | { readonly kind: "overridden"; readonly form: FormId; readonly lifted: string; readonly reason: string }
  /** `reason` is how the client told of it. */
  | { readonly kind: "withdrawn"; readonly day: LocalDate; readonly reason: string }
  | { readonly kind: "grounded"; readonly ground: LegalGround; readonly reason: string }
  | {
      readonly kind: "restricted" | "restriction-lifted" | "preserved" | "preservation-lifted";
      readonly reason: string;
    }
  | {
      readonly kind: "returned";
      readonly roundId: string;
      readonly part: string | null;
      readonly reason: string;
    };

/** One change of a case: a transition of a round, new events, a new round. */
export type CaseChange = {
  readonly step?: RoundStep;
  readonly turns?: readonly NewTurn[];
  /** The form of which a new round starts. */
  readonly starts?: FormId;
  /** For whom it is noted, where that is not the acting member: who agreed to it earlier. */
  readonly by?: Pick<Actor, "memberId" | "organizationId">;
};

/**
 * Changes a case and returns its new state. Status, history and rounds of a case change nowhere else.
 *
 * The write is conditional: the case and all its rounds must still have the versions that were read. Otherwise
 * `Stale` undoes the unit of work and it is done again. The events are audited. Deadlines are recalculated before the
 * commit. Cached rounds of the case become old, so a person with an open question hears of the change with their next
 * answer. The caller has checked the permission.
 */
export async function changeCase(work: Work, subject: Case, wanted: CaseChange): Promise<Case> {
  const { step, turns = [], starts: begins } = wanted;
  if (step !== undefined && !transitions[step.round.status].includes(step.to)) {
    throw new Error(`a round does not go from ${step.round.status} to ${step.to}`);
  }
  const { memberId } = wanted.by ?? actorOf(work);
  const entries = turns.map((turn): CourseEntry => ({ ...turn, memberId, at: work.now }));
  const begun = begins === undefined ? undefined : newRound(work, subject, begins, work.newId());
  const { turns: _, overrides: __, ...before } = subject.case;
  const head = entries.reduce(afterTurn, { ...before, version: before.version + 1 });
  const rounds = subject.rounds.map((round) => ({
    ...(round.id === step?.round.id ? afterStep(round, step) : round),
    version: round.version + 1,
  }));
  const changed = caseOf({
    ...subject,
    head,
    rounds: [...subject.discarded, ...rounds, ...(begun === undefined ? [] : [begun])],
    course: [...subject.course, ...entries],
  });
  await write(work, subject, changed, { rounds, turns, begun, memberId });
  const by = wanted.by === undefined ? {} : { memberId, organizationId: wanted.by.organizationId };
  work.audit.push(...eventsOf(subject, wanted, begun).map((event) => ({ ...event, ...by })));
  work.recalculate.add(head.id);
  work.moved.add(head.id);
  rememberCase(work, changed);
  return changed;
}

/** Starts a new round of a form and returns its id. The caller has checked that the gate is open. */
export async function startRound(work: Work, subject: Case, form: FormId): Promise<string> {
  const begun = (await changeCase(work, subject, { starts: form })).rounds.at(-1);
  if (begun === undefined) throw new Error("nothing was begun");
  return begun.id;
}

/** A new round of a form, before its first answer. */
export function newRound(work: Work, subject: Case, form: FormId, id: string): RoundLine {
  const all = [...subject.rounds, ...subject.discarded];
  const earlier = all.filter((round) => round.form === form).map(({ sequence }) => sequence);
  return {
    id,
    form,
    formVersion: work.forms.current(form).version,
    sequence: Math.max(0, ...earlier) + 1,
    status: "draft",
    version: 0,
    startedAt: work.now,
    submittedAt: null,
    submittedById: null,
    decidedAt: null,
    decidedById: null,
    comment: null,
    correctedAt: null,
    isCorrected: false,
  };
}

function afterStep(round: RoundLine, { round: _, to, action: __, ...marks }: RoundStep): StoredRound {
  return { ...round, ...marks, status: to };
}

/** Some events also change columns of the case. */
function afterTurn<
  Head extends Pick<Case["case"], "outcome" | "closedAt" | "reopenedAt" | "restrictedAt" | "preservedAt">,
>(head: Head, turn: CourseEntry): Head {
  // A corrected outcome does not move the day of the end.
  if (turn.kind === "closed") return { ...head, outcome: turn.outcome, closedAt: head.closedAt ?? turn.at };
  if (turn.kind === "reopened") return { ...head, outcome: null, closedAt: null, reopenedAt: turn.at };
  if (turn.kind === "restricted") return { ...head, restrictedAt: turn.at };
  if (turn.kind === "restriction-lifted") return { ...head, restrictedAt: null };
  if (turn.kind === "preserved") return { ...head, preservedAt: turn.at };
  if (turn.kind === "preservation-lifted") return { ...head, preservedAt: null };
  return head;
}

/**
 * The audit lines of a change: one for each effect. Of an event in the history of the case they say its number: what it
 * was, a withdrawn consent or an end, stands there sealed.
 */
function eventsOf(
  subject: Case,
  { step, turns = [] }: CaseChange,
  begun: RoundLine | undefined,
): AuditLine[] {
  const { id } = subject.case;
  const events: AuditLine[] = [];
  if (begun !== undefined) {
    events.push({
      action: "round.begun",
      subject: "round",
      subjectId: begun.id,
      detail: { form: begun.form },
    });
  }
  if (step !== undefined) {
    const { round, to, action } = step;
    const detail = { form: round.form, status: to };
    events.push({ action, subject: "round", subjectId: round.id, detail });
  }
  for (const [index, { kind }] of turns.entries()) {
    // The step says that the form went back.
    if (kind === "returned") continue;
    const detail = { turn: subject.course.length + index + 1 };
    events.push({ action: "case.turned", subject: "case", subjectId: id, detail });
  }
  return events;
}

async function write(
  work: Work,
  before: Case,
  after: Case,
  {
    rounds,
    turns,
    begun,
    memberId,
  }: {
    readonly rounds: readonly StoredRound[];
    readonly turns: readonly NewTurn[];
    readonly begun: RoundLine | undefined;
    readonly memberId: string;
  },
): Promise<void> {
  const { id, outcome, closedAt, reopenedAt, restrictedAt, preservedAt } = after.case;
  const versions = new Map(before.rounds.map(({ id, version }) => [id, version]));
  const input = {
    id,
    from: before.case.version,
    voided: outcome === "voided",
    closedAt,
    reopenedAt,
    restrictedAt,
    preservedAt,
    requestedAt: after.request?.at ?? null,
    request: storedRequest(work.sealer, id, after.request),
    stage: stageOf(after.facts),
    lastContactOn: lastContactOf(after.facts) ?? null,
    rounds: rounds.map((round) => ({ ...round, from: versions.get(round.id) })),
    begun: begun === undefined ? [] : [{ ...begun, startedById: memberId }],
    turns: turns.map((turn, index) => {
      const number = before.course.length + index + 1;
      const { reason } = turn;
      const sealed = reason === null ? null : work.sealer.seal(reason, turnCell(id, { number }));
      const roundId = "roundId" in turn ? turn.roundId : null;
      return { number, content: sealTurn(work.sealer, id, number, turn), roundId, memberId, reason: sealed };
    }),
  };
  const [row] = await statement<{ changed: number }>(await work.tx(), changeCaseSql, [
    JSON.stringify(input),
    work.now,
  ]);
  if (row?.changed !== 1) throw new Stale("the case is not as it was read");
}

/**
 * Writes a change: $1 is the case as it will be, $2 the time. Rows of rounds are locked first and the case last, the
 * same order as for an answer, so that the two cannot deadlock. Nothing is written unless every round and the case
 * have the version that was read.
 */
const changeCaseSql = `-- prepared: changeCase
WITH input AS (SELECT $1::jsonb AS j),
raised AS (
  UPDATE "Round" r
  SET "version" = i."version", "status" = i."status"::"RoundStatus", "submittedAt" = i."submittedAt",
    "submittedById" = i."submittedById", "decidedAt" = i."decidedAt", "decidedById" = i."decidedById"
  FROM input, jsonb_to_recordset(j -> 'rounds') AS i("id" text, "from" int, "version" int, "status" text,
    "submittedAt" timestamptz, "submittedById" text, "decidedAt" timestamptz, "decidedById" text)
  WHERE r."id" = i."id" AND r."version" = i."from"
  RETURNING r."id"
),
changed AS (
  UPDATE "Case" c
  SET "version" = c."version" + 1, "stage" = (j ->> 'stage')::"Stage", "voided" = (j ->> 'voided')::boolean,
    "closedAt" = (j ->> 'closedAt')::timestamptz, "reopenedAt" = (j ->> 'reopenedAt')::timestamptz,
    "restrictedAt" = (j ->> 'restrictedAt')::timestamptz, "preservedAt" = (j ->> 'preservedAt')::timestamptz,
    "requestedAt" = (j ->> 'requestedAt')::timestamptz, "request" = j ->> 'request',
    "lastContactOn" = j ->> 'lastContactOn', "updatedAt" = $2
  FROM input
  WHERE c."id" = j ->> 'id' AND c."version" = (j ->> 'from')::int
    AND (SELECT count(*) FROM raised) = jsonb_array_length(j -> 'rounds')
  RETURNING c."id"
),
begun AS (
  INSERT INTO "Round" ("id", "caseId", "form", "formVersion", "sequence", "startedById", "startedAt")
  SELECT i."id", c."id", i."form", i."formVersion", i."sequence", i."startedById", $2
  FROM changed c, input, jsonb_to_recordset(j -> 'begun')
    AS i("id" text, "form" text, "formVersion" int, "sequence" int, "startedById" text)
),
turned AS (
  INSERT INTO "CaseTurn" ("caseId", "number", "content", "roundId", "memberId", "at", "reason")
  SELECT c."id", i."number", i."content", i."roundId", i."memberId", $2, i."reason"
  FROM changed c, input, jsonb_to_recordset(j -> 'turns')
    AS i("number" int, "content" text, "roundId" text, "memberId" text, "reason" text)
)
SELECT count(*)::int AS "changed" FROM changed`;
