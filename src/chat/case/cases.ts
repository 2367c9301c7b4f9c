import { Composer } from "grammy";
import { dateIn } from "../../practice/calendar.js";
import { type FormId, formIds } from "../../practice/form.js";
import { gate } from "../../practice/gates.js";
import { type Case, caseFor } from "../../records/case/case.js";
import { enterForm, openCase } from "../../records/case/cases.js";
import type { CourseEntry } from "../../records/case/course.js";
import { dangersOf } from "../../records/danger/openDangers.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { escapeHtml } from "../../texts.js";
import { kindsText } from "../danger/alarm.js";
import { openQuestion } from "../form/position.js";
import { isOwn } from "../form/roundButtons.js";
import { dayOf, readable } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { roundName, showCard } from "./caseCard.js";
import { showClosedGate } from "./closedGate.js";
import { reportOpens } from "./report.js";
import { gateButton } from "./steps.js";

/** Rounds on one page of a case's history. */
const roundsPerPage = 10;

/** Opening a case, looking at it, and going where it can go. */
export function casesFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.newCase, async (ctx) => {
    await ctx.answerCallbackQuery();
    const { code, roundId, found } = await openCase(ctx.work);
    await ctx.reply(ctx.say.html(found ? "case-still-empty" : "case-opened", { code }));
    openQuestion(ctx, roundId);
  });

  // From a notice or a form the card is a message of its own; from a list it takes the list's place.
  handle(composer, callbacks.openCase, async (ctx, { caseId }) => {
    await showCard(ctx, caseId);
    await ctx.answerCallbackQuery();
  });
  handle(composer, callbacks.openCaseHere, async (ctx, { caseId }) => {
    await showCard(ctx, caseId, { edit: true });
    await ctx.answerCallbackQuery();
  });
  handle(composer, callbacks.openCaseWithNameHere, async (ctx, { caseId }) => {
    await showCard(ctx, caseId, { edit: true, withName: true });
    await ctx.answerCallbackQuery();
  });

  handle(composer, callbacks.caseSteps, async (ctx, { caseId }) => {
    const subject = await caseFor(ctx.work, caseId, "read");
    await ctx.answerCallbackQuery();
    await showSteps(ctx, subject);
  });
  handle(composer, callbacks.enterForm, async (ctx, { caseId, form }) => {
    await openForm(ctx, caseId, form, null);
  });
  handle(composer, callbacks.enterFormAnew, async (ctx, { caseId, form }) => {
    await openForm(ctx, caseId, form, null, true);
  });
  handle(composer, callbacks.sendConsentProof, (ctx, { caseId }) =>
    openForm(ctx, caseId, "approach", "dataConsentProof"),
  );
  handle(composer, callbacks.signContract, (ctx, { caseId }) =>
    openForm(ctx, caseId, "approach", "signedOn"),
  );

  handle(composer, callbacks.readCase, async (ctx, { caseId }) => {
    const subject = await caseFor(ctx.work, caseId, "read");
    await ctx.answerCallbackQuery();
    await showRounds(ctx, subject);
  });
  handle(composer, callbacks.caseHistory, async (ctx, { caseId, page }) => {
    const subject = await caseFor(ctx.work, caseId, "read");
    await ctx.answerCallbackQuery();
    await showHistory(ctx, subject, page);
  });
  return composer;
}

/**
 * Shows the worker the first open question of a form, or says why the form is closed. Nobody else gets into the
 * worker's open question: they see the forms to read.
 */
export async function openForm(
  ctx: Ctx,
  caseId: string,
  form: FormId,
  path: string | null,
  anew = false,
): Promise<void> {
  const subject = await caseFor(ctx.work, caseId, "read");
  const way = gate(form, subject.facts);
  const entered = await enterForm(ctx.work, caseId, form, anew);
  await ctx.answerCallbackQuery();
  if (entered.kind === "closed") return showClosedGate(ctx, form, entered.gate, subject);
  if (!isOwn(ctx, subject)) return showRounds(ctx, subject);
  if (way.kind === "open" && way.report !== undefined) {
    await ctx.reply(reportOpens(ctx.work, subject, way.report, ctx.say));
  }
  openQuestion(ctx, entered.roundId, path);
}

/** Every form of the case to be read, the newest first. */
async function showRounds(ctx: Ctx, subject: Case): Promise<void> {
  const { id, code } = subject.case;
  const rows: Button[][] = [...subject.rounds]
    .reverse()
    .slice(0, roundsPerPage)
    .map((round) => [{ text: roundName(ctx, round), data: callbacks.readRound({ roundId: round.id }) }]);
  if (subject.rounds.length > roundsPerPage) {
    rows.push([
      { text: ctx.say.plain("button-history"), data: callbacks.caseHistory({ caseId: id, page: 1 }) },
    ]);
  }
  rows.push([{ text: ctx.say.plain("button-to-case"), data: callbacks.openCase({ caseId: id }) }]);
  await ctx.reply(ctx.say.html(subject.rounds.length === 0 ? "read-nothing" : "read-which", { code }), {
    reply_markup: keyboard(rows),
  });
}

/** Every form of the case: open ones to enter, closed ones to ask why. */
async function showSteps(ctx: Ctx, subject: Case): Promise<void> {
  const { id, code } = subject.case;
  const own = isOwn(ctx, subject);
  const forms = own ? formIds : formIds.filter((form) => gate(form, subject.facts).kind === "closed");
  const rows: Button[][] = forms.map((form) => [gateButton(subject, form, ctx.say)]);
  const referral = gate("referral", subject.facts);
  if (own && referral.kind === "open" && referral.another) {
    const data = callbacks.enterFormAnew({ caseId: id, form: "referral" });
    rows.push([{ text: ctx.say.plain("button-another-referral"), data }]);
  }
  rows.push([{ text: ctx.say.plain("button-back"), data: callbacks.openCaseHere({ caseId: id }) }]);
  await ctx.editMessageText(ctx.say.html("steps-title", { code }), { reply_markup: keyboard(rows) });
}

/**
 * An event in a case's history as one line without its reason. Undefined for events that the forms themselves show.
 */
async function historyLine(
  { say, work }: Ctx,
  entry: CourseEntry,
  when: string,
): Promise<string | undefined> {
  switch (entry.kind) {
    case "closed":
      return say.html("history-closed", { when, outcome: say.plain(`outcome-${entry.outcome}`) });
    case "reopened":
      return say.html("history-reopened", { when });
    case "closing-asked":
      return say.html("history-closing-asked", { when, outcome: say.plain(`outcome-${entry.outcome}`) });
    case "reopening-asked":
      return say.html("history-reopening-asked", { when });
    case "request-withdrawn":
      return say.html("history-request-withdrawn", { when });
    case "refused":
      return say.html("history-refused", { when });
    case "correcting":
      return say.html("history-correcting", { when });
    case "reassigned": {
      const [from, to] = [await nameOf(work, entry.fromId), await nameOf(work, entry.toId)];
      return say.html("history-reassigned", { when, from, to });
    }
    case "withdrawn":
      return say.html("history-withdrawn", { when, day: dayOf(entry.day, say) });
    case "grounded":
      return say.html("history-grounded", { when, ground: say.plain(`legal-ground-${entry.ground}`) });
    case "overridden":
    case "returned":
      return undefined;
  }
}

/** The history of a case: forms, newest first, with events and dangers. */
async function showHistory(ctx: Ctx, subject: Case, page: number): Promise<void> {
  const { id, code, overrides } = subject.case;
  const newest = [...subject.rounds].reverse();
  const pages = Math.max(1, Math.ceil(newest.length / roundsPerPage));
  const shown = newest.slice(page * roundsPerPage, (page + 1) * roundsPerPage);
  const day = (at: Date) => dayOf(dateIn(actorOf(ctx.work).zone, at), ctx.say);
  const lines: string[] = [ctx.say.html("history-title", { code })];
  for (const entry of subject.course) {
    const what = await historyLine(ctx, entry, day(entry.at));
    if (what === undefined) continue;
    lines.push(entry.reason === null ? what : `${what}: ${escapeHtml(readable(entry.reason, ctx.say))}`);
  }
  for (const { form, at, reason } of overrides) {
    const when = day(at);
    const what = ctx.say.html("history-override", { when, form: ctx.say.plain(`form-${form}`) });
    lines.push(reason === null ? what : `${what}: ${escapeHtml(readable(reason, ctx.say))}`);
  }
  for (const { kinds, notedBy, notedAt, closedAt } of await dangersOf(ctx.work, id)) {
    const about = { kinds: kindsText(ctx.say, kinds), name: notedBy.name };
    lines.push(ctx.say.html("history-danger-noted", { ...about, when: day(notedAt) }));
    if (closedAt !== null) {
      lines.push(ctx.say.html("history-danger-closed", { kinds: about.kinds, when: day(closedAt) }));
    }
  }
  const rows: Button[][] = shown.map((round) => [
    { text: roundName(ctx, round), data: callbacks.readRound({ roundId: round.id }) },
  ]);
  if (pages > 1) {
    rows.push([
      { text: "◀️", data: callbacks.caseHistory({ caseId: id, page: (page + pages - 1) % pages }) },
      { text: `${page + 1}/${pages}`, data: callbacks.caseHistory({ caseId: id, page }) },
      { text: "▶️", data: callbacks.caseHistory({ caseId: id, page: (page + 1) % pages }) },
    ]);
  }
  rows.push([{ text: ctx.say.plain("button-back"), data: callbacks.openCaseHere({ caseId: id }) }]);
  await ctx.editMessageText(lines.join("\n"), { reply_markup: keyboard(rows) });
}
