/**
 * A laporan sosial requested by an authority. It rests on the law itself (kewajiban hukum, UU 27/2022 Pasal 20 ayat
 * (2) huruf c; PP 65/2015 Pasal 13), so missing or refused consent does not prevent it.
 */
import { type CaseFacts, completedAt, isComplete, latest } from "./caseFacts.js";
import type { Requester } from "./facts.js";

/** A request by an authority, as far as it is known. */
export type ReportRequest = {
  readonly requester: Requester;
  readonly at: Date;
  /** The approach that tells of it. */
  readonly roundId: string;
};

/** The request for a laporan sosial; also of an approach that is a draft, once it says when and by whom. */
export function reportRequest(facts: CaseFacts): ReportRequest | undefined {
  const round = latest(facts, "approach");
  const { reportRequestedAt, reportRequestedBy } = round?.facts ?? {};
  if (!round || reportRequestedAt === undefined || reportRequestedBy === undefined) return undefined;
  return { requester: reportRequestedBy, at: new Date(reportRequestedAt), roundId: round.id };
}

/** The request whose report, an assessment of after it, is not written yet. */
export function unwrittenReport(facts: CaseFacts): ReportRequest | undefined {
  const request = reportRequest(facts);
  if (!request || facts.closed) return undefined;
  const written = facts.rounds.assessment.some(
    (round) => isComplete(round) && completedAt(round) >= request.at,
  );
  const handedOver = facts.fulfilled.has(`child-victim-report:${request.roundId}`);
  return written || handedOver ? undefined : request;
}
