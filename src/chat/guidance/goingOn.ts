import type { GuidanceEntry, Source } from "../../guidance/entry.js";
import type { EntryPart, FollowUp } from "../../guidance/followUp.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { fitted, textLimits } from "../telegram/fit.js";
import { lawButtons } from "../telegram/lawButtons.js";
import { joinLines } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";
import { markup, sourceLine, stepsHtml } from "./answer.js";
import type { GuidanceIndex } from "./guidanceIndex.js";

/** How long (ms) a question is read with the answer before it: ten minutes. */
const remembered = 600_000;

/** The topic of the last answer in this chat; undefined where it is too long ago or none. */
export function topicBefore({ work: { dialogue, now } }: Ctx): string | undefined {
  const { topic, topicAt } = dialogue;
  if (topic === null || topicAt === null) return undefined;
  return now.getTime() - topicAt.getTime() <= remembered ? topic : undefined;
}

/** Keeps the topic that was answered, or that none was, for the question after it. */
export function rememberTopic({ work }: Ctx, topic: string | undefined): void {
  if (topic === undefined && work.dialogue.topic === null) return;
  work.dialogue.topic = topic ?? null;
  work.dialogue.topicAt = topic === undefined ? null : work.now;
  work.dialogueChanged = true;
}

/**
 * The short page of a question that goes on from the last answer: the part it asks for, or the paragraph that answers it. Undefined
 * where the whole of an entry is to be shown, or several to choose from: an entry about a danger to life is never cut.
 */
export function followUpPage(
  ctx: Ctx,
  index: GuidanceIndex,
  question: string,
  followUp: FollowUp,
): { readonly text: string; readonly rows: Button[][] } | undefined {
  const topic =
    followUp.kind === "part" ? followUp.topic : followUp.sure ? followUp.hits[0]?.topic : undefined;
  const entry = topic === undefined ? undefined : index.entry(ctx.locale, topic);
  if (entry === undefined) return undefined;
  if (followUp.kind === "part") {
    rememberTopic(ctx, entry.topic);
    const sources = followUp.part === "sources" ? entry.sources : [];
    return {
      text: partHtml(ctx.say, entry, followUp.part),
      rows: partRows(ctx, index, entry.topic, sources),
    };
  }
  if (entry.topic !== topicBefore(ctx) || entry.emergency !== undefined) return undefined;
  const paragraph = index.paragraph(entry, question);
  if (paragraph === undefined) return undefined;
  rememberTopic(ctx, entry.topic);
  return { text: paragraphHtml(ctx.say, entry, paragraph), rows: partRows(ctx, index, entry.topic) };
}

/** One part of an entry, asked for by itself. Telegram HTML. */
function partHtml(say: Wording, entry: GuidanceEntry, part: EntryPart): string {
  const title = say.html(`part-${part}`, { title: entry.title });
  return fitted(joinLines([title, bodyOf(say, entry, part)]), textLimits.text);
}

function bodyOf(say: Wording, entry: GuidanceEntry, part: EntryPart): string {
  switch (part) {
    case "sources":
      return entry.sources.map((source) => sourceLine(say, source)).join("\n");
    case "steps":
      return stepsHtml(entry);
    case "limits":
      return markup(entry.limits);
    case "supervisor":
      return markup(entry.supervisor);
    case "example": {
      const examples = examplesIn(entry);
      return examples.length > 0
        ? examples.map((text) => `• ${markup(text)}`).join("\n")
        : joinLines([say.html("part-no-example"), stepsHtml(entry)]);
    }
  }
}

/** What an entry gives as an example: paragraphs that say so, or that quote words to say or write. */
function examplesIn({ answer, steps, limits }: GuidanceEntry): string[] {
  return [...answer.split("\n\n"), ...steps, limits].filter((text) =>
    /\b(misal\w*|contoh\w*|for example|e\.g\.|such as|seperti)\b|[“"].{12,}[”"]/iu.test(text),
  );
}

/** The paragraph of the last answer that answers what is asked on. Telegram HTML. */
function paragraphHtml(say: Wording, entry: GuidanceEntry, paragraph: string): string {
  return joinLines([say.html("guidance-still", { title: entry.title }), markup(paragraph)]);
}

/** The buttons below a part: the words of its `sources`, the whole answer, and the supervisor. */
function partRows(
  ctx: Ctx,
  index: GuidanceIndex,
  topic: string,
  sources: readonly Source[] = [],
): Button[][] {
  const { say } = ctx;
  return [
    ...layOutButtons(lawButtons(say, sources, index.keyOf(topic)), 44, 2),
    [
      { text: say.plain("button-whole-answer"), data: callbacks.wholeAnswer({ topic: index.keyOf(topic) }) },
      { text: say.plain("button-ask-supervisor"), data: callbacks.askSupervisor() },
    ],
  ];
}
