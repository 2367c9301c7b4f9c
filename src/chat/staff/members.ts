import { Composer } from "grammy";
import { listWaiting } from "../../records/case/waiting.js";
import { addRole, removeRole, setSuspended, supervisedBy } from "../../records/due/staffing.js";
import { roles } from "../../records/people/actor.js";
import { chatOfMember, memberCard, memberPage, membersPerPage } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { proposeSupervisor } from "../../records/staff/proposals.js";
import { strandedBy } from "../../records/staff/stranded.js";
import type { Texts } from "../../texts.js";
import { notifyNewSupervisor } from "../approval/waiting.js";
import { clipped } from "../form/prompt.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { notify, recipientLocale } from "../telegram/notices.js";
import { rolesText } from "../telegram/roles.js";
import { joinLines, pageRow, showPage } from "../telegram/screen.js";
import { olderText, withdrawContent } from "../telegram/withdrawing.js";
import { showMemberCard } from "./memberCard.js";
import { showRoster } from "./roster.js";
import { tellEnd, waitingText } from "./staffChange.js";
import { tellMember } from "./staffNotices.js";
import { strandedText, teamButtons, teamText, tellSupervisor, tellTeam } from "./suspending.js";

/** The members of an organisation, for its admin: roles, supervisors, caseloads. */
export function membersFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.members, (ctx, { page }) => showRoster(ctx, page));
  handle(composer, callbacks.member, (ctx, { memberId }) => showMemberCard(ctx, memberId));

  // Who supervises the member.
  handle(composer, callbacks.chooseSupervisor, (ctx, { memberId, page }) =>
    choose(ctx, memberId, page, choices.supervisor),
  );
  handle(composer, callbacks.setSupervisor, async (ctx, { memberId, toId }) => {
    const end = await proposeSupervisor(ctx.work, memberId, toId);
    await showMemberCard(ctx, memberId, await tellEnd(ctx, texts, end));
  });

  // Suspending and letting back.
  handle(composer, callbacks.suspend, async (ctx, { memberId }) => {
    const { name, openCases } = await memberCard(ctx.work, memberId);
    const sure = ctx.say.html("member-suspend-sure", { name, cases: openCases });
    const left = strandedText(ctx, await strandedBy(ctx.work, memberId));
    await showPage(ctx, joinLines([sure, left], "\n\n"), [
      [{ text: ctx.say.plain("button-suspend-yes"), data: callbacks.suspendSurely({ memberId }) }],
      [{ text: ctx.say.plain("button-cancel"), data: callbacks.member({ memberId }) }],
    ]);
  });
  handle(composer, callbacks.suspendSurely, async (ctx, { memberId: id }) => {
    const organization = actorOf(ctx.work).organizationName;
    // Loaded before, because a suspended member is not found as a recipient any more.
    const chat = await chatOfMember(ctx.work, id);
    const outcome = await setSuspended(ctx.work, id, true);
    if (outcome !== "done") return showMemberCard(ctx, id, ctx.say.html(`fault-${outcome}`));
    if (chat !== undefined) notify(ctx.work, texts, chat, "notice-suspended", [{ organization }]);
    const { name } = await memberCard(ctx.work, id);
    const left = await strandedBy(ctx.work, id);
    const told = joinLines([
      await tellTeam(ctx, texts, left.team, "notice-supervisor-suspended", name),
      await tellSupervisor(ctx, texts, name, left),
    ]);
    const older = olderText(ctx, await withdrawContent(ctx.work, [id]));
    const lead = joinLines([ctx.say.html("member-suspended"), strandedText(ctx, left), told, older], "\n\n");
    await showMemberCard(ctx, id, lead, teamButtons(ctx, left.team));
  });
  handle(composer, callbacks.reinstate, async (ctx, { memberId: id }) => {
    await setSuspended(ctx.work, id, false);
    const organization = actorOf(ctx.work).organizationName;
    await tellMember(ctx.work, texts, id, "notice-reinstated", [{ organization }]);
    const { name } = await memberCard(ctx.work, id);
    const team = await supervisedBy(ctx.work, id);
    const told = await tellTeam(ctx, texts, team, "notice-supervisor-back", name);
    const left = await listWaiting(
      ctx.work,
      team.map((one) => one.id),
    );
    const waiting = await notifyNewSupervisor(ctx, texts, left, id);
    const passed = team.length === 0 ? undefined : waitingText(ctx.say, waiting);
    await showMemberCard(ctx, id, joinLines([ctx.say.html("member-reinstated"), told, passed], "\n\n"));
  });

  // Giving the open cases to someone else.
  handle(composer, callbacks.chooseSuccessor, (ctx, { memberId, page }) =>
    choose(ctx, memberId, page, choices.successor),
  );

  // Roles.
  handle(composer, callbacks.memberRoles, (ctx, { memberId }) => showRoles(ctx, memberId));
  handle(composer, callbacks.setRole, async (ctx, { memberId: id, role, on }) => {
    const { roles: before, name } = await memberCard(ctx.work, id);
    const team = await supervisedBy(ctx.work, id);
    const outcome = on ? await addRole(ctx.work, id, role) : await removeRole(ctx.work, id, role);
    if (outcome !== "done") return showRoles(ctx, id, ctx.say.html(`fault-${outcome}`));
    const own = id === actorOf(ctx.work).memberId;
    if (own && !actorOf(ctx.work).roles.includes("admin")) {
      return showPage(ctx, ctx.say.html("role-given-up"), [
        [{ text: ctx.say.plain("button-menu"), data: callbacks.menuHere() }],
      ]);
    }
    const { roles: after } = await memberCard(ctx.work, id);
    const older = olderText(ctx, await withdrawContent(ctx.work, [id]));
    if (!own && after.length !== before.length) {
      const chat = await chatOfMember(ctx.work, id);
      if (chat !== undefined) {
        const words = rolesText({ plain: (key) => texts.plain(recipientLocale(chat.locale), key) }, after);
        notify(ctx.work, texts, chat, "notice-roles", [{ roles: words }]);
      }
    }
    const isLeft = before.includes("supervisor") && !after.includes("supervisor");
    if (!isLeft || team.length === 0) return showRoles(ctx, id, older);
    const told = await tellTeam(ctx, texts, team, "notice-supervisor-gone", name);
    await showRoles(ctx, id, joinLines([teamText(ctx, team), told, older], "\n\n"), teamButtons(ctx, team));
  });
  return composer;
}

/** What a member is chosen for: as a supervisor, or as the new worker of cases. */
const choices = {
  supervisor: {
    role: "supervisor",
    question: "member-supervisor-which",
    nobody: "member-no-supervisors",
    turn: callbacks.chooseSupervisor,
    take: callbacks.setSupervisor,
  },
  successor: {
    role: "worker",
    question: "member-give-which",
    nobody: "member-no-workers",
    turn: callbacks.chooseSuccessor,
    take: callbacks.giveCases,
  },
} as const;

async function choose(
  ctx: Ctx,
  memberId: string,
  page: number,
  { role, question, nobody, turn, take }: (typeof choices)[keyof typeof choices],
): Promise<void> {
  const { name } = await memberCard(ctx.work, memberId);
  const filter = { role, serving: true, except: memberId };
  const { lines, total } = await memberPage(ctx.work, page, filter);
  await showPage(ctx, total === 0 ? ctx.say.html(nobody) : ctx.say.html(question, { name }), [
    ...lines.map((one): Button[] => [
      { text: clipped(one.name, 40), data: take({ memberId, toId: one.id }) },
    ]),
    pageRow(page, total, membersPerPage, (to) => turn({ memberId, page: to })),
    [{ text: ctx.say.plain("button-back"), data: callbacks.member({ memberId }) }],
  ]);
}

async function showRoles(
  ctx: Ctx,
  id: string,
  lead?: string,
  first: readonly Button[][] = [],
): Promise<void> {
  const card = await memberCard(ctx.work, id);
  const title = ctx.say.html("member-roles", { name: card.name });
  const warning =
    card.supervises.length > 0
      ? `\n${ctx.say.html("member-roles-supervises", { count: card.supervises.length })}`
      : "";
  await showPage(ctx, `${lead === undefined ? "" : `${lead}\n\n`}${title}${warning}`, [
    ...first,
    ...roles.map((role): Button[] => {
      const has = card.roles.includes(role);
      return [
        {
          text: `${has ? "☑️" : "▫️"} ${ctx.say.plain(`role-${role}`)}`,
          data: callbacks.setRole({ memberId: id, role, on: !has }),
        },
      ];
    }),
    [{ text: ctx.say.plain("button-back"), data: callbacks.member({ memberId: id }) }],
  ]);
}
