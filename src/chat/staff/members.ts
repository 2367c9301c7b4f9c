import { Composer } from "grammy";
import { addRole, reassignCases, removeRole, setSuspended } from "../../records/due/staffing.js";
import { roles } from "../../records/people/actor.js";
import {
  chatOf,
  type MemberFilter,
  type MemberLine,
  memberCard,
  memberPage,
  membersPerPage,
} from "../../records/people/members.js";
import type { Texts } from "../../texts.js";
import { clipped } from "../form/prompt.js";
import { type Button, dataOf } from "../telegram/buttons.js";
import type { Ctx } from "../telegram/context.js";
import { localeOf, notify } from "../telegram/notices.js";
import { rolesText } from "../telegram/roles.js";
import { pageRow, show } from "../telegram/screen.js";
import { showMemberCard } from "./memberCard.js";
import { tellMember } from "./staffNotices.js";
import { nameSupervisor } from "./supervising.js";

/** The people of an organisation, for its admin: who they are, who supervises whom, who carries the cases. */
export function membersFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer.callbackQuery(/^members:(\d+)$/, (ctx) => showMembers(ctx, Number(ctx.match[1])));
  composer.callbackQuery(/^member:(\w+)$/, (ctx) => showMemberCard(ctx, arg(ctx, 1)));

  // Who supervises the member.
  composer.callbackQuery(/^m-sup:(\w+):(\d+)$/, (ctx) => {
    const [id, page] = [arg(ctx, 1), Number(ctx.match[2])];
    return choose(ctx, id, page, "m-sup", "member-supervisor-which", {
      role: "supervisor",
      serving: true,
      except: id,
    });
  });
  composer.callbackQuery(/^m-sup-to:(\w+):(\w+)$/, async (ctx) => {
    const [id, supervisorId] = [arg(ctx, 1), arg(ctx, 2)];
    const { supervisor } = await nameSupervisor(ctx, texts, id, supervisorId);
    await showMemberCard(ctx, id, ctx.say.html("member-supervisor-set", { name: supervisor }));
  });

  // Suspending and letting back.
  composer.callbackQuery(/^m-susp:(\w+)$/, async (ctx) => {
    const { id, name, openCases } = await memberCard(ctx.work, arg(ctx, 1));
    await show(ctx, ctx.say.html("member-suspend-sure", { name, cases: openCases }), [
      [{ text: ctx.say.plain("button-suspend-yes"), data: dataOf("m-susp-yes", id) }],
      [{ text: ctx.say.plain("button-cancel"), data: dataOf("member", id) }],
    ]);
  });
  composer.callbackQuery(/^m-susp-yes:(\w+)$/, async (ctx) => {
    const id = arg(ctx, 1);
    const organization = ctx.work.actor?.organizationName ?? "";
    // Asked before: a suspended member is written to no more but this once.
    const chat = await chatOf(ctx.work, id);
    const outcome = await setSuspended(ctx.work, id, true);
    if (outcome !== "done") return showMemberCard(ctx, id, ctx.say.html(`fault-${outcome}`));
    if (chat !== undefined) notify(ctx.work, texts, chat, "notice-suspended", [{ organization }]);
    await showMemberCard(ctx, id, ctx.say.html("member-suspended"));
  });
  composer.callbackQuery(/^m-back:(\w+)$/, async (ctx) => {
    const id = arg(ctx, 1);
    await setSuspended(ctx.work, id, false);
    const organization = ctx.work.actor?.organizationName ?? "";
    await tellMember(ctx.work, texts, id, "notice-reinstated", [{ organization }]);
    await showMemberCard(ctx, id, ctx.say.html("member-reinstated"));
  });

  // Giving the open cases to someone else.
  composer.callbackQuery(/^m-give:(\w+):(\d+)$/, (ctx) => {
    const [id, page] = [arg(ctx, 1), Number(ctx.match[2])];
    return choose(ctx, id, page, "m-give", "member-give-which", {
      role: "worker",
      serving: true,
      except: id,
    });
  });
  composer.callbackQuery(/^m-give-to:(\w+):(\w+)$/, async (ctx) => {
    const [from, to] = [await memberCard(ctx.work, arg(ctx, 1)), await memberCard(ctx.work, arg(ctx, 2))];
    const sure = { cases: from.openCases, from: from.name, to: to.name };
    await show(ctx, ctx.say.html("member-give-sure", sure), [
      [{ text: ctx.say.plain("button-give-yes"), data: dataOf("m-give-yes", from.id, to.id) }],
      [{ text: ctx.say.plain("button-cancel"), data: dataOf("member", from.id) }],
    ]);
  });
  composer.callbackQuery(/^m-give-yes:(\w+):(\w+)$/, async (ctx) => {
    const [fromId, toId] = [arg(ctx, 1), arg(ctx, 2)];
    const [from, to] = [await memberCard(ctx.work, fromId), await memberCard(ctx.work, toId)];
    const cases = await reassignCases(ctx.work, fromId, toId);
    if (cases > 0) {
      await tellMember(
        ctx.work,
        texts,
        toId,
        "notice-cases-received",
        [{ cases, name: from.name }],
        (locale) => [[{ text: texts.plain(locale, "button-my-cases"), data: "cases:mine:0" }]],
      );
      await tellMember(ctx.work, texts, fromId, "notice-cases-given", [{ cases, name: to.name }]);
    }
    await showMemberCard(ctx, fromId, ctx.say.html("member-given", { cases, name: to.name }));
  });

  // Roles.
  composer.callbackQuery(/^m-roles:(\w+)$/, (ctx) => showRoles(ctx, arg(ctx, 1)));
  composer.callbackQuery(/^m-role:(\w+):(\w+):(on|off)$/, async (ctx) => {
    const id = arg(ctx, 1);
    const role = roles.find((known) => known === arg(ctx, 2));
    if (role === undefined) return ctx.answerCallbackQuery(ctx.say.plain("button-gone"));
    const before = (await memberCard(ctx.work, id)).roles;
    const outcome =
      ctx.match[3] === "on" ? await addRole(ctx.work, id, role) : await removeRole(ctx.work, id, role);
    if (outcome !== "done") return showRoles(ctx, id, ctx.say.html(`fault-${outcome}`));
    const own = id === ctx.work.actor?.memberId;
    if (own && !ctx.work.actor?.roles.includes("admin")) {
      return show(ctx, ctx.say.html("role-given-up"), [
        [{ text: ctx.say.plain("button-menu"), data: "home" }],
      ]);
    }
    const { roles: after } = await memberCard(ctx.work, id);
    if (!own && after.length !== before.length) {
      const chat = await chatOf(ctx.work, id);
      if (chat !== undefined) {
        const words = rolesText({ plain: (key) => texts.plain(localeOf(chat.locale), key) }, after);
        notify(ctx.work, texts, chat, "notice-roles", [{ roles: words }]);
      }
    }
    return showRoles(ctx, id);
  });
  return composer;
}

async function showMembers(ctx: Ctx, page: number): Promise<void> {
  const { lines, total } = await memberPage(ctx.work, page);
  await show(ctx, ctx.say.html("members-title", { total }), [
    ...lines.map((line): Button[] => [
      {
        text: clipped(`${marksOf(line)}${line.name} · ${rolesText(ctx.say, line.roles)}`, 60),
        data: dataOf("member", line.id),
      },
    ]),
    pageRow(page, total, membersPerPage, (to) => dataOf("members", to)),
    [
      { text: ctx.say.plain("button-invite"), data: "invite" },
      { text: ctx.say.plain("button-open-invitations"), data: "invites:0" },
    ],
    [{ text: ctx.say.plain("button-menu"), data: "home" }],
  ]);
}

function marksOf(line: MemberLine): string {
  return `${line.suspended ? "⛔ " : ""}${line.blocked ? "🔕 " : ""}`;
}

/** A colleague to choose for a member: the supervisor, or whom the cases go to. */
async function choose(
  ctx: Ctx,
  id: string,
  page: number,
  action: "m-sup" | "m-give",
  question: "member-supervisor-which" | "member-give-which",
  filter: MemberFilter,
): Promise<void> {
  const { name } = await memberCard(ctx.work, id);
  const { lines, total } = await memberPage(ctx.work, page, filter);
  const nobody = action === "m-sup" ? "member-no-supervisors" : "member-no-workers";
  await show(ctx, total === 0 ? ctx.say.html(nobody) : ctx.say.html(question, { name }), [
    ...lines.map((one): Button[] => [
      { text: clipped(one.name, 40), data: dataOf(`${action}-to`, id, one.id) },
    ]),
    pageRow(page, total, membersPerPage, (to) => dataOf(action, id, to)),
    [{ text: ctx.say.plain("button-back"), data: dataOf("member", id) }],
  ]);
}

async function showRoles(ctx: Ctx, id: string, lead?: string): Promise<void> {
  const card = await memberCard(ctx.work, id);
  const title = ctx.say.html("member-roles", { name: card.name });
  const warning =
    card.supervises > 0 ? `\n${ctx.say.html("member-roles-supervises", { count: card.supervises })}` : "";
  await show(ctx, `${lead === undefined ? "" : `${lead}\n\n`}${title}${warning}`, [
    ...roles.map((role): Button[] => {
      const has = card.roles.includes(role);
      return [
        {
          text: `${has ? "☑️" : "▫️"} ${ctx.say.plain(`role-${role}`)}`,
          data: dataOf("m-role", id, role, has ? "off" : "on"),
        },
      ];
    }),
    [{ text: ctx.say.plain("button-back"), data: dataOf("member", id) }],
  ]);
}

function arg(ctx: { match: RegExpMatchArray | string }, index: number): string {
  return ctx.match[index] ?? "";
}
