import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import { acceptInvitation, consent, foundOrganization } from "../../records/members.js";
import { isSetupCode } from "../../records/settings.js";
import { keyboard } from "../buttons.js";
import type { Ctx } from "../context.js";
import type { Entry } from "../conversations/entry.js";
import { showMenu } from "../menu.js";
import { reasonOf } from "../questions/reason.js";

/** How the code of an invitation is told from the set-up code in `/start <payload>`. */
export const invitationPrefix = "inv_";

const zones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;

/** The first minute: set-up by the first admin, joining by invitation, the notice of what is stored. */
export function startFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer.command(["start", "mulai"], async (ctx) => {
    const payload = ctx.match.trim();
    if (payload.startsWith(invitationPrefix)) return join(ctx, payload.slice(invitationPrefix.length));
    if (payload !== "" && (await isSetupCode(await ctx.work.tx(), payload))) {
      ctx.onward = { to: "entry", entry: "setup-name", args: [payload] };
      return;
    }
    if (ctx.work.actor === undefined) return stranger(ctx);
    if (ctx.work.actor.consentVersion === null) return showConsent(ctx);
    await showMenu(ctx);
  });

  composer.callbackQuery("consent:yes", async (ctx) => {
    await ctx.answerCallbackQuery();
    if (ctx.work.actor === undefined) return stranger(ctx);
    await consent(ctx.work);
    await ctx.editMessageReplyMarkup();
    await ctx.reply(ctx.say.html("consent-thanks"));
    await showMenu(ctx);
  });
  composer.callbackQuery("consent:more", async (ctx) => {
    await ctx.answerCallbackQuery();
    await ctx.reply(ctx.say.html("consent-more"), { reply_markup: consentKeyboard(ctx, false) });
  });
  composer.callbackQuery("consent:no", async (ctx) => {
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    await ctx.reply(ctx.say.html("consent-declined"));
  });

  // Nobody goes further without belonging to an organisation and knowing what is stored.
  composer.chatType("private").use(async (ctx, next) => {
    if (ctx.work.actor === undefined) return stranger(ctx);
    if (ctx.work.actor.consentVersion === null) return showConsent(ctx);
    await next();
  });
  return composer;
}

async function join(ctx: Ctx, code: string): Promise<void> {
  const joined = await acceptInvitation(ctx.work, code);
  if (typeof joined === "string") {
    await ctx.reply(ctx.say.html(`invitation-${joined}`));
    return;
  }
  await ctx.reply(
    ctx.say.html("invitation-welcome", {
      organization: joined.organizationName,
      roles: joined.roles.map((role) => ctx.say.plain(`role-${role}`)).join(", "),
    }),
  );
  if (joined.consentVersion === null) await showConsent(ctx);
  else await showMenu(ctx);
}

async function stranger(ctx: Ctx): Promise<void> {
  if (ctx.callbackQuery !== undefined) await ctx.answerCallbackQuery();
  await ctx.reply(ctx.say.html("stranger"));
}

async function showConsent(ctx: Ctx): Promise<void> {
  if (ctx.callbackQuery !== undefined) await ctx.answerCallbackQuery();
  await ctx.reply(ctx.say.html("consent-notice"), { reply_markup: consentKeyboard(ctx, true) });
}

function consentKeyboard(ctx: Ctx, withMore: boolean) {
  return keyboard([
    [{ text: ctx.say.plain("button-agree"), data: "consent:yes" }],
    withMore ? [{ text: ctx.say.plain("button-read-more"), data: "consent:more" }] : [],
    [{ text: ctx.say.plain("button-not-now"), data: "consent:no" }],
  ]);
}

/** The set-up of an organisation: its name, its time zone, how the first admin is called. */
export const setupEntries: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  [
    "setup-name",
    {
      ask: async (ctx) => ({ text: ctx.say.html("setup-name") }),
      take: async (ctx, answer, args) => {
        const name = acceptText(answer, 120, false);
        if (name.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, name) };
        return { kind: "next", entry: "setup-zone", args: [...args, String(name.value)] };
      },
    },
  ],
  [
    "setup-zone",
    {
      ask: async (ctx) => ({
        text: ctx.say.html("setup-zone"),
        choices: zones.map((zone) => [
          { text: ctx.say.plain(`zone-${zone.slice(5).toLowerCase() as ZoneName}`), value: zone },
        ]),
      }),
      take: async (ctx, answer, args) => {
        const zone = zones.find((known) => known === answer);
        if (zone === undefined) return { kind: "again", explanation: ctx.say.html("press-a-button") };
        return { kind: "next", entry: "setup-admin", args: [...args, zone] };
      },
    },
  ],
  [
    "setup-admin",
    {
      ask: async (ctx) => ({ text: ctx.say.html("setup-admin") }),
      take: async (ctx, answer, [code = "", name = "", zone = ""]) => {
        const adminName = acceptText(answer, 80, false);
        if (adminName.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, adminName) };
        await foundOrganization(ctx.work, { code, name, zone, adminName: String(adminName.value) });
        await ctx.reply(ctx.say.html("setup-done", { organization: name }));
        await showConsent(ctx);
        return { kind: "done" };
      },
    },
  ],
]);

type ZoneName = "jakarta" | "makassar" | "jayapura";
