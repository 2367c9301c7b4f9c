import { hasConsented } from "../../records/people/consent.js";
import type { Html } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { sendNew, showPage } from "../telegram/screen.js";

/**
 * The notice of what is stored, before anything is: a request of its own, in plain words, with what UU 27/2022
 * Pasal 21 wants said; the details are one press away. `lead` welcomes.
 */
export async function showConsent(ctx: Ctx, lead?: Html): Promise<void> {
  const notice = ctx.say.html("consent-notice", { organization: organizationOf(ctx) });
  await sendNew(ctx, lead === undefined ? notice : `${lead}\n\n${notice}`, [
    agreeRow(ctx),
    [{ text: ctx.say.plain("button-read-more"), data: callbacks.readWholeNotice() }, declineButton(ctx)],
  ]);
}

/** The same in full. Who agreed already reads it without being asked again. */
export async function showWholeNotice(ctx: Ctx): Promise<void> {
  const actor = ctx.work.actor;
  const asked = actor !== undefined && !hasConsented(actor);
  const rows = asked
    ? [agreeRow(ctx), [declineButton(ctx)]]
    : [[{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }]];
  await showPage(ctx, ctx.say.html("consent-more", { organization: organizationOf(ctx) }), rows);
}

function agreeRow(ctx: Ctx): Button[] {
  return [{ text: ctx.say.plain("button-agree"), data: callbacks.giveConsent() }];
}

function declineButton(ctx: Ctx): Button {
  return { text: ctx.say.plain("button-not-now"), data: callbacks.declineConsent() };
}

function organizationOf(ctx: Ctx): string {
  return ctx.work.actor?.organizationName ?? "";
}
