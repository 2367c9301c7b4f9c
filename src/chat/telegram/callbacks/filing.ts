import { callback, id, plainCallback as plain } from "../callback.js";

/** What was sent outside of any question, and a session told in a message. */
export const filingCallbacks = {
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
} as const;
