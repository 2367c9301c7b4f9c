import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import { memberNames } from "../../records/people/members.js";
import { beginChoice, type Choice, changeChoice, readChoice } from "../../records/staff/casesToGive.js";
import { proposeCases } from "../../records/staff/proposals.js";
import type { Texts } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { pageRow, showPage } from "../telegram/screen.js";
import { showMemberCard } from "./memberCard.js";
import { codesText, tellEnd } from "./staffChange.js";

/** Cases on one page of the choice. */
const casesPerPage = 8;
/** The longest reason, in characters. */
const longestReason = 300;

/** Giving cases of a worker to another one: which, and why. */
export function givingFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.giveCases, async (ctx, { memberId, toId }) => {
    const proposalId = await beginChoice(ctx.work, memberId, toId);
    await showChoice(ctx, await readChoice(ctx.work, proposalId), 0);
  });
  handle(composer, callbacks.chooseCases, async (ctx, { proposalId, page }) =>
    showChoice(ctx, await readChoice(ctx.work, proposalId), page),
  );
  handle(composer, callbacks.chooseCase, async (ctx, { proposalId, page, caseId, on }) =>
    showChoice(ctx, await changeChoice(ctx.work, proposalId, caseId, on), page),
  );
  handle(composer, callbacks.chooseAllCases, async (ctx, { proposalId, page, on }) =>
    showChoice(ctx, await changeChoice(ctx.work, proposalId, "all", on), page),
  );
  handle(composer, callbacks.giveChosen, async (ctx, { proposalId }) => {
    const { chosen } = await readChoice(ctx.work, proposalId);
    await ctx.answerCallbackQuery(chosen.size === 0 ? ctx.say.plain("give-none-chosen") : undefined);
    if (chosen.size > 0) ctx.onward = entries.giveReason({ proposalId });
  });
  return composer;
}

async function showChoice(ctx: Ctx, choice: Choice, page: number): Promise<void> {
  const { say, work } = ctx;
  const { proposalId, workerId, toId, cases, chosen } = choice;
  const names = await memberNames(work, [workerId, toId]);
  const [from = "", to = ""] = [names.get(workerId), names.get(toId)];
  const isAll = chosen.size === cases.length;
  await showPage(ctx, say.html("give-which", { from, to, chosen: chosen.size, total: cases.length }), [
    ...cases.slice(page * casesPerPage, (page + 1) * casesPerPage).map(({ id, code, stage }): Button[] => {
      const isChosen = chosen.has(id);
      return [
        {
          text: `${isChosen ? "☑️" : "▫️"} ${code} · ${say.plain(`short-stage-${stage}`)}`,
          data: callbacks.chooseCase({ proposalId, page, caseId: id, on: !isChosen }),
        },
      ];
    }),
    pageRow(page, cases.length, casesPerPage, (other) => callbacks.chooseCases({ proposalId, page: other })),
    [
      {
        text: say.plain(isAll ? "button-give-none" : "button-give-all"),
        data: callbacks.chooseAllCases({ proposalId, page, on: !isAll }),
      },
      {
        text: say.plain("button-give-chosen", { count: chosen.size }),
        data: callbacks.giveChosen({ proposalId }),
      },
    ],
    [{ text: say.plain("button-cancel"), data: callbacks.member({ memberId: workerId }) }],
  ]);
}

/** Why the chosen cases go. The answer is the last word: they go, or somebody is asked to agree. */
export function givingEntries(texts: Texts): readonly Entry[] {
  return [
    handleEntry(entries.giveReason, {
      about: async () => null,
      ask: async (ctx, { proposalId }) => {
        const { workerId, toId, cases, chosen } = await readChoice(ctx.work, proposalId);
        const names = await memberNames(ctx.work, [workerId, toId]);
        const codes = codesText(cases.filter(({ id }) => chosen.has(id)).map(({ code }) => code));
        const given = { from: names.get(workerId) ?? "", to: names.get(toId) ?? "", codes };
        return {
          text: ctx.say.html("give-reason", { ...given, count: chosen.size }),
          cancel: callbacks.member({ memberId: workerId }),
        };
      },
      take: typedOnly(async (ctx, answer, { proposalId }) => {
        const reason = acceptText(answer, longestReason, false);
        if (reason.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, reason) };
        const { workerId } = await readChoice(ctx.work, proposalId);
        const end = await proposeCases(ctx.work, proposalId, String(reason.value));
        await showMemberCard(ctx, workerId, await tellEnd(ctx, texts, end));
        return { kind: "done" };
      }),
    }),
  ];
}
