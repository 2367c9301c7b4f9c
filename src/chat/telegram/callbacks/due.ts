import { breachAudiences, breachFields, breachLetters } from "../../../practice/breach.js";
import { deadlineKeys } from "../../../practice/deadlines.js";
import { permitKinds } from "../../../records/due/permits.js";
import { buckets } from "../../../records/due/tasks.js";
import { callback, id, oneOf, plainCallback as plain } from "../callback.js";
import { page, whose } from "./codecs.js";

/** What is due. */
export const dueCallbacks = {
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
} as const;
