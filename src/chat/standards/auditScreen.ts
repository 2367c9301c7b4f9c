/** An audit under way: all its components, one component, and its end. A finished one is only read. */

import { isFinishable, wantsImprovement } from "../../practice/standards/finding.js";
import type { ComponentKey } from "../../practice/standards/instrument.js";
import { auditScore } from "../../practice/standards/score.js";
import { nameOf } from "../../records/people/members.js";
import { readFindings } from "../../records/standards/auditRow.js";
import { type Audit, readAudit } from "../../records/standards/audits.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { shortDate } from "../telegram/dates.js";
import { joinLines, type sendNew, showPage } from "../telegram/screen.js";
import { showResult } from "./resultScreen.js";
import { dayIn, markOf, namesOf, placeIn } from "./standardWords.js";

/** All components of an audit with how each stands, and the way to the next. */
export async function showAudit(
  ctx: Ctx,
  auditId: string,
  put: typeof showPage | typeof sendNew,
): Promise<void> {
  const { say, work } = ctx;
  const audit = await readAudit(work, auditId);
  if (audit.finishedAt !== null) return showResult(ctx, auditId);
  const { instrument, code, findings, gaps, startedAt, startedById } = audit;
  const { components } = instrument;
  await put(
    ctx,
    joinLines(
      [
        say.html("audit-title", { name: say.plain(`instrument-${instrument.id}`), code }),
        say.html("audit-begun", {
          day: shortDate(dayIn(ctx, startedAt), say.locale),
          name: await nameOf(work, startedById),
          told: findings.size,
          total: components.length,
        }),
        joinLines(
          components.map(({ key }, index) =>
            say.html("audit-line", {
              number: index + 1,
              mark: markOf(findings.get(key)),
              component: say.plain(`component-${key}`),
            }),
          ),
        ),
        gapsText(ctx, audit),
        say.html("audit-stop-hint"),
      ],
      "\n\n",
    ),
    [
      nextRow(ctx, audit),
      ...layOutButtons(
        components.map(({ key }, index) => ({
          text: say.plain("button-audit-number", { mark: markOf(findings.get(key)), number: index + 1 }),
          data: callbacks.auditComponent({ auditId, component: key }),
        })),
        40,
        5,
      ),
      isFinishable(gaps)
        ? [{ text: say.plain("button-audit-finish"), data: callbacks.finishAudit({ auditId }) }]
        : [],
      [{ text: say.plain("button-audit-leave"), data: callbacks.standards() }],
    ],
  );
}

function gapsText({ say }: Ctx, { gaps: { open, incomplete, past } }: Audit): string | undefined {
  return joinLines([
    // Before everything was told of, what is missing is only in the way.
    open.length > 0 || incomplete.length === 0
      ? undefined
      : say.html("audit-incomplete", { components: namesOf(incomplete, say) }),
    past.length === 0 ? undefined : say.html("audit-past", { components: namesOf(past, say) }),
  ]);
}

/** The button to the next component that wants something; none where nothing does. */
export function nextRow({ say }: Ctx, { id: auditId, gaps }: Audit): Button[] {
  const next = [...gaps.open, ...gaps.incomplete, ...gaps.past][0];
  if (next === undefined) return [];
  return [
    {
      text: say.plain("button-audit-next", { component: say.plain(`component-${next}`) }),
      data: callbacks.auditComponent({ auditId, component: next }),
    },
  ];
}

/** Asks once more before an audit is finished: it cannot be changed afterwards. */
export async function showFinish(ctx: Ctx, auditId: string): Promise<void> {
  const { say, work } = ctx;
  const audit = await readAudit(work, auditId);
  if (audit.finishedAt !== null || !isFinishable(audit.gaps)) return showAudit(ctx, auditId, showPage);
  const findings = [...readFindings(audit.findings).values()];
  const { percent } = auditScore(findings.map(({ state }) => state));
  const improvements = findings.filter(wantsImprovement).length;
  const text =
    percent === null
      ? say.html("audit-finish-sure-none")
      : say.html("audit-finish-sure", { score: percent, improvements });
  await showPage(ctx, text, [
    [{ text: say.plain("button-audit-finish-surely"), data: callbacks.finishAuditSurely({ auditId }) }],
    [{ text: say.plain("button-back"), data: callbacks.audit({ auditId }) }],
  ]);
}

/** The component and its place, as the head of its page. */
export function componentTitle({ say }: Ctx, { instrument }: Audit, component: ComponentKey): string {
  const total = instrument.components.length;
  const number = placeIn(instrument, component);
  return say.html("judging-title", { number, total, component: say.plain(`component-${component}`) });
}
