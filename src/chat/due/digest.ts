import { dateIn, daysBetween, timeIn } from "../../practice/calendar.js";
import { deadlineRule, endsByHandover } from "../../practice/deadlines.js";
import type { Recipient, TaskReminder } from "../../records/due/notice.js";

import { type Task, taskCounts } from "../../records/due/tasks.js";
import type { Work } from "../../records/people/work.js";
import { escapeHtml, type Texts } from "../../texts.js";
import { dayOf } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import {
  clockBasis,
  clockLine,
  doneText,
  dueName,
  dueWhen,
  openButton,
  timeLeftHtml,
  type Viewpoint,
} from "../telegram/dueWords.js";
import { recipientLocale } from "../telegram/notices.js";
import { queueMessage } from "../telegram/outbox.js";
import { joinLines } from "../telegram/screen.js";
import { type Wording, wordingOf } from "../telegram/wording.js";

/** The most lines and buttons of a section. The rest is counted and can be opened. */
const most = { lines: 12, buttons: 8 } as const;

/** What the bot says by itself when something is due. Codes and staff's names, never a client's. */
export function reminderMessages(texts: Texts) {
  return {
    /** The one digest of the day. Returns what it wrote out. */
    async digest(
      work: Work,
      to: Recipient,
      reminders: readonly TaskReminder[],
    ): Promise<ReadonlySet<TaskReminder>> {
      const say = wordingOf(texts, recipientLocale(to.locale));
      const present = { now: work.now, zone: to.zone };
      const dangers = reminders.filter(({ key }) => key === "danger-open");
      const others = reminders.filter(({ key }) => key !== "danger-open");
      const heardAs = (audience: TaskReminder["audience"]) =>
        withoutDrafts(others.filter((one) => one.audience === audience));
      const own = heardAs("owner");
      // What they are told for the first time today comes first.
      const team = [...heardAs("superior")].sort((a, b) => b.dueAt.getTime() - a.dueAt.getTime());
      const overseen = heardAs("admin");
      const late = own.filter(({ dueAt }) => dueAt < work.now);
      const today = own.filter(
        (one) => dateIn(to.zone, one.dueAt) === dateIn(to.zone, work.now) && !late.includes(one),
      );
      const soon = own.filter((one) => !late.includes(one) && !today.includes(one));
      const counts = await taskCounts(await work.tx(), to.memberId, to.zone, work.now);
      const listed = [late, today, soon, team, overseen].flatMap((all) => all.slice(0, most.lines));
      const withName = (one: TaskReminder) => say.plain("digest-whose", { name: ownerName(work, one) });
      const text = joinLines(
        [
          greeting(work, to, say),
          dangerSection(dangers, present, say),
          section("digest-late", late, present, say),
          section("digest-today", today, present, say),
          section("digest-soon", soon, present, say),
          counts.week > 0 ? say.html("digest-week", { count: counts.week }) : undefined,
          section("digest-team", team, present, say, withName),
          section("digest-overseen", overseen, present, say, withName),
        ],
        "\n\n",
      );
      const shown = [...late, ...today, ...soon];
      const rows: Button[][] = [
        ...(dangers.length === 0
          ? []
          : [[{ text: say.plain("button-open-dangers"), data: callbacks.openDangers() }]]),
        ...shown.slice(0, most.buttons).map((one) => [openButton(one, say, true)]),
        ...caseButtons(team.slice(0, most.buttons - Math.min(shown.length, most.buttons - 3)), say),
      ];
      if (own.length > 0) {
        rows.push([{ text: say.plain("button-tasks-all"), data: callbacks.taskList() }]);
        rows.push([
          { text: say.plain("button-snooze"), data: callbacks.chooseDue({ purpose: "snooze", page: 0 }) },
          { text: say.plain("button-why-reminded"), data: callbacks.chooseDue({ purpose: "why", page: 0 }) },
        ]);
      } else if (team.length > 0) {
        rows.push([
          {
            text: say.plain("button-tasks-team"),
            data: callbacks.taskPage({ whose: "team", bucket: "all", kind: "all", page: 0 }),
          },
        ]);
      }
      if (overseen.length > 0)
        rows.push([
          { text: say.plain("button-reminder-log"), data: callbacks.reminderLog({ which: "all", page: 0 }) },
        ]);
      queueMessage(work, { chatId: to.chatId, text, rows, kind: "notice" });
      return new Set([...dangers, ...listed]);
    },

    /**
     * The reminder of one statutory deadline. The owner reads what to do, the supervisor whom to call, the admin
     * whose it is and where to look. In the middle of a form it is one short line, and the form goes on.
     */
    async clock(work: Work, to: Recipient, reminder: TaskReminder, briefly: boolean): Promise<void> {
      const say = wordingOf(texts, recipientLocale(to.locale));
      const name = dueName(reminder, say);
      const worker = ownerName(work, reminder);
      if (briefly) {
        const left = timeLeftHtml(reminder.dueAt, work.now, say);
        const isAdmin = reminder.audience === "admin";
        const data = isAdmin
          ? callbacks.member({ memberId: reminder.ownerId })
          : callbacks.openDue({ deadlineId: reminder.id });
        const rows = [[{ text: say.plain("button-open"), data }]];
        queueMessage(work, {
          chatId: to.chatId,
          text:
            reminder.audience === "owner"
              ? say.html("clock-brief", { name, left })
              : say.html("clock-brief-other", { name, left, worker }),
          rows,
          kind: "notice",
        });
        return;
      }
      const text = joinLines([
        say.html("clock-title", { name }),
        reminder.audience === "owner"
          ? undefined
          : say.html(`clock-to-${reminder.audience}`, { name: worker }),
        clockLine(reminder.dueAt, { now: work.now, zone: to.zone }, say),
        clockBasis(reminder, say),
      ]);
      const rows = clockRows(reminder, worker, say);
      queueMessage(work, { chatId: to.chatId, text, rows, kind: "notice" });
    },
  };
}

/**
 * The buttons under it: the step for the owner, the case for the supervisor, the worker for the admin, who sees no
 * cases.
 */
function clockRows(reminder: TaskReminder, worker: string, say: Wording): Button[][] {
  switch (reminder.audience) {
    case "owner":
      return clockButtons(reminder, say);
    case "superior":
      return [
        ...caseButtons([reminder], say),
        [
          {
            text: say.plain(reminder.inHand ? "button-read-word" : "button-see-clock"),
            data: callbacks.openDue({ deadlineId: reminder.id }),
          },
        ],
      ];
    case "admin":
      return [
        [
          {
            text: say.plain("button-member", { name: worker }),
            data: callbacks.member({ memberId: reminder.ownerId }),
          },
        ],
        [{ text: say.plain("button-reminder-log"), data: callbacks.reminderLog({ which: "all", page: 0 }) }],
      ];
  }
}

/** The name of whose task it is. */
function ownerName(work: Work, { ownerId, ownerName: sealed }: TaskReminder): string {
  return work.sealer.open(sealed, { table: "Member", column: "name", row: ownerId });
}

/** The buttons of a clock of the law: the step, that it is done, why. */
export function clockButtons(reminder: Task, say: Wording): Button[][] {
  const rows: Button[][] = [];
  if (reminder.step !== "tick") rows.push([openButton(reminder, say, false, true)]);
  if (endsByHandover(reminder.key))
    rows.push([{ text: doneText(reminder.key, say), data: callbacks.tickDue({ deadlineId: reminder.id }) }]);
  if (reminder.statutory)
    rows.push([
      { text: say.plain("button-in-hand"), data: callbacks.takeInHand({ deadlineId: reminder.id }) },
    ]);
  if (reminder.caseId !== null)
    rows.push([{ text: say.plain("button-to-case"), data: callbacks.openCase({ caseId: reminder.caseId }) }]);
  return rows;
}

/** One button for each case, however many of its deadlines are listed. */
function caseButtons(reminders: readonly TaskReminder[], say: Wording): Button[][] {
  const cases = new Map(reminders.flatMap(({ caseId, code }) => (caseId && code ? [[caseId, code]] : [])));
  return [...cases].map(([caseId, code]) => [
    { text: say.plain("button-open-code", { code }), data: callbacks.openCase({ caseId }) },
  ]);
}

/** Leaves out drafts of forms that are listed as due anyway. */
function withoutDrafts(reminders: readonly TaskReminder[]): readonly TaskReminder[] {
  return reminders.filter(
    (one) =>
      deadlineRule(one.key).listed !== "unless-same-step" ||
      !reminders.some((other) => other !== one && other.caseId === one.caseId && other.step === one.step),
  );
}

function greeting(work: Work, to: Recipient, say: Wording): string {
  const hour = Number(timeIn(to.zone, work.now).slice(0, 2));
  const part = hour < 11 ? "morning" : hour < 15 ? "noon" : hour < 18 ? "afternoon" : "evening";
  const name = work.sealer.open(to.name, { table: "Member", column: "name", row: to.memberId });
  return say.html(`digest-${part}`, { name, day: dayOf(dateIn(to.zone, work.now), say) });
}

/** Open dangers come first: by code, never which danger. */
function dangerSection(
  all: readonly TaskReminder[],
  { now, zone }: Viewpoint,
  say: Wording,
): string | undefined {
  if (all.length === 0) return undefined;
  return joinLines([
    say.html("digest-danger"),
    ...all.map(({ code, startsAt }) =>
      say.html("digest-danger-line", {
        code: code ?? say.plain("danger-no-case"),
        days: daysBetween(dateIn(zone, startsAt), dateIn(zone, now)),
      }),
    ),
  ]);
}

type Section = "digest-late" | "digest-today" | "digest-soon" | "digest-team" | "digest-overseen";

function section(
  title: Section,
  all: readonly TaskReminder[],
  present: Viewpoint,
  say: Wording,
  whose: (one: TaskReminder) => string = () => "",
): string | undefined {
  if (all.length === 0) return undefined;
  const written = all.slice(0, most.lines).map((one) => {
    const when = title === "digest-today" && !one.statutory ? "" : `, ${dueWhen(one, present, say)}`;
    return escapeHtml(`• ${dueName(one, say)}${when}${whose(one)}`);
  });
  const rest = all.length - written.length;
  return joinLines([
    say.html(title),
    ...written,
    rest > 0 ? say.html("digest-rest", { count: rest }) : undefined,
  ]);
}
