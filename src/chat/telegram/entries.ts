import { breachFields } from "../../practice/breach.js";
import { copyWays, dataRequestKinds, refusalGrounds } from "../../practice/dataRequests.js";
import { receivers } from "../../practice/deadline.js";
import { localNumberKinds } from "../../practice/emergencyNumbers.js";
import { formIds, type LocalDate } from "../../practice/form.js";
import { legalGrounds } from "../../practice/legalGrounds.js";
import { directOutcomes } from "../../practice/lifecycle.js";
import { templatedKinds } from "../../practice/paperTemplates.js";
import { reportScopes } from "../../practice/reports/report.js";
import { accreditationGrades } from "../../practice/standards/accreditation.js";
import { findingParts } from "../../practice/standards/finding.js";
import { componentKeys } from "../../practice/standards/instrument.js";
import { timeZones } from "../../records/due/ruleSettings.js";
import { roles } from "../../records/people/actor.js";
import { dilemmaSteps } from "../../records/questions/dilemmas.js";
import { transferGrounds } from "../../records/transfer/transferRow.js";
import {
  type Codec,
  count,
  date,
  id,
  idOrNone,
  moment,
  oneOf,
  onOff,
  someOf,
  whole,
  year,
} from "./callback.js";
import { ownEntryParts } from "./callbacks/guidance.js";
import { letterParts, settableRules } from "./callbacks/institution.js";

declare const stored: unique symbol;
/** The arguments of an entry as a dialogue keeps them. Only an entry of the table makes them: a literal does not compile. */
export type StoredArgs = readonly string[] & { readonly [stored]: true };

/** An entry that is to be asked, with its arguments. */
export type EntryCall = { readonly to: "entry"; readonly entry: string; readonly args: StoredArgs };

/** The name and the arguments of an entry. Called with the arguments it makes what `ctx.onward` and `next` take. */
export type EntryKind<A> = {
  (...given: keyof A extends never ? [] : [args: A]): EntryCall;
  /** What it is called in the state of a dialogue. */
  readonly key: string;
  /** Its arguments; undefined where an older version of the bot stored others. */
  readonly read: (args: readonly string[]) => A | undefined;
};

/** How one argument is stored, and how it is read back. */
type ArgCodec<T> = Pick<Codec<T>, "encode" | "decode">;

/**
 * An entry with a codec for each argument. They are stored in this order, sealed with the dialogue, so a typed text may
 * be among them. A dialogue lives on through a new version of the bot: rename an entry where its arguments change.
 */
function entry<A extends Record<string, unknown>>(
  key: string,
  codecs: { readonly [K in keyof A]: ArgCodec<A[K]> },
): EntryKind<A> {
  const names = Object.keys(codecs) as (keyof A & string)[];
  const read = (args: readonly string[]): A | undefined => {
    if (args.length !== names.length) return undefined;
    const values = names.map((name, at) => [name, codecs[name].decode(args[at] ?? "")] as const);
    if (values.some(([, value]) => value === undefined)) return undefined;
    // Every argument was read by its own codec just above.
    return Object.fromEntries(values) as A;
  };
  const call = (args?: A): EntryCall => {
    const encoded = args === undefined ? [] : names.map((name) => codecs[name].encode(args[name]));
    if (read(encoded) === undefined) throw new Error(`the arguments of ${key} cannot be read back`);
    return { to: "entry", entry: key, args: encoded as readonly string[] as StoredArgs };
  };
  return Object.assign(call, { key, read });
}

function plain(key: string): EntryKind<Record<never, never>> {
  return entry<Record<never, never>>(key, {});
}

/** A text as it was typed. */
const text: ArgCodec<string> = { encode: (value) => value, decode: (value) => value };
/** A text that may be missing. */
const textOrNone: ArgCodec<string | null> = {
  encode: (value) => value ?? "",
  decode: (value) => (value === "" ? null : value),
};

/** A day that may be left open. */
const dateOrNone: ArgCodec<LocalDate | null> = {
  encode: (value) => value ?? "",
  decode: (value) => (value === "" ? null : date.decode(value)),
};

const deadline = { deadlineId: id };
const whoseReport = { scope: oneOf(reportScopes) };
const supervised = { subject: oneOf(["case", "worker"]), subjectId: id };
const handover = { ...deadline, at: moment };
const accreditation = { grade: oneOf(accreditationGrades) };
const permit = { kind: oneOf(["str", "certificate"]) };

/** Everything the bot asks outside of forms: its name in a stored dialogue, and its arguments. */
export const entries = {
  // The way in.
  setupName: entry("setup-name", { code: text }),
  setupZone: entry("setup-zone", { code: text, name: text }),
  setupAdmin: entry("setup-admin", { code: text, name: text, zone: oneOf(timeZones) }),
  ownName: plain("own-name"),
  pinNew: plain("pin-new"),
  /** `hash` is that of the PIN that was typed first. */
  pinAgain: entry("pin-again", { hash: text }),

  // Cases.
  caseSearch: entry("case-search", { whose: oneOf(["mine", "team"]) }),
  caseAlias: entry("case-alias", { caseId: id }),
  glassReason: entry("glass-reason", { code: text }),
  closeReason: entry("close-reason", { caseId: id, outcome: oneOf(directOutcomes) }),
  reopenReason: entry("reopen-reason", { caseId: id }),
  overrideReason: entry("override-reason", { caseId: id, form: oneOf(formIds) }),
  refusalReason: entry("refusal", { caseId: id, askedAt: moment }),
  groundReason: entry("ground-reason", { caseId: id, ground: oneOf(legalGrounds) }),
  groundStopReason: entry("ground-stop-reason", { caseId: id }),
  withdrawalDay: entry("withdrawal-day", { caseId: id }),
  withdrawalHow: entry("withdrawal-how", { caseId: id, day: date }),

  // What a client asks for of their data.
  dataRequestCase: plain("data-request-case"),
  dataRequestKind: entry("data-request-kind", { caseId: id }),
  dataRequestWords: entry("data-request-words", { caseId: id, kind: oneOf(dataRequestKinds) }),
  copyWay: entry("copy-way", { requestId: id }),
  copyTo: entry("copy-to", { requestId: id, way: oneOf(copyWays) }),
  correctionDone: entry("correction-done", { requestId: id }),
  restrictionReason: entry("restriction-reason", { requestId: id }),
  unrestrictReason: entry("unrestrict-reason", { caseId: id }),
  dataRefusalReason: entry("data-refusal", { requestId: id, ground: oneOf(refusalGrounds) }),
  preserveReason: entry("preserve-reason", { caseId: id, to: oneOf(["preserved", "preservation-lifted"]) }),

  // Handing a case over to another institution.
  transferCode: entry("transfer-code", { caseId: id }),
  transferGround: entry("transfer-ground", { transferId: id }),
  transferReason: entry("transfer-reason", { transferId: id, ground: oneOf(transferGrounds) }),
  transferAnswer: entry("transfer-answer", { transferId: id }),

  // What is filed in a case.
  filingSearch: entry("filing-search", { unfiledId: id }),
  noteSearch: entry("note-search", { noteId: id }),
  caseAttachment: entry("case-attachment", { caseId: id }),
  caseNote: entry("case-note", { caseId: id }),

  // Approval. `at` counts what a remark can be about (approval/remarkPlaces.ts).
  remark: entry("remark", { roundId: id, sentAt: moment, at: count() }),
  correctionReason: entry("correction-reason", { roundId: id }),

  // Supervision, of one case or of a worker's work as a whole.
  superviseDay: entry("supervise-day", supervised),
  superviseNext: entry("supervise-next", { ...supervised, heldOn: date }),
  supervisePoints: entry("supervise-points", { ...supervised, heldOn: date, nextOn: dateOrNone }),

  // Danger.
  dangerClose: entry("danger-close", { dangerId: id }),
  localNumber: entry("local-number", { kind: oneOf(localNumberKinds) }),
  localNumberTried: entry("local-number-tried", {
    kind: oneOf(localNumberKinds),
    number: text,
    name: textOrNone,
  }),

  // Deadlines.
  snoozeDate: entry("snooze-date", deadline),
  snoozeReason: entry("snooze-reason", { ...deadline, until: date }),
  inHand: entry("in-hand", deadline),
  handoverWhen: entry("handover-when", deadline),
  handoverTime: entry("handover-time", { ...deadline, day: date }),
  handoverTo: entry("handover-to", handover),
  handoverUnit: entry("handover-unit", { ...handover, receiver: oneOf(receivers) }),
  handoverProof: entry("handover-proof", { ...handover, receiver: oneOf(receivers), unit: textOrNone }),
  handoverProofLater: entry("handover-proof-later", deadline),
  breachField: entry("breach-field", { breachId: id, field: oneOf(breachFields) }),
  permitNumber: entry("permit-number", permit),
  permitIssued: entry("permit-issued", { ...permit, number: text }),
  permitExpires: entry("permit-expires", { ...permit, number: text, issuedOn: date }),
  permitPlace: plain("permit-place"),

  // Exports.
  exportReason: entry("export-reason", { exportId: id }),
  recapBands: plain("recap-bands"),
  lembarDefinition: plain("lembar-definition"),
  primeroDefinition: plain("primero-definition"),

  // The organisation.
  giveReason: entry("give-reason", { proposalId: id }),
  inviteName: entry("invite-name", { roles: someOf(roles) }),
  inviteSupervisor: entry("invite-supervisor", { roles: someOf(roles), name: text, page: count() }),
  organizationName: plain("org-name"),
  organizationAddress: plain("org-address"),
  organizationRequirement: plain("org-requirement"),
  dataContact: plain("data-contact"),
  retentionYears: plain("retention-years"),
  letterPart: entry("letter-part", { part: oneOf(letterParts) }),
  letterLogo: plain("letter-logo"),
  designFile: entry("design-file", { kind: oneOf(templatedKinds) }),
  letterVoid: entry("letter-void", { letterId: id }),
  letterSubject: plain("letter-for"),
  ruleValue: entry("rule-value", { rule: oneOf(settableRules) }),
  ruleSpanSure: entry("rule-span-sure", { rule: oneOf(settableRules), days: whole(0, 9_999) }),
  ruleDaySure: entry("rule-day-sure", { rule: oneOf(["dayOff", "dayWorked"]), day: date }),

  holidayList: entry("holiday-list", { year }),
  holidayListSure: entry("holiday-list-sure", { year, list: text }),

  // The audit of the service standard. `further` says whether the next part is asked for afterwards.
  finding: entry("finding", {
    auditId: id,
    component: oneOf(componentKeys),
    part: oneOf(findingParts),
    further: onOff,
  }),
  improvementMade: entry("improvement-made", { findingId: id }),
  improvementDate: entry("improvement-date", { findingId: id }),
  accreditationGrade: plain("accreditation-grade"),
  accreditationIssued: entry("accreditation-issued", accreditation),
  accreditationNumber: entry("accreditation-number", { ...accreditation, issuedOn: date }),
  accreditationExpires: entry("accreditation-expires", { ...accreditation, issuedOn: date, number: text }),

  // Guidance. `question` is null until it is typed.
  consult: entry("consult", { question: textOrNone, caseId: idOrNone }),
  consultCase: entry("consult-case", { question: text, caseId: idOrNone }),
  consultReply: entry("consult-reply", { consultationId: id }),
  ownEntryPart: entry("own-entry-part", { entryId: id, part: oneOf(ownEntryParts) }),
  dilemma: entry("dilemma", { dilemmaId: idOrNone, step: oneOf(dilemmaSteps) }),
  reportDays: entry("report-days", whoseReport),
} as const;
