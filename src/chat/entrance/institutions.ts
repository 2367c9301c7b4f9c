import { Composer } from "grammy";
import { listMemberships, switchTo } from "../../records/people/memberships.js";
import { actorOf } from "../../records/people/rights.js";
import { clipped } from "../form/prompt.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks, pressOf } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { answerGone, showPage } from "../telegram/screen.js";
import { arrive, leaveBehind } from "./arriving.js";

/**
 * Goes from one institution of a person to another. It comes before the consent gate and before any dialogue: what
 * follows is of the institution that is at hand then.
 */
export function switchingFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.switchOrganization, async (ctx, { memberId }) => {
    await goThere(ctx, memberId);
    await arrive(ctx);
  });
  composer.on("callback_query:data", async (ctx, next) => {
    const { callbackQuery } = ctx;
    const there = callbacks.openThere.read(callbackQuery.data);
    if (there === undefined) return next();
    const inner = pressOf(there.data);
    if (inner === undefined || inner.name === "openThere") return answerGone(ctx);
    if (ctx.work.actor?.memberId !== there.memberId) {
      await goThere(ctx, there.memberId);
      await ctx.reply(ctx.say.html("organization-now", { organization: actorOf(ctx.work).organizationName }));
    }
    callbackQuery.data = there.data;
    try {
      await next();
    } finally {
      // The same update may be handled once more.
      callbackQuery.data = callbacks.openThere(there);
    }
  });
  return composer;
}

/** The institutions of a person, to choose the one at hand. */
export function institutionsFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("lembaga", showInstitutions);
  handle(composer, callbacks.organizations, showInstitutions);
  return composer;
}

async function showInstitutions(ctx: Ctx): Promise<void> {
  const { say } = ctx;
  const roles = ctx.work.actor?.roles ?? [];
  const mayReceive = roles.includes("supervisor") || roles.includes("admin");
  const places = (await listMemberships(ctx.work)).filter((place) => !place.suspended);
  const text =
    places.length > 1
      ? say.html("organizations-which")
      : say.html("organizations-one", { organization: places[0]?.organization ?? "–" });
  await showPage(ctx, text, [
    ...(places.length > 1 ? places.map(placeRow) : []),
    mayReceive ? [{ text: say.plain("button-receiving-code"), data: callbacks.makeReceivingCode() }] : [],
    [{ text: say.plain("button-menu"), data: callbacks.menuHere() }],
  ]);
}

function placeRow({ memberId, organization, active }: Place): Button[] {
  return [
    {
      text: clipped(`${active ? "✓ " : ""}${organization}`, 50),
      data: active ? callbacks.menuHere() : callbacks.switchOrganization({ memberId }),
    },
  ];
}

type Place = Awaited<ReturnType<typeof listMemberships>>[number];

async function goThere(ctx: Ctx, memberId: string): Promise<void> {
  await switchTo(ctx.work, memberId);
  leaveBehind(ctx);
  ctx.work.dialogue.state = null;
}
