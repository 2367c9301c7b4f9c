import { Composer } from "grammy";
import { dateIn, daysBetween } from "../../practice/calendar.js";
import { memberNames } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import {
  cancelProposal,
  decideProposal,
  type ProposedChange,
  proposalDays,
  proposalsAwaitingMe,
  readProposal,
} from "../../records/staff/proposals.js";
import type { Texts } from "../../texts.js";
import { clipped } from "../form/prompt.js";
import { readable } from "../telegram/answerText.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { proposalRow, waysBack } from "../telegram/onward.js";
import { joinLines, showPage } from "../telegram/screen.js";
import { codesText, tellEnd } from "./staffChange.js";

/** What an admin wants to change of who reads cases, for who has to agree to it first. */
export function proposalsFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.staffProposal, (ctx, { proposalId }) => showProposal(ctx, proposalId));
  handle(composer, callbacks.decideStaffProposal, async (ctx, { proposalId, agrees }) => {
    const end = await decideProposal(ctx.work, proposalId, agrees);
    await showProposal(ctx, proposalId, await tellEnd(ctx, texts, end));
  });
  handle(composer, callbacks.staffProposals, (ctx) => showAll(ctx));
  handle(composer, callbacks.agreeToProposals, async (ctx, { until }) => {
    const meant = (await proposalsAwaitingMe(ctx.work)).filter(({ askedAt }) => askedAt <= until);
    const done: string[] = [];
    for (const { id } of meant) {
      done.push(await tellEnd(ctx, texts, await decideProposal(ctx.work, id, true)));
    }
    await showAll(ctx, joinLines(done, "\n\n"));
  });
  handle(composer, callbacks.cancelStaffProposal, async (ctx, { proposalId }) => {
    await cancelProposal(ctx.work, proposalId);
    await showProposal(ctx, proposalId);
  });
  return composer;
}

/** Proposals on one screen; those behind them come once these are decided. */
const mostShown = 8;

/** All proposals that wait for the acting member, each in full, to agree to at once or one by one. */
async function showAll(ctx: Ctx, lead?: string): Promise<void> {
  const { say, work } = ctx;
  const waiting = await proposalsAwaitingMe(work);
  const shown = waiting.slice(0, mostShown);
  const written: string[] = [];
  const faces: Button[] = [];
  for (const [at, { id }] of shown.entries()) {
    const proposal = await readProposal(work, id);
    const names = await memberNames(work, [proposal.toId]);
    written.push(`${at + 1}. ${await changeText(ctx, proposal)}`);
    faces.push({
      text: `${at + 1} · ${clipped(names.get(proposal.toId) ?? "", 30)}`,
      data: callbacks.staffProposal({ proposalId: id }),
    });
  }
  const until = shown.at(-1)?.askedAt;
  const title =
    waiting.length === 0
      ? say.html("staff-proposals-none")
      : say.html("staff-proposals-all", { count: waiting.length });
  await showPage(ctx, joinLines([lead, title, ...written], "\n\n"), [
    ...layOutButtons(faces),
    ...(until === undefined || shown.length === 1
      ? []
      : [
          [
            {
              text: say.plain("button-proposals-yes", { count: shown.length }),
              data: callbacks.agreeToProposals({ until }),
            },
          ],
        ]),
    waysBack(ctx),
    [{ text: say.plain("button-menu"), data: callbacks.menuHere() }],
  ]);
}

async function showProposal(ctx: Ctx, id: string, lead?: string): Promise<void> {
  const proposal = await readProposal(ctx.work, id);
  await showPage(ctx, joinLines([lead, await proposalText(ctx, proposal)], "\n\n"), [
    ...proposalRows(ctx, proposal),
    ...(await proposalRow(ctx, id)),
    [{ text: ctx.say.plain("button-menu"), data: callbacks.menuHere() }],
  ]);
}

/** What is proposed and why, and what became of it. */
async function proposalText(ctx: Ctx, proposal: ProposedChange): Promise<string> {
  const { say, work } = ctx;
  const { decidedById, status, isOver } = proposal;
  const names = await memberNames(work, decidedById === null ? [] : [decidedById]);
  return joinLines([
    await changeText(ctx, proposal),
    isOver
      ? say.html("proposal-over", { days: proposalDays })
      : status === "asked" || status === "draft"
        ? say.html("proposal-waits")
        : say.html(`proposal-was-${status}`, { name: names.get(decidedById ?? "") ?? "" }),
  ]);
}

async function changeText({ say, work }: Ctx, proposal: ProposedChange): Promise<string> {
  const { kind, workerId, toId, proposedById, codes, reason, askedAt } = proposal;
  const { zone } = actorOf(work);
  const names = await memberNames(work, [...new Set([workerId, toId, proposedById])]);
  const name = (id: string) => names.get(id) ?? "";
  const people = { by: name(proposedById), worker: name(workerId), to: name(toId) };
  return joinLines([
    kind === "supervisor"
      ? say.html("proposal-supervisor", people)
      : say.html("proposal-cases", { ...people, count: codes.length, codes: codesText(codes) }),
    reason === null ? undefined : say.html("proposal-reason", { reason: readable(reason, say) }),
    askedAt === null
      ? undefined
      : say.html("proposal-age", { days: daysBetween(dateIn(zone, askedAt), dateIn(zone, work.now)) }),
  ]);
}

function proposalRows(
  { say }: Ctx,
  { id: proposalId, status, isOver, isOwn, mayDecide }: ProposedChange,
): Button[][] {
  if (mayDecide)
    return [
      [
        {
          text: say.plain("button-proposal-yes"),
          data: callbacks.decideStaffProposal({ proposalId, agrees: true }),
        },
        {
          text: say.plain("button-proposal-no"),
          data: callbacks.decideStaffProposal({ proposalId, agrees: false }),
        },
      ],
    ];
  if (isOwn && status === "asked" && !isOver)
    return [
      [{ text: say.plain("button-proposal-cancel"), data: callbacks.cancelStaffProposal({ proposalId }) }],
    ];
  return [];
}
