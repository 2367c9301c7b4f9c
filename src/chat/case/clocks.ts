import { clocksOf, type StatutoryClock } from "../../records/due/handover.js";
import { actorOf } from "../../records/people/rights.js";
import { momentOf } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { clockLine, doneText, spanBetween } from "../telegram/dueWords.js";
import { joinLines } from "../telegram/screen.js";

/**
 * The statutory deadlines at the top of a case's card: time left, or when it was handed over. `writes` tells whether the
 * acting member may add to the case.
 */
export async function clockSection(
  ctx: Ctx,
  caseId: string,
  writes: boolean,
): Promise<{ readonly text: string; readonly rows: readonly (readonly Button[])[] }> {
  const clocks = await clocksOf(ctx.work, caseId);
  const running = clocks.filter(({ handedOverAt }) => handedOverAt === null);
  return {
    text: joinLines(clocks.map((clock) => lineOf(ctx, clock))),
    rows: [
      ...running.map(({ id, key }) => [
        {
          text: ctx.say.plain("button-clock", { name: ctx.say.plain(`deadline-${key}`) }),
          data: callbacks.openDue({ deadlineId: id }),
        },
      ]),
      ...clocks.flatMap((clock) => proofRow(ctx, clock, writes)),
    ],
  };
}

/** The button that adds the proof of a handover, or the one that shows the receipt. */
function proofRow(ctx: Ctx, { id, key, handover }: StatutoryClock, writes: boolean): Button[][] {
  const proof = handover?.proof;
  if (proof?.kind === "missing") return writes ? [[proofButton(ctx, id)]] : [];
  if (proof?.kind !== "photo") return [];
  const text = ctx.say.plain("button-see-proof", { name: ctx.say.plain(`deadline-${key}`) });
  return [[{ text, data: callbacks.sendFile({ attachmentId: proof.attachmentId }) }]];
}

/** Adds the proof to what was handed over without one. */
export function proofButton(ctx: Ctx, deadlineId: string): Button {
  return { text: ctx.say.plain("button-add-proof"), data: callbacks.addProof({ deadlineId }) };
}

/** The running statutory deadlines for which the laporan sosial is written: "Laporan siap. Sudah diserahkan?" */
export async function reportSection(
  ctx: Ctx,
  caseId: string,
): Promise<{ readonly text: string; readonly rows: readonly (readonly Button[])[] } | undefined> {
  const clocks = await clocksOf(ctx.work, caseId);
  const report = clocks.find(({ handedOverAt, step }) => handedOverAt === null && step === "assessment");
  if (report === undefined) return undefined;
  return {
    text: joinLines([ctx.say.html("report-ready"), clockLine(report.dueAt, present(ctx), ctx.say)]),
    rows: [
      [{ text: doneText(report.key, ctx.say), data: callbacks.tickDue({ deadlineId: report.id }) }],
      [{ text: ctx.say.plain("button-see-clock"), data: callbacks.openDue({ deadlineId: report.id }) }],
    ],
  };
}

function lineOf(ctx: Ctx, clock: StatutoryClock): string {
  const name = ctx.say.plain(`deadline-${clock.key}`);
  if (clock.handedOverAt !== null && clock.handover !== null) return handedOverText(ctx, clock);
  return joinLines([ctx.say.html("clock-title", { name }), clockLine(clock.dueAt, present(ctx), ctx.say)]);
}

/** "✓ laporan sosial: diserahkan 24 November 2026, 14.00 kepada penyidik, tepat waktu. Bukti: nomor 12." */
export function handedOverText(ctx: Ctx, { key, dueAt, handedOverAt, handover }: StatutoryClock): string {
  const { say, work } = ctx;
  if (handedOverAt === null || handover === null) throw new Error("nothing was handed over");
  const { receiver, unit, proof } = handover;
  const late = handedOverAt > dueAt ? spanBetween(handedOverAt, dueAt, say) : undefined;
  const to = say.plain(`receiver-${receiver}`);
  return joinLines(
    [
      say.html("handed-over", {
        name: say.plain(`deadline-${key}`),
        moment: momentOf(handedOverAt, actorOf(work).zone, say),
        to: unit === null ? to : say.plain("receiver-unit", { to, unit }),
        when: late === undefined ? say.plain("in-time") : say.plain("late-by", { span: late }),
      }),
      proof.kind === "number"
        ? say.html("proof-number", { number: proof.number })
        : say.html(proof.kind === "photo" ? "proof-photo" : "proof-missing"),
    ],
    " ",
  );
}

function present(ctx: Ctx) {
  return { now: ctx.work.now, zone: actorOf(ctx.work).zone };
}
