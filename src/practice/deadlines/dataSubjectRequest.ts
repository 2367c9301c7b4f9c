import { type DataRequestKind, dataRights } from "../dataRequests.js";
import { type DeadlineRule, type Occurrence, withinThreeDays } from "../deadline.js";

/** A client's request about their own data, to be met within 3 × 24 hours. It begins by hand and ends by its act. */
export const dataSubjectRequestDeadline = {
  key: "data-subject-request",
  statutory: true,
  step: "tick",
  endsBy: "data-request",
  schedule: { kind: "law" },
  hears: ["owner", "superior", "admin"],
  listed: "always",
} as const satisfies DeadlineRule;

/** The deadline of a request; `anchor` names the request. */
export function dataRequestAsked(
  request: Exclude<DataRequestKind, "erasure">,
  askedAt: Date,
  anchor: string,
): Occurrence {
  return {
    anchor,
    ...withinThreeDays(askedAt),
    basis: { work: "UU 27/2022", article: dataRights[request].duty },
  };
}
