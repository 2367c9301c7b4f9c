import { callback, count, id, onOff, plainCallback as plain } from "../callback.js";

/** Handing a case over to another institution on this bot. */
export const transfersCallbacks = {
  beginTransfer: callback("hand:{caseId}", { caseId: id }),
  chooseTransferForm: callback("hand:{transferId}:{roundId}:{on}", {
    transferId: id,
    roundId: id,
    on: onOff,
  }),
  goOnWithTransfer: callback("hand-on:{transferId}", { transferId: id }),
  dropTransfer: callback("hand-drop:{transferId}", { transferId: id }),
  transfer: callback("hand-see:{transferId}", { transferId: id }),
  withdrawTransfer: callback("hand-back:{transferId}", { transferId: id }),
  releaseTransfer: callback("hand-ok:{transferId}", { transferId: id }),
  refuseTransfer: callback("hand-no:{transferId}", { transferId: id }),
  takeTransfer: callback("hand-take:{transferId}", { transferId: id }),
  takeTransferFor: callback("hand-take:{transferId}:{workerId}", { transferId: id, workerId: id }),
  makeReceivingCode: plain("hand-code"),
  packet: callback("packet:{caseId}", { caseId: id }),
  packetForm: callback("packet:{caseId}:{index}", { caseId: id, index: count(99) }),
} as const;
