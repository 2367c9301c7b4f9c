import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import { timeZones } from "../../records/due/ruleSettings.js";
import { giveConsent, hasConsented } from "../../records/people/consent.js";
import { foundingPrefix, isFoundingCode } from "../../records/people/foundingCodes.js";
import { acceptInvitation, type Joined } from "../../records/people/invitations.js";
import { chatOfMember, nameOf } from "../../records/people/members.js";
import { leaveInstitution } from "../../records/people/memberships.js";
import { createOrganization } from "../../records/people/organizations.js";
import {
  awaitsSetupCode,
  codesRefusedUntil,
  countWrongCode,
  mostWrongCodes,
} from "../../records/people/wrongCodes.js";
import { isSetupCode } from "../../records/storage/settings.js";
import type { Texts } from "../../texts.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly, wantsPress } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { notify } from "../telegram/notices.js";
import { reasonOf } from "../telegram/reason.js";
import { rolesText } from "../telegram/roles.js";
import { sendNew, showPage } from "../telegram/screen.js";
import { arrive } from "./arriving.js";
import { sendNotMember } from "./consentGate.js";
import { showConsent, showWholeNotice } from "./consentNotice.js";
import { showMenu } from "./menu.js";

/** The prefix that distinguishes an invitation code from the other codes in `/start <payload>`. */
export const invitationPrefix = "inv_";

/** How long names may be, in characters: they stand on buttons and in letterheads. */
export const longestName = { organization: 120, person: 80 } as const;

/** `/start`: set-up by an admin, joining by invitation, the consent notice. */
export function startFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer.command(["start", "mulai"], async (ctx) => {
    const payload = ctx.match.trim();
    const invited = payload.startsWith(invitationPrefix);
    const founding = payload.startsWith(foundingPrefix);
    if (!invited && !founding && (payload === "" || !(await awaitsSetupCode(ctx.work)))) {
      return showStart(ctx);
    }
    if ((await codesRefusedUntil(ctx.work)) !== undefined) {
      return sendNew(ctx, ctx.say.html("codes-refused", { count: mostWrongCodes }));
    }
    if (invited) return joinBy(ctx, texts, payload.slice(invitationPrefix.length));
    const isRight = founding
      ? await isFoundingCode(ctx.work, payload)
      : await isSetupCode(await ctx.work.tx(), payload);
    if (isRight) return beginSetup(ctx, payload);
    countWrongCode(ctx.work);
    if (founding) await sendNew(ctx, ctx.say.html("setup-code-unknown"));
    else await showStart(ctx);
  });

  handle(composer, callbacks.giveConsent, async (ctx) => {
    const { actor } = ctx.work;
    if (actor === undefined) return sendNotMember(ctx);
    if (hasConsented(actor)) return showMenu(ctx);
    await giveConsent(ctx.work);
    await ctx.editMessageReplyMarkup();
    const admin = actor.roles.includes("admin");
    await showMenu(ctx, ctx.say.html(admin ? "consent-thanks-admin" : "consent-thanks"));
  });
  handle(composer, callbacks.readWholeNotice, showWholeNotice);
  handle(composer, callbacks.declineConsent, async (ctx) => {
    if (ctx.work.actor !== undefined && hasConsented(ctx.work.actor)) return showMenu(ctx);
    await showPage(ctx, ctx.say.html("consent-declined"), [
      [{ text: ctx.say.plain("button-read-again"), data: callbacks.readNoticeAgain() }],
    ]);
  });
  handle(composer, callbacks.readNoticeAgain, showStart);
  return composer;
}

/** Shows the first screen a person may see: not a member, the consent notice, or the menu. */
async function showStart(ctx: Ctx): Promise<void> {
  const { actor } = ctx.work;
  if (actor === undefined) await sendNotMember(ctx);
  else if (!hasConsented(actor)) await showConsent(ctx);
  else await showMenu(ctx);
}

async function beginSetup(ctx: Ctx, code: string): Promise<void> {
  const { actor } = ctx.work;
  // The consent gate would wait for the notice of the institution that is at hand, not for the answers of the set-up.
  if (actor !== undefined && !hasConsented(actor)) await leaveInstitution(ctx.work);
  ctx.onward = entries.setupName({ code });
}

async function joinBy(ctx: Ctx, texts: Texts, code: string): Promise<void> {
  const joined = await acceptInvitation(ctx.work, code);
  if (typeof joined === "string") {
    if (joined === "unknown") countWrongCode(ctx.work);
    const why = ctx.say.html(`invitation-${joined}`);
    const { actor } = ctx.work;
    if (actor !== undefined && hasConsented(actor)) await showMenu(ctx, why);
    else if (actor !== undefined) await showConsent(ctx, why);
    else await sendNew(ctx, why);
    return;
  }
  const { actor } = joined;
  await tellThoseWhoWait(ctx, texts, joined);
  const welcome = ctx.say.html("invitation-welcome", {
    name: await nameOf(ctx.work, actor.memberId),
    organization: actor.organizationName,
    roles: rolesText(ctx.say, actor.roles),
  });
  await ctx.conversation.exitAll();
  await arrive(ctx, welcome);
}

/** Tells the inviting admin and the future supervisor that the person joined. */
async function tellThoseWhoWait(ctx: Ctx, texts: Texts, { actor, invitedById }: Joined): Promise<void> {
  const name = await nameOf(ctx.work, actor.memberId);
  for (const memberId of new Set([invitedById, actor.supervisorId])) {
    if (memberId === null || memberId === actor.memberId) continue;
    const chat = await chatOfMember(ctx.work, memberId);
    if (chat === undefined) continue;
    const key = memberId === actor.supervisorId ? "notice-joined-team" : "notice-joined";
    notify(ctx.work, texts, chat, key, [{ name }]);
  }
}

/** The set-up of an organisation: its name, its time zone, how the first admin is called. */
export const setupEntries: readonly Entry[] = [
  handleEntry(entries.setupName, {
    ask: async (ctx) => ({ text: ctx.say.html("setup-name"), ...wayOut(ctx) }),
    take: typedOnly(async (ctx, answer, args) => {
      const name = acceptText(answer, longestName.organization, false);
      if (name.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, name) };
      return { kind: "next", onward: entries.setupZone({ ...args, name: String(name.value) }) };
    }),
  }),
  handleEntry(entries.setupZone, {
    ask: async (ctx) => ({
      text: ctx.say.html("setup-zone"),
      choices: timeZones.map((zone) => [{ text: ctx.say.plain(`zone-${zoneName(zone)}`), value: zone }]),
      ...wayOut(ctx),
    }),
    take: async (ctx, answer, args) => {
      const zone = answer.kind === "pressed" ? timeZones.find((known) => known === answer.value) : undefined;
      if (zone === undefined) return wantsPress(ctx);
      return { kind: "next", onward: entries.setupAdmin({ ...args, zone }) };
    },
  }),
  handleEntry(entries.setupAdmin, {
    ask: async (ctx) => ({ text: ctx.say.html("setup-admin"), ...wayOut(ctx) }),
    take: typedOnly(async (ctx, answer, { code, name, zone }) => {
      const adminName = acceptText(answer, longestName.person, false);
      if (adminName.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, adminName) };
      await createOrganization(ctx.work, { code, name, zone, adminName: String(adminName.value) });
      await arrive(ctx, ctx.say.html("setup-done", { organization: name }));
      return { kind: "done" };
    }),
  }),
];

/** Whoever works in an institution already may leave the set-up of another; the very first has nowhere to go. */
function wayOut({ work }: Ctx) {
  return work.actor === undefined ? {} : { cancel: callbacks.menu() };
}

type ZoneName = "jakarta" | "makassar" | "jayapura";

/** The `<name>` of an IANA zone in the texts `zone-<name>`. */
export function zoneName(zone: string): ZoneName {
  return zone === "Asia/Makassar" ? "makassar" : zone === "Asia/Jayapura" ? "jayapura" : "jakarta";
}
