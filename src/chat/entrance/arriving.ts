import { hasConsented } from "../../records/people/consent.js";
import { actorOf } from "../../records/people/rights.js";
import type { Html } from "../../texts.js";
import { clearPosition } from "../form/position.js";
import type { Ctx } from "../telegram/context.js";
import { showConsent } from "./consentNotice.js";
import { showMenu } from "./menu.js";

/**
 * Another institution is at hand now: its menu, or its notice. What was open of the one before stays there: a form as a
 * draft, to be gone on with after switching back.
 */
export async function arrive(ctx: Ctx, lead?: Html): Promise<void> {
  const { work } = ctx;
  clearPosition(ctx);
  work.dialogue.caseId = null;
  ctx.resumeLink = undefined;
  if (hasConsented(actorOf(work))) await showMenu(ctx, lead);
  else await showConsent(ctx, lead);
}
