import { addMonths, dateIn } from "../../practice/calendar.js";
import { acceptText, beginningOf, cleanLine, isVisible } from "../../practice/inputs/text.js";
import { actorOf } from "../../records/people/rights.js";
import { longestConsultation, readConsultation } from "../../records/questions/consultations.js";
import {
  beginOwnEntry,
  entryToWrite,
  type OwnEntryOrigin,
  setReviewDay,
  writeOwnEntry,
} from "../../records/questions/ownEntries.js";
import {
  longestInEntry,
  mostEntryQuestions,
  type OwnEntryContent,
} from "../../records/questions/ownEntryRow.js";
import { openQuestionOf } from "../../records/questions/unanswered.js";
import type { OwnEntryPart } from "../telegram/callbacks/guidance.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryEnd, handleEntry } from "../telegram/entry.js";
import { namesIn } from "../telegram/namesHeld.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines, sendNew } from "../telegram/screen.js";
import { withoutParticulars } from "./anonymousWords.js";
import type { GuidanceIndex } from "./guidanceIndex.js";
import { showOwnCard } from "./ownDesk.js";

/** After how many months an entry may be looked at again. */
const reviewChoices = [3, 6, 12, 24] as const;
/** The value of the button that leaves a part empty. */
const nothing = "none";

/**
 * Begins an entry of a supervisor's reply: its question is its example, without what could tell whose it was. The author corrects
 * both before anybody else reads them.
 */
export async function beginFromReply(
  ctx: Ctx,
  index: GuidanceIndex,
  consultationId: string,
): Promise<string> {
  const { question, answer, caseId } = await readConsultation(ctx.work, consultationId);
  const unnamed = async (text: string) => (await namesIn(ctx, text, caseId))?.without ?? text;
  const asked = withoutParticulars(await unnamed(question), index.knows);
  return beginOwnEntry(
    ctx.work,
    { kind: "reply", consultationId },
    {
      ...blank,
      questions: [beginningOf(cleanLine(asked), longestInEntry.question)],
      answer: beginningOf(await unnamed(answer ?? ""), longestConsultation),
    },
  );
}

/** Begins an entry that answers a question nobody answered, or none yet, and asks for the answer. */
export async function beginBlank(ctx: Ctx, origin: OwnEntryOrigin, question: string): Promise<void> {
  const entryId = await beginOwnEntry(ctx.work, origin, { ...blank, questions: [question] });
  ctx.onward = entries.ownEntryPart({ entryId, part: question === "" ? "questions" : "answer" });
}

/** The words of a question without an answer, as an admin reads them. */
export async function wordsOfUnanswered(ctx: Ctx, index: GuidanceIndex, questionId: string): Promise<string> {
  return withoutParticulars((await openQuestionOf(ctx.work, questionId)).words, index.knows);
}

const blank: OwnEntryContent = { questions: [""], answer: "", steps: [], source: "" };

/** What is typed of an entry. */
export const ownEntryEntries: readonly Entry[] = [
  handleEntry(entries.ownEntryPart, {
    ask: async (ctx, { entryId, part }) => {
      const { say, work } = ctx;
      const { content } = await entryToWrite(work, entryId);
      const now = partText(content, part);
      return {
        text: joinLines(
          [
            part === "questions"
              ? say.html("own-ask-questions", { most: mostEntryQuestions })
              : say.html(`own-ask-${part}`),
            now === "" ? undefined : say.html("own-now", { text: now }),
          ],
          "\n\n",
        ),
        choices:
          part === "review"
            ? [
                reviewChoices.map((months) => ({
                  text: say.plain("button-own-months", { count: months }),
                  value: String(months),
                })),
              ]
            : (part === "steps" || part === "source") && now !== ""
              ? [[{ text: say.plain("button-own-empty"), value: nothing }]]
              : [],
        cancel: callbacks.ownCard({ entryId }),
      };
    },
    take: async (ctx, answer, { entryId, part }) => {
      const { work } = ctx;
      if (part === "review") {
        const months = reviewChoices.find((one) => answer.kind === "pressed" && answer.value === String(one));
        if (months === undefined) return { kind: "again", explanation: ctx.say.html("press-a-button") };
        const today = dateIn(actorOf(work).zone, work.now);
        await setReviewDay(work, entryId, addMonths(today, months));
        return written(ctx, entryId, false);
      }
      const typed = answer.kind === "typed" ? answer.text : "";
      // Whom the records know by name is never left in what all members read.
      const without = (await namesIn(ctx, typed, null))?.without ?? typed;
      const parts = partsOf(ctx, part, without, answer.kind === "pressed");
      if ("kind" in parts) return parts;
      const { content } = await writeOwnEntry(work, entryId, parts);
      if (part === "questions" && content.answer === "")
        return { kind: "next", onward: entries.ownEntryPart({ entryId, part: "answer" }) };
      return written(ctx, entryId, without !== typed);
    },
  }),
];

/** Shows the card again, and that names went out of what was typed. */
async function written(ctx: Ctx, entryId: string, namesWent: boolean): Promise<EntryEnd> {
  await showOwnCard(ctx, entryId, sendNew, namesWent ? ctx.say.html("own-names-went") : undefined);
  return { kind: "done" };
}

function partText(content: OwnEntryContent, part: OwnEntryPart): string {
  switch (part) {
    case "questions":
      return content.questions.join("\n");
    case "steps":
      return content.steps.join("\n");
    case "answer":
      return content.answer;
    case "source":
      return content.source;
    case "review":
      return "";
  }
}

/** What was typed, as a part of the entry; or why it is none. */
function partsOf(
  ctx: Ctx,
  part: Exclude<OwnEntryPart, "review">,
  typed: string,
  isEmptied: boolean,
): Partial<OwnEntryContent> | EntryEnd {
  if (isEmptied) return part === "steps" ? { steps: [] } : { source: "" };
  const most = { ...longestInEntry, answer: longestConsultation };
  const text = acceptText(
    typed,
    part === "questions" ? mostEntryQuestions * most.question : most[part],
    part !== "source",
  );
  if (text.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, text) };
  const value = String(text.value);
  const lines = value.split("\n").map(cleanLine).filter(isVisible);
  switch (part) {
    case "answer":
      return { answer: value };
    case "source":
      return { source: value };
    case "steps":
      return { steps: lines.map((line) => line.replace(/^(?:\d+[.)]|[-•*])\s*/, "")) };
    case "questions": {
      const long = lines.find((line) => line.length > most.question);
      if (long !== undefined || lines.length > mostEntryQuestions) {
        return {
          kind: "again",
          explanation: ctx.say.html("own-questions-many", {
            most: mostEntryQuestions,
            characters: most.question,
          }),
        };
      }
      return { questions: [...new Set(lines.map((line) => line.replace(/^[-•*]\s*/, "")))] };
    }
  }
}
