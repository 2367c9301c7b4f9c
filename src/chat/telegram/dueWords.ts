import { dateIn, daysBetween } from "../../practice/calendar.js";
import { type DeadlineKey, daysOf, endsByHandover, hasDays, isDiscreet } from "../../practice/deadlines.js";
import { formIds } from "../../practice/form.js";
import type { Rung } from "../../practice/ladder.js";
import type { PracticeRules } from "../../practice/rules.js";
import type { Task } from "../../records/due/tasks.js";
import { escapeHtml, html, type Markup } from "../../texts.js";
import { dayOf, momentOf } from "./answerText.js";
import type { Button } from "./buttons.js";
import { callbacks } from "./callbacks.js";
import type { Wording } from "./wording.js";

/** The moment and zone in which a due date is described. */
export type Viewpoint = { readonly now: Date; readonly zone: string };

/** "K-2026-0031 · evaluasi"; only the deadline's name without a case. An idle draft is named by its form. */
export function dueName({ key, code, step }: Pick<Task, "key" | "code" | "step">, say: Wording): string {
  const form = key === "draft-idle" ? formIds.find((one) => one === step) : undefined;
  const name =
    form === undefined
      ? say.plain(`deadline-${key}`)
      : say.plain("due-draft", { form: say.plain(`form-${form}`).toLocaleLowerCase(say.locale) });
  return code === null ? name : `${code} · ${name}`;
}

/**
 * The same for who may not read the case, such as an admin: where the name would tell what befell the client it is
 * only "batas waktu undang-undang".
 */
export function discreetName(due: Pick<Task, "key" | "code" | "step">, say: Wording): string {
  if (!isDiscreet(due.key)) return dueName(due, say);
  const name = say.plain("due-of-the-law");
  return due.code === null ? name : `${due.code} · ${name}`;
}

/**
 * Time left or overdue: in days for an organisation's deadline, in hours for a statutory one. Of an idle draft it says
 * since when it lies: the form has a date of its own, which is not to be mistaken for this one.
 */
export function dueWhen(
  { key, statutory, startsAt, dueAt }: Pick<Task, "key" | "statutory" | "startsAt" | "dueAt">,
  { now, zone }: Viewpoint,
  say: Wording,
): string {
  if (statutory) return timeLeft(dueAt, now, say);
  const today = dateIn(zone, now);
  if (key === "draft-idle")
    return say.plain("due-draft-since", { days: daysBetween(dateIn(zone, startsAt), today) });
  const date = dateIn(zone, dueAt);
  const days = daysBetween(today, date);
  if (days < 0) return say.plain("due-late-days", { days: -days });
  if (days === 0) return say.plain("due-today");
  if (days === 1) return say.plain("due-tomorrow");
  return days <= 7 ? say.plain("due-in-days", { days }) : dayOf(date, say);
}

/** "sisa 23 jam 40 menit", "sekarang", "lewat 3 jam". */
function timeLeft(dueAt: Date, now: Date, say: Wording): string {
  const span = spanBetween(dueAt, now, say);
  if (span === undefined) return say.plain("due-now");
  return dueAt < now ? say.plain("due-late-span", { span }) : say.plain("due-left-span", { span });
}

/** The same as Telegram HTML that the app keeps up to date. */
export function timeLeftHtml(dueAt: Date, now: Date, say: Wording): Markup {
  return relativeTime(dueAt, timeLeft(dueAt, now, say));
}

/** The same as a sentence with the due moment, Telegram HTML. */
export function clockLine(dueAt: Date, { now, zone }: Viewpoint, say: Wording): string {
  const moment = dueMoment(dueAt, zone, say);
  const span = spanBetween(dueAt, now, say);
  if (span === undefined) return say.html("clock-now", { moment });
  const time = relativeTime(dueAt, dueAt < now ? say.plain("span-ago", { span }) : span);
  return say.html(dueAt < now ? "clock-late" : "clock-left", { time, moment });
}

/** A `<tg-time>`: the app tells how far off the moment is, and shows our words where it cannot. */
function relativeTime(at: Date, words: string): Markup {
  const unix = Math.round(at.getTime() / 1000);
  return html(`<tg-time unix="${unix}" format="r">${escapeHtml(words)}</tg-time>`);
}

/**
 * "23 jam 40 menit". Laws count in hours, so days are used only beyond five days. Undefined for less than a minute.
 */
export function spanBetween(a: Date, b: Date, say: Wording): string | undefined {
  const minutes = Math.round(Math.abs(a.getTime() - b.getTime()) / 60_000);
  return minutes === 0 ? undefined : spanText(minutes, say);
}

function spanText(minutes: number, say: Wording): string {
  if (minutes >= 5 * 24 * 60) return say.plain("span-days", { days: Math.floor(minutes / (24 * 60)) });
  if (minutes % 60 === 0) return say.plain("span-hours", { hours: minutes / 60 });
  if (minutes < 60) return say.plain("span-minutes", { minutes });
  return say.plain("span-hours-minutes", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** "Rabu, 25 November 2026, 10.15 WIB": the moment with its zone. */
export function dueMoment(dueAt: Date, zone: string, say: Wording): string {
  return `${momentOf(dueAt, zone, say)} ${zoneLetters(zone)}`;
}

function zoneLetters(zone: string): string {
  return zone === "Asia/Makassar" ? "WITA" : zone === "Asia/Jayapura" ? "WIT" : "WIB";
}

/** "14 hari sejak kontrak ditandatangani": the rule, with the organisation's own days. */
export function ruleText(key: DeadlineKey, rules: Pick<PracticeRules, "days">, say: Wording): string {
  return hasDays(key)
    ? say.plain(`deadline-${key}.rule`, { days: daysOf(key, rules) })
    : say.plain(`deadline-${key}.rule`);
}

/** The button that states that something is done. Throws where no statement ends the deadline. */
export function doneText(key: DeadlineKey, say: Wording): string {
  if (!endsByHandover(key)) throw new Error(`${key} does not end by a statement`);
  return say.plain(`deadline-${key}.done`);
}

/**
 * The button that opens the step of a task. `withCode` adds the code where several tasks share a message. `straight`
 * skips the card of a statutory deadline, for use on that card.
 */
export function openButton(task: Task, say: Wording, withCode: boolean, straight = false): Button {
  const verb = say.plain(`deadline-${task.key}.open`);
  const text = withCode && task.code !== null ? `${verb} · ${task.code}` : verb;
  // An approval has its own card, which checks who may decide.
  if (task.step === "approve" && task.roundId !== null)
    return { text, data: callbacks.openApproval({ roundId: task.roundId }) };
  // Which question it is stands in their list.
  if (task.key === "consultation") return { text, data: callbacks.consultationsWaiting() };
  // A read-only case opens at its card, which leads to the legal grounds.
  if (task.key === "data-ground" && task.caseId !== null)
    return { text, data: callbacks.openCase({ caseId: task.caseId }) };
  return { text, data: (straight ? callbacks.enterDue : callbacks.openDue)({ deadlineId: task.id }) };
}

/** The law of a statutory deadline and the time it gives; undefined for any other deadline. */
export function clockBasis(due: { readonly key: DeadlineKey; readonly basis: string | null }, say: Wording) {
  const { key, basis } = due;
  if (basis === null || hasDays(key)) return undefined;
  return say.html("clock-basis", { basis, span: say.plain(`deadline-${key}.rule`) });
}

/** The name of a reminder step: "1 hari sebelumnya", "terlambat 3 hari". */
export function rungName(name: Rung["name"], say: Wording): string {
  const [, kind = name, number] =
    /^(days-before|days-late|hours-before|hours-late|nudged)-(\d+)/.exec(name) ?? [];
  const count = Number(number ?? 0);
  switch (kind) {
    case "days-before":
      return say.plain("rung-days-before", { count });
    case "days-late":
      return say.plain("rung-days-late", { count });
    case "hours-before":
      return say.plain("rung-hours-before", { count });
    case "hours-late":
      return say.plain("due-late-span", { span: spanText(count * 60, say) });
    case "at-once":
      return say.plain("rung-at-once");
    case "counted":
      return say.plain("rung-counted");
    case "due":
      return say.plain("rung-due");
    case "nudged":
      return say.plain("rung-nudged");
    default:
      return say.plain("rung-again");
  }
}
