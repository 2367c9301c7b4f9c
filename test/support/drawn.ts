import { basename } from "node:path";
import type { Message } from "@grammyjs/types";
import { type CallbackName, type Press, pressOf } from "../../src/chat/telegram/callbacks.js";
import type { TelegramEmulator } from "../../src/playground/telegram.js";

/** What the bot drew: every press of a button, as it is read back, by its data; undefined where nobody reads it. */
export type Drawn = ReadonlyMap<string, Press | undefined>;

/** Collects the buttons of every message and edit of a Telegram from now on. */
export function collectDrawn(telegram: TelegramEmulator): Drawn {
  const drawn = new Map<string, Press | undefined>();
  const look = ({ message, isFromBot }: { message: Message; isFromBot: boolean }) => {
    if (isFromBot) for (const data of dataOf(message)) drawn.set(data, pressOf(data));
  };
  telegram.on("message", look);
  telegram.on("edit", look);
  return drawn;
}

/** What the buttons below a message say when pressed. */
export function dataOf(message: Message): string[] {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.flatMap((button) => ("callback_data" in button ? [button.callback_data] : []));
}

/**
 * Buttons that the walk of test/chat/everyButton.test.ts need not come to: what leads to them is told at length in a
 * test of its own, which shows by `notDrawn` that it draws them.
 */
export const drawnIn: Readonly<Record<string, readonly CallbackName[]>> = {
  "approval.test.ts": [
    "openApprovalHere",
    "remarkIn",
    "remarkPage",
    "remindSupervisor",
    "returnWithRemarks",
    "supervisorWanted",
    "nameSupervisor",
  ],
  "assist.test.ts": [
    "assistSettings",
    "switchAssist",
    "ownAssist",
    "setOwnAssist",
    "clientAssist",
    "setClientAssist",
    "agreeToJob",
    "hear",
    "heard",
  ],
  "assistProposals.test.ts": ["propose", "decideProposal", "quickPropose"],
  "breaches.test.ts": ["breachCard", "changeBreach", "writeBreachLetter", "toldOfBreach"],
  "clocks.test.ts": ["addProof", "sendFile", "enterDue"],
  "consent.test.ts": ["sendConsentProof", "signContract", "clientWithdraws", "sendRound", "confirmAnswer"],
  "correcting.test.ts": ["takeBack", "correctRound", "dropCorrection", "openCorrection"],
  "dangerHeard.test.ts": ["openDangers"],
  "dangerNumbersLocal.test.ts": ["changeLocalNumber", "triedLocalNumber", "dropLocalNumber"],
  "dangerReflex.test.ts": ["noDanger"],
  "dataRequests.test.ts": [
    "openDataRequest",
    "makeCopy",
    "copyHanded",
    "correctFor",
    "correctRoundFor",
    "correctedFor",
    "restrictFor",
    "unrestrictCase",
    "withdrawalOver",
    "refuseDataRequest",
    "refuseDataRequestFor",
    "clientTold",
    "askErasure",
    "askErasureSurely",
    "erasure",
    "erase",
    "eraseSurely",
    "declineErasure",
    "erasureLetter",
    "preserveCase",
  ],
  "designs.test.ts": [
    "designVersion",
    "showDesign",
    "useDesign",
    "declineDesign",
    "shippedDesign",
    "removeLogo",
  ],
  "desk.test.ts": ["remindWorker"],
  "drawings.test.ts": ["orderDrawing", "readDrawing"],
  "everyChoice.test.ts": ["optionPage", "answerLevel", "answerNow"],
  "filing.test.ts": [
    "layBy",
    "quickSession",
    "fileInto",
    "searchInto",
    "dropUnfiled",
    "ownNote",
    "moveNote",
    "moveNoteTo",
    "searchForNote",
    "takeNoteBack",
    "takeNamesOutOfNote",
  ],
  "form.test.ts": ["removeItem", "removeItemSurely", "tickAll", "useMyAnswer"],
  "glass.test.ts": ["breakGlass"],
  "guidance.test.ts": ["wholeAnswer", "noneOfThese"],
  "guidanceAsking.test.ts": [
    "takeAsQuestion",
    "dropFavourite",
    "keepReply",
    "ownEntry",
    "ownHistory",
    "proposeOwn",
    "withdrawOwn",
    "keepOwn",
    "declineOwn",
    "discardOwn",
    "reviewOwn",
    "retireOwn",
    "voteOwn",
    "whyMissedOwn",
    "writeInstead",
  ],
  "guidanceDocuments.test.ts": [
    "quote",
    "document",
    "passage",
    "acceptDocument",
    "declineDocument",
    "removeDocument",
  ],
  "institutions.test.ts": ["openThere"],
  "letters.test.ts": ["letter", "voidLetter"],
  "knownClients.test.ts": ["askWhetherKnown"],
  "laws.test.ts": ["laws", "law", "lawChapter", "lawPlace", "lawExplained", "lawFormer", "lawBack"],
  "leaving.test.ts": ["removeMe", "removeMeSurely", "askToHandOn"],
  "casePapers.test.ts": ["casePapers", "orderCaseFile", "openPaper"],
  "members.test.ts": ["chooseSuccessor"],
  "namesBeforeSending.test.ts": ["sendWithoutNames", "sendWithNames"],
  "menu.test.ts": ["organizations", "switchOrganization"],
  "morning.test.ts": ["approvalWorkers", "staffProposals", "agreeToProposals"],
  "namesInAnswers.test.ts": ["takeNamesOut", "leaveNames"],
  "pin.test.ts": [
    "ownPin",
    "choosePin",
    "forgotPin",
    "resetPin",
    "pinRule",
    "setPinRule",
    "setPinAfter",
    "removePin",
  ],
  "exports.test.ts": [
    "exports",
    "exportData",
    "exportDraft",
    "exportSheet",
    "takeSheet",
    "takeColumn",
    "exportAs",
    "exportNamed",
    "orderExport",
    "openExport",
    "agreeToExport",
    "declineExport",
    "cancelExport",
    "recap",
    "makeRecap",
    "recapColumns",
    "setRecapColumn",
    "recapBands",
    "accreditation",
    "makeAccreditation",
    "primero",
    "makePrimero",
    "readPrimero",
    "changePrimero",
    "shippedPrimero",
    "lembarSettings",
    "addLembar",
    "lembarExample",
    "removeLembar",
    "caseLembar",
    "openLembar",
    "printLembar",
    "orderReview",
  ],
  "placing.test.ts": ["addWords", "useWords", "askWords", "dropWords", "changeAnswer"],
  "quickSession.test.ts": ["quickInto", "quickSend", "quickSendUnnamed", "quickEdit"],
  "requests.test.ts": ["agreeToRequest", "withdrawRequest", "refuseRequest"],
  "restoring.test.ts": ["restoreAnswers"],
  "retention.test.ts": [
    "pastRetention",
    "proposeRetention",
    "retentionList",
    "agreeToRetention",
    "agreeToRetentionSurely",
    "refuseRetention",
    "cancelRetention",
  ],
  "saidBefore.test.ts": ["useSuggestion"],
  "sessionReading.test.ts": ["readSessions", "sessionRead"],
  "settings.test.ts": ["dropRequirement", "dropHolidays"],
  "standards.test.ts": [
    "auditReport",
    "auditResult",
    "changeFinding",
    "dropAccreditation",
    "dropEvidence",
    "evidence",
    "finishAudit",
    "finishAuditSurely",
    "improvement",
    "improvementMade",
    "moveImprovement",
    "recordAccreditation",
    "scoreChart",
  ],
  "staffProposals.test.ts": [
    "giveCases",
    "chooseCases",
    "chooseCase",
    "chooseAllCases",
    "giveChosen",
    "staffProposal",
    "decideStaffProposal",
    "cancelStaffProposal",
  ],
  "supervisionNotes.test.ts": ["superviseWorker", "supervisionNote", "orderSupervisionPaper"],
  "tasks.test.ts": ["removePermit"],
  "transfer.test.ts": [
    "makeReceivingCode",
    "beginTransfer",
    "chooseTransferForm",
    "goOnWithTransfer",
    "dropTransfer",
    "transfer",
    "withdrawTransfer",
    "releaseTransfer",
    "refuseTransfer",
    "takeTransfer",
    "takeTransferFor",
    "packet",
    "packetForm",
  ],
  "reports.test.ts": ["orderReport", "ownReportDays"],
  "wholeAnswers.test.ts": ["turnSummary"],
};

/** What a test file, by its URL, should have drawn by its end and has not. A test expects nothing. */
export function notDrawn(drawn: Drawn, url: string): CallbackName[] {
  const names = namesOf(drawn);
  return (drawnIn[basename(url)] ?? []).filter((name) => !names.has(name));
}

/** The names of what was drawn. */
export function namesOf(drawn: Drawn): ReadonlySet<CallbackName> {
  return new Set([...drawn.values()].flatMap((press) => (press === undefined ? [] : [press.name])));
}
