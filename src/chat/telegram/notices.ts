import { countWaitingFor } from "../../records/case/waiting.js";
import type { Reachable } from "../../records/people/accounts.js";
import type { Work } from "../../records/people/work.js";
import type { Locale, MessageKey, TextArgs, Texts } from "../../texts.js";
import type { Button } from "./buttons.js";
import { callbacks } from "./callbacks.js";
import { queueMessage } from "./outbox.js";
import type { Wording } from "./wording.js";

/** The language for a recipient who is not the sender of the update. */
export function recipientLocale(known: string | null): Locale {
  return known === "en" ? "en" : "id";
}

/** Whom a notice goes to, and the institution it tells of where that is not the acting member's. */
export type Notified = {
  readonly chatId: number;
  readonly locale: string | null;
  readonly organizationId?: string;
  /** When it is sent, where that is not now: the end of the quiet hours, for what is not urgent. */
  readonly after?: Date | undefined;
};

/**
 * Queues a notice to somebody else's chat, in their language. It may contain codes and never a client's name, since
 * locked phones show a preview.
 */
export function notify<K extends MessageKey>(
  work: Work,
  texts: Texts,
  to: Notified,
  key: K,
  args: TextArgs<K>,
  rows: (locale: Locale) => readonly (readonly Button[])[] = () => [],
): void {
  const locale = recipientLocale(to.locale);
  const text = texts.t(locale, key, ...args);
  const { chatId, organizationId, after } = to;
  queueMessage(work, { chatId, text, rows: rows(locale), kind: "notice", organizationId, after });
}

/** A colleague who was to be told, and whether the bot could write to them. */
export type NotifiedColleague = {
  readonly name: string;
  readonly reached: boolean;
  /** In words when they hear of it, where that is not now. */
  readonly later?: string;
};

/** "Bu Ratna sudah diberi tahu.": who was told, and who could not be. Telegram HTML; empty for nobody. */
export function toldText(say: Wording, addressed: readonly NotifiedColleague[]): string {
  const names = (reached: boolean) =>
    addressed
      .filter((one) => one.reached === reached && one.later === undefined)
      .map(({ name }) => name)
      .join(", ");
  const [told, missed] = [names(true), names(false)];
  return [
    ...(told === "" ? [] : [say.html("told", { names: told })]),
    ...(missed === "" ? [] : [say.html("told-not", { names: missed })]),
    ...addressed.flatMap(({ name, later }) =>
      later === undefined ? [] : [say.html("told-later", { name, moment: later })],
    ),
  ].join(" ");
}

/** A member who blocked the bot: who hears of it, and the admins who see to what waits for them. */
type GoneMember = {
  readonly memberId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly tell: readonly Reachable[];
  readonly admins: readonly Reachable[];
};

/**
 * Tells the members responsible that a member cannot be reached any more; and the admins how much waits for a
 * supervisor who is gone.
 */
export async function tellOfBlock(work: Work, texts: Texts, gone: readonly GoneMember[]): Promise<void> {
  for (const { memberId, organizationId, name, tell, admins } of gone) {
    for (const { accountId, locale } of tell) {
      notify(work, texts, { chatId: accountId, locale, organizationId }, "notice-blocked", [{ name }]);
    }
    const count = await countWaitingFor(work, memberId);
    for (const { accountId, locale } of count === 0 ? [] : admins) {
      notify(
        work,
        texts,
        { chatId: accountId, locale, organizationId },
        "notice-blocked-waiting",
        [{ name, count }],
        (to) => [
          [{ text: texts.plain(to, "button-waiting"), data: callbacks.approvals() }],
          [{ text: texts.plain(to, "button-member", { name }), data: callbacks.member({ memberId }) }],
        ],
      );
    }
  }
}
