import { Composer } from "grammy";
import { hasConsented } from "../../records/people/consent.js";
import { listMemberships } from "../../records/people/memberships.js";
import { clipped } from "../form/prompt.js";
import { type CallbackName, callbacks, pressOf } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { joinLines, sendNew } from "../telegram/screen.js";
import { showConsent } from "./consentNotice.js";

/** For people who are not members or have not consented yet: also the way out, with what is stored about them. */
const openCommands = ["start", "mulai", "lembaga", "bahasa", "bantuan", "help", "privasi", "darurat"];
const openButtons: readonly CallbackName[] = [
  "giveConsent",
  "declineConsent",
  "readWholeNotice",
  "readNoticeAgain",
  "language",
  "chooseLanguage",
  "help",
  "privacy",
  "removeMe",
  "removeMeSurely",
  "askToHandOn",
  "organizations",
  "emergency",
  "emergencyOfOwn",
  "emergencyNumbers",
  "emergencySteps",
];

/**
 * The consent gate. Without membership and consent nobody gets to the features, nor back into an open dialogue;
 * therefore it comes before the dialogues.
 */
export function consentGateFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer.chatType("private").use(async (ctx, next) => {
    const { actor } = ctx.work;
    if ((actor !== undefined && hasConsented(actor)) || isOpen(ctx)) return next();
    if (actor === undefined) await sendNotMember(ctx);
    else await showConsent(ctx);
  });
  return composer;
}

function isOpen(ctx: Ctx): boolean {
  if (ctx.hasCommand(openCommands)) return true;
  const data = ctx.callbackQuery?.data;
  if (data === undefined) return isSettingUp(ctx);
  const press = pressOf(data);
  if (press === undefined) return false;
  return openButtons.includes(press.name) || (isSettingUp(ctx) && press.name === "chooseInEntry");
}

/** The set-up is running: the first admin is not a member yet, and a dialogue is open. */
function isSettingUp(ctx: Ctx): boolean {
  const { actor, dialogue } = ctx.work;
  return actor === undefined && dialogue.state !== null && dialogue.roundId === null;
}

/** Says that the person is not a member here: never invited, or suspended. */
export async function sendNotMember(ctx: Ctx): Promise<void> {
  const places = await listMemberships(ctx.work);
  const suspended = places.filter((place) => place.suspended);
  const others = places.filter((place) => !place.suspended);
  const text =
    places.length === 0
      ? ctx.say.html("stranger")
      : joinLines(
          suspended.map(({ organization }) => ctx.say.html("suspended", { organization })),
          "\n\n",
        );
  await sendNew(ctx, text, [
    ...others.map(({ memberId, organization }) => [
      {
        text: ctx.say.plain("button-go-to", { organization: clipped(organization, 40) }),
        data: callbacks.switchOrganization({ memberId }),
      },
    ]),
    [
      { text: ctx.say.plain("button-language"), data: callbacks.language() },
      { text: ctx.say.plain("button-privacy"), data: callbacks.privacy() },
    ],
    [{ text: ctx.say.plain("button-sos"), data: callbacks.emergency() }],
  ]);
}
