import { Composer } from "grammy";
import { namePaths } from "../../records/case/clients.js";
import { askWhetherKnown, knownClients, type PerhapsSame } from "../../records/case/knownClients.js";
import type { OpenRound } from "../../records/case/openRound.js";
import { ownSuperiors } from "../../records/people/accounts.js";
import { memberNames, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Locale, Texts } from "../../texts.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { notify, recipientLocale, toldText } from "../telegram/notices.js";
import { joinLines } from "../telegram/screen.js";
import { caseRows } from "./caseList.js";

/** A client who is probably known already: the worker is asked, and the supervisor looks into it for them. */
export function knownClientsFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.askWhetherKnown, async (ctx, { caseId }) => {
    const { say, work } = ctx;
    const asked = await askWhetherKnown(work, caseId);
    if (asked === undefined) {
      await ctx.answerCallbackQuery(say.plain("known-asked-already"));
      return;
    }
    const { code, perhaps } = asked;
    const name = await nameOf(work, actorOf(work).memberId);
    const superiors = await ownSuperiors(work);
    const supervisors = await memberNames(
      work,
      perhaps.flatMap(({ supervisorId }) => supervisorId ?? []),
    );
    for (const { accountId, locale } of superiors) {
      const to = { chatId: accountId, locale };
      if (perhaps.length === 0) notify(work, texts, to, "notice-known-none", [{ name, code }]);
      else {
        const lines = perhaps.map((one) => perhapsLine(texts, recipientLocale(locale), one, supervisors));
        notify(work, texts, to, "notice-known", [{ name, code, found: lines.join("\n") }]);
      }
    }
    const told = toldText(say, [{ name: say.plain("known-superior"), reached: superiors.length > 0 }]);
    await ctx.answerCallbackQuery();
    await ctx.reply(joinLines([say.html("known-asked", { code }), told], " "));
  });
  return composer;
}

/**
 * After the client was named: says where they are probably known, and asks what to do, before the next question. The form
 * stays open, so that nothing of what was typed ahead is lost. What is said of others' cases is the same, whether one was
 * found or too many names were compared today.
 */
export async function offerOnKnown(
  ctx: Ctx,
  texts: Texts,
  before: OpenRound,
  after: OpenRound,
  path: string,
): Promise<void> {
  const name = after.answers.get(path);
  if (after.form.id !== "approach" || !namePaths.includes(path)) return;
  if (name === undefined || name === before.answers.get(path)) return;
  const { say, work } = ctx;
  const { own, perhapsElsewhere, hasBecomeMany } = await knownClients(work, after.case.id);
  if (hasBecomeMany) {
    const args = [{ name: await nameOf(work, actorOf(work).memberId) }] as const;
    for (const { accountId, locale } of await ownSuperiors(work)) {
      notify(work, texts, { chatId: accountId, locale }, "notice-many-names", [...args]);
    }
  }
  if (own.length === 0 && !perhapsElsewhere) return;
  const rows: Button[][] = await caseRows(ctx, own);
  if (perhapsElsewhere) {
    const data = callbacks.askWhetherKnown({ caseId: after.case.id });
    rows.push([{ text: say.plain("button-ask-whether-known"), data }]);
  }
  rows.push([{ text: say.plain("button-to-case"), data: callbacks.openCase({ caseId: after.case.id }) }]);
  await ctx.reply(
    joinLines(
      [
        own.length === 0 ? undefined : say.html("known-own"),
        perhapsElsewhere ? say.html("known-elsewhere") : undefined,
        say.html("known-what-now", { code: after.case.code }),
      ],
      "\n\n",
    ),
    { reply_markup: keyboard(rows) },
  );
}

/** "• K-2026-0042 · supervisor: Bu Lina": what a supervisor needs to ask a colleague. */
function perhapsLine(
  texts: Texts,
  locale: Locale,
  { code, supervisorId }: PerhapsSame,
  names: ReadonlyMap<string, string>,
): string {
  const name = supervisorId === null ? undefined : names.get(supervisorId);
  return texts.plain(locale, "known-perhaps-line", { code, name: name ?? "–" });
}
