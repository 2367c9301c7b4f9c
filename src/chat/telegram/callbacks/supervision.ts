import { deskKinds } from "../../../practice/desk.js";
import { callback, count, id, idOrNone, moment, oneOf, plainCallback as plain } from "../callback.js";
import { page } from "./codecs.js";

/** Approval and supervision. */
export const supervisionCallbacks = {
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
} as const;
