import type { UserFromGetMe } from "grammy/types";
import type { Guides } from "../documents/guides.js";
import type { Paper } from "../documents/paper.js";
import type { JobOutcome } from "../practice/assist/services.js";
import { type Danger, immediateDangers } from "../practice/forms/vocabulary.js";
import type { TemplatedKind } from "../practice/paperTemplates.js";
import { keepFile, type LostFile, type StoredFileMessage } from "../records/case/attachments.js";
import { RoundCache } from "../records/case/roundCache.js";
import { roundsOf } from "../records/case/rounds.js";
import type { EndedRetention } from "../records/dataRights/retention.js";
import type { EndedExport } from "../records/exports/exports.js";
import type { FailedDesign, LookedInto } from "../records/papers/designs.js";
import type { EndedPaper } from "../records/papers/papers.js";
import { localeOfAccount, noteBlocked } from "../records/people/accounts.js";
import { nameOf } from "../records/people/members.js";
import type { Work } from "../records/people/work.js";
import type { ReadDocument } from "../records/questions/documentReading.js";
import type { EndedReport } from "../records/reports/reports.js";
import type { Texts } from "../texts.js";
import { approvalFeature } from "./approval/approvalFeature.js";
import { correctingEntries, correctingFeature } from "./approval/correcting.js";
import { decisionListFeature } from "./approval/decisionList.js";
import { formFeature } from "./approval/formFeature.js";
import { quickSessionFeature } from "./approval/quickSession.js";
import { returningEntries, returningFeature } from "./approval/returning.js";
import { agreeingFeature } from "./assist/agreeing.js";
import { afterRecording, hearingFeature } from "./assist/hearing.js";
import { type AssistJobDeps, prepareJob, settleJob } from "./assist/jobs.js";
import { offerProposals, proposingFeature } from "./assist/proposing.js";
import { assistSettingsFeature } from "./assist/settings.js";
import { aliasEntries, aliasFeature } from "./case/alias.js";
import { caseListEntries, caseListFeature } from "./case/caseList.js";
import { casesFeature } from "./case/cases.js";
import { closingEntries, closingFeature } from "./case/closing.js";
import { dataGroundEntries, dataGroundFeature } from "./case/dataGround.js";
import { discardingFeature } from "./case/discarding.js";
import { fileFeature } from "./case/fileFeature.js";
import { findingFeature } from "./case/finding.js";
import { glassEntries, glassFeature } from "./case/glass.js";
import { informingFeature } from "./case/informing.js";
import { knownClientsFeature, offerOnKnown } from "./case/knownClients.js";
import { readersFeature } from "./case/readers.js";
import { requestEntries, requestsFeature } from "./case/requests.js";
import { timelineFeature } from "./case/timeline.js";
import { withdrawingFeature } from "./case/withdrawingRequest.js";
import { raiseAlarms, repeatAlarm, replaceBlocked } from "./danger/alarm.js";
import { noteInForm, showDanger } from "./danger/danger.js";
import { type EmergencyDeps, emergencyFeature } from "./danger/emergencyFeature.js";
import { followingEntries, followingFeature } from "./danger/following.js";
import { localNumberEntries, localNumbersFeature } from "./danger/localNumbers.js";
import { openListFeature } from "./danger/openList.js";
import { dangerLineOf, reflexFeature } from "./danger/reflex.js";
import { dataActEntries, dataActsFeature } from "./dataRights/acts.js";
import { erasureEntries, erasureFeature } from "./dataRights/erasure.js";
import { dataRequestEntries, dataRequestsFeature } from "./dataRights/recording.js";
import { reminderMessages } from "./due/digest.js";
import { handoverEntries, handoverFeature } from "./due/handover.js";
import { inHandEntries, inHandFeature } from "./due/inHand.js";
import { proofEntries, proofFeature } from "./due/proof.js";
import { reminderLogFeature } from "./due/reminderLog.js";
import { snoozeEntries, snoozeFeature } from "./due/snooze.js";
import { tasksFeature } from "./due/tasks.js";
import { nudgingFeature } from "./due/tasksOfOthers.js";
import { walletEntries, walletFeature } from "./due/wallet.js";
import { profilesByLanguage } from "./entrance/commands.js";
import { consentGateFeature } from "./entrance/consentGate.js";
import { helpFeature } from "./entrance/help.js";
import { institutionsFeature, switchingFeature } from "./entrance/institutions.js";
import { languageFeature } from "./entrance/language.js";
import { leavingFeature } from "./entrance/leaving.js";
import { menuFeature } from "./entrance/menuFeature.js";
import { pinEntries, pinFeature } from "./entrance/pin.js";
import { pinGateFeature } from "./entrance/pinGate.js";
import { privacyEntries, privacyFeature } from "./entrance/privacy.js";
import { privateChatFeature } from "./entrance/privateChat.js";
import { setupEntries, startFeature } from "./entrance/start.js";
import { unhandledFeature } from "./entrance/unhandled.js";
import { composeExport, sendExport } from "./exports/composing.js";
import { countScreensFeature, recapEntries } from "./exports/countScreens.js";
import { dataExportFeature } from "./exports/dataScreen.js";
import { definitionEntries, definitionScreensFeature } from "./exports/definitionScreens.js";
import { exportFeature } from "./exports/exportFeature.js";
import { lembarPaperFeature } from "./exports/lembarPaper.js";
import { lembarFeature } from "./exports/lembarScreen.js";
import { exportDecisionFeature, exportReasonEntries } from "./exports/ordering.js";
import { reviewFeature } from "./exports/reviewPaper.js";
import { albumFeature } from "./filing/album.js";
import { filingEntries, filingFeature } from "./filing/filingFeature.js";
import { offerFiling } from "./filing/offer.js";
import { ownNoteEntries, ownNotesFeature } from "./filing/ownNotes.js";
import { lastWordsFeature } from "./form/lastWords.js";
import { namesFeature } from "./form/names.js";
import { namesOutFeature } from "./form/namesOut.js";
import { showSummary } from "./form/summary.js";
import { walkerOf } from "./form/walker.js";
import { wordsFeature } from "./form/wordsFeature.js";
import { consultationEntries, consultationFeature } from "./guidance/consultation.js";
import { dilemmaEntries, dilemmaFeature } from "./guidance/dilemma.js";
import { type DocumentOutcome, showReadingPage, tellOfDocument } from "./guidance/documentReports.js";
import { favouritesFeature } from "./guidance/favourites.js";
import { guidanceFeature } from "./guidance/guidanceFeature.js";
import { lawFeature } from "./guidance/lawFeature.js";
import { libraryFeature } from "./guidance/library.js";
import { ownFeature } from "./guidance/ownFeature.js";
import { ownEntryEntries } from "./guidance/ownWriting.js";
import { answerQuestion, type Guide, questionRepliedTo } from "./guidance/replies.js";
import { unansweredFeature } from "./guidance/unansweredQuestions.js";
import { topicButton } from "./guidance/unfolding.js";
import { caseFileFeature } from "./papers/caseFileFeature.js";
import { casePapersFeature } from "./papers/casePapers.js";
import { type DesignOutcome, tellOfFailure, tellOfLook } from "./papers/designNotices.js";
import { designEntries, designsFeature } from "./papers/designs.js";
import { drawingFeature } from "./papers/drawingFeature.js";
import { letterheadEntries, letterheadFeature } from "./papers/letterhead.js";
import { letterEntries, letterFeature } from "./papers/letters.js";
import { paperFeature, sendPaper } from "./papers/paperFeature.js";
import { samplesOf } from "./papers/samplePaper.js";
import { supervisionPaperFeature } from "./papers/supervisionPaper.js";
import { verifyingFeature } from "./papers/verifying.js";
import { isReportPaper, sendReportPaper } from "./reports/reportFiles.js";
import { reportEntries, reportsFeature, sendReport } from "./reports/reportsFeature.js";
import { botOf } from "./router.js";
import { breachEntries, breachesFeature } from "./staff/breaches.js";
import { dataSettingsEntries, dataSettingsFeature } from "./staff/dataSettings.js";
import { givingEntries, givingFeature } from "./staff/giving.js";
import { holidayListEntries, holidayListsFeature } from "./staff/holidayLists.js";
import { inviteEntries, inviteFeature } from "./staff/invite.js";
import { lateFeature } from "./staff/late.js";
import { membersFeature } from "./staff/members.js";
import { namingFeature } from "./staff/naming.js";
import { organizationEntries, organizationFeature } from "./staff/organization.js";
import { proposalsFeature } from "./staff/proposals.js";
import { registersFeature } from "./staff/registers.js";
import { retentionEnded, retentionFeature, tellOfPastRetention } from "./staff/retention.js";
import { ruleEntries } from "./staff/ruleEntries.js";
import { ruleSettingsFeature } from "./staff/ruleSettings.js";
import { accreditationEntries, accreditationFeature } from "./standards/accreditationScreen.js";
import { componentFeature, findingEntries } from "./standards/componentScreen.js";
import { evidenceFeature } from "./standards/evidenceFiles.js";
import { improvementEntries, improvementFeature } from "./standards/improvementScreen.js";
import { standardsFeature } from "./standards/standardsFeature.js";
import { supervisionEntries, supervisionNotesFeature } from "./supervision/notes.js";
import { sessionReadingFeature } from "./supervision/sessions.js";
import { supervisionFeature } from "./supervision/supervision.js";
import type { Ctx } from "./telegram/context.js";
import { nameInstitutions } from "./telegram/elsewhere.js";
import { notify, recipientLocale, tellOfBlock } from "./telegram/notices.js";
import { queueCall, queueDeletion, queueMessage, queueSign } from "./telegram/outbox.js";
import { withdrawErased } from "./telegram/withdrawing.js";
import { wordingOf } from "./telegram/wording.js";
import { transferEntries, transferFeature } from "./transfer/deciding.js";
import { packetFeature } from "./transfer/packet.js";
import { receivingCodeFeature } from "./transfer/receivingCode.js";
import { sendingEntries, sendingFeature } from "./transfer/sending.js";

/** What the chat needs. */
export type ChatDeps = {
  readonly texts: Texts;
  /** Who the bot is on Telegram. */
  readonly me: UserFromGetMe;
  /** What questions are answered from. */
  readonly guide: Guide;
  /** The guides of the roles, as files. */
  readonly guides: Guides;
};

/** The chat as the rest of the program uses it. */
export type Chat = ReturnType<typeof createChat>;

/** Everything a person sees, as functions of an update and its work. */
export function createChat({ texts, me, guide, guides }: ChatDeps) {
  const rounds = roundsOf(new RoundCache());
  const emergency: EmergencyDeps = {
    texts,
    entryButton: (ctx, topic) => topicButton(ctx, guide.index, topic),
  };
  const reflex = {
    ...emergency,
    reader: guide.index.danger,
    answer: async (ctx: Ctx) => {
      const question = questionRepliedTo(ctx);
      if (question !== undefined) await answerQuestion(ctx, guide, question);
    },
  };
  const inForm = {
    note: noteInForm,
    show: (ctx: Ctx, dangers: readonly Danger[]) => showDanger(ctx, emergency, dangers),
  };
  const walker = walkerOf({
    rounds,
    complete: (ctx, round) => showSummary(ctx, rounds, round),
    danger: inForm,
    keepFile: (ctx, round, path, { file }) => keepFile(ctx.work, round, path, file),
    afterRecording: async (ctx, round, path, recording) =>
      recording.kind === "location"
        ? { line: undefined, rows: [] }
        : afterRecording(ctx, round, path, recording.attachmentId),
    afterWords: (ctx, round, path) => offerProposals(ctx, rounds, round, path),
    afterName: (ctx, before, after, path) => offerOnKnown(ctx, texts, before, after, path),
    offerFiling,
    nameOf: (ctx, memberId) => nameOf(ctx.work, memberId),
    guide: (ctx, question, way) => answerQuestion(ctx, guide, question, { way: [way] }),
  });

  const assist: AssistJobDeps = {
    rounds,
    texts,
    dangerIn: (say, words) => {
      const reading = guide.index.danger.read(words, "answer");
      if (reading.kind === "none" || reading.kind === "past") return undefined;
      const kinds = immediateDangers.filter((kind) => reading.dangers.includes(kind));
      return dangerLineOf(say, { whom: reading.whom, kinds });
    },
  };

  return {
    handle: botOf({
      texts,
      me,
      walker,
      topicButton: (ctx, topic) => topicButton(ctx, guide.index, topic),
      entries: [
        ...setupEntries,
        ...privacyEntries,
        ...pinEntries,
        ...inviteEntries,
        ...letterheadEntries,
        ...letterEntries,
        ...designEntries,
        ...givingEntries(texts),
        ...holidayListEntries,
        ...organizationEntries,
        ...dataSettingsEntries,
        ...exportReasonEntries(texts),
        ...recapEntries,
        ...definitionEntries,
        ...caseListEntries,
        ...aliasEntries,
        ...glassEntries(texts),
        ...closingEntries(texts),
        ...dataGroundEntries(texts),
        ...requestEntries(texts),
        ...sendingEntries(texts),
        ...transferEntries(texts),
        ...correctingEntries(rounds),
        ...returningEntries(rounds),
        ...consultationEntries(texts),
        ...ownEntryEntries,
        ...dilemmaEntries(guide.index),
        ...snoozeEntries,
        ...inHandEntries(texts),
        ...handoverEntries(texts),
        ...proofEntries,
        ...walletEntries,
        ...reportEntries,
        ...dataRequestEntries(texts),
        ...dataActEntries,
        ...erasureEntries,
        ...breachEntries,
        ...findingEntries,
        ...improvementEntries,
        ...accreditationEntries,
        ...ruleEntries,
        ...followingEntries(texts),
        ...supervisionEntries(texts),
        ...localNumberEntries,
        ...filingEntries,
        ...ownNoteEntries,
      ],
      gates: {
        privateChat: privateChatFeature(texts),
        reflex: reflexFeature(reflex),
        switching: switchingFeature(),
        consentGate: consentGateFeature(),
        pinGate: pinGateFeature(),
        album: albumFeature(),
      },
      features: {
        verifying: verifyingFeature(),
        start: startFeature(texts),
        emergency: emergencyFeature(emergency),
        following: followingFeature(texts),
        openList: openListFeature(),
        localNumbers: localNumbersFeature(),
        menu: menuFeature(),
        institutions: institutionsFeature(),
        tasks: tasksFeature(rounds),
        nudging: nudgingFeature(texts),
        handover: handoverFeature(),
        proof: proofFeature(),
        file: fileFeature(),
        paper: paperFeature(rounds),
        drawing: drawingFeature(rounds),
        casePapers: casePapersFeature(),
        caseFile: caseFileFeature(rounds),
        supervisionPaper: supervisionPaperFeature(),
        letterhead: letterheadFeature(),
        letter: letterFeature(),
        designs: designsFeature(),
        snooze: snoozeFeature(),
        inHand: inHandFeature(),
        reminderLog: reminderLogFeature(),
        wallet: walletFeature(),
        dataRequests: dataRequestsFeature(),
        dataActs: dataActsFeature(rounds),
        erasure: erasureFeature(texts),
        breaches: breachesFeature(),
        standards: standardsFeature(),
        component: componentFeature(),
        evidence: evidenceFeature(),
        improvement: improvementFeature(),
        accreditation: accreditationFeature(),
        ruleSettings: ruleSettingsFeature(),
        language: languageFeature(texts),
        help: helpFeature(guides),
        privacy: privacyFeature(texts),
        leaving: leavingFeature(texts),
        pin: pinFeature(texts),
        supervision: supervisionFeature(),
        supervisionNotes: supervisionNotesFeature(),
        sessionReading: sessionReadingFeature(rounds),
        members: membersFeature(texts),
        late: lateFeature(),
        giving: givingFeature(),
        registers: registersFeature(),
        holidayLists: holidayListsFeature(),
        proposals: proposalsFeature(texts),
        invite: inviteFeature(),
        organization: organizationFeature(),
        dataSettings: dataSettingsFeature(),
        retention: retentionFeature(texts),
        assistSettings: assistSettingsFeature(),
        agreeing: agreeingFeature(),
        hearing: hearingFeature(rounds),
        proposing: proposingFeature(rounds),
        reports: reportsFeature(),
        export: exportFeature(),
        dataExport: dataExportFeature(texts),
        exportDecision: exportDecisionFeature(texts),
        countScreens: countScreensFeature(texts),
        definitionScreens: definitionScreensFeature(texts),
        lembar: lembarFeature(),
        lembarPaper: lembarPaperFeature(rounds),
        review: reviewFeature(rounds),
        caseList: caseListFeature(),
        alias: aliasFeature(),
        cases: casesFeature(),
        timeline: timelineFeature(),
        readers: readersFeature(),
        informing: informingFeature(),
        knownClients: knownClientsFeature(texts),
        glass: glassFeature(),
        closing: closingFeature(),
        dataGround: dataGroundFeature(),
        requests: requestsFeature(texts),
        withdrawing: withdrawingFeature(texts),
        sending: sendingFeature(),
        transfer: transferFeature(rounds, texts),
        receivingCode: receivingCodeFeature(),
        packet: packetFeature(),
        discarding: discardingFeature(rounds),
        form: formFeature(rounds, texts),
        names: namesFeature(rounds),
        namesOut: namesOutFeature(rounds),
        words: wordsFeature(rounds, {
          danger: inForm,
          guide: (ctx, question) => answerQuestion(ctx, guide, question),
        }),
        decisionList: decisionListFeature(),
        approval: approvalFeature(rounds, texts),
        returning: returningFeature(rounds, texts),
        correcting: correctingFeature(rounds, texts),
        naming: namingFeature(texts),
        consultation: consultationFeature(),
        own: ownFeature(guide.index, texts),
        favourites: favouritesFeature(guide.index),
        dilemma: dilemmaFeature(texts),
        library: libraryFeature(guide.library),
        lastWords: lastWordsFeature(rounds),
        filing: filingFeature(),
        ownNotes: ownNotesFeature(),
        quickSession: quickSessionFeature(rounds, texts),
        unanswered: unansweredFeature(guide.index),
        // A code, a number or a name that is one of a case; every other text goes on.
        finding: findingFeature(),
        // Takes every text that nothing else took.
        law: lawFeature(guide.index),
        guidance: guidanceFeature(guide),
        unhandled: unhandledFeature(),
      },
    }),

    /** Names the institution in what is told to those who have another at hand. The last thing before the commit. */
    nameInstitutions,

    /** What the bot says by itself when something is due. */
    reminders: reminderMessages(texts),

    /** What to register with Telegram at the start: commands and descriptions. */
    profiles: profilesByLanguage(texts),

    /** An update was put aside after every try: the person is told once, with what to quote. */
    apologize(work: Work, reference: string): void {
      say(work, "apology-update", reference);
    },

    /** Telegram refused a message for good: the person is told that something did not arrive. */
    async undelivered(work: Work, chatId: number, reference: string): Promise<void> {
      const locale = recipientLocale(await localeOfAccount(work, chatId));
      const text = texts.t(locale, "apology-message", { reference });
      queueMessage(work, { chatId, text, kind: "reply" });
    },

    /** What was shown for a while stays in the chat although its time is over: the person is told, below that very message. */
    async shownRemains(work: Work, chatId: number, telegramId: number): Promise<void> {
      const locale = recipientLocale(await localeOfAccount(work, chatId));
      const reply = { message_id: telegramId, allow_sending_without_reply: true };
      const text = texts.t(locale, "shown-remains");
      queueCall(work, "sendMessage", { chat_id: chatId, text, reply_parameters: reply }, "notice");
    },

    /** A file that a person sent is stored: the message it came in goes from the chat after a while. */
    fileStored(work: Work, { chatId, messageId, caseId, stays }: StoredFileMessage): void {
      const caseIds = caseId === null ? [] : [caseId];
      queueDeletion(work, { chatId, message: { telegramId: messageId }, after: stays, caseIds });
    },

    /** A file that a person sent cannot be fetched, ever: they are told once. */
    fileLost(work: Work, { accountId, kind, of, code, ...to }: LostFile): void {
      const key = of === "case" ? "attachment-lost" : "evidence-lost";
      notify(work, texts, { ...to, chatId: accountId }, key, [{ kind, code }]);
    },

    /** What became of a document that an admin sent: they hear of it. */
    documentRead: (work: Work, document: ReadDocument, outcome: DocumentOutcome) =>
      tellOfDocument(work, texts, document, outcome),

    /** A document whose pages are pictures takes minutes: its sender sees how far it has come. */
    documentPage: (
      work: Work,
      document: ReadDocument,
      page: { readonly page: number; readonly of: number },
    ) => showReadingPage(work, texts, document, page),

    /** What a job sends to an outside service. */
    prepareAssist: (work: Work, jobId: string) => prepareJob(assist, work, jobId),

    /** What came back from one, shown to be confirmed. */
    settleAssist: (work: Work, jobId: string, outcome: JobOutcome) => settleJob(assist, work, jobId, outcome),

    /** A paper that was ordered is made, or cannot be made: who ordered it gets it, or hears of it. */
    paperEnded: (
      work: Work,
      paper: EndedPaper & { readonly width: number | null },
      outcome: "made" | "refused",
    ) =>
      outcome === "made" && isReportPaper(paper)
        ? sendReportPaper(work, texts, paper)
        : sendPaper(work, texts, paper, outcome),

    /** A report was counted, or could not be: who asked for it sees its summary, or hears of it. */
    reportEnded: (work: Work, report: EndedReport) => sendReport(work, texts, report),

    /** A paper takes more than a moment: its chat shows that a file is coming. */
    paperBeingMade: (work: Work, chatId: number) => queueSign(work, chatId, "upload_document"),
    /** What papers of institutions are tried with, and their logos in words. */
    paperWords: {
      samples: (kind: TemplatedKind, locale: string | null, letterhead: Paper["institution"]) =>
        samplesOf(wordingOf(texts, recipientLocale(locale)), kind, letterhead),
      logoWords: (locale: string | null, institution: string): string =>
        texts.plain(recipientLocale(locale), "logo-words", { institution }),
    },

    /** A file that an admin sent for papers was looked into: they see it, or hear what is wrong with it. */
    designLookedInto: (work: Work, design: LookedInto, outcome: DesignOutcome) =>
      tellOfLook(work, texts, design, outcome),

    /** A template of an institution could not make a paper. */
    designFailed: (work: Work, design: FailedDesign) => tellOfFailure(work, texts, design),

    /** What an export that waits is made of. */
    composeExport: (work: Work, id: string) => composeExport(work, texts, id),

    /** An export is made, or cannot be made: who asked for it gets it, or hears of it. */
    exportEnded: (work: Work, ended: EndedExport, outcome: "made" | "refused") =>
      sendExport(work, texts, ended, outcome),

    /** A case was erased for its age: it goes from every chat. */
    async caseErased(work: Work, caseId: string): Promise<void> {
      await withdrawErased(work, caseId);
    },

    /** What two people agreed to erase for its age has come to its end: both hear of it. */
    retentionEnded: (work: Work, list: EndedRetention) => retentionEnded(work, texts, list),

    /** Cases are past the time of retention: the admins hear how many. */
    pastRetention: (work: Work, organizationId: string, count: number) =>
      tellOfPastRetention(work, texts, organizationId, count),

    /** A person blocked the bot: whoever is responsible hears of it. */
    async blocked(work: Work, chatId: number): Promise<void> {
      const gone = await noteBlocked(work, chatId);
      await tellOfBlock(work, texts, gone);
      await replaceBlocked(work, texts, gone);
    },

    /** Keeps the dangers this work noted and tells of them, unless that was done already. */
    raiseAlarms: (work: Work) => raiseAlarms(work, texts),

    /** Nobody has taken a danger on in time: it is told of again. */
    alarmAgain: (work: Work, dangerId: string) => repeatAlarm(work, texts, dangerId),
  };

  function say(work: Work, key: "apology-update", reference: string): void {
    if (work.chatId === null || work.chatId <= 0) return;
    const text = texts.t(recipientLocale(work.person.locale), key, { reference });
    queueMessage(work, { chatId: work.chatId, text, kind: "reply" });
  }
}
