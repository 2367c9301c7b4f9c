import { furtherParts, groups } from "../../guidance/entry.js";
import { lawIds } from "../../guidance/laws/law.js";
import { premises } from "../../guidance/material.js";
import { assistServices } from "../../practice/assist/services.js";
import { breachAudiences, breachFields, breachLetters } from "../../practice/breach.js";
import { refusalGrounds } from "../../practice/dataRequests.js";
import { dayKeys, deadlineKeys } from "../../practice/deadlines.js";
import { deskKinds } from "../../practice/desk.js";
import { localNumberKinds } from "../../practice/emergencyNumbers.js";
import { periodLengths, recapCounts } from "../../practice/exports/recap.js";
import { exportSubjects } from "../../practice/exports/subjects.js";
import { formIds, stages } from "../../practice/form.js";
import { legalGrounds } from "../../practice/legalGrounds.js";
import { directOutcomes } from "../../practice/lifecycle.js";
import { drawingKinds, paperKinds } from "../../practice/papers.js";
import { templatedKinds } from "../../practice/paperTemplates.js";
import { reportScopes } from "../../practice/reports/report.js";
import { reportForms } from "../../practice/reports/reportForms.js";
import { periodChoices } from "../../practice/reports/reportPeriod.js";
import { componentStates, findingParts } from "../../practice/standards/finding.js";
import { componentKeys, instrumentIds } from "../../practice/standards/instrument.js";
import { permitKinds } from "../../records/due/permits.js";
import { buckets } from "../../records/due/tasks.js";
import { roles } from "../../records/people/actor.js";
import { approvableForms } from "../../records/people/organizations.js";
import { dilemmaSteps } from "../../records/questions/dilemmas.js";
import { missReasons } from "../../records/questions/guidanceVotes.js";
import { timelineTopics } from "../../records/timeline/timeline.js";
import { locales } from "../../texts.js";
import {
  type Codec,
  callback,
  count,
  dataOfButton,
  favoured,
  hash,
  id,
  idOrNone,
  key,
  lawPlace,
  lettersFor,
  listOf,
  moment,
  nonce,
  oneOf,
  onOff,
  type PressIn,
  path,
  plainCallback as plain,
  pressReader,
  someOf,
  token,
  year,
  yesNo,
} from "./callback.js";
import { questionCallbacks } from "./questionCallbacks.js";

/** Whose cases or tasks are meant. */
const whose = oneOf(["mine", "team"]);
const page = count();
const service = oneOf(assistServices);
const instrument = oneOf(instrumentIds);
const component = oneOf(componentKeys);
/** The short key of a guidance topic. */
const topic = hash(6);
/** The topic somebody came from, or none. */
const topicOrNone: Codec<string | null> = {
  encode: (value) => value ?? "-",
  decode: (text) => (text === "-" ? null : topic.decode(text)),
  longest: topic.longest,
};
const listedTopics = listOf(topic, 3);
/** The topics that came after one, or none. */
const nextTopics: Codec<readonly string[]> = {
  encode: (topics) => (topics.length === 0 ? "-" : listedTopics.encode(topics)),
  decode: (text) => (text === "-" ? [] : listedTopics.decode(text)),
  longest: listedTopics.longest,
};
const law = oneOf(lawIds);

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

/** Whose danger, which kinds, and what led to it. */
const emergency = {
  whom: oneOf(["client", "worker"]),
  kinds: lettersFor({ suicide: "s", "violence-ongoing": "v", medical: "m", "abandoned-child": "a" }),
  source: oneOf(["button", "reflex"]),
};

/** What may stand above an answer: that it goes on from the last one, or what a question took for granted wrongly. */
export const answerLeads = ["none", "still", ...premises] as const;

/** What is written of an entry of the institution's own. Texts: `own-ask-<one>`. */
export const ownEntryParts = ["questions", "answer", "steps", "source", "review"] as const;

/** One of these. */
export type OwnEntryPart = (typeof ownEntryParts)[number];

/** One of these. */
export type AnswerLead = (typeof answerLeads)[number];

/** After how many minutes without an act a PIN may be asked for. */
export const pinMinutes = ["5", "15", "30", "60"] as const;

/**
 * The rules of time for which an admin types a value. Texts: `rules-ask-<one>`, `rule-<one>` for the days of a step.
 */
export const settableRules = [
  ...dayKeys,
  "aftercare",
  "digest",
  "quiet",
  "superior",
  "admin",
  "dayOff",
  "dayWorked",
  "files",
  "contact",
] as const;

/** What an admin types of the letterhead and the numbers of letters. Texts: `letters-ask-<one>`. */
export const letterParts = [
  "name",
  "address",
  "contacts",
  "pattern",
  "unit",
  "classification",
  "next",
] as const;

/** One of these. */
export type LetterPart = (typeof letterParts)[number];

/** A rule for which an admin types a value. */
export type SettableRule = (typeof settableRules)[number];

/**
 * Everything a button can ask of the bot: its name, the form of its data, and its arguments. Buttons of old messages
 * are still pressed, so a pattern that was once sent keeps its meaning or is removed.
 *
 * Callbacks ending in `Here` replace the pressed message with what the same callback without it sends as a new
 * message. Those ending in `Surely` are the second press of something that asks twice.
 */
export const callbacks = {
  // The way in, and what is for everybody.
  menu: plain("menu"),
  menuHere: plain("home"),
  more: plain("more"),
  organizations: plain("organizations"),
  switchOrganization: callback("switch:{memberId}", { memberId: id }),
  openThere: callback("at:{memberId}:{data}", { memberId: id, data: dataOfButton }),
  language: plain("language"),
  chooseLanguage: callback("language:{locale}", { locale: oneOf(locales) }),
  help: plain("help"),
  sendGuide: callback("guide:{role}", { role: oneOf(roles) }),
  privacy: plain("privacy"),
  correctOwnName: plain("privacy-name"),
  ownPin: plain("pin"),
  choosePin: plain("pin:new"),
  setPinAfter: callback("pin:after:{minutes}", { minutes: oneOf(pinMinutes) }),
  removePin: plain("pin:remove"),
  forgotPin: plain("pin:forgot"),
  resetPin: callback("pin:reset:{memberId}", { memberId: id }),
  pinRule: plain("pin:rule"),
  setPinRule: callback("pin:rule:{minutes}", { minutes: oneOf(["off", ...pinMinutes]) }),
  withdrawConsent: plain("privacy-withdraw"),
  withdrawConsentSurely: plain("privacy-withdraw-yes"),
  removeMe: plain("privacy-leave"),
  removeMeSurely: plain("privacy-leave-yes"),
  askToHandOn: plain("privacy-leave-ask"),
  giveConsent: plain("consent:yes"),
  declineConsent: plain("consent:no"),
  readWholeNotice: plain("consent:more"),
  readNoticeAgain: plain("consent:again"),
  reports: plain("later:laporan"),
  chooseReport: callback("report:{scope}", { scope: oneOf(reportScopes) }),
  askReport: callback("report:{scope}:{choice}", {
    scope: oneOf(reportScopes),
    choice: oneOf(periodChoices),
  }),
  ownReportDays: callback("report-days:{scope}", { scope: oneOf(reportScopes) }),
  orderReport: callback("report-as:{form}:{reportId}", { form: oneOf(reportForms), reportId: id }),

  // Files over many cases, and what other systems want of one.
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

  // Danger now.
  emergency: plain("sos"),
  emergencyOfOwn: plain("sos:self"),
  emergencyNumbers: plain("sos:numbers"),
  emergencySteps: callback("sos:steps:{whom}:{kinds}:{source}", emergency),
  noDanger: plain("sos:no"),
  noteDanger: callback("note:{whom}:{kinds}:{source}:{caseId}", { ...emergency, caseId: idOrNone }),
  openDangers: plain("danger:open"),
  takeDanger: callback("danger:take:{dangerId}", { dangerId: id }),
  closeDanger: callback("danger:close:{dangerId}", { dangerId: id }),

  localNumbers: plain("local"),
  localNumber: callback("local:{kind}", { kind: oneOf(localNumberKinds) }),
  changeLocalNumber: callback("local:{kind}:set", { kind: oneOf(localNumberKinds) }),
  triedLocalNumber: callback("local:{kind}:tried", { kind: oneOf(localNumberKinds) }),
  dropLocalNumber: callback("local:{kind}:drop", { kind: oneOf(localNumberKinds) }),

  // Cases.
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

  // What a client asks for of their data, and the acts that carry it out.
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

  // Handing a case over to another institution on this bot.
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

  // What was sent outside of any question, and the case it belongs to.
  layBy: plain("lay-by"),
  fileInto: callback("into:{unfiledId}:{caseId}", { unfiledId: id, caseId: id }),
  searchInto: callback("into-find:{unfiledId}", { unfiledId: id }),
  dropUnfiled: callback("into-no:{unfiledId}", { unfiledId: id }),

  // What was filed, by whom it was filed.
  ownNote: callback("filed:{noteId}", { noteId: id }),
  moveNote: callback("filed:{noteId}:move", { noteId: id }),
  moveNoteTo: callback("filed:{noteId}:{caseId}", { noteId: id, caseId: id }),
  searchForNote: callback("filed-find:{noteId}", { noteId: id }),
  takeNoteBack: callback("filed:{noteId}:back", { noteId: id }),
  takeNamesOutOfNote: callback("filed:{noteId}:names", { noteId: id }),

  // Below a message that tells of a session, as a reply to it: its words stand there until they are sent.
  quickSession: plain("quick"),
  quickInto: callback("quick:{caseId}", { caseId: id }),
  quickSend: callback("quick:{caseId}:send", { caseId: id }),
  quickSendUnnamed: callback("quick:{caseId}:unnamed", { caseId: id }),
  quickEdit: callback("quick:{caseId}:edit", { caseId: id }),

  // Optional help of outside services.
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

  ...questionCallbacks,

  // An entry: something short asked outside of any form.
  chooseInEntry: callback("e:{nonce}:{value}", { nonce, value: token }),
  backToEntry: callback("back:{nonce}", { nonce }),
  sendWithoutNames: callback("e-names:{nonce}", { nonce }),
  sendWithNames: callback("e-as-is:{nonce}", { nonce }),

  // What is due.
  taskList: plain("tasks"),
  tasksOfWorker: callback("tasks-of:{workerId}:{page}", { workerId: id, page }),
  tasksWorkers: plain("tasks-of"),
  taskPage: callback("tasks:{whose}:{bucket}:{kind}:{page}", {
    whose,
    bucket: oneOf(["all", ...buckets]),
    kind: oneOf(["all", ...deadlineKeys]),
    page,
  }),
  chooseKind: callback("kinds:{whose}:{bucket}", { whose, bucket: oneOf(["all", ...buckets]) }),
  openDue: callback("due:{deadlineId}", { deadlineId: id }),
  // From a statutory deadline that was just shown: directly to the step.
  enterDue: callback("due-step:{deadlineId}", { deadlineId: id }),
  tickDue: callback("tick:{deadlineId}", { deadlineId: id }),
  takeInHand: callback("in-hand:{deadlineId}", { deadlineId: id }),
  addProof: callback("receipt:{deadlineId}", { deadlineId: id }),
  sendFile: callback("file:{attachmentId}", { attachmentId: id }),
  chooseDue: callback("pick:{purpose}:{page}", { purpose: oneOf(["snooze", "why"]), page }),
  whyReminded: callback("why:{deadlineId}", { deadlineId: id }),
  snooze: callback("snooze:{deadlineId}", { deadlineId: id }),
  snoozeFor: callback("snooze-for:{deadlineId}:{days}", { deadlineId: id, days: oneOf([1, 3]) }),
  snoozeUntil: callback("snooze-to:{deadlineId}", { deadlineId: id }),
  reminderLog: callback("rem:{which}:{page}", { which: oneOf(["all", "not"]), page }),
  dataRequest: plain("data-request"),
  dataRequestOf: callback("data-request:{caseId}", { caseId: id }),
  breach: plain("breach"),
  breachSurely: plain("breach-yes"),
  breachCard: callback("breach:{breachId}", { breachId: id }),
  changeBreach: callback("breach:{breachId}:{field}", { breachId: id, field: oneOf(breachFields) }),
  writeBreachLetter: callback("breach-mail:{breachId}:{kind}", { breachId: id, kind: oneOf(breachLetters) }),
  toldOfBreach: callback("breach-told:{breachId}:{audience}", {
    breachId: id,
    audience: oneOf(breachAudiences),
  }),
  wallet: plain("wallet"),
  addPermit: callback("wallet-{kind}", { kind: oneOf(permitKinds) }),
  removePermit: callback("wallet-x:{permitId}", { permitId: id }),

  // Approval and supervision.
  supervision: plain("supervision"),
  // The supervisor's desk: of one worker, or of the whole team; all sections, or a page of one.
  desk: callback("desk:{workerId}:{section}:{page}", {
    workerId: idOrNone,
    section: oneOf(["all", ...deskKinds]),
    page,
  }),
  deskWorkers: plain("desk-workers"),
  readSessions: callback("sessions:{after}", { after: idOrNone }),
  sessionRead: callback("session-read:{roundId}", { roundId: id }),
  superviseCase: callback("supervise:{caseId}", { caseId: id }),
  superviseWorker: callback("supervise-all:{workerId}", { workerId: id }),
  supervisionNotes: callback("supervised:{workerId}:{page}", { workerId: id, page }),
  supervisionNote: callback("supervised:{noteId}", { noteId: id }),
  orderSupervisionPaper: callback("paper-note:{noteId}", { noteId: id }),
  approvals: plain("approvals"),
  approvalsHere: callback("approvals:{workerId}:{page}", { workerId: idOrNone, page }),
  approvalWorkers: plain("approvals-of"),
  openApproval: callback("wait:{roundId}", { roundId: id }),
  openApprovalHere: callback("wait:{roundId}:here", { roundId: id }),
  approve: callback("ok:{roundId}:{sentAt}", { roundId: id, sentAt: moment }),
  returnRound: callback("mend:{roundId}:{sentAt}", { roundId: id, sentAt: moment }),
  // `at` counts what a remark can be about (approval/remarkPlaces.ts).
  remarkPage: callback("mend:{roundId}:{sentAt}:{page}", { roundId: id, sentAt: moment, page }),
  remarkIn: callback("remark-in:{roundId}:{sentAt}:{at}", { roundId: id, sentAt: moment, at: count() }),
  remarkOn: callback("remark:{roundId}:{sentAt}:{at}", { roundId: id, sentAt: moment, at: count() }),
  returnWithRemarks: callback("return:{roundId}:{sentAt}", { roundId: id, sentAt: moment }),
  remindSupervisor: callback("nudge:{roundId}", { roundId: id }),
  remindWorker: callback("nudge-due:{deadlineId}", { deadlineId: id }),

  // The people of the organisation, and what of theirs is late.
  register: callback("register:{which}:{page}", {
    which: oneOf(["permits", "requests", "breaches", "accreditation"]),
    page,
  }),
  late: callback("late:{memberId}:{page}", { memberId: idOrNone, page }),
  members: callback("members:{page}", { page }),
  member: callback("member:{memberId}", { memberId: id }),
  chooseSupervisor: callback("m-sup:{memberId}:{page}", { memberId: id, page }),
  setSupervisor: callback("m-sup-to:{memberId}:{toId}", { memberId: id, toId: id }),
  suspend: callback("m-susp:{memberId}", { memberId: id }),
  suspendSurely: callback("m-susp-yes:{memberId}", { memberId: id }),
  reinstate: callback("m-back:{memberId}", { memberId: id }),
  chooseSuccessor: callback("m-give:{memberId}:{page}", { memberId: id, page }),
  giveCases: callback("m-give-to:{memberId}:{toId}", { memberId: id, toId: id }),
  chooseCases: callback("give:{proposalId}:{page}", { proposalId: id, page }),
  chooseCase: callback("give:{proposalId}:{page}:{caseId}:{on}", {
    proposalId: id,
    page,
    caseId: id,
    on: onOff,
  }),
  chooseAllCases: callback("give:{proposalId}:{page}:all:{on}", { proposalId: id, page, on: onOff }),
  giveChosen: callback("give-go:{proposalId}", { proposalId: id }),
  staffProposal: callback("staff:{proposalId}", { proposalId: id }),
  decideStaffProposal: callback("staff:{proposalId}:{agrees}", { proposalId: id, agrees: yesNo }),
  staffProposals: plain("staff-all"),
  // To those asked until then: one that came since the list was drawn is not meant.
  agreeToProposals: callback("staff-all:{until}", { until: moment }),
  cancelStaffProposal: callback("staff-x:{proposalId}", { proposalId: id }),
  memberRoles: callback("m-roles:{memberId}", { memberId: id }),
  setRole: callback("m-role:{memberId}:{role}:{on}", { memberId: id, role: oneOf(roles), on: onOff }),
  supervisorWanted: callback("sup:{workerId}", { workerId: id }),
  nameSupervisor: callback("sup:{workerId}:{supervisorId}", { workerId: id, supervisorId: id }),
  invite: plain("invite"),
  inviteAs: callback("invite:{chosen}", { chosen: someOf(roles) }),
  inviteByName: callback("invite-go:{chosen}", { chosen: someOf(roles) }),
  invitations: callback("invites:{page}", { page }),
  revokeInvitation: callback("invite-x:{invitationId}", { invitationId: id }),

  // The organisation and its rules.
  organization: plain("org"),
  changeOrganization: callback("org-{what}", {
    what: oneOf(["name", "address", "requirement", "contact", "retention"]),
  }),
  dataSettings: plain("org-data"),
  pastRetention: callback("keep:{page}", { page }),
  proposeRetention: plain("keep-propose"),
  retentionList: callback("keep-list:{listId}:{page}", { listId: id, page }),
  agreeToRetention: callback("keep-yes:{listId}", { listId: id }),
  agreeToRetentionSurely: callback("keep-yes:{listId}:sure", { listId: id }),
  refuseRetention: callback("keep-no:{listId}", { listId: id }),
  cancelRetention: callback("keep-x:{listId}", { listId: id }),
  letters: plain("letters"),
  changeLetters: callback("letters-{part}", { part: oneOf(letterParts) }),
  letterLogo: plain("letter-logo"),
  removeLogo: plain("letter-logo-no"),
  letterRegister: callback("letters:{page}", { page }),
  letter: callback("letter:{letterId}", { letterId: id }),
  voidLetter: callback("letter:{letterId}:void", { letterId: id }),
  takeNumber: plain("letter-take"),

  // An institution's own templates of its papers.
  designs: plain("designs"),
  design: callback("design:{kind}", { kind: oneOf(templatedKinds) }),
  sendDesign: callback("design:{kind}:send", { kind: oneOf(templatedKinds) }),
  designKit: callback("design:{kind}:kit", { kind: oneOf(templatedKinds) }),
  shippedDesign: callback("design:{kind}:shipped", { kind: oneOf(templatedKinds) }),
  designVersion: callback("design-of:{designId}", { designId: id }),
  showDesign: callback("design-of:{designId}:show", { designId: id }),
  useDesign: callback("design-of:{designId}:use", { designId: id }),
  declineDesign: callback("design-of:{designId}:no", { designId: id }),
  requirements: plain("org-reqs"),
  dropRequirement: callback("org-req-x:{index}:{mark}", { index: count(999), mark: hash(8) }),
  approvalSettings: plain("org-approvals"),
  setApproval: callback("org-approval:{form}:{on}", { form: oneOf(approvableForms), on: onOff }),
  rules: plain("rules"),
  dayRules: plain("rules-days"),
  calendarRules: plain("rules-calendar"),
  daysOff: callback("rules-off:{year}", { year }),
  setRule: callback("rules-set:{rule}", { rule: oneOf(settableRules) }),
  switchRule: callback("rules-{rule}:{on}", {
    rule: oneOf(["digest", "count", "holidays", "leave"]),
    on: onOff,
  }),
  pasteHolidays: callback("rules-list:{year}", { year }),
  dropHolidays: callback("rules-list-x:{year}", { year }),
  toggleWeekday: callback("rules-weekday:{weekday}", { weekday: oneOf([1, 2, 3, 4, 5, 6, 7]) }),
  zones: plain("rules-zone"),
  setZone: callback("rules-to:{zone}", { zone: oneOf(["jakarta", "makassar", "jayapura"]) }),

  // The institution's own audit of its service standard, what is to be improved, and its accreditation.
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

  // Guidance.
  topicGroups: plain("gm"),
  topicGroup: callback("gm:{group}:{page}", { group: oneOf(groups), page }),
  topic: callback("gt:{topic}", { topic }),
  wholeAnswer: callback("gt:{topic}:all", { topic }),
  // `open` is what is unfolded after the press.
  unfold: callback("ga:{topic}:{open}:{lead}", {
    topic,
    open: someOf(furtherParts),
    lead: oneOf(answerLeads),
  }),
  noneOfThese: plain("gn"),
  missed: callback("gx:{topic}:{next}", { topic, next: nextTopics }),
  whyMissed: callback("gy:{topic}:{why}:{next}", { topic, why: oneOf(missReasons), next: nextTopics }),
  vote: callback("gv:{topic}:{helped}", { topic, helped: yesNo }),
  quote: callback("gq:{documentId}:{passage}", { documentId: id, passage: count() }),
  laws: plain("lw"),
  law: callback("lw:{law}:{page}", { law, page }),
  lawChapter: callback("lw-c:{law}:{heading}:{page}", { law, heading: count(99), page }),
  lawPlace: callback("lw-p:{law}:{place}:{page}:{from}", {
    law,
    place: lawPlace,
    page: count(99),
    from: topicOrNone,
  }),
  lawExplained: callback("lw-e:{law}:{place}:{page}:{from}", {
    law,
    place: lawPlace,
    page: count(99),
    from: topicOrNone,
  }),
  lawFormer: callback("lw-f:{law}:{place}:{page}:{from}", {
    law,
    place: lawPlace,
    page: count(99),
    from: topicOrNone,
  }),
  lawBack: callback("lw-b:{topic}", { topic }),
  registration: callback("gr:{which}:{marks}", { which: oneOf(["first", "again"]), marks: count(63) }),
  unanswered: plain("unanswered"),
  unansweredPage: callback("unanswered:{page}", { page }),
  settleUnanswered: callback("unanswered:done:{questionId}", { questionId: id }),
  askSupervisor: plain("gs"),
  consultationsWaiting: plain("gw"),
  consultation: callback("consult:look:{consultationId}", { consultationId: id }),
  replyToConsultation: callback("consult:reply:{consultationId}", { consultationId: id }),
  keepFavourite: callback("fav:{what}", { what: favoured }),
  dropFavourite: callback("fav-x:{what}", { what: favoured }),
  favourites: callback("favs:{page}:{removing}", { page, removing: onOff }),

  // Entries of the institution's own: of a supervisor's reply, of a question nobody answered, of a topic that is out of date.
  keepReply: callback("consult:propose:{consultationId}", { consultationId: id }),
  answerUnanswered: callback("unanswered:write:{questionId}", { questionId: id }),
  writeInstead: callback("own-for:{topic}", { topic }),
  writeOwnEntry: plain("own-new"),
  ownEntries: callback("own-all:{page}", { page }),
  ownEntry: callback("own:{entryId}", { entryId: id }),
  ownDesk: callback("own-desk:{page}", { page }),
  ownCard: callback("own-card:{entryId}", { entryId: id }),
  ownHistory: callback("own-past:{entryId}", { entryId: id }),
  writeOwnPart: callback("own-set:{entryId}:{part}", { entryId: id, part: oneOf(ownEntryParts) }),
  proposeOwn: callback("own-ask:{entryId}", { entryId: id }),
  withdrawOwn: callback("own-back:{entryId}", { entryId: id }),
  keepOwn: callback("own-keep:{entryId}", { entryId: id }),
  declineOwn: callback("own-no:{entryId}", { entryId: id }),
  discardOwn: callback("own-drop:{entryId}", { entryId: id }),
  reviewOwn: callback("own-same:{entryId}", { entryId: id }),
  retireOwn: callback("own-end:{entryId}", { entryId: id }),
  voteOwn: callback("own-vote:{entryId}:{helped}", { entryId: id, helped: yesNo }),
  whyMissedOwn: callback("own-why:{entryId}:{why}", { entryId: id, why: oneOf(missReasons) }),
  dilemmas: plain("dilemma"),
  newDilemma: plain("dilemma:new"),
  dilemma: callback("dilemma:look:{dilemmaId}", { dilemmaId: id }),
  goOnWithDilemma: callback("dilemma:on:{dilemmaId}", { dilemmaId: id }),
  editDilemmaStep: callback("dilemma:on:{dilemmaId}:{step}", { dilemmaId: id, step: oneOf(dilemmaSteps) }),
  editDilemma: callback("dilemma:edit:{dilemmaId}", { dilemmaId: id }),
  chooseDilemmaCase: callback("dilemma:case:{dilemmaId}", { dilemmaId: id }),
  setDilemmaCase: callback("dilemma:put:{dilemmaId}:{caseId}", { dilemmaId: id, caseId: idOrNone }),
  askAboutDilemma: callback("dilemma:ask:{dilemmaId}", { dilemmaId: id }),
  documents: plain("documents"),
  documentsPage: callback("documents:{page}", { page }),
  document: callback("document:look:{documentId}", { documentId: id }),
  documentContents: callback("document:look:{documentId}:{page}", { documentId: id, page }),
  passage: callback("document:read:{documentId}:{passage}", { documentId: id, passage: count() }),
  acceptDocument: callback("document:add:{documentId}", { documentId: id }),
  declineDocument: callback("document:no:{documentId}", { documentId: id }),
  removeDocument: callback("document:remove:{documentId}", { documentId: id }),
} as const;

/** The name of a press, also in logs. */
export type CallbackName = keyof typeof callbacks;

/** A decoded press of any button. */
export type Press = PressIn<typeof callbacks>;

/** Decodes the data of a button; undefined for data that no button of ours has. */
export const pressOf: (data: string) => Press | undefined = pressReader(callbacks);
