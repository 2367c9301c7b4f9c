import { Composer } from "grammy";
import { dateIn } from "../../practice/calendar.js";
import { acceptText } from "../../practice/inputs/text.js";
import { letterNumber, letterPatternFault, letterPatternWords } from "../../practice/letterNumbers.js";
import { setContacts, setLetterRule } from "../../records/papers/letterSettings.js";
import {
  continueFrom,
  type LetterLine,
  letterLine,
  letterRegister,
  lettersPerPage,
  nextSequence,
  reserveNumber,
  voidLetter,
} from "../../records/papers/letters.js";
import { letterheadOf } from "../../records/papers/papers.js";
import { adminOf } from "../../records/people/members.js";
import type { Html } from "../../texts.js";
import { dayOf } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks, type LetterPart } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryEnd, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines, pageRow, sendNew, showPage } from "../telegram/screen.js";

/** Longest texts, in characters. */
const longest = { contacts: 200, pattern: 80, code: 30, subject: 200, reason: 300 } as const;

/** The letterhead, how letters are numbered, and the register of outgoing letters. For the admin. */
export function letterFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.letters, (ctx) => showLetters(ctx));
  handle(composer, callbacks.changeLetters, async (ctx, { part }) => {
    adminOf(ctx.work);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.letterPart({ part });
  });
  handle(composer, callbacks.letterRegister, (ctx, { page }) => showRegister(ctx, page));
  handle(composer, callbacks.letter, (ctx, { letterId }) => showLetter(ctx, letterId));
  handle(composer, callbacks.voidLetter, async (ctx, { letterId }) => {
    await letterLine(ctx.work, letterId);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.letterVoid({ letterId });
  });
  handle(composer, callbacks.takeNumber, async (ctx) => {
    adminOf(ctx.work);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.letterSubject();
  });
  return composer;
}

/** The settings, with what the next number will be. */
async function showLetters(ctx: Ctx, lead?: Html): Promise<void> {
  const { say, work } = ctx;
  const { rules, zone } = adminOf(work);
  const { name, address, contacts } = await letterheadOf(work);
  const { pattern, ...codes } = rules.letters;
  const next = letterNumber(pattern, await nextSequence(work), codes, dateIn(zone, work.now));
  const head = [name, address, contacts].flatMap((line) => (line === null ? [] : [line])).join("\n");
  const text = joinLines(
    [
      lead,
      say.html("letters-title", { head }),
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
    [
      { text: say.plain("button-org-name"), data: callbacks.changeOrganization({ what: "name" }) },
      { text: say.plain("button-org-address"), data: callbacks.changeOrganization({ what: "address" }) },
    ],
    [change("contacts")],
    [change("pattern"), change("next")],
    [change("unit"), change("classification")],
    [{ text: say.plain("button-letter-register"), data: callbacks.letterRegister({ page: 0 }) }],
    [{ text: say.plain("button-back"), data: callbacks.organization() }],
  ]);
}

async function showRegister(ctx: Ctx, page: number): Promise<void> {
  const { say } = ctx;
  const { lines, total } = await letterRegister(ctx.work, page);
  const listed = lines.map((line) => lineText(ctx, line));
  const title = say.html("letter-register", { total });
  const text = listed.length === 0 ? say.html("letter-register-empty") : joinLines(listed);
  await showPage(ctx, joinLines([title, text], "\n\n"), [
    ...lines.map((line): Button[] => [{ text: line.number, data: callbacks.letter({ letterId: line.id }) }]),
    pageRow(page, total, lettersPerPage, (to) => callbacks.letterRegister({ page: to })),
    [{ text: say.plain("button-letter-take"), data: callbacks.takeNumber() }],
    [{ text: say.plain("button-back"), data: callbacks.letters() }],
  ]);
}

/** "• 012/LKS/XI/2026 · 25 November 2026 · Rujukan klien K-2026-0042 · dibatalkan". */
function lineText({ say }: Ctx, { number, day, content, voidedAt }: LetterLine): string {
  const subject = content?.subject ?? say.plain("letter-erased");
  const line = say.html("letter-line", { number, day: dayOf(day, say), subject });
  return voidedAt === null ? line : joinLines([line, say.html("letter-line-void")], " · ");
}

async function showLetter(ctx: Ctx, letterId: string): Promise<void> {
  const { say } = ctx;
  const line = await letterLine(ctx.work, letterId);
  const { number, day, content, code, voidedAt, voidReason } = line;
  const addressee = content?.addressee ?? null;
  const text = joinLines([
    say.html("letter-title", { number }),
    say.html("letter-day", { day: dayOf(day, say) }),
    say.html("letter-subject", { subject: content?.subject ?? say.plain("letter-erased") }),
    addressee === null ? undefined : say.html("letter-addressee", { addressee }),
    code === null ? undefined : say.html("letter-case", { code }),
    voidedAt === null ? undefined : say.html("letter-void", { reason: voidReason ?? "" }),
  ]);
  await showPage(ctx, text, [
    ...(voidedAt === null
      ? [[{ text: say.plain("button-letter-void"), data: callbacks.voidLetter({ letterId }) }]]
      : []),
    [{ text: say.plain("button-back"), data: callbacks.letterRegister({ page: 0 }) }],
  ]);
}

/** What an admin types about letters. */
export const letterEntries: readonly Entry[] = [
  handleEntry(entries.letterPart, {
    ask: async (ctx, { part }) => ({
      text: ctx.say.html(`letters-ask-${part}`),
      cancel: callbacks.letters(),
    }),
    take: typedOnly((ctx, answer, { part }) => takePart(ctx, part, answer)),
  }),
  handleEntry(entries.letterVoid, {
    ask: async (ctx, { letterId }) => {
      const { number } = await letterLine(ctx.work, letterId);
      return {
        text: ctx.say.html("letter-void-ask", { number }),
        cancel: callbacks.letter({ letterId }),
      };
    },
    take: typedOnly((ctx, answer, { letterId }) =>
      taking(ctx, answer, longest.reason, async (reason) => {
        await voidLetter(ctx.work, letterId, reason);
        await sendNew(ctx, ctx.say.html("letter-voided"), [
          [{ text: ctx.say.plain("button-letter-register"), data: callbacks.letterRegister({ page: 0 }) }],
        ]);
        return { kind: "done" };
      }),
    ),
  }),
  handleEntry(entries.letterSubject, {
    ask: async (ctx) => ({
      text: ctx.say.html("letter-take-ask"),
      cancel: callbacks.letterRegister({ page: 0 }),
    }),
    take: typedOnly((ctx, answer) =>
      taking(ctx, answer, longest.subject, async (subject) => {
        const { number } = await reserveNumber(ctx.work, subject);
        await sendNew(ctx, ctx.say.html("letter-taken", { number }), [
          [{ text: ctx.say.plain("button-letter-register"), data: callbacks.letterRegister({ page: 0 }) }],
        ]);
        return { kind: "done" };
      }),
    ),
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

async function taking(
  ctx: Ctx,
  answer: string,
  most: number,
  keep: (text: string) => Promise<EntryEnd>,
): Promise<EntryEnd> {
  const text = acceptText(answer, most, false);
  if (text.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, text) };
  return keep(String(text.value));
}
