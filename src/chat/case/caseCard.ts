import { dateIn } from "../../practice/calendar.js";
import { isComplete, latestComplete, type RoundStatus } from "../../practice/caseFacts.js";
import { dataStanding } from "../../practice/dataGround.js";
import { type FormId, formIds, stages } from "../../practice/form.js";
import { gate } from "../../practice/gates.js";
import { stageOf } from "../../practice/lifecycle.js";
import { aliasOf } from "../../records/case/alias.js";
import { type Case, caseFor } from "../../records/case/case.js";
import { lastRequest } from "../../records/case/course.js";
import { isEmptyCase } from "../../records/case/discarding.js";
import type { NotedDanger } from "../../records/danger/dangerRow.js";
import { openDangersOf } from "../../records/danger/openDangers.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf, may } from "../../records/people/rights.js";
import { type CaseTransfer, transfersOf } from "../../records/transfer/standing.js";
import { escapeHtml } from "../../texts.js";
import { clientAssistRows } from "../assist/agreeing.js";
import { closeButton, dangerLine } from "../danger/following.js";
import { drawingButtons } from "../form/paperButtons.js";
import { isOwn } from "../form/roundButtons.js";
import { dayOf, momentOf, readable } from "../telegram/answerText.js";
import { type Button, type CopyButton, keyboard, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { clientLine, consentLine, contactLine, goalLines } from "./cardFacts.js";
import { clockSection } from "./clocks.js";
import { supervisorName, waitingButtons } from "./closedGate.js";
import { dataLines, dataRequestRow, dataRows, holdLines, holdRows } from "./dataStanding.js";
import { informationLine } from "./informing.js";
import { reportLine } from "./report.js";
import { pendingRequestLine } from "./requests.js";
import { nextButtons, nextLine, nextStepOf, stepButton } from "./steps.js";
import { transferLines, transferRow } from "./transferStanding.js";

/** How a case card is shown. */
export type CardOptions = {
  /** In the place of the message whose button was pressed. */
  readonly edit?: boolean;
};

/** The case on one screen: its code, how far it is, what is next; never the client's name. */
export async function showCard(ctx: Ctx, caseId: string, options: CardOptions = {}): Promise<void> {
  const subject = await caseFor(ctx.work, caseId, "read");
  const writes = may(actorOf(ctx.work), subject.case, "write");
  if (writes) {
    // What is sent next is probably meant for it.
    ctx.work.dialogue.caseId = caseId;
    ctx.work.dialogueChanged = true;
  }
  const dangers = await openDangersOf(ctx.work, subject.case);
  const clocks = await clockSection(ctx, caseId, writes);
  const transfers = await transfersOf(ctx.work, caseId);
  const card = await cardText(ctx, subject, dangers, transfers);
  // Statutory deadlines come before everything else.
  const text = clocks.text === "" ? card : `${clocks.text}\n\n${card}`;
  const rows = [
    ...(may(actorOf(ctx.work), subject.case, "alarm")
      ? dangers.map((danger) => [closeButton(ctx.say, danger)])
      : []),
    ...clocks.rows,
    transferRow(ctx, caseId, transfers),
    ...(await cardRows(ctx, subject)),
  ];
  const markup = { reply_markup: keyboard(rows) };
  if (options.edit === true) await ctx.editMessageText(text, markup);
  else await ctx.reply(text, markup);
}

async function cardText(
  ctx: Ctx,
  subject: Case,
  dangers: readonly NotedDanger[],
  transfers: readonly CaseTransfer[],
): Promise<string> {
  const { say, work } = ctx;
  const { case: head, facts } = subject;
  const stage = stageOf(facts);
  const lines: (string | undefined)[] = [
    ...dangers.map((danger) => dangerLine(say, danger)),
    titleLine(ctx, subject),
    clientLine(ctx, subject),
    `${dots(stage)} ${escapeHtml(say.plain(`stage-${stage}`))}`,
  ];
  if (head.workerId !== actorOf(work).memberId) {
    lines.push(say.html("card-worker", { name: await nameOf(work, head.workerId) }));
  }
  if (facts.closed !== null) {
    const when = dayOf(dateIn(actorOf(work).zone, facts.closed.at), say);
    lines.push(say.html("card-closed", { when, outcome: say.plain(`outcome-${facts.closed.outcome}`) }));
  }
  lines.push(...transferLines(ctx, transfers));
  const report = reportLine(work, subject, say);
  if (report !== undefined) lines.push(report);
  lines.push(consentLine(ctx, subject), ...(await dataLines(ctx, subject)));
  lines.push(...(await holdLines(ctx, subject)));
  lines.push(await informationLine(ctx, subject), contactLine(ctx, subject));
  const waits = await pendingRequestLine(ctx, subject);
  if (waits !== undefined) lines.push(waits);
  const last = lastRequest(subject.course);
  if (last?.kind === "refused") {
    const name = await nameOf(work, last.memberId);
    lines.push(say.html("card-refused", { name, text: readable(last.reason ?? "", say) }));
  }
  const goals = goalLines(ctx, subject);
  if (goals.length > 0) lines.push("", ...goals);
  lines.push("", ...formLines(ctx, subject));
  const next = nextStepOf(work, subject);
  // Nothing is next while the case is read-only.
  if (next.kind === "form" && head.restrictedAt === null) lines.push("", nextLine(work, subject, say) ?? "");
  if (next.kind === "approval") {
    const name = (await supervisorName(ctx, subject)) ?? say.plain("supervisor-none");
    const since = momentOf(next.since, actorOf(work).zone, say);
    lines.push("", say.html("card-waits", { form: say.plain(`form-${next.form}`), name, since }));
  }
  return lines.filter((line) => line !== undefined).join("\n");
}

/** The code, and the alias the worker chose; never a name on its own. */
function titleLine({ say, work }: Ctx, { case: head }: Case): string {
  const alias = aliasOf(work, head);
  const about = { code: head.code, level: say.plain(`choice-level-${head.level}`) };
  return alias === null
    ? say.html("card-title", about)
    : say.html("card-title-alias", { ...about, alias: readable(alias, say) });
}

/** One line for each form that was begun: how often, and where its last round stands. */
function formLines(ctx: Ctx, { rounds }: Case): string[] {
  return formIds.flatMap((form) => {
    const all = rounds.filter((round) => round.form === form);
    const last = all.at(-1);
    if (last === undefined) return [];
    const state = last.status === "draft" && isComplete(last) ? "amended" : last.status;
    const times = all.length > 1 ? ` ${all.length}×` : "";
    return [
      `${escapeHtml(ctx.say.plain(`form-${form}`))}${times} · ${escapeHtml(ctx.say.plain(`round-${state}`))}`,
    ];
  });
}

async function cardRows(ctx: Ctx, subject: Case): Promise<(Button | CopyButton)[][]> {
  const { say, work } = ctx;
  const { id } = subject.case;
  const writes = may(actorOf(work), subject.case, "write");
  const own = isOwn(ctx, subject) && writes;
  const { request } = subject;
  const decides = request !== undefined && may(actorOf(work), subject.case, "settle");
  const rows: (Button | CopyButton)[][] = own ? [nextButtons(work, subject, say)] : [];
  if (decides) rows.push([{ text: say.plain("button-decide"), data: callbacks.openRequest({ caseId: id }) }]);
  const next = nextStepOf(work, subject);
  if (next.kind === "approval" && writes) {
    rows.push(...waitingButtons(ctx, subject, next.roundId, await supervisorName(ctx, subject)));
  }
  if (may(actorOf(work), subject.case, "request")) rows.push(...dataRows(ctx, subject));
  rows.push(...holdRows(ctx, subject));
  if (own) rows.push(...layOutButtons(otherSteps(ctx, subject), 44, 2));
  if (own && awaitsSignature(subject)) {
    rows.push([{ text: say.plain("button-signed"), data: callbacks.signContract({ caseId: id }) }]);
  }
  if (subject.rounds.length > 0 || subject.case.isReceived) {
    rows.push([
      { text: say.plain("button-read"), data: callbacks.readCase({ caseId: id }) },
      {
        text: say.plain("button-history"),
        data: callbacks.caseHistory({ caseId: id, only: "all", page: 0 }),
      },
      { text: say.plain("button-case-papers"), data: callbacks.casePapers({ caseId: id, page: 0 }) },
    ]);
  }
  const assessed = subject.rounds.findLast(({ form }) => form === "assessment");
  if (assessed !== undefined)
    rows.push(...drawingButtons(assessed.id, "assessment", subject.case.level, say));
  if (own) {
    rows.push([
      { text: say.plain("button-attach"), data: callbacks.attachToCase({ caseId: id }) },
      { text: say.plain("button-note"), data: callbacks.noteInCase({ caseId: id }) },
    ]);
  }
  if (own) rows.push(...clientAssistRows(ctx, id));
  rows.push([
    ...(writes
      ? [{ text: say.plain("button-other-steps"), data: callbacks.caseSteps({ caseId: id }) }]
      : dataRequestRow(ctx, subject)),
    ...(own
      ? [{ text: say.plain("button-information-case"), data: callbacks.readInformation({ caseId: id }) }]
      : []),
    ...(may(actorOf(work), subject.case, "supervise")
      ? [{ text: say.plain("button-supervise"), data: callbacks.superviseCase({ caseId: id }) }]
      : []),
  ]);
  if (isEmptyCase(subject)) {
    const discard = { text: say.plain("button-discard-case"), data: callbacks.discardCase({ caseId: id }) };
    if (own) rows.push([discard]);
    rows.push([{ text: say.plain("button-menu"), data: callbacks.menu() }]);
    return rows;
  }
  rows.push([
    { text: say.plain("button-show-name"), data: callbacks.showClientName({ caseId: id }) },
    ...(writes ? [{ text: say.plain("button-alias"), data: callbacks.chooseAlias({ caseId: id }) }] : []),
    ...turnButtons(ctx, subject),
  ]);
  const whose = subject.case.workerId === actorOf(work).memberId ? "mine" : "team";
  rows.push([
    { text: say.plain("button-to-list"), data: callbacks.caseListHere({ whose, page: 0, stage: "open" }) },
    { text: say.plain("button-copy"), copy: subject.case.code },
    { text: say.plain("button-menu"), data: callbacks.menu() },
  ]);
  return rows;
}

/** Closing it, or opening it again; while that waits to be decided on, its worker may take it back. */
function turnButtons(ctx: Ctx, { case: head, facts, request }: Case): Button[] {
  const { id: caseId } = head;
  if (request !== undefined) {
    if (!may(actorOf(ctx.work), head, "hand-in")) return [];
    const data = callbacks.withdrawRequest({ caseId, askedAt: request.at });
    return [{ text: ctx.say.plain("button-take-back"), data }];
  }
  const right = facts.closed === null ? "close" : "reopen";
  const isOver = facts.closed?.outcome === "voided" || facts.closed?.outcome === "erased";
  if (isOver || !may(actorOf(ctx.work), head, right)) return [];
  return [
    facts.closed === null
      ? { text: ctx.say.plain("button-close-case"), data: callbacks.closeCase({ caseId }) }
      : { text: ctx.say.plain("button-reopen"), data: callbacks.reopenCase({ caseId }) },
  ];
}

/**
 * Forms that may be started or continued besides the next step. An evaluation is offered whenever there are sessions.
 */
function otherSteps(ctx: Ctx, subject: Case): Button[] {
  const next = nextStepOf(ctx.work, subject);
  return formIds.flatMap((form) => {
    const way = gate(form, subject.facts);
    if (way.kind === "closed" || (next.kind === "form" && next.form === form)) return [];
    const offered = way.mode === "start" || way.mode === "continue" || form === "evaluation";
    return offered ? [stepButton(subject.case.id, form, way.mode, ctx.say)] : [];
  });
}

/** The client agreed to the service, and the contract is not signed yet. */
function awaitsSignature({ facts }: Case): boolean {
  const approach = latestComplete(facts, "approach")?.facts;
  const isHeld = dataStanding(facts).kind === "missing";
  return facts.closed === null && !isHeld && approach?.consent === true && approach.signedOn === undefined;
}

/** ●●○○○: the stages passed, the present one included. A closed case may have passed few of them: 🔒. */
function dots(stage: ReturnType<typeof stageOf>): string {
  if (stage === "closed") return "🔒";
  const at = stages.indexOf(stage) + 1;
  return "●".repeat(at) + "○".repeat(stages.length - at);
}

/** "Asesmen 2 · disetujui": a round as a button of the history. */
export function roundName(
  ctx: Ctx,
  round: { form: FormId; sequence: number; status: RoundStatus; decidedAt: Date | null },
): string {
  const state = round.status === "draft" && round.decidedAt !== null ? "amended" : round.status;
  return `${ctx.say.plain(`form-${round.form}`)} ${round.sequence} · ${ctx.say.plain(`round-${state}`)}`;
}
