import { dateIn, endOfDay, startOfDay } from "../../practice/calendar.js";
import { consentKeys } from "../../practice/dataGround.js";
import { type Edit, edit } from "../../practice/edit.js";
import { factReaders } from "../../practice/facts.js";
import type { FormContext, Path, Value } from "../../practice/form.js";
import { gate } from "../../practice/gates.js";
import { settled } from "../../practice/walk.js";
import { type Actor, Conflict, DataOnHold } from "../people/actor.js";
import { actorOf, may, refused } from "../people/rights.js";
import type { AnswerOrigin, Work } from "../people/work.js";
import { answerCell } from "./answers.js";
import { type Case, caseFor, caseOfRound, forgetCase, roundOf } from "./case.js";
import { changeCase, newRound, startRound } from "./change.js";
import { followClient } from "./clients.js";
import { isAddable, isWritable, type OpenRound, openRoundOf } from "./openRound.js";
import type { RoundCache } from "./roundCache.js";
import { type UnstartedRound, unstartedOf } from "./unstarted.js";

/** Reads and writes rounds. */
export type Rounds = ReturnType<typeof roundsOf>;

/** Reading and writing of rounds. Every call asks for the acting member's right to the case. */
export function roundsOf(memory: RoundCache) {
  /** The round as it is now. Throws `NotAllowed`, and `Conflict` for an unstarted round whose gate has closed. */
  async function open(work: Work, roundId: string): Promise<OpenRound> {
    const entered = unstartedOf(roundId);
    if (entered !== undefined) return enteredRound(work, roundId, entered);
    const copy = memory.inHand(work, roundId) ?? remembered(work, roundId);
    // A change of the case within this unit of work made earlier copies old.
    if (copy === undefined || work.moved.has(copy.case.id)) {
      return of(work, await caseOfRound(work, roundId, "read"), roundId);
    }
    if (!may(actorOf(work), copy.case, "read")) throw refused(actorOf(work), copy.case);
    // Loaded in this unit of work, it has its time already: a broken glass ends.
    if (!work.shown.has(copy.case.id)) work.shown.set(copy.case.id, null);
    if (memory.isNewReading(work, copy.id)) noteReading(memory, work, copy.id);
    return copy;
  }

  /** A round of a case that was loaded for the acting member. The reading is audited. */
  function of(work: Work, subject: Case, roundId: string): OpenRound {
    const round = openRoundOf(work, subject, roundOf(subject, roundId));
    memory.hold(work, round);
    noteReading(memory, work, roundId);
    return round;
  }

  /** An unstarted round as it is before its first answer, or the round somebody started meanwhile. */
  async function enteredRound(
    work: Work,
    id: string,
    { caseId, form, anew }: UnstartedRound,
  ): Promise<OpenRound> {
    const subject = await caseFor(work, caseId, "read");
    const way = gate(form, subject.facts);
    if (way.kind === "closed") throw new Conflict("the gate is closed");
    if (way.roundId !== undefined && !(anew && way.another)) return of(work, subject, way.roundId);
    return openRoundOf(work, subject, newRound(work, subject, form, id));
  }

  /** Starts the round of a form that was only entered. A round that exists is returned unchanged. */
  async function ensureStarted(work: Work, round: OpenRound, path?: Path): Promise<OpenRound> {
    const entered = unstartedOf(round.id);
    if (entered === undefined) return round;
    writerOf(work, round, path);
    const subject = await caseFor(work, entered.caseId, "write");
    const roundId = await startRound(work, subject, entered.form);
    return of(work, await caseFor(work, entered.caseId, "write"), roundId);
  }

  /** Makes an approved round a draft again, because an answer is added to it. */
  async function takenUp(work: Work, round: OpenRound): Promise<OpenRound> {
    const subject = await caseOfRound(work, round.id, "write");
    const step = { round: roundOf(subject, round.id), to: "draft", action: "round.taken-up" } as const;
    return of(work, await changeCase(work, subject, { step }), round.id);
  }

  /** The cached round, if the claim read the same version. */
  function remembered(work: Work, roundId: string): OpenRound | undefined {
    if (work.claimedRound?.id !== roundId) return undefined;
    const copy = memory.get(roundId, work.claimedRound.version);
    // A broken glass ends by time alone, which a copy does not know: who reads by it reads anew.
    return copy?.case.glass.includes(actorOf(work).memberId) ? undefined : copy;
  }

  return {
    open,
    of,
    ensureStarted,

    /**
     * Writes an answer and retracts the answers that do not apply any more because of it. The first answer starts the
     * round. An answer added to an approved round makes it a draft again.
     *
     * `expected` is the revision the person saw, 0 for none. If it is not the newest, nothing is written and
     * `Conflict` names the author of the newest. `origin` says that an outside service had the answer first. Throws
     * `NotAllowed`, `Conflict`, `DataOnHold`.
     */
    async answer(
      work: Work,
      seen: OpenRound,
      path: Path,
      value: Value,
      expected: number,
      origin: AnswerOrigin | null = null,
    ): Promise<OpenRound> {
      // The same value again does not change an approved round.
      if (seen.status === "approved" && sameValue(seen.answers.get(path), value)) return seen;
      if (!isAddable(seen, path)) writerOf(work, seen, path);
      const before = seen.revisions.get(path);
      if ((before?.number ?? 0) !== expected) {
        throw new Conflict("answered meanwhile", before?.memberId ?? null, before?.at ?? null);
      }
      const round = isWritable(seen) ? await ensureStarted(work, seen, path) : await takenUp(work, seen);
      const actor = writerOf(work, round, path);
      const context = contextOf(work, actor, round);
      const changed = edit(round.form, round.answers, context, path, value);
      return keep(memory, work, actor, round, changed, () => origin);
    },

    /**
     * Writes a change of several answers at once, such as an item removed from a list, or answers restored. They keep
     * their origin. Throws like `answer`.
     */
    change(work: Work, round: OpenRound, changed: Edit): Promise<OpenRound> {
      const originOf = (path: Path, value: Value) => keptOrigin(round, path, value);
      return keep(memory, work, writerOf(work, round), round, changed, originOf);
    },

    /** What the form kernel needs besides the answers. */
    context: (work: Work, round: OpenRound): FormContext => contextOf(work, actorOf(work), round),
  };
}

/**
 * The acting member, if they may write this answer now. While a case has no legal ground only the questions about
 * consent may be answered. Throws `NotAllowed`, `Conflict`, `DataOnHold`.
 */
function writerOf(work: Work, round: OpenRound, path?: Path): Actor {
  const actor = actorOf(work);
  if (!may(actor, round.case, "write")) throw refused(actor, round.case, "write");
  if (!isWritable(round)) throw new Conflict("the round is closed");
  if (round.case.held && !consentKeys.some((key) => key === path)) throw new DataOnHold();
  return actor;
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

/** Audits a reading, once in a unit of work. */
function noteReading(memory: RoundCache, work: Work, roundId: string): void {
  if (work.audit.some(({ action, subjectId }) => action === "round.read" && subjectId === roundId)) return;
  work.audit.push({ action: "round.read", subject: "round", subjectId: roundId });
  memory.noteReading(work, roundId);
}

const days = new Map<string, { readonly from: number; readonly date: string; readonly to: number }>();

/** Today in a zone. Time zone calculations cost more than the rest of an answer, so each day is calculated once. */
function todayIn(zone: string, now: Date): string {
  const time = now.getTime();
  const known = days.get(zone);
  if (known !== undefined && time >= known.from && time < known.to) return known.date;
  const date = dateIn(zone, now);
  const from = startOfDay(zone, date).getTime();
  days.set(zone, { from, date, to: endOfDay(zone, date).getTime() });
  return date;
}

async function keep(
  memory: RoundCache,
  work: Work,
  actor: Actor,
  round: OpenRound,
  changed: Edit,
  originOf: (path: Path, value: Value) => AnswerOrigin | null,
): Promise<OpenRound> {
  const revisions = new Map(round.revisions);
  const unreadable = new Map(round.unreadable);
  const write = (path: Path, value: Value | undefined, origin: AnswerOrigin | null) => {
    const number = (revisions.get(path)?.number ?? 0) + 1;
    const id = work.newId();
    const row = { id, roundId: round.id, path, revision: number };
    const sealed = value === undefined ? null : work.sealer.seal(JSON.stringify(value), answerCell(row));
    work.answers.push({ ...row, value: sealed, memberId: actor.memberId, origin });
    revisions.set(path, { number, memberId: actor.memberId, at: work.now, origin });
    unreadable.delete(path);
  };
  for (const [path, value] of changed.written) write(path, value, originOf(path, value));
  // What was taken back may be restored, with its origin.
  for (const path of changed.stale) write(path, undefined, revisions.get(path)?.origin ?? null);
  if (movesDeadlines(work, actor, round, changed)) work.recalculate.add(round.case.id);
  const version = round.version + 1;
  const bump = work.bumps.get(round.id);
  if (bump === undefined) work.bumps.set(round.id, { from: round.version, to: version });
  else bump.to = version;
  // Consent frees this round at once. The other rounds are free when it is sent.
  const held = round.case.held && changed.written.get("dataConsent") !== true;
  const next: OpenRound = {
    ...round,
    version,
    answers: settled(changed.answers),
    revisions,
    unreadable,
    case: { ...round.case, held },
  };
  memory.hold(work, next);
  forgetCase(work, round.case.id);
  if (round.form.id === "approach") {
    await followClient(work, round.case.clientId, round.answers, next.answers);
  }
  return next;
}

/**
 * Whether an answer may move deadlines: one from which a fact is read, or the first of its day, since it keeps the
 * draft from counting as idle. All other answers skip the recalculation.
 */
function movesDeadlines(work: Work, actor: Actor, round: OpenRound, changed: Edit): boolean {
  const { reads } = factReaders[round.form.id];
  if ([...changed.written.keys(), ...changed.stale].some((path) => reads.includes(path))) return true;
  todayIn(actor.zone, work.now);
  const from = days.get(actor.zone)?.from ?? 0;
  for (const { at } of round.revisions.values()) if (at.getTime() >= from) return false;
  return true;
}

function sameValue(one: Value | undefined, other: Value): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The origin of an answer that is written again: of the item that moved up in its list, or of the one that was taken
 * back before.
 */
function keptOrigin({ answers, revisions }: OpenRound, path: Path, value: Value): AnswerOrigin | null {
  const keyOf = (one: Path) => one.replace(/\.\d+/, "");
  for (const [other, current] of answers) {
    const origin = revisions.get(other)?.origin ?? null;
    if (origin !== null && keyOf(other) === keyOf(path) && sameValue(current, value)) return origin;
  }
  return answers.has(path) ? null : (revisions.get(path)?.origin ?? null);
}
