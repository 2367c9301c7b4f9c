import { Composer } from "grammy";
import type { ShippedInstrument } from "../../practice/standards/instrument.js";
import { actorOf } from "../../records/people/rights.js";
import { currentAccreditation } from "../../records/standards/accreditations.js";
import { isAuditor } from "../../records/standards/auditRow.js";
import { beginAudit, finishAudit } from "../../records/standards/audits.js";
import { countImprovements } from "../../records/standards/improvements.js";
import {
  finishedAudits,
  type InstrumentStanding,
  instrumentStandings,
} from "../../records/standards/results.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { shortDate } from "../telegram/dates.js";
import { handle } from "../telegram/handle.js";
import { joinLines, showPage } from "../telegram/screen.js";
import { accreditationState } from "./accreditationScreen.js";
import { showAudit, showFinish } from "./auditScreen.js";
import { orderReport, orderScoreChart } from "./reportOrder.js";
import { showResult } from "./resultScreen.js";
import { dayIn } from "./standardWords.js";

/** Words behind `/standar` that open the audit; everything else is a question. */
const words = ["audit", "penilaian", "nilai"];

/** `/standar audit`: how the institution stands with each instrument, and the way through an audit. */
export function standardsFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("standar", (ctx, next) =>
    words.includes(ctx.match.trim().toLowerCase()) ? showStandards(ctx) : next(),
  );
  handle(composer, callbacks.standards, showStandards);
  handle(composer, callbacks.standard, async (ctx, { instrument }) => {
    const standing = (await instrumentStandings(ctx.work)).find((one) => one.instrument.id === instrument);
    if (standing !== undefined) await showInstrument(ctx, standing);
  });
  handle(composer, callbacks.beginAudit, async (ctx, { instrument }) => {
    await showAudit(ctx, await beginAudit(ctx.work, instrument), showPage);
  });
  handle(composer, callbacks.audit, (ctx, { auditId }) => showAudit(ctx, auditId, showPage));
  handle(composer, callbacks.finishAudit, (ctx, { auditId }) => showFinish(ctx, auditId));
  handle(composer, callbacks.finishAuditSurely, async (ctx, { auditId }) => {
    await finishAudit(ctx.work, auditId);
    await showResult(ctx, auditId);
  });
  handle(composer, callbacks.auditResult, (ctx, { auditId }) => showResult(ctx, auditId));
  handle(composer, callbacks.auditReport, (ctx, { auditId }) => orderReport(ctx, auditId));
  handle(composer, callbacks.scoreChart, (ctx, { instrument }) => orderScoreChart(ctx, instrument));
  return composer;
}

async function showStandards(ctx: Ctx): Promise<void> {
  const { say, work } = ctx;
  const actor = actorOf(work);
  const found = await instrumentStandings(work);
  const accreditation = await currentAccreditation(work);
  const rows: Button[][] = found.map(({ instrument }) => [
    {
      text: say.plain(`instrument-${instrument.id}`),
      data: callbacks.standard({ instrument: instrument.id }),
    },
  ]);
  if (isAuditor(actor)) {
    const count = await countImprovements(work);
    rows.push([
      { text: say.plain("button-improvements", { count }), data: callbacks.improvements({ page: 0 }) },
      ...(actor.roles.includes("admin")
        ? [
            {
              text: say.plain("button-accreditation"),
              data: callbacks.register({ which: "accreditation", page: 0 }),
            },
          ]
        : []),
    ]);
  }
  const text = joinLines(
    [
      say.html("standards-title"),
      ...found.map((one) => standingText(ctx, one)),
      accreditation === undefined ? undefined : accreditationState(ctx, accreditation),
      isAuditor(actor) ? undefined : say.html("standards-for-members"),
    ],
    "\n\n",
  );
  await showPage(ctx, text, [
    ...rows,
    [
      {
        text: say.plain("button-standard-topics"),
        data: callbacks.topicGroup({ group: "standar", page: 0 }),
      },
      { text: say.plain("button-menu"), data: callbacks.menuHere() },
    ],
  ]);
}

/** "Standar pelayanan publik", when it was audited last and with which score, and whether an audit is under way. */
function standingText(ctx: Ctx, { instrument, open, last }: InstrumentStanding): string {
  const { say } = ctx;
  return joinLines([
    nameOf(ctx, instrument),
    last === undefined
      ? say.html("standards-never")
      : lastText(ctx, last.percent, shortDate(dayIn(ctx, last.finishedAt), say.locale)),
    open === undefined
      ? undefined
      : say.html("standards-open", { told: open.told, total: instrument.components.length }),
  ]);
}

function lastText({ say }: Ctx, percent: number | null, day: string): string {
  return percent === null
    ? say.html("standards-last-none", { day })
    : say.html("standards-last", { day, score: percent });
}

function nameOf({ say }: Ctx, { id }: ShippedInstrument): string {
  return say.html("standard-instrument-title", { name: say.plain(`instrument-${id}`) });
}

async function showInstrument(ctx: Ctx, standing: InstrumentStanding): Promise<void> {
  const { say, work } = ctx;
  const { instrument, open, last } = standing;
  const total = instrument.components.length;
  const audits = isAuditor(actorOf(work));
  const audit: Button[] = !audits
    ? []
    : [
        open === undefined
          ? {
              text: say.plain("button-audit-begin"),
              data: callbacks.beginAudit({ instrument: instrument.id }),
            }
          : {
              text: say.plain("button-audit-resume", { told: open.told, total }),
              data: callbacks.audit({ auditId: open.id }),
            },
      ];
  const several = audits && (await finishedAudits(work, instrument.id)).length > 1;
  await showPage(
    ctx,
    joinLines(
      [
        standingText(ctx, standing),
        joinLines([
          say.html(`instrument-${instrument.id}.source`),
          say.html("standard-standing", { standing: say.plain(`standing-${instrument.standing}`) }),
        ]),
      ],
      "\n\n",
    ),
    [
      audit,
      [
        ...(last === undefined
          ? []
          : [{ text: say.plain("button-audit-result"), data: callbacks.auditResult({ auditId: last.id }) }]),
        ...(several
          ? [
              {
                text: say.plain("button-score-chart"),
                data: callbacks.scoreChart({ instrument: instrument.id }),
              },
            ]
          : []),
      ],
      [{ text: say.plain("button-back"), data: callbacks.standards() }],
    ],
  );
}
