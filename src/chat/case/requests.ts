import { Composer } from "grammy";
import { latest } from "../../practice/caseFacts.js";
import { deadlines } from "../../practice/deadlines.js";
import { adminsToAsk } from "../../records/case/approval.js";
import { type Case, caseFor } from "../../records/case/case.js";
import { agreeToRequest, refuseRequest, requestOn } from "../../records/case/closing.js";
import { lastRequest } from "../../records/case/course.js";
import { openDangersOf } from "../../records/danger/openDangers.js";
import { heardLater } from "../../records/due/quietHours.js";
import { Conflict } from "../../records/people/actor.js";
import { dayCount } from "../../records/people/holidays.js";
import { chatOfMember, contactOf, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { escapeHtml, type Texts } from "../../texts.js";
import { dangerLine } from "../danger/following.js";
import { momentOf, readable } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { dueWhen } from "../telegram/dueWords.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { type NotifiedColleague, notify } from "../telegram/notices.js";
import { onwardRows, waysBack } from "../telegram/onward.js";
import { joinLines } from "../telegram/screen.js";
import { withReason } from "./reasonEntry.js";

/** Deciding on closings and reopenings that workers request, with what is still open in the case. */
export function requestsFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.openRequest, async (ctx, { caseId }) => {
    if (await isStale(ctx, caseId)) return;
    const { subject } = await requestOn(ctx.work, caseId);
    await ctx.answerCallbackQuery();
    await showRequest(ctx, subject);
  });
  handle(composer, callbacks.agreeToRequest, async (ctx, { caseId, askedAt }) => {
    if (await isStale(ctx, caseId, askedAt)) return;
    const subject = await agreeToRequest(ctx.work, caseId, askedAt.getTime());
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    await ctx.reply(turnText(ctx, subject), {
      reply_markup: keyboard(await onwardRows(ctx, askedAt)),
    });
    await tellOfTurn(ctx, texts, subject);
  });
  handle(composer, callbacks.refuseRequest, async (ctx, { caseId, askedAt }) => {
    if (await isStale(ctx, caseId, askedAt)) return;
    await requestOn(ctx.work, caseId, askedAt.getTime());
    await ctx.answerCallbackQuery();
    ctx.onward = entries.refusalReason({ caseId, askedAt });
  });
  return composer;
}

/** The card of a request that waits, with the decision; for whoever decides. */
export async function showRequest(ctx: Ctx, subject: Case): Promise<void> {
  const { request, case: head } = subject;
  if (request === undefined) throw new Conflict("nothing of the kind waits");
  const decision = { caseId: head.id, askedAt: request.at };
  const rows: Button[][] = [
    [
      { text: ctx.say.plain("button-approve"), data: callbacks.agreeToRequest(decision) },
      { text: ctx.say.plain("button-return"), data: callbacks.refuseRequest(decision) },
    ],
  ];
  if (head.workerSupervisorId === actorOf(ctx.work).memberId) {
    rows.push([{ text: ctx.say.plain("button-to-case"), data: callbacks.openCase({ caseId: head.id }) }]);
  }
  rows.push(waysBack(ctx));
  await ctx.reply(await requestText(ctx, subject), { reply_markup: keyboard(rows) });
}

/**
 * A card whose request its worker withdrew, or made anew since, says so, and decides on nothing any more; what waits
 * now is shown. False where it is what waits, and where somebody has decided: that is a `Conflict`.
 */
async function isStale(ctx: Ctx, caseId: string, askedAt?: Date): Promise<boolean> {
  const subject = await caseFor(ctx.work, caseId, "settle");
  const { request, course, case: head } = subject;
  const isAnew = request !== undefined && askedAt !== undefined && askedAt.getTime() !== request.at.getTime();
  const isWithdrawn = lastRequest(course)?.kind === "request-withdrawn";
  if (!isAnew && !isWithdrawn) return false;
  const name = await nameOf(ctx.work, head.workerId);
  const text = ctx.say.plain(isAnew ? "request-anew" : "request-taken-back", { name });
  await ctx.answerCallbackQuery({ text, show_alert: true });
  await ctx.editMessageReplyMarkup();
  if (isAnew) await showRequest(ctx, subject);
  return true;
}

/** Why what was asked for is not agreed to, in the words of whoever decides. */
export function requestEntries(texts: Texts): readonly Entry[] {
  return [
    handleEntry(entries.refusalReason, {
      about: async (_, { caseId }) => caseId,
      ask: async (ctx, { caseId }) => ({
        text: ctx.say.html("request-refusal"),
        cancel: callbacks.openRequest({ caseId }),
      }),
      take: typedOnly((ctx, answer, { caseId, askedAt }) =>
        withReason(ctx, answer, async (reason) => {
          const subject = await refuseRequest(ctx.work, caseId, askedAt.getTime(), reason);
          const { code, workerId } = subject.case;
          const name = await nameOf(ctx.work, workerId);
          await ctx.reply(ctx.say.html("request-refused", { code, name }), {
            reply_markup: keyboard(await onwardRows(ctx, askedAt)),
          });
          const by = await nameOf(ctx.work, actorOf(ctx.work).memberId);
          await tellWorkerOf(ctx, texts, subject, "notice-request-refused", by);
        }),
      ),
    }),
  ];
}

/**
 * Brings a request to whoever decides, in the quiet hours by the next digest unless the case presses: the supervisor;
 * where that one cannot be reached, the admins. Returns who was to be told, and whether they were.
 */
export async function tellOfRequest(
  ctx: Ctx,
  texts: Texts,
  subject: Case,
): Promise<readonly NotifiedColleague[]> {
  const { say, work } = ctx;
  const { request } = subject;
  if (request === undefined) return [];
  const { id, code, workerId, workerSupervisorId } = subject.case;
  const key = request.kind === "closing-asked" ? "notice-closing-asked" : "notice-reopening-asked";
  const name = await nameOf(work, workerId);
  const above = workerSupervisorId === null ? undefined : await contactOf(work, workerSupervisorId);
  const after = await heardLater(work, id);
  const later = after === undefined ? {} : { later: momentOf(after, actorOf(work).zone, say) };
  if (above?.chat !== undefined && after !== undefined) {
    return [{ name: above.name, reached: true, ...later }];
  }
  const deciders = await decidersOf(ctx, subject);
  for (const to of deciders) {
    notify(work, texts, { ...to, after }, key, [{ code, name }], (locale) => [
      [{ text: texts.plain(locale, "button-look"), data: callbacks.openRequest({ caseId: id }) }],
    ]);
  }
  if (above?.chat !== undefined) return [{ name: above.name, reached: true }];
  return [
    ...(above === undefined ? [] : [{ name: above.name, reached: false }]),
    { name: say.plain("request-admin"), reached: deciders.length > 0, ...(deciders.length > 0 ? later : {}) },
  ];
}

/** Tells the worker that their case was closed or opened again by somebody else. */
export async function tellOfTurn(ctx: Ctx, texts: Texts, subject: Case): Promise<void> {
  const by = await nameOf(ctx.work, actorOf(ctx.work).memberId);
  const key = subject.facts.closed === null ? "notice-reopened" : "notice-closed";
  await tellWorkerOf(ctx, texts, subject, key, by);
}

/** "Penutupan menunggu Pak Dedi", or the admin where no supervisor can be reached: Telegram HTML. */
export async function pendingRequestLine(ctx: Ctx, subject: Case): Promise<string | undefined> {
  const { request, case: head } = subject;
  if (request === undefined) return undefined;
  const name =
    head.workerSupervisorId === null || head.supervisorAbsent
      ? ctx.say.plain("request-admin")
      : await nameOf(ctx.work, head.workerSupervisorId);
  return request.kind === "closing-asked"
    ? ctx.say.html("closing-waits", { name, outcome: ctx.say.plain(`outcome-${request.outcome}`) })
    : ctx.say.html("reopening-waits", { name });
}

/** What was decided, for the member who decided. */
export function turnText(ctx: Ctx, { case: { code }, facts }: Case): string {
  return facts.closed === null
    ? ctx.say.html("sent-reopened", { code })
    : ctx.say.html("sent-closed", { code, outcome: ctx.say.plain(`outcome-${facts.closed.outcome}`) });
}

async function requestText(ctx: Ctx, subject: Case): Promise<string> {
  const { say, work } = ctx;
  const { request, case: head } = subject;
  if (request === undefined) return "";
  const args = { code: head.code, name: await nameOf(work, head.workerId) };
  const dangers = await openDangersOf(work, head);
  const reason = request.reason === null ? undefined : escapeHtml(readable(request.reason, say));
  return joinLines([
    request.kind === "closing-asked"
      ? say.html("request-closing", { ...args, outcome: say.plain(`outcome-${request.outcome}`) })
      : say.html("request-reopening", args),
    reason ?? say.html("request-from-form"),
    "",
    ...(dangers.length === 0
      ? [say.html("request-no-danger")]
      : dangers.map((danger) => dangerLine(say, danger))),
    ...clockLines(ctx, subject),
    say.html(`request-consent-${consentOf(subject)}`),
  ]);
}

/** What runs in the case now, by the organisation's rules and the law's. */
function clockLines(ctx: Ctx, { facts }: Case): string[] {
  const { say, work } = ctx;
  const actor = actorOf(work);
  const running = deadlines(facts, actor.rules, dayCount(actor.zone, actor.rules.calendar)).filter(
    ({ key }) => key !== "draft-idle" && key !== "approval" && key !== "request-decision",
  );
  if (running.length === 0) return [say.html("request-no-clock")];
  return running.map((due) => {
    const when = dueWhen(due, { now: work.now, zone: actor.zone }, say);
    return say.html("request-clock", { what: say.plain(`deadline-${due.key}`), when });
  });
}

function consentOf({ facts }: Case): "yes" | "no" | "none" {
  const consent = latest(facts, "approach")?.facts.consent;
  return consent === undefined ? "none" : consent ? "yes" : "no";
}

/** Who decides on what waits in a case, and can be written to: the supervisor; the admins where that one cannot be. */
export async function decidersOf(ctx: Ctx, { case: subject }: Case) {
  const { workerSupervisorId } = subject;
  if (workerSupervisorId !== null && !subject.supervisorAbsent) {
    const { chat } = await contactOf(ctx.work, workerSupervisorId);
    if (chat !== undefined) return [chat];
  }
  const admins = await adminsToAsk(ctx.work);
  return admins.map(({ accountId, locale }) => ({ chatId: accountId, locale }));
}

async function tellWorkerOf(
  ctx: Ctx,
  texts: Texts,
  { case: { id, code, workerId } }: Case,
  key: "notice-closed" | "notice-reopened" | "notice-request-refused",
  name: string,
): Promise<void> {
  if (workerId === actorOf(ctx.work).memberId) return;
  const chat = await chatOfMember(ctx.work, workerId);
  if (chat === undefined) return;
  notify(ctx.work, texts, chat, key, [{ code, name }], (locale) => [
    [{ text: texts.plain(locale, "button-to-case"), data: callbacks.openCase({ caseId: id }) }],
  ]);
}
