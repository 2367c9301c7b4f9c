import { Composer } from "grammy";
import { openDangersFor } from "../../records/danger/openDangers.js";
import { actorOf } from "../../records/people/rights.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { joinLines, sendNew } from "../telegram/screen.js";
import { closeButton, dangerLine } from "./following.js";

/** The list of open dangers, for the members responsible for them. */
export function openListFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.openDangers, showOpenDangers);
  return composer;
}

/** Dangers on one screen; more than so many at once are counted. */
const mostShown = 10;

/** The open dangers a person is responsible for, of one worker or of all, as paragraphs and buttons. */
export async function openDangerLines(
  ctx: Ctx,
  workerId: string | null = null,
): Promise<{ readonly texts: readonly string[]; readonly rows: readonly Button[][] }> {
  const { say, work } = ctx;
  const dangers = (await openDangersFor(work, actorOf(work))).filter(
    (danger) => workerId === null || danger.workerId === workerId,
  );
  const shown = dangers.slice(0, mostShown);
  const more = dangers.length - shown.length;
  return {
    texts: [
      ...shown.map((danger) => {
        const stage = danger.case === null ? undefined : say.plain(`stage-${danger.case.stage}`);
        return joinLines([dangerLine(say, danger), stage && say.html("danger-stage", { stage })]);
      }),
      ...(more > 0 ? [say.html("danger-more", { count: more })] : []),
    ],
    rows: shown.map((danger) => {
      const close = closeButton(say, danger, true);
      if (danger.case === null) return [close];
      const { id: caseId, code } = danger.case;
      return [close, { text: say.plain("button-open-code", { code }), data: callbacks.openCase({ caseId }) }];
    }),
  };
}

/** The same as a message of its own. */
export async function showOpenDangers(ctx: Ctx): Promise<void> {
  const { texts, rows } = await openDangerLines(ctx);
  await sendNew(ctx, texts.length === 0 ? ctx.say.html("danger-none-open") : joinLines(texts, "\n\n"), [
    ...rows,
    [{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }],
  ]);
}
