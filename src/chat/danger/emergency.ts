import {
  type Endangered,
  localNumbersFor,
  type NationalNumber,
  nationalNumbers,
  numbersFor,
} from "../../practice/emergencyNumbers.js";
import type { Danger } from "../../practice/forms/vocabulary.js";
import type { LocalNumbers } from "../../records/people/rules.js";
import { joinLines } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";

/** Dangers a worker can be in themselves. */
export const ownDangers = ["violence-ongoing", "suicide", "medical"] as const;
type OwnDanger = (typeof ownDangers)[number];

/** Entries of the guidance that say more of a danger; the last says which numbers there are. */
const topics: Readonly<Record<Danger, readonly string[]>> = {
  suicide: ["bunuh-diri"],
  "violence-ongoing": ["kekerasan-anak-darurat", "kekerasan-perempuan-darurat"],
  medical: ["gawat-medis"],
  "abandoned-child": ["anak-telantar-darurat"],
};

/** The entries to offer below what to do first; a worker in danger is given no reading about clients. */
export function topicsOf(dangers: readonly Danger[], whom: Endangered): readonly string[] {
  const about = whom === "client" ? dangers.flatMap((danger) => topics[danger]) : [];
  return [...about, "nomor-darurat"];
}

/**
 * What to do first and whom to call, for these dangers alone: Telegram HTML. The worker in danger is spoken to as the
 * one who needs help. `local` are the organisation's own numbers, which come first.
 */
export function emergencyText(
  say: Wording,
  dangers: readonly Danger[],
  whom: Endangered,
  local: LocalNumbers,
): string {
  const steps = dangers.map((danger) =>
    whom === "worker" && isOwn(danger)
      ? joinLines([title(say, `danger-own-${danger}`), say.html(`first-steps-own-${danger}`)])
      : joinLines([title(say, `danger-kind-${danger}`), say.html(`first-steps-${danger}`)]),
  );
  return joinLines([say.html("danger-first"), ...steps, numbersText(say, dangers, whom, local)], "\n\n");
}

/** Safety first and the numbers, without steps: above an answer that has its own. */
export function emergencyHead(say: Wording, danger: Danger, local: LocalNumbers): string {
  return joinLines([say.html("danger-first"), numbersText(say, [danger], "client", local)], "\n\n");
}

/** The numbers that fit; the local ones first, each national one with the standing the guidance gives it. */
export function numbersText(
  say: Wording,
  dangers: readonly Danger[],
  whom: Endangered,
  local: LocalNumbers,
): string {
  return joinLines([
    say.html("numbers-title"),
    ...localLines(say, dangers, whom, local),
    ...numbersFor(dangers, whom).map((one) => nationalLine(say, one)),
    say.html("numbers-otherwise"),
  ]);
}

/** Every number there is. */
export function allNumbersText(say: Wording, local: LocalNumbers): string {
  const all = Object.keys(topics) as Danger[];
  return joinLines([
    say.html("numbers-title"),
    ...localLines(say, all, "client", local),
    ...nationalNumbers.map((one) => nationalLine(say, one)),
    say.html("numbers-otherwise"),
  ]);
}

function localLines(
  say: Wording,
  dangers: readonly Danger[],
  whom: Endangered,
  local: LocalNumbers,
): string[] {
  return localNumbersFor(dangers, whom).flatMap((kind) => {
    const one = local[kind];
    if (one === undefined) return [];
    const what = one.name ?? say.plain(`nearby-${kind}`);
    return [say.html("number-local", { number: one.number, what, date: shortDate(one.triedOn, say.locale) })];
  });
}

/** "• 110: polisi (belum kami verifikasi)". */
export function nationalLine(say: Wording, { id, contacts, standing }: NationalNumber): string {
  const [first = "", second = "", third = ""] = contacts;
  const line = say.html(`number-${id}`, { first, second, third });
  return standing === "unverified" ? `${line} (${say.html("number-unverified")})` : line;
}

function title(say: Wording, key: `danger-kind-${Danger}` | `danger-own-${OwnDanger}`): string {
  return `<b>${say.html(key)}</b>`;
}

function isOwn(danger: Danger): danger is OwnDanger {
  return ownDangers.some((one) => one === danger);
}

/** "24 Nov 2026". */
export function shortDate(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === "id" ? "id-ID" : "en-GB", {
    dateStyle: "medium",
    timeZone: "UTC",
  }).format(new Date(`${date}T00:00:00Z`));
}
