import { Composer } from "grammy";
import { adminsOf } from "../../records/people/accounts.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import {
  isKeptBy,
  type LeftBehind,
  leaveForGood,
  leftBehind,
  noteLeaveAsked,
} from "../../records/staff/leaving.js";
import type { Texts } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { notify, toldText } from "../telegram/notices.js";
import { joinLines, showPage } from "../telegram/screen.js";

/** A member has themselves removed: what it leaves without anybody first, then name, account and permits go. */
export function leavingFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.removeMe, async (ctx) => {
    const { say, work } = ctx;
    const left = await leftBehind(work);
    if (isKeptBy(left)) return showKept(ctx, left);
    await showPage(ctx, say.html("leave-sure", { organization: actorOf(work).organizationName }), [
      [{ text: say.plain("button-leave-yes"), data: callbacks.removeMeSurely() }],
      [{ text: say.plain("button-cancel"), data: callbacks.privacy() }],
    ]);
  });
  handle(composer, callbacks.askToHandOn, async (ctx) => {
    const { say, work } = ctx;
    const { memberId, accountId, organizationId } = actorOf(work);
    const left = await leftBehind(work);
    const name = await nameOf(work, memberId);
    const admins = (await adminsOf(work, organizationId)).filter((admin) => admin.accountId !== accountId);
    for (const { accountId: chatId, locale } of admins) {
      const args = { name, count: left.codes.length, codes: listOf(left.codes), team: left.team.length };
      notify(work, texts, { chatId, locale }, "notice-leave-asked", [args], (to) => [
        [{ text: texts.plain(to, "button-member", { name }), data: callbacks.member({ memberId }) }],
      ]);
    }
    noteLeaveAsked(work);
    const told = toldText(say, [{ name: say.plain("role-admin"), reached: admins.length > 0 }]);
    await showPage(ctx, joinLines([say.html("leave-asked"), told], " "), [backRow(ctx)]);
  });
  handle(composer, callbacks.removeMeSurely, async (ctx) => {
    const { say, work } = ctx;
    const { memberId, organizationId, organizationName: organization } = actorOf(work);
    const name = await nameOf(work, memberId);
    const kept = await leaveForGood(work);
    if (kept !== undefined) return showKept(ctx, kept);
    // An open dialogue must not store anything more.
    await ctx.conversation.exitAll();
    ctx.resumeLink = undefined;
    for (const { accountId: chatId, locale } of await adminsOf(work, organizationId)) {
      notify(work, texts, { chatId, locale }, "notice-left", [{ name }]);
    }
    await showPage(ctx, say.html("leave-done", { organization }), []);
  });
  return composer;
}

async function showKept(ctx: Ctx, { codes, clocks, team, breaches, isLastAdmin }: LeftBehind): Promise<void> {
  const { say } = ctx;
  const isHandedOn = codes.length > 0 || team.length > 0;
  await showPage(
    ctx,
    joinLines([
      say.html("leave-kept"),
      codes.length === 0 ? undefined : say.html("leave-cases", { count: codes.length, codes: listOf(codes) }),
      clocks.length === 0
        ? undefined
        : say.html("leave-clocks", { count: clocks.length, codes: listOf(clocks) }),
      team.length === 0 ? undefined : say.html("leave-team", { names: team.join(", ") }),
      breaches.length === 0 ? undefined : say.html("leave-breaches", { codes: listOf(breaches) }),
      isLastAdmin ? say.html("leave-last-admin") : undefined,
    ]),
    [
      ...(isHandedOn ? [[{ text: say.plain("button-leave-ask"), data: callbacks.askToHandOn() }]] : []),
      backRow(ctx),
    ],
  );
}

function backRow({ say }: Ctx): Button[] {
  return [{ text: say.plain("button-back"), data: callbacks.privacy() }];
}

/** Codes in a line; a long list is cut. */
function listOf(codes: readonly string[]): string {
  return codes.length > 12 ? `${codes.slice(0, 12).join(", ")} +${codes.length - 12}` : codes.join(", ");
}
