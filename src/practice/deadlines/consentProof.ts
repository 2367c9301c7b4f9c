import { latestComplete } from "../caseFacts.js";
import { dataStanding } from "../dataGround.js";
import { type DeadlineRule, everyDay } from "../deadline.js";

/** Consent to personal data that nothing shows yet: the photo of the letter, or the recording, is still to be sent. */
export const consentProofDeadline = {
  key: "consent-proof",
  statutory: false,
  basis: { work: "UU 27/2022", article: "Pasal 24" },
  days: { setting: "consentProof", usual: 7 },
  step: "approach",
  asksOnly: "dataConsentProof",
  endsBy: "form",
  schedule: everyDay,
  hears: ["owner", "superior"],
  listed: "always",
  find: (facts, { within }) => {
    const round = latestComplete(facts, "approach");
    const standing = dataStanding(facts);
    if (facts.closed || !round || standing.kind !== "consented" || standing.proven) return [];
    // Version 1 asked for one proof of both agreements, and not how this one was given.
    if (round.facts.dataConsentHow === undefined) return [];
    return [{ anchor: round.id, ...within(round.answeredAt("dataConsent") ?? round.startedAt) }];
  },
} as const satisfies DeadlineRule;
