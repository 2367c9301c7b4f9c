import { drawingKinds, paperKinds } from "../../../practice/papers.js";
import { callback, count, id, key, nonce, oneOf, path, plainCallback as plain, token } from "../callback.js";
import { page } from "./codecs.js";

/** A round of a form outside of its questions, and short questions outside of any form. */
export const roundsCallbacks = {
  // A round of a form, outside of its questions.
  resume: plain("resume"),
  goOn: callback("go:{roundId}", { roundId: id }),
  readRound: callback("round:{roundId}", { roundId: id }),
  readRoundHere: callback("round:{roundId}:edit", { roundId: id }),
  turnSummary: callback("round:{roundId}:{page}", { roundId: id, page }),
  orderPaper: callback("paper:{roundId}:{kind}", { roundId: id, kind: oneOf(paperKinds) }),
  casePapers: callback("papers:{caseId}:{page}", { caseId: id, page }),
  orderCaseFile: callback("paper-all:{caseId}", { caseId: id }),
  openPaper: callback("paper-again:{paperId}", { paperId: id }),
  orderDrawing: callback("draw:{roundId}:{kind}", { roundId: id, kind: oneOf(drawingKinds) }),
  readDrawing: callback("draw:{roundId}:{kind}:words", { roundId: id, kind: oneOf(drawingKinds) }),
  showNames: callback("names:{roundId}", { roundId: id }),
  hideNames: plain("names-hide"),
  // Under an answer that names somebody.
  takeNamesOut: callback("na:{roundId}:{path}", { roundId: id, path }),
  leaveNames: plain("na-no"),
  editAnswers: callback("edit:{roundId}:{page}", { roundId: id, page }),
  // Under a question where a text belongs, which is a reply to that text.
  addWords: callback("wa:{roundId}:{path}", { roundId: id, path }),
  useWords: callback("wu:{roundId}:{path}", { roundId: id, path }),
  askWords: plain("words:ask"),
  dropWords: plain("words:no"),
  editAnswer: callback("ed:{roundId}:{path}", { roundId: id, path }),
  removeItem: callback("rm:{roundId}:{group}:{index}:{version}", {
    roundId: id,
    group: key,
    index: count(99),
    version: count(99_999),
  }),
  removeItemSurely: callback("rm:{roundId}:{group}:{index}:{version}:sure", {
    roundId: id,
    group: key,
    index: count(99),
    version: count(99_999),
  }),
  sendRound: callback("send:{roundId}", { roundId: id }),
  takeBack: callback("back-to-me:{roundId}", { roundId: id }),
  correctRound: callback("correct:{roundId}", { roundId: id }),
  dropCorrection: callback("uncorrect:{roundId}", { roundId: id }),
  openCorrection: callback("corrected:{roundId}", { roundId: id }),
  discardRound: callback("drop:{roundId}", { roundId: id }),
  discardRoundSurely: callback("drop:{roundId}:sure", { roundId: id }),

  // An entry: something short asked outside of any form.
  chooseInEntry: callback("e:{nonce}:{value}", { nonce, value: token }),
  backToEntry: callback("back:{nonce}", { nonce }),
  sendWithoutNames: callback("e-names:{nonce}", { nonce }),
  sendWithNames: callback("e-as-is:{nonce}", { nonce }),
} as const;
