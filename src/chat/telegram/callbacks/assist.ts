import { assistServices } from "../../../practice/assist/services.js";
import { callback, count, id, oneOf, onOff, path, plainCallback as plain, yesNo } from "../callback.js";

const service = oneOf(assistServices);

/** Optional help of outside services. */
export const assistCallbacks = {
  assistSettings: plain("assist"),
  switchAssist: callback("assist:{service}:{on}", { service, on: onOff }),
  ownAssist: plain("assist-own"),
  setOwnAssist: callback("assist-own:{service}:{agreed}", { service, agreed: yesNo }),
  clientAssist: callback("assist-of:{caseId}", { caseId: id }),
  setClientAssist: callback("assist-of:{caseId}:{service}:{agreed}", { caseId: id, service, agreed: yesNo }),
  agreeToJob: callback("job:{jobId}:{whose}:{answer}", {
    jobId: id,
    whose: oneOf(["own", "client"]),
    answer: oneOf(["yes", "no", "later"]),
  }),
  hear: callback("hear:{attachmentId}", { attachmentId: id }),
  heard: callback("heard:{jobId}:{what}", { jobId: id, what: oneOf(["use", "write", "drop"]) }),
  propose: callback("pa:{roundId}:{path}", { roundId: id, path }),
  decideProposal: callback("prop:{jobId}:{index}:{taken}", { jobId: id, index: count(99), taken: yesNo }),
  quickPropose: callback("quick:{caseId}:help", { caseId: id }),
} as const;
