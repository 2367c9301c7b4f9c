import { componentStates, findingParts } from "../../../practice/standards/finding.js";
import { componentKeys, instrumentIds } from "../../../practice/standards/instrument.js";
import { callback, id, oneOf, plainCallback as plain } from "../callback.js";
import { page } from "./codecs.js";

const instrument = oneOf(instrumentIds);

const component = oneOf(componentKeys);

/** The institution's own audit of its service standard, what is to be improved, and its accreditation. */
export const standardsCallbacks = {
  standards: plain("std"),
  standard: callback("std:{instrument}", { instrument }),
  beginAudit: callback("std-go:{instrument}", { instrument }),
  scoreChart: callback("std-line:{instrument}", { instrument }),
  audit: callback("audit:{auditId}", { auditId: id }),
  auditComponent: callback("audit:{auditId}:{component}", { auditId: id, component }),
  judge: callback("judge:{auditId}:{component}:{state}", {
    auditId: id,
    component,
    state: oneOf(componentStates),
  }),
  changeFinding: callback("find:{auditId}:{component}:{part}", {
    auditId: id,
    component,
    part: oneOf(findingParts),
  }),
  finishAudit: callback("audit-end:{auditId}", { auditId: id }),
  finishAuditSurely: callback("audit-end:{auditId}:sure", { auditId: id }),
  auditResult: callback("result:{auditId}", { auditId: id }),
  auditReport: callback("result:{auditId}:pdf", { auditId: id }),
  evidence: callback("evidence:{attachmentId}", { attachmentId: id }),
  dropEvidence: callback("evidence:{attachmentId}:drop", { attachmentId: id }),
  improvements: callback("mends:{page}", { page }),
  improvement: callback("mended:{findingId}", { findingId: id }),
  improvementMade: callback("mended:{findingId}:yes", { findingId: id }),
  moveImprovement: callback("mended:{findingId}:date", { findingId: id }),
  recordAccreditation: plain("accredit"),
  dropAccreditation: callback("accredit-x:{accreditationId}", { accreditationId: id }),
} as const;
