import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import {
  type LetterLine,
  letterLine,
  letterRegister,
  lettersPerPage,
  reserveNumber,
  voidLetter,
} from "../../records/papers/letters.js";
import { adminOf } from "../../records/people/members.js";
import { dayOf } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryEnd, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines, pageRow, sendNew, showPage } from "../telegram/screen.js";

/** Longest texts, in characters. */
const longest = { subject: 200, reason: 300 } as const;

/** The register of outgoing letters. For the admin. */
export function letterFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
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

/** What an admin types about the register. */
export const letterEntries: readonly Entry[] = [
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

/** Takes words that are not too long, or says what they want. */
export async function taking(
  ctx: Ctx,
  answer: string,
  most: number,
  keep: (text: string) => Promise<EntryEnd>,
): Promise<EntryEnd> {
  const text = acceptText(answer, most, false);
  if (text.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, text) };
  return keep(String(text.value));
}
