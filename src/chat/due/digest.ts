import { dateIn, timeIn } from "../../practice/calendar.js";
import { taskCounts } from "../../records/due/tasks.js";
import type { Work } from "../../records/people/work.js";
import { escapeHtml, type Texts } from "../../texts.js";
import { dayOf } from "../telegram/answerText.js";
import { type Button, dataOf } from "../telegram/buttons.js";
import { localeOf } from "../telegram/notices.js";
import { queueMessage } from "../telegram/outbox.js";
import { lines } from "../telegram/screen.js";
import { type Wording, wordingOf } from "../telegram/wording.js";
import {
  clockBasis,
  dueMoment,
  dueName,
  dueWhen,
  openButton,
  type Present,
  type Spoken,
  timeLeft,
} from "./dueWords.js";

/** To whom the bot speaks first. */
export type Addressee = {
  readonly memberId: string;
  readonly chatId: number;
  readonly locale: string | null;
  /** Sealed. */
  readonly name: string;
  readonly zone: string;
};

/** What it speaks of, and as what the addressee hears it. */
export type Due = Omit<Spoken, "id"> & {
  readonly deadlineId: string;
  readonly caseId: string | null;
  readonly basis: string | null;
  readonly audience: "owner" | "superior" | "admin";
};

/** Lines written out in a section, and buttons below; the rest is counted, and one press away. */
const most = { lines: 12, buttons: 8 } as const;

/** What the bot says by itself when something is due. Codes, never names, but the person's own. */
export function reminderVoice(texts: Texts) {
  return {
    /** The one digest of the day. */
    async digest(work: Work, to: Addressee, told: readonly Due[]): Promise<void> {
      const say = wordingOf(texts, localeOf(to.locale));
      const present = { now: work.now, zone: to.zone };
      const own = withoutDrafts(told.filter(({ audience }) => audience === "owner"));
      const team = told.filter(({ audience }) => audience === "superior");
      const counted = told.filter(({ audience }) => audience === "admin").length;
      const late = own.filter(({ dueAt }) => dueAt < work.now);
      const today = own.filter(
        (one) => dateIn(to.zone, one.dueAt) === dateIn(to.zone, work.now) && !late.includes(one),
      );
      const soon = own.filter((one) => !late.includes(one) && !today.includes(one));
      const counts = await taskCounts(await work.tx(), to.memberId, to.zone, work.now);
      const text = lines(
        [
          greeting(work, to, say),
          section("digest-late", late, present, say),
          section("digest-today", today, present, say),
          section("digest-soon", soon, present, say),
          counts.week > 0 ? say.html("digest-week", { count: counts.week }) : undefined,
          section("digest-team", team, present, say),
          counted > 0 ? say.html("digest-counted", { count: counted }) : undefined,
        ],
        "\n\n",
      );
      const shown = [...late, ...today, ...soon];
      const rows: Button[][] = [
        ...shown.slice(0, most.buttons).map((one) => [openButton(spoken(one), say, true)]),
        ...team
          .slice(0, most.buttons - Math.min(shown.length, most.buttons - 3))
          .flatMap((one) => caseButton(one, say)),
      ];
      if (own.length > 0) {
        rows.push([{ text: say.plain("button-tasks-all"), data: "tasks" }]);
        rows.push([
          { text: say.plain("button-snooze"), data: dataOf("pick", "snooze", 0) },
          { text: say.plain("button-why-reminded"), data: dataOf("pick", "why", 0) },
        ]);
      } else if (team.length > 0) {
        rows.push([{ text: say.plain("button-tasks-team"), data: dataOf("tasks", "team", "all", "all", 0) }]);
      }
      if (counted > 0) rows.push([{ text: say.plain("button-reminder-log"), data: dataOf("rem", "all", 0) }]);
      queueMessage(work, { chatId: to.chatId, text, rows, kind: "notice" });
    },

    /** A clock of the law, alone; in the middle of a form one short line, and the form goes on. */
    async clock(work: Work, to: Addressee, told: Due, briefly: boolean): Promise<void> {
      const say = wordingOf(texts, localeOf(to.locale));
      const name = dueName(told, say);
      const left = timeLeft(told.dueAt, work.now, say);
      if (briefly) {
        const rows =
          told.audience === "admin"
            ? []
            : [[{ text: say.plain("button-open"), data: dataOf("due", told.deadlineId) }]];
        queueMessage(work, {
          chatId: to.chatId,
          text: say.html("clock-brief", { name, left }),
          rows,
          kind: "notice",
        });
        return;
      }
      const text = lines([
        say.html("clock-title", { name }),
        say.html("clock-left", { left, moment: dueMoment(told.dueAt, to.zone, say) }),
        clockBasis(told, say),
        told.audience === "owner" ? undefined : say.html(`clock-to-${told.audience}`),
      ]);
      const rows = told.audience === "admin" ? [] : clockButtons(told, say);
      queueMessage(work, { chatId: to.chatId, text, rows, kind: "notice" });
    },
  };
}

/** The buttons of a clock of the law: the step, that it is done, why. */
export function clockButtons(told: Due, say: Wording): Button[][] {
  const rows: Button[][] = [];
  if (told.step !== "tick") rows.push([openButton(spoken(told), say, false)]);
  rows.push([{ text: say.plain(`deadline-${told.key}.done`), data: dataOf("tick", told.deadlineId) }]);
  if (told.caseId !== null)
    rows.push([{ text: say.plain("button-to-case"), data: dataOf("case", told.caseId) }]);
  return rows;
}

function spoken({ deadlineId, ...due }: Due): Spoken {
  return { id: deadlineId, ...due };
}

function caseButton({ caseId, code }: Due, say: Wording): Button[][] {
  if (caseId === null || code === null) return [];
  return [[{ text: say.plain("button-open-code", { code }), data: dataOf("case", caseId) }]];
}

/** A draft of a form that is told of anyway is not told of twice. */
function withoutDrafts(told: readonly Due[]): readonly Due[] {
  return told.filter(
    (one) =>
      one.key !== "draft-idle" ||
      !told.some((other) => other !== one && other.caseId === one.caseId && other.step === one.step),
  );
}

function greeting(work: Work, to: Addressee, say: Wording): string {
  const hour = Number(timeIn(to.zone, work.now).slice(0, 2));
  const part = hour < 11 ? "morning" : hour < 15 ? "noon" : hour < 18 ? "afternoon" : "evening";
  const name = work.sealer.open(to.name, { table: "Member", column: "name", row: to.memberId });
  return say.html(`digest-${part}`, { name, day: dayOf(dateIn(to.zone, work.now), say) });
}

type Section = "digest-late" | "digest-today" | "digest-soon" | "digest-team";

function section(title: Section, all: readonly Due[], present: Present, say: Wording): string | undefined {
  if (all.length === 0) return undefined;
  const written = all.slice(0, most.lines).map((one) => {
    const when = title === "digest-today" && !one.statutory ? "" : `, ${dueWhen(spoken(one), present, say)}`;
    return `• ${escapeHtml(dueName(one, say))}${escapeHtml(when)}`;
  });
  const rest = all.length - written.length;
  return lines([
    say.html(title),
    ...written,
    rest > 0 ? say.html("digest-rest", { count: rest }) : undefined,
  ]);
}
