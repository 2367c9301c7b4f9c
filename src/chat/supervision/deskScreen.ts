import { dateIn, daysBetween } from "../../practice/calendar.js";
import { type DeskKind, deskKinds } from "../../practice/desk.js";
import { stages } from "../../practice/form.js";
import { actorOf } from "../../records/people/rights.js";
import { listTeam, type TeamLine } from "../../records/people/team.js";
import {
  type Caseload,
  caseloads,
  type Desk,
  type DeskLine,
  deskOf,
} from "../../records/supervision/desk.js";
import { unreadSession } from "../../records/supervision/sessions.js";
import { escapeHtml } from "../../texts.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { dueName, dueWhen } from "../telegram/dueWords.js";
import { proposalRow, transferRows } from "../telegram/onward.js";
import { joinLines, pageRow } from "../telegram/screen.js";
import { whatWaits } from "../telegram/waitingWords.js";

/** A part of a screen: its paragraphs, and the buttons that belong to them. */
export type Part = { readonly texts: readonly string[]; readonly rows: readonly Button[][] };

/** What of the desk a screen shows: of one worker or all, every section in short or a page of one. */
type View = { readonly workerId: string | null; readonly section: DeskKind | "all"; readonly page: number };

/** Every section, of the whole team. */
export const wholeDesk: View = { workerId: null, section: "all", page: 0 };

/** Lines of a section beside the others, and alone. */
const shown = { together: 5, alone: 8 } as const;
/** Names on one screen; a supervisor with more sees how many more there are. */
const mostNames = 20;

/** What the acting supervisor's team needs now: numbered lines, each with the button that opens the very thing. */
export async function deskScreen(ctx: Ctx, view: View): Promise<Part> {
  const { say, work } = ctx;
  const { workerId, section, page } = view;
  const people = await listTeam(work);
  if (people.length === 0) return { texts: [say.html("team-none")], rows: [] };
  const take = section === "all" ? shown.together : shown.alone;
  const desk = await deskOf(work, { workerId, section, skip: page * take, take });
  const loads = await caseloads(work);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const numbered = desk.lines.map((line, at) => ({ line, number: page * take + at + 1 }));
  const sections = deskKinds.flatMap((kind) => {
    const own = numbered.filter(({ line }) => line.kind === kind);
    if (own.length === 0) return [];
    const written = own.map(({ line, number }) => `${number}. ${lineText(ctx, line, names)}`);
    const rest = section === "all" ? desk.totals[kind] - own.length : 0;
    return joinLines([
      titleOf(ctx, kind, desk),
      ...written,
      rest > 0 ? say.html("desk-rest", { count: rest }) : undefined,
    ]);
  });
  const buttons = numbered.flatMap(({ line, number }) => lineButton(number, line, names));
  const whose = people.filter(({ id }) => workerId === null || id === workerId);
  const team = section === "all" ? teamText(ctx, whose, loads, desk) : undefined;
  const others = [
    ...(section === "all" && workerId === null ? await transferRows(ctx) : []),
    ...(section === "all" ? await proposalRow(ctx) : []),
  ];
  return {
    texts: [
      ...(workerId === null ? [] : [say.html("desk-of", { name: names.get(workerId) ?? "" })]),
      ...(sections.length + others.length === 0 ? [say.html("desk-nothing")] : sections),
      ...(team === undefined ? [] : [team]),
    ],
    rows: [
      ...layOutButtons(buttons),
      ...others,
      ...(await sessionRow(ctx, view)),
      ...wayRows(ctx, view, desk),
    ],
  };
}

/** "⏳ Batas waktu undang-undang (2)". */
function titleOf({ say, work }: Ctx, kind: DeskKind, { totals }: Desk): string {
  return say.html(`desk-${kind}`, { count: totals[kind], days: actorOf(work).rules.contactWithin });
}

/** "K-2026-0042 · Rencana intervensi · Rencana · Bu Ratna · 3 hari". */
function lineText({ say, work }: Ctx, line: DeskLine, names: ReadonlyMap<string, string>): string {
  const { zone } = actorOf(work);
  const age = say.plain("desk-age", {
    days: daysBetween(dateIn(zone, line.since), dateIn(zone, work.now)),
  });
  const about = () => {
    switch (line.kind) {
      case "clock":
      case "late":
        return {
          what: dueName(line, say),
          when: dueWhen(
            { ...line, statutory: line.kind === "clock", startsAt: line.since },
            { now: work.now, zone },
            say,
          ),
        };
      case "decision":
        return { what: joinLines([line.code ?? "", decisionName(line)], " · "), when: age };
      case "question":
        return { what: line.code ?? say.plain("desk-no-case"), when: age };
      case "silent":
        return { what: line.code ?? "", when: say.plain("desk-silent-for", { age }) };
    }
  };
  const decisionName = (one: DeskLine & { kind: "decision" }) =>
    whatWaits(one.what === "form" ? { kind: "form", form: one.form } : { kind: one.what }, say);
  const { what, when } = about();
  const stage = line.stage === null ? undefined : say.plain(`short-stage-${line.stage}`);
  const written = joinLines([what, stage, names.get(line.workerId), when], " · ");
  const isExplained = (line.kind === "clock" || line.kind === "late") && line.explained;
  return escapeHtml(isExplained ? `${written} ${line.kind === "late" ? "💤" : "🛠"}` : written);
}

/**
 * "3 · K-2026-0042"; the number of the line keeps two of one case apart. What is due to a worker in person, such as their
 * STR, is theirs to open.
 */
function lineButton(number: number, line: DeskLine, names: ReadonlyMap<string, string>): Button[] {
  if (line.caseId === null && line.kind !== "question") return [];
  return [{ text: `${number} · ${line.code ?? names.get(line.workerId) ?? ""}`, data: opens(line) }];
}

function opens(line: DeskLine): Button["data"] {
  switch (line.kind) {
    case "clock":
    case "late":
      return callbacks.openDue({ deadlineId: line.deadlineId });
    case "question":
      return callbacks.consultation({ consultationId: line.consultationId });
    case "silent":
      return callbacks.openCase({ caseId: line.caseId });
    case "decision":
      if (line.what === "form") return callbacks.openApproval({ roundId: line.roundId });
      if (line.what === "ground") return callbacks.dataGround({ caseId: line.caseId });
      return callbacks.openRequest({ caseId: line.caseId });
  }
}

/** The way to the new notes of sessions, on the desk of the whole team. */
async function sessionRow({ say, work }: Ctx, { workerId, section }: View): Promise<Button[][]> {
  if (workerId !== null || section !== "all") return [];
  const { total } = await unreadSession(work, null);
  if (total === 0) return [];
  return [
    [{ text: say.plain("button-sessions", { count: total }), data: callbacks.readSessions({ after: null }) }],
  ];
}

/** The pages of a section or the way into each, another worker, and the lists of the team. */
function wayRows({ say }: Ctx, view: View, { totals }: Desk): Button[][] {
  const { workerId, section, page } = view;
  if (section !== "all") {
    const at = (other: number) => callbacks.desk({ workerId, section, page: other });
    return [
      pageRow(page, totals[section], shown.alone, at),
      [{ text: say.plain("button-desk-all"), data: callbacks.desk({ workerId, section: "all", page: 0 }) }],
    ];
  }
  const longer = deskKinds
    .filter((kind) => totals[kind] > shown.together)
    .map((kind) => ({
      text: say.plain(`button-desk-${kind}`, { count: totals[kind] }),
      data: callbacks.desk({ workerId, section: kind, page: 0 }),
    }));
  return [
    ...layOutButtons(longer),
    ...(workerId === null
      ? []
      : [
          [
            { text: say.plain("button-supervise"), data: callbacks.superviseWorker({ workerId }) },
            {
              text: say.plain("button-supervision-notes"),
              data: callbacks.supervisionNotes({ workerId, page: 0 }),
            },
          ],
        ]),
    [
      {
        text: say.plain("button-approvals", { count: totals.decision }),
        data: callbacks.approvalsHere({ workerId, page: 0 }),
      },
      { text: say.plain("button-desk-worker"), data: callbacks.deskWorkers() },
    ],
    listsRow(say, workerId),
  ];
}

/** The lists of cases and tasks, of the team or of the one worker whose desk it is. */
function listsRow(say: Ctx["say"], workerId: string | null): Button[] {
  if (workerId !== null)
    return [
      { text: say.plain("button-worker-cases"), data: callbacks.casesOfWorker({ workerId, page: 0 }) },
      { text: say.plain("button-worker-tasks"), data: callbacks.tasksOfWorker({ workerId, page: 0 }) },
    ];
  return [
    { text: say.plain("button-team-cases"), data: callbacks.caseList({ whose: "team", page: 0 }) },
    {
      text: say.plain("button-tasks-team"),
      data: callbacks.taskPage({ whose: "team", bucket: "all", kind: "all", page: 0 }),
    },
  ];
}

/** How much each carries, and how the cases of all of them lie over the stages. */
function teamText(
  { say }: Ctx,
  people: readonly TeamLine[],
  loads: ReadonlyMap<string, Caseload>,
  { decisions }: Desk,
): string {
  const inStage = (stage: (typeof stages)[number]) =>
    people.reduce((sum, { id }) => sum + (loads.get(id)?.stages[stage] ?? 0), 0);
  const byStage = stages
    .map((stage) => ({ stage, count: inStage(stage) }))
    .filter(({ count }) => count > 0)
    .map(({ stage, count }) => `${say.plain(`short-stage-${stage}`)} ${count}`);
  const lines = people.slice(0, mostNames).map((one) => {
    const { stages: open = {}, overdue = 0 } = loads.get(one.id) ?? {};
    const cases = Object.values(open).reduce((sum, count) => sum + count, 0);
    const waiting = decisions.get(one.id) ?? 0;
    const line = say.html("team-line", { name: one.name, cases, waiting, overdue });
    const mark = one.suspended ? "mark-suspended" : one.blocked ? "mark-blocked" : undefined;
    return mark === undefined ? line : `${line} · ${say.html(mark)}`;
  });
  const more = people.length - lines.length;
  return joinLines([
    say.html("team-title", { count: people.length }),
    ...lines,
    more > 0 ? say.html("team-more", { count: more }) : undefined,
    byStage.length === 0 ? undefined : say.html("team-stages", { stages: byStage.join(" · ") }),
  ]);
}
