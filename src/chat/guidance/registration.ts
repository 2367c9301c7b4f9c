import { dateIn, daysBetween } from "../../practice/calendar.js";
import { ownPermits, type Permit } from "../../records/due/permits.js";
import { actorOf } from "../../records/people/rights.js";
import { dayOf } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { joinLines } from "../telegram/screen.js";

/** What registration requires, each with its article of UU 14/2019, in the order of the law. */
export const registrations = {
  /** Pasal 29 huruf a–d, and membership by Pasal 46 ayat (3). */
  first: [
    { item: "certificate", article: "Pasal 29 huruf a" },
    { item: "health", article: "Pasal 29 huruf b" },
    { item: "oath", article: "Pasal 29 huruf c" },
    { item: "code", article: "Pasal 29 huruf d" },
    { item: "membership", article: "Pasal 46 ayat (3)" },
  ],
  /** Pasal 30 ayat (2) huruf a–e, and membership again. */
  again: [
    { item: "old-str", article: "Pasal 30 ayat (2) huruf a" },
    { item: "certificate", article: "Pasal 30 ayat (2) huruf b" },
    { item: "health", article: "Pasal 30 ayat (2) huruf c" },
    { item: "code", article: "Pasal 30 ayat (2) huruf d" },
    { item: "service", article: "Pasal 30 ayat (2) huruf e" },
    { item: "membership", article: "Pasal 46 ayat (3)" },
  ],
} as const;

/** A kind of registration: the first, or a renewal. */
export type Registration = keyof typeof registrations;

/** Items that the wallet proves: ticked from the start. */
const walletItems = { certificate: "certificate", "old-str": "str" } as const;

/** The acting member's STR in the wallet, as a line. */
export async function strStatus(ctx: Ctx): Promise<{ text: string; registration: Registration }> {
  const wallet = await ownPermits(ctx.work);
  const str = wallet.find(({ kind }) => kind === "str");
  const registration = str === undefined ? "first" : "again";
  return { text: statusText(ctx, str), registration };
}

function statusText(ctx: Ctx, str: Permit | undefined): string {
  const { say, work } = ctx;
  if (str === undefined) return say.html("str-none");
  if (str.expiresOn === null) return say.html("str-undated");
  const days = daysBetween(dateIn(actorOf(work).zone, work.now), str.expiresOn);
  const date = dayOf(str.expiresOn, say);
  if (days < 0) return say.html("str-expired", { date });
  return say.html("str-valid", { date, days });
}

/**
 * The checklist for a registration. Ticks are kept in the buttons of the message itself (`marks`, one bit for each
 * item), because they need not be stored. What the wallet proves is ticked from the start.
 */
export async function checklist(
  ctx: Ctx,
  registration: Registration,
  marks: number,
): Promise<{ text: string; rows: Button[][] }> {
  const { say } = ctx;
  const wallet = await ownPermits(ctx.work);
  const items = registrations[registration].map(({ item, article }, at) => {
    const kind = item in walletItems ? walletItems[item as keyof typeof walletItems] : undefined;
    const inWallet = kind !== undefined && wallet.some((permit) => permit.kind === kind);
    return { at, item, article, inWallet, has: inWallet || (marks & (1 << at)) !== 0 };
  });
  const missing = items.filter(({ has }) => !has).length;
  const other = registration === "first" ? "again" : "first";
  return {
    text: joinLines([
      say.html(`registration-${registration}`),
      "",
      ...items.map(
        ({ item, article, has, inWallet }) =>
          `${has ? "☑️" : "▫️"} ${say.html(`registration-item-${item}`)} (${article})${
            inWallet ? ` · ${say.html("registration-in-wallet")}` : ""
          }`,
      ),
      "",
      missing === 0 ? say.html("registration-complete") : say.html("registration-missing", { missing }),
      say.html("registration-limits"),
    ]),
    rows: [
      ...items
        .filter(({ inWallet }) => !inWallet)
        .map(({ at, item, has }) => [
          {
            text: `${has ? "☑️" : "▫️"} ${say.plain(`button-registration-${item}`)}`,
            data: callbacks.registration({ which: registration, marks: marks ^ (1 << at) }),
          },
        ]),
      [
        {
          text: say.plain(`button-registration-to-${other}`),
          data: callbacks.registration({ which: other, marks: 0 }),
        },
      ],
      [{ text: say.plain("button-str-topics"), data: callbacks.topicGroup({ group: "str", page: 0 }) }],
    ],
  };
}
