import { Composer } from "grammy";
import type { Rounds } from "../../records/case/rounds.js";
import { actorOf } from "../../records/people/rights.js";
import { packetOf } from "../../records/transfer/standing.js";
import type { GivenForm, PacketForm, PacketLine } from "../../records/transfer/transferRow.js";
import { escapeHtml } from "../../texts.js";
import { itemName, lineLabel, linesOf } from "../form/summary.js";
import { answerText, readable, stayText } from "../telegram/answerText.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { foldableHtml } from "../telegram/folding.js";
import { handle } from "../telegram/handle.js";
import { queuePassing } from "../telegram/outbox.js";
import { answerGone, joinLines, showPage } from "../telegram/screen.js";
import { givenName } from "./names.js";

/** What came with a case from another institution: its forms, each shown for a while. */
export function packetFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.packet, async (ctx, { caseId }) => {
    const { say, work } = ctx;
    const packet = await packetOf(work, caseId, false);
    const text = joinLines([
      say.html("packet-title", { from: packet.from, code: packet.code }),
      say.html("transfer-ground", { ground: say.plain(`choice-share-ground-${packet.ground}`) }),
      say.html("transfer-why", { reason: packet.reason }),
      say.html("packet-without-files"),
    ]);
    await showPage(ctx, text, [
      ...packet.forms.map((form, index) => [
        { text: givenName(form, say), data: callbacks.packetForm({ caseId, index }) },
      ]),
      [{ text: say.plain("button-to-case"), data: callbacks.openCaseHere({ caseId }) }],
    ]);
  });
  handle(composer, callbacks.packetForm, async (ctx, { caseId, index }) => {
    const { say, work } = ctx;
    const { forms, from, code } = await packetOf(work, caseId, true);
    const form = forms[index];
    if (form === undefined) return answerGone(ctx);
    await ctx.answerCallbackQuery();
    const stays = actorOf(work).rules.filesStay;
    const text = joinLines([
      say.html("packet-form", { form: givenName(form, say), from, code }),
      ...formLines(form.lines),
      say.html("shown-stays", { stay: stayText(stays, say) }),
    ]);
    const rows = [[{ text: say.plain("button-hide-name"), data: callbacks.hideNames() }]];
    queuePassing(work, { chatId: chatIdOf(ctx), text, rows, stays });
  });
  return composer;
}

function formLines(lines: readonly PacketLine[]): string[] {
  let group: string | null = null;
  return lines.flatMap((line) => {
    const isNew = line.group !== null && line.group !== group;
    group = line.group;
    const heading = isNew && line.group !== null ? ["", `<b>${escapeHtml(line.group)}</b>`] : [];
    return [...heading, `<i>${escapeHtml(line.label)}</i>: ${foldableHtml(line.answer)}`];
  });
}

/** The agreed forms in words, as they stand now. Files do not go. The reading is audited. */
export async function writtenForms(
  ctx: Ctx,
  rounds: Rounds,
  forms: readonly GivenForm[],
): Promise<readonly PacketForm[]> {
  const written: PacketForm[] = [];
  for (const { roundId, form, sequence } of forms) {
    const round = await rounds.open(ctx.work, roundId);
    const context = rounds.context(ctx.work, round);
    const lines = linesOf(ctx, rounds, round).flatMap((line): PacketLine[] => {
      const { path, question, value, group } = line;
      if (question.type === "attachment") return [];
      const hole = round.unreadable.get(path);
      const answer =
        hole === undefined
          ? answerText({ kind: "ask", path, question }, value, context, ctx.say)
          : readable({ unreadable: hole }, ctx.say);
      const item = group === undefined ? null : itemName(ctx, round, group);
      return [{ group: item, label: lineLabel(ctx, round, line), answer }];
    });
    const sentAt = (round.submittedAt ?? round.decidedAt ?? ctx.work.now).toISOString();
    written.push({ form, sequence, sentAt, lines });
  }
  return written;
}
