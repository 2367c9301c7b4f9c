import type { Logger } from "pino";
import type { AssistHosts } from "../practice/assist/services.js";
import { type Catalogue, shippedForms } from "../practice/forms/catalogue.js";
import { openedPath, storedPath } from "../records/case/storedPaths.js";
import { recalculateCases, recalculateTouched } from "../records/due/deadlines.js";
import { type Actor, roles } from "../records/people/actor.js";
import type { Rules } from "../records/people/rules.js";
import {
  type Dialogue,
  type KeptTicks,
  messageStatuses,
  type Outgoing,
  type SenderAccount,
  type Work,
} from "../records/people/work.js";
import { lastStatement, statement } from "../records/storage/connections.js";
import type { Database } from "../records/storage/database.js";
import { idMaker, type Random } from "../records/storage/ids.js";
import type { Sealer } from "../records/storage/seal.js";
import type { Tx } from "../records/storage/tx.js";
import { wordOf } from "../records/storage/vocabulary.js";
import type { Claiming, Departure } from "./departure.js";
import { faultOf } from "./faults.js";
import { rulesReader } from "./parsedRules.js";
import { alone, type QueryPlace } from "./querying.js";
import type { ClaimedUpdate } from "./sql/claimUpdates.js";
import { writeWork } from "./sql/writeWork.js";

/** The end of an update, as stored in the inbox. */
export type UpdateEnd = {
  readonly updateId: bigint;
  readonly chatKey: bigint;
  readonly receivedAt: Date;
  /** Sealed; absent where it is done, or stored already. */
  readonly payload?: string;
  readonly status: "done" | "pending" | "held" | "dead";
  readonly attempts: number;
  readonly notBefore?: Date;
  readonly reference?: string;
  readonly error?: string;
};

/** What units of work need. */
export type TransactionDeps = {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly clock: () => Date;
  readonly random: Random;
  readonly log: Logger;
  /** The shipped forms by default. */
  readonly forms?: Catalogue;
  /** The outside services the operator named; none by default. */
  readonly services?: AssistHosts;
  /** What is said is put right for whom it goes to, once a unit of work has said everything. */
  readonly addressed?: (work: Work) => Promise<void>;
};

/** A unit of work that can be written and undone alone. */
export type Unit = Work & {
  /** Undoes this unit of work and leaves the others of the transaction alone. */
  undo(): Promise<void>;
};

/** Makes units of work and writes them. One batch is one transaction of PostgreSQL. */
export function transactions(deps: TransactionDeps) {
  const newId = idMaker(deps.random);
  const rulesOf = rulesReader();
  let savepoints = 0;

  function unit(tx: Tx, row: ClaimedUpdate | null, now: Date, place: QueryPlace = alone): Unit {
    /** Its savepoint, once it queries. The name is its own: of another's it must undo nothing. */
    let savepoint: string | undefined;
    let undone = false;
    let begun: Promise<void> | undefined;
    /** Only a unit of work that makes queries needs a savepoint; answering a question does not. */
    const begin = async () => {
      await place.enter();
      if (undone) throw new Error("this work was undone");
      savepoints += 1;
      savepoint = `unit_${savepoints}`;
      // It travels with the query behind it, which fails where this fails, and says less of the cause.
      statement(tx, `SAVEPOINT ${savepoint}`).catch((error: unknown) =>
        deps.log.warn({ err: error }, "a unit of work could not begin to query"),
      );
    };
    const rollBack = async () => {
      if (savepoint !== undefined) await statement(tx, `ROLLBACK TO SAVEPOINT ${savepoint}`);
    };
    const beginning = () => ({
      actor: row === null ? undefined : actorOf(row, rulesOf),
      person: personOf(row),
      dialogue: dialogueOf(row, deps, now),
      dialogueChanged: false,
      pin: { sealed: row?.pin ?? null, after: row?.pinAfter ?? null },
      held: false,
    });
    const asked = askedOf(row);
    const self: Unit = {
      now,
      newId,
      sealer: deps.sealer,
      forms: deps.forms ?? shippedForms,
      services: deps.services ?? {},
      chatId: row === null ? null : Number(row.chatKey),
      updateId: row === null ? null : row.updateId,
      ...beginning(),
      claimedRound: claimedRoundOf(row),
      asked,
      isRetried: row !== null && row.reference !== null,
      outgoing: [],
      answers: [],
      bumps: new Map(),
      kept: new Map(),
      moved: new Set(),
      recalculate: new Set(),
      shown: new Map(),
      audit: [],
      alarms: [],
      afterCommit: [],
      async tx() {
        if (undone) throw new Error("this work was undone");
        begun ??= begin();
        await begun;
        await writeAnswers(tx, [self], now);
        return tx;
      },
      async beginAgain() {
        await rollBack();
        Object.assign(self, beginning());
        for (const list of [self.outgoing, self.answers, self.audit, self.afterCommit]) list.length = 0;
        self.bumps.clear();
        self.kept.clear();
        self.moved.clear();
        self.recalculate.clear();
        self.shown.clear();
        for (const alarm of self.alarms) alarm.raised = false;
      },
      async undo() {
        undone = true;
        await rollBack();
      },
    };
    return self;
  }

  /** Writes only the collected answers, before a query that must see them. */
  async function writeAnswers(tx: Tx, units: readonly Unit[], now: Date): Promise<void> {
    const answering = units.filter(({ answers, bumps }) => answers.length > 0 || bumps.size > 0);
    if (answering.length === 0) return;
    await statement(tx, writeWork, writing(answersOf(answering), now));
    for (const { answers, bumps } of answering) {
      answers.length = 0;
      bumps.clear();
    }
  }

  /** Recalculates the deadlines of every case that these units touched. Called once all of them have decided. */
  async function reckon(tx: Tx, units: readonly Unit[], now: Date): Promise<void> {
    const touching = units.filter(({ recalculate }) => recalculate.size > 0);
    const [first, ...others] = touching;
    if (first === undefined) return;
    // One alone has its case locked and read already.
    if (others.length === 0) return await recalculateTouched(first);
    await writeAnswers(tx, touching, now);
    const caseIds = new Set(touching.flatMap(({ recalculate }) => [...recalculate]));
    await recalculateCases(unit(tx, null, now), [...caseIds]);
    for (const { recalculate } of touching) recalculate.clear();
  }

  /**
   * Writes everything these units decided, and the ends of their updates. What may leave at once is handed over. True where
   * another update of one of these chats is pending.
   *
   * Where it is the end of the transaction, COMMIT travels with it.
   */
  async function write(
    tx: Tx,
    units: readonly Unit[],
    ends: readonly UpdateEnd[],
    now: Date,
    { departure, isEnd = false }: { readonly departure?: Departure; readonly isEnd?: boolean } = {},
  ): Promise<boolean> {
    for (const one of units) await deps.addressed?.(one);
    const updates = ends.map((end) => ({
      ...end,
      updateId: String(end.updateId),
      chatKey: String(end.chatKey),
    }));
    const messages = messagesOf(units, now);
    const rest = {
      dialogues: dialoguesOf(units),
      messages: messages.map(({ row }) => row),
      audit: auditOf(units),
      updates,
    };
    const claiming = departure?.offer(
      messages.flatMap(({ row, departing }) => (row.isFirst ? [departing] : [])),
    );
    const lists = { ...answersOf(units), ...rest };
    const [written] = await (isEnd ? lastStatement : statement)<Written>(
      tx,
      writeWork,
      writing(lists, now, claiming),
    );
    // What is to leave later makes nobody look now.
    departure?.written(written?.leaving ?? [], messages.filter(({ row }) => row.rest === 0).length);
    return written?.isMore === true;
  }

  /** What the statement that writes is given. A list that is left out is an empty one. */
  function writing(lists: object, now: Date, claiming?: Claiming) {
    return [JSON.stringify(lists), now, claiming?.by ?? null, claiming?.held ?? []];
  }

  function answersOf(units: readonly Unit[]) {
    return {
      rounds: units.flatMap(({ bumps }) => [...bumps].map(([id, bump]) => ({ id, ...bump }))),
      answers: units.flatMap(({ answers, updateId }) =>
        answers.map((answer) => ({
          ...answer,
          path: storedPath(deps.sealer, answer.roundId, answer.path),
          updateId: updateId === null ? null : String(updateId),
        })),
      ),
    };
  }

  function dialoguesOf(units: readonly Unit[]) {
    return units
      .filter(({ dialogueChanged, chatId }) => dialogueChanged && chatId !== null)
      .map(
        ({
          chatId,
          dialogue: { roundId, path, seen, state, messageId, caseId, ticks, unlockedAt, topic, topicAt },
        }) => {
          const seal = (column: "state" | "ticks", text: string | null) =>
            text === null ? null : deps.sealer.seal(text, { table: "Dialogue", column, row: String(chatId) });
          return {
            chatId,
            roundId,
            path: path === null ? null : storedPath(deps.sealer, roundId ?? "", path),
            seen,
            state: seal("state", state),
            messageId,
            caseId,
            ticks: seal("ticks", ticks.length === 0 ? null : JSON.stringify(ticks)),
            unlockedAt,
            topic,
            topicAt,
          };
        },
      );
  }

  /** The messages as rows, and as they leave from memory. */
  function messagesOf(units: readonly Unit[], now: Date) {
    /** Lanes in which a reply waits for its time: what comes after it stands behind it. */
    const closed = new Set<number>();
    return units
      .flatMap((unit) => unit.outgoing.map((call) => shownIn(unit, call)))
      .map(
        ({ chatId, method, payload, upload, of, stays, kind, ordered, delay = 0, question, caseIds }, n) => {
          const { messageId: id, ...puts } = question ?? { messageId: newId(), rest: delay };
          const opened = { ...payload, upload, of, stays };
          const sealed = deps.sealer.seal(JSON.stringify(opened), {
            table: "Message",
            column: "payload",
            row: id,
          });
          const lane = ordered ? chatId : null;
          const path = question && storedPath(deps.sealer, question.roundId, question.path);
          const isFirst = kind === "reply" && puts.rest === 0 && (lane === null || !closed.has(lane));
          if (!isFirst && kind === "reply" && lane !== null) closed.add(lane);
          const row = { n, id, lane, chatId, method, payload: sealed, kind, caseIds, ...puts, path, isFirst };
          const text = (number: number | null) => (number === null ? null : String(number));
          const departing = {
            id,
            lane: text(lane),
            chatId: text(chatId),
            method,
            kind,
            createdAt: now,
            opened,
          };
          return { row, departing };
        },
      );
  }

  function auditOf(units: readonly Unit[]) {
    return units.flatMap(({ audit, actor }) =>
      audit.map(({ organizationId, memberId, action, subject, subjectId, detail = {} }) => ({
        id: newId(),
        organizationId: organizationId ?? actor?.organizationId ?? null,
        memberId: memberId ?? actor?.memberId ?? null,
        action,
        subject,
        subjectId,
        detail,
      })),
    );
  }

  return {
    unit,
    reckon,
    write,

    /**
     * Runs a unit of work without an update (a reminder, a notice of a block): the same transaction, the same outbox.
     * Returns the result of `decide` after the commit. After a conflict it decides again.
     */
    async run<T>(decide: (work: Work) => Promise<T>): Promise<T> {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(decide);
        } catch (error) {
          if (attempt === 5 || faultOf(error) !== "conflict") throw error;
        }
      }
    },
  };

  async function once<T>(decide: (work: Work) => Promise<T>): Promise<T> {
    const now = deps.clock();
    const { result, after } = await deps.database.transact(async (tx) => {
      const work = unit(tx, null, now);
      const result = await decide(work);
      await recalculateTouched(work);
      await write(tx, [work], [], now, { isEnd: true });
      return { result, after: work.afterCommit };
    });
    for (const act of after) act();
    return result;
  }
}

/**
 * A call with the cases it may show. What goes to the acting member's own chat may show whatever was read for it; notices to others
 * show nothing. What may be read only until a certain time goes from the chat by then.
 */
function shownIn({ chatId, shown, now }: Work, call: Outgoing) {
  if (call.chatId !== chatId) return { ...call, caseIds: call.caseIds ?? [] };
  const ends = [...shown.values()].flatMap((until) => (until === null ? [] : [until.getTime()]));
  const left = ends.map((until) => Math.max(1, Math.ceil((until - now.getTime()) / 60_000)));
  const stays = Math.min(...left, ...(call.stays === undefined ? [] : [call.stays]));
  return {
    ...call,
    caseIds: call.caseIds ?? [...shown.keys()],
    ...(Number.isFinite(stays) && /^(?:send|edit)/.test(call.method) ? { stays } : {}),
  };
}

/** What the statement that writes tells. */
type Written = {
  readonly isMore: boolean;
  /** The messages that leave from memory. */
  readonly leaving: string[];
};

/** Makes units of work and writes them. */
export type Transactions = ReturnType<typeof transactions>;

function actorOf(row: ClaimedUpdate, rulesOf: (id: string, json: unknown) => Rules): Actor | undefined {
  if (row.memberId === null || row.organizationId === null || row.zone === null) return undefined;
  return {
    memberId: row.memberId,
    accountId: Number(row.chatKey),
    organizationId: row.organizationId,
    organizationName: row.organizationName ?? "",
    roles: (row.roles ?? []).map((role) => wordOf(roles, role, "Member.roles")),
    supervisorId: row.supervisorId,
    consentVersion: row.consentVersion,
    zone: row.zone,
    rules: rulesOf(row.organizationId, row.rules),
  };
}

function claimedRoundOf(row: ClaimedUpdate | null): Work["claimedRound"] {
  if (row === null || row.roundId === null || row.roundVersion === null) return null;
  return { id: row.roundId, version: row.roundVersion };
}

function askedOf(row: ClaimedUpdate | null): Work["asked"] {
  if (row === null || row.askedId === null || row.askedStatus === null) return null;
  return {
    id: row.askedId,
    status: wordOf(messageStatuses, row.askedStatus, "Message.status"),
    telegramId: row.askedTelegramId,
    sentAt: row.askedSentAt,
    calledAt: row.askedCalledAt,
    unsureSince: row.askedUnsureSince,
  };
}

function personOf(row: ClaimedUpdate | null): SenderAccount {
  return {
    accountId: row === null ? null : Number(row.chatKey),
    known: row !== null && row.accountId !== null,
    locale: row?.locale ?? null,
    blocked: row !== null && row.blockedAt !== null,
  };
}

function dialogueOf(row: ClaimedUpdate | null, deps: TransactionDeps, now: Date): Dialogue {
  if (row === null || row.touchedAt === null) {
    const nowhere = { roundId: null, path: null, seen: null, state: null, messageId: null, caseId: null };
    return { ...nowhere, ticks: [], unlockedAt: null, topic: null, topicAt: null, touchedAt: now };
  }
  const { roundId, path, seen, askedId, caseId, touchedAt } = row;
  const ticks = openDialogue(row, "ticks", deps);
  return {
    roundId,
    path: path === null ? null : openedPath(deps.sealer, roundId ?? "", path),
    seen,
    state: openDialogue(row, "state", deps),
    messageId: askedId,
    caseId,
    ticks: ticks === null ? [] : (JSON.parse(ticks) as KeptTicks[]),
    unlockedAt: row.unlockedAt,
    topic: row.topic,
    topicAt: row.topicAt,
    touchedAt,
  };
}

/** A dialogue that cannot be decrypted is dropped, and its question is asked again, so that nobody is locked out. */
function openDialogue(
  row: ClaimedUpdate,
  column: "state" | "ticks",
  { sealer, log }: TransactionDeps,
): string | null {
  const sealed = row[column];
  if (sealed === null) return null;
  try {
    return sealer.open(sealed, { table: "Dialogue", column, row: String(row.chatKey) });
  } catch (error) {
    log.error({ err: error }, "a dialogue cannot be opened, and begins anew");
    return null;
  }
}
