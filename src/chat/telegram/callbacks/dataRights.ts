import { refusalGrounds } from "../../../practice/dataRequests.js";
import { callback, id, oneOf } from "../callback.js";

/** What a client asks for of their data, and the acts that carry it out. */
export const dataRightsCallbacks = {
  openDataRequest: callback("data:{requestId}", { requestId: id }),
  makeCopy: callback("copy:{requestId}", { requestId: id }),
  copyHanded: callback("copy:{requestId}:given", { requestId: id }),
  correctFor: callback("fix:{requestId}", { requestId: id }),
  correctRoundFor: callback("fix:{requestId}:{roundId}", { requestId: id, roundId: id }),
  correctedFor: callback("fixed:{requestId}", { requestId: id }),
  restrictFor: callback("restrict:{requestId}", { requestId: id }),
  unrestrictCase: callback("unrestrict:{caseId}", { caseId: id }),
  withdrawalOver: callback("withdrawn:{requestId}", { requestId: id }),
  refuseDataRequest: callback("deny:{requestId}", { requestId: id }),
  refuseDataRequestFor: callback("deny:{requestId}:{ground}", {
    requestId: id,
    ground: oneOf(refusalGrounds),
  }),
  clientTold: callback("data:{requestId}:told", { requestId: id }),
  askErasure: callback("wipe:{requestId}", { requestId: id }),
  askErasureSurely: callback("wipe:{requestId}:ask", { requestId: id }),
  erasure: callback("erase:{requestId}", { requestId: id }),
  erase: callback("erase:{requestId}:go", { requestId: id }),
  eraseSurely: callback("erase:{requestId}:sure", { requestId: id }),
  declineErasure: callback("erase:{requestId}:no", { requestId: id }),
  erasureLetter: callback("erase:{requestId}:letter", { requestId: id }),
  preserveCase: callback("hold:{caseId}", { caseId: id }),
} as const;
