import { hasConsented } from "../../records/people/consent.js";
import { actorOf } from "../../records/people/rights.js";
import type { Html } from "../../texts.js";
import { clearPosition } from "../form/position.js";
import type { Ctx } from "../telegram/context.js";
import { showConsent } from "./consentNotice.js";
import { showMenu } from "./menu.js";

/**
 * Another institution is at hand now. What was open of the one before stays there: a form as a draft, to be gone on with
 * after switching back.
 */
export function leaveBehind(ctx: Ctx): void {
  clearPosition(ctx);
  ctx.work.dialogue.caseId = null;
  ctx.resumeLink = undefined;
}

/** The menu of the institution that is at hand now, or its notice. */
export async function arrive(ctx: Ctx, lead?: Html): Promise<void> {
  leaveBehind(ctx);
  if (hasConsented(actorOf(ctx.work))) await showMenu(ctx, lead);
  else await showConsent(ctx, lead);
}
