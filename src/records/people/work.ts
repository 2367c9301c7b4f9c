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
  /** A kept file that goes along: the payload names it as `attach://<attachmentId>`. */
  readonly upload?: { readonly attachmentId: string; readonly name: string };
  /** `reply` follows something a person did; `notice` is a message nobody asked for, and is rate-limited. */
  readonly kind: "reply" | "notice";
  /** Whether the call keeps its place among the chat's other calls. Answers to button presses do not. */
  readonly ordered: boolean;
  /** The question of a form that it puts, where it does. */
  readonly question?: QuestionMessage;
};

/** A question of a form as one message of the outbox puts it. */
export type QuestionMessage = {
  /** The id of the message in the outbox. */
  readonly messageId: string;
  readonly roundId: string;
  readonly path: string;
  /** How long (ms) it rests before it leaves: what is still on its way to us comes before it. */
  readonly rest: number;
};

export const messageStatuses = ["waiting", "sending", "sent", "dead", "dropped"] as const;

/** How the message that put the question at hand fared. */
export type AskedMessage = {
  readonly status: (typeof messageStatuses)[number];
  /** Telegram's id of it; of the last copy, where there may be several. */
  readonly telegramId: number | null;
  readonly sentAt: Date | null;
  /** When it was last called for; null where nobody can have seen it by that call. */
  readonly calledAt: Date | null;
  /** Since when a copy of it may be before the person that has another id, or null. */
  readonly unsureSince: Date | null;
};

/** A revision of an answer, to be written with everything else of the transaction. */
export type NewAnswer = {
  readonly id: string;
  readonly roundId: string;
  readonly path: string;
  readonly revision: number;
  /** Sealed JSON, null when retracted. */
  readonly value: string | null;
  readonly memberId: string;
};

/** The session of a chat: which question is open, see the model of the same name. `undefined` where none is. */
export type Dialogue = {
  roundId: string | null;
  path: string | null;
  seen: number | null;
  /** JSON of the dialogue of one question, in clear while in memory. */
  state: string | null;
  /** The message of the outbox that put the question at hand. */
  messageId: string | null;
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

/** A danger as it was noted. It is kept, and people are told, even where everything else of its work fails. */
export type Alarm = {
  readonly organizationId: string;
  /** Null where it is about no case, or none that is known. */
  readonly caseId: string | null;
  /** Whose life it is about. */
  readonly whom: "client" | "worker";
  readonly kinds: readonly Danger[];
  readonly source: "form" | "reflex" | "button";
  readonly notedById: string;
  /** Kept and told of within this work; undone with it. */
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
  /** The chat whose update this is; null for work that no update caused. */
  readonly chatId: number | null;
  readonly updateId: bigint | null;
  /** What takes the update, as logs and metrics may call it: the callback of a pressed button. */
  handler?: string | undefined;
  /** The acting member, where the person belongs to an organisation and is not suspended. */
  actor: Actor | undefined;
  /** What is known of the person even before they belong anywhere. */
  person: SenderAccount;
  dialogue: Dialogue;
  dialogueChanged: boolean;
  /** The round the dialogue stood at when it was claimed, at the version it had. */
  readonly claimedRound: { readonly id: string; readonly version: number } | null;
  /** How the message fared that put the question at hand; null where none is kept. */
  readonly asked: AskedMessage | null;
  /** The update was put aside once and is tried again by hand: much may have happened since. */
  readonly isRetried: boolean;
  readonly outgoing: Outgoing[];
  readonly answers: NewAnswer[];
  /** Rounds whose version this work raises: id → [the version it read, the version it leaves]. */
  readonly bumps: Map<string, { readonly from: number; to: number }>;
  /**
   * What a repository remembers within this work it remembers by this object: `beginAgain` puts a new one here, and
   * what was remembered is forgotten together with what was decided.
   */
  attempt: object;
  /** Cases this work changed beside their answers: their rows are held until the commit, and older copies are old. */
  readonly moved: Set<string>;
  /** Cases in which something may be due now that was not before, or no longer: recalculated before the commit. */
  readonly recalculate: Set<string>;
  readonly audit: AuditLine[];
  /** Dangers that were noted: they outlive `beginAgain`, and whoever handles the update raises what is not yet. */
  readonly alarms: Alarm[];
  /** Runs after the commit, never after a rollback: caches, waking a loop. */
  readonly afterCommit: (() => void)[];
  tx(): Promise<Tx>;
  /** Takes back all that this work decided so far, in the database too: it stands where the claim left it. */
  beginAgain(): Promise<void>;
};

/** A Telegram account as the claim loaded it. */
export type SenderAccount = {
  readonly accountId: number | null;
  /** The person has been here before. */
  readonly known: boolean;
  readonly locale: string | null;
  readonly blocked: boolean;
};
