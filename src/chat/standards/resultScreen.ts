/** What a finished audit came to. Every member may read it; evidence and report are for who audits. */
import { wantsImprovement } from "../../practice/standards/finding.js";
import type { ComponentKey } from "../../practice/standards/instrument.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { type FindingRecord, isAuditor } from "../../records/standards/auditRow.js";
import { readContent } from "../../records/standards/improvements.js";
import { type AuditResult, finishedAudits, readResult } from "../../records/standards/results.js";
import { dayOf } from "../telegram/answerText.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { shortDate } from "../telegram/dates.js";
import { joinLines, showPage } from "../telegram/screen.js";
import { dayIn, markOf, shortened } from "./standardWords.js";

/** Shows the result of a finished audit. */
export async function showResult(ctx: Ctx, auditId: string): Promise<void> {
  const { say, work } = ctx;
  const result = await readResult(work, auditId);
  const { instrument, code, finishedAt, finishedById, findings } = result;
  const day = shortDate(dayIn(ctx, finishedAt), say.locale);
  const text = joinLines(
    [
      joinLines([
        say.html("result-title", { name: say.plain(`instrument-${instrument.id}`), code }),
        say.html("result-finished", { day, name: await nameOf(work, finishedById ?? "") }),
      ]),
      scoreText(ctx, result),
      joinLines(
        instrument.components.map(({ key }, index) => lineOf(ctx, findings.get(key), key, index + 1)),
      ),
      say.html("result-rule"),
    ],
    "\n\n",
  );
  await showPage(ctx, text, [
    ...(isAuditor(actorOf(work)) ? await auditorRows(ctx, result) : []),
    [{ text: say.plain("button-back"), data: callbacks.standard({ instrument: instrument.id }) }],
  ]);
}

function scoreText({ say }: Ctx, { score: { percent, counts } }: AuditResult): string {
  const { met, partly, not } = counts;
  return joinLines([
    percent === null ? undefined : say.html("result-score", { score: percent }),
    say.html("result-counts", { met, partly, not, none: counts["not-applicable"] }),
  ]);
}

/** "2. 🌗 Persyaratan" and, where something was missing, what, by when, and whether it is done. */
function lineOf(ctx: Ctx, found: FindingRecord | undefined, component: ComponentKey, number: number): string {
  const { say } = ctx;
  const head = say.html("audit-line", {
    number,
    mark: markOf(found),
    component: say.plain(`component-${component}`),
  });
  const content = found === undefined ? undefined : readContent(found);
  if (found === undefined || content?.missing === undefined || !wantsImprovement(content)) return head;
  const { endedAt, ending } = found;
  const day = endedAt === null ? undefined : shortDate(dayIn(ctx, endedAt), say.locale);
  const moved = "unreadable" in found.improvement ? undefined : found.improvement.dueOn;
  const dueOn = moved ?? content.dueOn;
  return joinLines([
    head,
    `    ${say.html("result-missing", { missing: shortened(content.missing) })}`,
    day === undefined
      ? dueOn === undefined
        ? undefined
        : `    ${say.html("result-due", { day: dayOf(dueOn, say) })}`
      : `    ${say.html(ending === "done" ? "result-done" : "result-overtaken", { day })}`,
  ]);
}

/** The report, the components with their evidence, and the scores over time. */
async function auditorRows({ say, work }: Ctx, result: AuditResult): Promise<Button[][]> {
  const { id: auditId, instrument, findings } = result;
  const several = (await finishedAudits(work, instrument.id)).length > 1;
  return [
    [
      { text: say.plain("button-audit-report"), data: callbacks.auditReport({ auditId }) },
      ...(several
        ? [
            {
              text: say.plain("button-score-chart"),
              data: callbacks.scoreChart({ instrument: instrument.id }),
            },
          ]
        : []),
    ],
    ...layOutButtons(
      instrument.components.map(({ key }, index) => ({
        text: say.plain("button-audit-number", { mark: markOf(findings.get(key)), number: index + 1 }),
        data: callbacks.auditComponent({ auditId, component: key }),
      })),
      40,
      5,
    ),
  ];
}
