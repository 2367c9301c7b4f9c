import { Composer } from "grammy";
import { memberNames } from "../../records/people/members.js";
import {
  cancelProposal,
  decideProposal,
  type ProposedChange,
  readProposal,
} from "../../records/staff/proposals.js";
import type { Texts } from "../../texts.js";
import { readable } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
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
  handle(composer, callbacks.cancelStaffProposal, async (ctx, { proposalId }) => {
    await cancelProposal(ctx.work, proposalId);
    await showProposal(ctx, proposalId);
  });
  return composer;
}

async function showProposal(ctx: Ctx, id: string, lead?: string): Promise<void> {
  const proposal = await readProposal(ctx.work, id);
  await showPage(ctx, joinLines([lead, await proposalText(ctx, proposal)], "\n\n"), [
    ...proposalRows(ctx, proposal),
    [{ text: ctx.say.plain("button-menu"), data: callbacks.menuHere() }],
  ]);
}

async function proposalText({ say, work }: Ctx, proposal: ProposedChange): Promise<string> {
  const { kind, workerId, toId, proposedById, decidedById, status, codes, reason } = proposal;
  const ids = [workerId, toId, proposedById, decidedById].flatMap((one) => one ?? []);
  const names = await memberNames(work, [...new Set(ids)]);
  const name = (id: string | null) => (id === null ? "" : (names.get(id) ?? ""));
  const people = { by: name(proposedById), worker: name(workerId), to: name(toId) };
  return joinLines([
    kind === "supervisor"
      ? say.html("proposal-supervisor", people)
      : say.html("proposal-cases", { ...people, count: codes.length, codes: codesText(codes) }),
    reason === null ? undefined : say.html("proposal-reason", { reason: readable(reason, say) }),
    status === "asked" || status === "draft"
      ? say.html("proposal-waits")
      : say.html(`proposal-was-${status}`, { name: name(decidedById) }),
  ]);
}

function proposalRows(
  { say }: Ctx,
  { id: proposalId, status, isOwn, mayDecide }: ProposedChange,
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
  if (isOwn && status === "asked")
    return [
      [{ text: say.plain("button-proposal-cancel"), data: callbacks.cancelStaffProposal({ proposalId }) }],
    ];
  return [];
}
