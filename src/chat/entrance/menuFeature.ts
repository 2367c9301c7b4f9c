import { Composer } from "grammy";
import { listMemberships, switchTo } from "../../records/people/memberships.js";
import { clipped } from "../form/prompt.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { showPage } from "../telegram/screen.js";
import { arrive } from "./arriving.js";
import { backToMenu, showMenu } from "./menu.js";

/** The menu, its second page "Lainnya", and switching the organisation. */
export function menuFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  // `menu` is used under a message worth keeping, such as a summary. `home` replaces the menu's own message.
  handle(composer, callbacks.menu, (ctx) => showMenu(ctx));
  handle(composer, callbacks.menuHere, backToMenu);
  handle(composer, callbacks.more, showMore);

  handle(composer, callbacks.organizations, async (ctx) => {
    const places = (await listMemberships(ctx.work)).filter((place) => !place.suspended);
    await showPage(ctx, ctx.say.html("organizations-which"), [
      ...places.map(({ memberId, organization, active }): Button[] => [
        {
          text: clipped(`${active ? "✓ " : ""}${organization}`, 50),
          data: active ? callbacks.menuHere() : callbacks.switchOrganization({ memberId }),
        },
      ]),
      [{ text: ctx.say.plain("button-back"), data: callbacks.more() }],
    ]);
  });
  handle(composer, callbacks.switchOrganization, async (ctx, { memberId }) => {
    await switchTo(ctx.work, memberId);
    await ctx.conversation.exitAll();
    await arrive(ctx);
  });
  return composer;
}

async function showMore(ctx: Ctx): Promise<void> {
  const several = (await listMemberships(ctx.work)).filter((place) => !place.suspended).length > 1;
  const button = (face: Button["text"], data: Button["data"]): Button => ({ text: face, data });
  const { say } = ctx;
  await showPage(ctx, say.html("more-title"), [
    [
      button(say.plain("button-etika"), callbacks.topicGroup({ group: "etika", page: 0 })),
      button(say.plain("button-str"), callbacks.topicGroup({ group: "str", page: 0 })),
    ],
    [
      button(say.plain("button-sop"), callbacks.topicGroup({ group: "sop", page: 0 })),
      button(say.plain("button-standar"), callbacks.topicGroup({ group: "standar", page: 0 })),
    ],
    [
      button(say.plain("button-supervision"), callbacks.supervision()),
      button(say.plain("button-reports"), callbacks.reports()),
    ],
    [
      button(say.plain("button-language"), callbacks.language()),
      button(say.plain("button-privacy"), callbacks.privacy()),
    ],
    [
      button(say.plain("button-wallet"), callbacks.wallet()),
      button(say.plain("button-help"), callbacks.help()),
      ...(several ? [button(say.plain("button-switch"), callbacks.organizations())] : []),
    ],
    [button(say.plain("button-menu"), callbacks.menuHere())],
  ]);
}
