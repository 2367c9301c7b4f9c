import type { InlineKeyboardMarkup } from "grammy/types";
import { type Elsewhere, membershipHolding, thoseElsewhere } from "../../records/people/elsewhere.js";
import type { Outgoing, Work } from "../../records/people/work.js";
import { escapeHtml } from "../../texts.js";
import { keyboard } from "./buttons.js";
import { longestData } from "./callback.js";
import { callbacks, pressOf } from "./callbacks.js";
import type { Ctx } from "./context.js";
import { fittingCalls } from "./outbox.js";

/**
 * What tells somebody of an institution that is not the one at hand names it in a line of its own, and its buttons go
 * there before they do what they say. Called once the unit of work has said everything.
 */
export async function nameInstitutions(work: Work): Promise<void> {
  const { outgoing } = work;
  const told = outgoing.filter(tellsOfInstitution);
  if (told.length === 0) return;
  const elsewhere = await thoseElsewhere(
    work,
    [...new Set(told.map(({ chatId }) => chatId))],
    [...new Set(told.map(({ organizationId }) => organizationId))],
  );
  if (elsewhere.length === 0) return;
  const placed = outgoing.flatMap((call) => {
    const place = elsewhere.find(
      ({ accountId, organizationId }) => accountId === call.chatId && organizationId === call.organizationId,
    );
    return place === undefined ? [call] : namedCalls(call, place);
  });
  outgoing.splice(0, outgoing.length, ...placed);
}

type Telling = Outgoing & { readonly chatId: number; readonly organizationId: string };

function tellsOfInstitution(call: Outgoing): call is Telling {
  return call.organizationId !== undefined && call.chatId !== null && call.method === "sendMessage";
}

function namedCalls(call: Outgoing, { memberId, organization }: Elsewhere): Outgoing[] {
  const { organizationId: _, payload, ...rest } = call;
  const { text, reply_markup: markup } = payload as { text: string; reply_markup?: InlineKeyboardMarkup };
  const named = {
    ...payload,
    text: `🏢 <b>${escapeHtml(organization)}</b>\n${text}`,
    ...(markup === undefined ? {} : { reply_markup: throughSwitch(markup, memberId) }),
  };
  return fittingCalls("sendMessage", named).map((fitting) => ({ ...rest, payload: fitting }));
}

function throughSwitch({ inline_keyboard: rows }: InlineKeyboardMarkup, memberId: string) {
  const inline_keyboard = rows.map((row) =>
    row.map((button) =>
      "callback_data" in button
        ? { ...button, callback_data: openThere(memberId, button.callback_data) }
        : button,
    ),
  );
  return { inline_keyboard };
}

/** A press in another institution. One that is too long for a button leads to its menu. */
function openThere(memberId: string, data: string) {
  return data.length > longestData
    ? callbacks.switchOrganization({ memberId })
    : callbacks.openThere({ memberId, data });
}

/**
 * Says that what was pressed belongs to another institution of the same person, and offers to go there. False where it
 * does not.
 */
export async function offerSwitch(ctx: Ctx): Promise<boolean> {
  const { work, say } = ctx;
  const data = ctx.callbackQuery?.data;
  const press = data === undefined ? undefined : pressOf(data);
  if (data === undefined || press === undefined) return false;
  const ids = Object.values(press.args).filter((value): value is string => typeof value === "string");
  const place = await membershipHolding(work, ids);
  if (place === undefined) return false;
  const { memberId, organization } = place;
  const here = work.actor?.organizationName;
  await ctx.answerCallbackQuery();
  await ctx.reply(
    here === undefined
      ? say.html("elsewhere-from-nowhere", { organization })
      : say.html("elsewhere", { organization, here }),
    {
      reply_markup: keyboard([[{ text: say.plain("button-open-there"), data: openThere(memberId, data) }]]),
    },
  );
  return true;
}
