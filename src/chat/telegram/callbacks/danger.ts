import { localNumberKinds } from "../../../practice/emergencyNumbers.js";
import { callback, id, idOrNone, lettersFor, oneOf, plainCallback as plain } from "../callback.js";

/** Whose danger, which kinds, and what led to it. */
const emergency = {
  whom: oneOf(["client", "worker"]),
  kinds: lettersFor({ suicide: "s", "violence-ongoing": "v", medical: "m", "abandoned-child": "a" }),
  source: oneOf(["button", "reflex"]),
};

/** Danger now. */
export const dangerCallbacks = {
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
} as const;
