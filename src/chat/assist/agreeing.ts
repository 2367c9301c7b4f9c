import { Composer } from "grammy";
import type { AssistService } from "../../practice/assist/services.js";
import {
  type AssistConsent,
  clientAssistConsent,
  type MissingConsent,
  ownAssistConsent,
  recordClientAssistConsent,
  recordOwnAssistConsent,
} from "../../records/assist/consents.js";
import { askAssist, goOnWithJob, ownJob } from "../../records/assist/jobs.js";
import { assistHost, assistSwitches } from "../../records/assist/switches.js";
import { caseFor } from "../../records/case/case.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf, may } from "../../records/people/rights.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { answerGone, dayText, joinLines, showPage } from "../telegram/screen.js";

/** Who agrees to what leaves for an outside service: the worker once, and the client of each case. */
export function agreeingFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.agreeToJob, async (ctx, { jobId, whose, answer }) => {
    const job = await ownJob(ctx.work, jobId);
    if (job.status !== "asked" || assistHost(ctx.work, job.service) !== job.host) return answerGone(ctx);
    const agreed = answer === "yes";
    if (answer !== "later") {
      if (whose === "own") await recordOwnAssistConsent(ctx.work, job.service, agreed);
      else await recordClientAssistConsent(ctx.work, job.caseId, job.service, agreed);
    }
    const missing = await goOnWithJob(ctx.work, job, agreed);
    await ctx.answerCallbackQuery();
    const done = ctx.say.html(`assist-${whose}-${answer}`);
    await ctx.editMessageText(done);
    if (agreed) await sendNextStep(ctx, job.service, { id: jobId, missing }, job.caseId);
  });

  handle(composer, callbacks.ownAssist, showOwn);
  handle(composer, callbacks.setOwnAssist, async (ctx, { service, agreed }) => {
    await recordOwnAssistConsent(ctx.work, service, agreed);
    await showOwn(ctx);
  });
  handle(composer, callbacks.clientAssist, (ctx, { caseId }) => showClients(ctx, caseId));
  handle(composer, callbacks.setClientAssist, async (ctx, { caseId, service, agreed }) => {
    await recordClientAssistConsent(ctx.work, caseId, service, agreed);
    await showClients(ctx, caseId);
  });
  return composer;
}

/**
 * Asks a service about an answer: at once where everybody agreed, or after whoever is missing. The pressed button says
 * that it is gone where the organisation uses no such service.
 */
export async function beginAssist(
  ctx: Ctx,
  service: AssistService,
  about: { readonly roundId: string; readonly path: string; readonly attachmentId?: string },
): Promise<void> {
  const asked = await askAssist(ctx.work, service, about);
  if (asked === undefined) return answerGone(ctx);
  const { caseId } = await ownJob(ctx.work, asked.id);
  await ctx.answerCallbackQuery();
  await sendNextStep(ctx, service, asked, caseId);
}

/** Says that a job is on its way, or asks whoever has not agreed. */
async function sendNextStep(
  ctx: Ctx,
  service: AssistService,
  { id: jobId, missing }: { readonly id: string; readonly missing: MissingConsent },
  caseId: string,
): Promise<void> {
  const { say, work } = ctx;
  if (missing === undefined) {
    await ctx.reply(say.html(`assist-on-its-way-${service}`));
    return;
  }
  const host = assistHost(work, service) ?? "";
  const whose = missing.whose === "worker" ? "own" : "client";
  const { code } = (await caseFor(work, caseId, "write")).case;
  const asks =
    whose === "own"
      ? say.html("assist-ask-own", { host, what: say.plain(`assist-leaves-${service}`) })
      : say.html("assist-ask-client", { host, code, what: say.plain(`assist-leaves-${service}`) });
  const button = (answer: "yes" | "no" | "later"): Button => ({
    text: say.plain(`button-assist-${whose}-${answer}`),
    data: callbacks.agreeToJob({ jobId, whose, answer }),
  });
  await ctx.reply(asks, { reply_markup: keyboard([[button("yes"), button("no")], [button("later")]]) });
}

/** The button to the acting member's own agreements; none where the organisation uses no service. */
export function ownAssistRows(ctx: Ctx): Button[][] {
  if (!isUsed(ctx)) return [];
  return [[{ text: ctx.say.plain("button-assist"), data: callbacks.ownAssist() }]];
}

/** The button to what the client of a case agreed to; none where the organisation uses no service. */
export function clientAssistRows(ctx: Ctx, caseId: string): Button[][] {
  if (!isUsed(ctx)) return [];
  return [[{ text: ctx.say.plain("button-assist-client"), data: callbacks.clientAssist({ caseId }) }]];
}

function isUsed({ work }: Ctx): boolean {
  return assistSwitches(work).some(({ on }) => on);
}

async function showOwn(ctx: Ctx): Promise<void> {
  const { say, work } = ctx;
  const lines: string[] = [];
  const rows: Button[][] = [];
  for (const { service, host } of assistSwitches(work).filter(({ on }) => on)) {
    const consent = await ownAssistConsent(work, service);
    const agreed = consent?.agreed === true;
    const state = consent === undefined ? "none" : agreed ? "yes" : "no";
    lines.push(
      joinLines([
        say.html("assist-service", { name: say.plain(`assist-name-${service}`), host }),
        say.html(`assist-own-state-${state}`, {
          when: consent === undefined ? "" : dayText(ctx, consent.at),
        }),
        say.html(`assist-leaves-${service}`),
      ]),
    );
    const name = say.plain(`assist-name-${service}`);
    rows.push([
      {
        text: say.plain(agreed ? "button-assist-take-back" : "button-assist-agree", { name }),
        data: callbacks.setOwnAssist({ service, agreed: !agreed }),
      },
    ]);
  }
  rows.push([{ text: say.plain("button-back"), data: callbacks.privacy() }]);
  await showPage(ctx, joinLines([say.html("assist-own-title"), ...lines], "\n\n"), rows);
}

async function showClients(ctx: Ctx, caseId: string): Promise<void> {
  const { say, work } = ctx;
  const { case: head } = await caseFor(work, caseId, "read");
  const lines: string[] = [];
  const rows: Button[][] = [];
  for (const { service, host } of assistSwitches(work).filter(({ on }) => on)) {
    const consent = await clientAssistConsent(work, caseId, service);
    const agreed = consent?.agreed === true;
    const name = say.plain(`assist-name-${service}`);
    lines.push(
      joinLines([
        say.html("assist-service", { name, host }),
        await clientState(ctx, consent),
        say.html(`assist-leaves-${service}`),
      ]),
    );
    if (!may(actorOf(work), head, "write")) continue;
    rows.push([
      {
        text: say.plain(agreed ? "button-assist-client-back" : "button-assist-client-agrees", { name }),
        data: callbacks.setClientAssist({ caseId, service, agreed: !agreed }),
      },
    ]);
  }
  rows.push([{ text: say.plain("button-back"), data: callbacks.openCaseHere({ caseId }) }]);
  await showPage(
    ctx,
    joinLines([say.html("assist-client-title", { code: head.code }), ...lines], "\n\n"),
    rows,
  );
}

async function clientState(ctx: Ctx, consent: AssistConsent | undefined): Promise<string> {
  if (consent === undefined) return ctx.say.html("assist-client-state-none");
  const when = dayText(ctx, consent.at);
  const name = await nameOf(ctx.work, consent.memberId);
  return ctx.say.html(consent.agreed ? "assist-client-state-yes" : "assist-client-state-no", { when, name });
}
