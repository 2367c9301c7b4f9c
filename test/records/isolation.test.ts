/**
 * Every exported function of the records that is told which case, form, file, question or person is meant, with the ids
 * of one institution, as everybody of another, as a suspended member and as a stranger: it refuses or returns nothing,
 * and no row changes. `test/chat/isolation.test.ts` shows the same of the buttons, `rights.test.ts` who of the institution
 * itself may do what. The functions are found in the sources: a new one has to be given its arguments here.
 */
import { beforeAll, expect, test } from "vitest";
import { transactions } from "../../src/delivery/transaction.js";
import type { DataRequestKind } from "../../src/practice/dataRequests.js";
import { askAssist } from "../../src/records/assist/jobs.js";
import { switchAssist } from "../../src/records/assist/switches.js";
import { keepFile } from "../../src/records/case/attachments.js";
import { breakGlass } from "../../src/records/case/breakGlass.js";
import { caseFor } from "../../src/records/case/case.js";
import { keepInformationGiven } from "../../src/records/case/information.js";
import type { Rounds } from "../../src/records/case/rounds.js";
import { noteDanger } from "../../src/records/danger/dangers.js";
import { openBreach } from "../../src/records/dataRights/breaches.js";
import { beginDataRequest } from "../../src/records/dataRights/dataRequests.js";
import { clocksOf, stateHandover } from "../../src/records/due/handover.js";
import { setSuspended } from "../../src/records/due/staffing.js";
import { snooze } from "../../src/records/due/tasks.js";
import { numberOfRound } from "../../src/records/papers/letters.js";
import { Conflict, NotAllowed } from "../../src/records/people/actor.js";
import { invite } from "../../src/records/people/invitations.js";
import type { Work } from "../../src/records/people/work.js";
import { answerConsultation, askConsultation } from "../../src/records/questions/consultations.js";
import { keepDocument } from "../../src/records/questions/documentReading.js";
import { acceptDocument, offerDocument } from "../../src/records/questions/library.js";
import {
  beginOwnEntry,
  keepOwnEntry,
  proposeOwnEntry,
  retireOwnEntry,
  writeOwnEntry,
} from "../../src/records/questions/ownEntries.js";
import { keepUnanswered } from "../../src/records/questions/unanswered.js";
import { askReport } from "../../src/records/reports/reports.js";
import { beginChoice, changeChoice } from "../../src/records/staff/casesToGive.js";
import { proposeCases } from "../../src/records/staff/proposals.js";
import { currentAccreditation, keepAccreditation } from "../../src/records/standards/accreditations.js";
import { noteSupervision } from "../../src/records/supervision/notes.js";
import { auditsOf } from "../support/audits.js";
import { caseOfEverything, paperMade } from "../support/caseOfEverything.js";
import { aDocument } from "../support/documents.js";
import { ownRecords } from "../support/ownRecords.js";
import { begun, sent } from "../support/records.js";
import { type RepositoryDoor, repositoryDoors } from "../support/repositoryDoors.js";
import * as story from "../support/story.js";

const now = new Date("2026-11-24T03:15:00Z");
const { database, deps, records } = await ownRecords({
  clock: () => now,
  services: { language: "llm.example.org" },
});

/** Functions that ask for no right, and why they need not. */
const unguarded: Readonly<Record<string, readonly string[]>> = {
  "they open, draw or reckon from what somebody read who may": [
    "assist/jobs.ts goOnWithJob",
    "assist/jobs.ts jobResult",
    "case/alias.ts aliasOf",
    "case/cases.ts withoutName",
    "case/change.ts newRound",
    "case/closing.ts turnsOf",
    "case/notes.ts noteContentOf",
    "case/openRound.ts openRoundOf",
    "case/remarks.ts earlierRemarks",
    "case/remarks.ts openRemarks",
    "danger/alarmRecipients.ts memberName",
    "danger/dangerRow.ts dangerKindsOf",
    "danger/dangerRow.ts readDanger",
    "danger/dangerRow.ts readDangers",
    "danger/dangerRow.ts whoseLife",
    "danger/shown.ts isNewDanger",
    "dataRights/copying.ts isCopied",
    "dataRights/correcting.ts correctedSince",
    "dataRights/dataRequests.ts clockOf",
    "dataRights/erasing.ts erasureBar",
    "dataRights/requestedErasure.ts barOf",
    "due/deadlines.ts casesDue",
    "questions/consultations.ts consultationWords",
    "questions/documentRow.ts nameOfDocument",
    "questions/ownEntryRow.ts openedEntries",
    "questions/ownEntryRow.ts openedText",
    "questions/ownEntryRow.ts sealedContent",
    "questions/ownEntryRow.ts sealedText",
    "standards/auditRow.ts findingsOf",
    "transfer/standing.ts caseTransfers",
    "transfer/transferRow.ts institutionsOf",
    "transfer/transferRow.ts sealedTerms",
    "transfer/transferRow.ts termsOf",
  ],
  "whoever calls them has asked for the right, with the same unit of work": [
    "assist/consents.ts missingConsent",
    "assist/jobs.ts keepResult",
    "assist/jobs.ts noteDisclosure",
    "case/cases.ts createCase",
    "case/cases.ts noteNamesSeen",
    "case/case.ts everyCase",
    "case/change.ts changeCase",
    "case/change.ts startRound",
    "case/clients.ts followClient",
    "case/remarks.ts clearDrafts",
    "case/remarks.ts draftRemark",
    "case/remarks.ts draftedRemarks",
    "case/remarks.ts dropDraft",
    "dataRights/dataRequests.ts adoptClocks",
    "dataRights/dataRequests.ts closeRequests",
    "dataRights/dataRequests.ts endDataRequest",
    "dataRights/traces.ts clearDialogues",
    "due/deadlines.ts addDeadline",
    "due/ofOrganization.ts handOnToAdmin",
    "due/nudges.ts noteNudge",
    "due/nudges.ts wasNudged",
    "due/permits.ts recalculateStr",
    "papers/casePapers.ts sentPapers",
    "papers/papers.ts copiesOf",
    "papers/papers.ts orderAuditPaper",
    "papers/papers.ts orderBreachLetter",
    "papers/papers.ts orderReportPaper",
    "papers/papers.ts orderSupervisionPaper",
    "staff/agreeing.ts agreementOn",
    "questions/ownEntryReview.ts endReview",
    "questions/ownEntryReview.ts remindOfReview",
    "standards/improvementDue.ts endImprovementDeadlines",
    "standards/improvementDue.ts remindOfImprovement",
    "transfer/standing.ts transfersOf",
  ],
  "the bot calls them for itself, and shows nobody what they return": [
    "assist/jobs.ts endJob",
    "assist/jobs.ts jobInHand",
    "case/attachments.ts fileStored",
    "case/attachments.ts giveUpFile",
    "case/case.ts caseIn",
    "case/case.ts casesIn",
    "case/case.ts forgetCase",
    "case/waiting.ts countWaitingFor",
    "danger/alarmRecipients.ts alarmRecipientsOf",
    "dataRights/retention.ts leaveCase",
    "danger/dangers.ts alarmAgain",
    "danger/dangers.ts noteDanger",
    "danger/dangers.ts postponeAlarm",
    "danger/dangers.ts replaceRecipient",
    "danger/openDangers.ts openDangersFor",
    "exports/exports.ts endExport",
    "exports/exports.ts waitingExport",
    "due/deadlines.ts reassignDeadlines",
    "due/deadlines.ts recalculate",
    "due/deadlines.ts recalculateCases",
    "due/quietHours.ts heardLater",
    "due/quietHours.ts nudgeInDigest",
    "due/quietHours.ts putInDigest",
    "due/tasks.ts taskCounts",
    "papers/designs.ts endLook",
    "papers/designs.ts noteFailure",
    "papers/papers.ts endPaper",
    "people/accounts.ts adminsOf",
    "people/accounts.ts localeOfAccount",
    "people/accounts.ts noteBlocked",
    "people/accounts.ts reachableAmong",
    "people/elsewhere.ts membershipHolding",
    "people/elsewhere.ts thoseElsewhere",
    "people/memberships.ts actAs",
    "people/memberships.ts activateMembership",
    "people/memberships.ts addMembership",
    "people/refusals.ts noteRefusal",
    "questions/documentReading.ts keepAnew",
    "questions/documentReading.ts keepDocument",
    "questions/documentReading.ts notePage",
    "questions/documentReading.ts refuseDocument",
    "questions/documentReading.ts wordsAnew",
    "questions/documentWords.ts termsFrom",
    "questions/documentWords.ts versionsOf",
    "reports/reports.ts endReport",
    "reports/reports.ts planOfReport",
    "transfer/standing.ts hearersOf",
  ],
  "what they are told is a secret, or is printed to be checked": [
    "people/foundingCodes.ts isFoundingCode",
    "people/foundingCodes.ts spendFoundingCode",
    "people/invitations.ts acceptInvitation",
    "people/organizations.ts createOrganization",
    "papers/verifying.ts verifiedPaper",
    "transfer/receivingCodes.ts spendReceivingCode",
  ],
  "they are about the institution or the chat of whoever calls": [
    "exports/exports.ts beginExport",
    "case/questionMessages.ts questionOfMessage",
    "case/unfiled.ts isLaidBy",
    "case/unfiled.ts layBy",
    "due/ruleSettings.ts setWorkingDays",
    "papers/designs.ts sendDesign",
    "papers/letters.ts reserveNumber",
    "people/memberships.ts switchTo",
    "people/wrongCodes.ts codesRefusedUntil",
    "people/wrongCodes.ts countWrongCode",
    "questions/library.ts offerDocument",
    "reports/reports.ts askReport",
    "supervision/desk.ts deskOf",
  ],
};

/** In this case they return nothing to anybody: it was never corrected, nothing was taken back, all is kept or said. */
const nothingToShow = [
  "assist/jobs.ts recordingOf",
  "case/agreement.ts agreedBefore",
  "case/correcting.ts correctionOf",
  "case/shownMessages.ts membersShown",
  "case/restoring.ts restorableIn",
  "case/submission.ts changesIn",
  "staff/late.ts listLate",
  "transfer/standing.ts packetOf",
];

/** They say the same of what is somebody else's as of what is gone. */
const gone = ["case/unfiled.ts drop", "case/unfiled.ts fileInto", "case/unfiled.ts unfiledOf"];

/** What `id` means in each module. */
const idIn: Readonly<Record<string, string>> = {
  "assist/jobs.ts": "jobId",
  "case/attachments.ts": "attachmentId",
  "case/unfiled.ts": "unfiledId",
  "danger/openDangers.ts": "dangerId",
  "dataRights/breaches.ts": "breachId",
  "dataRights/dataRequests.ts": "requestId",
  "dataRights/retention.ts": "listId",
  "exports/exports.ts": "exportId",
  "exports/lembar.ts": "lembarId",
  "due/handover.ts": "clockId",
  "due/permits.ts": "permitId",
  "due/tasks.ts": "deadlineId",
  "people/invitations.ts": "invitationId",
  "questions/consultations.ts": "consultationId",
  "questions/dilemmas.ts": "dilemmaId",
  "papers/designs.ts": "designId",
  "questions/documentWords.ts": "documentId",
  "questions/library.ts": "documentId",
  "questions/ownEntries.ts": "ownDraftId",
  "questions/ownEntryRow.ts": "ownKeptId",
  "questions/unanswered.ts": "unansweredId",
  "reports/reports.ts": "reportId",
  "staff/proposals.ts": "askedProposalId",
  "standards/auditRow.ts": "auditId",
  "standards/audits.ts": "auditId",
  "standards/results.ts": "finishedAuditId",
  "supervision/notes.ts": "supervisionId",
  "transfer/asking.ts": "draftTransferId",
  "transfer/transfers.ts": "askedTransferId",
};

/** Where something else is meant than elsewhere. */
const instead: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "case/caseLists.ts linesOfCases": { ids: "caseIds" },
  "case/captions.ts readCaptions": { ids: "attachmentIds" },
  "case/ownNotes.ts moveNote": { toId: "otherCaseId" },
  "danger/openDangers.ts openDangersOf": { subject: "stub" },
  "dataRights/correcting.ts correctOnRequest": { requestId: "correctionId", reason: "reasonOf" },
  "dataRights/correcting.ts endCorrection": { requestId: "correctionId" },
  "dataRights/dataRequests.ts beginDataRequest": { askedAt: "earlier", kind: "asksFor" },
  "dataRights/dataRequests.ts openDataRequest": { kind: "asksFor" },
  "dataRights/dataRequests.ts refuseDataRequest": { ground: "refusal" },
  "dataRights/deciding.ts endWithdrawal": { requestId: "withdrawalId" },
  "dataRights/requestedErasure.ts agreeToErasure": { requestId: "erasureId" },
  "dataRights/requestedErasure.ts askErasure": { requestId: "erasureId" },
  "dataRights/requestedErasure.ts askedErasure": { requestId: "erasureId" },
  "dataRights/requestedErasure.ts declineErasure": { requestId: "erasureId" },
  "dataRights/restricting.ts restrictCase": { requestId: "restrictionId" },
  "exports/exports.ts decideExport": { id: "askedExportId" },
  "due/tasks.ts takeInHand": { id: "clockId" },
  "due/handover.ts addProof": { id: "unprovedId" },
  "due/handover.ts isUnproved": { id: "unprovedId" },
  "papers/designs.ts declineDesign": { id: "offeredDesignId" },
  "questions/library.ts acceptDocument": { id: "offeredId" },
  "questions/library.ts declineDocument": { id: "offeredId" },
  "questions/ownEntries.ts beginOwnEntry": { content: "ownContent" },
  "questions/ownEntries.ts declineOwnEntry": { id: "ownProposedId" },
  "questions/ownEntries.ts earlierTexts": { id: "ownRetiredId" },
  "questions/ownEntries.ts entriesWith": { ids: "ownKeptIds" },
  "questions/ownEntries.ts keepOwnEntry": { id: "ownProposedId" },
  "questions/ownEntries.ts retireOwnEntry": { id: "ownKeptId" },
  "questions/ownEntries.ts reviewOwnEntry": { id: "ownKeptId" },
  "questions/ownEntries.ts withdrawOwnEntry": { id: "ownProposedId" },
  "papers/papers.ts orderPaper": { kind: "paperKind", content: "paperContent" },
  "staff/proposals.ts proposeSupervisor": { toId: "siska" },
  "standards/audits.ts writePart": { part: "findingPart" },
  "standards/evidence.ts dropEvidence": { attachmentId: "evidenceId" },
  "standards/evidence.ts keepEvidence": { findingId: "openFindingId" },
  "standards/evidence.ts readEvidence": { attachmentId: "evidenceId" },
  "transfer/transfers.ts acceptTransfer": { id: "sentTransferId", workerId: "receiver" },
  "transfer/transfers.ts declineTransfer": { id: "sentTransferId" },
  "supervision/notes.ts noteSupervision": { about: "inCase" },
};

/** What is given for each parameter, by its name. */
const given = new Map<string, unknown>(
  Object.entries<unknown>({
    agreed: true,
    agrees: true,
    albumId: "album",
    alias: "x",
    anew: false,
    answer: "x",
    asksFor: "access",
    audience: "public",
    field: "what",
    reasonOf: () => "x",
    refusal: "public-interest",
    way: "printed",
    askedAt: now.getTime(),
    caption: null,
    chatId: 1,
    component: "cost",
    dueOn: "2027-03-01",
    findingPart: "missing",
    state: "met",
    choice: { kind: "primero" },
    codes: undefined,
    content: { kind: "referral", subject: "x", addressee: null },
    day: "2026-11-23",
    doing: "x",
    file: { kind: "photo", fileId: "g", mime: null, size: null, name: null, caption: null },
    files: [],
    form: "plan",
    ground: "vital-interest",
    heldOn: "2026-11-24",
    how: "x",
    isDraft: true,
    isShown: true,
    forms: [],
    ownContent: { questions: ["x"], answer: "x", steps: [], source: "" },
    origin: { kind: "new" },
    parts: { answer: "x" },
    reviewOn: "2027-03-01",
    receiver: "tiga-worker",
    isMeant: () => true,
    letterId: null,
    messageId: null,
    nextOn: null,
    on: true,
    outcome: "moved",
    page: 0,
    paperContent: { template: "x", data: "{}", at: now.toISOString() },
    paperKind: "referral",
    part: null,
    path: "note",
    place: null,
    points: "x",
    question: "x",
    reason: "x",
    remarks: [{ part: null, text: "x" }],
    request: "access",
    right: "read",
    role: "supervisor",
    rounds: records.rounds,
    sentAt: now,
    service: "language",
    siska: "siska",
    stated: { kind: "number", number: "1" },
    statement: { at: now, receiver: "other", unit: "x", proof: { kind: "missing" } },
    step: "duties",
    suspended: true,
    text: "x",
    earlier: new Date(now.getTime() - 1_000),
    to: "preserved",
    until: "2026-11-25",
    version: 1,
    which: "all",
    word: "x",
    words: "x",
    memberId: "ratna",
    workerId: "ratna",
    workerIds: ["ratna"],
    supervisorId: "dedi",
    fromId: "ratna",
    toId: "tono",
    byId: "sari",
    askedById: "dedi",
    ids: ["ratna"],
  }),
);

/** The functions of `roundsOf`, which are none of a module; null for those that get what was loaded for a right. */
const ofRounds: { readonly [name in keyof Rounds]: readonly string[] | null } = {
  open: ["roundId"],
  of: null,
  ensureStarted: ["unstarted"],
  answer: ["round", "path", "value", "revision"],
  change: ["round", "edit"],
  context: null,
};

/** Who of the institution may have what it is: between them they get through every door. */
const insiders = ["ratna", "dedi", "sari", "siska", "wulan", "tiga-supervisor"];
/** Nobody of these is let in. A member who was suspended, and a stranger, act for nobody. */
const outsiders = ["jauh-worker", "jauh-supervisor", "jauh-admin", "jauh-all", "tini", "stranger"];

const doors = [...(await repositoryDoors()), ...roundDoors()].filter(
  ({ name }) => !Object.values(unguarded).some((names) => names.includes(name)),
);

function roundDoors(): readonly RepositoryDoor[] {
  return Object.entries(ofRounds).flatMap(([name, parameters]) => {
    const call = Object.entries(records.rounds).find(([known]) => known === name)?.[1];
    if (parameters === null || call === undefined) return [];
    const module = "case/rounds.ts";
    return [
      {
        name: `${module} ${name}`,
        module,
        parameters,
        call: (...args: readonly unknown[]): unknown => Reflect.apply(call, undefined, args) as unknown,
      },
    ];
  });
}

beforeAll(async () => {
  await records.organization("lks");
  await records.organization("other");
  await records.member("sari", ["admin"]);
  await records.member("wulan", ["admin"]);
  await records.member("dedi", ["supervisor"]);
  await records.member("siska", ["supervisor"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  await records.member("tono", ["worker"], { supervisorId: "dedi" });
  await records.member("tini", ["worker", "supervisor", "admin"]);
  const all = ["worker", "supervisor", "admin"] as const;
  for (const role of all) await records.member(`jauh-${role}`, [role], { organizationId: "other" });
  await records.member("jauh-all", all, { organizationId: "other" });
  // A third institution, to which cases are handed over.
  await records.organization("tiga");
  await records.member("tiga-supervisor", ["supervisor"], { organizationId: "tiga" });
  const supervised = { organizationId: "tiga", supervisorId: "tiga-supervisor" };
  await records.member("tiga-worker", ["worker"], supervised);
  await records.as("sari", (work) => setSuspended(work, "tini", true));
  await records.as("sari", (work) => switchAssist(work, "language", true));

  const rows = async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    (await database.pool.query<Row>(sql, [...values])).rows;
  const put = (values: Readonly<Record<string, unknown>>) => {
    for (const [name, value] of Object.entries(values)) given.set(name, value);
  };
  const ids = await caseOfEverything({ records, rows }, "ratna", "dedi");
  const { caseId, roundId } = ids;
  const { caseId: otherCaseId } = await begun(records, "ratna");
  const victim = story.told("approach", "minor-victim", { danger: ["none"], safetyStep: undefined });
  await sent(records, "ratna", otherCaseId, "approach", victim);
  const [clockId = "", unprovedId = ""] = (
    await records.as("ratna", (work) => clocksOf(work, otherCaseId))
  ).map(({ id }) => id);
  given.set("then", given.get("earlier"));
  put({ ...ids, otherCaseId, caseIds: [caseId], by: { id: caseId }, about: { caseId }, inCase: { caseId } });
  await records.as("ratna", async (work) => {
    const file = { kind: "photo", fileId: "f", mime: null, size: null, name: null, caption: null } as const;
    const kept = await keepFile(work, { id: roundId }, "note", { ...file, albumId: "album" });
    const job = await askAssist(work, "language", { roundId, path: "note" });
    const alarm = { whom: "client", kinds: ["medical"], source: "button", raised: false } as const;
    const raised = await noteDanger(work, { ...alarm, organizationId: "lks", caseId, notedById: "ratna" });
    await keepInformationGiven(work, caseId, { version: 1, text: "x" });
    const asks = (kind: DataRequestKind) => beginDataRequest(work, caseId, kind, "x");
    const [requestId, correctionId] = [await asks("access"), await asks("correction")];
    put({ requestId, correctionId, withdrawalId: await asks("withdrawal") });
    put({ restrictionId: await asks("restriction"), erasureId: await asks("erasure") });
    const missing = { at: now, receiver: "other", unit: "x", proof: { kind: "missing" } } as const;
    await stateHandover(work, unprovedId, missing);
    await numberOfRound(work, roundId, { kind: "referral", subject: "x", addressee: null });
    put({ paperId: await paperMade(work, roundId) });
    await keepUnanswered(work, "bantuan sosial");
    const asked = await askConsultation(work, { question: "Apa itu SOP?", caseId: null });
    const attachmentId = "attachmentId" in kept ? kept.attachmentId : "";
    const proposedId = asked.consultation.id;
    put({ attachmentIds: [attachmentId] });
    put({ attachmentId, jobId: job?.id, dangerId: raised.danger.id, clockId });
    put({ unprovedId, proposedId });
  });
  // One that may be snoozed: not that of the danger.
  const [waiting] = await rows<{ id: string }>(
    `SELECT "id" FROM "Deadline" WHERE "memberId" = 'ratna' AND NOT "statutory" AND "doneAt" IS NULL
     AND "caseId" = $1 AND "key" <> $2 ORDER BY "id" LIMIT 1`,
    [caseId, records.storedKind("danger-open")],
  );
  const deadlineId = waiting?.id ?? "";
  await records.as("ratna", (work) => snooze(work, deadlineId, "2026-11-25", "x"));
  await records.as("dedi", async (work) => {
    await answerConsultation(work, String(given.get("proposedId")), "Tata cara.");
    const own = { questions: ["x"], answer: "x", steps: [], source: "" };
    for (const name of ["ownDraftId", "ownProposedId", "ownKeptId", "ownRetiredId"]) {
      put({ [name]: await beginOwnEntry(work, { kind: "new" }, own) });
      if (name !== "ownDraftId") await proposeOwnEntry(work, String(given.get(name)));
    }
    put({ ownKeptIds: [given.get("ownKeptId")], entryId: given.get("ownKeptId") });
    const agreedOn = { heldOn: "2026-11-24", nextOn: null, points: "x" };
    await noteSupervision(work, { caseId }, agreedOn);
  });
  await records.as("ratna", async (work) => {
    const subject = await caseFor(work, caseId, "read");
    const round = await records.rounds.open(work, roundId);
    put({ subject, stub: subject.case, round, code: subject.case.code });
    put({ unstarted: await records.rounds.open(work, `${caseId}.referral`), value: "x", revision: 0 });
    put({
      edit: { answers: round.answers, written: new Map([["note", "x"]]), stale: [], lapsed: [], lost: 0 },
    });
    put({ context: records.rounds.context(work, round) });
  });
  const period = { from: "2026-01-01", to: "2026-01-31" };
  put({ reportId: await records.as("ratna", (work) => askReport(work, { scope: "mine", period }, 1)) });
  await records.as("siska", (work) => breakGlass(work, String(given.get("code")), "x"));
  await records.as("sari", async (work) => {
    for (const name of ["ownKeptId", "ownRetiredId"]) await keepOwnEntry(work, String(given.get(name)));
    await writeOwnEntry(work, String(given.get("ownRetiredId")), { answer: "y" });
    await retireOwnEntry(work, String(given.get("ownRetiredId")));
    await invite(work, { name: "x", roles: ["worker"], supervisorId: null });
    const { id: documentId } = await offerDocument(work, { fileId: "f", name: "SOP.md", mime: null });
    await acceptDocument(work, documentId, null);
    await keepDocument(work, documentId, aDocument);
    const { id: offeredId } = await offerDocument(work, { fileId: "g", name: "Lain.md", mime: null });
    const askedProposalId = await beginChoice(work, "ratna", "tono");
    await changeChoice(work, askedProposalId, "all", true);
    await proposeCases(work, askedProposalId, "x");
    const proposalId = await beginChoice(work, "ratna", "tono");
    await changeChoice(work, proposalId, "all", true);
    put({ documentId, offeredId, askedProposalId, proposalId, breachId: await openBreach(work) });
    const audits = await auditsOf(work, "album");
    put({ auditId: audits.openId, openFindingId: audits.openFindingId, evidenceId: audits.evidenceId });
    put({ finishedAuditId: audits.finishedId, findingId: audits.plannedId });
    await keepAccreditation(work, {
      grade: "A",
      number: "1",
      issuedOn: "2026-01-01",
      expiresOn: "2031-01-01",
    });
    put({ accreditationId: (await currentAccreditation(work))?.id });
  });
  const { caseId: goneCaseId } = await begun(records, "ratna");
  const transfer = { organizationId: "lks", toOrganizationId: "tiga", askedById: "ratna", createdAt: now };
  const sentBy = { sentById: "dedi", sentAt: now };
  for (const data of [
    { id: "draftTransferId", caseId, status: "draft" },
    { id: "askedTransferId", caseId: otherCaseId, status: "asked", askedAt: now },
    { id: "sentTransferId", caseId: goneCaseId, status: "sent", askedAt: now, ...sentBy },
  ]) {
    await database.prisma.transfer.create({ data: { ...transfer, ...data } });
    put({ [data.id]: data.id });
  }
  const listId = "list";
  const list = { id: listId, organizationId: "lks", years: 5, caseIds: [caseId], createdAt: now };
  await database.prisma.retentionList.create({ data: { ...list, proposedById: "sari" } });
  put({ listId });
  const design = { organizationId: "lks", format: "typ", addedById: "sari", shownToId: "sari", addedAt: now };
  for (const data of [
    { id: "designId", kind: "contract", status: "kept", version: 1, task: null, isCurrent: true },
    { id: "offeredDesignId", kind: "plan", status: "offered", task: null },
  ]) {
    await database.prisma.paperDesign.create({ data: { ...design, ...data, notBefore: now } });
    put({ [data.id]: data.id });
  }
  const ordered = { organizationId: "lks", memberId: "sari", chatId: 1n, choice: { kind: "primero" } };
  for (const [id, status] of [
    ["exportId", "draft"],
    ["askedExportId", "asked"],
  ] as const) {
    const asked = { status, kind: "primero", askedAt: status === "asked" ? now : null, notBefore: now };
    await database.prisma.export.create({ data: { id, ...ordered, ...asked, createdAt: now } });
    put({ [id]: id });
  }
  const lembarId = "lembar";
  const text = deps.sealer.seal("name: x\nfields: [{ label: x, path: today }]", {
    table: "LembarDefinition",
    column: "text",
    row: lembarId,
  });
  await database.prisma.lembarDefinition.create({
    data: { id: lembarId, organizationId: "lks", text, addedById: "sari", addedAt: now },
  });
  put({ lembarId });
  const only = async (table: string) =>
    (await rows<{ id: string }>(`SELECT "id" FROM "${table}" ORDER BY "id" LIMIT 1`))[0]?.id;
  put({
    invitationId: await only("Invitation"),
    unansweredId: await only("UnansweredQuestion"),
    supervisionId: await only("SupervisionNote"),
    letterId: await only("Letter"),
    deadlineId,
  });
});

test("every function that is told an id is tried, or is said to ask for no right and why", async () => {
  const all = (await repositoryDoors()).map(({ name }) => name);
  expect(
    Object.values(unguarded)
      .flat()
      .filter((name) => !all.includes(name)),
  ).toEqual([]);
  expect(doors.length).toBeGreaterThan(100);
  const missing = doors.flatMap((door) =>
    door.parameters.flat().flatMap((name) => (given.has(keyOf(door, name)) ? [] : [`${door.name}: ${name}`])),
  );
  expect(missing, "what is to be given for these").toEqual([]);
  expect(new Set(Object.keys(records.rounds))).toEqual(new Set(Object.keys(ofRounds)));
});

test("between them those who may get through every door", async () => {
  const shut = new Set(doors.filter(({ name }) => !nothingToShow.includes(name)));
  for (const who of insiders) {
    await through(who, async (tries) => {
      for (const door of [...shut]) {
        const came = await tries(door);
        if (came !== "refused" && !came.startsWith("error")) shut.delete(door);
      }
    });
  }
  expect([...shut].map(({ name }) => name)).toEqual([]);
});

test.each(outsiders)("%s gets through none, and changes nothing", async (who) => {
  const open: string[] = [];
  await through(who, async (tries) => {
    for (const door of doors) {
      const came = await tries(door);
      const isRefusal = came === "refused" || (came === "Conflict" && gone.includes(door.name));
      if (!isRefusal) open.push(`${door.name}: ${came}`);
    }
  });
  expect(open).toEqual([]);
});

type Tries = (door: RepositoryDoor) => Promise<string>;

/** Lets somebody try doors within one transaction, in which every try is undone. */
async function through(who: string, act: (tries: Tries) => Promise<void>): Promise<void> {
  const knock = async (work: Work) => {
    const { actor } = work;
    let rows = await changedRows(work);
    await act(async (door) => {
      const came = await outcomeOf(work, door);
      // A statement that failed has ended the transaction up to its beginning.
      if (came.startsWith("error")) await work.beginAgain();
      const changed = (await changedRows(work)) - rows;
      rows += changed;
      const lines = [work.answers, work.outgoing, work.audit].flat().length + work.bumps.size;
      if (came === "refused" && changed + lines === 0) return came;
      await work.beginAgain();
      work.actor = actor;
      return came === "refused" ? `wrote ${changed} rows, ${lines} lines` : came;
    });
  };
  if (who === "stranger") await transactions(deps).run(knock);
  else await records.as(who, knock);
}

/** How many rows this transaction has changed so far, in any table. */
async function changedRows(work: Work): Promise<number> {
  const tx = await work.tx();
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::int AS "n" FROM pg_stat_xact_user_tables`;
  return row?.n ?? 0;
}

/** Refused is who gets nothing as well: what they ask about is not there for them. */
async function outcomeOf(work: Work, door: RepositoryDoor): Promise<string> {
  const args = door.parameters.map((one) =>
    typeof one === "string"
      ? argumentOf(door, one)
      : Object.fromEntries(one.map((part) => [part, argumentOf(door, part)])),
  );
  try {
    return isNothing(await door.call(work, ...args)) ? "refused" : "came through";
  } catch (error) {
    if (error instanceof NotAllowed) return "refused";
    if (error instanceof Conflict) return "Conflict";
    return `error: ${error instanceof Error ? `${error.name} ${error.message}` : String(error)}`;
  }
}

function argumentOf(door: RepositoryDoor, name: string): unknown {
  return given.get(keyOf(door, name));
}

function keyOf({ name: door, module }: RepositoryDoor, name: string): string {
  return instead[door]?.[name] ?? (name === "id" ? (idIn[module] ?? name) : name);
}

/** Nothing, or a list, a page or a sum of nothing. */
function isNothing(said: unknown): boolean {
  if (said instanceof Map || said instanceof Set) return said.size === 0;
  if (said instanceof Date) return false;
  if (typeof said === "object" && said !== null) return Object.values(said).every(isNothing);
  return said === undefined || said === null || said === false || said === 0 || said === "";
}
