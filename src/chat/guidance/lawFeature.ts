import { Composer } from "grammy";
import type { Place } from "../../guidance/laws/law.js";
import type { FoundPlace } from "../../guidance/laws/laws.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { answerGone, showPage } from "../telegram/screen.js";
import type { AnswerView } from "./answer.js";
import type { GuidanceIndex } from "./guidanceIndex.js";
import { lawAnswer } from "./lawAnswer.js";
import { chapterPage, contentsPage, lawsPage } from "./lawContents.js";
import { explanationPage, formerPage, type LawPage, type LawView, placePage } from "./lawPages.js";
import { replyTo } from "./replies.js";
import { rowsBelow, showAnswerAgain } from "./unfolding.js";

/** An answer as somebody left it for the words of a law. */
const fromLaw: AnswerView = { open: ["sources"], lead: "none" };

/** The laws that ship: listed, read chapter by chapter, opened at the very place a source cites. */
export function lawFeature(index: GuidanceIndex): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  const { laws } = index;

  composer.command("hukum", async (ctx) => {
    const question = ctx.match.trim();
    if (question === "") return show(ctx, lawsPage(ctx.say, laws));
    const { text, rows } = lawAnswer(ctx, index, question);
    await replyTo(ctx, text, rows);
  });
  handle(composer, callbacks.laws, (ctx) => show(ctx, lawsPage(ctx.say, laws)));
  handle(composer, callbacks.law, async (ctx, { law, page }) => {
    const found = laws.law(law);
    await show(ctx, found === undefined ? undefined : contentsPage(ctx.say, found, page));
  });
  handle(composer, callbacks.lawChapter, async (ctx, { law, heading, page }) => {
    const found = laws.law(law);
    await show(ctx, found === undefined ? undefined : chapterPage(ctx.say, laws, found, heading, page));
  });

  const at = (
    law: string,
    place: Place,
    page: (found: FoundPlace) => LawPage | undefined,
  ): LawPage | undefined => {
    const found = laws.lookUp(law, place);
    return found === undefined ? undefined : page(found);
  };
  handle(composer, callbacks.lawPlace, async (ctx, { law, place, ...view }) => {
    // Below a question of a form nothing is replaced: the question stays.
    const page = at(law, place, (found) => placePage(ctx.say, laws, found, viewFrom(index, view)));
    await show(ctx, page);
  });
  handle(composer, callbacks.lawExplained, async (ctx, { law, place, ...view }) =>
    show(
      ctx,
      at(law, place, (found) => explanationPage(ctx.say, found, viewFrom(index, view))),
    ),
  );
  handle(composer, callbacks.lawFormer, async (ctx, { law, place, ...view }) =>
    show(
      ctx,
      at(law, place, (found) => formerPage(ctx.say, laws, found, viewFrom(index, view))),
    ),
  );
  handle(composer, callbacks.lawBack, async (ctx, { topic }) => {
    const entry = index.entry(ctx.locale, index.topicOf(topic) ?? "");
    if (entry === undefined) return answerGone(ctx);
    await showAnswerAgain(ctx, index, entry, fromLaw);
  });
  return composer;
}

async function show(ctx: Ctx, page: LawPage | undefined): Promise<void> {
  if (page === undefined) return answerGone(ctx);
  // Below the words of a law stays what was below the answer they stand in the place of.
  await showPage(ctx, page.text, page.rows, rowsBelow(ctx));
}

/** Without the way back where the topic is gone. */
function viewFrom(index: GuidanceIndex, { page, from }: LawView): LawView {
  return { page, from: from === null || index.topicOf(from) === undefined ? null : from };
}
