import { Composer } from "grammy";
import { dateIn } from "../../practice/calendar.js";
import { letterNumber, letterPatternFault, letterPatternWords } from "../../practice/letterNumbers.js";
import { largestDesign } from "../../practice/paperTemplates.js";
import { currentDesigns, sendDesign, useShipped } from "../../records/papers/designs.js";
import { setContacts, setLetterRule } from "../../records/papers/letterSettings.js";
import { continueFrom, nextSequence } from "../../records/papers/letters.js";
import { letterheadOf } from "../../records/papers/papers.js";
import { adminOf } from "../../records/people/members.js";
import { renameOrganization, setAddress } from "../../records/people/organizations.js";
import type { Html } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import type { LetterPart } from "../telegram/callbacks/institution.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryEnd, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { joinLines, sendNew, showPage } from "../telegram/screen.js";
import { taking } from "./letters.js";

/** Longest texts, in characters. */
const longest = { name: 120, address: 300, contacts: 200, pattern: 80, code: 30 } as const;

/** The letterhead with its logo, and how letters are numbered. For the admin. */
export function letterheadFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.letters, (ctx) => showLetters(ctx));
  handle(composer, callbacks.changeLetters, async (ctx, { part }) => {
    adminOf(ctx.work);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.letterPart({ part });
  });
  handle(composer, callbacks.letterLogo, async (ctx) => {
    adminOf(ctx.work);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.letterLogo();
  });
  handle(composer, callbacks.removeLogo, async (ctx) => {
    await useShipped(ctx.work, "logo");
    await showLetters(ctx, ctx.say.html("logo-removed"));
  });
  return composer;
}

/** The settings, with what the next number will be. */
async function showLetters(ctx: Ctx, lead?: Html): Promise<void> {
  const { say, work } = ctx;
  const { rules, zone } = adminOf(work);
  const { name, address, contacts } = await letterheadOf(work);
  const { pattern, ...codes } = rules.letters;
  const designs = await currentDesigns(work);
  const hasLogo = designs.has("logo");
  const templates = designs.size - (hasLogo ? 1 : 0);
  const next = letterNumber(pattern, await nextSequence(work), codes, dateIn(zone, work.now));
  const head = [name, address, contacts].flatMap((line) => (line === null ? [] : [line])).join("\n");
  const text = joinLines(
    [
      lead,
      joinLines([
        say.html("letters-title", { head }),
        say.html(hasLogo ? "letters-logo" : "letters-no-logo"),
        say.html("letters-designs", { count: templates }),
      ]),
      say.html("letters-numbers", {
        pattern,
        unit: codes.unit || "–",
        classification: codes.classification || "–",
      }),
      say.html("letters-next", { next }),
    ],
    "\n\n",
  );
  const change = (part: LetterPart): Button => ({
    text: say.plain(`button-letters-${part}`),
    data: callbacks.changeLetters({ part }),
  });
  await (lead === undefined ? showPage : sendNew)(ctx, text, [
    [change("name"), change("address")],
    [change("contacts"), { text: say.plain("button-logo"), data: callbacks.letterLogo() }],
    ...(hasLogo ? [[{ text: say.plain("button-logo-remove"), data: callbacks.removeLogo() }]] : []),
    [{ text: say.plain("button-designs"), data: callbacks.designs() }],
    [change("pattern"), change("next")],
    [change("unit"), change("classification")],
    [{ text: say.plain("button-letter-register"), data: callbacks.letterRegister({ page: 0 }) }],
    [{ text: say.plain("button-back"), data: callbacks.organization() }],
  ]);
}

/** What an admin types about letters, and the logo they send. */
export const letterheadEntries: readonly Entry[] = [
  handleEntry(entries.letterPart, {
    ask: async (ctx, { part }) => ({
      text: ctx.say.html(`letters-ask-${part}`),
      cancel: callbacks.letters(),
    }),
    take: typedOnly((ctx, answer, { part }) => takePart(ctx, part, answer)),
  }),
  handleEntry(entries.letterLogo, {
    ask: async (ctx) => ({ text: ctx.say.html("logo-ask"), cancel: callbacks.letters() }),
    take: async (ctx) => ({ kind: "again", explanation: ctx.say.html("logo-want") }),
    anyType: true,
    takeFile: async (ctx, { kind, fileId, mime, name, size }) => {
      const { say, work } = ctx;
      const isPicture = kind === "photo" || /^image\/(png|jpeg)$/.test(mime ?? "");
      if (!isPicture && !/\.(png|jpe?g)$/i.test(name ?? ""))
        return { kind: "again", explanation: say.html("logo-want") };
      if ((size ?? 0) > largestDesign.logo) return { kind: "again", explanation: say.html("logo-large") };
      await sendDesign(work, { kind: "logo", format: "png", fileId });
      await ctx.reply(say.html("logo-coming"));
      return { kind: "done" };
    },
  }),
];

function takePart(ctx: Ctx, part: LetterPart, answer: string): Promise<EntryEnd> {
  const { say, work } = ctx;
  const kept = async (): Promise<EntryEnd> => {
    await showLetters(ctx, say.html("letters-kept"));
    return { kind: "done" };
  };
  const again = (explanation: Html): EntryEnd => ({ kind: "again", explanation });
  switch (part) {
    case "name":
    case "address":
      return taking(ctx, answer, longest[part], async (words) => {
        await (part === "name" ? renameOrganization : setAddress)(work, words);
        return kept();
      });
    case "contacts":
      return taking(ctx, answer, longest.contacts, async (contacts) => {
        await setContacts(work, isNone(contacts) ? null : contacts);
        return kept();
      });
    case "pattern":
      return taking(ctx, answer, longest.pattern, async (pattern) => {
        const fault = letterPatternFault(pattern);
        if (fault?.fault === "unknown") {
          const known = letterPatternWords.map((word) => `{${word}}`).join(" ");
          return again(say.html("letters-pattern-unknown", { word: fault.word, known }));
        }
        if (fault !== undefined) return again(say.html(`letters-pattern-no-${fault.fault}`));
        await setLetterRule(work, "pattern", pattern);
        return kept();
      });
    case "unit":
    case "classification":
      return taking(ctx, answer, longest.code, async (code) => {
        await setLetterRule(work, part, isNone(code) ? "" : code);
        return kept();
      });
    case "next":
      return taking(ctx, answer, longest.code, async (typed) => {
        const sequence = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
        if (sequence === 0) return again(say.html("letters-next-number"));
        const least = await nextSequence(work);
        if (sequence < least) return again(say.html("letters-next-given", { least }));
        await continueFrom(work, sequence);
        return kept();
      });
  }
}

/** A dash takes the words out. */
function isNone(words: string): boolean {
  return /^[-–—]$/.test(words);
}
