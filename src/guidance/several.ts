/** Several questions in one message, taken apart. */

/** The most questions of one message that are answered one by one. */
export const mostQuestions = 3;

/** Letters a question has at least: less is a sigh or a name. */
const leastLetters = 3;
/** What asks, wherever it stands in a sentence. */
const asks =
  /\?|^\s*(apa|apakah|siapa|kapan|kenapa|mengapa|bagaimana|gimana|gmn|berapa|brp|boleh|bolehkah|blh|bisa|haruskah|harus|wajibkah|cara|syarat|what|how|when|who|why|which|can|may|must|should|is|are|do|does|piye|kumaha|naon|opo)\b/i;
/** A line that is one of a list. */
const listed = /^\s*(?:\d{1,2}[.)]|[-•*])\s+/;

/**
 * The questions of a message, in order, at least two and at most {@link mostQuestions}; undefined where it is one. What is told
 * before a question belongs to it. A short question that only goes on from the one before is kept apart: it is read with it.
 */
export function severalQuestions(text: string): readonly string[] | undefined {
  const questions = inList(text) ?? bySentence(text);
  return questions.length < 2 || questions.length > mostQuestions ? undefined : questions;
}

/** The items of a list; undefined where the lines are none. */
function inList(text: string): string[] | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2 || !lines.every((line) => listed.test(line))) return undefined;
  return lines.map((line) => line.replace(listed, "").trim());
}

/** Sentences that ask, each with what was told before it. */
function bySentence(text: string): string[] {
  const questions: string[] = [];
  let told = "";
  for (const sentence of text.match(/[^?\n]+\?*|\?+/g) ?? []) {
    const said = `${told} ${sentence.trim()}`.trim();
    const isQuestion = sentence.includes("?") && (sentence.match(/\p{L}/gu) ?? []).length >= leastLetters;
    if (isQuestion) questions.push(said);
    told = isQuestion ? "" : said;
  }
  const last = questions.at(-1);
  if (told !== "" && asks.test(told)) questions.push(told);
  else if (told !== "" && last !== undefined) questions[questions.length - 1] = `${last} ${told}`;
  else if (told !== "") questions.push(told);
  return questions;
}
