import { formIds, stages } from "../../../practice/form.js";
import { legalGrounds } from "../../../practice/legalGrounds.js";
import { directOutcomes } from "../../../practice/lifecycle.js";
import { timelineTopics } from "../../../records/timeline/timeline.js";
import { callback, hash, id, moment, oneOf, plainCallback as plain, token } from "../callback.js";
import { page, whose } from "./codecs.js";

/** Cases. */
export const casesCallbacks = {
  newCase: plain("case:new"),
  openCase: callback("case:{caseId}", { caseId: id }),
  openCaseHere: callback("card:{caseId}", { caseId: id }),
  showClientName: callback("who:{caseId}", { caseId: id }),
  chooseAlias: callback("alias:{caseId}", { caseId: id }),
  caseSteps: callback("steps:{caseId}", { caseId: id }),
  caseHistory: callback("hist:{caseId}:{only}:{page}", {
    caseId: id,
    only: oneOf(["all", ...timelineTopics]),
    page,
  }),
  whoOpened: callback("seen:{caseId}", { caseId: id }),
  breakGlass: callback("glass:{code}", { code: token }),
  enterForm: callback("step:{caseId}:{form}", { caseId: id, form: oneOf(formIds) }),
  enterFormAnew: callback("step:{caseId}:{form}:anew", { caseId: id, form: oneOf(formIds) }),
  dataGround: callback("ground:{caseId}", { caseId: id }),
  nameGround: callback("ground:{caseId}:{ground}", { caseId: id, ground: oneOf(legalGrounds) }),
  stopForWantOfGround: callback("ground-stop:{caseId}", { caseId: id }),
  clientWithdraws: callback("withdraws:{caseId}", { caseId: id }),
  sendConsentProof: callback("proof:{caseId}", { caseId: id }),
  signContract: callback("signed:{caseId}", { caseId: id }),
  askWhetherKnown: callback("known:{caseId}", { caseId: id }),
  readInformation: callback("inform:{caseId}", { caseId: id }),
  // `mark` stands for the words that stood in the message.
  gaveInformation: callback("inform:{caseId}:{mark}", { caseId: id, mark: hash(8) }),
  caseList: callback("cases:{whose}:{page}", { whose, page }),
  casesOfWorker: callback("cases-of:{workerId}:{page}", { workerId: id, page }),
  casesWorkers: plain("cases-of"),
  caseListHere: callback("cases:{whose}:{page}:{stage}", {
    whose,
    page,
    stage: oneOf(["open", ...stages, "closed"]),
  }),
  chooseStage: callback("stages:{whose}", { whose }),
  searchCases: callback("find:{whose}", { whose }),
  closeCase: callback("close:{caseId}", { caseId: id }),
  closeCaseAs: callback("ends:{caseId}:{outcome}", { caseId: id, outcome: oneOf(directOutcomes) }),
  reopenCase: callback("reopen:{caseId}", { caseId: id }),
  openRequest: callback("request:{caseId}", { caseId: id }),
  agreeToRequest: callback("agree:{caseId}:{askedAt}", { caseId: id, askedAt: moment }),
  withdrawRequest: callback("unrequest:{caseId}:{askedAt}", { caseId: id, askedAt: moment }),
  refuseRequest: callback("refuse:{caseId}:{askedAt}", { caseId: id, askedAt: moment }),
  readCase: callback("read:{caseId}", { caseId: id }),
  attachToCase: callback("attach:{caseId}", { caseId: id }),
  noteInCase: callback("jot:{caseId}", { caseId: id }),
  discardCase: callback("void:{caseId}", { caseId: id }),
  overrideGate: callback("over:{caseId}:{form}", { caseId: id, form: oneOf(formIds) }),
} as const;
