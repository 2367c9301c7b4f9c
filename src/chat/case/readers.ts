import { Composer } from "grammy";
import { type CaseReader, readersOf } from "../../records/case/readers.js";
import { actorOf } from "../../records/people/rights.js";
import type { Html } from "../../texts.js";
import { momentOf, readable } from "../telegram/answerText.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { foldable } from "../telegram/folding.js";
import { handle } from "../telegram/handle.js";
import { joinLines, showPage } from "../telegram/screen.js";

/** People on one screen; whoever came last is first. */
const mostShown = 20;

/** Who opened a case, for its worker and supervisor; whoever is unusual is marked. */
export function readersFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.whoOpened, async (ctx, { caseId }) => {
    const { code, readers } = await readersOf(ctx.work, caseId);
    const more = readers.length - mostShown;
    const text = joinLines(
      [
        ctx.say.html("readers-title", { code }),
        ...readers.slice(0, mostShown).map((reader) => readerLine(ctx, reader)),
        more > 0 ? ctx.say.html("readers-more", { count: more }) : undefined,
      ],
      "\n\n",
    );
    const back = callbacks.caseHistory({ caseId, only: "all", page: 0 });
    await showPage(ctx, text, [[{ text: ctx.say.plain("button-back"), data: back }]]);
  });
  return composer;
}

/** "Pak Dedi (supervisor): 3 hari, terakhir 25 November 2026, 10.15" and what else there is to say of them. */
function readerLine(ctx: Ctx, reader: CaseReader): string {
  const { say, work } = ctx;
  const { mark, days, lastAt } = reader;
  const name = reader.name ?? say.plain("readers-outsider");
  const last = momentOf(lastAt, actorOf(work).zone, say);
  const who = reader.isWorker
    ? say.html("readers-worker", { name })
    : reader.isSupervisor
      ? say.html("readers-supervisor", { name })
      : say.html(`readers-${mark ?? "former"}`, { name });
  return joinLines([
    `${who} ${days === 0 ? say.html("readers-never", { last }) : say.html("readers-days", { days, last })}`,
    ...seen(ctx, reader),
    ...reader.reasons.map((reason) =>
      say.html("readers-reason", { reason: foldable(readable(reason, say)) }),
    ),
  ]);
}

function seen({ say }: Ctx, { names, files, questions, papers, refused }: CaseReader): Html[] {
  return [
    ...(names > 0 ? [say.html("readers-names", { count: names })] : []),
    ...(files > 0 ? [say.html("readers-files", { count: files })] : []),
    ...(questions > 0 ? [say.html("readers-questions", { count: questions })] : []),
    ...(papers > 0 ? [say.html("readers-papers", { count: papers })] : []),
    ...(refused > 0 ? [say.html("readers-refusals", { count: refused })] : []),
  ];
}
