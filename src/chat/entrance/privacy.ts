import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import { countWaitingFor } from "../../records/case/waiting.js";
import { ownSuperiors } from "../../records/people/accounts.js";
import { hasConsented, withdrawConsent } from "../../records/people/consent.js";
import { ownCard, ownCaseload, renameSelf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { listTeam } from "../../records/people/team.js";
import type { Texts } from "../../texts.js";
import { ownAssistRows } from "../assist/agreeing.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { notify } from "../telegram/notices.js";
import { reasonOf } from "../telegram/reason.js";
import { rolesText } from "../telegram/roles.js";
import { dayText, joinLines, sendNew, showPage } from "../telegram/screen.js";
import { withdrawContent } from "../telegram/withdrawing.js";
import { longestName } from "./start.js";

/** What is stored about the person who asks, who may read it, and how to correct it or withdraw the consent. */
export function privacyFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("privasi", showOwn);
  handle(composer, callbacks.privacy, showOwn);

  handle(composer, callbacks.correctOwnName, async (ctx) => {
    await ctx.answerCallbackQuery();
    ctx.onward = entries.ownName();
  });

  handle(composer, callbacks.withdrawConsent, async (ctx) => {
    const cases = await ownCaseload(ctx.work);
    const text = joinLines(
      [
        ctx.say.html("withdraw-sure"),
        cases > 0 ? ctx.say.html("withdraw-cases", { count: cases }) : undefined,
      ],
      "\n\n",
    );
    await showPage(ctx, text, [
      [{ text: ctx.say.plain("button-withdraw-yes"), data: callbacks.withdrawConsentSurely() }],
      [{ text: ctx.say.plain("button-cancel"), data: callbacks.privacy() }],
    ]);
  });
  handle(composer, callbacks.withdrawConsentSurely, async (ctx) => {
    const { name } = await ownCard(ctx.work);
    const cases = await ownCaseload(ctx.work);
    const { memberId, roles } = actorOf(ctx.work);
    const team = roles.includes("supervisor") ? (await listTeam(ctx.work)).length : 0;
    const waiting = await countWaitingFor(ctx.work, memberId);
    await withdrawConsent(ctx.work);
    const older = await withdrawContent(ctx.work, [memberId]);
    // An open dialogue must not store anything more. The position in the form is kept.
    await ctx.conversation.exitAll();
    ctx.resumeLink = undefined;
    for (const { accountId, locale } of await ownSuperiors(ctx.work)) {
      const left = { name, cases, team, waiting };
      notify(ctx.work, texts, { chatId: accountId, locale }, "notice-withdrew", [left]);
    }
    const left = older === 0 ? undefined : ctx.say.html("withdrawn-own", { count: older });
    await showPage(ctx, joinLines([ctx.say.html("withdrawn"), left], "\n\n"), [
      [{ text: ctx.say.plain("button-read-again"), data: callbacks.readNoticeAgain() }],
    ]);
  });
  return composer;
}

async function showOwn(ctx: Ctx): Promise<void> {
  const { actor } = ctx.work;
  if (actor === undefined) {
    await showPage(ctx, ctx.say.html("privacy-stranger", { account: String(ctx.from?.id ?? "") }), []);
    return;
  }
  const card = await ownCard(ctx.work);
  const text = ctx.say.html("privacy-own", {
    organization: actor.organizationName,
    name: card.name,
    account: String(actor.accountId),
    roles: rolesText(ctx.say, actor.roles),
    since: dayText(ctx, card.joinedAt),
    consented: card.consentedAt === null ? "–" : dayText(ctx, card.consentedAt),
    traces: card.traces,
  });
  const more = { text: ctx.say.plain("button-read-more"), data: callbacks.readWholeNotice() };
  const removeMe = { text: ctx.say.plain("button-remove-me"), data: callbacks.removeMe() };
  await showPage(
    ctx,
    text,
    hasConsented(actor)
      ? [
          [{ text: ctx.say.plain("button-correct-name"), data: callbacks.correctOwnName() }, more],
          [{ text: ctx.say.plain("button-pin"), data: callbacks.ownPin() }],
          ...ownAssistRows(ctx),
          [{ text: ctx.say.plain("button-withdraw"), data: callbacks.withdrawConsent() }],
          [removeMe],
          [{ text: ctx.say.plain("button-menu"), data: callbacks.menuHere() }],
        ]
      : [[more], [removeMe]],
  );
}

/** How the person wants to be called. */
export const privacyEntries: readonly Entry[] = [
  handleEntry(entries.ownName, {
    ask: async (ctx) => ({ text: ctx.say.html("own-name"), cancel: callbacks.privacy() }),
    take: typedOnly(async (ctx, answer) => {
      const name = acceptText(answer, longestName.person, false);
      if (name.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, name) };
      await renameSelf(ctx.work, String(name.value));
      await sendNew(ctx, ctx.say.html("own-name-kept", { name: String(name.value) }), [
        [{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }],
      ]);
      return { kind: "done" };
    }),
  }),
];
