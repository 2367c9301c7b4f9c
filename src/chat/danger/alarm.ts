import { timeIn } from "../../practice/calendar.js";
import type { Danger } from "../../practice/forms/vocabulary.js";
import type { AlarmRecipient } from "../../records/danger/alarmRecipients.js";
import type { NotedDanger } from "../../records/danger/dangerRow.js";
import { alarmAgain, type DangerAlert, noteDanger, replaceRecipient } from "../../records/danger/dangers.js";
import type { Work } from "../../records/people/work.js";
import { escapeHtml, TextError, type Texts } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { notify, recipientLocale } from "../telegram/notices.js";
import { queueMessage } from "../telegram/outbox.js";
import { joinLines } from "../telegram/screen.js";
import { type Wording, wordingOf } from "../telegram/wording.js";

/**
 * Stores the dangers noted in this unit of work and alerts those who must be told, each once. It is called where the
 * danger is answered, so that the person reads who was told. The handler of the update calls it again for dangers
 * whose storage was undone since.
 */
export async function raiseAlarms(work: Work, texts: Texts): Promise<readonly DangerAlert[]> {
  const outcomes: DangerAlert[] = [];
  for (const alarm of work.alarms) {
    if (alarm.raised) continue;
    const raised = await noteDanger(work, alarm);
    for (const hearer of raised.tell) tell(work, texts, raised.danger, hearer, false);
    alarm.raised = true;
    outcomes.push(raised);
  }
  return outcomes;
}

/**
 * Repeats an alert that nobody acknowledged: everybody who can be reached is told, and the member who noted it is
 * told of that.
 */
export async function repeatAlarm(work: Work, texts: Texts, dangerId: string): Promise<void> {
  const raised = await alarmAgain(work, dangerId);
  for (const hearer of raised.tell) tell(work, texts, raised.danger, hearer, true);
  if (raised.noter === null) return;
  const names = namesOf(raised.tell, recipientLocale(raised.noter.locale));
  const about = codeOf(raised.danger, texts, raised.noter.locale);
  const { organizationId } = raised.danger;
  const noter = { ...raised.noter, organizationId };
  if (names === "") notify(work, texts, noter, "notice-danger-nobody", [about]);
  else notify(work, texts, noter, "notice-danger-waiting", [{ ...about, names }]);
}

/**
 * A member blocked the bot: others are told in their place of dangers nobody acknowledged, and the members who noted
 * them are told of that.
 */
export async function replaceBlocked(
  work: Work,
  texts: Texts,
  gone: readonly { readonly memberId: string; readonly name: string }[],
): Promise<void> {
  for (const { memberId, name } of gone) {
    for (const raised of await replaceRecipient(work, memberId)) {
      for (const hearer of raised.tell) tell(work, texts, raised.danger, hearer, false);
      if (raised.noter === null) continue;
      const names = namesOf(raised.told, recipientLocale(raised.noter.locale));
      const about = codeOf(raised.danger, texts, raised.noter.locale);
      const noter = { ...raised.noter, organizationId: raised.danger.organizationId };
      if (names === "") notify(work, texts, noter, "notice-danger-nobody", [about]);
      else notify(work, texts, noter, "notice-danger-instead", [{ ...about, name, names }]);
    }
  }
}

/**
 * Sends the alert: the worker, the kind of danger, and the case by its code; never the client. It is sent as a reply,
 * because notices wait for the rate limit. It does not depend on texts: if one is missing, symbols and names are
 * sent.
 */
function tell(work: Work, texts: Texts, danger: NotedDanger, to: AlarmRecipient, again: boolean): void {
  const { text, rows } = alert(texts, danger, to, again);
  const { organizationId } = danger;
  queueMessage(work, { chatId: to.chatId, text, rows, kind: "reply", organizationId });
}

type Alert = { readonly text: string; readonly rows: readonly (readonly Button[])[] };

function alert(texts: Texts, danger: NotedDanger, to: AlarmRecipient, again: boolean): Alert {
  const say = wordingOf(texts, recipientLocale(to.locale));
  const take = callbacks.takeDanger({ dangerId: danger.id });
  try {
    const text = joinLines(
      [again ? say.html("notice-danger-again") : undefined, alertLine(say, danger)],
      "\n",
    );
    const rows: Button[][] = [[{ text: say.plain("button-danger-take"), data: take }]];
    if (to.mayOpen && danger.case !== null) {
      rows.push([
        { text: say.plain("button-open-case"), data: callbacks.openCase({ caseId: danger.case.id }) },
      ]);
    }
    return { text, rows };
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    const code = danger.case === null ? "" : ` · ${danger.case.code}`;
    return {
      text: `⚠️🚨 ${escapeHtml(danger.notedBy.name)}${escapeHtml(code)} · ${danger.kinds.join(", ")}`,
      rows: [[{ text: "✋", data: take }]],
    };
  }
}

/** "⚠️ Bahaya bunuh diri. Dicatat Bu Ratna pada K-2026-0042 pukul 10.20 …". */
function alertLine(say: Wording, danger: NotedDanger): string {
  const { name } = danger.notedBy;
  const args = {
    kinds: kindsText(say, danger.kinds),
    name,
    time: clockTime(danger.notedAt, danger.zone, say),
  };
  if (danger.whom === "worker") return say.html("notice-danger-self", args);
  if (danger.case === null) return say.html("notice-danger-no-case", args);
  return say.html("notice-danger", { ...args, code: danger.case.code });
}

/** "Pak Dedi saya beri tahu sekarang …": who was reached, or that nobody could be. */
export function alertedText(say: Wording, { danger, told }: DangerAlert): string {
  if (danger.acknowledged !== null) {
    const { by, at } = danger.acknowledged;
    return say.html("danger-taken", { name: by.name, time: clockTime(at, danger.zone, say) });
  }
  const names = namesOf(told, say.locale);
  return names === "" ? say.html("danger-nobody-told") : say.html("danger-told", { names });
}

/** "Bahaya bunuh diri, gawat medis"; where the row was damaged, that it is a danger. */
export function kindsText(say: Wording, kinds: readonly Danger[]): string {
  if (kinds.length === 0) return say.plain("danger-some");
  return kinds.map((kind) => say.plain(`danger-kind-${kind}`)).join(", ");
}

/** 10.20 in Indonesian, 10:20 in English, in the organisation's zone. */
export function clockTime(at: Date, zone: string, say: Wording): string {
  return timeIn(zone, at).replace(":", say.locale === "id" ? "." : ":");
}

/** How a notice names a danger: by the code of its case, or as one without a case. */
export function codeOf(danger: NotedDanger, texts: Texts, locale: string | null): { readonly code: string } {
  return { code: danger.case?.code ?? texts.plain(recipientLocale(locale), "danger-no-case") };
}

function namesOf(people: readonly { readonly name: string }[], locale: string): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(people.map(({ name }) => name));
}
