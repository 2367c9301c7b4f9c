import type { Paper } from "../../documents/paper.js";
import type { BreachField, BreachLetter } from "../../practice/breach.js";
import { dateIn } from "../../practice/calendar.js";
import type { BreachContent } from "../../records/dataRights/breaches.js";
import { letterheadOf } from "../../records/papers/papers.js";
import { actorOf } from "../../records/people/rights.js";
import { momentOf } from "../telegram/answerText.js";
import type { Ctx } from "../telegram/context.js";
import { letterDate } from "../telegram/dates.js";
import { pageWords } from "../telegram/pageWords.js";

/** What each letter says. Whose data it was is nothing for the letter to a single person. */
const said: { readonly [letter in BreachLetter]: readonly BreachField[] } = {
  "breach-subject": ["data", "since", "how", "measures", "effect"],
  "breach-authority": ["what", "whose", "data", "since", "how", "measures", "effect"],
};

/** A letter about a breach as its template reads it: what UU 27/2022 Pasal 46 ayat (2) asks for. */
export async function breachLetterOf(
  ctx: Ctx,
  kind: BreachLetter,
  {
    code,
    knownAt,
    content,
  }: { readonly code: string; readonly knownAt: Date; readonly content: BreachContent },
): Promise<Paper> {
  const { say, work } = ctx;
  const { zone, rules } = actorOf(work);
  const institution = await letterheadOf(work);
  const whom = kind === "breach-subject" ? "subject" : "authority";
  const text = (words: string) => ({ kind: "text", text: words }) as const;
  return {
    kind,
    language: say.locale,
    title: say.plain(`paper-${kind}`),
    code,
    draft: false,
    institution,
    words: pageWords(say),
    facts: [
      { label: say.plain("paper-number"), text: code },
      { label: say.plain("paper-nature"), text: say.plain("paper-nature-secret") },
      { label: say.plain("paper-subject"), text: say.plain("breach-letter-about") },
      { label: say.plain("paper-addressee"), text: say.plain(`breach-letter-to-${whom}`) },
    ],
    parts: [
      { title: "", blocks: [text(say.plain(`breach-letter-opening-${whom}`))] },
      {
        title: "",
        blocks: [
          {
            kind: "answers",
            lines: [
              ...said[kind].flatMap((field) => {
                const words = content[field];
                return words === undefined
                  ? []
                  : [{ label: say.plain(`breach-field-${field}`), text: words }];
              }),
              { label: say.plain("breach-letter-known"), text: momentOf(knownAt, zone, say) },
              {
                label: say.plain("breach-letter-contact"),
                text: rules.dataContact ?? say.plain("client-information-contact-none"),
              },
            ],
          },
        ],
      },
      { title: "", blocks: [text(say.plain(`breach-letter-closing-${whom}`))] },
    ],
    date: letterDate(dateIn(zone, work.now), say.locale),
    signatures: [{ role: say.plain("breach-letter-signs"), name: "", note: "" }],
    below: [],
    copies: [],
  };
}
