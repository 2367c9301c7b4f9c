import { assistSwitches } from "../../records/assist/switches.js";
import { hasConsented } from "../../records/people/consent.js";
import type { Html } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { joinLines, sendNew, showPage } from "../telegram/screen.js";

/**
 * The consent notice, shown before anything is stored: a request of its own in plain words, with the content UU
 * 27/2022 Pasal 21 requires. A button shows the details. `lead` is a welcome.
 */
export async function showConsent(ctx: Ctx, lead?: Html): Promise<void> {
  const notice = ctx.say.html("consent-notice", { organization: organizationOf(ctx) });
  await sendNew(ctx, lead === undefined ? notice : `${lead}\n\n${notice}`, [
    agreeRow(ctx),
    [{ text: ctx.say.plain("button-read-more"), data: callbacks.readWholeNotice() }, declineButton(ctx)],
  ]);
}

/** The full notice. A person who consented already is not asked again. */
export async function showWholeNotice(ctx: Ctx): Promise<void> {
  const actor = ctx.work.actor;
  const asked = actor !== undefined && !hasConsented(actor);
  const rows = asked
    ? [agreeRow(ctx), [declineButton(ctx)]]
    : [[{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }]];
  const notice = ctx.say.html("consent-more", { organization: organizationOf(ctx) });
  await showPage(ctx, joinLines([notice, assistNotice(ctx)], "\n\n"), rows);
}

/** What the organisation switched on besides; nothing where it uses no outside service. */
function assistNotice({ say, work }: Ctx): string | undefined {
  const used = assistSwitches(work).filter(({ on }) => on);
  if (used.length === 0) return undefined;
  const services = used.map(({ service, host }) => `${say.plain(`assist-name-${service}`)} (${host})`);
  const organization = work.actor?.organizationName ?? "";
  return say.html("consent-more-assist", { organization, services: services.join(", ") });
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
