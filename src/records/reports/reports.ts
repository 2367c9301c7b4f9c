import { dateIn } from "../../practice/calendar.js";
import { type Report, type ReportScope, reportScopes } from "../../practice/reports/report.js";
import { isReportPeriod, type ReportPeriod } from "../../practice/reports/reportPeriod.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actAs } from "../people/memberships.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { wordOf } from "../storage/vocabulary.js";
import { allowScope, planReport, type ReportPlan, scopesOf } from "./reportScope.js";

/** What a member asks for. */
export type AskedReport = { readonly scope: ReportScope; readonly period: ReportPeriod };

/**
 * Asks for a report. It is counted in the background out of the record as it stands now, and told in `chatId`. Returns
 * its id. Throws `NotAllowed`, and `Conflict` for a period that has not begun.
 */
export async function askReport(work: Work, { scope, period }: AskedReport, chatId: number): Promise<string> {
  const actor = actorOf(work);
  allowScope(actor, scope);
  if (!isReportPeriod(period, dateIn(actor.zone, work.now))) throw new Conflict("the period has not begun");
  const id = work.newId();
  const tx = await work.tx();
  await tx.report.create({
    data: {
      id,
      organizationId: actor.organizationId,
      memberId: actor.memberId,
      chatId: BigInt(chatId),
      scope,
      fromDay: period.from,
      toDay: period.to,
      askedAt: work.now,
      notBefore: work.now,
    },
  });
  return id;
}

/**
 * What a waiting report is counted from, with the permissions of whoever asked for it as they are now; undefined where it
 * does not wait any more, or they may not have it: then it has failed.
 */
export async function planOfReport(work: Work, id: string): Promise<ReportPlan | undefined> {
  const row = await rowOf(work, id);
  if (row?.status !== "waiting") return undefined;
  const actor = await actAs(work, row.memberId);
  try {
    if (actor === undefined || actor.organizationId !== row.organizationId) throw new NotAllowed();
    return await planReport(work, actor, { ...requestOf(row), askedAt: row.askedAt });
  } catch (error) {
    if (!(error instanceof NotAllowed)) throw error;
    await endReport(work, id, null);
    return undefined;
  }
}

/** A report that was counted, or could not be, and where it is told. */
export type EndedReport = AskedReport & {
  readonly id: string;
  readonly chatId: number;
  readonly locale: string | null;
  readonly organizationId: string;
  /** Null where it could not be counted. */
  readonly report: Report | null;
};

/**
 * Ends a report: its figures are kept sealed. One line of the audit says who had which figures of how many cases.
 * Returns where it is told; undefined where it ended before, or whoever asked for it may not have it any more.
 */
export async function endReport(
  work: Work,
  id: string,
  report: Report | null,
): Promise<EndedReport | undefined> {
  const row = await rowOf(work, id);
  if (row === undefined || row.status !== "waiting") return undefined;
  const tx = await work.tx();
  const actor = await actAs(work, row.memberId);
  const { scope, period } = requestOf(row);
  const may =
    actor !== undefined && actor.organizationId === row.organizationId && scopesOf(actor).includes(scope);
  const kept = may ? report : null;
  await tx.report.update({
    where: { id },
    data: {
      status: kept === null ? "failed" : "made",
      content: kept === null ? null : work.sealer.seal(JSON.stringify(kept), contentCell(id)),
      madeAt: work.now,
    },
  });
  const detail = { scope, from: period.from, to: period.to, cases: kept?.counted ?? 0 };
  const { memberId, organizationId } = row;
  const action = kept === null ? "report.failed" : "report.made";
  work.audit.push({ action, subject: "report", subjectId: id, organizationId, memberId, detail });
  if (!may) return undefined;
  const { locale } = await tx.account.findUniqueOrThrow({ where: { id: actor.accountId } });
  return { id, chatId: Number(row.chatId), locale, organizationId, scope, period, report: kept };
}

/**
 * A report of the acting member that was counted. Only who asked for it has it, as long as they have the role it needs.
 * `report` is undefined where its figures are not kept any more. Throws `NotAllowed`.
 */
export async function openReport(
  work: Work,
  id: string,
): Promise<AskedReport & { readonly report: Report | undefined }> {
  const row = await rowOf(work, id);
  const actor = actorOf(work);
  if (row === undefined || row.memberId !== actor.memberId) throw new NotAllowed();
  const { scope, period } = requestOf(row);
  allowScope(actor, scope);
  if (row.content === null) return { scope, period, report: undefined };
  const report = JSON.parse(work.sealer.open(row.content, contentCell(id))) as Report;
  return { scope, period, report };
}

async function rowOf(work: Work, id: string) {
  const tx = await work.tx();
  return (await tx.report.findUnique({ where: { id } })) ?? undefined;
}

function requestOf(row: {
  readonly scope: string;
  readonly fromDay: string;
  readonly toDay: string;
}): AskedReport {
  const scope = wordOf(reportScopes, row.scope, "Report.scope");
  return { scope, period: { from: row.fromDay, to: row.toDay } };
}

/** The cell the figures of a report are sealed for. */
export function contentCell(id: string) {
  return { table: "Report", column: "content", row: id };
}
