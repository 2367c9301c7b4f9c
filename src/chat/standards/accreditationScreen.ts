/** The accreditation of the institution: recorded by an admin, and reminded of before it ends. */
import { Composer } from "grammy";
import { acceptDate } from "../../practice/inputs/dates.js";
import { acceptText } from "../../practice/inputs/text.js";
import { accreditationEnds, accreditationGrades } from "../../practice/standards/accreditation.js";
import { adminOf } from "../../records/people/members.js";
import {
  type AccreditationRecord,
  accreditations,
  dropAccreditation,
  keepAccreditation,
} from "../../records/standards/accreditations.js";
import { dayOf, readable } from "../telegram/answerText.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { shortDate } from "../telegram/dates.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly, wantsPress } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines, sendNew, showPage } from "../telegram/screen.js";
import { dayIn } from "./standardWords.js";

/** The longest number of a certificate, in characters. */
const longest = 120;

/** Recording an accreditation and taking it out; its register is shown by `showAccreditation`. */
export function accreditationFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.recordAccreditation, async (ctx) => {
    adminOf(ctx.work);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.accreditationGrade();
  });
  handle(composer, callbacks.dropAccreditation, async (ctx, { accreditationId }) => {
    await dropAccreditation(ctx.work, accreditationId);
    await showAccreditation(ctx);
  });
  return composer;
}

/** The register of accreditations, for admins: what is in force, and what was before. */
export async function showAccreditation(
  ctx: Ctx,
  put: typeof showPage | typeof sendNew = showPage,
): Promise<void> {
  const { say, work } = ctx;
  adminOf(work);
  const all = await accreditations(work);
  const current = all.find(({ removedAt }) => removedAt === null);
  await put(
    ctx,
    joinLines(
      [
        say.html("register-accreditation"),
        all.length === 0
          ? say.html("register-nothing")
          : joinLines(all.map((one) => accreditationLine(ctx, one))),
        current === undefined ? undefined : say.html("accreditation-reminders"),
        say.html("accreditation-validity"),
      ],
      "\n\n",
    ),
    [
      [{ text: say.plain("button-accreditation-record"), data: callbacks.recordAccreditation() }],
      current === undefined
        ? []
        : [
            {
              text: say.plain("button-accreditation-drop"),
              data: callbacks.dropAccreditation({ accreditationId: current.id }),
            },
          ],
      [
        { text: say.plain("button-standards"), data: callbacks.standards() },
        { text: say.plain("button-menu"), data: callbacks.menuHere() },
      ],
    ],
  );
}

function accreditationLine(ctx: Ctx, one: AccreditationRecord): string {
  const { say } = ctx;
  const [issued, expires] = [shortDate(one.issuedOn, say.locale), shortDate(one.expiresOn, say.locale)];
  const args = { grade: one.grade, number: readable(one.number, say), issued, expires };
  if (one.removedAt !== null) return say.html("accreditation-line-past", args);
  return isOver(ctx, one) ? say.html("accreditation-line-over", args) : say.html("accreditation-line", args);
}

/** What an institution is accredited with, in one line, for every member. */
export function accreditationState(ctx: Ctx, one: AccreditationRecord): string {
  const { say } = ctx;
  const args = { grade: one.grade, day: dayOf(one.expiresOn, say) };
  return say.html(isOver(ctx, one) ? "standards-accreditation-over" : "standards-accredited", args);
}

function isOver(ctx: Ctx, { expiresOn }: AccreditationRecord): boolean {
  return expiresOn < dayIn(ctx, ctx.work.now);
}

const cancel = callbacks.register({ which: "accreditation", page: 0 });

/** What an admin says of an accreditation: grade, day, number, and its last day where that is another. */
export const accreditationEntries: readonly Entry[] = [
  handleEntry(entries.accreditationGrade, {
    ask: async ({ say }) => ({
      text: say.html("accreditation-grade-ask"),
      choices: [accreditationGrades.map((grade) => ({ text: grade, value: grade }))],
      cancel,
    }),
    take: async (ctx, answer) => {
      const said = answer.kind === "pressed" ? answer.value : answer.text.trim().toUpperCase();
      const grade = accreditationGrades.find((one) => one === said);
      if (grade === undefined) return wantsPress(ctx);
      return { kind: "next", onward: entries.accreditationIssued({ grade }) };
    },
  }),
  handleEntry(entries.accreditationIssued, {
    ask: async ({ say }) => ({ text: say.html("accreditation-issued-ask"), cancel }),
    take: typedOnly(async (ctx, answer, args) => {
      const read = acceptDate(answer, dayIn(ctx, ctx.work.now), "past");
      if (read.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, read) };
      return { kind: "next", onward: entries.accreditationNumber({ ...args, issuedOn: String(read.value) }) };
    }),
  }),
  handleEntry(entries.accreditationNumber, {
    ask: async ({ say }) => ({ text: say.html("accreditation-number-ask"), cancel }),
    take: typedOnly(async (ctx, answer, args) => {
      const read = acceptText(answer, longest, false);
      if (read.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, read) };
      return { kind: "next", onward: entries.accreditationExpires({ ...args, number: String(read.value) }) };
    }),
  }),
  handleEntry(entries.accreditationExpires, {
    ask: async ({ say }, { grade, issuedOn }) => {
      const usual = accreditationEnds(grade, issuedOn);
      return {
        text: say.html("accreditation-expires-ask"),
        choices: [[{ text: dayOf(usual, say), value: usual }]],
        cancel,
      };
    },
    take: async (ctx, answer, { grade, issuedOn, number }) => {
      const { say, work } = ctx;
      const words = answer.kind === "pressed" ? answer.value : answer.text;
      const read = acceptDate(words, dayIn(ctx, work.now), "any");
      if (read.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, read) };
      const expiresOn = String(read.value);
      if (expiresOn <= issuedOn) {
        const day = dayOf(issuedOn, say);
        return { kind: "again", explanation: say.html("accreditation-expires-first", { day }) };
      }
      await keepAccreditation(work, { grade, number, issuedOn, expiresOn });
      const isPast = expiresOn < dayIn(ctx, work.now);
      await sendNew(ctx, say.html(isPast ? "accreditation-kept-over" : "accreditation-kept"), [
        [
          {
            text: say.plain("button-accreditation"),
            data: callbacks.register({ which: "accreditation", page: 0 }),
          },
          { text: say.plain("button-menu"), data: callbacks.menu() },
        ],
      ]);
      return { kind: "done" };
    },
  }),
];
