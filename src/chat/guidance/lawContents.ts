import { type Law, placeName, shortName } from "../../guidance/laws/law.js";
import type { FoundPlace, Laws } from "../../guidance/laws/laws.js";
import { escapeHtml } from "../../texts.js";
import { clipped } from "../form/prompt.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { joinLines, pageRow } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";
import type { LawPage } from "./lawPages.js";

/** Chapters on one page of the contents, and Pasal on one page of a chapter. */
const perPage = { chapters: 12, pasals: 20 } as const;
/** How much of a Pasal is shown where it is listed, in characters. */
const opening = 70;

/** All laws that ship. */
export function lawsPage(say: Wording, laws: Laws): LawPage {
  return {
    text: say.html("laws-title"),
    rows: [
      ...laws.all.map((law) => [
        {
          text: clipped(`${shortName(law)} · ${law.title}`, 58),
          data: callbacks.law({ law: law.id, page: 0 }),
        },
      ]),
      [
        { text: say.plain("button-topics"), data: callbacks.topicGroups() },
        { text: say.plain("button-menu"), data: callbacks.menuHere() },
      ],
    ],
  };
}

/** The chapters of a law. `lead` says why the contents are shown. */
export function contentsPage(say: Wording, law: Law, page: number, lead?: string): LawPage {
  const chapters = law.headings.flatMap((heading, at) =>
    heading.startsWith("BAB ") ? [{ heading, at }] : [],
  );
  const shown = chapters.slice(page * perPage.chapters, (page + 1) * perPage.chapters);
  return {
    text: joinLines(
      [
        lead,
        say.html("law-name", { law: shortName(law), title: law.title }),
        `<i>${say.html("law-standing", { law: law.id })}</i>`,
        say.html("law-pick-chapter"),
      ],
      "\n\n",
    ),
    rows: [
      ...shown.map(({ heading, at }) => [
        { text: clipped(heading, 58), data: callbacks.lawChapter({ law: law.id, heading: at, page: 0 }) },
      ]),
      pageRow(page, chapters.length, perPage.chapters, (to) => callbacks.law({ law: law.id, page: to })),
      [{ text: say.plain("button-laws"), data: callbacks.laws() }],
    ],
  };
}

/** The Pasal of a chapter, with their first words; undefined where there is no such chapter. */
export function chapterPage(
  say: Wording,
  laws: Laws,
  law: Law,
  heading: number,
  page: number,
): LawPage | undefined {
  const name = law.headings[heading];
  if (name === undefined) return undefined;
  const pasals = laws
    .numbersOf(law.id)
    .flatMap((pasal) => laws.lookUp(law.id, { pasal }) ?? [])
    .filter((found) => inChapter(found, name));
  const shown = pasals.slice(page * perPage.pasals, (page + 1) * perPage.pasals);
  return {
    text: joinLines(
      [
        joinLines([
          say.html("law-name", { law: shortName(law), title: law.title }),
          `<b>${escapeHtml(name)}</b>`,
        ]),
        shown.map((found) => `${placeName(found.place)}: ${escapeHtml(openingOf(found))}`).join("\n"),
        say.html("law-pick-pasal"),
      ],
      "\n\n",
    ),
    rows: [
      ...layOutButtons(
        shown.map(
          (found): Button => ({
            text: placeName(found.place),
            data: callbacks.lawPlace({ law: found.law.id, place: found.place, page: 0, from: null }),
          }),
        ),
        40,
        4,
      ),
      pageRow(page, pasals.length, perPage.pasals, (to) =>
        callbacks.lawChapter({ law: law.id, heading, page: to }),
      ),
      [{ text: say.plain("button-law-contents"), data: callbacks.law({ law: law.id, page: 0 }) }],
    ],
  };
}

/** Whether a Pasal stands in a chapter, in the law itself or in one that writes it anew. */
function inChapter({ law, pasal }: FoundPlace, name: string): boolean {
  return pasal.under.some((at) => law.headings[at] === name);
}

function openingOf({ pasal }: FoundPlace): string {
  const first = pasal.text === "" ? (pasal.items?.[0]?.text ?? "") : pasal.text;
  return clipped(first, opening);
}
