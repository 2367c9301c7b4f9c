import { dateIn, timeIn } from "../../practice/calendar.js";
import { deadlineRule, endsByHandover, isDiscreet } from "../../practice/deadlines.js";
import { type DigestParts, digestParts } from "../../practice/digest.js";
import type { Recipient, TaskReminder } from "../../records/due/notice.js";
import { type Task, taskCounts } from "../../records/due/tasks.js";
import type { Work } from "../../records/people/work.js";
import type { Texts } from "../../texts.js";
import { dayOf, momentOf } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import {
  clockBasis,
  clockLine,
  discreetName,
  doneText,
  dueName,
  openButton,
  timeLeftHtml,
} from "../telegram/dueWords.js";
import { recipientLocale } from "../telegram/notices.js";
import { queueMessage } from "../telegram/outbox.js";
import { joinLines } from "../telegram/screen.js";
import { type Wording, wordingOf } from "../telegram/wording.js";
import { dangerSection, foldedLine, lineOf, section, type Title } from "./digestSections.js";

/** The most buttons of steps and cases. The rest can be opened from the lists. */
const mostButtons = 8;
/** The most buttons of cases that wait for somebody else. */
const mostWaiting = 3;

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
      const parts = digestParts(reminders, work.now, to.zone);
      const { late, team } = parts;
      const counts = await taskCounts(work, to.memberId, to.zone);
      const mine = (title: Title, all: readonly TaskReminder[]) =>
        section(title, all, (one) => lineOf(one, title, present, say), say);
      const named = (title: Title, all: readonly TaskReminder[]) =>
        section(title, all, (one) => `${lineOf(one, title, present, say)}${withName(work, one, say)}`, say);
      const sections = [
        mine("digest-late-news", late.news),
        mine("digest-late-still", late.still),
        foldedLine("digest-late-folded", late, say),
        mine("digest-today", parts.today),
        mine("digest-soon", parts.soon),
        counts.week > 0 ? { text: say.html("digest-week", { count: counts.week }), written: [] } : undefined,
        section("digest-waiting", parts.waiting, (one) => waitingLine(work, one, to.zone, say), say),
        named("digest-team-news", team.news),
        named("digest-team-still", team.still),
        foldedLine("digest-team-folded", team, say),
        named("digest-overseen", parts.overseen),
      ];
      const text = joinLines(
        [
          greeting(work, to, say),
          dangerSection(parts.dangers, present, say),
          ...sections.map((one) => one?.text),
        ],
        "\n\n",
      );
      const rows = digestRows(parts, say);
      queueMessage(work, {
        chatId: to.chatId,
        text,
        rows,
        kind: "notice",
        organizationId: to.organizationId,
      });
      return new Set([...parts.dangers, ...sections.flatMap((one) => one?.written ?? [])]);
    },

    /**
     * The reminder of one statutory deadline. The owner reads what to do, the supervisor whom to call, the admin
     * whose it is and where to look. In the middle of a form it is one short line, and the form goes on.
     */
    async clock(work: Work, to: Recipient, reminder: TaskReminder, briefly: boolean): Promise<void> {
      const say = wordingOf(texts, recipientLocale(to.locale));
      const { audience } = reminder;
      if (audience === "asker") throw new Error("no clock of the law waits for a decision");
      const isAdmin = audience === "admin";
      const name = (isAdmin ? discreetName : dueName)(reminder, say);
      const worker = ownerName(work, reminder);
      if (briefly) {
        const left = timeLeftHtml(reminder.dueAt, work.now, say);
        const data = isAdmin
          ? callbacks.member({ memberId: reminder.ownerId })
          : callbacks.openDue({ deadlineId: reminder.id });
        const rows = [[{ text: say.plain("button-open"), data }]];
        queueMessage(work, {
          chatId: to.chatId,
          text:
            audience === "owner"
              ? say.html("clock-brief", { name, left })
              : say.html("clock-brief-other", { name, left, worker }),
          rows,
          kind: "notice",
          organizationId: to.organizationId,
        });
        return;
      }
      const text = joinLines([
        say.html("clock-title", { name }),
        audience === "owner" ? undefined : say.html(`clock-to-${audience}`, { name: worker }),
        clockLine(reminder.dueAt, { now: work.now, zone: to.zone }, say),
        isAdmin && isDiscreet(reminder.key) ? undefined : clockBasis(reminder, say),
      ]);
      const rows = clockRows(reminder, worker, say);
      queueMessage(work, {
        chatId: to.chatId,
        text,
        rows,
        kind: "notice",
        organizationId: to.organizationId,
      });
    },
  };
}

/** Below a digest: steps of one's own, cases of the team, and the lists that have the rest. */
function digestRows(
  { dangers, late, today, soon, team, waiting, overseen }: DigestParts<TaskReminder>,
  say: Wording,
): Button[][] {
  const shown = [...late.news, ...late.still, ...today, ...soon];
  const isOwn = shown.length + late.folded > 0;
  const ofTeam = [...team.news, ...team.still];
  const rows: Button[][] = [
    ...(dangers.length === 0
      ? []
      : [{ text: say.plain("button-open-dangers"), data: callbacks.openDangers() }]),
    ...distinct(shown.map((one) => openButton(one, say, true))).slice(0, mostButtons),
    ...caseButtons(waiting, say).slice(0, mostWaiting),
    ...teamButtons(ofTeam, say).slice(0, mostButtons - Math.min(shown.length, mostButtons - 3)),
  ].map((button) => [button]);
  if (isOwn) {
    rows.push([{ text: say.plain("button-tasks-all"), data: callbacks.taskList() }]);
    rows.push([
      { text: say.plain("button-snooze"), data: callbacks.chooseDue({ purpose: "snooze", page: 0 }) },
      { text: say.plain("button-why-reminded"), data: callbacks.chooseDue({ purpose: "why", page: 0 }) },
    ]);
  }
  if (ofTeam.length + team.folded > 0) {
    rows.push([
      {
        text: say.plain("button-tasks-team"),
        data: callbacks.taskPage({ whose: "team", bucket: "all", kind: "all", page: 0 }),
      },
      { text: say.plain("button-supervision"), data: callbacks.supervision() },
    ]);
  }
  if (overseen.length > 0)
    rows.push([
      { text: say.plain("button-reminder-log"), data: callbacks.reminderLog({ which: "all", page: 0 }) },
    ]);
  return rows;
}

/**
 * The buttons under it: the step for the owner, the case for the supervisor, the worker for the admin, who sees no
 * cases.
 */
function clockRows(reminder: TaskReminder, worker: string, say: Wording): Button[][] {
  switch (reminder.audience) {
    case "owner":
      return clockButtons(reminder, say);
    case "asker":
    case "superior":
      return [
        ...caseButtons([reminder], say).map((button) => [button]),
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

/** Of buttons that say the same only the first: two tasks of one form lead to the same step. */
function distinct(buttons: readonly Button[]): Button[] {
  const faces = new Set<string>();
  return buttons.filter(({ text }) => !faces.has(text) && faces.add(text));
}

/** "K-2026-0031 · persetujuan rencana: Pak Dedi, terakhir diingatkan 25 November 2026, 07.31". */
function waitingLine(work: Work, one: TaskReminder, zone: string, say: Wording): string {
  const args = { what: dueName(one, say), name: ownerName(work, one) };
  return one.ownerToldAt === null
    ? say.plain("digest-waiting-untold", args)
    : say.plain("digest-waiting-told", { ...args, when: momentOf(one.ownerToldAt, zone, say) });
}

function withName(work: Work, one: TaskReminder, say: Wording): string {
  return say.plain("digest-whose", { name: ownerName(work, one) });
}

/** The name of whose task it is. */
function ownerName(work: Work, { ownerId, ownerName: sealed }: TaskReminder): string {
  return work.sealer.open(sealed, { table: "Member", column: "name", row: ownerId });
}

/** The buttons of a clock of the law: the step, that it is done, why. */
export function clockButtons(reminder: Task, say: Wording): Button[][] {
  const rows: Button[][] = [];
  const isRequest = deadlineRule(reminder.key).endsBy === "data-request";
  if (reminder.step !== "tick" || isRequest) rows.push([openButton(reminder, say, false, true)]);
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
function caseButtons(reminders: readonly TaskReminder[], say: Wording): Button[] {
  const cases = new Map(reminders.flatMap(({ caseId, code }) => (caseId && code ? [[caseId, code]] : [])));
  return [...cases].map(([caseId, code]) => ({
    text: say.plain("button-open-code", { code }),
    data: callbacks.openCase({ caseId }),
  }));
}

/** One button for each case of the team: what is late in it, or the case itself where several things are. */
function teamButtons(reminders: readonly TaskReminder[], say: Wording): Button[] {
  const several = reminders.filter(({ id, caseId }) =>
    reminders.some((other) => other.caseId === caseId && other.id !== id),
  );
  const single = reminders.filter((one) => !several.includes(one));
  return [
    ...single.flatMap(({ id: deadlineId, code }) =>
      code === null
        ? []
        : [{ text: say.plain("button-open-code", { code }), data: callbacks.openDue({ deadlineId }) }],
    ),
    ...caseButtons(several, say),
  ];
}

function greeting(work: Work, to: Recipient, say: Wording): string {
  const hour = Number(timeIn(to.zone, work.now).slice(0, 2));
  const part = hour < 11 ? "morning" : hour < 15 ? "noon" : hour < 18 ? "afternoon" : "evening";
  const name = work.sealer.open(to.name, { table: "Member", column: "name", row: to.memberId });
  return say.html(`digest-${part}`, { name, day: dayOf(dateIn(to.zone, work.now), say) });
}
