import { latest } from "../caseFacts.js";
import { type DeadlineRule, everyDay } from "../deadline.js";

/** From the answer that found the client eligible until the contract is signed. */
export const serviceContractDeadline = {
  key: "service-contract",
  statutory: false,
  days: { setting: "serviceContract", usual: 7 },
  step: "approach",
  // A contract is often signed after the form was sent: only the signature is asked for then.
  asksOnly: "signedOn",
  endsBy: "form",
  schedule: everyDay,
  hears: ["owner", "superior", "admin"],
  listed: "always",
  find: (facts, { within }) => {
    const round = latest(facts, "approach");
    const { eligible, consent, signedOn } = round?.facts ?? {};
    if (facts.closed || !round || eligible !== true || consent === false || signedOn !== undefined) return [];
    return [{ anchor: round.id, ...within(round.answeredAt("eligible") ?? round.startedAt) }];
  },
} as const satisfies DeadlineRule;
