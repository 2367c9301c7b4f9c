import type { AssistHosts } from "../../practice/assist/services.js";
import type { Catalogue } from "../../practice/forms/catalogue.js";
import type { Danger } from "../../practice/forms/vocabulary.js";
import type { Sealer } from "../storage/seal.js";
import type { Tx } from "../storage/tx.js";
import type { Actor } from "./actor.js";

/** A call of the Bot API to be made after the commit. */
export type Outgoing = {
  readonly chatId: number | null;
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** A stored file to upload: the payload names it as `attach://<attachmentId>`. */
  readonly upload?: {
    readonly attachmentId: string;
    readonly name: string;
    /** Its bytes (base64), of what is sent once and kept nowhere. */
    readonly content?: string;
  };
  /**
   * The message of the outbox that it edits or deletes, where Telegram's id of it was not known yet: it is filled in when
   * the call leaves.
   */
  readonly of?: string;
  /** How long (minutes) a message stays in the chat once it was sent; absent: for good. */
  readonly stays?: number;
  /** `reply` follows something a person did; `notice` is a message nobody asked for, and is rate-limited. */
  readonly kind: "reply" | "notice";
  /** Whether the call keeps its place among the chat's other calls. Answers to button presses do not. */
  readonly ordered: boolean;
  /** How long (ms) it waits before it leaves, for what nobody waits for. Absent: not at all. */
  readonly delay?: number;
  /** The question of a form that it asks, if any. */
  readonly question?: QuestionMessage;
  /** The institution it tells of, of what nobody asked for: whoever has another at hand reads its name above. */
  readonly organizationId?: string;
  /** The cases it may show. Absent: those that the unit of work read, where it goes to the chat of the update. */
  readonly caseIds?: readonly string[];
};

/** A question of a form, asked by one message of the outbox. */
export type QuestionMessage = {
  /** The id of the message in the outbox. */
  readonly messageId: string;
  readonly roundId: string;
  readonly path: string;
  /**
   * How long (ms) the message waits before it is sent, so that messages of the person still on their way arrive
   * before it.
   */
  readonly rest: number;
};

/** The statuses of a message of the outbox. */
export const messageStatuses = ["waiting", "sending", "sent", "dead", "dropped"] as const;

/** What became of the message that asked the current question. */
export type AskedMessage = {
  /** Its id in the outbox. */
  readonly id: string;
  readonly status: (typeof messageStatuses)[number];
  /** Telegram's id of it; the last id where it may have been sent several times. */
  readonly telegramId: number | null;
  readonly sentAt: Date | null;
  /** When it was last sent. Null where that call certainly did not arrive. */
  readonly calledAt: Date | null;
  /** Since when a copy with another id may exist in the chat, or null. */
  readonly unsureSince: Date | null;
};

/** A message of ours in a chat: by Telegram's id, or by its id in the outbox where the call has not come back yet. */
export type OwnMessage = { readonly telegramId: number } | { readonly outboxId: string };

/** A revision of an answer, to be written with everything else of the transaction. */
export type NewAnswer = {
  readonly id: string;
  readonly roundId: string;
  readonly path: string;
  readonly revision: number;
  /** Sealed JSON, null when retracted. */
  readonly value: string | null;
  readonly memberId: string;
  /** Null where a person gave it by themselves. */
  readonly origin: AnswerOrigin | null;
};

/** How an answer came about that an outside service had first: it wrote down a recording, or proposed it from a note. */
export const answerOrigins = ["transcribed", "proposed"] as const;

/** The outside origin of an answer that a person confirmed. */
export type AnswerOrigin = (typeof answerOrigins)[number];

/** Ticks of a question that was left before it was answered. */
export type KeptTicks = {
  readonly roundId: string;
  readonly path: string;
  /** The revision of the answer they were made over; they hold for no other. */
  readonly revision: number;
  readonly ids: readonly string[];
};

/** The session of a chat: which question is open, and which case was last looked at. See the model of the same name. */
export type Dialogue = {
  roundId: string | null;
  path: string | null;
  seen: number | null;
  /** The state of the dialogue as JSON, decrypted while in memory. */
  state: string | null;
  /** The message of the outbox that asked the current question. */
  messageId: string | null;
  /** The case last looked at: its card was shown, or a question of one of its forms. */
  caseId: string | null;
  /** What is ticked in questions of several choices that are not answered yet; the newest last. */
  ticks: readonly KeptTicks[];
  /** The last act with the chat unlocked by the PIN; null where it was not given since. */
  unlockedAt: Date | null;
  /** The topic of the guidance that was answered last, by its slug, and when. */
  topic: string | null;
  topicAt: Date | null;
  touchedAt: Date;
};

/** A line of the audit, without any personal word. */
export type AuditLine = {
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly organizationId?: string;
  readonly memberId?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/** A danger as it was noted. It is stored and people are told, even if everything else of the unit of work fails. */
export type Alarm = {
  readonly organizationId: string;
  /** Null where it concerns no case, or none that is known. */
  readonly caseId: string | null;
  /** Whose life it is about. */
  readonly whom: "client" | "worker";
  readonly kinds: readonly Danger[];
  readonly source: "form" | "reflex" | "button";
  readonly notedById: string;
  /** It was stored and told within this unit of work. Undone with it. */
  raised: boolean;
};

/**
 * A unit of work: one update inside one transaction, what is known at its start and what it decides.
 *
 * The hot path — an answer to the question at hand — reads what the claim already loaded and adds to the lists;
 * they are written in one statement at the end. Everything else asks for `tx()`, which first writes the
 * answers collected so far, so that a query sees them.
 */
export type Work = {
  readonly now: Date;
  /** `length` characters of [a-z0-9], from the injected randomness. */
  readonly newId: (length?: number) => string;
  readonly sealer: Sealer;
  /** The forms that rounds are filled in of. */
  readonly forms: Catalogue;
  /** The outside services that the operator named. */
  readonly services: AssistHosts;
  /** The chat whose update this is; null for work that no update caused. */
  readonly chatId: number | null;
  readonly updateId: bigint | null;
  /** What handles the update, for log and metrics: the callback of a pressed button, else a feature, an entry or a question. */
  handler?: string | undefined;
  /** The person asked for what they may not do or what is gone, and was told so. */
  refused?: boolean;
  /** The acting member, where the person belongs to an organisation and is not suspended. */
  actor: Actor | undefined;
  /** The PIN of the acting member as it is stored, and after how many minutes they want it asked for. */
  pin: StoredPin;
  /** The update waits as it came until the chat is unlocked; everything else of the unit of work is written. */
  held: boolean;
  /** The account of the person, also before they are a member anywhere. */
  person: SenderAccount;
  dialogue: Dialogue;
  dialogueChanged: boolean;
  /** The round of the open question when the update was claimed, with its version. */
  readonly claimedRound: { readonly id: string; readonly version: number } | null;
  /** What became of the message that asked the current question; null where it is unknown. */
  readonly asked: AskedMessage | null;
  /** The update failed before and an operator retries it: much may have happened since. */
  readonly isRetried: boolean;
  readonly outgoing: Outgoing[];
  readonly answers: NewAnswer[];
  /** Rounds whose version this work raises: id → [the version it read, the version it leaves]. */
  readonly bumps: Map<string, { readonly from: number; to: number }>;
  /** What repositories keep for this unit of work (`keptIn`). `beginAgain` drops it together with the decisions. */
  readonly kept: Map<symbol, unknown>;
  /**
   * Cases this unit of work changed besides their answers. Their rows are locked until the commit, and older copies
   * are old.
   */
  readonly moved: Set<string>;
  /** Cases whose deadlines may have changed: recalculated before the commit. */
  readonly recalculate: Set<string>;
  /** The cases this unit of work read, each with the time until which the acting member may read it; null: no such time. */
  readonly shown: Map<string, Date | null>;
  readonly audit: AuditLine[];
  /** Noted dangers. They survive `beginAgain`; whoever handles the update raises those not raised yet. */
  readonly alarms: Alarm[];
  /** Runs after the commit and never after a rollback: caches, waking a loop. */
  readonly afterCommit: (() => void)[];
  tx(): Promise<Tx>;
  /** Takes back everything this unit of work decided, in the database too, to the state after the claim. */
  beginAgain(): Promise<void>;
};

/**
 * What a repository keeps for a unit of work under a symbol of its own; made when first asked for. A WeakMap by unit would do
 * too, but a young value in an old WeakMap outlives its key until the next full collection, and with it everything the
 * unit of work holds.
 */
export function keptIn<T>(work: Pick<Work, "kept">, key: symbol, make: () => T): T {
  const known = work.kept.get(key);
  // Only whoever owns the symbol puts something there.
  if (known !== undefined) return known as T;
  const made = make();
  work.kept.set(key, made);
  return made;
}

/** A member's PIN as the claim loaded it. */
export type StoredPin = {
  /** Sealed; null where none is set. */
  readonly sealed: string | null;
  readonly after: number | null;
};

/** A Telegram account as the claim loaded it. */
export type SenderAccount = {
  readonly accountId: number | null;
  /** The account was stored before. */
  readonly known: boolean;
  readonly locale: string | null;
  readonly blocked: boolean;
};
