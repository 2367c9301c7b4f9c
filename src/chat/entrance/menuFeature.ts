import { Composer } from "grammy";
import { listMemberships } from "../../records/people/memberships.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { showPage } from "../telegram/screen.js";
import { backToMenu, showMenu } from "./menu.js";

/** The menu, and its second page "Lainnya". */
export function menuFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  // `menu` is used under a message worth keeping, such as a summary. `home` replaces the menu's own message.
  handle(composer, callbacks.menu, (ctx) => showMenu(ctx));
  handle(composer, callbacks.menuHere, backToMenu);
  handle(composer, callbacks.more, showMore);
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
