import { Composer } from "grammy";
import type { Rounds } from "../../records/case/rounds.js";
import { nameOf } from "../../records/people/members.js";
import { markSessionRead, unreadSession } from "../../records/supervision/sessions.js";
import { answerLines } from "../form/summary.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { splitHtml } from "../telegram/fit.js";
import { handle } from "../telegram/handle.js";
import { joinLines, sendNew, showPage } from "../telegram/screen.js";

/** Reading the new notes of the team's sessions, one after another. */
export function sessionReadingFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.readSessions, (ctx, { after }) => showNext(ctx, rounds, after));
  handle(composer, callbacks.sessionRead, async (ctx, { roundId }) => {
    await markSessionRead(ctx.work, roundId);
    await showNext(ctx, rounds, roundId);
  });
  return composer;
}

/** The next unread note behind one, or from the beginning, with names hidden. The reading is audited with the round. */
async function showNext(ctx: Ctx, rounds: Rounds, after: string | null): Promise<void> {
  const { say, work } = ctx;
  const { session, total } = await unreadSession(work, after);
  const toDesk = [{ text: say.plain("button-supervision"), data: callbacks.supervision() }];
  if (session === undefined) {
    // What was passed over is still unread.
    const again = { text: say.plain("button-sessions-again"), data: callbacks.readSessions({ after: null }) };
    return showPage(ctx, say.html("sessions-end", { count: total }), [total > 0 ? [again] : [], toDesk]);
  }
  const { roundId, caseId, code, workerId } = session;
  const round = await rounds.open(work, roundId);
  const title = say.html("session-unread", { code, name: await nameOf(work, workerId), count: total });
  const text = joinLines([title, ...answerLines(ctx, rounds, round, "all")]);
  const rows = [
    [
      { text: say.plain("button-session-read"), data: callbacks.sessionRead({ roundId }) },
      { text: say.plain("button-session-next"), data: callbacks.readSessions({ after: roundId }) },
    ],
    [
      { text: say.plain("button-supervise"), data: callbacks.superviseCase({ caseId }) },
      { text: say.plain("button-open-code", { code }), data: callbacks.openCase({ caseId }) },
    ],
    toDesk,
  ];
  // A long note does not fit into the message that was pressed.
  if (splitHtml(text).length > 1) await sendNew(ctx, text, rows);
  else await showPage(ctx, text, rows);
}
