import { dateIn, endOfDay, startOfDay } from "../../practice/calendar.js";
import { type Edit, edit } from "../../practice/edit.js";
import { factReaders } from "../../practice/facts.js";
import type { Form, FormContext, Path, Value } from "../../practice/form.js";
import { form } from "../../practice/forms/catalogue.js";
import { type Actor, Conflict, NotAllowed } from "../people/actor.js";
import { actorOf, mayWork } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { currentAnswers, formIdOf, type Revision } from "./answers.js";
import { type Carried, carriedFrom } from "./carried.js";
import { followClient } from "./clients.js";

export type RoundStatus = "draft" | "submitted" | "returned" | "approved";

/**
 * A round as the walker needs it: the form it is pinned to, the answers in clear, and whose case it is. Anything
 * kept here that changes raises the round's version, so that a copy in memory is known to be old.
 */
export type OpenRound = {
  readonly id: string;
  readonly version: number;
  readonly status: RoundStatus;
  readonly form: Form;
  readonly sequence: number;
  /** When it was last sent. */
  readonly submittedAt: Date | null;
  /** When it was last approved or returned. */
  readonly decidedAt: Date | null;
  readonly answers: ReadonlyMap<Path, Value>;
  readonly revisions: ReadonlyMap<Path, Revision>;
  readonly case: {
    readonly id: string;
    readonly code: string;
    readonly organizationId: string;
    readonly workerId: string;
    readonly workerSupervisorId: string | null;
    readonly clientId: string;
    readonly closed: boolean;
  };
  /** What earlier rounds of the case hand to this one. */
  readonly carried: Carried;
};

/** How many open rounds are kept in memory; one is a few kilobytes. */
const kept = 1_000;

/**
 * The rounds of this process, newest use last. A round is taken from here only at the version the database has
 * now, so a second instance or device never works on an old copy.
 */
export class RoundMemory {
  readonly #rounds = new Map<string, OpenRound>();
  /** Rounds as the update at hand has them, its own uncommitted answers included. */
  readonly #inHand = new WeakMap<Work, Map<string, OpenRound>>();

  inHand(work: Work, id: string): OpenRound | undefined {
    return this.#inHand.get(work)?.get(id);
  }

  /** The round as this work leaves it; every other work sees it once this one is committed. */
  hold(work: Work, round: OpenRound): void {
    const rounds = this.#inHand.get(work) ?? new Map<string, OpenRound>();
    this.#inHand.set(work, rounds.set(round.id, round));
    work.afterCommit.push(() => {
      if (rounds.get(round.id) === round) this.put(round);
    });
  }

  /** Something else than an answer changed the round within this work: it is read again when asked for. */
  release(work: Work, id: string): void {
    this.#inHand.get(work)?.delete(id);
  }

  get(id: string, version: number): OpenRound | undefined {
    const round = this.#rounds.get(id);
    if (round === undefined || round.version !== version) return undefined;
    this.#rounds.delete(id);
    this.#rounds.set(id, round);
    return round;
  }

  put(round: OpenRound): void {
    this.#rounds.delete(round.id);
    this.#rounds.set(round.id, round);
    if (this.#rounds.size > kept) {
      for (const oldest of this.#rounds.keys()) {
        this.#rounds.delete(oldest);
        break;
      }
    }
  }
}

export type Rounds = ReturnType<typeof roundsOf>;

/** Reading and writing of rounds. Every call checks that the acting member may work on the case. */
export function roundsOf(memory: RoundMemory) {
  /** The round as it stands now, for the member who asks. Throws `NotAllowed`. */
  async function open(work: Work, roundId: string): Promise<OpenRound> {
    const actor = actorOf(work);
    const copy = memory.inHand(work, roundId) ?? remembered(work, roundId);
    const isOld = copy !== undefined && work.moved.has(copy.case.id);
    const round = copy === undefined || isOld ? await load(work, roundId) : copy;
    if (round === undefined || !mayWork(actor, round.case)) throw new NotAllowed();
    return round;
  }

  /** From memory, where the claim read the same version as is there. */
  function remembered(work: Work, roundId: string): OpenRound | undefined {
    if (work.claimedRound?.id !== roundId) return undefined;
    return memory.get(roundId, work.claimedRound.version);
  }

  async function load(work: Work, roundId: string): Promise<OpenRound | undefined> {
    const tx = await work.tx();
    const row = await tx.round.findUnique({
      where: { id: roundId },
      include: { case: { include: { worker: { select: { supervisorId: true } } } } },
    });
    if (row === null) return undefined;
    const { answers, revisions } = await currentAnswers(tx, work.sealer, roundId);
    const round: OpenRound = {
      id: row.id,
      version: row.version,
      status: row.status,
      form: form(formIdOf(row.form), row.formVersion),
      sequence: row.sequence,
      submittedAt: row.submittedAt,
      decidedAt: row.decidedAt,
      answers,
      revisions,
      case: {
        id: row.caseId,
        code: row.case.code,
        organizationId: row.case.organizationId,
        workerId: row.case.workerId,
        workerSupervisorId: row.case.worker.supervisorId,
        clientId: row.case.clientId,
        closed: row.case.closedAt !== null,
      },
      carried: await carriedFrom(tx, work.sealer, row.caseId, { id: row.id, form: formIdOf(row.form) }),
    };
    memory.hold(work, round);
    return round;
  }

  return {
    open,

    /**
     * Keeps an answer and takes back those that no longer stand because of it. `expected` is the revision that the
     * person saw (0: none); where it is no longer the newest, nothing is written and `Conflict` says whose is.
     */
    async answer(
      work: Work,
      round: OpenRound,
      path: Path,
      value: Value,
      expected: number,
    ): Promise<OpenRound> {
      const actor = actorOf(work);
      if (!mayWork(actor, round.case)) throw new NotAllowed();
      if (!isWritable(round)) throw new Conflict("the round is closed");
      const before = round.revisions.get(path);
      if ((before?.number ?? 0) !== expected) {
        throw new Conflict("answered meanwhile", before?.memberId ?? null, before?.at ?? null);
      }
      const context = contextOf(work, actor, round);
      const kept = keep(memory, work, actor, round, edit(round.form, round.answers, context, path, value));
      await followClient(work, round, path, value);
      return kept;
    },

    /** Keeps a change of several answers at once, such as an item taken out of a group. */
    change(work: Work, round: OpenRound, changed: Edit): OpenRound {
      const actor = actorOf(work);
      if (!mayWork(actor, round.case)) throw new NotAllowed();
      if (!isWritable(round)) throw new Conflict("the round is closed");
      return keep(memory, work, actor, round, changed);
    },

    /** What the form kernel may know besides the answers. */
    context: (work: Work, round: OpenRound): FormContext => contextOf(work, actorOf(work), round),
  };
}

function contextOf(work: Work, actor: Actor, round: OpenRound): FormContext {
  return {
    now: work.now,
    zone: actor.zone,
    today: todayIn(actor.zone, work.now),
    facts: round.carried.facts,
    sources: round.carried.sources,
  };
}

const days = new Map<string, { readonly from: number; readonly date: string; readonly to: number }>();

/** The day it is in a zone. Asking the time zone data costs more than all the rest of an answer, so a day is kept. */
function todayIn(zone: string, now: Date): string {
  const time = now.getTime();
  const known = days.get(zone);
  if (known !== undefined && time >= known.from && time < known.to) return known.date;
  const date = dateIn(zone, now);
  const from = startOfDay(zone, date).getTime();
  days.set(zone, { from, date, to: endOfDay(zone, date).getTime() });
  return date;
}

function keep(memory: RoundMemory, work: Work, actor: Actor, round: OpenRound, changed: Edit): OpenRound {
  const revisions = new Map(round.revisions);
  const write = (path: Path, value: Value | undefined) => {
    const number = (revisions.get(path)?.number ?? 0) + 1;
    const id = work.newId();
    const place = { table: "Answer", column: "value", row: id };
    work.answers.push({
      id,
      roundId: round.id,
      path,
      revision: number,
      value: value === undefined ? null : work.sealer.seal(JSON.stringify(value), place),
      memberId: actor.memberId,
    });
    revisions.set(path, { number, memberId: actor.memberId, at: work.now });
  };
  for (const [path, value] of changed.written) write(path, value);
  for (const path of changed.stale) write(path, undefined);
  if (movesDeadlines(work, actor, round, changed)) work.reckon.add(round.case.id);
  const version = round.version + 1;
  const bump = work.bumps.get(round.id);
  if (bump === undefined) work.bumps.set(round.id, { from: round.version, to: version });
  else bump.to = version;
  const next: OpenRound = { ...round, version, answers: changed.answers, revisions };
  memory.hold(work, next);
  return next;
}

/**
 * Whether an answer may move what is due: one that a fact is read from, or the first of its day, by which a draft
 * counts as touched. All others leave the deadlines alone, and cost nothing.
 */
function movesDeadlines(work: Work, actor: Actor, round: OpenRound, changed: Edit): boolean {
  const { reads } = factReaders[round.form.id];
  if ([...changed.written.keys(), ...changed.stale].some((path) => reads.includes(path))) return true;
  todayIn(actor.zone, work.now);
  const from = days.get(actor.zone)?.from ?? 0;
  for (const { at } of round.revisions.values()) if (at.getTime() >= from) return false;
  return true;
}

/**
 * Whether answers may still change: while the round is being filled or was given back, in an open case. Of a closed
 * case only the visits after it. A complete round that is taken up again is a draft that was decided before.
 */
export function isWritable(round: OpenRound): boolean {
  const filling = round.status === "draft" || round.status === "returned";
  return filling && (!round.case.closed || round.form.id === "aftercare");
}
