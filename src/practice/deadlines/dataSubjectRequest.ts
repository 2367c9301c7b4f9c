import { type DeadlineRule, type Occurrence, withinThreeDays } from "../deadline.js";

/** A client's request about their own data, to be met within 3 × 24 hours. It begins by hand. */
export const dataSubjectRequestDeadline = {
  key: "data-subject-request",
  statutory: true,
  step: "tick",
  endsBy: { handedOverTo: ["client", "other"] },
  schedule: { kind: "law" },
  hears: ["owner", "superior", "admin"],
  listed: "always",
} as const satisfies DeadlineRule;

/** What a client may ask for under UU 27/2022. */
export const dataRequests = {
  correction: "Pasal 30",
  access: "Pasal 32",
  withdrawal: "Pasal 40",
} as const;

/** A request of a client about their own data. */
export type DataRequest = keyof typeof dataRequests;

/** The deadline of a request; `anchor` names the request. */
export function dataRequestAsked(request: DataRequest, askedAt: Date, anchor: string): Occurrence {
  return {
    anchor,
    ...withinThreeDays(askedAt),
    basis: { work: "UU 27/2022", article: dataRequests[request] },
  };
}
