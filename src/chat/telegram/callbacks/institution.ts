import { dayKeys } from "../../../practice/deadlines.js";
import { templatedKinds } from "../../../practice/paperTemplates.js";
import { approvableForms } from "../../../records/people/organizations.js";
import { callback, count, hash, id, oneOf, onOff, plainCallback as plain, year } from "../callback.js";
import { page } from "./codecs.js";

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

/** The organisation and its rules, its letters and its own templates. */
export const institutionCallbacks = {
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
} as const;
