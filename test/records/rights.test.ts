/** Who may do what: every door of the records, and everybody who stands before it. */
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import type { DeadlineKey } from "../../src/practice/deadlines.js";
import { setAlias } from "../../src/records/case/alias.js";
import { approveRound, returnRound } from "../../src/records/case/approval.js";
import { keepFile } from "../../src/records/case/attachments.js";
import { breakGlass } from "../../src/records/case/breakGlass.js";
import { readCaptions } from "../../src/records/case/captions.js";
import { caseFor } from "../../src/records/case/case.js";
import { draftsOf, findCases, listCases, roundsAwaitingMe } from "../../src/records/case/caseLists.js";
import { clientName, enterForm, openCase } from "../../src/records/case/cases.js";
import {
  agreeToRequest,
  closeCase,
  overrideGate,
  refuseRequest,
  reopenCase,
} from "../../src/records/case/closing.js";
import { beginCorrection, dropCorrection } from "../../src/records/case/correcting.js";
import { nameGround, stopForWantOfGround } from "../../src/records/case/dataGround.js";
import { discardCase, discardRound } from "../../src/records/case/discarding.js";
import { keepInformationGiven } from "../../src/records/case/information.js";
import { knownClients } from "../../src/records/case/knownClients.js";
import { keepNote } from "../../src/records/case/notes.js";
import { moveNote, rewriteNote, takeNoteBack } from "../../src/records/case/ownNotes.js";
import { readersOf } from "../../src/records/case/readers.js";
import { changesSince, submitRound } from "../../src/records/case/submission.js";
import { takeBackRound } from "../../src/records/case/takingBack.js";
import { listWaiting } from "../../src/records/case/waiting.js";
import { casesAtHand } from "../../src/records/danger/dangerCase.js";
import { noteDanger } from "../../src/records/danger/dangers.js";
import {
  acknowledgeDanger,
  casesInDanger,
  closeDanger,
  dangerFor,
  openDangersOf,
} from "../../src/records/danger/openDangers.js";
import { openBreach } from "../../src/records/dataRights/breaches.js";
import { correctOnRequest } from "../../src/records/dataRights/correcting.js";
import {
  beginDataRequest,
  caseByCode,
  readDataRequest,
  refuseDataRequest,
} from "../../src/records/dataRights/dataRequests.js";
import { preserveCase } from "../../src/records/dataRights/preserving.js";
import {
  agreeToErasure,
  askErasure,
  askedErasure,
  declineErasure,
} from "../../src/records/dataRights/requestedErasure.js";
import { restrictCase, unrestrictCase } from "../../src/records/dataRights/restricting.js";
import { pastRetention } from "../../src/records/dataRights/retention.js";
import { clocksOf, stateHandover } from "../../src/records/due/handover.js";
import { beginBreach } from "../../src/records/due/manualDeadlines.js";
import { keepPermit, ownPermits, removePermit } from "../../src/records/due/permits.js";
import { setSuspended } from "../../src/records/due/staffing.js";
import { snooze, snoozeReason, takeInHand, taskCard } from "../../src/records/due/tasks.js";
import { keptPapers } from "../../src/records/papers/casePapers.js";
import { givenNumber, numberOfRound } from "../../src/records/papers/letters.js";
import { type Actor, Conflict, NotAllowed, type Role, roles } from "../../src/records/people/actor.js";
import { consentVersion, giveConsent, withdrawConsent } from "../../src/records/people/consent.js";
import { setRetentionYears } from "../../src/records/people/dataRules.js";
import { acceptInvitation, invite } from "../../src/records/people/invitations.js";
import { switchTo } from "../../src/records/people/memberships.js";
import { resetPin } from "../../src/records/people/pin.js";
import {
  type CaseRight,
  caseRights,
  may,
  mayWithEntry,
  ownEntryRights,
  ownEntryStatuses,
} from "../../src/records/people/rights.js";
import { parseRules } from "../../src/records/people/rules.js";
import { listTeam } from "../../src/records/people/team.js";
import type { Work } from "../../src/records/people/work.js";
import {
  answerConsultation,
  askConsultation,
  consultationsWaiting,
  readConsultation,
} from "../../src/records/questions/consultations.js";
import { beginDilemma, readDilemma, writeDilemma } from "../../src/records/questions/dilemmas.js";
import { keepDocument } from "../../src/records/questions/documentReading.js";
import { documentFacts, documentVersions, passageRuns } from "../../src/records/questions/documentWords.js";
import { acceptDocument, offerDocument } from "../../src/records/questions/library.js";
import {
  beginOwnEntry,
  declineOwnEntry,
  earlierTexts,
  keepOwnEntry,
  type OwnEntryOrigin,
  proposeOwnEntry,
  readOwnEntry,
  retireOwnEntry,
  reviewOwnEntry,
  withdrawOwnEntry,
  writeOwnEntry,
} from "../../src/records/questions/ownEntries.js";
import { beginChoice } from "../../src/records/staff/casesToGive.js";
import { listLate } from "../../src/records/staff/late.js";
import { proposeSupervisor } from "../../src/records/staff/proposals.js";
import { rosterPage } from "../../src/records/staff/roster.js";
import { keepAccreditation } from "../../src/records/standards/accreditations.js";
import { beginAudit, chooseState, readAudit } from "../../src/records/standards/audits.js";
import { readEvidence } from "../../src/records/standards/evidence.js";
import { endImprovement, readImprovement } from "../../src/records/standards/improvements.js";
import { readResult } from "../../src/records/standards/results.js";
import { caseloads, deskOf } from "../../src/records/supervision/desk.js";
import { noteSupervision, supervisionNotes } from "../../src/records/supervision/notes.js";
import { timelineOf } from "../../src/records/timeline/timeline.js";
import { caseToTransfer } from "../../src/records/transfer/asking.js";
import { makeReceivingCode } from "../../src/records/transfer/receivingCodes.js";
import {
  acceptTransfer,
  declineTransfer,
  refuseTransfer,
  releaseTransfer,
  transferFor,
  withdrawTransfer,
} from "../../src/records/transfer/transfers.js";
import { auditsOf } from "../support/audits.js";
import { aDocument } from "../support/documents.js";
import { ownRecords } from "../support/ownRecords.js";
import { begun, filled, sent } from "../support/records.js";
import * as story from "../support/story.js";
import { transferAsked, transferSent } from "../support/transferring.js";

describe("the table of rights", () => {
  /** `standIn`: an admin has it where no supervisor is named. */
  type Row = { worker: boolean; supervisor: boolean; others: boolean; standIn: boolean; admin: boolean };

  /** Who has a right, as the comment above `may` says it. */
  async function table(): Promise<Record<string, Row>> {
    const source = await readFile("src/records/people/rights.ts", "utf8");
    const lines = [
      ...source.matchAll(
        /^ \* \| ([a-z-]+) +\| [^|]+\| (yes|no) +\| (yes|no) +\| (yes|no|stand-in|any admin) +\|$/gm,
      ),
    ];
    return Object.fromEntries(
      lines.map(([, right = "", worker, supervisor, others = ""]) => [
        right,
        {
          worker: worker === "yes",
          supervisor: supervisor === "yes",
          others: others === "yes",
          standIn: others === "stand-in",
          admin: others === "any admin",
        },
      ]),
    );
  }

  const rolesets: readonly (readonly Role[])[] = Array.from({ length: 8 }, (_, bits) =>
    roles.filter((_, index) => (bits & (1 << index)) !== 0),
  );
  const relations = ["worker", "supervisor", "neither"] as const;

  test.each(caseRights)("%s", async (right: CaseRight) => {
    const row = (await table())[right];
    if (row === undefined) throw new Error(`the comment says nothing of ${right}`);
    expect(row.others).toBe(false);
    for (const relation of relations) {
      for (const own of rolesets) {
        for (const organizationId of ["lks", "other"]) {
          const actor: Actor = {
            memberId: "me",
            accountId: 1,
            organizationId,
            organizationName: "",
            roles: own,
            supervisorId: null,
            consentVersion,
            zone: "Asia/Jakarta",
            rules: parseRules({}),
          };
          const subject = {
            organizationId: "lks",
            workerId: relation === "worker" ? "me" : "someone",
            workerSupervisorId: relation === "supervisor" ? "me" : null,
          };
          const isTheirs = relation !== "neither" && row[relation] && own.includes(relation);
          const standsIn = row.standIn && relation !== "supervisor" && own.includes("admin");
          const isAdmins = row.admin && own.includes("admin");
          const wanted = organizationId === "lks" && (isTheirs || standsIn || isAdmins);
          const what = `${relation} as ${own.join("+") || "nobody"} of ${organizationId}`;
          expect({ [what]: may(actor, subject, right) }).toEqual({ [what]: wanted });
          if (right === "decide" || right === "erase" || right === "release") {
            expect(may(actor, subject, right, "me")).toBe(false);
          }
        }
      }
    }
  });
});

describe("the table of rights on entries of the institution's own", () => {
  /** Who holds a right, by state, as the comment above `mayWithEntry` says it. */
  async function table(): Promise<Record<string, readonly string[]>> {
    const source = await readFile("src/records/people/rights.ts", "utf8");
    const [, comment = ""] =
      /Permissions on an entry of the institution's own([\s\S]*?)\*\//.exec(source) ?? [];
    const lines = [...comment.matchAll(/^ \* \| ([a-z]+) +\|[^|]+\|(.+)\|$/gm)];
    return Object.fromEntries(
      lines.map(([, right = "", cells = ""]) => [right, cells.split("|").map((cell) => cell.trim())]),
    );
  }

  test.each(ownEntryRights)("%s", async (right) => {
    const row = (await table())[right];
    expect(row).toHaveLength(ownEntryStatuses.length);
    const found: Record<string, boolean> = {};
    const wanted: Record<string, boolean> = {};
    for (const [at, status] of ownEntryStatuses.entries()) {
      const holders = row?.[at]?.split(", ") ?? [];
      for (const authorId of ["me", "someone"]) {
        for (const organizationId of ["lks", "other"]) {
          for (let bits = 0; bits < 8; bits += 1) {
            const own = roles.filter((_, index) => (bits & (1 << index)) !== 0);
            const isAdmin = own.includes("admin");
            const isAuthor = authorId === "me" && (isAdmin || own.includes("supervisor"));
            const what = `${status} of ${authorId} for ${own.join("+") || "nobody"} of ${organizationId}`;
            found[what] = mayWithEntry(
              { memberId: "me", organizationId, roles: own },
              { organizationId: "lks", authorId, status },
              right,
            );
            wanted[what] =
              organizationId === "lks" &&
              (holders.includes("member") ||
                (holders.includes("admin") && isAdmin) ||
                (holders.includes("author") && isAuthor) ||
                (holders.includes("admin-author") && isAdmin && isAuthor));
          }
        }
      }
    }
    expect(found).toEqual(wanted);
    expect(Object.values(wanted)).toContain(true);
  });
});

/** What an institution is accredited with. */
const accredited = { grade: "A", number: "1", issuedOn: "2026-01-01", expiresOn: "2031-01-01" } as const;

/** The case of Ratna, its plan waiting for Dedi, and what else doors are asked about. */
const here = {
  caseId: "",
  code: "",
  plan: "",
  approach: "",
  question: "",
  note: "",
  document: "",
  permit: "",
  /** The decision on the plan, due to Dedi; and a report an investigator asked for, due to Ratna. */
  deadline: "",
  clock: "",
  danger: "",
  /** A draft that never counted. */
  draft: "",
  /** The case of that draft, and a note that Ratna filed in her case. */
  slip: "",
  filed: "",
  /** Cases whose clients did not agree to their data being kept: of Ratna, and of Tanpa, whom nobody supervises. */
  held: "",
  alone: "",
  /** A question that Dedi replied to; and entries of the institution's own that he wrote. */
  answered: "",
  entry: { draft: "", proposed: "", kept: "" },
  /** What clients ask for of their data: a correction, a restriction, an erasure; the last of these asked of an admin. */
  fix: "",
  limit: "",
  wipe: "",
  wiping: "",
  /** A case that is read-only for its client. */
  restricted: "",
  /** A case in which nothing was written, and a form that is being corrected: of Ratna. */
  empty: "",
  /** A transfer that waits for Dedi, one that waits in the other institution, and an open case that goes nowhere. */
  asked: "",
  onItsWay: "",
  staying: "",
  corrected: "",
  /** Cases whose closing was asked for: by Ratna, and by Tanpa, whom nobody supervises. */
  ending: { caseId: "", askedAt: 0 },
  /** An audit that is open with a file of evidence, one that is finished, and an improvement it wants. */
  audit: "",
  evidence: "",
  audited: "",
  improvement: "",
  endingAlone: { caseId: "", askedAt: 0 },
};
/** Cases by whose supervisor or worker something is amiss. */
const amiss = { suspended: "", roleless: "", retired: "" };

let time = new Date("2026-11-24T03:15:00Z").getTime();
const { database, records } = await ownRecords({
  clock: () => {
    time += 1_000;
    return new Date(time);
  },
});

beforeAll(async () => {
  await records.organization("lks");
  await records.organization("other");
  await records.member("dedi", ["supervisor"]);
  await records.member("siska", ["supervisor"]);
  await records.member("beku", ["supervisor"]);
  await records.member("tanpa", ["worker"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  await records.member("tono", ["worker"], { supervisorId: "dedi" });
  await records.member("wati", ["worker"], { supervisorId: "beku" });
  await records.member("budi", ["worker"], { supervisorId: "tanpa" });
  await records.member("lina", ["worker"], { supervisorId: "dedi" });
  await records.member("sari", ["admin"]);
  await records.member("jauh", ["worker", "supervisor", "admin"], { organizationId: "other" });

  const { caseId, code } = await begun(records, "ratna");
  here.caseId = caseId;
  here.code = code;
  here.approach = await sent(records, "ratna", caseId, "approach", story.approach);
  await sent(records, "ratna", caseId, "assessment", story.assessment);
  here.plan = await sent(records, "ratna", caseId, "plan", story.plan);
  for (const [key, workerId] of [
    ["suspended", "wati"],
    ["roleless", "budi"],
    ["retired", "lina"],
  ] as const) {
    const other = await begun(records, workerId);
    await sent(records, workerId, other.caseId, "approach", story.approach);
    await sent(records, workerId, other.caseId, "assessment", story.assessment);
    await sent(records, workerId, other.caseId, "plan", story.plan);
    amiss[key] = other.caseId;
  }
  await database.prisma.member.update({ where: { id: "beku" }, data: { suspendedAt: new Date(time) } });
  await database.prisma.member.update({ where: { id: "lina" }, data: { roles: ["supervisor"] } });

  await records.as("ratna", async (work) => {
    here.question = (await askConsultation(work, { question: "Bolehkah?", caseId })).consultation.id;
    here.note = await beginDilemma(work, "Fakta.");
    await keepPermit(work, { kind: "sipps", number: "Panti", issuedOn: null, expiresOn: null });
    here.permit = (await ownPermits(work))[0]?.id ?? "";
    await beginDataRequest(work, caseId, "access");
    const alarm = { whom: "client", kinds: ["medical"], source: "button", raised: false } as const;
    const raised = await noteDanger(work, {
      ...alarm,
      caseId,
      organizationId: "lks",
      notedById: "ratna",
    });
    here.danger = raised.danger.id;
  });
  for (const [key, workerId] of [
    ["held", "ratna"],
    ["alone", "tanpa"],
  ] as const) {
    const { caseId: id } = await begun(records, workerId);
    await sent(records, workerId, id, "approach", story.told("approach", "data-declined"));
    here[key] = id;
  }
  const slip = await begun(records, "ratna");
  here.slip = slip.caseId;
  here.filed = await records.as("ratna", async (work) => {
    const note = { words: "Tadi menelepon.", place: null, sentAt: work.now, files: [] };
    return (await keepNote(work, caseId, note)).noteId;
  });
  here.draft = await filled(records, "ratna", slip.caseId, "approach", { source: "outreach" });
  for (const [key, workerId] of [
    ["ending", "ratna"],
    ["endingAlone", "tanpa"],
  ] as const) {
    const { caseId: id } = await begun(records, workerId);
    const roundId = await sent(records, workerId, id, "approach", story.approach);
    if (key === "ending") {
      here.corrected = roundId;
      await records.as(workerId, (work) => beginCorrection(work, roundId, "x"));
    }
    const { request } = await records.as(workerId, (work) => closeCase(work, id, "moved", "x"));
    here[key] = { caseId: id, askedAt: request?.at.getTime() ?? 0 };
  }
  here.answered = await records.as(
    "ratna",
    async (work) => (await askConsultation(work, { question: "Apa itu SOP?", caseId: null })).consultation.id,
  );
  await records.as("dedi", async (work) => {
    await answerConsultation(work, here.answered, "Tata cara.");
    const content = { questions: ["Apa itu SOP?"], answer: "Tata cara.", steps: [], source: "" };
    const begins = (origin: OwnEntryOrigin) => beginOwnEntry(work, origin, content);
    here.entry.draft = await begins({ kind: "reply", consultationId: here.answered });
    here.entry.proposed = await begins({ kind: "new" });
    here.entry.kept = await begins({ kind: "new" });
    for (const id of [here.entry.proposed, here.entry.kept]) await proposeOwnEntry(work, id);
  });
  await records.as("sari", async (work) => {
    await keepOwnEntry(work, here.entry.kept);
    await writeOwnEntry(work, here.entry.kept, { answer: "Tata cara yang baru." });
  });
  await records.as("ratna", async (work) => {
    here.fix = await beginDataRequest(work, caseId, "correction", "x");
    here.limit = await beginDataRequest(work, caseId, "restriction", "x");
    here.wipe = await beginDataRequest(work, here.held, "erasure", "x");
    here.wiping = await beginDataRequest(work, here.slip, "erasure", "x");
  });
  await records.as("dedi", (work) => askErasure(work, here.wiping));
  const { caseId: restricted } = await begun(records, "ratna");
  here.restricted = restricted;
  await records.as("ratna", async (work) =>
    restrictCase(work, await beginDataRequest(work, restricted, "restriction"), "x"),
  );
  const { caseId: reported } = await begun(records, "ratna");
  const victim = story.told("approach", "minor-victim", { danger: ["none"], safetyStep: undefined });
  await sent(records, "ratna", reported, "approach", victim);
  await records.as("dedi", async (work) => {
    const audits = await auditsOf(work);
    here.audit = audits.openId;
    here.evidence = audits.evidenceId;
    here.audited = audits.finishedId;
    here.improvement = audits.plannedId;
  });
  const alsoHis = { worker: "ratna", supervisor: "dedi", receiver: "jauh" };
  const openOf = async () => {
    const { caseId: id } = await begun(records, "ratna");
    await sent(records, "ratna", id, "approach", story.approach);
    return id;
  };
  here.asked = await transferAsked(records, alsoHis, await openOf(), "x");
  here.onItsWay = await transferSent(records, alsoHis, await openOf(), "x");
  here.staying = await openOf();
  // The last: a case that is empty is opened again by whoever opens another.
  here.empty = (await records.as("ratna", (work) => openCase(work))).caseId;
  const dueTo = async (memberId: string, key: DeadlineKey, of = caseId) =>
    (
      await database.prisma.deadline.findFirstOrThrow({
        where: { caseId: of, memberId, key: records.storedKind(key) },
      })
    ).id;
  here.deadline = await dueTo("dedi", "approval");
  here.clock = await dueTo("ratna", "child-victim-report", reported);
  await records.as("sari", async (work) => {
    const file = { fileId: "f", name: "SOP.md", mime: null };
    here.document = (await offerDocument(work, file)).id;
    await acceptDocument(work, here.document, null);
  });
  await records.as("sari", (work) => keepDocument(work, here.document, aDocument));
});

/** Done, and taken back again: the next who tries finds everything as it was. */
class Done extends Error {}

/** What comes of somebody's trying. */
async function tries(
  memberId: string,
  act: (work: Work) => Promise<unknown>,
): Promise<"yes" | "no" | "conflict"> {
  try {
    await records.as(memberId, async (work) => {
      await act(work);
      throw new Done();
    });
  } catch (error) {
    if (error instanceof Done) return "yes";
    if (error instanceof NotAllowed) return "no";
    if (error instanceof Conflict) return "conflict";
    throw error;
  }
  throw new Error("it was kept");
}

const handsOver = (work: Work) =>
  stateHandover(work, here.clock, {
    at: work.now,
    receiver: "other",
    unit: "x",
    proof: { kind: "missing" },
  });

const wholeDesk = { workerId: null, section: "all", skip: 0, take: 5 } as const;

const agreedOn = { heldOn: "2026-11-24", nextOn: "2026-12-01", points: "x" };

const everybody = ["ratna", "dedi", "tono", "siska", "beku", "tanpa", "lina", "sari", "jauh"] as const;

/** A door, who gets through it; everybody else does not. */
const doors: readonly [string, readonly string[], (work: Work) => Promise<unknown>][] = [
  ["a case", ["ratna", "dedi"], (work) => caseFor(work, here.caseId, "read")],
  ["a client's name", ["ratna", "dedi"], (work) => clientName(work, here.caseId)],
  ["its history", ["ratna", "dedi"], (work) => timelineOf(work, here.caseId)],
  ["what stands below its photos", ["ratna", "dedi"], (work) => readCaptions(work, here.caseId, [])],
  ["who opened it", ["ratna", "dedi"], (work) => readersOf(work, here.caseId)],
  ["an alias for the client", ["ratna", "dedi"], (work) => setAlias(work, here.caseId, "Nenek kebun")],
  ["a round", ["ratna", "dedi"], (work) => records.rounds.open(work, here.plan)],
  ["a note by who filed it", ["ratna"], (work) => rewriteNote(work, here.filed, "Menelepon.")],
  ["its move to another case", ["ratna"], (work) => moveNote(work, here.filed, here.slip)],
  ["its end", ["ratna"], (work) => takeNoteBack(work, here.filed)],
  [
    "a number for a letter",
    ["ratna", "dedi"],
    (work) => numberOfRound(work, here.plan, { kind: "referral", subject: "x", addressee: null }),
  ],
  ["the papers of a case", ["ratna", "dedi"], (work) => keptPapers(work, here.caseId, 0)],
  [
    "a file for a round",
    ["ratna", "dedi"],
    (work) =>
      keepFile(work, { id: here.plan }, "agreement", {
        kind: "photo",
        fileId: "f",
        mime: null,
        size: null,
        name: null,
        caption: null,
      }),
  ],
  [
    "what changed in a round",
    ["ratna", "dedi"],
    async (work) =>
      changesSince(work, await records.as("ratna", (own) => records.rounds.open(own, here.plan)), work.now),
  ],
  [
    "the dangers of the case",
    ["ratna", "dedi"],
    (work) =>
      openDangersOf(work, {
        id: here.caseId,
        code: here.code,
        organizationId: "lks",
        workerId: "ratna",
        workerSupervisorId: "dedi",
      }),
  ],
  ["beginning a form", ["ratna", "dedi"], (work) => enterForm(work, here.caseId, "referral")],
  [
    "answering",
    ["ratna", "dedi"],
    async (work) => {
      const entered = await enterForm(work, here.caseId, "assessment");
      if (entered.kind === "closed") throw new Error(entered.gate.reason);
      const round = await records.rounds.open(work, entered.roundId);
      await records.rounds.answer(
        work,
        round,
        "danger",
        ["none"],
        round.revisions.get("danger")?.number ?? 0,
      );
    },
  ],
  ["approving", ["dedi"], async (work) => approveRound(work, records.rounds, here.plan, await sentAt(work))],
  [
    "giving back",
    ["dedi"],
    async (work) =>
      returnRound(work, records.rounds, here.plan, await sentAt(work), [{ part: null, text: "x" }]),
  ],
  ["taking back what waits", ["ratna"], (work) => takeBackRound(work, here.plan)],
  ["correcting a form that counts", ["ratna"], (work) => beginCorrection(work, here.approach, "x")],
  ["throwing a draft away", ["ratna"], (work) => discardRound(work, here.draft)],
  ["closing", ["ratna", "dedi"], (work) => closeCase(work, here.caseId, "moved", "x")],
  [
    "agreeing to a closing",
    ["dedi"],
    (work) => agreeToRequest(work, here.ending.caseId, here.ending.askedAt),
  ],
  [
    "not agreeing to it",
    ["dedi"],
    (work) => refuseRequest(work, here.ending.caseId, here.ending.askedAt, "x"),
  ],
  [
    "agreeing to it, where nobody supervises",
    ["sari"],
    (work) => agreeToRequest(work, here.endingAlone.caseId, here.endingAlone.askedAt),
  ],
  ["dropping a correction", ["ratna"], (work) => dropCorrection(work, records.rounds, here.corrected)],
  ["throwing an empty case away", ["ratna"], (work) => discardCase(work, here.empty)],
  ["opening a gate", ["dedi"], (work) => overrideGate(work, here.caseId, "session", "x")],
  ["a request for data", ["ratna", "dedi"], (work) => beginDataRequest(work, here.caseId, "access")],
  ["its card", ["ratna", "dedi"], (work) => readDataRequest(work, here.fix)],
  [
    "a correction for the client",
    ["ratna"],
    (work) => correctOnRequest(work, here.fix, here.approach, () => "x"),
  ],
  ["a restriction", ["ratna", "dedi"], (work) => restrictCase(work, here.limit, "x")],
  ["lifting it", ["dedi"], (work) => unrestrictCase(work, here.restricted, "x")],
  ["refusing a request", ["dedi"], (work) => refuseDataRequest(work, here.fix, "safety", "x")],
  ["keeping a case for a court", ["dedi"], (work) => preserveCase(work, here.caseId, "preserved", "x")],
  [
    "keeping it, where nobody supervises",
    ["sari"],
    (work) => preserveCase(work, here.alone, "preserved", "x"),
  ],
  ["asking for an erasure", ["dedi"], (work) => askErasure(work, here.wipe)],
  ["what waits to be erased", ["sari"], (work) => askedErasure(work, here.wiping)],
  ["erasing", ["sari"], (work) => agreeToErasure(work, here.wiping)],
  ["not erasing", ["sari"], (work) => declineErasure(work, here.wiping)],
  [
    "a case by its code",
    ["ratna", "dedi"],
    async (work) => {
      if ((await caseByCode(work, here.code)) === undefined) throw new NotAllowed();
    },
  ],
  [
    "a question on the case",
    ["ratna", "dedi"],
    (work) => askConsultation(work, { question: "?", caseId: here.caseId }),
  ],
  ["a question that was asked", ["ratna", "dedi"], (work) => readConsultation(work, here.question)],
  ["one that was answered", ["ratna", "dedi"], (work) => readConsultation(work, here.answered)],
  [
    "an entry of one's own reply",
    ["dedi"],
    (work) =>
      beginOwnEntry(
        work,
        { kind: "reply", consultationId: here.answered },
        { questions: ["x"], answer: "x", steps: [], source: "" },
      ),
  ],
  ["a draft of an entry", ["dedi"], (work) => readOwnEntry(work, here.entry.draft)],
  ["proposing it", ["dedi"], (work) => proposeOwnEntry(work, here.entry.draft)],
  ["a proposed entry", ["dedi", "sari"], (work) => readOwnEntry(work, here.entry.proposed)],
  ["keeping it", ["sari"], (work) => keepOwnEntry(work, here.entry.proposed)],
  ["not keeping it", ["sari"], (work) => declineOwnEntry(work, here.entry.proposed)],
  ["taking it back", ["dedi"], (work) => withdrawOwnEntry(work, here.entry.proposed)],
  ["a kept entry's earlier texts", ["sari"], (work) => earlierTexts(work, here.entry.kept)],
  ["writing on", ["sari"], (work) => writeOwnEntry(work, here.entry.kept, { answer: "x" })],
  ["saying that it holds", ["sari"], (work) => reviewOwnEntry(work, here.entry.kept)],
  ["retiring it", ["sari"], (work) => retireOwnEntry(work, here.entry.kept)],
  ["answering it", ["dedi"], (work) => answerConsultation(work, here.question, "Ya.")],
  ["a note on a dilemma", ["ratna"], (work) => readDilemma(work, here.note)],
  ["writing in it", ["ratna"], (work) => writeDilemma(work, here.note, "law", "x")],
  [
    "the words of a document",
    ["ratna", "dedi", "tono", "siska", "tanpa", "lina", "sari"],
    async (work) => {
      if ((await documentFacts(work, here.document)) === undefined) throw new NotAllowed();
      expect(await passageRuns(work, [{ id: here.document, number: 0 }])).toHaveLength(1);
    },
  ],
  ["taking a permit out", ["ratna"], (work) => removePermit(work, here.permit)],
  ["what is due in the case", ["ratna", "dedi"], (work) => taskCard(work, here.deadline)],
  ["why it was put off", ["ratna", "dedi"], (work) => snoozeReason(work, here.deadline)],
  ["putting it off", ["dedi"], (work) => snooze(work, here.deadline, "2026-11-26", "x")],
  ["the clocks of the case", ["ratna", "dedi"], (work) => clocksOf(work, here.caseId)],
  ["a clock", ["ratna", "dedi"], (work) => taskCard(work, here.clock)],
  ["having it in hand", ["ratna", "dedi"], (work) => takeInHand(work, here.clock, "x")],
  ["stating that it was handed over", ["ratna", "dedi"], handsOver],
  ["naming the ground of its data", ["dedi"], (work) => nameGround(work, here.held, "public-task", "x")],
  ["stopping it", ["dedi"], (work) => stopForWantOfGround(work, here.held, "x")],
  [
    "the ground, where nobody supervises",
    ["sari"],
    (work) => nameGround(work, here.alone, "public-task", "x"),
  ],
  ["a danger", ["ratna", "dedi"], (work) => dangerFor(work, here.danger)],
  ["taking a danger on", ["ratna", "dedi"], (work) => acknowledgeDanger(work, here.danger)],
  ["saying that a danger is over", ["ratna", "dedi"], (work) => closeDanger(work, here.danger, "x")],
  ["asking that the case goes elsewhere", ["ratna"], (work) => caseToTransfer(work, here.staying)],
  ["what was asked about that", ["ratna", "dedi"], (work) => transferFor(work, here.asked)],
  ["taking that back", ["ratna"], (work) => withdrawTransfer(work, here.asked)],
  ["sending it", ["dedi"], (work) => releaseTransfer(work, here.asked, [])],
  ["not sending it", ["dedi"], (work) => refuseTransfer(work, here.asked, "x")],
  ["what was sent", ["ratna", "dedi", "jauh"], (work) => transferFor(work, here.onItsWay)],
  ["taking it over", ["jauh"], (work) => acceptTransfer(work, here.onItsWay, "jauh")],
  ["not taking it over", ["jauh"], (work) => declineTransfer(work, here.onItsWay, "x")],
  ["a code to receive one", ["dedi", "siska", "lina", "sari", "jauh"], (work) => makeReceivingCode(work)],
  ["opening a new case", ["ratna", "tono", "tanpa", "jauh"], (work) => openCase(work)],
  ["one's team", ["dedi", "siska", "lina", "jauh"], (work) => listTeam(work)],
  ["a supervisor's desk", ["dedi", "siska", "lina", "jauh"], (work) => deskOf(work, wholeDesk)],
  ["the team's caseload", ["dedi", "siska", "lina", "jauh"], (work) => caseloads(work)],
  [
    "noting a supervision on the case",
    ["dedi"],
    (work) => noteSupervision(work, { caseId: here.caseId }, agreedOn),
  ],
  [
    "noting a supervision with a worker",
    ["dedi"],
    (work) => noteSupervision(work, { workerId: "ratna" }, agreedOn),
  ],
  ["the notes of supervision", ["ratna", "dedi"], (work) => supervisionNotes(work, "ratna", 0)],
  ["naming a supervisor", ["sari"], (work) => proposeSupervisor(work, "ratna", "siska")],
  ["choosing cases to hand over", ["sari"], (work) => beginChoice(work, "ratna", "tono")],
  ["the members and what they carry", ["sari", "jauh"], (work) => rosterPage(work, 0)],
  ["what is late", ["sari", "jauh"], (work) => listLate(work, null, 0)],
  ["suspending", ["sari"], (work) => setSuspended(work, "ratna", true)],
  ["resetting a forgotten PIN", ["dedi", "sari"], (work) => resetPin(work, "ratna")],
  ["what waits of a worker", ["sari"], (work) => listWaiting(work, ["ratna"])],
  ["a breach", ["sari", "jauh"], (work) => beginBreach(work)],
  ["the record of a breach", ["sari", "jauh"], (work) => openBreach(work)],
  [
    "auditing the service of the institution",
    ["dedi", "siska", "lina", "sari", "jauh"],
    (work) => beginAudit(work, "public-service"),
  ],
  ["an audit under way", ["dedi", "siska", "lina", "sari"], (work) => readAudit(work, here.audit)],
  [
    "judging a component",
    ["dedi", "siska", "lina", "sari"],
    (work) => chooseState(work, here.audit, "cost", "met"),
  ],
  ["the files of an audit", ["dedi", "siska", "lina", "sari"], (work) => readEvidence(work, here.evidence)],
  ["an improvement", ["dedi", "siska", "lina", "sari"], (work) => readImprovement(work, here.improvement)],
  ["that it is made", ["dedi", "siska", "lina", "sari"], (work) => endImprovement(work, here.improvement)],
  [
    "what a finished audit came to",
    ["ratna", "dedi", "tono", "siska", "tanpa", "lina", "sari"],
    (work) => readResult(work, here.audited),
  ],
  ["an accreditation", ["sari", "jauh"], (work) => keepAccreditation(work, accredited)],
  ["what is past the time of retention", ["sari", "jauh"], (work) => pastRetention(work, 0)],
  ["how long cases are kept", ["sari", "jauh"], (work) => setRetentionYears(work, 10)],
  [
    "giving the client the information",
    ["ratna", "dedi"],
    (work) => keepInformationGiven(work, here.caseId, { version: 1, text: "" }),
  ],
  ["whether the client is known", ["ratna", "dedi"], (work) => knownClients(work, here.caseId)],
];

const sentAt = async (work: Work) => {
  const tx = await work.tx();
  return (await tx.round.findUniqueOrThrow({ where: { id: here.plan } })).submittedAt?.getTime() ?? 0;
};

describe("a door", () => {
  test.each(doors)("%s: %j and nobody else", async (_, through, act) => {
    const found: Record<string, string> = {};
    for (const memberId of everybody) found[memberId] = await tries(memberId, act);
    const wanted = everybody.map((memberId) => [memberId, through.includes(memberId) ? "yes" : "no"]);
    expect(found).toEqual(Object.fromEntries(wanted));
  });

  test("who broke the glass reads the number of a letter and takes none", async () => {
    const content = { kind: "referral", subject: "x", addressee: null } as const;
    const broken = async (work: Work) => {
      await breakGlass(work, here.code, "x");
      expect(await givenNumber(work, here.plan)).toBeUndefined();
      await numberOfRound(work, here.plan, content);
    };
    expect(await tries("siska", broken)).toBe("no");
  });

  test("reopening: its worker and the supervisor", async () => {
    await records.as("ratna", (work) => closeCase(work, amiss.suspended, "moved", "x")).catch(() => {});
    const { request } = await records.as("wati", (work) => closeCase(work, amiss.suspended, "moved", "x"));
    // Her supervisor is suspended: the admin decides.
    await records.as("sari", (work) => agreeToRequest(work, amiss.suspended, request?.at.getTime() ?? 0));
    const reopens = (work: Work) => reopenCase(work, amiss.suspended, "x");
    expect(await tries("wati", reopens)).toBe("yes");
    for (const memberId of everybody) expect(await tries(memberId, reopens)).toBe("no");
  });
});

describe("a relation holds with the role of its name, and for nobody who is suspended", () => {
  const inside = (caseId: string) => (work: Work) => caseFor(work, caseId, "read");

  test.each([
    ["a suspended supervisor", "beku", () => amiss.suspended],
    ["a supervisor without the role", "tanpa", () => amiss.roleless],
    ["a worker without the role", "lina", () => amiss.retired],
  ])("%s reads nothing", async (_, memberId, caseId) => {
    expect(await tries(memberId, inside(caseId()))).toBe("no");
  });

  test.each([
    ["a supervisor without the role", "tanpa", "team", () => amiss.roleless],
    ["a worker without the role", "lina", "mine", () => amiss.retired],
  ] as const)("%s finds nothing in any list", async (_, memberId, whose, caseId) => {
    const { code } = await database.prisma.case.findUniqueOrThrow({ where: { id: caseId() } });
    const codes = await records.as(memberId, async (work) => [
      ...(await listCases(work, { whose }, 0)).lines,
      ...(await listCases(work, { whose, search: code }, 0)).lines,
      ...(await findCases(work, code, "words")),
      ...(await casesAtHand(work, 20)),
      ...(await draftsOf(work)),
      ...(await roundsAwaitingMe(work)),
    ]);
    expect(codes.map((one) => one.code)).not.toContain(code);
    expect(await records.as(memberId, (work) => casesInDanger(work, [caseId(), here.caseId]))).toEqual(
      new Set(),
    );
  });

  test("and decides nothing, opens no gate", async () => {
    const plan = await database.prisma.round.findFirstOrThrow({
      where: { caseId: amiss.roleless, form: "plan" },
    });
    const at = plan.submittedAt?.getTime() ?? 0;
    expect(await tries("tanpa", (work) => approveRound(work, records.rounds, plan.id, at))).toBe("no");
    expect(await tries("tanpa", (work) => overrideGate(work, amiss.roleless, "session", "x"))).toBe("no");
  });

  test("nobody decides on what they sent themselves", async () => {
    const plan = await database.prisma.round.findFirstOrThrow({
      where: { caseId: amiss.retired, form: "plan" },
    });
    await database.prisma.round.update({ where: { id: plan.id }, data: { submittedById: "dedi" } });
    const at = plan.submittedAt?.getTime() ?? 0;
    expect(await tries("dedi", (work) => approveRound(work, records.rounds, plan.id, at))).toBe("no");
    await database.prisma.round.update({ where: { id: plan.id }, data: { submittedById: "lina" } });
    expect(await tries("dedi", (work) => approveRound(work, records.rounds, plan.id, at))).toBe("yes");
  });

  test("what has to be approved is handed in by its worker", async () => {
    const { caseId } = await begun(records, "tono");
    await sent(records, "tono", caseId, "approach", story.approach);
    await sent(records, "tono", caseId, "assessment", story.assessment);
    const plan = await filled(records, "tono", caseId, "plan", story.plan);
    const sends = (memberId: string) =>
      records.as(memberId, (work) => submitRound(work, records.rounds, plan));
    expect(await sends("dedi")).toEqual({ kind: "workers-own" });
    expect(await sends("tono")).toMatchObject({ kind: "sent", status: "submitted" });
  });
});

describe("staff", () => {
  test.each([
    ["who is no supervisor", "tono"],
    ["who is suspended", "beku"],
    ["of another organisation", "jauh"],
    ["who is the worker", "ratna"],
  ])("nobody is named supervisor %s", async (_, supervisorId) => {
    expect(await tries("sari", (work) => proposeSupervisor(work, "ratna", supervisorId))).toBe("no");
  });

  test("the last admin stays, and lets nobody be the last", async () => {
    await records.member("tuti", ["admin"]);
    expect(await records.as("tuti", (work) => setSuspended(work, "sari", true))).toBe("done");
    expect(await tries("sari", (work) => setSuspended(work, "tuti", true))).toBe("no");
    await records.as("tuti", (work) => setSuspended(work, "sari", false));
    await database.prisma.member.update({ where: { id: "tuti" }, data: { roles: ["worker"] } });
    await records.as("tuti", async (work) => {
      if (work.actor !== undefined) work.actor = { ...work.actor, roles: ["admin"] };
      expect(await setSuspended(work, "sari", true)).toBe("last-admin");
    });
  });

  test("a membership that is not one's own is not gone to", async () => {
    const account = await database.prisma.member.findUniqueOrThrow({ where: { id: "ratna" } });
    const goes = (memberId: string) => (work: Work) => {
      work.person = { ...work.person, accountId: Number(account.accountId) };
      return switchTo(work, memberId);
    };
    expect(await tries("ratna", goes("ratna"))).toBe("yes");
    expect(await tries("ratna", goes("tono"))).toBe("no");
  });

  test("an invitation lets one person in", async () => {
    const { code } = (await records.as("sari", (work) =>
      invite(work, { name: "Baru", roles: ["worker"], supervisorId: null }),
    )) as { code: string };
    const joins = (accountId: number) =>
      records.as("sari", async (work) => {
        const tx = await work.tx();
        await tx.account.create({ data: { id: accountId, createdAt: work.now } });
        work.person = { ...work.person, accountId };
        return acceptInvitation(work, code);
      });
    expect(await joins(7_001)).toMatchObject({ invitedById: "sari" });
    expect(await joins(7_002)).toBe("used");
  });

  test("who withdraws consent has neither the day nor the wording kept", async () => {
    await records.as("tono", withdrawConsent);
    const consented = () =>
      database.prisma.member.findUniqueOrThrow({
        where: { id: "tono" },
        select: { consentedAt: true, consentVersion: true },
      });
    expect(await consented()).toEqual({ consentedAt: null, consentVersion: null });
    await records.as("tono", giveConsent);
    expect((await consented()).consentedAt).not.toBeNull();
  });
});

describe("questions and documents", () => {
  test("a supervisor sees the question that waits for them, however many wait for others", async () => {
    for (let count = 0; count < 51; count += 1) {
      await records.as("tanpa", (work) => askConsultation(work, { question: `${count}`, caseId: null }));
    }
    await records.as("tono", (work) => askConsultation(work, { question: "Pak?", caseId: null }));
    const waits = await records.as("dedi", consultationsWaiting);
    expect(waits.map(({ askedById }) => askedById)).toEqual(["ratna", "tono"]);
    // Nobody supervises Tanpa, and Wati's supervisor is suspended: an admin hears of those.
    await records.as("wati", (work) => askConsultation(work, { question: "?", caseId: null }));
    expect(await records.as("sari", consultationsWaiting)).toHaveLength(52);
    expect(await records.as("siska", consultationsWaiting)).toEqual([]);
  });

  test("a document takes the place of the one of its name, whatever type Telegram named", async () => {
    const added = await records.as("sari", async (work) => {
      const { id, replaces } = await offerDocument(work, { fileId: "g", name: "SOP.md", mime: null });
      expect(replaces).toBe(true);
      await acceptDocument(work, id, null);
      return id;
    });
    await records.as("sari", (work) => keepDocument(work, added, aDocument));
    expect((await records.as("sari", documentVersions)).map(({ id }) => id)).toEqual([added]);
    expect(await records.as("ratna", (work) => documentFacts(work, here.document))).toBeUndefined();
    const places = [{ id: here.document, number: 0 }];
    expect(await records.as("ratna", (work) => passageRuns(work, places))).toEqual([]);
  });
});
