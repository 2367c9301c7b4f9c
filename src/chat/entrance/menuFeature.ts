import { Composer } from "grammy";
import { hasConsented } from "../../records/people/consent.js";
import { memberships, switchTo } from "../../records/people/memberships.js";
import { clipped } from "../form/prompt.js";
import { standNowhere } from "../form/standing.js";
import type { Button } from "../telegram/buttons.js";
import type { Ctx } from "../telegram/context.js";
import { show } from "../telegram/screen.js";
import { showConsent } from "./consentNotice.js";
import { backToMenu, showMenu } from "./menu.js";

/** The menu, what lies behind "Lainnya", and going from one organisation to another. */
export function menuFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  // `menu` stands below something worth keeping, such as a summary; `home` in the menu's own message.
  composer.callbackQuery("menu", (ctx) => showMenu(ctx));
  composer.callbackQuery("home", backToMenu);
  composer.callbackQuery("more", showMore);

  composer.callbackQuery("organizations", async (ctx) => {
    const places = (await memberships(ctx.work)).filter((place) => !place.suspended);
    await show(ctx, ctx.say.html("organizations-which"), [
      ...places.map(({ memberId, organization, active }): Button[] => [
        {
          text: clipped(`${active ? "✓ " : ""}${organization}`, 50),
          data: active ? "home" : `switch:${memberId}`,
        },
      ]),
      [{ text: ctx.say.plain("button-back"), data: "more" }],
    ]);
  });
  composer.callbackQuery(/^switch:(\w+)$/, async (ctx) => {
    const actor = await switchTo(ctx.work, String(ctx.match[1]));
    // The question that was open belongs to the other organisation; its draft stays there.
    await standNowhere(ctx);
    ctx.resumeLink = undefined;
    if (hasConsented(actor)) await showMenu(ctx);
    else await showConsent(ctx);
  });
  return composer;
}

async function showMore(ctx: Ctx): Promise<void> {
  const several = (await memberships(ctx.work)).filter((place) => !place.suspended).length > 1;
  const button = (face: Button["text"], data: string): Button => ({ text: face, data });
  const { say } = ctx;
  await show(ctx, say.html("more-title"), [
    [button(say.plain("button-etika"), "gm:etika:0"), button(say.plain("button-str"), "gm:str:0")],
    [button(say.plain("button-sop"), "gm:sop:0"), button(say.plain("button-standar"), "gm:standar:0")],
    [
      button(say.plain("button-supervision"), "supervision"),
      button(say.plain("button-reports"), "later:laporan"),
    ],
    [button(say.plain("button-language"), "language"), button(say.plain("button-privacy"), "privacy")],
    [
      button(say.plain("button-wallet"), "wallet"),
      button(say.plain("button-help"), "help"),
      ...(several ? [button(say.plain("button-switch"), "organizations")] : []),
    ],
    [button(say.plain("button-menu"), "home")],
  ]);
}
