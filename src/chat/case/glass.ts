import { Composer } from "grammy";
import { adminsToAsk } from "../../records/case/approval.js";
import { breakGlass, glassHours } from "../../records/case/breakGlass.js";
import { contactOf, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Texts } from "../../texts.js";
import { momentOf } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { type NotifiedColleague, notify, toldText } from "../telegram/notices.js";
import { showCard } from "./caseCard.js";
import { withReason } from "./reasonEntry.js";

/** Opening a case of another team in an emergency (break-glass): with a reason, for reading, and everybody is told. */
export function glassFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.breakGlass, async (ctx, { code }) => {
    await ctx.answerCallbackQuery();
    ctx.onward = entries.glassReason({ code });
  });
  return composer;
}

/** Why a case of another team has to be read now. */
export function glassEntries(texts: Texts): readonly Entry[] {
  return [
    handleEntry(entries.glassReason, {
      // Whoever may not read the case yet is not told whether a word is a name in it.
      about: async () => null,
      ask: async (ctx, { code }) => ({
        text: ctx.say.html("glass-reason", { code, hours: glassHours }),
        cancel: callbacks.menu(),
      }),
      take: typedOnly((ctx, answer, { code }) =>
        withReason(ctx, answer, async (reason) => {
          const { caseId, until, workerId, workerSupervisorId } = await breakGlass(ctx.work, code, reason);
          const told = await tellOfGlass(ctx, texts, { caseId, code, workerId, workerSupervisorId });
          const when = momentOf(until, actorOf(ctx.work).zone, ctx.say);
          await ctx.reply(`${ctx.say.html("glass-open", { code, when })} ${toldText(ctx.say, told)}`);
          await showCard(ctx, caseId);
        }),
      ),
    }),
  ];
}

/** The button by which a supervisor opens a case that is not of their team; none for anybody else. */
export function glassRow({ say, work }: Ctx, code: string): Button[] {
  if (work.actor?.roles.includes("supervisor") !== true) return [];
  return [{ text: say.plain("button-break-glass"), data: callbacks.breakGlass({ code }) }];
}

/** Tells the worker, their supervisor and the admins who opened a case, and where the reason stands. */
async function tellOfGlass(
  ctx: Ctx,
  texts: Texts,
  of: {
    readonly caseId: string;
    readonly code: string;
    readonly workerId: string;
    readonly workerSupervisorId: string | null;
  },
): Promise<readonly NotifiedColleague[]> {
  const { say, work } = ctx;
  const { memberId, accountId } = actorOf(work);
  const args = { name: await nameOf(work, memberId), code: of.code, hours: glassHours };
  const told: NotifiedColleague[] = [];
  const ids = [of.workerId, ...(of.workerSupervisorId === null ? [] : [of.workerSupervisorId])];
  const chats = new Set([accountId]);
  for (const id of ids) {
    const { name, chat } = await contactOf(work, id);
    told.push({ name, reached: chat !== undefined });
    if (chat === undefined) continue;
    chats.add(chat.chatId);
    notify(work, texts, chat, "notice-glass", [args], (locale) => [
      [
        {
          text: texts.plain(locale, "button-who-opened"),
          data: callbacks.whoOpened({ caseId: of.caseId }),
        },
      ],
    ]);
  }
  const all = await adminsToAsk(work);
  const admins = all.filter((admin) => !chats.has(admin.accountId));
  for (const { accountId: chatId, locale } of admins) {
    notify(work, texts, { chatId, locale }, "notice-glass-admin", [args]);
  }
  // Every admin is named already, or breaks the glass.
  if (admins.length === 0 && all.length > 0) return told;
  return [...told, { name: say.plain("glass-admins"), reached: admins.length > 0 }];
}
