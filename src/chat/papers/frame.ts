import { type Paper, paperJson, scannable, templateOf } from "../../documents/paper.js";
import { dateIn } from "../../practice/calendar.js";
import type { CopyKind, FilePaperKind, PaperKind } from "../../practice/papers.js";
import type { Letterhead, SetContent } from "../../records/papers/papers.js";
import { paperCode } from "../../records/papers/verifying.js";
import { actorOf } from "../../records/people/rights.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { letterDate } from "../telegram/dates.js";
import { pageWords } from "../telegram/pageWords.js";
import { checkLink } from "./verifying.js";

/** What every paper of an institution has: its letterhead, the words of its pages, and today's date. */
export function paperFrame(
  { say, work }: Pick<Ctx, "say" | "work">,
  institution: Letterhead,
): Pick<Paper, "language" | "institution" | "words" | "date" | "below" | "copies"> {
  return {
    language: say.locale,
    institution,
    words: pageWords(say),
    date: letterDate(dateIn(actorOf(work).zone, work.now), say.locale),
    below: [],
    copies: [],
  };
}

/** What is ordered of a paper: what it is set from, the chat it comes into, and the code to check the print by. */
export type OrderedPrint = SetContent & { readonly chatId: number; readonly code: string };

/** A paper with the code to check its print by. `subjectId` is the round or the note it is of. */
export function printed<K extends PaperKind | CopyKind | FilePaperKind>(
  ctx: Ctx,
  subjectId: string,
  paper: Paper & { readonly kind: K },
  copy: string | null = null,
): OrderedPrint {
  const { work, say } = ctx;
  const code = paperCode(work.sealer, subjectId, paper.kind, paperJson(paper));
  const link = checkLink(ctx, code);
  return {
    chatId: chatIdOf(ctx),
    code,
    template: templateOf(paper.kind),
    data: paperJson(paper, {
      check: { picture: scannable(link), link, words: say.plain("paper-check") },
      copy,
    }),
    at: work.now.toISOString(),
  };
}
