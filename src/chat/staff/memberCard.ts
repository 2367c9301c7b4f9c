import { type MemberCard, memberCard, memberNames } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { waitingProposals } from "../../records/staff/proposals.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { rolesText } from "../telegram/roles.js";
import { dayText, joinLines, showPage } from "../telegram/screen.js";

/**
 * A member as their admin sees them, with what can be done. `lead` says what was just done, `first` are buttons for
 * what follows from it.
 */
export async function showMemberCard(
  ctx: Ctx,
  id: string,
  lead?: string,
  first: readonly Button[][] = [],
): Promise<void> {
  const card = await memberCard(ctx.work, id);
  const proposals = await proposalButtons(ctx, id);
  await showPage(ctx, joinLines([lead, cardText(ctx, card)], "\n\n"), [
    ...first,
    ...proposals,
    ...cardRows(ctx, card),
  ]);
}

/** What was proposed for the member, or for their cases, and waits for somebody's yes. */
async function proposalButtons({ say, work }: Ctx, id: string): Promise<Button[][]> {
  const waiting = await waitingProposals(work, id);
  const names = await memberNames(work, [...new Set(waiting.map(({ toId }) => toId))]);
  return waiting.map(({ id: proposalId, kind, toId }) => [
    {
      text: say.plain(`button-proposal-${kind}`, { name: names.get(toId) ?? "" }),
      data: callbacks.staffProposal({ proposalId }),
    },
  ]);
}

function cardText(ctx: Ctx, card: MemberCard): string {
  const { say } = ctx;
  return joinLines([
    say.html("member-title", { name: card.name, roles: rolesText(say, card.roles) }),
    card.roles.includes("worker") ? supervisorLine(ctx, card) : undefined,
    card.roles.includes("worker") ? say.html("member-cases", { count: card.openCases }) : undefined,
    card.supervises.length > 0
      ? say.html("member-supervises", { count: card.supervises.length, names: card.supervises.join(", ") })
      : undefined,
    say.html("member-since", { date: dayText(ctx, card.joinedAt) }),
    card.suspended ? say.html("member-is-suspended") : undefined,
    card.blocked ? say.html("member-is-blocked") : undefined,
    card.consented ? undefined : say.html("member-not-consented"),
  ]);
}

function supervisorLine(ctx: Ctx, { supervisor }: MemberCard): string {
  if (supervisor === null) return ctx.say.html("member-no-supervisor");
  const line = ctx.say.html("member-supervisor", { name: supervisor.name });
  return supervisor.suspended ? `${line} · ${ctx.say.html("mark-suspended")}` : line;
}

function cardRows(ctx: Ctx, card: MemberCard): Button[][] {
  const { say } = ctx;
  const { id } = card;
  const own = id === actorOf(ctx.work).memberId;
  const isWorker = card.roles.includes("worker");
  const first: Button[] = [];
  if (isWorker)
    first.push({
      text: say.plain("button-set-supervisor"),
      data: callbacks.chooseSupervisor({ memberId: id, page: 0 }),
    });
  first.push({ text: say.plain("button-roles"), data: callbacks.memberRoles({ memberId: id }) });
  const second: Button[] = [];
  if (card.openCases > 0)
    second.push({
      text: say.plain("button-give-cases"),
      data: callbacks.chooseSuccessor({ memberId: id, page: 0 }),
    });
  if (!own) {
    second.push(
      card.suspended
        ? { text: say.plain("button-reinstate"), data: callbacks.reinstate({ memberId: id }) }
        : { text: say.plain("button-suspend"), data: callbacks.suspend({ memberId: id }) },
    );
  }
  const third: Button[] =
    card.hasPin && !own
      ? [{ text: say.plain("button-pin-reset"), data: callbacks.resetPin({ memberId: id }) }]
      : [];
  return [
    first,
    second,
    third,
    [
      { text: say.plain("button-all-members"), data: callbacks.members({ page: 0 }) },
      { text: say.plain("button-menu"), data: callbacks.menuHere() },
    ],
  ];
}
