import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import { listCases } from "../../records/case/caseLists.js";
import { Conflict } from "../../records/people/actor.js";
import { memberNames, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import {
  advisersOf,
  answerConsultation,
  askConsultation,
  caseForConsultation,
  consultationsWaiting,
  longestConsultation,
  readConsultation,
} from "../../records/questions/consultations.js";
import type { Texts } from "../../texts.js";
import { clipped } from "../form/prompt.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryEnd, handleEntry, typedOnly, wantsPress } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { namesIn } from "../telegram/namesHeld.js";
import { reasonOf } from "../telegram/reason.js";
import { dayText, joinLines, sendNew, showPage } from "../telegram/screen.js";
import { consultationCard, passOnQuestion, tellOfReply } from "./consulting.js";
import { questionRepliedTo } from "./replies.js";

/** The values of the buttons under a question. In the list of cases every other value is the id of a case. */
const choice = { send: "send", unnamed: "unnamed", cases: "cases", noCase: "none" } as const;

/** Asking the supervisor, and replying. */
export function consultationFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.askSupervisor, async (ctx) => {
    const question = questionRepliedTo(ctx);
    if ((await advisersOf(ctx.work)).length === 0) {
      await sendNew(ctx, ctx.say.html("consult-nobody"));
      return;
    }
    await ctx.answerCallbackQuery();
    ctx.onward = entries.consult({ question: question?.slice(0, longestConsultation) ?? null, caseId: null });
  });

  handle(composer, callbacks.consultationsWaiting, async (ctx) => {
    const waiting = await consultationsWaiting(ctx.work);
    const rows: Button[][] = [];
    for (const { id, askedById, askedAt } of waiting.slice(0, 20)) {
      const name = await nameOf(ctx.work, askedById);
      const text = `${clipped(name, 36)} · ${dayText(ctx, askedAt)}`;
      rows.push([{ text, data: callbacks.consultation({ consultationId: id }) }]);
    }
    rows.push([{ text: ctx.say.plain("button-topics"), data: callbacks.topicGroups() }]);
    await showPage(ctx, ctx.say.html("consult-waiting", { count: waiting.length }), rows);
  });
  handle(composer, callbacks.consultation, async (ctx, { consultationId }) => {
    const asked = await readConsultation(ctx.work, consultationId);
    const { text, rows } = await consultationCard(ctx, asked);
    await sendNew(ctx, text, rows);
  });
  handle(composer, callbacks.replyToConsultation, async (ctx, { consultationId }) => {
    const asked = await readConsultation(ctx.work, consultationId);
    if (asked.answer !== null) throw new Conflict("the question was answered meanwhile");
    await ctx.answerCallbackQuery();
    ctx.onward = entries.consultReply({ consultationId: asked.id });
  });
  return composer;
}

/** What is typed to ask and to reply. */
export function consultationEntries(texts: Texts): readonly Entry[] {
  return [
    handleEntry(entries.consult, {
      ask: async (ctx, { question, caseId }) => {
        const { say } = ctx;
        const to = await namesOf(ctx, await advisersOf(ctx.work));
        if (question === null) return { text: say.html("consult-ask", { to }), cancel: callbacks.menuHere() };
        const check =
          caseId === null
            ? say.html("consult-check", { to, question })
            : say.html("consult-check-case", {
                to,
                question,
                code: (await caseForConsultation(ctx.work, caseId)).code,
              });
        const naming = await namesIn(ctx, question, caseId);
        const send =
          naming === undefined
            ? [{ text: say.plain("button-consult-send"), value: choice.send }]
            : [
                { text: say.plain("button-names-out"), value: choice.unnamed },
                { text: say.plain("button-send-as-is"), value: choice.send },
              ];
        const isWorker = actorOf(ctx.work).roles.includes("worker");
        return {
          text: joinLines(
            [check, naming && say.html(`names-held-${naming.whom}`, { alias: naming.alias })],
            "\n\n",
          ),
          choices: [
            send,
            ...(isWorker ? [[{ text: say.plain("button-consult-case"), value: choice.cases }]] : []),
          ],
          cancel: callbacks.menuHere(),
        };
      },
      take: async (ctx, answer, { question, caseId }) => {
        if (answer.kind === "pressed") {
          // Only a question that was typed has buttons.
          if (question === null) return wantsPress(ctx);
          if (answer.value === choice.cases)
            return { kind: "next", onward: entries.consultCase({ question, caseId }) };
          const naming = answer.value === choice.unnamed ? await namesIn(ctx, question, caseId) : undefined;
          return sendQuestion(ctx, texts, naming?.without ?? question, caseId);
        }
        return worded(ctx, answer.text, async (text) => ({
          kind: "next",
          onward: entries.consult({ question: text, caseId }),
        }));
      },
    }),
    handleEntry(entries.consultCase, {
      ask: async (ctx) => {
        const { lines } = await listCases(ctx.work, { whose: "mine" }, 0);
        return {
          text: ctx.say.html("consult-which-case"),
          choices: [
            ...lines.map(({ id, code }) => [{ text: code, value: id }]),
            [{ text: ctx.say.plain("button-no-case"), value: choice.noCase }],
          ],
          cancel: callbacks.menuHere(),
        };
      },
      take: async (ctx, answer, { question }) => {
        if (answer.kind === "typed") return wantsPress(ctx);
        const caseId = answer.value === choice.noCase ? null : answer.value;
        if (caseId !== null) await caseForConsultation(ctx.work, caseId);
        return { kind: "next", onward: entries.consult({ question, caseId }) };
      },
    }),
    handleEntry(entries.consultReply, {
      about: async () => null,
      ask: async (ctx, { consultationId: id }) => {
        const asked = await readConsultation(ctx.work, id);
        const name = await nameOf(ctx.work, asked.askedById);
        return { text: ctx.say.html("consult-write-reply", { name }), cancel: callbacks.menuHere() };
      },
      take: typedOnly((ctx, answer, { consultationId: id }) =>
        worded(ctx, answer, async (text) => {
          const answered = await answerConsultation(ctx.work, id, text);
          const name = await nameOf(ctx.work, answered.askedById);
          const isTold = await tellOfReply(ctx, texts, answered);
          const said = isTold
            ? ctx.say.html("consult-reply-sent", { name })
            : ctx.say.html("consult-reply-kept", { name });
          await sendNew(ctx, said, [
            ...(answered.dilemmaId === null
              ? [
                  [
                    {
                      text: ctx.say.plain("button-keep-reply"),
                      data: callbacks.keepReply({ consultationId: id }),
                    },
                  ],
                ]
              : []),
            [{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }],
          ]);
          return { kind: "done" };
        }),
      ),
    }),
  ];
}

async function sendQuestion(
  ctx: Ctx,
  texts: Texts,
  question: string,
  caseId: string | null,
): Promise<EntryEnd> {
  const { consultation: asked, advisers } = await askConsultation(ctx.work, { question, caseId });
  await passOnQuestion(ctx, texts, asked, advisers);
  await sendNew(ctx, await sentTo(ctx, advisers), [
    [{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }],
  ]);
  return { kind: "done" };
}

/** Names the members a question went to. */
export async function sentTo(ctx: Ctx, advisers: Awaited<ReturnType<typeof advisersOf>>): Promise<string> {
  if (advisers.length === 0) return ctx.say.html("consult-nobody");
  return ctx.say.html("consult-sent", { to: await namesOf(ctx, advisers) });
}

/** Their names; "the admins" where nobody can be reached. */
async function namesOf(ctx: Ctx, advisers: Awaited<ReturnType<typeof advisersOf>>): Promise<string> {
  if (advisers.length === 0) return ctx.say.plain("consult-admins");
  const ids = advisers.map(({ memberId }) => memberId);
  const names = await memberNames(ctx.work, ids);
  return new Intl.ListFormat(ctx.say.locale, { type: "conjunction" }).format(
    ids.flatMap((id) => names.get(id) ?? []),
  );
}

async function worded(ctx: Ctx, answer: string, act: (text: string) => Promise<EntryEnd>): Promise<EntryEnd> {
  const text = acceptText(answer, longestConsultation, true);
  if (text.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, text) };
  return act(String(text.value));
}
