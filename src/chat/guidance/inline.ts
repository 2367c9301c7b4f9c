import type { InlineQueryResultArticle } from "grammy/types";
import { type GuidanceEntry, groups } from "../../guidance/entry.js";
import { citationIn } from "../../guidance/laws/citation.js";
import { clauseText, placeName, shortName } from "../../guidance/laws/law.js";
import { clipped } from "../form/prompt.js";
import type { Ctx } from "../telegram/context.js";
import { answerHtml, wholeView } from "./answer.js";
import type { GuidanceIndex } from "./guidanceIndex.js";
import { placePage } from "./lawPages.js";

/** Results of one inline query; Telegram shows some and takes up to 50. */
const most = 5;
/** How long (s) Telegram may cache an answer, which is the same for everybody. */
const kept = 300;

/** `@bot kerahasiaan` in any chat: entries as articles. Only what ships with the bot, nothing of a case or a person. */
export async function answerInline(ctx: Ctx, index: GuidanceIndex): Promise<void> {
  const query = ctx.inlineQuery?.query.trim() ?? "";
  const entries = query === "" ? [] : found(ctx, index, query);
  await ctx.answerInlineQuery(
    [...pasals(ctx, index, query), ...entries.map((entry) => articleOf(ctx, entry))],
    { cache_time: kept, is_personal: false },
  );
}

/** The entries found for a query; while a word is still being typed, titles that contain it. */
function found(ctx: Ctx, index: GuidanceIndex, query: string): GuidanceEntry[] {
  const asked = index.ask(query, most);
  const topics = "hits" in asked ? asked.hits.map(({ topic }) => topic) : [];
  if (topics.length > 0) return topics.flatMap((topic) => index.entry(ctx.locale, topic) ?? []);
  const part = query.toLowerCase();
  const all = groups.flatMap((group) => index.topics(ctx.locale, group));
  return all.filter(({ title }) => title.toLowerCase().includes(part)).slice(0, most);
}

/** The Pasal a query cites, in their own words. */
function pasals(ctx: Ctx, { laws }: GuidanceIndex, query: string): InlineQueryResultArticle[] {
  const cited = citationIn(laws, query);
  const law = cited?.law;
  if (cited === undefined || law === undefined) return [];
  return cited.places.slice(0, most).flatMap((place, at) => {
    const found = laws.lookUp(law, place);
    if (found === undefined) return [];
    const { text } = placePage(ctx.say, laws, found, { page: 0, from: null });
    return [
      {
        type: "article" as const,
        id: `law-${at}`,
        title: `${shortName(found.law)} ${placeName(place)}`,
        description: clipped(clauseText(found.clause), 120),
        input_message_content: {
          message_text: text,
          parse_mode: "HTML" as const,
          link_preview_options: { is_disabled: true },
        },
      },
    ];
  });
}

function articleOf(ctx: Ctx, entry: GuidanceEntry): InlineQueryResultArticle {
  return {
    type: "article",
    id: entry.topic,
    title: entry.title,
    description: clipped(entry.answer.replaceAll("**", ""), 120),
    input_message_content: {
      message_text: answerHtml(ctx.say, entry, {}, wholeView),
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    },
  };
}
