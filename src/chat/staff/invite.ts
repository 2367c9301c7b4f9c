import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import { type Role, roles } from "../../records/people/actor.js";
import {
  invite,
  mostOpenInvitations,
  openInvitations,
  revokeInvitation,
} from "../../records/people/invitations.js";
import { adminOf, memberPage, membersPerPage, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { invitationPrefix, longestName } from "../entrance/start.js";
import { clipped } from "../form/prompt.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryPrompt, handleEntry, typedOnly, wantsPress } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { rolesText } from "../telegram/roles.js";
import { dayText, joinLines, pageRow, sendNew, showPage } from "../telegram/screen.js";

/** Special values of buttons beside ids of supervisors: none yet, and the next page. */
const nobody = "-";
const pageMark = "+";

/** Inviting a member: tick the roles, type the name, choose a worker's supervisor. The result is a link. */
export function inviteFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.invite, (ctx) => showRoles(ctx, []));
  handle(composer, callbacks.inviteAs, (ctx, { chosen }) => showRoles(ctx, chosen));
  handle(composer, callbacks.inviteByName, async (ctx, { chosen }) => {
    adminOf(ctx.work);
    if (chosen.length === 0) {
      await ctx.answerCallbackQuery(ctx.say.plain("invite-no-role"));
      return;
    }
    await showPage(ctx, ctx.say.html("invite-as", { roles: rolesText(ctx.say, chosen) }), []);
    ctx.onward = entries.inviteName({ roles: chosen });
  });

  handle(composer, callbacks.invitations, (ctx, { page }) => showOpen(ctx, page));
  handle(composer, callbacks.revokeInvitation, async (ctx, { invitationId }) => {
    const gone = await revokeInvitation(ctx.work, invitationId);
    await showOpen(ctx, 0, ctx.say.html(gone ? "invite-revoked" : "invite-gone"));
  });
  return composer;
}

async function showRoles(ctx: Ctx, chosen: readonly Role[]): Promise<void> {
  adminOf(ctx.work);
  const rows: Button[][] = roles.map((role) => {
    const isChosen = chosen.includes(role);
    const after = isChosen ? chosen.filter((other) => other !== role) : [...chosen, role];
    return [
      {
        text: `${isChosen ? "☑️" : "▫️"} ${ctx.say.plain(`role-${role}`)}`,
        data: callbacks.inviteAs({ chosen: after }),
      },
    ];
  });
  rows.push([{ text: ctx.say.plain("button-continue"), data: callbacks.inviteByName({ chosen }) }]);
  rows.push([
    { text: ctx.say.plain("button-open-invitations"), data: callbacks.invitations({ page: 0 }) },
    { text: ctx.say.plain("button-menu"), data: callbacks.menuHere() },
  ]);
  await showPage(ctx, ctx.say.html("invite-roles"), rows);
}

async function showOpen(ctx: Ctx, page: number, lead?: string): Promise<void> {
  const all = await openInvitations(ctx.work);
  const open = all.slice(page * membersPerPage, (page + 1) * membersPerPage);
  const listed = open.map(({ name, roles: as, expiresAt }) =>
    ctx.say.html("invites-line", { name, roles: rolesText(ctx.say, as), until: dayText(ctx, expiresAt) }),
  );
  const text = joinLines(
    [
      lead,
      ctx.say.html(open.length === 0 ? "invites-none" : "invites-title"),
      open.length === 0 ? undefined : joinLines(listed),
    ],
    "\n\n",
  );
  await showPage(ctx, text, [
    ...open.map(({ id, name }): Button[] => [
      {
        text: ctx.say.plain("button-revoke", { name: clipped(name, 30) }),
        data: callbacks.revokeInvitation({ invitationId: id }),
      },
    ]),
    pageRow(page, all.length, membersPerPage, (to) => callbacks.invitations({ page: to })),
    [
      { text: ctx.say.plain("button-invite"), data: callbacks.invite() },
      { text: ctx.say.plain("button-menu"), data: callbacks.menuHere() },
    ],
  ]);
}

/** The questions of an invitation. */
export const inviteEntries: readonly Entry[] = [
  handleEntry(entries.inviteName, {
    ask: async (ctx) => ({ text: ctx.say.html("invite-name"), cancel: callbacks.members({ page: 0 }) }),
    take: typedOnly(async (ctx, answer, { roles: as }) => {
      const name = acceptText(answer, longestName.person, false);
      if (name.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, name) };
      const named = { roles: as, name: String(name.value) };
      if (as.includes("worker")) {
        return { kind: "next", onward: entries.inviteSupervisor({ ...named, page: 0 }) };
      }
      await finish(ctx, as, named.name, null);
      return { kind: "done" };
    }),
  }),
  handleEntry(entries.inviteSupervisor, {
    ask: (ctx, { name, page }) => askSupervisor(ctx, name, page),
    take: async (ctx, answer, { roles: as, name }) => {
      // A typed name would be ambiguous, so a supervisor is chosen by button.
      if (answer.kind === "typed") return wantsPress(ctx);
      const { value } = answer;
      if (value.startsWith(pageMark)) {
        return {
          kind: "next",
          onward: entries.inviteSupervisor({ roles: as, name, page: Number(value.slice(pageMark.length)) }),
        };
      }
      await finish(ctx, as, name, value === nobody ? null : value);
      return { kind: "done" };
    },
  }),
];

async function askSupervisor(ctx: Ctx, name: string, page: number): Promise<EntryPrompt> {
  const filter = { role: "supervisor", serving: true } as const;
  const { lines: found, total } = await memberPage(ctx.work, page, filter);
  const choices = found.map((one) => [{ text: clipped(one.name, 40), value: one.id }]);
  const pages = Math.ceil(total / membersPerPage);
  if (pages > 1) {
    choices.push([{ text: ctx.say.plain("button-more-names"), value: `${pageMark}${(page + 1) % pages}` }]);
  }
  choices.push([{ text: ctx.say.plain("button-no-supervisor-yet"), value: nobody }]);
  const text = ctx.say.html(total === 0 ? "invite-no-supervisors" : "invite-supervisor", { name });
  return { text, choices, cancel: callbacks.members({ page: 0 }) };
}

/** Creates the invitation. The link is a message of its own that can be forwarded. */
async function finish(
  ctx: Ctx,
  as: readonly Role[],
  name: string,
  supervisorId: string | null,
): Promise<void> {
  const made = await invite(ctx.work, { name, roles: as, supervisorId });
  const rows = [
    [
      { text: ctx.say.plain("button-invite-another"), data: callbacks.invite() },
      { text: ctx.say.plain("button-menu"), data: callbacks.menu() },
    ],
  ];
  if (made === "too-many") {
    await sendNew(ctx, ctx.say.html("invite-too-many", { most: mostOpenInvitations }), [
      [{ text: ctx.say.plain("button-open-invitations"), data: callbacks.invitations({ page: 0 }) }],
      ...rows,
    ]);
    return;
  }
  const until = dayText(ctx, made.expiresAt);
  const supervisor = supervisorId === null ? undefined : await nameOf(ctx.work, supervisorId);
  await ctx.reply(
    joinLines([
      ctx.say.html("invite-done", { name, roles: rolesText(ctx.say, as) }),
      supervisor === undefined ? undefined : ctx.say.html("invite-done-supervisor", { name: supervisor }),
      ctx.say.html("invite-forward"),
    ]),
  );
  await ctx.reply(
    ctx.say.html("invite-message", {
      organization: actorOf(ctx.work).organizationName,
      roles: rolesText(ctx.say, as),
      link: `https://t.me/${ctx.me.username}?start=${invitationPrefix}${made.code}`,
      until,
    }),
  );
  await sendNew(ctx, ctx.say.html("invite-next"), rows);
}
