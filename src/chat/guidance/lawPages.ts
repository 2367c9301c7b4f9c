import { lostWords } from "../../guidance/laws/checks.js";
import { type Law, type Place, placeName, shortName } from "../../guidance/laws/law.js";
import type { FoundPlace, Laws } from "../../guidance/laws/laws.js";
import { escapeHtml } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { splitHtml } from "../telegram/fit.js";
import { joinLines } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";
import { placeBeside, wordsAt } from "./lawText.js";

/** A page of a law: Telegram HTML, and the buttons below it. */
export type LawPage = { readonly text: string; readonly rows: Button[][] };

/** The most characters of a law on one page: name, standing and notes still fit beside them. */
const longestWords = 2_800;
/** Words that are longer are folded, and unfold on a tap. */
const foldedFrom = 700;

/** Which part of a place that is too long for one message, and the topic somebody came from. */
export type LawView = { readonly page: number; readonly from: string | null };

/** The words of a place, verbatim, with the name of the law, its standing, and the way on. */
export function placePage(say: Wording, laws: Laws, found: FoundPlace, { page, from }: LawView): LawPage {
  const { law, pasal, place, rewritten } = found;
  const words = wordsAt(pasal, place);
  const notes = joinLines([
    rewritten === undefined
      ? undefined
      : say.html("law-rewritten", { former: shortName(rewritten), pasal: pasal.number }),
    words.includes(lostWords) ? say.html("law-lost") : undefined,
  ]);
  const open = (to: Place, text: string): Button => ({
    text,
    data: callbacks.lawPlace({ law: law.id, place: to, page: 0, from }),
  });
  const isPart = place.ayat !== undefined || place.huruf !== undefined || place.angka !== undefined;
  const beside = (step: -1 | 1): Button[] => {
    const part = isPart ? placeBeside(pasal, place, step) : undefined;
    if (part !== undefined) return [open(part, arrow(step, placeName(part).replace(/^Pasal \S+ /, "")))];
    const other = laws.beside(found, step);
    if (other === undefined) return [];
    const data = callbacks.lawPlace({ law: other.law.id, place: other.place, page: 0, from });
    return [{ text: arrow(step, placeName(other.place)), data }];
  };
  const view = { law: law.id, place, page: 0, from };
  const isExplained = pasal.explained?.some(({ text }) => !isPlain(text)) === true;
  return paged(say, law, {
    title: placeName(place),
    words,
    notes,
    page,
    turn: (to) => callbacks.lawPlace({ law: law.id, place, page: to, from }),
    rows: [
      [...beside(-1), ...beside(1)],
      [
        ...(isPart ? [open({ pasal: pasal.number }, say.plain("button-law-whole"))] : []),
        ...(isExplained
          ? [{ text: say.plain("button-law-explained"), data: callbacks.lawExplained(view) }]
          : []),
        ...(laws.former(found) === undefined
          ? []
          : [{ text: say.plain("button-law-former"), data: callbacks.lawFormer(view) }]),
        {
          text: say.plain("button-favourite"),
          data: callbacks.keepFavourite({ what: { kind: "law", law: law.id, place } }),
        },
      ],
      backRow(say, rewritten ?? law, from),
    ],
    heading: headingOf(found),
  });
}

/** What the Penjelasan says about a Pasal. */
export function explanationPage(say: Wording, found: FoundPlace, view: LawView): LawPage {
  const { law, pasal, place } = found;
  const words = (pasal.explained ?? [])
    .map(({ at, text }) =>
      escapeHtml(at === "" ? text : `${at.charAt(0).toUpperCase()}${at.slice(1)}: ${text}`),
    )
    .join("\n");
  return paged(say, law, {
    title: `${say.html("law-explained")} ${placeName({ pasal: pasal.number })}`,
    words,
    page: view.page,
    turn: (page) => callbacks.lawExplained({ law: law.id, place, page, from: view.from }),
    rows: [
      [
        {
          text: say.plain("button-law-words"),
          data: callbacks.lawPlace({ law: law.id, place, page: 0, from: view.from }),
        },
      ],
      backRow(say, law, view.from),
    ],
  });
}

/** The words of a Pasal before it was written anew. */
export function formerPage(say: Wording, laws: Laws, found: FoundPlace, view: LawView): LawPage | undefined {
  const former = laws.former(found);
  const { rewritten, law, pasal, place } = found;
  if (former === undefined || rewritten === undefined) return undefined;
  return paged(say, rewritten, {
    title: placeName({ pasal: pasal.number }),
    words: wordsAt(former, { pasal: former.number }),
    notes: say.html("law-former", { by: shortName(law) }),
    page: view.page,
    turn: (page) => callbacks.lawFormer({ law: law.id, place, page, from: view.from }),
    rows: [
      [
        {
          text: say.plain("button-law-words"),
          data: callbacks.lawPlace({ law: law.id, place, page: 0, from: view.from }),
        },
      ],
      backRow(say, rewritten, view.from),
    ],
  });
}

type Paged = {
  readonly title: string;
  readonly heading?: string;
  readonly words: string;
  readonly notes?: string;
  readonly page: number;
  readonly turn: (page: number) => Button["data"];
  readonly rows: readonly Button[][];
};

function paged(say: Wording, law: Law, { title, heading, words, notes, page, turn, rows }: Paged): LawPage {
  const parts = splitHtml(words, longestWords);
  const at = Math.min(page, parts.length - 1);
  const part = (parts[at] ?? "").trim();
  const fold = part.length > foldedFrom ? " expandable" : "";
  const text = joinLines(
    [
      joinLines([
        say.html("law-name", { law: shortName(law), title: law.title }),
        heading === undefined ? undefined : escapeHtml(heading),
      ]),
      `<b>${title}</b>${parts.length > 1 ? ` (${at + 1}/${parts.length})` : ""}\n<blockquote${fold}>${part}</blockquote>`,
      notes,
      joinLines([
        say.locale === "id" ? undefined : say.html("law-language"),
        `<i>${say.html("law-standing", { law: law.id })} ${say.html("law-copy")}</i>`,
      ]),
    ],
    "\n\n",
  );
  const turns = [
    ...(at > 0 ? [{ text: `⏪ ${at}/${parts.length}`, data: turn(at - 1) }] : []),
    ...(at < parts.length - 1 ? [{ text: `${at + 2}/${parts.length} ⏩`, data: turn(at + 1) }] : []),
  ];
  return { text, rows: [turns, ...rows].filter((row) => row.length > 0) };
}

/** The way to the contents of the law, and back to the answer. */
function backRow(say: Wording, law: Law, from: string | null): Button[] {
  return [
    { text: say.plain("button-law-contents"), data: callbacks.law({ law: law.id, page: 0 }) },
    ...(from === null
      ? []
      : [{ text: say.plain("button-law-back"), data: callbacks.lawBack({ topic: from }) }]),
  ];
}

function headingOf({ law, pasal }: FoundPlace): string {
  return pasal.under.map((at) => law.headings[at] ?? "").join(" · ");
}

function arrow(step: -1 | 1, text: string): string {
  return step < 0 ? `◀️ ${text}` : `${text} ▶️`;
}

/** "Cukup jelas" explains nothing. */
function isPlain(text: string): boolean {
  return /^cukup jelas\.?$/i.test(text.trim());
}
