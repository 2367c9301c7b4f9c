import { type ReportRequest, reportRequest } from "../../practice/statutoryReport.js";
import type { Case } from "../../records/case/case.js";
import { actorOf } from "../../records/people/rights.js";
import type { Work } from "../../records/people/work.js";
import { escapeHtml, html } from "../../texts.js";
import { momentOf } from "../telegram/answerText.js";
import type { Wording } from "../telegram/wording.js";

/** Why the laporan sosial may be written regardless of consent, shown before its first question. Telegram HTML. */
export function reportOpens(work: Work, subject: Case, request: ReportRequest, say: Wording): string {
  return say.html("report-opens", { ...requestArgs(work, subject, request, say) });
}

/** The ground of a laporan sosial on the card: which law, who asked, when, in which letter; undefined without one. */
export function reportLine(work: Work, subject: Case, say: Wording): string | undefined {
  const request = reportRequest(subject.facts);
  if (request === undefined) return undefined;
  return say.html("card-report", { ...requestArgs(work, subject, request, say) });
}

/** "sebelum Jumat, 27 November 2026, 09.00": the phone shows it in its own zone and language. */
export function reportDue(dueAt: Date, work: Work, say: Wording): string {
  const words = escapeHtml(momentOf(dueAt, actorOf(work).zone, say));
  const unix = Math.round(dueAt.getTime() / 1000);
  const time = html(`<tg-time unix="${unix}" format="wDT">${words}</tg-time>`);
  return say.html(dueAt < work.now ? "next-report-late" : "next-report", { time });
}

function requestArgs(work: Work, subject: Case, request: ReportRequest, say: Wording) {
  const letter = subject.answers.get(request.roundId)?.get("letterNumber");
  return {
    requester: say.plain(`choice-requester-${request.requester}`).toLocaleLowerCase(say.locale),
    when: momentOf(request.at, actorOf(work).zone, say),
    letter:
      typeof letter === "string" ? say.plain("report-letter", { letter }) : say.plain("report-letter-none"),
  };
}
