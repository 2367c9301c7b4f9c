import { citationIn } from "../../guidance/laws/citation.js";
import { type Place, placeName, shortName } from "../../guidance/laws/law.js";
import type { FoundPlace } from "../../guidance/laws/laws.js";
import { clipped } from "../form/prompt.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { joinLines } from "../telegram/screen.js";
import { type GuidanceIndex, topicsCiting } from "./guidanceIndex.js";
import { contentsPage } from "./lawContents.js";
import { type LawPage, placePage } from "./lawPages.js";

/** How many Pasal are given for a question, and how many topics that cite a Pasal. */
const most = { pasals: 3, topics: 2, places: 6, named: 3 } as const;
/** How many words beside the name of a law make a question of it. */
const wordsBeside = 2;

/** The page of what a text cites: a Pasal, several, or a law by its name alone. Undefined where it cites nothing that ships. */
export function citedPage(ctx: Ctx, index: GuidanceIndex, text: string): LawPage | undefined {
  const { laws } = index;
  const cited = citationIn(laws, text);
  const law = cited?.law === undefined ? undefined : laws.law(cited.law);
  if (cited === undefined || law === undefined) return undefined;
  if (cited.places.length === 0) {
    if (besideName(text) > wordsBeside) return undefined;
    const asked = index.ask(text, most.named);
    const topics = "hits" in asked ? asked.hits.map(({ topic }) => topic) : [];
    const { text: shown, rows } = contentsPage(ctx.say, law, 0);
    return { text: shown, rows: [...topicRows(ctx, index, topics), ...rows] };
  }
  const found = cited.places.flatMap((place) => laws.lookUp(law.id, place) ?? wholeOf(index, law.id, place));
  const [first, ...others] = found;
  if (first === undefined) {
    const place = placeName(cited.places[0] ?? { pasal: "" });
    return contentsPage(ctx.say, law, 0, ctx.say.html("law-no-place", { law: shortName(law), place }));
  }
  return withTopics(ctx, index, first, others.slice(0, most.places));
}

/** Answers a question with the laws alone: what it cites, or the Pasal nearest to it. */
export function lawAnswer(ctx: Ctx, index: GuidanceIndex, question: string): LawPage {
  const cited = citedPage(ctx, index, question);
  if (cited !== undefined) return cited;
  const [first, ...others] = index.searchLaws(question, { limit: most.pasals });
  if (first === undefined) {
    return {
      text: ctx.say.html("law-none", { count: index.laws.all.length }),
      rows: [[{ text: ctx.say.plain("button-laws"), data: callbacks.laws() }]],
    };
  }
  const { text, rows } = withTopics(ctx, index, first, others);
  return { text: joinLines([ctx.say.html("law-searched"), text], "\n\n"), rows };
}

/** Where a part is cited that a Pasal does not have, the Pasal. */
function wholeOf(index: GuidanceIndex, law: string, { pasal }: Place): FoundPlace[] {
  const found = index.laws.lookUp(law, { pasal });
  return found === undefined ? [] : [found];
}

/** The page of a place, with further places and the topics that cite it. */
function withTopics(
  ctx: Ctx,
  index: GuidanceIndex,
  first: FoundPlace,
  others: readonly FoundPlace[],
): LawPage {
  const { text, rows } = placePage(ctx.say, index.laws, first, { page: 0, from: null });
  const topics = topicsCiting(index, first).slice(0, most.topics);
  return {
    text,
    rows: [...others.map((found) => [placeButton(found)]), ...topicRows(ctx, index, topics), ...rows],
  };
}

/** Buttons of the Pasal nearest to a question that no entry answers. */
export function nearestLaw(index: GuidanceIndex, question: string): Button[][] {
  return index.searchLaws(question, { limit: most.topics }).map((found) => [placeButton(found)]);
}

function topicRows(ctx: Ctx, index: GuidanceIndex, topics: readonly string[]): Button[][] {
  return topics.flatMap((topic) => {
    const entry = index.entry(ctx.locale, topic);
    if (entry === undefined) return [];
    return [
      [{ text: clipped(`💬 ${entry.title}`, 56), data: callbacks.topic({ topic: index.keyOf(topic) }) }],
    ];
  });
}

function placeButton(found: FoundPlace): Button {
  const { law, place } = found;
  return {
    text: clipped(labelOf(found), 58),
    data: callbacks.lawPlace({ law: law.id, place, page: 0, from: null }),
  };
}

function labelOf({ law, place, clause }: FoundPlace): string {
  const words = clause.text === "" ? (clause.items?.[0]?.text ?? "") : clause.text;
  return `📜 ${shortName(law)} ${placeName(place)}: ${words}`;
}

/** How many words a text has beside the name of a law and what asks for it. */
function besideName(text: string): number {
  const rest = text
    .toLowerCase()
    .replace(
      /\b(?:uu|pp|undang-?undang|peraturan|pemerintah|nomor|no|tahun|tentang|isi|isinya|bunyi|buka|lihat|baca|teks|\d+|\d+\/\d+)\b/g,
      " ",
    );
  const words = rest.match(/\p{L}{2,}/gu) ?? [];
  return Math.max(0, words.length - 3);
}
