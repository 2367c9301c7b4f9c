import { Composer } from "grammy";
import { lawIds, type Place, placeName, shortName } from "../../guidance/laws/law.js";
import { NotAllowed } from "../../records/people/actor.js";
import {
  dropFavourite,
  type Favourite,
  keepFavourite,
  mostFavourites,
  ownFavourites,
} from "../../records/questions/favourites.js";
import { readOwnEntry, titleOf } from "../../records/questions/ownEntries.js";
import { clipped } from "../form/prompt.js";
import type { Button } from "../telegram/buttons.js";
import { type CallbackData, type Favoured, favoured, lawPlace } from "../telegram/callback.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { pageRow, showPage } from "../telegram/screen.js";
import type { GuidanceIndex } from "./guidanceIndex.js";

const perPage = 8;

/** What a member keeps at hand of the guidance: kept by ⭐ below an answer, listed, opened and taken away again. */
export function favouritesFeature(index: GuidanceIndex): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.keepFavourite, async (ctx, { what }) => {
    const favourite = storedAs(index, what);
    if (favourite?.kind === "own") await readOwnEntry(ctx.work, favourite.ref);
    const isKept = favourite !== undefined && (await keepFavourite(ctx.work, favourite));
    await ctx.answerCallbackQuery(
      isKept
        ? ctx.say.plain("favourite-kept")
        : favourite === undefined
          ? ctx.say.plain("button-gone")
          : ctx.say.plain("favourites-full", { most: mostFavourites }),
    );
  });
  handle(composer, callbacks.dropFavourite, async (ctx, { what }) => {
    const favourite = storedAs(index, what);
    if (favourite !== undefined) await dropFavourite(ctx.work, favourite);
    await showFavourites(ctx, index, 0, favourite !== undefined);
  });
  handle(composer, callbacks.favourites, (ctx, { page, removing }) =>
    showFavourites(ctx, index, page, removing),
  );
  return composer;
}

/** The list, by title; `removing` says that a press takes away instead of opening. */
async function showFavourites(
  ctx: Ctx,
  index: GuidanceIndex,
  page: number,
  removing: boolean,
): Promise<void> {
  const { say } = ctx;
  const all = await ownFavourites(ctx.work);
  const shown = all.slice(page * perPage, (page + 1) * perPage);
  const rows: Button[][] = [];
  for (const favourite of shown) {
    const line = await lineOf(ctx, index, favourite);
    const data =
      removing || line.open === undefined ? callbacks.dropFavourite({ what: line.what }) : line.open;
    const mark = removing ? "🗑" : line.open === undefined ? "✖️" : "⭐";
    rows.push([{ text: clipped(`${mark} ${line.title}`, 58), data }]);
  }
  const title = all.length === 0 ? "favourites-none" : removing ? "favourites-remove" : "favourites-title";
  await showPage(ctx, say.html(title, { count: all.length }), [
    ...rows,
    pageRow(page, all.length, perPage, (to) => callbacks.favourites({ page: to, removing })),
    all.length === 0
      ? []
      : [
          {
            text: say.plain(removing ? "button-favourites-done" : "button-favourites-remove"),
            data: callbacks.favourites({ page: 0, removing: !removing }),
          },
        ],
    [
      { text: say.plain("button-all-topics"), data: callbacks.topicGroups() },
      { text: say.plain("button-menu"), data: callbacks.menuHere() },
    ],
  ]);
}

/** A favourite in the list: what it is called, and what opens it; nothing where it is there no more. */
type Line = { readonly title: string; readonly what: Favoured; readonly open: CallbackData | undefined };

async function lineOf(ctx: Ctx, index: GuidanceIndex, { kind, ref }: Favourite): Promise<Line> {
  const gone = ctx.say.plain("favourite-gone");
  switch (kind) {
    case "topic": {
      const key = index.keyOf(ref);
      const title = index.entry(ctx.locale, ref)?.title;
      const what: Favoured = { kind, key };
      return {
        title: title ?? gone,
        what,
        open: title === undefined ? undefined : callbacks.topic({ topic: key }),
      };
    }
    case "law": {
      const [id = "", at = ""] = ref.split("/");
      const law = lawIds.find((known) => known === id) ?? lawIds[0];
      const place: Place = lawPlace.decode(at) ?? { pasal: "1" };
      const found = index.laws.lookUp(law, place);
      return {
        title: found === undefined ? gone : `${shortName(found.law)} ${placeName(place)}`,
        what: { kind, law, place },
        open: found && callbacks.lawPlace({ law, place, page: 0, from: null }),
      };
    }
    case "own": {
      const entry = await readOwnEntry(ctx.work, ref).catch((error: unknown) => {
        if (error instanceof NotAllowed) return undefined;
        throw error;
      });
      const title = entry === undefined ? gone : titleOf(entry);
      return {
        title: entry?.status === "retired" ? ctx.say.plain("favourite-retired", { title }) : title,
        what: { kind, entryId: ref },
        open: entry && callbacks.ownEntry({ entryId: ref }),
      };
    }
  }
}

/** What a button keeps, as it is stored; undefined for a topic there is none of. */
function storedAs(index: GuidanceIndex, what: Favoured): Favourite | undefined {
  switch (what.kind) {
    case "topic": {
      const topic = index.topicOf(what.key);
      return topic === undefined ? undefined : { kind: "topic", ref: topic };
    }
    case "law":
      return { kind: "law", ref: favoured.encode(what).slice(2) };
    case "own":
      return { kind: "own", ref: what.entryId };
  }
}
