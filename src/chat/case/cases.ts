import { Composer } from "grammy";
import { type FormId, formIds } from "../../practice/form.js";
import { gate } from "../../practice/gates.js";
import { type Case, caseFor } from "../../records/case/case.js";
import { clientName, enterForm, openCase } from "../../records/case/cases.js";
import { sendNames } from "../form/names.js";
import { openQuestion } from "../form/position.js";
import { isOwn } from "../form/roundButtons.js";
import { readable } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { roundName, showCard } from "./caseCard.js";
import { showClosedGate } from "./closedGate.js";
import { dataRequestRow } from "./dataStanding.js";
import { reportOpens } from "./report.js";
import { gateButton } from "./steps.js";

/** Rounds that are offered to be read at once; the others are in the history. */
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
  handle(composer, callbacks.showClientName, async (ctx, { caseId }) => {
    const name = await clientName(ctx.work, caseId);
    const { code } = (await caseFor(ctx.work, caseId, "read")).case;
    await ctx.answerCallbackQuery();
    sendNames(ctx, [
      `<b>${code}</b>`,
      name === null
        ? ctx.say.html("card-name-unknown")
        : ctx.say.html("card-name", { name: readable(name, ctx.say) }),
    ]);
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
      {
        text: ctx.say.plain("button-history"),
        data: callbacks.caseHistory({ caseId: id, only: "forms", page: 0 }),
      },
    ]);
  }
  rows.push([{ text: ctx.say.plain("button-to-case"), data: callbacks.openCase({ caseId: id }) }]);
  await ctx.reply(ctx.say.html(subject.rounds.length === 0 ? "read-nothing" : "read-which", { code }), {
    reply_markup: keyboard(rows),
  });
}

/** Every form of the case: open ones to enter, closed ones to ask why; and what its client asks for of their data. */
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
  rows.push(dataRequestRow(ctx, subject));
  rows.push([{ text: ctx.say.plain("button-back"), data: callbacks.openCaseHere({ caseId: id }) }]);
  await ctx.editMessageText(ctx.say.html("steps-title", { code }), { reply_markup: keyboard(rows) });
}
