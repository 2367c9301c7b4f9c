import { periodLengths, recapCounts } from "../../../practice/exports/recap.js";
import { exportSubjects } from "../../../practice/exports/subjects.js";
import { callback, count, id, idOrNone, oneOf, onOff, plainCallback as plain } from "../callback.js";
import { page } from "./codecs.js";

const exportSubject = oneOf(exportSubjects);

/** Which period, so many before the present one; whom it counts, and whether small numbers are masked. */
const recapPage = {
  length: oneOf(periodLengths),
  before: count(99),
  whom: oneOf(recapCounts),
  masked: onOff,
};

const accreditationPage = { length: oneOf(periodLengths), before: count(99) };

/** What an institution switches on and off of its recap. Texts: `recap-switch-<one>`. */
export const recapSwitches = ["bySex", "groups", "emptyRows"] as const;

/** Files over many cases, and what other systems want of one. */
export const exportsCallbacks = {
  exports: plain("exports"),
  exportData: plain("exp"),
  exportDraft: callback("exp:{exportId}", { exportId: id }),
  exportSheet: callback("exp:{exportId}:{subject}", { exportId: id, subject: exportSubject }),
  takeSheet: callback("exp:{exportId}:{subject}:{on}", {
    exportId: id,
    subject: exportSubject,
    on: onOff,
  }),
  takeColumn: callback("exp:{exportId}:{subject}:{index}:{on}", {
    exportId: id,
    subject: exportSubject,
    index: count(99),
    on: onOff,
  }),
  exportAs: callback("exp-as:{exportId}:{format}", { exportId: id, format: oneOf(["xlsx", "csv"]) }),
  exportNamed: callback("exp-who:{exportId}:{on}", { exportId: id, on: onOff }),
  orderExport: callback("exp-go:{exportId}", { exportId: id }),
  openExport: callback("exp-see:{exportId}", { exportId: id }),
  agreeToExport: callback("exp-yes:{exportId}", { exportId: id }),
  declineExport: callback("exp-no:{exportId}", { exportId: id }),
  cancelExport: callback("exp-x:{exportId}", { exportId: id }),
  recap: callback("recap:{length}:{before}:{whom}:{masked}", recapPage),
  makeRecap: callback("recap:{length}:{before}:{whom}:{masked}:{format}", {
    ...recapPage,
    format: oneOf(["xlsx", "pdf"]),
  }),
  recapColumns: plain("recap-set"),
  setRecapColumn: callback("recap-set:{what}:{on}", { what: oneOf(recapSwitches), on: onOff }),
  recapBands: plain("recap-bands"),
  accreditation: callback("accred:{length}:{before}", accreditationPage),
  makeAccreditation: callback("accred:{length}:{before}:{format}:{named}", {
    ...accreditationPage,
    format: oneOf(["xlsx", "pdf"]),
    named: onOff,
  }),
  primero: plain("primero"),
  makePrimero: plain("primero:go"),
  readPrimero: plain("primero:see"),
  changePrimero: plain("primero:set"),
  shippedPrimero: plain("primero:back"),
  lembarSettings: plain("lembar"),
  addLembar: plain("lembar:new"),
  lembarExample: plain("lembar:see"),
  removeLembar: callback("lembar-x:{lembarId}", { lembarId: id }),
  caseLembar: callback("lembar:{caseId}", { caseId: id }),
  openLembar: callback("lembar:{caseId}:{lembarId}:{page}", { caseId: id, lembarId: idOrNone, page }),
  printLembar: callback("lembar-pdf:{caseId}:{lembarId}", { caseId: id, lembarId: idOrNone }),
  orderReview: callback("review:{caseId}", { caseId: id }),
} as const;
