import { Composer } from "grammy";
import {
  cancelRetention,
  decideRetention,
  type EndedRetention,
  mayDecideRetention,
  openRetentionList,
  pastRetention,
  proposeRetention,
  type RetentionList,
  readRetentionList,
  retentionPerPage,
} from "../../records/dataRights/retention.js";
import { adminsOf, deskBeside, type Reachable, reachableAmong } from "../../records/people/accounts.js";
import { memberNames, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Work } from "../../records/people/work.js";
import type { Locale, Texts } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { notify } from "../telegram/notices.js";
import { dayText, joinLines, pageRow, showPage } from "../telegram/screen.js";

/** Cases past the time of retention: looked through, proposed by one person and agreed to by another. */
export function retentionFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.pastRetention, (ctx, { page }) => showPast(ctx, page));
  handle(composer, callbacks.proposeRetention, async (ctx) => {
    const { work } = ctx;
    const listId = await proposeRetention(work);
    const { cases } = await readRetentionList(work, listId);
    const args = { name: await nameOf(work, actorOf(work).memberId), count: cases.length };
    for (const to of await deskBeside(work)) {
      notify(work, texts, chatOf(to), "notice-retention-asked", [args], openList(texts, listId));
    }
    await showList(ctx, listId, 0);
  });
  handle(composer, callbacks.retentionList, (ctx, { listId, page }) => showList(ctx, listId, page));
  handle(composer, callbacks.agreeToRetention, async (ctx, { listId }) => {
    const { say, work } = ctx;
    const list = await readRetentionList(work, listId);
    if (!mayDecideRetention(work, list)) return showList(ctx, listId, 0);
    await showPage(ctx, say.html("retention-sure", { count: list.cases.length }), [
      [{ text: say.plain("button-retention-sure"), data: callbacks.agreeToRetentionSurely({ listId }) }],
      [{ text: say.plain("button-cancel"), data: callbacks.retentionList({ listId, page: 0 }) }],
    ]);
  });
  handle(composer, callbacks.agreeToRetentionSurely, async (ctx, { listId }) => {
    await decideRetention(ctx.work, listId, true);
    await showList(ctx, listId, 0);
  });
  handle(composer, callbacks.refuseRetention, async (ctx, { listId }) => {
    const { work } = ctx;
    const { proposedById } = await decideRetention(work, listId, false);
    const name = await nameOf(work, actorOf(work).memberId);
    for (const to of await reachableAmong(work, [proposedById])) {
      notify(work, texts, chatOf(to), "notice-retention-refused", [{ name }], openList(texts, listId));
    }
    await showList(ctx, listId, 0);
  });
  handle(composer, callbacks.cancelRetention, async (ctx, { listId }) => {
    await cancelRetention(ctx.work, listId);
    await showList(ctx, listId, 0);
  });
  return composer;
}

/** Tells the two who decided that their list has come to its end. */
export async function retentionEnded(work: Work, texts: Texts, list: EndedRetention): Promise<void> {
  const { id, organizationId, status, erased, left, memberIds } = list;
  for (const to of await reachableAmong(work, memberIds)) {
    notify(
      work,
      texts,
      { ...chatOf(to), organizationId },
      `notice-retention-${status}`,
      [{ erased, left }],
      openList(texts, id),
    );
  }
}

/** Tells the admins of an institution how many cases are past the time of retention. */
export async function tellOfPastRetention(
  work: Work,
  texts: Texts,
  organizationId: string,
  count: number,
): Promise<void> {
  for (const to of await adminsOf(work, organizationId)) {
    notify(work, texts, { ...chatOf(to), organizationId }, "notice-past-retention", [{ count }], (locale) => [
      [{ text: texts.plain(locale, "button-past-retention"), data: callbacks.pastRetention({ page: 0 }) }],
    ]);
  }
}

async function showPast(ctx: Ctx, page: number): Promise<void> {
  const { say, work } = ctx;
  const back = [{ text: say.plain("button-back"), data: callbacks.dataSettings() }];
  const past = await pastRetention(work, page);
  if (past === undefined) return showPage(ctx, say.html("retention-none"), [back]);
  const { years, lines, total, preserved } = past;
  const open = await openRetentionList(work);
  const listed = lines.map(({ code, closedAt }) =>
    say.html("past-retention-line", { code, closed: dayText(ctx, closedAt) }),
  );
  await showPage(
    ctx,
    joinLines(
      [
        total === 0
          ? say.html("past-retention-none", { years })
          : say.html("past-retention-title", { years, total }),
        joinLines(listed),
        preserved === 0 ? undefined : say.html("past-retention-preserved", { count: preserved }),
        say.html("past-retention-rule"),
      ],
      "\n\n",
    ),
    [
      pageRow(page, total, retentionPerPage, (to) => callbacks.pastRetention({ page: to })),
      ...actionRows(ctx, open, total),
      back,
    ],
  );
}

function actionRows({ say }: Ctx, open: string | undefined, total: number): Button[][] {
  if (open !== undefined) {
    const data = callbacks.retentionList({ listId: open, page: 0 });
    return [[{ text: say.plain("button-retention-open"), data }]];
  }
  if (total === 0) return [];
  return [[{ text: say.plain("button-propose-retention"), data: callbacks.proposeRetention() }]];
}

async function showList(ctx: Ctx, listId: string, page: number): Promise<void> {
  const { say, work } = ctx;
  const list = await readRetentionList(work, listId);
  const { cases, proposedById, decidedById, years, createdAt, status } = list;
  const names = await memberNames(work, [proposedById, ...(decidedById === null ? [] : [decidedById])]);
  const count = cases.length;
  const erased = cases.filter(({ erasedAt }) => erasedAt !== null).length;
  const shown = cases.slice(page * retentionPerPage, (page + 1) * retentionPerPage);
  const lines = shown.map(({ code, closedAt, erasedAt }) => {
    const closed = closedAt === null ? "–" : dayText(ctx, closedAt);
    return erasedAt === null
      ? say.html("past-retention-line", { code, closed })
      : say.html("past-retention-line-erased", { code, closed, erased: dayText(ctx, erasedAt) });
  });
  const title = { name: names.get(proposedById) ?? "", at: dayText(ctx, createdAt), count, years };
  const state = { name: names.get(decidedById ?? "") ?? "", erased, count };
  await showPage(
    ctx,
    joinLines(
      [
        say.html("retention-list-title", title),
        say.html(`retention-was-${status}`, state),
        joinLines(lines),
        status === "asked" ? say.html("past-retention-rule") : undefined,
      ],
      "\n\n",
    ),
    [
      pageRow(page, count, retentionPerPage, (to) => callbacks.retentionList({ listId, page: to })),
      ...decisionRows(ctx, list),
      [{ text: say.plain("button-menu"), data: callbacks.menuHere() }],
    ],
  );
}

function decisionRows({ say, work }: Ctx, list: RetentionList): Button[][] {
  const listId = list.id;
  if (mayDecideRetention(work, list)) {
    return [
      [
        { text: say.plain("button-retention-yes"), data: callbacks.agreeToRetention({ listId }) },
        { text: say.plain("button-retention-no"), data: callbacks.refuseRetention({ listId }) },
      ],
    ];
  }
  if (list.status !== "asked") return [];
  return [[{ text: say.plain("button-retention-cancel"), data: callbacks.cancelRetention({ listId }) }]];
}

function openList(texts: Texts, listId: string) {
  return (locale: Locale): Button[][] => [
    [
      {
        text: texts.plain(locale, "button-retention-list"),
        data: callbacks.retentionList({ listId, page: 0 }),
      },
    ],
  ];
}

function chatOf({ accountId, locale }: Reachable) {
  return { chatId: accountId, locale };
}
