import {
  type Endangered,
  localNumbersFor,
  type NationalNumber,
  nationalNumbers,
  numbersFor,
} from "../../practice/emergencyNumbers.js";
import type { Danger } from "../../practice/forms/vocabulary.js";
import type { LocalNumbers } from "../../records/people/rules.js";
import { type CopyButton, layOutButtons } from "../telegram/buttons.js";
import { shortDate } from "../telegram/dates.js";
import { joinLines } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";

/** Dangers that can concern the worker themselves. */
export const ownDangers = ["violence-ongoing", "suicide", "medical"] as const;
type OwnDanger = (typeof ownDangers)[number];

/** Guidance entries on each danger. The last one lists the numbers. */
const topics: Readonly<Record<Danger, readonly string[]>> = {
  suicide: ["bunuh-diri"],
  "violence-ongoing": ["kekerasan-anak-darurat", "kekerasan-perempuan-darurat"],
  medical: ["gawat-medis"],
  "abandoned-child": ["anak-telantar-darurat"],
};

/** Guidance entries for a worker who is in danger. Those about clients would speak past them. */
const ownTopics: Readonly<Partial<Record<Danger, readonly string[]>>> = {
  suicide: ["pikiran-mengakhiri-hidup"],
};

/** The entries offered under the first steps. A worker in danger is not given texts about clients. */
export function topicsOf(dangers: readonly Danger[], whom: Endangered): readonly string[] {
  const of: typeof ownTopics = whom === "client" ? topics : ownTopics;
  return [...dangers.flatMap((danger) => of[danger] ?? []), "nomor-darurat"];
}

/**
 * What to do first and whom to call in these dangers: Telegram HTML. A worker in danger is addressed as the one who
 * needs help. `local` are the organisation's own numbers, which come first.
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

/** The safety line and the numbers, without steps: above an answer that has its own steps. */
export function emergencyHead(say: Wording, danger: Danger, local: LocalNumbers): string {
  return joinLines([say.html("danger-first"), numbersText(say, [danger], "client", local)], "\n\n");
}

/**
 * The numbers for these dangers: local ones first, then national ones with the source standing the guidance gives
 * them.
 */
function numbersText(
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

/**
 * Buttons that copy the numbers to call in these dangers, local ones first: one tap less while hands shake. Each number
 * once; an extension and a page are read in the text.
 */
export function numberRows(
  dangers: readonly Danger[],
  whom: Endangered,
  local: LocalNumbers,
): CopyButton[][] {
  const numbers = [
    ...localNumbersFor(dangers, whom).flatMap((kind) => local[kind]?.number ?? []),
    ...numbersFor(dangers, whom).flatMap(({ contacts }) => contacts.filter((one) => dialled.test(one))),
  ];
  return layOutButtons([...new Set(numbers)].map((number) => ({ text: `📋 ${number}`, copy: number })));
}

/** A whole number as it is dialled. */
const dialled = /^[\d-]{3,}$/;

/** Every danger, for the list of every number. */
export const allDangers = Object.keys(topics) as readonly Danger[];

/** Every number there is. */
export function allNumbersText(say: Wording, local: LocalNumbers): string {
  return joinLines([
    say.html("numbers-title"),
    ...localLines(say, allDangers, "client", local),
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
